"""A document as its lines, whatever container they came in."""

import msgspec

from careercli.reading.pieces import Mark


class Line(msgspec.Struct, frozen=True):
    """One line, clean and without the sign of its bullet; an empty one parts paragraphs.

    A tab parts what stands apart on one line: cells of a table's row, a title and its dates at the margin.
    ``number`` is that of the line in a text or Markdown file; elsewhere it counts the lines that were read.
    Both begin at 1; ``page`` does too, and is 0 where there are none.
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
