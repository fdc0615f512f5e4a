"""Months on a résumé: stretches of them, counted once where they overlap, and what they come to in years.

A month counts as a whole: a job from January to March 2020 is three months, whichever day it began on, since
most résumés give no days. Months that several jobs cover count once. Years are months divided by 12, to one
decimal: résumés are not more exact than that, and a person can check the number at a glance. Rounding never
reaches a whole or a half year that the months do not, so it opens no tier.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from careercli.domain.values import Value

MOST_YEARS = 60.0
"""As many years as a profile holds on a clock."""

MOST_AT_ONCE = 2
"""Two jobs at a time are common; three support jobs at a time are more likely a slip in a date."""

_MIDDLE = 7
"""The month in which a job begins of which only the year is given; it ends in the one before."""


class MonthSpan(NamedTuple):
    """Months from ``first`` to ``last``, both included, counted from the year 0."""

    first: int
    last: int

    @property
    def months(self) -> int:
        """How many months there are."""
        return self.last - self.first + 1


class Moment(Value):
    """A date as far as a résumé gives it: a month of a year, or the year alone; months count from 1.

    ``other`` is the month that it may be as well, as in ``03/04/2021``; ``about`` says that the month is but
    the middle of a season, quarter or part of a year.
    """

    year: int
    month: int | None = None
    other: int | None = None
    about: bool = False


def month_of(year: int, month: int) -> int:
    """Return a month as it is counted; ``month`` runs from 1 to 12."""
    return year * 12 + month - 1


def month_text(month: int) -> str:
    """Return a month as JSON dates write it: ``2020-03``."""
    return f"{month // 12:04d}-{month % 12 + 1:02d}"


def unite(stretches: Iterable[MonthSpan]) -> tuple[MonthSpan, ...]:
    """Return the months that any of the stretches covers, in order, those that touch as one."""
    out: list[MonthSpan] = []
    for stretch in sorted(stretches):
        if out and stretch.first <= out[-1].last + 1:
            out[-1] = MonthSpan(out[-1].first, max(out[-1].last, stretch.last))
        else:
            out.append(stretch)
    return tuple(out)


def months_in(stretches: Iterable[MonthSpan]) -> int:
    """Return how many months the stretches cover; what overlaps counts once."""
    return sum(stretch.months for stretch in unite(stretches))


def years_of(months: int) -> float:
    """Return months as years to one decimal, at most 60."""
    return min((months * 10 + 6) // 12 / 10, MOST_YEARS)


def crowded(stretches: Sequence[MonthSpan]) -> frozenset[int]:
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


def stretch_of(start: Moment, end: Moment | None, now: int) -> tuple[MonthSpan, bool]:
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
        return MonthSpan(first, now), True
    last = month_of(end.year, end.month or _MIDDLE - 1)
    if end.month is None and end.year == start.year:
        last = month_of(end.year, 12)
    if first > now:
        return MonthSpan(first, last), False
    over = end.month is None and end.year == now // 12
    return MonthSpan(first, min(last, now)), last > now and not over
