"""A document as its lines, whatever container they came in."""

from __future__ import annotations

from typing import Literal

import msgspec

Mark = Literal["text", "heading", "bullet"]
"""What the container says of a line; ``text`` where it says nothing."""


class Line(msgspec.Struct, frozen=True):
    """One line, clean and without the sign of its bullet; an empty one parts paragraphs.

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
