"""The same words everywhere: what binds, what holds back, what a plan assumes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from careercli.domain.model import Hold
from careercli.domain.schedule import Plan, Span

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


def hours_range(low: float, high: float) -> str:
    """Return a range of hours: ``4-6 h``."""
    first, last = number(low), number(high)
    return f"{first}-{last} h" if first != last else f"{first} h"


def hours_a_week(hours: float) -> str:
    """Return how much time a person gives: ``4 hours a week``, ``1 hour a week``."""
    shown = number(hours)
    return f"{shown} {'hour' if shown == '1' else 'hours'} a week"


def count(amount: int, noun: str, plural: str | None = None) -> str:
    """Return an amount with its noun: ``1 gap``, ``2 gaps``."""
    return f"{amount} {noun if amount == 1 else plural or noun + 's'}"


def assumptions(plan: Plan) -> tuple[str, ...]:
    """Return what a plan's dates rest on, a sentence each."""
    out = [
        f"You work on the steps one after another, {hours_a_week(plan.hours_per_week)}.",
        "The earliest date takes the low end of every step's hours, the latest the high end.",
        "Hours count the work. Where a step waits for a result, the next begins and its proof comes later.",
        f"You stay in this line of work, so support years run on from {plan.as_of.isoformat()}.",
    ]
    if plan.needs_leading_years:
        out.append(
            "You go on leading people, so leading years run on from the same day."
            if plan.leads_people
            else "You take a seat that leads people once you are ready for one; leading years run from then."
        )
    if plan.unrated:
        verb = "counts" if plan.unrated == 1 else "count"
        skills = count(plan.unrated, "skill")
        out.append(f"{skills} not rated {verb} as level 0; rating can only bring dates forward.")
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
