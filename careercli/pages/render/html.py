"""Blocks as a page in one file: designed, without scripts, and without anything from the network.

Nothing in a page is taken from the clock, the locale or the machine, so the same values give the same bytes;
every text in them is shown as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby, repeat

from careercli.domain.model import HIGHEST_LEVEL, LEVEL_NAMES, Source
from careercli.pages.blocks import (
    STATES,
    Air,
    Beside,
    Block,
    Fact,
    Grid,
    Heading,
    Heat,
    Item,
    Paragraph,
    Title,
)
from careercli.pages.document_blocks import (
    MUST_HAVE,
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
from careercli.pages.render.page import page, part, styles
from careercli.pages.render.svg import element, figure, with_text
from careercli.pages.shapes import Diagram
from careercli.text.phrases import capital, day, number

_BAR = 100.0
"""How wide a bar is that is full, in units of its drawing."""

_HEAT_COLUMNS = 12
"""How many people stand side by side: as many as fit on a printed page."""

_STATES = (*(f"level-{level}" for level in range(len(LEVEL_NAMES))), "unrated", "left-out")
_SHADES = "░▒▓█"
"""The style of each state of a skill, and what a screen has in place of it."""


def html(handout: Handout) -> str:
    """Return a document as one HTML page."""
    at_the_foot = part("styles/print.css", version=handout.version, day=day(handout.as_of))
    return page(
        handout.title,
        version=handout.version,
        policy="style-src 'unsafe-inline'; img-src data:",
        styles=f"\n{styles('base', handout.style)}\n{at_the_foot}",
        skip="Skip to the text",
        head=_written(handout.head),
        inside=part("frame.html", contents=_contents(handout.chapters), chapters=_written(handout.chapters)),
        foot=with_text("p", handout.foot),
    )


def _contents(chapters: Iterable[Chapter]) -> str:
    """Return where each chapter is, those of a group below its name."""
    out = []
    for group, members in groupby(chapters, key=lambda each: each.group):
        entries = [
            element("li", with_text("a", each.name or each.title, href=f"#{each.id}")) for each in members
        ]
        if group:
            entries = [element("li", with_text("span", group) + _list("ul", entries), class_="group")]
        out += entries
    return _list("ul", out)


def _written(blocks: Iterable[Block]) -> str:
    return "\n".join(_runs(blocks))


def _runs(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield blocks as elements; facts and items that follow one another are one list."""
    for kind, run in groupby(blocks, key=type):
        if kind is Fact:
            yield _list("dl", [_fact(each) for each in run if isinstance(each, Fact)], class_="evidence")
        elif kind is Item:
            items = [
                element("li", _item(each), class_="inset" if each.depth else "")
                for each in run
                if isinstance(each, Item)
            ]
            yield _list("ul", items, class_="list")
        else:
            yield from map(_block, run)


def _block(block: Block) -> str:  # noqa: C901, PLR0911, PLR0912 (one case for each kind of block)
    match block:
        case Title(text, aside):
            kicker = with_text("p", aside, class_="kicker") if aside else ""
            return kicker + with_text("h1", text)
        case Heading(text, aside, depth):
            return element(f"h{3 + depth}", _named(text, aside))
        case Paragraph(text, label, quiet, style, cite):
            name = f"{element('strong', escape(f'{label}:'))} " if label else ""
            style = " ".join(filter(None, ("quiet" if quiet else "", style)))
            return element("p", name + _words((text, cite)), class_=style)
        case Chapter(name, title, inside):
            heading = with_text("h2", title, id=f"{name}-title")
            content = f"\n{heading}\n{_written(inside)}\n"
            return element("section", content, class_="part", id=name, aria_labelledby=f"{name}-title")
        case Framed(inside, style):
            return element("div", f"\n{_written(inside)}\n", class_=style)
        case Beside(left, right):
            columns = [element("div", f"\n{_written(each)}\n") for each in (left, right) if each]
            return element("div", "\n{}\n".format("\n".join(columns)), class_="beside")
        case Grid(header, rows):
            heads = tuple(Column(name, names=not at) for at, name in enumerate(header))
            return _table(Table(heads, rows, style="stacked"))
        case Heat():
            return _written(_heat(block))
        case Table():
            return _table(block)
        case Listing(items, style, hidden):
            entries = [element("li", _words(each)) for each in items]
            return _list("ul", entries, class_=style, aria_hidden="true" if hidden else None)
        case Cards(cards, level, style):
            return _list("ul", [_card(card, f"h{level}") for card in cards], class_=style)
        case Glance(facts):
            return _list("dl", [element("div", f"\n{_fact(each)}\n") for each in facts], class_="glance")
        case Sources(sources):
            return _list("ol", map(_source, range(1, len(sources) + 1), sources), class_="list small sources")
        case Diagram():
            return figure(block)
        case Air():
            return ""
        case _:  # what a screen draws in a way of its own
            return "\n".join(with_text("p", line) for line in lines([block]) if line)


def _list(name: str, items: Iterable[str], **attributes: str | None) -> str:
    return element(name, "\n".join(("", *items, "")), **attributes)


def _named(text: str, aside: str) -> str:
    return _words((text, " ", Styled(aside, "quiet"))) if aside else escape(text)


def _fact(fact: Fact) -> str:
    said = [text for text in (fact.value, fact.aside) if text]
    values = [element("dd", _words((text,))) for text in said[:-1]]
    values += [element("dd", _words((text, fact.cite))) for text in said[-1:]]
    return "\n".join((with_text("dt", fact.label.rstrip(".:")), *values))


def _item(item: Item) -> str:
    said = _words((item.text, item.cite))
    if not item.name:
        return said
    named = item.name if item.name[-1:] in ".?!:" else f"{item.name}."
    return f"{element('strong', escape(named))} {said}"


def _words(words: Words) -> str:
    return escape(words) if isinstance(words, str) else "".join(map(_inline, words))


def _inline(part: Inline) -> str:  # noqa: PLR0911 (one case for each kind)
    match part:
        case Strong(text):
            return with_text("strong", text)
        case Link(text, name):
            return with_text("a", text, href=f"#{name}")
        case Styled(words, style, meaning):
            before = " " if style == "aside" else ""
            return before + element("abbr" if meaning else "span", _words(words), class_=style, title=meaning)
        case Tag(text, style):
            return " " + with_text("span", text, class_=f"tag {style}".strip())
        case Cite(numbers):
            return "".join(
                " " + element("a", f"[{at}]", class_="mark", href=f"#source-{at}", aria_label=f"Source {at}")
                for at in numbers
            )
        case Meter(have, need):
            return _meter(have, need)
        case Rise():
            return _rise(part)
        case Bar():
            return _bar(part)
    return escape(part)


def _rise(rise: Rise) -> str:
    have, need = rise.have, rise.need
    before = "not rated" if have is None else have
    name = escape(f"{rise.name}{' ' if rise.short else ', '}") if rise.name else ""
    if rise.short:
        return name + element("span", f"{before} → {need}", class_="quiet short")
    names = f"{before if have is None else LEVEL_NAMES[have]} → {LEVEL_NAMES[need]}"
    levels = element("span", f"{names} ({'?' if have is None else have} → {need})", class_="short")
    return _meter(have or 0, need) + name + levels


def _meter(have: int, need: int) -> str:
    styles = ["full" if at < have else "asked" if at < need else "off" for at in range(HIGHEST_LEVEL)]
    boxes = (
        f'<rect x="{at * 18 + 0.5}" y="0.5" width="16" height="11" rx="2" class="{style}"/>'
        for at, style in enumerate(styles)
    )
    return f'<svg class="levels" aria-hidden="true" viewBox="0 0 71 12">{"".join(boxes)}</svg>'


def _bar(bar: Bar) -> str:
    share = number(_BAR * bar.share)
    if bar.limit is None:
        return f'<span class="bar" style="width: {share}%"></span>'
    limit = number(_BAR * bar.limit)
    return (
        '<div class="fit"><svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">'
        '<rect x="0.5" y="0.5" width="99" height="9" class="track"/>'
        f'<rect width="{share}" height="10" class="full"/>'
        f'<line x1="{limit}" y1="0" x2="{limit}" y2="10" class="limit"/></svg>'
        f"<span>{escape(bar.text)}</span></div>"
    )


def _table(table: Table) -> str:
    heads = "".join(map(_head, table.columns))
    rows = [
        element(
            "tr",
            "".join(map(_cell, row, table.columns, repeat(table.style))),
            class_="here" if place == table.here else None,
        )
        for place, row in enumerate(table.rows)
    ]
    parts = [with_text("caption", table.caption)] if table.caption else []
    parts += [element("thead", element("tr", heads)), _list("tbody", rows)]
    drawn = _list("table", parts, class_=table.style)
    if not table.scrolls:
        return drawn
    scrolls = {"role": "region", "tabindex": "0", "aria_label": table.scrolls}
    return element("div", f"\n{drawn}\n", class_="wide", **scrolls)


def _heat(heat: Heat) -> Iterator[Block]:
    """Yield what the colors mean, and skills by people in tables that fit a page."""
    key = zip(_STATES, STATES, strict=True)
    yield Listing(tuple((Styled(sign.rstrip(_SHADES), style), name) for style, (sign, name) in key), "key")
    for start in range(0, len(heat.heads), _HEAT_COLUMNS):
        heads = [(sign.rstrip(_SHADES), name) for sign, name in heat.heads[start : start + _HEAT_COLUMNS]]
        rows: list[tuple[Words, ...]] = [
            (skill, *((Styled(cell.rstrip(_SHADES), _STATES[state]),) for cell, state in cells[start:]))
            for skill, cells, _ in heat.rows
        ]
        columns = (Column("Skill", "skill", names=True), *(Column((Styled(s, meaning=n),)) for s, n in heads))
        caption = ", ".join(f"{sign} {name}" for sign, name in heads)
        yield Table(
            columns,
            tuple(row[: len(columns)] for row in rows),
            caption,
            "heat",
            scrolls=f"Levels of {caption}",
        )


def _head(column: Column) -> str:
    if column.hidden:
        return element("td", class_=column.style, aria_hidden="true")
    return element("th", _words(column.title), scope="col", class_=column.style)


def _cell(cell: Words, column: Column, table: str) -> str:
    if column.names:
        return element("th", _words(cell), scope="row")
    if column.hidden:
        return element("td", _words(cell), class_=column.style, aria_hidden="true")
    if table == "stacked":
        return element("td", _words(cell), class_=f"{column.style} of".strip(), data_label=str(column.title))
    match cell:
        case (Styled(words, style),) if style:
            return element("td", _words(words), class_=style)
    return element("td", _words(cell), class_=column.style)


def _card(card: Card, heading: str) -> str:
    aside = with_text("span", card.aside, class_="hours") if card.aside else ""
    name = element(heading, _words((card.name, MUST_HAVE) if card.must else card.name))
    sentence = isinstance(card.about, str)
    about = capital(card.about) if isinstance(card.about, str) else card.about
    facts = [
        line
        for label, values in card.facts
        for line in (with_text("dt", f"{label}:"), *(element("dd", _words(each)) for each in values))
    ]
    return _list(
        "li",
        (
            element("div", name + aside, class_="card-title"),
            element("p", _words(about), class_="" if sentence else "change"),
            *([_list("dl", facts)] if facts else []),
        ),
        class_="card card-gate" if card.must else "card",
    )


def _source(place: int, source: Source) -> str:
    note = f"{element('span', escape(f'{source.note} '), class_='screen')}{escape(source.terms)}"
    about = f"{element('cite', escape(source.title))}. {escape(source.publisher)}, {escape(source.date)}. "
    return element("li", about + element("span", note, class_="quiet"), id=f"source-{place}")
