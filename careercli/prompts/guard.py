"""What keeps a key and the Enter that people are used to press after it from answering two questions."""

from __future__ import annotations

from time import monotonic

WITHIN = 0.4
"""Seconds after an answer by a key in which an Enter still belongs to it."""

_AT_LEAST = 0.15
"""Seconds that a question stands at least before Enter counts: what was typed ahead of it is read by then."""


class Guard:
    """Tells the Enter that follows an answer by a key from one that answers the question after it."""

    def __init__(self) -> None:
        self._answered: float | None = None
        self._until = 0.0

    def answered(self) -> None:
        """Take in that a key has answered."""
        self._answered = monotonic()

    def begin(self) -> None:
        """Take in that the next question is put."""
        if self._answered is not None:
            self._until = max(self._answered + WITHIN, monotonic() + _AT_LEAST)
        self._answered = None

    def holds(self) -> bool:
        """Return whether an Enter pressed now belongs to the answer before."""
        return monotonic() < self._until

    def leave(self) -> None:
        """Let what is pressed from now on count: a key of this question was pressed."""
        self._until = 0.0
