"""A person among many stands where an assessment of them alone says."""

from __future__ import annotations

from datetime import date

import pytest
from careercli.domain.tables import Tables

from careercli.domain.assessment import assess
from careercli.domain.cohort import cohort
from careercli.domain.history import Created, Entry, History, Renamed, StepDone, remembered
from careercli.domain.members import Member, Origin, Placer, held_by, last_change
from careercli.domain.model import Catalog, Hours, Profile
from tests.domain.people import random_people

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def tables(catalog: Catalog) -> Tables:
    """Return the built-in ladder, worked out."""
    return Tables(catalog.ladder, catalog.skills_by_id)


def member(tables: Tables, profile: Profile, name: str = "", days: int | None = None) -> Member:
    """Return a profile as a person of a cohort."""
    standing = Placer(tables).standing(profile.support_years, profile.leading_years, tables.codes(profile))
    who = name or profile.name or "somebody"
    return Member(who, Origin(f"profile:{who}", saved=who), standing, days)


@pytest.mark.slow
def test_everybody_stands_where_an_assessment_says(catalog: Catalog, tables: Tables) -> None:
    """Tier, fit to the next, what holds back, gates and missing years are those of ``assess``."""
    for profile in random_people(catalog, 200):
        result = assess(catalog.ladder, catalog.skills_by_id, profile, TODAY)
        each = member(tables, profile)
        one, standing = cohort(tables, [each], TODAY), each.standing

        assert one.tier(each) == result.placement.current
        assert one.next(each) == result.next
        assert standing.holds == result.placement.held_back_by
        if result.next is None:
            assert (standing.fit, standing.gates, held_by(standing, 0.7)) == (None, 0, ())
        else:
            assert standing.fit == result.standing(result.next).fit
            assert one.missing_gates(each) == result.standing(result.next).missing_musts
            assert standing.gates == len(one.missing_gates(each))
            assert held_by(standing, 0.7)


@pytest.mark.parametrize(
    ("profile", "words"),
    [
        (Profile(support_years=0), ("no skill rated",)),
        (Profile(support_years=0, skills={"communication": 0}), ("4 gates",)),
        (
            Profile(support_years=4.96, skills=dict.fromkeys(("communication", "hiring"), 4)),
            ("3 gates",),
        ),
    ],
)
def test_what_holds_back_in_words(tables: Tables, profile: Profile, words: tuple[str, ...]) -> None:
    """Gates by number; of who has rated nothing only that is said."""
    assert held_by(member(tables, profile).standing, 0.7)[: len(words)] == words


def test_missing_years_are_never_shown_as_none(tables: Tables, catalog: Catalog) -> None:
    """A few days short is 0.1; a whole year is one year."""
    top = {demand.skill: 4 for demand in catalog.ladder.top.demands}
    short = member(tables, Profile(support_years=1.99, skills=top)).standing
    year = member(tables, Profile(support_years=1, skills=top)).standing

    assert held_by(short, 0.7) == ("0.1 support years",)
    assert held_by(year, 0.7) == ("1 support year",)


def step(day: date) -> StepDone:
    """Return a finished step."""
    return StepDone(
        day=day, skill="hiring", level_from=0, level_to=1, title="", proof="", hours=None, planned=Hours(1, 2)
    )


def test_the_last_change(catalog: Catalog) -> None:
    """Days, newer role data and other names change nobody; facts and steps do; the future is not yet."""

    def seen(day: date, years: float, version: str = "v") -> Entry:
        person = Profile(support_years=years)
        result = assess(catalog.ladder, catalog.skills_by_id, person, day)
        return Entry(1, remembered(result, at=day, catalog=version))

    first, later, last = date(2026, 1, 1), date(2026, 3, 1), date(2026, 5, 1)
    assert last_change(History(), TODAY) is None
    assert last_change(History((seen(first, 1), seen(later, 1, "w"))), TODAY) == first
    assert last_change(History((seen(first, 1), seen(later, 2), seen(last, 2))), TODAY) == later
    assert last_change(History((Entry(1, Created(day=first)), Entry(2, step(last)))), TODAY) == last
    assert last_change(History((Entry(1, Created(day=first)), Entry(2, step(last)))), later) == first
    renamed = Entry(2, Renamed(day=last, old="a", new="b"))
    assert last_change(History((Entry(1, Created(day=first)), renamed)), TODAY) == first
