"""Names in texts: exact, on word boundaries, in any case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.mentions import Finder, level_of, named_in, skill_finder
from careercli.domain.model import Catalog

FINDER = Finder(
    {
        name: name.upper()
        for name in (
            "lead",
            "leadership",
            "go",
            "c",
            "c++",
            "node",
            "crm",
            "crm analytics",
            "problem-solving",
            "qa",
            "performance tracking (csat, nps)",
            "training",
        )
    }
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Leadership of ten", ["LEADERSHIP"]),
        ("leaders and misleading", []),
        ("Took the LEAD.", ["LEAD"]),
        ("lead-generation", []),
        ("MongoDB and node.js", []),
        ("Node, CRM; training!", ["NODE", "CRM", "TRAINING"]),
        ("CRM\n  analytics", ["CRM ANALYTICS"]),
        ("CRM/analytics", ["CRM"]),
        ("crm_x xcrm crm2 crm-x x-crm", []),
        ("crm crm CRM", ["CRM"]),
        ("problem\u2011solving", ["PROBLEM-SOLVING"]),
        ("coaching.training.com", []),
        ("#training", ["TRAINING"]),
        ("We go and use C and C++ and QA", ["C++"]),
        ("QA", ["QA"]),
        (" c++ ", ["C++"]),
        ("C#", []),
        ("Performance tracking (CSAT, NPS)s", ["PERFORMANCE TRACKING (CSAT, NPS)"]),
        ("", []),
    ],
)
def test_names_within_a_text(text: str, found: list[str]) -> None:
    """A name counts as whole words, the longest first; short names only where they are all there is."""
    assert list(FINDER.within(text)) == found


def test_a_whole_text() -> None:
    """A text that is nothing but a name is that name, in any case and spacing."""
    assert FINDER.whole("  Crm   ANALYTICS ") == "CRM ANALYTICS"
    assert FINDER.whole("crm analytics tool") is None


def test_every_name_of_a_skill_finds_it(catalog: Catalog) -> None:
    """Each skill is found by its id, name and aliases, alone and, beyond two letters, in a sentence."""
    finder = skill_finder(catalog)
    for name, skill in catalog.skill_names.items():
        assert finder.whole(name.upper()) == skill
        if len(name) > 2:
            assert skill in finder.within(f"I did {name}, daily.")


@given(text=st.text())
def test_any_text_can_be_searched(catalog: Catalog, text: str) -> None:
    """Whatever a text holds, only known skills are found, each once."""
    found = skill_finder(catalog).within(text)
    assert len(set(found)) == len(found)
    assert set(found) <= set(catalog.skills_by_id)


@pytest.mark.parametrize(
    ("word", "level"),
    [
        ("Beginner", 1),
        ("INTERMEDIATE", 2),
        ("Advanced ", 3),
        ("Master", 4),
        ("Expert", 4),
        ("80%", None),
        ("4", None),
    ],
)
def test_levels(word: str, level: int | None) -> None:
    """The customary words are levels; numbers of an unknown scale are not."""
    assert level_of(word) == level


def test_a_short_name_may_be_a_word() -> None:
    """Names of a tool are found in any case, short ones with a capital letter alone, never inside words."""
    assert named_in("sixty tickets a day in zendesk", ("Zendesk",))
    assert not named_in("at the front desk, with some slack", ("Front", "Slack"))
    assert named_in("Answered in Front", ("Front",))
    assert not named_in("Frontline work, Jiras", ("Front", "Jira"))
