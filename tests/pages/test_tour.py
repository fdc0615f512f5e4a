from __future__ import annotations

from functools import cache

import msgspec
import pytest
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from careercli.catalog import load_catalog
from careercli.domain.assessment import assess
from careercli.domain.model import Catalog, Persona
from careercli.domain.way import way_up
from careercli.pages.look import Look, render
from careercli.pages.tour import page_view, tour
from careercli.text.trials import trials
from tests.domain.builders import TODAY
from tests.domain.people import random_people

LINES = 21
"""What a screen of 24 lines has for a page."""


@cache
def catalog() -> Catalog:
    """Return the built-in catalog."""
    return load_catalog().catalog


def pages(person: Persona, look: Look) -> list[str]:
    """Return the pages of a tour."""
    skills = catalog().skills_by_id
    it = assess(catalog().ladder, skills, person.profile, TODAY)
    found = tour(person, it, way_up(it), trials(it), skills)
    return [render(page_view(found, index), look) for index in range(len(found))]


@pytest.mark.parametrize(
    "look", [Look(width=72), Look(width=38), Look(accessible=True)], ids=["72", "38", "lines"]
)
def test_a_tour(look: Look, screen: SnapshotAssertion) -> None:
    """The tour of a built-in person is as somebody last read it aloud."""
    person = next(each for each in catalog().personas if each.id == "tomas")

    assert f"{'=' * 20}\n".join(pages(person, look)) == screen


@pytest.mark.slow
def test_every_page_can_be_read_from_the_back_of_a_room() -> None:
    """Six to nine pages a person, each on one screen with air, whoever it is about."""
    story = catalog().personas[0].story
    strangers = [
        Persona("stranger", story, profile, catalog().in_use)
        for profile in random_people(catalog(), 40, seed=3)
    ]
    for person in (*catalog().personas, *strangers):
        shown = pages(person, Look(width=72))

        assert 4 <= len(shown) <= 9
        for number, text in enumerate(shown, 1):
            assert text.splitlines()[0].endswith(f"{number} of {len(shown)}")
            assert text.count("\n") <= LINES, text
            assert max(map(cell_len, text.splitlines())) <= 72
    assert all(len(pages(person, Look(width=72))) == 8 for person in catalog().personas)


def test_each_built_in_person_has_a_what_if_that_matters() -> None:
    """The first what-if moves a date or a tier."""
    for person in catalog().personas:
        (text,) = (text for text in pages(person, Look(width=72)) if text.startswith("What if?"))
        first = text.split("\n\n")[1]

        assert "earlier" in first or "today" in first


def test_somebody_without_a_name() -> None:
    """A person of a pack may have a title only, or neither."""
    person = catalog().personas[0]
    nameless = msgspec.structs.replace(person.profile, name=None)

    assert pages(msgspec.structs.replace(person, profile=nameless), Look())[0].startswith(
        f"This is {person.profile.title}"
    )
    untitled = msgspec.structs.replace(nameless, title=None)
    assert pages(msgspec.structs.replace(person, profile=untitled), Look())[0].startswith(
        f"This is {person.id}"
    )
