"""The document of a coach's notes."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from careercli.documents.projection import As, DocumentPart, From, Names, Printed, project
from careercli.domain.notes import Note


class NoteDocument(DocumentPart):
    """A note, and the day that it is about; ``number`` is its place among those of its profile, from 1."""

    number: int
    date: Annotated[date, From("day")]
    text: str


def _numbered(notes: Sequence[Note], _: Names) -> list[NoteDocument]:
    return [project(NoteDocument, note, number=number) for number, note in enumerate(notes, start=1)]


Notes = Annotated[tuple[NoteDocument, ...], As(_numbered)]
"""Notes in the order of their days."""


class NotesDocument(Printed, tag="careercli/notes@1"):
    """What ``profile note NAME --json`` prints: the coach's notes, in the order of their days."""

    name: str
    notes: Notes
