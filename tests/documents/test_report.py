from __future__ import annotations

from datetime import date

import msgspec
import pytest

from careercli.documents.assessment import assessment_document
from careercli.documents.plans import PlanDocument
from careercli.documents.report import ReportDocument
from careercli.domain.model import Catalog
from careercli.domain.notes import Note
from tests.domain.people import random_people
from tests.reports import people_of, report_on


def document(name: str, catalog: Catalog, notes: tuple[Note, ...] | None = None) -> ReportDocument:
    """Return the document of the report on somebody."""
    return ReportDocument.made_from(
        report_on(people_of(catalog)[name], catalog, notes=notes), catalog.skill_titles
    )


def test_it_has_the_assessment_and_the_plan(catalog: Catalog) -> None:
    """They are what the commands of these names print."""
    report = report_on(people_of(catalog)["priya"], catalog)
    result = ReportDocument.made_from(report, catalog.skill_titles)

    assert result.assessment == assessment_document(report.assessment, catalog.skill_titles)
    assert result.plan == PlanDocument.made_from(report.assessment.plan, catalog.skill_titles)


def test_behaviors_follow_the_gaps(catalog: Catalog) -> None:
    """Each is of a gap, in the order of the gaps, and a must-have of several skills says what it takes."""
    result = document("maya", catalog)

    order = [gap.skill for gap in result.assessment.gaps]
    told = [behavior.skill for each in result.missing for behavior in each.skills]
    assert told == [skill for skill in order if skill in told]
    later = {behavior.skill for each in result.later for behavior in each.skills}
    assert later <= {gap.skill for gap in result.assessment.goal_gaps}
    assert any(each.must for each in (*result.confirming, *result.missing))
    assert all((each.choice is None) == (each.among is None) for each in result.missing)


def test_pay_and_outlook_have_both_sides(catalog: Catalog) -> None:
    """The guide's figure and the official one, each with its kind and source."""
    result = document("dana", catalog)
    manager = result.pay[-1]
    growth = result.markets[-1].growth

    assert (manager.tier, manager.place) == ("manager", "next, your goal")
    assert (manager.estimate and manager.estimate.amount, manager.median) == (85000, 69500)
    assert [(each.change, each.kind) for each in growth] == [
        (8, "claimed"),
        (10, "claimed"),
        (-0.3, "projected"),
    ]
    cited = {source.id for source in result.sources}
    assert {each.source.partition("#")[0] for each in growth} <= cited


def test_notes(catalog: Catalog) -> None:
    """They are null where nobody asked for them, and empty where there are none."""
    notes = (Note(date(2026, 11, 3), "Bring the draft"),)

    assert document("dana", catalog).notes is None
    assert document("dana", catalog, ()).notes == ()
    assert [(note.date.isoformat(), note.text) for note in document("dana", catalog, notes).notes or ()] == [
        ("2026-11-03", "Bring the draft")
    ]


@pytest.mark.slow
def test_anybody_comes_back_as_they_went(catalog: Catalog) -> None:
    """The document is JSON that its own type reads."""
    for profile in random_people(catalog, 25):
        result = ReportDocument.made_from(report_on(profile, catalog), catalog.skill_titles)

        assert msgspec.json.decode(msgspec.json.encode(result), type=ReportDocument) == result
