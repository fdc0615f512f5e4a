"""When a tier is ready, and what each end of that date waits for: said in one way wherever a date stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal

from careercli.domain.model import Hold
from careercli.domain.schedule import Binding, Span
from careercli.text.phrases import between, listed

End = Literal["early", "late"]
"""An end of a date: the early one or the late one."""

WAITS_FOR: dict[Hold, str] = {
    "skills": "your steps",
    "support_years": "years in support",
    "leading_years": "years of leading",
}
"""What a date waits for, in words."""

BOTH_ENDS = (
    "The early date takes the low end of every step's hours and the years that employers ask for, the late "
    "one the high end and the years that the guides call usual."
)

NO_PROMISE = "A date says when you can be ready. It promises no opening and no promotion."


def ready_words(ready: Span, bound_by: Binding, today: date) -> str:
    """Return when a tier is ready and what each end of that waits for, without a stop.

    As in ``ready from 14 Mar to 30 Apr 2027; both dates wait for your steps``.
    """
    why = binding_words(ready, bound_by)
    return f"ready {ready_dates(ready, today)}{f'; {why}' if why else ''}"


def ready_dates(ready: Span, today: date) -> str:
    """Return when a tier is ready: ``from 14 Mar to 30 Apr 2027``, ``today``."""
    when = between(ready, today)
    return f"from {when}" if " to " in when else when


def binding_words(
    ready: Span, bound_by: Binding, words: Callable[[Hold, End], str] = lambda hold, _: WAITS_FOR[hold]
) -> str:
    """Return what each end of a date waits for; empty where that is nothing.

    ``words`` says what a hold is at an end; where none is given, :data:`WAITS_FOR` does.
    """
    early = words(bound_by.earliest, "early") if bound_by.earliest else ""
    late = words(bound_by.latest, "late") if bound_by.latest else ""
    if not early and not late:
        return ""
    if not late or ready.earliest == ready.latest:
        holds = list(dict.fromkeys(filter(None, (early, late))))
        return f"the date waits for {', and for '.join(holds) if ',' in early else listed(holds)}"
    if not early:
        return f"the late date waits for {late}"
    if early == late:
        return f"both dates wait for {early}"
    return f"the early date waits for {early}, the late one for {late}"


def binding_short(bound_by: Binding) -> str:
    """Return what a date waits for in a few words, what binds its early end first; empty where nothing does.

    As in ``your steps, then years in support``.
    """
    holds = dict.fromkeys(hold for hold in (bound_by.earliest, bound_by.latest) if hold)
    return ", then ".join(WAITS_FOR[hold] for hold in holds)
