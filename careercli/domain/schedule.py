"""When each step of a plan is done, when each milestone is ready, and what binds the date.

Two walks over the same steps. The early one takes the low end of every step's hours, what is not rated as
estimated, and the floors of the years. The late one takes the high end, what is not rated as 0, with the
steps for it, and the later of floor and usual years. Days are whole days after today; a step that ends within
a day is done on that day.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from math import fsum
from typing import Literal, NamedTuple, get_args

from careercli.domain.ladder import coverage, days_until, gate_met, leading_toward, passes
from careercli.domain.model import Hold, Ladder, Profile, Skills, Tier, told
from careercli.domain.placement import Placement, leads_now, place, rank_of
from careercli.domain.plan import Course, PlannedStep, Stage, ancestors, course, stages
from careercli.domain.route import all_targets, shortest_targets
from careercli.domain.values import Value

HOLDS: tuple[Hold, ...] = get_args(Hold)

RouteName = Literal["shortest", "full"]


class Effort(Value):
    """Hours of several steps together; 0 where there are none."""

    min: float
    max: float


class Span(Value):
    """An earliest and a latest date; None where the plan alone never gets there, or not before 9999 ends."""

    earliest: date | None
    latest: date | None


class Binding(Value):
    """What binds the earliest and the latest date; None where that is today."""

    earliest: Hold | None
    latest: Hold | None


class DatedStep(Value):
    """A step with the days on which it begins and ends; no earliest where it is only ``if_needed``."""

    step: PlannedStep
    starts: Span
    ends: Span


class Milestone(Value):
    """One tier on the way: when it is ready, what binds that, and its steps.

    ``until`` says, for each reason, when that alone no longer stands in the way.
    """

    tier: Tier
    ready: Span
    bound_by: Binding
    until: dict[Hold, Span]
    hours: Effort
    steps: tuple[DatedStep, ...]

    @property
    def ready_after(self) -> int:
        """How many of its steps come up to and with the last one that both ends of its date need.

        It is ready there as far as steps go; what follows goes on to the next tier. What is to be rated is
        needed in any case: without it nobody knows.
        """
        met = self.until["skills"]
        needed = (
            place
            for place, dated in enumerate(self.steps, start=1)
            if dated.step.growth is None
            or (_by(dated.ends.earliest, met.earliest) and _by(dated.ends.latest, met.latest))
        )
        return max(needed, default=0)


class Plan(Value):
    """The dated steps to a goal.

    ``also_helps`` are the steps that the shortest route leaves out, with the full route alone. ``course`` is
    what the plan is made from; None without a goal.
    """

    as_of: date
    goal: Tier | None
    route: RouteName
    hours_per_week: float
    milestones: tuple[Milestone, ...]
    also_helps: tuple[DatedStep, ...]
    profile: Profile
    placement: Placement
    course: Course | None

    @property
    def dated_steps(self) -> tuple[DatedStep, ...]:
        """All steps in order."""
        return tuple(step for milestone in self.milestones for step in milestone.steps)

    @property
    def steps(self) -> tuple[PlannedStep, ...]:
        """All steps in order, without their dates."""
        return tuple(dated.step for dated in self.dated_steps)


class Worked(NamedTuple):
    """When a step is worked on in a walk: the days after today on which it begins and ends."""

    start: int
    end: int


class Timetable(Value):
    """One walk over the steps of a plan.

    ``worked`` has the days of each step by its id; what the early walk leaves out is not there. ``levels``
    are those of today as the walk takes them. ``late`` is which of the two it is.
    """

    worked: dict[str, Worked]
    levels: dict[str, int]
    late: bool


def schedule(
    ladder: Ladder,
    skills: Skills,
    profile: Profile,
    goal: Tier | None,
    today: date,
    *,
    route: RouteName = "shortest",
    placement: Placement | None = None,
) -> Plan:
    """Return the plan from ``profile`` to ``goal`` with its dates, told by the seat; empty without a goal."""
    placement = placement or place(ladder, profile)
    skills = told(skills, placement.seat)
    if goal is None:
        return Plan(today, None, route, profile.hours_per_week, (), (), profile, placement, None)
    way = course(ladder, profile, placement, goal)
    plan = along(way, ladder, skills, profile, placement, today, route)
    return plan.but(goal=goal)


def along(
    way: Course,
    ladder: Ladder,
    skills: Skills,
    profile: Profile,
    placement: Placement,
    today: date,
    route: RouteName,
) -> Plan:
    """Return the plan along the milestones of a course, with its dates; its goal is the last of them."""
    targets = shortest_targets(way, skills, ladder.pass_fit)
    cut = stages(way, skills, targets, placement.seat)
    more = _left_out(way, skills, cut, placement) if route == "full" else ()
    walks = tuple(walk(way, skills, profile, cut, more, late=late) for late in (False, True))
    ends = [_ready(ladder, profile, placement, cut, walked) for walked in walks]

    def dated(steps: Sequence[PlannedStep]) -> tuple[DatedStep, ...]:
        return tuple(
            DatedStep(
                step,
                starts=_span(today, *(_day(walked, step, 0) for walked in walks)),
                ends=_span(today, *(_day(walked, step, 1) for walked in walks)),
            )
            for step in steps
        )

    return Plan(
        as_of=today,
        goal=way.tiers[-1] if way.tiers else None,
        route=route,
        hours_per_week=profile.hours_per_week,
        milestones=tuple(
            Milestone(
                tier=stage.tier,
                ready=_span(today, early.day, late.day),
                bound_by=Binding(early.bound_by, _later(early, late).bound_by),
                until={hold: _span(today, early.until[hold], late.until[hold]) for hold in HOLDS},
                hours=effort(stage.steps).but(min=effort([s for s in stage.steps if not s.if_needed]).min),
                steps=dated(stage.steps),
            )
            for stage, early, late in zip(cut, *ends, strict=True)
        ),
        also_helps=dated(more),
        profile=profile,
        placement=placement,
        course=way,
    )


def _left_out(
    way: Course, skills: Skills, cut: tuple[Stage, ...], placement: Placement
) -> tuple[PlannedStep, ...]:
    """Return the steps that the tiers of a course ask for and the shortest route can do without."""
    taken = {step.id for stage in cut for step in stage.steps}
    everything = stages(way, skills, all_targets(way), placement.seat)
    return tuple(
        step
        for stage in everything
        for step in stage.steps
        if step.id not in taken and step.kind != "interview"
    )


def walk(
    way: Course,
    skills: Skills,
    profile: Profile,
    cut: tuple[Stage, ...],
    more: Sequence[PlannedStep] = (),
    *,
    late: bool,
) -> Timetable:
    """Walk the steps in order; a step that waits for a result holds up only what rests on it.

    ``more`` comes after all of them, and moves no date.
    """
    in_order = [step for stage in cut for step in stage.steps]
    parts = [[step for step in part if late or not step.if_needed] for part in (in_order, more)]
    pace = profile.hours_per_week
    ends: dict[str, float] = {}
    worked: dict[str, Worked] = {}
    waits = _waits([step for part in parts for step in part], skills)
    now = 0.0

    def free(step: PlannedStep) -> float:
        """Return from when on a step can be worked on."""
        return max((ends.get(other, math.inf) for other in waits[step.id]), default=0.0)

    for todo in parts:
        while todo:
            place = next((index for index, step in enumerate(todo) if free(step) <= now), None)
            if place is None:
                now = min(map(free, todo))
                continue
            step = todo.pop(place)
            done = now + (step.hours.max if late else step.hours.min)
            ends[step.id] = done + step.weeks * pace
            worked[step.id] = Worked(
                _whole_days(now, pace, math.floor), _whole_days(ends[step.id], pace, math.ceil)
            )
            now = done
    levels = {skill: 0 if late and skill in way.estimated else level for skill, level in way.levels.items()}
    return Timetable(worked, levels, late)


def _waits(steps: Sequence[PlannedStep], skills: Skills) -> dict[str, list[str]]:
    """Return which steps before it each step has to wait for: those of its skill, and of what it rests on."""
    out: dict[str, list[str]] = {}
    of_skill: dict[str, list[str]] = {}
    for step in steps:
        if step.skill is None:
            out[step.id] = []
            continue
        rests_on = () if step.kind == "rate" else ancestors(skills, step.skill)
        out[step.id] = [other for skill in (step.skill, *rests_on) for other in of_skill.get(skill, ())]
        of_skill.setdefault(step.skill, []).append(step.id)
    return out


def _whole_days(hours: float, hours_per_week: float, rounded: Callable[[float], int]) -> int:
    return rounded(round(hours * 7 / hours_per_week, 6))


class Ready(Value):
    """On which day from today a walk confirms a tier, what binds it, and when each reason alone is met."""

    day: int | None
    bound_by: Hold | None
    until: dict[Hold, int | None]


def _ready(
    ladder: Ladder, profile: Profile, placement: Placement, cut: Sequence[Stage], walked: Timetable
) -> list[Ready]:
    """Return when each milestone is ready in a walk, or a tier above it, as the clocks run on meanwhile."""
    first, current = ladder.first_leading, placement.current
    leads = leads_now(profile, placement.by_seat)
    starts = 0 if leads or (current and current.leads_people) else None
    above = [tier for tier in ladder.tiers if cut and tier.rank >= cut[0].tier.rank]
    levels = _levels_by_day(profile, cut, walked)
    skill_days = {tier.rank: _skill_day(ladder, profile, tier, levels) for tier in above}

    def offer(tier: Tier, starts: int | None) -> Ready:
        """Return when a tier is ready, where leading years run from the day ``starts`` on; None for never."""
        support: int | None = 0
        leading: int | None = 0
        if rank_of(placement.by_seat) < tier.rank:
            need = tier.support_years.wanted if walked.late else tier.support_years.floor
            support = days_until(profile.full_support_years, need, profile.part_time_share)
            led = 0 if tier is first and not leads else _leading_days(tier, profile, late=walked.late)
            if led:
                leading = None if starts is None else starts + led
        days: dict[Hold, int | None] = {
            "skills": skill_days[tier.rank],
            "support_years": support,
            "leading_years": leading,
        }
        binds = max(HOLDS, key=lambda hold: _lateness(days[hold]))
        return Ready(days[binds], None if days[binds] == 0 else binds, days)

    out = []
    for stage in cut:
        offers = [offer(tier, starts) for tier in above if tier.rank >= stage.tier.rank]
        out.append(min(offers, key=lambda offer: _lateness(offer.day)))
        if starts is None and stage.tier is first:
            starts = out[-1].day
    return out


def _lateness(day: int | None) -> float:
    return math.inf if day is None else day


def _leading_days(tier: Tier, profile: Profile, *, late: bool) -> int:
    """Return after how many days of leading the leading years suffice."""
    share = profile.part_time_share
    days = days_until(leading_toward(tier, profile), tier.leading_years.floor, share)
    if late:
        days = max(days, days_until(profile.full_leading_years, tier.leading_years.usual, share))
    return days


def _levels_by_day(profile: Profile, cut: Sequence[Stage], walked: Timetable) -> dict[int, dict[str, int]]:
    """Return the levels that there are in a walk from each day on, in order of the days."""
    steps = [step for stage in cut for step in stage.steps if step.id in walked.worked]
    found = {0: (levels := {**profile.skills, **walked.levels})}
    for step in sorted(steps, key=lambda step: walked.worked[step.id].end):
        if step.skill and step.level_to:
            levels = {**levels, step.skill: max(levels.get(step.skill, 0), step.level_to)}
            found[walked.worked[step.id].end] = levels
    return found


def _skill_day(
    ladder: Ladder, profile: Profile, tier: Tier, by_day: Mapping[int, Mapping[str, int]]
) -> int | None:
    """Return the first of some days on which the levels confirm a tier; None where they never do."""

    def confirms(day: int) -> bool:
        levels, left_out = by_day[day], profile.not_applicable
        return all(gate_met(gate, levels) for gate in tier.gates) and passes(
            *coverage(tier.asks, levels, left_out), ladder.pass_fit
        )

    days = list(by_day)
    at = bisect_left(days, 1, key=lambda day: int(confirms(day)))
    return days[at] if at < len(days) else None


def _day(walked: Timetable, step: PlannedStep, which: int) -> int | None:
    days = walked.worked.get(step.id)
    return days[which] if days else None


def _later(early: Ready, late: Ready) -> Ready:
    return late if early.day is None or late.day is None or early.day <= late.day else early


def _span(today: date, early: int | None, late: int | None) -> Span:
    """Return two days after today as dates; the latest is never before the earliest."""
    if early is not None and late is not None:
        late = max(early, late)
    return Span(earliest=day_after(today, early), latest=day_after(today, late))


def _by(ended: date | None, met: date | None) -> bool:
    """Return whether a step of a walk has ended by a day of it; what is left out of a walk has not."""
    return ended is not None and met is not None and ended <= met


def day_after(day: date, days: int | None) -> date | None:
    """Return the day that is ``days`` after another; None for never, and where the calendar ends before.

    The last day that a calendar has is not returned either: what is planned for a day ends on the next.
    """
    return None if days is None or days >= (date.max - day).days else day + timedelta(days=days)


def effort(steps: Sequence[PlannedStep]) -> Effort:
    """Return the hours of steps together."""
    return Effort(fsum(step.hours.min for step in steps), fsum(step.hours.max for step in steps))
