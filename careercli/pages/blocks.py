"""What pages are made of: blocks, which know what they say and nothing of where it will be read.

``render/`` turns them into screens, into lines for a screen reader, and into files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal

import msgspec

from careercli.domain.model import Source
from careercli.pages.shapes import Diagram

if TYPE_CHECKING:
    from rich.console import RenderableType

    from careercli.pages.look import Look


class Strong(msgspec.Struct, frozen=True):
    """Words that stand out."""

    text: str


class Styled(msgspec.Struct, frozen=True):
    """Words that look as a style of the style sheet says; ``meaning`` spells an abbreviation out."""

    words: Words
    style: str = ""
    meaning: str = ""


class Tag(msgspec.Struct, frozen=True):
    """A label beside what it is about; plain text says it in other words."""

    text: str
    style: str = ""


MUST_HAVE = Tag("must-have", "tag-gate")


class Cite(msgspec.Struct, frozen=True):
    """Where something is said: places in the list of sources, from 1."""

    numbers: tuple[int, ...]


class Wording(msgspec.Struct, frozen=True):
    """What a designed page says, and what plain text says in its place."""

    shown: Words
    spoken: Words = ""


class Meter(msgspec.Struct, frozen=True):
    """A level and the level needed as a picture, which says nothing that words beside it do not."""

    have: int
    need: int


class Rise(msgspec.Struct, frozen=True):
    """A skill from one level to another, None where it is not rated; in ``short`` by numbers alone."""

    have: int | None
    need: int
    name: str = ""
    short: bool = False


class Bar(msgspec.Struct, frozen=True):
    """A share from 0 to 1 as a bar, with the words beside it, and a line at a limit where there is one."""

    share: float
    text: str = ""
    limit: float | None = None


Inline = str | Wording | Strong | Styled | Tag | Cite | Meter | Rise | Bar
Words = str | tuple[Inline, ...]


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


class Column(msgspec.Struct, frozen=True):
    """A column of a table: its head, and the style of its cells.

    ``names`` is for the column that says what a row is about; ``hidden`` for one that repeats another as a
    picture; ``spoken`` for one that only plain text has, where a designed page has tags; ``label`` is what
    the head is called where a cell stands alone.
    """

    title: Words
    style: str = ""
    names: bool = False
    hidden: bool = False
    spoken: bool = False
    label: str = ""


class Table(msgspec.Struct, frozen=True):
    """A table; a cell may be a tuple of one Styled, whose style is then that of the cell.

    ``here`` is the place of the row that stands out; ``scrolls`` says what the table shows where it may be
    wider than the page.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Words, ...], ...]
    caption: str = ""
    style: str = ""
    here: int | None = None
    scrolls: str = ""


class Listing(msgspec.Struct, frozen=True):
    """A list of words in a style; ``hidden`` where it only explains what is drawn."""

    items: tuple[Words, ...]
    style: str = "list"
    hidden: bool = False


class Card(msgspec.Struct, frozen=True):
    """What is missing: its name, what there is to say of it, then facts, a label and values each."""

    name: str
    must: bool
    about: str | Rise
    facts: tuple[tuple[str, tuple[Words, ...]], ...]


class Cards(msgspec.Struct, frozen=True):
    """Cards side by side; ``level`` is that of their headings."""

    cards: tuple[Card, ...]
    level: Literal[3, 4]


class PlanStep(msgspec.Struct, frozen=True):
    """A step of a plan, or something else to do, which has a title and says how."""

    title: str
    how: str = ""
    hours: str = ""
    skill: str = ""
    have: int | None = None
    need: int = 0
    must: bool = False
    when: str = ""
    proof: str = ""
    cite: Cite = Cite(())


class Steps(msgspec.Struct, frozen=True):
    """Steps in full as cards, in a table or briefly; ``first`` is the number of the first, 0 for none."""

    steps: tuple[PlanStep, ...]
    form: Literal["cards", "table", "brief"]
    first: int = 1
    caption: str = ""


class Task(msgspec.Struct, frozen=True):
    """Something to tick off: its title, what is added to it, and a line for each thing to know."""

    title: str
    aside: str
    lines: tuple[str, ...]


class Glance(msgspec.Struct, frozen=True):
    """A few facts that say the most."""

    facts: tuple[Fact, ...]


class Framed(msgspec.Struct, frozen=True):
    """Blocks that belong together, in a style."""

    blocks: tuple[Block, ...]
    style: str = ""


class Sources(msgspec.Struct, frozen=True):
    """The sources that are cited, numbered from 1."""

    sources: tuple[Source, ...]


class Chapter(msgspec.Struct, frozen=True):
    """A part of a document under a heading; ``name`` is what the contents call it, where not by its title."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    name: str = ""


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


class Handout(msgspec.Struct, frozen=True, kw_only=True):
    """A document to hand over: what is at its head, its chapters, and what made it and when.

    ``title`` is what the window and the printed page are called, ``style`` its own style sheet.
    """

    title: str
    version: str
    as_of: date
    style: str
    head: tuple[Block, ...]
    chapters: tuple[Chapter, ...]
    foot: str


def chapter(id: str, title: str, blocks: Iterable[Block], name: str = "") -> Chapter:  # noqa: A002
    """Return a chapter of blocks."""
    return Chapter(id, title, tuple(blocks), name)
