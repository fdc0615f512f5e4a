"""A plan as a Markdown checklist: a heading for each milestone, a box to tick for each step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from careercli.domain.model import Source
from careercli.domain.plan import PlannedStep
from careercli.domain.schedule import DatedStep, Milestone, Plan
from careercli.exports.plan_file import PlanFile
from careercli.text.markdown import escaped
from careercli.text.phrases import capital, described
from careercli.text.plan import (
    assumptions,
    milestone_title,
    pace_sentence,
    plan_title,
    reached_sentence,
    ready_sentence,
    work_sentence,
)
from careercli.text.steps import dates_sentence, seat_sentence, step_length, step_title

IF_NEEDED = "Only if your rating turns out lower than estimated."

ALSO_HELPS = "None of these is needed to get there. They are the rest of what these tiers ask."


def plan_markdown(file: PlanFile) -> str:
    """Return a plan with all its steps as Markdown; the full route with what it adds."""
    return "\n\n".join(_blocks(file)) + "\n"


def _blocks(file: PlanFile) -> Iterator[str]:
    plan, names = file.plan, file.catalog.skill_titles
    sources = {source.id: source for source in file.catalog.sources}
    yield f"# {escaped(plan_title(plan, file.profile))}"
    yield escaped(reached_sentence(plan) or pace_sentence(plan))
    for milestone in plan.milestones:
        yield from _milestone(plan, milestone, names, sources)
    if plan.also_helps:
        yield "## Also helps"
        yield ALSO_HELPS
        yield "\n".join(_step(plan, dated, names, sources) for dated in plan.also_helps)
    yield "## What the dates assume"
    yield "\n".join(f"- {escaped(sentence)}" for sentence in assumptions(plan))
    every = (dated.step for dated in (*plan.dated_steps, *plan.also_helps))
    cited = dict.fromkeys(name for step in every if (name := _source_id(step)))
    if cited:
        yield "## Sources"
        yield "\n".join(f"- {escaped(described(sources[name]))}" for name in cited)


def _milestone(
    plan: Plan, milestone: Milestone, names: Mapping[str, str], sources: Mapping[str, Source]
) -> Iterator[str]:
    yield f"## {escaped(milestone_title(plan, milestone))}"
    sentences = (ready_sentence(plan, milestone), work_sentence(plan, milestone))
    yield " ".join(f"{capital(sentence)}." for sentence in sentences)
    if milestone.steps:
        yield "\n".join(_step(plan, dated, names, sources) for dated in milestone.steps)


def _step(plan: Plan, dated: DatedStep, names: Mapping[str, str], sources: Mapping[str, Source]) -> str:
    """Return a step as an item to tick, what there is to say below it as items of its own.

    Items rather than lines: readers of Markdown disagree on whether a line that just goes on is a new one.
    """
    step = dated.step
    title = f"**{escaped(step_title(step, names))}** ({step_length(step)})"
    return "\n".join([f"- [ ] {title}", *(f"  - {line}" for line in _lines(plan, dated, names, sources))])


def _lines(
    plan: Plan, dated: DatedStep, names: Mapping[str, str], sources: Mapping[str, Source]
) -> Iterator[str]:
    """Yield what there is to say of a step; a rating says it all in its title."""
    step = dated.step
    if step.growth is None or step.skill is None:
        return
    if step.if_needed:
        yield IF_NEEDED
    must = ", a must-have" if step.gate else ""
    yield f"Skill: {escaped(names[step.skill])}, from {step.level_from} to {step.level_to}{must}"
    if when := dates_sentence(plan, dated):
        yield f"When: {when}"
    if seat := seat_sentence(step):
        yield seat
    yield f"Do: {escaped(step.action)}"
    yield f"Proof: {escaped(step.growth.proof)}"
    yield f"Source: {escaped(sources[_source_id(step)].title)}"


def _source_id(step: PlannedStep) -> str:
    """Return the id of the source of a step; empty where it raises no skill."""
    return step.growth.source.partition("#")[0] if step.growth else ""
