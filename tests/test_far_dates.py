"""Role data that asks for thousands of years of work: dates end with the calendar, and nothing fails."""

from __future__ import annotations

from datetime import date, time

import msgspec
import pytest

from careercli.api import assess, load_library
from careercli.cli.plan_output import plan_screen
from careercli.domain.growth import Hours
from careercli.domain.model import Catalog, Profile
from careercli.domain.progress import at_pace
from careercli.domain.way import way_up
from careercli.exports.plan import PlanFile, Sessions
from careercli.exports.plan_calendar import plan_calendar
from careercli.exports.plan_csv import plan_csv
from careercli.pages.look import Look, render
from careercli.pages.plan import plan_checklist
from careercli.pages.render.html import html
from careercli.pages.render.markdown import markdown
from careercli.pages.report import report_page
from careercli.text.report import report


@pytest.fixture(scope="module")
def slow(catalog: Catalog) -> Catalog:
    """Return the built-in role data, where every step takes a thousand hours and more."""

    def longer(hours: Hours) -> Hours:
        return Hours(hours.min * 200, hours.max * 1000)

    skills = tuple(
        msgspec.structs.replace(
            skill,
            growth=tuple(msgspec.structs.replace(step, hours=longer(step.hours)) for step in skill.growth),
        )
        for skill in catalog.skills
    )
    return msgspec.structs.replace(catalog, skills=skills)


@pytest.mark.parametrize("today", [date(2026, 11, 21), date(2999, 12, 31)])
def test_everything_that_has_dates(slow: Catalog, today: date) -> None:
    """Plan, calendar, tables, way, report with its charts, and the pace: a date that is none is said so."""
    person = Profile(support_years=1.0, hours_per_week=0.5, goal=slow.ladder.top.id)
    found = assess(person, slow, as_of=today)
    assert found.plan.milestones[-1].ready.latest is None

    file = PlanFile(found.plan, person, slow, whose="me", sessions=Sessions(("MO",), time(18)))
    assert plan_calendar(file).endswith(b"END:VCALENDAR\r\n")
    assert plan_csv(file, for_a_file=True)
    assert "not within this plan" in markdown(plan_checklist(file))
    look = Look(width=80, color=False, unicode=True, accessible=False)
    assert render(plan_screen(file, full=True), look)
    assert way_up(found)[-1].ready.latest is None
    result = report(found, slow, load_library(), version="0")
    assert html(report_page(result))
    assert markdown(report_page(result))
    assert at_pace(slow, found, 0.5) is None
