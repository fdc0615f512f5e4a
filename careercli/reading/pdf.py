"""PDF: the text of the pages as it was drawn, which is how it is read, two columns included."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

from careercli.reading.lines import Piece

MOST_PAGES = 60
"""How many pages are read; a résumé has a few."""


class EncryptedError(Exception):
    """A PDF that asks for a password."""


def read_pdf(data: bytes) -> Iterator[Piece]:
    """Give the pages' text in the order in which it was drawn.

    Of the two ways that pypdf has, this is its plain one: the other keeps the layout, and so puts the lines
    of two columns beside each other.
    """
    import pypdf
    from pypdf.errors import PyPdfError

    logging.disable()
    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise EncryptedError
    for number, page in enumerate(reader.pages, start=1):
        if number > MOST_PAGES:
            break
        try:
            yield Piece(page.extract_text(), "text", number)
        except PyPdfError:
            continue
