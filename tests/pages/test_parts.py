from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from careercli.pages import parts
from careercli.pages.look import Look
from careercli.pages.render import pieces
from careercli.pages.render.terminal import written
from careercli.text.phrases import percent

FITS = st.floats(0, 1)
WIDTHS = st.integers(20, 100)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "M", "Z"]), min_size=1, max_size=60)


def test_percent_is_rounded_down() -> None:
    """What is shown as 70 % has passed 0.70, and only what is whole is shown as 100 %."""
    assert [percent(fit) for fit in (0, 0.699999, 0.7, 0.29, 0.999, 1)] == (
        ["0%", "69%", "70%", "29%", "99%", "100%"]
    )


@given(fit=FITS)
def test_a_fit_as_a_bar(fit: float) -> None:
    """A bar has eight cells; it is full at 1 only, and never fuller than the fit."""
    bar = parts.fit_bar(fit)

    full = bar.count("█")
    assert bar == "█" * full + "░" * (8 - full)
    assert full / 8 <= fit + 1e-9
    assert fit < (full + 1) / 8 or full == 8


def test_levels_as_signs() -> None:
    """A level is four signs: what is there, what is missing, what is not asked."""
    assert parts.level_bar(1, 3) == "●○○·"
    assert parts.level_bar(None, 2) == "○○··"
    assert parts.level_bar(0, 4) == "○○○○"
    assert parts.level_bar(4, 4) == "●●●●"
    assert parts.level_bar(3, 1) == "●●●·"


def test_levels_as_numbers() -> None:
    """A level that nobody gave is a question mark, not a zero."""
    assert parts.levels(0, 2) == "0 → 2"
    assert parts.levels(None, 2) == "? → 2"


@given(text=WORDS | st.just("名前" * 9), cells=st.integers(2, 40))
def test_text_in_so_many_columns(text: str, cells: int) -> None:
    """Fitted text takes exactly its columns, wide characters counted; what is cut off is marked."""
    fitted = pieces.fitted(text, cells)

    assert cell_len(fitted) == cells
    if cell_len(text) <= cells:
        assert fitted.rstrip() == text.rstrip()
    else:
        assert fitted.rstrip().endswith("…")


@given(title=WORDS, aside=WORDS, width=WIDTHS)
def test_headings(title: str, aside: str, width: int) -> None:
    """A heading has both its words whatever the room: on one line with the aside at its end, or on more."""
    look = Look(width=width)

    lines = written(pieces.heading(title, aside, look=look), look).splitlines()

    assert "".join("".join(lines).split()) == "".join((title + aside).split())
    assert all(cell_len(line) <= width for line in lines)
    if len(lines) == 1:
        assert lines[0].startswith(title)
        assert cell_len(lines[0]) == width


def test_a_heading_without_an_aside() -> None:
    """A heading may stand alone."""
    assert written(pieces.heading("Title", look=Look()), Look()) == "Title\n"


@given(lead=st.text("123 ", min_size=1, max_size=4), title=WORDS, width=WIDTHS)
def test_titles(lead: str, title: str, width: int) -> None:
    """A title that needs more lines goes on below itself, not below its number."""
    look = Look(width=width)

    first, *more = written(pieces.titled(f"{lead} ", title, "4-6 h", look), look).splitlines()

    assert first.startswith(f"{lead} ".rstrip())
    assert all(line.startswith(" " * (len(lead) + 1)) for line in more)
    assert "h" in "".join([first, *more])


def test_hanging_text() -> None:
    """Text that hangs from a lead is indented as deep as the lead is wide."""
    look = Look(width=20)

    assert written(pieces.hanging("- ", Text("one two three four five")), look) == (
        "- one two three four\n  five\n"
    )


def test_text_is_never_markup() -> None:
    """Strings are shown as they are."""
    assert (
        written(pieces.text("[bold]x[/bold] [/] :smile:"), Look(color=True)) == "[bold]x[/bold] [/] :smile:\n"
    )


@given(st.lists(st.floats(0, 1), max_size=30))
def test_a_line_over_time_rises_with_its_values(values: list[float]) -> None:
    """Of two values the higher is never drawn lower, and small moves are not drawn as large ones."""
    drawn = parts.rising(values)
    heights = [parts.RISING.index(sign) for sign in drawn]

    assert len(drawn) == len(values)
    assert all(
        one <= other
        for first, one in zip(values, heights, strict=True)
        for second, other in zip(values, heights, strict=True)
        if first <= second
    )
    if values and max(values) - min(values) < parts.LEAST_RISE / 8:
        assert max(heights) - min(heights) <= 1
