"""Blocks of every kind, as a page and as Markdown."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest
from markdown_it import MarkdownIt
from msgspec.structs import replace

from careercli.domain.model import Source
from careercli.domain.placement import TierStanding
from careercli.pages import blocks
from careercli.pages import document_blocks as made
from careercli.pages.blocks import Fact, Item, Paragraph
from careercli.pages.document_blocks import Cite, Column, Handout, Rise, Styled, Tag
from careercli.pages.render.html import html
from careercli.pages.render.markdown import markdown
from careercli.pages.shapes import Diagram, Sheet, Words
from tests.domain.small import of, someone
from tests.pages.html_pages import taken_apart

EVIL = "<b>&amp; *it* [x](y)"


def named(standing: TierStanding) -> TierStanding:
    """Return how somebody stands to a tier that is called something evil."""
    return replace(standing, tier=replace(standing.tier, title=EVIL, short=EVIL))


EVERY = (
    blocks.Title(EVIL, EVIL),
    blocks.Heading(EVIL, EVIL),
    Paragraph(EVIL, EVIL, quiet=True, cite=Cite((1,))),
    Item(EVIL, EVIL, todo=True),
    Fact(EVIL, EVIL, EVIL),
    blocks.Grid((EVIL, "B"), ((EVIL, "2"),)),
    blocks.Command(EVIL, "careercli"),
    blocks.Beside((Paragraph(EVIL),), (Paragraph(EVIL),)),
    blocks.Contents({EVIL: [("pay", EVIL)]}),
    blocks.Step(1, EVIL, EVIL, EVIL, must=True, do=EVIL, proof=EVIL),
    blocks.LevelRow(EVIL, 1, 2, must=True, note=EVIL),
    blocks.LadderLines(tuple(map(named, of(someone()).tiers)), None, None),
    blocks.Stairs((blocks.Stair(named(of(someone()).tiers[0]).tier, EVIL, EVIL, EVIL, "you"),)),
    blocks.Node(EVIL, EVIL),
    blocks.Rail(EVIL, EVIL),
    blocks.Heat(EVIL, EVIL, ((EVIL, EVIL),), ((EVIL, ((EVIL, 1),), EVIL),)),
    blocks.AIR,
    made.Table((Column(EVIL, names=True), Column("B")), ((EVIL, (EVIL, Tag(EVIL))),), EVIL, scrolls=EVIL),
    made.Listing(((EVIL, Styled(EVIL, "quiet", EVIL)),)),
    made.Cards((made.Card(EVIL, must=True, about=(Rise(None, 2),), facts=((EVIL, (EVIL,)),)),), 4),
    made.Cards((made.Card(EVIL, must=False, about=(EVIL,), aside=EVIL),), 3, "steps"),
    made.Glance((Fact(EVIL, EVIL, EVIL),)),
    made.Framed((Paragraph(EVIL),), "stop"),
    made.Sources((Source("s", EVIL, EVIL, "2026", EVIL, EVIL, {}),)),
    Diagram("d", EVIL, EVIL, (Sheet("wide", 1.0, 1.0, (Words(0, 0, EVIL),)),), EVIL),
    made.Chapter("one", EVIL, (Paragraph(EVIL),)),
)


def handout(block: blocks.Block) -> Handout:
    """Return a document of one block."""
    return Handout(
        title="A", version="1", as_of=date(2026, 11, 21), style="report", head=(block,), chapters=(), foot="B"
    )


def test_every_kind_is_here() -> None:
    """A block that is added is added to these tests."""
    assert {type(block) for block in EVERY} == set(get_args(blocks.Block))


@pytest.mark.parametrize("block", EVERY, ids=lambda block: type(block).__name__)
def test_as_a_page(block: blocks.Block) -> None:
    """Elements are closed, and text is shown letter by letter, in attributes too."""
    page = taken_apart(html(handout(block)))

    assert not page.named("b")
    assert EVIL in page.named("header")[0].text or isinstance(block, blocks.Air)


@pytest.mark.parametrize("block", EVERY, ids=lambda block: type(block).__name__)
def test_as_markdown(block: blocks.Block) -> None:
    """A reader of Markdown makes nothing of text; what is only drawn is left out."""
    read = taken_apart(MarkdownIt("commonmark").enable("table").render(markdown([block])))

    assert not read.named("b", "a")
    said = "".join(element.text for element in read.elements)
    assert EVIL in said or isinstance(block, blocks.Air | Diagram)


def test_what_is_beside_a_name_is_set_off_from_it() -> None:
    """A page puts it on a line of its own, Markdown after a full stop, levels after a comma."""
    table = made.Table((Column("Who", names=True),), ((("Guide", Styled("Without a year.", "aside")),),))
    rise = made.Cards((made.Card("Try it", must=False, about=(Rise(1, 2, "Coaching"),)),), 3, "steps")

    assert "| Guide. Without a year. |" in markdown((table,))
    assert 'Guide <span class="aside">Without a year.</span>' in html(handout(table))
    assert "Coaching, <span" in html(handout(rise))


def test_only_the_levels_of_a_card_are_quiet() -> None:
    """A sentence about what is missing, or to do, is there to be read."""
    told = made.Cards((made.Card("Rate these", must=False, about="coaching and hiring."),), 3, "steps")
    rise = made.Cards((made.Card("Try it", must=False, about=(Rise(1, 2),)),), 3, "steps")

    assert "<p>Coaching and hiring.</p>" in html(handout(told))
    assert '<p class="change">' in html(handout(rise))
