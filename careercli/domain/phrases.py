"""Skills in what people write of their work, found by patterns of words that packs bring."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from careercli.domain.values import EMPTY, Value

if TYPE_CHECKING:
    from careercli.domain.phrase_lists import Phrases

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_NUMBER = r"(?<![\w.,])(\d+(?:,\d{3})*(?:\.\d+)?)(k|m)?(?![\w])"
_SCALES = {"k": 1_000, "m": 1_000_000}
_NUMBER_CLASS = "{number}"
_GAP = ".."
_WIDEST_GAP = 4
_SHORTEST_START = 2
"""So many letters stand before a star at the least."""


class Find(Value):
    """A skill found in a text, and the words that say so, as they are written."""

    skill: str
    words: str


class _Step:
    """One place of a pattern: words that fit whole, those that fit as a start, whether a number does."""

    __slots__ = ("number", "starts", "words")

    def __init__(self, token: str, classes: Mapping[str, tuple[str, ...]]) -> None:
        words: list[str] = []
        self.number = False
        for option in token.split("|"):
            if option == _NUMBER_CLASS:
                self.number = True
            elif option[0] == "{":
                words += classes[option[1:-1]]
            else:
                words.append(option)
        self.starts = tuple([word[:-1] for word in words if word[-1] == "*"])
        self.words = frozenset(words)
        """Whole words; those with a star among them stand in no text."""

    def fits(self, word: str) -> bool:
        """Return whether a word of a text may stand here."""
        if word in self.words or (self.number and word[0].isdigit()):
            return True
        return bool(self.starts) and word.startswith(self.starts)


class PhraseTable(Value):
    """Patterns with what they mean, each ``meaning pattern``, and which of them a word may begin.

    ``words`` has their numbers by whole words, ``starts`` by the starts of words.
    """

    patterns: tuple[str, ...] = ()
    words: dict[str, tuple[int, ...]] = EMPTY
    starts: dict[str, tuple[int, ...]] = EMPTY


def phrase_table(patterns: Iterable[tuple[str, str]], classes: Mapping[str, tuple[str, ...]]) -> PhraseTable:
    """Return the table of patterns, each behind what it means, which is one word."""
    listed: list[str] = []
    words: dict[str, list[int]] = {}
    starts: dict[str, list[int]] = {}
    first: dict[str, _Step] = {}
    for number, (meaning, pattern) in enumerate(patterns):
        listed.append(f"{meaning} {pattern}")
        token = pattern.split(" ", 1)[0]
        step = first.get(token) or first.setdefault(token, _Step(token, classes))
        for word in (
            *sorted(word for word in step.words if word[-1] != "*"),
            *((_NUMBER_CLASS,) if step.number else ()),
        ):
            words.setdefault(word, []).append(number)
        for start in dict.fromkeys(step.starts):
            starts.setdefault(start, []).append(number)
    return PhraseTable(
        tuple(listed),
        {word: tuple(numbers) for word, numbers in words.items()},
        {start: tuple(numbers) for start, numbers in starts.items()},
    )


_Entry = tuple[str, str, list[str]]
"""What a pattern means, its second place or "" where a gap is before it, and what follows, as written."""


class PhraseIndex:
    """Finds the patterns of a table in words.

    A pattern is only taken apart once a text has a word that it may begin with, and a place of it once a text
    comes so far: of thousands, a text has few.
    """

    def __init__(self, table: PhraseTable, classes: Mapping[str, tuple[str, ...]]) -> None:
        self._table = table
        self._classes = classes
        self._steps: dict[str, _Step] = {}
        self._starts: dict[str, list[str]] = {}
        for start in sorted(table.starts, key=len):
            self._starts.setdefault(start[:_SHORTEST_START], []).append(start)
        self._begun: dict[str, list[_Entry]] = {}

    def at(self, words: Sequence[str], first: int) -> Iterator[tuple[str, int]]:
        """Yield the meaning and the end of each pattern that fits from a word on."""
        word = words[first]
        begun = self._begun.get(word)
        if begun is None:
            begun = self._begun[word] = self._beginning(word)
        following = words[first + 1] if first + 1 < len(words) else ""
        start = following[:_SHORTEST_START]  # which a place has that it fits, unless in a class
        for meaning, second, rest in begun:
            if not second:
                end = self._end(words, first + 1, rest)
            elif start and (start in second or "{" in second) and self._step(second).fits(following):
                end = self._end(words, first + 2, rest)
            else:
                continue
            if end:
                yield meaning, end

    def _beginning(self, word: str) -> list[_Entry]:
        """Return the patterns that may begin with a word."""
        table = self._table
        numbers = [*table.words.get(word, ())]
        for start in self._starts.get(word[:_SHORTEST_START], ()):
            if word.startswith(start):
                numbers += table.starts[start]
        if word[0].isdigit():
            numbers += table.words.get(_NUMBER_CLASS, ())
        return [self._taken_apart(table.patterns[number]) for number in dict.fromkeys(numbers)]

    def _taken_apart(self, pattern: str) -> _Entry:
        meaning, _, *rest = pattern.split(" ")
        second = rest.pop(0) if rest and rest[0] != _GAP else ""
        return meaning, second, rest

    def _step(self, place: str) -> _Step:
        step = self._steps.get(place)
        if step is None:
            step = self._steps[place] = _Step(place, self._classes)
        return step

    def _end(self, words: Sequence[str], behind: int, places: list[str]) -> int:
        """Return where a pattern ends of which these places are left from a word on, the nearest; else 0."""
        ends = [behind]
        reach = 1
        for place in places:
            if place == _GAP:
                reach = _WIDEST_GAP + 1
                continue
            step = self._step(place)
            if len(ends) == 1:
                at = ends[0]
                ends = [end for end, word in enumerate(words[at : at + reach], at + 1) if step.fits(word)]
            else:
                reached = {at for end in ends for at in range(end, min(end + reach, len(words)))}
                ends = [at + 1 for at in sorted(reached) if step.fits(words[at])]
            if not ends:
                return 0
            reach = 1
        return ends[0]


class PhraseFinder:
    """Finds skills in texts by the patterns of some packs, and by names of several words.

    ``names`` maps names to the skills that they mean. One of a single word says too little inside a text: a
    soldier's training is no skill in training others.
    """

    def __init__(self, phrases: "Phrases", names: Mapping[str, str]) -> None:
        shown = [(skill, pattern) for skill, patterns in phrases.skills.items() for pattern in patterns]
        named = [(skill, words_of(name)[0]) for name, skill in names.items()]
        self._skills = _index(shown, phrases.classes)
        self._misleading = _index(
            [("misleading", pattern) for pattern in phrases.misleading], phrases.classes
        )
        self._names = _index([(skill, " ".join(words)) for skill, words in named if len(words) > 1], {})

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


def _index(patterns: Iterable[tuple[str, str]], classes: Mapping[str, tuple[str, ...]]) -> PhraseIndex:
    return PhraseIndex(phrase_table(patterns, classes), classes)


def words_of(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """Return the words of a text as patterns are written, and where each begins and ends in it."""
    places = [match.span() for match in _WORD.finditer(text)]
    if text.isascii():
        folded = text.casefold()
        return [folded[start:end].removesuffix("'s") for start, end in places], places
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
        for match in re.finditer(_NUMBER, text, re.IGNORECASE)
    )
