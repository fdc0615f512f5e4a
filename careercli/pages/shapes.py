"""What diagrams are made of: shapes, in pixels of their drawing.

A diagram is drawn twice, for a wide page and for a phone; one of them is shown. What it shows is also said in
words: in short as its description, in full in the table or text beside it.
"""

from __future__ import annotations

import textwrap

from careercli.domain.values import Value

CELL = 7.2
"""About how wide a letter of a diagram is, in pixels."""


class Box(Value):
    """A rectangle; ``style`` is a class of the style sheet, here and below."""

    x: float
    y: float
    width: float
    height: float
    style: str
    radius: float = 0


class Rule(Value):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    style: str


class Dot(Value):
    """A circle around a point."""

    x: float
    y: float
    radius: float
    style: str


class Shape(Value):
    """A closed shape through points, as ``x,y x,y``."""

    points: str
    style: str


class Words(Value):
    """A line of text; ``anchor`` says which end of it stands at the point: ``start``, ``middle``, ``end``."""

    x: float
    y: float
    text: str
    style: str = ""
    anchor: str = "start"


Mark = Box | Rule | Dot | Shape | Words


class Sheet(Value):
    """One drawing of a diagram, ``wide`` or ``narrow``."""

    size: str
    width: float
    height: float
    marks: tuple[Mark, ...]


class Diagram(Value):
    """A diagram: its id, what it is, what it shows in words, its drawings, and what its marks mean."""

    id: str
    title: str
    description: str
    sheets: tuple[Sheet, ...]
    caption: str


def shortened(text: str, width: float) -> str:
    """Return text as far as it fits a width in pixels, roughly: fonts differ from machine to machine."""
    room = max(int(width / CELL), 2)
    return text if len(text) <= room else f"{text[: room - 1].rstrip()}\u2026"


def wrapped(text: str, width: float, lines: int) -> list[str]:
    """Return text in at most so many lines that fit a width in pixels; the last is shortened."""
    out = textwrap.wrap(text, max(int(width / CELL), 2), break_long_words=False) or [""]
    if len(out) > lines:
        out = [*out[: lines - 1], " ".join(out[lines - 1 :])]
    return [shortened(line, width) for line in out]
