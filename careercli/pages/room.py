"""What of a screen there is room for: its parts that matter most, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from careercli.pages.blocks import Block
from careercli.pages.look import Look, render

ALWAYS = 0
"""How much a part matters that is shown whether there is room or not; the higher the number, the less."""


class Piece(NamedTuple):
    """A part of a screen, and how much it matters, the lowest number first.

    ``gap`` says of something that is missing whether it is a must-have; of any other part it is None.
    """

    blocks: tuple[Block, ...]
    matters: int = ALWAYS
    gap: bool | None = None


def lines_of(blocks: Sequence[Block], look: Look) -> int:
    """Return how many lines blocks take."""
    return render(blocks, look).count("\n") if blocks else 0


def that_fit(pieces: Sequence[Piece], look: Look, room: int, lists: int | None = None) -> list[Piece]:
    """Return the parts that fit so many lines, those that matter most first.

    Of those that matter as little as ``lists`` or less, what comes behind the first that has no room is left
    out, too: of a list only what comes last.
    """
    shown: set[int] = set()
    full: set[int] = set()
    for index in sorted(range(len(pieces)), key=lambda index: pieces[index].matters):
        blocks, matters, _ = pieces[index]
        lines = lines_of(blocks, look)
        if matters == ALWAYS or (lines <= room and matters not in full):
            room -= lines
            shown.add(index)
        elif lists is not None and matters >= lists:
            full.add(matters)
    return [piece for index, piece in enumerate(pieces) if index in shown]
