"""A plan and its steps as documents: docs/json.md describes them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

import msgspec

from careercli.domain.model import LadderSeat
from careercli.domain.plan import PlannedKind
from careercli.domain.schedule import Binding, DatedStep, Effort, Milestone, Plan, RouteName, Span
from careercli.text.plan import assumptions
from careercli.text.steps import step_action, step_title


class StepDocument(msgspec.Struct, frozen=True):
    """Raising a skill by one level, rating one, or the quick interview.

    ``skill`` is null for the interview alone; ``from``, ``to``, ``proof`` and ``source`` where no level is
    raised. ``weeks`` is how long one waits for the result after the hours of work. ``starts`` and ``ends``
    have no earliest where the step is only there if it is needed. ``needs_seat`` is the seat that it needs
    and the person does not hold.
    """

    id: str
    skill: str | None
    level_from: int | None = msgspec.field(name="from")
    level_to: int | None = msgspec.field(name="to")
    title: str
    action: str
    kind: PlannedKind
    hours: Effort
    weeks: float
    starts: Span
    ends: Span
    proof: str | None
    source: str | None
    if_needed: bool
    needs_seat: LadderSeat | None


class MilestoneDocument(msgspec.Struct, frozen=True):
    """One tier on the way, with its dates and steps."""

    tier: str
    title: str
    ready: Span
    bound_by: Binding
    hours: Effort
    steps: tuple[StepDocument, ...]


class PlanDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``plan --json`` prints. ``also_helps`` is empty on the shortest route."""

    schema: Literal["careercli/plan@2"] = "careercli/plan@2"
    as_of: date
    goal: str | None
    route: RouteName
    hours_per_week: float
    assumptions: tuple[str, ...]
    milestones: tuple[MilestoneDocument, ...]
    also_helps: tuple[StepDocument, ...]


def plan_document(plan: Plan, names: Mapping[str, str]) -> PlanDocument:
    """Return a plan as its document; ``names`` maps skill ids to names."""
    return PlanDocument(
        as_of=plan.as_of,
        goal=plan.goal.id if plan.goal else None,
        route=plan.route,
        hours_per_week=plan.hours_per_week,
        assumptions=assumptions(plan),
        milestones=tuple(_milestone(milestone, names) for milestone in plan.milestones),
        also_helps=tuple(dated_step_document(dated, names) for dated in plan.also_helps),
    )


def _milestone(milestone: Milestone, names: Mapping[str, str]) -> MilestoneDocument:
    return MilestoneDocument(
        tier=milestone.tier.id,
        title=milestone.tier.title,
        ready=milestone.ready,
        bound_by=milestone.bound_by,
        hours=milestone.hours,
        steps=tuple(dated_step_document(dated, names) for dated in milestone.steps),
    )


def dated_step_document(dated: DatedStep, names: Mapping[str, str]) -> StepDocument:
    """Return a step of a plan as it is printed; ``names`` maps skill ids to names."""
    step, growth = dated.step, dated.step.growth
    return StepDocument(
        id=step.id,
        skill=step.skill,
        level_from=step.level_from,
        level_to=step.level_to,
        title=step_title(step, names),
        action=step_action(step),
        kind=step.kind,
        hours=Effort(step.hours.min, step.hours.max),
        weeks=float(step.weeks),
        starts=dated.starts,
        ends=dated.ends,
        proof=growth.proof if growth else None,
        source=growth.source if growth else None,
        if_needed=step.if_needed,
        needs_seat=step.needs_seat,
    )
