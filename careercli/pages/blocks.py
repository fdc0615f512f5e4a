"""What pages are made of: blocks, which know what they say and nothing of where it will be read.

``render/`` turns them into screens, into lines for a screen reader, and into files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from careercli.domain.model import LEVEL_NAMES, Tier
from careercli.domain.placement import TierStanding
from careercli.domain.values import Value
from careercli.pages.document_blocks import (
    Cards,
    Chapter,
    Cite,
    Framed,
    Glance,
    Listing,
    Sources,
    Table,
)
from careercli.pages.shapes import Diagram


class Title(Value):
    """What the page is about, with a quiet word beside it."""

    text: str
    aside: str = ""


class Heading(Value):
    """The heading of a part; at a ``depth`` it is one of a part of that."""

    text: str
    aside: str = ""
    depth: int = 0


class Paragraph(Value):
    """Running text; ``label`` leads it in, ``quiet`` is for what is beside the point.

    In a file it may have a ``style``, and ``cite`` says where it is from. At a ``depth`` it is about the line
    above.
    """

    text: str
    label: str = ""
    quiet: bool = False
    style: str = ""
    cite: Cite = Cite(())
    depth: int = 0


class Item(Value):
    """An item of a list: what it is called, if anything, and what there is to say; perhaps to tick off.

    ``cite`` says where it is from.
    """

    text: str
    name: str = ""
    depth: int = 0
    todo: bool = False
    cite: Cite = Cite(())


class Fact(Value):
    """A label and its value, set beside those of the facts around it; ``aside`` says how much it bears.

    Where the value is a drawing, ``spoken`` says all of it. ``cite`` says where it is from.
    """

    label: str
    value: str
    aside: str = ""
    spoken: str = ""
    cite: Cite = Cite(())


class Grid(Value):
    """A table, numbers to the right; without room it becomes lines that begin with the first column."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Command(Value):
    """A command to type, and what it is for."""

    label: str
    command: str


class Beside(Value):
    """Two lists of blocks side by side; one after the other without room."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


class Contents(Value):
    """What there is to read: each chapter with its sections, as they are typed and by their titles."""

    chapters: Mapping[str, Sequence[tuple[str, str]]]


class Step(Value):
    """A step to take: what, how long, the skill that it raises and how, when, and its proof.

    ``notes`` are more lines below it; numbers of steps in a list have the same amount of ``digits``.
    """

    number: int
    title: str
    aside: str = ""
    skill: str = ""
    must: bool = False
    do: str = ""
    when: str = ""
    proof: str = ""
    notes: tuple[str, ...] = ()
    digits: int = 1


class LevelRow(Value):
    """A skill with the level that is there, None where nobody said it, and the one that is needed."""

    name: str
    have: int | None
    need: int
    must: bool
    note: str


class LadderLines(Value):
    """A ladder at a glance, lowest tier first, with how much of each tier is covered."""

    tiers: tuple[TierStanding, ...]
    here: Tier | None
    goal: Tier | None


class Stair(Value):
    """A tier as a stair: its years, its must-haves and, of a person, how much is covered and what it is."""

    tier: Tier
    years: str
    must_haves: str
    covered: str
    mark: Literal["", "you", "goal"]


class Stairs(Value):
    """A ladder as stairs, lowest tier first."""

    stairs: tuple[Stair, ...]


class Node(Value):
    """A place on a way, and when somebody is there; ``rank`` is that of a tier which is called by it."""

    title: str
    ready: str
    rank: int = 0


class Rail(Value):
    """What is to say of a place on a way, ``here`` of where it begins; nothing makes it a line longer."""

    text: str = ""
    label: str = ""
    here: bool = False


STATES = tuple(
    zip(("0", "1░", "2▒", "3▓", "4█", "?", "-"), (*LEVEL_NAMES, "not rated", "does not apply"), strict=True)
)
"""The sign of each state of a skill, the denser the higher the level, and what it is called."""


class Heat(Value):
    """Skills by people, or by how many people have each level.

    ``heads`` has of each column its sign and what that means. A row is a skill, its cells and a note, which
    ``noted`` is the head of; a cell is what it says, and the state of the skill that its look is that of.
    """

    title: str
    noted: str
    heads: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, tuple[tuple[str, int], ...], str], ...]


class Air(Value):
    """An empty line."""


AIR = Air()


def quiet(text: str) -> Paragraph:
    """Return running text that is beside the point."""
    return Paragraph(text, quiet=True)


def part(title: str, blocks: Iterable[Block], aside: str = "") -> list[Block]:
    """Return blocks below air and a heading; nothing where there are none."""
    below = list(blocks)
    return [AIR, Heading(title, aside), *below] if below else []


Block = (
    Title
    | Heading
    | Paragraph
    | Item
    | Fact
    | Grid
    | Command
    | Beside
    | Contents
    | Step
    | LevelRow
    | LadderLines
    | Stairs
    | Node
    | Rail
    | Air
    | Heat
    | Table
    | Listing
    | Cards
    | Glance
    | Framed
    | Sources
    | Diagram
    | Chapter
)
