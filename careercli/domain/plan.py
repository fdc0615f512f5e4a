"""The steps to a goal, in order, cut into one milestone for each tier on the way.

The order inside a milestone is: prerequisites, gates, then what the lower tiers already ask before what
this tier adds, then fit gained per hour. The third rule is what makes dates fair: the place of a step does
not depend on where the person happens to stand, so more years or a higher level can only take steps out or
bring gates forward, and no date ever moves back. docs/scoring.md has the argument.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping

import msgspec

from careercli.domain.model import Demand, GrowthStep, Hours, Ladder, Profile, Skill, Tier
from careercli.domain.placement import current_tier, rank_of


class PlannedStep(msgspec.Struct, frozen=True):
    """Raising one skill by one level. ``must`` says whether the milestone's tier has it as a gate."""

    skill: str
    level_from: int
    level_to: int
    must: bool
    growth: GrowthStep

    @property
    def hours(self) -> Hours:
        """The effort of the step."""
        return self.growth.hours


class Stage(msgspec.Struct, frozen=True):
    """A milestone before it has dates: a tier and its steps in order."""

    tier: Tier
    steps: tuple[PlannedStep, ...]


Urgency = tuple[int, int, float, str]
"""A sort key: gate or not, the tier that asked first, fit gained per hour, skill."""

_Todo = tuple[Urgency, PlannedStep]


def default_goal(ladder: Ladder, profile: Profile) -> Tier | None:
    """Return the profile's goal, else the first goal of the ladder above where the person stands."""
    if profile.goal:
        return ladder.tier(profile.goal)
    reached = rank_of(current_tier(ladder, profile))
    return next((tier for tier in map(ladder.tier, ladder.goals) if tier.rank > reached), None)


def stages(ladder: Ladder, skills: Mapping[str, Skill], profile: Profile, goal: Tier) -> tuple[Stage, ...]:
    """Return the milestones from where the person stands to the goal, each with its steps in order.

    A step belongs to the first milestone whose tier needs that level. A goal that is already reached has
    one milestone, for what it still asks.
    """
    start = min(rank_of(current_tier(ladder, profile)) + 1, goal.rank)
    needs = [{demand.skill: demand for demand in tier.demands} for tier in ladder.tiers]
    todo: dict[int, list[_Todo]] = {rank: [] for rank in range(start, goal.rank + 1)}
    for demand in goal.demands:
        if demand.skill in profile.not_applicable:
            continue
        have = profile.skills.get(demand.skill, 0)
        asked_by = 1
        for level in range(have + 1, demand.level + 1):
            while demand.skill not in (asked := needs[asked_by - 1]) or asked[demand.skill].level < level:
                asked_by += 1
            milestone = max(asked_by, start)
            growth = skills[demand.skill].growth[level - 1]
            here = needs[milestone - 1][demand.skill]
            first = needs[asked_by - 1][demand.skill]
            step = PlannedStep(demand.skill, level - 1, level, here.must, growth)
            key = urgency(here, first, asked_by, growth.hours)
            todo[milestone].append((key, step))
    return tuple(Stage(ladder.tiers[rank - 1], _in_order(skills, steps)) for rank, steps in todo.items())


def urgency(here: Demand, first: Demand, asked_by: int, hours: Hours) -> Urgency:
    """Return the key of a step inside its milestone; what is more urgent comes first.

    ``here`` is what the milestone's tier demands of the skill, ``first`` what the first tier that needs the
    level does, and ``asked_by`` the rank of that tier.
    """
    if here.must:
        return (0, 0, -here.weight / here.level / hours.mean, here.skill)
    return (1, asked_by, -first.weight / first.level / hours.mean, here.skill)


def _in_order(skills: Mapping[str, Skill], todo: list[_Todo]) -> tuple[PlannedStep, ...]:
    """Return the steps of one milestone by their keys, none before its prerequisites or a lower level."""
    chains: dict[str, list[_Todo]] = {}
    for entry in todo:
        chains.setdefault(entry[1].skill, []).append(entry)
    waits = {skill: ancestors(skills, skill) & chains.keys() for skill in chains}
    unlocks: dict[str, list[str]] = {}
    for skill, others in waits.items():
        for other in others:
            unlocks.setdefault(other, []).append(skill)
    ready = [chain[0][0] for skill, chain in chains.items() if not waits[skill]]
    heapq.heapify(ready)
    position = dict.fromkeys(chains, 0)
    out = []
    while ready:
        skill = heapq.heappop(ready)[-1]
        chain = chains[skill]
        out.append(chain[position[skill]][1])
        position[skill] += 1
        if position[skill] < len(chain):
            heapq.heappush(ready, chain[position[skill]][0])
            continue
        for other in unlocks.get(skill, ()):
            waits[other].discard(skill)
            if not waits[other]:
                heapq.heappush(ready, chains[other][0][0])
    return tuple(out)


def to_start(skills: Mapping[str, Skill], steps: Iterable[PlannedStep]) -> tuple[PlannedStep, ...]:
    """Return the steps of a plan that can be started now, in its order.

    They are those before which the plan has none of the same skill, and none of a skill that theirs rests on.
    """
    out = []
    before: set[str] = set()
    for step in steps:
        if not before & {step.skill, *ancestors(skills, step.skill)}:
            out.append(step)
        before.add(step.skill)
    return tuple(out)


def ancestors(skills: Mapping[str, Skill], skill: str) -> set[str]:
    """Return the ids of everything that a skill rests on, directly or through others."""
    found: set[str] = set()
    open_ends = list(skills[skill].prerequisites)
    while open_ends:
        name = open_ends.pop()
        if name not in found:
            found.add(name)
            open_ends.extend(skills[name].prerequisites)
    return found
