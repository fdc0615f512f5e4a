"""Which question to ask next, and when no further answer can change the tier."""

from __future__ import annotations

from collections import Counter

import msgspec

from careercli.domain.ladder import TWELFTHS, share
from careercli.domain.model import HIGHEST_LEVEL, Ladder, Profile, Tier
from careercli.domain.placement import current_tier, rank_of, unrated, with_unrated_at

FLAT_SHARE = 0.8
"""From this share of equal ratings on, a person is asked whether they looked closely."""

FLAT_MINIMUM = 5
"""With fewer ratings than this, equal ones say nothing."""


class _Open(msgspec.Struct, frozen=True):
    """A tier that is still undecided, with its sums in twelfths of a weight.

    ``by_fit`` says whether it also hangs on skills that are no gates.
    """

    tier: Tier
    low: int
    high: int
    asked: int
    open_musts: frozenset[str]
    by_fit: bool


def next_question(
    ladder: Ladder, profile: Profile, *, passed_over: frozenset[str] = frozenset()
) -> str | None:
    """Return the unrated skill whose answer tells most about the tier, or None once the tier is certain.

    A skill tells as much as its five possible answers, taken as equally likely, narrow on average the
    range between the current tier and the highest that is still possible. Ties go to the larger share of
    the open fits, then to the ladder's order. Skills in ``passed_over`` were asked and left unrated; they
    are not asked again, so None can also mean that only those are left.
    """
    open_tiers = _open_tiers(ladder, profile, passed_over)
    if not open_tiers:
        return None
    best: tuple[float, float] = (-1.0, 0.0)
    chosen = None
    for skill in unrated(ladder, profile):
        if skill in passed_over:
            continue
        value = _telling(ladder, open_tiers, skill)
        if value is not None and value > best:
            best, chosen = value, skill
    return chosen


def _open_tiers(ladder: Ladder, profile: Profile, passed_over: frozenset[str]) -> tuple[_Open, ...]:
    """Return the tiers above the current one that unrated skills could still reach, lowest first.

    Where a tier's gates, reached, already settle its fit, the other skills cannot change it. Those passed
    over count both ways: at their best, as for the highest possible tier, and at 0, as for the current one.
    """
    best = with_unrated_at(ladder, profile, HIGHEST_LEVEL)
    first, last = rank_of(current_tier(ladder, profile)), rank_of(current_tier(ladder, best))
    without_passed = True
    out = []
    for tier in ladder.tiers[first:last]:
        low = high = asked = gates = passed = 0
        open_musts = set()
        for demand in tier.demands:
            if demand.skill in profile.not_applicable:
                continue
            unit = demand.weight * (TWELFTHS // demand.level)
            have = unit * min(profile.skills.get(demand.skill, 0), demand.level)
            most = unit * min(best.skills.get(demand.skill, 0), demand.level)
            asked += demand.weight * TWELFTHS
            low += have
            high += most
            if demand.must and most > have:
                open_musts.add(demand.skill)
            if demand.skill in passed_over:
                passed += most - have
            elif demand.must:
                gates += most - have
        without_passed = (
            without_passed and not open_musts & passed_over and share(high - passed, asked) >= ladder.pass_fit
        )
        by_fit = share(low + gates + passed, asked) < ladder.pass_fit or (
            without_passed and share(low + gates, asked) < ladder.pass_fit
        )
        out.append(_Open(tier, low, high, asked, frozenset(open_musts), by_fit))
    return tuple(out)


def _telling(ladder: Ladder, open_tiers: tuple[_Open, ...], skill: str) -> tuple[float, float] | None:
    """Return how far an answer narrows the range on average, and its share of open fits.

    None where no answer about this skill can change the tier.
    """
    narrowed = swing = 0.0
    matters = False
    demands = [next((d for d in entry.tier.demands if d.skill == skill), None) for entry in open_tiers]
    for entry, demand in zip(open_tiers, demands, strict=True):
        if demand and (skill in entry.open_musts or entry.by_fit):
            matters = True
            swing += demand.weight * TWELFTHS / entry.asked
    if not matters:
        return None
    for level in range(HIGHEST_LEVEL + 1):
        still_possible = reached = 0
        possible = sure = True
        for entry, demand in zip(open_tiers, demands, strict=True):
            gained = lost = 0
            if demand:
                unit = demand.weight * (TWELFTHS // demand.level)
                gained = unit * min(level, demand.level)
                lost = unit * demand.level - gained
            fails = bool(demand and demand.must and level < demand.level)
            possible = possible and not fails and share(entry.high - lost, entry.asked) >= ladder.pass_fit
            settled = not fails and entry.open_musts <= {skill}
            sure = sure and settled and share(entry.low + gained, entry.asked) >= ladder.pass_fit
            still_possible += possible
            reached += sure
        narrowed += len(open_tiers) - still_possible + reached
    return narrowed / (HIGHEST_LEVEL + 1), swing


def is_flat(profile: Profile) -> bool:
    """Return whether eight in ten ratings or more are the same, among five or more."""
    ratings = Counter(profile.skills.values())
    total = ratings.total()
    return total >= FLAT_MINIMUM and ratings.most_common(1)[0][1] >= FLAT_SHARE * total
