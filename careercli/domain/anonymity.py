"""A person without their name: what they are called instead, and their profile with the name gone from it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from careercli.domain.model import Profile
from careercli.domain.notes import Note

SOMEBODY = "Client"
"""What somebody is called who has no letter: there is nothing to know them by the next time."""

_LETTERS = 26
_SHORTEST = 3
"""Shorter words of a name are too common in other text to be taken out of it."""

_WORD = re.compile(r"[^\W_]+")
_ACCENT_SIGN = "[\u0300-\u036f]"
_ACCENT = re.compile(_ACCENT_SIGN)
_JOINT = re.compile(r"[\s._-]+")
_JOINED = r"[\s._-]*"
"""What may be between the words of a name: ``Dana Reyes`` is ``dana.reyes`` and ``DanaReyes`` elsewhere."""


def client(letter: str) -> str:
    """Return what the person of a letter is called: ``Client C``."""
    return f"{SOMEBODY} {letter}"


def letter_of(number: int) -> str:
    """Return the letter of a client by their number, from 1: A to Z, then AA to ZZ, and so on."""
    letters = ""
    while number > 0:
        number, place = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + place) + letters
    return letters


class Alias(NamedTuple):
    """What tells who somebody is, and what they are called instead.

    ``saved`` is what a coach saved the profile under: often a short form of the name, or the only one.
    """

    called: str
    name: str | None
    saved: str | None = None


class Anonymizer:
    """Calls people something else in any text about them.

    It replaces the whole of a name, however its words are joined, and each of its words of three letters or
    more, as whole words in any case, with and without accents. Of a saved name it replaces the whole, and the
    words too where there is no other name. Names of other people and of companies stay.
    """

    def __init__(self, aliases: Iterable[Alias]) -> None:
        self._called: dict[str, str] = {}
        self._parts: dict[str, str] = {}
        for alias in aliases:
            for part in _parts(alias):
                key = self._parts[part] = _key(part)
                same = self._called.setdefault(key, alias.called) == alias.called
                self._called[key] = alias.called if same else SOMEBODY

    def __call__(self, text: str, about: Alias | None = None) -> str:
        """Return a text without the names; one that several people have is that of whom it is ``about``."""
        inside = _key(text)  # few names of many are in a text, and only these are worth a pattern
        parts = [part for part, key in self._parts.items() if key in inside]
        if not parts:
            return text
        own = {_key(part): about.called for part in _parts(about)} if about else {}
        called = self._called | own
        longest_first = sorted(parts, key=lambda part: (-len(part), part))
        pattern = re.compile("|".join(map(_whole, longest_first)), re.IGNORECASE)
        found = pattern.sub(lambda match: called.get(_key(match[0]), SOMEBODY), _spread(text))
        return unicodedata.normalize("NFC", found)

    def notes(self, notes: Sequence[Note], about: Alias | None = None) -> tuple[Note, ...]:
        """Return notes without the names."""
        return tuple(Note(note.day, self(note.text, about)) for note in notes)


def without_name(profile: Profile, alias: Alias) -> Profile:
    """Return a profile in which the person is called something else.

    Their own name leaves the title, the evidence and the reasons too, as :class:`Anonymizer` says.
    """
    cleared = Anonymizer([alias])
    return profile.but(
        name=alias.called,
        title=cleared(profile.title) if profile.title else profile.title,
        evidence={skill: cleared(text) for skill, text in profile.evidence.items()},
        not_applicable={skill: cleared(text) for skill, text in profile.not_applicable.items()},
    )


def _parts(alias: Alias) -> set[str]:
    """Return the parts of somebody's names that are looked for, without accents."""
    name = alias.name or alias.saved or ""
    whole = " ".join(name.split()) if alias.name or len(name) >= _SHORTEST else ""
    words = [word for word in (*name.split(), *_WORD.findall(name)) if len(word) >= _SHORTEST]
    saved = alias.saved if alias.saved and len(alias.saved) >= _SHORTEST else ""
    return {_plain(part) for part in (whole, saved, *words) if _WORD.search(part)}


def _spread(text: str) -> str:
    """Return text with its accents apart from their letters; what is no accent on a letter stays together."""
    apart = (unicodedata.normalize("NFD", letter) for letter in unicodedata.normalize("NFC", text))
    return "".join(
        letter if _ACCENT.search(letter) else unicodedata.normalize("NFC", letter) for letter in apart
    )


def _plain(text: str) -> str:
    return _ACCENT.sub("", _spread(text))


def _key(text: str) -> str:
    """Return what is the same for all forms in which a part of a name is found."""
    return "".join(_WORD.findall(_plain(text))).casefold()


def _whole(part: str) -> str:
    """Return the pattern of a part of a name as a whole word, whatever joins its own words.

    Where letters have no upper and lower case, words are often written together, with the next one or with a
    little word before them, so there the part is found anywhere.
    """
    words = [word for word in _JOINT.split(part) if word]
    said = _JOINED.join("".join(f"{re.escape(sign)}{_ACCENT_SIGN}*" for sign in word) for word in words)
    before = r"(?<![^\W\d_])" if _has_case(words[0][0]) else ""
    after = rf"(?!{_ACCENT_SIGN}|[^\W\d_])" if _has_case(words[-1][-1]) else ""
    return f"{before}{said}{after}"


def _has_case(letter: str) -> bool:
    return letter.lower() != letter.upper() or not letter.isalpha()
