"""The document of a cohort."""

from datetime import date
from typing import Annotated, Self

import msgspec

from careercli.documents.assessment import GateDocument
from careercli.documents.errors import ProblemDocument
from careercli.documents.match import AdvertisementDocument
from careercli.documents.matches import Lacking, Reasons
from careercli.documents.notes import Notes
from careercli.documents.projection import (
    DocumentPart,
    Fit,
    From,
    Id,
    Names,
    NumberOrNull,
    Printed,
    SkillName,
    TextOrNull,
    project,
)
from careercli.domain.candidates import Candidates
from careercli.domain.cohort import Cohort, Workshop
from careercli.domain.growth import Hours, StepKind
from careercli.domain.members import LEFT_OUT, UNRATED, Member
from careercli.domain.model import Catalog, Hold
from careercli.domain.verdict import Verdict

SavedAs = Annotated[str | None, From("origin.saved")]
InFile = Annotated[TextOrNull, From("origin.file")]
AtLine = Annotated[NumberOrNull, From("origin.line")]


class MissingYearsDocument(DocumentPart):
    """The years still missing for the next tier, by clock."""

    support_years: Fit
    leading_years: Fit


class MemberDocument(DocumentPart):
    """A person of a cohort; tiers by id.

    ``number`` is their place in the order asked for, from 1. ``saved``, ``file`` and ``line`` say where they
    come from, and are null with ``--anonymous``. ``fit`` is that to ``next``; both are null at the top, and
    ``fit`` where too little is rated to say.
    ``unchanged_days`` is null where no history tells. ``levels`` has the rated skills only. ``open_gates``
    are those of ``next`` that ratings do not reach, those to confirm included. ``opinions`` counts who has
    given one, null for who is not saved. ``notes`` is null without
    ``--notes``.
    """

    number: int
    name: Annotated[str, From("who")]
    saved: SavedAs
    file: InFile
    line: AtLine
    tier: Id | None
    next: Id | None
    fit: Annotated[Fit | None, From("standing.fit")]
    held_back_by: Annotated[tuple[Hold, ...], From("standing.holds")]
    open_gates: Annotated[tuple[GateDocument, ...], From("standing.gates")]
    missing_years: Annotated[MissingYearsDocument, From("standing")]
    unchanged_days: Annotated[int | None, From("days")]
    levels: dict[str, int]
    not_applicable: tuple[str, ...]
    notes: Notes | None
    opinions: int | None


class OnTierDocument(DocumentPart):
    """How many people stand on a tier; ``tier`` is null for those on none yet."""

    tier: str | None
    title: str | None
    people: int


class WorkshopDocument(DocumentPart):
    """A step that would serve several people at once, by their numbers."""

    skill: str
    level_from: int = msgspec.field(name="from")
    level_to: int = msgspec.field(name="to")
    title: str
    action: str
    kind: StepKind
    hours: Hours
    proof: str
    source: str
    people: tuple[int, ...]

    @classmethod
    def made_from(cls, workshop: Workshop, names: Names) -> Self:
        """Return a step that several people could take together."""
        step = workshop.step
        return project(
            cls,
            step,
            names,
            skill=workshop.skill,
            level_from=step.to - 1,
            level_to=step.to,
            people=tuple(place + 1 for place in workshop.people),
        )


class SharedGapDocument(DocumentPart):
    """A skill that several people lack for their next tier, for ``gates`` of them in a gate.

    ``unrated`` of them have not rated it. ``workshop`` is the step that serves most of the others.
    """

    skill: str
    name: SkillName
    people: int
    gates: int
    unrated: int
    workshop: WorkshopDocument | None


class UnreadDocument(DocumentPart):
    """A profile that could not be read, and what is wrong with it."""

    name: Annotated[str, From("who")]
    problems: tuple[ProblemDocument, ...]


class CohortDocument(Printed, tag="careercli/cohort@2"):
    """What ``cohort --json`` prints. ``workshop`` is the step that serves the most people in a must-have.

    ``unread_in_all`` counts also the profiles that ``unread`` leaves out after the first thousand.
    """

    as_of: date
    ladder: Id
    anonymous: bool
    people: tuple[MemberDocument, ...]
    tiers: tuple[OnTierDocument, ...]
    workshop: WorkshopDocument | None
    shared_gaps: Annotated[tuple[SharedGapDocument, ...], From("shared")]
    unread: tuple[UnreadDocument, ...]
    unread_in_all: int


class CandidateDocument(DocumentPart):
    """A person and how they fit an advertisement; where they come from is null with ``--anonymous``."""

    name: Annotated[str, From("who")]
    saved: SavedAs
    file: InFile
    line: AtLine
    tier: Annotated[Id | None, From("match.assessment.placement.current")]
    verdict: Annotated[Verdict, From("match.verdict")]
    at_least: Annotated[Verdict, From("match.at_least")]
    at_most: Annotated[Verdict, From("match.at_most")]
    reasons: Annotated[Reasons, From("match")]
    covered: Annotated[Fit, From("match.share")]
    missing: Annotated[Lacking, From("match")]


class LackedDocument(DocumentPart):
    """A skill that an advertisement requires, and how many people are known to lack it."""

    skill: str
    people: int


class CandidatesDocument(Printed, tag="careercli/candidates@1"):
    """What ``cohort --for AD --json`` prints: who fits an advertisement, the best first."""

    as_of: date
    ad: AdvertisementDocument
    people: tuple[CandidateDocument, ...]
    lacked: tuple[LackedDocument, ...]
    unread: Annotated[tuple[UnreadDocument, ...], From("unread.kept")]
    unread_in_all: Annotated[int, From("unread.in_all")]


def candidates_document(candidates: Candidates, names: Names) -> CandidatesDocument:
    """Return people for an advertisement as a document."""
    lacked = tuple(LackedDocument(skill, people) for skill, people in candidates.lacked)
    return project(CandidatesDocument, candidates, names, lacked=lacked)


def cohort_document(cohort: Cohort, catalog: Catalog) -> CohortDocument:
    """Return a cohort as a document."""
    titles = catalog.skill_titles
    return project(
        CohortDocument,
        cohort,
        titles,
        people=tuple(
            _member(number, member, cohort) for number, member in enumerate(cohort.members, start=1)
        ),
        tiers=tuple(
            OnTierDocument(tier.id if tier else None, tier.title if tier else None, people)
            for tier, people in cohort.on_tiers
        ),
    )


def _member(number: int, member: Member, cohort: Cohort) -> MemberDocument:
    return project(
        MemberDocument,
        member,
        number=number,
        tier=cohort.tier(member),
        next=cohort.next(member),
        levels={skill: state for skill, state in cohort.states(member) if state < UNRATED},
        not_applicable=tuple(skill for skill, state in cohort.states(member) if state == LEFT_OUT),
        notes=member.notes if cohort.with_notes else None,
    )
