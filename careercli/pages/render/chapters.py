"""Documents to hand over on a screen: their blocks as those that every screen draws and speaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from careercli.domain.model import LEVEL_NAMES
from careercli.pages.blocks import Block, Fact, Gap, Grid, Heading, Item, Paragraph, Title
from careercli.pages.document_blocks import (
    Bar,
    Cards,
    Chapter,
    Cite,
    Framed,
    Glance,
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
from careercli.pages.shapes import Diagram
from careercli.text.phrases import described

_QUIET = frozenset({"advice", "person", "small", "stop-why"})
"""The styles of paragraphs that are quiet on a screen too."""


def on_screen(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks, those of documents as the ones that screens are made of, without what is only a picture.

    Air stands before each chapter and each heading in one.
    """
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[Block]:  # noqa: C901, PLR0912 (one case for each kind of block)
    match block:
        case Chapter(_, title, inside):
            yield from (Gap(), Title(title))
            for at, each in enumerate(inside):
                if at and isinstance(each, Heading | Framed):
                    yield Gap()
                yield from _block(each)
        case Paragraph(words, label, quiet, style, cite) if style or cite.numbers:
            yield Paragraph(f"{words}{_cited(cite)}", label, quiet or style in _QUIET)
        case Framed(inside) | Glance(inside):
            yield from on_screen(inside)
        case Table():
            yield from _table(block)
        case Listing(items, _, hidden):
            yield from (Item(plain(words)) for words in items if not hidden)
        case Cards(cards):
            for card in cards:
                aside = f", {card.aside}" if card.aside else ""
                yield Item(plain(card.about), f"{card.name}{' (must-have)' if card.must else ''}{aside}")
                for label, values in card.facts:
                    yield Item("; ".join(map(plain, values)), f"{label}:", depth=1)
        case Sources(sources):
            yield from (Fact(f"[{place}]", described(source)) for place, source in enumerate(sources, 1))
        case Diagram():
            pass
        case _:
            yield block


def _table(table: Table) -> Iterator[Block]:
    """Yield a table; its caption stands above it, unless it explains what only a page draws."""
    shown = [at for at, column in enumerate(table.columns) if not column.hidden]
    rows = [[row[at] for at in shown] for row in table.rows]
    drawn = any(isinstance(part, Bar) for row in rows for cell in row for part in cell)
    if table.caption and not drawn:
        yield Paragraph(f"{table.caption}:", quiet=True)
    heads = tuple(plain(table.columns[at].title) for at in shown)
    yield Grid(heads, tuple(tuple(map(plain, row)) for row in rows))


def plain(words: Words) -> str:
    """Return words as text."""
    said = words if isinstance(words, str) else "".join(map(_inline, words))
    return said.strip()


def _inline(part: Inline) -> str:  # noqa: PLR0911 (one case for each kind)
    match part:
        case Strong(text) | Link(text) | Bar(_, text):
            return text
        case Styled(words, style):
            return f". {plain(words)}" if style == "aside" else plain(words)
        case Tag(text):
            return f" ({text})"
        case Cite():
            return _cited(part)
        case Meter():
            return ""
        case Rise(have, need, name, short):
            before = "not rated" if have is None else str(have) if short else f"{have} {LEVEL_NAMES[have]}"
            after = str(need) if short else f"{need} {LEVEL_NAMES[need]}"
            return f"{name}{' ' if short else ', ' if name else ''}{before} → {after}"
    return part


def _cited(cite: Cite) -> str:
    return "".join(f" [{place}]" for place in cite.numbers)
