"""Dates as résumés write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.months import Moment, MonthSpan, month_of
from careercli.imports.dates import goes_on, moment_of, span_of

NOW = month_of(2026, 11)


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
        ("Dez 2020", "not a date"),
        ("2019 - 2020", "not a date"),
        ("\u0662\u0660\u0662\u0660", "not a date"),
        ("", "not a date"),
    ],
)
def test_dates_that_are_not(text: str, why: str) -> None:
    """What is no date, or none that a job can have, is said to be so."""
    with pytest.raises(ValueError, match=why):
        moment_of(text)


@pytest.mark.parametrize("text", ["", "  ", "Present", "CURRENT", "now", "today"])
def test_ends_that_are_none(text: str) -> None:
    """A blank end, and the words for going on in any case, are no end."""
    assert goes_on(text)


def test_spans_that_are_typed() -> None:
    """Two months, or one and now; an end to come is now, and a year alone is the whole of it."""
    now = MonthSpan(month_of(2019, 3), NOW)
    assert span_of("2019-03 to now", NOW) == now
    assert span_of("Mar 2019 to 2027", NOW) == now
    assert span_of("2019 to 2020", NOW) == MonthSpan(month_of(2019, 1), month_of(2020, 12))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2019-03", "two months"),
        ("2019-03 to 2018-01", "before the start"),
        ("2030 to now", "still to come"),
        ("x to now", "not a date"),
    ],
)
def test_spans_that_cannot_be(text: str, why: str) -> None:
    """What is typed wrong is said to be wrong, and how."""
    with pytest.raises(ValueError, match=why):
        span_of(text, NOW)


@given(text=st.text(max_size=40))
def test_any_text_is_a_date_or_is_not(text: str) -> None:
    """Whatever a date says, it is a month or year, or a ValueError."""
    try:
        moment = moment_of(text)
    except ValueError:
        return
    assert 1900 <= moment.year <= 2200
