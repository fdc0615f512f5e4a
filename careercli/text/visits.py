"""What happened since somebody was last here, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from careercli.domain.attribution import Move
from careercli.domain.model import Ladder
from careercli.domain.visits import Due, Planned, Since
from careercli.text.moves import FACTS, fact_words, moved_words
from careercli.text.phrases import between, capital, count, day, listed, some, spoken

_WEEKS_FROM, _MONTHS_FROM, _YEARS_FROM = 14, 60, 360
"""From so many days on, a time is told in weeks, in months, in years."""

_WORTH_TELLING = 7
"""A date that moved by fewer days, where nothing else did, only went on with them."""

_NAMED = 2
"""Up to this many steps are named in a line; more are counted."""


def ago(days: int) -> str:
    """Return how long ago a day is: ``yesterday``, ``three weeks ago``, ``a year ago``."""
    if days <= 0:
        return "today"
    if days == 1:
        return "yesterday"
    length, noun = _unit(days)
    amount = max(round(days / length), 1)
    return f"a {noun} ago" if amount == 1 else f"{spoken(amount)} {noun}s ago"


def _unit(days: int) -> tuple[float, str]:
    """Return in which unit so many days are told: how many days it has, and its name."""
    units = ((_YEARS_FROM, 365.25, "year"), (_MONTHS_FROM, 30.44, "month"), (_WEEKS_FROM, 7.0, "week"))
    return next(((length, noun) for least, length, noun in units if days >= least), (1.0, "day"))


def since_sentences(since: Since, ladder: Ladder, today: date) -> Iterator[str]:
    """Yield what happened since an earlier day, a sentence each, the most telling first."""
    names = {tier.id: tier.short for tier in ladder.tiers}
    changed = since.changed
    for move in changed.by_person:
        if move.of == "current" and (words := moved_words(move, names)):
            yield f"Your {words}."
    if since.steps:
        titles = [step.title for step in since.steps]
        named = f": {listed(titles)}" if len(titles) <= _NAMED else ""
        yield f"{count(titles, 'step')} done{named}."
    anew = since.rerated if since.rated else count(since.rerated, "skill")
    if rated := some(
        since.rated and f"{count(since.rated, 'skill')} rated for the first time",
        since.rerated and f"{anew} rated anew",
    ):
        yield f"{listed(rated)}."
    if since.written:
        yield f"Evidence written down under {count(since.written, 'skill')}."
    if facts := [_fact(move, names) for move in changed.facts if move.of in FACTS]:
        yield f"{capital(', '.join(facts))}."
    for moves, whose in (
        (changed.by_catalog, "Newer role data"),
        (changed.by_rule, "A new rule of placement"),
    ):
        if moves:
            told = [words for move in moves if (words := moved_words(move, names))]
            yield f"{whose} moved, not you: {', '.join(told[:_NAMED]) or 'how much is missing'}."
    if not (since.steps or since.changed.anything):
        yield "Nothing changed in your answers."
    for ready in since.dates:
        days = ready.days or 0
        if ready.after and (since.moved or abs(days) >= _WORTH_TELLING):
            way = "sooner" if days < 0 else "later"
            when = f"{_length(abs(days))} {way} than planned then"
            yield f"{ready.tier.short}: ready {between(ready.after, today)}, {when}."


def _fact(move: Move, names: Mapping[str, str]) -> str:
    before, after = (fact_words(move.of, value, names) for value in (move.before, move.after))
    return f"{FACTS[move.of]} {before} → {after}"


def _length(days: int) -> str:
    length, noun = _unit(days)
    return count(max(round(days / length), 1), noun)


def due_sentences(planned: Planned, skip: str, names: Mapping[str, str]) -> Iterator[str]:
    """Yield which steps a plan of an earlier day has begun by now, without the step ``skip``.

    A few are named, of many it is said how many there are.
    """
    over = [due for due in planned.due if not due.waits and due.dated.step.id != skip]
    if len(over) > _NAMED:
        yield f"{len(over)} more steps were to be done by now: the plan begins with them anew."
    else:
        yield from (f"{_titled(due, names)}: to be done by {_end(due)}." for due in over)
    for due in planned.due:
        if due.waits and due.dated.step.id != skip:
            yield f"{_titled(due, names)}: waiting for its result, due by {_end(due)}."


def due_sentence(planned: Planned, step: str) -> str:
    """Return what a plan of an earlier day says of a step today; empty where it says nothing."""
    due = next((each for each in planned.due if each.dated.step.id == step), None)
    if due is None:
        return ""
    if due.waits:
        return f"By your plan of {day(planned.day)} the work is done, and its result is due by {_end(due)}."
    return f"By your plan of {day(planned.day)} it was to be done by {_end(due)}."


def _titled(due: Due, names: Mapping[str, str]) -> str:
    step = due.dated.step
    return step.growth.title if step.growth else names[step.skill or ""]


def _end(due: Due) -> str:
    end = due.dated.ends.latest
    return day(end) if end else "then"
