"""The screen of a step that is finished or taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from careercli.domain.assessment import Assessment
from careercli.domain.model import LEVEL_NAMES, Skill
from careercli.domain.plan import PlannedStep
from careercli.domain.steps import StepChange
from careercli.pages.blocks import Block, Command, Gap, Grid, Heading, Paragraph, Title
from careercli.pages.parts import levels
from careercli.pages.what_if import shift, verdict
from careercli.text.phrases import between, day, hours_of, inside, percent, points_between
from careercli.text.steps import agenda, interview_sentence, rating_sentence, what_to_do


def step_view(
    name: str, change: StepChange, skills: Mapping[str, Skill], *, command: Callable[..., str]
) -> list[Block]:
    """Return what a finished step, or one taken back, changed in a saved profile.

    ``command`` makes a line to type of the words behind ``careercli``.
    """
    step = change.step
    skill = skills[step.skill].name
    before, after = (
        (step.level_to, step.level_from) if change.taken_back else (step.level_from, step.level_to)
    )
    raised = f"{skill} {levels(before, after)}, {LEVEL_NAMES[after]}."
    if change.taken_back and not step.rated:
        raised = f"{skill} is not rated, as before."
    if change.stays:
        now = change.change.after.profile.skills.get(step.skill)
        level = "unrated" if now is None else f"at level {now}"
        raised = f"{skill} stays {level}: that was set otherwise since."
    elif not change.taken_back and (of := change.change.after.skills[step.skill]).growth[after - 1].part:
        raised += f" The level is yours once this is you: {of.levels[after - 1]} If not yet, take it back."
    blocks: list[Block] = [
        Title(f"{'Taken back' if change.taken_back else 'Done'}: {step.title}", day(step.day)),
        Paragraph(raised),
        *_beside_plan(change),
        Paragraph(step.proof, "Proof no longer kept" if change.taken_back else "Proof"),
        Gap(),
        Paragraph(verdict(change.change)),
        *_moved_facts(change),
        Gap(),
        *next_step(change.next_step, skills, of=change.change.after),
        *how_to_record(change.next_step, name, command),
    ]
    if not change.taken_back:
        blocks.append(Command("To take it back", command("plan", "undo", step.skill, name)))
    return blocks


def _beside_plan(change: StepChange) -> list[Block]:
    """Return that a finished step was none of the plan, where there is a plan."""
    before, step = change.change.before, change.step
    planned = {(each.skill, each.level_to) for each in before.plan.steps}
    if change.taken_back or before.goal is None or (step.skill, step.level_to) in planned:
        return []
    return [Paragraph(f"This step was not in your plan to {before.goal.short}; it counts all the same.")]


def _moved_facts(change: StepChange) -> Iterator[Block]:
    rows = list(_moved_rows(change))
    if rows:
        yield Grid(("", "before", "now", "difference"), tuple(rows))


def _moved_rows(change: StepChange) -> Iterator[tuple[str, str, str, str]]:
    moves = {move.tier.id: move for move in change.change.judged_fits}
    for tier in change.tiers:
        if move := moves.get(tier.id):
            amount = points_between(move.before, move.after)
            yield f"Of {tier.short} you cover", percent(move.before), percent(move.after), amount
        left = change.gates_left(tier)
        if any(left):
            had, has = left
            moved = f"{abs(had - has)} {'fewer' if has < had else 'more'}" if had != has else "same"
            yield f"Must-haves left for {tier.short}", str(had), str(has), moved
    today = change.change.after.as_of
    for ready in change.change.ready:
        if ready.before is None or ready.after is None:
            continue
        if ready.before != ready.after or ready.tier in change.tiers:
            days = between(ready.before, today), between(ready.after, today)
            yield f"Ready for {ready.tier.short}", *days, shift(ready.days or 0)


def next_step(step: PlannedStep | None, skills: Mapping[str, Skill], *, of: Assessment) -> list[Block]:
    """Return the next step to do; what is to be rated is told together."""
    if step is None:
        goal = f" to {of.goal.short}" if of.goal else ""
        return [Paragraph(f"No step is left in the plan{goal}.")]
    if step.kind == "interview":
        return [Heading(f"Next: {inside(interview_sentence(step))}")]
    if step.growth is None or step.skill is None or step.level_to is None:
        first = next(milestone for milestone in of.plan.milestones if milestone.steps)
        ratings = (dated.step for dated in agenda(first.steps).ratings)
        return [Heading(f"Next: {inside(rating_sentence(ratings, skills))}")]
    change = levels(step.level_from, step.level_to)
    must = ", must-have" if step.gate else ""
    return [
        Heading(f"Next: {step.growth.title}", hours_of(step.hours)),
        Paragraph(f"{skills[step.skill].name} {change}{must}. {what_to_do(step)}"),
        Paragraph(step.growth.proof, "Proof"),
    ]


def how_to_record(step: PlannedStep | None, name: str, command: Callable[..., str]) -> list[Block]:
    """Return how to record the next step when it is done, or how to rate what comes next."""
    if step is None:
        return []
    if step.growth is None or step.skill is None:
        return [Command("To do it", command("advise", "--profile", name))]
    return [Command("When it is done", command("plan", "done", step.skill, name, "--proof", "TEXT"))]
