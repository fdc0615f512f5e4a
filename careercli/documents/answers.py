"""Answers as a document: what ``ask --json`` prints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from careercli.text.passages import Answer


class PassageEntry(msgspec.Struct, frozen=True):
    """One passage that answers; ``rank`` from 1, ``score`` comparable within one document only.

    ``role`` and ``section`` say where it stands, ``skill`` which skill it is about. Paragraphs of ``text``
    are parted by a newline; ``command`` shows all that stands there.
    """

    rank: int
    score: float
    role: str | None
    section: str | None
    skill: str | None
    title: str
    text: str
    sources: tuple[str, ...]
    command: str


class AnswersDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``ask --json`` prints; without ``passages`` where nothing answers the question."""

    schema: Literal["careercli/answers@1"] = "careercli/answers@1"
    question: str
    passages: tuple[PassageEntry, ...]


def answers_document(question: str, found: Sequence[Answer]) -> AnswersDocument:
    """Return the answers to a question as a document, the best first."""
    return AnswersDocument(
        question=question,
        passages=tuple(
            PassageEntry(
                rank,
                round(answer.score, 4),
                answer.passage.role,
                answer.passage.section,
                answer.passage.skill,
                answer.passage.title,
                answer.passage.text,
                answer.passage.sources,
                answer.passage.command,
            )
            for rank, answer in enumerate(found, 1)
        ),
    )
