from __future__ import annotations

from functools import cache

import msgspec
import pytest
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from careercli.catalog import load_catalog
from careercli.domain.assessment import Assessment, assess
from careercli.domain.model import Catalog, Profile
from careercli.domain.way import TierAhead, way_up
from careercli.pages.look import Look, render
from careercli.pages.path import LINES, slide_view
from careercli.text.phrases import inside
from careercli.text.ready import NO_PROMISE, WAITS_FOR
from careercli.text.tiers import must_have_name
from tests.domain.builders import TODAY
from tests.domain.people import random_people


@cache
def catalog() -> Catalog:
    """Return the built-in catalog."""
    return load_catalog().catalog


def of(profile: Profile) -> tuple[Assessment, tuple[TierAhead, ...]]:
    """Return somebody's assessment and way up."""
    it = assess(catalog().ladder, catalog().skills_by_id, profile, TODAY)
    return it, way_up(it)


def drawn(it: Assessment, way: tuple[TierAhead, ...], look: Look) -> str:
    """Return the slide of an assessment and a way up."""
    return render(slide_view(it, way, catalog().skill_titles, look), look)


def slide(profile: Profile, look: Look) -> str:
    """Return somebody's slide."""
    return drawn(*of(profile), look)


def persona(name: str) -> Profile:
    """Return a built-in person."""
    return next(person.profile for person in catalog().personas if person.id == name)


LOOKS = {
    "80": Look(),
    "40": Look(width=40),
    "100": Look(width=100),
    "ascii": Look(unicode=False),
    "accessible": Look(accessible=True),
}


@pytest.mark.parametrize(
    ("name", "look"),
    [("maya", "80"), ("dana", "80"), ("priya", "80"), ("tomas", "80"), *(("daniel", look) for look in LOOKS)],
)
def test_slide(name: str, look: str, screen: SnapshotAssertion) -> None:
    """The slides of built-in people are as somebody last approved them."""
    assert slide(persona(name), LOOKS[look]) == screen


@pytest.mark.slow
def test_every_slide_fits_a_screen() -> None:
    """Whoever it is about, and however far the goal: 80 by 24, each tier with its dates."""
    newcomer = Profile(support_years=0, goal="director", name="Somebody with a rather long name, even so")
    for profile in (newcomer, *random_people(catalog(), 60)):
        it, way = of(profile)
        text = drawn(it, way, Look())

        assert text.count("\n") <= LINES, text
        assert max(map(cell_len, text.splitlines())) <= 80
        for stretch in way:
            latest = stretch.bound_by.latest
            assert (WAITS_FOR[latest].partition(" ")[0] if latest else "ready today") in text
            assert f"◆ {stretch.tier.rank} {stretch.tier.short}" in text


@pytest.mark.slow
@pytest.mark.parametrize("look", ["40", "accessible"])
def test_nothing_is_left_out_where_there_is_no_screen_to_fill(look: str) -> None:
    """Stacked or as lines, every open gate and skill is there by name."""
    for profile in random_people(catalog(), 15, seed=2):
        it, way = of(profile)
        text = " ".join(drawn(it, way, LOOKS[look]).replace("│", " ").split())

        assert NO_PROMISE in text
        for item in (item for stretch in way for item in stretch.adds if not item.met):
            assert inside(catalog().skill_titles[item.skill]) in text
        for entry in (entry for stretch in way for entry in stretch.must_haves if not entry.met):
            assert must_have_name(entry.gate, catalog().skill_titles, profile.not_applicable) in text


def test_the_top() -> None:
    """At the top of the ladder there is nothing left to climb, and it is said."""
    levels = {skill.id: 4 for skill in catalog().skills}
    top = Profile(support_years=20, leading_years=15, skills=levels, name="Ada")

    text = slide(top, Look())

    assert text.startswith("Ada: the top of the ladder")
    assert "▸ Ada, you're at Director" in text


def test_a_goal_that_is_reached() -> None:
    """Then the slide is about the next tier."""
    reached = msgspec.structs.replace(persona("priya"), goal="specialist")

    assert slide(reached, Look()).startswith("Priya Raman: the way to Director")
