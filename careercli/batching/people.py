"""A line as a person: at once where it is as usual, else by the reader that explains every mistake.

The quick way only ever says yes: whatever is not quite as usual (a name it does not know, a key written
twice, an odd character, anything wrong) goes the careful way, so both come to the same result or error.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, NamedTuple

import msgspec
from msgspec import UNSET, Meta, UnsetType

from careercli.documents.document import MAX_BYTES, Document, decode, too_large
from careercli.documents.json_reader import read_json
from careercli.documents.profiles import Name, profile_of
from careercli.documents.text import clean, one_line
from careercli.domain.model import Catalog, Level, Line, Profile, Text, WeeklyHours, Years
from careercli.domain.names import fold
from careercli.domain.tables import LEFT_OUT, STATES, UNRATED, Tables


class Person(NamedTuple):
    """A profile with a code for each skill in place of its level; ``evidence`` and ``left_out`` by skill."""

    support_years: float
    leading_years: float
    leads_people: bool
    name: str | None
    title: str | None
    goal: str | None
    hours_per_week: float
    codes: list[int]
    evidence: dict[int, str]
    left_out: dict[int, str]


class _Experience(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    support_years: Years
    leading_years: Years | UnsetType = UNSET


class _Rating(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    level: Level | UnsetType | None = UNSET
    evidence: Text | UnsetType | None = UNSET


class ProfileLine(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """A profile file that has nothing else in it; what is not given is known as such."""

    schema: Literal["careercli/profile@1"]
    experience: _Experience
    name: Name | UnsetType | None = UNSET
    title: Name | UnsetType | None = UNSET
    leads_people: bool | UnsetType = UNSET
    goal: Line | UnsetType | None = UNSET
    hours_per_week: WeeklyHours | UnsetType = UNSET
    skills: dict[str, Level | _Rating | None] | UnsetType = UNSET
    not_applicable: dict[Annotated[str, Meta(max_length=300)], Line] | UnsetType = UNSET


_DEFAULTS = Profile(support_years=0.0)


class Reader:
    """Reads lines as people on the ladder of a catalog."""

    def __init__(self, catalog: Catalog, tables: Tables) -> None:
        self._catalog = catalog
        self._tables = tables
        self._decode = msgspec.json.Decoder(ProfileLine).decode
        self._skills = {name: tables.index[found] for name, found in catalog.skill_names.items()}
        self._tiers = catalog.tier_names
        self._gates = {tables.index[name] for name in catalog.ladder.gates}

    def read(self, line: bytes, number: int) -> Person:
        """Return the person that a line is about.

        Raises:
            InvalidDataError: the line is no profile; with every problem.

        """
        return self.at_once(line) or self.carefully(line, number)

    def carefully(self, line: bytes, number: int) -> Person:
        """Return what :meth:`read` does, without the quick way."""
        name = f"line {number}"
        if len(line) > MAX_BYTES:
            raise too_large(name, MAX_BYTES)
        return self.person(profile_of(read_json(decode(line, name), name), self._catalog))

    def of_document(self, document: Document) -> Person:
        """Return the person that a parsed document is about.

        Raises:
            InvalidDataError: it is no profile; with every problem.

        """
        return self._at_once_of(document) or self.person(profile_of(document, self._catalog))

    @property
    def nobody(self) -> Person:
        """Somebody of whom nothing is known."""
        return self.person(_DEFAULTS)

    def person(self, profile: Profile) -> Person:
        """Return a profile as a person."""
        index = self._tables.index
        return Person(
            support_years=profile.support_years,
            leading_years=profile.leading_years,
            leads_people=profile.leads_people,
            name=profile.name,
            title=profile.title,
            goal=profile.goal,
            hours_per_week=profile.hours_per_week,
            codes=self._tables.codes(profile),
            evidence={index[name]: text for name, text in profile.evidence.items() if name in profile.skills},
            left_out={index[name]: reason for name, reason in profile.not_applicable.items()},
        )

    def at_once(self, line: bytes) -> Person | None:
        """Return the person if the line is as usual, else None."""
        if len(line) > MAX_BYTES:
            return None
        try:
            said = self._decode(line)
            return self._resolved(said, line)
        except (msgspec.MsgspecError, UnicodeDecodeError, KeyError, RecursionError):
            return None

    def _at_once_of(self, document: Document) -> Person | None:
        """Return the person if the document is as usual, else None."""
        if document.problems:
            return None
        try:
            return self._resolved(msgspec.convert(document.value, ProfileLine), None)
        except (msgspec.ValidationError, KeyError):
            return None

    def _resolved(self, said: ProfileLine, line: bytes | None) -> Person | None:
        """Return what was said with ids in place of names; None for anything that is not as usual.

        ``line`` is where it was said, to be looked at; a document was when it was parsed, and has none.
        """
        experience = said.experience
        texts = [text for text in (said.name, said.title, said.goal) if text]
        keys = 3 + _given(experience.leading_years, said.name, said.title, said.leads_people, said.goal)
        keys += _given(said.hours_per_week, said.skills, said.not_applicable)

        codes = list(self._tables.nothing)
        evidence: dict[int, str] = {}
        if said.skills:
            places = [self._place(name) for name in said.skills]
            keys += len(places)
            if len(set(places)) != len(places):
                return None
            for place, rating in zip(places, said.skills.values(), strict=True):
                if isinstance(rating, int):
                    codes[place] = place * STATES + rating
                elif rating is not None:
                    keys += _given(rating.level, rating.evidence)
                    if rating.evidence:
                        texts.append(rating.evidence)
                    if isinstance(rating.level, int):
                        codes[place] = place * STATES + rating.level
                        if rating.evidence:
                            evidence[place] = rating.evidence
        left_out = self._left_out(said.not_applicable or {}, codes)
        if left_out is None:
            return None
        keys += len(left_out)
        texts += (said.not_applicable or {}).values()

        if line is not None and not (_says_it_once(line, keys, texts) and _is_clean(line, texts)):
            return None
        return Person(
            support_years=experience.support_years,
            leading_years=experience.leading_years or _DEFAULTS.leading_years,
            leads_people=said.leads_people or _DEFAULTS.leads_people,
            name=one_line(said.name) or None if said.name else None,
            title=one_line(said.title) or None if said.title else None,
            goal=self._tiers[_folded(said.goal)] if said.goal else None,
            hours_per_week=said.hours_per_week or _DEFAULTS.hours_per_week,
            codes=codes,
            evidence=evidence,
            left_out=left_out,
        )

    def _left_out(self, marked: Mapping[str, str], codes: list[int]) -> dict[int, str] | None:
        """Return the reasons by skill, and note them in the codes; None where a skill may not be marked."""
        left_out: dict[int, str] = {}
        for name, reason in marked.items():
            place = self._place(name)
            left_out[place] = one_line(reason)
            if codes[place] % STATES != UNRATED or place in self._gates or not left_out[place]:
                return None
            codes[place] += LEFT_OUT - UNRATED
        return left_out

    def _place(self, name: str) -> int:
        """Return the place of the skill of this name.

        Raises:
            KeyError: it is not known, or has odd characters in it.

        """
        place = self._skills.get(name)
        return self._skills[_folded(name)] if place is None else place


def _given(*values: object) -> int:
    """Return how many of the values were given."""
    return len(values) - values.count(UNSET)


def _folded(name: str) -> str:
    if clean(name) != name:
        raise KeyError(name)
    return fold(name)


def _says_it_once(line: bytes, keys: int, texts: list[str]) -> bool:
    """Return whether no key is written twice: each has a colon, and the last of equal keys was taken.

    Other colons stand in texts, unless they are escaped there.
    """
    colons = line.count(b":")
    if colons == keys:
        return True
    return b"\\u003" not in line and colons - sum(text.count(":") for text in texts) == keys


def _is_clean(line: bytes, texts: list[str]) -> bool:
    """Return whether no text has a character in it that would be replaced."""
    if line.isascii() and b"\\" not in line and b"\x7f" not in line:
        return True  # JSON has no other control characters in it
    return all(clean(text) == text for text in texts)
