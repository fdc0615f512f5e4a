"""How what a tier asks comes about, and how well a set of levels covers it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from fractions import Fraction

from careercli.domain.model import HIGHEST_LEVEL, Ask, Gate, Ladder, Profile, Requirement, Tier

TWELFTHS = 12
"""The least number that the levels 1 to 4 all divide: fits are summed exactly in twelfths of a weight."""

_MOST_OF_A_NEED = 15
"""What a level above the need counts at most when the others are estimated: 1.25, in twelfths."""

COST_OF_FIT = Fraction(1, 20)
"""So much missing fit costs a tier: five points, or a part of them."""


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


def exact(pass_fit: float) -> Fraction:
    """Return a pass fit as the number that somebody wrote: seven tenths, and not the float beside it."""
    return Fraction(str(pass_fit))


def passes(have: int, asked: int, pass_fit: float) -> bool:
    """Return whether two sums of :func:`coverage` reach a fit."""
    wanted = exact(pass_fit)
    return have * wanted.denominator >= asked * wanted.numerator


def short_of_fit(have: int, asked: int, pass_fit: float) -> int:
    """Return how many tiers two sums of :func:`coverage` cost by the fit that they miss, at least 0."""
    if not asked or passes(have, asked, pass_fit):
        return 0
    missing = (exact(pass_fit) - Fraction(have, asked)) / COST_OF_FIT
    return -(-missing.numerator // missing.denominator)


def ratio(tier: Tier, ratings: Mapping[str, int], not_applicable: Collection[str]) -> tuple[int, int]:
    """Return how rated levels stand to what a tier needs, as a quotient; (0, 0) where none of it is rated."""
    have = rated = 0
    for skill, need, weight in map(_parts, tier.asks):
        level = ratings.get(skill)
        if level is not None and skill not in not_applicable:
            rated += weight * TWELFTHS
            have += weight * min(level * (TWELFTHS // need), _MOST_OF_A_NEED)
    return have, rated


def estimate(need: int, have: int, rated: int, halves: int = 0) -> int:
    """Return the level that a need and a :func:`ratio` let one expect, from 0 to 4.

    ``halves`` is how many halves of a level to add before it is rounded.
    """
    if not rated:
        return max((1 + halves) // 2, 0)
    return min(max((2 * need * have + rated * (1 + halves)) // (2 * rated), 0), HIGHEST_LEVEL)


def levels_for(
    tier: Tier, profile: Profile, *, unrated: int | None = None, halves: int = 0
) -> dict[str, int]:
    """Return the levels that count for a tier: ratings, and for the rest of what it asks ``unrated``.

    None estimates what is not rated from what is. What does not apply is left out.
    """
    ratings, left_out = profile.skills, profile.not_applicable
    have, rated = (0, 0) if unrated is not None else ratio(tier, ratings, left_out)
    out: dict[str, int] = {}
    for skill, need, _ in map(_parts, tier.asks):
        if skill in left_out:
            continue
        level = ratings.get(skill)
        if level is None:
            level = estimate(need, have, rated, halves) if unrated is None else unrated
        out[skill] = level
    return out


def gate_met(gate: Gate, levels: Mapping[str, int]) -> bool:
    """Return whether levels reach a gate; a skill that is not among them counts for nothing."""
    if gate.single:
        return levels.get(gate.skills[0], 0) >= gate.levels[0]
    best = sorted((levels.get(skill, 0) for skill in gate.skills), reverse=True)
    return all(have >= need for have, need in zip(best, gate.levels, strict=False))


def counts(tier: Tier, profile: Profile) -> bool:
    """Return whether enough of a tier is rated to judge it.

    That is four of its requirements, or all where there are fewer, and for half of its gates as many skills
    as they name levels.
    """
    ratings, left_out = profile.skills, profile.not_applicable
    asked = [ask.skill for ask in tier.asks if ask.skill not in left_out]
    rated = sum(skill in ratings for skill in asked)
    if rated < min(4, len(asked)):
        return False
    known = sum(sum(skill in ratings for skill in gate.skills) >= len(gate.levels) for gate in tier.gates)
    return 2 * known >= len(tier.gates)


def cost(tier: Tier, levels: Mapping[str, int], not_applicable: Collection[str], pass_fit: float) -> int:
    """Return how many tiers lower than this one somebody with these levels is, at least 0.

    One missed gate is something to confirm; each further one costs a tier, and so does each five points of
    missing fit; the larger of the two counts.
    """
    missed = sum(not gate_met(gate, levels) for gate in tier.gates)
    return max(missed - 1, short_of_fit(*coverage(tier.asks, levels, not_applicable), pass_fit), 0)


def rank_by_skills(
    ladder: Ladder, profile: Profile, *, unrated: int | None = None, halves: int = 0
) -> int | None:
    """Return the rank that ratings show, at least 0; None where too little is rated to say.

    With ``unrated`` what is not rated has that level, and every tier counts; without, it is estimated, with
    ``halves`` of a level added.
    """
    best: int | None = None
    for tier in reversed(ladder.tiers):
        if best is not None and best >= tier.rank:
            break
        if unrated is None and not counts(tier, profile):
            continue
        levels = levels_for(tier, profile, unrated=unrated, halves=halves)
        reached = tier.rank - cost(tier, levels, profile.not_applicable, ladder.pass_fit)
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
