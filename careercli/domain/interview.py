"""Which question to ask next, and when no further answer can change the tier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from careercli.domain.ladder import TWELFTHS, share
from careercli.domain.model import HIGHEST_LEVEL, Ladder, Profile, Tier
from careercli.domain.placement import current_tier, rank_of, unrated, with_unrated_at

FLAT_SHARE = 0.8
"""From this share of equal ratings on, a person is asked whether they looked closely."""

FLAT_MINIMUM = 5
"""With fewer ratings than this, equal ones say nothing."""


_Ask = tuple[int, int, bool]
"""What a tier asks of a skill: level, weight, must."""

_NOTHING: _Ask = (1, 0, False)
"""What a tier asks of a skill that it does not name."""

_Telling = tuple[float, float]
"""By how many tiers an answer narrows the range on average, and the skill's share of the open fits."""


class _Open(msgspec.Struct, frozen=True):
    """A tier that is still undecided, with its sums in twelfths of a weight.

    ``gates`` is how many of its gates are still to be reached. ``by_fit`` says whether it also hangs on
    skills that are no gates.
    """

    tier: Tier
    low: int
    high: int
    asked: int
    gates: int
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
    best: _Telling = (-1.0, 0.0)
    chosen = None
    # A skill tells what any other does that is asked alike.
    known: dict[tuple[_Ask, ...], _Telling | None] = {}
    for skill, asked in _asked(ladder, profile, open_tiers, passed_over):
        if asked not in known:
            known[asked] = _telling(ladder, open_tiers, asked)
        value = known[asked]
        if value is not None and value > best:
            best, chosen = value, skill
    return chosen


def _asked(
    ladder: Ladder, profile: Profile, open_tiers: tuple[_Open, ...], passed_over: frozenset[str]
) -> Iterator[tuple[str, tuple[_Ask, ...]]]:
    """Yield each skill that can be asked about with what the open tiers ask of it, in the ladder's order."""
    names = [skill for skill in unrated(ladder, profile) if skill not in passed_over]
    columns = {name: [_NOTHING] * len(open_tiers) for name in names}
    for place, entry in enumerate(open_tiers):
        for demand in entry.tier.demands:
            if demand.skill in columns:
                columns[demand.skill][place] = (demand.level, demand.weight, demand.must)
    yield from ((name, tuple(column)) for name, column in columns.items())


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
        low = high = asked = by_gates = passed = gates = passed_gates = 0
        for demand in tier.demands:
            if demand.skill in profile.not_applicable:
                continue
            unit = demand.weight * (TWELFTHS // demand.level)
            have = unit * min(profile.skills.get(demand.skill, 0), demand.level)
            most = unit * min(best.skills.get(demand.skill, 0), demand.level)
            asked += demand.weight * TWELFTHS
            low += have
            high += most
            gates += demand.must and most > have
            if demand.skill in passed_over:
                passed += most - have
                passed_gates += demand.must and most > have
            elif demand.must:
                by_gates += most - have
        without_passed = (
            without_passed and not passed_gates and share(high - passed, asked) >= ladder.pass_fit
        )
        by_fit = share(low + by_gates + passed, asked) < ladder.pass_fit or (
            without_passed and share(low + by_gates, asked) < ladder.pass_fit
        )
        out.append(_Open(tier, low, high, asked, gates, by_fit))
    return tuple(out)


def _telling(ladder: Ladder, open_tiers: tuple[_Open, ...], asked: tuple[_Ask, ...]) -> _Telling | None:
    """Return what the answers about a skill tell that is neither rated nor passed over.

    None where none of them can change the tier.
    """
    swing = 0.0
    matters = False
    for entry, (_, weight, must) in zip(open_tiers, asked, strict=True):
        if weight and (must or entry.by_fit):
            matters = True
            swing += weight * TWELFTHS / entry.asked
    if not matters:
        return None
    narrowed = 0
    for answer in range(HIGHEST_LEVEL + 1):
        sure, possible = _reached(open_tiers, asked, answer, ladder.pass_fit)
        narrowed += len(open_tiers) - (possible - sure)
    return narrowed / (HIGHEST_LEVEL + 1), swing


def _reached(
    open_tiers: tuple[_Open, ...], asked: tuple[_Ask, ...], answer: int, pass_fit: float
) -> tuple[int, int]:
    """Return how many of the open tiers an answer makes certain, and how many it leaves possible."""
    sure = possible = 0
    for rank, (entry, (level, weight, must)) in enumerate(zip(open_tiers, asked, strict=True), start=1):
        unit = weight * (TWELFTHS // level)
        gained = unit * min(answer, level)
        lost = unit * level - gained
        if (must and answer < level) or share(entry.high - lost, entry.asked) < pass_fit:
            break
        possible = rank
        no_other_gate = entry.gates == must  # this skill is unrated: where it is a gate, it is an open one
        if sure == rank - 1 and no_other_gate and share(entry.low + gained, entry.asked) >= pass_fit:
            sure = rank
    return sure, possible


def is_flat(profile: Profile) -> bool:
    """Return whether eight in ten ratings or more are the same, among five or more."""
    ratings = Counter(profile.skills.values())
    total = ratings.total()
    return total >= FLAT_MINIMUM and ratings.most_common(1)[0][1] >= FLAT_SHARE * total
