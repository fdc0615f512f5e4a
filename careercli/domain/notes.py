"""A coach's own notes on a person: beside the profile, never in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from careercli.domain.refusals import RefusedError
from careercli.domain.values import Value


class Note(Value):
    """What a coach noted, and the day that it is about."""

    day: date
    text: str


def with_note(notes: Sequence[Note], note: Note) -> tuple[Note, ...]:
    """Return notes in the order of their days with another one, the last of its day."""
    return tuple(sorted((*notes, note), key=lambda each: each.day))


def without_note(notes: Sequence[Note], number: int) -> tuple[Note, ...]:
    """Return notes without one, by its number in their order, from 1.

    Raises:
        RefusedError: there is no such note.

    """
    if not 1 <= number <= len(notes):
        raise RefusedError("no-note", number=number, amount=len(notes))
    return tuple(note for place, note in enumerate(notes, start=1) if place != number)
