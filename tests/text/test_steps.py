from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import asdict, replace

from careercli.domain.growth import StepPart
from careercli.domain.model import Profile
from careercli.domain.schedule import Plan, RouteName, schedule
from careercli.text.plan import after_sentence, milestone_title, reached_sentence, ready_now
from careercli.text.steps import (
    about,
    agenda,
    dates_sentence,
    if_needed_sentence,
    interview_sentence,
    rated_words,
    rating_sentence,
    seat_sentence,
    step_numbers,
)
from tests.domain.builders import TODAY
from tests.domain.ladders import Case, cases
from tests.domain.small import LADDER, SKILLS, of, someone

UNRATED = {"lead": None, "plan": None}
LEADS = {"title": "Support Lead", "leads_people": True, "team": 12}
MANAGER = {"title": "Support Manager", "leads_people": True, "team": 12}


def _plan(profile: Profile, goal: str = "manager") -> Plan:
    return of(profile).plan_to(LADDER.tier(goal))


def test_steps_are_told_apart_by_what_they_are() -> None:
    """Ratings, steps, and those that are only there in case they are needed; none twice, none left out."""
    steps = _plan(someone("agent", levels={"sort": None, "plan": None})).dated_steps
    told = agenda(steps)
    assert told.interview is None
    assert [dated.step.skill for dated in told.ratings] == ["plan"]
    assert all(dated.step.if_needed for dated in told.if_needed)
    assert sorted(map(id, (*told.ratings, *told.steps, *told.if_needed))) == sorted(map(id, steps))


def test_too_little_rated_begins_with_the_interview() -> None:
    """In minutes."""
    first = agenda(_plan(someone()).milestones[0].steps).interview
    assert first is not None
    assert interview_sentence(first.step) == "Answer the quick interview, about 5 minutes"


def test_ratings_are_one_line() -> None:
    """One or two skills by name, more by their number."""
    step = agenda(_plan(someone("agent", levels={"sort": None, "plan": None})).dated_steps).ratings[0].step
    assert rating_sentence([step], SKILLS) == "Rate budget planning, about 2 minutes"
    assert rating_sentence([step] * 3, SKILLS) == "Rate these 3 skills, about 2 minutes"


def test_skills_to_rate_are_named_once() -> None:
    """Below the line that only counts them; where it names them, not again."""
    steps = [dated.step for dated in _plan(someone("lead", 5.0, 2.0, levels=UNRATED, **LEADS)).dated_steps]
    ratings = [step for step in steps if step.kind == "rate"]
    assert len(ratings) > 1
    assert rated_words(ratings[:2], SKILLS) == ""
    assert rated_words([*ratings, ratings[0]], SKILLS).endswith(" and team leadership.")


@pytest.mark.parametrize(
    ("hours", "expected"),
    [(0.01, "about 2 minutes"), (0.07, "about 5 minutes"), (0.6, "about 35 minutes"), (2.1, "about 2 hours")],
)
def test_short_times_are_rounded(hours: float, expected: str) -> None:
    """To minutes, to five of them, or to hours."""
    assert about(hours) == expected


def test_steps_below_an_estimate_are_only_if_needed() -> None:
    """They say when they are needed, how many they are and how much work."""
    told = agenda(_plan(someone("agent", levels={"sort": None, "solve": None})).dated_steps)
    said = if_needed_sentence(dated.step for dated in told.if_needed)
    assert said.startswith("Only if you find you are below an estimate: ")
    assert " more step" in said


@pytest.mark.parametrize(
    ("profile", "goal", "titles"),
    [
        (
            someone("lead", 5.0, 2.0, levels={"lead": 1}, **LEADS),
            "manager",
            ["Confirm where you are, Lead", "Support Manager (your goal)"],
        ),
        (
            someone("lead", 5.0, 2.0, levels={"lead": 1}, **LEADS),
            "lead",
            ["Confirm where you are, Lead (your goal)"],
        ),
        (someone("agent"), "lead", ["Support Lead (your goal)"]),
    ],
)
def test_milestones_have_names(profile: Profile, goal: str, titles: list[str]) -> None:
    """The current tier is to be confirmed first, where it is not."""
    plan = _plan(profile, goal)
    assert [milestone_title(plan, milestone) for milestone in plan.milestones] == titles


def test_a_goal_that_is_reached_for_sure_is_said() -> None:
    """And nothing where it is not."""
    assert reached_sentence(_plan(someone("lead", 5.0, 2.0, **LEADS), "lead")).startswith("You're there")
    assert reached_sentence(_plan(someone("lead", 5.0, 2.0, **LEADS))) == ""


def test_who_is_ready_today_learns_what_comes_next() -> None:
    """An opening, what one can show, and the tier above."""
    lead, manager = LADDER.tier("lead"), LADDER.tier("manager")
    assert ready_now(_plan(someone("lead", 3.0))) is lead
    assert ready_now(_plan(someone("lead", 5.0))) is lead
    assert ready_now(_plan(someone("agent"))) is None
    assert "opening as Lead" in after_sentence(lead, manager)
    assert "make Manager your goal" in after_sentence(lead, manager)
    assert "your goal" not in after_sentence(manager, None)


def test_dates_say_how_long_one_waits_for_a_result() -> None:
    """The work first, then the weeks."""
    plan = _plan(someone("agent"), "lead")
    said = [dates_sentence(plan, dated) for dated in plan.dated_steps]
    assert said[0].startswith("From today")
    assert any(", then 4 weeks for the result; done " in sentence for sentence in said)


def test_a_step_that_needs_a_job_says_what_to_do_without() -> None:
    """And nothing to whom it suits."""
    steps = {dated.step.id: dated.step for dated in _plan(someone("agent"), "lead").dated_steps}
    assert seat_sentence(steps["lead-2"]) == "This takes a team lead's job: find a lead to stand in for."
    assert seat_sentence(steps["lead-1"]) == ""


def test_a_part_of_a_step_claims_no_level() -> None:
    """It leads toward one; it is done when one does what the level says."""
    step = next(iter(_plan(someone("agent"), "lead").dated_steps)).step
    assert step.growth
    part = replace(step, growth=StepPart(**asdict(step.growth)))
    level = f"level {step.level_to}"
    assert seat_sentence(part) == (
        f"This leads toward {level} from where you are: count it as done once you do what {level} says."
    )


@given(cases(), st.floats(0.5, 60), st.integers(0, 2000), st.sampled_from(["shortest", "full"]))
def test_numbers_stay(case: Case, hours: float, days: int, route: RouteName) -> None:
    """Neither the hours a week nor the day nor the route changes the number of a step; none is missing."""
    here = schedule(case.ladder, case.skills, case.profile, case.goal, TODAY)
    eager = replace(case.profile, hours_per_week=hours)
    there = schedule(case.ladder, case.skills, eager, case.goal, TODAY + timedelta(days=days), route=route)

    numbers, others = step_numbers(here), step_numbers(there)

    assert numbers.items() <= others.items()
    assert numbers.keys() == {step.id for step in here.steps}
    assert others.keys() == {dated.step.id for dated in (*there.dated_steps, *there.also_helps)}
    assert set(others.values()) == set(range(1, len(set(others.values())) + 1))
    alone = [number for step, number in others.items() if not step.startswith("rate-")]
    assert len(set(alone)) == len(alone)
