"""Whole people on the built-in ladder: what a coach would hand over, and what nobody should be told."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from careercli.domain.assessment import Assessment, assess
from careercli.domain.model import Catalog, Profile
from careercli.domain.placement import place, rank_of
from careercli.domain.plan import to_start
from tests.domain.builders import TODAY

LEAD = {
    "team-leadership": 3,
    "coaching": 3,
    "communication": 3,
    "conflict-resolution": 3,
    "support-metrics": 2,
    "performance-management": 1,
    "hiring": 1,
    "budgeting": 0,
    "financial-acumen": 0,
    "executive-communication": 1,
    "workforce-management": 1,
    "strategic-thinking": 1,
    "cx-strategy": 0,
    "vendor-management": 0,
}


def _everything(catalog: Catalog, level: int, **other: int) -> dict[str, int]:
    """Return a rating for every skill of the ladder."""
    levels = dict.fromkeys(catalog.ladder.skills, level)
    return levels | {name.replace("_", "-"): rating for name, rating in other.items()}


def _assessed(catalog: Catalog, profile: Profile) -> Assessment:
    return assess(catalog.ladder, catalog.skills_by_id, profile, TODAY)


def _tiers(found: Assessment) -> list[str]:
    return [milestone.tier.id for milestone in found.plan.milestones]


def test_a_newcomer_with_nothing_rated_begins_with_a_few_questions(catalog: Catalog) -> None:
    """A coach asks before advising, and what follows can be done by somebody without a support job."""
    found = _assessed(catalog, Profile(support_years=0.0, goal="team-lead"))
    assert found.placement.state == "too-little-rated"
    assert found.plan.steps[0].id == "quick-interview"
    assert _tiers(found) == ["junior-specialist", "specialist", "senior-specialist", "team-lead"]
    first = found.plan.milestones[0]
    assert first.ready.latest is not None
    assert first.ready.latest - TODAY < timedelta(days=120)
    for step in first.steps[1:]:
        assert "your lead" not in step.step.action
        assert "your manager" not in step.step.action
        assert step.step.needs_seat is None


def test_an_agent_of_three_years_with_twelve_ratings_rates_the_rest_first(catalog: Catalog) -> None:
    """What is not known is to confirm and no fault; the years of a senior are there already."""
    twelve = {
        "communication": 2,
        "active-listening": 2,
        "problem-solving": 2,
        "empathy": 3,
        "ticketing": 3,
        "documentation": 2,
        "product-knowledge": 2,
        "conflict-resolution": 2,
        "live-chat": 3,
        "crm": 2,
        "time-management": 2,
        "coaching": 1,
    }
    profile = Profile(support_years=3.0, title="Customer Support Agent", employed=True, skills=twelve)
    found = _assessed(catalog, msgspec.structs.replace(profile, goal="team-lead"))
    placement = found.placement
    assert placement.current is catalog.ladder.tier("specialist")
    assert rank_of(placement.at_most) > rank_of(placement.current)
    first = found.plan.milestones[0]
    assert first.tier is placement.current
    assert first.ready.earliest == TODAY
    for milestone in found.plan.milestones:
        kinds = [dated.step.kind == "rate" for dated in milestone.steps]
        assert kinds == sorted(kinds, reverse=True)
    rating = [dated.step for dated in first.steps if dated.step.kind == "rate"]
    assert 0 < sum(step.hours.max for step in rating) < 1
    work = [step for step in found.plan.steps if step.kind != "rate" and not step.if_needed]
    assert {step.needs_seat for step in work[:5]} == {None}


def test_a_lead_with_one_must_have_open_is_told_that_one(catalog: Catalog) -> None:
    """The first milestone confirms the job held, by the one thing that is missing and little else."""
    profile = Profile(
        support_years=6.0,
        leading_years=2.0,
        title="Customer Support Team Lead",
        employed=True,
        team=9,
        leads_people=True,
        goal="manager",
        skills=_everything(catalog, 2) | LEAD,
    )
    found = _assessed(catalog, profile)
    assert found.placement.current is catalog.ladder.tier("team-lead")
    assert [entry.gate.skills for entry in found.tiers[3].open_gates] == [("performance-management",)]
    assert _tiers(found) == ["team-lead", "junior-manager", "manager"]
    first = found.plan.milestones[0]
    assert first.steps[0].step.id == "performance-management-2"
    assert first.steps[0].step.action.startswith("With two of the people you lead")
    assert first.ready.latest is not None
    assert first.ready.latest - TODAY < timedelta(days=90)
    assert found.plan.milestones[-1].bound_by.earliest == "leading_years"


def test_a_laid_off_manager_is_a_manager(catalog: Catalog) -> None:
    """Without a job the answers and the years say it; the goal is reached, and the next one takes years."""
    skills = _everything(catalog, 2, communication=3, conflict_resolution=3, team_leadership=3, coaching=3)
    skills |= dict.fromkeys(("performance-management", "support-metrics", "hiring"), 3)
    profile = Profile(
        support_years=9.0,
        leading_years=4.0,
        title="Customer Support Manager",
        employed=False,
        goal="manager",
        skills=skills,
    )
    found = _assessed(catalog, profile)
    assert found.placement.by_seat is None
    assert found.placement.current is found.placement.confirmed is catalog.ladder.tier("manager")
    assert found.plan.milestones == ()
    onward = found.plan_to(catalog.ladder.tier("senior-manager"))
    assert [milestone.tier.id for milestone in onward.milestones] == ["senior-manager"]
    for step in onward.steps:
        assert "your team" not in step.action or step.needs_seat is not None


def test_a_director_with_short_years_keeps_the_tier_and_learns_what_is_missing(catalog: Catalog) -> None:
    """Years say less than the job and the answers do, and do not count; one must-have is to be met."""
    skills = _everything(catalog, 3, team_leadership=4, strategic_thinking=4)
    profile = Profile(
        support_years=4.0,
        leading_years=2.5,
        title="Director of Customer Support",
        employed=True,
        team=40,
        leads_people=True,
        goal="director",
        skills=skills,
    )
    found = _assessed(catalog, profile)
    placement = found.placement
    assert placement.current is catalog.ladder.tier("director")
    assert rank_of(placement.by_years) < placement.current.rank
    assert _tiers(found) == ["director"]
    (milestone,) = found.plan.milestones
    gates = {skill for entry in found.tiers[-1].open_gates for skill in entry.skills}
    assert {step.step.skill for step in milestone.steps if step.step.gate} <= gates
    assert milestone.bound_by.earliest == "skills"
    assert all(step.step.needs_seat is None for step in milestone.steps)


@pytest.mark.parametrize("years", [5.0, 18.0, 40.0])
def test_four_soft_skills_and_many_years_make_nobody_a_director(catalog: Catalog, years: float) -> None:
    """Few answers say little, however many the years are."""
    soft = dict.fromkeys(("communication", "active-listening", "empathy", "adaptability"), 3)
    found = place(catalog.ladder, Profile(support_years=years, leading_years=years, skills=soft))
    assert rank_of(found.current) <= catalog.ladder.tier("specialist").rank
    assert not found.settled


@pytest.mark.parametrize("level", range(5))
def test_one_answer_changed_makes_nobody_fall(catalog: Catalog, level: int) -> None:
    """A director with a 0 is still one, or a tier lower at the most; in a hands-on skill it does nothing."""
    everything = _everything(catalog, 4)
    facts = Profile(
        support_years=12.0,
        leading_years=9.0,
        title="Director of Customer Support",
        team=60,
        leads_people=True,
        skills=everything,
    )
    top = catalog.ladder.top
    assert place(catalog.ladder, facts).current is top
    for name in catalog.ladder.skills:
        changed = msgspec.structs.replace(facts, skills={**everything, name: level})
        assert rank_of(place(catalog.ladder, changed).current) >= top.rank - 1
    hands_on = msgspec.structs.replace(facts, skills={**everything, "troubleshooting": 0})
    assert place(catalog.ladder, hands_on).current is top


def test_what_can_be_started_now_is_in_the_first_milestone(catalog: Catalog) -> None:
    """Nobody is sent to the end of the ladder first."""
    for persona in catalog.personas:
        found = _assessed(catalog, persona.profile)
        if found.plan.milestones:
            (first, *_) = to_start(catalog.skills_by_id, found.plan.steps) or (None,)
            assert first is None or first in [dated.step for dated in found.plan.milestones[0].steps]
