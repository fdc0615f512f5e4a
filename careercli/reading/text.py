"""Plain text: whatever its encoding, line by line."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from careercli.reading.pieces import Piece

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 64 * 1024
"""How much of a text is looked at to tell its encoding."""


def decoded(data: bytes) -> str:
    """Return bytes as text: UTF-8, what a byte order mark says, UTF-16, or what is likeliest.

    What does not fit the encoding becomes U+FFFD.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").removeprefix("\ufeff")
    wide = _wide(data[:_SAMPLE])
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode(_guess(data), "replace")


def _wide(sample: bytes) -> str:
    """Return UTF-16 in the order that most of the sample's zeros speak for, or nothing."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half // 2 and even < half // 20:
        return "utf-16-le"
    return "utf-16-be" if even > half // 2 and odd < half // 20 else ""


def _guess(data: bytes) -> str:
    """Return the name of the encoding that the bytes that are not ASCII speak for.

    Windows-1252 where nothing else is likelier: it is what most such files are.
    """
    try:
        data[: len(data) - 3].decode()
    except UnicodeDecodeError as error:
        start = max(0, error.start - _SAMPLE // 2)
    else:
        return "utf-8"  # all but a last character that was cut
    from charset_normalizer import from_bytes

    best = from_bytes(data[start : start + _SAMPLE], cp_exclusion=["utf_16", "utf_32", "utf_7"]).best()
    return best.encoding if best else "cp1252"


def read_text(text: str) -> Iterator[Piece]:
    """Give the lines of a text; form feeds part pages."""
    pages = text.split("\f")
    for number, page in enumerate(pages, start=1):
        yield Piece(page, "text", number if len(pages) > 1 else 0)
