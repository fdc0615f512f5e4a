from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import msgspec
import pytest

from careercli.domain.model import Profile
from careercli.domain.schedule import Binding, Plan, Span
from careercli.text.phrases import (
    assumptions,
    between,
    count,
    counted_years,
    day,
    hours_a_week,
    hours_range,
    inside,
    listed,
    number,
    pace_sentence,
    percent,
    percent_asked,
    plan_title,
    points,
    points_asked,
    ready_sentence,
    spoken,
    work_sentence,
)
from tests.domain.small import LADDER, TODAY, of, someone

BOTH_ENDS = (
    "ready from 27 Jan 2027 to 21 Nov 2028; the early date waits for your steps, the late one for years in "
    "support"
)
LEADS = {"title": "Support Lead", "leads_people": True, "team": 12}


def _plan(profile: Profile, goal: str = "manager") -> Plan:
    return of(profile).plan_to(LADDER.tier(goal))


def _said(profile: Profile, goal: str = "manager") -> str:
    return " ".join(assumptions(_plan(profile, goal)))


@pytest.mark.parametrize(
    ("words", "expected"),
    [((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c")],
)
def test_words_are_listed_as_in_a_sentence(words: tuple[str, ...], expected: str) -> None:
    """Commas, and "and" before the last."""
    assert listed(words) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0.0, "0"), (4.0, "4"), (2.5, "2.5"), (2.04, "2"), (9.96, "10"), (100.0, "100"), (0.3, "0.3")],
)
def test_numbers_have_no_needless_decimals(value: float, expected: str) -> None:
    """One decimal at most."""
    assert number(value) == expected


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (4.0, 6.0, "4-6 h"),
        (4.0, 4.0, "4 h"),
        (1.5, 2.0, "1.5-2 h"),
        (4.0, 4.01, "4 h"),
        (9.5, 17.3, "9.5-17 h"),
    ],
)
def test_hours_are_a_range_only_where_they_look_different(low: float, high: float, expected: str) -> None:
    """A single number stands alone."""
    assert hours_range(low, high) == expected


@pytest.mark.parametrize(
    ("hours", "expected"), [(1.0, "1 hour a week"), (0.5, "0.5 hours a week"), (4.0, "4 hours a week")]
)
def test_one_hour_a_week_is_singular(hours: float, expected: str) -> None:
    """Anything else is plural."""
    assert hours_a_week(hours) == expected


def test_amounts_carry_their_noun() -> None:
    """In the singular for one, with a plural of its own where it has one."""
    assert [count(amount, "gap") for amount in (0, 1, 2)] == ["0 gaps", "1 gap", "2 gaps"]
    assert [count(amount, "entry", "entries") for amount in (1, 2)] == ["1 entry", "2 entries"]


def test_a_date_is_written_the_same_in_every_locale() -> None:
    """Day, month in three letters, year."""
    assert day(date(2027, 4, 3)) == "3 Apr 2027"
    assert [day(date(2026, month, 1))[2:5] for month in (1, 12)] == ["Jan", "Dec"]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (None, None, "not within this plan"),
        (TODAY, None, "not within this plan"),
        (TODAY, TODAY, "today"),
        (TODAY, date(2027, 4, 3), "today to 3 Apr 2027"),
        (date(2027, 4, 3), date(2027, 4, 3), "3 Apr 2027"),
        (date(2027, 2, 12), date(2027, 4, 3), "12 Feb to 3 Apr 2027"),
        (date(2026, 12, 31), date(2027, 1, 1), "31 Dec 2026 to 1 Jan 2027"),
    ],
)
def test_a_span_says_no_more_than_it_must(low: date | None, high: date | None, expected: str) -> None:
    """One date where both are the same, the year once where it is the same, today by its name."""
    assert between(Span(low, high), TODAY) == expected


def test_every_whole_percent_is_itself() -> None:
    """Reached or asked for, also where the share is kept in binary as a little less or more."""
    for whole in range(101):
        assert points(whole / 100) == points_asked(whole / 100) == whole


@pytest.mark.parametrize(
    ("share", "reached", "asked"),
    [
        (0, "0%", "0%"),
        (0.746, "74%", "75%"),
        (0.7499, "74%", "75%"),
        (0.001, "0%", "1%"),
        (0.999, "99%", "100%"),
    ],
)
def test_a_share_never_looks_like_a_pass(share: float, reached: str, asked: str) -> None:
    """What is reached is rounded down, and what is asked for up."""
    assert (percent(share), percent_asked(share)) == (reached, asked)


def test_a_share_becomes_a_percent_in_one_place() -> None:
    """No screen and no file rounds by itself."""
    package = Path(__file__).parent.parent.parent / "careercli"
    own = re.compile(r":\.\d+%\}|\* 100\b")
    assert [path.name for path in sorted(package.rglob("*.py")) if own.search(path.read_text())] == [
        "phrases.py"
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Coaching", "coaching"), ("CRM systems", "CRM systems"), ("API integrations", "API integrations")],
)
def test_a_name_inside_a_sentence_begins_small(name: str, expected: str) -> None:
    """Unless its first word is written in capitals."""
    assert inside(name) == expected


def test_small_numbers_are_words() -> None:
    """Up to ten, as one says them."""
    assert [spoken(amount) for amount in (0, 1, 4, 10, 11, 26)] == ["no", "one", "four", "ten", "11", "26"]


def test_a_plan_says_what_its_dates_rest_on() -> None:
    """The pace, the two ends, and that readiness is no promise."""
    said = assumptions(_plan(someone("junior", hours_per_week=2.0)))
    assert "2 hours a week" in said[0]
    assert "the low end of every step's hours and the years that employers ask for" in said[-2]
    assert "no promise of a promotion" in said[-1]


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
    said = [work_sentence(plan, milestone) for milestone in plan.milestones]
    assert said[0].startswith("1 skill to rate")
    assert "only if needed, then" in said[0]
    assert "1 skill to rate, 6 steps" in pace_sentence(plan)
    unsure = _plan(someone("lead", 5.0, 2.0, levels={"sort": None, "plan": None}, **LEADS), "lead")
    assert not work_sentence(unsure, unsure.milestones[0]).startswith(";")
    nothing = _plan(someone("lead"), "lead")
    assert work_sentence(nothing, nothing.milestones[0]) == "no steps of its own"
    assert pace_sentence(nothing).endswith("4 hours a week: no steps left.")
    assert "the quick interview" in pace_sentence(_plan(someone()))


def test_a_plan_is_called_by_its_goal_and_person() -> None:
    """Without a goal it says why."""
    dana = someone("agent", name="Dana")
    assert plan_title(_plan(dana), dana) == "Plan to Support Manager for Dana"
    top = someone("manager", 9.0, 9.0)
    assert plan_title(of(top).plan, top).startswith("There is nothing left to plan")
