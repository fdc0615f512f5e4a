"""What a profile does not reach, and in which order it matters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from careercli.domain.ladder import TWELFTHS, coverage
from careercli.domain.model import Ladder, Profile, Skill, Tier

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
    horizon = max(tier.rank, goal.rank if goal else 0)
    found = []
    for demand in tier.demands:
        have = profile.skills.get(demand.skill)
        level = have or 0
        if demand.skill in profile.not_applicable or level >= demand.level:
            continue
        gained = demand.weight * (demand.level - level) * (TWELFTHS // demand.level)
        steps = skills[demand.skill].growth[level : demand.level]
        found.append(
            Gap(
                skill=demand.skill,
                have=have,
                need=demand.level,
                weight=demand.weight,
                must=demand.must,
                kind="unrated" if have is None else "gate" if demand.must else "gap",
                fit_gain=gained / asked,
                tiers=tuple(
                    t.id
                    for t in ladder.tiers[:horizon]
                    if any(d.skill == demand.skill and d.level > level for d in t.demands)
                ),
                hours=sum(step.hours.mean for step in steps),
            )
        )
    return tuple(sorted(found, key=lambda g: (not g.must, -g.fit_gain, -len(g.tiers), g.hours, g.skill)))
