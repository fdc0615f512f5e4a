from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from careercli.prompts.asker import wrapped

WORDS = st.lists(st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=30)).map(" ".join)


@given(WORDS, st.integers(8, 100))
def test_wrapping_fits_and_loses_nothing(text: str, width: int) -> None:
    """No line is wider than the width, and every character is still there in its order."""
    lines = wrapped(text, width).split("\n")

    assert max(map(len, lines)) <= width
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(
    st.text(st.sampled_from("a\N{CJK UNIFIED IDEOGRAPH-6F22}\N{GRINNING FACE} "), max_size=60),
    st.integers(8, 30),
)
def test_wide_letters_take_two_columns(text: str, width: int) -> None:
    """A name in another script, or with a picture in it, makes no line wider than the terminal."""
    lines = wrapped(text, width).split("\n")

    assert max(map(cell_len, lines)) <= width
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_lines_that_follow_keep_the_indent() -> None:
    """What is told indented stays indented where it goes on, and hangs below its key where asked to."""
    assert wrapped("  one two three", 9) == "  one two\n  three"
    assert wrapped("1: one two three", 10, hanging="   ") == "1: one two\n   three"


def test_blank_lines_stay() -> None:
    """An empty line before a text is kept, and an empty text is an empty line."""
    assert wrapped("\none", 20) == "\none"
    assert wrapped("", 20) == ""


def test_what_is_copied_stays_whole() -> None:
    """A word longer than the line is left to the terminal where it must be copied in one piece."""
    path = "/home/someone/a-long-folder/dana.yaml"

    assert wrapped(f"Saved to {path}", 12, breaking=False) == f"Saved to\n{path}"
    assert wrapped(path, 12) != path
