"""Blocks as plain lines for a screen reader: no drawing, no columns."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch

from careercli.domain.model import LEVEL_NAMES
from careercli.pages.blocks import (
    BeforeAfter,
    Beside,
    Block,
    Character,
    ChoiceRow,
    Command,
    Contents,
    Detail,
    Drawing,
    Either,
    Fact,
    Gap,
    Grid,
    Heading,
    Here,
    Item,
    LadderLines,
    LevelRow,
    Node,
    Paragraph,
    Rail,
    Reference,
    Stairs,
    Step,
    Title,
    Waypoint,
)
from careercli.pages.parts import levels_in_words
from careercli.text.phrases import count, listed, percent


def lines(blocks: Iterable[Block]) -> list[str]:
    """Return blocks as the lines that a screen reader reads."""
    return [line for block in blocks for line in _told(block)]


def grid_lines(grid: Grid) -> list[str]:
    """Return a table as a line for each row, each cell after the head of its column."""
    between = "; " if any(", " in cell for row in grid.rows for cell in row[1:]) else ", "
    told = []
    for first, *cells in grid.rows:
        named = zip(grid.header[1:], cells, strict=True)
        told.append(
            f"{first}: {between.join(f'{name} {cell.strip()}'.strip() for name, cell in named if cell)}"
        )
    return told


def before_and_after(block: BeforeAfter) -> list[str]:
    """Return a line for each fact; how far a date moves is said, of the rest both values say enough."""
    return [
        f"{label}: {', '.join(filter(None, (f'before {before}', f'after {after}', difference)))}"
        for label, before, after, difference in block.rows
    ]


@singledispatch
def _told(block: object) -> Iterable[str]:
    raise TypeError(block)


@_told.register
def _(block: Title | Heading) -> Iterable[str]:
    yield f"{block.text} ({block.aside})" if block.aside else block.text


@_told.register(Paragraph)
def _(block: Paragraph) -> Iterable[str]:
    yield f"{block.label}: {block.text}" if block.label else block.text


@_told.register(Item)
def _(block: Item) -> Iterable[str]:
    yield f"- {': '.join(filter(None, (block.name.rstrip('.:'), block.text)))}"


@_told.register(Fact)
def _(block: Fact) -> Iterable[str]:
    yield f"{block.label}: {', '.join(filter(None, (block.value, block.aside)))}"


_told.register(Grid, grid_lines)


@_told.register(Command)
def _(block: Command) -> Iterable[str]:
    yield f"{block.label}: {block.command}"


@_told.register(Reference)
def _(block: Reference) -> Iterable[str]:
    yield f"{block.mark}: {block.text}"


@_told.register(Beside)
def _(block: Beside) -> Iterable[str]:
    return lines((*block.left, Gap(), *block.right))


@_told.register(Contents)
def _(block: Contents) -> Iterable[str]:
    for chapter, sections in block.chapters.items():
        yield from ("", chapter, *(f"- {title}: section {section}" for section, title in sections))


@_told.register(Character)
def _(block: Character) -> Iterable[str]:
    yield from (f"Name to type: {block.name}", f"Story: {block.story}")


@_told.register(Step)
def _(block: Step) -> Iterable[str]:
    yield f"Step {block.number}: {', '.join(filter(None, (block.title, block.aside)))}"
    if block.skill:
        must = ", must-have" if block.must else ""
        yield f"Skill: {block.skill}, {levels_in_words(*block.levels)}{must}"
    for label, text in (("Do", block.do), ("When", block.when), ("Proof", block.proof)):
        if text:
            yield f"{label}: {text}"
    yield from block.notes


@_told.register
def _(block: Detail | Here) -> Iterable[str]:
    yield block.text


@_told.register(LevelRow)
def _(block: LevelRow) -> Iterable[str]:
    have = "not rated" if block.have is None else f"have {block.have}, {LEVEL_NAMES[block.have]}"
    must = "must-have, " if block.must else ""
    yield f"{block.name}: {must}{have}; need {block.need}, {LEVEL_NAMES[block.need]}"


@_told.register(ChoiceRow)
def _(block: ChoiceRow) -> Iterable[str]:
    yield f"Must-have: {block.words}. Quickest: {block.quickest}."


@_told.register(LadderLines)
def _(block: LadderLines) -> Iterable[str]:
    yield "The ladder, lowest tier first, with how much of each job you cover:"
    for tier in block.tiers:
        said = ["too little rated" if tier.fit is None else percent(tier.fit)]
        said += ["enough years for employers"] if tier.enough_years else ["not enough years yet"]
        said += ["you are here"] if tier.here else []
        said += ["your goal"] if tier.goal else []
        yield f"Rank {tier.rank}, {tier.title}: {', '.join(said)}"
    yield ""


@_told.register(Stairs)
def _(block: Stairs) -> Iterable[str]:
    for stair in block.stairs:
        mark = ": you are here" if stair.here else ": your goal" if stair.goal else ""
        yield f"Rank {stair.rank}, {stair.title}{mark}"
        yield stair.years
        if stair.covered:
            yield stair.covered
        yield f"{count(len(stair.must_haves), 'must-have')}: {listed(stair.must_haves) or 'none'}"
        yield f"About it: {stair.summary}"


@_told.register(Waypoint)
def _(block: Waypoint) -> Iterable[str]:
    yield from (f"{block.title}: {block.ready}", f"Work: {block.work}")


@_told.register(Node)
def _(block: Node) -> Iterable[str]:
    yield f"Rank {block.rank}, {block.title}: {block.ready}"


@_told.register(Rail)
def _(block: Rail) -> Iterable[str]:
    yield f"{block.label}: {block.text}" if block.label else block.text


@_told.register(BeforeAfter)
def _(block: BeforeAfter) -> Iterable[str]:
    return before_and_after(block)


@_told.register(Gap)
def _(_: Gap) -> Iterable[str]:
    yield ""


@_told.register(Either)
def _(block: Either) -> Iterable[str]:
    return lines(block.spoken)


@_told.register(Drawing)
def _(block: Drawing) -> Iterable[str]:
    return block.lines
