from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.formats.text import clean, one_line

EVERYTHING = st.text(st.characters(codec=None, exclude_categories=()))
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize("harmful", ["\x00", "\x07", "\x08", "\x0b", "\x1b", "\x7f", "\x85", "\x9b", *BIDI])
def test_what_a_terminal_acts_on_is_replaced(harmful: str) -> None:
    """Control and bidirectional characters become the replacement character, in their place."""
    assert clean(f"a{harmful}b") == "a\ufffdb"


def test_half_a_surrogate_pair_is_replaced() -> None:
    """A lone surrogate, which no file can hold, becomes the replacement character."""
    assert clean("a\ud800b") == "a\ufffdb"


@pytest.mark.parametrize("text", ["", "plain", "tab\tand\nline", "Zoë 陳 \N{GRINNING FACE}", "nb\xa0sp"])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    """Letters of any script, emoji, tabs and newlines are left alone."""
    assert clean(text) == text


@pytest.mark.parametrize("text", ["a\r\nb", "a\rb", "a\nb"])
def test_line_breaks_of_any_system_are_newlines(text: str) -> None:
    """A file reads the same wherever it was written."""
    assert clean(text) == "a\nb"


@given(EVERYTHING)
def test_cleaned_text_is_harmless_and_stays_so(text: str) -> None:
    """No control, direction or half of a surrogate pair is left; cleaning again does nothing."""
    cleaned = clean(text)
    assert not [c for c in cleaned if unicodedata.category(c) in {"Cc", "Cs"} and c not in "\t\n"]
    assert not set(cleaned) & set(BIDI)
    assert clean(cleaned) == cleaned


@given(EVERYTHING)
def test_one_line_has_no_runs_of_white_space(text: str) -> None:
    """Text on one line is its words with single spaces."""
    line = one_line(text)
    assert line.split() == text.split()
    assert line == " ".join(line.split(" ")) == line.strip()
