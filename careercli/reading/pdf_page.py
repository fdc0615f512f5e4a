"""A page of a PDF as pieces: its lines, with what tags and sizes say of them, paragraphs apart."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, takewhile

from careercli.reading.pdf_drawing import Fragment
from careercli.reading.pdf_rows import Row, rows_of
from careercli.reading.pieces import Mark, Piece

_LARGER = 1.15
"""From how many times the size of most text on a line is a heading."""

_HEADING_LENGTH = 80
_ALIKE = 0.1
"""Up to how many points apart two sizes are the same."""

_PARAGRAPH = 1.4
"""From how many times the usual distance between lines a new paragraph begins."""


def pieces_of_page(fragments: list[Fragment], page: int) -> Iterator[Piece]:
    """Give the lines of a page, ``page`` counting from 1; lines apart have an empty one between them."""
    rows = rows_of(fragments)
    body, leading = _body_size(rows), _leading(rows)
    items: set[int] = set()
    for index, row in enumerate(rows):
        if index and _is_new_paragraph(rows[index - 1], row, leading):
            yield Piece("", "text", page)
        mark: Mark = "text"
        if row.tag.mark == "bullet":
            mark = "text" if row.tag.element in items else "bullet"
            items.add(row.tag.element)
        elif row.tag.mark == "heading" or _is_heading(rows, index, body):
            mark = "heading"
        yield Piece(row.text, mark, page)


def _body_size(rows: list[Row]) -> float:
    """Return the size that most text has."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[round(row.size, 1)] += len(row.text)
    return max(sizes, key=lambda size: (sizes[size], -size), default=0.0)


def _leading(rows: list[Row]) -> float:
    """Return how far apart lines usually are, as a multiple of their size."""
    steps = Counter(
        round((one.y - other.y) / other.size, 1)
        for one, other in pairwise(rows)
        if other.size and 0 < one.y - other.y < 3 * other.size
    )
    return max(steps, key=lambda step: (steps[step], -step), default=1.2)


def _is_new_paragraph(before: Row, row: Row, leading: float) -> bool:
    """Return whether a line stands apart from the one before, or in another column."""
    down, size = before.y - row.y, max(before.size, row.size)
    return down < -size or down > _PARAGRAPH * leading * size


def _is_heading(rows: list[Row], index: int, body: float) -> bool:
    """Return whether a line is short, larger than most text, and not one of several of its size."""
    row = rows[index]
    if row.size < _LARGER * body or len(row.text) > _HEADING_LENGTH:
        return False
    around = (reversed(rows[max(0, index - 2) : index]), rows[index + 1 : index + 3])
    alike = [takewhile(lambda other: abs(other.size - row.size) < _ALIKE, side) for side in around]
    return sum(1 for side in alike for _ in side) < 2
