"""An import as a document: what ``profile import --json`` prints."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal, Self

import msgspec

from careercli.documents.assessment import ProfileDocument
from careercli.documents.errors import ProblemDocument
from careercli.documents.projection import (
    WHOLE,
    As,
    DocumentPart,
    From,
    Names,
    NumberOrNull,
    Printed,
    TextOrNull,
    project,
)
from careercli.domain.experience import DoubtKind, Draft, InDoubt, JobKind, in_doubt
from careercli.domain.months import month_text
from careercli.domain.resume_files import ResumeFile
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


class ShownSkillEntry(DocumentPart):
    """A text that shows a skill, the job it stands under with its last month, and the numbers in it."""

    text: str
    job: TextOrNull
    date: Annotated[TextOrNull, From("day")]
    numbers: tuple[float, ...]
    place: PlaceDocument = msgspec.field(name="from")


class SkillMention(DocumentPart):
    """A skill that the file names; ``level`` is null where it says none, and it is to be asked.

    ``evidence`` is what the profile keeps of the texts that are ``shown``.
    """

    skill: str
    level: int | None
    places: tuple[PlaceDocument, ...] = msgspec.field(name="from")
    why: str
    evidence: TextOrNull
    shown: tuple[ShownSkillEntry, ...]


Choices = Annotated[dict[str, str], As(lambda choices, _: {choice.value: choice.label for choice in choices})]


Outcome = Annotated[str, WHOLE, As(lambda doubt, _: outcome(doubt))]


DoubtAbout = Literal[
    "two-readings", "look-alike", "sounds-alike", "volunteer", "dates", "long", "overlap", "level"
]
_DATES: dict[DoubtKind, DoubtAbout] = {"end": "dates", "day-order": "dates"}
"""The doubts about dates that are asked in a way of their own, and are the same to a program."""

About = Annotated[DoubtAbout, As(lambda kind, _: _DATES.get(kind, kind))]


class DoubtEntry(DocumentPart):
    """Something that the file leaves open. ``answer`` is null where nobody was asked and ``outcome`` holds.

    ``choices`` has each answer with its words; it is empty where the answer is a span of dates, or the end
    of one. ``years`` is what a job may come to count for by the answer; null where that is not known.
    """

    kind: About
    about: str
    text: str
    place: PlaceDocument = msgspec.field(name="from")
    choices: Choices
    default: str
    answer: str | None
    outcome: Outcome
    years: float | None


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
    in_doubt: InDoubt
    unplaced: tuple[UnplacedEntry, ...]


def import_document(draft: Draft, *, saved: str | None) -> ImportDocument:
    """Return a draft as a document."""
    return project(ImportDocument, draft, saved=saved, in_doubt=in_doubt(draft))


class ImportedFile(DocumentPart):
    """A file of a folder: the draft that it makes, or why it makes none. ``saved`` is null where it is none.

    ``earlier`` says that its profile was saved by an earlier run, and stays as it is.
    """

    file: str
    name: str | None
    saved: str | None
    earlier: bool
    fault: TextOrNull
    problems: tuple[ProblemDocument, ...]
    jobs: int
    support_years: Annotated[float | None, From("draft.profile.support_years")]
    leading_years: Annotated[float | None, From("draft.profile.leading_years")]
    in_doubt: InDoubt | None
    doubts: int

    @classmethod
    def made_from(cls, value: ResumeFile, names: Names) -> Self:
        """Return a file with how much was found in it."""
        draft = value.draft
        return project(
            cls,
            value,
            names,
            jobs=len(draft.positions) if draft else 0,
            in_doubt=in_doubt(draft) if draft else None,
            doubts=sum(doubt.matters for doubt in draft.doubts) if draft else 0,
        )


class ImportsDocument(Printed, tag="careercli/imports@1"):
    """What ``profile import FOLDER --json`` prints: every file of the folder, in order."""

    as_of: str
    folder: str
    files: tuple[ImportedFile, ...]


def imports_document(folder: str, files: Sequence[ResumeFile], *, today: date) -> ImportsDocument:
    """Return what became of the files of a folder as a document."""
    return project(ImportsDocument, None, as_of=today.isoformat(), folder=folder, files=files)
