"""Two people beside one another, and a person beside a tier, as documents: what ``compare --json`` prints."""

from datetime import date
from typing import Annotated

from careercli.documents.assessment import (
    GapDocument,
    GateLevels,
    PlacementDocument,
    ProfileDocument,
    TierDocument,
)
from careercli.documents.projection import (
    As,
    DocumentPart,
    Fit,
    From,
    Id,
    Printed,
    SkillName,
    TierTitle,
)
from careercli.domain.schedule import Binding, Span


class RatingEntry(DocumentPart):
    """What a profile says of a skill; ``level`` is null where it is unrated or does not apply."""

    level: int | None
    applies: bool


class ReadinessEntry(DocumentPart):
    """When a tier is ready; ``ready`` and ``bound_by`` are null where it is reached."""

    reached: bool
    ready: Span | None
    bound_by: Annotated[Binding | None, From("milestone.bound_by")]


class PersonEntry(DocumentPart):
    """One of two people, and where they are placed; tiers by id."""

    profile: ProfileDocument
    placement: PlacementDocument
    goal: Id | None


class FitEntry(DocumentPart):
    """The fit of each for a tier, and by how much that of ``b`` is higher."""

    tier: Id
    a: Fit
    b: Fit
    difference: Fit


class SkillContrastEntry(DocumentPart):
    """A skill of which the two profiles say different things; ``rise`` is how many levels more ``b`` has."""

    skill: str
    name: SkillName
    a: RatingEntry
    b: RatingEntry
    rise: int


class GatesEntry(DocumentPart):
    """The gates of a tier by whose ratings reach them."""

    tier: Id
    both: tuple[GateLevels, ...]
    only_a: tuple[GateLevels, ...]
    only_b: tuple[GateLevels, ...]
    neither: tuple[GateLevels, ...]


class DatesEntry(DocumentPart):
    """When a tier is ready for each."""

    tier: Id
    a: ReadinessEntry
    b: ReadinessEntry


class ProfileComparisonDocument(Printed, tag="careercli/profile-comparison@2"):
    """What ``compare --json`` prints for two profiles; both are reckoned from the same day."""

    as_of: Annotated[date, From("a.as_of")]
    ladder: Annotated[str, From("a.ladder.id")]
    a: PersonEntry
    b: PersonEntry
    fits: tuple[FitEntry, ...]
    gates: GatesEntry
    dates: tuple[DatesEntry, ...]
    skills: tuple[SkillContrastEntry, ...]


class YearsOnClock(DocumentPart):
    """Years on a clock as they count toward a tier, beside those that employers ask."""

    have: Fit
    floor: Fit
    missing: Fit


class ProfileTierDocument(Printed, tag="careercli/profile-tier@2"):
    """What ``compare --json`` prints for a profile and a tier; the gates left are in ``standing``."""

    as_of: Annotated[date, From("assessment.as_of")]
    ladder: Annotated[str, From("assessment.ladder.id")]
    profile: Annotated[ProfileDocument, From("assessment.profile")]
    placement: Annotated[PlacementDocument, From("assessment.placement")]
    tier: Id
    title: TierTitle
    standing: TierDocument
    support_years: YearsOnClock
    leading_years: YearsOnClock
    gates_reached: Annotated[
        tuple[GateLevels, ...],
        From("must_haves"),
        As(lambda gates, _: [entry.gate for entry in gates if entry.met]),
    ]
    gaps: tuple[GapDocument, ...]
    readiness: ReadinessEntry
