"""A plan as a table, a row for each step: docs/plan-files.md describes the columns."""

from collections.abc import Iterator, Mapping

from careercli.domain.schedule import DatedStep, Milestone, Plan
from careercli.exports.csv_text import Cell, csv_bytes
from careercli.exports.plan import PlanFile
from careercli.text.steps import agenda, step_action, step_numbers, step_title

_OF_A_STEP = (
    "id", "skill", "skill_name", "level_from", "level_to", "gate", "title", "action", "kind", "hours_min",
    "hours_max", "weeks", "starts_earliest", "starts_latest", "ends_earliest", "ends_latest", "if_needed",
    "needs_seat", "proof", "source",
)  # fmt: skip

COLUMNS = (
    "number", "milestone", "milestone_title", *_OF_A_STEP,
    "ready_earliest", "ready_latest", "bound_by_earliest", "bound_by_latest",
)  # fmt: skip
"""The columns in order; what comes later is added at the end. The last four are the milestone's."""


def plan_csv(file: PlanFile, *, for_a_file: bool) -> bytes:
    """Return every step of a plan in order as CSV; see ``csv_bytes``."""
    return csv_bytes(COLUMNS, _rows(file.plan, file.catalog.skill_titles), for_a_file=for_a_file)


def _rows(plan: Plan, names: Mapping[str, str]) -> Iterator[tuple[Cell, ...]]:
    """Yield the steps of the milestones by their numbers, then what also helps, which belongs to none."""
    numbers = step_numbers(plan)
    for milestone in (*plan.milestones, None):
        tier: tuple[Cell, ...] = (milestone.tier.id, milestone.tier.title) if milestone else (None, None)
        dates = _dates(milestone) if milestone else (None,) * 4
        for entry in agenda(milestone.steps if milestone else plan.also_helps).entries:
            yield from ((numbers[each.step.id], *tier, *_step(each, names), *dates) for each in entry)


def _step(dated: DatedStep, names: Mapping[str, str]) -> tuple[Cell, ...]:
    step, growth = dated.step, dated.step.growth
    return (
        step.id,
        step.skill,
        names[step.skill] if step.skill else None,
        step.level_from,
        step.level_to,
        step.gate,
        step_title(step, names),
        step_action(step),
        step.kind,
        step.hours.min,
        step.hours.max,
        step.weeks,
        dated.starts.earliest,
        dated.starts.latest,
        dated.ends.earliest,
        dated.ends.latest,
        step.if_needed,
        step.needs_seat,
        growth.proof if growth else None,
        growth.source if growth else None,
    )


def _dates(milestone: Milestone) -> tuple[Cell, ...]:
    ready, bound_by = milestone.ready, milestone.bound_by
    return (ready.earliest, ready.latest, bound_by.earliest, bound_by.latest)
