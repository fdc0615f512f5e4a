"""The page of ``ask``: passages that answer, cut to what is read at a glance, each with where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careercli.domain.model import Catalog
from careercli.domain.passages import Answer, Passage
from careercli.domain.sections import SECTIONS
from careercli.pages.blocks import Block, Command, Gap, Heading, Paragraph, Title
from careercli.pages.citations import Citations

LONGEST = 600
"""Characters of a passage that are shown; the command beneath shows the rest."""

_OTHER_WORDS = (
    "This is about working in customer support and leading it. Try other words, or fewer: what it is "
    "about rather than the whole story."
)

_END_OF_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def answers_view(
    question: str,
    found: Sequence[Answer],
    catalog: Catalog,
    *,
    nearest: Sequence[Passage] = (),
    unknowable: str | None = None,
) -> list[Block]:
    """Return the answers to a question as a page; or that there is none, why, and what to do."""
    blocks: list[Block] = [Title(question), Gap()]
    if not found:
        return [*blocks, *_nothing(catalog, nearest, unknowable or _OTHER_WORDS)]
    cite = Citations(catalog)
    for answer in found:
        blocks += [*_passage(answer.passage, catalog, cite), Gap()]
    return [*blocks, *cite.blocks()]


def _nothing(catalog: Catalog, nearest: Sequence[Passage], why: str) -> list[Block]:
    role = catalog.ladder.tiers[0].role
    near: list[Block] = []
    for passage in nearest:
        near += [Gap(), Heading(passage.title, _place(passage, catalog)), Command("See", passage.command)]
    if near:
        near = [Gap(), Paragraph("What comes nearest, though it is no answer:"), *near[1:], Gap()]
    return [
        Paragraph("Nothing here answers that."),
        Paragraph(why),
        *near,
        Command("Or read", f"careercli role show {role}"),
    ]


def _passage(passage: Passage, catalog: Catalog, cite: Citations) -> list[Block]:
    shown = opening(passage.text)
    marks = cite(*passage.sources)
    blocks: list[Block] = [
        Heading(passage.title, _place(passage, catalog)),
        *map(Paragraph, shown.split("\n")),
    ]
    if marks:
        blocks.append(Paragraph(marks, label="From", quiet=True))
    blocks.append(Command("See" if shown == passage.text else "More", passage.command))
    if passage.skill and (skill := f"careercli skill show {passage.skill}") != passage.command:
        blocks.append(Command("Skill", skill))
    return blocks


def _place(passage: Passage, catalog: Catalog) -> str:
    """Return where a passage stands, for people: ``Customer Support Manager, Pay``."""
    if passage.names or passage.role is None or passage.section is None:
        return passage.place
    name = next((role.name for role in catalog.roles if role.id == passage.role), passage.role)
    return f"{name}, {SECTIONS[passage.section].title}"


def opening(text: str, longest: int = LONGEST) -> str:
    """Return the beginning of a text, whole sentences of at most ``longest`` characters together.

    A first sentence that is longer stands whole: half of it would answer nothing.
    """
    out = ""
    for paragraph in text.split("\n"):
        lead = "\n" if out else ""
        for sentence in _END_OF_SENTENCE.split(paragraph):
            if out and len(out) + len(lead) + len(sentence) > longest:
                return out
            out += lead + sentence
            lead = " "
    return out
