"""The papers of ``prepare``: what is sent to others in a file, what is for oneself on the screen too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from careercli.domain.model import Catalog
from careercli.domain.paper import Line, Paper, Part
from careercli.pages.blocks import Block, Command, Gap, Heading, Item, Paragraph, Title, part
from careercli.pages.citations import Citations
from careercli.pages.document_blocks import Chapter, Cite, Handout, chapter, handout, screen, written
from careercli.text.phrases import count, day

_FILL = "Answer them one after the other; what you say becomes evidence."


def paper_view(
    paper: Paper, catalog: Catalog, today: date, name: str | None = None, fill: str = ""
) -> list[Block]:
    """Return all of a paper as a screen; ``fill`` is the command that asks what is open."""
    own = [each for each in paper.parts if not each.for_others]
    blocks = screen(_handout(paper, own if paper.sent else paper.parts, catalog, today, name))
    if paper.sent:
        sent = screen(_handout(paper, paper.sent, catalog, today, name, sent=True))
        blocks = [*sent, Gap(), Heading("For you alone", "not in a file that you write"), *blocks[1:]]
    blocks += part(_open_title(paper), (Item(hole.question) for hole in paper.holes))
    evidence = [hole for hole in paper.holes if hole.skill]
    if evidence and fill:
        blocks += [Paragraph(_FILL, quiet=True), Command(f"Answer {count(len(evidence), 'question')}", fill)]
    return blocks


def paper_page(paper: Paper, catalog: Catalog, today: date, name: str | None = None) -> Handout:
    """Return a paper as a document: of one that is sent, only what is for others and is not open any more."""
    if paper.sent:
        return _handout(paper, paper.sent, catalog, today, name, sent=True)
    parts = list(paper.parts)
    if paper.holes:
        lines = tuple(Line(text=hole.question, origin="question") for hole in paper.holes)
        parts.append(Part(id="questions", title=_open_title(paper), lines=lines))
    return _handout(paper, parts, catalog, today, name)


def _handout(
    paper: Paper,
    parts: tuple[Part, ...] | list[Part],
    catalog: Catalog,
    today: date,
    name: str | None,
    *,
    sent: bool = False,
) -> Handout:
    cite = Citations(catalog)
    chapters = [_chapter(part, cite, sent=sent) for part in parts]
    head = (
        Title(paper.title, day(today)),
        Paragraph(paper.opening if sent else paper.lead, style="standing"),
    )
    foot = written("your evidence and its role data", today)
    if sent:
        foot = f"Prepared by {name}, {day(today)}." if name else f"{day(today)}."
    else:
        chapters += cite.chapters()
    return handout(paper.title, today, "report", head, (each for each in chapters if each.blocks), foot)


def _chapter(part: Part, cite: Citations, *, sent: bool) -> Chapter:
    blocks: list[Block] = [Paragraph(part.aside, quiet=True)] if part.aside and not sent else []
    blocks += [block for line in part.lines for block in _block(line, cite, sent=sent)]
    return chapter(part.id, part.title, tuple(blocks))


def _block(line: Line, cite: Citations, *, sent: bool) -> Iterator[Block]:
    """Yield a line; what is open has no place in what is sent."""
    asked = line.origin == "question"
    if asked and sent:
        return
    text = f"{day(line.day)}: {line.text}" if line.day else line.text
    text = f"{text} ({line.aside})" if line.aside else text
    label = line.label or ("Open" if asked else "")
    if label and text and not label.endswith((":", "?", ".", '"')):
        label += ":"
    marks = cite.cite(line.source) if line.source else Cite(())
    yield Item(text, label, depth=line.depth, todo=asked, cite=marks)


def _open_title(paper: Paper) -> str:
    return f"{count(len(paper.holes), 'question')} that only you can answer"
