"""What the readers of containers give: text as it stands there, before it is cleaned.

Standard library only, and little of it: the process that reads a PDF, Word or HTML file imports it each time.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Mark = Literal["text", "heading", "bullet"]
"""What the container says of a line; ``text`` where it says nothing."""


class Piece(NamedTuple):
    """Text as it stands in a container, not clean yet; ``page`` as in ``Line``.

    It may hold line breaks, and begin with the sign of a bullet where ``mark`` says nothing.
    """

    text: str
    mark: Mark = "text"
    page: int = 0


class UnreadableError(Exception):
    """A file that its reader cannot read; the message is one of ``careercli.reading.process.Reason``."""


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
