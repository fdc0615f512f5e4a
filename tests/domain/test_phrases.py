from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from careercli.domain.phrases import (
    assumptions,
    between,
    count,
    day,
    held_back,
    hours_a_week,
    hours_range,
    listed,
    number,
    percent,
    percent_asked,
    points,
    points_asked,
)
from careercli.domain.schedule import Plan, Span, schedule
from tests.domain.builders import TODAY, Rung, asks, catalog_of, ladder, person

LED = ladder(
    Rung((asks("talk", 1), asks("write", 1)), leads=True), Rung((asks("talk", 2),), support=1.0, leading=1.0)
)


def _plan(*, leads: bool = False, goal: int = 2, hours: float = 4.0, **levels: int) -> Plan:
    skills = catalog_of(LED).skills_by_id
    return schedule(LED, skills, person(leads=leads, hours=hours, **levels), LED.at(goal), TODAY)


@pytest.mark.parametrize(
    ("words", "expected"),
    [((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c")],
)
def test_words_are_listed_as_in_a_sentence(words: tuple[str, ...], expected: str) -> None:
    """Commas, and "and" before the last."""
    assert listed(words) == expected


def test_what_holds_back_is_named_in_words() -> None:
    """Without the underscores of the data."""
    assert (
        held_back(("skills", "support_years", "leading_years")) == "skills, support years and leading years"
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0.0, "0"), (4.0, "4"), (2.5, "2.5"), (2.04, "2"), (9.96, "10"), (100.0, "100"), (0.3, "0.3")],
)
def test_numbers_have_no_needless_decimals(value: float, expected: str) -> None:
    """One decimal at most."""
    assert number(value) == expected


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(4.0, 6.0, "4-6 h"), (4.0, 4.0, "4 h"), (1.5, 2.0, "1.5-2 h"), (4.0, 4.01, "4 h")],
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


def test_a_plan_says_what_its_dates_rest_on() -> None:
    """The pace, the clocks, and that readiness is no promise."""
    said = " ".join(assumptions(_plan(talk=0, write=0)))
    assert "4 hours a week" in said
    assert "as if your first support job began that day" in said
    assert "once you are ready for one" in said
    assert "not rated" not in said
    assert "no promise of a promotion" in assumptions(_plan(talk=0, write=0))[-1]


def test_who_is_in_support_stays_in_it() -> None:
    """Years that have begun run on; only where none have, the first job has to be found first."""
    skills = catalog_of(LED).skills_by_id
    said = " ".join(assumptions(schedule(LED, skills, person(support=0.1), LED.top, TODAY)))
    assert "You stay in this line of work, so support years run on from 21 Nov 2026." in said
    assert "first support job" not in said


def test_who_leads_already_goes_on_leading() -> None:
    """Then leading years run from today."""
    said = " ".join(assumptions(_plan(leads=True)))
    assert "You go on leading people" in said
    assert "once you are ready" not in said


def test_leading_is_not_spoken_of_where_no_tier_asks_for_it() -> None:
    """Here on the way to the first tier."""
    assert "leading" not in " ".join(assumptions(_plan(goal=1)))


def test_unrated_skills_are_said_to_count_as_none() -> None:
    """With their number, in the singular for one."""
    assert "2 unrated skills of the goal count as 0" in " ".join(assumptions(_plan()))
    assert "1 unrated skill of the goal counts as 0" in " ".join(assumptions(_plan(talk=1)))


def test_leading_years_that_are_reached_are_not_spoken_of() -> None:
    """They hold no date back."""
    skills = catalog_of(LED).skills_by_id
    plan = schedule(LED, skills, person(leading=1.0, talk=0, write=0), LED.top, TODAY)
    assert "leading" not in " ".join(assumptions(plan))


def test_a_plan_without_a_goal_still_says_what_it_is() -> None:
    """Of nothing that it does not have."""
    plan = schedule(LED, catalog_of(LED).skills_by_id, person(), None, TODAY)
    said = " ".join(assumptions(plan))
    assert "no promise" in said
    assert "leading" not in said
    assert "not rated" not in said


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
