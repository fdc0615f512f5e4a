"""Lines of an advertisement become headings, items and paragraphs: what was wrapped is one again."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal

from careercli.domain.phrases import words_of
from careercli.domain.values import Value
from careercli.formats.patterns import one_of
from careercli.reading.lines import Line
from careercli.reading.pieces import names

BlockKind = Literal["heading", "item", "text"]

_WIDE = 45
"""From so many characters on, a line may be one that was broken because it was full."""

_NARROWEST, _WIDEST = 56, 120
"""How wide the lines of a text are that were broken at a margin."""

_FULL, _FEWEST, _MOST_OF_THEM = 0.85, 4, 0.6
"""How full lines are that were broken, and how many of a text's wide lines must be so full."""

_SHORTEST_BROKEN = 25
_NEARLY = 0.72
"""What share of the widest line one has at the least that was broken at a margin."""

_SURELY_HANGS = r"(?:,|\b(?:and|or|of|to|an?|the|like))$"
_HANGS = rf"(?:{_SURELY_HANGS[:-1]}|\b(?:in|with|for|as))$"
"""How a line ends that the next one goes on with, also where that begins with a capital, and where not."""

_LIST = 3
"""So many lines, one right below the other and not broken at a margin, are a list."""

_SHORT_ITEM, _LONG_ITEM = 30, 400
"""How long such a line may be: a shorter one may be a heading, a longer one is a paragraph."""

_MOJIBAKE = r"^(?:\u00d4\u00c7.|\u00e2\u20ac.|\u00c2\u00b7|\u00ef\u201a.)\s*"
"""The sign of a bullet in a text that was read in the wrong encoding before it was saved."""

_MISREAD = frozenset("\u00d4\u00e2\u00c2\u00ef")

_RAISED = r"#{1,6}[ \t]+(?=[A-Z\[*\d])"
"""The sign of a heading in Markdown, where a text is not told to be that, or behind a bullet."""

_ADDS = r"(?:would|is|are|an? (?:plus|bonus|advantage|must)|preferred|desirable|nice to have)\b"
"""How a line begins that says how what stands above it is asked for, however short that is."""

_CLOSES, _OPENS, _PARTS = map(one_of, ("\"')]\u201d", "\"'([\u201c\u2022", ";\u2022\u00b7\u25cf\u25aa|"))
_SENTENCE = re.compile(rf"(?<=[.!?]){_CLOSES}*\s+(?=[A-Z0-9]|{_OPENS})|\s*{_PARTS}\s+(?!(?:or|OR)\b)|\t")
_LAST_WORD = re.compile(r"(\w+)\.$")
_ABBREVIATED = names("eg ie etc inc ltd co corp sr jr dr mr mrs ms st vs approx no min max yr yrs dept")
"""Words before a stop that ends no sentence; so do letters that stand alone, as in "e.g."."""


class Block(Value):
    """A heading, an item of a list or a paragraph.

    ``places`` has, for each line that it was made of, where it begins in the text and its number. One that
    ``lines_up`` has no empty line above.
    An item without a bullet is a line of a list.
    """

    kind: BlockKind
    text: str
    places: tuple[tuple[int, int], ...]
    lines_up: bool = False
    has_bullet: bool = False

    def line_at(self, offset: int) -> int:
        """Return the number of the line on which the character at an offset stands."""
        return self.places[max(0, bisect_right(self.places, (offset, 1 << 62)) - 1)][1]

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Yield where the sentences begin and end; what semicolons and the like part counts as several."""
        start = 0
        for found in _SENTENCE.finditer(self.text):
            last = _LAST_WORD.search(self.text, max(start, found.start() - 12), found.start())
            if last and (last[1].casefold() in _ABBREVIATED or _is_letter(last[1])):
                continue
            if found.start() > start:
                yield start, found.start()
            start = found.end()
        if start < len(self.text):
            yield start, len(self.text)


def _is_letter(word: str) -> bool:
    return len(word) == 1 and word.isascii() and word.isalpha()


def labelled(text: str) -> tuple[str, str]:
    """Return the label of a line, in small letters, and what stands after it; both "" where it has none.

    A label has up to five words before a colon, or before a dash between spaces.
    """
    head = text[:_LONGEST_LABEL]
    at, width = head.find(":"), 1
    if at < 0 or head[at + 1 : at + 3] == "//":
        at, width = next(((head.find(dash), 3) for dash in _DASHES if dash in head), (-1, 0))
    label = head[:at].strip(" *_#-.\t").casefold() if at > 0 else ""
    if not label or len(label.split()) > _MOST_OF_LABEL or label[-1].isdigit():
        return "", ""
    return label, text[at + width :].strip(" *_")


_LONGEST_LABEL, _MOST_OF_LABEL = 60, 5
_DASHES = (" - ", " \u2013 ", " \u2014 ")


_words = lru_cache(maxsize=512)(words_of)
"""The words of a heading or block, and where they are; each is asked for several times."""


def words_in(text: str) -> Sequence[str]:
    """Return the words of a heading or block, as patterns are written."""
    return _words(text)[0]


def words_between(text: str, start: int, end: int) -> tuple[list[str], list[tuple[int, int]]]:
    """Return the words of a sentence of a block, and where each begins and ends in the sentence."""
    words, places = _words(text)
    within = slice(bisect_left(places, (start,)), bisect_left(places, (end,)))
    return words[within], [(begin - start, until - start) for begin, until in places[within]]


def blocks_of(lines: Sequence[Line]) -> list[Block]:
    """Return the blocks of lines, in order."""
    width = _margin(lines)
    blocks: list[Block] = []
    gap = True
    for line in lines:
        text, kind = line.text.replace("\t", "  "), _kind(line)
        if not text:
            gap = True
            continue
        if text.startswith("#") and (raised := re.match(_RAISED, text)):
            text, kind = text[raised.end() :], "heading" if kind == "text" else kind
        if kind == "text" and text[:1] in _MISREAD and (sign := re.match(_MOJIBAKE, text)):
            text, kind = text[sign.end() :], "item"
        last = blocks[-1] if blocks else None
        if last and kind == "text" and last.kind != "heading" and _goes_on(last, text, width, gap=gap):
            places = (*last.places, (len(last.text) + 1, line.number))
            blocks[-1] = last.but(text=f"{last.text} {text}", places=places)
        else:
            blocks.append(Block(kind, text, ((0, line.number),), lines_up=not gap, has_bullet=kind == "item"))
        gap = False
    return list(_with_alternatives(_with_lists(blocks)))


def _with_alternatives(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks with those that an "or" between them makes alternatives as one."""
    held: Block | None = None
    for block in blocks:
        if held and held.kind != "heading" and block.kind != "heading":
            alone = block.text.strip(" -\u2013\u2014*_:.").casefold() in {"or", "and/or"}
            goes_on = block.kind == held.kind == "item" and block.text.startswith(("or ", "Or ", "OR "))
            if alone or goes_on or held.text.rstrip(",:;").endswith((" or", " OR")):
                start = len(held.text) + 1
                places = (*held.places, *((start + at, line) for at, line in block.places))
                words = "or" if alone else block.text
                held = held.but(text=f"{held.text} {words}", places=places)
                continue
        if held:
            yield held
        held = block
    if held:
        yield held


def _with_lists(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks with lines of a list that has no bullets as items; its headings stay what they are."""
    out = list(blocks)
    start = 0
    for at in range(len(blocks) + 1):
        if at < len(blocks) and blocks[at].kind == "text" and blocks[at].lines_up and at > start:
            continue
        run = range(start, at)
        if len(run) >= _LIST:
            for one in run:
                block = blocks[one]
                if (
                    block.kind == "text"
                    and _SHORT_ITEM < len(block.text) < _LONG_ITEM
                    and block.text[-1] != ":"
                ):
                    out[one] = block.but(kind="item")
        start = at
    return out


def _kind(line: Line) -> BlockKind:
    if line.mark == "bullet":
        return "item"
    return "heading" if line.mark == "heading" else "text"


def _margin(lines: Sequence[Line]) -> int:
    """Return how wide the lines of a text are that was broken at a margin; 0 where it was not."""
    lengths = [len(line.text) for line in lines if len(line.text) > _WIDE]
    widest = max(lengths, default=0)
    full = sum(length >= widest * _FULL for length in lengths)
    broken = _NARROWEST <= widest <= _WIDEST and full >= max(_FEWEST, _MOST_OF_THEM * len(lengths))
    return widest if broken else 0


def _goes_on(block: Block, text: str, width: int, *, gap: bool) -> bool:
    """Return whether a line goes on with the block above it."""
    length = len(block.text) - block.places[-1][0]
    if not gap and (text[0] == "," or re.search(_HANGS if text[0].islower() else _SURELY_HANGS, block.text)):
        return True
    full = bool(width) and not gap and length >= width * _NEARLY and not labelled(text)[0]
    if block.text.rstrip("\"')]\u201d").endswith((".", "!", "?", ":", ";")):
        return full and len(block.places) > 1 and block.text[-1] in ".!?"
    if not gap and re.match(_ADDS, text):
        return True
    if text[0].islower() or text[0] in ")&,":
        return length >= (_WIDE if gap else _SHORTEST_BROKEN)
    return full
