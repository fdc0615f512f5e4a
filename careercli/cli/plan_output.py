"""A plan in a file or on the screen: when somebody works on it, whose it is, and what its screen says."""

from __future__ import annotations

import re
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING

from careercli.cli.context import Session
from careercli.cli.output_file import PRINTED
from careercli.cli.profile_source import Subject
from careercli.domain.model import Profile
from careercli.errors import CareerError, UsageError
from careercli.formats.document import shortened

if TYPE_CHECKING:
    from careercli.domain.schedule import Plan
    from careercli.exports.plan import PlanFile, Sessions
    from careercli.pages.blocks import Block

_AN_HOUR = re.compile(r"([01]?[0-9]|2[0-3])(?::([0-5][0-9]))?")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_A_DAY = 24 * 60


def sessions_of(text: str, form: str) -> Sessions:
    """Return when somebody wants to work, from ``tue,thu@18:00``.

    Raises:
        UsageError: it says no days and hour, or the form of the plan is no calendar.

    """
    if form != "ics":
        raise UsageError(
            "--sessions puts hours of work into a calendar, and this is none.", hint="Add --format ics."
        )
    from careercli.exports.calendar import WEEKDAYS
    from careercli.exports.plan import Sessions

    days, _, hour = text.partition("@")
    said = [word.strip().lower() for word in days.split(",")]
    found = {
        next((index for index, day in enumerate(_DAYS) if len(word) > 2 and day.startswith(word)), None)
        for word in said
    }
    at = _AN_HOUR.fullmatch(hour.strip())
    known = sorted(index for index in found if index is not None)
    if not at or len(known) < len(found):
        raise UsageError(
            f"--sessions takes days and an hour such as tue,thu@18:00, not '{shortened(text)}'.",
            hint="The days are mon, tue, wed, thu, fri, sat and sun; the hour runs from 0:00 to 23:59.",
        )
    return Sessions(tuple(WEEKDAYS[index] for index in known), time(int(at[1]), int(at[2] or 0)))


def check_sessions(sessions: Sessions, person: Profile) -> None:
    """Refuse sessions that would run past midnight.

    Raises:
        UsageError: they do; says what to do.

    """
    at, length = sessions.at, sessions.minutes(person.hours_per_week)
    if at.hour * 60 + at.minute + length > _A_DAY:
        from careercli.text.phrases import count, hours_a_week

        raise UsageError(
            f"{hours_a_week(person.hours_per_week).capitalize()} on {count(len(sessions.days), 'day')} "
            f"from {at:%H:%M} on run past midnight.",
            hint="Name more days or an earlier hour for --sessions, or fewer --hours.",
        )


def whose_plan(subject: Subject) -> str:
    """Return what tells this person's plan from those of others, the same from one time to the next."""
    if subject.name == PRINTED:
        return f"input {subject.person.name or ''}"
    if (name := subject.kept_name) is not None:
        return f"saved {name}"
    return "facts" if subject.name is None else f"file {Path(subject.name).resolve()}"


def keep_shown(session: Session, name: str | None, plan: Plan) -> None:
    """Keep which number each step has in the plan of a saved profile that is shown; None is no saved one.

    Where it cannot be kept that is told on standard error, and costs nobody the plan.
    """
    if name is None or name not in session.store.names():
        return
    from careercli.text.steps import step_numbers

    try:
        session.store.keep_shown_plan(name, plan.as_of, step_numbers(plan))
    except CareerError as error:
        session.note(f"the numbers of these steps are not remembered. {error.message}")


def plan_screen(
    file: PlanFile, *, full: bool, more: str = "--full", rate: str = "careercli advise", done: str = ""
) -> list[Block]:
    """Return the screen of a plan.

    ``more`` is the command that shows every step, ``rate`` asks for ratings, ``done`` marks a step as done.
    """
    from careercli.pages.plan import Commands, plan_view

    catalog, goal = file.catalog, file.plan.goal
    following = catalog.ladder.at(goal.rank + 1) if goal else None
    return plan_view(
        file.plan,
        file.profile,
        catalog.skills_by_id,
        full=full,
        commands=Commands(more, rate, done),
        following=following,
    )
