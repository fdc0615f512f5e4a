"""Two people beside one another, and a person beside a tier, as documents: what ``compare --json`` prints."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

import msgspec

from careercli.domain.assessment import Assessment
from careercli.domain.contrast import Check, Clock, Contrast, Rating, Readiness
from careercli.domain.model import Hold, Tier
from careercli.domain.schedule import Span
from careercli.exporters.documents import (
    FIT_DECIMALS,
    GapDocument,
    ProfileDocument,
    gap_documents,
    profile_document,
)


class RatingEntry(msgspec.Struct, frozen=True):
    """What a profile says of a skill; ``level`` is null where it is unrated or does not apply."""

    level: int | None
    applies: bool


class ReadinessEntry(msgspec.Struct, frozen=True):
    """When a tier is ready; ``ready`` and ``bound_by`` are null where it is reached."""

    reached: bool
    ready: Span | None
    bound_by: Hold | None


class PersonEntry(msgspec.Struct, frozen=True):
    """One of two people, and where they stand; tiers by id."""

    profile: ProfileDocument
    current: str | None
    by_years: str | None
    by_skills: str | None
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
    """The gates of a tier, as skill ids, by who passes them."""

    tier: str
    both: tuple[str, ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]
    neither: tuple[str, ...]


class DatesEntry(msgspec.Struct, frozen=True):
    """When a tier is ready for each."""

    tier: str
    a: ReadinessEntry
    b: ReadinessEntry


class ProfileComparisonDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``compare --json`` prints for two profiles; both are reckoned from the same day."""

    schema: Literal["careercli/profile-comparison@1"] = "careercli/profile-comparison@1"
    as_of: date
    ladder: str
    a: PersonEntry
    b: PersonEntry
    fits: tuple[FitEntry, ...]
    gates: GatesEntry
    dates: tuple[DatesEntry, ...]
    skills: tuple[SkillEntry, ...]


class ClockEntry(msgspec.Struct, frozen=True):
    """Years on a clock beside those that the tier asks."""

    have: float
    need: float
    missing: float


class ProfileTierDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``compare --json`` prints for a profile and a tier; gates are skill ids."""

    schema: Literal["careercli/profile-tier@1"] = "careercli/profile-tier@1"
    as_of: date
    ladder: str
    profile: ProfileDocument
    current: str | None
    tier: str
    title: str
    fit: float
    skills_met: bool
    years_met: bool
    support_years: ClockEntry
    leading_years: ClockEntry
    gates_passed: tuple[str, ...]
    gates_open: tuple[str, ...]
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
        gates=GatesEntry(gates.tier.id, gates.both, gates.only_a, gates.only_b, gates.neither),
        dates=tuple(
            DatesEntry(entry.tier.id, _readiness(entry.a), _readiness(entry.b)) for entry in found.dates
        ),
        skills=tuple(
            SkillEntry(item.skill, names[item.skill], _rating(item.a), _rating(item.b), item.rise)
            for item in found.skills
        ),
    )


def profile_tier(found: Check, names: dict[str, str]) -> ProfileTierDocument:
    """Return a person beside a tier as a document; ``names`` maps skill ids to names."""
    assessment, standing = found.assessment, found.standing
    return ProfileTierDocument(
        as_of=assessment.as_of,
        ladder=assessment.ladder.id,
        profile=profile_document(assessment.profile),
        current=_id(assessment.placement.current),
        tier=found.tier.id,
        title=found.tier.title,
        fit=round(standing.fit, FIT_DECIMALS),
        skills_met=standing.skills_met,
        years_met=standing.years_met,
        support_years=_clock(found.support_years),
        leading_years=_clock(found.leading_years),
        gates_passed=found.passed,
        gates_open=standing.missing_musts,
        gaps=gap_documents(found.gaps, names),
        readiness=_readiness(found.readiness),
    )


def _person(assessment: Assessment) -> PersonEntry:
    placement = assessment.placement
    return PersonEntry(
        profile=profile_document(assessment.profile),
        current=_id(placement.current),
        by_years=_id(placement.by_years),
        by_skills=_id(placement.by_skills),
        goal=_id(assessment.goal),
    )


def _rating(rating: Rating) -> RatingEntry:
    return RatingEntry(rating.level, rating.applies)


def _readiness(readiness: Readiness) -> ReadinessEntry:
    bound_by = readiness.milestone.bound_by if readiness.milestone else None
    return ReadinessEntry(readiness.reached, readiness.ready, bound_by)


def _clock(clock: Clock) -> ClockEntry:
    return ClockEntry(clock.have, clock.need, clock.missing)


def _id(tier: Tier | None) -> str | None:
    return tier.id if tier else None
