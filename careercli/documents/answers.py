"""Answers as a document: what ``ask --json`` prints."""

from collections.abc import Sequence

from careercli.documents.projection import DocumentPart, Fit, Printed, project
from careercli.domain.passages import Answer, Passage


class PassageEntry(DocumentPart):
    """One passage that answers; ``rank`` from 1, ``score`` comparable within one document only.

    ``role`` and ``section`` say where it stands, ``skill`` which skill it is about. Paragraphs of ``text``
    are parted by a newline; ``command`` shows all that stands there.
    """

    rank: int
    score: Fit
    role: str | None
    section: str | None
    skill: str | None
    title: str
    text: str
    sources: tuple[str, ...]
    command: str


class NearEntry(DocumentPart):
    """Where something near to a question stands that nothing here answers; ``command`` shows it."""

    role: str
    section: str
    title: str
    command: str


class AnswersDocument(Printed, tag="careercli/answers@1"):
    """What ``ask --json`` prints; without ``passages`` where nothing answers the question.

    ``nearest`` is then what may be read instead, which is no answer; it is empty where there are passages,
    and where the question is about another life. ``unknowable`` is a sentence that says why nobody here can
    answer the question, null for most.
    """

    question: str
    passages: tuple[PassageEntry, ...]
    nearest: tuple[NearEntry, ...] = ()
    unknowable: str | None = None


def answers_document(
    question: str,
    found: Sequence[Answer],
    *,
    nearest: Sequence[Passage] = (),
    unknowable: str | None = None,
) -> AnswersDocument:
    """Return the answers to a question as a document, the best first, or what comes nearest to one."""
    return AnswersDocument(
        question,
        tuple(
            project(PassageEntry, answer.passage, rank=rank, score=answer.score)
            for rank, answer in enumerate(found, 1)
        ),
        tuple(project(NearEntry, passage) for passage in nearest),
        unknowable,
    )
