"""A résumé in one form, whatever file it came from, and what of it counts: jobs, skills, doubts, a draft."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from careercli.domain.model import Profile
from careercli.domain.months import Moment, MonthSpan, month_of, months_in, years_of
from careercli.domain.values import Value

JobKind = Literal["support", "leading", "elsewhere", "neither"]
"""What a job was: support, leading those who do support, leading others, or none of these."""

DoubtKind = Literal[
    "two-readings",
    "look-alike",
    "sounds-alike",
    "volunteer",
    "dates",
    "end",
    "day-order",
    "long",
    "overlap",
    "level",
]
"""What a doubt is about: a title that fits two tiers, names another job, or is not known; unpaid work; dates
that cannot be counted, the end of a job alone, the order of day and month; a very long job; too many jobs at
a time; a level that is that of a whole group, or one of several that contradict each other."""

_OF_TITLES: frozenset[DoubtKind] = frozenset({"two-readings", "look-alike", "sounds-alike"})
_OF_JOBS: frozenset[DoubtKind] = _OF_TITLES | {"volunteer", "dates", "end", "long"}
"""The doubts after whose answers a job may count for more months."""

LONG_MONTHS = 480
"""A single job of 40 years or more is more likely a slip in a date."""


class Place(Value, order=True):
    """Where in a file something stands: its line from 1, 0 where not known, and the key or row there."""

    file: str
    line: int = 0
    at: str = ""

    @property
    def text(self) -> str:
        """The place as people read it: ``resume.json:26 work[0]``."""
        return f"{self.file}{f':{self.line}' if self.line else ''}{f' {self.at}' if self.at else ''}"


class ResumeText(Value):
    """A text in which skills may be named, and what it is: ``highlight``, ``summary``.

    ``job`` is the place of the job that it stands under, null where it stands under none.
    """

    text: str
    what: str
    place: Place
    job: Place | None = None


class Position(Value):
    """One job. Without an end it is current; ``wrong`` says which of its dates cannot be read.

    Where it has a start, ``wrong`` is about the end alone.
    """

    title: str
    employer: str
    place: Place
    start: Moment | None = None
    end: Moment | None = None
    wrong: str = ""
    volunteer: bool = False


class ListedSkill(Value):
    """A skill as listed; ``keywords`` are what a JSON Resume lists under it, ``level`` is as written."""

    name: str
    place: Place
    level: str = ""
    keywords: tuple[str, ...] = ()


class ListedCertificate(Value):
    """A certificate as listed."""

    name: str
    issuer: str
    place: Place


class Unplaced(Value):
    """What was read and has no place in a profile, and why."""

    what: str
    place: Place
    why: str


class Resume(Value):
    """A résumé in one form, whatever file it came from; every text is clean and on one line.

    ``unplaced`` is what its reader left aside. ``own`` is the document of a file that is a profile already.
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
    own: object | None = None


class DoubtChoice(Value):
    """One answer to a doubt."""

    value: str
    label: str


class Doubt(Value):
    """Something that the file leaves open. Without choices, the answer is a span of dates, or nothing.

    ``default`` is taken where nobody is asked: what is doubted does not count, save for jobs at a time, whose
    months count once in any case; of levels the lowest. ``answer`` is null until then. A doubt that is
    ``sure`` is one as good as settled: the file says it, and only the person could know better. ``span`` are
    the months that may come to count by the answer, null where there are none to gain or they are not known.
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
    span: MonthSpan | None = None

    @property
    def years(self) -> float | None:
        """How many years its job may come to count for; null where that is not known, or nothing to gain."""
        return years_of(self.span.months) if self.span else None

    @property
    def matters(self) -> bool:
        """Whether there is anything to tell: it is no sure one, or the person said otherwise."""
        return not self.sure or self.answer not in {None, self.default}


class Counted(Value):
    """A job with what it was taken for, the months that it covers, and why. A leave is ``no_job``."""

    position: Position
    kind: JobKind
    stretch: MonthSpan | None
    current: bool
    counts: bool
    why: str
    no_job: bool = False


class ShownSkill(Value):
    """What somebody did, in their words, that shows a skill: in which job, and the last month of it.

    ``day`` is as ``2021-03``, and "" where the job's end is not known; ``job`` is "" outside of jobs.
    ``numbers`` are those in the text: 95 for "95%", 1200 for "1,200" and "1.2k".
    """

    text: str
    place: Place
    job: str = ""
    day: str = ""
    numbers: tuple[float, ...] = ()

    @property
    def line(self) -> str:
        """The text as a line of evidence, with its day before and its job behind it."""
        return f"{self.day and f'{self.day}: '}{self.text}{self.job and f' (from {self.job})'}"


class TakenSkill(Value):
    """A skill that the file names: rated where the file says a level, else to be asked.

    ``evidence`` is what the profile keeps of ``shown``: one line for each, the most telling ones.
    """

    skill: str
    level: int | None
    places: tuple[Place, ...]
    why: str
    evidence: str = ""
    shown: tuple[ShownSkill, ...] = ()


class TakenFact(Value):
    """A fact of the profile: what, its value, from where, and why; no place where it comes from many."""

    what: str
    value: str
    place: Place | None
    why: str


class Draft(Value):
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


class InDoubt(Value):
    """What depends on answers that nobody has given: jobs that may be support, and their years at the most.

    ``support_years`` come on top of those that count, each month once. ``undated`` are the jobs among them
    whose dates say no years, and ``leading_years`` what may count as leading of jobs that are support.
    """

    jobs: int = 0
    support_years: float = 0.0
    leading_years: float = 0.0
    undated: int = 0


def weighed(draft: Draft) -> Draft:
    """Return a draft whose doubts say which months may come to count by their answers."""
    jobs = {job.position.place: job for job in draft.positions}
    doubts = [
        doubt.but(span=_possible_span(doubt, jobs.get(doubt.place), draft.as_of)) for doubt in draft.doubts
    ]
    return draft.but(doubts=tuple(doubts))


def _possible_span(doubt: Doubt, job: Counted | None, as_of: str) -> MonthSpan | None:
    if job is None or job.stretch is None or doubt.kind not in _OF_JOBS:
        return None
    if doubt.kind == "end" and doubt.answer is None:
        year, month = map(int, as_of.split("-")[:2])
        return MonthSpan(job.stretch.first, month_of(year, month))
    return None if job.counts else job.stretch


def in_doubt(draft: Draft) -> InDoubt:
    """Return what would change at the most if each open doubt about a job were answered for it to count.

    A title of other work is in no doubt beside a job that counts. Where none does, all may have titles that
    are not known here, such as those of another language.
    """
    counted = [job for job in draft.positions if job.counts and job.stretch]
    doubts = [doubt for doubt in draft.open if doubt.kind in _OF_JOBS and not (doubt.sure and counted)]
    leading = [job.stretch for job in counted if job.stretch and job.kind == "leading"]
    undated = {doubt.place for doubt in doubts if doubt.span is None and doubt.kind == "dates"}
    titles = {doubt.place: doubt for doubt in doubts if doubt.kind in _OF_TITLES}
    leads = [
        job.stretch
        for job in draft.positions
        if (doubt := titles.get(job.position.place))
        and (job.kind == "elsewhere" or (job.counts and doubt.kind == "two-readings"))
    ]
    return InDoubt(
        jobs=len({doubt.place for doubt in doubts if doubt.span} | undated),
        support_years=_more_years([job.stretch for job in counted], [doubt.span for doubt in doubts]),
        leading_years=_more_years(leading, leads),
        undated=len(undated),
    )


def _more_years(taken: Sequence[MonthSpan | None], more: Sequence[MonthSpan | None]) -> float:
    """Return how many years spans add to those that are taken, each month once."""
    before, after = (months_in(filter(None, spans)) for spans in (taken, [*taken, *more]))
    return years_of(after - before)


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
