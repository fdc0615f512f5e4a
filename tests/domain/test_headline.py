from __future__ import annotations

import msgspec
import pytest

from careercli.domain.assessment import Assessment, assess
from careercli.domain.headline import certainty_sentence, reasons_sentence, standing_sentence, title_sentence
from careercli.domain.model import LookAlike, Profile
from tests.domain.builders import TODAY, Rung, asks, catalog_of, ladder, person

THREE = msgspec.structs.replace(
    ladder(
        Rung((asks("talk", 1, must=True), asks("write", 1))),
        Rung((asks("talk", 2, must=True),), support=2.0, leads=True),
        Rung((asks("write", 4, 3), asks("lead", 1, must=True)), support=5.0, leading=1.0),
    ),
    look_alikes=(LookAlike(("Talker",), "Talking alone is another job."),),
)


def _assess(profile: Profile, **facts: object) -> Assessment:
    changed = msgspec.structs.replace(profile, **facts)
    return assess(THREE, catalog_of(THREE).skills_by_id, changed, TODAY)


@pytest.mark.parametrize(
    ("profile", "name", "expected"),
    [
        (person(talk=0, write=0, lead=0), None, "You are preparing for the first of 3 tiers: Tier 1."),
        (person(talk=1, write=1, lead=0), None, "You stand at Tier 1, rank 1 of 3."),
        (person(talk=1, write=1, lead=0), "Dana", "Dana, you stand at Tier 1, rank 1 of 3."),
        (person(3.0, talk=1, write=1), "Dana", "Dana, you stand at Tier 1, rank 1 of 3."),
        (person(3.0, write=1), "Dana", "Dana, so far you are preparing for the first of 3 tiers: Tier 1."),
        (person(3.0, write=1), None, "So far you are preparing for the first of 3 tiers: Tier 1."),
    ],
)
def test_the_standing_in_one_sentence(profile: Profile, name: str | None, expected: str) -> None:
    """By name where there is one, and "so far" while unrated skills can still change it."""
    assert standing_sentence(_assess(profile, name=name)) == expected


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (
            person(3.0, talk=2, write=1, lead=0),
            "T3 is held back by skills (1 gate open), 2 more support years and 1 more leading year.",
        ),
        (
            person(9.0, 2.0, talk=0, write=0),
            "Years reach T3, skills reach no tier yet. T1 is held back by skills (1 gate open).",
        ),
        (
            person(9.0, 0.5, talk=2, write=4, lead=1),
            "Years reach T2, skills reach T3. T3 is held back by 0.5 more leading years.",
        ),
        (
            person(9.0, 1.0, talk=2, write=1, lead=1),
            "Years reach T3, skills reach T2. T3 is held back by skills (the fit is too low).",
        ),
        (
            person(9.0, 1.0, talk=2, write=4, lead=1),
            "Years and skills both reach T3. That is the top of this ladder.",
        ),
    ],
)
def test_the_reasons_say_what_holds_the_next_tier_back(profile: Profile, expected: str) -> None:
    """Years with their amount, skills with their open gates or the fit."""
    assert reasons_sentence(_assess(profile)).endswith(expected)


@pytest.mark.parametrize(
    ("support", "missing"),
    [
        (1.0, "1 more support year"),
        (0.0, "2 more support years"),
        (1.9, "0.1 more support years"),
        (1.9999, "0.1 more support years"),
        (1.25, "0.8 more support years"),
        (0.99, "1.1 more support years"),
    ],
)
def test_missing_years_are_never_rounded_away(support: float, missing: str) -> None:
    """Up to a tenth of a year, so that what is missing is never said to be nothing."""
    profile = person(support, talk=2, write=1, lead=0)
    assert reasons_sentence(_assess(profile)).endswith(f"T2 is held back by {missing}.")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (None, ""),
        ("Astronaut", ""),
        ("Tier 2", ""),
        (
            "Tier 3",
            "this ladder sees you at T2 so far, because of skills, support years and leading years.",
        ),
        ("Tier 1", "Your title says T1; by years and skills you are past it."),
        ("Talker", "About your title: Talking alone is another job."),
    ],
)
def test_a_title_is_spoken_of_where_it_differs(title: str | None, expected: str) -> None:
    """Above, below, or another job; nothing where it agrees or says nothing."""
    said = title_sentence(_assess(person(3.0, talk=2, write=1, lead=0), title=title))
    assert said.endswith(expected)
    assert bool(said) is bool(expected)


def test_a_title_above_a_newcomer_says_so() -> None:
    """Where not even the first tier is reached."""
    said = title_sentence(_assess(person(talk=0), title="Tier 1"))
    assert said.endswith("sees you at no tier yet so far, because of skills.")


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (person(3.0, talk=2, write=1, lead=0), ""),
        (person(3.0, talk=2, write=1), "1 skill not rated; it cannot change the tier."),
        (person(0.0, talk=1, lead=0), "1 skill not rated: rated at best, it would place you at T1."),
        (person(3.0, talk=0), "2 skills not rated; none of them can change the tier."),
        (person(3.0), "3 skills not rated: rated at best, they would place you at T2."),
    ],
)
def test_certainty_says_whether_unrated_skills_can_change_the_tier(profile: Profile, expected: str) -> None:
    """Nothing where all are rated; in the singular for one."""
    assert certainty_sentence(_assess(profile)) == expected
