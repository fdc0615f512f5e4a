"""What is drawn on a page of a PDF, put together as the lines that somebody sees.

A line is what pypdf takes for one, and what stands right of it on the same baseline. Bullets, and dates at a
margin, may be drawn before or after all other text; they go to the line that they stand beside.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from careercli.reading.pdf_drawing import Fragment
from careercli.reading.pdf_tags import Tag

_GAP = 3.0
"""From how many times its size apart two texts on one line do not belong together."""

_WIDTH = 0.5
"""How wide a letter is on average, as a part of the size."""

_SAME_LINE = 0.3
"""How much higher or lower text on one line may stand, as a part of the size."""

_INDENT = 8.0
"""How far from its bullet a text begins at most, as a multiple of the size."""

_APART = 2.0
"""How many times its size a date at the margin is away from what is drawn before and after it."""

_MOST_TAGGED = 0.8
"""From which part of a page's text on the tags order it."""

_MOST_ROWS = 2_000
"""How many lines a page may have for those drawn out of order to be looked for."""

_SIGN = re.compile(
    r"[\u2022\u25cf\u25aa\u25a0\u25e6\u2023\u00b7\u2219\u25cb\u2013\uf0b7\uf0a7*o-]|[0-9]{1,2}[.)]"
)
_DATE = re.compile(r"(?=.{0,30}\b(?:19|20)[0-9]{2}\b).{4,40}")
_SPACED = re.compile(r"(?=(?:.\s+){3})\S(?:\s{1,4}\S)+")
"""Letters with a space after each: a heading that is spaced out."""

_WIDE = re.compile(r"\s{2,}")


class Row(NamedTuple):
    """A line of a page, with a tab in its text where that stands apart, and where it begins and ends."""

    text: str
    x: float
    y: float
    size: float
    tag: Tag
    end: float


def rows_of(fragments: list[Fragment]) -> list[Row]:
    """Return the lines of a page as its tags order them, otherwise in the order in which they were drawn."""
    rows: list[Row] = []
    for row in _in_tree_order(list(_drawn(fragments))):
        if rows and _beside(rows[-1], row):
            rows[-1] = _side_by_side(rows[-1], row)
        elif rows and _beside(row, rows[-1]) and _DATE.fullmatch(rows[-1].text):
            rows[-1] = _side_by_side(row, rows[-1])
        else:
            rows.append(row)
    return _gathered(rows) if len(rows) <= _MOST_ROWS else rows


def _in_tree_order(rows: list[Row]) -> list[Row]:
    """Return lines in the order of the tags, where they order most of a page.

    Browsers draw what floats or stands in a grid after the rest, such as all dates of a page at its end. A
    line without a tag stays behind the one that it was drawn after.
    """
    tagged = sum(len(row.text) for row in rows if row.tag.order >= 0)
    if tagged < _MOST_TAGGED * sum(len(row.text) for row in rows):
        return rows
    orders: list[int] = []
    for row in rows:
        orders.append(row.tag.order if row.tag.order >= 0 else orders[-1] if orders else -1)
    return [rows[index] for index in sorted(range(len(rows)), key=orders.__getitem__)]


def _drawn(fragments: list[Fragment]) -> Iterator[Row]:
    """Give the lines as they were drawn: until pypdf saw a new one begin."""
    parts: list[Row] = []
    for text, x, y, size, tag in fragments:
        for index, line in enumerate(text.split("\n")):
            if index and parts:
                yield _joined(parts)
                parts = []
            if line.strip() and not tag.sign:
                parts.append(Row(line, x, y, size, tag, x + len(line.strip()) * size * _WIDTH))
            elif line and parts:
                parts[-1] = parts[-1]._replace(text=f"{parts[-1].text} ")
    if parts:
        yield _joined(parts)


def _joined(parts: list[Row]) -> Row:
    """Put together what was drawn as one line."""
    text = parts[0].text
    for one, other in pairwise(parts):
        text += f"\t{other.text}" if _beside(one, other) and _far(one, other) else other.text
    largest = max(parts, key=lambda part: len(part.text.strip()))
    return parts[0]._replace(text=_unspaced(text.strip()), size=largest.size, end=parts[-1].end)


def _unspaced(text: str) -> str:
    """Return text that was spaced out letter by letter as the words that it is."""
    if not _SPACED.fullmatch(text):
        return text
    return " ".join(word.replace(" ", "") for word in _WIDE.split(text))


def _beside(before: Row, row: Row) -> bool:
    """Return whether a line stands to the right of another, on the same baseline."""
    return abs(before.y - row.y) < _SAME_LINE * max(before.size, row.size) and row.x > before.x


def _far(before: Row, row: Row) -> bool:
    return row.x - before.end > _GAP * row.size


def _side_by_side(left: Row, right: Row) -> Row:
    gap = "\t" if _far(left, right) else " "
    main = max(left, right, key=lambda row: len(row.text))
    return left._replace(text=left.text + gap + right.text, end=right.end, size=main.size, tag=main.tag)


def _gathered(rows: list[Row]) -> list[Row]:
    """Put bullets and dates that were drawn apart from their line, such as all at the end, to it."""
    at: dict[int, list[int]] = {}
    for index, row in enumerate(rows):
        at.setdefault(round(row.y / 4), []).append(index)
    out: dict[int, Row] = dict(enumerate(rows))
    for index, row in enumerate(rows):
        sign = bool(_SIGN.fullmatch(row.text))
        if not sign and not (_DATE.fullmatch(row.text) and _is_apart(rows, index)):
            continue
        near = [other for step in (-1, 0, 1) for other in at.get(round(row.y / 4) + step, ())]
        right = [i for i in near if i in out and _beside(row, out[i])]
        left = [i for i in near if i in out and _beside(out[i], row)]
        if left and not sign:
            other = max(left, key=lambda i: out[i].x)
            out[other] = _side_by_side(out[other], out.pop(index))
        elif right:
            other = min(right, key=lambda i: out[i].x)
            if not sign or out[other].x - row.x < _INDENT * out[other].size:
                out[other] = _side_by_side(out.pop(index), out[other])
    return list(out.values())


def _is_apart(rows: list[Row], index: int) -> bool:
    """Return whether what is drawn before and after a line is elsewhere on the page."""
    row, nearby = rows[index], rows[max(0, index - 1) : index] + rows[index + 1 : index + 2]
    return all(abs(other.y - row.y) > _APART * row.size for other in nearby)
