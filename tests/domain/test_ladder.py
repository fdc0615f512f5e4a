from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.ladder import (
    carry,
    carry_years,
    cost,
    counts,
    coverage,
    covered_with,
    estimates,
    exact,
    floor_reached,
    gate_met,
    levels_for,
    passes,
    rank_by_skills,
    share,
    short_of_fit,
    tally,
    usual_reached,
)
from careercli.domain.requirements import Ask
from tests.domain.builders import Rung, asks, ladder, must, person
from tests.domain.ladders import Case, cases

ASKS = (Ask("listen", 3, 2), Ask("write", 4, 1), Ask("sell", 1, 3))


def test_a_tier_asks_what_the_highest_tier_up_to_it_says() -> None:
    """What a tier does not repeat is carried upward; what it repeats is replaced, in its old place."""
    carried = carry(
        [
            ("one", (asks("listen", 1, 3), asks("write", 2, 1))),
            ("two", (asks("sell", 1, 2),)),
            ("three", (asks("listen", 4, 1),)),
        ]
    )
    assert carried == [
        (Ask("listen", 1, 3), Ask("write", 2, 1)),
        (Ask("listen", 1, 3), Ask("write", 2, 1), Ask("sell", 1, 2)),
        (Ask("listen", 4, 1), Ask("write", 2, 1), Ask("sell", 1, 2)),
    ]


def test_a_requirement_ends_with_the_last_tier_that_asks_it() -> None:
    """A hands-on skill is asked through a tier, and above it no more; a higher tier may begin again."""
    carried = carry(
        [
            ("one", (asks("type", 2, through="two"), asks("talk", 1))),
            ("two", ()),
            ("three", ()),
            ("four", (asks("type", 1),)),
        ]
    )
    assert [[ask.skill for ask in tier] for tier in carried] == [
        ["type", "talk"],
        ["type", "talk"],
        ["talk"],
        ["type", "talk"],
    ]


def test_usual_years_carry_upward_over_silence_and_over_less() -> None:
    """A clock's usual minimum is the highest stated so far, and not known before anything is."""
    assert carry_years([None, 2.0, None, 1.0, 5.0]) == [None, 2.0, 2.0, 2.0, 5.0]


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
    assert share(*coverage(ASKS, levels)) == pytest.approx(expected, abs=1e-12)


def test_a_skill_that_is_not_applicable_leaves_both_sums() -> None:
    """It neither helps nor counts as missing; where nothing is left to ask, nothing is missing."""
    assert share(*coverage(ASKS, {"listen": 3, "sell": 1}, {"sell"})) == pytest.approx(2 / 3)
    assert share(*coverage(ASKS, {}, {"listen", "write", "sell"})) == 1.0


@pytest.mark.parametrize(
    ("have", "asked", "expected"),
    [
        (75, 100, 0),
        (90, 100, 0),
        (74, 100, 1),
        (70, 100, 1),
        (69, 100, 2),
        (65, 100, 2),
        (0, 100, 15),
        (0, 0, 0),
    ],
)
def test_each_five_points_of_missing_fit_cost_a_tier(have: int, asked: int, expected: int) -> None:
    """A part of five points counts like all of them, and exactly enough costs nothing."""
    assert short_of_fit(have, asked, 0.75) == expected
    assert passes(have, asked, 0.75) is (expected == 0)


def test_a_pass_fit_is_what_somebody_wrote() -> None:
    """Seven tenths of ten are reached by seven, though the float 0.7 is a little more or less than that."""
    assert exact(0.7) == Fraction(7, 10)
    assert passes(7, 10, 0.7)
    assert short_of_fit(65, 100, 0.7) == 1


def test_what_is_not_rated_is_estimated_from_what_is() -> None:
    """Worked by hand: two of weight 3 and 1 are rated at 2 of 2 and 1 of 3, so others have 5/6 of a need."""
    tier = ladder(Rung((asks("a", 2, 3), asks("b", 3, 1), asks("c", 1), asks("d", 2), asks("e", 4)))).top
    profile = person(a=2, b=1)
    of = tally(tier, profile)
    assert Fraction(of.compared, of.known) == Fraction(3 + Fraction(1, 3)) / 4
    assert estimates(of) == (0, 1, 2, 3, 3)
    assert levels_for(tier, profile) == {"a": 2, "b": 1, "c": 1, "d": 2, "e": 3}
    assert (
        Fraction(covered_with(of, estimates(of)), of.asked)
        == (3 + Fraction(1, 3) + 1 + 1 + Fraction(3, 4)) / 7
    )


def test_half_a_level_more_or_less_in_every_estimate() -> None:
    """With halves the same ratio is rounded from half a level lower, or higher, from 0 to 4."""
    tier = ladder(Rung((asks("a", 2), asks("b", 4)))).top
    of = tally(tier, person(a=1))
    assert [estimates(of, halves)[4] for halves in (-1, 0, 1)] == [2, 2, 3]
    assert [estimates(of, halves)[3] for halves in (-1, 0, 1)] == [1, 2, 2]
    assert [estimates(tally(tier, person()), halves)[4] for halves in (-1, 0, 1)] == [0, 0, 1]
    assert estimates(tally(tier, person(a=4)), 1)[4] == 4


def test_a_level_above_the_need_counts_up_to_a_quarter_more() -> None:
    """An expert where little is asked says something of the rest, and not everything."""
    tier = ladder(Rung((asks("a", 1), asks("b", 4), asks("c", 2)))).top
    assert estimates(tally(tier, person(a=4)))[4] == 4
    of = tally(tier, person(a=4, b=2))
    assert Fraction(of.compared, of.known) == Fraction(5, 4) / 2 + Fraction(1, 4)


@pytest.mark.parametrize(
    ("levels", "met"),
    [
        ({"a": 2, "b": 2}, True),
        ({"a": 2, "c": 4}, True),
        ({"a": 2, "b": 1, "c": 1}, False),
        ({"c": 2}, False),
        ({}, False),
    ],
)
def test_any_two_of_three_reach_a_group(levels: dict[str, int], met: bool) -> None:
    """The best rated of a group must have its levels."""
    assert gate_met(must("a", "b", "c", levels=(2, 2)), levels) is met


def test_a_group_may_want_different_levels_either_way_round() -> None:
    """One at 4 and another at 3; two at 3 are not enough."""
    gate = must("a", "b", levels=(3, 4))
    assert gate_met(gate, {"a": 4, "b": 3})
    assert gate_met(gate, {"a": 3, "b": 4})
    assert not gate_met(gate, {"a": 3, "b": 3})
    assert not gate_met(gate, {"a": 4, "b": 2})


def test_a_tier_counts_from_four_ratings_and_half_of_its_gates_on() -> None:
    """With fewer rated nobody is judged by it; where it asks fewer than four, all of them have to be."""
    six = [asks(name, 1) for name in "abcdef"]
    tier = ladder(Rung(tuple(six), gates=(must("a"), must("b", "c", levels=(1, 1)), must("d")))).top
    for profile, enough in (
        (person(a=0, b=0, c=0), False),
        (person(a=0, b=0, c=0, e=0), True),
        (person(a=0, b=0, e=0, f=0), False),
        (person(a=0, d=0, e=0, f=0), True),
    ):
        assert counts(tier, profile, tally(tier, profile)) is enough
    small = ladder(Rung((asks("a", 1), asks("b", 1)), gates=(must("a"),))).top
    assert not counts(small, person(a=1), tally(small, person(a=1)))
    assert counts(small, person(a=1, b=1), tally(small, person(a=1, b=1)))


def test_one_missed_gate_is_free_and_each_further_one_costs_a_tier() -> None:
    """The larger of what gates and fit cost counts."""
    tier = ladder(
        Rung(tuple(asks(n, 2) for n in "abcd"), gates=tuple(must(n, levels=(2,)) for n in "abcd"))
    ).top

    def costs(**levels: int) -> int:
        profile = person(**levels)
        of = tally(tier, profile)
        return cost(tier, profile, of, estimates(of), 0.1)

    assert [costs(a=2, b=2, c=2, d=d) for d in (2, 1)] == [0, 0]
    assert costs(a=2, b=2, c=1, d=1) == 1
    assert costs(a=1, b=1, c=1, d=1) == 3
    profile = person(a=1, b=1, c=1, d=1)
    assert cost(tier, profile, tally(tier, profile), estimates(tally(tier, profile)), 1.0) == 10


def test_by_skills_is_the_best_of_rank_less_cost() -> None:
    """A tier far up that one misses by little may say more than one below that one has left behind."""
    of = ladder(
        Rung((asks("type", 3, through="t1"),), gates=(must("type", levels=(3,)),)),
        Rung((asks("talk", 2),)),
        Rung((asks("lead", 3),), gates=(must("lead", levels=(3,)),)),
    )
    assert rank_by_skills(of, person()) is None
    assert rank_by_skills(of, person(type=0, talk=2, lead=3)) == 3
    assert rank_by_skills(of, person(type=0, talk=0, lead=0)) == 0


@pytest.mark.parametrize(
    ("support", "leading", "elsewhere", "reached"),
    [(5.0, 1.0, 0.0, True), (4.99, 1.0, 0.0, False), (5.0, 0.99, 0.0, False), (5.0, 0.0, 2.0, True)],
)
def test_a_floor_wants_both_clocks(support: float, leading: float, elsewhere: float, reached: bool) -> None:
    """One clock does not make up for the other; leading elsewhere counts in part."""
    tier = ladder(Rung((asks("a", 1),), support=5.0, leading=1.0, elsewhere=0.5, usual_leading=1.0)).top
    profile = person(support, leading, elsewhere=elsewhere)
    assert floor_reached(tier, profile) is reached
    assert usual_reached(tier, profile) is (leading >= 1.0)


def test_part_time_years_count_by_their_share() -> None:
    """Ten years at half of full time are five."""
    tier = ladder(Rung((asks("a", 1),), support=5.0)).top
    assert floor_reached(tier, person(10.0, share=0.5))
    assert not floor_reached(tier, person(9.9, share=0.5))


@given(cases(), st.sampled_from((None, 0, 4)))
def test_fit_stays_between_none_and_all(case: Case, unrated: int | None) -> None:
    """A fit is from 0 to 1, on every tier and for everyone, and added up as it is counted out."""
    for tier in case.ladder.tiers:
        levels = levels_for(tier, case.profile, unrated=unrated)
        have, asked = coverage(tier.asks, levels, case.profile.not_applicable)
        assert 0 <= have <= asked
        of = tally(tier, case.profile)
        expected = estimates(of) if unrated is None else (unrated,) * 5
        assert (covered_with(of, expected), of.asked) == (have, asked)
