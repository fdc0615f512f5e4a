"""Which tier a job title names, and which titles only sound as if they did."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from careercli.domain.model import Ladder, LookAlike, Seat, Tier
from careercli.domain.names import normal_title

_DASH = r"[-\u2010-\u2013\u2212]"
_SEPARATOR = rf"\s*(?:[(\[|@,/;:\u2014\u2015]|\s{_DASH}|{_DASH}\s|\s[aA][tT]\s)\s*"
"""Compiled where a title as a whole means nothing: that takes longer than most titles do."""


class TitleReading(msgspec.Struct, frozen=True):
    """How a title was read: the words that decided, and the tier that it names or the seat beside the ladder.

    ``note`` is what to know of a title that sounds like this ladder and is another job; "" for any other. One
    that is only ``vague`` may be on this ladder. Without ``words`` it is not recognised.
    """

    text: str
    words: tuple[str, ...] = ()
    tier: Tier | None = None
    adjacent: bool = False
    note: str = ""
    vague: bool = False

    @property
    def seat(self) -> Seat:
        """What somebody with this title does, as far as it says."""
        if self.tier:
            return self.tier.seat
        return "adjacent" if self.adjacent else "none"


def read_title(ladder: Ladder, title: str | None) -> TitleReading | None:
    """Return how a title is read; None where there is none."""
    if not title:
        return None
    for index, candidate in enumerate(_candidates(ladder, title)):
        other = ladder.titles_of_others.get(candidate)
        if other and (index == 0 or not other.alone):
            return TitleReading(title, (candidate,), note=other.note, vague=other.alone)
        tier = ladder.titles.get(candidate)
        if tier:
            return TitleReading(title, (candidate,), tier)
        if candidate in ladder.adjacent_titles:
            return TitleReading(title, (candidate,), adjacent=True)
    return TitleReading(title)


def tier_of_title(ladder: Ladder, title: str | None) -> Tier | None:
    """Return the tier that a title names through the title aliases, or None.

    Only whole titles count: "Customer Success Manager" is no manager of support and "Lead Generation
    Specialist" leads nobody. What follows a dash, comma, bracket, "@" or "at" is a department, which is
    tried in front ("Team Lead, Customer Support"), or a place or a company, which is tried away.
    """
    found = read_title(ladder, title)
    return found.tier if found else None


def look_alike_of_title(ladder: Ladder, title: str | None) -> LookAlike | None:
    """Return the note on a title that sounds like this ladder and is another job, or None."""
    found = read_title(ladder, title)
    return ladder.titles_of_others[found.words[0]] if found and found.note else None


def _candidates(ladder: Ladder, title: str | None) -> Iterator[str]:
    """Yield the whole title, its second part before its first, then its first part alone; each once."""
    if not title:
        return
    whole = normal_title(title, ladder.abbreviations)
    if whole:
        yield whole
    parts = re.split(_SEPARATOR, title)
    turned, first = (normal_title(name, ladder.abbreviations) for name in (" ".join(parts[1::-1]), parts[0]))
    if turned not in {"", whole}:
        yield turned
    if first not in {"", whole, turned}:
        yield first
