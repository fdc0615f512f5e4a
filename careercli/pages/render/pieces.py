"""Pieces that drawn screens are made of."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from careercli.pages import parts
from careercli.pages.blocks import LadderLine
from careercli.pages.look import ACCENT, QUIET, STRONG, Look

RUNG_CELLS = 40
"""The columns that a tier in the small ladder takes with its bar and note."""


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


def indented(content: RenderableType, by: int) -> Padding:
    """Return content moved right."""
    return Padding(content, (0, 0, 0, by))


def hanging(lead: str | tuple[str, str], content: Text) -> RenderableType:
    """Return content beside a lead; where it needs more lines they begin below it, not below the lead."""
    grid = Table.grid()
    sign = text(lead)
    grid.add_column(width=sign.cell_len)
    grid.add_column(overflow="fold")
    grid.add_row(sign, content)
    return grid


def titled(lead: str, title: str, aside: str, look: Look) -> RenderableType:
    """Return a title after a lead, with a word at the right, or after it where there is no room."""
    room = look.width - cell_len(lead) - cell_len(title) - cell_len(aside)
    if room < 2 or not aside:
        return hanging(lead, text((title, STRONG), f" ({aside})" if aside else ""))
    return text(lead, (title, STRONG), " " * room + aside)


def stack(content: Sequence[RenderableType]) -> Group:
    """Return parts one under the other."""
    return Group(*content)


def fitted(content: str, cells: int, look: Look) -> str:
    """Return text in exactly so many columns; what does not fit ends in an ellipsis."""
    if cell_len(content) > cells:
        end = "…" if look.unicode else "."
        content = set_cell_size(content, cells - 1).rstrip() + end
    return content + " " * (cells - cell_len(content))


def small_ladder(tiers: Sequence[LadderLine], look: Look) -> RenderableType:
    """Return every tier with its fit, the person and the goal on it; in two columns where there is room.

    A tier of which too little is rated has "?" in place of its fit.
    """
    entries = [_tier_line(tier, look) for tier in tiers]
    if look.width < 2 * RUNG_CELLS:
        return stack(entries)
    half = (len(entries) + 1) // 2
    lines = []
    for index in range(half):
        line = entries[index].copy()
        if index + half < len(entries):
            line.append(" " * (look.width // 2 - line.cell_len))
            line.append_text(entries[index + half])
        lines.append(line)
    return stack(lines)


def _tier_line(tier: LadderLine, look: Look) -> Text:
    mark = look.signs.here if tier.here else " "
    note = " you" if tier.here else " goal" if tier.goal else ""
    style = f"{STRONG} {ACCENT}" if tier.here else ""
    return text(
        (f"{mark}{tier.rank} {fitted(tier.short, 17, look)}", style),
        " ",
        (parts.fit_bar(tier.fit or 0.0, look), ACCENT),
        f" {'?' if tier.fit is None else parts.percent(tier.fit):>4}",
        (note, STRONG),
    )
