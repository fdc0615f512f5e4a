"""Blocks as plain lines for a screen reader: no drawing, no columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from careercli.domain.model import LEVEL_NAMES
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
    Stairs,
    Step,
    Title,
)
from careercli.pages.citations import with_marks
from careercli.text.phrases import percent, some

_SPOKEN = (
    (re.compile(r"[░▒▓█▁-▇]+ *"), ""),
    (re.compile(r"\? → "), "to "),
    (re.compile(r"(?<![A-Z][a-z]{2} )\b(\d+%?) → "), r"from \1 to "),
    (re.compile(" → "), " to "),
    (re.compile(r" \(~\)"), ""),
    (re.compile(r"~(\d)"), r"\1 estimated"),
    (re.compile(r"(\d)-(\d[\d.]*) h\b"), r"\1 to \2 h"),
    (re.compile(r"(?<![\d.])1 h\b"), "1 hour"),
    (re.compile(r"(\d) h\b"), r"\1 hours"),
    (re.compile(r"^\[(\d+)\]:"), r"Source \1:"),
    (re.compile(r"\[(\d+)\]"), r"(source \1)"),
)
"""What is drawn, or short, and how it is said."""


def lines(blocks: Iterable[Block]) -> list[str]:
    """Return blocks as the lines that a screen reader reads."""
    return [_spoken(line) for block in blocks for line in _told(with_marks(block))]


def _spoken(line: str) -> str:
    for drawn, said in _SPOKEN:
        line = drawn.sub(said, line)
    return line


def grid_lines(grid: Grid) -> Iterator[str]:
    """Yield a table as a line for each row, each cell after the head of its column."""
    long = any(", " in cell for row in grid.rows for cell in row[1:])
    between, after = ("; ", ":") if long else (", ", "")
    for first, *cells in grid.rows:
        named = zip(grid.header[1:], map(str.strip, cells), strict=True)
        said = (f"{name}{after if name else ''} {cell}".strip() for name, cell in named if cell)
        yield f"{first.strip()}: {between.join(said)}"


def heat_lines(heat: Heat) -> Iterator[str]:
    """Yield a line for each skill: its note, and what each column says of it."""
    for skill, cells, note in heat.rows:
        levels = (STATES[state][1] if cell == STATES[state][0] else cell for cell, state in cells)
        said = ", ".join(f"{name} {level}" for (_, name), level in zip(heat.heads, levels, strict=True))
        yield f"{skill}: {f'{heat.noted} {note}; ' if note else ''}{said}"


def _told(block: Block) -> Iterable[str]:  # noqa: C901, PLR0912 (one case for each kind of block)
    match block:
        case Title(text, aside) | Heading(text, aside):
            yield f"{text} ({aside})" if aside else text
        case Paragraph(text, label) | Rail(text, label):
            yield f"{label}: {text}" if label else text
        case Item(text, name):
            yield f"- {': '.join(filter(None, (name.rstrip('.:'), text)))}"
        case Fact(label, value, aside, spoken):
            yield f"{label}: {spoken or ', '.join(filter(None, (value, aside)))}"
        case Grid():
            yield from grid_lines(block)
        case Heat(title):
            yield from (f"{title}:", *heat_lines(block), "")
        case Command(label, command):
            yield f"{label}: {command}"
        case Beside(left, right):
            yield from lines((*left, AIR, *right))
        case Contents(chapters):
            for chapter, sections in chapters.items():
                yield from ("", chapter, *(f"- {title}: section {section}" for section, title in sections))
        case Step():
            yield from _step(block)
        case LevelRow(name, have, need, must):
            level = "not rated" if have is None else f"have {have}, {LEVEL_NAMES[have]}"
            yield f"{name}: {'must-have, ' if must else ''}{level}; need {need}, {LEVEL_NAMES[need]}"
        case LadderLines(tiers, here, goal):
            yield "The ladder, lowest tier first, with how much of each job you cover:"
            for standing in tiers:
                tier = standing.tier
                said = some(
                    percent(standing.fit) if standing.counts else "too little rated",
                    "enough years for employers" if standing.floor_reached else "not enough years yet",
                    tier is here and "you are here",
                    tier is goal and "your goal",
                )
                yield f"Rank {tier.rank}, {tier.title}: {', '.join(said)}"
            yield ""
        case Stairs(stairs):
            for stair in stairs:
                mark = {"you": ": you are here", "goal": ": your goal", "": ""}[stair.mark]
                yield f"Rank {stair.tier.rank}, {stair.tier.title}{mark}"
                yield from filter(None, (stair.years, stair.covered))
                yield f"Must-haves: {stair.must_haves}"
                yield f"About it: {stair.tier.summary}"
        case Node(title, ready, rank):
            yield f"{f'Rank {rank}, ' if rank else ''}{title}: {ready}"
        case Air():
            yield ""
        case _:
            raise TypeError(block)


def _step(step: Step) -> Iterator[str]:
    yield f"Step {step.number}: {', '.join(filter(None, (step.title, step.aside)))}"
    skill = f"{step.skill}{', must-have' if step.must else ''}" if step.skill else ""
    facts = (("Skill", skill), ("Do", step.do), ("When", step.when), ("Proof", step.proof))
    yield from (f"{label}: {text}" for label, text in facts if text)
    yield from step.notes
