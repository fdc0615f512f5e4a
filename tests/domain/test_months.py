"""Months of jobs: united, counted, as years."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.months import (
    Moment,
    MonthSpan,
    crowded,
    month_of,
    months_in,
    stretch_of,
    unite,
    years_of,
)

NOW = month_of(2026, 11)

_stretches = st.lists(
    st.tuples(st.integers(0, 300), st.integers(0, 120)).map(
        lambda pair: MonthSpan(pair[0], pair[0] + pair[1])
    ),
    max_size=12,
)


def stretch(text: str) -> MonthSpan:
    """Return the months of ``2020-01 2020-03``."""
    first, last = (month_of(int(part[:4]), int(part[5:])) for part in text.split())
    return MonthSpan(first, last)


@given(stretches=_stretches, seed=st.integers())
def test_united_months_do_not_depend_on_the_order(stretches: list[MonthSpan], seed: int) -> None:
    """However jobs are listed, they come to the same months, disjoint and in order."""
    shuffled = list(stretches)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - a shuffle, not a secret

    united = unite(shuffled)
    assert united == unite(stretches)
    assert all(before.last + 1 < after.first for before, after in pairwise(united))


@given(stretches=_stretches.filter(bool))
def test_united_months_lie_between_the_longest_and_the_span(stretches: list[MonthSpan]) -> None:
    """Never more months than from first to last, never fewer than the longest job, exactly their union."""
    span = max(part.last for part in stretches) - min(part.first for part in stretches) + 1
    assert max(part.months for part in stretches) <= months_in(stretches) <= span
    covered = {month for part in stretches for month in range(part.first, part.last + 1)}
    assert months_in(stretches) == len(covered)


@given(months=st.integers(0, 720))
def test_rounding_never_reaches_a_year_that_the_months_do_not(months: int) -> None:
    """Years to one decimal are within three weeks, and no whole or half year is reached too soon."""
    years = years_of(months)
    assert abs(years - months / 12) <= 0.0501
    assert int(years * 2) == months * 2 // 12


def test_a_profile_holds_sixty_years() -> None:
    """More months than that are as many years as a profile holds."""
    assert years_of(800) == 60


@pytest.mark.parametrize(
    ("start", "end", "months", "current"),
    [
        (Moment(2020, 1), Moment(2020, 3), "2020-01 2020-03", False),
        (Moment(2020, 1), Moment(2020, 1), "2020-01 2020-01", False),
        (Moment(2020, 1), None, "2020-01 2026-11", True),
        (Moment(2019), Moment(2021), "2019-07 2021-06", False),
        (Moment(2019), Moment(2019), "2019-07 2019-12", False),
        (Moment(2019), Moment(2019, 3), "2019-01 2019-03", False),
        (Moment(2019, 10), Moment(2019), "2019-10 2019-12", False),
        (Moment(2020), Moment(2027, 2), "2020-07 2026-11", True),
        (Moment(2020), Moment(2027), "2020-07 2026-11", True),
        (Moment(2020), Moment(2026), "2020-07 2026-06", False),
        (Moment(2026), Moment(2026), "2026-07 2026-11", False),
        (Moment(2020, 5), Moment(2026, 11), "2020-05 2026-11", False),
    ],
)
def test_the_months_of_a_job(start: Moment, end: Moment | None, months: str, *, current: bool) -> None:
    """A month counts as a whole, a year alone from its middle, a current job up to now."""
    assert stretch_of(start, end, NOW) == (stretch(months), current)


def test_a_year_that_has_just_begun() -> None:
    """A job that began "this year" is not to come, even before July."""
    assert stretch_of(Moment(2026), None, month_of(2026, 3)) == (stretch("2026-01 2026-03"), True)


def test_impossible_dates_stay_so() -> None:
    """An end before its start runs backwards, and a start to come is later than now, for all to see."""
    backwards, _ = stretch_of(Moment(2020, 5), Moment(2019, 1), NOW)
    ahead, current = stretch_of(Moment(2030, 1), None, NOW)
    assert backwards.last < backwards.first
    assert ahead.first > NOW
    assert current or ahead.last == NOW


def test_more_than_two_at_a_time() -> None:
    """Of three jobs at a time the one that began last stands out; two at a time, or in a row, do not."""
    three = [stretch("2020-01 2022-12"), stretch("2021-01 2021-12"), stretch("2021-06 2023-12")]
    assert crowded(three) == {2}
    assert crowded(three[:2]) == frozenset()
    assert crowded([three[0], three[1], stretch("2022-01 2022-06")]) == frozenset()


def test_jobs_that_touch_in_a_month_do_not_overlap() -> None:
    """One that ends in the month in which the next begins is over; a month more and they overlap."""
    beside = stretch("2015-01 2019-12")
    assert crowded([beside, stretch("2016-01 2017-06"), stretch("2017-06 2026-11")]) == frozenset()
    assert crowded([beside, stretch("2016-01 2017-07"), stretch("2017-06 2026-11")]) == {2}
