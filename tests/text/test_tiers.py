from __future__ import annotations

import pytest

from careercli.domain.model import Catalog
from careercli.domain.requirements import Gate
from careercli.text.tiers import (
    floor_words,
    must_have,
    must_have_name,
    time,
    usual_words,
    years_line,
)

NAMES = {"talk": "Clear talk", "write": "Writing", "crm": "CRM systems", "plan": "Budget planning"}


@pytest.mark.parametrize(
    ("years", "words"), [(0.25, "3 months"), (1 / 12, "1 month"), (1, "1 year"), (2.5, "2.5 years")]
)
def test_time(years: float, words: str) -> None:
    """Below a year months are counted."""
    assert time(years) == words


@pytest.mark.parametrize(
    ("tier", "floor", "usual", "line"),
    [
        ("junior-specialist", "", "0-2 years in support", "Employers: no years. Usual: 0-2"),
        ("team-lead", "2 years in support", "5-8 years in support", "Employers: 2 years. Usual: 5-8"),
        (
            "junior-manager",
            "3 years in support and 1 year of leading",
            "5+ years in support and 1-3 years of leading",
            "Employers: 3 years, 1 leading. Usual: 5+, 1-3 leading",
        ),
        (
            "manager",
            "5 years in support and 3 years of leading",
            "8+ years in support and 3-7 years of leading",
            "Employers: 5 years, 3 leading. Usual: 8+, 3-7 leading",
        ),
    ],
)
def test_the_years_of_a_tier(catalog: Catalog, tier: str, floor: str, usual: str, line: str) -> None:
    """By employers and by the guides; who has not led is not asked to have led for a first lead job."""
    of = catalog.ladder.tier(tier)

    assert floor_words(catalog.ladder, of) == floor
    assert usual_words(of) == usual
    assert years_line(catalog.ladder, of) == line


@pytest.mark.parametrize(
    ("gate", "full", "short"),
    [
        (Gate(("talk",), (3,)), "Clear talk at practitioner", "clear talk"),
        (
            Gate(("crm", "talk"), (2,)),
            "One of these 2 at working: CRM systems and Clear talk",
            "CRM systems or clear talk",
        ),
        (
            Gate(("talk", "plan"), (4, 3)),
            "These 2 at expert and practitioner, either way round: Clear talk and Budget planning",
            "clear talk plus budget planning",
        ),
        (
            Gate(("talk", "write", "crm", "plan"), (2, 2)),
            "Any 2 of these 4 at working: Clear talk, Writing, CRM systems and Budget planning",
            "two of four skills at working",
        ),
    ],
)
def test_a_must_have_in_words(gate: Gate, full: str, short: str) -> None:
    """In full, and in a few words inside a list."""
    assert must_have(gate, NAMES) == full
    assert must_have_name(gate, NAMES) == short


def test_what_does_not_apply_leaves_a_group() -> None:
    """Of a group only the skills that apply are counted and named."""
    gate = Gate(("talk", "write", "crm", "plan"), (2, 2))

    assert must_have_name(gate, NAMES, ["crm"]) == "two of three skills at working"
