"""The same words everywhere: amounts, dates, lists, names inside a sentence."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from careercli.domain.growth import Hours
from careercli.domain.model import Source
from careercli.domain.schedule import Effort, Span


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def listed_first(words: Sequence[str], most: int) -> str:
    """Return words as a list in a sentence; of many only the first, and how many there are besides."""
    if len(words) <= most:
        return listed(words)
    return f"{', '.join(words[:most])} and {len(words) - most:,} more"


def inside(name: str) -> str:
    """Return a name as it stands inside a sentence: ``coaching``, but ``CRM systems``."""
    first = name.split(" ", 1)[0]
    return name if first[1:] != first[1:].lower() else f"{name[:1].lower()}{name[1:]}"


def spoken(amount: int) -> str:
    """Return a small number as a word, as one says it in a sentence: ``one``, ``ten``, 11."""
    return _SPOKEN[amount] if 0 <= amount < len(_SPOKEN) else str(amount)


_WHOLE_HOURS = 10


_SPOKEN = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number(value: float) -> str:
    """Return a number without needless decimals: 4, 2.5."""
    return f"{value:.1f}".rstrip("0").rstrip(".") if value != int(value) else str(int(value))


def tenths_up(years: float) -> str:
    """Return years in tenths, rounded up: what is shown as missing is enough."""
    return number(math.ceil(round(years * 10, 6)) / 10)


def tenths_down(years: float) -> str:
    """Return years in tenths, rounded down: what is shown as there is there."""
    return number(math.floor(round(years * 10, 6)) / 10)


_BINARY = 1e-9
"""More than a share's hundredfold is off by for being kept in binary: 0.57 * 100 is 56.99999999999999."""


def points(share: float) -> int:
    """Return a share that is reached, from 0 to 1, in whole percent points, rounded down.

    What is shown as 70 is at least 0.70, so a fit never looks like one that passes and does not.
    """
    return math.floor(share * 100 + _BINARY)


def points_asked(share: float) -> int:
    """Return a share that is asked for in whole percent points, rounded up: who shows as many has enough."""
    return math.ceil(share * 100 - _BINARY)


def percent(share: float) -> str:
    """Return a share that is reached, as :func:`points` rounds it: ``57%``."""
    return f"{points(share)}%"


def points_between(before: float, after: float) -> str:
    """Return by how much a share moved, as it is shown: ``+2 points``, ``same``."""
    amount = points(after) - points(before)
    return f"{amount:+d} {'point' if abs(amount) == 1 else 'points'}" if amount else "same"


def percent_asked(share: float) -> str:
    """Return a share that is asked for, as :func:`points_asked` rounds it: ``70%``."""
    return f"{points_asked(share)}%"


def hours_of(effort: Hours | Effort) -> str:
    """Return an effort as a range of hours, as :func:`hours_range` does."""
    return hours_range(effort.min, effort.max)


def hours_range(low: float, high: float) -> str:
    """Return a range of hours: ``4-6 h``, in whole hours from ten on."""
    first, last = _hours(low), _hours(high)
    return f"{first}-{last} h" if first != last else f"{first} h"


def _hours(hours: float) -> str:
    return number(hours if hours < _WHOLE_HOURS else round(hours))


def hours_a_week(hours: float) -> str:
    """Return how much time a person gives: ``4 hours a week``, ``1 hour a week``."""
    return f"{count(hours, 'hour')} a week"


def capital(sentence: str) -> str:
    """Return a sentence with its first letter as a capital."""
    return f"{sentence[:1].upper()}{sentence[1:]}"


def small(text: str) -> str:
    """Return a text with its first letter small."""
    return f"{text[:1].lower()}{text[1:]}"


def count(amount: float | str, noun: str, plural: str | None = None) -> str:
    """Return an amount with its noun, ``1 gap``, ``2.5 years``; a text is an amount as it is shown."""
    shown = amount if isinstance(amount, str) else number(amount)
    return f"{shown} {noun if shown == '1' else plural or noun + 's'}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(value: date) -> str:
    """Return a date as people write it, the same in every locale: ``3 Apr 2027``."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def between(span: Span, today: date) -> str:
    """Return a span of dates: ``today``, ``3 Apr 2027``, ``12 Feb to 3 Apr 2027``."""
    low, high = span.earliest, span.latest
    if low is None or high is None:
        return "not within this plan"
    if high == today:
        return "today"
    if low == high:
        return day(low)
    if low == today:
        return f"today to {day(high)}"
    first = day(low) if low.year != high.year else f"{low.day} {_MONTHS[low.month - 1]}"
    return f"{first} to {day(high)}"


def described(source: Source) -> str:
    """Return a source on one line: title, publisher and date."""
    return f"{source.title}. {source.publisher}, {source.date}."
