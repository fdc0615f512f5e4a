"""How a tier's demands come about, and how well a set of levels covers them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from careercli.domain.model import Demand, Requirement, Tier, YearRange

TWELFTHS = 12
"""The least number that the levels 1 to 4 all divide: fits are summed exactly in twelfths of a weight."""


def carry(declared: Iterable[tuple[Requirement, ...]]) -> list[tuple[Demand, ...]]:
    """Return, for each tier in order, what it demands with everything below carried upward.

    A tier's demands are, for every skill that any tier up to it names, the declaration of the highest such
    tier. A skill keeps the place where it first appears.
    """
    latest: dict[str, Requirement] = {}
    out = []
    for requirements in declared:
        for requirement in requirements:
            latest[requirement.skill] = requirement
        out.append(tuple(Demand(r.skill, r.level, r.weight, r.must) for r in latest.values()))
    return out


def carry_years(ranges: Iterable[YearRange]) -> list[float]:
    """Return the minimum of each tier's clock in years, carried upward; 0 where nothing was stated yet."""
    out: list[float] = []
    highest = 0.0
    for years in ranges:
        highest = max(highest, years.min or 0.0)
        out.append(highest)
    return out


def coverage(
    demands: Iterable[Demand], levels: Mapping[str, int], not_applicable: Collection[str] = ()
) -> tuple[int, int]:
    """Return covered and asked weight, both in twelfths; their quotient is the fit.

    ``levels`` maps skill ids to 0-4; a skill that is not in it counts as 0. Skills in ``not_applicable``
    leave both sums.
    """
    have = asked = 0
    for demand in demands:
        if demand.skill in not_applicable:
            continue
        level = levels.get(demand.skill, 0)
        asked += demand.weight * TWELFTHS
        have += demand.weight * min(level, demand.level) * (TWELFTHS // demand.level)
    return have, asked


def fit(demands: Iterable[Demand], levels: Mapping[str, int], not_applicable: Collection[str] = ()) -> float:
    """Return how much of the demands the levels cover, from 0 to 1.

    ``fit = Σ weight · min(have / need, 1) / Σ weight``. Where nothing is asked, nothing is missing: 1.
    """
    return share(*coverage(demands, levels, not_applicable))


def share(have: int, asked: int) -> float:
    """Return the quotient of two sums of :func:`coverage`, from 0 to 1."""
    return have / asked if asked else 1.0


def missing_musts(demands: Iterable[Demand], levels: Mapping[str, int]) -> tuple[str, ...]:
    """Return the ids of the gates that the levels do not reach, in the order of the demands."""
    return tuple(d.skill for d in demands if d.must and levels.get(d.skill, 0) < d.level)


def skills_met(
    tier: Tier, levels: Mapping[str, int], not_applicable: Collection[str], pass_fit: float
) -> bool:
    """Return whether every gate is reached and the fit is at least ``pass_fit``."""
    if missing_musts(tier.demands, levels):
        return False
    return fit(tier.demands, levels, not_applicable) >= pass_fit


def years_met(tier: Tier, support_years: float, leading_years: float) -> bool:
    """Return whether both clocks, in years, have reached the tier's carried minimum."""
    return support_years >= tier.carried_support_years and leading_years >= tier.carried_leading_years
