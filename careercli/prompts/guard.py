"""What keeps a key and the Enter that people are used to press after it from answering two questions."""

from __future__ import annotations

from math import inf
from time import monotonic
from typing import Any

from prompt_toolkit.application import Application

WITHIN = 0.4
"""Seconds after an answer by a key in which an Enter still belongs to it."""

_AT_LEAST = 0.15
"""Seconds that a question shows at least before Enter counts: what was typed ahead of it is read by then."""


class Guard:
    """Tells the Enter that follows an answer by a key from one that answers the question after it."""

    def __init__(self) -> None:
        self._answered: float | None = None
        self._until = 0.0

    def answered(self) -> None:
        """Take in that a key has answered."""
        self._answered = monotonic()
        self._until = inf

    def watch(self, app: Application[Any]) -> None:
        """Take in when the next question shows, which this application asks."""
        app.after_render += self._rendered

    def _rendered(self, app: Application[Any]) -> None:
        if self._answered is not None and not app.is_done:  # the one that was answered is drawn once more
            self._until = max(self._answered + WITHIN, monotonic() + _AT_LEAST)
            self._answered = None

    def holds(self) -> bool:
        """Return whether an Enter pressed now belongs to the answer before."""
        return monotonic() < self._until

    def leave(self) -> None:
        """Let what is pressed from now on count: a key of this question was pressed."""
        self._answered, self._until = None, 0.0
