"""Blocks drawn on a screen with Rich, for the width there is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from careercli.domain.placement import TierStanding
from careercli.pages import parts
from careercli.pages.blocks import (
    AIR,
    STATES,
    Air,
    Beside,
    Block,
    Command,
    Contents,
    Fact,
    Grid,
    Heading,
    Heat,
    Item,
    LadderLines,
    LevelRow,
    Node,
    Paragraph,
    Rail,
    Stair,
    Stairs,
    Step,
    Title,
)
from careercli.pages.citations import with_marks
from careercli.pages.look import ACCENT, PLAIN, QUIET, STRONG, WARN, Look
from careercli.pages.render.lines import grid_lines, heat_lines
from careercli.pages.render.pieces import (
    MARGIN,
    columns,
    fitted,
    hanging,
    heading,
    indent_of,
    indented,
    lines_of,
    stack,
    text,
    titled,
    widths,
)
from careercli.text.phrases import percent

_SIGN_CELLS = 4
"""Labels no longer than this, as the numbers of sources, keep a column of their own on a narrow page."""

_BESIDE_CELLS = 76
"""From this width on two lists stand side by side."""

_NAME_CELLS, _LEVEL_CELLS = 38, 33
"""The columns of a skill's name beside its levels at most, and those of the levels."""

_RUNG_CELLS = 40
"""The columns that a tier in the small ladder takes with its bar and note."""

_STAIR_CELLS = 3
_STAIRS_CELLS = 40
"""The columns of a stair, and how wide a page has to be for tiers not to stand one above the other."""

_CONTENTS_CELLS = 72
"""How wide a page has to be for the sections of a chapter to stand beside its name."""

_SKILL_CELLS = 26
"""The columns that the name of a skill beside its heat may always take."""

_HEAT = (WARN, WARN, "", ACCENT, f"{STRONG} {ACCENT}", QUIET, QUIET)
"""The style of each state of a skill."""

_NUMBER = re.compile(r"[$+-]?\d[\d,.]*[%+]?(-[\d,.]+)?( \[\d+\])?")


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
    text = out.getvalue() if look.unicode else out.getvalue().replace(" →", "->").translate(PLAIN)
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def drawn(blocks: Iterable[Block], look: Look) -> RenderableType:
    """Return blocks below one another."""
    out: list[RenderableType] = []
    for together, group in groupby(map(with_marks, blocks), key=lambda block: isinstance(block, Fact)):
        if together:
            out += _facts([fact for fact in group if isinstance(fact, Fact)], look)
        else:
            out += [line for block in group for line in _block(block, look)]
    return stack(out)


def _block(block: Block, look: Look) -> Iterable[RenderableType]:  # noqa: C901, PLR0912 (one case for each)
    match block:
        case Title(words, aside):
            line = heading(words, aside, look=look)
            line.stylize(f"{STRONG} {ACCENT}", 0, len(words))
            yield line
        case Heading(words, aside):
            yield heading(words, aside, look=look)
        case Paragraph(words, label, quiet):
            lead = (f"{label}: " if label else "", STRONG)
            yield indented(text(lead, (words, QUIET if quiet else "")), 2 * block.depth)
        case Item(words, name, depth):
            content = text((name, STRONG), _after(name, words)) if name else text(words)
            yield hanging((f"{'  ' * depth}· ", ACCENT), content)
        case Command(label, command):
            yield hanging((f"{label}: ", QUIET), text((command, ACCENT)))
        case Step():
            yield from _step(block, look)
        case LevelRow(name, have, need, must, note):
            bar, change, style = parts.level_bar(have, need), parts.levels(have, need), WARN if must else ""
            if look.narrow:
                yield text((name, style))
                yield indented(text((bar, ACCENT), f"  {change}  {note}"), 2)
            else:
                cells = min(_NAME_CELLS, look.width - _LEVEL_CELLS)
                *before, name = lines_of(name, cells)
                yield from (text("  ", (line, style)) for line in before)
                yield text("  ", (fitted(name, cells), style), " ", (bar, ACCENT), f"  {change:<7}", note)
        case LadderLines():
            yield from (*_small_ladder(block, look), Text())
        case Stairs(stairs):
            for stair in reversed(stairs):
                yield from _stair(stair, look, top=stair is stairs[-1])
        case Node(title, ready, rank):
            name = f"{rank} {title}" if rank else title
            yield hanging(("◆ ", ACCENT), text((name, STRONG), f": {ready}"))
        case Rail(words, label, here):
            sign, style = ("▸ ", ACCENT) if here else ("│ ", QUIET)
            lead = (f"{label}: " if label else "", QUIET)
            yield hanging((sign, style), text(lead, (words, STRONG if here else "")))
        case Air():
            yield Text()
        case Grid():
            yield from _grid(block, look)
        case Heat():
            yield from _heat(block, look)
        case Beside(left, right):
            yield from _beside(left, right, look)
        case Contents():
            yield from _contents(block, look)
        case _:
            raise TypeError(block)


def _after(name: str, words: str) -> str:
    """Return what follows a name that leads in: set off by a stop, unless the name ends in one."""
    if not words:
        return ""
    return f" {words}" if name[-1:] in ".?!:" else f". {words}"


def _step(step: Step, look: Look) -> Iterator[RenderableType]:
    lead = f"{step.number:>{step.digits}} "
    yield titled(lead, step.title, step.aside, look)
    below = []
    if step.skill:
        skill = f"{step.skill}{', must-have' if step.must else ''}."
        below.append(text((skill, WARN if step.must else QUIET), f" {step.do}"))
    below += [text((line, QUIET)) for line in (step.when, *step.notes) if line]
    below += [text(("Proof: ", QUIET), step.proof)] if step.proof else []
    yield from (indented(line, len(lead)) for line in below)


def _small_ladder(ladder: LadderLines, look: Look) -> Iterator[Text]:
    """Yield every tier with its fit, the person and the goal on it; in two columns where there is room."""
    entries = [_rung(standing, ladder) for standing in ladder.tiers]
    half = len(entries) if look.width < 2 * _RUNG_CELLS else (len(entries) + 1) // 2
    for index, line in enumerate(entries[:half]):
        if index + half < len(entries):
            line.append(" " * (look.width // 2 - line.cell_len))
            line.append_text(entries[index + half])
        yield line


def _rung(standing: TierStanding, ladder: LadderLines) -> Text:
    """Return a tier with its fit; one of which too little is rated has "?" in place of it."""
    tier, here = standing.tier, standing.tier is ladder.here
    fit, bar = (percent(standing.fit), standing.fit) if standing.counts else ("?", 0.0)
    return text(
        (f"{'▸' if here else ' '}{tier.rank} {fitted(tier.short, 17)}", f"{STRONG} {ACCENT}" if here else ""),
        " ",
        (parts.fit_bar(bar), ACCENT),
        f" {fit:>4}",
        (" you" if here else " goal" if tier is ladder.goal else "", STRONG),
    )


def _stair(stair: Stair, look: Look, *, top: bool) -> Iterator[RenderableType]:
    """Yield a tier: the step with its title, and below it the years, and what is covered or asked."""
    tier, cells = stair.tier, _STAIR_CELLS if not look.narrow else 1 if look.width >= _STAIRS_CELLS else 0
    indent = " " * (cells * (tier.rank - 1))
    step = "┌" + "─" * max(cells - 1, 0) + ("─" if top else "┘")
    title = text(
        (f"{tier.rank} ", ACCENT),
        (tier.short if look.narrow else tier.title, f"{STRONG} {ACCENT}" if stair.mark == "you" else STRONG),
        (f" ◂ {stair.mark}" if stair.mark else "", STRONG),
    )
    yield hanging((f"{indent}{step} ", QUIET), title)
    post = f"{indent}│{' ' * (cells + 3)}"
    for line in (stair.years, stair.covered or f"Must-haves: {stair.must_haves}"):
        yield hanging((post, QUIET), text(line))


def _facts(facts: Sequence[Fact], look: Look) -> Iterator[RenderableType]:
    """Yield facts below one another: in columns, or stacked on a narrow page."""
    rows = [(fact.label, fact.value, fact.aside) for fact in facts]
    signs = all(cell_len(fact.label) <= _SIGN_CELLS for fact in facts)
    cells = None if look.narrow and not signs else widths(rows, look.width)
    for fact, (label, value, aside) in zip(facts, rows, strict=True):
        if cells is None and fact.spoken:  # a drawing, on a line of its own
            yield hanging("  ", text((f"{label}: ", QUIET), (aside, QUIET)))
            yield hanging("  ", text(value))
        elif cells is None:
            after = (f" ({aside})" if aside else "", QUIET)
            yield hanging("  ", text((f"{label}: ", QUIET), value, after))
        else:
            yield from columns((label, value, aside), cells, (QUIET, "", QUIET))


def _grid(grid: Grid, look: Look) -> Iterator[RenderableType]:
    rows = (grid.header, *grid.rows)
    indent = indent_of(rows, look.width)
    cells = None if look.narrow else widths(rows, look.width + MARGIN - indent)
    if cells is None:
        yield from _stacked(grid, look)
        return
    numbers = [at for at in range(1, len(cells)) if _numeric(row[at] for row in grid.rows)]
    yield from columns(grid.header, cells, [STRONG] * len(cells), numbers, indent)
    # A column that has a head names what the table is about; without one it is a label, as of facts.
    styles = ["" if grid.header[0] else QUIET, *[""] * (len(cells) - 1)]
    for row in grid.rows:
        yield from columns(row, cells, styles, numbers, indent)


def _stacked(grid: Grid, look: Look) -> Iterator[RenderableType]:
    """Yield a line for each row; on a narrow page, where one needs three, a line for each of its cells."""
    lines = list(grid_lines(grid))
    short = all(cell_len(line) < 2 * (look.width - MARGIN) for line in lines)
    if short or not look.narrow or not any(grid.header[1:]):
        yield from (hanging("  ", text(line)) for line in lines)
        return
    label = max(map(cell_len, grid.header[1:])) + MARGIN
    beside = label <= look.width // 2
    for first, *cells in grid.rows:
        yield text((first.strip(), STRONG))
        for head, cell in zip(grid.header[1:], cells, strict=True):
            if cell.strip():
                lead, said = (f"  {fitted(head, label)}", "") if beside else ("  ", f"{head}: ")
                yield hanging((lead, QUIET), text((said, QUIET), cell.strip()))


def _numeric(column: Iterable[str]) -> bool:
    """Return whether all of a column are numbers; one that is not known is one, if others are."""
    known = [cell for cell in column if cell not in {"", "?"}]
    return bool(known) and all(map(_NUMBER.fullmatch, known))


def _heat(heat: Heat, look: Look) -> Iterator[RenderableType]:
    """Yield skills by people in parts that fit, or lines where there is no room for signs."""
    if look.narrow:
        yield heading(heat.title, look=look)
        yield from (*(hanging("  ", text(line)) for line in heat_lines(heat)), Text())
        return
    size = max(cell_len(cell) for _, cells, _ in heat.rows for cell, _ in (*heat.heads, *cells)) + 1
    notes = max(map(cell_len, (heat.noted, *(note for *_, note in heat.rows)))) + 1
    label = max(map(cell_len, (heat.title, *(name for name, *_ in heat.rows)))) + 1
    label = min(label, max(_SKILL_CELLS, look.width - notes - size * len(heat.heads)))
    most = max((look.width - notes - label) // size, 1)
    for start in range(0, len(heat.heads), most):
        signs = "".join(f"{sign:<{size}}" for sign, _ in heat.heads[start : start + most])
        title, noted = ("", "") if start else (fitted(heat.title, label), f" {heat.noted}")
        yield text((title or " " * label, STRONG), (signs, QUIET), (noted, STRONG))
        for name, cells, note in heat.rows:
            levels = [(f"{cell:<{size}}", _HEAT[state]) for cell, state in cells[start : start + most]]
            aside = ("" if start or not note else f" {note}", QUIET)
            first, *more = lines_of(name, label - 1)
            yield text(f"{fitted(first, label - 1)} ", *levels, aside)
            yield from map(text, more)
    seen = {state for _, cells, _ in heat.rows for _, state in cells}
    yield text(
        (", ".join(f"{sign} {name}" for state, (sign, name) in enumerate(STATES) if state in seen), QUIET)
    )
    yield Text()


def _beside(left: Sequence[Block], right: Sequence[Block], look: Look) -> Iterator[RenderableType]:
    if look.width < _BESIDE_CELLS:
        yield drawn((*left, AIR, *right), look)
        return
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    half = look.but(width=look.width // 2 - 2)
    table.add_column(ratio=1)
    table.add_column(ratio=1)
    table.add_row(drawn(left, half), drawn(right, half))
    yield table


def _contents(contents: Contents, look: Look) -> Iterator[RenderableType]:
    """Yield each chapter with its sections one after another, in reading order."""
    beside = look.width >= _CONTENTS_CELLS
    table = Table.grid(padding=(0, 3, 0, 0))
    for name, sections in contents.chapters.items():
        heading = text((name, STRONG))
        flowing = Text("  ").join(text((section, ACCENT)) for section, _ in sections)
        if beside:
            table.add_row(heading, flowing)
        else:
            table.add_row(heading)
            table.add_row(indented(flowing, 2))
    yield from (Text(), table)
