from __future__ import annotations

from datetime import date

import msgspec
import pytest
from markdown_it import MarkdownIt
from syrupy.assertion import SnapshotAssertion

from careercli.domain.model import Catalog
from careercli.domain.notes import Note
from careercli.pages.render.markdown import markdown
from careercli.pages.report import report_page
from careercli.text.report import Report
from careercli.text.steps import step_numbers
from tests.domain.people import random_people
from tests.pages.html_pages import taken_apart
from tests.reports import EVIL, people_of, report_on

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def report_markdown(report: Report) -> str:
    """Return a report as Markdown."""
    return markdown(report_page(report))


@pytest.mark.parametrize("name", ["dana", "top"])
def test_report(name: str, catalog: Catalog, screen: SnapshotAssertion) -> None:
    """The report is as somebody last approved it."""
    assert report_markdown(report_on(people_of(catalog)[name], catalog)) == screen


@pytest.mark.parametrize("name", ["maya", "unrated", "hostile"])
def test_what_somebody_wrote_is_text(name: str, catalog: Catalog) -> None:
    """A reader of Markdown shows it letter by letter and makes nothing of it."""
    written = report_markdown(report_on(people_of(catalog)[name], catalog))
    page = taken_apart(READER.render(written))

    assert not page.named("script", "img", "a", "code")
    assert len(page.named("h1")) == 1
    if name == "hostile":
        paragraphs = [" ".join(each.text.split()) for each in page.named("p", "li")]
        assert sum(paragraph.count(EVIL) for paragraph in paragraphs) >= 7


def test_steps_have_the_numbers_of_the_plan(catalog: Catalog) -> None:
    """The steps of all milestones are one list to work through, each with its proof."""
    report = report_on(people_of(catalog)["tomas"], catalog)
    lines = report_markdown(report).partition("## The way to")[2].partition("\n## ")[0].splitlines()
    steps = [line for line in lines if line[2:3].isdigit()]

    numbers = step_numbers(report.assessment.plan)
    sure = [step for step in report.assessment.plan.steps if step.growth and not step.if_needed]
    assert [int(line.split()[1]) for line in steps] == [numbers[step.id] for step in sure]
    assert all(" Proof: " in line or line.count(" | ") == 3 for line in steps)


def test_every_step_of_a_week_says_all_of_it(catalog: Catalog) -> None:
    """However many steps there are, each has what to do, its proof and its dates."""
    eager = msgspec.structs.replace(people_of(catalog)["newcomer"], hours_per_week=80)
    week = report_markdown(report_on(eager, catalog)).partition("## This week")[2].partition("\n## ")[0]
    lines = week.splitlines()
    steps = [at for at, line in enumerate(lines) if line.startswith("**") and " h" in line]

    assert len(steps) > 10
    for at in steps:
        assert [line[:5] for line in lines[at + 1 : at + 4]] == ["- Do:", "- Pro", "- Whe"]


def test_notes(catalog: Catalog) -> None:
    """They have their days, and are a part only where they are asked for."""
    dana = people_of(catalog)["dana"]
    notes = (Note(date(2026, 11, 3), "Bring *the* draft"),)

    assert "- **3 Nov 2026:** Bring \\*the\\* draft" in report_markdown(report_on(dana, catalog, notes=notes))
    assert "None so far." in report_markdown(report_on(dana, catalog, notes=()))
    assert "Notes of your coach" not in report_markdown(report_on(dana, catalog))


@pytest.mark.slow
def test_anybody(catalog: Catalog) -> None:
    """Every report has its parts, whoever it is about; every table has the same cells in each row."""
    for profile in random_people(catalog, 25):
        written = report_markdown(report_on(profile, catalog))
        rows = [line for line in written.splitlines() if line.startswith("| ")]

        assert written.startswith(("# Career report", "# Your career report"))
        assert all(line.replace("\\|", "").count("|") in {4, 5, 6} for line in rows)
