"""Which skills may be marked as not applicable: none that a must-have cannot do without."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from careercli.domain.model import Ladder, Tier
from careercli.domain.requirements import Gate


class Refused(NamedTuple):
    """A mark that cannot stand, with the gate that needs the skill and its tier."""

    skill: str
    tier: Tier
    gate: Gate


def refused(ladder: Ladder, marked: Iterable[str]) -> tuple[Refused, ...]:
    """Return which of some marks cannot stand; of those that are too many for a group, the last."""
    left = list(marked)
    out = []
    for tier in ladder.tiers if left else ():
        for gate in tier.gates:
            while len(gate.levels) > sum(skill not in left for skill in gate.skills):
                skill = next((skill for skill in reversed(left) if skill in gate.skills), None)
                if skill is None:  # a pack that is wrong in itself
                    break
                left.remove(skill)
                out.append(Refused(skill, tier, gate))
    return tuple(out)
