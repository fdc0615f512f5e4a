"""A person among many is where an assessment of them alone says."""

from __future__ import annotations

from datetime import date

import pytest

from careercli.domain.assessment import assess
from careercli.domain.cohort import cohort
from careercli.domain.growth import Hours
from careercli.domain.history import Created, History, Recorded, Renamed, StepDone, remembered
from careercli.domain.members import Member, Origin, Placer, last_change
from careercli.domain.model import Catalog, Profile
from careercli.text.cohort import waits_for
from tests.domain.people import random_people

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def placer(catalog: Catalog) -> Placer:
    """Return who places people on the built-in ladder."""
    return Placer(catalog.ladder, catalog.skills_by_id)


def member(placer: Placer, profile: Profile, name: str = "", days: int | None = None) -> Member:
    """Return a profile as a person of a cohort."""
    who = name or profile.name or "somebody"
    return Member(who, Origin(f"profile:{who}", saved=who), placer.standing(profile), days)


@pytest.mark.slow
def test_everybody_is_where_an_assessment_says(catalog: Catalog, placer: Placer) -> None:
    """Tier, fit to the next, what it waits for, gates and gaps are those of ``assess``."""
    for profile in random_people(catalog, 60):
        result = assess(catalog.ladder, catalog.skills_by_id, profile, TODAY)
        each = member(placer, profile)
        one, standing = cohort(placer, [each], TODAY), each.standing

        assert one.tier(each) == result.placement.current
        assert one.next(each) == result.ahead
        assert standing.holds == result.placement.held_back_by
        assert standing.placed == (result.placement.state != "too-little-rated")
        assert one.ladder.at(standing.expected) == (None if standing.placed else result.ahead)
        if result.ahead is None:
            assert (standing.fit, standing.gates, waits_for(standing, 0.75)) == (None, (), ())
        else:
            against = result.standing(result.ahead)
            assert standing.fit == (against.fit if against.counts else None)
            assert standing.gates == (*against.open_gates, *against.to_confirm)
            assert [(lack.skill, lack.have, lack.gate) for lack in standing.lacks] == [
                (gap.skill, gap.have, gap.must) for gap in result.gaps_ahead
            ]


@pytest.mark.parametrize(
    ("profile", "words"),
    [
        (Profile(support_years=0), ("no skill rated",)),
        (Profile(support_years=0, skills={"communication": 0}), ("4 must-haves",)),
    ],
)
def test_what_the_next_tier_waits_for(placer: Placer, profile: Profile, words: tuple[str, ...]) -> None:
    """Must-haves by number; of who has rated nothing only that is said."""
    assert waits_for(member(placer, profile).standing, 0.75) == words


def test_missing_years_are_never_shown_as_none(placer: Placer, catalog: Catalog) -> None:
    """A few days short is 0.1; a whole year is one year; part of full time counts in part."""
    top = dict.fromkeys(catalog.ladder.skills, 4)

    def missing(**facts: float) -> tuple[str, ...]:
        return waits_for(member(placer, Profile(skills=top, **facts)).standing, 0.75)  # type: ignore[arg-type]

    assert missing(support_years=1.99) == ("0.1 years in support",)
    assert missing(support_years=1) == ("1 year in support",)
    assert missing(support_years=2, part_time_share=0.5) == ("1 year in support",)


def test_the_first_leading_tier_waits_for_no_leading(placer: Placer, catalog: Catalog) -> None:
    """Who does not lead is given it without; who leads already needs the months."""
    top = dict.fromkeys(catalog.ladder.skills, 4)
    agent = Profile(support_years=2, skills=top)
    leads = Profile(support_years=2, skills=top, leads_people=True, team=4)

    assert member(placer, agent).standing.leading_years == 0
    assert member(placer, leads).standing.leading_years == 0.25


def step(day: date) -> StepDone:
    """Return a finished step."""
    return StepDone(
        day=day, skill="hiring", level_from=0, level_to=1, title="", proof="", hours=None, planned=Hours(1, 2)
    )


def test_the_last_change(catalog: Catalog) -> None:
    """Days, newer role data and other names change nobody; facts and steps do; the future is not yet."""

    def seen(day: date, years: float, version: str = "v") -> Recorded:
        person = Profile(support_years=years)
        result = assess(catalog.ladder, catalog.skills_by_id, person, day)
        return Recorded(1, remembered(result, at=day, catalog=version))

    first, later, last = date(2026, 1, 1), date(2026, 3, 1), date(2026, 5, 1)
    assert last_change(History(), TODAY) is None
    assert last_change(History((seen(first, 1), seen(later, 1, "w"))), TODAY) == first
    assert last_change(History((seen(first, 1), seen(later, 2), seen(last, 2))), TODAY) == later
    assert last_change(History((Recorded(1, Created(day=first)), Recorded(2, step(last)))), TODAY) == last
    assert last_change(History((Recorded(1, Created(day=first)), Recorded(2, step(last)))), later) == first
    renamed = Recorded(2, Renamed(day=last, old="a", new="b"))
    assert last_change(History((Recorded(1, Created(day=first)), renamed)), TODAY) == first
