"""PDF: the text of the pages in the order in which it was drawn.

That is how it is read, two columns included. Of the two ways that pypdf has, this takes its plain one: the
other keeps the layout, and so puts the lines of two columns beside each other.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pypdf

from careercli.reading.pdf_drawing import Drawing
from careercli.reading.pdf_page import pieces_of_page
from careercli.reading.pdf_tags import tags_of
from careercli.reading.pieces import Piece, UnreadableError

MOST_PAGES = 60
"""How many pages are read; a résumé has a few."""


def read(data: bytes, notes: list[str]) -> Iterator[Piece]:
    """Give the lines of a PDF's pages; what cannot be read of it is noted.

    Raises:
        UnreadableError: ``locked`` with a password, or ``scanned``: there are pages, but no text.

    """
    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not _opens(reader):
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
        except MemoryError:
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


def _opens(reader: pypdf.PdfReader) -> bool:
    """Return whether a PDF opens without a password, as one does that is only locked against changes."""
    try:
        return bool(reader.decrypt(""))
    except Exception:  # noqa: BLE001 # encryption that pypdf cannot undo without another library
        return False
