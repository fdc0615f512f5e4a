"""What documents to hand over are made of, beside the blocks of every page: parts, tables, steps, lists.

Text in them is a string, or strings with what stands out between them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Literal

from careercli import __version__
from careercli.domain.model import Source
from careercli.domain.values import Value
from careercli.text.phrases import day

if TYPE_CHECKING:
    from careercli.pages.blocks import Block, Fact


class Strong(Value):
    """Words that stand out."""

    text: str


class Link(Value):
    """Words that lead to a chapter of the same document, by its id."""

    text: str
    chapter: str


class Styled(Value):
    """Words that look as a style of the style sheet says; ``meaning`` spells an abbreviation out."""

    words: Words
    style: str = ""
    meaning: str = ""


class Tag(Value):
    """A label beside what it is about."""

    text: str
    style: str = ""


MUST_HAVE = Tag("must-have", "tag-gate")


class Cite(Value):
    """Where something is said: places in the list of sources, from 1."""

    numbers: tuple[int, ...]


class Meter(Value):
    """A level and the level needed as a picture, which says nothing that words beside it do not."""

    have: int
    need: int


class Rise(Value):
    """A skill from one level to another, None where it is not rated; in ``short`` by numbers alone."""

    have: int | None
    need: int
    name: str = ""
    short: bool = False


class Bar(Value):
    """A share from 0 to 1 as a bar, with the words beside it, and a line at a limit where there is one."""

    share: float
    text: str = ""
    limit: float | None = None


Inline = str | Strong | Link | Styled | Tag | Cite | Meter | Rise | Bar
Words = str | tuple[Inline, ...]


class Column(Value):
    """A column of a table: its head, and the style of its cells.

    ``names`` is for the column that says what a row is about; ``hidden`` for one that repeats another as a
    picture.
    """

    title: Words
    style: str = ""
    names: bool = False
    hidden: bool = False


class Table(Value):
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


class Listing(Value):
    """A list of words in a style; ``hidden`` where it only explains what is drawn."""

    items: tuple[Words, ...]
    style: str = "list"
    hidden: bool = False


class Card(Value):
    """What is missing, or to do: its name, what there is to say, then facts, a label and values each."""

    name: str
    must: bool
    about: Words
    facts: tuple[tuple[str, tuple[Words, ...]], ...] = ()
    aside: str = ""


class Cards(Value):
    """Cards in a style; ``level`` is that of their headings."""

    cards: tuple[Card, ...]
    level: Literal[3, 4]
    style: Literal["cards", "steps"] = "cards"


class Glance(Value):
    """A few facts that say the most."""

    facts: tuple[Fact, ...]


class Framed(Value):
    """Blocks that belong together, in a style."""

    blocks: tuple[Block, ...]
    style: str = ""


class Sources(Value):
    """The sources that are cited, numbered from 1."""

    sources: tuple[Source, ...]


class Chapter(Value):
    """A part of a document under a heading; ``name`` is what the contents call it, where not by its title.

    Chapters that follow one another and have the same ``group`` stand together under it.
    """

    id: str
    title: str
    blocks: tuple[Block, ...]
    name: str = ""
    group: str = ""


class Handout(Value, kw_only=True):
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


def chapter(
    id: str,  # noqa: A002
    title: str,
    blocks: Iterable[Block],
    name: str = "",
    group: str = "",
) -> Chapter:
    """Return a chapter of blocks."""
    return Chapter(id, title, tuple(blocks), name, group)


def handout(
    title: str, as_of: date, style: str, head: Iterable[Block], chapters: Iterable[Chapter], foot: str = ""
) -> Handout:
    """Return a document of a day by this careercli."""
    return Handout(
        title=f"{title}, {day(as_of)}",
        version=__version__,
        as_of=as_of,
        style=style,
        head=tuple(head),
        chapters=tuple(chapters),
        foot=foot,
    )


def written(rests_on: str, as_of: date) -> str:
    """Return what made a document, from what and when, in a sentence."""
    return f"Written by careercli {__version__} from {rests_on}, as of {day(as_of)}."


def screen(handout: Handout) -> list[Block]:
    """Return a document as the blocks of a screen."""
    from careercli.pages.blocks import Gap, Paragraph  # they are made of these, and know of them

    foot = (Gap(), Paragraph(handout.foot, quiet=True)) if handout.foot else ()
    return [*handout.head, *handout.chapters, *foot]
