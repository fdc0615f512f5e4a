"""Pieces to read, and those of them that answer a question."""

from __future__ import annotations

from typing import NamedTuple

from careercli.domain.values import Value


class Passage(Value, kw_only=True):
    """A piece to read, and where it stands: in a section of a role's guide, or about a skill.

    Paragraphs of ``text`` are parted by a newline. ``title`` is what the piece is called where it stands.
    ``keywords`` are other words for what it is about and ``place`` the names of where it stands; both help to
    find it and are not shown. ``asked`` is true of a question with its answer, ``leads`` of what a section
    says first, ``further`` of a piece that goes on where the one before it under the same title ended.
    ``phrasings`` are sentences in which people ask for it, one a line; they help to find it too.
    ``names`` are those of a word of the trade: by them it is found, and by nothing else. ``command`` shows
    all of it.
    """

    title: str
    text: str
    command: str
    sources: tuple[str, ...] = ()
    role: str | None = None
    section: str | None = None
    skill: str | None = None
    keywords: str = ""
    phrasings: str = ""
    place: str = ""
    asked: bool = False
    leads: bool = False
    further: bool = False
    names: tuple[str, ...] = ()


class Answer(NamedTuple):
    """A passage that answers a question; ``score`` is above 0, and higher is better within one question."""

    passage: Passage
    score: float
