"""What a tier asks, in words: its years and its must-haves, whoever looks at it."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping

from careercli.domain.model import LEVEL_NAMES, Ladder, Tier
from careercli.domain.placement import TierStanding
from careercli.domain.requirements import Clock, Gate
from careercli.text.missing import choice
from careercli.text.phrases import capital, count, inside, listed, number, percent, some, spoken

_MONTHS = 12
_TWO = 2


def time(years: float) -> str:
    """Return years with their noun, in months below one: ``3 months``, ``2.5 years``."""
    if 0 < years < 1:
        return count(math.ceil(round(years * _MONTHS, 6)), "month")
    return count(years, "year")


def name_of(tier: Tier | None, none: str = "no tier yet") -> str:
    """Return what a tier is called in short; of none that there is none."""
    return tier.short if tier else none


def standing_name(current: Tier | None, expected: Tier | None) -> str:
    """Return where somebody stands in few words, the same ones on every screen.

    ``expected`` is the tier that years and job let one expect where too little is rated to say; else None.
    """
    return name_of(current, f"unrated; {expected.short} by years and job" if expected else "none yet")


def covered(standing: TierStanding) -> str:
    """Return how much of a tier somebody covers: ``63%``; ``?`` where too little is rated to say."""
    return percent(standing.fit) if standing.counts else "?"


def floor_of(ladder: Ladder, tier: Tier, clock: Clock) -> float:
    """Return the years that employers ask of somebody who is to be given a tier.

    The first leading tier is given to people who have not led yet: its leading floor says who has.
    """
    return 0.0 if tier is ladder.first_leading and clock is tier.leading_years else clock.floor


def floor_words(ladder: Ladder, tier: Tier) -> str:
    """Return what employers ask: ``3 years in support, 1 of them leading``; empty where they ask for none."""
    support, leading = (floor_of(ladder, tier, clock) for clock in (tier.support_years, tier.leading_years))
    said = some(support and f"{time(support)} in support", leading and f"{time(leading)} of leading")
    return listed(said)


def usual_words(tier: Tier) -> str:
    """Return what the guides call usual: ``8+ years in support, 3-7 of leading``; empty where they do not."""
    support, leading = usual_span(tier.support_years), usual_span(tier.leading_years)
    said = some(support and f"{support} years in support", leading and f"{leading} years of leading")
    return listed(said)


def usual_span(clock: Clock) -> str:
    """Return the years that are usual on a clock: ``5-8``, ``8+``; empty where no guide says any."""
    if clock.usual_min is None:
        return ""
    low = number(clock.usual_min)
    if clock.usual_max is None or clock.stated_min is None:
        return f"{low}+"
    return f"{low}-{number(clock.usual_max)}"


def years_line(ladder: Ladder, tier: Tier) -> str:
    """Return both in one line: ``Employers: 5 years, 3 leading. Usual: 8+, 3-7 leading``."""
    support, leading = usual_span(tier.support_years), usual_span(tier.leading_years)
    usual = ", ".join(some(support, leading and f"{leading} leading"))
    line = f"Employers: {floor_line(ladder, tier)}"
    return f"{line}. Usual: {usual}" if usual else line


def floor_line(ladder: Ladder, tier: Tier) -> str:
    """Return what employers ask in short: ``5 years, 3 leading``."""
    support, leading = (floor_of(ladder, tier, clock) for clock in (tier.support_years, tier.leading_years))
    asked = some(time(support) if support else "no years", leading and f"{_short(leading)} leading")
    return ", ".join(asked)


def _short(years: float) -> str:
    return number(years) if years >= 1 else time(years)


def must_have(gate: Gate, names: Mapping[str, str]) -> str:
    """Return a must-have in full: ``Coaching at practitioner``, ``Any 4 of these 7 at working: ...``.

    ``names`` maps skill ids to names.
    """
    if gate.single:
        return f"{names[gate.skills[0]]} at {LEVEL_NAMES[gate.levels[0]]}"
    return f"{capital(choice(gate, len(gate.skills)))}: {listed([names[skill] for skill in gate.skills])}"


def must_have_name(gate: Gate, names: Mapping[str, str], not_applicable: Collection[str] = ()) -> str:
    """Return a must-have in a few words inside a list: ``coaching``, ``four of 7 skills at working``."""
    skills = [inside(names[skill]) for skill in gate.skills if skill not in not_applicable]
    if gate.single or len(skills) == 1:
        return skills[0]
    if len(skills) == _TWO:
        return (" plus " if len(gate.levels) == _TWO else " or ").join(skills)
    return f"{spoken(len(gate.levels))} of {spoken(len(skills))} skills at {LEVEL_NAMES[gate.levels[-1]]}"
