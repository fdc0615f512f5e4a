"""Which names a text mentions: exactly, on word boundaries, in any case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from careercli.domain.model import Catalog
from careercli.domain.names import fold

_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012", "-") | {"\u2019": "'"})
_WORD_START = re.compile(r"(?<!\w)(?<!\w[-.])\w+")
_WORD_GOES_ON = re.compile(r"[\w+#]|[-.]\w")
_SHORT = 2
"""Names of one or two letters mean too much else to be looked for inside a text."""

_MAY_BE_A_WORD = 5
"""Names of so many letters, as "Front" and "Slack", may be everyday words."""

LEVEL_WORDS: dict[str, int] = {
    **dict.fromkeys(("none",), 0),
    **dict.fromkeys(("beginner", "novice", "basic", "basics", "elementary", "entry", "awareness"), 1),
    **dict.fromkeys(("intermediate", "working", "working knowledge", "competent", "good"), 2),
    **dict.fromkeys(("advanced", "proficient", "experienced", "skilled", "practitioner", "very good"), 3),
    **dict.fromkeys(("expert", "master", "mastery", "guru"), 4),
}
"""The level that a word in a résumé stands for. JSON Resume sets no scale: Beginner, Intermediate, Advanced
and Master are its customary four steps, as there are four levels above none; the rest are their synonyms."""


class Finder:
    """Finds names in texts. ``names`` maps folded names to what they mean."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = {name.translate(_HYPHENS): meaning for name, meaning in names.items()}
        self.by_first_word: dict[str, list[str]] = {}
        for name in sorted(self.names, key=lambda name: (-len(name), name)):
            first = _WORD_START.match(name)
            if first and len(name) > _SHORT:
                self.by_first_word.setdefault(first.group(), []).append(name)

    def whole(self, text: str) -> str | None:
        """Return what a text means that is nothing but a name, or None."""
        return self.names.get(_folded(text))

    def within(self, text: str) -> tuple[str, ...]:
        """Return what the names in a text mean, in their order, each once; the longest name counts.

        "Lead" is not in "leadership", "go" not in "mongodb", "C" not in "C++", "node" not in "node.js".
        """
        folded = _folded(text)
        whole = self.names.get(folded)
        if whole:
            return (whole,)
        found: dict[str, None] = {}
        end = 0
        for word in _WORD_START.finditer(folded):
            if word.start() < end:
                continue
            for name in self.by_first_word.get(word.group(), ()):
                stop = word.start() + len(name)
                if folded.startswith(name, word.start()) and not _goes_on(folded, stop):
                    found.setdefault(self.names[name])
                    end = stop
                    break
        return tuple(found)


def named_in(text: str, names: Iterable[str]) -> bool:
    """Return whether a text has one of these names; a short one with a capital letter: it may be a word."""
    for name in names:
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
            if len(name) > _MAY_BE_A_WORD or any(map(str.isupper, found.group())):
                return True
    return False


def skill_finder(catalog: Catalog) -> Finder:
    """Return what finds skills by their ids, names and aliases."""
    return Finder(catalog.skill_names)


def level_of(text: str) -> int | None:
    """Return the level from 0 to 4 that a word stands for, or None where it is no word of a known scale."""
    return LEVEL_WORDS.get(fold(text))


def _folded(text: str) -> str:
    return fold(text.translate(_HYPHENS))


def _goes_on(text: str, end: int) -> bool:
    """Return whether a word goes on where a name ends; a name that ends in a sign ends its word itself."""
    return bool(_WORD_GOES_ON.match(text, end)) and (text[end - 1].isalnum() or text[end] in "+#")
