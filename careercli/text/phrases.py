"""The same words everywhere: amounts, dates, lists, skills inside a sentence."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import fsum

from careercli.domain.model import Hold, LadderSeat, Profile, Source
from careercli.domain.placement import leads_now
from careercli.domain.plan import PlannedStep
from careercli.domain.schedule import Milestone, Plan, Span

HOLD_WORDS: dict[Hold, str] = {
    "skills": "skills",
    "support_years": "support years",
    "leading_years": "years of leading",
}

WAITS_FOR: dict[Hold, str] = {
    "skills": "your steps",
    "support_years": "years in support",
    "leading_years": "years of leading",
}
"""What a date waits for, in words."""

SEAT_WORDS: dict[LadderSeat, str] = {
    "agent": "a support job",
    "lead": "a team lead's job",
    "manager": "a manager's job",
    "head": "a head of support's job",
}
"""A job as somebody without it thinks of it."""


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def inside(name: str) -> str:
    """Return a name as it stands inside a sentence: ``coaching``, but ``CRM systems``."""
    first = name.split(" ", 1)[0]
    return name if first[1:] != first[1:].lower() else f"{name[:1].lower()}{name[1:]}"


def spoken(amount: int) -> str:
    """Return a small number as a word, as one says it in a sentence: ``one``, ``ten``, 11."""
    return _SPOKEN[amount] if 0 <= amount < len(_SPOKEN) else str(amount)


_WHOLE_HOURS = 10

_SPOKEN = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


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
    """Return a range of hours: ``4-6 h``, in whole hours from ten on."""
    first, last = _hours(low), _hours(high)
    return f"{first}-{last} h" if first != last else f"{first} h"


def _hours(hours: float) -> str:
    return number(hours if hours < _WHOLE_HOURS else round(hours))


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


def plan_title(plan: Plan, profile: Profile, words: str = "Plan to") -> str:
    """Return what a plan is called: ``words`` with the goal and the person."""
    if plan.goal is None:
        return "There is nothing left to plan: you're at the top of this ladder."
    name = f" for {profile.name}" if profile.name else ""
    return f"{words} {plan.goal.title}{name}"


def pace_sentence(plan: Plan) -> str:
    """Return from when a plan runs, at what pace, and how much work it is."""
    work = _work(plan.steps) or "no steps left"
    return f"From {day(plan.as_of)}, {hours_a_week(plan.hours_per_week)}: {work}."


def ready_sentence(plan: Plan, milestone: Milestone) -> str:
    """Return when a milestone is ready, and what each end of that waits for."""
    early, late = milestone.bound_by.earliest, milestone.bound_by.latest
    when = between(milestone.ready, plan.as_of)
    when = f"from {when}" if " to " in when else when
    holds = [WAITS_FOR[hold] for hold in dict.fromkeys((early, late)) if hold]
    if not holds:
        return f"ready {when}"
    if milestone.ready.earliest == milestone.ready.latest or late is None:
        return f"ready {when}; the date waits for {listed(holds)}"
    if len(holds) > 1:
        return f"ready {when}; the early date waits for {holds[0]}, the late one for {holds[1]}"
    return f"ready {when}; {'both dates wait' if early else 'the late date waits'} for {holds[0]}"


def work_sentence(_: Plan, milestone: Milestone) -> str:
    """Return how much work a milestone is."""
    return _work(dated.step for dated in milestone.steps) or "no steps of its own"


def _work(steps: Iterable[PlannedStep]) -> str:
    every = tuple(steps)
    sure = [step for step in every if not step.if_needed]
    rates = sum(step.kind == "rate" for step in sure)
    raises = sum(step.growth is not None for step in sure)
    parts = ["the quick interview"] if any(step.kind == "interview" for step in sure) else []
    parts += [f"{count(rates, 'skill')} to rate"] if rates else []
    parts += [count(raises, "step")] if raises else []
    if raises:
        low, high = fsum(step.hours.min for step in sure), fsum(step.hours.max for step in sure)
        parts.append(hours_range(low, high))
    words = [", ".join(parts)] if parts else []
    if perhaps := len(every) - len(sure):
        most = number(round(fsum(step.hours.max for step in every)))
        more = count(perhaps, "more step" if parts else "step")
        words.append(f"{more} only if needed, then {most} h at most")
    return "; ".join(words)


def assumptions(plan: Plan) -> tuple[str, ...]:
    """Return what a plan's dates rest on, a sentence each."""
    pace = hours_a_week(plan.hours_per_week)
    return (
        f"You work on the steps one after another, {pace}. Where one waits for a result, the next goes on.",
        *_of_ratings(plan),
        *_of_years(plan),
        *_of_jobs(plan),
        _ENDS,
        _NO_PROMISE,
    )


_ENDS = (
    "The early date takes the low end of every step's hours and the years that employers ask for, the late "
    "one the high end and the years that the guides call usual."
)

_NO_PROMISE = (
    "A date says when you can be ready. It is no promise of a promotion: an opening and an interview are "
    "outside it."
)


def _of_ratings(plan: Plan) -> Iterator[str]:
    estimated = len(plan.course.estimated) if plan.course else 0
    if not estimated:
        return
    skills = f"{count(estimated, 'skill')} of these tiers {'is' if estimated == 1 else 'are'} not rated"
    if plan.profile.skills:
        yield f"{skills}. The early date takes what the rest of your answers suggests, the late one takes 0."
    else:
        yield f"{skills}, so both dates take 0; rating can only bring them forward."


def _of_years(plan: Plan) -> Iterator[str]:
    profile, today = plan.profile, plan.as_of
    if not plan.milestones:
        return
    if _matters(plan, "support_years"):
        since = f"Support years run from {day(today)}"
        if not profile.support_years:
            yield f"{since}, as if your first support job began today. If it begins later, so do the dates."
        elif profile.employed is False:
            yield f"{since}, as if a new support job began today. If it begins later, so do the dates."
        else:
            yield f"You stay in this line of work, so support years run on from {day(today)}."
    if _matters(plan, "leading_years"):
        if profile.employed is not False and leads_now(profile, plan.placement.by_seat):
            yield "You go on leading people, so years of leading run on from today."
        elif plan.placement.current and plan.placement.current.leads_people:
            yield "Years of leading run on from today, as if a job in which you lead began today."
        else:
            yield "Years of leading run from the day on which you are ready for a first lead job."


def _matters(plan: Plan, hold: Hold) -> bool:
    today = Span(plan.as_of, plan.as_of)
    return any(milestone.until[hold] != today for milestone in plan.milestones)


def _of_jobs(plan: Plan) -> Iterator[str]:
    if note := counted_years(plan.profile.part_time_share, _elsewhere(plan)):
        yield note
    seats = {step.needs_seat for step in plan.steps if step.needs_seat}
    if seats:
        jobs = " or ".join(SEAT_WORDS[seat] for seat in SEAT_WORDS if seat in seats)
        yield f"Where a step takes {jobs}, the dates assume that you find somebody to stand in for."


def _elsewhere(plan: Plan) -> float:
    years = plan.profile.leading_elsewhere_years
    return max((m.tier.leading_elsewhere for m in plan.milestones), default=0.0) if years else 0.0


_HALF = 0.5


def counted_years(part_time: float, elsewhere: float) -> str:
    """Return how years at part time and of leading elsewhere count; empty where they all count in full.

    ``part_time`` is the share of full time, ``elsewhere`` the share at which leading elsewhere counts, 0 for
    none.
    """
    said = [f"years at {percent(part_time)} of full time count by that share"] if part_time < 1 else []
    if elsewhere:
        part = "half" if elsewhere == _HALF else percent(elsewhere)
        said.append(f"years of leading outside support count {part}")
    if not said:
        return ""
    sentence = " and ".join(said)
    return f"{sentence[0].upper()}{sentence[1:]}. That is our judgement: no employer gives a figure for it."


def described(source: Source) -> str:
    """Return a source on one line: title, publisher and date."""
    return f"{source.title}. {source.publisher}, {source.date}."
