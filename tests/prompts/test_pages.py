from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from careercli.prompts.pages import ScreenPages, read_pages
from tests.prompts.canvas import Canvas, Keys

PAGES = (
    "First page\none line\n",
    "Second page\n" + "".join(f"line {n}\n" for n in range(30)),
    "Third page\n",
)


@contextmanager
def book(columns: int = 80, rows: int = 24) -> Iterator[tuple[ScreenPages, Canvas]]:
    """Yield pages that are turned on a canvas, and the canvas."""
    with create_pipe_input() as keyboard, create_app_session(input=keyboard):
        canvas = Canvas(keyboard, columns, rows)
        pages = ScreenPages(canvas, color=False)
        pages.output = Vt100_Output(canvas, lambda: Size(rows=rows, columns=columns), enable_cpr=False)
        yield pages, canvas


@pytest.mark.parametrize(
    "keys",
    [
        [("First", "q")],
        [("First", "\x1b")],
        [("First", Keys.CTRL_D)],
        [("First", " "), ("Second", "q")],
        [("First", Keys.ENTER), ("Second", " "), ("Third", " ")],
        [("First", Keys.DOWN), ("Second", "b"), ("First", "b"), ("First", "q")],
        [("First", "x "), ("Second", Keys.UP), ("First", Keys.DOWN), ("Second", "q")],
    ],
)
def test_turning(keys: list[tuple[str, str]]) -> None:
    """Space, Enter and arrows go on, b and arrows back; on the last page going on is the end; q ends it."""
    with book(rows=40) as (pages, canvas):
        for shown, key in keys:
            canvas.press_at(f"{shown} page", key)

        pages.show(lambda index, _: PAGES[index], len(PAGES), widest=72)

    assert canvas.waiting == []


def test_ctrl_c() -> None:
    """Ctrl-C breaks off."""
    with book() as (pages, canvas):
        canvas.press(Keys.CTRL_C)
        with pytest.raises(KeyboardInterrupt):
            pages.show(lambda index, _: PAGES[index], len(PAGES), widest=72)


def test_a_page_that_is_too_long_is_gone_through() -> None:
    """Nothing is lost on a low terminal: going on shows what is below first; that there is more is said."""
    with book(rows=13) as (pages, canvas):
        canvas.press_at("First page", " ")
        canvas.press_at("line 8 more below, space on, b back, q quit", " ")
        canvas.press_at("line 18", " ")
        canvas.press_at("line 28", " ")
        canvas.press_at("line 29", "b")
        canvas.press_at("line 28", "q")

        pages.show(lambda index, _: PAGES[index], len(PAGES), widest=72)

    assert canvas.waiting == []


@pytest.mark.parametrize(
    ("columns", "width", "indent"), [(200, 72, 64), (80, 72, 4), (72, 70, 1), (40, 38, 1), (2, 1, 0)]
)
def test_a_page_stands_in_the_middle(columns: int, width: int, indent: int) -> None:
    """A page is no wider than can be read, in the middle, and fits a narrow terminal."""
    with book(columns=columns) as (pages, canvas):
        widths = []

        def draw(_index: int, width: int) -> str:
            widths.append(width)
            return "x\n"

        canvas.press("q")
        pages.show(draw, 1, widest=72)
        shown = next(picture for picture in canvas.pictures if "x" in "".join(picture))

    assert set(widths) == {width}
    assert shown[1] == " " * indent + "x"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("\n\n\n", [0, 1, 2]),
        ("\nb\n\n\nq\n", [0, 1, 0, 1, 2]),
        ("b\nQ\n", [0, 0]),
        ("", [0]),
        ("what?\nx\n", [0]),
    ],
)
def test_line_by_line(typed: str, told: list[int]) -> None:
    """Enter goes on, b back, q or the end of the input quits; nothing is redrawn."""
    out, pages = io.StringIO(), []

    read_pages(pages.append, 3, io.StringIO(typed), out)

    assert pages == told
    assert out.getvalue().replace("\nEnter goes on, b goes back, q quits: ", "") == ""


def test_line_by_line_ctrl_c() -> None:
    """Ctrl-C ends the line that was asked on, and is passed on."""

    class Interrupted(io.StringIO):
        def readline(self, _size: int | None = -1, /) -> str:
            raise KeyboardInterrupt

    out = io.StringIO()
    with pytest.raises(KeyboardInterrupt):
        read_pages(lambda _: None, 3, Interrupted(), out)
    assert out.getvalue().endswith("quits: \n")
