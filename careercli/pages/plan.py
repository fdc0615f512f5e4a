"""The screens of ``plan``, and a plan as a checklist: what to do when, and what the dates assume."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from careercli.domain.model import Profile, Skill, Source, Tier
from careercli.domain.plan import PlannedStep
from careercli.domain.schedule import DatedStep, Milestone, Plan, effort
from careercli.pages.blocks import Block, Gap, Heading, Item, Node, Paragraph, Rail, Step, Title, part
from careercli.pages.document_blocks import chapter
from careercli.pages.parts import levels
from careercli.text.explained import reading_command
from careercli.text.phrases import capital, count, described, hours_of, inside
from careercli.text.plan import (
    after_sentence,
    assumptions,
    milestone_title,
    pace_sentence,
    plan_title,
    reached_sentence,
    ready_at,
    ready_here,
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
    step_numbers,
    together,
    what_to_do,
)

if TYPE_CHECKING:
    from careercli.exports.plan import PlanFile


class Commands(NamedTuple):
    """What to type: what shows every step, what asks for ratings, and, if it can, what marks one as done."""

    more: str = "--full"
    rate: str = "careercli advise"
    done: str = ""


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
    """Return the screen of a plan.

    Without ``full`` it has the steps up to the first milestone that takes more than ratings. ``following`` is
    the tier above the goal.
    """
    return list(_Screen(plan, profile, skills, commands).blocks(following, full=full))


class _Screen:
    """What the parts of the screen are made from."""

    def __init__(self, plan: Plan, profile: Profile, skills: Mapping[str, Skill], commands: Commands) -> None:
        self.plan, self.profile, self.skills, self.commands = plan, profile, skills, commands
        self.numbers = step_numbers(plan)

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
        yield from self._list(full=full)
        yield from self._also_helps()
        if plan.milestones:
            yield from part("What the dates assume", map(Item, assumptions(plan)))

    def _list(self, *, full: bool) -> Iterator[Block]:
        """Yield the milestones with their steps, without ``full`` up to the first with more than ratings."""
        plan, done = self.plan, self.commands.done
        with_steps = [milestone for milestone in plan.milestones if milestone.steps]
        to_do = [milestone for milestone in with_steps if agenda(milestone.steps).steps] or with_steps
        shown = len(plan.milestones) if full else plan.milestones.index(to_do[0]) + 1 if to_do else 0
        for milestone in plan.milestones[:shown]:
            if milestone.steps:
                yield Gap()
                confirm = "confirm " if milestone.tier is plan.placement.current else ""
                yield Heading(f"Steps to {confirm}{milestone.tier.short}", self._hours(milestone))
            yield from self._steps(milestone, full=full)
        later = sum(len(milestone.steps) for milestone in plan.milestones[shown:])
        if with_steps and (later or done):
            yield Gap()
        if later:
            yield Paragraph(f"{count(later, 'later step')}: {self.commands.more}", quiet=True)
        if with_steps and done:
            yield Paragraph(f"When a step is done: {done}", quiet=True)

    def _also_helps(self) -> Iterator[Block]:
        plan = self.plan
        if plan.also_helps:
            yield from (Gap(), Heading("Also helps", count(len(plan.also_helps), "step")))
            yield Paragraph("The goal does not wait for these; in the job and in interviews they still help.")
            told = agenda(plan.also_helps)
            if told.ratings:
                yield self._ratings(told.ratings)
            yield from map(self._brief, told.steps)
            yield from self._if_needed(told, full=True)

    def _today(self) -> str:
        """Return what to begin with today, in one line."""
        first = next(beginnings(self.plan, self.skills), None)
        if first is None:
            return ""
        return f"{first.title}." if first.dated else f"{first.title}: {self.commands.rate}"

    def _hours(self, milestone: Milestone) -> str:
        """Return the hours of the steps that are there in any case."""
        steps = [dated.step for dated in milestone.steps if not dated.step.if_needed]
        if any(step.growth for step in steps):
            return hours_of(effort(steps))
        return about(fsum(step.hours.mean for step in steps))  # as the line of what is to be rated says

    # -- steps -----------------------------------------------------------------------------------------

    def _steps(self, milestone: Milestone, *, full: bool) -> Iterator[Block]:
        """Yield the steps of a milestone, and where in them its tier is reached as far as steps go."""
        told = agenda(milestone.steps)
        after = ready_at(milestone)
        if after == "":
            yield self._ready_here(milestone)
        for entry in told.entries:
            if told.if_needed and entry[0] in told.if_needed:
                break
            yield self._entry(entry, milestone.tier)
            if after in {dated.step.id for dated in entry}:
                yield self._ready_here(milestone)
        yield from self._if_needed(told, full=full)

    def _if_needed(self, told: Agenda, *, full: bool) -> Iterator[Block]:
        if told.if_needed:
            sentence = if_needed_sentence(_planned(told.if_needed))
            numbers = [str(self.numbers[dated.step.id]) for dated in told.if_needed]
            which = " to ".join(dict.fromkeys((numbers[0], numbers[-1])))
            yield Paragraph(f"{sentence}{':' if full else f' (number {which}).'}")
            if full:
                yield from map(self._brief, told.if_needed)

    def _ready_here(self, milestone: Milestone) -> Node:
        title, when = ready_here(self.plan, milestone)
        return Node(title, when)

    def _entry(self, entry: tuple[DatedStep, ...], tier: Tier) -> Step:
        """Return what has one number: a step, the interview, or what is rated together."""
        step = entry[0].step
        if step.growth:
            return self._step(entry[0], tier)
        if step.kind == "rate":
            return self._ratings(entry)
        how = f"It asks only what tells most: {self.commands.rate}"
        return self._told(entry, interview_sentence(step), how)

    def _ratings(self, entry: tuple[DatedStep, ...]) -> Step:
        ratings = _planned(entry)
        names = rated_words(ratings, self.skills)
        how = f"To do it: {self.commands.rate}"
        return self._told(entry, rating_sentence(ratings, self.skills), *filter(None, (names, how)))

    def _told(self, entry: tuple[DatedStep, ...], title: str, *below: str) -> Step:
        when = dates_sentence(self.plan, together(entry))
        return Step(self.numbers[entry[0].step.id], title, when=when, notes=below, digits=_DIGITS)

    def _step(self, dated: DatedStep, tier: Tier) -> Step:
        step = dated.step
        proof = step.growth.proof if step.growth else ""
        place = self.skills[step.skill or ""].explained_to(tier)
        read = (f"Read: {reading_command(place)}",) if place else ()
        return self._brief(dated).but(must=step.gate, do=what_to_do(step), proof=proof, notes=read)

    def _brief(self, dated: DatedStep) -> Step:
        """Return a step without what to do: its number, hours, skill and dates."""
        step = dated.step
        return Step(
            number=self.numbers[step.id],
            title=step.growth.title if step.growth else "",
            aside=hours_of(step.hours),
            skill=f"{self.skills[step.skill or ''].name} {levels(step.level_from, step.level_to or 0)}",
            when=dates_sentence(self.plan, dated),
            digits=_DIGITS,
        )


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
        tasks = _tasks(file, milestone.steps, sources, milestone)
        yield chapter("", milestone_title(plan, milestone), (about, *tasks))
    if plan.also_helps:
        tasks = _tasks(file, plan.also_helps, sources)
        yield chapter("", "Also helps", (Paragraph(ALSO_HELPS), *tasks))
    yield chapter("", "What the dates assume", map(Item, assumptions(plan)))
    every = (dated.step for dated in (*plan.dated_steps, *plan.also_helps))
    cited = dict.fromkeys(name for step in every if (name := _source_id(step)))
    if cited:
        yield chapter("", "Sources", (Item(described(sources[name])) for name in cited))


def _tasks(
    file: PlanFile,
    steps: Iterable[DatedStep],
    sources: dict[str, Source],
    milestone: Milestone | None = None,
) -> Iterator[Item]:
    """Yield steps to tick in the order of their numbers, and where in them a milestone is ready."""
    numbers, skills = step_numbers(file.plan), file.catalog.skills_by_id
    tier = milestone.tier if milestone else file.plan.goal
    after = ready_at(milestone) if milestone else None
    here = [Item(when, title) for title, when in [ready_here(file.plan, milestone)]] if milestone else []
    if after == "":
        yield from here
    for entry in agenda(steps).entries:
        step, number = entry[0].step, numbers[entry[0].step.id]
        when = dates_sentence(file.plan, together(entry))
        if step.growth:
            yield Item(step_length(step), f"Step {number}: {step.growth.title}", todo=True)
            yield from _about(file, entry[0], sources, tier)
        elif step.kind == "interview":
            yield Item(when, f"Step {number}: {inside(interview_sentence(step))}", todo=True)
        else:
            yield Item(when, f"Step {number}: {inside(rating_sentence(_planned(entry), skills))}", todo=True)
            if len(entry) > 1:
                yield from (Item(skills[each.step.skill or ""].name, depth=1, todo=True) for each in entry)
        if after in {dated.step.id for dated in entry}:
            yield from here


def _about(file: PlanFile, dated: DatedStep, sources: dict[str, Source], tier: Tier | None) -> Iterator[Item]:
    """Yield what there is to say of a step that raises a skill toward a tier."""
    step, names = dated.step, file.catalog.skill_titles
    if step.growth and step.skill:
        must = ", a must-have" if step.gate else ""
        when = dates_sentence(file.plan, dated)
        place = file.catalog.skills_by_id[step.skill].explained_to(tier) if tier else None
        for line in (
            IF_NEEDED if step.if_needed else "",
            f"Skill: {names[step.skill]}, from {step.level_from} to {step.level_to}{must}",
            f"When: {when}" if when else "",
            seat_sentence(step),
            f"Do: {step.action}",
            f"Read: {reading_command(place)}" if place else "",
            f"Proof: {step.growth.proof}",
            f"Source: {sources[_source_id(step)].title}",
        ):
            if line:
                yield Item(line, depth=1)


def _source_id(step: PlannedStep) -> str:
    """Return the id of the source of a step; empty where it raises no skill."""
    return step.growth.source.partition("#")[0] if step.growth else ""
