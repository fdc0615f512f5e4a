"""Which question to ask next, how many are left, and when answers are enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import msgspec

from careercli.domain.ladder import levels_for, rank_by_skills
from careercli.domain.model import Ladder, Profile, Tier
from careercli.domain.placement import by_seat, by_years, is_clear, middle, unrated
from careercli.domain.titles import read_title
from careercli.domain.values import Value

FLAT_SHARE = 0.8
"""From this share of equal ratings on, a person is asked whether they looked closely."""

FLAT_MINIMUM = 5
"""With fewer ratings than this, equal ones say nothing."""

NEARNESS: Mapping[int, float] = {-1: 0.5, 0: 1.0, 1: 1.0, 2: 0.3}
"""How much a tier matters by how far it lies above where the person seems to be: found by trial, see the
benchmark of the rule."""

FIT_WORTH = 2.0
"""How much the whole of a tier's weight is worth beside one gate: the same trial."""

WITHOUT_EFFECT = 0.3
"""What is left of a question about a tier where neither answer would move the person: the same trial."""


class _Footing(Value):
    """Where somebody seems to be, and what years and the job say of it."""

    rank: int
    years: int
    seat: Tier | None

    def decides(self, tier: Tier) -> bool:
        """Return whether it changes anything that the answers show this tier or only the one below."""
        below, here = (middle(rank, self.years, self.seat) for rank in (tier.rank - 1, tier.rank))
        return below != here


def next_question(
    ladder: Ladder, profile: Profile, *, passed_over: frozenset[str] = frozenset()
) -> str | None:
    """Return the unrated skill whose answer tells most about the tiers around the person.

    None once the placement is clear, or where nothing is left to ask. Gates tell most, then the weight in
    the tier; ties go to the ladder's order. Skills in ``passed_over`` were asked and left unrated; they are
    not asked again.
    """
    if is_clear(ladder, profile):
        return None
    open_skills = [skill for skill in unrated(ladder, profile) if skill not in passed_over]
    if not open_skills:
        return None
    here = _place(ladder, profile)
    worth = dict.fromkeys(open_skills, 0.0)
    for tier in ladder.tiers:
        near = NEARNESS.get(tier.rank - here.rank, 0.0)
        if near:
            near *= 1.0 if here.decides(tier) else WITHOUT_EFFECT
            for skill, told in _told(tier, profile).items():
                if skill in worth:
                    worth[skill] += near * told
    return max(open_skills, key=lambda skill: worth[skill])


def questions_left(
    ladder: Ladder, profile: Profile, *, passed_over: frozenset[str] = frozenset(), most: int = 60
) -> int:
    """Return how many questions are left if the answers are as estimated, ``most`` at the highest."""
    for asked in range(most):
        skill = next_question(ladder, profile, passed_over=passed_over)
        if skill is None:
            return asked
        level = _expected(ladder, profile, skill)
        profile = msgspec.structs.replace(profile, skills={**profile.skills, skill: level})
    return most


def _place(ladder: Ladder, profile: Profile) -> _Footing:
    """Return where somebody seems to be: as placed, else as years and the job or title let one expect."""
    title = read_title(ladder, profile.title)
    years, held = by_years(ladder, profile), by_seat(ladder, profile, title)
    shown = rank_by_skills(ladder, profile)
    if shown is None:
        says = held or (title.tier if title else None)
        rank = min(years, says.rank) if says else years
    else:
        rank = middle(shown, years, held)
    return _Footing(max(rank, 1), years, held)


def _told(tier: Tier, profile: Profile) -> dict[str, float]:
    """Return what an answer about each skill tells about a tier: its part of a gate, and its weight."""
    weight = sum(ask.weight for ask in tier.asks)
    told = {ask.skill: FIT_WORTH * ask.weight / weight for ask in tier.asks}
    for gate in tier.gates:
        apply = [skill for skill in gate.skills if skill not in profile.not_applicable]
        for skill in apply:
            told[skill] = told.get(skill, 0.0) + len(gate.levels) / len(apply)
    return told


def _expected(ladder: Ladder, profile: Profile, skill: str) -> int:
    """Return the level that other answers let one expect of a skill."""
    rank = _place(ladder, profile).rank
    asking = [tier for tier in ladder.tiers if any(ask.skill == skill for ask in tier.asks)]
    tier = min(asking, key=lambda tier: abs(tier.rank - rank))
    return levels_for(tier, profile)[skill]


def is_flat(profile: Profile) -> bool:
    """Return whether eight in ten ratings or more are the same, among five or more."""
    ratings = Counter(profile.skills.values())
    total = ratings.total()
    return total >= FLAT_MINIMUM and ratings.most_common(1)[0][1] >= FLAT_SHARE * total
