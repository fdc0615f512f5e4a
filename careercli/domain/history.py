"""What careercli remembers of a person over time, and what can be told from it.

A history is a list of records in the order in which they were made; nothing in it is ever changed. What was
undone stays in it, with a later record that takes it back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

import msgspec

from careercli.domain.assessment import Assessment
from careercli.domain.model import Catalog, Hours, Profile
from careercli.errors import Problem

DAYS_A_WEEK = 7
FIT_DECIMALS = 4


class GapCount(msgspec.Struct, frozen=True):
    """How many gaps are open: to the next tier and to the goal; None where there is no such tier."""

    next: int | None
    goal: int | None


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Where a person stood: tiers by id, None for none, and the fit of every tier, from 0 to 1."""

    current: str | None
    by_years: str | None
    by_skills: str | None
    stated: str | None
    certain: bool
    goal: str | None
    fits: dict[str, float]
    gaps: GapCount


class Assessed(Standing, frozen=True, kw_only=True, tag_field="kind", tag="assessment"):
    """An assessment that somebody asked for.

    ``at`` is the day on which it was made, ``as_of`` the day that it is about. ``catalog`` tells versions of
    the role data apart. ``facts`` is the profile as it was understood.
    """

    at: date
    as_of: date
    catalog: str
    ladder: str
    facts: Profile

    @property
    def standing(self) -> Standing:
        """Where the person stood, without when and why."""
        return Standing(**{name: getattr(self, name) for name in Standing.__struct_fields__})


class StepDone(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="step", omit_defaults=True):
    """A step that was finished: one skill raised, in ``hours`` of effort where somebody counted them.

    ``rated`` says whether the skill had a rating before; without one it counted as level 0.
    """

    day: date = msgspec.field(name="date")
    skill: str
    level_from: int = msgspec.field(name="from")
    level_to: int = msgspec.field(name="to")
    title: str
    proof: str
    hours: float | None
    planned: Hours
    rated: bool = True


class Undone(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="undo"):
    """A finished step taken back; ``of`` is the line of its record."""

    day: date = msgspec.field(name="date")
    of: int


class Created(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="created"):
    """The profile was saved for the first time."""

    day: date = msgspec.field(name="date")


class Imported(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="import"):
    """Facts were taken over from a file of another program."""

    day: date = msgspec.field(name="date")
    source: str


class Renamed(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="renamed"):
    """The profile got another name."""

    day: date = msgspec.field(name="date")
    old: str
    new: str


Record = Assessed | StepDone | Undone | Created | Imported | Renamed


class Entry(NamedTuple):
    """A record and the line on which it stands, from 1: its number for good."""

    line: int
    record: Record


class History(NamedTuple):
    """The records that can be used, how many are of kinds not known here, and what is wrong with others."""

    entries: tuple[Entry, ...] = ()
    unknown: int = 0
    problems: tuple[Problem, ...] = ()

    @property
    def assessments(self) -> tuple[Assessed, ...]:
        """The assessments in the order in which they were made."""
        return tuple(entry.record for entry in self.entries if isinstance(entry.record, Assessed))

    @property
    def last_assessment(self) -> Assessed | None:
        """The assessment made last, or None."""
        return self.assessments[-1] if self.assessments else None


def fingerprint(catalog: Catalog) -> str:
    """Return what tells apart catalogs by what advice rests on: the ladder in use, and all skills."""
    content = msgspec.json.encode((catalog.ladder, catalog.skills))
    return hashlib.sha256(content).hexdigest()[:12]


def remembered(assessment: Assessment, *, at: date, catalog: str) -> Assessed:
    """Return an assessment as it is remembered."""
    placement = assessment.placement
    tiers = (placement.current, placement.by_years, placement.by_skills, placement.stated, assessment.goal)
    current, by_years, by_skills, stated, goal = (tier.id if tier else None for tier in tiers)
    return Assessed(
        at=at,
        as_of=assessment.as_of,
        catalog=catalog,
        ladder=assessment.ladder.id,
        facts=assessment.profile,
        current=current,
        by_years=by_years,
        by_skills=by_skills,
        stated=stated,
        certain=placement.certain,
        goal=goal,
        fits={standing.tier.id: round(standing.fit, FIT_DECIMALS) for standing in assessment.tiers},
        gaps=GapCount(
            next=len(assessment.gaps) if assessment.next else None,
            goal=len(assessment.goal_gaps) if assessment.goal else None,
        ),
    )


def is_news(previous: Assessed | None, current: Assessed) -> bool:
    """Return whether an assessment says anything that the one before did not; days alone are no news."""
    if previous is None:
        return True
    return msgspec.structs.replace(previous, at=current.at, as_of=current.as_of) != current


class Move(msgspec.Struct, frozen=True):
    """One thing before and after. ``of`` is its name; ``key`` says which one where there are several."""

    of: str
    key: str | None
    before: object
    after: object


class WhatChanged(msgspec.Struct, frozen=True):
    """What differs between two assessments, and whose doing it is.

    ``facts`` is what the person says otherwise now. ``by_person`` is what those facts moved, ``by_catalog``
    what moved without them: the same facts assessed with the role data and the careercli of both days.
    ``by_either`` is what moved where both changed and nobody can tell any more which of them did it.
    Moves are those of :class:`Standing`; its fits have a ``key`` each, the tier.
    """

    facts: tuple[Move, ...]
    by_person: tuple[Move, ...]
    by_catalog: tuple[Move, ...]
    other_catalog: bool
    by_either: tuple[Move, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether facts or standing changed."""
        return bool(self.facts or self.by_person or self.by_catalog or self.by_either)


def what_changed(
    previous: Assessed, current: Assessed, assess_again: Callable[[Profile], Assessed]
) -> WhatChanged:
    """Return what differs between two assessments.

    ``assess_again`` assesses earlier facts as ``current`` was assessed: with today's role data. Facts from
    another day may name a goal that the ladder has no longer; :func:`on_ladder` leaves that out.
    """
    between = assess_again(previous.facts)
    return WhatChanged(
        facts=_moves(previous.facts, current.facts),
        by_person=_moves(between.standing, current.standing),
        by_catalog=_moves(previous.standing, between.standing),
        other_catalog=(previous.catalog, previous.ladder) != (current.catalog, current.ladder),
    )


def told_apart(
    previous: Assessed, current: Assessed, today: str, assess_again: Callable[[Profile], Assessed]
) -> WhatChanged:
    """Return what differs between two assessments of any time, as far as that can still be told.

    ``today`` is the fingerprint of today's catalog, and ``assess_again`` assesses earlier facts with it.
    Where the person and the role data both changed, only today's role data can still be asked who did what.
    """
    if previous.facts == current.facts:
        return what_changed(previous, current, lambda _: current)
    if (previous.catalog, previous.ladder) == (current.catalog, current.ladder):
        return what_changed(previous, current, lambda _: previous)
    if current.catalog == today:
        return what_changed(previous, current, assess_again)
    return WhatChanged(
        facts=_moves(previous.facts, current.facts),
        by_person=(),
        by_catalog=(),
        other_catalog=True,
        by_either=_moves(previous.standing, current.standing),
    )


def on_ladder(catalog: Catalog, facts: Profile) -> Profile:
    """Return facts of another day without what the catalog knows no longer: a goal or skills."""
    known = catalog.skills_by_id
    return msgspec.structs.replace(
        facts,
        goal=facts.goal if any(tier.id == facts.goal for tier in catalog.ladder.tiers) else None,
        skills={skill: level for skill, level in facts.skills.items() if skill in known},
        evidence={skill: text for skill, text in facts.evidence.items() if skill in known},
        not_applicable={skill: text for skill, text in facts.not_applicable.items() if skill in known},
    )


def _moves(before: msgspec.Struct, after: msgspec.Struct) -> tuple[Move, ...]:
    """Return where two structs of one type differ, in the order of its fields, mappings key by key."""
    moves: list[Move] = []
    for name in before.__struct_fields__:
        old, new = getattr(before, name), getattr(after, name)
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            keys = [*old, *(key for key in new if key not in old)]
            moves.extend(
                Move(name, key, old.get(key), new.get(key)) for key in keys if old.get(key) != new.get(key)
            )
        elif old != new:
            moves.append(Move(name, None, old, new))
    return tuple(moves)


class FinishedStep(NamedTuple):
    """A finished step and the line of its record."""

    line: int
    step: StepDone


def steps_done(history: History) -> tuple[FinishedStep, ...]:
    """Return the steps finished and not undone, in the order in which they were recorded.

    A record that repeats an earlier one in every word is the same step: a run that was ended between
    remembering a step and changing the profile is tried again.
    """
    done: dict[int, StepDone] = {}
    for line, record in history.entries:
        if isinstance(record, StepDone) and record not in done.values():
            done[line] = record
        elif isinstance(record, Undone):
            done.pop(record.of, None)
    return tuple(FinishedStep(line, step) for line, step in done.items())


class Point(NamedTuple):
    """A value from a day on."""

    day: date
    value: float


def _by_day(history: History) -> tuple[Assessed, ...]:
    """Return the last assessment about each day, in order of days, on the ladder of the last one made."""
    last = history.last_assessment
    if last is None:
        return ()
    days = {record.as_of: record for record in history.assessments if record.ladder == last.ladder}
    return tuple(days[day] for day in sorted(days))


def fits_over_time(history: History) -> dict[str, tuple[Point, ...]]:
    """Return the fit of each tier of the ladder in use, one point for each day with an assessment."""
    records = _by_day(history)
    tiers = dict.fromkeys(tier for record in reversed(records) for tier in record.fits)
    return {
        tier: tuple(Point(record.as_of, record.fits[tier]) for record in records if tier in record.fits)
        for tier in tiers
    }


class Week(NamedTuple):
    """Seven days from ``start`` on, the last of them perhaps not over: hours done, and hours meant for it."""

    start: date
    done: float
    meant: float | None


class Pace(msgspec.Struct, frozen=True):
    """How fast somebody goes.

    Attributes:
        since: the first day that is remembered; steps may be dated before it, and are not in any of this.
        days: how many days that is, ``since`` and today included.
        done: hours of effort in finished steps; where nobody counted, the middle of what was planned.
        counted: the part of ``done`` that somebody counted.
        planned: what the plan gave for the same steps.
        meant: hours that the person meant to give in these days, by the hours a week in their profile then;
            None where no assessment says them.
        weeks: the same week by week.

    """

    since: date
    days: int
    done: float
    counted: float
    planned_min: float
    planned_max: float
    meant: float | None
    weeks: tuple[Week, ...]

    @property
    def hours_per_week(self) -> float:
        """Hours done a week so far; the first week counts as a whole one until it is over."""
        return self.done * DAYS_A_WEEK / max(self.days, DAYS_A_WEEK)


def pace(history: History, today: date) -> Pace | None:
    """Return how fast somebody goes, up to and including ``today``; None where nothing is remembered by then.

    Records about days after ``today`` do not count. A step may be dated to any day before it was recorded, so
    it does not say since when somebody is at it.
    """
    records = (entry.record for entry in history.entries if not isinstance(entry.record, StepDone))
    days = [day for day in map(day_of, records) if day <= today]
    if not days:
        return None
    since = min(days)
    first, end = since.toordinal(), today.toordinal() + 1
    steps = [step for _, step in steps_done(history) if since <= step.day <= today]
    weekly = [(record.as_of.toordinal(), record.facts.hours_per_week) for record in _by_day(history)]
    weeks = tuple(
        Week(
            date.fromordinal(start),
            sum(_effort(step) for step in steps if 0 <= step.day.toordinal() - start < DAYS_A_WEEK),
            _meant(weekly, start, min(start + DAYS_A_WEEK, end)),
        )
        for start in range(first, end, DAYS_A_WEEK)
    )
    return Pace(
        since=since,
        days=end - first,
        done=sum(_effort(step) for step in steps),
        counted=sum(step.hours for step in steps if step.hours is not None),
        planned_min=sum(step.planned.min for step in steps),
        planned_max=sum(step.planned.max for step in steps),
        meant=_meant(weekly, first, end),
        weeks=weeks,
    )


def day_of(record: Record) -> date:
    """Return the day that a record is about."""
    return record.as_of if isinstance(record, Assessed) else record.day


def _effort(step: StepDone) -> float:
    return step.planned.mean if step.hours is None else step.hours


def _meant(weekly: list[tuple[int, float]], start: int, end: int) -> float | None:
    """Return the hours meant for the days from ``start`` to before ``end``, a seventh of a week's each day.

    Days are ordinals: the last day that there is has none after it. Before the first assessment, what that
    one says counts.
    """
    if not weekly:
        return None
    total = 0.0
    for index, (day, hours) in enumerate(weekly):
        first = start if index == 0 else max(day, start)
        last = end if index + 1 == len(weekly) else min(weekly[index + 1][0], end)
        total += max(last - first, 0) * hours / DAYS_A_WEEK
    return round(total, 6)
