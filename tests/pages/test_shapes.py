from __future__ import annotations

import pytest

from careercli.pages.shapes import CELL, shortened, wrapped


@pytest.mark.parametrize(
    ("text", "letters", "expected"),
    [("Manager", 7, "Manager"), ("Manager", 6, "Manag…"), ("Team Lead", 6, "Team…"), ("Manager", 0, "M…")],
)
def test_shortened(text: str, letters: int, expected: str) -> None:
    """Text that has no room ends in an ellipsis; something of it always stays."""
    assert shortened(text, letters * CELL) == expected


@pytest.mark.parametrize(
    ("text", "lines", "expected"),
    [
        ("Senior Specialist", 3, ["Senior", "Specialist"]),
        ("Head of all of it", 2, ["Head of", "all of it"]),
        ("One two three four five six", 2, ["One two", "three fou…"]),
        ("Incomprehensibilities", 2, ["Incompreh…"]),
        ("", 3, [""]),
    ],
)
def test_wrapped(text: str, lines: int, expected: list[str]) -> None:
    """Text takes as many lines as it may; what is left over, and a word without room, is shortened."""
    assert wrapped(text, 10 * CELL, lines) == expected
