from __future__ import annotations

from datetime import date

import msgspec
import pytest

from careercli.domain import report_words
from careercli.domain.assessment import assess
from careercli.domain.guide import Library
from careercli.domain.model import Catalog, Profile
from careercli.domain.report import Condition, report
from tests.domain.builders import TODAY
from tests.domain.people import random_people
from tests.reports import people_of, report_on

EMPTY = Library((), (), (), ())


@pytest.fixture
def people(catalog: Catalog) -> dict[str, Profile]:
    """Return whom reports are written about."""
    return people_of(catalog)


def test_what_the_next_tier_asks(catalog: Catalog, people: dict[str, Profile]) -> None:
    """Each clock, the gates and the fit: needed, there, and missing."""
    assert report_on(people["dana"], catalog).conditions == (
        Condition("Support years", "8", "7.5", "0.5 more"),
        Condition("Leading years", "3", "2.5", "0.5 more"),
        Condition("Gates", "19", "11 passed", "8 to pass"),
        Condition("Fit", "70%", "82%", ""),
    )
    assert report_on(people["top"], catalog).conditions == ()


def test_years_are_never_shown_as_more_than_they_are(catalog: Catalog, people: dict[str, Profile]) -> None:
    """Just below a minimum, what is there is rounded down and what is missing up."""
    almost = msgspec.structs.replace(people["dana"], support_years=7.99)

    assert report_on(almost, catalog).conditions[0] == Condition("Support years", "8", "7.9", "0.1 more")


def test_one_point_of_fit_is_one_point(catalog: Catalog, people: dict[str, Profile]) -> None:
    """What is missing to the fit is counted in points, rounded up."""
    assessment = report_on(people["dana"], catalog).assessment
    higher = msgspec.structs.replace(assessment.ladder, pass_fit=0.83)
    result = report(
        msgspec.structs.replace(assessment, ladder=higher), catalog, EMPTY, version="1"
    ).conditions[-1]

    assert result == Condition("Fit", "83%", "82%", "1 point more")


def test_gaps_say_what_each_level_looks_like(catalog: Catalog, people: dict[str, Profile]) -> None:
    """The behavior of the level now and of that needed; what is not rated and level 0 look like nothing."""
    result = report_on(people["maya"], catalog)

    assert result.lacking
    for lack in result.lacking:
        skill = catalog.skills_by_id[lack.gap.skill]
        assert lack.needed == skill.levels[lack.gap.need - 1]
        assert lack.now == (skill.levels[lack.gap.have - 1] if lack.gap.have else None)
    said = {report_words.now(lack) for lack in result.lacking}
    assert {"Not rated yet.", "Not part of your work yet."} <= said


def test_later_is_what_the_goal_asks_beyond_the_next_tier(
    catalog: Catalog, people: dict[str, Profile]
) -> None:
    """A skill comes again only where the goal needs more of it; where the goal is next, nothing does."""
    maya = report_on(people["maya"], catalog)
    covered = {lack.gap.skill: lack.gap.need for lack in maya.lacking}

    assert maya.later
    assert all(lack.gap.need > covered.get(lack.gap.skill, 0) for lack in maya.later)
    assert report_on(people["dana"], catalog).later == ()


def test_this_week(catalog: Catalog) -> None:
    """It has the first steps, as many as can begin; one fits whose longest estimate ends in the week."""
    for profile in random_people(catalog, 40):
        result = report_on(profile, catalog)
        steps = result.assessment.plan.steps
        begun = [each.step for each in result.week]
        hours = profile.hours_per_week

        assert begun == list(steps[: len(begun)])
        assert bool(begun) == bool(steps)
        assert sum(step.hours.min for step in begun[:-1]) < hours
        if len(begun) < len(steps):
            assert sum(step.hours.min for step in begun) >= hours
        longest = [sum(step.hours.max for step in begun[: at + 1]) for at in range(len(begun))]
        assert [each.fits for each in result.week] == [spent <= hours for spent in longest]


def test_where_to_begin(catalog: Catalog, people: dict[str, Profile]) -> None:
    """An order is spoken of where there is more than one step, rating among them."""
    assert report_words.begin(report_on(people["dana"], catalog)) == "Begin here."
    assert report_words.begin(report_on(people["tomas"], catalog)) == "Begin here, in this order."
    assert report_words.begin(report_on(people["unrated"], catalog)) == "Begin here, in this order."


def test_what_a_person_brings(catalog: Catalog, people: dict[str, Profile]) -> None:
    """Requirements and gates that are met for the next tier, at the top for that, with the evidence."""
    dana = report_on(people["dana"], catalog).strengths
    assert (
        report_words.met(dana) == "You meet 32 of 52 requirements of Manager, 11 of its 19 gates among them."
    )
    assert "coaching" in [skill.id for skill in dana.gates]
    assert [each.skill.id for each in dana.shown] == ["coaching", "conflict-resolution", "support-metrics"]
    top = report_on(people["top"], catalog).strengths
    assert report_words.met(top) == "You meet all 53 requirements of Director."
    assert (top.tier.id, top.met, len(top.gates)) == ("director", top.asked, top.gates_asked)
    assert report_words.met(report_on(people["newcomer"], catalog).strengths) == "No skill is rated yet."


def test_rating_comes_first_where_it_can_change_the_tier(
    catalog: Catalog, people: dict[str, Profile]
) -> None:
    """Where too little is rated, the steps may be for what somebody can do already."""
    assert report_on(people["unrated"], catalog).rate_first
    assert not report_on(people["dana"], catalog).rate_first


def test_what_does_not_apply_is_named(catalog: Catalog, people: dict[str, Profile]) -> None:
    """By the skill's name, with the person's reason."""
    assert report_on(people["daniel"], catalog).left_out == (
        ("Social media support", "The company has no social channels"),
    )


def test_sources_are_numbered_as_they_are_met(catalog: Catalog, people: dict[str, Profile]) -> None:
    """The first step's source is the first; a reference with an anchor is its source, each once."""
    result = report_on(people["dana"], catalog)
    first = result.week[0].step.growth.source

    assert result.numbers([first]) == (1,)
    assert result.numbers([first, first, f"{first.partition('#')[0]}#pay"]) == (1,)
    assert len({source.id for source in result.sources}) == len(result.sources)
    assert {"bls-oews", "bls-projections"} <= {source.id for source in result.sources}


def test_without_guides(catalog: Catalog, people: dict[str, Profile]) -> None:
    """A ladder without guides has a report without pay and outlook."""
    assessment = assess(catalog.ladder, catalog.skills_by_id, people["dana"], TODAY)
    result = report(assessment, catalog, EMPTY, version="1")

    assert (result.paid, result.markets) == ((), ())
    assert result.sources


@pytest.mark.parametrize(
    ("support", "leading", "said"),
    [
        (0, 0, "0 support years"),
        (1, 0, "1 support year"),
        (1.04, 0.04, "1 support year"),
        (7.99, 0, "7.9 support years"),
        (7.5, 2.5, "7.5 support years, 2.5 of them leading"),
    ],
)
def test_experience_in_words(support: float, leading: float, said: str) -> None:
    """Leading years are part of the support years; without any they are not spoken of."""
    assert report_words.experience(Profile(support_years=support, leading_years=leading)) == said


def test_notes_are_those_given(catalog: Catalog, people: dict[str, Profile]) -> None:
    """None where they are not asked for."""
    assert report_on(people["dana"], catalog).notes is None
    assert report_on(people["dana"], catalog, notes=()).notes == ()


@pytest.mark.parametrize("day", [date(1970, 1, 1), date(2999, 12, 31)])
def test_any_day(catalog: Catalog, people: dict[str, Profile], day: date) -> None:
    """A report can be reckoned from every day that --as-of takes."""
    assessment = assess(catalog.ladder, catalog.skills_by_id, people["maya"], day)

    assert report(assessment, catalog, EMPTY, version="1").way
