"""Where in the world a job is: its country, and its state in the United States, as far as it says them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careercli.advertisements.blocks import Block, words_in
from careercli.advertisements.sentences import Marker, Sentence
from careercli.domain.advertisement import CANADA, UNITED_STATES
from careercli.domain.phrases import words_of
from careercli.domain.states import PROVINCES, STATES
from careercli.domain.values import Value
from careercli.formats.patterns import pattern
from careercli.reading.pieces import names

_CAPITALS = pattern(r"\b[A-Z]{2}\b")
_CODE = pattern(r"(?:^|,|-|\u2013|\(|/|\||(?<=[a-z])\s)\s*([A-Z]{2})(?=$|[,.;)/|:-]|\s+(?:\d|U\.?S|$))")
"""Two capital letters as places have those of a state: behind a comma or a dash, or last."""

_BY_NAME = {name: code for code, name in STATES.items()}

_DECIDING = (*_BY_NAME, *PROVINCES.values())
_BEHIND = pattern(r"(?:\s*(?:,|\(|\s[-\u2013])\s*|(?<=[a-z])\s)(?=[A-Z])")
_CODE_HERE = pattern(r"[A-Z]{2}")
_ENDS = pattern(r"$|[,.;)/|:]|\s+(?:[-\u2013(]|[A-Z]?\d|U\.?S|$)")
"""What stands before and behind the name or code behind a town that may say which of several it is."""

_CITIES_TOO = frozenset({"New York", "Washington"})
"""Behind a town these are as likely the next of a list."""

_OF_COUNTRIES = {
    "AR": "Argentina",
    "CA": CANADA,
    "CO": "Colombia",
    "DE": "Germany",
    "Georgia": "Georgia",
    "ID": "Indonesia",
    "IL": "Israel",
    "IN": "India",
    "MA": "Morocco",
    "MT": "Malta",
    "NL": "Netherlands",
    "PE": "Peru",
    "SK": "Slovakia",
    "WA": "Australia",
}
"""States and provinces that are written as these countries are, or a part of one: behind a town of theirs."""

_PROVINCE = pattern(r",\s*([A-Z]{2})(?=$|[,.;)/|]|\s+[A-Z]\d)")
_OF_CANADA = frozenset(PROVINCES) - set(_OF_COUNTRIES)
"""The code of a province, which says Canada by itself."""

_SILENT = frozenset({"equal", "tags", "company", "offered", "apply"})
_BEFORE = names("in at from based near within remote located office home")
_OF_OTHERS = names(
    "client clients customer customers hours hour time timezone timezones times shift shifts market markets "
    "based business accent english citizens company companies team teams office users merchants zone zones"
)
"""Words behind a country that tell whom one works for, or when, and not where."""

_A_LINE = 12
"""A line of so few words above the first heading says where a job is by naming it."""

_HEADS = 6
"""So far down a heading or a short line names the place; further down it may name the company's."""

_SHORT_NAME = 3
"""Names of so few letters are written in capitals."""


class Area(Value):
    """A country by its English name, and the code of a state; "" where nothing is said of them."""

    country: str = ""
    state: str = ""


def area_of(
    place: str | None,
    told: str | None,
    blocks: Sequence[Block],
    sentences: Sequence[Sentence],
    marker: Marker,
) -> Area:
    """Return where a job is: by the place of its label, else by its headings and what its sentences say.

    ``told`` is the country that its file says for machines: a name, or a code of two letters.
    """
    if told and told.upper() not in {"US", "USA"} and told != UNITED_STATES:
        named = [*_countries(told, marker), *_countries(place or "", marker)]
        return Area(next((name for name in named if name != UNITED_STATES), told))
    if place:
        return Area(UNITED_STATES, _state(place)) if told else _of(place, marker)
    short = (block.text for block in blocks[:_HEADS] if len(words_in(block.text)) <= _A_LINE)
    said = [area for area in (_of(text, marker) for text in short if text[-1] not in ".!?") if area.country]
    said += [area for sentence in sentences for area in _said(sentence)]
    countries = dict.fromkeys(area.country for area in said)
    if len(countries) > 1 and UNITED_STATES in countries:
        return Area()
    states = {area.state for area in said if area.state}
    country = next(iter(countries), "")
    return Area(country, states.pop() if country == UNITED_STATES and len(states) == 1 else "")


def _of(text: str, marker: Marker) -> Area:
    """Return what a place says; the name of another country goes before letters that may be a state's."""
    named = list(_countries(text, marker))
    others = [name for name in named if name != UNITED_STATES]
    if not others and not _OF_CANADA.isdisjoint(_CAPITALS.findall(text)):
        others = [CANADA] if not _OF_CANADA.isdisjoint(_PROVINCE.findall(text)) else []
    if others:
        return Area(others[0])
    state = _state(text)
    return Area(UNITED_STATES, state) if state or named else Area()


def _state(text: str) -> str:
    return next((code for code, _ in _states_in(text)), "")


def _states_in(text: str) -> Iterator[tuple[str, int]]:
    """Yield the codes of the states that a text names, and where: letters before a name of the same."""
    if not STATES.keys().isdisjoint(_CAPITALS.findall(text)):
        yield from ((found[1], found.start(1)) for found in _CODE.finditer(text) if found[1] in STATES)
    yield from ((code, text.index(name)) for name, code in _BY_NAME.items() if name in text)


def _countries(text: str, marker: Marker) -> Iterator[str]:
    words, places = words_of(text)
    for mark in marker.marks(words):
        start, end = places[mark.first][0], places[mark.end - 1][1]
        if mark.table == "place" and _is_a_name(text[start:end]):
            yield _decided(mark.name, text, end).country


def _decided(country: str, text: str, end: int) -> Area:
    """Return where a country or a town whose name ends there is: a state or a province behind it decides."""
    if within := next((code for code, name in STATES.items() if text.endswith(name, 0, end)), ""):
        return Area(UNITED_STATES, within)  # New Mexico
    said = _deciding(text, end)
    if said in _CITIES_TOO or _OF_COUNTRIES.get(said) == country:
        return Area(country)
    if said in PROVINCES or said in PROVINCES.values():
        return Area(CANADA)
    state = said if said in STATES else _BY_NAME.get(said, "")
    return Area(UNITED_STATES, state) if state else Area(country)


def _deciding(text: str, end: int) -> str:
    """Return the state or province that stands behind a name that ends there; "" where there is none."""
    behind = _BEHIND.match(text, end)
    if not behind:
        return ""
    at = behind.end()
    code = _CODE_HERE.match(text, at)
    there = [name for name in _DECIDING if text.startswith(name, at)] + ([code[0]] if code else [])
    return next((said for said in there if _ENDS.match(text, at + len(said))), "")


def _is_a_name(text: str) -> bool:
    return text.isupper() if len(text.strip(".")) <= _SHORT_NAME else text[:1].isupper()


def _said(sentence: Sentence) -> Iterator[Area]:
    """Yield where a sentence says that the work is done, or the person lives."""
    if sentence.part in _SILENT or not sentence.words:
        return
    text = sentence.text
    a_line = sentence.part in {"role", "terms"} and len(sentence.words) <= _A_LINE and text[-1] != "."
    for mark in sentence.of("place"):
        start, end = sentence.places[mark.first][0], sentence.places[mark.end - 1][1]
        before = sentence.words[max(0, mark.first - 3) : mark.first]
        after = sentence.words[mark.end : mark.end + 1]
        if not _is_a_name(text[start:end]) or _OF_OTHERS.intersection(after):
            continue
        if a_line or _BEFORE.intersection(before):
            area = _decided(mark.name, text, end)
            if area == Area(UNITED_STATES):
                area = Area(UNITED_STATES, _state(text[max(0, start - 40) : end]))
            yield area
    if not any(mark.name != UNITED_STATES for mark in sentence.of("place")):
        yield from _states(sentence, a_line=a_line)


def _states(sentence: Sentence, *, a_line: bool) -> Iterator[Area]:
    for code, at in _states_in(sentence.text):
        before = sentence.text[:at].casefold().replace(",", " ").split()[-4:]
        if a_line or _BEFORE.intersection(before):
            yield Area(UNITED_STATES, code)
