"""What a profile does not reach, and in which order it matters."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from math import fsum
from typing import Literal

from careercli.domain.ladder import TWELFTHS, coverage, levels_for
from careercli.domain.model import Ladder, Profile, Skill, Skills, Tier
from careercli.domain.placement import GateStanding, gates_left
from careercli.domain.requirements import Ask, Gate
from careercli.domain.values import Value

GapKind = Literal["gate", "confirm", "unrated", "gap"]


class Gap(Value):
    """A requirement or gate that the profile does not reach.

    ``have`` is None for an unrated skill. ``gate`` is the number of the gate that it is about, from 1, None
    for a requirement. ``fit_gain`` is what closing the gap adds to the tier's fit, from 0 to 1. ``tiers`` are
    those up to the goal that need more than ``have``. ``hours`` is the middle estimate of the effort.
    """

    skill: str
    have: int | None
    need: int
    weight: int
    gate: int | None
    kind: GapKind
    fit_gain: float
    tiers: tuple[str, ...]
    hours: float

    @property
    def must(self) -> bool:
        """Whether it is about a gate."""
        return self.gate is not None


def gaps(
    ladder: Ladder, skills: Skills, profile: Profile, tier: Tier, goal: Tier | None = None
) -> tuple[Gap, ...]:
    """Return what the profile lacks for a tier, the most telling first.

    Order: open gates, gates to confirm, then requirements; each by larger ``fit_gain``, then fewer hours,
    then id. A group stands together, with the skills that reach it in the fewest hours. What is not rated
    counts as estimated. ``tiers`` goes up to the goal, or to ``tier`` without one.
    """
    book = _Book(ladder, skills, profile, tier, max(tier.rank, goal.rank if goal else 0))
    missed, to_confirm = gates_left(tier, profile)
    out: list[Gap] = []
    both: tuple[tuple[tuple[GateStanding, ...], GapKind], ...] = ((missed, "gate"), (to_confirm, "confirm"))
    for entries, kind in both:
        groups = [tuple(book.rows(entry, kind)) for entry in entries]
        for group in sorted(groups, key=_group_importance):
            out += sorted(group, key=_importance)
    named = {gap.skill for gap in out}
    rest = [book.row(ask, ask.level) for ask in book.asks.values() if ask.skill not in named]
    return (*out, *sorted((gap for gap in rest if (gap.have or 0) < gap.need), key=_importance))


def _importance(gap: Gap) -> tuple[float, float, str]:
    return (-gap.fit_gain, gap.hours, gap.skill)


def _group_importance(group: tuple[Gap, ...]) -> tuple[float, float, int]:
    return (-fsum(gap.fit_gain for gap in group), fsum(gap.hours for gap in group), group[0].gate or 0)


class _Book:
    """What the rows of one tier are made from."""

    def __init__(self, ladder: Ladder, skills: Skills, profile: Profile, tier: Tier, up_to: int) -> None:
        self._skills, self._profile = skills, profile
        self.asks = {ask.skill: ask for ask in tier.asks if ask.skill not in profile.not_applicable}
        self._levels = levels_for(tier, profile)
        _, self._asked = coverage(self.asks.values(), {})
        self._needs = [(own.id, {ask.skill: ask.level for ask in own.asks}) for own in ladder.tiers[:up_to]]

    def rows(self, entry: GateStanding, kind: GapKind) -> Iterator[Gap]:
        """Yield the skills by which a gate is reached in the fewest hours, those left out that reach it."""
        usable = [
            skill
            for skill, have in zip(entry.skills, entry.have, strict=True)
            if kind == "gate" or have is None or have >= entry.gate.levels[-1]
        ]
        hours = {
            (skill, level): hours_between(self._skills[skill], self._levels.get(skill, 0), level)
            for skill in usable
            for level in entry.gate.levels
        }
        for skill, level in cheapest(entry.gate, usable, hours).items():
            have = self._profile.skills.get(skill)
            if have is None or have < level:
                yield self.row(self.asks.get(skill, Ask(skill, level, 1)), level, kind, entry.number)

    def row(self, ask: Ask, need: int, kind: GapKind | None = None, gate: int | None = None) -> Gap:
        """Return what is missing of a skill up to the level ``need``."""
        have = self._profile.skills.get(ask.skill)
        level = self._levels.get(ask.skill, 0)
        gained = ask.weight * max(min(need, ask.level) - level, 0) * (TWELFTHS // ask.level)
        return Gap(
            skill=ask.skill,
            have=have,
            need=need,
            weight=ask.weight,
            gate=gate,
            kind=kind or ("unrated" if have is None else "gap"),
            fit_gain=gained / self._asked if self._asked else 0.0,
            tiers=tuple(tier for tier, levels in self._needs if levels.get(ask.skill, 0) > (have or 0)),
            hours=hours_between(self._skills[ask.skill], level, need),
        )


def hours_between(skill: Skill, level: int, to: int) -> float:
    """Return the middle estimate of the hours from a level up to another."""
    return fsum(step.hours.mean for step in skill.growth[level:to])


def cheapest(gate: Gate, usable: Collection[str], hours: Mapping[tuple[str, int], float]) -> dict[str, int]:
    """Return which skill takes which level of a gate so that the hours are the fewest in all.

    ``hours`` has what each usable skill takes to each level. Levels that nobody is left for stay away.
    """
    best: dict[int, tuple[float, tuple[tuple[str, int], ...]]] = {0: (0.0, ())}
    for skill in sorted(usable):
        for taken, (spent, chosen) in sorted(best.items(), reverse=True):
            for slot, level in enumerate(gate.levels):
                if taken >> slot & 1:
                    continue
                offer = (spent + hours[skill, level], (*chosen, (skill, level)))
                now = taken | 1 << slot
                if now not in best or offer < best[now]:
                    best[now] = offer
    fullest = max(best, key=lambda taken: (taken.bit_count(), -best[taken][0]))
    return dict(best[fullest][1])
