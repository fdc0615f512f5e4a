"""A line of a batch has the very bytes that ``assess --json`` prints, and costs only what is wanted."""

from __future__ import annotations

from datetime import date
from unittest.mock import patch

import msgspec
import pytest
from hypothesis import given, settings

from careercli.batch.engine import Engine, Piece, Recipe
from careercli.batch.tabular import chosen_columns
from careercli.documents.assessment import assessment_document
from careercli.domain.assessment import assess
from careercli.domain.model import Catalog, Profile
from careercli.formats.profiles import as_document
from tests.domain.ladders import Case, cases
from tests.domain.people import random_people

DAY = date(2026, 11, 21)


def _line(profile: Profile) -> bytes:
    return msgspec.json.encode(as_document(profile))


def _engine(catalog: Catalog, fields: str | None = None, results: tuple[str, ...] | None = None) -> Engine:
    return Engine(Recipe(msgspec.json.encode(catalog), DAY, fields=fields, results=results))


def _ordinary(catalog: Catalog, profile: Profile) -> bytes:
    result = assess(catalog.ladder, catalog.skills_by_id, profile, DAY)
    return msgspec.json.encode(assessment_document(result, catalog.skill_titles)) + b"\n"


def test_the_bytes_of_many_people(catalog: Catalog) -> None:
    """On the built-in ladder."""
    people = list(random_people(catalog, 60, seed=2))
    made = _engine(catalog).make(Piece(range(1, 61), b"\n".join(map(_line, people))))

    assert made.data == b"".join(_ordinary(catalog, profile) for profile in people)
    assert (made.lines, made.bad) == (60, 0)


@settings(max_examples=40)
@given(cases())
def test_the_bytes_of_anybody_on_any_ladder(case: Case) -> None:
    """On any ladder, with and without a goal."""
    engine = _engine(case.catalog)
    for profile in (case.profile, case.but(goal=case.goal.id, name='a "b"').profile):
        made = engine.make(Piece([1], _line(profile)))
        assert made.data == _ordinary(case.catalog, profile)


@pytest.mark.parametrize(
    ("fields", "results"),
    [
        ("placement.current,profile,next,goal,tiers.fit", None),
        (None, ("name", "current", "goal", "fit_manager")),
    ],
)
def test_what_nobody_wants_is_not_computed(
    catalog: Catalog, fields: str | None, results: tuple[str, ...] | None
) -> None:
    """Gaps and the plan, which are most of the work."""
    person = next(iter(random_people(catalog, 1)))
    with (
        patch("careercli.domain.assessment.gaps", side_effect=AssertionError),
        patch("careercli.domain.assessment.schedule", side_effect=AssertionError),
    ):
        made = _engine(catalog, fields, results).make(Piece([1], _line(person)))

    assert made.lines == 1
    assert b"error" not in made.data


def test_every_column_has_what_it_needs(catalog: Catalog) -> None:
    """A column chosen alone says what it says beside all the others."""
    person = msgspec.structs.replace(next(iter(random_people(catalog, 1, seed=5))), title="Head of Support")
    names = chosen_columns(None, catalog.ladder)
    piece = Piece([1], _line(person))
    whole = _engine(catalog, results=names).make(piece).data.decode().rstrip("\n").split(",")

    assert len(whole) == len(names)
    for name, cell in zip(names, whole, strict=True):
        assert _engine(catalog, results=(name,)).make(piece).data.decode().rstrip("\n") in {cell, '""'}
