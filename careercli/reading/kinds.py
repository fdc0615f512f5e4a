"""What kind of file some bytes are, by what is in them and never by the file's name alone."""

import re

from careercli.domain.values import Value
from careercli.formats.patterns import pattern
from careercli.reading.text import decoded


class Kind(Value):
    """A kind of file: its name for people, and what to do where it cannot be read, or nothing."""

    name: str
    way_on: str = ""


PDF, WORD, HTML = Kind("PDF"), Kind("Word"), Kind("HTML")
MARKDOWN, TEXT = Kind("Markdown"), Kind("text")

_AS_WORD = "Open it and save it as a Word file (.docx) or as PDF, and name that."
_AS_PDF = "Open it and save or export it as PDF, and name that."
_AS_TEXT = "Copy its text into a text file and name that."
_INSIDE = "Unpack it, and name the file in it that you mean."
_OTHER = "Name a PDF, Word (.docx), HTML, Markdown or text file."

EMPTY = Kind("an empty file", "Is it the right one?")
OLD_WORD = Kind("a Word file of the old kind (.doc)", _AS_WORD)
_ODT = Kind("an OpenDocument text (ODT)", _AS_WORD)
_RTF = Kind("a rich text file (RTF)", _AS_WORD)
_LATEX = Kind("LaTeX source", "Name the PDF that is made from it.")
_EUROPASS = Kind("a Europass CV in XML", "Download it from Europass as PDF, and name that.")
_IMAGE = Kind("a picture", f"Text in pictures is not read. {_AS_TEXT}")
_ARCHIVE = Kind("an archive", _INSIDE)
_PROGRAM = Kind("a program", _OTHER)
_MAIL = Kind(
    "a web page or mail packed in one file (MHTML)", "Open it in a browser and save it as HTML or PDF."
)

_MAGIC = (
    ((b"{\\rtf",), _RTF),
    ((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"\0\0\1\0"), _IMAGE),
    (
        (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"BZh", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd"),
        _ARCHIVE,
    ),
    (
        (b"\x7fELF", b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf", b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe"),
        _PROGRAM,
    ),
    ((b"\xca\xfe\xba\xbe",), _PROGRAM),
    ((b"%!PS",), Kind("a PostScript file", _AS_PDF)),
    ((b"SQLite format 3\0",), Kind("a database", _OTHER)),
    ((b"ID3", b"OggS", b"fLaC", b"\x1aE\xdf\xa3"), Kind("a sound or a film", _OTHER)),
)
"""How kinds begin that always begin alike."""

_HEAD = 64 * 1024
_TAIL = 256 * 1024

_ZIPS = (
    (b"word/document", WORD),
    (b"opendocument.text", _ODT),
    (b"opendocument.", Kind("an OpenDocument file that is no text", _AS_PDF)),
    (b"application/epub+zip", Kind("an e-book (EPUB)", _AS_PDF)),
    (b"Index/Document.iwa", Kind("a Pages or Keynote file", _AS_WORD)),
    (b"index.apxl", Kind("a Keynote file", _AS_PDF)),
    (b"index.xml.gz", Kind("a Pages file", _AS_WORD)),
    (b"xl/workbook", Kind("an Excel file", _AS_PDF)),
    (b"ppt/presentation", Kind("a PowerPoint file", _AS_PDF)),
)
"""What tells zips apart: names in their lists, or what they say of themselves at the beginning."""

_HTML_START = pattern(
    r"(?:\s|<!--(?:(?!-->).)*-->|<\?(?:(?!\?>).)*\?>)*+<(?:!doctype\s+html|(?:html|head|body|title|meta|link|style|script|div|span|p|br|hr|"
    r"h[1-6]|ul|ol|li|table|tr|td|section|article|main|header|footer|nav|aside|b|i|em|strong|a|font|center|img|figure)"
    r"(?:[\s/][^<>]*)?>)",
    re.IGNORECASE | re.DOTALL,
)
_HTML_TAG = pattern(r"</(?:p|div|li|ul|ol|table|h[1-6]|body|html|span|section)\s*>|<br\s*/?>", re.IGNORECASE)
_XML = pattern(r"\s*<(?:\?xml|[A-Za-z_][\w.-]*(?::[\w.-]+)?[\s>])")
_XML_END = pattern(r"</[\w:.-]+>\s*\Z")
_EUROPASS_SIGN = pattern(r"europass|<(?:\w+:)?(?:SkillsPassport|LearnerInfo)\b", re.IGNORECASE)
_LATEX_SIGN = pattern(r"^[ \t]*\\(?:documentclass\b|begin\{document\}|documentstyle\b)", re.MULTILINE)
_MARKDOWN_SIGNS = (
    (("# ",), pattern(r"^ {0,3}#{1,6} \S", re.MULTILINE)),
    (("](",), pattern(r"\[[^\[\]\n]+\]\((?:https?:|mailto:|/|#)[^()\n]*\)")),
    (("**", "__"), pattern(r"\*\*[^*\s][^*\n]{0,200}\*\*|__[^_\s][^_\n]{0,200}__")),
    (("```", "~~~"), pattern(r"^ {0,3}(?:```|~~~)", re.MULTILINE)),
    (("|\n|",), pattern(r"^\|.*\|\n\|[ :|-]+\|$", re.MULTILINE)),
)
"""What only Markdown gives a meaning: ``#`` headings, links, strong words, code, tables.

Each with what a text has that has it: most texts have nothing of it, and no pattern is compiled for them.
"""

_MAIL_WORDS = ("mime-version", "multipart/")
_MAIL_SIGN = pattern(
    r"(?:[A-Za-z-]+:.*\n(?:[ \t].*\n)*)*?(?:MIME-Version|Content-Type: *multipart/)", re.IGNORECASE
)


def kind_of(data: bytes, name: str = "") -> Kind:
    """Return the kind of a file by its bytes; the name only decides between text and Markdown or HTML.

    A kind with a ``way_on`` cannot be read; its name then goes into a sentence, as in "an archive".
    """
    if not data.strip(b" \t\r\n\f\0\xef\xbb\xbf"):
        return EMPTY
    if b"%PDF-" in data[:1024]:
        return PDF
    for starts, kind in _MAGIC:
        if data.startswith(starts):
            return kind
    if data[:4] in {b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"}:
        return _kind_of_zip(data)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _kind_of_old_office(data)
    return _special(data) or _kind_of_text(data, name)


def _kind_of_zip(data: bytes) -> Kind:
    told = data[:_HEAD] + data[-_TAIL:]
    return next((kind for sign, kind in _ZIPS if sign in told), _ARCHIVE)


def _kind_of_old_office(data: bytes) -> Kind:
    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if has("EncryptedPackage"):
        return Kind("an Office file with a password", "Open it, save it without one, and name that.")
    if has("WordDocument"):
        return OLD_WORD
    return Kind("an Office file of an old kind", _AS_PDF)


def _special(data: bytes) -> Kind | None:
    """Return the kind of what begins less plainly."""
    if data[:4] == b"RIFF" or data[4:8] == b"ftyp":
        image = data[8:12] in {b"WEBP", b"heic", b"heix", b"mif1", b"avif"}
        return _IMAGE if image else Kind("a sound or a film", _OTHER)
    if data[:2] == b"BM" and data[6:10] == b"\0\0\0\0":
        return _IMAGE
    if data[:2] == b"MZ" and b"\0" in data[:64]:
        return _PROGRAM
    if data[257:262] == b"ustar":
        return _ARCHIVE
    return None


def _kind_of_text(data: bytes, name: str) -> Kind:
    if _is_binary(data[:_HEAD]):
        return Kind("no text, and of no kind that is known", _OTHER)
    text = decoded(data[:_HEAD])
    start = text.lstrip("\ufeff \t\r\n")
    named = name.lower()
    marked = "<" in start
    called_page = named.endswith((".html", ".htm", ".xhtml"))
    if marked and (_HTML_START.match(start) or (called_page and _HTML_TAG.search(text))):
        return HTML
    kind = TEXT
    if marked and _XML.match(start) and (start.startswith("<?xml") or _XML_END.search(start)):
        kind = _kind_of_xml(start)
    elif "\\" in text and _LATEX_SIGN.search(text):
        kind = _LATEX
    elif any(sign in start.casefold() for sign in _MAIL_WORDS) and _MAIL_SIGN.match(start):
        kind = _MAIL
    elif _is_markdown(text) or named.endswith((".md", ".markdown")):
        kind = MARKDOWN
    return kind


def _is_markdown(text: str) -> bool:
    return any(any(sign in text for sign in signs) and meant.search(text) for signs, meant in _MARKDOWN_SIGNS)


def _kind_of_xml(text: str) -> Kind:
    if _EUROPASS_SIGN.search(text):
        return _EUROPASS
    return _IMAGE if "<svg" in text[:2000] else Kind("an XML file", _AS_PDF)


def _is_binary(sample: bytes) -> bool:
    """Return whether bytes are no text in any encoding: zeros that are not those of UTF-16 or UTF-32."""
    text = decoded(sample)
    controls = sum(text.count(chr(code)) for code in (*range(9), *range(14, 27), 28, 29, 30, 31))
    return controls > len(text) // 50 + 2
