"""A résumé in one form, whatever file it came from, and what of it counts: jobs, skills, doubts, a draft."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from careercli.domain.model import Profile
from careercli.domain.months import Moment, MonthSpan, months_in

JobKind = Literal["support", "leading", "elsewhere", "neither"]
"""What a job was: support, leading those who do support, leading others, or none of these."""

DoubtKind = Literal[
    "two-readings", "look-alike", "sounds-alike", "volunteer", "dates", "long", "overlap", "level"
]
"""What a doubt is about: a title that fits two tiers, names another job, or is not known; unpaid work; dates
that cannot be counted; a very long job; too many jobs at a time; a level that is that of a whole group, or
one of several that contradict each other."""

LONG_MONTHS = 480
"""A single job of 40 years or more is more likely a slip in a date."""


class Place(msgspec.Struct, frozen=True, order=True):
    """Where in a file something stands: its line from 1, 0 where not known, and the key or row there."""

    file: str
    line: int = 0
    at: str = ""

    @property
    def text(self) -> str:
        """The place as people read it: ``resume.json:26 work[0]``."""
        return f"{self.file}{f':{self.line}' if self.line else ''}{f' {self.at}' if self.at else ''}"


class ResumeText(msgspec.Struct, frozen=True):
    """A text in which skills may be named, and what it is: ``highlight``, ``summary``."""

    text: str
    what: str
    place: Place


class Position(msgspec.Struct, frozen=True):
    """One job. Without an end it is current; ``wrong`` says which of its dates cannot be read."""

    title: str
    employer: str
    place: Place
    start: Moment | None = None
    end: Moment | None = None
    wrong: str = ""
    volunteer: bool = False


class ListedSkill(msgspec.Struct, frozen=True):
    """A skill as listed; ``keywords`` are what a JSON Resume lists under it, ``level`` is as written."""

    name: str
    place: Place
    level: str = ""
    keywords: tuple[str, ...] = ()


class ListedCertificate(msgspec.Struct, frozen=True):
    """A certificate as listed."""

    name: str
    issuer: str
    place: Place


class Unplaced(msgspec.Struct, frozen=True):
    """What was read and has no place in a profile, and why."""

    what: str
    place: Place
    why: str


class Resume(msgspec.Struct, frozen=True):
    """A résumé in one form, whatever file it came from; every text is clean and on one line.

    ``unplaced`` is what its reader left aside.
    """

    source: str
    format: str
    name: str = ""
    name_place: Place | None = None
    headline: str = ""
    positions: tuple[Position, ...] = ()
    skills: tuple[ListedSkill, ...] = ()
    certificates: tuple[ListedCertificate, ...] = ()
    education: tuple[tuple[str, Place], ...] = ()
    languages: tuple[tuple[str, Place], ...] = ()
    passages: tuple[ResumeText, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()


class DoubtChoice(msgspec.Struct, frozen=True):
    """One answer to a doubt."""

    value: str
    label: str


class Doubt(msgspec.Struct, frozen=True):
    """Something that the file leaves open. Without choices, the answer is a span of dates, or nothing.

    ``default`` is taken where nobody is asked: what is doubted does not count, save for jobs at a time, whose
    months count once in any case; of levels the lowest. ``answer`` is null until then. A doubt that is
    ``sure`` is one as good as settled: the file says it, and only the person could know better.
    """

    id: str
    kind: DoubtKind
    about: str
    text: str
    place: Place
    choices: tuple[DoubtChoice, ...]
    default: str
    answer: str | None = None
    sure: bool = False

    @property
    def matters(self) -> bool:
        """Whether there is anything to tell: it is no sure one, or the person said otherwise."""
        return not self.sure or self.answer not in {None, self.default}


class Counted(msgspec.Struct, frozen=True):
    """A job with what it was taken for, the months that it covers, and why. A leave is ``no_job``."""

    position: Position
    kind: JobKind
    stretch: MonthSpan | None
    current: bool
    counts: bool
    why: str
    no_job: bool = False


class TakenSkill(msgspec.Struct, frozen=True):
    """A skill that the file names: rated where the file says a level, else to be asked."""

    skill: str
    level: int | None
    places: tuple[Place, ...]
    why: str
    evidence: str = ""


class TakenFact(msgspec.Struct, frozen=True):
    """A fact of the profile: what, its value, from where, and why; no place where it comes from many."""

    what: str
    value: str
    place: Place | None
    why: str


class Draft(msgspec.Struct, frozen=True):
    """What an import comes to, to be confirmed: the profile, and everything that speaks for it."""

    source: str
    format: str
    as_of: str
    profile: Profile
    facts: tuple[TakenFact, ...]
    positions: tuple[Counted, ...]
    skills: tuple[TakenSkill, ...]
    unplaced: tuple[Unplaced, ...]
    doubts: tuple[Doubt, ...]

    @property
    def open(self) -> tuple[Doubt, ...]:
        """The doubts that nobody has answered yet."""
        return tuple(doubt for doubt in self.doubts if doubt.answer is None)


def clocks(counted: Iterable[Counted]) -> tuple[int, int]:
    """Return the months of support and of leading support; leading counts on both clocks."""
    taken = [(job.kind, job.stretch) for job in counted if job.counts and job.stretch]
    leading = [stretch for kind, stretch in taken if kind == "leading"]
    return months_in([stretch for _, stretch in taken]), months_in(leading)


def latest(counted: Sequence[Counted]) -> Counted | None:
    """Return the current job, else the one that ended last; of several the one that began last."""
    titled = [job for job in counted if job.position.title and not (job.position.volunteer or job.no_job)]
    return max(titled, key=lambda job: (job.current, *_last_first(job)), default=None)


def _last_first(job: Counted) -> tuple[int, int]:
    return (job.stretch.last, job.stretch.first) if job.stretch else (0, 0)
