"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.formats.patterns import one_of, pattern


def test_a_pattern_does_what_a_compiled_one_does() -> None:
    """It searches, matches and replaces, with its flags."""
    word = pattern("[a-z]+", re.IGNORECASE)

    assert [found.group() for found in word.finditer("One 2 three")] == ["One", "three"]
    assert word.sub("x", "One 2") == "x 2"
    assert word.pattern == "[a-z]+"
    assert word.fullmatch("2") is None


def test_it_is_compiled_when_it_is_used() -> None:
    """A pattern that is wrong hurts nobody who does not use it."""
    wrong = pattern("(")

    with pytest.raises(re.error):
        wrong.search("text")


@given(characters=st.text(min_size=1, max_size=8), text=st.text(max_size=8))
def test_one_of_some_characters(characters: str, text: str) -> None:
    """What matches any of them finds what a set of them finds, alone and repeated."""
    as_set = f"[{re.escape(characters)}]"

    for repeated in ("", "*"):
        found = re.findall(one_of(characters) + repeated, text + characters)
        assert found == re.findall(as_set + repeated, text + characters)
