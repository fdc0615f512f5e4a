"""Pages made of blocks: what each looks like with room, without, and read aloud."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from careercli.pages.blocks import (
    AIR,
    Beside,
    Block,
    Command,
    Fact,
    Grid,
    Heading,
    Heat,
    Item,
    Node,
    Paragraph,
    Rail,
    Step,
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
        (Rail("Begin", here=True), ["▸ Begin"], ["Begin"]),
        (Fact("Fit", "█░", "2 → 3", spoken="50%"), ["  Fit  █░  2 → 3"], ["Fit: 50%"]),
        (AIR, [""], [""]),
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
    assert shown(commas, accessible=True) == ["Chat: a: level 2, gate; b: level 3"]


def test_long_cells_wrap_where_they_may() -> None:
    """A table of texts keeps its columns and takes more lines."""
    grid = Grid(("", "One", "Two"), (("Tiers", "word " * 12, "other " * 12),))

    lines = shown(grid)
    assert len(lines) > 2
    assert all("word" in line and "other" in line for line in lines[1:3])
    assert shown(grid, width=40)[:2] == ["Tiers", "  One  word word word word word word"]


def test_a_long_cell_never_squeezes_the_others() -> None:
    """The widest column gives way alone; where that leaves no room for words, rows are told line by line."""
    grid = Grid(("Name", "Person", "Tier"), (("x" * 90, "Dana Reyes", "Team Lead"),))
    many = Grid(tuple("abcdefghijkl"), (("somewhat",) * 12,))

    assert shown(grid)[1].endswith("x  Dana Reyes  Team Lead")
    assert shown(many)[0].startswith("  somewhat: b somewhat, c somewhat")


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
    st.builds(lambda text: Beside((Paragraph(text),), (Paragraph(text),)), _words),
)


@pytest.mark.slow
@settings(max_examples=60)
@given(blocks=st.lists(_blocks, max_size=5), width=st.integers(20, 100))
def test_nothing_is_wider_than_the_page(blocks: list[Block], width: int) -> None:
    """Whatever the texts are, no line is longer than the page is wide, and nothing is taken for markup."""
    assert all(cell_len(line) <= width for line in shown(*blocks, width=width))
    assert "[/bold]" in " ".join(shown(Paragraph("[/bold] [link=x]y[/link]")))


def test_blocks_and_lines_need_no_rich() -> None:
    """What writes lines, Markdown or HTML from blocks does not pay for drawing."""
    modules = "blocks render.lines assess plan progress what_if path step history comparison guide tour"
    names = ", ".join(f"careercli.pages.{name}" for name in modules.split())
    code = f"import {names}, sys; sys.exit('rich' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("? → 3", "to 3"),
        ("2 → 3, 4-6 h", "from 2 to 3, 4 to 6 hours"),
        ("1 h or 1.5-2 h", "1 hour or 1.5 to 2 hours"),
        ("Agent → Lead [2]", "Agent to Lead (source 2)"),
        ("3 May 2027 → 9 Jun 2027", "3 May 2027 to 9 Jun 2027"),
        ("██░░  75%", "75%"),
        ("~2: met", "2 estimated: met"),
    ],
)
def test_what_is_drawn_is_said(text: str, said: str) -> None:
    """A screen reader hears words for signs, ranges and marks."""
    assert shown(Paragraph(text), accessible=True) == [said]


def test_skills_by_people() -> None:
    """In parts that fit, with what the signs mean; narrow and read aloud a line for each skill."""
    people = tuple((str(place), f"P{place}") for place in range(1, 31))
    heat = Heat("Skills", "lacked by", people, (("Chat", (("3▓", 3),) * 30, "2 of 30"),))

    lines = shown(heat)
    assert lines[0].startswith("Skills 1")
    assert lines[1].startswith("Chat")
    assert lines[1].endswith("2 of 30")
    assert [line for line in lines if line.startswith("Chat")][1].endswith("3▓")
    assert lines[-2:] == ["3▓ practitioner", ""]
    spoken = shown(heat, accessible=True)
    assert spoken[:2] == [
        "Skills:",
        f"Chat: lacked by 2 of 30; {', '.join(f'P{at} practitioner' for at in range(1, 31))}",
    ]


def test_sources_keep_their_column_on_a_narrow_page() -> None:
    """The number of a source stands left of what it is; read aloud it begins a sentence."""
    sources = Fact("[9]", "A handbook"), Fact("[10]", "A survey of forty people in many countries")

    assert shown(*sources, width=40) == [
        "  [9]   A handbook",
        "  [10]  A survey of forty people in",
        "        many countries",
    ]
    assert shown(*sources, accessible=True)[0] == "Source 9: A handbook"


def test_a_drawing_has_a_line_of_its_own_on_a_narrow_page() -> None:
    """What it is about and what it comes to stand above it."""
    assert shown(Fact("Director", "▅" * 24, "70%, as before", spoken="70%"), width=40) == [
        "  Director: 70%, as before",
        f"  {'▅' * 24}",
    ]


def test_a_table_that_just_fits_is_not_set_in() -> None:
    """No cell is broken for the air beside the table."""
    wide = Grid(("", "now"), (("Ready", "x" * 40 + " " + "y" * 30),))

    assert shown(wide, width=80)[1].startswith("  Ready  xx")
    assert shown(wide, width=78)[1] == f"Ready  {'x' * 40} {'y' * 30}"
    assert len(shown(wide, width=77)) == 3


def test_a_place_on_a_way_says_its_rank_aloud() -> None:
    """On a screen the number is enough."""
    node = Node("Manager, the goal", "ready 23 May 2027", 6)

    assert shown(node) == ["◆ 6 Manager, the goal: ready 23 May 2027"]
    assert shown(node, accessible=True) == ["Rank 6, Manager, the goal: ready 23 May 2027"]


def test_a_step_is_drawn_and_read_out_from_the_same_facts() -> None:
    """A screen draws levels with an arrow, a screen reader hears them in words, each fact on its own line."""
    step = Step(1, "Shadow a lead", "4 h", "Coaching 1 → 2", must=True, do="Ask one.", proof="Notes")

    assert shown(step, width=40)[1:] == ["  Coaching 1 → 2, must-have. Ask one.", "  Proof: Notes"]
    assert shown(step, accessible=True) == [
        "Step 1: Shadow a lead, 4 hours",
        "Skill: Coaching from 1 to 2, must-have",
        "Do: Ask one.",
        "Proof: Notes",
    ]
