"""Bars and levels as signs; a screen reader hears what is said beside them."""

from __future__ import annotations

from collections.abc import Sequence

from careercli.domain.model import HIGHEST_LEVEL

BAR_CELLS = 8
LEAST_RISE = 0.2
"""A line of values over time spans at least so much of what runs from 0 to 1."""

RISING = "▁▂▃▄▅▆▇█"


def fit_bar(fit: float) -> str:
    """Return a fit from 0 to 1 as a bar; only a fit of 1 fills it."""
    full = int(fit * BAR_CELLS + 1e-9)
    return "█" * full + "░" * (BAR_CELLS - full)


def rising(values: Sequence[float], *, least: float = LEAST_RISE) -> str:
    """Return values from 0 to 1 as a line of signs, each as high as those of lower values or higher.

    The line spans its own values, and at least so much: a small move can be seen, and none looks large.
    """
    lowest, highest = min(values, default=0.0), max(values, default=0.0)
    span = max(highest - lowest, least)
    low = max(min((lowest + highest - span) / 2, 1 - span), 0.0)
    places = (int((value - low) / span * len(RISING) + 1e-9) for value in values)
    return "".join(RISING[min(place, len(RISING) - 1)] for place in places)


def level_bar(have: int | None, need: int) -> str:
    """Return a level as four signs: reached, missing up to the need, beyond it."""
    reached = min(have or 0, HIGHEST_LEVEL)
    missing = max(need - reached, 0)
    return "●" * reached + "○" * missing + "·" * (HIGHEST_LEVEL - reached - missing)


def levels(have: int | None, need: int) -> str:
    """Return ``2 → 3``; an unrated skill has a question mark."""
    return f"{'?' if have is None else have} → {need}"
