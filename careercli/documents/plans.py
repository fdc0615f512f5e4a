"""A plan and its steps as documents: docs/json.md describes them."""

from datetime import date
from typing import Annotated, Self

import msgspec

from careercli.documents.projection import WHOLE, As, DocumentPart, Id, Names, Printed, TierTitle, project
from careercli.domain.growth import LadderSeat
from careercli.domain.plan import PlannedKind
from careercli.domain.schedule import Binding, DatedStep, Effort, RouteName, Span
from careercli.text.plan import assumptions
from careercli.text.steps import step_action, step_title

HoursOfWork = Annotated[Effort, As(lambda hours, _: Effort(hours.min, hours.max))]
"""The hours of one step, which are never 0, as those of several are printed."""


class StepDocument(DocumentPart):
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
    hours: HoursOfWork
    weeks: float
    starts: Span
    ends: Span
    proof: str | None
    source: str | None
    if_needed: bool
    needs_seat: LadderSeat | None

    @classmethod
    def made_from(cls, dated: DatedStep, names: Names) -> Self:
        """Return a dated step as it is printed."""
        step, growth = dated.step, dated.step.growth
        return project(
            cls,
            step,
            names,
            title=step_title(step, names),
            action=step_action(step),
            weeks=float(step.weeks),
            starts=dated.starts,
            ends=dated.ends,
            proof=growth.proof if growth else None,
            source=growth.source if growth else None,
        )


class MilestoneDocument(DocumentPart):
    """One tier on the way, with its dates and steps."""

    tier: Id
    title: TierTitle
    ready: Span
    bound_by: Binding
    hours: Effort
    steps: tuple[StepDocument, ...]


Assumptions = Annotated[tuple[str, ...], WHOLE, As(lambda plan, _: assumptions(plan))]


class PlanDocument(Printed, tag="careercli/plan@2"):
    """What ``plan --json`` prints. ``also_helps`` is empty on the shortest route."""

    as_of: date
    goal: Id | None
    route: RouteName
    hours_per_week: float
    assumptions: Assumptions
    milestones: tuple[MilestoneDocument, ...]
    also_helps: tuple[StepDocument, ...]
