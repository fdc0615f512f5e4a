"""From one date to another, in one text or within a longer line."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from careercli.domain.months import Moment, MonthSpan, month_of, month_text
from careercli.formats.document import shortened
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
_LASTS = re.compile(
    "[\\s,;|\u00b7()\\[\\].]*(?:[0-9]+\\+? ?[a-z]+\\.?[\\s,;&+()\\].]*(?:(?:and|und|et|y|e) )?){0,3}"
)
"""How long a job was, after its dates: ``(2 yrs 3 mos)``."""


Dates = tuple[Moment | None, Moment | None, str]
"""The start and end of a job, and what of them cannot be read; one that goes on has no end."""


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


def dated(start: str, end: str, order: DayOrder | None = None, *, over: bool = False) -> Dates:
    """Return the start and end of a job and what of them cannot be read; a job without an end goes on.

    A range in place of the start is both. ``over`` says that the job does not go on, whatever its end says.
    With a start, what is wrong is the end alone.
    """
    if goes_on(end) and (both := range_of(start, order=order)):
        return both.start, both.end, ""
    moments: list[Moment | None] = []
    wrong = []
    for text, blank in ((start, not start), (end, goes_on(end))):
        moment = None
        if not blank:
            try:
                moment = moment_of(text, order=order)
            except ValueError as error:
                wrong.append(str(error))
        moments.append(moment)
    if over and start and goes_on(end):
        wrong.append("it is said to be over, and not when it ended")
    return moments[0], moments[1], "; ".join(wrong)


def dated_range(text: str, order: DayOrder | None = None) -> Dates:
    """Return the start and end of a job that one text holds, and what of it cannot be read."""
    both = range_of(text, order=order)
    if both:
        return both.start, both.end, ""
    try:
        moment_of(text, order=order)
    except ValueError as error:
        return None, None, str(error)
    return None, None, _one_date(text)


def _one_date(text: str) -> str:
    return f"'{shortened(text, 30)}' is one date, and whether a start or an end is not said"


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
    return LineDates(
        dates[0].moment,
        None,
        _one_date(text[first:stop].strip()),
        _rest(text[:first], text[stop:]),
        single=True,
    )


def _rest(before: str, after: str) -> str:
    """Return the two parts around dates, without the signs that parted them, with a bar between."""
    before, after = before.strip(), after.strip()
    if before.endswith(("(", "[")):
        before = before[:-1]
        after = after[1:] if after.startswith((")", "]")) else after
    before = re.sub(rf"[{_EDGE_SIGNS}(\[]+$", "", before)
    after = re.sub(rf"^[{_EDGE_SIGNS})\]]+", "", after)
    return f"{before} | {after}" if before and after else before or after


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
