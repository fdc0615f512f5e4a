"""Pages made of blocks: what each looks like with room, without, and read aloud."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from careercli.pages.blocks import (
    Beside,
    Block,
    Command,
    Fact,
    Gap,
    Grid,
    Heading,
    Item,
    Paragraph,
    Reference,
    Title,
)
from careercli.pages.look import Look, render

PAY = Grid(("tier", "low", "high"), (("Lead", "10", "2,000"), ("Chief", "$5", "")))


def shown(*blocks: Block, **look: object) -> list[str]:
    """Return the lines of a page."""
    return render(blocks, Look(**look)).splitlines()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("block", "wide", "aloud"),
    [
        (Title("Pay", "a chapter"), ["Pay" + 68 * " " + "a chapter"], ["Pay (a chapter)"]),
        (Heading("Morning"), ["Morning"], ["Morning"]),
        (Paragraph("Words.", label="Note"), ["Note: Words."], ["Note: Words."]),
        (Item("Do it.", "Ask"), ["· Ask. Do it."], ["- Ask: Do it."]),
        (Item("Do it.", "Why?"), ["· Why? Do it."], ["- Why?: Do it."]),
        (Item("", "Only a name"), ["· Only a name"], ["- Only a name"]),
        (Item("Words.", depth=2), ["    · Words."], ["- Words."]),
        (Fact("Growth", "+10 %", "claimed"), ["  Growth  +10 %  claimed"], ["Growth: +10 %, claimed"]),
        (Command("Next", "careercli path"), ["Next: careercli path"], ["Next: careercli path"]),
        (Reference("[1]", "A guide."), ["[1] A guide."], ["[1]: A guide."]),
        (Gap(), [""], [""]),
        (
            PAY,
            ["  tier   low   high", "  Lead    10  2,000", "  Chief   $5"],
            ["Lead: low 10, high 2,000", "Chief: low $5"],
        ),
    ],
)
def test_blocks(block: Block, wide: list[str], aloud: list[str]) -> None:
    """Each block is drawn where there is room, and is one plain line, or a few, where it is read aloud."""
    assert shown(block) == wide
    assert shown(block, accessible=True) == aloud


def test_facts_stand_in_columns_or_stacked() -> None:
    """Facts below one another line up; on a narrow page each is a sentence of its own."""
    facts = (
        Fact("Range", "$35,000 to $60,000 a year", "estimate [1]"),
        Fact("A long label", "High", "claimed"),
    )

    assert shown(*facts) == [
        "  Range         $35,000 to $60,000 a year  estimate [1]",
        "  A long label  High                       claimed",
    ]
    assert shown(*facts, width=40) == [
        "  Range: $35,000 to $60,000 a year",
        "  (estimate [1])",
        "  A long label: High (claimed)",
    ]


def test_a_table_without_room_becomes_lines() -> None:
    """A table never loses a cell: too wide for the page, it is told line by line."""
    assert shown(PAY, width=40) == ["  Lead: low 10, high 2,000", "  Chief: low $5"]
    commas = Grid(("skill", "a", "b"), (("Chat", "level 2, gate", "level 3"),))
    assert shown(commas, accessible=True) == ["Chat: a level 2, gate; b level 3"]


def test_long_cells_wrap_where_they_may() -> None:
    """A table of texts keeps its columns and takes more lines."""
    grid = Grid(("", "One", "Two"), (("Tiers", "word " * 12, "other " * 12),), wraps=True)

    lines = shown(grid)
    assert len(lines) > 2
    assert all("word" in line and "other" in line for line in lines[1:3])
    assert shown(grid, width=40)[0].startswith("  Tiers: One word word")


def test_a_long_first_cell_never_squeezes_the_others() -> None:
    """Where it leaves the other columns no room for words, the table is told line by line."""
    grid = Grid(("Name", "Person", "Tier"), (("x" * 70, "Dana Reyes", "Team Lead"),), wraps=True)

    assert " ".join(map(str.strip, shown(grid))) == f"{'x' * 70}: Person Dana Reyes, Tier Team Lead"


def test_lists_stand_beside_one_another_or_below() -> None:
    """Two lists share the width of a screen; on less they follow one another."""
    both = Beside((Heading("One"), Item("a")), (Heading("Two"), Item("b")))

    assert shown(both)[0].split() == ["One", "Two"]
    assert shown(both, width=75) == ["One", "· a", "", "Two", "· b"]
    assert shown(both, accessible=True) == ["One", "- a", "", "Two", "- b"]


_words = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=60)
_blocks = st.one_of(
    st.builds(Title, _words, _words),
    st.builds(Paragraph, _words, label=_words),
    st.builds(Item, _words, name=_words, depth=st.integers(0, 3)),
    st.builds(Fact, _words, _words, _words),
    st.builds(lambda cell: Grid(("a", "b"), ((cell, cell),)), _words),
    st.builds(lambda cell: Grid(("a", "b"), ((cell, cell),), wraps=True), _words),
    st.builds(lambda text: Beside((Paragraph(text),), (Paragraph(text),)), _words),
)


@pytest.mark.slow
@settings(max_examples=60)
@given(blocks=st.lists(_blocks, max_size=5), width=st.integers(20, 100))
def test_nothing_is_wider_than_the_page(blocks: list[Block], width: int) -> None:
    """Whatever the texts are, no line is longer than the page is wide, and nothing is taken for markup."""
    assert all(cell_len(line) <= width for line in shown(*blocks, width=width))
    assert "[/bold]" in " ".join(shown(Paragraph("[/bold] [link=x]y[/link]")))
