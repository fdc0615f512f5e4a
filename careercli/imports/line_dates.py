"""Dates inside a line: the range of a job, also where a part of it cannot be read."""

from __future__ import annotations

import re
from typing import NamedTuple

from careercli.domain.months import Moment
from careercli.imports.date_ranges import find_range
from careercli.imports.dates import DayOrder, moments_in, plain_of
from careercli.imports.fields import dated

_MOST_LETTERS = 400
"""A line that is longer is a paragraph, whose dates are told within it."""

_DASH = "[-\u2010-\u2015\u2212~]"
_DIGIT = re.compile(r"\d")
_EDGE_SIGNS = rf"\s,;:|/@\u2022\u00b7{_DASH[1:-1]}"
_LOOSE = (
    r"\d{1,4}[./-]\d{1,4}(?:[./-]\d{2,4})?|[^\W\d_]{3,10}\.?,? ?\d{4}|\d{4}|\?+|[xX]{2,4}|unknown|n/a|tb[ad]"
)
_BROKEN = re.compile(
    rf"(?<![\w./-])({_LOOSE})\s*(?:{_DASH}|\bto\b|\buntil\b)\s*({_LOOSE})(?![\w./-])", re.IGNORECASE
)
"""What is meant as a range, whether or not its dates can be."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CUT = re.compile(r"[\d./-]*\d[./-]\s*$")


class LineDates(NamedTuple):
    """The dates of a line: when they begin and end (never, where they go on), what of them cannot be read.

    ``rest`` is the line without them, with a bar where they stood between two parts of it; ``single`` says
    that there is one date and no range; ``cut_off`` that the line ends with the dash.
    """

    start: Moment | None
    end: Moment | None
    wrong: str
    rest: str
    single: bool = False
    cut_off: bool = False


def dates_in(text: str, order: DayOrder | None = None) -> LineDates | None:
    """Return the first range of dates in a line, or None."""
    if len(text) > _MOST_LETTERS or not _DIGIT.search(text):
        return None
    found = find_range(text, order=order)
    if found and not _CUT.search(found.before):
        rest = _rest(found.before, found.after)
        return LineDates(*found.dates, "", rest, cut_off=found.cut_off)
    for broken in _BROKEN.finditer(text):
        if all(_YEAR.search(part) or not _DIGIT.search(part) for part in broken.groups()):
            rest = _rest(text[: broken.start()], text[broken.end() :])
            return LineDates(*dated(broken[1], broken[2]), rest)
    return None


def single_date_in(text: str, order: DayOrder | None = None) -> LineDates | None:
    """Return the date of a line that has one alone and no range, or None."""
    if len(text) > _MOST_LETTERS or not _DIGIT.search(text):
        return None
    plain = plain_of(text)
    dates = list(moments_in(plain, order)) if len(plain) == len(text) else []
    if len(dates) != 1:
        return None
    first, stop = dates[0].first, dates[0].stop
    wrong = f"'{text[first:stop].strip()}' is one date, and whether a start or an end is not said"
    return LineDates(dates[0].moment, None, wrong, _rest(text[:first], text[stop:]), single=True)


def _rest(before: str, after: str) -> str:
    """Return the two parts around dates, without the signs that parted them, with a bar between."""
    before, after = before.strip(), after.strip()
    if before.endswith(("(", "[")):
        before = before[:-1]
        after = after[1:] if after.startswith((")", "]")) else after
    before = re.sub(rf"[{_EDGE_SIGNS}(\[]+$", "", before)
    after = re.sub(rf"^[{_EDGE_SIGNS})\]]+", "", after)
    return f"{before} | {after}" if before and after else before or after
