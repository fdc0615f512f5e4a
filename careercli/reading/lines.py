"""A document as its lines, whatever container they came in."""

from __future__ import annotations

from typing import Literal, NamedTuple

import msgspec

Mark = Literal["text", "heading", "bullet"]
"""What the container says of a line; ``text`` where it says nothing."""


class Line(msgspec.Struct, frozen=True):
    """One line, clean and without the sign of its bullet; an empty one parts paragraphs.

    A tab parts what stands apart on one line: cells of a table's row, a title and its dates at the margin.
    ``number`` counts all lines of the document from 1; ``page`` counts from 1, and is 0 where there are none.
    """

    text: str
    number: int
    page: int = 0
    mark: Mark = "text"


class TextDocument(msgspec.Struct, frozen=True):
    """A file as the lines that somebody reads, in reading order.

    ``format`` is its name for people, such as ``PDF``; ``notes`` are sentences on what could not be read.
    """

    source: str
    format: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()


class Piece(NamedTuple):
    """What a reader of one container finds: text as it stands there, not clean yet.

    It may hold line breaks, and begin with the sign of a bullet where ``mark`` says nothing.
    """

    text: str
    mark: Mark = "text"
    page: int = 0


def names(text: str) -> frozenset[str]:
    """Return the names in a text, parted by spaces."""
    return frozenset(text.split())


def row_of(cells: list[list[Piece]]) -> list[Piece]:
    """Return a table's row as pieces: one line where each cell is one, otherwise cell after cell.

    Tables hold data, a line to a row, and layouts, a column of a page to a cell.
    """
    filled = [cell for cell in cells if any(piece.text.strip() for piece in cell)]
    if len(filled) < 2 or any(len(cell) > 1 for cell in filled):
        return [piece for cell in filled for piece in cell]
    first = filled[0][0]
    return [Piece("\t".join(" ".join(cell[0].text.split()) for cell in filled), first.mark, first.page)]
