"""The sentences of an advertisement, each with the part that it stands in and what its words mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from careercli.advertisements.blocks import Block, words_between
from careercli.domain.ad_words import AdWords, Part
from careercli.domain.advertisement import Quote
from careercli.domain.phrases import PhraseIndex, words_of
from careercli.domain.values import Value
from careercli.formats.patterns import pattern

_LONGEST_QUOTE = 90
"""So many characters of an advertisement are quoted for one thing at the most."""


_LOOK_ALIKES = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0455\u0458\u04bb\u0501\u051b\u051d\u0410\u0412\u0415\u041a\u041c\u041d"
    "\u041e\u0420\u0421\u0422\u0425\u0391\u0392\u0395\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a7\u03bf\u03b9\u03bd",
    "aeopcyxisjhdqwABEKMHOPCTXABEHIKMNOPTXoiv",
)
"""Letters of Cyrillic and Greek that look like Latin ones."""

_MIXED = r"[A-Za-z][\u0370-\u04ff\u0500-\u052f]|[\u0370-\u04ff\u0500-\u052f][A-Za-z]"


def _as_latin(text: str) -> str:
    """Return a text with letters that only look Latin as those, in words that mix alphabets."""
    if text.isascii() or not any("\u0370" <= letter <= "\u052f" for letter in text):
        return text
    if not re.search(_MIXED, text):
        return text
    return " ".join(
        word.translate(_LOOK_ALIKES) if re.search(_MIXED, word) else word for word in text.split(" ")
    )


_DENIABLE = frozenset({"skill", "condition", "education", "tool", "scope"})
_DENIED_WITHIN = 6
_NOT = (
    r"(?:do|does|will|would|need) not|don't|doesn't|won't|needn't"
    r"|no need to|not (?:required|expected|need) to"
)
_DENIES = pattern(
    r"\bno(?: (?!problem|doubt|matter|less|fewer|later|more|one)[\w-]+){0,2}$"
    rf"|\b(?:{_NOT})(?: (?:need|have|require|want|be|know|speak|work))?(?: to)?"
    r"(?: (?:know|speak|use|have|be|a|an|any|the))*$"
)
"""What stands before something that is not asked for."""

_PREFIXES = frozenset({"de", "non"})
"""What turns a word around: "de-escalate" asks for no escalation, "non-technical" for nothing technical."""

_GIVEN = pattern(
    r"\bsponsor\w*\b[^.;]{0,20}\b(?:available|provided|offered|possible)\b(?<!not available)", re.IGNORECASE
)
"""How an advertisement says that it helps with a visa."""


class Mark(Value):
    """What some words of a sentence mean: of which table, its name there, and the words, from 0 on."""

    table: str
    name: str
    first: int
    end: int


class Marker:
    """Finds everything that the words of a pack tell in sentences."""

    def __init__(self, words: AdWords) -> None:
        self._index = PhraseIndex(words.marks, words.classes)
        self._named = {
            "education": tuple(words.education),
            "tool": tuple(words.tools),
            "place": tuple(words.places),
        }
        self._meant: dict[str, tuple[str, str]] = {}

    def _means(self, meaning: str) -> tuple[str, str]:
        """Return the table and the name that a pattern means, and keep them."""
        table, _, name = meaning.partition("/")
        names = self._named.get(table)
        meant = self._meant[meaning] = table, names[int(name)] if names else name
        return meant

    def marks(self, words: Sequence[str]) -> list[Mark]:
        """Return what words mean, in their order; what misleads is not among it."""
        found = [
            Mark(*(self._meant.get(meaning) or self._means(meaning)), first, end)
            for first in range(len(words))
            for meaning, end in dict.fromkeys(self._index.at(words, first))
        ]
        misled = {at for mark in found if mark.table == "misleading" for at in range(mark.first, mark.end)}
        return [
            mark
            for mark in found
            if mark.table != "misleading"
            and (mark.table != "skill" or misled.isdisjoint(range(mark.first, mark.end)))
        ]


class Sentence:
    """A sentence, its part, and its marks."""

    def __init__(self, block: Block, start: int, end: int, part: Part, marker: Marker) -> None:
        self.block, self.start, self.end, self.part = block, start, end, part
        self.text = block.text[start:end]
        latin = _as_latin(self.text)
        self.look_alike = latin != self.text
        self.words, self.places = (
            words_of(latin) if self.look_alike else words_between(block.text, start, end)
        )
        found = marker.marks(self.words)
        self.marks = [mark for mark in found if not self._is_denied(mark)]
        self._found = len(found)

    @cached_property
    def cues(self) -> frozenset[str]:
        """The names of the cues that are in it."""
        return frozenset(mark.name for mark in self.marks if mark.table == "cue")

    def denies(self, word: int) -> bool:
        """Return whether the words before one say that it is not asked for, as "no" and "you need not" do."""
        before = self.words[max(0, word - _DENIED_WITHIN) : word]
        may = any(said.endswith(("no", "not", "n't")) for said in before)
        return may and _DENIES.search(" ".join(before)) is not None

    @property
    def denied(self) -> bool:
        """Whether it says of something that it is not asked for."""
        return len(self.marks) < self._found or any(map(self.denies, range(1, len(self.words) + 1)))

    def _is_denied(self, mark: Mark) -> bool:
        if mark.table not in _DENIABLE:
            return False
        if mark.first and self.words[mark.first - 1] in _PREFIXES:
            return True
        after = self.words[mark.end : mark.end + 1]
        off = mark.name == "weekends" and after == ["off"]
        given = mark.name == "right-to-work" and _GIVEN.search(self.text) is not None
        return off or given or self.denies(mark.first)

    def of(self, table: str) -> Iterator[Mark]:
        """Yield the marks of one table."""
        return (mark for mark in self.marks if mark.table == table)

    def quote(self, first: int = 0, end: int | None = None) -> Quote:
        """Return the words from one to another as they stand there, with those around them that fit."""
        if not self.places:
            return Quote(self.text.strip(), self.block.line_at(self.start))
        at = self.places[first][0]
        until = self.places[(end or len(self.places)) - 1][1]
        return self.quote_of(at, until)

    def quote_of(self, at: int, until: int) -> Quote:
        """Return the characters from one to another, with the words around them that fit."""
        line = self.block.line_at(self.start + at)
        start, end = self._line_around(at)
        until = min(until, end)
        if end - start > _LONGEST_QUOTE:
            room = max(0, _LONGEST_QUOTE - (until - at))
            left = start if until - start <= _LONGEST_QUOTE else max(start, at - room // 3)
            right = min(end, until + room - (at - left))
            start = left if left == start else self.text.find(" ", left, at) + 1 or at
            end = right if right == end else max(self.text.rfind(" ", until, right), until)
        return Quote(self.text[start:end].strip(" ,;:*-\u2013"), line)

    def _line_around(self, at: int) -> tuple[int, int]:
        """Return where the line of the file begins and ends, within the sentence, that a character is on."""
        offset = self.start + at
        begins = [place for place, _ in self.block.places]
        begin = max((place for place in begins if place <= offset), default=0)
        after = min((place for place in begins if place > offset), default=len(self.block.text) + 1)
        return max(0, begin - self.start), min(len(self.text), after - 1 - self.start)
