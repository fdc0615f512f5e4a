"""Dates as résumés write them: a year, a month, a day; blank or "present" where a job goes on."""

from __future__ import annotations

import re
from datetime import date

from careercli.domain.months import Moment, MonthSpan, month_of, month_text
from careercli.domain.names import fold
from careercli.formats.document import shortened

_NOW = frozenset({"", "present", "current", "now", "today", "ongoing", "to date", "null", "none", "-"})
_EARLIEST, _LATEST = 1900, 2200
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_ISO = re.compile(r"([0-9]{4})(?:[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?)?(?:[Tt ][0-9]{1,2}:.*)?")
_MONTH_FIRST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{4})")
_NAMED = re.compile(
    r"(?:(?P<before>[0-9]{1,2})\.? )?(?P<month>[a-z]{3,9})\.?,? "
    r"(?:(?P<after>[0-9]{1,2}), ?)?(?P<year>[0-9]{4})"
)
_SPAN = re.compile(r"(.+?)\s+(?:to|until|-|\u2013)\s+(.+)", re.IGNORECASE)


def goes_on(text: str) -> bool:
    """Return whether the end of a job says that it has none: blank, "present" and the like in any case."""
    return fold(text) in _NOW


def moment_of(text: str) -> Moment:
    """Return the month or year that a date is in: ``2020``, ``2020-03-14``, ``Mar 2020``, ``Mar 14, 2020``.

    Raises:
        ValueError: it is no date from 1900 to 2200; says so.

    """
    folded = fold(text)
    iso, turned, named = (form.fullmatch(folded) for form in (_ISO, _MONTH_FIRST, _NAMED))
    if iso:
        year, month, day = iso.groups()
    elif turned:
        month, year = turned.groups()
        day = None
    elif named and (number := _month_number(named["month"])):
        year, month, day = named["year"], str(number), named["before"] or named["after"]
    else:
        raise ValueError(f"'{shortened(text, 30)}' is not a date that can be read")
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise ValueError(f"'{shortened(text, 30)}' is a date that does not exist") from None
    if not _EARLIEST <= int(year) <= _LATEST:
        raise ValueError(f"'{shortened(text, 30)}' is not from {_EARLIEST} to {_LATEST}")
    return Moment(int(year), int(month) if month else None)


def _month_number(word: str) -> int | None:
    """Return the number of an English month written out, with three letters, or as ``sept``."""
    for number, name in enumerate(_MONTHS, start=1):
        if word == name or word == name[:3] or (word == "sept" and name == "september"):
            return number
    return None


def span_of(text: str, now: int) -> MonthSpan:
    """Return the months of an answer such as ``2019-03 to 2021-06`` or ``2019-03 to now``.

    Raises:
        ValueError: it is none, runs backwards, or begins after the month ``now``; says which.

    """
    parts = _SPAN.fullmatch(text.strip())
    if not parts:
        raise ValueError("Type two months, as in 2019-03 to 2021-06, or 2019-03 to now")
    start = moment_of(parts[1])
    first = month_of(start.year, start.month or 1)
    last = now
    if not goes_on(parts[2]):
        end = moment_of(parts[2])
        last = min(month_of(end.year, end.month or 12), now)
    if first > now:
        raise ValueError(f"{month_text(first)} is still to come")
    if last < first:
        raise ValueError("The end is before the start")
    return MonthSpan(first, last)
