"""Every number of a placement, to work it out by hand: one tier in full, and what the others come to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from careercli.domain.assessment import Assessment
from careercli.domain.ladder import TWELFTHS, coverage, gate_met, leading_toward, levels_for, tally
from careercli.domain.model import LEVEL_NAMES, Profile, Skill, Tier
from careercli.domain.placement import ABOVE_SKILLS, rank_of
from careercli.domain.requirements import Gate
from careercli.domain.values import Value
from careercli.text.missing import choice
from careercli.text.phrases import capital, percent


class CountedRequirement(Value):
    """A requirement: the rating, None where the level is estimated, and how much of its weight is covered."""

    name: str
    need: int
    have: int | None
    level: int
    weight: int
    covered: Fraction


class CountedMustHave(Value):
    """A must-have: what it asks, the levels that count for it, and whether these reach it.

    With each level stands whether it is estimated; ``shown`` is whether the ratings reach it without any.
    """

    asks: str
    levels: tuple[tuple[int, bool], ...]
    met: bool
    shown: bool


class Rung(Value):
    """A tier and what it leaves: its cost, and its rank less the cost; None where too little is rated."""

    tier: Tier
    missed: int
    fit: float
    cost: int
    rank: int | None


class Why(Value):
    """The numbers behind a placement: of ``tier`` all, of the others what they come to.

    ``ratio`` is how ratings stand to the needs of the tier, as a quotient of two sums of weight; None where
    nothing is rated. ``covered`` of ``weight`` is the fit. ``years`` has a clock, what counts of it, the
    floor and what is usual.
    """

    tier: Tier
    rows: tuple[CountedRequirement, ...]
    ratio: tuple[Fraction, int] | None
    covered: Fraction
    weight: int
    must_haves: tuple[CountedMustHave, ...]
    rungs: tuple[Rung, ...]
    years: tuple[tuple[str, str, str, str], ...]
    sentences: tuple[str, ...]


def why(assessment: Assessment, tier: Tier | None = None) -> Why:
    """Return the numbers of a tier, the next one unless told, at the top that one."""
    of = tier or assessment.ahead or assessment.ladder.top
    profile, skills = assessment.profile, assessment.skills
    levels = levels_for(of, profile)
    added_up = tally(of, profile)
    covered, asked = coverage(of.asks, levels, profile.not_applicable)
    rows = tuple(
        CountedRequirement(
            skills[ask.skill].name,
            ask.level,
            profile.skills.get(ask.skill),
            levels[ask.skill],
            ask.weight,
            Fraction(ask.weight * min(levels[ask.skill], ask.level), ask.level),
        )
        for ask in of.asks
        if ask.skill in levels
    )
    return Why(
        tier=of,
        rows=rows,
        ratio=(Fraction(added_up.compared, TWELFTHS), added_up.known // TWELFTHS) if added_up.known else None,
        covered=Fraction(covered, TWELFTHS),
        weight=asked // TWELFTHS,
        must_haves=tuple(_must_have(gate, levels, skills, profile) for gate in of.gates),
        rungs=tuple(_rungs(assessment)),
        years=tuple(_clocks(assessment, of)),
        sentences=tuple(_middle(assessment)),
    )


def _must_have(
    gate: Gate, levels: Mapping[str, int], skills: Mapping[str, Skill], profile: Profile
) -> CountedMustHave:
    names = [skill for skill in gate.skills if skill not in profile.not_applicable]
    if gate.single:
        name = skills[gate.skills[0]].name
        asks = f"{name} at {gate.levels[0]}, {LEVEL_NAMES[gate.levels[0]]}"
    else:
        asks = f"{choice(gate, len(names))}: {', '.join(skills[skill].name for skill in names)}"
        asks = capital(asks)
    counted = tuple((levels.get(skill, 0), skill not in profile.skills) for skill in names)
    return CountedMustHave(asks, counted, met=gate_met(gate, levels), shown=gate_met(gate, profile.skills))


def _rungs(assessment: Assessment) -> Iterator[Rung]:
    profile = assessment.profile
    for standing in reversed(assessment.tiers):
        tier = standing.tier
        levels = levels_for(tier, profile)
        missed = sum(not gate_met(gate, levels) for gate in tier.gates)
        rank = max(tier.rank - standing.cost, 0) if standing.counts else None
        yield Rung(tier, missed, standing.fit, standing.cost, rank)


def _clocks(assessment: Assessment, tier: Tier) -> Iterator[tuple[str, str, str, str]]:
    profile = assessment.profile
    for name, clock, counted in (
        ("In support", tier.support_years, profile.full_support_years),
        ("Leading", tier.leading_years, leading_toward(tier, profile)),
    ):
        usual = "" if clock.usual_min is None else decimal(clock.usual_min)
        yield name, decimal(counted), decimal(clock.floor), usual


def _middle(assessment: Assessment) -> Iterator[str]:
    """Yield how the three readings come to one tier."""
    placement = assessment.placement
    if placement.state == "too-little-rated":
        yield "No tier has enough ratings, so there is no reading of your answers and no placement yet."
        return
    skills, years, seat = placement.by_skills, placement.by_years, placement.by_seat
    said = [f"answers {rank_of(skills)}", f"years {rank_of(years)}"]
    said += [f"job {seat.rank}"] if seat else []
    which = "the middle one" if seat else "the lower one"
    yield f"As ranks: {', '.join(said)}. Of these {which} counts, at most {ABOVE_SKILLS} above the answers."
    current = placement.current
    yield f"That is rank {rank_of(current)}{f', {current.title}' if current else ', before the first tier'}."


def fit_words(covered: Fraction, weight: int) -> str:
    """Return a fit as what one divides: ``61.33 of 80, 76%``."""
    share = percent(float(covered / weight)) if weight else percent(1.0)
    return f"{decimal(covered)} of {weight}, {share}"


def decimal(value: Fraction | float) -> str:
    """Return a number in two decimals at most."""
    return f"{float(value):.2f}".rstrip("0").rstrip(".")
