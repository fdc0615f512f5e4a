"""A coach's notes on the disk: a YAML file for each person who has any, apart from profile and history."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from careercli.domain.notes import Note
from careercli.domain.values import Text, Value
from careercli.errors import InvalidDataError, NotFoundError
from careercli.formats.checker import examine
from careercli.formats.days import Day, Days
from careercli.formats.document import Document
from careercli.formats.parser import read_file
from careercli.system.files import locked, replace, saving

MEND_BY_HAND = "Mend it in an editor; the profile itself is not concerned."
"""What to do about a broken file of what others keep or say."""


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
    days = Days(document)
    notes = [
        Note(days.day(("notes", place, "date"), entry.date), entry.note)
        for place, entry in enumerate(file.notes if file else ())
    ]
    if problems := (*problems, *days.problems):
        raise InvalidDataError.counting(document.name, problems, hint=MEND_BY_HAND)
    return tuple(sorted(notes, key=lambda note: note.day))


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
