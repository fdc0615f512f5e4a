"""Pages to read: a list of blocks, drawn for the width there is, or as plain lines for a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

import msgspec
from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from careercli.pages import parts
from careercli.pages.look import ACCENT, QUIET, STRONG, Look


class Title(msgspec.Struct, frozen=True):
    """What the page is about, with a quiet word beside it."""

    text: str
    aside: str = ""


class Heading(msgspec.Struct, frozen=True):
    """The heading of a part."""

    text: str
    aside: str = ""


class Paragraph(msgspec.Struct, frozen=True):
    """Running text; ``label`` leads it in, ``quiet`` is for what is beside the point."""

    text: str
    label: str = ""
    quiet: bool = False


class Item(msgspec.Struct, frozen=True):
    """An item of a list: what it is called, if anything, and what there is to say."""

    text: str
    name: str = ""
    depth: int = 0


class Fact(msgspec.Struct, frozen=True):
    """A label and its value, set beside those of the facts around it; ``aside`` says how much it bears."""

    label: str
    value: str
    aside: str = ""


class Grid(msgspec.Struct, frozen=True):
    """A table, numbers to the right. Without room it becomes lines that begin with the first column.

    Where it ``wraps``, long cells take several lines instead, unless the page is narrow or the first column
    leaves the others too little.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    wraps: bool = False


class Command(msgspec.Struct, frozen=True):
    """A command to type, and what it is for."""

    label: str
    command: str


class Reference(msgspec.Struct, frozen=True):
    """What a mark on the page stands for."""

    mark: str
    text: str


class Beside(msgspec.Struct, frozen=True):
    """Two lists of blocks side by side; one after the other without room."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


class Gap(msgspec.Struct, frozen=True):
    """Air."""


class Drawing(msgspec.Struct, frozen=True):
    """Something with a form of its own, and the lines that say the same to a screen reader."""

    draw: Callable[[Look], RenderableType]
    lines: tuple[str, ...]


Block = Title | Heading | Paragraph | Item | Fact | Grid | Command | Reference | Beside | Gap | Drawing

_LEAST_CELLS = 8
"""A column of fewer, the space behind it included, would break most words."""

_LABEL_CELLS = 34
"""Labels of facts may always take so many columns before they take two lines."""

_BETWEEN = 8
"""The columns between those of facts, and left of them."""

_BESIDE_CELLS = 76
"""From this width on two lists stand side by side."""

_NUMBER = frozenset("$+-0123456789")


def page(blocks: Iterable[Block], look: Look) -> RenderableType | list[str]:
    """Return blocks as a page."""
    if look.accessible:
        return [line for block in blocks for line in _lines(block)]
    return _stacked(blocks, look)


def _stacked(blocks: Iterable[Block], look: Look) -> RenderableType:
    out: list[RenderableType] = []
    for together, group in groupby(blocks, key=lambda block: isinstance(block, Fact)):
        if together:
            out += _facts([fact for fact in group if isinstance(fact, Fact)], look)
        else:
            out += [line for block in group for line in _drawn(block, look)]
    return parts.stack(out)


def _drawn(block: Block, look: Look) -> list[RenderableType]:
    if isinstance(block, Grid):
        return _grid(block, look)
    if isinstance(block, Beside):
        return _beside(block, look)
    if isinstance(block, Drawing):
        return [block.draw(look)]
    return [_drawn_line(block, look)]


def _drawn_line(block: Block, look: Look) -> RenderableType:
    drawn: RenderableType = Text()
    match block:
        case Title(text, aside) | Heading(text, aside):
            drawn = parts.heading(text, aside, look=look)
            if isinstance(block, Title):
                drawn.stylize(f"{STRONG} {ACCENT}", 0, len(text))
        case Paragraph(text, label, quiet):
            drawn = parts.text((f"{label}: " if label else "", STRONG), (text, QUIET if quiet else ""))
        case Item(text, name, depth):
            words = parts.text((name, STRONG), _after(name, text)) if name else parts.text(text)
            drawn = parts.hanging((f"{'  ' * depth}{look.signs.dot} ", ACCENT), words)
        case Command(label, command):
            drawn = parts.hanging((f"{label}: ", QUIET), parts.text((command, ACCENT)))
        case Reference(mark, text):
            drawn = parts.hanging((f"{mark} ", QUIET), parts.text((text, QUIET)))
        case _:
            pass
    return drawn


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


def _grid(grid: Grid, look: Look) -> list[RenderableType]:
    columns = range(len(grid.header))
    rows = (grid.header, *grid.rows)
    width = sum(max(cell_len(row[column]) for row in rows) + 2 for column in columns)
    if look.narrow or (width > look.width and not (grid.wraps and _leaves_room(grid, look))):
        return [parts.hanging("  ", parts.text(line)) for line in _grid_lines(grid)]
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


def _grid_lines(grid: Grid) -> list[str]:
    between = "; " if any(", " in cell for row in grid.rows for cell in row[1:]) else ", "
    lines = []
    for first, *cells in grid.rows:
        named = zip(grid.header[1:], cells, strict=True)
        lines.append(
            f"{first}: {between.join(f'{name} {cell.strip()}'.strip() for name, cell in named if cell)}"
        )
    return lines


def _beside(block: Beside, look: Look) -> list[RenderableType]:
    if look.width < _BESIDE_CELLS:
        return [_stacked((*block.left, Gap(), *block.right), look)]
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    half = msgspec.structs.replace(look, width=look.width // 2 - 2)
    table.add_column(ratio=1)
    table.add_column(ratio=1)
    table.add_row(_stacked(block.left, half), _stacked(block.right, half))
    return [table]


def _lines(block: Block) -> list[str]:
    lines = [""]
    match block:
        case Title(text, aside) | Heading(text, aside):
            lines = [f"{text} ({aside})" if aside else text]
        case Paragraph(text, label, _):
            lines = [f"{label}: {text}" if label else text]
        case Item(text, name, _):
            lines = [f"- {': '.join(filter(None, (name.rstrip('.:'), text)))}"]
        case Fact(label, value, aside):
            lines = [f"{label}: {', '.join(filter(None, (value, aside)))}"]
        case Grid():
            lines = _grid_lines(block)
        case Command(label, command):
            lines = [f"{label}: {command}"]
        case Reference(mark, text):
            lines = [f"{mark}: {text}"]
        case Beside(left, right):
            lines = [line for inner in (*left, Gap(), *right) for line in _lines(inner)]
        case Drawing(_, told):
            lines = list(told)
        case _:
            pass
    return lines
