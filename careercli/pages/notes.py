"""A coach's notes on a page."""

from __future__ import annotations

from collections.abc import Sequence
from shlex import quote

from rich.console import RenderableType

from careercli.domain.notes import Note
from careercli.pages.blocks import Block, Command, Gap, Item, Paragraph, Title, page
from careercli.pages.look import Look
from careercli.text.phrases import count, day


def notes_view(name: str, notes: Sequence[Note], look: Look) -> RenderableType | list[str]:
    """Return the notes on a saved profile."""
    blocks: list[Block] = [Title(f"Notes on {name}", count(len(notes), "note"))]
    if notes:
        blocks += note_blocks(notes)
    else:
        blocks += [
            Paragraph("There is none yet."),
            Gap(),
            Command("Note something", f'careercli profile note {quote(name)} "TEXT"'),
        ]
    return page(blocks, look)


def note_blocks(notes: Sequence[Note]) -> list[Block]:
    """Return notes as the items of a list, each with its number and day."""
    blocks: list[Block] = []
    for number, note in enumerate(notes, start=1):
        first, *more = note.text.splitlines()
        blocks.append(Item(first, f"Note {number}, {day(note.day)}:"))
        blocks += [Item(line, depth=1) for line in more if line.strip()]
    return blocks
