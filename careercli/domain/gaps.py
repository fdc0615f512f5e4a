"""What a profile does not reach, and in which order it matters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from careercli.domain.ladder import TWELFTHS, coverage
from careercli.domain.model import Demand, Ladder, Profile, Skill, Tier

GapKind = Literal["gate", "gap", "unrated"]


class Gap(msgspec.Struct, frozen=True):
    """A requirement that the profile does not reach.

    ``have`` is None for an unrated skill. ``fit_gain`` is what closing the gap adds to the tier's fit.
    ``tiers`` are those up to the goal that need more than ``have``. ``hours`` is the middle estimate of the
    effort to close it.
    """

    skill: str
    have: int | None
    need: int
    weight: int
    must: bool
    kind: GapKind
    fit_gain: float
    tiers: tuple[str, ...]
    hours: float


def gaps(
    ladder: Ladder, skills: Mapping[str, Skill], profile: Profile, tier: Tier, goal: Tier | None = None
) -> tuple[Gap, ...]:
    """Return what the profile lacks for a tier, the most telling first.

    Order: musts, then larger ``fit_gain``, then needed by more tiers up to the goal, then fewer hours,
    then id. Without a goal, tiers up to ``tier`` are counted.
    """
    _, asked = coverage(tier.demands, profile.skills, profile.not_applicable)
    needs = needs_up_to(ladder, max(tier.rank, goal.rank if goal else 0))
    found = [
        gap_of(demand, profile.skills.get(demand.skill), asked, needs, skills)
        for demand in tier.demands
        if demand.skill not in profile.not_applicable and profile.skills.get(demand.skill, 0) < demand.level
    ]
    return tuple(sorted(found, key=importance))


def needs_up_to(ladder: Ladder, rank: int) -> dict[str, dict[str, int]]:
    """Return which level each tier up to a rank needs of each skill: tier ids, then skill ids."""
    return {tier.id: {demand.skill: demand.level for demand in tier.demands} for tier in ladder.tiers[:rank]}


def gap_of(
    demand: Demand,
    have: int | None,
    asked: int,
    needs: Mapping[str, Mapping[str, int]],
    skills: Mapping[str, Skill],
) -> Gap:
    """Return the gap between a demand and a lower level; ``asked`` is what its tier asks, in twelfths."""
    level = have or 0
    steps = skills[demand.skill].growth[level : demand.level]
    return Gap(
        skill=demand.skill,
        have=have,
        need=demand.level,
        weight=demand.weight,
        must=demand.must,
        kind="unrated" if have is None else "gate" if demand.must else "gap",
        fit_gain=gain(demand, level) / asked,
        tiers=tuple(tier for tier, levels in needs.items() if levels.get(demand.skill, 0) > level),
        hours=sum(step.hours.mean for step in steps),
    )


def gain(demand: Demand, level: int) -> int:
    """Return what raising a skill from a level to the demand adds to the covered weight, in twelfths."""
    return demand.weight * (demand.level - level) * (TWELFTHS // demand.level)


def importance(gap: Gap) -> tuple[bool, float, int, float, str]:
    """Return the key that puts the most telling gap first."""
    return (not gap.must, -gap.fit_gain, -len(gap.tiers), gap.hours, gap.skill)
