from __future__ import annotations

import msgspec
import pytest
from hypothesis import given

from careercli.domain.assessment import assess
from careercli.domain.gaps import gaps
from careercli.domain.placement import place, rank_of, standings
from careercli.domain.schedule import schedule
from tests.domain.builders import TODAY, Rung, asks, catalog_of, ladder, must, person
from tests.domain.ladders import Case, cases

TWO = ladder(
    Rung((asks("talk", 1),), gates=(must("talk"),)),
    Rung((asks("talk", 2),), gates=(must("talk", levels=(2,)),), support=2.0),
)
SKILLS = catalog_of(TWO).skills_by_id


@pytest.mark.slow
@given(cases())
def test_an_assessment_is_made_of_its_parts(case: Case) -> None:
    """The placement, the standings, the gaps of the next tier and the goal, and the plan to the goal."""
    of, skills = case.ladder, case.skills
    found = assess(of, skills, case.but(goal=case.goal.id).profile, TODAY)
    assert found.goal == case.goal
    assert found.placement == place(of, found.profile)
    assert found.tiers == standings(of, found.profile)
    assert found.goal_gaps == gaps(of, case.told, found.profile, case.goal)
    assert found.plan == schedule(of, skills, found.profile, case.goal, TODAY)
    assert rank_of(found.next) in (rank_of(found.placement.current) + 1, 0)
    if found.next:
        assert found.gaps == gaps(of, case.told, found.profile, found.next, case.goal)


@given(cases())
def test_the_same_answers_always_give_the_same_advice(case: Case) -> None:
    """Nothing is left to chance or to the day, except the dates."""
    one = assess(case.ladder, case.skills, case.profile, TODAY)
    assert one == assess(case.ladder, case.skills, case.profile, TODAY)


def test_a_newcomer_prepares_for_the_first_tier() -> None:
    """The next tier is the first, and its gaps are shown with the tiers up to the goal."""
    found = assess(TWO, SKILLS, person(), TODAY)
    assert (found.placement.current, found.next) == (None, TWO.tiers[0])
    assert found.goal == TWO.top
    assert [gap.tiers for gap in found.gaps] == [("t1", "t2")]
    assert found.standing(TWO.top) is found.tiers[1]


def test_at_the_top_nothing_is_next() -> None:
    """No next tier, no gaps, no goal and an empty plan."""
    found = assess(TWO, SKILLS, person(2.0, talk=2), TODAY)
    assert (found.next, found.gaps, found.goal, found.goal_gaps) == (None, (), None, ())
    assert found.plan.milestones == ()


def test_a_goal_below_the_current_tier_is_kept() -> None:
    """It is the person's choice; confirmed as it is, there is nothing to plan for it."""
    profile = msgspec.structs.replace(person(2.0, talk=2), goal="t1")
    found = assess(TWO, SKILLS, profile, TODAY)
    assert found.goal == TWO.tiers[0]
    assert found.plan.milestones == ()


def test_the_plan_is_made_when_somebody_looks_at_it() -> None:
    """A placement alone does not pay for it; a plan to another tier, or the full one, may be had as well."""
    found = assess(TWO, SKILLS, person(2.0, talk=1), TODAY)
    assert "plan" not in found.__dict__
    assert found.plan is found.plan
    assert found.plan_to(TWO.top, "full").route == "full"
    assert found.plan_to(TWO.tiers[0]).goal is TWO.tiers[0]
