"""What is put together from parts has the very bytes of the ordinary way."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given

from careercli.batching.people import Reader
from careercli.batching.writer import Writer
from careercli.domain.assessment import assess
from careercli.domain.model import Catalog, Profile
from careercli.domain.tables import Tables
from careercli.exporters.documents import assessment_document
from tests.domain.ladders import Case, cases
from tests.domain.people import random_people

DAY = date(2026, 11, 21)


def _ordinary(catalog: Catalog, profile: Profile) -> bytes:
    result = assess(catalog.ladder, catalog.skills_by_id, profile, DAY)
    return msgspec.json.encode(assessment_document(result, catalog.skill_titles))


@pytest.mark.slow
def test_the_bytes_of_two_thousand_people(catalog: Catalog) -> None:
    """On the built-in ladder."""
    tables = Tables(catalog.ladder, catalog.skills_by_id)
    reader, writer = Reader(catalog, tables), Writer(catalog, tables, DAY)
    for profile in random_people(catalog, 2000, seed=2):
        assert msgspec.json.encode(writer.document(reader.person(profile))) == _ordinary(catalog, profile)


@given(cases())
def test_the_bytes_of_anybody_on_any_ladder(case: Case) -> None:
    """On any ladder, with and without a goal."""
    tables = Tables(case.ladder, case.skills)
    reader, writer = Reader(case.catalog, tables), Writer(case.catalog, tables, DAY)
    for profile in (case.profile, case.but(goal=case.goal.id, name='a "b"').profile):
        assert msgspec.json.encode(writer.document(reader.person(profile))) == _ordinary(
            case.catalog, profile
        )
