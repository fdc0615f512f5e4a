from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.gaps import Gap, cheapest, gaps
from careercli.domain.ladder import coverage, gate_met, levels_for, share
from careercli.domain.placement import gates_left
from tests.domain.builders import Rung, asks, catalog_of, ladder, must, person
from tests.domain.ladders import Case, cases, reordered

OF = ladder(
    Rung((asks("talk", 1),)),
    Rung(
        (asks("talk", 2, 2), asks("write", 3, 3), asks("sell", 2), asks("dial", 2), asks("chat", 2)),
        gates=(must("talk", levels=(2,)), must("sell", "dial", "chat", levels=(2, 2))),
    ),
)
SKILLS = catalog_of(OF).skills_by_id


def _rows(found: tuple[Gap, ...]) -> list[tuple[str, str, int | None]]:
    return [(gap.skill, gap.kind, gap.gate) for gap in found]


def test_open_gates_come_first_then_those_to_confirm_then_requirements() -> None:
    """However much a requirement would add to the fit."""
    found = gaps(OF, SKILLS, person(talk=1, sell=2, write=0), OF.top)
    assert _rows(found) == [
        ("talk", "gate", 1),
        ("chat", "confirm", 2),
        ("write", "gap", None),
        ("dial", "unrated", None),
    ]


def test_a_group_is_told_with_the_skills_that_reach_it_in_the_fewest_hours() -> None:
    """Two of three at 2: one is there, and of the others the one that is nearer is named."""
    found = gaps(OF, SKILLS, person(talk=2, write=3, sell=2, dial=0, chat=1), OF.top)
    assert _rows(found) == [("chat", "gate", 2), ("dial", "gap", None)]
    assert (found[0].need, found[0].hours) == (2, 3.0)


def test_a_gate_names_its_own_level_and_a_requirement_what_the_seat_asks() -> None:
    """A candidate has to show less than the seat asks in full."""
    of = ladder(Rung((asks("talk", 4),), gates=(must("talk", levels=(2,)),)))
    skills = catalog_of(of).skills_by_id
    (one,) = gaps(of, skills, person(talk=1), of.top)
    assert (one.need, one.kind, one.fit_gain) == (2, "gate", 0.25)
    (two,) = gaps(of, skills, person(talk=2), of.top)
    assert (two.need, two.kind, two.fit_gain) == (4, "gap", 0.5)


def test_what_is_not_rated_counts_as_estimated() -> None:
    """A skill that one most likely has adds little to the fit, and takes no hours."""
    of = ladder(Rung((asks("a", 2), asks("b", 2), asks("c", 4))))
    skills = catalog_of(of).skills_by_id
    found = {gap.skill: gap for gap in gaps(of, skills, person(a=2), of.top)}
    assert (found["b"].kind, found["b"].have, found["b"].fit_gain, found["b"].hours) == (
        "unrated",
        None,
        0.0,
        0,
    )
    assert (found["c"].fit_gain, found["c"].hours) == (0.0, 0)


def test_gaps_say_which_tiers_up_to_the_goal_need_more() -> None:
    """Without a goal the tier itself is the last."""
    of = ladder(Rung((asks("a", 1),)), Rung((asks("a", 2),)), Rung((asks("a", 3),)))
    skills = catalog_of(of).skills_by_id
    assert gaps(of, skills, person(a=1), of.tiers[1])[0].tiers == ("t2",)
    assert gaps(of, skills, person(a=1), of.tiers[1], of.top)[0].tiers == ("t2", "t3")


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ({"a": (5, 9), "b": (1, 9), "c": (2, 9)}, {"b": 3, "c": 3}),
        ({"a": (0, 1), "b": (0, 9), "c": (5, 5)}, {"a": 3, "b": 3}),
    ],
)
def test_the_cheapest_way_to_take_the_levels_of_a_gate(
    hours: dict[str, tuple[float, float]], expected: dict[str, int]
) -> None:
    """Two of three at 3: those that take the fewest hours."""
    table = {(skill, level): cost for skill, (cost, _) in hours.items() for level in (3,)}
    assert cheapest(must("a", "b", "c", levels=(3, 3)), hours, table) == expected


def test_different_levels_go_to_whom_they_cost_least() -> None:
    """One at 4 and one at 3: the higher level is taken where it costs less in all."""
    table = {("a", 4): 10.0, ("a", 3): 0.0, ("b", 4): 4.0, ("b", 3): 3.0}
    assert cheapest(must("a", "b", levels=(4, 3)), ("a", "b"), table) == {"a": 3, "b": 4}


@given(cases())
def test_gaps_are_exactly_what_is_missing(case: Case) -> None:
    """Every requirement below its need is named once; everything named is below its need."""
    for tier in case.ladder.tiers:
        found = gaps(case.ladder, case.skills, case.profile, tier)
        names = [gap.skill for gap in found]
        assert len(names) == len(set(names))
        for gap in found:
            assert gap.have == case.profile.skills.get(gap.skill)
            assert (gap.have or 0) < gap.need
            assert gap.skill not in case.profile.not_applicable
        missing = {
            ask.skill
            for ask in tier.asks
            if ask.skill not in case.profile.not_applicable
            and case.profile.skills.get(ask.skill, 0) < ask.level
        }
        assert missing <= set(names)


@given(cases())
def test_the_rows_of_a_gate_reach_it(case: Case) -> None:
    """Raised to what its rows need, and rated as estimated at least, every gate that can be is reached."""
    for tier in case.ladder.tiers:
        missed, to_confirm = gates_left(tier, case.profile)
        found = gaps(case.ladder, case.skills, case.profile, tier)
        for entry in (*missed, *to_confirm):
            rows = [gap for gap in found if gap.gate == entry.number]
            levels = case.profile.skills | {gap.skill: gap.need for gap in rows}
            assert gate_met(entry.gate, levels)


@given(cases())
def test_a_gap_is_worth_what_it_adds_to_the_fit(case: Case) -> None:
    """``fit_gain`` is the difference that closing it makes."""
    for tier in case.ladder.tiers:
        levels = levels_for(tier, case.profile)
        left_out = case.profile.not_applicable
        before = share(*coverage(tier.asks, levels, left_out))
        for gap in gaps(case.ladder, case.skills, case.profile, tier):
            after = levels | {gap.skill: max(gap.need, levels.get(gap.skill, 0))}
            gained = share(*coverage(tier.asks, after, left_out)) - before
            assert gap.fit_gain == pytest.approx(gained, abs=1e-12)


@given(cases())
def test_gaps_are_in_their_order(case: Case) -> None:
    """Gates, then what is to confirm, then the rest by what it adds."""
    order = {"gate": 0, "confirm": 1, "gap": 2, "unrated": 2}
    for tier in case.ladder.tiers:
        found = gaps(case.ladder, case.skills, case.profile, tier)
        kinds = [order[gap.kind] for gap in found]
        assert kinds == sorted(kinds)
        rest = [(-gap.fit_gain, gap.hours, gap.skill) for gap in found if gap.gate is None]
        assert rest == sorted(rest)


@given(st.data(), cases())
def test_the_order_of_facts_does_not_matter(data: st.DataObject, case: Case) -> None:
    """Written in another order they give the same gaps, but for the way a gate lists its skills."""
    other = data.draw(reordered(case))
    for tier, twin in zip(case.ladder.tiers, other.ladder.tiers, strict=True):
        mine = gaps(case.ladder, case.skills, case.profile, tier, case.goal)
        theirs = gaps(other.ladder, other.skills, other.profile, twin, other.goal)
        assert [msgspec.to_builtins(gap) for gap in mine] == [msgspec.to_builtins(gap) for gap in theirs]
