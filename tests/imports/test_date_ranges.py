"""Ranges of dates: a whole text, and within a longer line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.months import Moment, MonthSpan, month_of
from careercli.imports.date_ranges import DateRange, find_range, range_of, span_of, span_to

NOW = month_of(2026, 11)
DASH = "\u2013"
MARCH, JUNE = Moment(2019, 3), Moment(2021, 6)
BOTH, ON = DateRange(MARCH, JUNE), DateRange(MARCH, None)
YEARS = DateRange(Moment(2019), Moment(2021))


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Mar 2019 - Jun 2021", BOTH),
        (f"March 2019{DASH}June 2021", BOTH),
        ("03/2019 - 06/2021", BOTH),
        ("2019-03 to 2021-06", BOTH),
        ("2019-03-01/2021-06-30", BOTH),
        ("01.03.2019 bis 30.06.2021", BOTH),
        ("de marzo de 2019 a junio de 2021", BOTH),
        ("from March 2019 until June 2021", BOTH),
        ("2019年3月\u301c2021年6月", BOTH),
        ("Mar 2019 - Jun 2021 \u00b7 2 yrs 4 mos", BOTH),
        ("(03/19 - 06/21)", BOTH),
        ("Mar 2019 - present (7 years)", ON),
        ("03/2019 till date", ON),
        ("mars 2019 \u00e0 aujourd\u2019hui", ON),
        ("2019年3月\uff5e現在", ON),
        ("since March 2019", ON),
        ("seit 03.2019", ON),
        (f"Mar 2019 {DASH}", ON),
        ("2019-2021", YEARS),
        (f"2019{DASH}21", YEARS),
        ("2019-21", YEARS),
        ("2019 - June 2021", DateRange(Moment(2019), JUNE)),
        (f"Mar{DASH}Jun 2021", DateRange(Moment(2021, 3), JUNE)),
        ("Summer 2009 - Fall 2011", DateRange(Moment(2009, 7, about=True), Moment(2011, 10, about=True))),
    ],
)
def test_whole_texts(text: str, dates: DateRange) -> None:
    """A text that is a range and no more, in every form of its two dates."""
    assert range_of(text) == dates


@pytest.mark.parametrize(
    "text", ["", "2019", "Mar 2019", "2019-11", "Agent, 2019-2021", "2019 Acme 2021", "present"]
)
def test_texts_that_are_none(text: str) -> None:
    """One date is no range, and neither is one with a name beside it."""
    assert range_of(text) is None


@pytest.mark.parametrize(
    ("line", "dates", "before", "after"),
    [
        ("Agent, Acme (Mar 2019 to date), Lyon", ON, "Agent, Acme (", "), Lyon"),
        ("Mar 2019 - Jun 2021 Agent", BOTH, "", "Agent"),
        ("Agent since March 2019", ON, "Agent", ""),
        ("Call center level 2 | 03/2019 - 06/2021 | Acme", BOTH, "Call center level 2 |", "| Acme"),
        ("Acme 24/7, from Mar 2019 to Jun 2021", BOTH, "Acme 24/7,", ""),
        ("Caf\u00e9 Mu\u0308ller 2019 - 2021", YEARS, "Caf\u00e9 M\u00fcller", ""),
    ],
)
def test_lines(line: str, dates: DateRange, before: str, after: str) -> None:
    """A range within a line is found, and what stands on either side is told."""
    found = find_range(line)
    assert found
    assert found.dates == dates
    assert (found.before, found.after, found.cut_off) == (before, after, False)


def test_a_range_that_the_line_cuts_off() -> None:
    """A dash at the end of a line may have its end on the next."""
    found = find_range(f"Agent, Mar 2019 {DASH} ")
    assert found
    assert (found.dates, found.before, found.cut_off) == (ON, "Agent,", True)


@pytest.mark.parametrize(
    "line", ["", "Team lead 2019", "Answered 50 calls a day", "555-1234", "1.5 - 2.5 hours"]
)
def test_lines_without_a_range(line: str) -> None:
    """Figures that are no dates, and a date alone, are no range."""
    assert find_range(line) is None


def test_the_order_of_a_file_settles_its_ranges() -> None:
    """What the file says of its days and months holds for both ends."""
    text = "03/04/2021 - 05/06/2021"
    assert range_of(text, order="day-first") == DateRange(Moment(2021, 4), Moment(2021, 6))
    assert range_of(text) == DateRange(Moment(2021, 3, other=4), Moment(2021, 5, other=6))


def test_spans_that_are_typed() -> None:
    """Two months, or one and now; an end to come is now, and a year alone is the whole of it."""
    now = MonthSpan(month_of(2019, 3), NOW)
    assert span_of("2019-03 to now", NOW) == now
    assert span_of("Mar 2019 to 2027", NOW) == now
    assert span_of("2019 to 2020", NOW) == MonthSpan(month_of(2019, 1), month_of(2020, 12))
    assert span_to(Moment(2019, 3), "now", NOW) == now
    assert span_to(Moment(2019, 3), "04/2019", NOW) == MonthSpan(month_of(2019, 3), month_of(2019, 4))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2019-03", "two months"),
        ("2019-03 to 2018-01", "before the start"),
        ("2030 to now", "still to come"),
        ("x to now", "two months"),
    ],
)
def test_spans_that_cannot_be(text: str, why: str) -> None:
    """What is typed wrong is said to be wrong, and how."""
    with pytest.raises(ValueError, match=why):
        span_of(text, NOW)


@given(text=st.text(alphabet="0129/-. ajnmrto'\u2013年月現在\u0308", max_size=40))
def test_any_line_has_a_range_or_none(text: str) -> None:
    """Whatever a line says, looking for a range ends, and what is around it stands in the line."""
    found = find_range(text)
    if found:
        assert len(found.before) + len(found.after) < len(text)
