"""What a résumé lists beside its jobs: skills with their levels, certificates, education, languages."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from careercli.domain.mentions import level_of
from careercli.imports.date_ranges import LineDates, dates_in, single_date_in
from careercli.imports.dates import DayOrder
from careercli.imports.headings import heading_of, plain
from careercli.imports.job_words import ends_in_seat
from careercli.reading.lines import Line

_BETWEEN = re.compile(
    r"\s*(?:[,;|\t\u2022\u00b7\u2219]|(?<![\u25cf\u25cb])\u25cf(?![\u25cf\u25cb])|(?<!\u25aa)\u25aa(?!\u25aa)|\s{3,}|\s/\s)\s*(?![^()\[\]]*[)\]])"
)
_DRAWN = re.compile(
    r"\s*([\u2605\u25cf\u2b24\u25a0\u2588\u25aa\u2b50\u2714*]{0,10})([\u2606\u25cb\u25ef\u25a1\u2591\u2592\u25ab\u26aa]{0,10})\s*$"
)
_LEVEL = re.compile(
    r"^(.{2,60}?)\s*(?:[-\u2013\u2014:]\s+|\s[-\u2013\u2014:]\s*|[(\[])\s*([^()\[\]]{2,40}?)\s*[)\]]?$"
)
_MEASURE = re.compile(
    r"\d{1,3} ?%|\d{1,2} ?/ ?\d{1,2}|\d+\+? ?(?:years?|yrs?|jahre?|ans|a\u00f1os|anos|anni|jaar)|native.*|"
    r"mother tongue|fluent.*|bilingual.*|professional.*|conversational|muttersprache|flie\u00dfend|"
    r"verhandlungssicher|[abc][12](?: .*)?|(?:very )?(?:good|strong)|highly proficient|gut|sehr gut|"
    r"grundkenntnisse|avanc\u00e9|courant|avanzado|medio|b\u00e1sico|proficient|working knowledge|"
    r"intermediate|advanced|expert|beginner|basic|familiar",
    re.IGNORECASE,
)
_GROUP = re.compile(r"^([^,;|:]{2,50}):\s*(?=\S)")
_SENTENCE_WORDS = 8
_MOST_LETTERS = 400
"""A line that is longer lists nothing that could be told apart."""

_ISSUED = re.compile(
    r"\b(?:issued|expires|expired|valid (?:until|through|to)|no expiration(?: date)?|credential id\b.*|"
    r"license no\.?.*|certificate (?:no|number|id)\b.*|obtained|awarded|completed|in progress|earned|date:?|"
    r"see credential|show credential)\b:?",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:issued |awarded )?(?:by|from)\b", re.IGNORECASE)
_OPEN = re.compile(r"(?:[,&/+\u2013-]|\b(?:and|of|in|for|to|the|with|und|et|y|e|de))$", re.IGNORECASE)
"""What a line ends with that goes on."""

_ISSUER = re.compile(
    r"\s*(?:\||\u00b7|\u2022|\t|,\s|\s[-\u2013\u2014]\s|\s[-\u2013\u2014]$|\b(?:issued )?by:?\s|\bfrom\s)\s*"
)
_DEGREE = re.compile(
    r"(?:^|[|,;\t(\u2013-]\s*|\b(?:a|an|the|in)\s)(?:(?:bachelor|master|associate|"
    r"doctor)(?:'?s)?(?:\s+(?:of|in|degree)|$|,|\u2019s)|b\.?\s?sc|m\.?\s?sc|b\.?\s?a\b|m\.?\s?a\b|"
    r"b\.?\s?s\b|m\.?\s?s\b|a\.?a\.?s?\b|b\.?\s?com|m\.?\s?com|b\.?\s?tech|m\.?\s?tech|b\.?\s?e\b|b\.?\s?ed|"
    r"bba|bca|mca|mba|ph\.?d|llb|gcses?|a[- ]levels?|nvq|btec|hnd|hnc|ged|hsc|ssc|10th|12th|x(?:th|ii)|high "
    r"school|secondary|primary|tertiary|senior high|junior high|diploma|degree|licen[cs]e (?:pro|en)|"
    r"licence|baccalaur|bac\b|bts|dut|master|maestr\u00eda|licenciatura|bachillerato|grado|ensino|"
    r"gradua\u00e7|bacharel|laurea|diploma|abitur|ausbildung|studium|fachabitur|mittlere reife|realschul|"
    r"gymnasium|hochschul|lehre\b|liceum|licencjat|magister|matura|technikum|hbo|mbo|havo|vwo|"
    r"student\b(?!\s+\w+\s*(?:assistant|support|advis)))",
    re.IGNORECASE,
)
_SCHOOL = re.compile(
    r"\b(?:universit\w*|college|school|academy|polytechnic|institute of|hochschule|universidad|universidade|"
    r"lyc\u00e9e|escuela|instituto|facult\w+|uniwersytet|hogeschool|ihk|berufsschule|gymnasium|liceo|"
    r"liceum)\b",
    re.IGNORECASE,
)


_ACTIVITY = re.compile(
    r"\b(?:society|club|fraternity|sorority|student (?:union|council|government|association|body)|debat\w+|"
    r"orchestra|choir|team captain|alumni|scouts?|verein|asociaci\u00f3n|associazione|koło)\b",
    re.IGNORECASE,
)
"""Words of what somebody does beside work or school."""


class Listed(NamedTuple):
    """An entry of a list: its name, its level as written, what it groups, and its line."""

    name: str
    line: Line
    level: str = ""
    keywords: tuple[str, ...] = ()


def skills_in(lines: Iterable[Line]) -> Iterator[Listed]:
    """Yield the skills that lines list, with commas, bars, bullets or a line each."""
    for line in lines:
        text = line.text.strip(" .")
        if not text:
            continue
        group = _GROUP.match(text)
        items = _items(text[group.end() :] if group else text)
        if group and items and not _is_level(items[0]):
            label = group[1].strip()
            levelled = [_levelled(item) for item in items]
            if heading_of(label) or any(level for _, level in levelled):
                yield from (Listed(name, line, level) for name, level in levelled)
            else:
                yield Listed(label, line, "", tuple(name for name, _ in levelled))
            continue
        for item in _items(text):
            name, level = _levelled(item)
            if name:
                yield Listed(name, line, level)


def is_sentence(text: str) -> bool:
    """Return whether an entry of a list of skills tells something rather than names a skill."""
    return len(text.split()) >= _SENTENCE_WORDS


def languages_in(lines: Iterable[Line]) -> Iterator[tuple[str, Line]]:
    """Yield the languages that lines list."""
    for line in lines:
        for item in _items(line.text):
            yield item, line


def certificates_in(lines: Iterable[Line], order: DayOrder | None) -> Iterator[tuple[str, str, Line]]:
    """Yield the certificates that lines list: name, issuer, line; dates and numbers are left out."""
    for line in _unwrapped(lines, order):
        dates = _dates_in(line, order)
        text = dates.rest if dates else line.text
        parts = [part.strip(" .:") for part in _ISSUER.split(_ISSUED.sub("", text)) if part]
        parts = [part for part in parts if any(map(str.isalpha, part))]
        if parts:
            issuer = parts[-1] if len(parts) > 1 else ""
            yield (", ".join(parts[:-1]) if issuer else parts[0]), issuer, line


def _unwrapped(lines: Iterable[Line], order: DayOrder | None) -> Iterator[Line]:
    """Yield lines, each with those that only go on with it: the rest of a bullet, an issuer, a date."""
    whole: Line | None = None
    bullet = False
    for line in lines:
        dates = _dates_in(line, order)
        rest = _ISSUED.sub("", dates.rest if dates else line.text).strip(" .:()")
        joined = whole is not None and line.mark == "text" and (
            bullet or not rest or bool(_BY.match(line.text)) or bool(_OPEN.search(whole.text))
            or line.text[:1].islower() or line.text.startswith("(")
        )  # fmt: skip
        if whole and line.text and joined:
            sign = ", " if not rest or _BY.match(line.text) else " "
            sign = " " if whole.text.endswith((",", "-")) else sign
            whole = msgspec.structs.replace(whole, text=f"{whole.text}{sign}{line.text}")
        elif line.text or not joined or bullet:
            if whole:
                yield whole
            whole, bullet = line if line.text else None, line.mark == "bullet"
    if whole:
        yield whole


def _dates_in(line: Line, order: DayOrder | None) -> LineDates | None:
    """Return the dates of a line, be they a range or one alone."""
    return dates_in(line.text, order) or single_date_in(line.text, order)


def education_in(lines: Iterable[Line], order: DayOrder | None) -> Iterator[tuple[str, Line]]:
    """Yield the entries of education, each on one line."""
    group: list[Line] = []
    seen: set[str] = set()
    for line in (*lines, Line("", 0)):
        found = {"degree": _DEGREE.search(line.text), "dates": _dates_in(line, order)}
        marks = {mark for mark, is_there in found.items() if is_there}
        if group and (not line.text or marks & seen):
            yield ", ".join(one.text.replace("\t", ", ") for one in group), group[0]
            group, seen = [], set()
        if line.text:
            group.append(line)
            seen |= marks


def is_education(title: str, employer: str, *, job: bool) -> bool:
    """Return whether what has dates is a school or a degree; ``job`` says that all else speaks for a job."""
    worked = job and employer and ends_in_seat(title) and "student" not in title.lower()
    if (_DEGREE.search(title) and not worked) or (not title and _SCHOOL.search(employer)):
        return True
    return not job and bool(_DEGREE.search(employer) or _SCHOOL.search(f"{title} {employer}"))


def is_activity(title: str, employer: str) -> bool:
    """Return whether what has dates is something done beside school: the treasurer of a student society."""
    return bool(_ACTIVITY.search(f"{title} {employer}"))


def _items(text: str) -> list[str]:
    if len(text) > _MOST_LETTERS:
        return [text]
    return [item for part in _BETWEEN.split(text) if (item := part.strip(" \t.,;|\u2022\u00b7"))]


def _levelled(item: str) -> tuple[str, str]:
    """Return a skill and its level as written; a row of stars as ``4 of 5``."""
    if len(item) > _MOST_LETTERS:
        return item, ""
    drawn = _DRAWN.search(item)
    if drawn and len(drawn[1]) + len(drawn[2]) >= 3:
        level = f"{len(drawn[1])} of {len(drawn[1]) + len(drawn[2])}"
        return item[: drawn.start()].rstrip(" :-\u2013"), level
    match = _LEVEL.match(item)
    if match and _is_level(match[2]):
        return match[1].strip(), match[2].strip()
    return item, ""


def _is_level(text: str) -> bool:
    return (
        level_of(text) is not None or bool(_MEASURE.fullmatch(plain(text))) or bool(_MEASURE.fullmatch(text))
    )
