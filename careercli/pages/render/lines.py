"""Blocks as plain lines for a screen reader: no drawing, no columns."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch

from careercli.pages.blocks import (
    Beside,
    Block,
    Character,
    Command,
    Contents,
    Drawing,
    Either,
    Fact,
    Gap,
    Grid,
    Heading,
    Item,
    Paragraph,
    Reference,
    Title,
)


def lines(blocks: Iterable[Block]) -> list[str]:
    """Return blocks as the lines that a screen reader reads."""
    return [line for block in blocks for line in _told(block)]


def grid_lines(grid: Grid) -> list[str]:
    """Return a table as a line for each row, each cell after the head of its column."""
    between = "; " if any(", " in cell for row in grid.rows for cell in row[1:]) else ", "
    told = []
    for first, *cells in grid.rows:
        named = zip(grid.header[1:], cells, strict=True)
        told.append(
            f"{first}: {between.join(f'{name} {cell.strip()}'.strip() for name, cell in named if cell)}"
        )
    return told


@singledispatch
def _told(block: object) -> Iterable[str]:
    raise TypeError(block)


@_told.register
def _(block: Title | Heading) -> Iterable[str]:
    yield f"{block.text} ({block.aside})" if block.aside else block.text


@_told.register
def _(block: Paragraph) -> Iterable[str]:
    yield f"{block.label}: {block.text}" if block.label else block.text


@_told.register
def _(block: Item) -> Iterable[str]:
    yield f"- {': '.join(filter(None, (block.name.rstrip('.:'), block.text)))}"


@_told.register
def _(block: Fact) -> Iterable[str]:
    yield f"{block.label}: {', '.join(filter(None, (block.value, block.aside)))}"


_told.register(Grid, grid_lines)


@_told.register
def _(block: Command) -> Iterable[str]:
    yield f"{block.label}: {block.command}"


@_told.register
def _(block: Reference) -> Iterable[str]:
    yield f"{block.mark}: {block.text}"


@_told.register
def _(block: Beside) -> Iterable[str]:
    return lines((*block.left, Gap(), *block.right))


@_told.register
def _(block: Contents) -> Iterable[str]:
    for chapter, sections in block.chapters.items():
        yield from ("", chapter, *(f"- {title}: section {section}" for section, title in sections))


@_told.register
def _(block: Character) -> Iterable[str]:
    yield from (f"Name to type: {block.name}", f"Story: {block.story}")


@_told.register
def _(_: Gap) -> Iterable[str]:
    yield ""


@_told.register
def _(block: Either) -> Iterable[str]:
    return lines(block.spoken)


@_told.register
def _(block: Drawing) -> Iterable[str]:
    return block.lines
