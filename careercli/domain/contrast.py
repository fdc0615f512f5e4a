"""Two people on the same ladder, or one then and now, beside one another; and a person beside a tier."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from careercli.domain.assessment import Assessment
from careercli.domain.gaps import Gap, gaps
from careercli.domain.model import Profile, Skill, Tier
from careercli.domain.placement import TierStanding, rank_of
from careercli.domain.schedule import Milestone, Span, schedule


class Rating(NamedTuple):
    """What a profile says of a skill: a level, None where it is unrated, or that it does not apply."""

    level: int | None
    applies: bool = True


class SkillContrast(msgspec.Struct, frozen=True):
    """A skill of which two profiles say different things."""

    skill: str
    a: Rating
    b: Rating

    @property
    def rise(self) -> int:
        """How many levels more ``b`` has than ``a``; what is unrated or does not apply counts as 0."""
        return (self.b.level or 0) - (self.a.level or 0)


class FitContrast(msgspec.Struct, frozen=True):
    """How much of a tier's requirements each covers, from 0 to 1."""

    tier: Tier
    a: float
    b: float


class GateContrast(msgspec.Struct, frozen=True):
    """The gates of a tier, as skill ids: those that both pass, that only one does, that neither does."""

    tier: Tier
    both: tuple[str, ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]
    neither: tuple[str, ...]


class Readiness(msgspec.Struct, frozen=True):
    """When a tier is ready for somebody; ``ready`` is None where it is reached."""

    ready: Span | None
    milestone: Milestone | None

    @property
    def reached(self) -> bool:
        """Whether the person stands on the tier or above."""
        return self.ready is None


class DateContrast(msgspec.Struct, frozen=True):
    """When a tier is ready for each of two people."""

    tier: Tier
    a: Readiness
    b: Readiness


class Contrast(msgspec.Struct, frozen=True):
    """Two assessments of the same day and ladder, beside one another."""

    a: Assessment
    b: Assessment
    fits: tuple[FitContrast, ...]
    skills: tuple[SkillContrast, ...]
    gates: GateContrast
    dates: tuple[DateContrast, ...]


class Clock(msgspec.Struct, frozen=True):
    """Years on a clock beside those that a tier asks."""

    have: float
    need: float

    @property
    def missing(self) -> float:
        """The years that are missing; 0 where there are enough."""
        return max(self.need - self.have, 0.0)


class Check(msgspec.Struct, frozen=True):
    """One person beside one tier: clocks, gates, everything missing, and when the tier is ready."""

    assessment: Assessment
    tier: Tier
    standing: TierStanding
    support_years: Clock
    leading_years: Clock
    gates: tuple[str, ...]
    gaps: tuple[Gap, ...]
    readiness: Readiness

    @property
    def passed(self) -> tuple[str, ...]:
        """The gates of the tier that are passed, as skill ids."""
        return tuple(gate for gate in self.gates if gate not in self.standing.missing_musts)


def contrast(a: Assessment, b: Assessment, skills: Mapping[str, Skill]) -> Contrast:
    """Return two assessments of one day and ladder beside one another.

    Gates are those of the higher of the two goals, or of the top of the ladder where neither has one. Dates
    are to each of the goals, the lower first.
    """
    goals = sorted({tier.rank for tier in (a.goal, b.goal) if tier})
    tiers = [a.ladder.tiers[rank - 1] for rank in goals]
    target = tiers[-1] if tiers else a.ladder.top
    return Contrast(
        a=a,
        b=b,
        fits=tuple(
            FitContrast(one.tier, one.fit, two.fit) for one, two in zip(a.tiers, b.tiers, strict=True)
        ),
        skills=skill_contrasts(a.profile, b.profile),
        gates=_gates(target, a.standing(target), b.standing(target)),
        dates=tuple(
            DateContrast(tier, readiness(a, tier, skills), readiness(b, tier, skills)) for tier in tiers
        ),
    )


def skill_contrasts(a: Profile, b: Profile) -> tuple[SkillContrast, ...]:
    """Return the skills of which two profiles say different things.

    Order: more levels apart first; among those as far apart, what ``b`` has more of; then by id.
    """
    names = {*a.skills, *a.not_applicable, *b.skills, *b.not_applicable}
    found = [SkillContrast(name, rating(a, name), rating(b, name)) for name in names]
    differing = [item for item in found if item.a != item.b]
    return tuple(sorted(differing, key=lambda item: (-abs(item.rise), -item.rise, item.skill)))


def rating(profile: Profile, skill: str) -> Rating:
    """Return what a profile says of a skill."""
    return Rating(profile.skills.get(skill), applies=skill not in profile.not_applicable)


def readiness(assessment: Assessment, tier: Tier, skills: Mapping[str, Skill]) -> Readiness:
    """Return when somebody is ready for a tier, whatever their own goal is."""
    if rank_of(assessment.placement.current) >= tier.rank:
        return Readiness(None, None)
    plan = assessment.plan
    if plan.goal is not tier:
        plan = schedule(assessment.ladder, skills, assessment.profile, tier, assessment.as_of)
    return Readiness(plan.milestones[-1].ready, plan.milestones[-1])


def check(assessment: Assessment, tier: Tier, skills: Mapping[str, Skill]) -> Check:
    """Return a person beside a tier of the same ladder."""
    profile = assessment.profile
    return Check(
        assessment=assessment,
        tier=tier,
        standing=assessment.standing(tier),
        support_years=Clock(profile.support_years, tier.carried_support_years),
        leading_years=Clock(profile.leading_years, tier.carried_leading_years),
        gates=_gates_of(tier),
        gaps=gaps(assessment.ladder, skills, profile, tier),
        readiness=readiness(assessment, tier, skills),
    )


def _gates_of(tier: Tier) -> tuple[str, ...]:
    return tuple(demand.skill for demand in tier.demands if demand.must)


def _gates(tier: Tier, a: TierStanding, b: TierStanding) -> GateContrast:
    closed: Sequence[tuple[str, bool, bool]] = [
        (gate, gate not in a.missing_musts, gate not in b.missing_musts) for gate in _gates_of(tier)
    ]
    return GateContrast(
        tier=tier,
        both=tuple(gate for gate, one, two in closed if one and two),
        only_a=tuple(gate for gate, one, two in closed if one and not two),
        only_b=tuple(gate for gate, one, two in closed if two and not one),
        neither=tuple(gate for gate, one, two in closed if not one and not two),
    )
