from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec
import pytest

from careercli.domain.assessment import assess
from careercli.domain.guide import Figure
from careercli.domain.model import Catalog, Profile
from careercli.pages.charts import _round_step, _ticks, ladder_chart, pay_chart, timeline_chart
from careercli.pages.shapes import Box, Diagram, Dot, Mark, Rule, Shape, Sheet, Words
from careercli.text.report import Report
from tests.domain.builders import TODAY, Rung, asks, catalog_of, ladder
from tests.domain.people import random_people
from tests.reports import people_of, report_on


def points(mark: Mark) -> Iterator[tuple[float, float]]:
    """Yield the outermost points of a mark."""
    match mark:
        case Box(x, y, width, height, _, _):
            yield from ((x, y), (x + width, y + height))
        case Rule(x1, y1, x2, y2, _):
            yield from ((x1, y1), (x2, y2))
        case Dot(x, y, radius, _):
            yield from ((x - radius, y - radius), (x + radius, y + radius))
        case Shape(text, _):
            yield from (tuple(map(float, pair.split(","))) for pair in text.split())  # type: ignore[misc]
        case Words(x, y, _, _, _):
            yield x, y


def inside(drawing: Sheet) -> bool:
    """Say whether all of a drawing is on its sheet."""
    return all(
        -0.5 <= x <= drawing.width + 0.5 and -0.5 <= y <= drawing.height + 0.5
        for mark in drawing.marks
        for x, y in points(mark)
    )


def words(drawing: Sheet) -> list[str]:
    """Return the text of a drawing, line by line."""
    return [mark.text for mark in drawing.marks if isinstance(mark, Words)]


def charts(report: Report) -> list[Diagram]:
    """Return the charts that a report has."""
    found = [ladder_chart(report.assessment), timeline_chart(report), pay_chart(report.paid)]
    return [chart for chart in found if chart]


@pytest.mark.slow
def test_everything_is_on_the_sheet(catalog: Catalog) -> None:
    """Whoever it is about, on a wide page and on a phone; boxes have a size."""
    for profile in [*random_people(catalog, 40), *people_of(catalog).values()]:
        for chart in charts(report_on(profile, catalog)):
            assert [drawing.size for drawing in chart.sheets] == ["wide", "narrow"]
            for drawing in chart.sheets:
                assert inside(drawing), (chart.id, drawing.size)
                boxes = [mark for mark in drawing.marks if isinstance(mark, Box)]
                assert all(box.width > 0 and box.height > 0 for box in boxes)


def test_the_person_and_the_goal_are_on_the_ladder(catalog: Catalog) -> None:
    """Both by words, and in the description; where the tier is not certain, so is how far it may go."""
    people = people_of(catalog)

    def signs(name: str) -> list[set[str]]:
        chart = ladder_chart(report_on(people[name], catalog).assessment)
        known = {"you", "goal", "possible", "you, goal", "possible, goal"}
        return [set(words(drawing)) & known for drawing in chart.sheets]

    assert signs("dana") == [{"you", "goal"}] * 2
    assert signs("newcomer") == [{"you", "goal"}] * 2
    assert signs("top") == [{"you"}] * 2
    chart = ladder_chart(report_on(people["dana"], catalog).assessment)
    assert chart.description.startswith("Dana Reyes, you're at Junior Manager.")
    assert "Your goal is Customer Support Manager, rank 6." in chart.description


@pytest.mark.parametrize("tiers", [1, 2, 20])
def test_ladders_of_any_length(tiers: int) -> None:
    """One tier, and more than there is room to name, stay on the sheet."""
    steps = ladder(*(Rung((asks("talk", 1),), support=float(at)) for at in range(tiers)))
    person = Profile(support_years=3, skills={"talk": 1})
    chart = ladder_chart(assess(steps, catalog_of(steps).skills_by_id, person, TODAY))

    assert all(map(inside, chart.sheets))


def test_the_way_in_time(catalog: Catalog) -> None:
    """Every milestone with its dates; nothing where there is none."""
    people = people_of(catalog)
    chart = timeline_chart(report_on(people["priya"], catalog))

    assert chart
    assert chart.description == (
        "From 21 Nov 2026. Director of Customer Support: ready 21 Nov 2028 to 22 Nov 2031."
    )
    for drawing in chart.sheets:
        assert {"today", "Director (goal)", "21 Nov 2028 to 22 Nov 2031"} <= set(words(drawing))
        bars = [mark.style for mark in drawing.marks if isinstance(mark, Box)]
        assert (bars.count("full"), bars.count("open")) == (1, 1)
    assert timeline_chart(report_on(people["top"], catalog)) is None


@pytest.mark.parametrize("days", [30, 60, 200, 400, 1000, 4000, 12000, 40000, 300000])
@pytest.mark.parametrize("most", [3, 7])
def test_marks_of_time(days: int, most: int) -> None:
    """They stand at first days of months after the first day, in order, and leave one another room."""
    first = date(2026, 11, 21)
    last = first + timedelta(days=days)
    found = list(_ticks(first, last, most))

    assert len(found) <= most + 1
    assert [when for when, _ in found] == sorted({when for when, _ in found})
    assert all(first < when <= last and when.day == 1 for when, _ in found)
    assert days == 30 or found


def test_time_ends_with_the_calendar() -> None:
    """The last year that there is has marks too."""
    assert all(when.year <= 9999 for when, _ in _ticks(date(9000, 1, 1), date(9999, 12, 31), 7))


def test_pay_beyond_what_is_published(catalog: Catalog) -> None:
    """Where the survey's cap hides the end, the line ends in an arrow."""
    (on,) = report_on(people_of(catalog)["top"], catalog).paid
    occupation = on.pay.occupation
    assert occupation
    assert occupation.wages
    hidden = msgspec.structs.replace(occupation, wages=msgspec.structs.replace(occupation.wages, p90=None))
    beyond = msgspec.structs.replace(on, pay=msgspec.structs.replace(on.pay, occupation=hidden))
    capped, known = pay_chart([beyond]), pay_chart([on])
    assert capped
    assert known

    def arrows(chart: Diagram) -> int:
        return sum(1 for mark in chart.sheets[0].marks if isinstance(mark, Shape) and mark.style == "full")

    assert (arrows(capped), arrows(known)) == (1, 0)
    assert "an arrow where its cap hides the end" in capped.caption
    assert "arrow" not in known.caption
    assert "the survey's median is $105,770 and the guide estimates $110,000+" in capped.description


@pytest.mark.parametrize(
    ("changes", "diamonds", "dashes"),
    [
        ({"amount": 50000}, 1, 0),
        ({"min": 50000}, 1, 1),
        ({"max": 50000}, 1, 1),
        ({"min": 50000, "max": 70000}, 2, 1),
        ({"min": 50000, "max": 50000}, 2, 1),
        ({"words": "Good"}, 0, 0),
        ({"amount": -5}, 0, 0),
    ],
)
def test_estimates_of_every_kind(
    changes: dict[str, object], diamonds: int, dashes: int, catalog: Catalog
) -> None:
    """An amount is a diamond; a range has one at each end that it has, with a dashed line."""
    report = report_on(people_of(catalog)["top"], catalog)
    unit = None if "words" in changes else "USD a year"
    figure = Figure(label="Pay", source="judgement", kind="estimate", unit=unit, **changes)  # type: ignore[arg-type]
    (on,) = report.paid
    on = msgspec.structs.replace(on, pay=msgspec.structs.replace(on.pay, estimate=figure))
    chart = pay_chart([on])

    assert chart
    for drawing in chart.sheets:
        assert inside(drawing)
        assert (
            sum(1 for mark in drawing.marks if isinstance(mark, Shape) and mark.style == "point") == diamonds
        )
        assert sum(1 for mark in drawing.marks if isinstance(mark, Rule) and mark.style == "claim") == dashes
    alone = msgspec.structs.replace(on, pay=msgspec.structs.replace(on.pay, occupation=None))
    single = pay_chart([alone])
    assert (single is not None) == (diamonds > 0)
    assert single is None or all(map(inside, single.sheets))


@pytest.mark.parametrize(("span", "most", "step"), [(100, 5, 20), (61, 3, 25), (7, 7, 1), (132000, 5, 50000)])
def test_round_steps(span: float, most: int, step: float) -> None:
    """An axis is divided by 1, 2, 2.5 or 5 times a power of ten, not more often than asked."""
    assert _round_step(span, most) == step
