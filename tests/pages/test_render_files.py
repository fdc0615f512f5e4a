"""Blocks of every kind, as a page and as Markdown."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest
from markdown_it import MarkdownIt
from rich.text import Text

from careercli.domain.model import Source
from careercli.pages import blocks
from careercli.pages import document_blocks as made
from careercli.pages.blocks import Fact, Item, Paragraph
from careercli.pages.document_blocks import Cite, Column, Handout, Rise, Styled, Tag
from careercli.pages.render.html import html
from careercli.pages.render.markdown import markdown
from careercli.pages.shapes import Diagram, Sheet, Words
from tests.pages.html_pages import taken_apart

EVIL = "<b>&amp; *it* [x](y)"

STEP = made.Assignment(EVIL, EVIL, "4 h", EVIL, 1, 2, True, EVIL, EVIL)

EVERY = (
    blocks.Title(EVIL, EVIL),
    blocks.Heading(EVIL, EVIL),
    Paragraph(EVIL, EVIL, quiet=True, cite=Cite((1,))),
    Item(EVIL, EVIL),
    Fact(EVIL, EVIL, EVIL),
    blocks.Grid((EVIL, "B"), ((EVIL, "2"),)),
    blocks.Command(EVIL, "careercli"),
    blocks.Reference("1", EVIL),
    blocks.Beside((Paragraph(EVIL),), (Paragraph(EVIL),)),
    blocks.Contents({EVIL: [("pay", EVIL)]}),
    blocks.Character("dana", EVIL, EVIL),
    blocks.Step(1, EVIL, EVIL, EVIL, (1, 2), must=True, do=EVIL, proof=EVIL),
    blocks.Detail(EVIL),
    blocks.LevelRow(EVIL, 1, 2, must=True, note=EVIL),
    blocks.ChoiceRow(EVIL, EVIL),
    blocks.LadderLines((blocks.LadderLine(1, EVIL, EVIL, 0.5, enough_years=True, here=True, goal=False),)),
    blocks.Stairs((blocks.Stair(1, EVIL, EVIL, EVIL, EVIL, (EVIL,), EVIL, here=True, goal=False),)),
    blocks.Here(EVIL),
    blocks.Waypoint(EVIL, EVIL, EVIL),
    blocks.Node(1, EVIL, EVIL),
    blocks.Rail(EVIL, EVIL),
    blocks.BeforeAfter(((EVIL, EVIL, EVIL, EVIL),)),
    blocks.Gap(),
    blocks.Either((Paragraph(EVIL),), (Paragraph(EVIL),)),
    blocks.Drawing(lambda _: Text(), (EVIL,)),
    made.Table((Column(EVIL, names=True), Column("B")), ((EVIL, (EVIL, Tag(EVIL))),), EVIL, scrolls=EVIL),
    made.Listing(((EVIL, Styled(EVIL, "quiet", EVIL)),)),
    made.Cards((made.Card(EVIL, must=True, about=Rise(None, 2), facts=((EVIL, (EVIL,)),)),), 4),
    made.Steps((STEP,), "cards"),
    made.Steps((STEP,), "table", caption=EVIL),
    made.Steps((STEP,), "brief", 0),
    made.Task(EVIL, "4 h", (EVIL,)),
    made.Glance((Fact(EVIL, EVIL, EVIL),)),
    made.Framed((Paragraph(EVIL),), "stop"),
    made.Sources((Source("s", EVIL, EVIL, "2026", EVIL, EVIL, {}),)),
    Diagram("d", EVIL, EVIL, (Sheet("wide", 1.0, 1.0, (Words(0, 0, EVIL),)),), EVIL),
    made.Chapter("one", EVIL, (Paragraph(EVIL),)),
)


def test_every_kind_is_here() -> None:
    """A block that is added is added to these tests."""
    assert {type(block) for block in EVERY} == set(get_args(blocks.Block))


@pytest.mark.parametrize("block", EVERY, ids=lambda block: type(block).__name__)
def test_as_a_page(block: blocks.Block) -> None:
    """Elements are closed, and text is shown letter by letter, in attributes too."""
    handout = Handout(
        title="A", version="1", as_of=date(2026, 11, 21), style="report", head=(block,), chapters=(), foot="B"
    )
    page = taken_apart(html(handout))

    assert not page.named("b")
    assert EVIL in page.named("header")[0].text or isinstance(block, blocks.Gap)


@pytest.mark.parametrize("block", EVERY, ids=lambda block: type(block).__name__)
def test_as_markdown(block: blocks.Block) -> None:
    """A reader of Markdown makes nothing of text; what is only drawn is left out."""
    read = taken_apart(MarkdownIt("commonmark").enable("table").render(markdown([block])))

    assert not read.named("b", "a")
    said = "".join(element.text for element in read.elements)
    assert EVIL in said or isinstance(block, blocks.Gap | Diagram)
