"""Jobs of a résumé, and what is doubted of them, in words."""

from __future__ import annotations

from careercli.domain.experience import Doubt, Position
from careercli.domain.titles import TitleReading

_NOTHING = frozenset({"", "none", "leave"})
"""The answers after which a job counts on no clock."""


def job_name(position: Position) -> str:
    """Return a job as people say it: ``Support Agent at Acme``."""
    title = position.title or "A job without a title"
    return f"{title} at {position.employer}" if position.employer else title


def title_words(reading: TitleReading) -> str:
    """Return the words of a title that decided: ``customer care + adviser, senior``; "" where none did."""
    return ", ".join(filter(None, (" + ".join(reading.words[:2]), *reading.words[2:])))


def outcome(doubt: Doubt) -> str:
    """Return what follows from the answer to a doubt, or where there is none from its default."""
    value = doubt.default if doubt.answer is None else doubt.answer
    if value in _NOTHING:
        return "It does not count."
    return next((choice.label for choice in doubt.choices if choice.value == value), value)
