"""A plan as a checklist: a chapter for each milestone, a box to tick for each step."""

from __future__ import annotations

from collections.abc import Iterator

from careercli.domain.model import Source
from careercli.domain.plan import PlannedStep
from careercli.domain.schedule import DatedStep
from careercli.exports.plan import PlanFile
from careercli.pages.blocks import Block, Item, Paragraph, Title
from careercli.pages.document_blocks import chapter
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


def plan_checklist(file: PlanFile) -> Iterator[Block]:
    """Yield a plan with all its steps; the full route with what it adds."""
    plan = file.plan
    sources = {source.id: source for source in file.catalog.sources}
    yield Title(plan_title(plan, file.profile))
    yield Paragraph(reached_sentence(plan) or pace_sentence(plan))
    for milestone in plan.milestones:
        sentences = (ready_sentence(plan, milestone), work_sentence(plan, milestone))
        about = Paragraph(" ".join(f"{capital(sentence)}." for sentence in sentences))
        tasks = (line for dated in milestone.steps for line in _task(file, dated, sources))
        yield chapter("", milestone_title(plan, milestone), (about, *tasks))
    if plan.also_helps:
        tasks = (line for dated in plan.also_helps for line in _task(file, dated, sources))
        yield chapter("", "Also helps", (Paragraph(ALSO_HELPS), *tasks))
    yield chapter("", "What the dates assume", map(Item, assumptions(plan)))
    every = (dated.step for dated in (*plan.dated_steps, *plan.also_helps))
    cited = dict.fromkeys(name for step in every if (name := _source_id(step)))
    if cited:
        yield chapter("", "Sources", (Item(described(sources[name])) for name in cited))


def _task(file: PlanFile, dated: DatedStep, sources: dict[str, Source]) -> Iterator[Item]:
    """Yield a step to tick; a rating says all that there is to say in its title."""
    step, names = dated.step, file.catalog.skill_titles
    yield Item(step_length(step), step_title(step, names), todo=True)
    if step.growth and step.skill:
        must = ", a must-have" if step.gate else ""
        when = dates_sentence(file.plan, dated)
        for line in (
            IF_NEEDED if step.if_needed else "",
            f"Skill: {names[step.skill]}, from {step.level_from} to {step.level_to}{must}",
            f"When: {when}" if when else "",
            seat_sentence(step),
            f"Do: {step.action}",
            f"Proof: {step.growth.proof}",
            f"Source: {sources[_source_id(step)].title}",
        ):
            if line:
                yield Item(line, depth=1)


def _source_id(step: PlannedStep) -> str:
    """Return the id of the source of a step; empty where it raises no skill."""
    return step.growth.source.partition("#")[0] if step.growth else ""
