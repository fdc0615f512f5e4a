"""The screens of ``plan``: today's step, a dated timeline, the steps to take, and what the dates assume."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import fsum
from typing import NamedTuple

from rich.console import RenderableType

from careercli.domain.model import Profile, Skill, Tier
from careercli.domain.plan import PlannedStep, to_start
from careercli.domain.schedule import DatedStep, Milestone, Plan
from careercli.pages import parts
from careercli.pages.blocks import Block, Drawing, Gap, Heading, Item, Paragraph, Title
from careercli.pages.look import ACCENT, QUIET, STRONG, WARN, Look
from careercli.pages.parts import hours_words, levels_words
from careercli.text.agenda import (
    Agenda,
    about,
    after_sentence,
    agenda,
    dates_sentence,
    if_needed_sentence,
    interview_sentence,
    milestone_title,
    rated_words,
    rating_sentence,
    reached_sentence,
    ready_now,
    seat_sentence,
)
from careercli.text.phrases import (
    assumptions,
    count,
    inside,
    pace_sentence,
    plan_title,
    ready_sentence,
    work_sentence,
)


class Commands(NamedTuple):
    """What to type: what shows every step, and what asks for ratings."""

    more: str = "--full"
    rate: str = "careercli advise"


_COMMANDS = Commands()


def plan_view(
    plan: Plan,
    profile: Profile,
    skills: Mapping[str, Skill],
    look: Look,
    *,
    full: bool = False,
    commands: Commands = _COMMANDS,
    following: Tier | None = None,
) -> list[Block]:
    """Return the screen of a plan; without ``full``, the steps of the first milestone that has any.

    ``following`` is the tier above the goal.
    """
    return list(_Screen(plan, profile, skills, look, commands).blocks(following, full=full))


class _Screen:
    """What the parts of the screen are made from."""

    def __init__(
        self, plan: Plan, profile: Profile, skills: Mapping[str, Skill], look: Look, commands: Commands
    ) -> None:
        self.plan, self.profile, self.skills, self.look, self.commands = plan, profile, skills, look, commands
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
            yield from map(self._milestone, plan.milestones)
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
        first = next((milestone for milestone in self.plan.milestones if milestone.steps), None)
        if first is None:
            return ""
        told = agenda(first.steps)
        if told.interview:
            return f"{interview_sentence(told.interview.step)}: {self.commands.rate}"
        if told.ratings:
            return f"{rating_sentence(_planned(told.ratings), self.skills)}: {self.commands.rate}"
        step = next((step for step in to_start(self.skills, self.plan.steps) if step.growth), None)
        return f"{step.growth.title}." if step and step.growth else ""

    # -- milestones ------------------------------------------------------------------------------------

    def _milestone(self, milestone: Milestone) -> Block:
        title, ready = milestone_title(self.plan, milestone), ready_sentence(self.plan, milestone)
        work = work_sentence(self.plan, milestone)

        def draw(look: Look) -> RenderableType:
            return parts.stack(
                [
                    parts.hanging((f"{look.signs.node} ", ACCENT), parts.text((title, STRONG), f": {ready}")),
                    parts.hanging((f"{look.signs.post} ", QUIET), parts.text((work, QUIET))),
                ]
            )

        return Drawing(draw, (f"{title}: {ready}", f"Work: {work}"))

    def _hours(self, milestone: Milestone) -> str:
        """Return the hours of the steps that are there in any case."""
        steps = [dated.step for dated in milestone.steps if not dated.step.if_needed]
        low, high = fsum(step.hours.min for step in steps), fsum(step.hours.max for step in steps)
        if any(step.growth for step in steps):
            return hours_words(low, high, self.look)
        return about(fsum(step.hours.mean for step in steps))  # as the line of what is to be rated says

    # -- steps -----------------------------------------------------------------------------------------

    def _steps(self, told: Agenda, *, full: bool) -> Iterator[Block]:
        if told.interview:
            yield self._entry(
                interview_sentence(told.interview.step),
                "",
                (f"It asks only what tells most: {self.commands.rate}",),
            )
        if told.ratings:
            ratings = _planned(told.ratings)
            said = filter(None, (rated_words(ratings, self.skills), f"To do it: {self.commands.rate}"))
            yield self._entry(rating_sentence(ratings, self.skills), "", tuple(said))
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
            hours = hours_words(
                fsum(step.hours.min for step in every), fsum(step.hours.max for step in every), self.look
            )
            yield Item(f"{titles}, {hours}.", f"{self.skills[skill].name} below {every[-1].level_to}")

    def _step(self, dated: DatedStep) -> Block:
        step = dated.step
        if step.growth is None:
            return Gap()
        must = ", must-have" if step.gate else ""
        name = f"{self.skills[step.skill or ''].name} {self._levels(step)}{must}."
        seat, when = seat_sentence(step), dates_sentence(self.plan, dated)
        title, hours = step.growth.title, hours_words(step.hours.min, step.hours.max, self.look)
        self.told += 1
        number = self.told
        below = " ".join(filter(None, (step.action, seat)))
        proof = step.growth.proof

        def draw(look: Look) -> RenderableType:
            lines = [
                parts.text((name, WARN if step.gate else QUIET), f" {below}"),
                parts.text((when, QUIET)),
                parts.text(("Proof: ", QUIET), proof),
            ]
            head = parts.titled(f"{number:>3} ", title, hours, look)
            return parts.stack([head, *(parts.indented(line, 4) for line in lines)])

        skill = f"Skill: {self.skills[step.skill or ''].name}, {self._levels(step)}{must}"
        return Drawing(
            draw,
            (f"Step {number}: {title}, {hours}", skill, f"Do: {below}", f"When: {when}", f"Proof: {proof}"),
        )

    def _levels(self, step: PlannedStep) -> str:
        return levels_words(step.level_from, step.level_to or 0, self.look)

    def _entry(self, title: str, aside: str, below: tuple[str, ...]) -> Block:
        self.told += 1
        number = self.told

        def draw(look: Look) -> RenderableType:
            head = parts.titled(f"{number:>3} ", title, aside, look)
            return parts.stack([head, *(parts.indented(parts.text((line, QUIET)), 4) for line in below)])

        return Drawing(draw, (f"Step {number}: {title}", *below))

    def _short(self, dated: DatedStep) -> Block:
        """Return a step in one line."""
        step = dated.step
        if step.growth is None:
            name = self.skills[step.skill or ""].name
            return Item(f"Rate {inside(name)}.")
        hours = hours_words(step.hours.min, step.hours.max, self.look)
        return Item(
            f"{step.growth.title}, {hours}.", f"{self.skills[step.skill or ''].name} {self._levels(step)}"
        )


def _planned(steps: Iterable[DatedStep]) -> tuple[PlannedStep, ...]:
    return tuple(dated.step for dated in steps)
