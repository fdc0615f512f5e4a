"""Pieces of a document become its lines: cleaned, bullets without their signs, parted words whole again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from careercli.reading.characters import plain
from careercli.reading.lines import Line, Piece, TextDocument

MOST_LINES = 20_000
"""How many lines are kept: a résumé has some hundred, an advertisement fewer."""

MOST_CHARACTERS = 2_000
"""How long a line may be; a longer one goes on in the next."""

_SIGNS = (
    "\u2022\u25cf\u25aa\u25ab\u25a0\u25a1\u25e6\u2023\u2043\u00b7\u2219\u25cb\u25c6\u25c7\u25ba\u25b8\u25b6"
    "\u27a2\u27a4\u2794\u2192\u2713\u2714\u2756\u204c\u204d\u2605\u29bf\u2b29\u2b9a\u00a7"
)
_BULLET = re.compile(
    rf"[ \t]*(?:[{_SIGNS}](?:[ \t]*|$)|[-*o+\u2013\u2014\u2010\u2011\u2012](?:[ \t]+|$))(?=\S|$)"
)
"""The sign of a bullet at the beginning of a line; letters and dashes need a space after them to be one."""

_GAP = re.compile(r" *\t[ \t]*| {4,}")
_SPACES = re.compile(r" {2,}")


def document_of(source: str, form: str, pieces: Iterable[Piece], notes: Iterable[str] = ()) -> TextDocument:
    """Return the document of these pieces; ``form`` names what it was for people."""
    lines: list[Line] = []
    told = list(notes)
    for text, mark, page in _whole(_apart(pieces)):
        if not text and (not lines or not lines[-1].text):
            continue
        if len(lines) == MOST_LINES:
            told.append(f"It is long: the first {MOST_LINES:,} lines were read.")
            break
        lines.append(Line(text, len(lines) + 1, page, mark))
    while lines and not lines[-1].text:
        lines.pop()
    return TextDocument(source, form, tuple(lines), tuple(told))


def _apart(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Give each line of the pieces on its own, clean; a bullet loses its sign and becomes one."""
    for piece in pieces:
        for raw in plain(piece.text).split("\n"):
            mark = piece.mark
            sign = _BULLET.match(raw)
            if sign and mark != "heading":
                raw, mark = raw[sign.end() :], "bullet"  # noqa: PLW2901 # what is left of the line
            text = _SPACES.sub(" ", _GAP.sub("\t", raw.strip())).strip()
            while len(text) > MOST_CHARACTERS:
                at = text.rfind(" ", MOST_CHARACTERS // 2, MOST_CHARACTERS)
                at = at if at > 0 else MOST_CHARACTERS
                yield Piece(text[:at].rstrip(), mark, piece.page)
                text, mark = text[at:].lstrip(), "text"
            yield Piece(text, mark, piece.page)


def _whole(lines: Iterable[Piece]) -> Iterator[Piece]:
    """Join a bullet's sign that stands alone with its text on the next line."""
    alone: Piece | None = None
    for line in lines:
        if alone is None and line.mark == "bullet" and not line.text:
            alone = line
        elif alone is not None and line.text:
            yield Piece(line.text, "bullet" if line.mark == "text" else line.mark, line.page)
            alone = None
        elif alone is None:
            yield line
