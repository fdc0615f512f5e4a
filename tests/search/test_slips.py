"""Slips are counted as the distance of Damerau and Levenshtein is everywhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import DamerauLevenshtein

from careercli.search.slips import nearest, slips

WORDS = st.text("abcd", max_size=9)


@given(one=WORDS, other=WORDS)
def test_slips_are_those_of_the_library(one: str, other: str) -> None:
    """It is the number that the library for it gives."""
    assert slips(one, other) == DamerauLevenshtein.distance(one, other)


@pytest.mark.parametrize(
    ("word", "meant", "count"),
    [("custmer", "customer", 1), ("recieve", "receive", 1), ("manger", "manager", 1), ("pay", "pay", 0)],
)
def test_what_people_mistype(word: str, meant: str, count: int) -> None:
    """A letter that is missing, and two that changed places, are one slip each."""
    assert slips(word, meant) == count


@given(word=WORDS, words=st.lists(WORDS, max_size=12), most=st.integers(0, 4))
def test_the_nearest_word_is_found(word: str, words: list[str], most: int) -> None:
    """None is nearer than it; and there is none where all are too far."""
    every = min(((slips(word, it), it) for it in words), default=None)

    assert nearest(word, words, most) == (every if every and every[0] <= most else None)
