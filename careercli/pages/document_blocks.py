"""What documents to hand over are made of, beside the blocks of every page: parts, tables, steps, diagrams.

Text in them is a string, or strings with what stands out between them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec

from careercli.domain.model import Source
from careercli.pages import blocks
from careercli.pages.shapes import Diagram


class Strong(msgspec.Struct, frozen=True):
    """Words that stand out."""

    text: str


class Styled(msgspec.Struct, frozen=True):
    """Words that look as a style of the style sheet says; ``meaning`` spells an abbreviation out."""

    words: Words
    style: str = ""
    meaning: str = ""


class Tag(msgspec.Struct, frozen=True):
    """A label beside what it is about."""

    text: str
    style: str = ""


class Cite(msgspec.Struct, frozen=True):
    """Where something is said: places in the list of sources, from 1."""

    numbers: tuple[int, ...]


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


Inline = str | Strong | Styled | Tag | Cite | Meter | Rise | Bar
Words = str | tuple[Inline, ...]


class Column(msgspec.Struct, frozen=True):
    """A column of a table: its head, and the style of its cells.

    ``names`` is for the column that says what a row is about; ``hidden`` for one that repeats another as a
    picture; ``label`` is what the head is called where a cell stands alone.
    """

    title: Words
    style: str = ""
    names: bool = False
    hidden: bool = False
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


class Step(msgspec.Struct, frozen=True):
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

    steps: tuple[Step, ...]
    form: Literal["cards", "table", "brief"]
    first: int = 1
    caption: str = ""


class Task(msgspec.Struct, frozen=True):
    """Something to tick off: its title, what is added to it, and a line for each thing to know."""

    title: str
    aside: str
    lines: tuple[str, ...]


class Quote(msgspec.Struct, frozen=True):
    """What to make of the text before it."""

    text: str


class Glance(msgspec.Struct, frozen=True):
    """A few facts that say the most."""

    facts: tuple[blocks.Fact, ...]


class Framed(msgspec.Struct, frozen=True):
    """Blocks that belong together, in a style."""

    blocks: tuple[DocumentBlock, ...]
    style: str = ""


class Sources(msgspec.Struct, frozen=True):
    """The sources that are cited, numbered from 1."""

    sources: tuple[Source, ...]


class Either(msgspec.Struct, frozen=True):
    """What a designed page shows, and the other words in which plain text says the same."""

    shown: tuple[DocumentBlock, ...]
    spoken: tuple[DocumentBlock, ...] = ()


class Passage(msgspec.Struct, frozen=True):
    """A paragraph in a style; ``label`` leads it in, ``cite`` says where it is from."""

    text: str
    style: str = ""
    label: str = ""
    cite: Cite = Cite(())


class Chapter(msgspec.Struct, frozen=True):
    """A part of a document under a heading; ``name`` is what the contents call it, where not by its title."""

    id: str
    title: str
    blocks: tuple[DocumentBlock, ...]
    name: str = ""


DocumentBlock = (
    blocks.Block
    | Passage
    | Table
    | Listing
    | Cards
    | Steps
    | Task
    | Quote
    | Glance
    | Framed
    | Sources
    | Either
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
    head: tuple[DocumentBlock, ...]
    chapters: tuple[Chapter, ...]
    foot: str


def chapter(id: str, title: str, blocks: Iterable[DocumentBlock], name: str = "") -> Chapter:  # noqa: A002
    """Return a chapter of blocks."""
    return Chapter(id, title, tuple(blocks), name)
