"""The document of a coach's notes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

import msgspec

from careercli.domain.notes import Note


class NoteDocument(msgspec.Struct, frozen=True):
    """A note, and the day that it is about; ``number`` is its place among those of its profile, from 1."""

    number: int
    date: date
    text: str


class NotesDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``profile note NAME --json`` prints: the coach's notes, in the order of their days."""

    schema: Literal["careercli/notes@1"] = "careercli/notes@1"
    name: str
    notes: tuple[NoteDocument, ...]


def note_documents(notes: Sequence[Note]) -> tuple[NoteDocument, ...]:
    """Return notes, with their numbers, as they are printed."""
    return tuple(NoteDocument(number, note.day, note.text) for number, note in enumerate(notes, start=1))


def notes_document(name: str, notes: Sequence[Note]) -> NotesDocument:
    """Return the notes on a saved profile as a document."""
    return NotesDocument(name=name, notes=note_documents(notes))
