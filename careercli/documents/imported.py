"""An import as a document: what ``profile import --json`` prints."""

from __future__ import annotations

from typing import Literal

import msgspec

from careercli.documents.documents import ProfileDocument, profile_document
from careercli.domain.experience import Counted, Doubt, DoubtKind, Draft, JobKind, Place, TakenSkill
from careercli.domain.months import month_text
from careercli.text.experience import outcome


class PlaceDocument(msgspec.Struct, frozen=True):
    """Where in the file something stands; ``line`` from 1, null where not known; ``at`` the key or row."""

    file: str
    line: int | None
    at: str


class FactEntry(msgspec.Struct, frozen=True):
    """A fact of the profile, from where and why; ``from`` is null where it comes from several jobs."""

    what: str
    value: str
    place: PlaceDocument | None = msgspec.field(name="from")
    why: str


class JobEntry(msgspec.Struct, frozen=True):
    """A job: what it was taken for, its months from ``first`` to ``last``, both included, and why.

    ``months`` is null where the dates do not say; ``counted`` whether they are on the clocks.
    """

    title: str
    employer: str
    kind: JobKind
    first: str | None
    last: str | None
    months: int | None
    current: bool
    volunteer: bool
    counted: bool
    place: PlaceDocument = msgspec.field(name="from")
    why: str


class SkillMention(msgspec.Struct, frozen=True):
    """A skill that the file names; ``level`` is null where it says none, and it is to be asked."""

    skill: str
    level: int | None
    places: tuple[PlaceDocument, ...] = msgspec.field(name="from")
    why: str
    evidence: str | None


class DoubtEntry(msgspec.Struct, frozen=True):
    """Something that the file leaves open. ``answer`` is null where nobody was asked and ``outcome`` holds.

    ``choices`` has each answer with its words; it is empty where the answer is a span of dates.
    """

    kind: DoubtKind
    about: str
    text: str
    place: PlaceDocument = msgspec.field(name="from")
    choices: dict[str, str]
    default: str
    answer: str | None
    outcome: str


class UnplacedEntry(msgspec.Struct, frozen=True):
    """What was read and has no place in a profile."""

    what: str
    place: PlaceDocument = msgspec.field(name="from")
    why: str


class ImportDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``profile import --json`` prints: the draft, and everything that speaks for it.

    ``saved`` is the file that the profile was saved to, null where it is still a draft.
    """

    schema: Literal["careercli/import@1"] = "careercli/import@1"
    as_of: str
    source: str
    format: str
    saved: str | None
    profile: ProfileDocument
    facts: tuple[FactEntry, ...]
    jobs: tuple[JobEntry, ...]
    skills: tuple[SkillMention, ...]
    doubts: tuple[DoubtEntry, ...]
    unplaced: tuple[UnplacedEntry, ...]


def import_document(draft: Draft, *, saved: str | None) -> ImportDocument:
    """Return a draft as a document."""
    return ImportDocument(
        as_of=draft.as_of,
        source=draft.source,
        format=draft.format,
        saved=saved,
        profile=profile_document(draft.profile),
        facts=tuple(
            FactEntry(fact.what, fact.value, _place(fact.place) if fact.place else None, fact.why)
            for fact in draft.facts
        ),
        jobs=tuple(map(_job, draft.positions)),
        skills=tuple(map(_skill, draft.skills)),
        doubts=tuple(map(_doubt, draft.doubts)),
        unplaced=tuple(UnplacedEntry(entry.what, _place(entry.place), entry.why) for entry in draft.unplaced),
    )


def _place(place: Place) -> PlaceDocument:
    return PlaceDocument(place.file, place.line or None, place.at)


def _job(job: Counted) -> JobEntry:
    position, stretch = job.position, job.stretch
    return JobEntry(
        title=position.title,
        employer=position.employer,
        kind=job.kind,
        first=month_text(stretch.first) if stretch else None,
        last=month_text(stretch.last) if stretch else None,
        months=stretch.months if stretch else None,
        current=job.current,
        volunteer=position.volunteer,
        counted=job.counts,
        place=_place(position.place),
        why=job.why,
    )


def _skill(skill: TakenSkill) -> SkillMention:
    places = tuple(map(_place, skill.places))
    return SkillMention(skill.skill, skill.level, places, skill.why, skill.evidence or None)


def _doubt(doubt: Doubt) -> DoubtEntry:
    return DoubtEntry(
        kind=doubt.kind,
        about=doubt.about,
        text=doubt.text,
        place=_place(doubt.place),
        choices={choice.value: choice.label for choice in doubt.choices},
        default=doubt.default,
        answer=doubt.answer,
        outcome=outcome(doubt),
    )
