from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from careercli.domain.assessment import assess
from careercli.domain.placement import rank_of
from careercli.domain.way import additions, way_up
from tests.domain.builders import TODAY, Rung, asks, catalog_of, ladder, person
from tests.domain.ladders import Case, cases


def test_what_a_tier_adds() -> None:
    """New skills, higher levels and new gates are there, gates first, what is open before what is met."""
    of = ladder(
        Rung((asks("ask", 1), asks("bill", 2), asks("chat", 2, must=True))),
        Rung((asks("ask", 1, must=True), asks("bill", 3, 2), asks("file", 1, 3), asks("dial", 2, must=True))),
    )
    somebody = person(ask=1, bill=3)

    found = additions(of, somebody, of.tiers[1])

    assert [(item.skill, item.have, item.need, item.must, item.met) for item in found] == [
        ("dial", None, 2, True, False),
        ("ask", 1, 1, True, True),
        ("file", None, 1, False, False),
        ("bill", 3, 3, False, True),
    ]


def test_what_does_not_apply_is_not_added() -> None:
    """A tier adds nothing that does not apply."""
    of = ladder(Rung((asks("ask", 1),)), Rung((asks("file", 1),)))
    somebody = Case(catalog_of(of), person(), of.top).but(not_applicable={"file": "No files"}).profile

    assert additions(of, somebody, of.top) == ()


def test_in_what_order_clocks_and_skills_bind() -> None:
    """What is open today is there with its dates, the first to be reached first; what is reached is not."""
    of = ladder(
        Rung((asks("chat", 1),), support=0.0),
        Rung((asks("chat", 2, must=True),), support=2, leads=True),
        Rung((asks("chat", 3, must=True),), leading=1),
    )
    catalog = catalog_of(of)
    it = assess(of, catalog.skills_by_id, person(1.5, chat=1), TODAY)

    second, third = way_up(it, catalog.skills_by_id)

    assert [(bind.hold, bind.until.earliest, bind.until.latest) for bind in second.binds] == [
        ("skills", TODAY + timedelta(days=2), TODAY + timedelta(days=4)),
        ("support_years", date(2027, 5, 23), date(2027, 5, 23)),
    ]
    assert (second.clocks, second.bound_by) == (("support_years",), "support_years")
    assert [bind.hold for bind in third.binds] == ["skills", "support_years", "leading_years"]
    assert (third.clocks, third.bound_by) == (("leading_years",), "leading_years")


@pytest.mark.slow
@given(case=cases())
@settings(max_examples=60)
def test_the_way_is_the_plan(case: Case) -> None:
    """The way leads from the next tier to the goal; a tier is ready when the last of its reasons is gone."""
    it = assess(case.ladder, case.skills, case.but(goal=case.goal.id).profile, TODAY)
    way = way_up(it, case.skills)
    here = rank_of(it.placement.current)
    last = max(case.goal.rank, min(here + 1, len(case.ladder.tiers)))

    assert [stretch.tier.rank for stretch in way] == list(range(here + 1, last + 1))
    before = TODAY
    for stretch in way:
        alone = [bind.until.latest for bind in stretch.binds]
        expected = None if None in alone else max([before, *(day for day in alone if day)])
        assert stretch.ready.latest == expected
        assert (stretch.bound_by is None) == (stretch.ready.latest == TODAY)
        if expected is None:
            break
        before = expected
