"""What there is to read in packs, all of it: whoever needs a part of it need not know the types of others."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from careercli.domain.names import index
from careercli.domain.values import EMPTY, Line, Reference, SkillId, Sources, Text, Value

if TYPE_CHECKING:
    from careercli.domain.ad_words import AdWords
    from careercli.domain.guide import Guide, Occupation, Section, Term
    from careercli.domain.interview_questions import InterviewQuestion
    from careercli.domain.phrase_lists import Phrases
    from careercli.domain.words import Words
    from careercli.domain.work import Transfer, Work


class Tool(Value, kw_only=True):
    """Software or equipment of the trade, and the skills that it is used with."""

    name: Line
    what: Line
    skills: tuple[SkillId, ...]
    aliases: tuple[Line, ...] = ()
    sources: tuple[Reference, ...] = ()


class Certificate(Value, kw_only=True):
    """A certificate: who gives it, what it is good for, and the skills that it vouches for."""

    name: Line
    issuer: Line
    text: Text
    skills: tuple[SkillId, ...]
    sources: Sources
    aliases: tuple[Line, ...] = ()


def _no_words() -> Words:
    from careercli.domain.words import Words

    return Words()


def _no_phrases() -> Phrases:
    from careercli.domain.phrase_lists import Phrases

    return Phrases()


def _no_ad_words() -> AdWords:
    from careercli.domain.ad_words import AdWords

    return AdWords()


class Library(Value, dict=True):
    """What there is to read: guides, tools, certificates, occupations of the statistics, words of the trade.

    ``words`` are those to ask in, ``phrases`` those in which people write of their work. ``shows_in`` says
    under a skill's id where the work of its levels can be seen, for the levels of which that is told, and
    ``keywords`` in which other words people ask about it. ``interviews`` has the questions that interviewers
    ask, those of a skill in the pack's order. ``phrasings`` has, by a question of a guide or the id of a line
    of work, in which sentences people ask for what is told there. ``works`` has what is done in occupations,
    and ``transfers`` what is told of coming from other lines of work and of going to them.
    """

    guides: tuple[Guide, ...]
    tools: tuple[Tool, ...]
    certificates: tuple[Certificate, ...]
    occupations: tuple[Occupation, ...]
    words: Words = msgspec.field(default_factory=_no_words)
    phrases: Phrases = msgspec.field(default_factory=_no_phrases)
    ad_words: AdWords = msgspec.field(default_factory=_no_ad_words)
    shows_in: dict[str, dict[int, str]] = EMPTY
    interviews: tuple[InterviewQuestion, ...] = ()
    keywords: dict[str, tuple[str, ...]] = EMPTY
    terms: tuple[Term, ...] = ()
    phrasings: dict[str, tuple[str, ...]] = EMPTY
    works: tuple[Work, ...] = ()
    transfers: tuple[Transfer, ...] = ()

    @cached_property
    def guides_by_role(self) -> dict[str, Guide]:
        """Every guide under the id of its role."""
        return {guide.role: guide for guide in self.guides}

    def section(self, role: str, name: str) -> Section | None:
        """Return a section of a role's guide, or None where it has none."""
        guide = self.guides_by_role.get(role)
        return guide.sections.get(name) if guide else None

    @cached_property
    def occupations_by_code(self) -> dict[str, Occupation]:
        """Every occupation under its code."""
        return {occupation.code: occupation for occupation in self.occupations}

    @cached_property
    def works_by_code(self) -> dict[str, Work]:
        """What is done in each occupation, under its code."""
        return {work.code: work for work in self.works}

    @cached_property
    def tool_names(self) -> dict[str, str]:
        """Every name and alias of a tool, folded, with the name that it means."""
        return names_of(self.tools)

    @cached_property
    def certificate_names(self) -> dict[str, str]:
        """Every name and alias of a certificate, folded, with the name that it means."""
        return names_of(self.certificates)


def names_of(items: Iterable[Tool] | Iterable[Certificate]) -> dict[str, str]:
    """Return every name and alias of tools or certificates, folded, with the name that it means."""
    return index((item.name, (item.name, *item.aliases)) for item in items)
