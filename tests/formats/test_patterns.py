"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from careercli.formats.patterns import pattern


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
