from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings

from careercli.domain.assessment import assess
from careercli.domain.placement import rank_of
from careercli.domain.way import additions, must_haves, way_up
from tests.domain.builders import TODAY, Rung, asks, catalog_of, ladder, must, person
from tests.domain.ladders import Case, cases


def test_what_a_tier_adds() -> None:
    """New skills and higher levels outside of its gates, what is open first; what ended is not there."""
    of = ladder(
        Rung((asks("ask", 1), asks("bill", 2), asks("chat", 2), asks("old", 1, through="t1"))),
        Rung(
            (asks("bill", 3, 2), asks("file", 1, 3), asks("dial", 2)),
            gates=(must("dial", levels=[2]),),
        ),
    )

    found = additions(of, person(ask=1, bill=3), of.tiers[1])

    assert [(item.skill, item.have, item.need, item.met) for item in found] == [
        ("file", None, 1, False),
        ("bill", 3, 3, True),
    ]


def test_must_haves_are_met_open_or_to_confirm() -> None:
    """A gate that only unrated skills keep from being reached is not open."""
    rung = Rung(
        (asks("ask", 1), asks("bill", 2), asks("chat", 2), asks("dial", 2)),
        gates=(must("ask"), must("bill", levels=[2]), must("chat", "dial", levels=[2])),
    )

    found = must_haves(ladder(rung).top, person(ask=1, bill=1, chat=1))

    assert [(entry.met, entry.open) for entry in found] == [(True, False), (False, True), (False, False)]


def test_what_does_not_apply_is_not_added() -> None:
    """A tier adds nothing that does not apply."""
    of = ladder(Rung((asks("ask", 1),)), Rung((asks("file", 1),)))
    somebody = Case(catalog_of(of), person(), of.top).but(not_applicable={"file": "No files"}).profile

    assert additions(of, somebody, of.top) == ()


def test_in_what_order_clocks_and_skills_bind() -> None:
    """What is open today is there with both ends, the first to be reached first."""
    of = ladder(
        Rung((asks("chat", 1),), gates=(must("chat"),)),
        Rung((asks("chat", 2),), gates=(must("chat", levels=[2]),), support=2, seat="lead"),
        Rung((asks("chat", 3),), gates=(must("chat", levels=[3]),), leading=1, usual_leading=2, seat="lead"),
    )
    it = assess(of, catalog_of(of).skills_by_id, person(1.5, chat=1), TODAY)

    second, third = way_up(it)

    assert [(wait.hold, wait.until.earliest, wait.until.latest) for wait in second.waits] == [
        ("skills", TODAY + timedelta(days=2), TODAY + timedelta(days=4)),
        ("support_years", TODAY + timedelta(days=183), TODAY + timedelta(days=183)),
    ]
    assert (second.confirms, second.bound_by.latest) == (False, "support_years")
    assert third.bound_by.earliest == third.bound_by.latest == "leading_years"


def test_where_somebody_is_may_be_to_confirm() -> None:
    """The way begins with the tier that somebody is placed at, until all of it is shown."""
    rung = Rung((asks("ask", 2, 3), asks("bill", 1)), gates=(must("ask", levels=[2]), must("bill")))
    of = ladder(rung, Rung((asks("bill", 4, 3),), gates=(must("bill", levels=[4]),), support=9))
    it = assess(of, catalog_of(of).skills_by_id, person(1, ask=3, bill=0), TODAY)

    assert [(stretch.tier.id, stretch.confirms) for stretch in way_up(it)] == [("t1", True), ("t2", False)]


@pytest.mark.slow
@given(case=cases())
@settings(max_examples=40)
def test_the_way_is_the_plan(case: Case) -> None:
    """It leads without a gap to the goal, or to the next tier where the goal lies behind."""
    it = assess(case.ladder, case.skills, case.but(goal=case.goal.id).profile, TODAY)
    ranks = [stretch.tier.rank for stretch in way_up(it)]
    here = rank_of(it.placement.current)

    assert ranks == list(range(ranks[0], ranks[-1] + 1)) if ranks else here == len(case.ladder.tiers)
    if ranks:
        assert ranks[-1] == max(case.goal.rank, min(here + 1, len(case.ladder.tiers)))
