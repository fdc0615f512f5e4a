from __future__ import annotations

import pytest
from hypothesis import given

from careercli.domain.ladder import carry, carry_years, coverage, fit, missing_musts, skills_met, years_met
from careercli.domain.model import Demand, YearRange
from tests.domain.builders import Rung, asks, ladder
from tests.domain.ladders import Case, cases

DEMANDS = (
    Demand("listen", 3, 2, must=True),
    Demand("write", 4, 1, must=False),
    Demand("sell", 1, 3, must=False),
)


def test_a_demand_is_the_declaration_of_the_highest_tier_that_names_the_skill() -> None:
    """What a tier does not repeat is carried upward; what it repeats is replaced, in its old place."""
    demands = carry(
        [
            (asks("listen", 1, 3), asks("write", 2, 1)),
            (asks("sell", 1, 2),),
            (asks("listen", 4, 1, must=True),),
        ]
    )
    assert demands == [
        (Demand("listen", 1, 3, must=False), Demand("write", 2, 1, must=False)),
        (
            Demand("listen", 1, 3, must=False),
            Demand("write", 2, 1, must=False),
            Demand("sell", 1, 2, must=False),
        ),
        (
            Demand("listen", 4, 1, must=True),
            Demand("write", 2, 1, must=False),
            Demand("sell", 1, 2, must=False),
        ),
    ]


def test_a_tier_without_requirements_demands_what_the_one_below_does() -> None:
    """An empty tier adds nothing and drops nothing."""
    first, second = carry([(asks("listen", 2),), ()])
    assert first == second


def test_minimum_years_carry_upward_over_silence_and_over_less() -> None:
    """A clock's minimum is the highest stated so far, 0 before anything is."""
    stated = [None, 2.0, None, 1.0, 5.0]
    assert carry_years(YearRange(min=years) for years in stated) == [0.0, 2.0, 2.0, 2.0, 5.0]


def test_a_typical_maximum_is_no_minimum() -> None:
    """Only minimums carry."""
    assert carry_years([YearRange(min=1.0, max=9.0), YearRange()]) == [1.0, 1.0]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ({}, 0.0),
        ({"listen": 3, "write": 4, "sell": 1}, 1.0),
        ({"listen": 2, "write": 1}, (2 * 2 / 3 + 1 * 1 / 4) / 6),
        ({"listen": 1, "write": 3, "sell": 1}, (2 * 1 / 3 + 1 * 3 / 4 + 3) / 6),
        ({"sell": 4}, 3 / 6),
        ({"listen": 4, "sell": 4, "unheard-of": 4}, 5 / 6),
    ],
)
def test_fit_is_covered_weight_over_asked_weight(levels: dict[str, int], expected: float) -> None:
    """Each skill covers its weight times have over need, never more than its weight."""
    assert fit(DEMANDS, levels) == pytest.approx(expected, abs=1e-12)


def test_a_skill_that_is_not_applicable_leaves_both_sums() -> None:
    """It neither helps nor counts as missing, whatever its level."""
    assert fit(DEMANDS, {"listen": 3}, {"sell"}) == pytest.approx(2 / 3)
    assert fit(DEMANDS, {"listen": 3, "sell": 1}, {"sell"}) == pytest.approx(2 / 3)


def test_where_nothing_is_asked_nothing_is_missing() -> None:
    """With every skill not applicable the fit is 1."""
    assert fit(DEMANDS, {}, {"listen", "write", "sell"}) == 1.0


def test_coverage_is_exact_in_twelfths() -> None:
    """Thirds and quarters add up without rounding, so ten equal parts of seven are exactly 0.7."""
    assert coverage(DEMANDS, {"listen": 2, "write": 1}) == (16 + 3, 72)
    parts = [Demand(f"skill-{number}", 3, 1, must=False) for number in range(10)]
    assert fit(parts, {f"skill-{number}": 3 for number in range(7)}) == 0.7


def test_missing_musts_are_the_gates_below_their_level_in_order() -> None:
    """A gap that is no gate, and a gate that is reached, are not among them."""
    demands = (
        Demand("write", 2, 1, must=True),
        Demand("listen", 3, 2, must=True),
        Demand("sell", 4, 3, must=False),
        Demand("plan", 1, 1, must=True),
    )
    assert missing_musts(demands, {"listen": 2, "plan": 1}) == ("write", "listen")


@pytest.mark.parametrize(
    ("levels", "met"),
    [
        ({"gate": 2, "extra": 4}, True),
        ({"gate": 1, "extra": 4}, False),
        ({"gate": 2, "extra": 2}, True),
        ({"gate": 2, "extra": 1}, False),
    ],
)
def test_skills_are_met_with_every_gate_reached_and_enough_fit(levels: dict[str, int], met: bool) -> None:
    """Neither the fit nor the gates alone are enough; exactly the passing fit is."""
    tier = ladder(Rung((asks("gate", 2, 2, must=True), asks("extra", 4, 2))), pass_fit=0.75).top
    assert skills_met(tier, levels, (), 0.75) is met


@pytest.mark.parametrize(
    ("support", "leading", "met"),
    [(5.0, 1.0, True), (4.999, 1.0, False), (5.0, 0.999, False), (30.0, 20.0, True)],
)
def test_years_are_met_when_both_clocks_reach_their_minimum(
    support: float, leading: float, met: bool
) -> None:
    """A minimum is met on the spot, one clock does not make up for the other, and more is never too much."""
    tier = ladder(Rung((asks("a", 1),), support=5.0), Rung((), leading=1.0)).top
    assert years_met(tier, support, leading) is met


@given(cases())
def test_fit_stays_between_none_and_all(case: Case) -> None:
    """A fit is from 0 to 1, on every tier and for everyone."""
    for tier in case.ladder.tiers:
        assert 0.0 <= fit(tier.demands, case.profile.skills, case.profile.not_applicable) <= 1.0
