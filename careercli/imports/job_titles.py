"""What the title of a job says that it was: support, leading those who do it, leading others, or neither."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import cast, get_args

import msgspec

from careercli.domain.experience import DoubtChoice, DoubtKind, JobKind
from careercli.domain.model import Ladder, Tier
from careercli.domain.names import normal_title
from careercli.domain.titles import look_alike_of_title, tier_of_title


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LEADING = _words(
    "manager supervisor lead leader head director chief president ceo coo cto cfo foreman captain "
    "superintendent managing"
)
"""Words of a title that say that others are led, in any line of work."""

_RANKS = _LEADING | _words(
    "senior junior assistant associate deputy vice principal team shift group regional global national "
    "trainee intern entry level tier"
)
"""Words of a title that say how high it stands, and nothing of the work."""

_THINGS = _words(
    "account product project program programme relationship community media office success generation "
    "content brand category marketing case event property facilities data"
)
"""What a manager or lead may manage instead of people: an account manager leads nobody."""

_BETWEEN = re.compile(
    "\\s*(?:[(\\[|@,/;:&+>\u2014\u2015\u2192]|\\s[-\u2010-\u2013\u2212]\\s|\\s(?:and|at)\\s)\\s*",
    re.IGNORECASE,
)
_COMMON_SHARE = 3
"""A word is typical of a ladder if one title in this many has it."""

_MOST_PARTS = 12


class TitleVerdict(msgspec.Struct, frozen=True):
    """What a title says: the kind of work, why, and what is left open.

    ``doubt`` is the kind of doubt, or null; the readings to choose from are then in ``choices``, and ``kind``
    is what holds without an answer.
    """

    kind: JobKind
    why: str
    doubt: DoubtKind | None = None
    choices: tuple[DoubtChoice, ...] = ()


_SUPPORT = DoubtChoice("support", "It was customer support; I led nobody.")
_LED = DoubtChoice("leading", "It was customer support, and I led people who do it.")
_NEITHER = DoubtChoice("none", "It was neither: count nothing.")
_ASKED = (_SUPPORT, _LED, _NEITHER)

OTHER_WORK = (
    _SUPPORT,
    _LED,
    DoubtChoice("elsewhere", "I led people in other work: it does not count."),
    DoubtChoice("neither", "It was other work: it does not count."),
)
"""What a job may have been whose title says that it is none of this line of work."""


class Titles:
    """Reads job titles by a ladder: its title aliases, its look-alikes, and the words that it is made of."""

    def __init__(self, ladder: Ladder) -> None:
        self.ladder = ladder
        self.tiers: dict[str, list[Tier]] = {}
        for tier in ladder.tiers:
            for title in dict.fromkeys(self._normal(title) for title in (*tier.titles, tier.title)):
                self.tiers.setdefault(title, []).append(tier)
        words: Counter[str] = Counter()
        pairs: Counter[tuple[str, str]] = Counter()
        for title in self.tiers:
            parts = title.split()
            words.update(set(parts) - _RANKS)
            pairs.update(pair for pair in set(pairwise(parts)) if not _RANKS & set(pair))
        self.words = {word for word, times in words.items() if times * _COMMON_SHARE >= len(self.tiers)}
        self.pairs = {pair for pair, times in pairs.items() if times > 1}

    def _normal(self, title: str) -> str:
        return normal_title(title, self.ladder.abbreviations)

    def read(self, title: str) -> TitleVerdict:
        """Return what a title says. Every title says something: ``neither`` at the least."""
        words = self._normal(title).split()
        if not words:
            return TitleVerdict("neither", "There is no title.")
        fits = self._fits(title)
        if fits:
            return self._known(title, fits)
        other = look_alike_of_title(self.ladder, title)
        kind: JobKind = "elsewhere" if _leads(words) else "neither"
        if other:
            return TitleVerdict(kind, other.note, "look-alike", _ASKED)
        if self.words & set(words) or any(pair in self.pairs for pair in pairwise(words)):
            return TitleVerdict(
                kind,
                "The title sounds like this line of work and is none that is known.",
                "sounds-alike",
                _ASKED,
            )
        if kind == "elsewhere":
            return TitleVerdict(kind, "The title leads people outside of customer support.")
        return TitleVerdict(kind, "The title is none of customer support.")

    def _whole(self, title: str) -> list[Tier] | None:
        """Return the tiers that a title is a name of, also with its second part in front of its first."""
        turned = " ".join(_parts(title)[1::-1])
        return self.tiers.get(self._normal(title)) or self.tiers.get(self._normal(turned))

    def _fits(self, title: str) -> list[Tier]:
        """Return the tiers that a title names: as a whole, else those of its parts; lowest first."""
        whole = self._whole(title)
        if whole:
            return whole
        named = [tier_of_title(self.ladder, part) for part in (title, *_parts(title))]
        return sorted({tier.id: tier for tier in named if tier}.values(), key=lambda tier: tier.rank)

    def _known(self, title: str, fits: list[Tier]) -> TitleVerdict:
        lowest = fits[0]
        kind: JobKind = "leading" if lowest.leads_people else "support"
        if len(fits) > 1:
            listed = " and ".join(tier.title for tier in fits)
            choices = tuple(DoubtChoice(tier.id, f"{tier.title}.") for tier in fits)
            return TitleVerdict(kind, f"The title fits {listed}.", "two-readings", choices)
        why = f"The title is one of {lowest.title}."
        if self._whole(title):
            return TitleVerdict(kind, why)
        choice = DoubtChoice(lowest.id, f"{lowest.title}.")
        other = look_alike_of_title(self.ladder, title)
        if other:
            return TitleVerdict("neither", other.note, "look-alike", (choice, _NEITHER))
        if not tier_of_title(self.ladder, title):
            part = f"A part of the title is one of {lowest.title}, and another is not."
            return TitleVerdict("neither", part, "two-readings", (choice, _NEITHER))
        if kind == "support" and self._leads_beside(title):
            leads = f"{why} Another part of it sounds like leading."
            return TitleVerdict(kind, leads, "two-readings", (_SUPPORT, _LED))
        return TitleVerdict(kind, why)

    def _leads_beside(self, title: str) -> bool:
        """Return whether a part of a title that names no tier says that others are led."""
        rest = [part for part in _parts(title) if not tier_of_title(self.ladder, part)]
        return any(_leads(self._normal(part).split()) for part in rest)


def _parts(title: str) -> list[str]:
    return [part for part in _BETWEEN.split(title, maxsplit=_MOST_PARTS) if part.strip()]


def _leads(words: Sequence[str]) -> bool:
    """Return whether the words of a title say that people are led, rather than accounts or products."""
    return any(
        word in _LEADING
        and not (index and words[index - 1] in _THINGS)
        and words[index + 1 : index + 2] != ["generation"]
        for index, word in enumerate(words)
    )


def kind_of_answer(ladder: Ladder, answer: str, otherwise: JobKind) -> JobKind:
    """Return the kind of work that an answer to a doubt about a title means."""
    kind = next((kind for kind in get_args(JobKind) if kind == answer), None)
    if kind:
        return cast("JobKind", kind)
    tier = next((tier for tier in ladder.tiers if tier.id == answer), None)
    if tier:
        return "leading" if tier.leads_people else "support"
    return otherwise
