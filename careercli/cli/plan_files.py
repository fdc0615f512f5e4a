"""The formats of a plan: which one is wanted, and the file that somebody named or what is printed instead."""

from __future__ import annotations

import re
from datetime import time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from careercli.cli.context import Session
from careercli.cli.output_file import PRINTED, form_of, hand_over
from careercli.cli.profile_source import Facts, saved_name
from careercli.domain.model import Profile
from careercli.errors import UsageError
from careercli.formats.document import shortened

if TYPE_CHECKING:
    from careercli.exports.plan_file import PlanFile, Sessions
    from careercli.pages.blocks import Block
    from careercli.pages.look import Look

_AN_HOUR = re.compile(r"([01]?[0-9]|2[0-3])(?::([0-5][0-9]))?")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_A_DAY = 24 * 60


class PlanFormat(StrEnum):
    """How a plan can be printed."""

    TABLE = "table"
    MD = "md"
    CSV = "csv"
    ICS = "ics"
    JSON = "json"


ENDINGS = {
    ".txt": PlanFormat.TABLE,
    ".md": PlanFormat.MD,
    ".markdown": PlanFormat.MD,
    ".csv": PlanFormat.CSV,
    ".ics": PlanFormat.ICS,
    ".json": PlanFormat.JSON,
}
"""The format that the ending of a file's name chooses."""


class Wanted(msgspec.Struct, frozen=True):
    """What somebody asked for: the format, the file (None is printed), and when they want to work."""

    form: PlanFormat
    file: str | None
    force: bool
    sessions: Sessions | None

    @property
    def on_screen(self) -> bool:
        """Whether this is the screen, and no file."""
        return self.form is PlanFormat.TABLE and self.file is None


def wanted(
    form: PlanFormat | None, output: str | None, sessions: str | None, *, as_json: bool, force: bool
) -> Wanted:
    """Return what the options ask for; without ``--format`` the ending of the file decides.

    Raises:
        UsageError: two of them contradict each other, or nothing says what is wanted.

    """
    asked = {f"--format {form}": form, "--json": PlanFormat.JSON if as_json else None}
    written = form_of(output, asked, ENDINGS, printed=PlanFormat.TABLE)
    if sessions is not None and written is not PlanFormat.ICS:
        raise UsageError(
            "--sessions puts hours of work into a calendar, and this is none.", hint="Add --format ics."
        )
    file = None if output == PRINTED else output
    return Wanted(written, file, force, None if sessions is None else _sessions(sessions))


def _sessions(text: str) -> Sessions:
    """Return when somebody wants to work, from ``tue,thu@18:00``."""
    from careercli.exports.calendar import WEEKDAYS
    from careercli.exports.plan_file import Sessions

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


def check_sessions(want: Wanted, person: Profile) -> None:
    """Refuse sessions that would run past midnight.

    Raises:
        UsageError: they do; says what to do.

    """
    if want.sessions is None:
        return
    at, length = want.sessions.at, want.sessions.minutes(person.hours_per_week)
    if at.hour * 60 + at.minute + length > _A_DAY:
        from careercli.text.phrases import count, hours_a_week

        raise UsageError(
            f"{hours_a_week(person.hours_per_week).capitalize()} on {count(len(want.sessions.days), 'day')} "
            f"from {at:%H:%M} on run past midnight.",
            hint="Name more days or an earlier hour for --sessions, or fewer --hours.",
        )


def whose_plan(session: Session, profile: str | None, facts: Facts, person: Profile) -> str:
    """Return what tells this person's plan from those of others, the same from one time to the next."""
    if profile is None and facts.given:
        return "facts"
    if profile == PRINTED:
        return f"input {person.name or ''}"
    name = saved_name(session, profile)
    return f"saved {name}" if name is not None else f"file {Path(profile or '').resolve()}"


def write_plan(session: Session, want: Wanted, file: PlanFile, *, read: str | None) -> None:
    """Write a plan to the file that is wanted, or print it; every step is in it.

    ``read`` is the PROFILE that it came from.
    """
    match want.form:
        case PlanFormat.MD:
            from careercli.pages.plan_checklist import plan_checklist
            from careercli.pages.render.markdown import markdown

            data = markdown(plan_checklist(file)).encode()
        case PlanFormat.CSV:
            from careercli.exports.plan_csv import plan_csv

            data = plan_csv(file, for_a_file=want.file is not None)
        case PlanFormat.ICS:
            from careercli.exports.plan_calendar import plan_calendar

            data = plan_calendar(file)
        case PlanFormat.JSON:
            data = _json(file)
        case PlanFormat.TABLE:
            data = _table(file, session)
    text = want.form in {PlanFormat.MD, PlanFormat.TABLE}
    hand_over(session, data, want.file, force=want.force, read=read, text=text)


def _json(file: PlanFile) -> bytes:
    from careercli.documents.json_text import encode
    from careercli.documents.plans import PlanDocument

    return encode(PlanDocument.made_from(file.plan, file.catalog.skill_titles))


def _table(file: PlanFile, session: Session) -> bytes:
    """Return the screen as text; in a file there is no color, whatever the terminal can do."""
    from careercli.pages.look import render

    look = msgspec.structs.replace(session.look, color=False, unicode=True)
    return render(screen_of(file, look, full=True), look).encode()


def screen_of(
    file: PlanFile, look: Look, *, full: bool, more: str = "--full", rate: str = "careercli advise"
) -> list[Block]:
    """Return the screen of a plan; ``more`` shows every step, ``rate`` asks for ratings."""
    from careercli.pages.plan import Commands, plan_view

    catalog, goal = file.catalog, file.plan.goal
    following = catalog.ladder.at(goal.rank + 1) if goal else None
    return plan_view(
        file.plan,
        file.profile,
        catalog.skills_by_id,
        look,
        full=full,
        commands=Commands(more, rate),
        following=following,
    )
