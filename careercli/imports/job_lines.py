"""The lines among which jobs stand: their dates taken out, and whether each may be part of a job's head."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from careercli.imports.contacts import is_contact
from careercli.imports.date_ranges import LineDates, dates_in, single_date_in
from careercli.imports.dates import DayOrder
from careercli.imports.headings import heading_inside
from careercli.imports.job_head import HeadReader, is_worked_as
from careercli.imports.job_words import CERTAIN, DID, LIKELY, employer_strength, without_length
from careercli.imports.labels import labelled
from careercli.imports.places import is_place
from careercli.reading.lines import Line

NO_DATES = LineDates(None, None, "", "")

_MOST_WORDS = 16
_MOST_LETTERS = 140
_LONG_LINE = 60
_MOST_PARTS = 6
_ENDED = re.compile(r"[.!?:)]$|\d$")
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.!?;,:]$")
_SHORT_FORMS = re.compile(
    r"\b(?:inc|ltd|co|corp|llc|b\.v|n\.v|s\.a|jr|sr|bros|st|u\.s|u\.k|plc|pvt|gmbh|l\.p)\.$", re.IGNORECASE
)
_VERB = re.compile(rf"(?:responsible|{DID}|i|my|we|\w+ed|\w+ing)\b", re.IGNORECASE)
_SMALL_WORDS = re.compile(r"\b(?:A|AN|ON|TO|WITH|FROM|BY|MY|OUR|THEIR|THE (?!\w+$)|FOR|AT)\b")
"""In a line in capitals: those of a sentence."""

_SENTENCES = re.compile(r"[a-z]{3,}[.!?] [A-Z]")
_PARTED = re.compile(r"\t|\s[|\u00b7\u2022@\u2010-\u2015-]\s")
_MOST_HEAD = 3
_PLACE_WORDS = 4
_MANY = re.compile(r"\)\s*[,;|/]?\s*(?=[^\W\d_])|\s*;\s*")
_FROM = re.compile(
    r"\s*(?:start(?:ed)?(?: date)?|from|date (?:of )?joining|joining date|joined)\s*[:\t]\s*(\S.*)",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\s*(?:end(?:ed)?(?: date)?|to|until|date of leaving|leaving date|left)\s*[:\t]\s*(\S.*)", re.IGNORECASE
)


_NAMED = frozenset({"title", "employer"})
_VALUED = _NAMED | {"aside"}
"""What labels say whose value may stand on the next line."""


class Item(NamedTuple):
    """A line with its dates taken out of it."""

    line: Line
    text: str
    dates: LineDates | None = None
    headish: bool = False

    @property
    def blank(self) -> bool:
        """Whether there is nothing on the line."""
        return not self.line.text

    @property
    def may_stand_in_head(self) -> bool:
        """Whether the line may be one of a head beside the line with the dates."""
        return self.headish and self.line.mark != "bullet"


def items_of(lines: Sequence[Line], heads: HeadReader, order: DayOrder | None) -> Iterator[Item]:
    """Yield lines with their dates taken out; a range over two lines is one, jobs on one line are parted."""
    before = ""
    for line in _apart(_marked(_joined(lines, order), order), order):
        dates = dates_in(line.text, order)
        text = without_length(dates.rest) if dates else line.text
        headish = _headish(line, text, "" if dates else before, heads)
        if dates is None and headish and line.mark != "bullet":
            single = single_date_in(line.text, order)
            if single and _is_beside_title(single.rest, heads):
                dates, text = single, without_length(single.rest)
        yield Item(line, text, dates, headish)
        before = line.text


def _is_beside_title(rest: str, heads: HeadReader) -> bool:
    """Return whether a single date is that of a job: it is not the end of an aside, nor within a sentence."""
    whole = rest.count("(") == rest.count(")")
    return whole and (len(rest) < _LONG_LINE or heads.best_title(rest) >= LIKELY)


def _headish(line: Line, text: str, before: str, heads: HeadReader) -> bool:
    """Return whether a line may be part of a job's head rather than tell of a job; ``text`` has no dates."""
    if len(text.split()) > _MOST_WORDS or len(text) > _MOST_LETTERS or heading_inside(text):
        return False
    role = labelled(text)[0]
    if not text or role or line.mark == "heading" or is_contact(line.text):
        return role != "told" and not is_contact(line.text)
    if _SENTENCES.search(text):
        return False
    strength = heads.best_title(text)
    if line.mark == "bullet":
        return strength >= CERTAIN and not _VERB.match(text) and not _SENTENCE_END.search(text)
    if _SENTENCE_END.search(text) and not _SHORT_FORMS.search(text):
        return False
    return strength >= CERTAIN or not _tells(text, before, likely=strength >= LIKELY)


def _tells(text: str, before: str, *, likely: bool) -> bool:
    """Return whether a line that has no certain title looks as if it told of a job."""
    words = text.split()
    if words[0].islower() and words[0].isalpha():
        return True
    if likely or employer_strength(text):
        return False
    if _PARTED.search(text) or is_worked_as(text):
        return False
    goes_on = len(before) >= _LONG_LINE and "\t" not in before and not _ENDED.search(before)
    return goes_on or (len(words) > 3 and bool(_VERB.match(text)) and not _is_name(text))


def _is_name(text: str) -> bool:
    """Return whether a line that begins like a verb is a name, as ``Red Bluff Cable & Internet`` is."""
    words = text.split()
    if text.isupper():
        return not _SMALL_WORDS.search(text)
    return all(word[0].isupper() or not word.isalpha() for word in words)


def _joined(lines: Sequence[Line], order: DayOrder | None) -> Iterator[Line]:
    """Yield lines, those in one that a range of dates runs over, or a start and an end with labels."""
    index = 0
    while index < len(lines):
        line = lines[index]
        following = next((i for i in range(index + 1, min(index + 3, len(lines))) if lines[i].text), None)
        if following is not None:
            text = lines[following].text
            both = _FROM.fullmatch(line.text), _TO.fullmatch(text)
            together = f"{both[0][1]} \u2013 {both[1][1]}" if both[0] and both[1] else ""
            if line.text.endswith(":") and labelled(line.text)[0] in _VALUED and not labelled(text)[0]:
                together = f"{line.text} {text}"
            dates = dates_in(line.text, order)
            if not together and dates and dates.cut_off:
                whole = dates_in(f"{line.text} {text}", order)
                together = f"{line.text} {text}" if whole and not whole.cut_off else ""
            if together:
                yield msgspec.structs.replace(line, text=together)
                index = following + 1
                continue
        yield line
        index += 1


def _marked(lines: Iterable[Line], order: DayOrder | None) -> Iterator[Line]:
    """Yield lines by their labels: duties as a bullet, titles, employers and dates as none."""
    for line in lines:
        role, value = labelled(line.text)
        if role == "told" and value:
            yield msgspec.structs.replace(line, text=value.lstrip(": "), mark="bullet")
        elif line.mark == "bullet" and (role in _NAMED or (role and dates_in(value, order))):
            yield msgspec.structs.replace(line, mark="text")
        else:
            yield line


def _apart(lines: Iterable[Line], order: DayOrder | None) -> Iterator[Line]:
    """Yield lines; one with several jobs, each with its dates in brackets, as several."""
    for line in lines:
        parts = (
            [part for part in _MANY.split(line.text) if part.strip()]
            if ")" in line.text or ";" in line.text
            else []
        )
        dated = [dates_in(part, order) for part in parts]
        if 1 < len(parts) <= _MOST_PARTS and all(dates and dates.rest for dates in dated):
            for part in parts:
                yield msgspec.structs.replace(line, text=part)
        else:
            yield line


def with_dates_above(items: list[Item], heads: HeadReader) -> list[Item]:
    """Return items in which dates that stand below what is told of a job have moved to its head.

    A column at the right may be given after the text that it stands beside. The dates belong to the job
    above them where that gives every job its own: each begins with a head without dates, and no head follows
    the last.
    """
    ends = [i for i, item in enumerate(items) if item.dates and item.headish and not item.dates.single]
    out: list[Item] = []
    begin, told = 0, False
    for end in ends:
        block = items[begin:end]
        while block and (block[-1].blank or _is_margin(block)):
            block.pop()
        first = next((i for i, item in enumerate(block) if not item.blank), len(block))
        body = first
        while body < len(block) and not block[body].blank and block[body].may_stand_in_head:
            body += 1
        titled = any(heads.best_title(item.text) >= LIKELY for item in block[first:body])
        if not titled or body - first > _MOST_HEAD or items[end].text or _has_head(block[body:], heads):
            return items
        told = told or body < len(block)
        out += [*block[:first], block[first]._replace(dates=items[end].dates), *block[first + 1 :]]
        begin = end + 1
        if (
            begin < len(items)
            and _is_margin(items[begin : begin + 1])
            and not any(item.text for item in items[begin + 1 : begin + 2])
        ):
            begin += 1
    if not told or _has_head(items[begin:], heads):
        return items
    return out + items[begin:]


def _is_margin(items: list[Item]) -> bool:
    """Return whether the last of some lines is a place at the margin: a few words by themselves."""
    last = items[-1]
    apart = len(items) < 2 or items[-2].blank or is_place(last.text)
    return apart and last.may_stand_in_head and 0 < len(last.text.split()) <= _PLACE_WORDS and not last.dates


def _has_head(items: list[Item], heads: HeadReader) -> bool:
    return any(item.may_stand_in_head and heads.best_title(item.text) >= LIKELY for item in items)
