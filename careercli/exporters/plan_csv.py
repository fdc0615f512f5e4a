"""A plan as a table, a row for each step: docs/plan-files.md describes the columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from careercli.domain.schedule import Milestone, Plan
from careercli.exporters.csv_text import Cell, csv_bytes
from careercli.exporters.plan_file import PlanFile

COLUMNS = (
    "number",
    "milestone",
    "milestone_title",
    "skill",
    "skill_name",
    "level_from",
    "level_to",
    "gate",
    "title",
    "action",
    "kind",
    "hours_min",
    "hours_max",
    "proof",
    "source",
    "ready_earliest",
    "ready_latest",
    "complete_earliest",
    "complete_latest",
    "bound_by",
)
"""The columns in order; what comes later is added at the end. Dates and ``bound_by`` are the milestone's."""


def plan_csv(file: PlanFile, *, for_a_file: bool) -> bytes:
    """Return every step of a plan in order as CSV; see ``csv_bytes``."""
    return csv_bytes(COLUMNS, _rows(file.plan, file.catalog.skill_titles), for_a_file=for_a_file)


def _rows(plan: Plan, names: Mapping[str, str]) -> Iterator[tuple[Cell, ...]]:
    number = 0
    for milestone in plan.milestones:
        for step in milestone.steps:
            number += 1
            growth = step.growth
            yield (
                number,
                milestone.tier.id,
                milestone.tier.title,
                step.skill,
                names[step.skill],
                step.level_from,
                step.level_to,
                step.must,
                growth.title,
                growth.action,
                growth.kind,
                growth.hours.min,
                growth.hours.max,
                growth.proof,
                growth.source,
                *_dates(milestone),
            )


def _dates(milestone: Milestone) -> tuple[Cell, ...]:
    return (
        milestone.ready.earliest,
        milestone.ready.latest,
        milestone.complete.earliest,
        milestone.complete.latest,
        milestone.bound_by,
    )
