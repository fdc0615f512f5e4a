"""What pages are made of: blocks, which know what they say and nothing of where it will be read.

``render/`` turns them into screens, into lines for a screen reader, and into files.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from careercli.pages.document_blocks import (
    Cards,
    Chapter,
    Cite,
    Framed,
    Glance,
    Listing,
    Sources,
    Steps,
    Table,
    Task,
)
from careercli.pages.shapes import Diagram

if TYPE_CHECKING:
    from rich.console import RenderableType

    from careercli.pages.look import Look


class Title(msgspec.Struct, frozen=True):
    """What the page is about, with a quiet word beside it."""

    text: str
    aside: str = ""


class Heading(msgspec.Struct, frozen=True):
    """The heading of a part."""

    text: str
    aside: str = ""


class Paragraph(msgspec.Struct, frozen=True):
    """Running text; ``label`` leads it in, ``quiet`` is for what is beside the point.

    In a file it may have a ``style``, and ``cite`` says where it is from.
    """

    text: str
    label: str = ""
    quiet: bool = False
    style: str = ""
    cite: Cite = Cite(())


class Item(msgspec.Struct, frozen=True):
    """An item of a list: what it is called, if anything, and what there is to say."""

    text: str
    name: str = ""
    depth: int = 0


class Fact(msgspec.Struct, frozen=True):
    """A label and its value, set beside those of the facts around it; ``aside`` says how much it bears."""

    label: str
    value: str
    aside: str = ""


class Grid(msgspec.Struct, frozen=True):
    """A table, numbers to the right. Without room it becomes lines that begin with the first column.

    Where it ``wraps``, long cells take several lines instead, unless the page is narrow or the first column
    leaves the others too little.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    wraps: bool = False


class Command(msgspec.Struct, frozen=True):
    """A command to type, and what it is for."""

    label: str
    command: str


class Reference(msgspec.Struct, frozen=True):
    """What a mark on the page stands for."""

    mark: str
    text: str


class Beside(msgspec.Struct, frozen=True):
    """Two lists of blocks side by side; one after the other without room."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


class Contents(msgspec.Struct, frozen=True):
    """What there is to read: each chapter with its sections, as they are typed and by their titles."""

    chapters: Mapping[str, Sequence[tuple[str, str]]]


class Character(msgspec.Struct, frozen=True):
    """Somebody by the name to type, what they are, and their story."""

    name: str
    title: str
    story: str


class Step(msgspec.Struct, frozen=True):
    """A step to take: what, how long, which skill it raises between which levels, how, when, and its proof.

    ``notes`` are more lines below it; numbers of steps in a list have the same amount of ``digits``.
    """

    number: int
    title: str
    aside: str = ""
    skill: str = ""
    levels: tuple[int | None, int] = (None, 0)
    must: bool = False
    do: str = ""
    when: str = ""
    proof: str = ""
    notes: tuple[str, ...] = ()
    digits: int = 1


class Detail(msgspec.Struct, frozen=True):
    """What is beside the point of the line above, below which it stands."""

    text: str


class LevelRow(msgspec.Struct, frozen=True):
    """A skill with the level that is there, None where nobody said it, and the one that is needed."""

    name: str
    have: int | None
    need: int
    must: bool
    note: str


class ChoiceRow(msgspec.Struct, frozen=True):
    """A must-have that several skills can meet, and the quickest way to it."""

    words: str
    quickest: str


class LadderLine(msgspec.Struct, frozen=True):
    """A tier with how much of it is covered, from 0 to 1, or None where too little is rated to say."""

    rank: int
    title: str
    short: str
    fit: float | None
    enough_years: bool
    here: bool
    goal: bool


class LadderLines(msgspec.Struct, frozen=True):
    """A ladder at a glance, lowest tier first."""

    tiers: tuple[LadderLine, ...]


class Stair(msgspec.Struct, frozen=True):
    """A tier as a stair: its years, its must-haves and, of a person, how much is covered."""

    rank: int
    title: str
    short: str
    summary: str
    years: str
    must_haves: tuple[str, ...]
    covered: str
    here: bool
    goal: bool


class Stairs(msgspec.Struct, frozen=True):
    """A ladder as stairs, lowest tier first."""

    stairs: tuple[Stair, ...]


class Here(msgspec.Struct, frozen=True):
    """Where a way begins."""

    text: str


class Waypoint(msgspec.Struct, frozen=True):
    """A tier on a way, when somebody is ready for it, and what is to do until then."""

    title: str
    ready: str
    work: str


class Node(msgspec.Struct, frozen=True):
    """A tier on a way by its rank, and when somebody is ready for it."""

    rank: int
    title: str
    ready: str


class Rail(msgspec.Struct, frozen=True):
    """What is to say of a place on a way; nothing makes the way a line longer."""

    text: str = ""
    label: str = ""


class BeforeAfter(msgspec.Struct, frozen=True):
    """Facts before and after a change: each row a label, both values, and the difference."""

    rows: tuple[tuple[str, str, str, str], ...]


class Gap(msgspec.Struct, frozen=True):
    """Air."""


class Either(msgspec.Struct, frozen=True):
    """What a screen or a designed page shows, and how a screen reader or plain text says the same."""

    shown: tuple[Block, ...]
    spoken: tuple[Block, ...] = ()


class Drawing(msgspec.Struct, frozen=True):
    """Something with a form of its own, and the lines that say the same to a screen reader."""

    draw: Callable[[Look], RenderableType]
    lines: tuple[str, ...]


Block = (
    Title
    | Heading
    | Paragraph
    | Item
    | Fact
    | Grid
    | Command
    | Reference
    | Beside
    | Contents
    | Character
    | Step
    | Detail
    | LevelRow
    | ChoiceRow
    | LadderLines
    | Stairs
    | Here
    | Waypoint
    | Node
    | Rail
    | BeforeAfter
    | Gap
    | Either
    | Drawing
    | Table
    | Listing
    | Cards
    | Steps
    | Task
    | Glance
    | Framed
    | Sources
    | Diagram
    | Chapter
)
