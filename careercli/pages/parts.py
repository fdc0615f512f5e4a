"""Bars, levels and hours as several screens show them."""

from __future__ import annotations

from collections.abc import Sequence

from careercli.domain.model import HIGHEST_LEVEL
from careercli.pages.look import Look
from careercli.text import phrases

BAR_CELLS = 8
LEAST_RISE = 0.2
"""A line of values over time spans at least so much of what runs from 0 to 1."""

percent, percent_asked, points = phrases.percent, phrases.percent_asked, phrases.points


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
