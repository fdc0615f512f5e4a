from __future__ import annotations

import re
from functools import cache

import pytest
from syrupy.assertion import SnapshotAssertion

from careercli.catalog import load_catalog
from careercli.domain.assessment import Assessment, assess
from careercli.domain.model import Catalog, Profile
from careercli.pages.contrast import check_view, contrast_view
from careercli.pages.look import Look, render
from careercli.text.contrast import check, contrast
from tests.domain.builders import TODAY

LOOKS = {"80": Look(), "40": Look(width=40), "accessible": Look(accessible=True)}


@cache
def catalog() -> Catalog:
    """Return the built-in catalog."""
    return load_catalog().catalog


def of(name: str) -> Assessment:
    """Return the assessment of a built-in person."""
    return assessed(next(person.profile for person in catalog().personas if person.id == name))


def assessed(profile: Profile) -> Assessment:
    """Return an assessment."""
    return assess(catalog().ladder, catalog().skills_by_id, profile, TODAY)


def beside(a: Assessment, b: Assessment, look: Look, labels: tuple[str, str] = ("Ann", "Bob")) -> str:
    """Return two people beside one another."""
    return render(contrast_view(catalog(), contrast(a, b), labels), look)


@pytest.mark.parametrize("look", LOOKS)
def test_two_people(look: str, screen: SnapshotAssertion) -> None:
    """Two built-in people beside one another, as somebody last approved it."""
    assert beside(of("maya"), of("tomas"), LOOKS[look], ("Maya Thompson", "Tomas Lindqvist")) == screen


@pytest.mark.parametrize("look", LOOKS)
def test_a_person_and_a_tier(look: str, screen: SnapshotAssertion) -> None:
    """A built-in person beside a tier, as somebody last approved it."""
    found = check(of("daniel"), catalog().ladder.tier("team-lead"))

    hint = "careercli plan daniel.yaml --goal team-lead"
    assert render(check_view(catalog(), found, "Daniel", hint=hint), LOOKS[look]) == screen


def test_who_is_further_up() -> None:
    """It is said who is further up and by how many tiers, from either side."""
    maya, priya = of("maya"), of("priya")

    assert "Bob is 6 tiers above Ann." in beside(maya, priya, Look())
    assert "Ann is 6 tiers above Bob." in beside(priya, maya, Look())
    assert "Both are at Junior Customer Support Specialist." in beside(maya, maya, Look())
    assert "Both are at Senior Customer Support Manager." in beside(priya, priya, Look())
    assert "Every skill is rated the same." in beside(priya, priya, Look())


def test_long_names_leave_room() -> None:
    """A name at the head of a column takes as many lines as it needs; in sentences it is whole."""
    name = "Maximiliane Wolkenstein-Trostburg"

    text = beside(of("maya"), of("dana"), Look(), ("Ann", name))

    assert f"{name} is 4 tiers above Ann." in " ".join(text.split())
    assert re.search(r"^ +Ann +Maximiliane", text, re.MULTILINE)
    assert all(len(line) <= 80 for line in text.splitlines())


def test_long_names_that_begin_alike() -> None:
    """Two long names are told apart at the heads of columns."""
    names = ("Maximiliane Wolkenstein-Trostburg", "Maximiliane Wolkenstein-Rodenegg")

    text = beside(of("maya"), of("dana"), Look(), names)

    assert text.count("Trostburg") > 1
    assert text.count("Rodenegg") > 1


def test_a_tier_that_lies_behind() -> None:
    """Nothing is missing then, and that is said."""
    found = check(of("priya"), catalog().ladder.tier("junior-specialist"))

    text = render(check_view(catalog(), found, "Priya"), Look())

    said = "Priya is at Senior Customer Support Manager, 6 tiers above Junior Specialist."
    assert said in " ".join(text.split())
    assert "No skill is missing for Junior Specialist." in text
    assert re.search(r"Ready +there", text)
    assert text.endswith("Junior Specialist.\n")
