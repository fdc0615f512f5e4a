"""Years of experience that are asked for: of support, of leading people, and of other things."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from careercli.advertisements.demand import STRENGTH, demand_at
from careercli.advertisements.sentences import Sentence
from careercli.domain.advertisement import AskedYears
from careercli.domain.values import Value
from careercli.formats.patterns import pattern

_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_NUMBERS = {word: number for number, word in enumerate(_WORDS, start=1)} | {"a": 1, "an": 1, "half": 0.5}
_FIGURE = r"\d{1,2}(?:[.,]\d)?"
_TO = r"(?:-|\u2010|\u2011|\u2013|\u2014|\bto\b|\bor\b|\bplus\b)"


def _years(number: str) -> re.Pattern[str]:
    """Return the pattern of a number of years or months, a range of them included."""
    return pattern(
        rf"(?<![\w$.,/-])(?<![\u20ac\u00a3])(?P<least>{number}|an?)\s*(?:\(\s*(?P<again>{number})\s*\+?\s*\))?\s*\+?"
        rf"(?:\s*{_TO}\s*(?P<most>{number}|more)\s*(?:\(\s*\d{{1,2}}\s*\))?\s*\+?)?"
        r"(?:\s*(?:full|plus|or more|consecutive|full[- ]time|solid))*\s*(?P<unit>years?|yrs?|months?|mos?)\b"
        r"['\u2019]?",
        re.IGNORECASE,
    )


_IN_FIGURES, _IN_WORDS = _years(_FIGURE), _years(rf"(?:{_FIGURE}|{'|'.join(_WORDS)})")
"""Both find the same where no number is written out, and most advertisements write none."""

_SAID_ON = pattern(
    rf"(?<=\bor )(?P<least>{_FIGURE}|{'|'.join(_WORDS)})\s*\+?(?P<again>(?!))?(?P<most>(?!))?(?P<unit>(?!))?"
    r"(?=\s+(?:of|in|as|leading|managing|supervising|spent)\b)",
    re.IGNORECASE,
)
"""A number that goes on from such a one, as in "five years of support or three of leading"."""

_OF_AGE = r"\s*(?:of age|old\b|and (?:older|above|over)\b)"
_AGES = ("of age", "old", "and ")
_PASSED = (
    *("fresher to", "freshers to", "past", "last", "next", "first", "every", "each", "within", "within the"),
    *("after", "these", "another"),
)
"""What stands before years that somebody asks nothing of: such as have passed."""

_MOSTS = ("up to", "than", "under", "at most", "max", "maximum", "max of", "maximum of")
_AT_MOST = r"(?:\bup to|\bno more than|\bless than|\bfewer than|\bunder|\bat most|\bmax(?:imum)?(?: of)?)\s+$"
"""What stands before years that are the most somebody may have, which asks for none."""

_PASSED_OR_ASKED = r"(?:\bover|\bfor|\bin|\bin the)\s+$"
"""What stands before years that have passed, or will."""

_FOLLOWED = (
    *("in a row", "ago", "in business", "contract", "degree", "college", "university", "program", "bond"),
    *("term", "warranty", "anniversary", "of college", "of university", "of education", "of study"),
    *("of history", "of growth", "of service to", "consecutive"),
)
_SAYS_EXPERIENCE = ("experience", "background", "track record", "worked")
_EXPERIENCE = (
    *(*_SAYS_EXPERIENCE, "working", "role", "position", "career", "management", "leadership", "supervis"),
    *("support", "service", "industry", "capacity", "field"),
)
_CLAUSE_END = r"[;.]\s|\bwith at least\b|\bincluding\b|,\s*(?:of which|with|including|at least)\b"
_OTHERWISE = r"\bor\b(?=[^,;.]*(?:equivalent|combination|degree|diploma|education|certif|years|experience))"
_INSTEAD = (
    r"([^.;:]*\b(?:degree|diploma|ged|graduate|education|bachelor\S*|certificat\S*)\b[^.;:]{0,40}?),?\s+or\s+"
    r"(?:at least |minimum |a minimum of )?$"
)
"""What does in place of years that stand after it: "a degree or two years"."""

_OR_AT_LEAST = ("or", "least", "minimum", "minimum of")

_OR = r"\bor\b"
_OF_IT = r"\s*(?:of|'|\u2019|experience|in|as|working)"
_LEAST = r"(?:least|minimum(?: of)?)\s+$"
_JUST_BEFORE = 18
_OURS = frozenset({"we", "our", "we've"})
_MONTHS_A_YEAR = 12
_MOST = 40
_AFTER, _BEFORE, _ALONE = 90, 60, 4


class _Said(Value):
    sentence: Sentence
    asked: AskedYears
    of: str
    start: int
    end: int


class Years(Value):
    """The years that are asked for, and whether those of support and of leading stand for one another."""

    support: AskedYears | None
    leading: AskedYears | None
    others: tuple[AskedYears, ...]
    either: bool


def years_of(sentences: Iterable[Sentence]) -> Years:
    """Return the years of support, of leading and of other things that are asked for."""
    telling = [sentence for sentence in sentences if _tells_years(sentence)]
    written = _IN_WORDS if any(map(_has_a_number_in_words, telling)) else _IN_FIGURES
    said = list(_apart([one for sentence in telling for one in _said(sentence, written)]))
    by_kind = {
        kind: list(_without_alternatives([one for one in said if one.of == kind]))
        for kind in ("support", "leading", "other")
    }
    support, leading = _strongest(by_kind["support"]), _strongest(by_kind["leading"])
    pair = [one for one in said if one.asked is support or one.asked is leading]
    either = any(_are_alternatives(one, other) for one, other in pairwise(pair))
    return Years(support, leading, _each(by_kind["other"]), either)


def _are_alternatives(one: _Said, other: _Said) -> bool:
    between = one.sentence.text[one.end : other.start]
    return one.sentence is other.sentence and one.asked.demand == other.asked.demand and _has(_OR, between)


def _apart(said: list[_Said]) -> Iterator[_Said]:
    """Yield years without those of other work that do in place of some of support, which say so then."""
    for at, one in enumerate(said):
        before = said[at - 1] if at else None
        if before and one.of != before.of and _are_alternatives(before, one):
            if one.of == "other":
                continue
            if before.of == "other" and not one.asked.or_else:
                instead = before.sentence.text[before.start : one.start].rstrip(" ,")
                asked = one.asked.but(or_else=re.sub(r",?\s*\bor$", "", instead))
                yield one.but(asked=asked)
                continue
        yield one


def _without_alternatives(said: list[_Said]) -> Iterator[AskedYears]:
    """Yield years without those that do in place of others: of "three, or five without a degree" three."""
    for at, one in enumerate(said):
        before = said[at - 1] if at else None
        if not before or not _are_alternatives(before, one):
            yield one.asked


def _strongest(asked: list[AskedYears]) -> AskedYears | None:
    """Return the years that hold: those that must be there before others, of several the most."""
    return max(asked, key=lambda one: (STRENGTH[one.demand], one.least), default=None)


def _each(asked: list[AskedYears]) -> tuple[AskedYears, ...]:
    kept: dict[str, AskedYears] = {}
    for one in asked:
        known = kept.get(one.of)
        if known is None or (STRENGTH[one.demand], one.least) > (STRENGTH[known.demand], known.least):
            kept[one.of] = one
    return tuple(kept.values())


def _tells_years(sentence: Sentence) -> bool:
    """Return whether a sentence may ask for years of experience."""
    if sentence.part in {"equal", "company", "offered", "tags", "apply"} or not sentence.words:
        return False
    folded = sentence.text.casefold()
    return "year" in folded or "month" in folded or re.search(r"\byrs?\b", folded) is not None


def _has_a_number_in_words(sentence: Sentence) -> bool:
    return any(word.startswith(_WORDS) for word in sentence.words)


def _said(sentence: Sentence, written: re.Pattern[str]) -> Iterator[_Said]:
    """Yield the years of experience that a sentence asks for, by the pattern of how years are written."""
    text = sentence.text
    found = [match for match in written.finditer(text) if _is_experience(sentence, match)]
    if found and _goes_on_with_a_number(text[found[-1].end() :]):
        found += _SAID_ON.finditer(text, found[-1].end())
    for at, match in enumerate(found):
        until = found[at + 1].start() if at + 1 < len(found) else len(text)
        least, most = _number(match["again"] or match["least"]), match["most"]
        months = (match["unit"] or "").lower().startswith("m")
        if months:
            least /= _MONTHS_A_YEAR
        top = None if not most or most.lower() == "more" else _number(most)
        if top is not None and months:
            top /= _MONTHS_A_YEAR
        if not 0 < least <= _MOST:
            continue
        kind, of = _kind(sentence, match, until, found[at - 1].end() if at else 0)
        word = next(
            (number for number, (_, end) in enumerate(sentence.places) if end >= match.start() + 1),
            len(sentence.places) - 1,
        )
        rest = text[match.end() :]
        has_or = "or" in sentence.words
        otherwise = re.search(_OTHERWISE, rest, re.IGNORECASE) if has_or else None
        before = text[: match.start()]
        instead = (
            re.search(_INSTEAD, before, re.IGNORECASE) if has_or and _ends(_OR_AT_LEAST, before) else None
        )
        yield _Said(
            sentence,
            AskedYears(
                least=round(least, 2),
                demand=demand_at(sentence, word),
                quote=sentence.quote_of(match.start(), match.end()),
                most=top,
                of=of,
                or_else=rest[otherwise.end() :].strip(" .,;()")
                if otherwise
                else instead[1]
                if instead
                else "",
            ),
            kind,
            match.start(),
            match.end(),
        )


def _is_experience(sentence: Sentence, match: re.Match[str]) -> bool:
    """Return whether years are of experience: no age, no contract, and nothing that has passed or will."""
    text = sentence.text
    before, after = text[max(0, match.start() - _JUST_BEFORE) : match.start()], text[match.end() :]
    asked = sentence.part in {"required", "preferred"}
    if (
        (after.lstrip().casefold().startswith(_AGES) and _begins(_OF_AGE, after))
        or after.lstrip().casefold().startswith(_FOLLOWED)
        or sentence.words[0] in _OURS
    ):
        return False
    if not match["most"] and _ends(_MOSTS, before) and _has(_AT_MOST, before):
        return False
    if match["least"].lower() in {"a", "an"} and not (
        _begins(_OF_IT, after) and (asked or _has(_LEAST, before))
    ):
        return False
    if _ends(_PASSED, before) or (not asked and _has(_PASSED_OR_ASKED, before)):
        return False
    around = text[max(0, match.start() - _BEFORE) : match.end() + _AFTER]
    if not _tells(_EXPERIENCE, around):
        return (asked and len(text) < _AFTER) or len(text) < match.end() - match.start() + _ALONE
    of_others = "company" in sentence.cues and not sentence.cues & {"must", "wanted", "person", "welcome"}
    return asked or (not of_others and _tells(_SAYS_EXPERIENCE, around))


def _tells(words: Iterable[str], text: str) -> bool:
    """Return whether a text has one of some words of experience, or "exp" for short."""
    folded = text.casefold()
    return any(word in folded for word in words) or ("exp" in folded and _has(r"\bexp\b", text))


def _ends(words: tuple[str, ...], text: str) -> bool:
    """Return whether the last thing in a text, before spaces, is one of these."""
    return text[-1:].isspace() and text.rstrip().casefold().endswith(words)


def _goes_on_with_a_number(text: str) -> bool:
    """Return whether a number may stand behind an "or" in a text."""
    parts = text.casefold().split("or ")[1:]
    return " or " in text and any(part[:1].isdigit() or part.startswith(_WORDS) for part in parts)


def _has(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None


def _begins(pattern: str, text: str) -> bool:
    return re.match(pattern, text, re.IGNORECASE) is not None


def _number(text: str) -> float:
    word = text.lower()
    return _NUMBERS[word] if word in _NUMBERS else float(word.replace(",", "."))


def _kind(sentence: Sentence, match: re.Match[str], until: int, since: int) -> tuple[str, str]:
    """Return what years are of, and its words where it is neither support nor leading."""
    text = sentence.text
    cut = re.search(_CLAUSE_END, text[match.end() : until])
    after = range(match.end(), match.end() + cut.start() if cut else until)
    where, told = after, _told(sentence, after)
    if not told:
        where = range(since, match.start())
        told = _told(sentence, where)
    kinds = {kind for kind, _ in told}
    if any(words.startswith("any ") for _, words in told):
        return "other", ""
    if "leading" in kinds and not (kinds == {"leading", "other"} and _other_comes_first(told)):
        return "leading", ""
    if "support" in kinds:
        return "support", _asked_support(sentence, where)
    if "other" in kinds:
        return "other", next(words for kind, words in told if kind == "other")
    bound = _bound_to(sentence, after)
    return ("other", bound) if bound else ("support", "")


_BINDS = pattern(
    r"\b(?:as|of|in|within|with|on|from|at)\s+((?:(?!,|;|:|\(|\)|\s[-\u2013\u2014]\s|\.\s|\b(?:as|of|in|within|with|on|from|at|"
    r"or|preferabl[ey]|preferred|ideally|including|who|that|is|are|for)\b).)+)",
    re.IGNORECASE,
)
"""What binds years to something: "as a nurse", "in online gaming"."""

_MOST_OF_NAME = 5
_SILENT = frozenset({"skill", "tool", "education", "condition"})
"""Marks of what is asked for beside years rather than of what they are of."""


def _bound_to(sentence: Sentence, within: range) -> str:
    """Return what years are of by the words after them, where these are not of any work; "" for none."""
    blank = {
        at
        for mark in sentence.marks
        if mark.table == "years" and mark.name in {"any", "support", "leading"}
        for at in range(mark.first, mark.end)
    }
    for found in _BINDS.finditer(sentence.text, within.start, within.stop):
        places = [
            at for at, (start, end) in enumerate(sentence.places) if found.start(1) <= start < found.end(1)
        ]
        if not places or any(mark.table in _SILENT and mark.first in places for mark in sentence.marks):
            continue
        words = sentence.words[places[0] : places[-1] + 1]
        told = [word for at, word in zip(places, words, strict=True) if at not in blank]
        of_doing = words[0].endswith("ing") and len(words) > 1
        if told and not of_doing and len(words) <= _MOST_OF_NAME + 2:
            while words and places[0] in blank:
                words, places = words[1:], places[1:]
            return " ".join(words[:_MOST_OF_NAME])
    return ""


def _asked_support(sentence: Sentence, within: range) -> str:
    """Return which support years are of, where it is not just any; "" where it is."""
    welcome = [sentence.places[mark.first][0] for mark in sentence.of("cue") if mark.name == "welcome"]
    within = range(within.start, min([at for at in welcome if at in within], default=within.stop))
    marks = [mark for mark in sentence.of("years") if sentence.places[mark.first][0] in within]
    technical = {at for mark in marks if mark.name == "technical" for at in range(mark.first, mark.end)}
    support = [mark for mark in marks if mark.name == "support"]
    if technical and all(technical & set(range(mark.first, mark.end)) for mark in support):
        return "technical support"
    first = min((sentence.places[mark.end - 1][1] for mark in support), default=within.start)
    return _bound_to(sentence, range(first, within.stop))


def _other_comes_first(told: list[tuple[str, str]]) -> bool:
    return told[0][0] == "other"


_KINDS = frozenset({"support", "leading", "other"})


def _told(sentence: Sentence, within: range) -> list[tuple[str, str]]:
    return [
        (mark.name, " ".join(sentence.words[mark.first : mark.end]))
        for mark in sentence.of("years")
        if mark.name in _KINDS and sentence.places[mark.first][0] in within
    ]
