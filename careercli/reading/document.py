"""A file becomes a document of lines, whatever kind it is; what cannot be read is refused with the way on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from careercli.errors import InvalidDataError
from careercli.formats.document import read_start
from careercli.formats.text import clean
from careercli.reading.builder import document_of
from careercli.reading.kinds import HTML, MARKDOWN, PDF, WORD, kind_of
from careercli.reading.lines import TextDocument
from careercli.reading.pieces import MOST_CHARACTERS
from careercli.reading.text import decoded, read_text

MOST_BYTES = 32 * 1024 * 1024
"""The largest file that is read; a résumé with photographs has a few MiB."""

if TYPE_CHECKING:
    from careercli.reading.process import Reason

_READERS = {PDF: "pdf", WORD: "word", HTML: "html"}

_AGAIN = "Save or export it once more from the program it was made with, and name that."
_REFUSALS = {
    "scanned": (
        "{name} is a scan: its pages are pictures, and hold no text that can be read.",
        "Name the file that it was made from, or put its text into a text file and name that.",
    ),
    "locked": (
        "{name} is encrypted, and cannot be read.",
        "Open it, print it to a new PDF without a password, and name that.",
    ),
    "costly": ("{name} takes more time or memory to read than any résumé or advertisement needs.", _AGAIN),
    "broken": ("{name} is broken: nothing in it can be read.", f"Is it whole? {_AGAIN}"),
}
"""What a file is refused with of which nothing was read, and the way on, by how reading ended."""

_EMPTY = ("{name} is a {kind} file without text.", "Is it the right one?")
_EMPTY_PAGE = (
    "{name} is a web page without text.",
    "If a script draws it, open it in a browser, print it to a PDF, and name that.",
)
_NOTES = {
    "costly": "Reading it took too much time or memory: what was read until then is here.",
    "broken": "It is broken in places: what could be read is here.",
    "long": "It is very long: the beginning was read.",
}
"""What is noted of a file of which something was read."""


def read_lines(path: Path) -> TextDocument:
    """Return the lines of a PDF, Word, HTML, Markdown or text file.

    Raises:
        NotFoundError: there is no such file.
        StorageError: it is a folder, or may not be read.
        InvalidDataError: as ``lines_of``.

    """
    return lines_of(read_start(path, MOST_BYTES + 1), str(path))


def lines_of(data: bytes, name: str) -> TextDocument:
    """Return the lines of a file's bytes; ``name`` is what messages call it, such as ``standard input``.

    Raises:
        InvalidDataError: it is of a kind that is not read, has no text, asks for a password, is broken or too
            large; says which, and the way on.
        StorageError: a process to read it in could not be started.

    """
    name = clean(name)
    if len(data) > MOST_BYTES:
        raise InvalidDataError(f"{name} is larger than {MOST_BYTES >> 20} MiB.", hint="Is it the right file?")
    kind = kind_of(data, name)
    if kind.way_on:
        raise InvalidDataError(f"{name} is {kind.name}, which cannot be read.", hint=kind.way_on)
    end: Reason
    notes: list[str] = []
    if kind in _READERS:
        from careercli.reading.process import read_apart  # a text needs no process

        pieces, end, notes = read_apart(_READERS[kind], data)
    else:
        text = decoded(data[: 4 * MOST_CHARACTERS])
        end = "long" if len(text) > MOST_CHARACTERS else "done"
        read = read_text
        if kind == MARKDOWN:
            from careercli.reading.markdown import read_markdown as read
        pieces = list(read(text[:MOST_CHARACTERS]))
    if end in _NOTES:
        notes = [*notes, _NOTES[end]]
    document = document_of(name, kind.name, pieces, notes)
    if not document.lines:
        end = "broken" if end == "done" and notes else end
        message, hint = _REFUSALS.get(end, _EMPTY_PAGE if kind == HTML else _EMPTY)
        raise InvalidDataError(message.format(name=name, kind=kind.name), hint=hint)
    return document
