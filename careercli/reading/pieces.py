"""What the readers of containers give: text as it stands there, before it is cleaned.

Standard library only, and little of it: the process that reads a PDF, Word or HTML file imports it each time.
"""

from typing import Literal, NamedTuple

Mark = Literal["text", "heading", "bullet"]
"""What the container says of a line; ``text`` where it says nothing."""


MOST_CHARACTERS = 2_000_000
"""How much text of a file is read: five hundred pages."""

MOST_PIECES = 60_000
"""How many pieces of a file are read, many of them empty."""


class Piece(NamedTuple):
    """Text as it stands in a container, not clean yet; ``page`` as in ``Line``.

    It may hold line breaks, and begin with the sign of a bullet where ``mark`` says nothing. ``line`` is the
    line of the file that it begins on, counted from 1; 0 where the file has none that somebody could count.
    """

    text: str
    mark: Mark = "text"
    page: int = 0
    line: int = 0


class UnreadableError(Exception):
    """A file that its reader cannot read; the message is one of ``careercli.reading.process.Reason``."""


def names(text: str) -> frozenset[str]:
    """Return the names in a text, parted by spaces."""
    return frozenset(text.split())


def row_of(cells: list[list[Piece]]) -> list[Piece]:
    """Return a table's row as pieces: one line where each cell is one, otherwise cell after cell.

    Tables hold data, a line to a row, and layouts, a column of a page to a cell.
    """
    texts = [[piece for piece in cell if piece.text.strip()] for cell in cells]
    filled = [text for text in texts if text]
    if len(filled) < 2 or any(len(text) > 1 or "\n" in text[0].text for text in filled):
        return [piece for cell in cells for piece in cell]
    first = filled[0][0]
    return [Piece("\t".join(" ".join(text[0].text.split()) for text in filled), first.mark, first.page)]
