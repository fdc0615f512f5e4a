"""The papers of ``prepare`` on a page: a line says where it comes from, and what is open is asked last."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from careercli import __version__
from careercli.domain.model import Catalog
from careercli.domain.paper import Line, Paper, Part
from careercli.pages.blocks import Block, Command, Gap, Item, Paragraph, Title
from careercli.pages.citations import Citations
from careercli.pages.document_blocks import Chapter, Cite, Handout, Sources, chapter, screen
from careercli.text.phrases import count, day

_FILL = "Answer them here, one after the other: what you say becomes evidence."


def paper_view(paper: Paper, catalog: Catalog, today: date, fill: str = "") -> list[Block]:
    """Return a paper as a screen; ``fill`` is the command that asks what is open."""
    blocks = screen(paper_page(paper, catalog, today))
    evidence = [hole for hole in paper.holes if hole.skill]
    if evidence and fill:
        blocks += [Gap(), Command(f"Answer {count(len(evidence), 'question')}", fill)]
    return blocks


def paper_page(paper: Paper, catalog: Catalog, today: date) -> Handout:
    """Return a paper as a document to write in whatever way."""
    cite = Citations(catalog)
    chapters = [_chapter(part, cite) for part in paper.parts]
    if paper.holes:
        chapters.append(chapter("open", _open_title(paper), tuple(_holes(paper)), "Open questions"))
    if cite.cited:
        chapters.append(chapter("sources", "Sources", (Sources(cite.cited),)))
    return Handout(
        title=f"{paper.title}, {day(today)}",
        version=__version__,
        as_of=today,
        style="report",
        head=(Title(paper.title, day(today)), Paragraph(paper.lead, style="standing")),
        chapters=tuple(chapters),
        foot=f"Written by careercli {__version__} from your evidence and its role data, as of {day(today)}. "
        "What it says of you is what you wrote; nothing was made up.",
    )


def _chapter(part: Part, cite: Citations) -> Chapter:
    blocks: list[Block] = [Paragraph(part.aside, quiet=True)] if part.aside else []
    blocks += [_block(line, cite) for line in part.lines]
    return chapter(part.id, part.title, tuple(blocks))


def _block(line: Line, cite: Citations) -> Block:
    text = f"{day(line.day)}: {line.text}" if line.day else line.text
    marks = cite.cite(line.source) if line.source else Cite(())
    label = line.label or ("Open" if line.origin == "question" else "")
    if label and not label.endswith((":", "?")):
        label += ":"
    return Item(text, label, depth=line.depth, todo=line.origin == "question", cite=marks)


def _open_title(paper: Paper) -> str:
    return f"{count(len(paper.holes), 'question')} that only you can answer"


def _holes(paper: Paper) -> Iterator[Block]:
    yield from (Item(hole.question, todo=True) for hole in paper.holes)
    if any(hole.skill for hole in paper.holes):
        yield Paragraph(_FILL, quiet=True)
