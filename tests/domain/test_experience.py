"""Titles, months and years: what of a résumé counts on the two clocks."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.experience import (
    Choice,
    Counted,
    Doubt,
    Moment,
    Place,
    Position,
    Stretch,
    Titles,
    clocks,
    crowded,
    kind_of_answer,
    latest,
    month_of,
    month_text,
    months_in,
    stretch_of,
    unite,
    years_of,
)
from careercli.domain.model import Catalog

NOW = month_of(2026, 11)
HERE = Place("a.json", 3, "work[0]")

_stretches = st.lists(
    st.tuples(st.integers(0, 300), st.integers(0, 120)).map(lambda pair: Stretch(pair[0], pair[0] + pair[1])),
    max_size=12,
)


def stretch(text: str) -> Stretch:
    """Return the months of ``2020-01 2020-03``."""
    first, last = (month_of(int(part[:4]), int(part[5:])) for part in text.split())
    return Stretch(first, last)


@given(stretches=_stretches, seed=st.integers())
def test_united_months_do_not_depend_on_the_order(stretches: list[Stretch], seed: int) -> None:
    """However jobs are listed, they come to the same months, disjoint and in order."""
    shuffled = list(stretches)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - a shuffle, not a secret

    united = unite(shuffled)
    assert united == unite(stretches)
    assert all(before.last + 1 < after.first for before, after in pairwise(united))


@given(stretches=_stretches.filter(bool))
def test_united_months_lie_between_the_longest_and_the_span(stretches: list[Stretch]) -> None:
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


@pytest.mark.parametrize(
    ("title", "kind", "doubt"),
    [
        ("Customer Support Specialist", "support", None),
        ("Sr. Customer Service Rep", "support", None),
        ("Lead Customer Support Specialist", "support", None),
        ("Team Lead, Customer Support", "leading", None),
        ("Manager - Customer Support", "leading", None),
        ("Customer Service Manager at Acme", "leading", None),
        ("VP Support", "leading", None),
        ("Support Agent / Support Team Lead", "support", "two-readings"),
        ("Support Agent \u2192 Team Lead", "neither", "two-readings"),
        ("Customer Service Representative / Team Lead", "support", "two-readings"),
        ("Cook and Customer Service Representative", "neither", "two-readings"),
        ("Account Manager / Customer Support Representative", "neither", "look-alike"),
        ("Customer Success Manager", "neither", "look-alike"),
        ("Account Manager", "neither", "look-alike"),
        ("Lead Generation Specialist", "neither", "look-alike"),
        ("Team Lead", "elsewhere", "look-alike"),
        ("Store Manager", "elsewhere", "look-alike"),
        ("Customer Hero", "neither", "sounds-alike"),
        ("Director, Customer Support EMEA", "elsewhere", "sounds-alike"),
        ("Call Centre Operative", "neither", "sounds-alike"),
        ("Assistant to Customer Support Manager", "elsewhere", "sounds-alike"),
        ("Engineering Manager", "elsewhere", None),
        ("Vice President Sales", "elsewhere", None),
        ("Senior Product Manager", "neither", None),
        ("Leadership Coach", "neither", None),
        ("Food Service Worker", "neither", None),
        ("Teacher", "neither", None),
        ("", "neither", None),
        ("!?", "neither", None),
    ],
)
def test_titles(catalog: Catalog, title: str, kind: str, doubt: str | None) -> None:
    """A title is support, leading in support, leading elsewhere or neither; what is open is doubted."""
    reading = Titles(catalog.ladder).read(title)
    assert (reading.kind, reading.doubt) == (kind, doubt)
    assert bool(reading.choices) == (doubt is not None)
    assert reading.why.endswith(".")


def test_every_title_of_the_ladder_is_read_as_its_tier(catalog: Catalog) -> None:
    """Whatever names a tier in the data counts without a doubt, as leading where the tier leads."""
    titles = Titles(catalog.ladder)
    for tier in catalog.ladder.tiers:
        for title in tier.titles:
            reading = titles.read(title)
            assert (reading.kind, reading.doubt) == ("leading" if tier.leads_people else "support", None), (
                title
            )


_words = st.sampled_from(
    ["customer", "support", "team", "lead", "manager", "of", "agent", "at", "and", "account", "/", "-", ","]
)


@given(title=st.one_of(st.text(max_size=60), st.lists(_words, max_size=8).map(" ".join)))
def test_every_title_is_one_of_four(catalog: Catalog, title: str) -> None:
    """Whatever a title is, it is read as one of four kinds; a doubt can be settled in two ways or more."""
    reading = Titles(catalog.ladder).read(title)
    assert reading.kind in {"support", "leading", "elsewhere", "neither"}
    assert (reading.doubt is None) == (len(reading.choices) < 2)
    for choice in reading.choices:
        assert kind_of_answer(catalog.ladder, choice.value, reading.kind) in {
            "support",
            "leading",
            "elsewhere",
            "neither",
        }


def counted(kind: str, months: str | None, *, counts: bool = True, **more: object) -> Counted:
    """Return a job that was taken for something."""
    position = Position(str(more.pop("title", "Agent")), "Acme", HERE, **more)  # type: ignore[arg-type]
    current = bool(months) and str(months).endswith("2026-11")
    return Counted(position, kind, stretch(months) if months else None, current, counts, "Why.")  # type: ignore[arg-type]


def test_leading_counts_on_both_clocks() -> None:
    """Leading support is support as well; what does not count is on neither clock."""
    jobs = [
        counted("support", "2020-01 2020-12"),
        counted("leading", "2020-07 2021-06"),
        counted("support", "2010-01 2019-12", counts=False),
        counted("support", None),
    ]
    assert clocks(jobs) == (18, 12)


def test_the_latest_job() -> None:
    """The current job gives the title; else the one that ended last; unpaid and nameless ones never."""
    old, new = (
        counted("support", "2010-01 2012-12", title="Old"),
        counted("support", "2015-01 2020-12", title="New"),
    )
    now = counted("neither", "2014-01 2026-11", title="Now")
    unpaid = counted("neither", "2020-01 2026-11", title="Unpaid", volunteer=True)
    nameless = counted("neither", "2020-01 2026-11", title="")
    assert latest([old, now, new, unpaid, nameless]) is now
    assert latest([old, new]) is new
    assert latest([unpaid]) is None


def test_what_follows_from_a_doubt() -> None:
    """A doubt says in words what holds: its answer, else its default."""
    choices = (Choice("count", "Count it."), Choice("leave", "Leave it out."))
    doubt = Doubt("id", "long", "Agent", "It is long.", HERE, choices, "leave")
    dates = Doubt("id", "dates", "Agent", "It has no start.", HERE, (), "", "2019-03 to now")
    answered = Doubt("id", "long", "Agent", "It is long.", HERE, choices, "leave", "count")
    assert [item.outcome for item in (doubt, answered, dates)] == [
        "It does not count.",
        "Count it.",
        "2019-03 to now",
    ]


def test_places_in_words() -> None:
    """A place says the file, the line where it is known, and the key or row."""
    assert HERE.text == "a.json:3 work[0]"
    assert Place("a.json").text == "a.json"
    assert month_text(month_of(2020, 3)) == "2020-03"
