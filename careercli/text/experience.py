"""Jobs of a résumé, and what is doubted of them, in words."""

from __future__ import annotations

from careercli.domain.experience import Doubt, Draft, Position, in_doubt
from careercli.domain.titles import TitleReading
from careercli.text.phrases import capital, count

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
    if doubt.kind == "end" and not value:
        return "Its first month alone counts."
    if value in _NOTHING:
        return "It does not count."
    return next((choice.label for choice in doubt.choices if choice.value == value), value)


def doubt_sentence(draft: Draft) -> str:
    """Return what depends on answers that nobody has given, in years; nothing where nothing does."""
    open_ = in_doubt(draft)
    parts = []
    if open_.jobs:
        dated = open_.jobs - open_.undated
        undated = f"{count(open_.undated, 'job')} without dates that can be read"
        years = (
            f"{count(dated, 'job')} may be support: up to {count(open_.support_years, 'year')}"
            if dated
            else ""
        )
        parts.append(" and ".join(filter(None, (years, undated if open_.undated else ""))))
    if open_.leading_years:
        parts.append(f"up to {count(open_.leading_years, 'year')} may be leading in support")
    if not parts:
        return ""
    return f"{capital('; '.join(parts))}. Without an answer none of that counts."
