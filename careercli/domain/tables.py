"""A ladder worked out beforehand for many people: the same results, with every skill touched once.

What a skill adds to every tier depends only on its state: a level, unrated, or left out. So each state of
each skill is looked at once, by the rules themselves (:mod:`ladder`, :mod:`placement`, :mod:`gaps`,
:mod:`plan`), and what they say is kept; a person is then a sum and a few lookups. There is no second
definition of anything here, and tests/domain/test_tables.py proves that both ways agree.
"""

from __future__ import annotations

import struct
from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from careercli.domain.gaps import Gap, gain, gap_of, importance, needs_up_to
from careercli.domain.ladder import coverage, missing_musts, share
from careercli.domain.model import HIGHEST_LEVEL, Demand, Ladder, Profile, Skill, Tier
from careercli.domain.plan import Urgency, ancestors, urgency

UNRATED, LEFT_OUT, STATES = 5, 6, 7
"""A skill's state is its level from 0 to 4, or one of these; there are seven."""

SUMS = 5
"""How many numbers there are for each tier: those of :class:`Sums`."""

_KEPT_ENTRIES = 2_500_000
"""How many places the orders that are kept have in all; on the largest ladders they fill some 400 MiB."""


class Sums(NamedTuple):
    """What a person's skills add up to on one tier; weights in twelfths, musts as a number of them."""

    have: int
    asked: int
    missing: int
    best_have: int
    best_missing: int

    @property
    def fit(self) -> float:
        """The fit, from 0 to 1."""
        return share(self.have, self.asked)

    @property
    def best_fit(self) -> float:
        """The fit if every unrated skill were at the highest level."""
        return share(self.best_have, self.asked)


class GapOrder(NamedTuple):
    """Every gap that there can be to a tier, the most telling first.

    ``asked`` is the weight that the tier asks in all, in twelfths. ``place`` has the place of each code from
    1 on, 0 where it is no gap; at place n stand ``gaps[n]`` and ``gains[n]``, what closing it adds in
    twelfths. The ``fit_gain`` of these gaps is for a person to whom everything applies.
    """

    asked: int
    place: tuple[int, ...]
    gaps: tuple[Gap | None, ...]
    gains: tuple[int, ...]


class StepOrder(NamedTuple):
    """Every step that a milestone can have, the most urgent first.

    ``head`` has the place, from 1 on, of the first step of each code, 0 where it has none. At place n stand
    ``steps[n]`` (skill and level), ``following[n]``, the place of the skill's next step or 0, ``bit[n]``, one
    bit for the skill, and ``waits[n]``, the bits of everything that it rests on.
    """

    head: tuple[int, ...]
    steps: tuple[tuple[str, int], ...]
    following: tuple[int, ...]
    bit: tuple[int, ...]
    waits: tuple[int, ...]


class Tables:
    """A ladder with the skills of its catalog. A code is ``index of the skill * STATES + state``.

    Attributes:
        order: the ids of the skills, sorted; a person's codes are in this order.
        index: the place of each id in it.
        nothing: the codes of somebody who rates no skill.
        size: how many codes there are.
        kept: of how many tiers, goals and milestones what was worked out is kept, so that memory is bounded.

    """

    def __init__(self, ladder: Ladder, skills: Mapping[str, Skill]) -> None:
        self.ladder = ladder
        self.skills = skills
        self.order = tuple(sorted(skills))
        self.index = {name: place for place, name in enumerate(self.order)}
        self.nothing = tuple(place * STATES + UNRATED for place in range(len(self.order)))
        self._rank = {tier.id: tier.rank for tier in ladder.tiers}
        self._support = [tier.carried_support_years for tier in ladder.tiers]
        self._leading = [tier.carried_leading_years for tier in ladder.tiers]
        self._demands = [{demand.skill: demand for demand in tier.demands} for tier in ladder.tiers]
        self._layout = struct.Struct(f"<{SUMS * len(ladder.tiers)}I")
        self._packed = [self._pack(name, state) for name in self.order for state in range(STATES)]
        self._first_to_need = {name: self._needed_by(name) for name in self.order}
        self._waits = {
            name: sum(1 << self.index[other] for other in ancestors(skills, name)) for name in self.order
        }
        self._goals = [ladder.tier(name).rank for name in ladder.goals]
        self.size = len(self._packed)
        self.kept = max(_KEPT_ENTRIES // (self.size or 1), 16)
        self.gap_order = lru_cache(maxsize=self.kept)(self._gap_order)
        self._step_order = lru_cache(maxsize=self.kept)(self._order_of_steps)

    def codes(self, profile: Profile) -> list[int]:
        """Return the code of every skill, in the order of the ids."""
        codes = list(self.nothing)
        for name, level in profile.skills.items():
            codes[self.index[name]] += level - UNRATED
        for name in profile.not_applicable:
            codes[self.index[name]] += LEFT_OUT - UNRATED
        return codes

    def decoded(self, code: int) -> tuple[str, int | None]:
        """Return the skill of a code and its level, None for one that is not rated."""
        place, state = divmod(code, STATES)
        return self.order[place], state if state <= HIGHEST_LEVEL else None

    def missing_musts(self, rank: int) -> Iterator[tuple[int, str]]:
        """Yield every code with which a gate of a tier is not reached, and the skill."""
        for demand in self.ladder.tiers[rank - 1].demands:
            for state in range(STATES):
                yield from (
                    (self.index[name] * STATES + state, name)
                    for name in missing_musts((demand,), _levels(demand.skill, state))
                )

    def sums(self, codes: Iterable[int]) -> tuple[int, ...]:
        """Return the :class:`Sums` of every tier one after the other, flat."""
        total = sum(map(self._packed.__getitem__, codes))
        return self._layout.unpack(total.to_bytes(self._layout.size, "little"))

    def rank_by_years(self, support_years: float, leading_years: float) -> int:
        """Return the rank reached by years; the carried minimums never fall from tier to tier."""
        return min(bisect_right(self._support, support_years), bisect_right(self._leading, leading_years))

    def goal_rank(self, goal: str | None, rank: int) -> int:
        """Return the rank of the goal, 0 for none: the one given, else the first above a rank."""
        if goal is not None:
            return self._rank[goal]
        return next((other for other in self._goals if other > rank), 0)

    def first_steps(self, codes: Iterable[int], rank: int, goal: int, most: int) -> list[tuple[str, int]]:
        """Return the first ``most`` steps of the plan from a rank to that of a goal: skills and levels."""
        out: list[tuple[str, int]] = []
        if not goal:
            return out
        start = min(rank + 1, goal)
        for milestone in range(start, goal + 1):
            order = self._step_order(goal, milestone, milestone == start)
            ready = sorted(filter(None, map(order.head.__getitem__, codes)))
            open_bits = sum(map(order.bit.__getitem__, ready))
            while ready:
                place = next(place for place in ready if not order.waits[place] & open_bits)
                out.append(order.steps[place])
                if len(out) == most:
                    return out
                ready.remove(place)
                if order.following[place]:
                    insort(ready, order.following[place])
                else:
                    open_bits ^= order.bit[place]
        return out

    def _pack(self, name: str, state: int) -> int:
        """Return what a skill in a state adds to the sums of all tiers, as one number of 32-bit fields."""
        now = _levels(name, state)
        best = {name: HIGHEST_LEVEL} if state == UNRATED else now
        left_out = (name,) if state == LEFT_OUT else ()
        fields: list[int] = []
        for demands in self._demands:
            asked_of = (demands[name],) if name in demands else ()
            have, asked = coverage(asked_of, now, left_out)
            best_have, _ = coverage(asked_of, best, left_out)
            missing, best_missing = (len(missing_musts(asked_of, levels)) for levels in (now, best))
            fields += (have, asked, missing, best_have, best_missing)
        return int.from_bytes(self._layout.pack(*fields), "little")

    def _gap_order(self, rank: int, goal: int) -> GapOrder:
        """Return the order of all gaps to a tier, on the way to a goal (0 for none)."""
        tier = self.ladder.tiers[rank - 1]
        _, asked = coverage(tier.demands, {})
        needs = needs_up_to(self.ladder, max(rank, goal))
        found: list[tuple[Gap, int, int]] = []
        for demand in tier.demands:
            first = self.index[demand.skill] * STATES
            for state in (*range(demand.level), UNRATED):
                have = None if state == UNRATED else state
                gap = gap_of(demand, have, asked, needs, self.skills)
                found.append((gap, first + state, gain(demand, have or 0)))
        found.sort(key=lambda entry: importance(entry[0]))
        place = [0] * len(self._packed)
        for number, (_, code, _) in enumerate(found, start=1):
            place[code] = number
        return GapOrder(
            asked,
            tuple(place),
            (None, *(gap for gap, _, _ in found)),
            (0, *(gained for _, _, gained in found)),
        )

    def _order_of_steps(self, goal: int, milestone: int, is_first: bool) -> StepOrder:  # noqa: FBT001
        """Return the order of all steps of a milestone; the first one has what lower tiers ask too."""
        found: list[tuple[Urgency, str, int]] = []
        for demand in self.ladder.tiers[goal - 1].demands:
            first_to_need = self._first_to_need[demand.skill][: demand.level]
            for level, (asked_by, first) in enumerate(first_to_need, start=1):
                if asked_by == milestone or (is_first and asked_by < milestone):
                    hours = self.skills[demand.skill].growth[level - 1].hours
                    here = self._demands[milestone - 1][demand.skill]
                    found.append((urgency(here, first, asked_by, hours), demand.skill, level))
        found.sort()
        at = {(name, level): number for number, (_, name, level) in enumerate(found, start=1)}
        head = [0] * len(self._packed)
        for (name, level), number in at.items():
            for state in (*range(level), UNRATED):  # the lowest step above the state is the one to begin with
                code = self.index[name] * STATES + state
                lower = found[head[code] - 1][2] if head[code] else HIGHEST_LEVEL + 1
                if level < lower:
                    head[code] = number
        bits = {name: 1 << self.index[name] for name, _ in at}
        return StepOrder(
            head=tuple(head),
            steps=(("", 0), *at),
            following=(0, *(at.get((name, level + 1), 0) for name, level in at)),
            bit=(0, *(bits[name] for name, _ in at)),
            waits=(0, *(self._waits[name] for name, _ in at)),
        )

    def _needed_by(self, name: str) -> list[tuple[int, Demand]]:
        """Return, for each level from 1 on, the first tier that needs it: its rank and what it demands."""
        out: list[tuple[int, Demand]] = []
        for rank, demands in enumerate(self._demands, start=1):
            demand = demands.get(name)
            if demand:
                out += [(rank, demand)] * (demand.level - len(out))
        return out


def _levels(name: str, state: int) -> dict[str, int]:
    return {name: state} if state <= HIGHEST_LEVEL else {}


def tier_sums(flat: tuple[int, ...], tier: Tier) -> Sums:
    """Return the part of :meth:`Tables.sums` that is about one tier."""
    start = (tier.rank - 1) * SUMS
    return Sums(*flat[start : start + SUMS])


def rank_by_skills(flat: tuple[int, ...], pass_fit: float, *, at_best: bool = False) -> int:
    """Return the rank reached by walking up while every gate is reached and the fit is enough."""
    have_at, missing_at = (3, 4) if at_best else (0, 2)
    rank = 0
    for start in range(0, len(flat), SUMS):
        if flat[start + missing_at] or share(flat[start + have_at], flat[start + 1]) < pass_fit:
            break
        rank += 1
    return rank
