"""Many people for one advertisement, those who fit it best first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from careercli.domain.advertisement import Advertisement
from careercli.domain.cohort import Unreadable
from careercli.domain.match import Match
from careercli.domain.members import Origin
from careercli.domain.values import Value
from careercli.domain.verdict import grade


class Candidate(Value):
    """A person as they are called, where they come from, and how they fit."""

    who: str
    origin: Origin
    match: Match


class Candidates(Value):
    """Many people for one advertisement.

    ``lacked`` has the skills that it requires and that people are known to lack, with how many do, those
    that most do first.
    """

    as_of: date
    ad: Advertisement
    people: tuple[Candidate, ...]
    lacked: tuple[tuple[str, int], ...]
    unread: Unreadable


def candidates(ad: Advertisement, people: Iterable[Candidate], unread: Unreadable, as_of: date) -> Candidates:
    """Return people ranked by verdict, then by how much of what is asked they cover, then by name."""
    ranked = sorted(
        people,
        key=lambda each: (-grade(each.match.verdict), -each.match.share, each.who.casefold(), each.who),
    )
    lacking = Counter(
        fit.asked.skill
        for each in ranked
        for fit in each.match.skills
        if fit.lacks and fit.asked.demand == "required"
    )
    lacked = sorted(lacking.items(), key=lambda entry: (-entry[1], entry[0]))
    return Candidates(as_of, ad, tuple(ranked), tuple(lacked), unread)
