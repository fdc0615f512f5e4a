"""What a rule of the domain refuses: why, as a word, and what it is about; ``text/refusals.py`` says it."""

from __future__ import annotations

from typing import Any, Literal

Why = Literal[
    "evidence-full",
    "not-applicable",
    "at-the-top",
    "reached",
    "not-next",
    "not-rated",
    "none-done",
    "none-of-it",
    "later-first",
    "other-level",
    "no-note",
]


class RefusedError(Exception):
    """Something that cannot be done; ``about`` has what there is to say of it by its name."""

    def __init__(self, why: Why, **about: Any) -> None:
        super().__init__(why)
        self.why = why
        self.about = about
