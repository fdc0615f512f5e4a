"""The screen of a plan: today's step, the milestones, the steps, and what the dates assume."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from careercli.domain.growth import Hours
from careercli.domain.model import Profile
from careercli.domain.schedule import Plan, RouteName
from careercli.pages.look import Look, render
from careercli.pages.plan import Commands, plan_view
from tests.domain.small import LADDER, SKILLS, of, someone

LEADS = {"title": "Support Lead", "leads_people": True, "team": 12}
OPEN_ENDS = someone("lead", 5.0, 2.0, levels={"lead": None, "plan": None}, **LEADS)
PEOPLE = {
    "nothing rated": someone(),
    "ratings": OPEN_ENDS,
    "one open": someone("lead", 5.0, 2.0, levels={"lead": 1}, **LEADS),
    "newcomer": someone("junior", 0.0, name="Dana", employed=False),
}


def _plan(profile: Profile, route: RouteName = "shortest") -> Plan:
    found = of(profile)
    return found.plan_to(found.goal, route)


def _screen(plan: Plan, look: Look = Look(), *, full: bool = False) -> str:  # noqa: B008 - a frozen value
    following = LADDER.at(plan.goal.rank + 1) if plan.goal else None
    view = plan_view(
        plan, plan.profile, SKILLS, full=full, commands=Commands("MORE", "RATE"), following=following
    )
    return render(view, look)


def _words(text: str) -> str:
    return " ".join(text.replace("│", "").split())


def test_it_begins_with_what_to_do_today() -> None:
    """The interview, what there is to rate, or the first step."""
    assert "Today: Answer the quick interview, about 5 minutes: RATE" in _screen(_plan(someone()))
    assert "Today: Rate team leadership and budget planning, about 2 minutes: RATE" in _screen(
        _plan(OPEN_ENDS)
    )
    assert "Today: Team leadership step 2." in _screen(_plan(PEOPLE["one open"]))


def test_the_first_milestone_confirms_where_one_is() -> None:
    """Where that is not shown yet; the goal is marked."""
    text = _words(_screen(_plan(PEOPLE["one open"])))
    assert (
        "◆ Confirm where you are, Lead: ready from 26 Dec to 30 Dec 2026; both dates wait for your steps"
        in text
    )
    assert "Support Manager (your goal): ready" in text


def test_many_ratings_are_one_step() -> None:
    """With the command that asks; a step is not numbered twice."""
    text = _screen(_plan(OPEN_ENDS), full=True)
    assert text.count("Rate team leadership and budget planning") == 2, "today, and as the first step"
    assert "To do it: RATE" in text


def test_steps_only_if_needed_are_told_as_such() -> None:
    """In one line, and with --full each with its number, its skill and its days."""
    plan = _plan(OPEN_ENDS)
    short = _words(_screen(plan))
    assert "Only if you find you are below an estimate: 3 more steps, 8-12 h (number 2 to 4)." in short
    full = _words(_screen(plan, full=True))
    assert re.search(r"(\d+) Team leadership step 1 2-3 h Team leadership 0 → 1\. From .*?; done ", full)


def test_a_step_has_dates_waits_and_stand_ins() -> None:
    """What it takes, from when, how long the result takes, and what proves it."""
    text = _words(_screen(_plan(someone("agent"))))
    assert "Team leadership 1 → 2, must-have. Do it on Monday." in text
    assert "This takes a team lead's job: find a lead to stand in for." in text
    assert ", then 4 weeks for the result; done " in text
    assert "Proof: A sample" in text


def test_without_full_the_steps_of_the_first_milestone() -> None:
    """And how many come later, with the command that shows them."""
    short, full = (_screen(_plan(PEOPLE["one open"]), full=full) for full in (False, True))
    assert "later steps: MORE" in short
    assert "Steps to Manager" not in short
    assert "Steps to Manager" in full
    assert "later step" not in full


def test_the_full_route_says_what_also_helps() -> None:
    """After the plan; the shortest one says nothing of it."""
    person = someone("junior")
    full = _words(_screen(_plan(person, "full")))
    assert "Also helps" in full
    assert "The goal does not wait for these" in full
    assert "Also helps" not in _screen(_plan(person))


def test_a_time_is_told_once() -> None:
    """Where there is nothing but rating, the heading says of it what the line below says."""
    plan = _plan(OPEN_ENDS)
    first = plan.milestones[0]
    slow = tuple(replace(each, step=replace(each.step, hours=Hours(0.1, 0.5))) for each in first.steps)
    told = _words(_screen(replace(plan, milestones=(replace(first, steps=slow), *plan.milestones[1:]))))
    assert (
        "Steps to confirm Lead about 35 minutes 1 Rate team leadership and budget planning, about 35" in told
    )


def test_the_dates_say_what_they_assume() -> None:
    """Last of all, and never a promise."""
    assert "promises no opening" in _words(_screen(_plan(OPEN_ENDS)))


def test_who_is_ready_learns_what_comes_next() -> None:
    """Ready today, or at the goal."""
    assert "Look for an opening as Lead" in _words(_screen(_plan(someone("lead", 3.0))))
    reached = _screen(of(someone("lead", 5.0, 2.0, **LEADS)).plan_to(LADDER.tier("lead")))
    assert "You're there: your answers and years show Lead" in reached
    assert "make Manager your goal" in _words(reached)
    assert "What the dates assume" not in reached


def test_at_the_top_there_is_nothing_to_plan() -> None:
    """Unless the top is not confirmed: then that is the goal."""
    manager = {"title": "Support Manager", "leads_people": True, "team": 12}
    top = _screen(_plan(someone("manager", 9.0, 5.0, **manager)))
    assert top == "There is nothing left to plan: you're at the top of this ladder.\n"
    open_top = _screen(_plan(someone("manager", 9.0, 5.0, levels={"plan": 2}, **manager)))
    assert "Confirm where you are, Manager (your goal)" in _words(open_top)


@pytest.mark.parametrize("profile", PEOPLE.values(), ids=PEOPLE)
def test_it_keeps_to_its_width(profile: Profile) -> None:
    """At any width no line is longer; without signs all is ASCII; for a screen reader nothing is drawn."""
    plan = _plan(profile, "full")
    for width in (20, 40, 59, 60, 80, 100):
        for unicode in (True, False):
            text = _screen(plan, Look(width=width, unicode=unicode), full=True)
            assert all(cell_len(line) <= width and line == line.rstrip() for line in text.splitlines())
            assert unicode or text.isascii()
            assert "()" not in text
    spoken = _screen(plan, Look(accessible=True), full=True)
    assert not set(spoken) & set("█░●○·◆│→▸")
    assert all(line == line.strip() and "  " not in line for line in spoken.splitlines())
