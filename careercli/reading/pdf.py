"""PDF: the text of the pages in the order in which it was drawn.

That is how it is read, two columns included. Of the two ways that pypdf has, this takes its plain one: the
other keeps the layout, and so puts the lines of two columns beside each other.
"""

import io
import re
from collections.abc import Iterator

import pypdf
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

from careercli.reading.pdf_drawing import Drawing
from careercli.reading.pdf_page import pieces_of_page
from careercli.reading.pdf_tags import tags_of
from careercli.reading.pieces import Piece, UnreadableError

_OBJECT = re.compile(rb"(\d{1,10})\s+(\d{1,5})\s+obj\b")
_CATALOG_LENGTH = 2_000
"""Within how many bytes the object that a PDF begins with says what it is."""

_MOST_ICONS = 20
"""How many characters of a page may be left without a word: icons have no letters."""

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
        yield from _pages(_opened(data, notes), notes)
    except (DependencyError, NotImplementedError, FileNotDecryptedError) as error:
        raise UnreadableError("locked") from error


def _opened(data: bytes, notes: list[str]) -> pypdf.PdfReader:
    """Return the reader of a PDF; of one whose end is missing, with an end that is made for it."""
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if not reader.is_encrypted:
            len(reader.pages)  # finds them, or what is wrong
    except FileNotDecryptedError:
        raise
    except PyPdfError:
        at = data.rfind(b"/Catalog")
        found = list(_OBJECT.finditer(data, max(0, at - _CATALOG_LENGTH), max(0, at)))
        if not found:
            raise
        end = b"\ntrailer\n<< /Root %b %b R /Size 1000000 >>\nstartxref\n0\n%%%%EOF\n" % found[-1].groups()
        notes.append("It is cut off or damaged: what could be read is here.")
        return pypdf.PdfReader(io.BytesIO(data + end), strict=False)
    return reader


def _pages(reader: pypdf.PdfReader, notes: list[str]) -> Iterator[Piece]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError("locked")
    tags = tags_of(reader)
    filled, broken, number = False, [], 0
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
        fragments = [fragment for fragment in drawing.fragments if not _is_noise(fragment.text)]
        lost = sum(len(fragment.text) for fragment in drawing.fragments) - sum(len(f.text) for f in fragments)
        if lost > _MOST_ICONS and number not in broken:
            broken.append(number)
        for piece in pieces_of_page(fragments, number):
            filled = filled or bool(piece.text)
            yield piece
    if broken:
        notes.append(f"Not all could be read of {_numbered(broken)}.")
    if not filled:
        raise UnreadableError("broken" if broken or not number else "scanned")


def _numbered(pages: list[int]) -> str:
    """Return pages as a sentence names them."""
    if len(pages) == 1:
        return f"page {pages[0]}"
    return f"pages {', '.join(map(str, pages[:-1]))} and {pages[-1]}"


def _is_noise(text: str) -> bool:
    """Return whether a text is drawn with a font that does not say which letters it has."""
    letters = "".join(text.split())
    return 2 * sum(char == "\ufffd" or char < " " for char in letters) > len(letters)
