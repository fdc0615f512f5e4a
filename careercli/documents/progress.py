"""Progress over time, and a step finished or taken back, as documents."""

from datetime import date
from typing import Annotated, Literal

import msgspec

from careercli.documents.assessment import GapDocument
from careercli.documents.changes import DifferenceDocument
from careercli.documents.plans import HoursOfWork, StepDocument
from careercli.documents.profiles import Moves
from careercli.documents.projection import As, DocumentPart, From, Id, Names, Printed, SkillName, project
from careercli.domain.model import Hold
from careercli.domain.plan import PlannedStep
from careercli.domain.progress import Progress
from careercli.domain.schedule import DatedStep, Effort, Plan, Span
from careercli.domain.steps import StepChange


class DoneDocument(DocumentPart):
    """A finished step; ``hours`` is null where nobody counted, ``planned`` what the plan gave for it."""

    skill: str
    name: SkillName
    level_from: int = msgspec.field(name="from")
    level_to: int = msgspec.field(name="to")
    title: str
    proof: str
    date: Annotated[date, From("day")]
    hours: float | None
    planned: HoursOfWork


class GatesLeft(DocumentPart):
    """How many gates of a tier were and are not reached, or not known to be."""

    tier: str
    before: int
    after: int


class StepChangeDocument(Printed, tag="careercli/step-change@2"):
    """What ``plan done --json`` and ``plan undo --json`` print."""

    as_of: date
    profile: str
    change: Literal["done", "undone"]
    step: DoneDocument
    level: int | None
    difference: DifferenceDocument
    gates_left: tuple[GatesLeft, ...]
    next_step: StepDocument | None


class StretchDocument(DocumentPart):
    """What happened from a day until today.

    ``by_person`` is what the person's facts moved, ``by_catalog`` what newer role data moved without them,
    ``by_rule`` what a newer rule of placement did.
    ``rated`` counts the skills that somebody has rated since for the first time, without those that a
    finished step gave their first level.
    """

    since: date
    facts: Annotated[Moves, From("changed.facts")]
    by_person: Annotated[Moves, From("changed.by_person")]
    by_catalog: Annotated[Moves, From("changed.by_catalog")]
    by_rule: Annotated[Moves, From("changed.by_rule")]
    other_catalog: Annotated[bool, From("changed.other_catalog")]
    steps: Annotated[int, As(lambda steps, _: len(steps))]
    closed: tuple[GapDocument, ...]
    opened: tuple[GapDocument, ...]
    rated: int


class FitPoint(DocumentPart):
    """A fit from a day on."""

    date: Annotated[date, From("day")]
    fit: Annotated[float, From("value")]


class FitOverTime(DocumentPart):
    """The fit of a tier on each day on which it was reckoned, today's last."""

    tier: Id
    points: tuple[FitPoint, ...]


WorkHours = Annotated[float, As(lambda hours, _: round(hours, 2))]
"""Hours to two decimals."""


class PaceWeekDocument(DocumentPart):
    """Hours done in seven days from ``start`` on, and meant for them."""

    start: date
    done: WorkHours
    meant: WorkHours | None


class PaceDocument(DocumentPart):
    """How fast it goes: hours done, the counted part of them, planned for the same steps, and meant."""

    since: date
    days: int
    done: WorkHours
    counted: WorkHours
    planned: Effort | None
    meant: WorkHours | None
    hours_per_week: WorkHours
    weeks: tuple[PaceWeekDocument, ...]


class ForecastDocument(DocumentPart):
    """When a tier is ready: as planned at the start and now, and at the pace so far; null where not known."""

    tier: Id
    planned_at_start: Annotated[Span | None, From("then")]
    planned: Span
    at_pace: Span | None
    bound_by: Hold | None


class ProgressDocument(Printed, tag="careercli/progress@2"):
    """What ``progress --json`` prints. ``last`` and ``start`` are null where nothing is remembered.

    ``rule_since`` is the first day by today's rule of placement, null where there is no day by another.
    """

    as_of: Annotated[date, From("now.as_of")]
    profile: str
    current: Annotated[str | None, From("record.current")]
    next: Annotated[Id | None, From("now.next")]
    goal: Annotated[str | None, From("record.goal")]
    gates_left: int
    unchanged_since: date | None
    rule_since: date | None
    last: StretchDocument | None
    start: StretchDocument | None
    fits: Annotated[tuple[FitOverTime, ...], From("charts")]
    steps: tuple[DoneDocument, ...]
    pace: PaceDocument
    forecasts: tuple[ForecastDocument, ...]
    years_since: date | None
    next_step: StepDocument | None


def step_document(name: str, change: StepChange, names: Names) -> StepChangeDocument:
    """Return a finished step, or one taken back, as its document; ``names`` maps skill ids to names."""
    after = change.change.after
    return project(
        StepChangeDocument,
        change,
        names,
        as_of=after.as_of,
        profile=name,
        change="undone" if change.taken_back else "done",
        level=after.profile.skills.get(change.step.skill),
        difference=change.change,
        gates_left=tuple(GatesLeft(tier.id, *change.gates_left(tier)) for tier in change.tiers),
        next_step=_dated(change.next_step, after.plan),
    )


def progress_document(name: str, progress: Progress, names: Names) -> ProgressDocument:
    """Return how far somebody has come as a document; ``names`` maps skill ids to names."""
    pace = progress.pace
    planned = Effort(pace.planned_min, pace.planned_max) if progress.steps else None
    return project(
        ProgressDocument,
        progress,
        names,
        profile=name,
        pace=project(PaceDocument, pace, planned=planned),
        next_step=_dated(progress.next_step, progress.now.plan),
    )


def _dated(step: PlannedStep | None, plan: Plan) -> DatedStep | None:
    return next((dated for dated in plan.dated_steps if dated.step is step), None)
