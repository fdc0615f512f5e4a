"""A plan as a calendar: its steps of the next twelve weeks, its milestones, and hours to work on it if asked.

A step is an all-day entry from the first day on which it can begin to the first on which it can be done, as
the early walk has it; its text says when it is done at the latest. A milestone stands on the last day of its
window. Both remind at nine in the morning, a step when it begins and on its last day.
"""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise

import msgspec

from careercli.domain.schedule import DatedStep, Milestone, Plan
from careercli.exports.calendar import WEEKDAYS, Alarm, DayEvent, Event, WeeklyEvent, calendar_bytes
from careercli.exports.plan import PlanFile, Sessions
from careercli.text.phrases import capital, day, hours_a_week, hours_range, listed
from careercli.text.plan import assumptions, plan_title, reached_sentence, ready_sentence, work_sentence
from careercli.text.steps import (
    agenda,
    dates_sentence,
    interview_sentence,
    rated_words,
    rating_sentence,
    seat_sentence,
    step_days,
    step_numbers,
    together,
)

WEEKS = 12
"""For so many weeks steps have entries; what comes later moves too much, and comes with the next import."""

_RATE = "To do it: careercli advise"
_WEEK = timedelta(days=7)
_NINE = timedelta(hours=9)
_NINE_ON_THE_LAST_DAY = timedelta(hours=-15)
_SOON = timedelta(minutes=-10)


class Task(msgspec.Struct, frozen=True):
    """What a calendar has an entry for: a step, the interview, or what is rated together.

    ``dated`` is the step, the last of several with the days of all.
    """

    uid: str
    number: int
    title: str
    about: str
    dated: DatedStep


def plan_calendar(file: PlanFile) -> bytes:
    """Return a plan as an iCalendar file.

    Nothing without a date is in it; where that leaves nothing at all, the day of the plan says so, for a
    calendar has to have an event.
    """
    plan = file.plan
    tasks = list(_tasks(file))
    events: list[Event] = [event for each in plan.milestones if (event := _milestone(file, each))]
    events += (event for task in tasks if (event := _step(file, task)))
    if file.sessions:
        events += _sessions(file, file.sessions, tasks)
    if not events:
        events.append(DayEvent(_uid(file, "plan"), _nothing(file), _small_print(plan), plan.as_of))
    return calendar_bytes(plan_title(plan, file.profile), events, plan.as_of)


def _milestone(file: PlanFile, milestone: Milestone) -> DayEvent | None:
    plan, when = file.plan, milestone.ready.latest
    if when is None or when == plan.as_of:
        return None
    sentences = (ready_sentence(plan, milestone), work_sentence(plan, milestone))
    text = [*(f"{capital(sentence)}." for sentence in sentences), _small_print(plan)]
    name = milestone.tier.title
    what = f"{name} confirmed" if milestone.tier is plan.placement.current else f"ready for {name}"
    title = _titled(file, what)
    return DayEvent(
        _uid(file, milestone.tier.id), title, "\n".join(text), when, alarms=(Alarm(title, _NINE),)
    )


# -- steps -------------------------------------------------------------------------------------------------


def _tasks(file: PlanFile) -> Iterator[Task]:
    """Yield what there is to do in the order of its numbers, without what is only there if it is needed."""
    numbers, skills = step_numbers(file.plan), file.catalog.skills_by_id
    for milestone in file.plan.milestones:
        for entry in agenda(milestone.steps).entries:
            dated = together(entry)
            step, number = dated.step, numbers[dated.step.id]
            steps = [each.step for each in entry]
            if step.if_needed:
                continue
            if step.growth:
                yield Task(step.id, number, step.growth.title, _about(file, dated), dated)
            elif step.kind == "interview":
                yield Task(step.id, number, interview_sentence(step), _RATE, dated)
            else:
                title, names = rating_sentence(steps, skills), rated_words(steps, skills)
                about = "\n".join(filter(None, (names, _RATE)))
                yield Task(f"rate {milestone.tier.id}", number, title, about, dated)


def _about(file: PlanFile, dated: DatedStep) -> str:
    step = dated.step
    if step.growth is None or step.skill is None:
        return ""
    must = ", a must-have" if step.gate else ""
    name, hours = file.catalog.skill_titles[step.skill], hours_range(step.hours.min, step.hours.max)
    return "\n".join(
        filter(
            None,
            (
                f"{name}, from {step.level_from} to {step.level_to}{must}; {hours}.",
                seat_sentence(step),
                f"Do: {step.action}",
                f"Proof: {step.growth.proof}",
            ),
        )
    )


def _step(file: PlanFile, task: Task) -> DayEvent | None:
    """Return the entry of a step that begins within the next weeks; None of any other."""
    days = step_days(task.dated)
    if days is None or days[1].earliest is None or days[0] >= file.plan.as_of + WEEKS * _WEEK:
        return None
    first, last = days[0], days[1].earliest
    title = _titled(file, f"{task.title} (step {task.number})")
    alarms = [Alarm(f"Begin: {title}", _NINE)]
    if last > first:
        alarms.append(Alarm(f"Can be done today: {title}", _NINE_ON_THE_LAST_DAY, at_end=True))
    when = dates_sentence(file.plan, task.dated)
    text = f"{when}\n{task.about}\n{_small_print(file.plan)}"
    return DayEvent(_uid(file, f"step {task.uid}"), title, text, first, last, tuple(alarms))


# -- sessions ----------------------------------------------------------------------------------------------


def _sessions(file: PlanFile, sessions: Sessions, tasks: list[Task]) -> Iterator[WeeklyEvent]:
    """Yield the sessions from tomorrow until the last step is done: week by week, then what is left as one.

    Those of a week point to its steps. A week is known by its Monday, so that importing again moves it.
    """
    plan = file.plan
    ends = [dated.ends.latest for dated in plan.dated_steps if dated.ends.latest]
    if not ends:
        return
    done = max(ends)
    begin = _next(sessions, plan.as_of + timedelta(days=1))
    monday = begin - timedelta(days=begin.weekday())
    for week in (monday + number * _WEEK for number in range(WEEKS)):
        first, sunday = max(begin, _next(sessions, week)), week + timedelta(days=6)
        if first > max(begin, done):
            return
        now = _worked_on(tasks, plan.as_of if week == monday else week, sunday)
        yield _session(file, sessions, f"sessions {week}", now, (first, min(sunday, max(first, done))))
    first = _next(sessions, monday + WEEKS * _WEEK)
    if first <= done:
        yield _session(file, sessions, "sessions", [], (first, done))


def _session(
    file: PlanFile, sessions: Sessions, uid: str, tasks: list[Task], days: tuple[date, date]
) -> WeeklyEvent:
    """Return sessions about some steps; without any, about the plan."""
    plan = file.plan
    what = f"work on the plan to {plan.goal.title if plan.goal else 'the goal'}"
    if tasks:
        then = f", then {listed([str(task.number) for task in tasks[1:]])}" if tasks[1:] else ""
        what = f"work on step {tasks[0].number}: {tasks[0].title}{then}"
    title = _titled(file, what)
    lines = [f"{capital(hours_a_week(plan.hours_per_week))}."]
    lines += (f"Step {task.number}: {task.title}\n{task.about}" for task in tasks)
    if not tasks:
        lines.append("Export the calendar again to see which steps these weeks are for.")
    return WeeklyEvent(
        uid=_uid(file, uid),
        title=title,
        text="\n".join(lines),
        first=days[0],
        last=days[1],
        days=sessions.days,
        at=sessions.at,
        minutes=sessions.minutes(plan.hours_per_week),
        alarms=(Alarm(title, _SOON),),
    )


def _next(sessions: Sessions, on: date) -> date:
    """Return the first day of sessions that is no earlier."""
    return next(
        later
        for later in (on + timedelta(days=more) for more in range(7))
        if WEEKDAYS[later.weekday()] in sessions.days
    )


def _worked_on(tasks: list[Task], first: date, last: date) -> list[Task]:
    """Return the steps of a week: those that begin in it, and the one that was begun before and goes on.

    One works on one step after another, so a step goes on until the next begins; who waits for a result
    alone goes on with the last one.
    """
    begun: Mapping[int, date] = {
        place: days[0] for place, task in enumerate(tasks) if (days := step_days(task.dated))
    }
    in_order = sorted(begun, key=lambda place: (begun[place], place))
    nexts = {place: begun[after] for place, after in pairwise(in_order)}
    return [
        tasks[place]
        for place in in_order
        if begun[place] <= last and (place not in nexts or nexts[place] > first or begun[place] >= first)
    ]


# -- words -------------------------------------------------------------------------------------------------


def _titled(file: PlanFile, what: str) -> str:
    """Return a title that says whose it is: a coach has the plans of several people in one file."""
    name = file.profile.name
    return f"{name}: {what}" if name else capital(what)


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
