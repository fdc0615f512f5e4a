from __future__ import annotations

from datetime import date

import msgspec
import pytest

from careercli.domain.assessment import assess
from careercli.domain.library import Library
from careercli.domain.model import Catalog, Profile
from careercli.domain.plan import to_start
from careercli.text import report_parts
from careercli.text.headline import RATE_HOW
from careercli.text.report import Condition, Report, report
from tests.domain.builders import TODAY
from tests.domain.people import random_people
from tests.reports import people_of, report_on

EMPTY = Library((), (), (), ())


@pytest.fixture
def people(catalog: Catalog) -> dict[str, Profile]:
    """Return whom reports are written about."""
    return people_of(catalog)


def told(result: Report) -> list[tuple[str, str, str, str, str]]:
    """Return the conditions without their sources."""
    return [(c.name, c.asked, c.usual, c.have, c.missing) for c in result.conditions]


def test_what_the_next_tier_asks(catalog: Catalog, people: dict[str, Profile]) -> None:
    """Each clock by employers and guides, the must-haves and the share: needed, there, and missing."""
    assert told(report_on(people["dana"], catalog)) == [
        ("Years in support", "5 years", "8+", "7.5", ""),
        ("Years of leading", "3 years", "3-7", "2.5", "0.5 more"),
        ("Must-haves", "8", "", "5", "3 open"),
        ("How much of the job you cover", "75%", "", "84%", ""),
    ]
    assert report_on(people["top"], catalog).conditions == ()


def test_years_are_never_shown_as_more_than_they_are(catalog: Catalog, people: dict[str, Profile]) -> None:
    """Just below a floor, what is there is rounded down and what is missing up; part time counts in part."""
    almost = msgspec.structs.replace(people["dana"], leading_years=2.99)
    part = msgspec.structs.replace(people["dana"], part_time_share=0.5, team=None)

    assert told(report_on(almost, catalog))[1] == ("Years of leading", "3 years", "3-7", "2.9", "0.1 more")
    assert told(report_on(part, catalog))[0][3] == "3.7"


def test_one_point_of_fit_is_one_point(catalog: Catalog, people: dict[str, Profile]) -> None:
    """What is missing to the share is counted in points, rounded up."""
    assessment = report_on(people["dana"], catalog).assessment
    higher = msgspec.structs.replace(assessment.ladder, pass_fit=0.85)
    result = report(
        msgspec.structs.replace(assessment, ladder=higher), catalog, EMPTY, version="1"
    ).conditions[-1]

    assert result == Condition("How much of the job you cover", "85%", "", "84%", "1 point more")


def test_gaps_say_what_each_level_looks_like(catalog: Catalog, people: dict[str, Profile]) -> None:
    """The behavior of the level now and of that needed; what is not rated and level 0 look like nothing."""
    result = report_on(people["maya"], catalog)
    lacks = [lack for entry in (*result.confirming, *result.lacking) for lack in entry.lacks]

    assert lacks
    for lack in lacks:
        skill = catalog.skills_by_id[lack.gap.skill]
        assert lack.needed == skill.levels[lack.gap.need - 1]
        assert lack.now == (skill.levels[lack.gap.have - 1] if lack.gap.have else None)
    said = {report_parts.now(lack) for lack in lacks}
    assert {"Not rated yet.", "Not part of your work yet."} & said


def test_a_must_have_of_several_skills_is_told_as_one(catalog: Catalog, people: dict[str, Profile]) -> None:
    """It says what it takes and names every skill that counts; the quickest are its gaps."""
    found = [entry for entry in report_on(people["maya"], catalog).lacking if entry.choice]

    assert [entry.choice for entry in found] == ["Any 4 of these 7 at working; you have 2"]
    assert "live chat" in found[0].among
    assert all(entry.must and len(entry.lacks) == 2 for entry in found)


def test_later_is_what_the_goal_asks_beyond_the_next_tier(
    catalog: Catalog, people: dict[str, Profile]
) -> None:
    """A skill comes again only where the goal needs more of it; where the goal is next, nothing does."""
    maya = report_on(people["maya"], catalog)
    covered = {lack.gap.skill: lack.gap.need for entry in maya.lacking for lack in entry.lacks}

    assert maya.later
    for entry in maya.later:
        assert any(lack.gap.need > covered.get(lack.gap.skill, 0) for lack in entry.lacks)
    assert report_on(people["dana"], catalog).later == ()


@pytest.mark.slow
def test_this_week(catalog: Catalog) -> None:
    """What is to be rated comes first; every step begins within seven days and waits for none before it."""
    for profile in random_people(catalog, 30):
        result = report_on(profile, catalog)
        plan = result.assessment.plan
        startable = {step.id for step in to_start(catalog.skills_by_id, plan.steps)}

        assert bool(result.week) == bool(plan.steps)
        begun = [each.dated for each in result.week if each.dated]
        assert [each.dated is None for each in result.week] == sorted(
            (each.dated is None for each in result.week), reverse=True
        )
        for dated in begun:
            assert dated.starts.earliest
            assert (dated.starts.earliest - plan.as_of).days < 7
            assert dated.step.id in startable


def test_where_to_begin(catalog: Catalog, people: dict[str, Profile]) -> None:
    """An order is spoken of where there is more than one step, rating among them."""
    assert report_parts.begin(report_on(people["dana"], catalog)) == "Begin here."
    assert report_parts.begin(report_on(people["maya"], catalog)) == "Begin here, in this order."


def test_what_a_person_brings(catalog: Catalog, people: dict[str, Profile]) -> None:
    """Requirements and must-haves that are met for the next tier, at the top for that, with the evidence."""
    dana = report_on(people["dana"], catalog).strengths
    assert report_parts.met(dana) == (
        "You meet 23 of 46 requirements of Manager in full, and 5 of its 8 must-haves."
    )
    assert dana.said == (
        "You bring 23 skills at the level that Manager asks, among them support metrics, coaching and "
        "mentoring, and team leadership."
    )
    assert "coaching and mentoring" in dana.must_haves
    assert [each.skill.id for each in dana.shown] == ["coaching", "conflict-resolution", "support-metrics"]
    top = report_on(people["top"], catalog).strengths
    assert report_parts.met(top) == f"You meet all {top.asked} requirements of Director in full."
    assert (top.tier.id, top.met, len(top.must_haves)) == ("director", top.asked, top.must_haves_asked)
    assert report_parts.met(report_on(people["newcomer"], catalog).strengths) == "No skill is rated yet."


def test_rating_comes_first_where_too_little_is_rated(catalog: Catalog, people: dict[str, Profile]) -> None:
    """The week begins with the quick interview, which has no step of a skill."""
    first = report_on(people["unrated"], catalog).week[0]

    assert first.how == RATE_HOW
    assert first.title.startswith("Answer the quick interview")
    assert first.dated is None


def test_the_three_readings_are_there(catalog: Catalog, people: dict[str, Profile]) -> None:
    """Answers, years and the job, each with its tier, as on the screen."""
    result = report_on(people["dana"], catalog)

    assert [(each.label, each.tier and each.tier.id) for each in result.readings] == [
        ("Your answers", "junior-manager"),
        ("Your years", "junior-manager"),
        ("Your job", "team-lead"),
    ]


def test_what_also_helps_is_not_in_the_plan(catalog: Catalog, people: dict[str, Profile]) -> None:
    """What the tiers ask beyond the shortest route stands apart, each step with its skill."""
    result = report_on(people["dana"], catalog)
    planned = {step.id for step in result.assessment.plan.steps}

    assert result.also_helps
    assert not planned & {dated.step.id for _, dated in result.also_helps}


def test_what_does_not_apply_is_named(catalog: Catalog, people: dict[str, Profile]) -> None:
    """By the skill's name, with the person's reason."""
    assert report_on(people["daniel"], catalog).left_out == (
        ("Social media support", "The company has no social channels"),
    )


def test_sources_are_numbered_as_they_are_met(catalog: Catalog, people: dict[str, Profile]) -> None:
    """The first condition's source is the first; a reference with an anchor is its source, each once."""
    result = report_on(people["dana"], catalog)
    first = result.conditions[0].sources[0]

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
        (0, 0, "0 years in support"),
        (1, 0, "1 year in support"),
        (1.04, 0.04, "1 year in support"),
        (7.99, 0, "7.9 years in support"),
        (7.5, 2.5, "7.5 years in support, 2.5 of leading"),
    ],
)
def test_experience_in_words(support: float, leading: float, said: str) -> None:
    """Without any years of leading they are not spoken of."""
    assert report_parts.experience(Profile(support_years=support, leading_years=leading)) == said


def test_notes_are_those_given(catalog: Catalog, people: dict[str, Profile]) -> None:
    """None where they are not asked for."""
    assert report_on(people["dana"], catalog).notes is None
    assert report_on(people["dana"], catalog, notes=()).notes == ()


@pytest.mark.parametrize("day", [date(1970, 1, 1), date(2999, 12, 31)])
def test_any_day(catalog: Catalog, people: dict[str, Profile], day: date) -> None:
    """A report can be reckoned from every day that --as-of takes."""
    assessment = assess(catalog.ladder, catalog.skills_by_id, people["maya"], day)

    assert report(assessment, catalog, EMPTY, version="1").way
