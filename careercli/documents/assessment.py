"""The documents of ``assess`` and ``demo``, as types: docs/json.md describes them.

Keys are snake_case, unknown is null, dates are ISO 8601, a fit has four decimals. A change that breaks a
reader raises the number after ``@``.
"""

from collections.abc import Collection
from datetime import date
from typing import Annotated

from careercli.documents.plans import StepDocument
from careercli.documents.projection import (
    WHOLE,
    As,
    DocumentPart,
    Fit,
    From,
    Id,
    Names,
    Printed,
    SkillName,
    TierTitle,
    project,
)
from careercli.domain.assessment import Assessment
from careercli.domain.gaps import GapKind
from careercli.domain.growth import Seat
from careercli.domain.model import Hold, Profile
from careercli.domain.placement import State

FIRST_STEPS = 3
"""How many steps of the plan an assessment has."""


class ExperienceDocument(DocumentPart):
    """Years as stated; ``part_time_share`` is the share of full time over those in support."""

    support_years: float
    leading_years: float
    leading_elsewhere_years: float
    part_time_share: float


class RatingDocument(DocumentPart):
    """A rated skill."""

    level: int
    evidence: str | None


def _ratings(profile: Profile, _: Names) -> dict[str, RatingDocument]:
    return {
        skill: RatingDocument(level, profile.evidence.get(skill))
        for skill, level in sorted(profile.skills.items())
    }


class ProfileDocument(DocumentPart):
    """A profile as understood: ids in place of names, defaults filled in.

    ``employed`` and ``team``, the number of people whose support work one answers for, are null where nothing
    is said.
    """

    name: str | None
    title: str | None
    experience: Annotated[ExperienceDocument, WHOLE]
    leads_people: bool
    employed: bool | None
    team: int | None
    goal: str | None
    hours_per_week: float
    skills: Annotated[dict[str, RatingDocument], WHOLE, As(_ratings)]
    not_applicable: Annotated[dict[str, str], As(lambda reasons, _: dict(sorted(reasons.items())))]


class TitleDocument(DocumentPart):
    """How a job title was read: by which words, and as which seat. Without words it is not recognised."""

    text: str
    words: tuple[str, ...]
    seat: Seat


class PlacementDocument(DocumentPart):
    """Where the person is placed; tiers by id. ``title`` is null without one."""

    state: State
    current: Id | None
    at_least: Id | None
    at_most: Id | None
    confirmed: Id | None
    ready_for: Id | None
    certain: bool
    settled: bool
    by_skills: Id | None
    by_years: Id | None
    by_seat: Id | None
    by_usual: Id | None
    stated: Id | None
    title: TitleDocument | None
    held_back_by: tuple[Hold, ...]


class ClockDocument(DocumentPart):
    """The years of a tier on one clock: what employers ask at least, and what the guides call usual.

    ``usual_min`` is carried from the tiers below; null where no guide says anything.
    """

    floor: float
    usual_min: float | None
    usual_max: float | None


class GateLevels(DocumentPart):
    """What a candidate must show: the best rated of ``skills`` have at least ``levels``."""

    skills: tuple[str, ...]
    levels: tuple[int, ...]


class GateDocument(DocumentPart):
    """A gate that is not reached: its skills that apply, its levels, and the rating of each skill."""

    skills: tuple[str, ...]
    levels: Annotated[tuple[int, ...], From("gate.levels")]
    have: tuple[int | None, ...]


class TierDocument(DocumentPart):
    """How the profile stands against one tier.

    ``rated`` is how many requirements are rated, ``known`` their share of the weight.
    """

    tier: Id
    title: TierTitle
    rank: Annotated[int, From("tier.rank")]
    fit: Fit
    rated: int
    known: Fit
    counts: bool
    cost: int
    open_gates: tuple[GateDocument, ...]
    to_confirm: tuple[GateDocument, ...]
    floor_reached: bool
    usual_reached: bool
    support_years: Annotated[ClockDocument, From("tier.support_years")]
    leading_years: Annotated[ClockDocument, From("tier.leading_years")]


class GapDocument(DocumentPart):
    """A requirement or gate that is not reached; ``have`` is null for an unrated skill.

    ``gate`` is the number of the gate that it is about, from 1, null for a requirement.
    """

    skill: str
    name: SkillName
    have: int | None
    need: int
    weight: int
    gate: int | None
    kind: GapKind
    fit_gain: Fit
    tiers: tuple[str, ...]


FirstSteps = Annotated[
    tuple[StepDocument, ...], From("plan.dated_steps"), As(lambda steps, _: steps[:FIRST_STEPS])
]


class AssessmentDocument(Printed, tag="careercli/assessment@2"):
    """What ``assess --json`` prints."""

    as_of: date
    ladder: Id
    profile: ProfileDocument
    placement: PlacementDocument
    tiers: tuple[TierDocument, ...]
    next: Id | None
    gaps: tuple[GapDocument, ...]
    goal: Id | None
    goal_gaps: tuple[GapDocument, ...]
    steps: FirstSteps


_LISTS = frozenset({"tiers", "gaps", "goal_gaps", "steps"})
"""What of an assessment is only computed where somebody wants it."""


def assessment_document(
    assessment: Assessment, names: Names, wanted: Collection[str] | None = None
) -> AssessmentDocument:
    """Return an assessment as its document; ``names`` maps skill ids to names.

    Of the lists only the ``wanted`` are computed, all of them unless told; the others are empty.
    """
    left_out = () if wanted is None else _LISTS.difference(wanted)
    return project(AssessmentDocument, assessment, names, **dict.fromkeys(left_out, ()))


class PersonaDocument(DocumentPart):
    """A built-in person."""

    id: str
    story: str
    profile: ProfileDocument


class PersonasDocument(Printed, tag="careercli/personas@1"):
    """What ``demo --json`` prints."""

    personas: Annotated[tuple[PersonaDocument, ...], WHOLE]
