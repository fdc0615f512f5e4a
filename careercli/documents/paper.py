"""A paper of ``prepare`` as a document."""

from datetime import date as Day  # noqa: N812 - a field is called date
from typing import Annotated

from careercli.documents.projection import DocumentPart, From, Id, Names, Printed, TextOrNull, project
from careercli.domain.paper import Origin, Paper, PaperKind


class PaperLineDocument(DocumentPart):
    """One line; ``origin`` says where it comes from, ``hole`` which question it asks, null for none."""

    origin: Origin
    label: TextOrNull
    text: str
    skill: str | None
    date: Annotated[Day | None, From("day")]
    source: TextOrNull
    hole: Id | None
    depth: int
    aside: TextOrNull


class PaperPartDocument(DocumentPart):
    """A part of a paper; ``for_others`` where it is for whoever the paper is sent to, and not for oneself."""

    id: str
    title: str
    aside: TextOrNull
    for_others: bool
    lines: tuple[PaperLineDocument, ...]


class HoleDocument(DocumentPart):
    """What only the person can say; ``extends`` is the evidence that it belongs to, null for a new line.

    ``skill`` is null where an answer is no evidence.
    """

    id: str
    question: str
    skill: str | None
    extends: TextOrNull


class PaperDocument(Printed, tag="careercli/paper@1"):
    """What ``prepare --json`` prints; ``tier`` and ``ad`` are what it is for, ``ad`` its title or null."""

    as_of: Day
    kind: PaperKind
    name: str | None
    tier: Annotated[Id | None, From("aim.tier")]
    ad: Annotated[str | None, From("aim.ad.title")]
    title: str
    lead: str
    opening: TextOrNull
    parts: tuple[PaperPartDocument, ...]
    holes: tuple[HoleDocument, ...]
    sources: tuple[str, ...]


def paper_document(paper: Paper, names: Names, today: Day, name: str | None = None) -> PaperDocument:
    """Return a paper as its document; ``name`` is the person's."""
    return project(PaperDocument, paper, names, as_of=today, name=name)
