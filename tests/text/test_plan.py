"""What is said of a plan and its milestones."""

from __future__ import annotations

import msgspec
import pytest

from careercli.domain.model import Catalog, Profile
from careercli.domain.schedule import Binding, Plan, Span
from careercli.text.plan import (
    assumptions,
    counted_years,
    pace_sentence,
    plan_title,
    ready_sentence,
    stop,
    work_sentence,
)
from tests.domain.builders import TODAY
from tests.domain.people import random_people
from tests.domain.small import LADDER, of, someone
from tests.reports import people_of, report_on

BOTH_ENDS = (
    "ready from 27 Jan 2027 to 21 Nov 2028; the early date waits for your steps, the late one for years in "
    "support"
)
LEADS = {"title": "Support Lead", "leads_people": True, "team": 12}


def _plan(profile: Profile, goal: str = "manager") -> Plan:
    return of(profile).plan_to(LADDER.tier(goal))


def _said(profile: Profile, goal: str = "manager") -> str:
    return " ".join(assumptions(_plan(profile, goal)))


def test_a_plan_says_what_its_dates_rest_on() -> None:
    """The pace, the two ends, and that readiness is no promise."""
    said = assumptions(_plan(someone("junior", hours_per_week=2.0)))
    assert "2 hours a week" in said[0]
    assert "the low end of every step's hours and the years that employers ask for" in said[-2]
    assert "promises no opening" in said[-1]


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (someone("junior", 0.0), "as if your first support job began today"),
        (someone("junior", employed=False), "as if a new support job began today"),
        (someone("junior"), "You stay in this line of work, so support years run on from 21 Nov 2026."),
        (someone("manager", 9.0), ""),
    ],
)
def test_from_when_support_years_run(profile: Profile, expected: str) -> None:
    """From today; nothing is said of them where there are enough."""
    said = _said(profile)
    assert expected in said
    assert bool(expected) == ("upport years run" in said)


@pytest.mark.parametrize(
    ("profile", "goal", "expected"),
    [
        (someone("lead", 9.0, 1.0, **LEADS), "manager", "You go on leading people"),
        (someone("lead", 9.0, 1.0, employed=False), "manager", "as if a job in which you lead began today"),
        (someone("agent", 9.0), "manager", "from the day on which you are ready for a first lead job"),
        (someone("junior", 9.0), "agent", ""),
        (someone("junior", 9.0, 9.0), "manager", ""),
    ],
)
def test_from_when_years_of_leading_run(profile: Profile, goal: str, expected: str) -> None:
    """From today for who leads, else from the first lead job; nothing is said where they hold no date."""
    said = _said(profile, goal)
    assert expected in said
    assert bool(expected) == ("leading" in said)


def test_what_is_not_rated_is_said_to_be_estimated() -> None:
    """With its number; where nothing is rated there is nothing to estimate from."""
    one = _said(someone("agent", 9.0, 9.0, levels={"plan": None}))
    assert "1 skill of these tiers is not rated. The early date takes what the rest" in one
    none = _said(someone())
    assert "6 skills of these tiers are not rated, so both dates take 0" in none
    assert "not rated" not in _said(someone("agent"))


def test_stand_ins_are_said_where_a_step_needs_one() -> None:
    """And not to somebody who holds such a job."""
    assert "Where a step takes a team lead's job, the dates assume" in _said(someone("agent"))
    assert "stand in" not in _said(someone("agent", **LEADS))


@pytest.mark.parametrize(
    ("share", "elsewhere", "begins"),
    [
        (1.0, 0.0, ""),
        (0.6, 0.0, "Years at 60% of full time count by that share. That is our judgement"),
        (1.0, 0.5, "Years of leading outside support count half. That"),
        (1.0, 0.25, "Years of leading outside support count 25%. That"),
        (
            0.5,
            0.5,
            "Years at 50% of full time count by that share and years of leading outside support count",
        ),
    ],
)
def test_how_years_in_part_count(share: float, elsewhere: float, begins: str) -> None:
    """It is called the judgement that it is."""
    assert counted_years(share, elsewhere).startswith(begins)
    assert bool(counted_years(share, elsewhere)) == bool(begins)


def test_part_time_and_leading_elsewhere_are_said_in_a_plan() -> None:
    """The second only on the way to a tier toward which it counts."""
    person = someone("junior", part_time_share=0.5, leading_elsewhere_years=4.0)
    assert "count half" in _said(person)
    assert "Years at 50%" in _said(person, "agent")
    assert "count half" not in _said(person, "agent")


@pytest.mark.parametrize(
    ("profile", "goal", "expected"),
    [
        (someone("lead", 5.0), "lead", "ready today"),
        (
            someone("lead", 3.0),
            "lead",
            "ready from today to 21 Nov 2028; the late date waits for years in support",
        ),
        (
            someone("lead", 3.0, levels={"lead": 1}, **LEADS),
            "lead",
            "ready from 26 Dec to 30 Dec 2026; both dates wait for your steps",
        ),
        (
            someone("manager", 9.0, 2.0, **LEADS),
            "manager",
            "ready from 22 Nov 2027 to 21 Nov 2028; both dates wait for years of leading",
        ),
        (someone("agent", levels={"sort": None, "plan": None}), "lead", BOTH_ENDS),
    ],
)
def test_a_milestone_says_when_it_is_ready_and_why(profile: Profile, goal: str, expected: str) -> None:
    """Each end with what it waits for, both together where that is the same."""
    plan = _plan(profile, goal)
    assert ready_sentence(plan, plan.milestones[-1]) == expected


def test_a_date_that_two_things_decide_names_both() -> None:
    """Where both ends fall on the same day for different reasons."""
    plan = _plan(someone("manager", 9.0, 2.0, **LEADS))
    same = Span(plan.milestones[0].ready.latest, plan.milestones[0].ready.latest)
    milestone = msgspec.structs.replace(
        plan.milestones[0], ready=same, bound_by=Binding("leading_years", "support_years")
    )
    said = ready_sentence(plan, milestone)
    assert said == "ready 21 Nov 2028; the date waits for years of leading and years in support"


def test_work_is_counted_by_what_it_is() -> None:
    """Skills to rate, steps, and steps only if needed, each as far as there are any."""
    plan = _plan(someone("agent", levels={"sort": None, "plan": None}, hours_per_week=10.0))
    said = [work_sentence(milestone) for milestone in plan.milestones]
    assert said[0].startswith("1 skill to rate")
    assert "only if needed, then" in said[0]
    assert "1 skill to rate, 6 steps" in pace_sentence(plan)
    unsure = _plan(someone("lead", 5.0, 2.0, levels={"sort": None, "plan": None}, **LEADS), "lead")
    assert not work_sentence(unsure.milestones[0]).startswith(";")
    nothing = _plan(someone("lead"), "lead")
    assert work_sentence(nothing.milestones[0]) == "no steps of its own"
    assert pace_sentence(nothing).endswith("4 hours a week: no steps left.")
    assert "the quick interview" in pace_sentence(_plan(someone()))


def test_a_plan_is_called_by_its_goal_and_person() -> None:
    """Without a goal it says why."""
    dana = someone("agent", name="Dana")
    assert plan_title(_plan(dana), dana) == "Plan to Support Manager for Dana"
    top = someone("manager", 9.0, 9.0)
    assert plan_title(of(top).plan, top).startswith("There is nothing left to plan")


def test_what_each_end_of_a_date_waits_for(catalog: Catalog) -> None:
    """Steps, or either clock, with the figures and whose they are; nothing where one is ready today."""
    people = people_of(catalog)
    (dana,) = report_on(people["dana"], catalog).way

    assert dana.decides == (
        "The date waits for the 3 years of leading that employers ask, of which you have 2.5, and for the 8 "
        "years in support that the guides call usual, of which you have 7.5."
    )


def test_leading_elsewhere_counts_toward_floors_alone(catalog: Catalog) -> None:
    """The late end waits for what the guides call usual, and no year elsewhere is among these."""
    way = report_on(people_of(catalog)["tomas"], catalog).way
    junior = next(each for each in way if each.milestone.tier.id == "junior-manager")

    assert junior.decides.endswith(
        "the late one for the 1 year of leading that the guides call usual, of which you have 0."
    )


def test_one_reason_for_both_ends() -> None:
    """Where both ends wait for the same thing it is said once, and who is ready is told so."""
    steps = of(someone("lead", 9.0, 9.0, team=12, title="Lead", goal="manager"))
    ready = of(someone("manager", 9.0, 9.0, goal="manager", levels={"plan": 2}))

    (last,) = [stop(each, steps) for each in steps.plan.milestones]
    assert last.decides == "Both dates wait for your steps, at 4 hours a week."
    assert [stop(each, ready).decides for each in ready.plan.milestones][-1].startswith("Both dates wait")


@pytest.mark.slow
def test_every_milestone_says_what_it_waits_for(catalog: Catalog) -> None:
    """No end of a date is without its reason, and only who is ready today is told that nothing is left."""
    for profile in random_people(catalog, 40):
        for each in report_on(profile, catalog).way:
            today = each.milestone.ready.latest == each.milestone.ready.earliest
            nothing = each.decides.startswith("Nothing stands in the way")
            assert nothing == (each.milestone.bound_by.latest is None)
            assert each.ready
            assert each.work.endswith(".")
            assert today or not nothing


def test_a_milestone_may_be_there_to_confirm() -> None:
    """The first one is called so where it is the tier at which somebody is placed."""
    it = of(someone("agent", 3.0, levels={"talk": 1}, goal="lead"))
    titles = [stop(each, it).title for each in it.plan.milestones]

    assert titles == ["Confirm where you are, Agent", "Support Lead (your goal)"]
    assert it.plan.as_of == TODAY
