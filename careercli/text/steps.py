"""The steps of a plan as one tells them: what to rate in one line, what waits, what is only if needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from math import fsum

from careercli.domain.growth import LadderSeat
from careercli.domain.model import Skill
from careercli.domain.plan import PlannedStep, to_start
from careercli.domain.schedule import DatedStep, Plan, Span, effort
from careercli.domain.values import Value
from careercli.text.phrases import between, capital, count, day, hours_of, inside, listed, listed_first

SEAT_WORDS: dict[LadderSeat, str] = {
    "agent": "a support job",
    "lead": "a team lead's job",
    "manager": "a manager's job",
    "head": "a head of support's job",
}
"""A job as somebody without it thinks of it."""


_NAMED = 2
"""Up to this many skills to rate are named in a sentence; more are counted."""

_FIRST = 6
"""This many of those that are counted are named below it."""


_HOURS_FROM = 1.75
"""From this many hours on, a time is told in hours."""


_WHOSE: dict[LadderSeat, str] = {
    "agent": "an agent",
    "lead": "a lead",
    "manager": "a manager",
    "head": "a head",
}


class Agenda(Value):
    """The steps of a milestone as one tells them.

    ``interview`` is the quick interview, ``ratings`` are told as one line, ``if_needed`` are those below an
    estimate.
    """

    interview: DatedStep | None
    ratings: tuple[DatedStep, ...]
    steps: tuple[DatedStep, ...]
    if_needed: tuple[DatedStep, ...]

    @property
    def entries(self) -> tuple[tuple[DatedStep, ...], ...]:
        """All steps in the order in which they are told, those that are told as one together."""
        first = ((self.interview,) if self.interview else (), self.ratings)
        alone = ((dated,) for dated in (*self.steps, *self.if_needed))
        return tuple(filter(None, (*first, *alone)))


def agenda(steps: Iterable[DatedStep]) -> Agenda:
    """Return dated steps sorted into what is told apart, each in its order."""
    all_of_them = tuple(steps)
    return Agenda(
        interview=next((dated for dated in all_of_them if dated.step.kind == "interview"), None),
        ratings=tuple(dated for dated in all_of_them if dated.step.kind == "rate"),
        steps=tuple(dated for dated in all_of_them if dated.step.growth and not dated.step.if_needed),
        if_needed=tuple(dated for dated in all_of_them if dated.step.if_needed),
    )


def step_numbers(plan: Plan) -> dict[str, int]:
    """Return the number of each step of a plan by its id, from 1, the same wherever the plan is told.

    They follow the order in which a milestone is told: what there is to do, then what is there only if it is
    needed; what also helps comes last. What is rated together has one number. Neither the day nor the hours a
    week nor the route changes the number of a step.
    """
    parts = (*(milestone.steps for milestone in plan.milestones), plan.also_helps)
    entries = (entry for steps in parts for entry in agenda(steps).entries)
    return {dated.step.id: number for number, entry in enumerate(entries, start=1) for dated in entry}


INTERVIEW_HOW = "It asks only what tells most about your tier."


class Beginning(Value):
    """What to begin with: a step, or what is to be rated, which has none.

    ``title`` says what, ``how`` how to go about it, ``when`` when it is done; ``name`` is that of the skill,
    ``number`` that in the plan.
    """

    title: str
    how: str
    when: str = ""
    dated: DatedStep | None = None
    name: str = ""
    number: int = 1


def beginnings(plan: Plan, skills: Mapping[str, Skill]) -> Iterator[Beginning]:
    """Yield what to do first: the interview, what is to be rated, then the steps that can begin."""
    first = next((milestone for milestone in plan.milestones if milestone.steps), None)
    if first is None:
        return
    told = agenda(first.steps)
    if told.interview:
        yield Beginning(interview_sentence(told.interview.step), INTERVIEW_HOW)
        if plan.profile.skills or plan.profile.support_years:
            return  # what comes after it rests on its answers
    if told.ratings:
        ratings = [dated.step for dated in told.ratings]
        number = step_numbers(plan)[ratings[0].id]
        yield Beginning(rating_sentence(ratings, skills), rated_words(ratings, skills), number=number)
    numbers = step_numbers(plan)
    startable = {step.id for step in to_start(skills, plan.steps)}
    for dated in plan.dated_steps:
        step = dated.step
        if step.growth and step.skill and step.id in startable and not step.if_needed:
            how = what_to_do(step)
            when, name = dates_sentence(plan, dated), skills[step.skill].name
            yield Beginning(step.growth.title, how, when, dated, name, numbers[step.id])


def rating_sentence(steps: Iterable[PlannedStep], skills: Mapping[str, Skill]) -> str:
    """Return what there is to rate, and how long it takes: ``Rate these 12 skills, about 20 minutes``."""
    every = tuple(steps)
    names = [inside(skills[step.skill].name) for step in every if step.skill]
    what = listed(names) if len(names) <= _NAMED else f"these {len(names)} skills"
    return f"Rate {what}, {about(fsum(step.hours.mean for step in every))}"


def if_needed_sentence(steps: Iterable[PlannedStep]) -> str:
    """Return that there are steps for what turns out lower than estimated, and how much work they are."""
    every = tuple(steps)
    hours = hours_of(effort(every))
    return f"Only if you find you are below an estimate: {count(len(every), 'more step')}, {hours}"


def rated_words(steps: Iterable[PlannedStep], skills: Mapping[str, Skill]) -> str:
    """Return the first skills to rate by name where :func:`rating_sentence` counts them; else nothing."""
    names = [inside(skills[step.skill].name) for step in steps if step.skill]
    return capital(f"{listed_first(names, _FIRST)}.") if len(names) > _NAMED else ""


def interview_sentence(step: PlannedStep) -> str:
    """Return that the quick interview comes first, and how long it takes."""
    return f"Answer the quick interview, {about(step.hours.mean)}"


def about(hours: float) -> str:
    """Return a short time in words: minutes, from five on to the nearest five, or hours from two on."""
    if hours < _HOURS_FROM:
        return f"about {5 * round(hours * 12) or max(round(hours * 60), 2)} minutes"
    return f"about {round(hours)} hours"


def step_days(dated: DatedStep) -> tuple[date, Span] | None:
    """Return the day on which a step begins, and from when to when it is done; None where it never is.

    These are the days that every screen and file gives it. One that is only there if it is needed has those
    of the late walk alone.
    """
    starts = dated.starts.earliest or dated.starts.latest
    if starts is None or dated.ends.latest is None:
        return None
    return starts, Span(dated.ends.earliest or dated.ends.latest, dated.ends.latest)


def together(steps: Iterable[DatedStep]) -> DatedStep:
    """Return several steps that are told as one, as the last of them with the days of all; at least one."""
    every = tuple(steps)
    return every[-1].but(starts=every[0].starts)


def dates_sentence(plan: Plan, dated: DatedStep) -> str:
    """Return when a step is worked on, and how long one waits for its result."""
    days = step_days(dated)
    if days is None:
        return ""
    starts, done = days
    begin = "today" if starts == plan.as_of else day(starts)
    wait = f", then {count(dated.step.weeks, 'week')} for the result" if dated.step.weeks else ""
    return f"From {begin}{wait}; done {between(done, plan.as_of)}."


def seat_sentence(step: PlannedStep) -> str:
    """Return what a step needs that one's job does not give, and what to do; empty where it gives all.

    Of a part of a step it says when the level is reached: doing the part alone does not make it so.
    """
    if step.growth and step.growth.part:
        level = f"level {step.level_to}"
        return (
            f"This leads toward {level} from where you are: count it as done once you do what {level} says."
        )
    if step.needs_seat is None:
        return ""
    whose = _WHOSE[step.needs_seat]
    return f"This takes {SEAT_WORDS[step.needs_seat]}: find {whose} to stand in for."


def what_to_do(step: PlannedStep) -> str:
    """Return what to do for a step that raises a skill, and what that needs beside one's job."""
    return f"{step.action} {seat_sentence(step)}".strip()


def step_title(step: PlannedStep, names: Mapping[str, str]) -> str:
    """Return what a step is called; ``names`` maps skill ids to names."""
    if step.growth:
        return step.growth.title
    return f"Rate yourself in {names[step.skill]}" if step.skill else "Take the quick interview"


def step_action(step: PlannedStep) -> str:
    """Return what to do for a step, in words that suit the person's seat."""
    if step.growth:
        return step.action
    if step.skill:
        return "Read what each level looks like and choose the one that is you."
    return "Answer the questions that tell most about where you are."


def step_length(step: PlannedStep) -> str:
    """Return how long the work of a step takes: hours, or minutes for what is only rated."""
    return hours_of(step.hours) if step.growth else about(step.hours.mean)
