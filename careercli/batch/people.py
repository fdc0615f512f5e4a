"""A line as a profile: at once where it is as usual, else by the reader that explains every mistake.

The quick way only ever says yes: whatever is not quite as usual (a name it does not know, a key written
twice, an odd character, a contradiction, anything wrong) goes the careful way, so both come to the same
result or error.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, TypeVar

import msgspec
from msgspec import UNSET, Meta, UnsetType

from careercli.domain.model import Catalog, Level, Line, Profile, Share, Team, Text, WeeklyHours, Years
from careercli.domain.names import fold
from careercli.formats.document import MAX_BYTES, Document, check_size, decode
from careercli.formats.json_reader import read_json
from careercli.formats.profiles import Name, profile_of
from careercli.formats.text import clean, one_line


class _Experience(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    support_years: Years
    leading_years: Years | UnsetType = UNSET
    leading_elsewhere_years: Years | UnsetType = UNSET
    part_time_share: Share | UnsetType = UNSET


class _Rating(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    level: Level | UnsetType | None = UNSET
    evidence: Text | UnsetType | None = UNSET


class ProfileLine(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """A profile file that has nothing else in it; what is not given is known as such."""

    schema: Literal["careercli/profile@1"]
    experience: _Experience
    name: Name | UnsetType | None = UNSET
    title: Name | UnsetType | None = UNSET
    employed: bool | UnsetType | None = UNSET
    leads_people: bool | UnsetType | None = UNSET
    team: Team | UnsetType | None = UNSET
    goal: Line | UnsetType | None = UNSET
    hours_per_week: WeeklyHours | UnsetType = UNSET
    skills: dict[str, Level | _Rating | None] | UnsetType = UNSET
    not_applicable: dict[Annotated[str, Meta(max_length=300)], Line] | UnsetType = UNSET


_DEFAULTS = Profile(support_years=0.0)


class Reader:
    """Reads lines as profiles on the ladder of a catalog."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._decode = msgspec.json.Decoder(ProfileLine).decode
        self._skills = catalog.skill_names
        self._tiers = catalog.tier_names
        ladder = catalog.ladder
        self._in_gates = {skill for tier in ladder.tiers for gate in tier.gates for skill in gate.skills}

    def read(self, line: bytes, number: int) -> Profile:
        """Return the profile that a line is.

        Raises:
            InvalidDataError: the line is no profile; with every problem.

        """
        return self.at_once(line) or self.carefully(line, number)

    def carefully(self, line: bytes, number: int) -> Profile:
        """Return what :meth:`read` does, without the quick way."""
        name = f"line {number}"
        check_size(len(line), name)
        return profile_of(read_json(decode(line, name), name), self._catalog)

    def of_document(self, document: Document) -> Profile:
        """Return the profile that a parsed document is.

        Raises:
            InvalidDataError: it is no profile; with every problem.

        """
        return self._at_once_of(document) or profile_of(document, self._catalog)

    def at_once(self, line: bytes) -> Profile | None:
        """Return the profile if the line is as usual, else None."""
        if len(line) > MAX_BYTES:
            return None
        try:
            return self._resolved(self._decode(line), line)
        except (msgspec.MsgspecError, UnicodeDecodeError, KeyError, RecursionError):
            return None

    def _at_once_of(self, document: Document) -> Profile | None:
        """Return the profile if the document is as usual, else None."""
        if document.problems:
            return None
        try:
            return self._resolved(msgspec.convert(document.value, ProfileLine), None)
        except (msgspec.ValidationError, KeyError):
            return None

    def _resolved(self, said: ProfileLine, line: bytes | None) -> Profile | None:
        """Return what was said with ids in place of names; None for anything that is not as usual.

        ``line`` is where it was said, to be looked at; a document was when it was parsed, and has none.
        """
        if said.team and (said.employed is False or said.leads_people is False):
            return None
        experience, rated, marked = said.experience, said.skills or {}, said.not_applicable or {}
        texts = [text for text in (said.name, said.title, said.goal) if text]
        skills: dict[str, int] = {}
        evidence: dict[str, str] = {}
        found = [self._skill(name) for name in rated]
        if len(set(found)) != len(found):
            return None
        for skill, rating in zip(found, rated.values(), strict=True):
            if isinstance(rating, int):
                skills[skill] = rating
            elif rating is not None:
                if isinstance(rating.level, int):
                    skills[skill] = rating.level
                if rating.evidence:
                    evidence[skill] = rating.evidence
                    texts.append(rating.evidence)
        left_out = self._left_out(marked, skills)
        if left_out is None:
            return None
        texts += marked.values()
        if line is not None and not (_says_it_once(line, _keys(said), texts) and _is_clean(line, texts)):
            return None
        return Profile(
            support_years=experience.support_years,
            leading_years=experience.leading_years or _DEFAULTS.leading_years,
            leading_elsewhere_years=experience.leading_elsewhere_years or _DEFAULTS.leading_elsewhere_years,
            part_time_share=experience.part_time_share or _DEFAULTS.part_time_share,
            leads_people=said.leads_people or bool(said.team or 0),
            employed=_or_none(said.employed),
            team=_or_none(said.team),
            name=one_line(said.name) or None if said.name else None,
            title=one_line(said.title) or None if said.title else None,
            goal=self._tiers[_folded(said.goal)] if said.goal else None,
            hours_per_week=said.hours_per_week or _DEFAULTS.hours_per_week,
            skills=skills,
            evidence=evidence,
            not_applicable=left_out,
        )

    def _left_out(self, marked: Mapping[str, str], rated: Mapping[str, int]) -> dict[str, str] | None:
        """Return the reasons by skill; None where one is odd, or a gate might want the skill."""
        left_out: dict[str, str] = {}
        for name, reason in marked.items():
            skill = self._skill(name)
            said = one_line(reason)
            if not said or skill in rated or skill in left_out or skill in self._in_gates:
                return None
            left_out[skill] = said
        return left_out

    def _skill(self, name: str) -> str:
        """Return the id of the skill of this name.

        Raises:
            KeyError: it is not known, or has odd characters in it.

        """
        skill = self._skills.get(name)
        return self._skills[_folded(name)] if skill is None else skill


T = TypeVar("T")


def _or_none(value: T | UnsetType | None) -> T | None:
    return None if value is UNSET else value


def _keys(said: ProfileLine) -> int:
    """Return how many keys a line has that says this, each of them once."""
    experience = said.experience
    keys = 3 + _given(
        experience.leading_years, experience.leading_elsewhere_years, experience.part_time_share
    )
    keys += _given(said.name, said.title, said.employed, said.leads_people, said.team, said.goal)
    keys += _given(said.hours_per_week, said.skills, said.not_applicable)
    for rating in (said.skills or {}).values():
        keys += 1 if rating is None or isinstance(rating, int) else 1 + _given(rating.level, rating.evidence)
    return keys + len(said.not_applicable or {})


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
