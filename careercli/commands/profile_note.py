"""``careercli profile note``: a coach's own notes on a saved profile."""

from typing import Annotated

import typer

from careercli.cli.context import session_of
from careercli.cli.options import SavedName, argument, day_given, option
from careercli.cli.results import show
from careercli.cli.saved_profiles import existing
from careercli.errors import UsageError
from careercli.formats.text import clean

LONGEST_NOTE = 4000
"""In characters."""


def note(
    ctx: typer.Context,
    name: SavedName,
    text: Annotated[str | None, argument("[TEXT]", "What to note; none lists the notes.")] = None,
    on: Annotated[
        str | None,
        option("--on", "DATE", "The day that it is about; today unless told."),
    ] = None,
    remove: Annotated[
        int | None,
        option("--remove", "N", "Remove the note of this number."),
    ] = None,
) -> None:
    """Note something about a client for yourself, or list the notes.

    Notes are kept beside the profile, never in it, and shown nowhere unless --notes asks for them.
    """
    from careercli.domain.notes import Note, with_note, without_note
    from careercli.text.refusals import refusals_in_words

    session = session_of(ctx)
    if remove is not None and (text is not None or on is not None):
        raise UsageError("--remove takes a note away; TEXT and --on add one.", hint="Give one or the other.")
    if on is not None and text is None:
        raise UsageError("--on says which day a note is about.", hint='Add the note: --on DATE "TEXT".')
    found = existing(session, name)
    if remove is not None:
        with refusals_in_words():
            notes = session.store.change_notes(found, lambda now: without_note(now, remove))
    elif text is not None:
        added = Note(day_given(session, "--on", on), _checked(text))
        notes = session.store.change_notes(found, lambda now: with_note(now, added))
    else:
        notes = session.store.notes(found)
    show(session, "notes", name=found, notes=notes)


def _checked(text: str) -> str:
    """Return a note as it is kept.

    Raises:
        UsageError: there is nothing in it, or too much.

    """
    note = clean(text).strip()
    if not note:
        raise UsageError("The note is empty.", hint="Say what to note, in quotes.")
    if len(note) > LONGEST_NOTE:
        raise UsageError(
            f"A note has up to {LONGEST_NOTE} characters, this one {len(note):,}.", hint="Make it two."
        )
    return note
