"""Plain text: whatever its encoding, line by line."""

import codecs
import re
from collections.abc import Iterator

from careercli.formats.patterns import one_of, pattern
from careercli.reading.pieces import Piece

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LIKELY = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "iso8859_2", "koi8_r"),
    *("cp932", "euc_jp", "gb18030", "big5", "cp949"),
)
"""Encodings that texts are found in, the most frequent first; of more, short texts would fit too many."""

_ODD = pattern("[a-z][\u00a1-\u00bf][a-z]")
"""A sign within a word: the text is not Western."""

_QUOTED = pattern(r"^([ \t]*)>[ \t]+(?=\S)")
_ITEM = re.compile(r"^([ \t]*)(" + one_of("-*>+\u2022\u2013") + r")[ \t]+(?=\S)")
"""A line that begins with the sign of a list: how far it stands to the right, and the sign."""

_SAMPLE = 64 * 1024
"""How much of a text is looked at to tell its encoding."""


def decoded(data: bytes, declared: str = "") -> str:
    """Return bytes as text: UTF-8, what a byte order mark says, UTF-16, as ``declared``, or the likeliest.

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
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4 and not data[: error.start].isascii():  # the last character is cut
            return data.decode(errors="replace")
    try:
        return data.decode(declared or _guess(data), "replace")
    except (LookupError, UnicodeError, ValueError):  # no such encoding, or one that is not for text
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
    start = 0
    try:
        data.decode()
    except UnicodeDecodeError as error:
        start = error.start
    from charset_normalizer import from_bytes

    start = max(0, start - _SAMPLE // 2)
    sample = data[start : start + _SAMPLE]
    found = [match for match in from_bytes(sample, cp_isolation=list(_LIKELY)) if not _ODD.search(str(match))]
    first = found[0] if found else None
    for match in found:
        equal = first and (match.chaos, match.coherence) == (first.chaos, first.coherence)
        if equal and _LIKELY[0] in {match.encoding, *match.could_be_from_charset}:
            return _LIKELY[0]
    return first.encoding if first else _LIKELY[0]


def read_text(text: str) -> Iterator[Piece]:
    """Give the lines of a text as a mail program writes it; form feeds part pages.

    ``>`` before a few lines begins items of a list, before most of them it quotes a message. Of lists within
    items, each with a paragraph of its own above it, the items are no bullets but head what follows.
    """
    lines = text.split("\n")
    written = sum(map(bool, map(str.strip, lines)))
    quoted = [line for line in lines if ">" in line and _QUOTED.match(line)]
    if len(quoted) * 2 > written:
        text = "\n".join(_QUOTED.sub("", line) for line in lines)
    else:
        listed = [_QUOTED.sub(r"\1- ", line) for line in lines] if quoted else lines
        text = "\n".join(_without_outer(lines, listed))
    pages = text.split("\f")
    line = 1
    for number, page in enumerate(pages, start=1):
        yield Piece(page, "text", number if len(pages) > 1 else 0, line)
        line += page.count("\n")


def _without_outer(lines: list[str], listed: list[str]) -> list[str]:
    """Return lines without the signs of an outer list whose items are heads: each after an empty line.

    ``lines`` are as they were written, ``listed`` those to be returned.
    """
    signs = [_ITEM.match(line) for line in lines]
    items = {index: sign for index, sign in enumerate(signs) if sign}
    outer = min(items.values(), key=lambda sign: len(sign[1].expandtabs()), default=None)
    if outer is None:
        return listed
    heads = [index for index, sign in items.items() if sign.groups() == outer.groups()]
    inner = [sign for sign in items.values() if sign[2] != outer[2]]
    deeper = all(len(sign[1].expandtabs()) > len(outer[1].expandtabs()) for sign in inner)
    apart = all(not index or not lines[index - 1].strip() for index in heads)
    if not (inner and deeper and apart and sum(_has_paragraph(lines, at) for at in heads) * 2 > len(heads)):
        return listed
    return [_ITEM.sub(r"\1", line) if index in heads else line for index, line in enumerate(listed)]


def _has_paragraph(lines: list[str], at: int) -> bool:
    """Return whether the first line with anything on it below an item is no item itself."""
    following = next(filter(str.strip, lines[at + 1 :]), "")
    return bool(following) and not _ITEM.match(following)
