"""Pieces that drawn screens are made of."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len, set_cell_size
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from careercli.pages.look import QUIET, STRONG, Look

MARGIN = 2
"""The columns between those of a table, and left of them."""

NAME_CELLS = 34
"""The columns that the first of a table may always take."""

LEAST_CELLS = 6
"""A column of fewer would break most words."""

_CONSOLE = Console(width=80, height=25)
"""Wraps texts at widths that it is given. With a size of its own it does not look for one around the run."""


def text(*spans: str | tuple[str, str]) -> Text:
    """Return text from plain strings and (string, style) pairs; nothing in a string is markup."""
    return Text.assemble(*spans, overflow="fold", no_wrap=False)


def heading(title: str, aside: str = "", *, look: Look) -> Text:
    """Return a heading, with a quiet word at the right where there is room."""
    line = text((title, STRONG))
    room = look.width - cell_len(title) - cell_len(aside)
    if aside and room > 2:
        line.append(" " * room + aside, style=QUIET)
    elif aside:
        line.append(f"\n{aside}", style=QUIET)
    return line


class _Hanging:
    """Content beside a lead."""

    def __init__(self, lead: Text, content: Text) -> None:
        self.lead = lead
        self.content = content

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        room = options.max_width - self.lead.cell_len
        if room < self.lead.cell_len:  # both have to give way
            grid = Table.grid()
            grid.add_column(width=self.lead.cell_len)
            grid.add_column(overflow="fold")
            grid.add_row(self.lead, self.content)
            yield grid
            return
        lead = self.lead
        for line in self.content.wrap(console, room):
            yield from lead.render(console)
            yield from line.render(console, end="\n")
            lead = Text(" " * self.lead.cell_len)


def hanging(lead: str | tuple[str, str], content: Text) -> RenderableType:
    """Return content beside a lead; where it needs more lines they begin below it, not below the lead."""
    return _Hanging(text(lead), content)


def indented(content: Text, by: int) -> RenderableType:
    """Return content moved right."""
    return hanging(" " * by, content) if by else content


def titled(lead: str, title: str, aside: str, look: Look) -> RenderableType:
    """Return a title after a lead, with a word at the right, or after it where there is no room."""
    room = look.width - cell_len(lead) - cell_len(title) - cell_len(aside)
    if room < 2 or not aside:
        return hanging(lead, text((title, STRONG), f" ({aside})" if aside else ""))
    return text(lead, (title, STRONG), " " * room + aside)


def stack(content: Sequence[RenderableType]) -> Group:
    """Return parts one under the other."""
    return Group(*content)


def fitted(content: str, cells: int) -> str:
    """Return text in exactly so many columns; what does not fit ends in an ellipsis."""
    if cell_len(content) > cells:
        content = f"{set_cell_size(content, cells - 1).rstrip()}…"
    return content + " " * (cells - cell_len(content))


def widths(rows: Sequence[Sequence[str]], room: int) -> list[int] | None:
    """Return how wide the columns of rows are; without room the widest give way; None if words break."""
    found = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    while sum(found) + MARGIN * len(found) > room:
        # What a row is called stays on its line as long as it is short.
        widest = max(range(len(found)), key=lambda at: found[at] if at or found[0] > NAME_CELLS else 0)
        if found[widest] <= LEAST_CELLS:
            return None
        found[widest] -= 1
    return found


def indent_of(rows: Sequence[Sequence[str]], room: int) -> int:
    """Return how far to set rows in: not at all where only that lets each of them stay on its line."""
    needed = sum(max(map(cell_len, column)) + MARGIN for column in zip(*rows, strict=True))
    return 0 if room < needed <= room + MARGIN else MARGIN


def columns(
    row: Sequence[str],
    cells: Sequence[int],
    styles: Sequence[str],
    numbers: Container[int] = (),
    indent: int = MARGIN,
) -> Iterator[Text]:
    """Yield a row in columns so wide, in as many lines as its longest cell needs, numbers to the right."""
    wrapped = [lines_of(cell, width) for cell, width in zip(row, cells, strict=True)]
    for line in zip_longest(*wrapped, fillvalue=""):
        parts: list[tuple[str, str]] = []
        for at, (cell, width, style) in enumerate(zip(line, cells, styles, strict=True)):
            free = " " * (width - cell_len(cell))
            before, after = (free, "") if at in numbers else ("", free)
            parts.append((f"{' ' * (MARGIN if at else indent)}{before}{cell}{after}", style))
        yield text(*parts)


def lines_of(cell: str, width: int) -> list[str]:
    """Return text in lines of at most so many columns."""
    if cell_len(cell) <= width and "\n" not in cell:
        return [cell]
    return [line.plain.rstrip() for line in Text(cell, overflow="fold").wrap(_CONSOLE, width)]
