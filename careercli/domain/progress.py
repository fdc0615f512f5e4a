"""How far somebody has come: since the last time and since the start, how fast, and what that pace gives.

What the person moved is told apart from what newer role data moved: earlier facts are assessed again as
today's are. The same arguments always give the same result.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import takewhile
from math import fsum
from typing import NamedTuple

from careercli.domain.assessment import Assessment, assess
from careercli.domain.attribution import Move, WhatChanged, on_ladder, what_changed
from careercli.domain.gaps import Gap, gaps
from careercli.domain.history import (
    Assessed,
    History,
    Recorded,
    StepDone,
    day_of,
    remembered,
    steps_done,
    years_since,
)
from careercli.domain.model import Catalog, Hold, Profile, Tier
from careercli.domain.over_time import DAYS_A_WEEK, DayValue, Pace, by_last_rule, fits_over_time, pace
from careercli.domain.placement import rank_of
from careercli.domain.plan import PlannedStep
from careercli.domain.schedule import Plan, Span, schedule
from careercli.domain.steps import next_step
from careercli.domain.values import Value

FARTHEST = 100 * 365
"""This many days of work at a pace say only that the pace leads nowhere."""

LEAST_DAYS = 28
"""A pace of fewer days says more of these days than of the months to come, and gives no dates."""

HORIZON = 10 * 365
"""Nobody keeps a pace for longer: a date beyond this many days is not one to count on."""

REACH = 13
"""A pace gives no date that is more than this many times as far ahead as it reaches back: of four weeks none
beyond a year. That is our judgement."""


class Period(Value):
    """What happened from an earlier day until today.

    ``closed`` are gaps to today's goal that were open then and are not now, as they were; ``opened`` the
    other way round, as they are. ``rated`` counts the skills that somebody has rated since for the first
    time; one that a finished step gave its first level is not among them.
    """

    since: date
    changed: WhatChanged
    steps: tuple[StepDone, ...]
    closed: tuple[Gap, ...]
    opened: tuple[Gap, ...]
    rated: int

    @property
    def fits(self) -> tuple[Move, ...]:
        """The fits that the person moved."""
        return tuple(move for move in self.changed.by_person if move.of == "fits")

    @property
    def grown(self) -> tuple[Gap, ...]:
        """The gaps that more of a skill has closed; those that a first rating closed are only known now."""
        begun = _begun(self.steps)
        return tuple(gap for gap in self.closed if gap.have is not None or gap.skill in begun)

    @property
    def moved(self) -> bool:
        """Whether the person moved anything: facts, standing or steps."""
        return bool(self.changed.facts or self.changed.by_person or self.steps)


class Forecast(Value):
    """When a tier is ready: as it was planned at the start, as it is planned now, and at the pace so far.

    ``then`` is None where the plan of that day did not have the tier, ``at_pace`` where nothing gives a pace
    yet, or only a date that is too far ahead.
    """

    tier: Tier
    then: Span | None
    planned: Span
    at_pace: Span | None
    bound_by: Hold | None
    """What binds the latest date of ``planned``."""


class FitCurve(NamedTuple):
    """The fit of a tier over time, a point for each day on which it was reckoned, today's last.

    ``at_start`` is that of the very first record by today's rule, which the end of its day may not show any
    more.
    """

    tier: Tier
    points: tuple[DayValue, ...]
    at_start: float


class Progress(Value):
    """How far somebody has come by a day.

    Attributes:
        now: the assessment of today's facts; of those remembered by then, if there are any and it is past.
        record: the same as it is remembered.
        last: since the last assessment of an earlier day; where nothing changed since, from before the day of
            the last change, so that it tells what was done last; None where there is none.
        start: since the first assessment; None where there is none.
        unchanged_since: the day of the last change, where nothing changed since.
        charts: the fit of each tier, in order of rank, since the rule of placement is today's.
        rule_since: the first day by today's rule of placement, where earlier ones are remembered by another.
        steps: the finished steps, in order of their days.
        pace: how fast it goes.
        forecasts: for the next milestone and the goal.
        years_since: since when the years have been the same, where that is long ago.
        in_past: whether more is remembered about days after this one.
        assessed: on how many days the person was assessed, today included.

    """

    now: Assessment
    record: Assessed
    last: Period | None
    start: Period | None
    unchanged_since: date | None
    charts: tuple[FitCurve, ...]
    rule_since: date | None
    steps: tuple[StepDone, ...]
    pace: Pace
    forecasts: tuple[Forecast, ...]
    years_since: date | None
    in_past: bool
    assessed: int

    @property
    def steps_in_pace(self) -> tuple[StepDone, ...]:
        """The finished steps that the pace rests on: those from the first remembered day on."""
        return tuple(step for step in self.steps if step.day >= self.pace.since)

    @property
    def paced(self) -> bool:
        """Whether there is a pace that dates can be reckoned from: finished steps, and days enough."""
        return bool(self.steps_in_pace) and self.pace.days >= LEAST_DAYS

    @property
    def gates_left(self) -> int:
        """How many gates of the next tier are not reached, or not known to be."""
        return len(self.now.standing(self.now.next).gates_left) if self.now.next else 0

    @property
    def next_step(self) -> PlannedStep | None:
        """The next step of the plan, without those that are there in case they are needed."""
        return next_step(self.now.plan)


def horizon(days: int) -> int:
    """Return how many days ahead a date may be that rests on a pace of so many ``days``."""
    return min(REACH * days, HORIZON)


def progress(catalog: Catalog, profile: Profile, history: History, today: date) -> Progress:
    """Return how far somebody has come by a day, on the ladder in use.

    ``profile`` is what they say of themselves now. If the day is in the past, what was remembered by then
    counts instead.
    """
    known = history.on(catalog.ladder.id)
    by_then = [entry for entry in known if entry.record.as_of <= today]
    in_past = len(by_then) < len(known)
    if in_past and by_then:
        profile = max(by_then, key=lambda entry: (entry.record.as_of, entry.line)).record.facts
    version = catalog.fingerprint

    def assessed(facts: Profile) -> Assessment:
        return assess(catalog.ladder, catalog.skills_by_id, on_ladder(catalog, facts), today)

    now = assessed(profile)
    record = remembered(now, at=today, catalog=version)
    seen = _up_to(history, by_then, record, today)
    finished = steps_done(seen)

    def stretch(before: Recorded[Assessed]) -> Period:
        changed = what_changed(
            before.record, record, lambda facts: remembered(assessed(facts), at=today, catalog=version)
        )
        return _stretch(catalog, before, now, changed, finished)

    in_order = sorted(by_then, key=lambda entry: (entry.record.as_of, entry.line))
    first = next(iter(in_order), None)
    before = next((entry for entry in reversed(in_order) if entry.record.as_of < today), first)
    last = stretch(before) if before else None
    start = stretch(first) if first else None
    unchanged_since = last.since if last and not last.changed.anything and not last.steps else None
    if unchanged_since:
        last = stretch(_before_last_change(in_order))
    by_rule = by_last_rule([*(entry.record for entry in in_order), record])
    speed = pace(seen, today)
    if speed is None:  # pragma: no cover - today's record is always there
        raise AssertionError("a history with a record has a pace")
    return Progress(
        now=now,
        record=record,
        last=last,
        start=start,
        unchanged_since=unchanged_since,
        charts=_charts(catalog, seen, by_rule[0]),
        rule_since=by_rule[0].as_of if len(by_rule) <= len(in_order) else None,
        steps=tuple(sorted((entry.record for entry in finished), key=lambda step: step.day)),
        pace=speed,
        forecasts=_forecasts(catalog, now, first.record if first else None, speed),
        years_since=years_since(by_then, profile, today),
        in_past=in_past,
        assessed=len({today, *(entry.record.as_of for entry in by_then)}),
    )


def _before_last_change(known: Sequence[Recorded[Assessed]]) -> Recorded[Assessed]:
    """Return the last of some assessments before the day on which the facts became what they are in the end.

    ``known`` is in order of days. Where that day is the first one it is the very first assessment; where the
    facts never changed, the last.
    """
    facts = known[-1].record.facts
    same = list(takewhile(lambda entry: entry.record.facts == facts, reversed(known)))
    if len(same) == len(known):
        return known[-1]
    changed = same[-1].record.as_of
    return next((entry for entry in reversed(known) if entry.record.as_of < changed), known[0])


def _up_to(history: History, known: list[Recorded[Assessed]], record: Assessed, today: date) -> History:
    """Return what a history holds about the days up to today, today's assessment last."""
    lines = {entry.line for entry in known}
    entries = [
        entry
        for entry in history.entries
        if (entry.line in lines if isinstance(entry.record, Assessed) else day_of(entry.record) <= today)
    ]
    last = max((entry.line for entry in history.entries), default=0)
    return History((*entries, Recorded(last + 1, record)))


def _stretch(
    catalog: Catalog,
    before: Recorded[Assessed],
    now: Assessment,
    changed: WhatChanged,
    finished: tuple[Recorded[StepDone], ...],
) -> Period:
    facts = on_ladder(catalog, before.record.facts)
    goal = now.goal
    then = gaps(catalog.ladder, now.skills, facts, goal, goal) if goal else ()
    open_then, open_now = ({gap.skill for gap in several} for several in (then, now.goal_gaps))
    steps = tuple(entry.record for entry in finished if entry.line > before.line)
    # Which skills of a group are the nearest to what it wants may change without a change of theirs.
    same = {skill for skill, level in facts.skills.items() if now.profile.skills.get(skill) == level}
    return Period(
        since=before.record.as_of,
        changed=changed,
        steps=steps,
        closed=tuple(gap for gap in then if gap.skill not in open_now | same),
        opened=tuple(gap for gap in now.goal_gaps if gap.skill not in open_then | same),
        rated=len(now.profile.skills.keys() - facts.skills.keys() - _begun(steps)),
    )


def _begun(steps: Sequence[StepDone]) -> set[str]:
    """Return the skills that had no rating until one of these steps gave them a level."""
    return {step.skill for step in steps if not step.rated}


def _charts(catalog: Catalog, seen: History, first: Assessed) -> tuple[FitCurve, ...]:
    fits = fits_over_time(seen)
    return tuple(
        FitCurve(tier, fits[tier.id], first.fits.get(tier.id, fits[tier.id][0].value))
        for tier in catalog.ladder.tiers
        if tier.id in fits
    )


def _forecasts(
    catalog: Catalog, now: Assessment, first: Assessed | None, speed: Pace
) -> tuple[Forecast, ...]:
    ladder, skills, goal = catalog.ladder, catalog.skills_by_id, now.goal
    if goal is None:
        return ()
    then = schedule(ladder, skills, on_ladder(catalog, first.facts), goal, first.as_of) if first else None
    paced = at_pace(catalog, now, speed.hours_per_week) if speed.days >= LEAST_DAYS else None
    reached = rank_of(now.placement.current)
    everything = now.plan.milestones
    milestones = [entry for entry in everything if entry.tier.rank > reached] or everything
    shown = list(dict.fromkeys([0, len(milestones) - 1])) if milestones else []
    return tuple(
        Forecast(
            tier=entry.tier,
            then=_ready(then, entry.tier),
            planned=entry.ready,
            at_pace=_near(_ready(paced, entry.tier), entry.ready, now.as_of, horizon(speed.days)),
            bound_by=entry.bound_by.latest,
        )
        for entry in (milestones[index] for index in shown)
    )


def at_pace(catalog: Catalog, now: Assessment, hours_per_week: float) -> Plan | None:
    """Return the plan with this many hours a week; None where these lead nowhere within a hundred years."""
    work = fsum(milestone.hours.max for milestone in now.plan.milestones)
    if not work:
        return now.plan
    if not hours_per_week or work * DAYS_A_WEEK > FARTHEST * hours_per_week:
        return None
    facts = now.profile.but(hours_per_week=hours_per_week)
    return schedule(catalog.ladder, catalog.skills_by_id, facts, now.goal, now.as_of)


def _ready(plan: Plan | None, tier: Tier) -> Span | None:
    milestones = plan.milestones if plan else ()
    return next((entry.ready for entry in milestones if entry.tier is tier), None)


def _near(found: Span | None, planned: Span, today: date, most: int) -> Span | None:
    """Return a date at a pace; None where it is more than ``most`` days ahead, unless no pace decides it."""
    if found is None or found.latest is None:
        return None
    near = found.latest == planned.latest or (found.latest - today).days <= most
    return found if near else None


def sampled(points: tuple[DayValue, ...], today: date, most: int) -> tuple[float, ...]:
    """Return a value over time as at most ``most`` values at equal distances, from the first day to today.

    Between two points the value is that of the earlier one. Fewer days than ``most`` give one value a day.
    """
    if not points:
        return ()
    first = points[0].day
    days = max((today - first).days, 0)
    amount = min(days + 1, most)
    out = []
    for index in range(amount):
        day = first + timedelta(days=days * index // max(amount - 1, 1))
        out.append(next(point.value for point in reversed(points) if point.day <= day))
    return tuple(out)
