"""What a file is, by what is in it."""

from __future__ import annotations

import io
import zipfile

import pytest

from careercli.errors import ExitCode, InvalidDataError
from careercli.reading.document import MOST_BYTES, lines_of
from careercli.reading.kinds import HTML, MARKDOWN, PDF, TEXT, WORD, Kind, kind_of
from tests.reading.containers import pages, paragraph, pdf, word


def zipped(*names: str, first: str = "") -> bytes:
    """Return a zip with files of these names; the first may say what the zip is."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        if first:
            archive.writestr("mimetype", first)
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (pdf(pages()), PDF),
        (b"\n\njunk" + pdf(pages()), PDF),
        (word(paragraph("x")), WORD),
        (b"<!DOCTYPE html><p>x", HTML),
        (b"<!-- a --> <?xml version='1.0'?>\n<html xmlns='x'><p>x", HTML),
        (b"<div class='job'>x</div>", HTML),
        (b"# Dana\ntext", MARKDOWN),
        (b"Dana **Okafor**", MARKDOWN),
        (b"Dana Okafor\n- Led 12", TEXT),
        (b"a < b and b > c", TEXT),
        (b"<Dana Okafor>", TEXT),
        ("Müller".encode("utf-16"), TEXT),
        ("職務経歴書".encode("cp932"), TEXT),
    ],
)
def test_kinds_that_are_read(data: bytes, kind: Kind) -> None:
    """Whatever the file is called; a name decides only where the text leaves it open."""
    assert kind_of(data, "cv.docx") == kind_of(data, "") == kind


def test_a_name_decides_between_kinds_of_text() -> None:
    """And nothing else."""
    assert kind_of(b"Dana\nOkafor", "cv.md") == MARKDOWN
    assert kind_of(b"Dana<br>Okafor", "cv.html") == HTML
    assert kind_of(b"Dana<br>Okafor", "cv.txt") == kind_of(b"Dana", "cv.html") == TEXT


REFUSED = {
    "an empty file": [b"", b" \n\t\r\n", b"\xef\xbb\xbf\n"],
    "Word file of the old kind": [OLE + "WordDocument".encode("utf-16-le")],
    "Office file with a password": [OLE + "EncryptedPackage".encode("utf-16-le")],
    "Office file of an old kind": [OLE],
    "ODT": [zipped("content.xml", first="application/vnd.oasis.opendocument.text")],
    "OpenDocument file that is no text": [zipped(first="application/vnd.oasis.opendocument.spreadsheet")],
    "EPUB": [zipped("OEBPS/x", first="application/epub+zip")],
    "Pages or Keynote": [zipped("Index/Document.iwa")],
    "Excel": [zipped("[Content_Types].xml", "xl/workbook.xml")],
    "PowerPoint": [zipped("ppt/presentation.xml")],
    "archive": [
        zipped("cv.pdf"),
        b"\x1f\x8b\x08x",
        b"Rar!\x1a\x07\0",
        b"7z\xbc\xaf\x27\x1cx",
        b"\0" * 257 + b"ustar",
    ],
    "RTF": [b"{\\rtf1\\ansi Dana}"],
    "LaTeX": [b"% my cv\n\\documentclass{article}\n\\begin{document}"],
    "Europass": [b'<?xml version="1.0"?><SkillsPassport xmlns="http://europass.cedefop.europa.eu">'],
    "an XML file": [b'<?xml version="1.0"?><cv><name>Dana</name></cv>'],
    "picture": [
        b"\x89PNG\r\n\x1a\n\0\0",
        b"\xff\xd8\xff\xe0JFIF",
        b"GIF89a\0",
        b"RIFF\0\0\0\0WEBPVP8 ",
        b"\0\0\0\x18ftypheic\0",
        b'<?xml version="1.0"?><svg></svg>',
        b"BM\0\0\0\0\0\0\0\0\0",
    ],
    "program": [b"MZ\x90\0\x03", b"\x7fELF\x02\x01", b"\xca\xfe\xba\xbe\0"],
    "PostScript": [b"%!PS-Adobe-3.0"],
    "sound or a film": [b"\0\0\0\x18ftypmp42", b"OggS\0", b"RIFF\0\0\0\0WAVE"],
    "database": [b"SQLite format 3\0\0"],
    "MHTML": [b"From: <x>\nSubject: y\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n--x"],
    "of no kind that is known": [bytes(range(32)) * 40],
}


@pytest.mark.parametrize(
    ("name", "data"), [(name, data) for name, kinds in REFUSED.items() for data in kinds]
)
def test_kinds_that_are_refused(name: str, data: bytes) -> None:
    """Each by its name, with exit 4 and the way on."""
    with pytest.raises(InvalidDataError) as caught:
        lines_of(data, "cv.pdf")

    assert name in caught.value.message
    assert caught.value.message.startswith("cv.pdf is ")
    assert caught.value.hint.endswith((".", "?"))
    assert caught.value.exit_code == ExitCode.INVALID


def test_a_large_file_is_refused() -> None:
    """Before anything of it is looked at."""
    with pytest.raises(InvalidDataError, match="larger than 32 MiB"):
        lines_of(b"a" * (MOST_BYTES + 1), "cv.txt")


def test_comments_take_no_long_time() -> None:
    """Hundreds before something that is no HTML."""
    assert kind_of(b"<!---->" * 5_000 + b"x", "") == TEXT
