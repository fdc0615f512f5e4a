"""The shortest route to a goal: the steps that confirm every milestone with the fewest hours in all.

A tier is confirmed when the levels reach its gates and its fit, so the shortest route is a covering problem.
A gate of one skill leaves no choice. A group needs so many skills at a level, and a fit so many twelfths of a
weight: each is a condition. :mod:`covering` finds the cheapest way to meet them all.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from math import fsum

from careercli.domain.covering import Choice, cheapest_cover
from careercli.domain.ladder import TWELFTHS, coverage, exact
from careercli.domain.model import HIGHEST_LEVEL, Skill, Skills, Tier
from careercli.domain.plan import Course, highest_of_use
from careercli.domain.requirements import Gate
from careercli.domain.values import Value

_PARTS_OF_AN_HOUR = 1_000_000
"""Hours are added up in whole millionths, so that no sum depends on its order."""


class _Condition(Value):
    """Something that levels have to add up to: how much, and what each level of each skill gives."""

    need: int
    given: dict[str, tuple[int, ...]]

    def missing(self, levels: Mapping[str, int]) -> int:
        """Return how much is missing; 0 or less where it is met."""
        return self.need - sum(table[levels.get(skill, 0)] for skill, table in self.given.items())


def shortest_targets(of: Course, skills: Skills, pass_fit: float) -> dict[str, int]:
    """Return to which level each skill goes on the shortest route along a course.

    A skill that is estimated goes no higher than the conditions need, even where the estimate is higher: what
    has to be rated, and perhaps done after all, stays as little as it can be. Skills that are not needed at
    all are left out.
    """
    levels = dict(of.levels)
    for tier in of.tiers:
        for gate in tier.gates:
            if gate.single:
                skill, need = gate.skills[0], gate.levels[0]
                levels[skill] = max(levels.get(skill, 0), need)
    conditions = list(_conditions(of.tiers, levels, pass_fit))
    missing = [condition.missing(levels) for condition in conditions]
    if any(amount > 0 for amount in missing):
        tops = _tops(of.tiers)
        choices = [
            _choice(skills[skill], levels[skill], tops[skill], conditions)
            for skill in sorted(levels)
            if levels[skill] < tops[skill]
        ]
        for choice, more in zip(choices, cheapest_cover(choices, missing), strict=True):
            levels[choice.skill] += more
    return _pruned(of, skills, levels, conditions)


def all_targets(of: Course) -> dict[str, int]:
    """Return the level of each skill where everything is done that the tiers of a course ask."""
    tops = _tops(of.tiers)
    return {skill: max(tops[skill], level) for skill, level in of.levels.items()}


def _tops(tiers: Iterable[Tier]) -> dict[str, int]:
    """Return the highest level that any of the tiers asks of each skill, or could take for a gate."""
    tops: dict[str, int] = {}
    for tier in tiers:
        for skill, level in highest_of_use(tier).items():
            tops[skill] = max(tops.get(skill, 0), level)
    return tops


def _conditions(tiers: Iterable[Tier], levels: Mapping[str, int], pass_fit: float) -> Iterable[_Condition]:
    """Yield what confirming each of the tiers takes: its fit, and each of its gates."""
    for tier in tiers:
        asks = [ask for ask in tier.asks if ask.skill in levels]
        _, asked = coverage(asks, {})
        yield _Condition(
            need=math.ceil(exact(pass_fit) * asked),
            given={
                ask.skill: tuple(
                    ask.weight * min(level, ask.level) * (TWELFTHS // ask.level)
                    for level in range(HIGHEST_LEVEL + 1)
                )
                for ask in asks
            },
        )
        for gate in tier.gates:
            yield from _conditions_of(gate, levels)


def _conditions_of(gate: Gate, levels: Mapping[str, int]) -> Iterable[_Condition]:
    """Yield what a gate takes: for each of its levels, how many skills must have it."""
    for level in sorted(set(gate.levels)):
        table = tuple(int(have >= level) for have in range(HIGHEST_LEVEL + 1))
        yield _Condition(
            need=sum(need >= level for need in gate.levels),
            given={skill: table for skill in gate.skills if skill in levels},
        )


def _pruned(
    of: Course, skills: Skills, levels: dict[str, int], conditions: Sequence[_Condition]
) -> dict[str, int]:
    """Return the levels without those of estimates that no condition needs, the longest work first."""
    spare = [-condition.missing(levels) for condition in conditions]
    about: dict[str, list[int]] = {}
    for place, condition in enumerate(conditions):
        for skill in condition.given:
            about.setdefault(skill, []).append(place)

    def hours(skill: str) -> float:
        return fsum(step.hours.mean for step in skills[skill].growth[: levels[skill]])

    for skill in sorted(of.estimated, key=lambda skill: (-hours(skill), skill)):
        here = levels[skill]
        if here > of.levels[skill]:
            continue
        places = about.get(skill, [])
        for lower in range(here):
            given = [conditions[place].given[skill] for place in places]
            loss = [table[here] - table[lower] for table in given]
            if all(spare[place] >= lost for place, lost in zip(places, loss, strict=True)):
                levels[skill] = lower
                for place, lost in zip(places, loss, strict=True):
                    spare[place] -= lost
                break
    return {skill: level for skill, level in levels.items() if level}


def _choice(skill: Skill, have: int, top: int, conditions: Sequence[_Condition]) -> Choice:
    """Return what may be done about a skill; costs are hours alone."""
    costs = [0]
    for step in skill.growth[have:top]:
        costs.append(costs[-1] + round(step.hours.mean * _PARTS_OF_AN_HOUR))
    tables = [condition.given.get(skill.id) for condition in conditions]
    gains = tuple(
        tuple(table[level] - table[have] if table else 0 for table in tables)
        for level in range(have, top + 1)
    )
    return Choice(skill.id, tuple(costs), gains)
