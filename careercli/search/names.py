"""Questions that call what they ask for by its name: a question of the guides, in its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careercli.text.passages import Passage

WORD = re.compile(r"[^\W_]+")
"""A word of a question: letters and digits."""


def called_for(question: str, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return the passages that a question calls by name: the answers to the very question, in any case."""
    spoken = _spoken(question)
    return tuple(passage for passage in passages if passage.asked and _spoken(passage.title) == spoken)


def _spoken(text: str) -> list[str]:
    return WORD.findall(text.casefold())
