"""Blocks drawn on a screen with Rich, for the width there is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import singledispatch
from io import StringIO
from itertools import groupby

import msgspec
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from careercli.pages import parts
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
from careercli.pages.look import ACCENT, QUIET, STRONG, Look
from careercli.pages.render.lines import grid_lines

_LEAST_CELLS = 8
"""A column of fewer, the space behind it included, would break most words."""

_LABEL_CELLS = 34
"""Labels of facts may always take so many columns before they take two lines."""

_BETWEEN = 8
"""The columns between those of facts, and left of them."""

_BESIDE_CELLS = 76
"""From this width on two lists stand side by side."""

_CONTENTS_COLUMNS = 3
_CONTENTS_CELLS = 72
"""How many columns contents stand in, on a page at least this wide."""

_NUMBER = frozenset("$+-0123456789")


def written(drawing: RenderableType, look: Look) -> str:
    """Return what is drawn as the text to write, ending in a newline, without spaces at the ends of lines."""
    out = StringIO()
    console = Console(
        file=out,
        width=look.width,
        height=1000,
        color_system="standard" if look.color else None,
        force_terminal=look.color,
        no_color=not look.color,  # decided already: what is set around the run has been heard
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
    )
    console.print(drawing)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def drawn(blocks: Iterable[Block], look: Look) -> RenderableType:
    """Return blocks below one another."""
    out: list[RenderableType] = []
    for together, group in groupby(blocks, key=lambda block: isinstance(block, Fact)):
        if together:
            out += _facts([fact for fact in group if isinstance(fact, Fact)], look)
        else:
            out += [line for block in group for line in _block(block, look)]
    return parts.stack(out)


@singledispatch
def _block(block: object, _: Look) -> Iterable[RenderableType]:
    raise TypeError(block)


@_block.register
def _(block: Title, look: Look) -> Iterable[RenderableType]:
    drawn = parts.heading(block.text, block.aside, look=look)
    drawn.stylize(f"{STRONG} {ACCENT}", 0, len(block.text))
    yield drawn


@_block.register
def _(block: Heading, look: Look) -> Iterable[RenderableType]:
    yield parts.heading(block.text, block.aside, look=look)


@_block.register
def _(block: Paragraph, _: Look) -> Iterable[RenderableType]:
    lead = f"{block.label}: " if block.label else ""
    yield parts.text((lead, STRONG), (block.text, QUIET if block.quiet else ""))


@_block.register
def _(block: Item, look: Look) -> Iterable[RenderableType]:
    words = parts.text((block.name, STRONG), _after(block.name, block.text) if block.name else block.text)
    yield parts.hanging((f"{'  ' * block.depth}{look.signs.dot} ", ACCENT), words)


@_block.register
def _(block: Command, _: Look) -> Iterable[RenderableType]:
    yield parts.hanging((f"{block.label}: ", QUIET), parts.text((block.command, ACCENT)))


@_block.register
def _(block: Reference, _: Look) -> Iterable[RenderableType]:
    yield parts.hanging((f"{block.mark} ", QUIET), parts.text((block.text, QUIET)))


@_block.register
def _(block: Character, _: Look) -> Iterable[RenderableType]:
    yield parts.text((block.name, f"{STRONG} {ACCENT}"), f"  {block.title}")
    yield parts.indented(parts.text(block.story), 2)


@_block.register
def _(_block: Gap, _look: Look) -> Iterable[RenderableType]:
    yield Text()


@_block.register
def _(block: Either, look: Look) -> Iterable[RenderableType]:
    yield drawn(block.shown, look)


@_block.register
def _(block: Drawing, look: Look) -> Iterable[RenderableType]:
    yield block.draw(look)


def _after(name: str, text: str) -> str:
    """Return what follows a name that leads in: set off by a stop, unless the name ends in one."""
    if not text:
        return ""
    return f" {text}" if name[-1:] in ".?!:" else f". {text}"


def _facts(facts: Sequence[Fact], look: Look) -> list[RenderableType]:
    """Return facts below one another: in columns, or stacked on a narrow page."""
    if look.narrow:
        return [
            parts.hanging(
                "  ",
                parts.text(
                    (f"{fact.label}: ", QUIET), fact.value, (f" ({fact.aside})" if fact.aside else "", QUIET)
                ),
            )
            for fact in facts
        ]
    table = Table.grid(padding=(0, 2, 0, 0))
    labels, values, asides = (
        max(cell_len(getattr(fact, part)) for fact in facts) for part in ("label", "value", "aside")
    )
    room = max(look.width - values - asides - _BETWEEN, _LABEL_CELLS)
    table.add_column(overflow="fold", width=min(labels, room))
    table.add_column(overflow="fold")
    table.add_column(overflow="fold", width=asides)
    for fact in facts:
        cells = ((fact.label, QUIET), (fact.value, ""), (fact.aside, QUIET))
        table.add_row(*map(parts.text, cells))
    return [parts.indented(table, 2)]


@_block.register
def _(grid: Grid, look: Look) -> Iterable[RenderableType]:
    columns = range(len(grid.header))
    rows = (grid.header, *grid.rows)
    width = sum(max(cell_len(row[column]) for row in rows) + 2 for column in columns)
    if look.narrow or (width > look.width and not (grid.wraps and _leaves_room(grid, look))):
        return [parts.hanging("  ", parts.text(line)) for line in grid_lines(grid)]
    table = Table.grid(padding=(0, 2, 0, 0))
    for column in columns:
        cells = [row[column] for row in grid.rows if row[column]]
        numbers = not grid.wraps and column > 0 and all(cell[0] in _NUMBER for cell in cells)
        share = 1 if grid.wraps and width > look.width and column > 0 else None
        table.add_column(overflow="fold", justify="right" if numbers else "left", ratio=share)
    table.expand = grid.wraps and width > look.width
    table.add_row(*(parts.text((word, STRONG)) for word in grid.header))
    for first, *rest in grid.rows:
        table.add_row(parts.text((first, QUIET)), *map(parts.text, rest))
    return [parts.indented(table, 2)]


def _leaves_room(grid: Grid, look: Look) -> bool:
    """Return whether each column behind the first, which is as wide as its cells, can still hold words."""
    first = max(cell_len(row[0]) for row in (grid.header, *grid.rows)) + 2
    return look.width - 2 - first >= (len(grid.header) - 1) * _LEAST_CELLS


@_block.register
def _(block: Beside, look: Look) -> Iterable[RenderableType]:
    if look.width < _BESIDE_CELLS:
        return [drawn((*block.left, Gap(), *block.right), look)]
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    half = msgspec.structs.replace(look, width=look.width // 2 - 2)
    table.add_column(ratio=1)
    table.add_column(ratio=1)
    table.add_row(drawn(block.left, half), drawn(block.right, half))
    return [table]


@_block.register
def _(contents: Contents, look: Look) -> Iterable[RenderableType]:
    """Draw chapters in columns about as long as one another, in reading order."""
    many = _CONTENTS_COLUMNS if look.width >= _CONTENTS_CELLS else 1
    columns: list[list[RenderableType]] = [[] for _ in range(many)]
    length = sum(1 + len(sections) for sections in contents.chapters.values()) / many
    placed = 0.0
    for name, sections in contents.chapters.items():
        lines = [parts.text((name, STRONG))]
        lines += [parts.text("  ", (section, ACCENT)) for section, _ in sections]
        # A chapter belongs where its middle falls.
        columns[min(int((placed + len(lines) / 2) / length), many - 1)] += lines
        placed += len(lines)
    table = Table.grid()
    for _ in columns:
        table.add_column(width=look.width // many)
    table.add_row(*map(parts.stack, columns))
    return [Text(), table]
