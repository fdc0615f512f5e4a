"""The documents of ``assess`` and ``demo``, as types: docs/json.md describes them.

Keys are snake_case, unknown is null, dates are ISO 8601, a fit has four decimals. A change that breaks a
reader raises the number after ``@``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Literal

import msgspec

from careercli.documents.plans import StepDocument, dated_step_document
from careercli.domain.assessment import Assessment
from careercli.domain.gaps import Gap, GapKind
from careercli.domain.model import Clock, Hold, Persona, Profile, Seat, Tier
from careercli.domain.placement import GateStanding, Placement, State, TierStanding

FIT_DECIMALS = 4

FIRST_STEPS = 3
"""How many steps of the plan an assessment has."""


class ExperienceDocument(msgspec.Struct, frozen=True):
    """Years as stated; ``part_time_share`` is the share of full time over those in support."""

    support_years: float
    leading_years: float
    leading_elsewhere_years: float
    part_time_share: float


class RatingDocument(msgspec.Struct, frozen=True):
    """A rated skill."""

    level: int
    evidence: str | None


class ProfileDocument(msgspec.Struct, frozen=True):
    """A profile as understood: ids in place of names, defaults filled in.

    ``employed`` and ``team``, the number of people whose support work one answers for, are null where nothing
    is said.
    """

    name: str | None
    title: str | None
    experience: ExperienceDocument
    leads_people: bool
    employed: bool | None
    team: int | None
    goal: str | None
    hours_per_week: float
    skills: dict[str, RatingDocument]
    not_applicable: dict[str, str]


class TitleDocument(msgspec.Struct, frozen=True):
    """How a job title was read: by which words, and as which seat. Without words it is not recognised."""

    text: str
    words: tuple[str, ...]
    seat: Seat


class PlacementDocument(msgspec.Struct, frozen=True, kw_only=True):
    """Where the person is placed; tiers by id. ``title`` is null without one."""

    state: State
    current: str | None
    at_least: str | None
    at_most: str | None
    confirmed: str | None
    ready_for: str | None
    certain: bool
    settled: bool
    by_skills: str | None
    by_years: str | None
    by_seat: str | None
    by_usual: str | None
    stated: str | None
    title: TitleDocument | None
    held_back_by: tuple[Hold, ...]


class ClockDocument(msgspec.Struct, frozen=True):
    """The years of a tier on one clock: what employers ask at least, and what the guides call usual.

    ``usual_min`` is carried from the tiers below; null where no guide says anything.
    """

    floor: float
    usual_min: float | None
    usual_max: float | None


class GateDocument(msgspec.Struct, frozen=True):
    """A gate that is not reached: its skills that apply, its levels, and the rating of each skill."""

    skills: tuple[str, ...]
    levels: tuple[int, ...]
    have: tuple[int | None, ...]


class TierDocument(msgspec.Struct, frozen=True, kw_only=True):
    """How the profile stands against one tier.

    ``rated`` is how many requirements are rated, ``known`` their share of the weight.
    """

    tier: str
    title: str
    rank: int
    fit: float
    rated: int
    known: float
    counts: bool
    cost: int
    open_gates: tuple[GateDocument, ...]
    to_confirm: tuple[GateDocument, ...]
    floor_reached: bool
    usual_reached: bool
    support_years: ClockDocument
    leading_years: ClockDocument


class GapDocument(msgspec.Struct, frozen=True):
    """A requirement or gate that is not reached; ``have`` is null for an unrated skill.

    ``gate`` is the number of the gate that it is about, from 1, null for a requirement.
    """

    skill: str
    name: str
    have: int | None
    need: int
    weight: int
    gate: int | None
    kind: GapKind
    fit_gain: float
    tiers: tuple[str, ...]


class AssessmentDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``assess --json`` prints."""

    schema: Literal["careercli/assessment@2"] = "careercli/assessment@2"
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


def assessment_document(
    assessment: Assessment, names: Mapping[str, str], wanted: Collection[str] | None = None
) -> AssessmentDocument:
    """Return an assessment as its document; ``names`` maps skill ids to names.

    Of the lists only the ``wanted`` are computed, all of them unless told; the others are empty.
    """

    def wants(key: str) -> bool:
        return wanted is None or key in wanted

    return AssessmentDocument(
        as_of=assessment.as_of,
        ladder=assessment.ladder.id,
        profile=profile_document(assessment.profile),
        placement=placement_document(assessment.placement),
        tiers=tuple(map(tier_document, assessment.tiers)) if wants("tiers") else (),
        next=tier_id(assessment.next),
        gaps=gap_documents(assessment.gaps, names) if wants("gaps") else (),
        goal=tier_id(assessment.goal),
        goal_gaps=gap_documents(assessment.goal_gaps, names) if wants("goal_gaps") else (),
        steps=tuple(dated_step_document(dated, names) for dated in assessment.plan.dated_steps[:FIRST_STEPS])
        if wants("steps")
        else (),
    )


def placement_document(placement: Placement) -> PlacementDocument:
    """Return a placement as it is printed."""
    title = placement.title
    return PlacementDocument(
        state=placement.state,
        current=tier_id(placement.current),
        at_least=tier_id(placement.at_least),
        at_most=tier_id(placement.at_most),
        confirmed=tier_id(placement.confirmed),
        ready_for=tier_id(placement.ready_for),
        certain=placement.certain,
        settled=placement.settled,
        by_skills=tier_id(placement.by_skills),
        by_years=tier_id(placement.by_years),
        by_seat=tier_id(placement.by_seat),
        by_usual=tier_id(placement.by_usual),
        stated=tier_id(placement.stated),
        title=TitleDocument(title.text, title.words, title.seat) if title else None,
        held_back_by=placement.held_back_by,
    )


def profile_document(profile: Profile) -> ProfileDocument:
    """Return a profile as understood; skills in the order of their ids."""
    return ProfileDocument(
        name=profile.name,
        title=profile.title,
        experience=ExperienceDocument(
            profile.support_years,
            profile.leading_years,
            profile.leading_elsewhere_years,
            profile.part_time_share,
        ),
        leads_people=profile.leads_people,
        employed=profile.employed,
        team=profile.team,
        goal=profile.goal,
        hours_per_week=profile.hours_per_week,
        skills={
            skill: RatingDocument(profile.skills[skill], profile.evidence.get(skill))
            for skill in sorted(profile.skills)
        },
        not_applicable=dict(sorted(profile.not_applicable.items())),
    )


def tier_id(tier: Tier | None) -> str | None:
    """Return the id of a tier, None for none."""
    return tier.id if tier else None


def tier_document(standing: TierStanding) -> TierDocument:
    """Return how a profile stands against a tier as it is printed."""
    tier = standing.tier
    return TierDocument(
        tier=tier.id,
        title=tier.title,
        rank=tier.rank,
        fit=round(standing.fit, FIT_DECIMALS),
        rated=standing.rated,
        known=round(standing.known, FIT_DECIMALS),
        counts=standing.counts,
        cost=standing.cost,
        open_gates=gate_documents(standing.open_gates),
        to_confirm=gate_documents(standing.to_confirm),
        floor_reached=standing.floor_reached,
        usual_reached=standing.usual_reached,
        support_years=clock_document(tier.support_years),
        leading_years=clock_document(tier.leading_years),
    )


def clock_document(clock: Clock) -> ClockDocument:
    """Return the years of a tier on one clock as they are printed."""
    return ClockDocument(clock.floor, clock.usual_min, clock.usual_max)


def gate_documents(gates: Iterable[GateStanding]) -> tuple[GateDocument, ...]:
    """Return gates as they are printed, with the ratings of a person."""
    return tuple(GateDocument(entry.skills, entry.gate.levels, entry.have) for entry in gates)


def gap_documents(gaps: Iterable[Gap], names: Mapping[str, str]) -> tuple[GapDocument, ...]:
    """Return gaps as they are printed; ``names`` maps skill ids to names."""
    return tuple(
        GapDocument(
            skill=gap.skill,
            name=names[gap.skill],
            have=gap.have,
            need=gap.need,
            weight=gap.weight,
            gate=gap.gate,
            kind=gap.kind,
            fit_gain=round(gap.fit_gain, FIT_DECIMALS),
            tiers=gap.tiers,
        )
        for gap in gaps
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
