"""What a history tells over time: the fit of each tier, and how fast somebody goes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import takewhile
from math import fsum
from typing import NamedTuple

from careercli.domain.history import Assessed, History, StepDone, day_of, steps_done
from careercli.domain.values import Value

DAYS_A_WEEK = 7


class DayValue(NamedTuple):
    """A value from a day on."""

    day: date
    value: float


def _by_day(history: History) -> tuple[Assessed, ...]:
    """Return the last assessment about each day, in order of days, on the ladder of the last one made."""
    last = history.last_assessment
    if last is None:
        return ()
    days = {record.as_of: record for record in history.assessments if record.ladder == last.ladder}
    return tuple(days[day] for day in sorted(days))


def fits_over_time(history: History) -> dict[str, tuple[DayValue, ...]]:
    """Return the fit of each tier of the ladder in use, one point for each day with an assessment.

    Fits of two rules of placement are not one curve: those by the rule of the last assessment count.
    """
    records = by_last_rule(_by_day(history))
    tiers = dict.fromkeys(tier for record in reversed(records) for tier in record.fits)
    return {
        tier: tuple(DayValue(record.as_of, record.fits[tier]) for record in records if tier in record.fits)
        for tier in tiers
    }


def by_last_rule(records: Sequence[Assessed]) -> tuple[Assessed, ...]:
    """Return the assessments at the end that are by the same rule of placement as the last."""
    return tuple(takewhile(lambda record: record.rule == records[-1].rule, reversed(records)))[::-1]


class Week(NamedTuple):
    """Seven days from ``start`` on, the last of them perhaps not over: hours done, and hours meant for it."""

    start: date
    done: float
    meant: float | None


class Pace(Value):
    """How fast somebody goes.

    Attributes:
        since: the first day that is remembered; steps may be dated before it, and are not in any of this.
        days: how many days that is, ``since`` and today included.
        done: hours of effort in finished steps; where nobody counted, the middle of what was planned.
        counted: the part of ``done`` that somebody counted.
        planned: what the plan gave for the same steps.
        meant: hours that the person meant to give in these days, by the hours a week in their profile then;
            None where no assessment says them.
        weeks: the same week by week.

    """

    since: date
    days: int
    done: float
    counted: float
    planned_min: float
    planned_max: float
    meant: float | None
    weeks: tuple[Week, ...]

    @property
    def hours_per_week(self) -> float:
        """Hours done a week so far; the first week counts as a whole one until it is over."""
        return self.done * DAYS_A_WEEK / max(self.days, DAYS_A_WEEK)


def pace(history: History, today: date) -> Pace | None:
    """Return how fast somebody goes, up to and including ``today``; None where nothing is remembered by then.

    Records about days after ``today`` do not count. A step may be dated to any day before it was recorded, so
    it does not say since when somebody is at it.
    """
    records = (entry.record for entry in history.entries if not isinstance(entry.record, StepDone))
    days = [day for day in map(day_of, records) if day <= today]
    if not days:
        return None
    since = min(days)
    first, end = since.toordinal(), today.toordinal() + 1
    steps = [step for _, step in steps_done(history) if since <= step.day <= today]
    weekly = [(record.as_of.toordinal(), record.facts.hours_per_week) for record in _by_day(history)]
    weeks = tuple(
        Week(
            date.fromordinal(start),
            fsum(_effort(step) for step in steps if 0 <= step.day.toordinal() - start < DAYS_A_WEEK),
            _meant(weekly, start, min(start + DAYS_A_WEEK, end)),
        )
        for start in range(first, end, DAYS_A_WEEK)
    )
    return Pace(
        since=since,
        days=end - first,
        done=fsum(_effort(step) for step in steps),
        counted=fsum(step.hours for step in steps if step.hours is not None),
        planned_min=fsum(step.planned.min for step in steps),
        planned_max=fsum(step.planned.max for step in steps),
        meant=_meant(weekly, first, end),
        weeks=weeks,
    )


def _effort(step: StepDone) -> float:
    return step.planned.mean if step.hours is None else step.hours


def _meant(weekly: list[tuple[int, float]], start: int, end: int) -> float | None:
    """Return the hours meant for the days from ``start`` to before ``end``, a seventh of a week's each day.

    Days are ordinals: the last day that there is has none after it. Before the first assessment, what that
    one says counts.
    """
    if not weekly:
        return None
    total = 0.0
    for index, (day, hours) in enumerate(weekly):
        first = start if index == 0 else max(day, start)
        last = end if index + 1 == len(weekly) else min(weekly[index + 1][0], end)
        total += max(last - first, 0) * hours / DAYS_A_WEEK
    return round(total, 6)
