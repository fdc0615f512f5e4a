"""How what a tier asks comes about, and how well a set of levels covers it."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from careercli.domain.model import HIGHEST_LEVEL, YEARS_PER_DAY, Ladder, Profile, Tier
from careercli.domain.requirements import Ask, Gate, Requirement
from careercli.domain.values import Value

TWELFTHS = 12
"""The least number that the levels 1 to 4 all divide: fits are summed exactly in twelfths of a weight."""

_MOST_OF_A_NEED = 15
"""What a level above the need counts at most when the others are estimated: 1.25, in twelfths."""

_OF_A_NEED = {
    need: [
        (min(part, TWELFTHS), min(part, _MOST_OF_A_NEED))
        for part in (TWELFTHS // need * level for level in range(HIGHEST_LEVEL + 1))
    ]
    for need in range(1, HIGHEST_LEVEL + 1)
}
"""By need and level, what is covered of the need, and what counts where others are estimated, in twelfths."""

FIT_DECIMALS = 4
"""To how many decimals a fit is told and remembered."""

POINTS_OF_FIT = 20
"""A fit has this many times five points."""


def carry(declared: Sequence[tuple[str, tuple[Requirement, ...]]]) -> list[tuple[Ask, ...]]:
    """Return, for each tier in order, what it asks with everything below carried upward.

    ``declared`` has the id and the requirements of every tier. A tier asks, of every skill that a tier up to
    it names, what the highest such tier says, unless that said it is asked ``through`` a tier below this one.
    A skill keeps the place where it first appears.
    """
    rank = {tier: index for index, (tier, _) in enumerate(declared)}
    latest: dict[str, Requirement] = {}
    out = []
    for index, (_, requirements) in enumerate(declared):
        latest.update({requirement.skill: requirement for requirement in requirements})
        asked = (r for r in latest.values() if r.through is None or rank[r.through] >= index)
        out.append(tuple(Ask(r.skill, r.level, r.weight) for r in asked))
    return out


def carry_years(stated: Iterable[float | None]) -> list[float | None]:
    """Return the usual minimum of each tier in years, carried upward; None where nothing was said yet."""
    out: list[float | None] = []
    highest: float | None = None
    for years in stated:
        if years is not None:
            highest = max(highest or 0.0, years)
        out.append(highest)
    return out


def coverage(
    asks: Iterable[Ask], levels: Mapping[str, int], not_applicable: Collection[str] = ()
) -> tuple[int, int]:
    """Return covered and asked weight, both in twelfths; their quotient is the fit.

    ``levels`` maps skill ids to 0-4; a skill that is not in it counts as 0. Skills in ``not_applicable``
    leave both sums.
    """
    have = asked = 0
    for skill, level, weight in map(_parts, asks):
        if skill not in not_applicable:
            asked += weight * TWELFTHS
            have += weight * min(levels.get(skill, 0), level) * (TWELFTHS // level)
    return have, asked


def _parts(ask: Ask) -> tuple[str, int, int]:
    return ask.skill, ask.level, ask.weight


def share(have: int, asked: int) -> float:
    """Return the quotient of two sums of :func:`coverage`, from 0 to 1. Where nothing is asked it is 1."""
    return have / asked if asked else 1.0


def exact(pass_fit: float) -> Decimal:
    """Return a pass fit as the number that somebody wrote: seven tenths, and not the float beside it."""
    return Decimal(str(pass_fit))


def passes(have: int, asked: int, pass_fit: float) -> bool:
    """Return whether two sums of :func:`coverage` reach a fit."""
    return short_of_fit(have, asked, pass_fit) == 0


def short_of_fit(have: int, asked: int, pass_fit: float) -> int:
    """Return how many tiers two sums of :func:`coverage` cost by the fit that they miss, at least 0.

    Every five points of missing fit, or a part of them, cost a tier.
    """
    over, under = _terms(pass_fit)
    missing = over * asked - under * have
    return -(-missing * POINTS_OF_FIT // (under * asked)) if missing > 0 else 0


@lru_cache
def _terms(pass_fit: float) -> tuple[int, int]:
    return exact(pass_fit).as_integer_ratio()


class Tally(Value):
    """What a profile says of a tier, added up once; weights in twelfths.

    ``applying`` is how many requirements apply and ``rated`` how many of them are rated. ``asked`` is the
    weight of the first, ``known`` that of the second, ``covered`` what the ratings cover of it, and
    ``compared`` the same with levels above the need counting up to 1.25. ``unrated`` has the weight of the
    rest by its need.
    """

    applying: int
    rated: int
    asked: int
    known: int
    covered: int
    compared: int
    unrated: tuple[int, ...]


Halves = int | Decimal
"""Halves of a level, and parts of one."""

Expected = tuple[int, ...]
"""The level that counts where none is rated, by the need from 0 to 4."""


def tally(tier: Tier, profile: Profile) -> Tally:
    """Return what a profile says of a tier."""
    ratings, left_out = profile.skills, profile.not_applicable
    applying = rated = asked = known = covered = compared = 0
    unrated = [0] * (HIGHEST_LEVEL + 1)
    for skill, (need, weight) in tier.needs.items():
        if skill in left_out:
            continue
        level = ratings.get(skill)
        applying += 1
        asked += weight
        if level is None:
            unrated[need] += weight
            continue
        rated += 1
        known += weight
        covers, compares = _OF_A_NEED[need][level]
        covered += weight * covers
        compared += weight * compares
    return Tally(applying, rated, asked * TWELFTHS, known * TWELFTHS, covered, compared, tuple(unrated))


def estimates(of: Tally, halves: Halves = 0) -> Expected:
    """Return the level that ratings let one expect of what is not rated, by its need; 0 where none is rated.

    The ratio of what is rated to its needs, times the need, rounded; ``halves`` of a level are added first.
    """
    if not of.known:
        return (max(int(1 + halves) // 2, 0),) * (HIGHEST_LEVEL + 1)
    over, under = halves.as_integer_ratio()
    ratio, added, all_of_it = 2 * of.compared * under, of.known * (under + over), 2 * of.known * under
    return tuple(
        [min(max((need * ratio + added) // all_of_it, 0), HIGHEST_LEVEL) for need in range(HIGHEST_LEVEL + 1)]
    )


def covered_with(of: Tally, expected: Expected) -> int:
    """Return the covered weight, in twelfths, with what is not rated as expected."""
    return of.covered + sum(
        weight * min(expected[need], need) * (TWELFTHS // need)
        for need, weight in enumerate(of.unrated)
        if weight
    )


def levels_for(tier: Tier, profile: Profile, *, unrated: int | None = None) -> dict[str, int]:
    """Return the levels that count for a tier: ratings, and for the rest of what it asks ``unrated``.

    None estimates what is not rated from what is. What does not apply is left out.
    """
    expected = estimates(tally(tier, profile)) if unrated is None else (unrated,) * (HIGHEST_LEVEL + 1)
    return _levels(tier.needs, tier, profile, expected)


def _levels(wanted: Iterable[str], tier: Tier, profile: Profile, expected: Expected) -> dict[str, int]:
    ratings, left_out, needs = profile.skills, profile.not_applicable, tier.needs
    return {
        skill: ratings[skill] if skill in ratings else expected[needs[skill][0]]
        for skill in wanted
        if skill not in left_out
    }


def gate_met(gate: Gate, levels: Mapping[str, int]) -> bool:
    """Return whether levels reach a gate; a skill that is not among them counts for nothing."""
    if gate.single:
        return levels.get(gate.skills[0], 0) >= gate.levels[0]
    best = sorted((levels.get(skill, 0) for skill in gate.skills), reverse=True)
    return all(have >= need for have, need in zip(best, gate.levels, strict=False))


def counts(tier: Tier, profile: Profile, of: Tally) -> bool:
    """Return whether enough of a tier is rated to judge it.

    That is four of its requirements, or all where there are fewer, and for half of its gates as many skills
    as they name levels.
    """
    if of.rated < min(4, of.applying):
        return False
    ratings = profile.skills
    known = 0
    for gate in tier.gates:
        if gate.single:
            known += gate.skills[0] in ratings
        else:
            known += len([skill for skill in gate.skills if skill in ratings]) >= len(gate.levels)
    return 2 * known >= len(tier.gates)


def cost(tier: Tier, profile: Profile, of: Tally, expected: Expected, pass_fit: float) -> int:
    """Return how many tiers lower than this one somebody is with what is not rated as expected, at least 0.

    One missed gate is something to confirm; each further one costs a tier, and so does each five points of
    missing fit; the larger of the two counts.
    """
    levels = _levels(tier.gate_skills, tier, profile, expected)
    missed = len([gate for gate in tier.gates if not gate_met(gate, levels)])
    return max(missed - 1, short_of_fit(covered_with(of, expected), of.asked, pass_fit), 0)


def rank_by_skills(
    ladder: Ladder,
    profile: Profile,
    *,
    unrated: int | None = None,
    halves: Halves = 0,
    tallies: Sequence[Tally] = (),
) -> int | None:
    """Return the rank that ratings show, at least 0; None where too little is rated to say.

    With ``unrated`` what is not rated has that level, and every tier counts; without, it is estimated, with
    ``halves`` of a level added. ``tallies`` are those of every tier, where somebody has them already.
    """
    best: int | None = None
    for tier in reversed(ladder.tiers):
        if best is not None and best >= tier.rank:
            break
        of = tallies[tier.rank - 1] if tallies else tally(tier, profile)
        if unrated is None and not counts(tier, profile, of):
            continue
        expected = estimates(of, halves) if unrated is None else (unrated,) * (HIGHEST_LEVEL + 1)
        reached = tier.rank - cost(tier, profile, of, expected, ladder.pass_fit)
        best = max(best or 0, reached, 0)
    return best


def floor_reached(tier: Tier, profile: Profile) -> bool:
    """Return whether both clocks reach the floor of a tier; leading elsewhere counts in part."""
    return profile.full_support_years >= tier.support_years.floor and leading_floor_reached(tier, profile)


def leading_floor_reached(tier: Tier, profile: Profile) -> bool:
    """Return whether the leading years reach the floor of a tier."""
    return leading_toward(tier, profile) >= tier.leading_years.floor


def leading_toward(tier: Tier, profile: Profile) -> float:
    """Return the years that count toward the leading floor of a tier."""
    return profile.full_leading_years + tier.leading_elsewhere * profile.leading_elsewhere_years


def usual_reached(tier: Tier, profile: Profile) -> bool:
    """Return whether both clocks reach what the guides call usual for a tier."""
    return (
        profile.full_support_years >= tier.support_years.usual
        and profile.full_leading_years >= tier.leading_years.usual
    )


def days_until(have: float, need: float, share: float = 1.0) -> int:
    """Return the first day on which a clock that shows ``have`` years today shows ``need``.

    ``share`` is the part of full time at which it runs.
    """
    if have >= need:
        return 0
    per_day = YEARS_PER_DAY * share
    days = max(math.ceil((need - have) / per_day) - 1, 1)
    while have + days * per_day < need:
        days += 1
    return days
