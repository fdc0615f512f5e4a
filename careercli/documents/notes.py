"""The document of a coach's notes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from careercli.documents.projection import DocumentPart, From, Printed, project
from careercli.domain.notes import Note


class NoteDocument(DocumentPart, frozen=True):
    """A note, and the day that it is about; ``number`` is its place among those of its profile, from 1."""

    number: int
    date: Annotated[date, From("day")]
    text: str


class NotesDocument(Printed, frozen=True, tag="careercli/notes@1"):
    """What ``profile note NAME --json`` prints: the coach's notes, in the order of their days."""

    name: str
    notes: tuple[NoteDocument, ...]


def note_documents(notes: Sequence[Note]) -> tuple[NoteDocument, ...]:
    """Return notes, with their numbers, as they are printed."""
    return tuple(project(NoteDocument, note, number=number) for number, note in enumerate(notes, start=1))


def notes_document(name: str, notes: Sequence[Note]) -> NotesDocument:
    """Return the notes on a saved profile as a document."""
    return project(NotesDocument, None, name=name, notes=note_documents(notes))
