"""Which tier a job title names, and which titles only sound as if they did."""

from __future__ import annotations

import re

from careercli.domain.model import Ladder, LookAlike, Tier

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_SEPARATOR = re.compile(r"\s*(?:[(\[|@,/;:]|\s[-\u2013\u2014]\s|\sat\s)\s*", re.IGNORECASE)


def normal(title: str, abbreviations: dict[str, str]) -> str:
    """Return a title as it is compared: words only, in any case, abbreviations written out.

    ``Sr. Customer-Support Rep`` and ``senior customer support representative`` are the same title.
    """
    words = (match.group().casefold() for match in _WORD.finditer(title))
    return " ".join(filter(None, (abbreviations.get(word, word) for word in words)))


def tier_of_title(ladder: Ladder, title: str | None) -> Tier | None:
    """Return the tier that a title names through the title aliases, or None.

    Only whole titles count: "Customer Success Manager" is no manager of support and "Lead Generation
    Specialist" leads nobody. What follows a dash, comma, bracket, "@" or "at" is a place or a company and
    is tried away.
    """
    for candidate in _candidates(ladder, title):
        if _look_alike(ladder, candidate):
            return None
        for tier in ladder.tiers:
            names = (tier.title, *tier.titles)
            if candidate in {normal(name, ladder.abbreviations) for name in names}:
                return tier
    return None


def look_alike_of_title(ladder: Ladder, title: str | None) -> LookAlike | None:
    """Return the note on a title that sounds like this ladder and is another job, or None."""
    for candidate in _candidates(ladder, title):
        found = _look_alike(ladder, candidate)
        if found:
            return found
    return None


def _look_alike(ladder: Ladder, candidate: str) -> LookAlike | None:
    for entry in ladder.look_alikes:
        if candidate in {normal(name, ladder.abbreviations) for name in entry.titles}:
            return entry
    return None


def _candidates(ladder: Ladder, title: str | None) -> list[str]:
    """Return the whole title, then its part before the first separator."""
    if not title:
        return []
    whole = normal(title, ladder.abbreviations)
    head = normal(_SEPARATOR.split(title, maxsplit=1)[0], ladder.abbreviations)
    return list(dict.fromkeys(name for name in (whole, head) if name))
