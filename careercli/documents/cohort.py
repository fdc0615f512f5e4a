"""The document of a cohort."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from careercli.documents.documents import FIT_DECIMALS, GateDocument, gate_documents
from careercli.documents.errors import ProblemDocument, problem_documents
from careercli.documents.notes import NoteDocument, note_documents
from careercli.domain.cohort import Cohort, SharedGap, Workshop
from careercli.domain.members import LEFT_OUT, UNRATED, Member
from careercli.domain.model import Catalog, Hold, Hours, StepKind


class MissingYearsDocument(msgspec.Struct, frozen=True):
    """The years still missing for the next tier, by clock."""

    support_years: float
    leading_years: float


class MemberDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A person of a cohort; tiers by id.

    ``number`` is their place in the order asked for, from 1. ``saved``, ``file`` and ``line`` say where they
    come from, and are null with ``--anonymous``. ``fit`` is that to ``next``; both are null at the top.
    ``unchanged_days`` is null where no history tells. ``levels`` has the rated skills only. ``open_gates``
    are those of ``next`` that ratings do not reach, those to confirm included. ``notes`` is null without
    ``--notes``.
    """

    number: int
    name: str
    saved: str | None
    file: str | None
    line: int | None
    tier: str | None
    next: str | None
    fit: float | None
    held_back_by: tuple[Hold, ...]
    open_gates: tuple[GateDocument, ...]
    missing_years: MissingYearsDocument
    unchanged_days: int | None
    levels: dict[str, int]
    not_applicable: tuple[str, ...]
    notes: tuple[NoteDocument, ...] | None


class OnTierDocument(msgspec.Struct, frozen=True):
    """How many people stand on a tier; ``tier`` is null for those on none yet."""

    tier: str | None
    title: str | None
    people: int


class WorkshopDocument(msgspec.Struct, frozen=True):
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


class SharedGapDocument(msgspec.Struct, frozen=True):
    """A skill that several people lack for their next tier, for ``gates`` of them in a gate.

    ``unrated`` of them have not rated it. ``workshop`` is the step that serves most of the others.
    """

    skill: str
    name: str
    people: int
    gates: int
    unrated: int
    workshop: WorkshopDocument | None


class UnreadDocument(msgspec.Struct, frozen=True):
    """A profile that could not be read, and what is wrong with it."""

    name: str
    problems: tuple[ProblemDocument, ...]


class CohortDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``cohort --json`` prints. ``workshop`` is the step that would serve the most people of all.

    ``unread_in_all`` counts also the profiles that ``unread`` leaves out after the first thousand.
    """

    schema: Literal["careercli/cohort@2"] = "careercli/cohort@2"
    as_of: date
    ladder: str
    anonymous: bool
    people: tuple[MemberDocument, ...]
    tiers: tuple[OnTierDocument, ...]
    workshop: WorkshopDocument | None
    shared_gaps: tuple[SharedGapDocument, ...]
    unread: tuple[UnreadDocument, ...]
    unread_in_all: int


def cohort_document(cohort: Cohort, catalog: Catalog) -> CohortDocument:
    """Return a cohort as a document."""
    titles = catalog.skill_titles
    return CohortDocument(
        as_of=cohort.as_of,
        ladder=cohort.ladder.id,
        anonymous=cohort.anonymous,
        people=tuple(
            _member(number, member, cohort) for number, member in enumerate(cohort.members, start=1)
        ),
        tiers=tuple(
            OnTierDocument(tier.id if tier else None, tier.title if tier else None, people)
            for tier, people in cohort.on_tiers
        ),
        workshop=_workshop(cohort.workshop),
        shared_gaps=tuple(_shared(gap, titles[gap.skill]) for gap in cohort.shared),
        unread=tuple(UnreadDocument(each.who, problem_documents(each.problems)) for each in cohort.unread),
        unread_in_all=cohort.unread_in_all,
    )


def _member(number: int, member: Member, cohort: Cohort) -> MemberDocument:
    standing, origin, tier, following = (
        member.standing,
        member.origin,
        cohort.tier(member),
        cohort.next(member),
    )
    return MemberDocument(
        number=number,
        name=member.who,
        saved=origin.saved,
        file=origin.file or None,
        line=origin.line or None,
        tier=tier.id if tier else None,
        next=following.id if following else None,
        fit=None if standing.fit is None else round(standing.fit, FIT_DECIMALS),
        held_back_by=standing.holds,
        open_gates=gate_documents(standing.gates),
        missing_years=MissingYearsDocument(
            round(standing.support_years, FIT_DECIMALS), round(standing.leading_years, FIT_DECIMALS)
        ),
        unchanged_days=member.days,
        levels={skill: state for skill, state in cohort.states(member) if state < UNRATED},
        not_applicable=tuple(skill for skill, state in cohort.states(member) if state == LEFT_OUT),
        notes=note_documents(member.notes) if cohort.with_notes else None,
    )


def _shared(gap: SharedGap, name: str) -> SharedGapDocument:
    return SharedGapDocument(gap.skill, name, gap.people, gap.gates, gap.unrated, _workshop(gap.workshop))


def _workshop(workshop: Workshop | None) -> WorkshopDocument | None:
    if workshop is None:
        return None
    step = workshop.step
    return WorkshopDocument(
        skill=workshop.skill,
        level_from=step.to - 1,
        level_to=step.to,
        title=step.title,
        action=step.action,
        kind=step.kind,
        hours=step.hours,
        proof=step.proof,
        source=step.source,
        people=tuple(place + 1 for place in workshop.people),
    )
