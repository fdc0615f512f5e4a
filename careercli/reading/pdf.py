"""PDF: the text of the pages in the order in which it was drawn.

That is how it is read, two columns included. Of the two ways that pypdf has, this takes its plain one: the
other keeps the layout, and so puts the lines of two columns beside each other.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pypdf
from pypdf.errors import DependencyError, FileNotDecryptedError

from careercli.reading.pdf_drawing import Drawing
from careercli.reading.pdf_page import pieces_of_page
from careercli.reading.pdf_tags import tags_of
from careercli.reading.pieces import Piece, UnreadableError

MOST_PAGES = 60
"""How many pages are read; a résumé has a few."""


def read(data: bytes, notes: list[str]) -> Iterator[Piece]:
    """Give the lines of a PDF's pages; what cannot be read of it is noted.

    A PDF that is only locked against changes opens without a password, unless it takes AES, which pypdf has
    only from another library.

    Raises:
        UnreadableError: ``locked`` with a password, or ``scanned``: there are pages, but no text.

    """
    try:
        yield from _pages(pypdf.PdfReader(io.BytesIO(data), strict=False), notes)
    except (DependencyError, NotImplementedError, FileNotDecryptedError) as error:
        raise UnreadableError("locked") from error


def _pages(reader: pypdf.PdfReader, notes: list[str]) -> Iterator[Piece]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError("locked")
    tags = tags_of(reader)
    filled, broken = False, []
    for number, page in enumerate(reader.pages, start=1):
        if number > MOST_PAGES:
            notes.append(f"It has {len(reader.pages):,} pages: the first {MOST_PAGES} were read.")
            break
        drawing = Drawing(getattr(page.indirect_reference, "idnum", 0), tags)
        try:
            page.extract_text(visitor_operand_before=drawing.operand, visitor_text=drawing.text)
        except (MemoryError, DependencyError):
            raise
        except Exception:  # noqa: BLE001 # whatever pypdf raises on a broken page; the others may be whole
            broken.append(number)
        for piece in pieces_of_page(drawing.fragments, number):
            filled = filled or bool(piece.text)
            yield piece
    if broken:
        notes.append(f"Of page {', '.join(map(str, broken))} not all could be read.")
    if not filled:
        raise UnreadableError("broken" if broken else "scanned")
