"""Education, languages, and the conditions that only the reader can answer."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from careercli.advertisements.blocks import Block, labelled
from careercli.advertisements.demand import STRENGTH, demand_at
from careercli.advertisements.sentences import Mark, Sentence
from careercli.domain.ad_words import AdWords
from careercli.domain.advertisement import AskedEducation, Condition, ConditionKind, Demand, Quote
from careercli.domain.values import Value
from careercli.formats.patterns import pattern
from careercli.reading.pieces import names

_SILENT = frozenset({"equal", "tags", "company"})
_OR_ELSE = (
    r"\b(?:or|and/or|/)\s+(?=[^.;]{0,60}?(?:equivalent|combination|experience|years|comparable|similar))"
)


def education_of(sentences: Iterable[Sentence], words: AdWords) -> AskedEducation | None:
    """Return the lowest education that is asked for, by its strongest demand."""
    order = list(words.education)
    found: list[AskedEducation] = []
    for sentence in sentences:
        if sentence.part in _SILENT | {"offered", "apply", "duties"}:
            continue
        marks = _apart(list(sentence.of("education")))
        if not marks:
            continue
        lowest = min(marks, key=lambda mark: order.index(mark.name))
        rest = sentence.text[sentence.places[lowest.first][0] :]
        otherwise = re.search(_OR_ELSE, rest, re.IGNORECASE)
        found.append(
            AskedEducation(
                level=lowest.name,
                demand=demand_at(sentence, lowest.first),
                quote=sentence.quote(lowest.first, lowest.end),
                or_else=rest[otherwise.end() :].strip(" .,;)") if otherwise else "",
            )
        )
    if not found:
        return None
    strongest = max(STRENGTH[one.demand] for one in found)
    return min(
        (one for one in found if STRENGTH[one.demand] == strongest), key=lambda one: order.index(one.level)
    )


def _apart(marks: list[Mark]) -> list[Mark]:
    """Return marks without those that go on from another: of "master's degree" the degree is no other one."""
    return [
        mark
        for mark in marks
        if not any(
            other.first < mark.first < other.end or (other.first == mark.first and other.end > mark.end)
            for other in marks
        )
    ]


_LEVEL = pattern(
    r"\b(?:[abc][12]|native|mother tongue|fluen\w+|proficien\w+|mandatory|speaker|speaking)\b", re.IGNORECASE
)
"""Words that name how well a language is to be spoken: nobody names them for one that is only welcome."""


class AskedLanguage(Value):
    """A language that is asked for, how, and the sentence and word that name it."""

    name: str
    demand: Demand
    sentence: Sentence
    at: int


def languages_of(
    sentences: Iterable[Sentence], words: AdWords, title: str | None = None
) -> tuple[AskedLanguage, ...]:
    """Return each language that is asked for, by its strongest demand; one in the title is required."""
    names = {name.casefold(): name for name in words.languages}
    found: dict[str, AskedLanguage] = {}
    for sentence in sentences:
        if sentence.part in _SILENT | {"offered", "apply"}:
            continue
        for at, word in enumerate(sentence.words):
            name = names.get(word)
            named = name and sentence.text[sentence.places[at][0]].isupper()
            if not name or not named or sentence.denies(at):
                continue
            demand = _demanded(sentence, at, title)
            if name not in found or STRENGTH[demand] > STRENGTH[found[name].demand]:
                found[name] = AskedLanguage(name, demand, sentence, at)
    return tuple(found.values())


def _demanded(sentence: Sentence, at: int, title: str | None) -> Demand:
    demand = demand_at(sentence, at)
    if title and (title in sentence.text or sentence.text in title):
        return "required"
    welcome = "welcome" in sentence.cues or sentence.part == "preferred"
    mandatory = "must" in sentence.cues and "welcome" not in sentence.cues
    if mandatory or (not welcome and _LEVEL.search(sentence.text)):
        return "required"
    return demand


_PLACE_LABELS = names("location locations location(s) place city")
_ANYWHERE = names("remote anywhere worldwide work from home wfh based flexible hybrid global fully 100%")
_LONGEST_PLACE = 80


def place_of(blocks: Sequence[Block], told: str | None) -> tuple[str, Quote] | None:
    """Return where the work is done, by the label of a line or what the file says of itself."""
    for at, block in enumerate(blocks):
        label, value = labelled(block.text)
        held = block
        name = block.text.strip(" *_:").casefold()
        if not value and name in _PLACE_LABELS and at + 1 < len(blocks):
            label, held = name, blocks[at + 1]
            value = held.text.strip(" *_")
        if not label or label.split()[-1] not in _PLACE_LABELS:
            continue
        if value and len(value) <= _LONGEST_PLACE and _is_somewhere(value):
            return value, Quote(value, held.line_at(len(held.text) - 1))
        return None
    return (told, Quote(told, 0)) if told and _is_somewhere(told) else None


def _is_somewhere(text: str) -> bool:
    return not _ANYWHERE.issuperset(
        text.casefold().replace(",", " ").replace("(", " ").replace(")", " ").split()
    )


def conditions_of(
    sentences: Sequence[Sentence],
    words: AdWords,
    place: tuple[str, Quote] | None,
    title: str | None = None,
    education: AskedEducation | None = None,
) -> tuple[Condition, ...]:
    """Return what only the reader can answer, each kind with what it is about once.

    ``title`` is that of the job, whose languages are required; so is a required ``education``.
    """
    found: dict[tuple[ConditionKind, str], Condition] = {}
    where = (_made("place", "required", place[1], place[0]),) if place else ()
    learnt = (_of_education(education),) if education and education.demand == "required" else ()
    for condition in (*where, *learnt, *_said(sentences), *_languages(sentences, words, title)):
        key = (condition.kind, condition.about)
        known = found.get(key)
        if known is None or STRENGTH[condition.demand] > STRENGTH[known.demand]:
            found[key] = condition
    return tuple(sorted(found.values(), key=lambda one: one.quote.line))


def _of_education(asked: AskedEducation) -> Condition:
    instead = f", or {asked.or_else}" if asked.or_else else ""
    return _made("education", "required", asked.quote, f"{asked.level}{instead}")


def _said(sentences: Iterable[Sentence]) -> Iterator[Condition]:
    for sentence in sentences:
        if sentence.part in _SILENT | {"apply", "offered"}:
            continue
        listed = sentence.part == "role" and sentence.block.kind == "item" and "job" not in sentence.cues
        told = listed and len(sentence.words) >= _A_DUTY
        of_work = (told or sentence.part == "duties") and not sentence.cues & {"must", "wanted", "person"}
        kinds = {mark.name for mark in sentence.of("condition")}
        for mark in sentence.of("condition"):
            if (of_work and mark.name in _OF_WORK) or (mark.name == "licence" and "driving" in kinds):
                continue
            before = sentence.words[max(0, mark.first - _PLANNED_WITHIN) : mark.first]
            if mark.name in _PLANNED and any(word.startswith(_PLANS) for word in before):
                continue
            if mark.name == "age" and not _is_of_age(sentence, mark):
                continue
            if mark.name == "on-call" and _OF_CALLS.issuperset(
                sentence.words[mark.end : mark.end + 1] or "?"
            ):
                continue
            kind: ConditionKind = mark.name  # type: ignore[assignment]
            welcome = demand_at(sentence, mark.first) == "preferred"
            demand: Demand = "preferred" if welcome else "required"
            yield _condition(kind, demand, sentence, mark.first, mark.end)


_OF_CALLS = names("volume volumes overflow quality center centre handling metrics data times routing queues")
"""Words that tell what is on calls, as in "depending on call volume", from being on call."""

_AGE = pattern(r"\b(?:1[4-9]|2\d|age|aged)\b", re.IGNORECASE)
_A_CLOCK = pattern(r"\b(?:24\s*[/x\u00d7-]\s*7|\d+\s*(?:hours?|hrs?|am|pm|lbs?|days?))\b", re.IGNORECASE)


def _is_of_age(sentence: Sentence, mark: Mark) -> bool:
    """Return whether words are of an age: a number from 14 on, and no hours of the day."""
    start, end = sentence.places[mark.first][0], sentence.places[mark.end - 1][1]
    return _AGE.search(_A_CLOCK.sub(" ", sentence.text[start : end + 8])) is not None


_MOST_LINES = 10
"""About so many lines somebody is asked; nobody answers pages of competencies one by one."""


def lines_of(left: Mapping[Quote, Demand]) -> Iterator[Condition]:
    """Yield the lines that are required and of which nothing could be made, as questions to the reader."""
    required = (quote for quote, demand in left.items() if demand == "required")
    return (_made("other", "required", quote, "") for quote in islice(required, _MOST_LINES))


_PLANNED = frozenset({"shift", "on-call", "nights"})
_PLANS = (
    *("develop", "creat", "plan", "prepar", "manag", "implement", "draw", "design", "build", "administ"),
    "assign",
)
_PLANNED_WITHIN = 4
"""Hours that somebody plans for others are told by a word for it so close before them."""

_A_DUTY = 8
"""An item of so many words, above the first heading, tells of the work."""

_OF_WORK = frozenset(
    {"shift", "nights", "weekends", "on-call", "on-site", "place", "checks", "travel"}
    | {"certificate", "equipment", "licence", "hours-abroad"}
)
"""What may be part of the work itself, such as planning shifts."""


def _languages(sentences: Iterable[Sentence], words: AdWords, title: str | None) -> Iterator[Condition]:
    """Yield a question for each language, and one for several of which one is enough."""
    groups: list[list[AskedLanguage]] = []
    for one in languages_of(sentences, words, title):
        if groups and _are_alternatives(groups[-1], one):
            groups[-1].append(one)
        else:
            groups.append([one])
    for group in groups:
        *first, last = (one.name for one in group)
        about = f"{', '.join(first)} or {last}" if first else last
        yield _condition("language", group[0].demand, group[0].sentence, group[0].at, group[-1].at + 1, about)


_EXAMPLES = pattern(
    r"\b(?:e\.?g|such as|like|one of|any of|either|other|another|additional|second|foreign)\b", re.IGNORECASE
)
_JOINS = pattern(r"[\s,/)(]*(?:and/or|and|or)?[\s,/)(]*(?:fluent|native)?\s*", re.IGNORECASE)
_EITHER = pattern(r"\bor\b", re.IGNORECASE)
_GOES_ON_TO_OR = pattern(r"[\s,]*(?:[\w()]+[\s,]+){0,4}or\b", re.IGNORECASE)


def _are_alternatives(group: Sequence[AskedLanguage], one: AskedLanguage) -> bool:
    """Return whether a language stands in place of those before it: behind "or", or in a list of examples."""
    first, last = group[0], group[-1]
    if last.sentence is not one.sentence or last.demand != one.demand or one.at < last.at:
        return False
    places, text = one.sentence.places, one.sentence.text
    between = text[places[last.at][1] : places[one.at][0]]
    if not _JOINS.fullmatch(between):
        return False
    before, after = text[: places[first.at][0]], text[places[one.at][1] :]
    if _EXAMPLES.search(before) or _EITHER.search(between):
        return True
    if "/" in between:
        return "bilingual" not in text.casefold()
    return "," in between and "and" not in between and _GOES_ON_TO_OR.match(after) is not None


def _condition(
    kind: ConditionKind, demand: Demand, sentence: Sentence, first: int, end: int, about: str = ""
) -> Condition:
    return _made(kind, demand, sentence.quote(first, end), about)


def _made(kind: ConditionKind, demand: Demand, quote: Quote, about: str) -> Condition:
    number = zlib.crc32(f"{kind} {about} {quote.words}".encode()) & 0xFFFF
    return Condition(id=f"{kind}-{number:04x}", kind=kind, demand=demand, quote=quote, about=about)
