from __future__ import annotations

import re

import pytest

from careercli.domain.model import Catalog
from careercli.domain.opinion import Difference
from careercli.text.opinion import about_other, level_of_other, talk_about


@pytest.mark.parametrize(
    ("own", "others"),
    [
        ("I calm an angry customer myself.", "They calm an angry customer themselves."),
        ("When a case is beyond me, I pass it on.", "When a case is beyond them, they pass it on."),
        ("I am support's contact.", "They are support's contact."),
        ("I use a phrase I was taught.", "They use a phrase they were taught."),
        ("My notes stand alone; I've two.", "Their notes stand alone; they've two."),
        ("Mine is my time.", "Theirs is their time."),
    ],
)
def test_about_somebody_else(own: str, others: str) -> None:
    """What somebody says of themselves is said about them."""
    assert about_other(own) == others


def test_no_level_is_told_in_the_first_person(catalog: Catalog) -> None:
    """None of the levels of any skill speaks of "I" once it is about another person."""
    for skill in catalog.skills:
        for level in range(5):
            told = level_of_other(skill, level)
            assert told[0].isupper()
            if level:
                assert not re.search(r"\b(I|my|me|myself|mine)\b", told, re.IGNORECASE), told


def test_what_to_talk_about_is_a_question(catalog: Catalog) -> None:
    """It quotes both, and judges neither."""
    skill = catalog.skills_by_id["coaching"]
    higher, lower = (
        talk_about(Difference("coaching", own, other), skill, "Sam") for own, other in ((1, 3), (4, 0))
    )

    assert higher.endswith("What has Sam seen that you take for granted?")
    assert lower.endswith("What would Sam have to see?")
    assert skill.levels[0].rstrip(".") in higher
