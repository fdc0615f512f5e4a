"""Which question to ask next, how many are left, and when answers are enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from decimal import Decimal

from careercli.domain.growth import Hours
from careercli.domain.ladder import Tally, levels_for, rank_by_skills, tally
from careercli.domain.model import Ladder, Profile, Tier
from careercli.domain.placement import FIRST_YEAR, by_seat, by_years, is_clear, middle, unrated
from careercli.domain.titles import read_title
from careercli.domain.values import Value

RATING = Hours(0.005, 0.012)
"""How long one takes to rate a skill: half a minute in the middle. Reading it and pressing a key are twenty
seconds of that: ``make bench-session``."""

QUICK = 10
"""So many questions about skills the quick interview usually asks: the median of ``make bench-judgement``."""

INTERVIEW = Hours(QUICK * RATING.min, QUICK * RATING.max)
"""How long the quick interview takes: three to seven minutes."""

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

LED_WORTH = 3.0
"""How much more worth it is to ask somebody who has led elsewhere about leading: the same trial."""

TOGETHER = range(3, 10)
"""So many skills are worth asking together, and no more."""

ENOUGH = {False: (5, Decimal("0.8")), True: (7, Decimal("0.9"))}
"""When a newcomer is not asked on, by whether they have led elsewhere: how many skills were asked alone, as
these tell what one brings, and how far off all estimates may be, in halves of a level. What the first tier
asks is mostly one level, of which half a level is more than estimates miss: the same trial."""


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
    ladder: Ladder,
    profile: Profile,
    *,
    passed_over: Set[str] = frozenset(),
    ticked: Set[str] = frozenset(),
) -> str | None:
    """Return the skill whose answer tells most about the tiers around the person.

    None once the answers are enough, or where nothing is left to ask. Gates tell most, then the weight in
    the tier; ties go to the ladder's order. Skills in ``passed_over`` were asked and left unrated; they are
    not asked again. Those in ``ticked`` are rated as done, when they were asked together, and their level is
    still worth a question.
    """
    new = is_new(ladder, profile)
    tallies = [tally(tier, profile) for tier in ladder.tiers]
    if _is_enough(ladder, profile, ticked, tallies, new=new):
        return None
    open_skills = [
        skill
        for skill in ladder.skills
        if skill in ticked
        or not (skill in passed_over or skill in profile.skills or skill in profile.not_applicable)
    ]
    if not open_skills:
        return None
    here = _place(ladder, profile, tallies)
    worth = dict.fromkeys(open_skills, 0.0)
    if new and profile.leading_elsewhere_years:
        worth |= dict.fromkeys(_leading(ladder) & worth.keys(), LED_WORTH)
    for tier in ladder.tiers:
        near = NEARNESS.get(tier.rank - here.rank, 0.0)
        near *= 1.0 if here.decides(tier) else 0.0 if new else WITHOUT_EFFECT
        if near:
            for skill, told in _told(tier, profile).items():
                if skill in worth and (skill not in ticked or skill in tier.gate_skills):
                    worth[skill] += near * told
    return max(open_skills, key=lambda skill: worth[skill])


def _leading(ladder: Ladder) -> Set[str]:
    """Return the skills of the first leading tier's highest must-haves: what leading elsewhere teaches."""
    gates = ladder.first_leading.gates if ladder.first_leading else ()
    highest = max((gate.levels[0] for gate in gates), default=0)
    return {skill for gate in gates if gate.levels[0] == highest for skill in gate.skills}


def is_new(ladder: Ladder, profile: Profile) -> bool:
    """Return whether somebody comes from outside: no job in support now, and less than a year in all."""
    if profile.full_support_years >= FIRST_YEAR:
        return False
    return by_seat(ladder, profile, read_title(ladder, profile.title)) is None


def hands_on(ladder: Ladder) -> tuple[str, ...]:
    """Return the skills that the first tier asks and the top tier does not, in ladder order.

    They are work in the queue, and whoever has not done it knows: nobody has taken calls without noticing.
    """
    first, top = ladder.tiers[0], ladder.top
    found = tuple(skill for skill in ladder.skills if skill in first.needs and skill not in top.needs)
    return found if len(found) in TOGETHER else ()


def asked_with(
    ladder: Ladder, profile: Profile, skill: str, *, passed_over: Set[str] = frozenset()
) -> tuple[str, ...]:
    """Return the skills to ask in one question together with one that is to be asked; none if it goes alone.

    Somebody from outside has done little of the work in the queue. One list to tick asks for it, instead of a
    screen for each skill; what is not ticked is rated 0.
    """
    if skill not in hands_on(ladder) or not is_new(ladder, profile):
        return ()
    left = set(unrated(ladder, profile)) - passed_over
    together = tuple(each for each in hands_on(ladder) if each in left)
    return together if skill in left and len(together) in TOGETHER else ()


def _is_enough(
    ladder: Ladder, profile: Profile, ticked: Set[str], tallies: Sequence[Tally], *, new: bool
) -> bool:
    """Return whether the placement is clear, and of a newcomer something besides the list is known."""
    together = hands_on(ladder) if new else ()
    if not together or set(together) & set(unrated(ladder, profile)):
        return is_clear(ladder, profile, tallies=tallies)
    listed = {skill for skill in together if skill in ticked or not profile.skills.get(skill)}
    alone = sum(skill in profile.skills for skill in ladder.skills if skill not in listed)
    least, halves = ENOUGH[profile.leading_elsewhere_years > 0]
    return alone >= least and is_clear(ladder, profile, halves=halves, tallies=tallies)


def questions_left(
    ladder: Ladder,
    profile: Profile,
    *,
    passed_over: Set[str] = frozenset(),
    ticked: Set[str] = frozenset(),
    most: int = 60,
) -> int:
    """Return how many questions are left if the answers are as estimated, ``most`` at the highest."""
    for asked in range(most):
        skill = next_question(ladder, profile, passed_over=passed_over, ticked=ticked)
        if skill is None:
            return asked
        together = asked_with(ladder, profile, skill, passed_over=passed_over) or (skill,)
        rank = _place(ladder, profile).rank
        levels = {each: _expected(ladder, profile, each, rank) for each in together}
        profile = profile.but(skills=profile.skills | levels)
        ticked -= {skill}
    return most


def _place(ladder: Ladder, profile: Profile, tallies: Sequence[Tally] = ()) -> _Footing:
    """Return where somebody seems to be: as placed, else as years and the job or title let one expect."""
    title = read_title(ladder, profile.title)
    years, held = by_years(ladder, profile), by_seat(ladder, profile, title)
    shown = rank_by_skills(ladder, profile, tallies=tallies)
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


def _expected(ladder: Ladder, profile: Profile, skill: str, rank: int) -> int:
    """Return the level that other answers let one expect of a skill; they show this rank."""
    asking = [tier for tier in ladder.tiers if any(ask.skill == skill for ask in tier.asks)]
    tier = min(asking, key=lambda tier: abs(tier.rank - rank))
    return levels_for(tier, profile)[skill]


def is_flat(profile: Profile, *, listed: Set[str] = frozenset()) -> bool:
    """Return whether eight in ten ratings or more are the same, among five or more.

    Those in ``listed`` come from a list to tick, where levels are not told apart.
    """
    ratings = Counter(level for skill, level in profile.skills.items() if skill not in listed)
    total = ratings.total()
    return total >= FLAT_MINIMUM and ratings.most_common(1)[0][1] >= FLAT_SHARE * total
