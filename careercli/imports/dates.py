"""Dates as résumés write them: a year, a month, a day, in figures or words; blank or "present" at the end.

Own code, since the libraries that read dates guess what is missing from today's date, take one order of day
and month for granted, and know no ranges.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from careercli.domain.months import Moment
from careercli.formats.document import shortened
from careercli.imports.date_words import NOW, PARTS, month_words

DayOrder = Literal["day-first", "month-first"]
"""In which order a file writes ``03/04/2021``: as the 3rd of April or as March 4."""

_EARLIEST, _LATEST = 1900, 2200
_CENTURY = 69
"""Of two digits, a year from here on is of the last century."""

_Y = "(?P<y>[0-9]{4})"
_YY = "(?P<y>'?[0-9]{4}|'?[0-9]{2})"
_WORD = "(?P<w>[a-z]{3,14})"
_TH = "(?:st|nd|rd|th|er|o|a|\\.)?"
_OF = "(?: (?:of|de|di|del|do))?"
_TIME = "[t ][0-9]{1,2}:[0-9:.]*(?:z|[-+][0-9:]+)?"
_DAY_FIRST = f"(?:(?P<d>[0-9]{{1,2}}){_TH}{_OF}[- /]?)?"
_DAY_AFTER = f"(?:(?P<e>[0-9]{{1,2}}){_TH}(?:, ?| ))?"
_FORMS = tuple(
    re.compile(f"(?:(?:ca?\\.?|circa|about|approx\\.?) ?)?(?:{form})(?![a-z0-9])")
    for form in (
        f"{_Y}[-/.](?P<m>[0-9]{{1,2}})(?:[-/.](?P<d>[0-9]{{1,2}}))?(?:{_TIME})?",
        f"{_Y}(?P<m>[0-9]{{2}})(?P<d>[0-9]{{2}})?",
        f"(?P<a>[0-9]{{1,2}})(?P<s>[-/.]) ?(?P<b>[0-9]{{1,2}})[-/.] ?{_YY}",
        "(?P<m>[0-9]{1,2}) ?[-/.] ?(?P<y>[0-9]{4}|'[0-9]{2})",
        "(?P<m>[0-9]{1,2})/(?P<y>[0-9]{2})",
        f"{_DAY_FIRST}{_WORD}[.,]?{_OF}[- /,]*{_DAY_AFTER}{_YY}",
        f"{_Y}(?:, ?|[- /]){_WORD}\\.?(?: (?P<d>[0-9]{{1,2}}){_TH})?",
        f"{_Y} ?年(?: ?(?P<m>[0-9]{{1,2}}) ?月(?: ?(?P<d>[0-9]{{1,2}}) ?日)?)?",
        f"(?P<p>{'|'.join(PARTS)})(?: of)?[- ]{_Y}",
        f"q(?P<q>[1-4])[- /,]*{_YY}",
        f"{_Y}[- /]*q(?P<q>[1-4])",
        _Y,
        "(?P<y>'[0-9]{2})",
    )
)
_TOKEN = re.compile("(?<![a-z0-9'])['a-z0-9]")
_LETTERS = re.compile("[a-z]{3,}")
_NOTHING = re.compile("(?:null|none|n/?a|undefined|nil|tbd|[-~.?]+)?")
_NO_DAY = re.compile(
    "(?:0000|0001|9999|2999|2099)(?![0-9]).*|[0-9]{1,2}[./-][0-9]{1,2}[./-](?:9999|2999|2099)"
)
"""Days that programs write where there is none."""

_GOING = re.compile(NOW)
_SLASHES = re.compile(
    "(?<![0-9/.-])([0-9]{1,2})([/-])([0-9]{1,2})\\2(?:(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9/.-])"
)
_SIGNS = {
    **dict.fromkeys("\u2019\u2018\u0060\u00b4\u02bc\u2032", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2212\ufe63", "-"),
    **dict.fromkeys("\u2013\u2014\u2015\u2192\u27f6\u301c", "~"),
}
"""Apostrophes, hyphens, and the dashes that only ever part two dates."""


class _Plain(dict[int, str]):
    """Letters without case and accent, one for one, so that places in the text stay."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        plain = " " if sign.isspace() else unicodedata.normalize("NFKD", sign)[0].lower()[0]
        self[code] = _SIGNS.get(sign) or _SIGNS.get(plain) or plain
        return self[code]


_PLAIN = _Plain()


def plain_of(text: str) -> str:
    """Return a text without case, accents and odd signs, each letter where it was: ``März`` is ``marz``."""
    return text.translate(_PLAIN)


def _whole(text: str) -> str:
    return " ".join(plain_of(unicodedata.normalize("NFC", text)).split())


def goes_on(text: str) -> bool:
    """Return whether the end of a job says that it has none: blank, "present", "till date", the year 9999."""
    plain = _whole(text.strip(" .()[]"))
    return any(form.fullmatch(plain) for form in (_NOTHING, _GOING, _NO_DAY))


def day_order(text: str) -> DayOrder | None:
    """Return the order of day and month in the dates of a whole file; None where no ``25/03/2021`` tells.

    Nobody mixes the orders in one file, so one date that can be read in one way only settles the others.
    """
    found = [(int(match[1]), int(match[3])) for match in _SLASHES.finditer(text)]
    days = any(first > 12 >= second for first, second in found)
    months = any(second > 12 >= first for first, second in found)
    return None if days == months else "day-first" if days else "month-first"


def moment_of(text: str, *, order: DayOrder | None = None) -> Moment:
    """Return the month or year that a date is in: ``2020-03-14``, ``03/2020``, ``Mar '20``, ``2020年3月``.

    Of ``03/04/2021`` the month is the one that ``order`` says; without an order the result holds both. Of a
    season or quarter it is the middle month, and ``about`` says so.

    Raises:
        ValueError: it is no date from 1900 to 2200; says so.

    """
    plain = _whole(text)
    wrong = "is not a date that can be read"
    for form in _FORMS:
        match = form.fullmatch(plain)
        if match:
            try:
                return _moment(match, order)
            except LookupError:
                continue
            except ValueError as error:
                wrong = str(error)
    raise ValueError(f"'{shortened(text, 30)}' {wrong}")


def _moment(match: re.Match[str], order: DayOrder | None) -> Moment:
    """Return the month that a match of a form means.

    Raises:
        KeyError: its word is none of a date.
        ValueError: there is no such day; says what it is.

    """
    said = match.groupdict()
    digits = said["y"].lstrip("'")
    year = int(digits)
    if len(digits) == 2:
        year += 1900 if year >= _CENTURY else 2000
    month = int(said["m"]) if said.get("m") else None
    day = int(said.get("d") or said.get("e") or 1)
    other, about = None, False
    if word := said.get("w"):
        month, about = month_words()[word]
    elif part := said.get("p"):
        month, about = PARTS[part], True
    elif quarter := said.get("q"):
        month, about = int(quarter) * 3 - 1, True
    elif said.get("a"):
        first, second = int(said["a"]), int(said["b"])
        if said["s"] == "." or max(first, second) > 12:
            order = "month-first" if second > 12 else "day-first"
        month, day = (second, first) if order == "day-first" else (first, second)
        other = second if order is None and first != second else None
    try:
        date(year, 1 if month is None else month, day)
    except ValueError:
        raise ValueError("is a date that does not exist") from None
    if not _EARLIEST <= year <= _LATEST:
        raise ValueError(f"is not from {_EARLIEST} to {_LATEST}")
    return Moment(year, month, other, about)


class Found(NamedTuple):
    """A date in a text, from one place to another."""

    first: int
    stop: int
    moment: Moment


def moments_in(plain: str, order: DayOrder | None = None) -> Iterator[Found]:
    """Yield the dates of a text that is plain already, each as long as can be."""
    at = 0
    while token := _TOKEN.search(plain, at):
        at = token.end()
        found = _moment_at(plain, token.start(), order)
        if found:
            yield found
            at = found.stop


def _moment_at(plain: str, at: int, order: DayOrder | None) -> Found | None:
    letters = _LETTERS.match(plain, at)
    if letters and letters[0] not in month_words() and letters[0] not in PARTS:
        return None
    longest = None
    for form in _FORMS:
        match = form.match(plain, at)
        if match and (longest is None or match.end() > longest.stop):
            try:
                longest = Found(at, match.end(), _moment(match, order))
            except (LookupError, ValueError):
                continue
    return longest
