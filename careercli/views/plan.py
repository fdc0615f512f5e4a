"""The screens of ``plan``: a dated timeline, the steps to take, and what the dates assume.

That of the shortest route says in addition how it compares to the full plan, and what it leaves out.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from rich.console import RenderableType
from rich.text import Text

from careercli.domain.model import Profile, Skill
from careercli.domain.phrases import (
    assumptions,
    count,
    hours_range,
    number,
    pace_sentence,
    plan_title,
    ready_sentence,
    work_sentence,
)
from careercli.domain.plan import PlannedStep
from careercli.domain.route import STILL_HELPS, LeftOut, Route, days_earlier, notes, saving
from careercli.domain.schedule import Milestone, Plan
from careercli.views import parts
from careercli.views.look import ACCENT, QUIET, STRONG, WARN, Look
from careercli.views.what_if import shift


class _Beside(msgspec.Struct, frozen=True):
    """What the shortest route says beside its plan; empty for the full plan.

    ``title`` and ``saved`` go with the plan's, ``milestones`` has a sentence for each tier, ``notes`` follow
    these, and ``left_out`` (names with levels, and hours) the steps.
    """

    title: str = "Plan to"
    saved: str = ""
    milestones: Mapping[str, str] = {}
    notes: tuple[str, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()


_FULL = _Beside()


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
    shown = _shown(plan, full=full)
    if look.accessible:
        return _lines(plan, profile, skills, shown, _FULL)
    return parts.stack(_drawn(plan, profile, skills, shown, look, more=more))


def route_view(
    route: Route, profile: Profile, skills: Mapping[str, Skill], look: Look, *, full: bool = False
) -> RenderableType | list[str]:
    """Return the screen of the shortest route: its plan beside the full one, and what it leaves out."""
    beside = _beside(route, skills, look)
    shown = _shown(route.plan, full=full)
    if look.accessible:
        return _lines(route.plan, profile, skills, shown, beside)
    return parts.stack(_drawn(route.plan, profile, skills, shown, look, beside=beside))


def _shown(plan: Plan, *, full: bool) -> list[Milestone]:
    with_steps = [milestone for milestone in plan.milestones if milestone.steps]
    return with_steps if full else with_steps[:1]


def _drawn(
    plan: Plan,
    profile: Profile,
    skills: Mapping[str, Skill],
    shown: list[Milestone],
    look: Look,
    *,
    more: str = "--full",
    beside: _Beside = _FULL,
) -> list[RenderableType]:
    out: list[RenderableType] = [parts.text((plan_title(plan, profile, beside.title), f"{STRONG} {ACCENT}"))]
    out.append(parts.text((pace_sentence(plan), QUIET)))
    if beside.saved:
        out.append(parts.text(beside.saved))
    out.append(Text())
    out += [_entry(plan, milestone, look, beside) for milestone in plan.milestones]
    out += [parts.text(note) for note in beside.notes]
    number_of = 1
    for milestone in shown:
        out += [Text(), _steps_heading(milestone, look)]
        for step in milestone.steps:
            out.append(_step(number_of, step, skills, look))
            number_of += 1
    if len(shown) < sum(1 for milestone in plan.milestones if milestone.steps):
        later = count(len(plan.steps) - number_of + 1, "later step")
        out += [Text(), parts.text(("More: ", QUIET), (f"{later} with {more}", ACCENT))]
    out += _left_out(beside, look)
    out += [Text(), parts.text(("What the dates assume", STRONG)), _assumptions(plan, look)]
    return out


def _beside(route: Route, skills: Mapping[str, Skill], look: Look) -> _Beside:
    """Return what there is to say of a route beside its full plan."""
    if route.plan.goal is None:
        return _FULL
    return _Beside(
        title="Shortest route to",
        saved=saving(route),
        milestones={milestone.tier.id: _compared(milestone, full) for milestone, full in route.beside},
        notes=notes(route),
        left_out=tuple(_left_out_entry(entry, skills, look) for entry in route.left_out),
    )


def _compared(milestone: Milestone, full: Milestone) -> str:
    """Return how a milestone compares to the same one in the full plan."""
    ready, done = (
        days_earlier(before, after)
        for before, after in ((full.ready, milestone.ready), (full.complete, milestone.complete))
    )
    words = [] if ready is None else [f"ready {shift(-ready, same='the same day')}"]
    if done:
        words.append(f"all done {shift(-done)}")
    return f"against the full plan: {', '.join(words)}"


def _left_out_entry(entry: LeftOut, skills: Mapping[str, Skill], look: Look) -> tuple[str, str]:
    name = skills[entry.skill].name
    if look.accessible:
        hours = f"{number(entry.hours.min)} to {number(entry.hours.max)} hours"
        return f"{name}, from {entry.level_from} to {entry.level_to}", hours
    change = parts.levels(entry.level_from, entry.level_to, look)
    return f"{name} {change}", hours_range(entry.hours.min, entry.hours.max)


def _left_out(beside: _Beside, look: Look) -> list[RenderableType]:
    if not beside.left_out:
        return []
    out: list[RenderableType] = [Text(), parts.heading("Left out", look=look)]
    out += [parts.titled(f"{look.signs.dot} ", name, hours, look) for name, hours in beside.left_out]
    return [*out, parts.text(STILL_HELPS)]


def _entry(plan: Plan, milestone: Milestone, look: Look, beside: _Beside) -> RenderableType:
    tier = milestone.tier
    goal = " (goal)" if tier is plan.goal else ""
    ready = parts.text((f"{tier.title}{goal}", STRONG), f": {ready_sentence(plan, milestone)}")
    work = parts.text((work_sentence(plan, milestone), QUIET))
    out = [
        parts.hanging((f"{look.signs.node} ", ACCENT), ready),
        parts.hanging((f"{look.signs.post} ", QUIET), work),
    ]
    if compared := beside.milestones.get(tier.id):
        out.append(parts.hanging((f"{look.signs.post} ", QUIET), parts.text(compared)))
    return parts.stack(out)


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


def _lines(
    plan: Plan, profile: Profile, skills: Mapping[str, Skill], shown: list[Milestone], beside: _Beside
) -> list[str]:
    """Return the same as lines for a screen reader."""
    out = [plan_title(plan, profile, beside.title), pace_sentence(plan), *filter(None, [beside.saved]), ""]
    for milestone in plan.milestones:
        out.append(f"{milestone.tier.title}: {ready_sentence(plan, milestone)}")
        out.append(f"Work: {work_sentence(plan, milestone)}")
        if compared := beside.milestones.get(milestone.tier.id):
            out.append(f"{compared[0].upper()}{compared[1:]}")
    out += beside.notes
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
    if beside.left_out:
        out += ["", "Left out:", *(f"{name}, {hours}" for name, hours in beside.left_out), STILL_HELPS]
    out += ["", "What the dates assume:", *assumptions(plan)]
    return out
