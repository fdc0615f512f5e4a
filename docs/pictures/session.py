"""Draws the guided session as it runs: one animated picture, from what a real terminal showed."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pyte.screens

from careercli.pages.picture import picture
from tests.terminal.terminal import Keys, Terminal

FOLDER = Path(__file__).resolve().parent
AS_OF = "2026-11-21"
COLUMNS, ROWS = 80, 24


class Frame(NamedTuple):
    """A screen with the codes of its colors, and how long it is to be seen, in seconds."""

    screen: str
    seconds: float


COLORS = dict(
    zip(("black", "red", "green", "brown", "blue", "magenta", "cyan", "white"), range(8), strict=True)
)


def _styled(terminal: Terminal) -> str:
    """Return what the terminal shows, with the codes of its colors, as a picture takes it."""
    return "\n".join(_line(terminal.screen.buffer[row]) for row in range(ROWS))


def _line(cells: dict[int, pyte.screens.Char]) -> str:
    out, before = "", ""
    for column in range(COLUMNS):
        cell = cells[column]
        codes = ["1"] * cell.bold + ["7"] * cell.reverse + ["4"] * cell.underscore
        color = cell.fg.removeprefix("bright")
        if color in COLORS:
            codes.append(str((90 if cell.fg.startswith("bright") else 30) + COLORS[color]))
        style = f"\x1b[0;{';'.join(codes)}m" if codes else "\x1b[0m"
        out += (style if style != before else "") + cell.data
        before = style
    return f"{out.rstrip()}\x1b[0m"
