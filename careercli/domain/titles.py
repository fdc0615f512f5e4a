"""Which tier a job title names, and which titles only sound as if they did."""

from __future__ import annotations

import re

from careercli.domain.model import Ladder, LookAlike, Tier

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_DASH = r"[-\u2010-\u2013\u2212]"
_SEPARATOR = re.compile(rf"\s*(?:[(\[|@,/;:\u2014\u2015]|\s{_DASH}|{_DASH}\s|\sat\s)\s*", re.IGNORECASE)


def normal(title: str, abbreviations: dict[str, str]) -> str:
    """Return a title as it is compared: words only, in any case, abbreviations written out.

    ``Sr. Customer-Support Rep`` and ``senior customer support representative`` are the same title.
    """
    words = (match.group().casefold() for match in _WORD.finditer(title))
    return " ".join(filter(None, (abbreviations.get(word, word) for word in words)))


def tier_of_title(ladder: Ladder, title: str | None) -> Tier | None:
    """Return the tier that a title names through the title aliases, or None.

    Only whole titles count: "Customer Success Manager" is no manager of support and "Lead Generation
    Specialist" leads nobody. What follows a dash, comma, bracket, "@" or "at" is a department, which is
    tried in front ("Team Lead, Customer Support"), or a place or a company, which is tried away.
    """
    found = _meaning(ladder, title)
    return found if isinstance(found, Tier) else None


def look_alike_of_title(ladder: Ladder, title: str | None) -> LookAlike | None:
    """Return the note on a title that sounds like this ladder and is another job, or None."""
    found = _meaning(ladder, title)
    return found if isinstance(found, LookAlike) else None


def _meaning(ladder: Ladder, title: str | None) -> Tier | LookAlike | None:
    for candidate in _candidates(ladder, title):
        for entry in ladder.look_alikes:
            if candidate in {normal(name, ladder.abbreviations) for name in entry.titles}:
                return entry
        for tier in ladder.tiers:
            if candidate in {normal(name, ladder.abbreviations) for name in (tier.title, *tier.titles)}:
                return tier
    return None


def _candidates(ladder: Ladder, title: str | None) -> list[str]:
    """Return the whole title, its second part before its first, then its first part alone."""
    if not title:
        return []
    parts = _SEPARATOR.split(title)
    names = (normal(name, ladder.abbreviations) for name in (title, " ".join(parts[1::-1]), parts[0]))
    return list(dict.fromkeys(filter(None, names)))
