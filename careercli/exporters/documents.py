"""The documents that ``--json`` prints, as types: docs/json.md describes them.

Keys are snake_case, unknown is null, dates are ISO 8601, a fit has four decimals. A change that breaks a
reader raises the number after ``@``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec

from careercli.domain.assessment import Assessment
from careercli.domain.change import Change
from careercli.domain.gaps import Gap, GapKind
from careercli.domain.model import Hold, Persona, Profile, StepKind, Tier
from careercli.domain.phrases import assumptions
from careercli.domain.placement import TierStanding
from careercli.domain.plan import PlannedStep
from careercli.domain.schedule import Effort, Milestone, Plan, Span

FIT_DECIMALS = 4


class ExperienceDocument(msgspec.Struct, frozen=True):
    """Years on the two clocks."""

    support_years: float
    leading_years: float


class RatingDocument(msgspec.Struct, frozen=True):
    """A rated skill."""

    level: int
    evidence: str | None


class ProfileDocument(msgspec.Struct, frozen=True):
    """A profile as understood: ids in place of names, defaults filled in."""

    name: str | None
    title: str | None
    experience: ExperienceDocument
    leads_people: bool
    goal: str | None
    hours_per_week: float
    skills: dict[str, RatingDocument]
    not_applicable: dict[str, str]


class PlacementDocument(msgspec.Struct, frozen=True):
    """Where the person stands; tiers by id."""

    current: str | None
    by_years: str | None
    by_skills: str | None
    stated: str | None
    highest_possible: str | None
    certain: bool
    held_back_by: tuple[Hold, ...]


class YearsDocument(msgspec.Struct, frozen=True):
    """A range of years; null where nothing is said."""

    min: float | None
    max: float | None


class TierDocument(msgspec.Struct, frozen=True):
    """How the profile stands against one tier; minimum years are carried from the tiers below."""

    tier: str
    title: str
    rank: int
    fit: float
    skills_met: bool
    years_met: bool
    missing_musts: tuple[str, ...]
    support_years: YearsDocument
    leading_years: YearsDocument


class GapDocument(msgspec.Struct, frozen=True):
    """A requirement that is not reached; ``have`` is null for an unrated skill."""

    skill: str
    name: str
    have: int | None
    need: int
    weight: int
    must: bool
    kind: GapKind
    fit_gain: float
    tiers: tuple[str, ...]


class StepDocument(msgspec.Struct, frozen=True):
    """Raising one skill by one level."""

    skill: str
    level_from: int = msgspec.field(name="from")
    level_to: int = msgspec.field(name="to")
    title: str
    action: str
    kind: StepKind
    hours: Effort
    proof: str
    source: str


class AssessmentDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``assess --json`` prints."""

    schema: Literal["careercli/assessment@1"] = "careercli/assessment@1"
    as_of: date
    ladder: str
    profile: ProfileDocument
    placement: PlacementDocument
    tiers: tuple[TierDocument, ...]
    next: str | None
    gaps: tuple[GapDocument, ...]
    goal: str | None
    goal_gaps: tuple[GapDocument, ...]
    steps: tuple[StepDocument, ...]


class MilestoneDocument(msgspec.Struct, frozen=True):
    """One tier on the way, with its dates and steps."""

    tier: str
    title: str
    ready: Span
    complete: Span
    bound_by: Hold | None
    hours: Effort
    steps: tuple[StepDocument, ...]


class PlanDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``plan --json`` prints."""

    schema: Literal["careercli/plan@1"] = "careercli/plan@1"
    as_of: date
    goal: str | None
    hours_per_week: float
    assumptions: tuple[str, ...]
    milestones: tuple[MilestoneDocument, ...]


def assessment_document(assessment: Assessment, names: dict[str, str]) -> AssessmentDocument:
    """Return an assessment as its document; ``names`` maps skill ids to names."""
    placement = assessment.placement
    return AssessmentDocument(
        as_of=assessment.as_of,
        ladder=assessment.ladder.id,
        profile=profile_document(assessment.profile),
        placement=PlacementDocument(
            current=_id(placement.current),
            by_years=_id(placement.by_years),
            by_skills=_id(placement.by_skills),
            stated=_id(placement.stated),
            highest_possible=_id(placement.highest_possible),
            certain=placement.certain,
            held_back_by=placement.held_back_by,
        ),
        tiers=tuple(_tier(standing) for standing in assessment.tiers),
        next=_id(assessment.next),
        gaps=gap_documents(assessment.gaps, names),
        goal=_id(assessment.goal),
        goal_gaps=gap_documents(assessment.goal_gaps, names),
        steps=tuple(planned_step_document(step) for step in assessment.plan.steps[:3]),
    )


def plan_document(plan: Plan) -> PlanDocument:
    """Return a plan as its document."""
    return PlanDocument(
        as_of=plan.as_of,
        goal=_id(plan.goal),
        hours_per_week=plan.hours_per_week,
        assumptions=assumptions(plan),
        milestones=tuple(_milestone(milestone) for milestone in plan.milestones),
    )


def profile_document(profile: Profile) -> ProfileDocument:
    """Return a profile as understood; skills in the order of their ids."""
    return ProfileDocument(
        name=profile.name,
        title=profile.title,
        experience=ExperienceDocument(profile.support_years, profile.leading_years),
        leads_people=profile.leads_people,
        goal=profile.goal,
        hours_per_week=profile.hours_per_week,
        skills={
            skill: RatingDocument(profile.skills[skill], profile.evidence.get(skill))
            for skill in sorted(profile.skills)
        },
        not_applicable=dict(sorted(profile.not_applicable.items())),
    )


def _id(tier: Tier | None) -> str | None:
    return tier.id if tier else None


def _tier(standing: TierStanding) -> TierDocument:
    tier = standing.tier
    return TierDocument(
        tier=tier.id,
        title=tier.title,
        rank=tier.rank,
        fit=round(standing.fit, FIT_DECIMALS),
        skills_met=standing.skills_met,
        years_met=standing.years_met,
        missing_musts=standing.missing_musts,
        support_years=YearsDocument(tier.carried_support_years, tier.support_years.max),
        leading_years=YearsDocument(tier.carried_leading_years, tier.leading_years.max),
    )


def gap_documents(gaps: Iterable[Gap], names: dict[str, str]) -> tuple[GapDocument, ...]:
    """Return gaps as they are printed; ``names`` maps skill ids to names."""
    return tuple(
        GapDocument(
            skill=gap.skill,
            name=names[gap.skill],
            have=gap.have,
            need=gap.need,
            weight=gap.weight,
            must=gap.must,
            kind=gap.kind,
            fit_gain=round(gap.fit_gain, FIT_DECIMALS),
            tiers=gap.tiers,
        )
        for gap in gaps
    )


def planned_step_document(step: PlannedStep) -> StepDocument:
    """Return a step of a plan as it is printed."""
    growth = step.growth
    return StepDocument(
        skill=step.skill,
        level_from=step.level_from,
        level_to=step.level_to,
        title=growth.title,
        action=growth.action,
        kind=growth.kind,
        hours=Effort(growth.hours.min, growth.hours.max),
        proof=growth.proof,
        source=growth.source,
    )


def _milestone(milestone: Milestone) -> MilestoneDocument:
    return MilestoneDocument(
        tier=milestone.tier.id,
        title=milestone.tier.title,
        ready=milestone.ready,
        complete=milestone.complete,
        bound_by=milestone.bound_by,
        hours=milestone.hours,
        steps=tuple(planned_step_document(step) for step in milestone.steps),
    )


class PersonaDocument(msgspec.Struct, frozen=True):
    """A built-in person."""

    id: str
    story: str
    profile: ProfileDocument


class PersonasDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``demo --json`` prints."""

    schema: Literal["careercli/personas@1"] = "careercli/personas@1"
    personas: tuple[PersonaDocument, ...]


def personas_document(people: Iterable[Persona]) -> PersonasDocument:
    """Return the built-in people as a document."""
    return PersonasDocument(
        personas=tuple(PersonaDocument(p.id, p.story, profile_document(p.profile)) for p in people)
    )


class ReadyDifference(msgspec.Struct, frozen=True):
    """When a tier is ready before and after a change; null where it is reached, or lies beyond the goal.

    ``days`` is how much later, by the latest date, or by the earliest where the latest stays.
    """

    tier: str
    before: Span | None
    after: Span | None
    reached_before: bool
    reached_after: bool
    days: int | None


class FitDifference(msgspec.Struct, frozen=True):
    """A tier's fit before and after a change."""

    tier: str
    before: float
    after: float


class DifferenceDocument(msgspec.Struct, frozen=True):
    """What changed: ranks gained, fits, and dates of tiers up to the goal."""

    ranks: int
    fits: tuple[FitDifference, ...]
    ready: tuple[ReadyDifference, ...]


class WhatIfDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``what-if --json`` prints."""

    schema: Literal["careercli/what-if@1"] = "careercli/what-if@1"
    as_of: date
    before: AssessmentDocument
    after: AssessmentDocument
    difference: DifferenceDocument


def what_if_document(change: Change, names: dict[str, str]) -> WhatIfDocument:
    """Return a change of facts as its document."""
    return WhatIfDocument(
        as_of=change.before.as_of,
        before=assessment_document(change.before, names),
        after=assessment_document(change.after, names),
        difference=DifferenceDocument(
            ranks=change.ranks,
            fits=tuple(
                FitDifference(move.tier.id, round(move.before, FIT_DECIMALS), round(move.after, FIT_DECIMALS))
                for move in change.fits
            ),
            ready=tuple(
                ReadyDifference(
                    tier=move.tier.id,
                    before=move.before,
                    after=move.after,
                    reached_before=move.reached_before,
                    reached_after=move.reached_after,
                    days=move.days,
                )
                for move in change.ready
            ),
        ),
    )
