"""Progress over time, and a step finished or taken back, as documents."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

import msgspec

from careercli.documents.changes import DifferenceDocument, what_if_document
from careercli.documents.documents import GapDocument, gap_documents
from careercli.documents.plans import StepDocument, dated_step_document
from careercli.documents.profiles import MoveDocument, move_documents
from careercli.domain.history import StepDone
from careercli.domain.model import Hold
from careercli.domain.plan import PlannedStep
from careercli.domain.progress import Progress, Stretch
from careercli.domain.schedule import Effort, Plan, Span
from careercli.domain.steps import StepChange


class DoneDocument(msgspec.Struct, frozen=True):
    """A finished step; ``hours`` is null where nobody counted, ``planned`` what the plan gave for it."""

    skill: str
    name: str
    level_from: int = msgspec.field(name="from")
    level_to: int = msgspec.field(name="to")
    title: str
    proof: str
    date: date
    hours: float | None
    planned: Effort


class GatesLeft(msgspec.Struct, frozen=True):
    """How many gates of a tier were and are not reached, or not known to be."""

    tier: str
    before: int
    after: int


class StepChangeDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``plan done --json`` and ``plan undo --json`` print."""

    schema: Literal["careercli/step-change@2"] = "careercli/step-change@2"
    as_of: date
    profile: str
    change: Literal["done", "undone"]
    step: DoneDocument
    level: int | None
    difference: DifferenceDocument
    gates_left: tuple[GatesLeft, ...]
    next_step: StepDocument | None


class StretchDocument(msgspec.Struct, frozen=True):
    """What happened from a day until today.

    ``by_person`` is what the person's facts moved, ``by_catalog`` what newer role data moved without them,
    ``by_rule`` what a newer rule of placement did.
    ``rated`` counts the skills that somebody has rated since for the first time, without those that a
    finished step gave their first level.
    """

    since: date
    facts: tuple[MoveDocument, ...]
    by_person: tuple[MoveDocument, ...]
    by_catalog: tuple[MoveDocument, ...]
    by_rule: tuple[MoveDocument, ...]
    other_catalog: bool
    steps: int
    closed: tuple[GapDocument, ...]
    opened: tuple[GapDocument, ...]
    rated: int


class FitPoint(msgspec.Struct, frozen=True):
    """A fit from a day on."""

    date: date
    fit: float


class FitOverTime(msgspec.Struct, frozen=True):
    """The fit of a tier on each day on which it was reckoned, today's last."""

    tier: str
    points: tuple[FitPoint, ...]


class WeekDocument(msgspec.Struct, frozen=True):
    """Hours done in seven days from ``start`` on, and meant for them."""

    start: date
    done: float
    meant: float | None


class PaceDocument(msgspec.Struct, frozen=True):
    """How fast it goes: hours done, the counted part of them, planned for the same steps, and meant."""

    since: date
    days: int
    done: float
    counted: float
    planned: Effort | None
    meant: float | None
    hours_per_week: float
    weeks: tuple[WeekDocument, ...]


class ForecastDocument(msgspec.Struct, frozen=True):
    """When a tier is ready: as planned at the start and now, and at the pace so far; null where not known."""

    tier: str
    planned_at_start: Span | None
    planned: Span
    at_pace: Span | None
    bound_by: Hold | None


class ProgressDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``progress --json`` prints. ``last`` and ``start`` are null where nothing is remembered.

    ``rule_since`` is the first day by today's rule of placement, null where there is no day by another.
    """

    schema: Literal["careercli/progress@2"] = "careercli/progress@2"
    as_of: date
    profile: str
    current: str | None
    next: str | None
    goal: str | None
    gates_left: int
    unchanged_since: date | None
    rule_since: date | None
    last: StretchDocument | None
    start: StretchDocument | None
    fits: tuple[FitOverTime, ...]
    steps: tuple[DoneDocument, ...]
    pace: PaceDocument
    forecasts: tuple[ForecastDocument, ...]
    years_since: date | None
    next_step: StepDocument | None


def step_document(name: str, change: StepChange, names: dict[str, str]) -> StepChangeDocument:
    """Return a finished step, or one taken back, as its document; ``names`` maps skill ids to names."""
    after = change.change.after
    gates = {tier.id: change.gates_left(tier) for tier in change.tiers}
    return StepChangeDocument(
        as_of=after.as_of,
        profile=name,
        change="undone" if change.taken_back else "done",
        step=_done(change.step, names),
        level=after.profile.skills.get(change.step.skill),
        difference=what_if_document(change.change, names).difference,
        gates_left=tuple(GatesLeft(tier, before, now) for tier, (before, now) in gates.items()),
        next_step=_planned(change.next_step, after.plan, names),
    )


def progress_document(name: str, progress: Progress, names: dict[str, str]) -> ProgressDocument:
    """Return how far somebody has come as a document; ``names`` maps skill ids to names."""
    now, pace = progress.now, progress.pace
    return ProgressDocument(
        as_of=now.as_of,
        profile=name,
        current=progress.record.current,
        next=now.next.id if now.next else None,
        goal=progress.record.goal,
        gates_left=progress.gates_left,
        unchanged_since=progress.unchanged_since,
        rule_since=progress.rule_since,
        last=_stretch(progress.last, names),
        start=_stretch(progress.start, names),
        fits=tuple(
            FitOverTime(chart.tier.id, tuple(FitPoint(point.day, point.value) for point in chart.points))
            for chart in progress.charts
        ),
        steps=tuple(_done(step, names) for step in progress.steps),
        pace=PaceDocument(
            since=pace.since,
            days=pace.days,
            done=round(pace.done, 2),
            counted=round(pace.counted, 2),
            planned=Effort(pace.planned_min, pace.planned_max) if progress.steps else None,
            meant=None if pace.meant is None else round(pace.meant, 2),
            hours_per_week=round(pace.hours_per_week, 2),
            weeks=tuple(
                WeekDocument(
                    week.start, round(week.done, 2), None if week.meant is None else round(week.meant, 2)
                )
                for week in pace.weeks
            ),
        ),
        forecasts=tuple(
            ForecastDocument(each.tier.id, each.then, each.planned, each.at_pace, each.bound_by)
            for each in progress.forecasts
        ),
        years_since=progress.years_since,
        next_step=_planned(progress.next_step, now.plan, names),
    )


def _stretch(stretch: Stretch | None, names: dict[str, str]) -> StretchDocument | None:
    if stretch is None:
        return None
    changed = stretch.changed
    return StretchDocument(
        since=stretch.since,
        facts=move_documents(changed.facts),
        by_person=move_documents(changed.by_person),
        by_catalog=move_documents(changed.by_catalog),
        by_rule=move_documents(changed.by_rule),
        other_catalog=changed.other_catalog,
        steps=len(stretch.steps),
        closed=gap_documents(stretch.closed, names),
        opened=gap_documents(stretch.opened, names),
        rated=stretch.rated,
    )


def _done(step: StepDone, names: Mapping[str, str]) -> DoneDocument:
    return DoneDocument(
        skill=step.skill,
        name=names.get(step.skill, step.skill),
        level_from=step.level_from,
        level_to=step.level_to,
        title=step.title,
        proof=step.proof,
        date=step.day,
        hours=step.hours,
        planned=Effort(step.planned.min, step.planned.max),
    )


def _planned(step: PlannedStep | None, plan: Plan, names: Mapping[str, str]) -> StepDocument | None:
    return next((dated_step_document(dated, names) for dated in plan.dated_steps if dated.step is step), None)
