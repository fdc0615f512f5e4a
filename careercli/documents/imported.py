"""An import as a document: what ``profile import --json`` prints."""

from __future__ import annotations

from typing import Annotated

import msgspec

from careercli.documents.assessment import ProfileDocument
from careercli.documents.projection import (
    WHOLE,
    As,
    DocumentPart,
    From,
    NumberOrNull,
    Printed,
    TextOrNull,
    project,
)
from careercli.domain.experience import DoubtKind, Draft, JobKind
from careercli.domain.months import month_text
from careercli.text.experience import outcome


class PlaceDocument(DocumentPart):
    """Where in the file something stands; ``line`` from 1, null where not known; ``at`` the key or row."""

    file: str
    line: NumberOrNull
    at: str


class FactEntry(DocumentPart):
    """A fact of the profile, from where and why; ``from`` is null where it comes from several jobs."""

    what: str
    value: str
    place: PlaceDocument | None = msgspec.field(name="from")
    why: str


Month = Annotated[str, As(lambda month, _: month_text(month))]


class JobEntry(DocumentPart):
    """A job: what it was taken for, its months from ``first`` to ``last``, both included, and why.

    ``months`` is null where the dates do not say; ``counted`` whether they are on the clocks.
    """

    title: Annotated[str, From("position.title")]
    employer: Annotated[str, From("position.employer")]
    kind: JobKind
    first: Annotated[Month | None, From("stretch.first")]
    last: Annotated[Month | None, From("stretch.last")]
    months: Annotated[int | None, From("stretch.months")]
    current: bool
    volunteer: Annotated[bool, From("position.volunteer")]
    counted: Annotated[bool, From("counts")]
    place: Annotated[PlaceDocument, From("position.place")] = msgspec.field(name="from")
    why: str


class SkillMention(DocumentPart):
    """A skill that the file names; ``level`` is null where it says none, and it is to be asked."""

    skill: str
    level: int | None
    places: tuple[PlaceDocument, ...] = msgspec.field(name="from")
    why: str
    evidence: TextOrNull


Choices = Annotated[dict[str, str], As(lambda choices, _: {choice.value: choice.label for choice in choices})]


Outcome = Annotated[str, WHOLE, As(lambda doubt, _: outcome(doubt))]


class DoubtEntry(DocumentPart):
    """Something that the file leaves open. ``answer`` is null where nobody was asked and ``outcome`` holds.

    ``choices`` has each answer with its words; it is empty where the answer is a span of dates.
    """

    kind: DoubtKind
    about: str
    text: str
    place: PlaceDocument = msgspec.field(name="from")
    choices: Choices
    default: str
    answer: str | None
    outcome: Outcome


class UnplacedEntry(DocumentPart):
    """What was read and has no place in a profile."""

    what: str
    place: PlaceDocument = msgspec.field(name="from")
    why: str


class ImportDocument(Printed, tag="careercli/import@1"):
    """What ``profile import --json`` prints: the draft, and everything that speaks for it.

    ``saved`` is the file that the profile was saved to, null where it is still a draft.
    """

    as_of: str
    source: str
    format: str
    saved: str | None
    profile: ProfileDocument
    facts: tuple[FactEntry, ...]
    jobs: Annotated[tuple[JobEntry, ...], From("positions")]
    skills: tuple[SkillMention, ...]
    doubts: tuple[DoubtEntry, ...]
    unplaced: tuple[UnplacedEntry, ...]


def import_document(draft: Draft, *, saved: str | None) -> ImportDocument:
    """Return a draft as a document."""
    return project(ImportDocument, draft, saved=saved)
