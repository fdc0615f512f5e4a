"""The steps to a goal, in order, cut into one milestone for each tier on the way.

The order inside a milestone is: what is to be rated, then prerequisites, gates, fit gained per hour, and id.
Which steps there are is the business of :mod:`route`, when they are done that of :mod:`schedule`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import Literal, get_args

from careercli.domain.growth import GrowthStep, Hours, LadderSeat, Seat, StepKind
from careercli.domain.interview import INTERVIEW, RATING
from careercli.domain.ladder import estimates, gate_met, tally
from careercli.domain.model import Ladder, Profile, Skill, Skills, Tier
from careercli.domain.placement import Placement, place, rank_of
from careercli.domain.requirements import Ask
from careercli.domain.values import Value

PlannedKind = StepKind | Literal["rate", "interview"]

SEATS: tuple[Seat, ...] = get_args(Seat)
"""All seats; who holds one of those on the ladder can do what a lower one can."""


class PlannedStep(Value, kw_only=True):
    """One step of a plan: raising a skill by a level, rating one, or the quick interview.

    ``skill`` is None for the interview alone, ``level_from`` and ``level_to`` where nothing is raised, and
    ``growth`` too. ``gate`` says whether the milestone has the skill in a gate that is not reached yet.
    ``if_needed`` marks a step below an estimate: it is left out if the rating turns out as estimated.
    ``needs_seat`` is the seat that the step needs and the person does not hold, or None.
    """

    id: str
    kind: PlannedKind
    skill: str | None = None
    level_from: int | None = None
    level_to: int | None = None
    gate: bool = False
    if_needed: bool = False
    hours: Hours
    weeks: float = 0.0
    needs_seat: LadderSeat | None = None
    action: str = ""
    growth: GrowthStep | None = None


class Stage(Value):
    """A milestone before it has dates: a tier and its steps in order."""

    tier: Tier
    steps: tuple[PlannedStep, ...]


class Course(Value):
    """From where to where a plan goes.

    ``tiers`` are those of its milestones, the lowest first, none where the goal is reached for sure.
    ``levels`` has what every skill that they ask counts as today: its rating, else its estimate.
    ``estimated`` are the skills among them that are not rated. ``interview`` is whether too little is rated
    to place the person, so that the quick interview comes first.
    """

    tiers: tuple[Tier, ...]
    levels: dict[str, int]
    estimated: frozenset[str]
    interview: bool


def following_rank(placement: Placement) -> int:
    """Return the rank after the current one, which the ladder may not have.

    Where too little is rated to place somebody, it is the lower of what years allow and what the job, or the
    title, says: nobody is sent back to the first tier for not having answered yet.
    """
    if placement.state == "too-little-rated":
        says = placement.by_seat or placement.stated or placement.by_years
        return max(min(rank_of(placement.by_years), rank_of(says)), 1)
    return rank_of(placement.current) + 1


def default_goal(ladder: Ladder, profile: Profile, placement: Placement | None = None) -> Tier | None:
    """Return the profile's goal, else the first goal of the ladder above where the person stands.

    Above the last goal it is the tier that is to be confirmed, and None where none is. ``placement`` is where
    the person stands, where that is known already.
    """
    if profile.goal:
        return ladder.tier(profile.goal)
    placement = placement or place(ladder, profile)
    above = following_rank(placement)
    goal = next((tier for tier in map(ladder.tier, ladder.goals) if tier.rank >= above), None)
    if goal or placement.current is placement.confirmed:
        return goal or (ladder.at(above) if placement.state == "too-little-rated" else None)
    return placement.current


def course(ladder: Ladder, profile: Profile, placement: Placement, goal: Tier) -> Course:
    """Return the milestones from where somebody is placed to a goal, and what counts on the way.

    The first is the current tier where it is not confirmed, else the one above. A goal at or below the
    current tier is the only one; at or below the confirmed one there is none. Where too little is rated, they
    begin with the lower of what years allow and what the job, or the title, says.
    """
    here, sure = rank_of(placement.current), rank_of(placement.confirmed)
    start = here if here and sure < here else following_rank(placement)
    if goal.rank <= sure:
        tiers: tuple[Tier, ...] = ()
    else:
        tiers = ladder.tiers[min(start, goal.rank) - 1 : goal.rank]
    levels, estimated = _levels(tiers, profile)
    return Course(tiers, levels, estimated, interview=placement.state == "too-little-rated" and bool(tiers))


def _levels(tiers: Iterable[Tier], profile: Profile) -> tuple[dict[str, int], frozenset[str]]:
    """Return what each skill that tiers ask counts as, and which of them are estimated.

    An estimate is that of the first tier that asks the skill.
    """
    levels: dict[str, int] = {}
    estimated: set[str] = set()
    for tier in tiers:
        expected = estimates(tally(tier, profile))
        for skill, (need, _) in tier.needs.items():
            if skill in levels or skill in profile.not_applicable:
                continue
            if skill not in profile.skills:
                estimated.add(skill)
            levels[skill] = profile.skills.get(skill, expected[need])
    return levels, frozenset(estimated)


def stages(of: Course, skills: Skills, targets: Mapping[str, int], seat: Seat) -> tuple[Stage, ...]:
    """Return the milestones with their steps in order; ``targets`` has the level to which each skill goes.

    A step belongs to the first milestone whose tier needs that level. What is not rated is rated first; its
    steps below the estimate are there in case they are needed.
    """
    out = []
    placed: dict[str, int] = {}
    rated = {skill: level for skill, level in of.levels.items() if skill not in of.estimated}
    for tier in of.tiers:
        needs, tops = {ask.skill: ask for ask in tier.asks}, highest_of_use(tier)
        open_gates = gate_levels(tier, rated)
        to_rate = [skill for skill in needs if skill in of.estimated and skill not in placed]
        first = _rating([skill for skill in to_rate if targets.get(skill, 0)], open_gates)
        if of.interview:
            first = INTERVIEW_FIRST if tier is of.tiers[0] else ()
        todo: list[tuple[_Urgency, PlannedStep]] = []
        for skill, ask in needs.items():
            to = min(targets.get(skill, 0), tops[skill])
            begin = placed.get(skill, rated.get(skill, 0))
            for level in range(begin + 1, to + 1):
                step = growth_step(skills[skill], level, seat, gate=level <= open_gates.get(skill, 0))
                if skill in of.estimated and level <= of.levels[skill]:
                    step = step.but(if_needed=True)
                todo.append((_urgency(ask, step), step))
            if targets.get(skill, 0):
                placed[skill] = max(begin, to)
        out.append(Stage(tier, (*first, *_in_order(skills, todo))))
    return tuple(out)


def _rating(skills: Iterable[str], open_gates: Mapping[str, int]) -> tuple[PlannedStep, ...]:
    """Return the steps that rate skills, those of open gates first."""
    return tuple(
        PlannedStep(id=f"rate-{skill}", kind="rate", skill=skill, hours=RATING)
        for skill in sorted(skills, key=lambda skill: (skill not in open_gates, skill))
    )


INTERVIEW_FIRST = (PlannedStep(id="quick-interview", kind="interview", hours=INTERVIEW),)
"""What a plan begins with where too little is rated: it rates what is not rated."""


def highest_of_use(tier: Tier) -> dict[str, int]:
    """Return the highest level of each skill that a tier asks, or that one of its gates could take."""
    tops = {ask.skill: ask.level for ask in tier.asks}
    for gate in tier.gates:
        for skill in gate.skills:
            tops[skill] = max(tops.get(skill, 0), gate.levels[0])
    return tops


def gate_levels(tier: Tier, levels: Mapping[str, int]) -> dict[str, int]:
    """Return up to which level each skill counts for a gate of a tier that these levels do not reach."""
    return {
        skill: gate.levels[0] for gate in tier.gates if not gate_met(gate, levels) for skill in gate.skills
    }


def growth_step(skill: Skill, level: int, seat: Seat, *, gate: bool = False) -> PlannedStep:
    """Return the step that raises a skill to a level, in words for a seat."""
    growth = skill.growth[level - 1].for_seat(seat)
    return PlannedStep(
        id=f"{skill.id}-{level}",
        kind=growth.kind,
        skill=skill.id,
        level_from=level - 1,
        level_to=level,
        gate=gate,
        hours=growth.hours,
        weeks=growth.weeks,
        needs_seat=None if holds(seat, growth.needs_seat) else growth.needs_seat,
        action=growth.action,
        growth=growth,
    )


def holds(seat: Seat, needed: LadderSeat | None) -> bool:
    """Return whether somebody in a seat can do what needs another."""
    return needed is None or SEATS.index(seat) >= SEATS.index(needed)


_Urgency = tuple[bool, float, str]
"""A sort key: a gate or not, fit gained per hour, skill."""


def _urgency(ask: Ask, step: PlannedStep) -> _Urgency:
    gained = ask.weight / ask.level if (step.level_to or 0) <= ask.level else 0.0
    return (not step.gate, -gained / step.hours.mean, ask.skill)


def _in_order(skills: Skills, todo: list[tuple[_Urgency, PlannedStep]]) -> tuple[PlannedStep, ...]:
    """Return the steps of one milestone by their keys, none before its prerequisites or a lower level."""
    chains: dict[str, list[tuple[_Urgency, PlannedStep]]] = {}
    for entry in todo:
        chains.setdefault(entry[0][-1], []).append(entry)
    waits = {skill: ancestors(skills, skill) & chains.keys() for skill in chains}
    out = []
    while chains:
        ready = (chain[0] for skill, chain in chains.items() if waits[skill].isdisjoint(chains))
        (*_, skill), step = min(ready, key=itemgetter(0))
        out.append(step)
        del chains[skill][0]
        if not chains[skill]:
            del chains[skill]
    return tuple(out)


def to_start(skills: Skills, steps: Iterable[PlannedStep]) -> tuple[PlannedStep, ...]:
    """Return the steps of a plan that can be started now, in its order.

    They are those before which the plan has none of the same skill, and none of a skill that theirs rests on.
    Rating a skill comes before its steps, and what is there in case it is needed holds nothing up.
    """
    out = []
    before: set[str] = set()
    for step in steps:
        if step.if_needed:
            continue
        if step.skill is None or not before & {step.skill, *ancestors(skills, step.skill)}:
            out.append(step)
        if step.skill is not None:
            before.add(step.skill)
    return tuple(out)


def ancestors(skills: Skills, skill: str) -> set[str]:
    """Return the ids of everything that a skill rests on, directly or through others."""
    found: set[str] = set()
    open_ends = list(skills[skill].prerequisites)
    while open_ends:
        name = open_ends.pop()
        if name not in found:
            found.add(name)
            open_ends.extend(skills[name].prerequisites)
    return found
