from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from careercli.domain.schedule import Span
from careercli.text.phrases import (
    between,
    count,
    day,
    hours_a_week,
    hours_range,
    inside,
    listed,
    number,
    percent,
    percent_asked,
    points,
    points_asked,
    spoken,
)
from tests.domain.small import TODAY


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
    assert (count(1.0, "week"), count(2.5, "week"), count("1", "week")) == ("1 week", "2.5 weeks", "1 week")
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
