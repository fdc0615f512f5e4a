"""Dates as résumés write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.months import Moment
from careercli.imports.dates import day_order, goes_on, moment_of


@pytest.mark.parametrize(
    ("text", "year", "month"),
    [
        ("2020", 2020, None),
        ("2020-03", 2020, 3),
        ("2020-3", 2020, 3),
        ("2020/03/14", 2020, 3),
        ("2020-03-14", 2020, 3),
        ("2020-03-14T10:00:00Z", 2020, 3),
        ("03/2020", 2020, 3),
        ("Mar 2020", 2020, 3),
        ("mar. 2020", 2020, 3),
        ("MARCH  2020", 2020, 3),
        ("Sept 2020", 2020, 9),
        ("Mar 14, 2020", 2020, 3),
        ("14 Mar 2020", 2020, 3),
        (" 2020 ", 2020, None),
        ("202003", 2020, 3),
        ("20200314", 2020, 3),
        ("14.03.2020", 2020, 3),
        ("14.3.20", 2020, 3),
        ("14/03/2020", 2020, 3),
        ("3/14/2020", 2020, 3),
        ("03/20", 2020, 3),
        ("'20", 2020, None),
        ("Mar \u201920", 2020, 3),
        ("Mar-20", 2020, 3),
        ("March 3rd, 2020", 2020, 3),
        ("2020 March", 2020, 3),
        ("ca. 2020", 2020, None),
        ("M\u00e4rz 2020", 2020, 3),
        ("Ma\u0308rz 2020", 2020, 3),
        ("1er mars 2020", 2020, 3),
        ("f\u00e9vr. 2020", 2020, 2),
        ("1 de marzo de 2020", 2020, 3),
        ("mar\u00e7o/2020", 2020, 3),
        ("lug 2020", 2020, 7),
        ("mrt 2020", 2020, 3),
        ("pa\u017adziernika 2020", 2020, 10),
        ("2020年3月", 2020, 3),
        ("２０２０年３月１４日", 2020, 3),
    ],
)
def test_dates_that_are_read(text: str, year: int, month: int | None) -> None:
    """Years, months and days in the forms of both formats are the month that they are in."""
    assert moment_of(text) == Moment(year, month)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2020-13", "does not exist"),
        ("2023-02-30", "does not exist"),
        ("Feb 30, 2023", "does not exist"),
        ("0000", "does not exist"),
        ("1066", "not from 1900 to 2200"),
        ("9999-12", "not from 1900 to 2200"),
        ("soon", "not a date"),
        ("Dezz 2020", "not a date"),
        ("2019 - 2020", "not a date"),
        ("\u0662\u0660\u0662\u0660", "not a date"),
        ("", "not a date"),
    ],
)
def test_dates_that_are_not(text: str, why: str) -> None:
    """What is no date, or none that a job can have, is said to be so."""
    with pytest.raises(ValueError, match=why):
        moment_of(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "  ", "Present", "CURRENT", "now", "today", "till date", "until now", "to present", "n/a", "-"),
        *("current position", "(ongoing)", "bis heute", "pr\u00e9sent", "\u00e0 ce jour", "actualidad"),
        *("hasta la fecha", "at\u00e9 o momento", "in corso", "heden", "obecnie", "現在"),
        *("9999-12-31", "31/12/9999", "0000-00-00", "2099-12-31"),
    ],
)
def test_ends_that_are_none(text: str) -> None:
    """A blank end, the words for going on, and the days that programs write in their place are no end."""
    assert goes_on(text)


@pytest.mark.parametrize("text", ["soon", "2019", "date of birth", "presented", "new"])
def test_ends_that_are_something_else(text: str) -> None:
    """Dates, and words that only look like those for going on, say nothing of it."""
    assert not goes_on(text)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("25/03/2021, 03/04/2021", "day-first"),
        ("3/4/2021 and 3/25/21", "month-first"),
        ("03/04/2021", None),
        ("25/03/2021, 03/25/2021", None),
        ("25.03.2021", None),
        ("1/25/2021/7", None),
    ],
)
def test_the_order_of_a_file(text: str, order: str | None) -> None:
    """One date that can only be read in one way tells the order; a contradiction tells none."""
    assert day_order(text) == order


def test_months_that_may_be_another() -> None:
    """Without an order, both months are kept where they differ; dots always follow the day."""
    assert moment_of("03/04/2021") == Moment(2021, 3, other=4)
    assert moment_of("03/04/2021", order="day-first") == Moment(2021, 4)
    assert moment_of("03/04/2021", order="month-first") == Moment(2021, 3)
    assert moment_of("25/04/2021") == moment_of("04/25/2021") == moment_of("04/04/2021") == Moment(2021, 4)
    assert moment_of("03.04.2021") == Moment(2021, 4)


@pytest.mark.parametrize(
    ("text", "month"),
    [("Spring '20", 4), ("Sommer 2020", 7), ("autumn 2020", 10), ("Q3 2020", 8), ("mid 2020", 6)],
)
def test_parts_of_a_year(text: str, month: int) -> None:
    """Of a season, a quarter or a part of a year the middle month is taken, and told to be that."""
    assert moment_of(text) == Moment(2020, month, about=True)


@given(text=st.text(max_size=40))
def test_any_text_is_a_date_or_is_not(text: str) -> None:
    """Whatever a date says, it is a month or year, or a ValueError."""
    try:
        moment = moment_of(text)
    except ValueError:
        return
    assert 1900 <= moment.year <= 2200
