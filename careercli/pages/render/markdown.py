"""Blocks as Markdown, to go on with in notes, mail or a wiki. What only a picture shows is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from careercli.domain.model import LEVEL_NAMES, Source
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
    Title,
)
from careercli.pages.document_blocks import (
    Bar,
    Card,
    Cards,
    Chapter,
    Cite,
    Column,
    Framed,
    Glance,
    Handout,
    Inline,
    Link,
    Listing,
    Meter,
    Rise,
    Sources,
    Strong,
    Styled,
    Table,
    Tag,
    Words,
)
from careercli.pages.render.lines import lines
from careercli.pages.shapes import Diagram
from careercli.text.markdown import escaped

_STYLES = {"standing": "**{}**", "make": "> {}", "advice": "*{}*"}
"""The styles of paragraphs that are not plain ones in Markdown either."""


def markdown(document: Handout | Iterable[Block]) -> str:
    """Return a document, or blocks, as Markdown."""
    if isinstance(document, Handout):
        parts = [*_written((*document.head, *document.chapters))]
        parts += ["---", escaped(document.foot)] if document.foot else []
    else:
        parts = [*_written(document)]
    return "\n\n".join(parts) + "\n"


def _written(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield blocks as Markdown; facts and items that follow one another are one list."""
    for kind, run in groupby(blocks, key=type):
        if kind in {Fact, Item, Command}:
            yield "\n".join(map(_line, run))
        else:
            for block in run:
                yield from _block(block)


def _line(block: Block) -> str:
    match block:
        case Fact(label, value, aside):
            name = escaped(label if label.endswith((".", ":")) else f"{label}:")
            return f"- **{name}** {escaped(f'{value}, {aside}' if aside else value)}{_cited(block.cite)}"
        case Item(text, name, depth, todo):
            lead = f"{'  ' * depth}- {'[ ] ' if todo else ''}"
            named = f"**{escaped(name.removesuffix(':'))}**{': ' if text else ''}" if name else ""
            return f"{lead}{named}{escaped(text) if text else ''}{_cited(block.cite)}"
        case Command(label, command):
            return f"- {escaped(label)}: `{command}`"
    raise TypeError(block)


def _block(block: Block) -> Iterator[str]:  # noqa: C901, PLR0912 (one case for each kind of block)
    match block:
        case Title(text, aside):
            yield f"# {escaped(text)}"
            if aside:
                yield escaped(aside)
        case Chapter(_, title, inside):
            yield f"## {escaped(title)}"
            yield from _written(inside)
        case Heading(text, aside, depth):
            yield f"###{'#' * depth} {escaped(f'{text} ({aside})' if aside else text)}"
        case Paragraph(text, label, _, style, cite):
            said = _STYLES.get(style, "{}").format(escaped(text))
            yield f"{f'**{escaped(label)}:** ' if label else ''}{said}{_cited(cite)}"
        case Framed(inside):
            yield from _written(inside)
        case Beside(left, right):
            yield from _written((*left, *right))
        case Grid(header, rows):
            yield _table(Table(tuple(map(Column, header)), rows))
        case Table():
            yield _table(block)
        case Listing(items, _, False):
            yield "\n".join(f"- {_words(item)}" for item in items)
        case Cards(cards):
            yield from map(_card, cards)
        case Glance(facts):
            yield from _written(facts)
        case Sources(sources):
            yield "\n".join(f"{place}. {_source(source)}" for place, source in enumerate(sources, 1))
        case Gap() | Diagram() | Listing():
            pass
        case _:  # what a screen draws in a way of its own
            yield from map(escaped, filter(None, lines([block])))


def _words(words: Words) -> str:
    return (escaped(words) if words else "") if isinstance(words, str) else "".join(map(_inline, words))


def _inline(part: Inline) -> str:  # noqa: PLR0911 (one case for each kind)
    match part:
        case Strong(text):
            return f"**{escaped(text)}**"
        case Styled(words, style):
            return f". {_words(words)}" if style == "aside" else _words(words)
        case Cite():
            return _cited(part)
        case Rise(have, need, name, short):
            after = " " if short else ", "
            return f"{escaped(name)}{after if name else ''}{_levels(have, need, named=not short)}"
        case Link(text) | Bar(_, text):
            return escaped(text)
        case Tag(text):
            return f" ({escaped(text)})"
        case Meter():
            return ""
    before, after = (" " if has else "" for has in (part.startswith(" "), part.endswith(" ")))
    return f"{before}{escaped(part)}{after}" if part.strip() else part


def _levels(have: int | None, need: int, *, named: bool = True) -> str:
    before, after = (
        "not rated" if level is None else f"{level} {LEVEL_NAMES[level]}" if named else str(level)
        for level in (have, need)
    )
    return f"{before} → {after}"


def _cited(cite: Cite) -> str:
    """Return the numbers of sources, as text that no reader takes for a link."""
    return "".join(f" \\[{place}\\]" for place in cite.numbers)


def _table(table: Table) -> str:
    lines = [[_words(column.title) for column in table.columns], ["---"] * len(table.columns)]
    lines += [[_words(cell) for cell in row] for row in table.rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _card(card: Card) -> str:
    aside = f", {escaped(card.aside)}" if card.aside else ""
    facts = [f"- {escaped(label)}: {'; '.join(map(_words, values))}" for label, values in card.facts]
    name = f"**{escaped(card.name)}**{aside}{' (must-have)' if card.must else ''}"
    return "\n".join((f"{name}: {_words(card.about)}", *facts))


def _source(source: Source) -> str:
    about = f"*{escaped(source.title)}*. {escaped(source.publisher)}, {escaped(source.date)}."
    return f"{about} {escaped(source.note)} {escaped(source.terms)}"
