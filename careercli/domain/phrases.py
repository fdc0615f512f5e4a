"""Skills in what people write of their work, found by patterns of words that packs bring."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Annotated

import msgspec
from msgspec import Meta

from careercli.domain.values import Identifier, SkillId, Value

_LETTER = r"[^\WA-Z]"
_PLAIN = rf"(?:{_LETTER}{{2,}}\*|{_LETTER}(?:{_LETTER}|')*)"
_OPTION = rf"(?:{_PLAIN}|\{{[a-z-]+\}})"
_WORDS = rf"{_OPTION}(?:\|{_OPTION})*"
Pattern = Annotated[
    str,
    Meta(
        pattern=rf"^{_WORDS}(?: (?:\.\. )?{_WORDS})*$",
        max_length=300,
        description="words in small letters, such as 'coach*|mentor* .. {colleagues}'",
    ),
]
"""Words in their order. ``|`` parts words of which any will do, ``*`` is any ending, ``{name}`` any word of a
class, ``{number}`` a number, and up to four words may stand where ``..`` stands."""

ClassWord = Annotated[
    str,
    Meta(pattern=r"^[\w+&'-]+\*?$", max_length=60, description="a word in small letters, or its start and *"),
]

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_CLASS = re.compile(r"\{([a-z-]+)\}")
_NUMBER = re.compile(r"(?<![\w.,])(\d+(?:,\d{3})*(?:\.\d+)?)(k|m)?(?![\w])", re.IGNORECASE)
_SCALES = {"k": 1_000, "m": 1_000_000}
_NUMBER_CLASS = "{number}"
_GAP = ".."
_WIDEST_GAP = 4
_STEM = 2
"""Patterns are looked up by so many first letters of their first words."""


class Phrases(Value, kw_only=True):
    """How people write of their work: ``skills`` has the patterns by which each skill is found.

    ``classes`` are words that patterns choose from. What one of ``misleading`` covers is no sign of a skill.
    """

    classes: dict[Identifier, tuple[ClassWord, ...]] = msgspec.field(default_factory=dict)
    skills: dict[SkillId, tuple[Pattern, ...]] = msgspec.field(default_factory=dict)
    misleading: tuple[Pattern, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a pattern that names a class that there is not."""
        patterns = (*self.misleading, *chain.from_iterable(self.skills.values()))
        unknown = {name for pattern in patterns for name in _CLASS.findall(pattern)}
        unknown -= {*self.classes, "number"}
        if unknown:
            raise ValueError(f"has patterns of a class that it has not: {', '.join(sorted(unknown))}")


class Find(Value):
    """A skill found in a text, and the words that say so, as they are written."""

    skill: str
    words: str


class _Step:
    """One place of a pattern: words that fit whole, those that fit as a start, whether a number does."""

    __slots__ = ("number", "starts", "words")

    def __init__(self, token: str, classes: Mapping[str, tuple[str, ...]]) -> None:
        options = list(_options(token, classes))
        self.words = frozenset(option for option in options if option[-1] not in "*}")
        self.starts = tuple(option[:-1] for option in options if option[-1] == "*")
        self.number = _NUMBER_CLASS in options

    def fits(self, word: str) -> bool:
        """Return whether a word of a text may stand here."""
        if word in self.words or (self.number and word[0].isdigit()):
            return True
        return bool(self.starts) and word.startswith(self.starts)


class PhraseIndex:
    """Patterns, each with what it means, by the words that they may begin with.

    A pattern is only taken apart once a text has a word that it may begin with: of thousands, a text has few.
    """

    def __init__(self, classes: Mapping[str, tuple[str, ...]]) -> None:
        self._classes = classes
        self._tokens: dict[str, _Step] = {}
        self._whole: dict[str, list[_Entry]] = {}
        self._starts: dict[str, list[_Entry]] = {}
        self._begun: dict[str, list[_Entry]] = {}

    def add(self, meaning: str, pattern: str) -> None:
        """Take in a pattern."""
        entry = _Entry(meaning, pattern)
        first = self._step(pattern.split(" ", 1)[0])
        for word in (*first.words, *((_NUMBER_CLASS,) if first.number else ())):
            self._whole.setdefault(word, []).append(entry)
        for start in {start[:_STEM] for start in first.starts}:
            self._starts.setdefault(start, []).append(entry)

    def at(self, words: Sequence[str], first: int) -> Iterator[tuple[str, int]]:
        """Yield the meaning and the end of each pattern that fits from a word on."""
        word = words[first]
        begun = self._begun.get(word)
        if begun is None:
            begun = self._begun[word] = self._beginning(word)
        for entry in begun:
            steps = entry.steps or self._steps(entry)
            end = _end(words, first, steps) if len(steps) > 1 else first + 1
            if end:
                yield entry.meaning, end

    def _beginning(self, word: str) -> list[_Entry]:
        """Return the patterns that may begin with a word."""
        starting = self._starts.get(word[:_STEM], ())
        begun = [entry for entry in starting if self._step(entry.pattern.split(" ", 1)[0]).fits(word)]
        begun += self._whole.get(word, ())
        if word[0].isdigit():
            begun += self._whole.get(_NUMBER_CLASS, ())
        return list(dict.fromkeys(begun))

    def _step(self, token: str) -> _Step:
        step = self._tokens.get(token)
        if step is None:
            step = self._tokens[token] = _Step(token, self._classes)
        return step

    def _steps(self, entry: _Entry) -> tuple[tuple[_Step, int], ...]:
        tokens = entry.pattern.split()
        entry.steps = tuple(
            (self._step(token), _WIDEST_GAP + 1 if at and tokens[at - 1] == _GAP else 1)
            for at, token in enumerate(tokens)
            if token != _GAP
        )
        return entry.steps


class _Entry:
    """A pattern and what it means; its places, each with how many words its gap and itself take at most."""

    __slots__ = ("meaning", "pattern", "steps")

    def __init__(self, meaning: str, pattern: str) -> None:
        self.meaning = meaning
        self.pattern = pattern
        self.steps: tuple[tuple[_Step, int], ...] = ()


class PhraseFinder:
    """Finds skills in texts by the patterns of some packs, and by names of several words.

    ``names`` maps names to the skills that they mean. One of a single word says too little inside a text: a
    soldier's training is no skill in training others.
    """

    def __init__(self, phrases: Phrases, names: Mapping[str, str]) -> None:
        self._skills, self._misleading = PhraseIndex(phrases.classes), PhraseIndex(phrases.classes)
        self._names = PhraseIndex({})
        for pattern in phrases.misleading:
            self._misleading.add("", pattern)
        for skill, patterns in phrases.skills.items():
            for pattern in patterns:
                self._skills.add(skill, pattern)
        for name, skill in names.items():
            words = [plain_word(word) for word in _WORD.findall(name)]
            if len(words) > 1:
                self._names.add(skill, " ".join(words))

    def within(self, text: str, *, only_names: bool = False) -> tuple[Find, ...]:
        """Return the skills that a text shows, or only those that it names, in order, each once."""
        words, places = words_of(text)
        misled = self._misled(words)
        found: dict[str, Find] = {}
        for first in range(len(words)):
            shown = () if only_names else self._skills.at(words, first)
            for skill, end in chain(self._names.at(words, first), shown):
                if skill not in found and misled.isdisjoint(range(first, end)):
                    found[skill] = Find(skill, text[places[first][0] : places[end - 1][1]])
        return tuple(found.values())

    def misleads(self, text: str) -> bool:
        """Return whether something in a text sounds like a skill and is none."""
        return bool(self._misled(words_of(text)[0]))

    def _misled(self, words: list[str]) -> set[int]:
        """Return which words are covered by what is misleading."""
        return {
            at
            for first in range(len(words))
            for _, end in self._misleading.at(words, first)
            for at in range(first, end)
        }


def _end(words: Sequence[str], first: int, steps: tuple[tuple[_Step, int], ...]) -> int:
    """Return where a pattern ends whose first place fits, the nearest there is; 0 where it does not fit."""
    ends = [first + 1]
    last = len(words)
    for step, reach in steps[1:]:
        if reach == 1:
            ends = [end + 1 for end in ends if end < last and step.fits(words[end])]
        else:
            reached = {at for end in ends for at in range(end, min(end + reach, last))}
            ends = [at + 1 for at in sorted(reached) if step.fits(words[at])]
        if not ends:
            return 0
    return ends[0]


def _options(token: str, classes: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for option in token.split("|"):
        name = _CLASS.fullmatch(option)
        yield from classes[name[1]] if name and option != _NUMBER_CLASS else (option,)


def words_of(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """Return the words of a text as patterns are written, and where each begins and ends in it."""
    places = [match.span() for match in _WORD.finditer(text)]
    return [plain_word(text[start:end]) for start, end in places], places


def plain_word(word: str) -> str:
    """Return a word as patterns are written: in small letters, without accents, ``'s`` left out."""
    plain = word.casefold().replace("\u2019", "'").removesuffix("'s")
    if plain.isascii():
        return plain
    return (
        "".join(
            letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter)
        )
        or plain
    )


def numbers_in(text: str) -> tuple[float, ...]:
    """Return the numbers in a text: 95 for "95%", 1200 for "1,200" and for "1.2k"."""
    return tuple(
        float(match[1].replace(",", "")) * _SCALES.get((match[2] or "").lower(), 1)
        for match in _NUMBER.finditer(text)
    )
