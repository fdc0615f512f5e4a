"""A plan as a Markdown checklist: a heading for each milestone, a box to tick for each step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from careercli.domain.model import Source
from careercli.domain.phrases import (
    assumptions,
    capital,
    described,
    hours_range,
    pace_sentence,
    plan_title,
    ready_sentence,
    work_sentence,
)
from careercli.domain.plan import PlannedStep
from careercli.domain.route import STILL_HELPS, notes, saving
from careercli.domain.schedule import Milestone, Plan
from careercli.exporters.markdown import escaped
from careercli.exporters.plan_file import PlanFile


def plan_markdown(file: PlanFile) -> str:
    """Return a plan with all its steps as Markdown; a route with what it leaves out of the full plan."""
    return "\n\n".join(_blocks(file)) + "\n"


def _blocks(file: PlanFile) -> Iterator[str]:
    plan, route, names = file.plan, file.route, file.catalog.skill_titles
    sources = {source.id: source for source in file.catalog.sources}
    yield f"# {escaped(plan_title(plan, file.profile, 'Shortest route to' if route else 'Plan to'))}"
    yield escaped(pace_sentence(plan))
    if route and plan.goal:
        yield escaped(" ".join((saving(route), *notes(route))))
    for milestone in plan.milestones:
        yield from _milestone(plan, milestone, names, sources)
    if route and route.left_out:
        yield "## Left out"
        yield STILL_HELPS
        yield "\n".join(
            f"- {escaped(names[entry.skill])}, from {entry.level_from} to {entry.level_to}: "
            f"{hours_range(entry.hours.min, entry.hours.max)}"
            for entry in route.left_out
        )
    yield "## What the dates assume"
    yield "\n".join(f"- {escaped(sentence)}" for sentence in assumptions(plan))
    cited = dict.fromkeys(_source_id(step) for step in plan.steps)
    if cited:
        yield "## Sources"
        yield "\n".join(f"- {escaped(described(sources[name]))}" for name in cited)


def _milestone(
    plan: Plan, milestone: Milestone, names: Mapping[str, str], sources: Mapping[str, Source]
) -> Iterator[str]:
    goal = " (goal)" if milestone.tier.id == (plan.goal and plan.goal.id) else ""
    yield f"## {escaped(milestone.tier.title)}{goal}"
    sentences = (ready_sentence(plan, milestone), work_sentence(plan, milestone))
    yield " ".join(f"{capital(sentence)}." for sentence in sentences)
    if milestone.steps:
        yield "\n".join(_step(step, names, sources) for step in milestone.steps)


def _step(step: PlannedStep, names: Mapping[str, str], sources: Mapping[str, Source]) -> str:
    """Return a step as an item to tick, what there is to say below it as items of its own.

    Items rather than lines: readers of Markdown disagree on whether a line that just goes on is a new one.
    """
    growth = step.growth
    gate = ", a gate" if step.must else ""
    name = escaped(names[step.skill])
    return "\n".join(
        (
            f"- [ ] **{escaped(growth.title)}** ({hours_range(growth.hours.min, growth.hours.max)})",
            f"  - Skill: {name}, from {step.level_from} to {step.level_to}{gate}",
            f"  - Do: {escaped(growth.action)}",
            f"  - Proof: {escaped(growth.proof)}",
            f"  - Source: {escaped(sources[_source_id(step)].title)}",
        )
    )


def _source_id(step: PlannedStep) -> str:
    return step.growth.source.partition("#")[0]
