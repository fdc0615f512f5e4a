"""From one date to another, in one text or within a longer line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from careercli.domain.months import Moment, MonthSpan, month_of, month_text
from careercli.imports.date_words import NOW, SINCE, UNTIL, month_words
from careercli.imports.dates import DayOrder, Found, goes_on, moment_of, moments_in, plain_of

_BETWEEN = re.compile(f"\\s*(?:[-~]+>?|/)\\s*|\\s+(?:{UNTIL})\\s+")
_CUT_OFF = re.compile("\\s*[-~]+\\s*(?:$|(?=[,;|)]))")
_GOING = re.compile(NOW)
_SINCE = re.compile(f"(?:^|(?<=[^a-z0-9]))(?:{SINCE})\\s*$")
_FROM = re.compile(f"(?:^|(?<=[^a-z0-9]))(?:{SINCE}|between|von|vom|de|da|du)\\s*$")
_MONTH_ALONE = re.compile(f"(?<![a-z0-9])([a-z]{{3,14}})\\.?(?:{_BETWEEN.pattern})$")
_SHORT_YEAR = re.compile("'?([0-9]{2})(?![0-9a-z/.:-])")
_LONGEST_WORD = 30
_LASTS = re.compile(
    "[\\s,;|\u00b7()\\[\\].]*(?:[0-9]+\\+? ?[a-z]+\\.?[\\s,;&+()\\].]*(?:(?:and|und|et|y|e) )?){0,3}"
)
"""How long a job was, after its dates: ``(2 yrs 3 mos)``."""


class DateRange(NamedTuple):
    """From a month or year to another; without an end it goes on."""

    start: Moment
    end: Moment | None


class FoundRange(NamedTuple):
    """A range of dates in a longer line, and what stands around it.

    ``cut_off`` says that the line ends with the dash, so that the end may stand on the next line.
    """

    dates: DateRange
    before: str
    after: str
    cut_off: bool = False


class _Match(NamedTuple):
    """A range in a text, from one place to another."""

    first: int
    stop: int
    dates: DateRange
    cut_off: bool = False


def find_range(text: str, *, order: DayOrder | None = None) -> FoundRange | None:
    """Return the first range of dates in a line: ``Agent, Acme (Mar 2019 to date)``, ``since 2019``; or None.

    A date alone is no range. What stands before and after keeps its signs, without the white space around.
    ``order`` is that of the whole file, as ``dates.day_order`` tells it.
    """
    whole = unicodedata.normalize("NFC", text)
    plain = plain_of(whole)
    found = list(moments_in(plain, order))
    for index, date in enumerate(found):
        match = next(_ranges_at(plain, date, found[index + 1 : index + 2]), None)
        if match:
            before = _FROM.sub("", plain[: match.first])
            return FoundRange(
                match.dates, whole[: len(before)].strip(), whole[match.stop :].strip(), match.cut_off
            )
    return None


def _ranges_at(plain: str, at: Found, after: list[Found]) -> Iterator[_Match]:
    """Yield the ranges that begin with a date, or end with it where only a month stands before it."""
    between = _BETWEEN.match(plain, at.stop)
    stop = between.end() if between else at.stop
    if between and after and after[0].first == stop:
        yield _Match(at.first, after[0].stop, DateRange(at.moment, after[0].moment))
    if between and (going := _GOING.match(plain, stop)):
        yield _Match(at.first, going.end(), DateRange(at.moment, None))
    if between and at.moment.month is None and (short := _SHORT_YEAR.match(plain, stop)):
        end = Moment(at.moment.year - at.moment.year % 100 + int(short[1]))
        if end.year >= at.moment.year:
            yield _Match(at.first, short.end(), DateRange(at.moment, end))
    month = _MONTH_ALONE.search(plain, max(0, at.first - _LONGEST_WORD), at.first)
    if month and at.moment.month and month[1] in month_words():
        number, about = month_words()[month[1]]
        start = Moment(at.moment.year, number, about=about)
        yield _Match(month.start(), at.stop, DateRange(start, at.moment))
    if cut_off := _CUT_OFF.match(plain, at.stop):
        at_end = cut_off.end() == len(plain)
        yield _Match(at.first, cut_off.end(), DateRange(at.moment, None), at_end)
    if _SINCE.search(plain, max(0, at.first - _LONGEST_WORD), at.first):
        yield _Match(at.first, at.stop, DateRange(at.moment, None))


def range_of(text: str, *, order: DayOrder | None = None) -> DateRange | None:
    """Return the range that a whole text is: ``Jan 2019 - Mar 2021 (2 yrs 3 mos)``, ``2019 -``; or None."""
    found = find_range(text.strip(" ()[]"), order=order)
    if found and not found.before and _LASTS.fullmatch(plain_of(found.after)):
        return found.dates
    return None


def span_of(text: str, now: int) -> MonthSpan:
    """Return the months of an answer such as ``2019-03 to 2021-06`` or ``2019-03 to now``.

    Raises:
        ValueError: it is none, runs backwards, or begins after the month ``now``; says which.

    """
    dates = range_of(text)
    if not dates:
        raise ValueError("Type two months, as in 2019-03 to 2021-06, or 2019-03 to now")
    return _counted(dates.start, dates.end, now)


def span_to(start: Moment, text: str, now: int) -> MonthSpan:
    """Return the months from a start to an end that was typed: ``2021-06``, ``now``.

    Raises:
        ValueError: it is no date, or before the start; says which.

    """
    return _counted(start, None if goes_on(text) else moment_of(text), now)


def _counted(start: Moment, end: Moment | None, now: int) -> MonthSpan:
    first = month_of(start.year, start.month or 1)
    last = now if end is None else min(month_of(end.year, end.month or 12), now)
    if first > now:
        raise ValueError(f"{month_text(first)} is still to come")
    if last < first:
        raise ValueError("The end is before the start")
    return MonthSpan(first, last)
