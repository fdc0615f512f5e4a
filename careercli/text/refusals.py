"""What a rule refuses, in words: what is wrong, and what to do instead."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from careercli.domain.model import LEVEL_NAMES
from careercli.domain.refusals import RefusedError, Why
from careercli.errors import CareerError, NotFoundError, UsageError

_ALREADY = "{name} is at level {have} ({called}) already."
_SAID: dict[Why, tuple[type[CareerError], str, str]] = {
    "evidence-full": (
        UsageError,
        "The evidence of {name} would be longer than {most} characters.",
        "Say the proof in fewer words, or shorten what the profile has.",
    ),
    "not-applicable": (
        UsageError,
        "{name} is marked not applicable: {reason}",
        "If it applies now, take it out of not_applicable in the profile first.",
    ),
    "at-the-top": (
        UsageError,
        _ALREADY,
        "There is no step above it; careercli progress shows what is done.",
    ),
    "reached": (UsageError, _ALREADY, "Its next step leads to level {following}: {title}."),
    "not-next": (
        UsageError,
        "{name} is at level {have}, so level {level} is not its next step.",
        "The next one leads to level {following}: {title}.",
    ),
    "not-rated": (
        UsageError,
        "{name} is not rated, so level {level} is not its next step.",
        "The next one leads to level {following}: {title}. Or rate the skill first, if you are past that.",
    ),
    "none-done": (NotFoundError, "No finished step is recorded.", "What is recorded: careercli progress."),
    "none-of-it": (
        NotFoundError,
        "No finished step of {name} is recorded.",
        "What is recorded: careercli progress.",
    ),
    "later-first": (
        UsageError,
        "{name} was raised to level {last} after that.",
        "Take that step back first: careercli plan undo {skill}={last}.",
    ),
    "other-level": (
        NotFoundError,
        "No finished step of {name} to level {level} is recorded.",
        "The last one led to level {last}.",
    ),
    "no-note": (NotFoundError, "There is no note {number}.", "There {notes}."),
}
"""The error that each refusal is, its message, and its hint."""


@contextmanager
def refusals_in_words() -> Iterator[None]:
    """Turn what a rule refuses meanwhile into an error of the program."""
    try:
        yield
    except RefusedError as refused:
        error, message, hint = _SAID[refused.why]
        about = dict(refused.about)
        if refused.why in {"at-the-top", "reached"}:
            about["called"] = LEVEL_NAMES[about["have"]]
        if "amount" in about:
            about["notes"] = "is 1 note" if about["amount"] == 1 else f"are {about['amount']} notes"
        raise error(message.format(**about), hint=hint.format(**about)) from refused
