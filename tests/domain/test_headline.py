from __future__ import annotations

import msgspec
import pytest

from careercli.domain.assessment import Assessment, assess
from careercli.domain.headline import (
    certainty_sentence,
    goal_sentence,
    reasons_sentence,
    standing_sentence,
    title_sentence,
)
from careercli.domain.model import LookAlike, Profile
from careercli.domain.phrases import percent
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
    ("profile", "expected"),
    [
        (person(talk=0, write=0, lead=0), "You are preparing for the first of 3 tiers: T1."),
        (person(talk=1, write=1, lead=0), "You stand at Tier 1, rank 1 of 3."),
        (person(3.0, talk=2, write=1), "You stand at Tier 2, rank 2 of 3."),
        (person(9.0, 1.0, talk=2, write=4), "You stand at Tier 2 or above, up to T3: rank 2 of 3 so far."),
        (person(3.0, write=1), "Too little is rated to place you: anything up to Tier 2 is possible."),
    ],
)
def test_the_standing_in_one_sentence(profile: Profile, expected: str) -> None:
    """By name where there is one, and between which tiers while unrated skills can still change it."""
    assert standing_sentence(_assess(profile)) == expected
    named = f"Dana, {expected[0].lower()}{expected[1:]}"
    assert standing_sentence(_assess(profile, name="Dana")) == named


@pytest.mark.parametrize(
    ("profile", "reach"),
    [
        (person(3.0, talk=2, write=1, lead=0), "Years and skills both reach T2. T3 is held back by "),
        (person(9.0, 2.0, talk=0, write=0), "Years reach T3, skills reach no tier yet. T1 is held back by "),
        (person(1.0, talk=2, write=4, lead=1), "Years reach T1, skills reach T3. T2 is held back by "),
        (person(9.0, 1.0, talk=2, write=4, lead=1), "Years and skills both reach T3. That is the top of "),
    ],
)
def test_the_reasons_say_what_years_and_skills_reach(profile: Profile, reach: str) -> None:
    """Together where they agree, apart where they do not, and which tier comes next."""
    assert reasons_sentence(_assess(profile)).startswith(reach)


@pytest.mark.parametrize(
    ("profile", "holds"),
    [
        (
            person(9.0, talk=2, write=1, lead=0),
            "skills (1 gate to pass, fit 35% of the 70% needed) and 1 more leading year",
        ),
        (person(9.0, 2.0, talk=0, write=1), "skills (1 gate to pass, fit 50% of the 70% needed)"),
        (person(9.0, 1.0, talk=2, write=1, lead=1), "skills (fit 55% of the 70% needed)"),
        (person(9.0, 1.0, talk=2, write=4, lead=0), "skills (1 gate to pass)"),
        (person(9.0, 0.5, talk=2, write=4, lead=1), "0.5 more leading years"),
    ],
)
def test_the_reasons_say_what_holds_the_next_tier_back(profile: Profile, holds: str) -> None:
    """Gates and fit as far as each does, years with their amount."""
    assert reasons_sentence(_assess(profile)).endswith(f" is held back by {holds}.")


@pytest.mark.parametrize(("pass_fit", "shown"), [(0.55, "55%"), (0.57, "57%"), (0.701, "71%"), (1.0, "100%")])
def test_the_fit_needed_is_rounded_up_and_no_further(pass_fit: float, shown: str) -> None:
    """So that what a person has never looks like enough while it is not."""
    of = msgspec.structs.replace(THREE, pass_fit=pass_fit)
    found = assess(of, catalog_of(of).skills_by_id, person(talk=1, write=0), TODAY)
    assert reasons_sentence(found).endswith(f"(fit 50% of the {shown} needed).")


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
def test_missing_years_are_rounded_up(support: float, missing: str) -> None:
    """To a tenth of a year, so that what is shown is enough."""
    profile = person(support, talk=2, write=1, lead=0)
    assert reasons_sentence(_assess(profile)).endswith(f"T2 is held back by {missing}.")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (None, ""),
        ("Astronaut", ""),
        ("Tier 2", ""),
        ("Tier 1, Acme", "'Tier 1, Acme' usually stands for T1; by years and skills you are past it."),
        ("Talker", "About your title: Talking alone is another job."),
    ],
)
def test_a_title_is_spoken_of_where_it_differs(title: str | None, expected: str) -> None:
    """Below the current tier, or another job; nothing where it agrees or says nothing."""
    assert title_sentence(_assess(person(3.0, talk=2, write=1, lead=0), title=title)) == expected


def test_a_title_above_the_current_tier_comes_with_the_reasons() -> None:
    """Also where not even the first tier is reached."""
    said = title_sentence(_assess(person(3.0, talk=2, write=1, lead=0), title="Tier 3"))
    assert "'Tier 3' usually stands for T3" in said
    assert "you reach T2 so far: skills, support years and leading years decide." in said
    said = title_sentence(_assess(person(talk=0), title="Tier 1"))
    assert "you are not on the first tier yet: skills decide." in said


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("t3", ""),
        ("t2", "Your goal, T2, is reached; the next tier is T3."),
        ("t1", "Your goal, T1, is reached; the next tier is T3."),
    ],
)
def test_a_goal_that_is_reached_is_said_to_be(goal: str, expected: str) -> None:
    """With the tier that comes next."""
    assert goal_sentence(_assess(person(3.0, talk=2, write=1, lead=0), goal=goal)) == expected


def test_at_the_top_no_tier_comes_next() -> None:
    """With and without a goal of their own."""
    top = person(9.0, 1.0, talk=2, write=4, lead=1)
    assert goal_sentence(_assess(top, goal="t3")) == "Your goal, T3, is reached."
    assert goal_sentence(_assess(top)) == ""


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (person(3.0, talk=2, write=1, lead=0), ""),
        (person(3.0, talk=2, write=1), "1 skill not rated; it cannot change the tier."),
        (person(3.0, talk=0), "2 skills not rated; none of them can change the tier."),
    ],
)
def test_certainty_says_whether_unrated_skills_can_change_the_tier(profile: Profile, expected: str) -> None:
    """Nothing where all are rated; in the singular for one."""
    assert certainty_sentence(_assess(profile)) == expected


def test_open_skills_that_can_change_the_tier_count_as_none_until_rated() -> None:
    """With their number, in the singular for one."""
    assert certainty_sentence(_assess(person(talk=1, lead=0))).startswith("1 skill not rated counts as 0")
    assert certainty_sentence(_assess(person(3.0))).startswith("3 skills not rated count as 0")


@pytest.mark.parametrize("have", [29, 57, 58])
def test_the_fit_is_the_same_in_the_sentence_and_on_the_ladder(have: int) -> None:
    """Also where binary keeps a little less of it, and where the one needed is no whole percent."""
    of = ladder(Rung((asks("talk", 1, have), asks("write", 1, 100 - have))), pass_fit=0.745)
    found = assess(of, catalog_of(of).skills_by_id, person(talk=1), TODAY)

    assert f"fit {percent(found.tiers[0].fit)} of the 75% needed" in reasons_sentence(found)
    assert percent(found.tiers[0].fit) == f"{have}%"
