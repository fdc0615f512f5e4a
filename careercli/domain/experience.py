"""What a résumé says somebody did, and what of it counts: titles, months, years on the two clocks.

A month counts as a whole: a job from January to March 2020 is three months, whichever day it began on, since
most résumés give no days. Months that several jobs cover count once. Years are months divided by 12, to one
decimal: résumés are not more exact than that, and a person can check the number at a glance. Rounding never
reaches a whole or a half year that the months do not, so it opens no tier.
"""

from __future__ import annotations

import heapq
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

import msgspec

from careercli.domain.model import Ladder, Profile, Tier
from careercli.domain.names import normal_title
from careercli.domain.titles import look_alike_of_title, tier_of_title

Kind = Literal["support", "leading", "elsewhere", "neither"]
"""What a job was: support, leading those who do support, leading others, or none of these."""

DoubtKind = Literal[
    "two-readings", "look-alike", "sounds-alike", "volunteer", "dates", "long", "overlap", "level"
]
"""What a doubt is about: a title that fits two tiers, names another job, or is not known; unpaid work; dates
that cannot be counted; a very long job; too many jobs at a time; a level that is that of a whole group, or
one of several that contradict each other."""

LONG_MONTHS = 480
"""A single job of 40 years or more is more likely a slip in a date."""

MOST_YEARS = 60.0
"""As many years as a profile holds on a clock."""

MOST_AT_ONCE = 2
"""Two jobs at a time are common; three support jobs at a time are more likely a slip in a date."""


class Place(msgspec.Struct, frozen=True, order=True):
    """Where in a file something stands: its line from 1, 0 where not known, and the key or row there."""

    file: str
    line: int = 0
    at: str = ""

    @property
    def text(self) -> str:
        """The place as people read it: ``resume.json:26 work[0]``."""
        return f"{self.file}{f':{self.line}' if self.line else ''}{f' {self.at}' if self.at else ''}"


class Passage(msgspec.Struct, frozen=True):
    """A text in which skills may be named, and what it is: ``highlight``, ``summary``."""

    text: str
    what: str
    place: Place


class Moment(msgspec.Struct, frozen=True):
    """A date as far as a résumé gives it: a month of a year, or the year alone; months count from 1."""

    year: int
    month: int | None = None


class Position(msgspec.Struct, frozen=True):
    """One job. Without an end it is current; ``wrong`` says which of its dates cannot be read."""

    title: str
    employer: str
    place: Place
    start: Moment | None = None
    end: Moment | None = None
    wrong: str = ""
    volunteer: bool = False

    @property
    def name(self) -> str:
        """The job as people say it: ``Support Agent at Acme``."""
        title = self.title or "A job without a title"
        return f"{title} at {self.employer}" if self.employer else title


class SkillEntry(msgspec.Struct, frozen=True):
    """A skill as listed; ``keywords`` are what a JSON Resume lists under it, ``level`` is as written."""

    name: str
    place: Place
    level: str = ""
    keywords: tuple[str, ...] = ()


class CertificateEntry(msgspec.Struct, frozen=True):
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
    skills: tuple[SkillEntry, ...] = ()
    certificates: tuple[CertificateEntry, ...] = ()
    education: tuple[tuple[str, Place], ...] = ()
    languages: tuple[tuple[str, Place], ...] = ()
    passages: tuple[Passage, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()


class Choice(msgspec.Struct, frozen=True):
    """One answer to a doubt."""

    value: str
    label: str


class Doubt(msgspec.Struct, frozen=True):
    """Something that the file leaves open. Without choices, the answer is a span of dates, or nothing.

    ``default`` is taken where nobody is asked: what is doubted does not count, save for jobs at a time, whose
    months count once in any case; of levels the lowest. ``answer`` is null until then.
    """

    id: str
    kind: DoubtKind
    about: str
    text: str
    place: Place
    choices: tuple[Choice, ...]
    default: str
    answer: str | None = None

    @property
    def outcome(self) -> str:
        """What follows from the answer, or where there is none from the default, in words."""
        value = self.default if self.answer is None else self.answer
        if value in _NOTHING:
            return _NOTHING[value]
        return next((choice.label for choice in self.choices if choice.value == value), value)


_NOTHING = {"": "It does not count.", "none": "It does not count.", "leave": "It does not count."}
"""The answers after which a job counts on no clock."""


class Counted(msgspec.Struct, frozen=True):
    """A job with what it was taken for, the months that it covers, and why."""

    position: Position
    kind: Kind
    stretch: Stretch | None
    current: bool
    counts: bool
    why: str


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


_MIDDLE = 7
"""The month in which a job begins of which only the year is given; it ends in the one before."""

# -- months ---------------------------------------------------------------------------------------------


class Stretch(NamedTuple):
    """Months from ``first`` to ``last``, both included, counted from the year 0."""

    first: int
    last: int

    @property
    def months(self) -> int:
        """How many months there are."""
        return self.last - self.first + 1


def month_of(year: int, month: int) -> int:
    """Return a month as it is counted; ``month`` runs from 1 to 12."""
    return year * 12 + month - 1


def month_text(month: int) -> str:
    """Return a month as JSON dates write it: ``2020-03``."""
    return f"{month // 12:04d}-{month % 12 + 1:02d}"


def unite(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return the months that any of the stretches covers, in order, those that touch as one."""
    out: list[Stretch] = []
    for stretch in sorted(stretches):
        if out and stretch.first <= out[-1].last + 1:
            out[-1] = Stretch(out[-1].first, max(out[-1].last, stretch.last))
        else:
            out.append(stretch)
    return tuple(out)


def months_in(stretches: Iterable[Stretch]) -> int:
    """Return how many months the stretches cover; what overlaps counts once."""
    return sum(stretch.months for stretch in unite(stretches))


def years_of(months: int) -> float:
    """Return months as years to one decimal, at most 60."""
    return min((months * 10 + 6) // 12 / 10, MOST_YEARS)


def crowded(stretches: Sequence[Stretch]) -> frozenset[int]:
    """Return the indexes of the stretches that begin while two or more of those before them still run.

    One that ends in the month in which another begins is over by then: so do jobs in a row touch.
    """
    running: list[int] = []
    out = set()
    for index in sorted(range(len(stretches)), key=lambda index: (*stretches[index], index)):
        first, last = stretches[index]
        while running and running[0] <= first:
            heapq.heappop(running)
        if len(running) >= MOST_AT_ONCE:
            out.add(index)
        else:
            heapq.heappush(running, last)
    return frozenset(out)


def stretch_of(start: Moment, end: Moment | None, now: int) -> tuple[Stretch, bool]:
    """Return the months of a job, and whether it is current on the month ``now``.

    Without an end, or with one to come, it is current and runs to ``now``. Of a year alone the middle is
    taken: it begins in July and ends in June, so that 2019 to 2021 is two years; within one year it is the
    second half. The result runs backwards where the dates do, and begins after ``now`` where the start does.

    """
    first = month_of(start.year, start.month or _MIDDLE)
    same_year = end is not None and end.year == start.year and end.month is not None
    if start.month is None and (same_year or first > now >= month_of(start.year, 1)):
        first = month_of(start.year, 1)
    if end is None:
        return Stretch(first, now), True
    last = month_of(end.year, end.month or _MIDDLE - 1)
    if end.month is None and end.year == start.year:
        last = month_of(end.year, 12)
    if first > now:
        return Stretch(first, last), False
    over = end.month is None and end.year == now // 12
    return Stretch(first, min(last, now)), last > now and not over


# -- titles ---------------------------------------------------------------------------------------------

_LEADING = frozenset(
    {
        "manager",
        "supervisor",
        "lead",
        "leader",
        "head",
        "director",
        "chief",
        "president",
        "ceo",
        "coo",
        "cto",
        "cfo",
        "foreman",
        "captain",
        "superintendent",
        "managing",
    }
)
"""Words of a title that say that others are led, in any line of work."""

_RANKS = _LEADING | frozenset(
    {
        "senior",
        "junior",
        "assistant",
        "associate",
        "deputy",
        "vice",
        "principal",
        "team",
        "shift",
        "group",
        "regional",
        "global",
        "national",
        "trainee",
        "intern",
        "entry",
        "level",
        "tier",
    }
)
"""Words of a title that say how high it stands, and nothing of the work."""

_THINGS = frozenset(
    {
        "account",
        "product",
        "project",
        "program",
        "programme",
        "relationship",
        "community",
        "media",
        "office",
        "success",
        "generation",
        "content",
        "brand",
        "category",
        "marketing",
        "case",
        "event",
        "property",
        "facilities",
        "data",
    }
)
"""What a manager or lead may manage instead of people: an account manager leads nobody."""

_BETWEEN = re.compile(
    "\\s*(?:[(\\[|@,/;:&+>\u2014\u2015\u2192]|\\s[-\u2010-\u2013\u2212]\\s|\\s(?:and|at)\\s)\\s*",
    re.IGNORECASE,
)
_COMMON_SHARE = 3
"""A word is typical of a ladder if one title in so many has it."""

_MOST_PARTS = 12


class Reading(msgspec.Struct, frozen=True):
    """What a title says: the kind of work, why, and what is left open.

    ``doubt`` is the kind of doubt, or null; the readings to choose from are then in ``choices``, and ``kind``
    is what holds without an answer.
    """

    kind: Kind
    why: str
    doubt: DoubtKind | None = None
    choices: tuple[Choice, ...] = ()


_SUPPORT = Choice("support", "It was customer support; I led nobody.")
_LED = Choice("leading", "It was customer support, and I led people who do it.")
_NEITHER = Choice("none", "It was neither: count nothing.")
_ASKED = (_SUPPORT, _LED, _NEITHER)


class Titles:
    """Reads job titles by a ladder: its title aliases, its look-alikes, and the words that it is made of."""

    def __init__(self, ladder: Ladder) -> None:
        self.ladder = ladder
        self.tiers: dict[str, list[Tier]] = {}
        for tier in ladder.tiers:
            for title in dict.fromkeys(self._normal(title) for title in (*tier.titles, tier.title)):
                self.tiers.setdefault(title, []).append(tier)
        words: Counter[str] = Counter()
        pairs: Counter[tuple[str, str]] = Counter()
        for title in self.tiers:
            parts = title.split()
            words.update(set(parts) - _RANKS)
            pairs.update(pair for pair in set(pairwise(parts)) if not _RANKS & set(pair))
        self.words = {word for word, times in words.items() if times * _COMMON_SHARE >= len(self.tiers)}
        self.pairs = {pair for pair, times in pairs.items() if times > 1}

    def _normal(self, title: str) -> str:
        return normal_title(title, self.ladder.abbreviations)

    def read(self, title: str) -> Reading:
        """Return what a title says. Every title says something: ``neither`` at the least."""
        words = self._normal(title).split()
        if not words:
            return Reading("neither", "There is no title.")
        fits = self._fits(title)
        if fits:
            return self._known(title, fits)
        other = look_alike_of_title(self.ladder, title)
        kind: Kind = "elsewhere" if _leads(words) else "neither"
        if other:
            return Reading(kind, other.note, "look-alike", _ASKED)
        if self.words & set(words) or any(pair in self.pairs for pair in pairwise(words)):
            return Reading(
                kind,
                "The title sounds like this line of work and is none that is known.",
                "sounds-alike",
                _ASKED,
            )
        if kind == "elsewhere":
            return Reading(kind, "The title leads people outside of customer support.")
        return Reading(kind, "The title is none of customer support.")

    def _whole(self, title: str) -> list[Tier] | None:
        """Return the tiers that a title is a name of, also with its second part in front of its first."""
        turned = " ".join(_parts(title)[1::-1])
        return self.tiers.get(self._normal(title)) or self.tiers.get(self._normal(turned))

    def _fits(self, title: str) -> list[Tier]:
        """Return the tiers that a title names: as a whole, else those of its parts; lowest first."""
        whole = self._whole(title)
        if whole:
            return whole
        named = [tier_of_title(self.ladder, part) for part in (title, *_parts(title))]
        return sorted({tier.id: tier for tier in named if tier}.values(), key=lambda tier: tier.rank)

    def _known(self, title: str, fits: list[Tier]) -> Reading:
        lowest = fits[0]
        kind: Kind = "leading" if lowest.leads_people else "support"
        if len(fits) > 1:
            listed = " and ".join(tier.title for tier in fits)
            choices = tuple(Choice(tier.id, f"{tier.title}.") for tier in fits)
            return Reading(kind, f"The title fits {listed}.", "two-readings", choices)
        why = f"The title is one of {lowest.title}."
        if self._whole(title):
            return Reading(kind, why)
        choice = Choice(lowest.id, f"{lowest.title}.")
        other = look_alike_of_title(self.ladder, title)
        if other:
            return Reading("neither", other.note, "look-alike", (choice, _NEITHER))
        if not tier_of_title(self.ladder, title):
            part = f"A part of the title is one of {lowest.title}, and another is not."
            return Reading("neither", part, "two-readings", (choice, _NEITHER))
        if kind == "support" and self._leads_beside(title):
            leads = f"{why} Another part of it sounds like leading."
            return Reading(kind, leads, "two-readings", (_SUPPORT, _LED))
        return Reading(kind, why)

    def _leads_beside(self, title: str) -> bool:
        """Return whether a part of a title that names no tier says that others are led."""
        rest = [part for part in _parts(title) if not tier_of_title(self.ladder, part)]
        return any(_leads(self._normal(part).split()) for part in rest)


def _parts(title: str) -> list[str]:
    return [part for part in _BETWEEN.split(title, maxsplit=_MOST_PARTS) if part.strip()]


def _leads(words: Sequence[str]) -> bool:
    """Return whether the words of a title say that people are led, rather than accounts or products."""
    return any(
        word in _LEADING
        and not (index and words[index - 1] in _THINGS)
        and words[index + 1 : index + 2] != ["generation"]
        for index, word in enumerate(words)
    )


def kind_of_answer(ladder: Ladder, answer: str, otherwise: Kind) -> Kind:
    """Return the kind of work that an answer to a doubt about a title means."""
    if answer in {"support", "leading"}:
        return "leading" if answer == "leading" else "support"
    tier = next((tier for tier in ladder.tiers if tier.id == answer), None)
    if tier:
        return "leading" if tier.leads_people else "support"
    return otherwise


def clocks(counted: Iterable[Counted]) -> tuple[int, int]:
    """Return the months of support and of leading support; leading counts on both clocks."""
    taken = [(job.kind, job.stretch) for job in counted if job.counts and job.stretch]
    leading = [stretch for kind, stretch in taken if kind == "leading"]
    return months_in([stretch for _, stretch in taken]), months_in(leading)


def latest(counted: Sequence[Counted]) -> Counted | None:
    """Return the current job, else the one that ended last; of several the one that began last."""
    titled = [job for job in counted if job.position.title and not job.position.volunteer]
    return max(titled, key=lambda job: (job.current, *_last_first(job)), default=None)


def _last_first(job: Counted) -> tuple[int, int]:
    return (job.stretch.last, job.stretch.first) if job.stretch else (0, 0)
