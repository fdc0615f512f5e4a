"""The rule says what an experienced manager says; a change of data that breaks its judgement is seen here.

The whole of it is measured by ``make bench-judgement``, see docs/judgement.md.
"""

from __future__ import annotations

import importlib
import statistics
from pathlib import Path
from types import ModuleType

import pytest

from careercli.domain.model import Catalog

FOLDER = Path(__file__).parent.parent / "benchmarks"
ACCEPTABLE = 29
"""So many of the people are placed at an acceptable tier today."""


@pytest.fixture
def judgement(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the benchmark, which imports what lies beside it."""
    monkeypatch.syspath_prepend(str(FOLDER))
    return importlib.import_module("judgement")


@pytest.fixture
def drawn(judgement: ModuleType) -> ModuleType:
    """Return whom it is tried on."""
    return importlib.import_module(judgement.raters.__module__)


def test_people_are_placed_where_a_manager_would_place_them(
    judgement: ModuleType, drawn: ModuleType, catalog: Catalog
) -> None:
    """As many as today, and nobody further than a tier from what would pass."""
    judged = judgement.agreement(catalog.ladder, drawn.people(catalog.ladder))
    off = {person.id: by for person, _, by in judged if by}

    assert len(judged) - len(off) >= ACCEPTABLE, off
    assert max(off.values(), default=0) <= 1, off


def test_a_label_is_always_acceptable(drawn: ModuleType, catalog: Catalog) -> None:
    """And no two people share a name."""
    people = drawn.people(catalog.ladder)

    assert all(person.tier in person.acceptable for person in people)
    assert len({person.id for person in people}) == len(people)


@pytest.mark.parametrize("of", ["people", "raters", "newcomers"])
def test_the_quick_interview_finds_the_tier_of_all_answers(
    judgement: ModuleType, drawn: ModuleType, catalog: Catalog, of: str
) -> None:
    """With at most twelve questions in the median, nearly always the same tier and never two tiers off."""
    profiles = (
        [person.profile for person in drawn.people(catalog.ladder)]
        if of == "people"
        else list(getattr(drawn, of)(catalog, 80))
    )
    asked = [judgement.interview(catalog.ladder, profile) for profile in profiles]
    off = [abs(each.found - each.true) for each in asked]

    assert statistics.median(each.questions for each in asked) <= 12
    assert judgement.within(off, 0) >= 0.95
    assert max(off) <= 1


def test_raters_who_err_stay_where_they_are(
    judgement: ModuleType, drawn: ModuleType, catalog: Catalog
) -> None:
    """With one answer in ten off by one level, nine in ten keep their tier and hardly one moves two."""
    off = judgement.errors(catalog.ladder, list(drawn.raters(catalog, 160)), times=2)

    assert judgement.within(off, 0) >= 0.9
    assert judgement.within(off, 1) >= 0.99


def test_one_rating_moves_what_the_answers_show_by_one_tier(
    judgement: ModuleType, drawn: ModuleType, catalog: Catalog
) -> None:
    """Where nine in ten are rated, at most one change of a rating in two hundred moves it by more."""
    assert judgement.within(judgement.moves(catalog.ladder, drawn.raters(catalog, 8)), 1) >= 0.995


def test_raters_are_the_same_every_time(drawn: ModuleType, catalog: Catalog) -> None:
    """So two runs measure the same."""
    assert list(drawn.raters(catalog, 16)) == list(drawn.raters(catalog, 16))
