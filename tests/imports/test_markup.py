"""Texts without their markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.imports.markup import paragraphs, without_markup


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Took **fifty** calls", "Took fifty calls"),
        ("See [the page](https://example.org/a_b) of __mine__", "See the page of mine"),
        ("Fish &amp; chips <b>daily</b>", "Fish & chips daily"),
        ("AT&T, 5 < 6, C++, 2*3*4, a_b_c", "AT&T, 5 < 6, C++, 2*3*4, a_b_c"),
    ],
)
def test_signs_that_are_no_words(text: str, plain: str) -> None:
    """Tags, links and stress go; signs that only look like them stay."""
    assert without_markup(text) == plain


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One line\nand the next.", [("One line and the next.", False)]),
        ("Did this:\n- Took calls\n* Trained two\n\u2022 Wrote macros", [
            ("Did this:", False), ("Took calls", True), ("Trained two", True), ("Wrote macros", True),
        ]),
        ("<p>At work</p><ul><li><p>Took calls</p></li><li>Trained two</li></ul>", [
            ("At work", False), ("Took calls", True), ("Trained two", True),
        ]),
        ("1. First\n2) Second", [("First", True), ("Second", True)]),
        ("-5 degrees - and - falling", [("-5 degrees - and - falling", False)]),
        ("", []),
    ],
)  # fmt: skip
def test_bullets_apart(text: str, parts: list[tuple[str, bool]]) -> None:
    """Each bullet stands alone, whatever its sign; what stands between is one text."""
    assert list(paragraphs(text)) == parts


@given(text=st.text(alphabet="ab <>/li*_[]()&;-\n\u2022", max_size=60))
def test_any_text_comes_apart(text: str) -> None:
    """Whatever the markup, each part is one line with something in it."""
    for part, _ in paragraphs(text):
        assert part == " ".join(part.split())
