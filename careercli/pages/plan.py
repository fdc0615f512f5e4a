"""The screens of ``plan``, and a plan as a checklist: what to do when, and what the dates assume."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from careercli.domain.model import Profile, Skill, Source, Tier
from careercli.domain.plan import PlannedStep
from careercli.domain.schedule import DatedStep, Milestone, Plan
from careercli.pages.blocks import Block, Gap, Heading, Item, Node, Paragraph, Rail, Step, Title
from careercli.pages.document_blocks import chapter
from careercli.pages.parts import levels
from careercli.text.phrases import capital, count, described, hours_range, inside
from careercli.text.plan import (
    after_sentence,
    assumptions,
    milestone_title,
    pace_sentence,
    plan_title,
    reached_sentence,
    ready_now,
    ready_sentence,
    work_sentence,
)
from careercli.text.steps import (
    Agenda,
    about,
    agenda,
    beginnings,
    dates_sentence,
    if_needed_sentence,
    interview_sentence,
    rated_words,
    rating_sentence,
    seat_sentence,
    step_length,
    step_title,
)

if TYPE_CHECKING:
    from careercli.exports.plan import PlanFile


class Commands(NamedTuple):
    """What to type: what shows every step, and what asks for ratings."""

    more: str = "--full"
    rate: str = "careercli advise"


_COMMANDS = Commands()

_DIGITS = 3


def plan_view(
    plan: Plan,
    profile: Profile,
    skills: Mapping[str, Skill],
    *,
    full: bool = False,
    commands: Commands = _COMMANDS,
    following: Tier | None = None,
) -> list[Block]:
    """Return the screen of a plan; without ``full``, the steps of the first milestone that has any.

    ``following`` is the tier above the goal.
    """
    return list(_Screen(plan, profile, skills, commands).blocks(following, full=full))


class _Screen:
    """What the parts of the screen are made from."""

    def __init__(self, plan: Plan, profile: Profile, skills: Mapping[str, Skill], commands: Commands) -> None:
        self.plan, self.profile, self.skills, self.commands = plan, profile, skills, commands
        self.told = 0

    def blocks(self, following: Tier | None, *, full: bool) -> Iterator[Block]:
        """Yield the parts of the screen."""
        plan = self.plan
        yield Title(plan_title(plan, self.profile))
        if plan.goal is None:
            return
        if reached := reached_sentence(plan):
            yield Paragraph(reached)
            yield Paragraph(after_sentence(plan.goal, following))
        else:
            yield Paragraph(pace_sentence(plan), quiet=True)
            if today := self._today():
                yield Paragraph(today, "Today")
            yield Gap()
            for milestone in plan.milestones:
                yield Node(milestone_title(plan, milestone), ready_sentence(plan, milestone))
                yield Rail(work_sentence(plan, milestone))
            if ready := ready_now(plan):
                yield Paragraph(after_sentence(ready, following if ready is plan.goal else None))
        with_steps = [milestone for milestone in plan.milestones if milestone.steps]
        for milestone in with_steps if full else with_steps[:1]:
            yield Gap()
            confirm = "confirm " if milestone.tier is plan.placement.current else ""
            yield Heading(f"Steps to {confirm}{milestone.tier.short}", self._hours(milestone))
            yield from self._steps(agenda(milestone.steps), full=full)
        if not full and (later := sum(len(milestone.steps) for milestone in with_steps[1:])):
            yield Gap()
            yield Paragraph(f"{count(later, 'later step')}: {self.commands.more}", quiet=True)
        if plan.also_helps:
            yield Gap()
            yield Heading("Also helps", count(len(plan.also_helps), "step"))
            yield Paragraph("The goal does not wait for these; in the job and in interviews they still help.")
            yield from map(self._short, plan.also_helps)
        if plan.milestones:
            yield Gap()
            yield Heading("What the dates assume")
            yield from map(Item, assumptions(plan))

    def _today(self) -> str:
        """Return what to begin with today, in one line."""
        first = next(beginnings(self.plan, self.skills), None)
        if first is None:
            return ""
        return f"{first.title}." if first.dated else f"{first.title}: {self.commands.rate}"

    def _hours(self, milestone: Milestone) -> str:
        """Return the hours of the steps that are there in any case."""
        steps = [dated.step for dated in milestone.steps if not dated.step.if_needed]
        low, high = fsum(step.hours.min for step in steps), fsum(step.hours.max for step in steps)
        if any(step.growth for step in steps):
            return hours_range(low, high)
        return about(fsum(step.hours.mean for step in steps))  # as the line of what is to be rated says

    # -- steps -----------------------------------------------------------------------------------------

    def _steps(self, told: Agenda, *, full: bool) -> Iterator[Block]:
        if told.interview:
            what = interview_sentence(told.interview.step)
            yield self._entry(what, f"It asks only what tells most: {self.commands.rate}")
        if told.ratings:
            ratings = _planned(told.ratings)
            said = filter(None, (rated_words(ratings, self.skills), f"To do it: {self.commands.rate}"))
            yield self._entry(rating_sentence(ratings, self.skills), *said)
        yield from map(self._step, told.steps)
        if told.if_needed:
            sentence = if_needed_sentence(_planned(told.if_needed))
            yield Paragraph(f"{sentence}{':' if full else '.'}")
            if full:
                yield from self._by_skill(told.if_needed)

    def _by_skill(self, steps: Iterable[DatedStep]) -> Iterator[Block]:
        """Yield steps with those of one skill together."""
        of_skill: dict[str, list[PlannedStep]] = {}
        for step in _planned(steps):
            of_skill.setdefault(step.skill or "", []).append(step)
        for skill, every in of_skill.items():
            titles = "; ".join(step.growth.title for step in every if step.growth)
            hours = hours_range(
                fsum(step.hours.min for step in every), fsum(step.hours.max for step in every)
            )
            yield Item(f"{titles}, {hours}.", f"{self.skills[skill].name} below {every[-1].level_to}")

    def _step(self, dated: DatedStep) -> Block:
        step = dated.step
        if step.growth is None:
            return Gap()
        self.told += 1
        return Step(
            number=self.told,
            title=step.growth.title,
            aside=hours_range(step.hours.min, step.hours.max),
            skill=f"{self.skills[step.skill or ''].name} {levels(step.level_from, step.level_to or 0)}",
            must=bool(step.gate),
            do=" ".join(filter(None, (step.action, seat_sentence(step)))),
            when=dates_sentence(self.plan, dated),
            proof=step.growth.proof,
            digits=_DIGITS,
        )

    def _entry(self, title: str, *below: str) -> Block:
        self.told += 1
        return Step(self.told, title, notes=below, digits=_DIGITS)

    def _short(self, dated: DatedStep) -> Block:
        """Return a step in one line."""
        step = dated.step
        if step.growth is None:
            name = self.skills[step.skill or ""].name
            return Item(f"Rate {inside(name)}.")
        hours = hours_range(step.hours.min, step.hours.max)
        change = levels(step.level_from, step.level_to or 0)
        return Item(f"{step.growth.title}, {hours}.", f"{self.skills[step.skill or ''].name} {change}")


def _planned(steps: Iterable[DatedStep]) -> tuple[PlannedStep, ...]:
    return tuple(dated.step for dated in steps)


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
