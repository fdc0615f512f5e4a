"""A plan as a calendar: a day for each milestone and each result, and weekly hours to work on it if asked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import chain

from careercli.domain.schedule import DatedStep, Milestone, Plan
from careercli.exports.calendar import WEEKDAYS, DayEvent, Event, WeeklyEvent, calendar_bytes
from careercli.exports.plan import PlanFile, Sessions
from careercli.text.phrases import capital, day, hours_a_week, hours_range
from careercli.text.plan import assumptions, plan_title, reached_sentence, ready_sentence, work_sentence
from careercli.text.steps import agenda, interview_sentence, rating_sentence, step_title

_SHOWN_STEPS = 3


def plan_calendar(file: PlanFile) -> bytes:
    """Return a plan as an iCalendar file.

    A milestone stands on the last day of its window: on that day it is ready even at the slow end. A step
    that waits for a result stands on the day when that shows at the latest, unless it may not be needed.
    Nothing without a date is in it; where that leaves nothing at all, the day of the plan says so, for a
    calendar has to have an event.
    """
    plan = file.plan
    found = chain(
        (_milestone(file, each) for each in plan.milestones),
        (_result(file, dated) for dated in plan.dated_steps),
    )
    events: list[Event] = [event for event in found if event]
    if file.sessions and plan.steps:
        events.append(_sessions(file, file.sessions))
    if not events:
        events.append(DayEvent(_uid(file, "plan"), _nothing(file), _small_print(plan), plan.as_of))
    return calendar_bytes(plan_title(plan, file.profile), events, plan.as_of)


def _milestone(file: PlanFile, milestone: Milestone) -> DayEvent | None:
    plan, when = file.plan, milestone.ready.latest
    if when is None or when == plan.as_of:
        return None
    text = [
        f"{capital(ready_sentence(plan, milestone))}.",
        f"{capital(work_sentence(plan, milestone))}.",
        *_first_steps(file, milestone.steps),
        _small_print(plan),
    ]
    title = milestone.tier.title
    what = f"{title} confirmed" if milestone.tier is plan.placement.current else f"ready for {title}"
    return DayEvent(_uid(file, milestone.tier.id), _titled(file, what), "\n".join(text), when)


def _result(file: PlanFile, dated: DatedStep) -> DayEvent | None:
    step, when = dated.step, dated.ends.latest
    if not step.weeks or step.if_needed or step.growth is None or when is None:
        return None
    title = _titled(file, f"look at what came of: {step.growth.title}")
    text = f"What proves it: {step.growth.proof}\nWhat to do before: {step.action}"
    return DayEvent(_uid(file, f"result {step.id}"), title, text, when)


def _sessions(file: PlanFile, sessions: Sessions) -> WeeklyEvent:
    """Return the sessions from the day after today until the last step is done; one at least."""
    plan = file.plan
    first = plan.as_of + timedelta(days=1)
    while WEEKDAYS[first.weekday()] not in sessions.days:
        first += timedelta(days=1)
    ends = [dated.ends.latest for dated in plan.dated_steps if dated.ends.latest]
    return WeeklyEvent(
        uid=_uid(file, "sessions"),
        title=_titled(file, f"work on the plan to {plan.goal.title if plan.goal else 'the goal'}"),
        text="\n".join(
            [f"{capital(hours_a_week(plan.hours_per_week))}.", *_first_steps(file, plan.dated_steps)]
        ),
        first=first,
        last=max([first, *ends]),
        days=sessions.days,
        at=sessions.at,
        minutes=sessions.minutes(plan.hours_per_week),
    )


def _titled(file: PlanFile, what: str) -> str:
    """Return a title that says whose it is: a coach has the plans of several people in one file."""
    name = file.profile.name
    return f"{name}: {what}" if name else capital(what)


def _first_steps(file: PlanFile, steps: Iterable[DatedStep]) -> Iterator[str]:
    """Yield what to begin with: what is to be rated in one line, and the first steps."""
    told = agenda(steps)
    lines = [interview_sentence(told.interview.step)] if told.interview else []
    if told.ratings:
        lines.append(rating_sentence((dated.step for dated in told.ratings), file.catalog.skills_by_id))
    for dated in told.steps[:_SHOWN_STEPS]:
        step = dated.step
        title = step_title(step, file.catalog.skill_titles)
        lines.append(f"{title} ({hours_range(step.hours.min, step.hours.max)}): {step.action}")
    if lines:
        yield "First steps:"
    yield from (f"- {line}" for line in lines)


def _nothing(file: PlanFile) -> str:
    plan = file.plan
    if plan.goal is None:
        return plan_title(plan, file.profile)
    if reached := reached_sentence(plan):
        return _titled(file, reached.removesuffix("."))
    today = all(milestone.ready.latest == plan.as_of for milestone in plan.milestones)
    what = "you can be ready today" if today else "there is no date within this plan"
    return _titled(file, f"{plan.goal.title}: {what}")


def _small_print(plan: Plan) -> str:
    return f"As of {day(plan.as_of)}. {assumptions(plan)[-1]}"


def _uid(file: PlanFile, what: str) -> str:
    """Return what tells an event from any other, the same every time, and nothing about the person."""
    words = "\0".join(("careercli", file.catalog.ladder.id, file.whose, what))
    return f"{hashlib.sha256(words.encode(errors='surrogatepass')).hexdigest()[:32]}@careercli"
