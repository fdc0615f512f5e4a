"""A plan as a calendar: a day for each milestone, and weekly hours to work on it where they are asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import timedelta

from careercli.domain.phrases import (
    assumptions,
    capital,
    day,
    hours_a_week,
    hours_range,
    plan_title,
    ready_sentence,
    work_sentence,
)
from careercli.domain.plan import PlannedStep
from careercli.domain.schedule import Milestone, Plan
from careercli.exporters.calendar import WEEKDAYS, DayEvent, Event, WeeklyEvent, calendar_bytes
from careercli.exporters.plan_file import PlanFile, Sessions

_SHOWN_STEPS = 3


def plan_calendar(file: PlanFile) -> bytes:
    """Return a plan as an iCalendar file.

    A milestone stands on the last day of its window: on that day it is ready even at the slow end. What is
    ready already and still has steps stands on the day when these are done. Nothing without a date is in it;
    where that leaves nothing at all, the day of the plan says so, for a calendar has to have an event.
    """
    plan = file.plan
    events: list[Event] = [event for each in plan.milestones if (event := _milestone(file, each))]
    if file.sessions and plan.steps:
        events.append(_sessions(file, file.sessions))
    if not events:
        events.append(DayEvent(_uid(file, "plan"), _nothing(file), _small_print(plan), plan.as_of))
    return calendar_bytes(plan_title(plan, file.profile), events, plan.as_of)


def _milestone(file: PlanFile, milestone: Milestone) -> DayEvent | None:
    plan, title = file.plan, milestone.tier.title
    when, what = milestone.ready.latest, f"ready for {title}"
    if when == plan.as_of:
        when, what = milestone.complete.latest, f"every step to {title} done"
    if when is None or when == plan.as_of:
        return None
    sentences = (ready_sentence(plan, milestone), work_sentence(plan, milestone))
    text = [
        *(f"{capital(sentence)}." for sentence in sentences),
        *_first_steps(milestone.steps),
        _small_print(plan),
    ]
    return DayEvent(_uid(file, milestone.tier.id), _titled(file, what), "\n".join(text), when)


def _sessions(file: PlanFile, sessions: Sessions) -> WeeklyEvent:
    """Return the sessions from the day after today until the last step is done; one at least."""
    plan = file.plan
    first = plan.as_of + timedelta(days=1)
    while WEEKDAYS[first.weekday()] not in sessions.days:
        first += timedelta(days=1)
    ends = [milestone.complete.latest for milestone in plan.milestones if milestone.complete.latest]
    return WeeklyEvent(
        uid=_uid(file, "sessions"),
        title=_titled(file, f"work on the plan to {plan.goal.title if plan.goal else 'the goal'}"),
        text="\n".join([f"{capital(hours_a_week(plan.hours_per_week))}.", *_first_steps(plan.steps)]),
        first=first,
        last=max(first, *ends),
        days=sessions.days,
        at=sessions.at,
        minutes=sessions.minutes(plan.hours_per_week),
    )


def _titled(file: PlanFile, what: str) -> str:
    """Return a title that says whose it is: a coach has the plans of several people in one file."""
    name = file.profile.name
    return f"{name}: {what}" if name else capital(what)


def _first_steps(steps: tuple[PlannedStep, ...]) -> Iterator[str]:
    if steps:
        yield "First steps:"
    for step in steps[:_SHOWN_STEPS]:
        yield f"- {step.growth.title} ({hours_range(step.hours.min, step.hours.max)}): {step.growth.action}"


def _nothing(file: PlanFile) -> str:
    plan = file.plan
    if plan.goal is None:
        return plan_title(plan, file.profile)
    reached = all(milestone.ready.latest == plan.as_of for milestone in plan.milestones)
    what = "is reached, and nothing is left to do" if reached else "has no date within this plan"
    return _titled(file, f"{plan.goal.title} {what}")


def _small_print(plan: Plan) -> str:
    return f"As of {day(plan.as_of)}. {assumptions(plan)[-1]}"


def _uid(file: PlanFile, what: str) -> str:
    """Return what tells an event from any other, the same every time, and nothing about the person."""
    words = "\0".join(("careercli", file.catalog.ladder.id, file.whose, what))
    return f"{hashlib.sha256(words.encode(errors='surrogatepass')).hexdigest()[:32]}@careercli"
