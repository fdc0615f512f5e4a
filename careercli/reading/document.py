"""A file becomes a document of lines, whatever kind it is; what cannot be read is refused with the way on."""

from __future__ import annotations

from pathlib import Path

from careercli.errors import InvalidDataError
from careercli.formats.document import read_start
from careercli.formats.text import clean
from careercli.reading.builder import document_of
from careercli.reading.kinds import HTML, MARKDOWN, PDF, WORD, kind_of
from careercli.reading.lines import TextDocument
from careercli.reading.markdown import read_markdown
from careercli.reading.text import decoded, read_text

MOST_BYTES = 32 * 1024 * 1024
"""The largest file that is read; a résumé with photographs has a few MiB."""


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

    """
    name = clean(name)
    if len(data) > MOST_BYTES:
        raise InvalidDataError(f"{name} is larger than {MOST_BYTES >> 20} MiB.", hint="Is it the right file?")
    kind = kind_of(data, name)
    if kind.way_on:
        raise InvalidDataError(f"{name} is {kind.name}, which cannot be read.", hint=kind.way_on)
    if kind == PDF:
        from careercli.reading.pdf import read_pdf

        pieces = read_pdf(data)
    elif kind == WORD:
        from careercli.reading.word import read_word

        pieces = read_word(data)
    elif kind == HTML:
        from careercli.reading.html import read_html

        pieces = read_html(data)
    elif kind == MARKDOWN:
        pieces = read_markdown(decoded(data))
    else:
        pieces = read_text(decoded(data))
    return document_of(name, kind.name, pieces)
