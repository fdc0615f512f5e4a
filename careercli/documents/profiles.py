"""The documents of saved profiles and of what is remembered of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

import msgspec

from careercli.documents.documents import ProfileDocument, profile_document
from careercli.documents.errors import ProblemDocument, problem_documents
from careercli.documents.notes import NoteDocument, note_documents
from careercli.domain.attribution import Move, WhatChanged
from careercli.domain.history import (
    Assessed,
    Created,
    GapCount,
    History,
    Imported,
    Record,
    Renamed,
    StepDone,
    Undone,
)
from careercli.domain.model import Hours, Profile
from careercli.domain.notes import Note
from careercli.domain.saved import Remembered, Saved
from careercli.errors import Problem

Plain = int | float | str | bool | None


class SavedDocument(msgspec.Struct, frozen=True):
    """A saved profile in the list; ``tier`` is null where nothing is reached, or where it is broken."""

    name: str
    default: bool
    file: str
    changed: date | None
    person: str | None
    title: str | None
    tier: str | None
    draft: bool
    problems: tuple[ProblemDocument, ...]


class ProfilesDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``profile list --json`` prints; ``drafts`` are interviews broken off about none that is saved."""

    schema: Literal["careercli/profiles@1"] = "careercli/profiles@1"
    default: str
    profiles: tuple[SavedDocument, ...]
    drafts: tuple[str, ...]


class RememberedDocument(msgspec.Struct, frozen=True):
    """How much is remembered: records, steps done and not taken back, the day of the last assessment."""

    records: int
    steps: int
    last: date | None


class ProfileDetailsDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``profile show --json`` and ``profile new --json`` print; without ``--notes`` there are none."""

    schema: Literal["careercli/profile-details@1"] = "careercli/profile-details@1"
    name: str
    default: bool
    file: str
    changed: date | None
    draft: bool
    tier: str | None
    history: RememberedDocument
    profile: ProfileDocument
    evidence_unrated: dict[str, str]
    notes: tuple[NoteDocument, ...] | None


class DefaultProfileDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``profile default --json`` prints: the profile used where none is given."""

    schema: Literal["careercli/default-profile@1"] = "careercli/default-profile@1"
    name: str
    saved: bool


class RenamedProfileDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``profile rename --json`` prints."""

    schema: Literal["careercli/renamed-profile@1"] = "careercli/renamed-profile@1"
    old: str
    new: str
    file: str


class DeletedProfileDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``profile delete --json`` prints: the files removed."""

    schema: Literal["careercli/deleted-profile@1"] = "careercli/deleted-profile@1"
    name: str
    files: tuple[str, ...]


class MoveDocument(msgspec.Struct, frozen=True):
    """One thing before and after; ``key`` says which skill, tier or gaps, where ``of`` has several."""

    of: str
    key: str | None
    before: Plain
    after: Plain


class ChangesDocument(msgspec.Struct, frozen=True):
    """What differs from the assessment before, and whose doing it is.

    ``facts`` is what the person says otherwise. ``by_either`` is what moved where facts and role data both
    changed and nobody can tell any more which did it, ``by_rule`` what a newer rule of placement moved.
    """

    facts: tuple[MoveDocument, ...]
    by_person: tuple[MoveDocument, ...]
    by_catalog: tuple[MoveDocument, ...]
    by_either: tuple[MoveDocument, ...]
    by_rule: tuple[MoveDocument, ...]


class AssessmentRecord(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="assessment"):
    """An assessment: made on the day ``at``, about the day ``as_of``; tiers by id.

    ``rule`` is the number of the rule of placement. The first one knew no ``by_seat``, ``at_least``,
    ``at_most`` and ``confirmed``.
    """

    line: int
    at: date
    as_of: date
    ladder: str
    catalog: str
    rule: int
    current: str | None
    by_years: str | None
    by_skills: str | None
    by_seat: str | None
    stated: str | None
    at_least: str | None
    at_most: str | None
    confirmed: str | None
    certain: bool
    goal: str | None
    fits: dict[str, float]
    gaps_next: int | None
    gaps_goal: int | None
    profile: ProfileDocument
    changed: ChangesDocument | None


class StepRecord(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="step"):
    """A step done; ``undone`` where it was taken back later."""

    line: int
    day: date = msgspec.field(name="date")
    skill: str
    level_from: int = msgspec.field(name="from")
    level_to: int = msgspec.field(name="to")
    title: str
    proof: str
    hours: float | None
    planned: Hours
    undone: bool


class UndoRecord(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="undo"):
    """A step taken back; ``of`` is the line of its record."""

    line: int
    day: date = msgspec.field(name="date")
    of: int


class CreatedRecord(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="created"):
    """The profile was saved for the first time."""

    line: int
    day: date = msgspec.field(name="date")


class ImportRecord(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="import"):
    """The profile was made from a file of another program."""

    line: int
    day: date = msgspec.field(name="date")
    source: str


class RenamedRecord(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="renamed"):
    """The profile got another name."""

    line: int
    day: date = msgspec.field(name="date")
    old: str
    new: str


RecordDocument = AssessmentRecord | StepRecord | UndoRecord | CreatedRecord | ImportRecord | RenamedRecord


class HistoryDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``profile history --json`` prints: the records, oldest first.

    ``unknown`` counts those of kinds that only a later careercli knows.
    """

    schema: Literal["careercli/history@1"] = "careercli/history@1"
    name: str
    records: tuple[RecordDocument, ...]
    unknown: int
    problems: tuple[ProblemDocument, ...]


def profiles_document(profiles: Sequence[Saved], default: str, drafts: Sequence[str]) -> ProfilesDocument:
    """Return the list of saved profiles as a document."""
    return ProfilesDocument(
        default=default,
        profiles=tuple(
            SavedDocument(
                name=saved.name,
                default=saved.default,
                file=saved.file,
                changed=saved.changed,
                person=saved.profile.name if saved.profile else None,
                title=saved.profile.title if saved.profile else None,
                tier=saved.tier.id if saved.tier else None,
                draft=saved.draft,
                problems=_problems(saved.problems, saved),
            )
            for saved in profiles
        ),
        drafts=tuple(drafts),
    )


def _problems(problems: Sequence[Problem], saved: Saved | None = None) -> tuple[ProblemDocument, ...]:
    if saved is not None and saved.fault and not problems:
        problems = (Problem(saved.file, 0, 0, "", saved.fault),)
    return problem_documents(problems)


def details_document(
    saved: Saved, profile: Profile, remembered: Remembered, notes: Sequence[Note] | None = None
) -> ProfileDetailsDocument:
    """Return a saved profile, and the facts that it holds, as a document."""
    return ProfileDetailsDocument(
        name=saved.name,
        default=saved.default,
        file=saved.file,
        changed=saved.changed,
        draft=saved.draft,
        tier=saved.tier.id if saved.tier else None,
        history=RememberedDocument(remembered.records, remembered.steps, remembered.last),
        profile=profile_document(profile),
        evidence_unrated={
            skill: text for skill, text in sorted(profile.evidence.items()) if skill not in profile.skills
        },
        notes=None if notes is None else note_documents(notes),
    )


def history_document(name: str, history: History, changes: dict[int, WhatChanged]) -> HistoryDocument:
    """Return a history as a document; ``changes`` says by line what differs from the assessment before."""
    undone = {entry.record.of for entry in history.entries if isinstance(entry.record, Undone)}
    return HistoryDocument(
        name=name,
        records=tuple(
            _record(entry.line, entry.record, changes.get(entry.line), undone=entry.line in undone)
            for entry in history.entries
        ),
        unknown=history.unknown,
        problems=_problems(history.problems),
    )


def _record(line: int, record: Record, changed: WhatChanged | None, *, undone: bool) -> RecordDocument:
    match record:
        case Assessed():
            return _assessment(line, record, changed)
        case StepDone():
            return StepRecord(
                line=line,
                day=record.day,
                skill=record.skill,
                level_from=record.level_from,
                level_to=record.level_to,
                title=record.title,
                proof=record.proof,
                hours=record.hours,
                planned=record.planned,
                undone=undone,
            )
        case Undone():
            return UndoRecord(line=line, day=record.day, of=record.of)
        case Created():
            return CreatedRecord(line=line, day=record.day)
        case Imported():
            return ImportRecord(line=line, day=record.day, source=record.source)
        case Renamed():
            return RenamedRecord(line=line, day=record.day, old=record.old, new=record.new)


def _assessment(line: int, record: Assessed, changed: WhatChanged | None) -> AssessmentRecord:
    return AssessmentRecord(
        line=line,
        at=record.at,
        as_of=record.as_of,
        ladder=record.ladder,
        catalog=record.catalog,
        rule=record.rule,
        current=record.current,
        by_years=record.by_years,
        by_skills=record.by_skills,
        by_seat=record.by_seat,
        stated=record.stated,
        at_least=record.at_least,
        at_most=record.at_most,
        confirmed=record.confirmed,
        certain=record.certain,
        goal=record.goal,
        fits=record.fits,
        gaps_next=record.gaps.next,
        gaps_goal=record.gaps.goal,
        profile=profile_document(record.facts),
        changed=None
        if changed is None
        else ChangesDocument(
            facts=move_documents(changed.facts),
            by_person=move_documents(changed.by_person),
            by_catalog=move_documents(changed.by_catalog),
            by_either=move_documents(changed.by_either),
            by_rule=move_documents(changed.by_rule),
        ),
    )


def move_documents(moves: Sequence[Move]) -> tuple[MoveDocument, ...]:
    """Return moves as they are printed: gaps one by one, numbers as plain values."""
    out: list[MoveDocument] = []
    for move in moves:
        if isinstance(move.before, GapCount) and isinstance(move.after, GapCount):
            pairs = (
                ("next", move.before.next, move.after.next),
                ("goal", move.before.goal, move.after.goal),
            )
            out += [MoveDocument("gaps", key, old, new) for key, old, new in pairs if old != new]
        else:
            out.append(MoveDocument(move.of, move.key, _plain(move.before), _plain(move.after)))
    return tuple(out)


def _plain(value: object) -> Plain:
    return value if isinstance(value, (int, float, str)) else None
