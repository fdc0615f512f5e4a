"""Two people on the same ladder, or one then and now, beside one another; and a person beside a tier."""

from __future__ import annotations

from typing import NamedTuple

from careercli.domain.assessment import Assessment
from careercli.domain.gaps import Gap, gaps
from careercli.domain.ladder import leading_toward
from careercli.domain.model import Ladder, Profile, Tier
from careercli.domain.placement import TierStanding, rank_of
from careercli.domain.requirements import Clock, Gate
from careercli.domain.schedule import Milestone, Span
from careercli.domain.values import Value
from careercli.domain.way import MustHave, must_haves
from careercli.text.tiers import floor_of, usual_span


class SkillAnswer(NamedTuple):
    """What a profile says of a skill: a level, None where it is unrated, or that it does not apply."""

    level: int | None
    applies: bool = True


class SkillContrast(Value):
    """A skill of which two profiles say different things."""

    skill: str
    a: SkillAnswer
    b: SkillAnswer

    @property
    def rise(self) -> int:
        """How many levels more ``b`` has than ``a``; what is unrated or does not apply counts as 0."""
        return (self.b.level or 0) - (self.a.level or 0)


class FitContrast(Value):
    """How much of a tier's requirements each covers, from 0 to 1."""

    tier: Tier
    a: float
    b: float

    @property
    def difference(self) -> float:
        """How much more ``b`` covers than ``a``."""
        return self.b - self.a


class GateContrast(Value):
    """The gates of a tier: those that both reach, that only one does, that neither does."""

    tier: Tier
    both: tuple[Gate, ...]
    only_a: tuple[Gate, ...]
    only_b: tuple[Gate, ...]
    neither: tuple[Gate, ...]


class Readiness(Value):
    """When a tier is ready for somebody; ``ready`` is None where it is reached."""

    ready: Span | None
    milestone: Milestone | None

    @property
    def reached(self) -> bool:
        """Whether the person is placed at the tier or above."""
        return self.ready is None


class DateContrast(Value):
    """When a tier is ready for each of two people."""

    tier: Tier
    a: Readiness
    b: Readiness


class Contrast(Value):
    """Two assessments of the same day and ladder, beside one another."""

    a: Assessment
    b: Assessment
    fits: tuple[FitContrast, ...]
    skills: tuple[SkillContrast, ...]
    gates: GateContrast
    dates: tuple[DateContrast, ...]


class YearsToward(Value):
    """Years on a clock as they count toward a tier, what employers ask, and what the guides call usual."""

    have: float
    floor: float
    usual: str

    @property
    def missing(self) -> float:
        """The years that are missing by what employers ask; 0 where there are enough."""
        return max(self.floor - self.have, 0.0)


class Check(Value):
    """One person beside one tier: clocks, gates, everything missing, and when the tier is ready."""

    assessment: Assessment
    tier: Tier
    standing: TierStanding
    support_years: YearsToward
    leading_years: YearsToward
    must_haves: tuple[MustHave, ...]
    gaps: tuple[Gap, ...]
    readiness: Readiness


def contrast(a: Assessment, b: Assessment) -> Contrast:
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
        gates=_gates(target, a.profile, b.profile),
        dates=tuple(DateContrast(tier, readiness(a, tier), readiness(b, tier)) for tier in tiers),
    )


def skill_contrasts(a: Profile, b: Profile) -> tuple[SkillContrast, ...]:
    """Return the skills of which two profiles say different things.

    Order: more levels apart first; among those as far apart, what ``b`` has more of; then by id.
    """
    names = {*a.skills, *a.not_applicable, *b.skills, *b.not_applicable}
    found = [SkillContrast(name, rating(a, name), rating(b, name)) for name in names]
    differing = [item for item in found if item.a != item.b]
    return tuple(sorted(differing, key=lambda item: (-abs(item.rise), -item.rise, item.skill)))


def rating(profile: Profile, skill: str) -> SkillAnswer:
    """Return what a profile says of a skill."""
    return SkillAnswer(profile.skills.get(skill), applies=skill not in profile.not_applicable)


def readiness(assessment: Assessment, tier: Tier) -> Readiness:
    """Return when somebody is ready for a tier, whatever their own goal is."""
    if rank_of(assessment.placement.current) >= tier.rank:
        return Readiness(None, None)
    plan = assessment.plan if assessment.goal is tier else assessment.plan_to(tier)
    return Readiness(plan.milestones[-1].ready, plan.milestones[-1])


def check(assessment: Assessment, tier: Tier) -> Check:
    """Return a person beside a tier of the same ladder."""
    profile, ladder = assessment.profile, assessment.ladder
    return Check(
        assessment=assessment,
        tier=tier,
        standing=assessment.standing(tier),
        support_years=_years(ladder, tier, tier.support_years, profile.full_support_years),
        leading_years=_years(ladder, tier, tier.leading_years, leading_toward(tier, profile)),
        must_haves=must_haves(tier, profile),
        gaps=gaps(ladder, assessment.skills, profile, tier),
        readiness=readiness(assessment, tier),
    )


def _years(ladder: Ladder, tier: Tier, clock: Clock, have: float) -> YearsToward:
    return YearsToward(have, floor_of(ladder, tier, clock), usual_span(clock))


def _gates(tier: Tier, a: Profile, b: Profile) -> GateContrast:
    of_both = [
        (one.gate, one.met, two.met)
        for one, two in zip(must_haves(tier, a), must_haves(tier, b), strict=True)
    ]
    return GateContrast(
        tier=tier,
        both=tuple(gate for gate, one, two in of_both if one and two),
        only_a=tuple(gate for gate, one, two in of_both if one and not two),
        only_b=tuple(gate for gate, one, two in of_both if two and not one),
        neither=tuple(gate for gate, one, two in of_both if not one and not two),
    )
