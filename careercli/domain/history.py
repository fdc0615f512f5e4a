"""What careercli remembers of a person over time.

A history is a list of records in the order in which they were made; nothing in it is ever changed. What was
undone stays in it, with a later record that takes it back.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Generic, NamedTuple, TypeVar

import msgspec

from careercli.domain.assessment import Assessment
from careercli.domain.growth import Hours
from careercli.domain.ladder import FIT_DECIMALS
from careercli.domain.model import Profile, Tier
from careercli.domain.values import Value
from careercli.errors import Problem

RULE = 2
"""The number of the rule of placement, that of today. Records without a number are of the first one."""

OUT_OF_DATE = 28
"""After this many days years have moved enough to be stated again."""


class GapCount(Value):
    """How many gaps are open: to the next tier and to the goal; None where there is no such tier."""

    next: int | None
    goal: int | None


class Standing(Value, kw_only=True):
    """Where a person stood: tiers by id, None for none, and the fit of every tier, from 0 to 1.

    Of the first rule ``by_seat``, ``at_least``, ``at_most`` and ``confirmed`` are not known.
    """

    current: str | None
    by_years: str | None
    by_skills: str | None
    stated: str | None
    certain: bool
    goal: str | None
    fits: dict[str, float]
    gaps: GapCount
    by_seat: str | None = None
    at_least: str | None = None
    at_most: str | None = None
    confirmed: str | None = None


class Assessed(Standing, kw_only=True, tag_field="kind", tag="assessment"):
    """An assessment that somebody asked for.

    ``at`` is the day on which it was made, ``as_of`` the day that it is about. ``catalog`` tells versions of
    the role data apart. ``facts`` is the profile as it was understood, ``rule`` the number of the rule of
    placement.
    """

    at: date
    as_of: date
    catalog: str
    ladder: str
    facts: Profile
    rule: int = 1

    @property
    def standing(self) -> Standing:
        """Where the person stood, without when and why."""
        return Standing(**{name: getattr(self, name) for name in Standing.__struct_fields__})


class OfDay(Value, kw_only=True, tag_field="kind"):
    """What is remembered of a day."""

    day: date = msgspec.field(name="date")


class StepDone(OfDay, kw_only=True, tag="step", omit_defaults=True):
    """A step that was finished: one skill raised, in ``hours`` of effort where somebody counted them.

    ``rated`` says whether the skill had a rating before; without one it counted as level 0.
    """

    skill: str
    level_from: int = msgspec.field(name="from")
    level_to: int = msgspec.field(name="to")
    title: str
    proof: str
    hours: float | None
    planned: Hours
    rated: bool = True


class Undone(OfDay, kw_only=True, tag="undo"):
    """A finished step taken back; ``of`` is the line of its record."""

    of: int


class Created(OfDay, kw_only=True, tag="created"):
    """The profile was saved for the first time."""


class Imported(OfDay, kw_only=True, tag="import"):
    """Facts were taken over from a file of another program."""

    source: str


class Renamed(OfDay, kw_only=True, tag="renamed"):
    """The profile got another name."""

    old: str
    new: str


Record = Assessed | StepDone | Undone | Created | Imported | Renamed


R = TypeVar("R", Assessed, StepDone, Undone)
R_co = TypeVar("R_co", bound=Record, covariant=True)


class Recorded(NamedTuple, Generic[R_co]):
    """A record and the line on which it stands, from 1: its number for good."""

    line: int
    record: R_co


class History(NamedTuple):
    """The records that can be used, how many are of kinds not known here, and what is wrong with others."""

    entries: tuple[Recorded[Record], ...] = ()
    unknown: int = 0
    problems: tuple[Problem, ...] = ()

    def of(self, kind: type[R]) -> tuple[Recorded[R], ...]:
        """Return the records of a kind in the order in which they were made."""
        return tuple(Recorded(line, record) for line, record in self.entries if isinstance(record, kind))

    @property
    def assessments(self) -> tuple[Assessed, ...]:
        """The assessments in the order in which they were made."""
        return tuple(record for _, record in self.of(Assessed))

    def on(self, ladder: str) -> list[Recorded[Assessed]]:
        """Return the assessments on a ladder in the order in which they were made."""
        return [entry for entry in self.of(Assessed) if entry.record.ladder == ladder]

    @property
    def undone(self) -> set[int]:
        """The lines of the steps that were taken back."""
        return {record.of for _, record in self.of(Undone)}

    @property
    def last_assessment(self) -> Assessed | None:
        """The assessment made last, or None."""
        return self.assessments[-1] if self.assessments else None

    def last_on(self, ladder: str) -> Assessed | None:
        """Return the assessment on a ladder that was made last, or None."""
        known = self.on(ladder)
        return known[-1].record if known else None


_TIERS = ("current", "by_years", "by_skills", "stated", "by_seat", "at_least", "at_most", "confirmed")


def remembered(assessment: Assessment, *, at: date, catalog: str) -> Assessed:
    """Return an assessment as it is remembered."""
    placement = assessment.placement
    tiers: dict[str, Tier | None] = {name: getattr(placement, name) for name in _TIERS}
    return Assessed(
        at=at,
        as_of=assessment.as_of,
        catalog=catalog,
        ladder=assessment.ladder.id,
        facts=assessment.profile,
        rule=RULE,
        **{name: tier.id if tier else None for name, tier in tiers.items()},
        certain=placement.certain,
        goal=assessment.goal.id if assessment.goal else None,
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
    return previous.but(at=current.at, as_of=current.as_of) != current


def steps_done(history: History) -> tuple[Recorded[StepDone], ...]:
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
    return tuple(Recorded(line, step) for line, step in done.items())


def years_since(assessed: Iterable[Recorded[Assessed]], facts: Profile, today: date) -> date | None:
    """Return since when the years have been what they are, if that is long ago."""
    since = today
    for _, record in sorted(assessed, key=lambda entry: entry.record.as_of, reverse=True):
        then = record.facts
        if (then.support_years, then.leading_years) != (facts.support_years, facts.leading_years):
            break
        since = record.as_of
    return since if (today - since).days >= OUT_OF_DATE else None


def day_of(record: Record) -> date:
    """Return the day that a record is about."""
    return record.as_of if isinstance(record, Assessed) else record.day
