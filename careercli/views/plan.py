"""The screen of ``plan``: a dated timeline, the steps to take, and what the dates assume."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import RenderableType
from rich.text import Text

from careercli.domain.model import Profile, Skill
from careercli.domain.phrases import (
    HOLD_WORDS,
    assumptions,
    between,
    count,
    day,
    hours_a_week,
    hours_range,
    number,
)
from careercli.domain.plan import PlannedStep
from careercli.domain.schedule import Milestone, Plan
from careercli.views import parts
from careercli.views.look import ACCENT, QUIET, STRONG, WARN, Look


def plan_view(
    plan: Plan,
    profile: Profile,
    skills: Mapping[str, Skill],
    look: Look,
    *,
    full: bool = False,
    more: str = "--full",
) -> RenderableType | list[str]:
    """Return the screen of a plan; without ``full``, the steps of the first milestone that has any.

    ``more`` says what shows the others.
    """
    shown = [milestone for milestone in plan.milestones if milestone.steps]
    if not full:
        shown = shown[:1]
    if look.accessible:
        return _lines(plan, profile, skills, shown)
    out: list[RenderableType] = [parts.text((_title(plan, profile), f"{STRONG} {ACCENT}"))]
    out.append(parts.text((_pace(plan), QUIET)))
    out.append(Text())
    out += [_entry(plan, milestone, look) for milestone in plan.milestones]
    number_of = 1
    for milestone in shown:
        out += [Text(), _steps_heading(milestone, look)]
        for step in milestone.steps:
            out.append(_step(number_of, step, skills, look))
            number_of += 1
    if len(shown) < sum(1 for milestone in plan.milestones if milestone.steps):
        later = count(len(plan.steps) - number_of + 1, "later step")
        out += [Text(), parts.text(("More: ", QUIET), (f"{later} with {more}", ACCENT))]
    out += [Text(), parts.text(("What the dates assume", STRONG)), _assumptions(plan, look)]
    return parts.stack(out)


def _title(plan: Plan, profile: Profile) -> str:
    if plan.goal is None:
        return "There is nothing to plan: you stand on the highest tier of this ladder."
    name = f" for {profile.name}" if profile.name else ""
    return f"Plan to {plan.goal.title}{name}"


def _pace(plan: Plan) -> str:
    low = sum(milestone.hours.min for milestone in plan.milestones)
    high = sum(milestone.hours.max for milestone in plan.milestones)
    work = f"{count(len(plan.steps), 'step')}, {hours_range(low, high)}" if plan.steps else "no steps left"
    return f"From {day(plan.as_of)}, {hours_a_week(plan.hours_per_week)}: {work}."


def ready_sentence(plan: Plan, milestone: Milestone) -> str:
    """Return when a milestone is ready and what decides it."""
    when = between(milestone.ready, plan.as_of)
    if milestone.bound_by is None:
        return f"ready {when}"
    return f"ready {when}, decided by {HOLD_WORDS[milestone.bound_by]}"


def work_sentence(plan: Plan, milestone: Milestone) -> str:
    """Return how much work a milestone is and when all of it is done."""
    if not milestone.steps:
        return "no steps of its own"
    work = f"{count(len(milestone.steps), 'step')}, {hours_range(milestone.hours.min, milestone.hours.max)}"
    return f"{work}, all done {between(milestone.complete, plan.as_of)}"


def _entry(plan: Plan, milestone: Milestone, look: Look) -> RenderableType:
    tier = milestone.tier
    goal = " (goal)" if tier is plan.goal else ""
    ready = parts.text((f"{tier.title}{goal}", STRONG), f": {ready_sentence(plan, milestone)}")
    work = parts.text((work_sentence(plan, milestone), QUIET))
    return parts.stack(
        [
            parts.hanging((f"{look.signs.node} ", ACCENT), ready),
            parts.hanging((f"{look.signs.post} ", QUIET), work),
        ]
    )


def _steps_heading(milestone: Milestone, look: Look) -> Text:
    work = hours_range(milestone.hours.min, milestone.hours.max)
    return parts.heading(f"Steps to {milestone.tier.short}", work, look=look)


def _step(index: int, step: PlannedStep, skills: Mapping[str, Skill], look: Look) -> RenderableType:
    hours = hours_range(step.hours.min, step.hours.max)
    title = parts.titled(f"{index:>3} ", step.growth.title, hours, look)
    gate = ", gate" if step.must else ""
    change = parts.levels(step.level_from, step.level_to, look)
    below = parts.text(
        (f"{skills[step.skill].name} {change}{gate}. ", WARN if step.must else QUIET),
        step.growth.action,
    )
    proof = parts.text(("Proof: ", QUIET), step.growth.proof)
    return parts.stack([title, parts.indented(below, 4), parts.indented(proof, 4)])


def _assumptions(plan: Plan, look: Look) -> RenderableType:
    return parts.stack(
        [parts.hanging(f"{look.signs.dot} ", parts.text(sentence)) for sentence in assumptions(plan)]
    )


def _lines(plan: Plan, profile: Profile, skills: Mapping[str, Skill], shown: list[Milestone]) -> list[str]:
    """Return the same as lines for a screen reader."""
    out = [_title(plan, profile), _pace(plan), ""]
    for milestone in plan.milestones:
        out.append(f"{milestone.tier.title}: {ready_sentence(plan, milestone)}")
        out.append(f"Work: {work_sentence(plan, milestone)}")
    index = 0
    for milestone in shown:
        out += ["", f"Steps to {milestone.tier.title}:"]
        for step in milestone.steps:
            index += 1
            gate = ", gate" if step.must else ""
            hours = f"{number(step.hours.min)} to {number(step.hours.max)} hours"
            out.append(f"Step {index}: {step.growth.title}, {hours}")
            out.append(f"Skill: {skills[step.skill].name}, from {step.level_from} to {step.level_to}{gate}")
            out.append(f"Do: {step.growth.action}")
            out.append(f"Proof: {step.growth.proof}")
    out += ["", "What the dates assume:", *assumptions(plan)]
    return out
