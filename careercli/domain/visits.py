"""What happened since somebody was last here: what they moved, what moved without them, and what is due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import takewhile

from careercli.domain.assessment import Assessment, assess
from careercli.domain.attribution import WhatChanged, on_ladder, what_changed
from careercli.domain.change import Change, ReadyMove, compare
from careercli.domain.history import History, StepDone, remembered, steps_done, years_since
from careercli.domain.model import Catalog
from careercli.domain.over_time import DAYS_A_WEEK
from careercli.domain.schedule import DatedStep
from careercli.domain.values import Value


class Visit(Value):
    """A day on which somebody saw where they stand, and up to which line their history went then."""

    day: date
    line: int = 0


class Since(Value):
    """What happened since an earlier day.

    ``steps`` are those finished since, ``dates`` the tiers that are ready on other days now: ``before`` is as
    it was planned that day. ``rated`` counts the skills rated for the first time, ``rerated`` those whose
    rating is another one, ``written`` those with other evidence; what a finished step changed is in none.
    """

    day: date
    changed: WhatChanged
    steps: tuple[StepDone, ...]
    dates: tuple[ReadyMove, ...]
    rated: int
    rerated: int
    written: int

    @property
    def moved(self) -> bool:
        """Whether anything but the days that went by can have moved a date."""
        changed = self.changed
        return bool(self.steps or changed.by_person or changed.by_catalog or changed.by_rule)


class Due(Value):
    """A step that a plan of an earlier day has begun by now, and that is not recorded as done.

    ``waits`` says that its hours are over by that plan and its result is still to come.
    """

    dated: DatedStep
    waits: bool


class Planned(Value):
    """What a plan of an earlier day, from which on nothing changed, says of today; in its order."""

    day: date
    due: tuple[Due, ...]


class Home(Value):
    """What somebody who comes back is shown.

    Attributes:
        now: where they stand today.
        visit: when they were last here, before today; None where this is the first day that is known.
        since: what happened since then; None where nothing is remembered of that time.
        planned: what the plan says of today that was made when the facts last changed.
        years_since: since when the years have been stated as they are, where that is long ago.

    """

    now: Assessment
    visit: Visit | None
    since: Since | None
    planned: Planned | None
    years_since: date | None


def home(catalog: Catalog, now: Assessment, history: History, visits: Sequence[Visit]) -> Home:
    """Return what somebody is shown who comes back on the day of an assessment."""
    ladder = catalog.ladder.id
    visit = last_visit(visits, history, ladder, now.as_of)
    return Home(
        now=now,
        visit=visit,
        since=since(catalog, now, history, visit) if visit else None,
        planned=planned(catalog, now, history),
        years_since=years_since(history.on(ladder), now.profile, now.as_of),
    )


def last_visit(visits: Sequence[Visit], history: History, ladder: str, today: date) -> Visit | None:
    """Return the last visit before a day; where none is known, the last assessment before it; else None."""
    earlier = [visit for visit in visits if visit.day < today]
    if earlier:
        return max(earlier, key=lambda visit: visit.day)
    seen = [Visit(record.as_of, line) for line, record in history.on(ladder) if record.as_of < today]
    return seen[-1] if seen else None


def since(catalog: Catalog, now: Assessment, history: History, visit: Visit) -> Since | None:
    """Return what happened since a visit; None where nothing is remembered of that time."""
    known = history.on(catalog.ladder.id)
    before = next((entry.record for entry in reversed(known) if entry.line <= visit.line), None)
    if before is None:
        return None
    version, today = catalog.fingerprint, now.as_of
    facts = on_ladder(catalog, before.facts)

    def again(then: date) -> Assessment:
        return assess(catalog.ladder, catalog.skills_by_id, facts, then)

    changed = what_changed(
        before,
        remembered(now, at=today, catalog=version),
        lambda _: remembered(again(today), at=today, catalog=version),
    )
    steps = tuple(entry.record for entry in steps_done(history) if entry.line > visit.line)
    raised = {step.skill for step in steps}
    ratings = [move for move in changed.facts if move.of == "skills" and move.key not in raised]
    return Since(
        day=visit.day,
        changed=changed,
        steps=steps,
        dates=_moved_dates(compare(again(visit.day), now)),
        rated=sum(move.before is None for move in ratings),
        rerated=sum(move.before is not None for move in ratings),
        written=sum(move.of == "evidence" and move.key not in raised for move in changed.facts),
    )


def _moved_dates(change: Change) -> tuple[ReadyMove, ...]:
    """Return the moves of what lies ahead on both days, the next milestone and the goal."""
    goal = change.after.goal
    ahead = [move for move in change.ready if move.before and move.after]
    shown = [move for index, move in enumerate(ahead) if index == 0 or move.tier is goal]
    return tuple(move for move in shown if move.days)


def planned(catalog: Catalog, now: Assessment, history: History) -> Planned | None:
    """Return what the plan made when the facts last changed has begun by now; None where that is today.

    It says when somebody who kept to it would be where, by the late end of its dates: nobody has said that
    they began.
    """
    known = [entry.record for entry in history.on(catalog.ladder.id)]
    same = list(takewhile(lambda record: record.facts == now.profile, reversed(known)))
    made = min((record.as_of for record in same), default=now.as_of)
    if made >= now.as_of:
        return None
    then = assess(catalog.ladder, catalog.skills_by_id, now.profile, made)
    left = {step.id for step in now.plan.steps if step.growth}
    due = [
        Due(dated, waits=now.as_of < dated.ends.latest)
        for dated in then.plan.dated_steps
        if dated.step.id in left
        and not dated.step.if_needed
        and dated.ends.latest
        and dated.ends.latest - timedelta(days=round(dated.step.weeks * DAYS_A_WEEK)) <= now.as_of
    ]
    return Planned(made, tuple(due))
