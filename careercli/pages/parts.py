"""Pieces that several screens are made of."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from careercli.domain.model import HIGHEST_LEVEL
from careercli.pages.blocks import LadderLine
from careercli.pages.look import ACCENT, QUIET, STRONG, Look
from careercli.text import phrases

BAR_CELLS = 8
LEAST_RISE = 0.2
"""A line of values over time spans at least so much of what runs from 0 to 1."""

RUNG_CELLS = 40
"""The columns that a tier in the small ladder takes with its bar and note."""

percent, percent_asked, points = phrases.percent, phrases.percent_asked, phrases.points


def text(*parts: str | tuple[str, str]) -> Text:
    """Return text from plain strings and (string, style) pairs; nothing in a string is markup."""
    return Text.assemble(*parts, overflow="fold", no_wrap=False)


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


def stack(parts: Sequence[RenderableType]) -> Group:
    """Return parts one under the other."""
    return Group(*parts)


def fit_bar(fit: float, look: Look, cells: int = BAR_CELLS) -> str:
    """Return a fit from 0 to 1 as a bar; only a fit of 1 fills it."""
    full = int(fit * cells + 1e-9)
    return look.signs.bar_full * full + look.signs.bar_empty * (cells - full)


def rising(values: Sequence[float], look: Look, *, least: float = LEAST_RISE) -> str:
    """Return values from 0 to 1 as a line of signs, each as high as those of lower values or higher.

    The line spans its own values, and at least so much: a small move can be seen, and none looks large.
    """
    signs = look.signs.rising
    middle = (min(values, default=0.0) + max(values, default=0.0)) / 2
    span = max(max(values, default=0.0) - min(values, default=0.0), least)
    low = max(min(middle - span / 2, 1 - span), 0.0)
    places = (int((value - low) / span * len(signs) + 1e-9) for value in values)
    return "".join(signs[min(place, len(signs) - 1)] for place in places)


def level_bar(have: int | None, need: int, look: Look) -> str:
    """Return a level as four signs: reached, missing up to the need, beyond it."""
    reached = min(have or 0, HIGHEST_LEVEL)
    signs = look.signs
    missing = max(need - reached, 0)
    return signs.have * reached + signs.missing * missing + signs.beyond * (HIGHEST_LEVEL - reached - missing)


def levels(have: int | None, need: int, look: Look) -> str:
    """Return ``2 → 3``; an unrated skill has a question mark."""
    return f"{'?' if have is None else have} {look.signs.arrow} {need}"


def levels_words(before: int | None, after: int, look: Look) -> str:
    """Return the levels that a step goes from and to, in words for a screen reader; None is not rated."""
    return levels_in_words(before, after) if look.accessible else levels(before, after, look)


def levels_in_words(before: int | None, after: int) -> str:
    """Return ``from 2 to 3``; where nothing is rated before, ``to 3``."""
    return f"to {after}" if before is None else f"from {before} to {after}"


def hours_words(low: float, high: float, look: Look) -> str:
    """Return a range of hours, in words for a screen reader."""
    shown = phrases.hours_range(low, high)
    if not look.accessible:
        return shown
    hours = shown.removesuffix(" h").replace("-", " to ")
    return f"{hours} {'hour' if hours == '1' else 'hours'}"


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
        (fit_bar(tier.fit or 0.0, look), ACCENT),
        f" {'?' if tier.fit is None else percent(tier.fit):>4}",
        (note, STRONG),
    )
