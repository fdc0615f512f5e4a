"""Pieces of a document become its lines: cleaned, bullets without their signs, parted words whole again."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from careercli.formats.patterns import pattern
from careercli.reading.characters import plain
from careercli.reading.hyphens import whole_words
from careercli.reading.lines import Line, TextDocument
from careercli.reading.pieces import Piece

MOST_LINES = 20_000
"""How many lines are kept: a résumé has some hundred, an advertisement fewer."""

MOST_CHARACTERS = 2_000
"""How long a line may be; a longer one goes on in the next."""

_SIGNS = frozenset(
    "\u2022\u25cf\u25aa\u25ab\u25a0\u25a1\u25e6\u2023\u2043\u00b7\u2219\u25cb\u25c6\u25c7\u25ba\u25b8\u25b6"
    "\u27a2\u27a4\u2794\u2192\u2713\u2714\u2756\u204c\u204d\u2605\u29bf\u2b29\u2b9a\u00a7"
)
_LETTERS_TOO = frozenset("-*o+\u2010\u2011\u2012\u2013\u2014")
"""Signs that mean other things too, and need a space after them."""

_NUMBERED = pattern(r"[0-9]{1,2}[.)][ \t]+(?=[^\W\d_])")

_END_OF_DATES = pattern(
    r"[ \t]*[-\u2013\u2014][ \t]+"
    r"(?:(?:\w{3,9}\.? |[0-9]{1,2}[/.])?(?:19|20)[0-9]{2}|present|now|today|current|ongoing)[ \t]*$",
    re.IGNORECASE,
)
"""The second line of dates that are on two: its dash is none of a list."""

_DIGITS = frozenset("0123456789")
_LAST_OF_DATES = (*"0123456789", "present", "now", "today", "current", "ongoing")

_GAP = re.compile(r" *\t[ \t]*| {4,}")
_SPACES = re.compile(r" {2,}")


def document_of(source: str, form: str, pieces: Iterable[Piece], notes: Iterable[str] = ()) -> TextDocument:
    """Return the document of these pieces; ``form`` names what it was for people."""
    found = list(islice(_parted(_with_bullets(_apart(pieces))), MOST_LINES + 1))
    told = list(notes)
    if len(found) > MOST_LINES:
        told.append(f"It is long: the first {MOST_LINES:,} lines were read.")
    whole = list(whole_words(found[:MOST_LINES]))
    while whole and not whole[-1].text:
        whole.pop()
    lines = tuple(
        Line(text, of_file or number, page, mark)
        for number, (text, mark, page, of_file) in enumerate(whole, start=1)
    )
    return TextDocument(source, form, lines, tuple(told))


def _apart(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Give each line of the pieces on its own, clean; a bullet loses its sign and becomes one."""
    for piece in pieces:
        for down, raw in enumerate(plain(piece.text).split("\n")):
            mark, begin = piece.mark, 0
            after = _after_sign(raw)
            if after and mark != "heading" and not _ends_dates(raw):
                mark, begin = "bullet", after
            text = _SPACES.sub(" ", _GAP.sub("\t", raw[begin:].strip())).strip()
            for part in _shorter(text):
                yield Piece(part, mark, piece.page, piece.line and piece.line + down)
                mark = "text"


def _after_sign(line: str) -> int:
    """Return where a line goes on after the sign of a bullet; 0 where it begins with none."""
    bare = line.lstrip(" \t")
    first, behind = bare[:1], bare[1:]
    after = behind.lstrip(" \t")
    if first in _SIGNS or (first in _LETTERS_TOO and (not after or after != behind)):
        return len(line) - len(after)
    number = _NUMBERED.match(bare) if first in _DIGITS else None
    return len(line) - len(bare) + number.end() if number else 0


def _ends_dates(line: str) -> bool:
    return line.rstrip().casefold().endswith(_LAST_OF_DATES) and _END_OF_DATES.match(line) is not None


def _shorter(text: str) -> Iterator[str]:
    """Give a line that is too long in parts, cut between words where there are any."""
    begin = 0
    while len(text) - begin > MOST_CHARACTERS:
        at = text.rfind(" ", begin + MOST_CHARACTERS // 2, begin + MOST_CHARACTERS)
        end = at if at > 0 else begin + MOST_CHARACTERS
        yield text[begin:end]
        begin = end + (at > 0)
    yield text[begin:]


def _parted(lines: Iterable[Piece]) -> Iterator[Piece]:
    """Give the lines with one empty line where there are several, and none at the beginning."""
    before = ""
    for line in lines:
        if line.text or before:
            yield line
        before = line.text


def _with_bullets(lines: Iterable[Piece]) -> Iterator[Piece]:
    """Join a bullet's sign that stands alone with its text on the next line."""
    alone: Piece | None = None
    for line in lines:
        if line.mark == "bullet" and not line.text:
            alone = line
        elif alone is None:
            yield line
        elif line.text:
            fits = line.mark == "text" and line.page == alone.page
            yield line._replace(mark="bullet") if fits else line
            alone = None
