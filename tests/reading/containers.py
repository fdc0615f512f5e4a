"""Files made for tests byte by byte: PDFs and Word files, sound ones and those that mean harm."""

from __future__ import annotations

import io
import zipfile

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
TEXT = b"BT /F1 12 Tf 50 700 Td (Dana Okafor) Tj 0 -14 Td (Team Lead) Tj ET"


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Return a stream object with further entries in its dictionary."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def page(content: int = 4, resources: bytes = b"/Font << /F1 3 0 R >>") -> bytes:
    """Return a page of the tree in object 2."""
    return b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R /Resources << %s >> >>" % (
        content,
        resources,
    )


def pdf(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """Return a PDF of these objects, numbered from 1; the first is its catalog."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, value in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, value)
    at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        trailer,
        at,
    )
    return bytes(out)


def pages(
    content: bytes = TEXT, entries: bytes = b"", *, count: int = 1, more: tuple[bytes, ...] = ()
) -> list[bytes]:
    """Return the objects of a PDF with this content on each of its pages, which are the objects from 5 on."""
    kids = b" ".join(b"%d 0 R" % (5 + index) for index in range(count))
    tree = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)
    return [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        tree,
        HELVETICA,
        stream(content, entries),
        *[page()] * count,
        *more,
    ]


def paragraph(text: str, settings: str = "") -> str:
    """Return a paragraph of a Word file."""
    return f"<w:p><w:pPr>{settings}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def word(body: str, *, before: str = "", parts: dict[str, str] | None = None) -> bytes:
    """Return a Word file with this body; ``before`` stands before its root, ``parts`` are further files."""
    document = (
        f'<?xml version="1.0"?>{before}<w:document {WORD} xmlns:r="r"><w:body>{body}</w:body></w:document>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, text in {"word/document.xml": document, **(parts or {})}.items():
            archive.writestr(name, text)
    return out.getvalue()
