"""Blocks drawn on a screen with Rich, for the width there is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import singledispatch
from io import StringIO
from itertools import groupby

import msgspec
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from careercli.pages import parts
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
    Stair,
    Stairs,
    Step,
    Title,
    Waypoint,
)
from careercli.pages.look import ACCENT, QUIET, STRONG, WARN, Look
from careercli.pages.render import pieces
from careercli.pages.render.lines import before_and_after, grid_lines
from careercli.text.phrases import listed

_LEAST_CELLS = 8
"""A column of fewer, the space behind it included, would break most words."""

_LABEL_CELLS = 34
"""Labels of facts may always take so many columns before they take two lines."""

_BETWEEN = 8
"""The columns between those of facts, and left of them."""

_BESIDE_CELLS = 76
"""From this width on two lists stand side by side."""

_NAME_CELLS, _LEVEL_CELLS = 38, 33
"""The columns of a skill's name beside its levels at most, and those of the levels."""

_STAIR_CELLS = 3
_STAIRS_CELLS = 40
"""The columns of a stair, and how wide a page has to be for tiers not to stand one above the other."""

_CONTENTS_COLUMNS = 3
_CONTENTS_CELLS = 72
"""How many columns contents stand in, on a page at least this wide."""

_NUMBER = frozenset("$+-0123456789")


def written(drawing: RenderableType, look: Look) -> str:
    """Return what is drawn as the text to write, ending in a newline, without spaces at the ends of lines."""
    out = StringIO()
    console = Console(
        file=out,
        width=look.width,
        height=1000,
        color_system="standard" if look.color else None,
        force_terminal=look.color,
        no_color=not look.color,  # decided already: what is set around the run has been heard
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
    )
    console.print(drawing)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def drawn(blocks: Iterable[Block], look: Look) -> RenderableType:
    """Return blocks below one another."""
    out: list[RenderableType] = []
    for together, group in groupby(blocks, key=lambda block: isinstance(block, Fact)):
        if together:
            out += _facts([fact for fact in group if isinstance(fact, Fact)], look)
        else:
            out += [line for block in group for line in _block(block, look)]
    return pieces.stack(out)


@singledispatch
def _block(block: object, _: Look) -> Iterable[RenderableType]:
    raise TypeError(block)


@_block.register(Title)
def _(block: Title, look: Look) -> Iterable[RenderableType]:
    drawn = pieces.heading(block.text, block.aside, look=look)
    drawn.stylize(f"{STRONG} {ACCENT}", 0, len(block.text))
    yield drawn


@_block.register(Heading)
def _(block: Heading, look: Look) -> Iterable[RenderableType]:
    yield pieces.heading(block.text, block.aside, look=look)


@_block.register(Paragraph)
def _(block: Paragraph, _: Look) -> Iterable[RenderableType]:
    lead = f"{block.label}: " if block.label else ""
    yield pieces.text((lead, STRONG), (block.text, QUIET if block.quiet else ""))


@_block.register(Item)
def _(block: Item, look: Look) -> Iterable[RenderableType]:
    words = pieces.text((block.name, STRONG), _after(block.name, block.text) if block.name else block.text)
    yield pieces.hanging((f"{'  ' * block.depth}{look.signs.dot} ", ACCENT), words)


@_block.register(Command)
def _(block: Command, _: Look) -> Iterable[RenderableType]:
    yield pieces.hanging((f"{block.label}: ", QUIET), pieces.text((block.command, ACCENT)))


@_block.register(Reference)
def _(block: Reference, _: Look) -> Iterable[RenderableType]:
    yield pieces.hanging((f"{block.mark} ", QUIET), pieces.text((block.text, QUIET)))


@_block.register(Character)
def _(block: Character, _: Look) -> Iterable[RenderableType]:
    yield pieces.text((block.name, f"{STRONG} {ACCENT}"), f"  {block.title}")
    yield pieces.indented(pieces.text(block.story), 2)


@_block.register(Step)
def _(block: Step, look: Look) -> Iterable[RenderableType]:
    lead = f"{block.number:>{block.digits}} "
    yield pieces.titled(lead, block.title, block.aside, look)
    below = []
    if block.skill:
        must = ", must-have" if block.must else ""
        skill = f"{block.skill} {parts.levels(*block.levels, look)}{must}."
        below.append(pieces.text((skill, WARN if block.must else QUIET), f" {block.do}"))
    below += [pieces.text((line, QUIET)) for line in (block.when, *block.notes) if line]
    if block.proof:
        below.append(pieces.text(("Proof: ", QUIET), block.proof))
    yield from (pieces.indented(line, len(lead)) for line in below)


@_block.register(Detail)
def _(block: Detail, _: Look) -> Iterable[RenderableType]:
    yield pieces.indented(pieces.text((block.text, QUIET)), 2)


@_block.register(LevelRow)
def _(block: LevelRow, look: Look) -> Iterable[RenderableType]:
    bar, change = parts.level_bar(block.have, block.need, look), parts.levels(block.have, block.need, look)
    style = WARN if block.must else ""
    if look.narrow:
        yield pieces.text((block.name, style))
        yield pieces.indented(pieces.text((bar, ACCENT), f"  {change}  {block.note}"), 2)
    else:
        name = pieces.fitted(block.name, min(_NAME_CELLS, look.width - _LEVEL_CELLS), look)
        yield pieces.text("  ", (name, style), " ", (bar, ACCENT), f"  {change:<7}", block.note)


@_block.register(ChoiceRow)
def _(block: ChoiceRow, _: Look) -> Iterable[RenderableType]:
    words = pieces.text((f"Must-have: {block.words}. ", WARN), f"Quickest: {block.quickest}.")
    yield pieces.hanging("  ", words)


@_block.register(LadderLines)
def _(block: LadderLines, look: Look) -> Iterable[RenderableType]:
    yield pieces.small_ladder(block.tiers, look)
    yield Text()


@_block.register(Stairs)
def _(block: Stairs, look: Look) -> Iterable[RenderableType]:
    for stair in reversed(block.stairs):
        yield from _stair(stair, look, top=stair is block.stairs[-1])


def _stair(stair: Stair, look: Look, *, top: bool) -> Iterable[RenderableType]:
    """Draw a tier: the step with its title, and below it the years, and what is covered or asked."""
    signs = look.signs
    cells = _STAIR_CELLS if not look.narrow else 1 if look.width >= _STAIRS_CELLS else 0
    indent = " " * (cells * (stair.rank - 1))
    step = signs.corner + signs.line * max(cells - 1, 0) + (signs.line if top else signs.riser)
    mark = f" {signs.back} you" if stair.here else f" {signs.back} goal" if stair.goal else ""
    title = pieces.text(
        (f"{stair.rank} ", ACCENT),
        (stair.short if look.narrow else stair.title, f"{STRONG} {ACCENT}" if stair.here else STRONG),
        (mark, STRONG),
    )
    yield pieces.hanging((f"{indent}{step} ", QUIET), title)
    post = indent + signs.post + " " * (cells + 3)
    asked = stair.covered or f"Must-haves: {listed(stair.must_haves) or 'none'}"
    yield from (pieces.hanging((post, QUIET), pieces.text(line)) for line in (stair.years, asked))


@_block.register(Here)
def _(block: Here, look: Look) -> Iterable[RenderableType]:
    yield pieces.hanging((f"{look.signs.here} ", ACCENT), pieces.text((block.text, STRONG)))


@_block.register(Waypoint)
def _(block: Waypoint, look: Look) -> Iterable[RenderableType]:
    title = pieces.text((block.title, STRONG), f": {block.ready}")
    yield pieces.hanging((f"{look.signs.node} ", ACCENT), title)
    yield pieces.hanging((f"{look.signs.post} ", QUIET), pieces.text((block.work, QUIET)))


@_block.register(Node)
def _(block: Node, look: Look) -> Iterable[RenderableType]:
    line = pieces.titled(f"{look.signs.node} ", f"{block.rank} {block.title}", block.ready, look)
    if isinstance(line, Text):
        line.stylize(ACCENT, 0, len(look.signs.node))
    yield line


@_block.register(Rail)
def _(block: Rail, look: Look) -> Iterable[RenderableType]:
    if not block.text:
        yield pieces.text((look.signs.post, QUIET))
        return
    label = f"{block.label}:" if block.label else ""
    words = pieces.text((label, QUIET), f" {block.text}" if label else block.text)
    yield pieces.hanging((f"{look.signs.post} ", QUIET), words)


@_block.register(BeforeAfter)
def _(block: BeforeAfter, look: Look) -> Iterable[RenderableType]:
    if look.narrow:
        return [pieces.text(line) for line in before_and_after(block)]
    table = Table.grid(padding=(0, 2))
    for column in range(4):
        table.add_column(overflow="fold", style="" if column else QUIET)
    table.add_row(*(pieces.text((word, STRONG)) for word in ("", "Before", "After", "Difference")))
    for row in block.rows:
        table.add_row(*map(pieces.text, row))
    return [table]


@_block.register(Gap)
def _(_block: Gap, _look: Look) -> Iterable[RenderableType]:
    yield Text()


@_block.register(Either)
def _(block: Either, look: Look) -> Iterable[RenderableType]:
    yield drawn(block.shown, look)


@_block.register(Drawing)
def _(block: Drawing, look: Look) -> Iterable[RenderableType]:
    yield block.draw(look)


def _after(name: str, text: str) -> str:
    """Return what follows a name that leads in: set off by a stop, unless the name ends in one."""
    if not text:
        return ""
    return f" {text}" if name[-1:] in ".?!:" else f". {text}"


def _facts(facts: Sequence[Fact], look: Look) -> list[RenderableType]:
    """Return facts below one another: in columns, or stacked on a narrow page."""
    if look.narrow:
        return [
            pieces.hanging(
                "  ",
                pieces.text(
                    (f"{fact.label}: ", QUIET), fact.value, (f" ({fact.aside})" if fact.aside else "", QUIET)
                ),
            )
            for fact in facts
        ]
    table = Table.grid(padding=(0, 2, 0, 0))
    labels, values, asides = (
        max(cell_len(getattr(fact, part)) for fact in facts) for part in ("label", "value", "aside")
    )
    room = max(look.width - values - asides - _BETWEEN, _LABEL_CELLS)
    table.add_column(overflow="fold", width=min(labels, room))
    table.add_column(overflow="fold")
    table.add_column(overflow="fold", width=asides)
    for fact in facts:
        cells = ((fact.label, QUIET), (fact.value, ""), (fact.aside, QUIET))
        table.add_row(*map(pieces.text, cells))
    return [pieces.indented(table, 2)]


@_block.register(Grid)
def _(grid: Grid, look: Look) -> Iterable[RenderableType]:
    columns = range(len(grid.header))
    rows = (grid.header, *grid.rows)
    width = sum(max(cell_len(row[column]) for row in rows) + 2 for column in columns)
    if look.narrow or (width > look.width and not (grid.wraps and _leaves_room(grid, look))):
        return [pieces.hanging("  ", pieces.text(line)) for line in grid_lines(grid)]
    table = Table.grid(padding=(0, 2, 0, 0))
    for column in columns:
        cells = [row[column] for row in grid.rows if row[column]]
        numbers = not grid.wraps and column > 0 and all(cell[0] in _NUMBER for cell in cells)
        share = 1 if grid.wraps and width > look.width and column > 0 else None
        table.add_column(overflow="fold", justify="right" if numbers else "left", ratio=share)
    table.expand = grid.wraps and width > look.width
    table.add_row(*(pieces.text((word, STRONG)) for word in grid.header))
    for first, *rest in grid.rows:
        table.add_row(pieces.text((first, QUIET)), *map(pieces.text, rest))
    return [pieces.indented(table, 2)]


def _leaves_room(grid: Grid, look: Look) -> bool:
    """Return whether each column behind the first, which is as wide as its cells, can still hold words."""
    first = max(cell_len(row[0]) for row in (grid.header, *grid.rows)) + 2
    return look.width - 2 - first >= (len(grid.header) - 1) * _LEAST_CELLS


@_block.register(Beside)
def _(block: Beside, look: Look) -> Iterable[RenderableType]:
    if look.width < _BESIDE_CELLS:
        return [drawn((*block.left, Gap(), *block.right), look)]
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    half = msgspec.structs.replace(look, width=look.width // 2 - 2)
    table.add_column(ratio=1)
    table.add_column(ratio=1)
    table.add_row(drawn(block.left, half), drawn(block.right, half))
    return [table]


@_block.register(Contents)
def _(contents: Contents, look: Look) -> Iterable[RenderableType]:
    """Draw chapters in columns about as long as one another, in reading order."""
    many = _CONTENTS_COLUMNS if look.width >= _CONTENTS_CELLS else 1
    columns: list[list[RenderableType]] = [[] for _ in range(many)]
    length = sum(1 + len(sections) for sections in contents.chapters.values()) / many
    placed = 0.0
    for name, sections in contents.chapters.items():
        lines = [pieces.text((name, STRONG))]
        lines += [pieces.text("  ", (section, ACCENT)) for section, _ in sections]
        # A chapter belongs where its middle falls.
        columns[min(int((placed + len(lines) / 2) / length), many - 1)] += lines
        placed += len(lines)
    table = Table.grid()
    for _ in columns:
        table.add_column(width=look.width // many)
    table.add_row(*map(pieces.stack, columns))
    return [Text(), table]
