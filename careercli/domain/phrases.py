"""The same words everywhere: what binds, what holds back, what a plan assumes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from careercli.domain.model import Hold, Profile, Source
from careercli.domain.schedule import Milestone, Plan, Span

HOLD_WORDS: dict[Hold, str] = {
    "skills": "skills",
    "support_years": "support years",
    "leading_years": "leading years",
}


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def held_back(holds: Sequence[Hold]) -> str:
    """Return what holds back, in words."""
    return listed([HOLD_WORDS[hold] for hold in holds])


def number(value: float) -> str:
    """Return a number without needless decimals: 4, 2.5."""
    return f"{value:.1f}".rstrip("0").rstrip(".") if value != int(value) else str(int(value))


def tenths_up(years: float) -> str:
    """Return years in tenths, rounded up: what is shown as missing is enough."""
    return number(math.ceil(round(years * 10, 6)) / 10)


def tenths_down(years: float) -> str:
    """Return years in tenths, rounded down: what is shown as there is there."""
    return number(math.floor(round(years * 10, 6)) / 10)


_BINARY = 1e-9
"""More than a share's hundredfold is off by for being kept in binary: 0.57 * 100 is 56.99999999999999."""


def points(share: float) -> int:
    """Return a share that is reached, from 0 to 1, in whole percent points, rounded down.

    What is shown as 70 is at least 0.70, so a fit never looks like one that passes and does not.
    """
    return math.floor(share * 100 + _BINARY)


def points_asked(share: float) -> int:
    """Return a share that is asked for in whole percent points, rounded up: who shows as many has enough."""
    return math.ceil(share * 100 - _BINARY)


def percent(share: float) -> str:
    """Return a share that is reached, as :func:`points` rounds it: ``57%``."""
    return f"{points(share)}%"


def percent_asked(share: float) -> str:
    """Return a share that is asked for, as :func:`points_asked` rounds it: ``70%``."""
    return f"{points_asked(share)}%"


def hours_range(low: float, high: float) -> str:
    """Return a range of hours: ``4-6 h``."""
    first, last = number(low), number(high)
    return f"{first}-{last} h" if first != last else f"{first} h"


def hours_a_week(hours: float) -> str:
    """Return how much time a person gives: ``4 hours a week``, ``1 hour a week``."""
    shown = number(hours)
    return f"{shown} {'hour' if shown == '1' else 'hours'} a week"


def capital(sentence: str) -> str:
    """Return a sentence with its first letter as a capital."""
    return f"{sentence[:1].upper()}{sentence[1:]}"


def count(amount: int, noun: str, plural: str | None = None) -> str:
    """Return an amount with its noun: ``1 gap``, ``2 gaps``."""
    return f"{amount} {noun if amount == 1 else plural or noun + 's'}"


def assumptions(plan: Plan) -> tuple[str, ...]:
    """Return what a plan's dates rest on, a sentence each."""
    out = [
        f"You work on the steps one after another, {hours_a_week(plan.hours_per_week)}.",
        "The earliest date takes the low end of every step's hours, the latest the high end.",
        "Hours count the work. Where a step waits for a result, the next begins and its proof comes later.",
        f"Support years run from {day(plan.as_of)}, as if your first support job began that day. If it "
        "begins later, the dates that years decide move back by as much."
        if plan.newcomer
        else f"You stay in this line of work, so support years run on from {day(plan.as_of)}.",
    ]
    if plan.needs_leading_years:
        out.append(
            "You go on leading people, so leading years run on from the same day."
            if plan.leads_people
            else "You take a seat that leads people once you are ready for one; leading years run from then."
        )
    if plan.unrated:
        verb = "counts" if plan.unrated == 1 else "count"
        skills = count(plan.unrated, "unrated skill")
        out.append(f"{skills} of the goal {verb} as 0; rating can only bring dates forward.")
    out.append(
        "A date says when you can be ready. It is no promise of a promotion: an opening and an interview are "
        "outside it."
    )
    return tuple(out)


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(value: date) -> str:
    """Return a date as people write it, the same in every locale: ``3 Apr 2027``."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def between(span: Span, today: date) -> str:
    """Return a span of dates: ``today``, ``3 Apr 2027``, ``12 Feb to 3 Apr 2027``."""
    low, high = span.earliest, span.latest
    if low is None or high is None:
        return "not within this plan"
    if high == today:
        return "today"
    if low == high:
        return day(low)
    if low == today:
        return f"today to {day(high)}"
    first = day(low) if low.year != high.year else f"{low.day} {_MONTHS[low.month - 1]}"
    return f"{first} to {day(high)}"


def ready_sentence(plan: Plan, milestone: Milestone) -> str:
    """Return when a milestone is ready and what decides it."""
    when = between(milestone.ready, plan.as_of)
    if milestone.bound_by is None:
        return f"ready {when}"
    return f"ready {when}, decided by {HOLD_WORDS[milestone.bound_by]}"


def work_sentence(plan: Plan, milestone: Milestone) -> str:
    """Return how much work a milestone is and when all of it is done."""
    if not milestone.steps:
        return "no steps of its own"
    work = f"{count(len(milestone.steps), 'step')}, {hours_range(milestone.hours.min, milestone.hours.max)}"
    return f"{work}, all done {between(milestone.complete, plan.as_of)}"


def plan_title(plan: Plan, profile: Profile, words: str = "Plan to") -> str:
    """Return what a plan is called: ``words`` with the goal and the person."""
    if plan.goal is None:
        return "There is nothing to plan: you stand on the highest tier of this ladder."
    name = f" for {profile.name}" if profile.name else ""
    return f"{words} {plan.goal.title}{name}"


def pace_sentence(plan: Plan) -> str:
    """Return from when a plan runs, at what pace, and how much work it is."""
    low = sum(milestone.hours.min for milestone in plan.milestones)
    high = sum(milestone.hours.max for milestone in plan.milestones)
    work = f"{count(len(plan.steps), 'step')}, {hours_range(low, high)}" if plan.steps else "no steps left"
    return f"From {day(plan.as_of)}, {hours_a_week(plan.hours_per_week)}: {work}."


def described(source: Source) -> str:
    """Return a source on one line: title, publisher and date."""
    return f"{source.title}. {source.publisher}, {source.date}."
