"""A coach's notes on the disk: a YAML file for each person who has any, apart from profile and history."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta

from careercli.domain.notes import Note
from careercli.domain.values import Text, Value
from careercli.errors import InvalidDataError, NotFoundError, Problem
from careercli.formats.checker import examine
from careercli.formats.document import Document
from careercli.formats.parser import read_file
from careercli.system.files import locked, replace, saving

Day = Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", description="a date such as 2026-11-21")]


class NoteEntry(Value, kw_only=True):
    """A note as it is written down."""

    date: Day
    note: Text


class NotesFile(Value, kw_only=True):
    """The notes on one person."""

    schema: Literal["careercli/client-notes@1"]
    notes: tuple[NoteEntry, ...] = ()


def read_notes(path: Path) -> tuple[Note, ...]:
    """Return the notes in a file, in the order of their days; of a file that is not there, none.

    Raises:
        StorageError: it cannot be read.
        InvalidDataError: it is broken; with every problem.

    """
    try:
        document = read_file(path)
    except NotFoundError:
        return ()
    return notes_of(document)


def notes_of(document: Document) -> tuple[Note, ...]:
    """Return the notes in a document, in the order of their days.

    Raises:
        InvalidDataError: it is broken; with every problem.

    """
    file, problems = examine(document, NotesFile)
    notes = [_note(document, place, entry) for place, entry in enumerate(file.notes if file else ())]
    problems = (*problems, *(note for note in notes if isinstance(note, Problem)))
    if problems:
        error = InvalidDataError.counting(document.name, problems)
        error.hint = "Mend it in an editor; the profile itself is not concerned."
        raise error
    return tuple(sorted((note for note in notes if isinstance(note, Note)), key=lambda note: note.day))


def _note(document: Document, place: int, entry: NoteEntry) -> Note | Problem:
    try:
        return Note(date.fromisoformat(entry.date), entry.note)
    except ValueError:
        return document.problem(("notes", place, "date"), f"{entry.date} is no day of the calendar")


def change_notes(path: Path, edit: Callable[[Sequence[Note]], Sequence[Note]]) -> tuple[Note, ...]:
    """Change the notes in a file, and return them; the file goes with its last note.

    Whoever renames or deletes a profile holds its lock, and so does whoever calls this.

    Raises:
        StorageError: it cannot be read or written; what was there before is intact.
        InvalidDataError: it is broken.

    """
    with locked(path) as target:
        notes = tuple(edit(read_notes(path)))
        if not notes:
            with saving(path):
                path.unlink(missing_ok=True)
            return notes
        from careercli.formats.yaml_writer import write_yaml

        entries = [{"date": note.day.isoformat(), "note": note.text} for note in notes]
        text = write_yaml({"schema": "careercli/client-notes@1", "notes": entries})
        replace(target, text.encode(), path)
        return notes
