"""The documents of saved profiles and of what is remembered of them."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import msgspec

from careercli.documents.assessment import ProfileDocument
from careercli.documents.errors import ProblemDocument
from careercli.documents.notes import Notes
from careercli.documents.projection import WHOLE, As, DocumentPart, From, Id, Names, Printed, project
from careercli.domain.attribution import Move, WhatChanged
from careercli.domain.growth import Hours
from careercli.domain.history import (
    Assessed,
    Created,
    GapCount,
    History,
    Imported,
    Record,
    Recorded,
    Renamed,
    StepDone,
    Undone,
)
from careercli.domain.model import Profile
from careercli.domain.notes import Note
from careercli.domain.reversal import Reversal
from careercli.domain.saved import Remembered, Saved
from careercli.errors import Problem

Plain = int | float | str | bool | None


def _problems(saved: Saved, _: Names) -> tuple[Problem, ...]:
    """Return what is wrong with a saved profile; without a place it is about its file."""
    whole = (Problem(saved.file, 0, 0, "", saved.fault),) if saved.fault else ()
    return saved.problems or whole


class SavedDocument(DocumentPart):
    """A saved profile in the list; ``tier`` is null where nothing is reached, or where it is broken."""

    name: str
    default: bool
    file: str
    changed: date | None
    person: Annotated[str | None, From("profile.name")]
    title: Annotated[str | None, From("profile.title")]
    tier: Id | None
    draft: bool
    problems: Annotated[tuple[ProblemDocument, ...], WHOLE, As(_problems)]


class ProfilesDocument(Printed, tag="careercli/profiles@1"):
    """What ``profile list --json`` prints; ``drafts`` are interviews broken off about none that is saved."""

    default: str
    profiles: tuple[SavedDocument, ...]
    drafts: tuple[str, ...]


class ProfileDetailsDocument(Printed, tag="careercli/profile-details@1"):
    """What ``profile show --json`` and ``profile new --json`` print; without ``--notes`` there are none."""

    name: str
    default: bool
    file: str
    changed: date | None
    draft: bool
    tier: Id | None
    history: Remembered
    profile: ProfileDocument
    evidence_unrated: dict[str, str]
    notes: Notes | None


class DefaultProfileDocument(Printed, tag="careercli/default-profile@1"):
    """What ``profile default --json`` prints: the profile used where none is given."""

    name: str
    saved: bool


class RenamedProfileDocument(Printed, tag="careercli/renamed-profile@1"):
    """What ``profile rename --json`` prints."""

    old: str
    new: str
    file: str


class DeletedProfileDocument(Printed, tag="careercli/deleted-profile@1"):
    """What ``profile delete --json`` prints: the files removed."""

    name: str
    files: tuple[str, ...]


class MoveDocument(DocumentPart):
    """One thing before and after; ``key`` says which skill, tier or gaps, where ``of`` has several."""

    of: str
    key: str | None
    before: Plain
    after: Plain


def _moves(moves: Sequence[Move], _: Names) -> tuple[MoveDocument, ...]:
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


Moves = Annotated[tuple[MoveDocument, ...], As(_moves)]


class ReversedStep(DocumentPart):
    """A finished step that is not done any more, or is again."""

    skill: str
    level_from: int = msgspec.field(name="from")
    level_to: int = msgspec.field(name="to")
    title: str


class ProfileUndoDocument(Printed, tag="careercli/profile-undo@1"):
    """What ``profile undo --json`` prints: what differs from before.

    ``steps`` are those not done any more or, where ``redone``, done again. ``moves`` is null where the
    profile was broken before.
    """

    name: str
    file: str
    redone: bool
    moves: Moves | None
    steps: tuple[ReversedStep, ...]


def reversal_document(name: str, file: str, reversal: Reversal) -> ProfileUndoDocument:
    """Return what taking back the last change of a profile has changed in turn."""
    moves = reversal.moves if reversal.readable else None
    return project(ProfileUndoDocument, reversal, name=name, file=file, moves=moves)


class ChangesDocument(DocumentPart):
    """What differs from the assessment before, and whose doing it is.

    ``facts`` is what the person says otherwise. ``by_either`` is what moved where facts and role data both
    changed and nobody can tell any more which did it, ``by_rule`` what a newer rule of placement moved.
    """

    facts: Moves
    by_person: Moves
    by_catalog: Moves
    by_either: Moves
    by_rule: Moves


class AssessmentRecord(DocumentPart, tag_field="kind", tag="assessment"):
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
    gaps_next: Annotated[int | None, From("gaps.next")]
    gaps_goal: Annotated[int | None, From("gaps.goal")]
    profile: Annotated[ProfileDocument, From("facts")]
    changed: ChangesDocument | None


class DayRecord(DocumentPart, tag_field="kind"):
    """What is remembered of a day; ``line`` is where it stands in the history, from 1."""

    line: int
    day: date = msgspec.field(name="date")


class StepRecord(DayRecord, tag="step"):
    """A step done; ``undone`` where it was taken back later."""

    skill: str
    level_from: int = msgspec.field(name="from")
    level_to: int = msgspec.field(name="to")
    title: str
    proof: str
    hours: float | None
    planned: Hours
    undone: bool


class UndoRecord(DayRecord, tag="undo"):
    """A step taken back; ``of`` is the line of its record."""

    of: int


class CreatedRecord(DayRecord, tag="created"):
    """The profile was saved for the first time."""


class ImportRecord(DayRecord, tag="import"):
    """The profile was made from a file of another program."""

    source: str


class RenamedRecord(DayRecord, tag="renamed"):
    """The profile got another name."""

    old: str
    new: str


RecordDocument = AssessmentRecord | StepRecord | UndoRecord | CreatedRecord | ImportRecord | RenamedRecord


class HistoryDocument(Printed, tag="careercli/history@1"):
    """What ``profile history --json`` prints: the records, oldest first.

    ``unknown`` counts those of kinds that only a later careercli knows.
    """

    name: str
    records: tuple[RecordDocument, ...]
    unknown: int
    problems: tuple[ProblemDocument, ...]


def details_document(
    saved: Saved, profile: Profile, remembered: Remembered, notes: Sequence[Note] | None = None
) -> ProfileDetailsDocument:
    """Return a saved profile, and the facts that it holds, as a document."""
    return project(
        ProfileDetailsDocument,
        saved,
        history=remembered,
        profile=profile,
        evidence_unrated={
            skill: text for skill, text in sorted(profile.evidence.items()) if skill not in profile.skills
        },
        notes=notes,
    )


def history_document(name: str, history: History, changes: dict[int, WhatChanged]) -> HistoryDocument:
    """Return a history as a document; ``changes`` says by line what differs from the assessment before."""
    undone = {entry.record.of for entry in history.entries if isinstance(entry.record, Undone)}
    records = [
        _record(entry, changed=changes.get(entry.line), undone=entry.line in undone)
        for entry in history.entries
    ]
    return project(HistoryDocument, history, name=name, records=tuple(records))


_RECORDS: dict[type[Record], type[RecordDocument]] = {
    Assessed: AssessmentRecord,
    StepDone: StepRecord,
    Undone: UndoRecord,
    Created: CreatedRecord,
    Imported: ImportRecord,
    Renamed: RenamedRecord,
}


def _record(entry: Recorded[Record], **said: object) -> RecordDocument:
    wanted = _RECORDS[type(entry.record)]
    known = {name: value for name, value in said.items() if name in wanted.__struct_fields__}
    return project(wanted, entry.record, line=entry.line, **known)
