"""Two people beside one another, and a person beside a tier, as documents: what ``compare --json`` prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

import msgspec

from careercli.documents.comparison import GateEntry
from careercli.documents.documents import (
    FIT_DECIMALS,
    GapDocument,
    PlacementDocument,
    ProfileDocument,
    TierDocument,
    gap_documents,
    placement_document,
    profile_document,
    tier_document,
    tier_id,
)
from careercli.domain.assessment import Assessment
from careercli.domain.model import Gate
from careercli.domain.schedule import Binding, Span
from careercli.text.contrast import Check, Contrast, Readiness, SkillAnswer, YearsToward


class RatingEntry(msgspec.Struct, frozen=True):
    """What a profile says of a skill; ``level`` is null where it is unrated or does not apply."""

    level: int | None
    applies: bool


class ReadinessEntry(msgspec.Struct, frozen=True):
    """When a tier is ready; ``ready`` and ``bound_by`` are null where it is reached."""

    reached: bool
    ready: Span | None
    bound_by: Binding | None


class PersonEntry(msgspec.Struct, frozen=True):
    """One of two people, and where they are placed; tiers by id."""

    profile: ProfileDocument
    placement: PlacementDocument
    goal: str | None


class FitEntry(msgspec.Struct, frozen=True):
    """The fit of each for a tier, and by how much that of ``b`` is higher."""

    tier: str
    a: float
    b: float
    difference: float


class SkillEntry(msgspec.Struct, frozen=True):
    """A skill of which the two profiles say different things; ``rise`` is how many levels more ``b`` has."""

    skill: str
    name: str
    a: RatingEntry
    b: RatingEntry
    rise: int


class GatesEntry(msgspec.Struct, frozen=True):
    """The gates of a tier by whose ratings reach them."""

    tier: str
    both: tuple[GateEntry, ...]
    only_a: tuple[GateEntry, ...]
    only_b: tuple[GateEntry, ...]
    neither: tuple[GateEntry, ...]


class DatesEntry(msgspec.Struct, frozen=True):
    """When a tier is ready for each."""

    tier: str
    a: ReadinessEntry
    b: ReadinessEntry


class ProfileComparisonDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``compare --json`` prints for two profiles; both are reckoned from the same day."""

    schema: Literal["careercli/profile-comparison@2"] = "careercli/profile-comparison@2"
    as_of: date
    ladder: str
    a: PersonEntry
    b: PersonEntry
    fits: tuple[FitEntry, ...]
    gates: GatesEntry
    dates: tuple[DatesEntry, ...]
    skills: tuple[SkillEntry, ...]


class ClockEntry(msgspec.Struct, frozen=True):
    """Years on a clock as they count toward a tier, beside those that employers ask."""

    have: float
    floor: float
    missing: float


class ProfileTierDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``compare --json`` prints for a profile and a tier; the gates left are in ``standing``."""

    schema: Literal["careercli/profile-tier@2"] = "careercli/profile-tier@2"
    as_of: date
    ladder: str
    profile: ProfileDocument
    placement: PlacementDocument
    tier: str
    title: str
    standing: TierDocument
    support_years: ClockEntry
    leading_years: ClockEntry
    gates_reached: tuple[GateEntry, ...]
    gaps: tuple[GapDocument, ...]
    readiness: ReadinessEntry


def profile_comparison(found: Contrast, names: Mapping[str, str]) -> ProfileComparisonDocument:
    """Return two people as a document; ``names`` maps skill ids to names."""
    gates = found.gates
    return ProfileComparisonDocument(
        as_of=found.a.as_of,
        ladder=found.a.ladder.id,
        a=_person(found.a),
        b=_person(found.b),
        fits=tuple(
            FitEntry(
                fit.tier.id,
                round(fit.a, FIT_DECIMALS),
                round(fit.b, FIT_DECIMALS),
                round(fit.b - fit.a, FIT_DECIMALS),
            )
            for fit in found.fits
        ),
        gates=GatesEntry(
            gates.tier.id,
            _gates(gates.both),
            _gates(gates.only_a),
            _gates(gates.only_b),
            _gates(gates.neither),
        ),
        dates=tuple(
            DatesEntry(entry.tier.id, _readiness(entry.a), _readiness(entry.b)) for entry in found.dates
        ),
        skills=tuple(
            SkillEntry(item.skill, names[item.skill], _rating(item.a), _rating(item.b), item.rise)
            for item in found.skills
        ),
    )


def profile_tier(found: Check, names: Mapping[str, str]) -> ProfileTierDocument:
    """Return a person beside a tier as a document; ``names`` maps skill ids to names."""
    assessment = found.assessment
    return ProfileTierDocument(
        as_of=assessment.as_of,
        ladder=assessment.ladder.id,
        profile=profile_document(assessment.profile),
        placement=placement_document(assessment.placement),
        tier=found.tier.id,
        title=found.tier.title,
        standing=tier_document(found.standing),
        support_years=_clock(found.support_years),
        leading_years=_clock(found.leading_years),
        gates_reached=_gates(entry.gate for entry in found.must_haves if entry.met),
        gaps=gap_documents(found.gaps, names),
        readiness=_readiness(found.readiness),
    )


def _person(assessment: Assessment) -> PersonEntry:
    return PersonEntry(
        profile=profile_document(assessment.profile),
        placement=placement_document(assessment.placement),
        goal=tier_id(assessment.goal),
    )


def _gates(gates: Iterable[Gate]) -> tuple[GateEntry, ...]:
    return tuple(GateEntry(gate.skills, gate.levels) for gate in gates)


def _rating(rating: SkillAnswer) -> RatingEntry:
    return RatingEntry(rating.level, rating.applies)


def _readiness(readiness: Readiness) -> ReadinessEntry:
    bound_by = readiness.milestone.bound_by if readiness.milestone else None
    return ReadinessEntry(readiness.reached, readiness.ready, bound_by)


def _clock(years: YearsToward) -> ClockEntry:
    return ClockEntry(*(round(each, FIT_DECIMALS) for each in (years.have, years.floor, years.missing)))
