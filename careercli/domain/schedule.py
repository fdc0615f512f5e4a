"""When each milestone of a plan can be ready, and what binds the date.

Two walks over the same steps: one at the low end of every step's hours, one at the high end. Days are
whole days after today; a step that ends within a day is done on that day.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date, timedelta

import msgspec

from careercli.domain.gaps import gain
from careercli.domain.ladder import coverage, missing_musts, share
from careercli.domain.model import YEARS_PER_DAY, Hold, Ladder, Profile, Skill, Tier
from careercli.domain.placement import current_tier, rank_of
from careercli.domain.plan import PlannedStep, Stage, stages

HOLDS: tuple[Hold, ...] = ("skills", "support_years", "leading_years")


class Effort(msgspec.Struct, frozen=True):
    """Hours of several steps together; 0 where there are none."""

    min: float
    max: float


class Span(msgspec.Struct, frozen=True):
    """An earliest and a latest date; None where the plan alone never gets there, or not before 9999 ends."""

    earliest: date | None
    latest: date | None


class Milestone(msgspec.Struct, frozen=True):
    """One tier on the way; ``bound_by`` is the reason whose removal moves the date most, or None."""

    tier: Tier
    ready: Span
    complete: Span
    bound_by: Hold | None
    hours: Effort
    steps: tuple[PlannedStep, ...]


class Plan(msgspec.Struct, frozen=True):
    """The dated steps to a goal."""

    as_of: date
    goal: Tier | None
    hours_per_week: float
    milestones: tuple[Milestone, ...]
    unrated: int
    leads_people: bool
    needs_leading_years: bool
    newcomer: bool
    """Whether there are no support years yet: the dates then stand or fall with the day of the first job."""

    @property
    def steps(self) -> tuple[PlannedStep, ...]:
        """All steps in order."""
        return tuple(step for milestone in self.milestones for step in milestone.steps)


class Walk(msgspec.Struct, frozen=True):
    """One walk over the steps: on which day each step and each tier is done.

    ``done`` has the last day of every step, ``skills_day``, ``ready`` and ``complete`` one day for each
    milestone; ``leading_starts`` is the day from which leading years run. None means never.
    """

    done: tuple[int, ...]
    skills_day: tuple[int, ...]
    ready: tuple[int | None, ...]
    complete: tuple[int, ...]
    leading_starts: int | None
    leads_from_today: bool


def day_after(day: date, days: int | None) -> date | None:
    """Return the day so many days after one; None for never, and where the calendar ends before.

    The last day that a calendar has is not returned either: what is planned for a day ends on the next.
    """
    return None if days is None or days >= (date.max - day).days else day + timedelta(days=days)


def days_of_work(hours: float, hours_per_week: float) -> int:
    """Return on which day a number of hours is done, at a number of hours a week."""
    return math.ceil(round(hours * 7 / hours_per_week, 6))


def days_until(have: float, need: float) -> int:
    """Return the first day on which a clock that shows ``have`` years today shows ``need``."""
    if have >= need:
        return 0
    days = max(math.ceil((need - have) / YEARS_PER_DAY) - 1, 1)
    while have + days * YEARS_PER_DAY < need:
        days += 1
    return days


def schedule(
    ladder: Ladder, skills: Mapping[str, Skill], profile: Profile, goal: Tier | None, today: date
) -> Plan:
    """Return the plan from ``profile`` to ``goal`` with its dates; empty without a goal."""
    cut = stages(ladder, skills, profile, goal) if goal else ()
    low = walk(ladder, profile, cut, high=False)
    high = walk(ladder, profile, cut, high=True)
    bound = _bound_by(ladder, profile, cut, low, high)
    milestones = tuple(
        Milestone(
            tier=stage.tier,
            ready=_span(today, low.ready[index], high.ready[index]),
            complete=_span(today, low.complete[index], high.complete[index]),
            bound_by=bound[index],
            hours=_effort(stage.steps),
            steps=stage.steps,
        )
        for index, stage in enumerate(cut)
    )
    rated = profile.skills.keys() | profile.not_applicable.keys()
    asked = goal.demands if goal else ()
    return Plan(
        as_of=today,
        goal=goal,
        hours_per_week=profile.hours_per_week,
        milestones=milestones,
        unrated=sum(1 for demand in asked if demand.skill not in rated),
        leads_people=profile.leads_people,
        newcomer=not profile.support_years,
        needs_leading_years=goal is not None and profile.leading_years < goal.carried_leading_years,
    )


class _Awaited:
    """A tier that a walk waits for: whether its skills are met, as :func:`ladder.skills_met` says.

    A level that rises is added to what is counted, so a step costs the same on a ladder of any size.
    """

    def __init__(self, tier: Tier, levels: Mapping[str, int], profile: Profile) -> None:
        self._demands = {demand.skill: demand for demand in tier.demands}
        for skill in profile.not_applicable:
            self._demands.pop(skill, None)
        self._have, self._asked = coverage(self._demands.values(), levels)
        self._gates = set(missing_musts(tier.demands, levels))

    def met(self, pass_fit: float) -> bool:
        """Return whether every gate is reached and the fit is enough."""
        return not self._gates and share(self._have, self._asked) >= pass_fit

    def take(self, step: PlannedStep) -> None:
        """Count a finished step."""
        demand = self._demands.get(step.skill)
        if demand and step.level_from < demand.level:
            self._have += gain(demand, step.level_from) - gain(demand, step.level_to)
            if step.level_to == demand.level:
                self._gates.discard(step.skill)


def walk(ladder: Ladder, profile: Profile, cut: tuple[Stage, ...], *, high: bool) -> Walk:
    """Walk the steps in order, at the low or high end of their hours."""
    levels = dict(profile.skills)
    waiting = iter(stage.tier for stage in cut)
    hours, day = 0.0, 0
    done: list[int] = []
    skills_day: list[int] = []
    complete: list[int] = []

    def following() -> _Awaited | None:
        """Return the first tier that is not met yet, after noting the day for those that are."""
        for tier in waiting:
            awaited = _Awaited(tier, levels, profile)
            if not awaited.met(ladder.pass_fit):
                return awaited
            skills_day.append(day)
        return None

    awaited = following()
    for stage in cut:
        for step in stage.steps:
            hours += step.hours.max if high else step.hours.min
            day = days_of_work(hours, profile.hours_per_week)
            done.append(day)
            levels[step.skill] = step.level_to
            if awaited:
                awaited.take(step)
                if awaited.met(ladder.pass_fit):
                    skills_day.append(day)
                    awaited = following()
        complete.append(day)
    leads = _leads_from_today(ladder, profile)
    ready, starts = _ready(ladder, profile, cut, tuple(skills_day), leads=leads)
    return Walk(tuple(done), tuple(skills_day), ready, tuple(complete), starts, leads)


def replayed(profile: Profile, cut: tuple[Stage, ...], path: Walk, day: int) -> Profile:
    """Return the profile as it will be on a day of a walk: steps done, clocks run on."""
    steps = [step for stage in cut for step in stage.steps]
    levels = dict(profile.skills)
    for step, finished in zip(steps, path.done, strict=True):
        if finished <= day:
            levels[step.skill] = step.level_to
    led = max(day - path.leading_starts, 0) if path.leading_starts is not None else 0
    return msgspec.structs.replace(
        profile,
        skills=levels,
        support_years=profile.support_years + day * YEARS_PER_DAY,
        leading_years=profile.leading_years + led * YEARS_PER_DAY,
    )


def _first_leading(ladder: Ladder) -> int | None:
    return next((tier.rank for tier in ladder.tiers if tier.leads_people), None)


def _leads_from_today(ladder: Ladder, profile: Profile) -> bool:
    """Return whether leading years run from today: the person leads people, or could take such a seat."""
    first = _first_leading(ladder)
    return profile.leads_people or (first is not None and rank_of(current_tier(ladder, profile)) >= first)


def _ready(
    ladder: Ladder,
    profile: Profile,
    cut: tuple[Stage, ...],
    skills_day: tuple[int, ...],
    *,
    leads: bool,
    without: frozenset[Hold] = frozenset(),
) -> tuple[tuple[int | None, ...], int | None]:
    """Return the day each milestone is ready, and the day from which leading years run.

    ``without`` names the reasons to leave out of account, to see what a reason is worth.
    """
    first_leading = _first_leading(ladder)
    starts: int | None = 0 if leads else None
    out: list[int | None] = []
    before: int | None = 0
    for stage, met in zip(cut, skills_day, strict=True):
        tier = stage.tier
        days: list[int | None] = [before]
        if "skills" not in without:
            days.append(met)
        if "support_years" not in without:
            days.append(days_until(profile.support_years, tier.carried_support_years))
        if "leading_years" not in without and profile.leading_years < tier.carried_leading_years:
            led = days_until(profile.leading_years, tier.carried_leading_years)
            days.append(None if starts is None else starts + led)
        before = None if None in days else max(day for day in days if day is not None)
        out.append(before)
        if starts is None and tier.rank == first_leading:
            starts = before
    return tuple(out), starts


def _bound_by(
    ladder: Ladder, profile: Profile, cut: tuple[Stage, ...], low: Walk, high: Walk
) -> tuple[Hold | None, ...]:
    """Return, for each milestone, the reason whose removal moves its date most; None if it is ready today.

    The latest date counts first, then the earliest. Where two reasons bind to the same day, neither alone
    moves it; then the first of them is named.
    """

    def without(path: Walk, *holds: Hold) -> tuple[int | None, ...]:
        relieved = frozenset(holds)
        days, _ = _ready(ladder, profile, cut, path.skills_day, leads=path.leads_from_today, without=relieved)
        return days

    relieved = {hold: (without(high, hold), without(low, hold)) for hold in HOLDS}
    out: list[Hold | None] = []
    for index in range(len(cut)):
        if high.ready[index] == 0:
            out.append(None)
            continue
        moves = {
            hold: (_moved(high.ready[index], late[index]), _moved(low.ready[index], early[index]))
            for hold, (late, early) in relieved.items()
        }
        best = max(HOLDS, key=lambda hold: moves[hold])
        if moves[best] == (0, 0):
            pairs = ((one, other) for one in HOLDS for other in HOLDS[HOLDS.index(one) + 1 :])
            best = next(
                (
                    one
                    for one, other in pairs
                    if _moved(high.ready[index], without(high, one, other)[index]) > 0
                ),
                HOLDS[0],
            )
        out.append(best)
    return tuple(out)


def _moved(day: int | None, without: int | None) -> float:
    """Return by how many days a date comes earlier."""
    if day is None:
        return 0.0 if without is None else math.inf
    return float(day - without) if without is not None else 0.0


def _span(today: date, low: int | None, high: int | None) -> Span:
    return Span(earliest=day_after(today, low), latest=day_after(today, high))


def _effort(steps: tuple[PlannedStep, ...]) -> Effort:
    return Effort(
        min=sum((step.hours.min for step in steps), 0.0), max=sum((step.hours.max for step in steps), 0.0)
    )
