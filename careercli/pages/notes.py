"""A coach's notes on a page."""

from __future__ import annotations

from collections.abc import Sequence
from shlex import quote

from careercli.domain.notes import Note
from careercli.pages.blocks import AIR, Block, Command, Item, Paragraph, Title
from careercli.text.phrases import count, day


def notes_view(name: str, notes: Sequence[Note]) -> list[Block]:
    """Return the notes on a saved profile."""
    blocks: list[Block] = [Title(f"Notes on {name}", count(notes, "note"))]
    if notes:
        blocks += note_blocks(notes)
    else:
        blocks += [
            Paragraph("There is none yet."),
            AIR,
            Command("Note something", f'careercli profile note {quote(name)} "TEXT"'),
        ]
    return blocks


def note_blocks(notes: Sequence[Note]) -> list[Block]:
    """Return notes as the items of a list, each with its number and day."""
    blocks: list[Block] = []
    for number, note in enumerate(notes, start=1):
        first, *more = note.text.splitlines()
        blocks.append(Item(first, f"Note {number}, {day(note.day)}:"))
        blocks += [Item(line, depth=1) for line in more if line.strip()]
    return blocks
