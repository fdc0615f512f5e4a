"""A paper for the next move: parts of lines, each of which says where it comes from, and holes to fill.

What a paper says of the person is evidence, word for word, or a fact of the profile. All else is advice of
the role data, the same for everybody, or a question.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from careercli.domain.advertisement import Advertisement
from careercli.domain.model import Tier
from careercli.domain.values import Value

PaperKind = Literal["interview", "bullets", "letter", "case", "pay", "talk"]

Origin = Literal["advice", "evidence", "fact", "question", "quote"]
"""Where a line comes from: the role data, what the person wrote, what their profile says, a hole, an ad."""


class Line(Value, kw_only=True):
    """One line of a paper.

    Attributes:
        text: what it says.
        origin: where it comes from.
        label: what it is, such as "A strong answer".
        skill: the skill that it is about.
        day: when it was, for evidence that says so.
        source: who says it, for advice that has a source.
        hole: the id of the hole that it is, for a question.
        depth: how far it is set in.

    """

    text: str
    origin: Origin = "advice"
    label: str = ""
    skill: str | None = None
    day: date | None = None
    source: str = ""
    hole: str = ""
    depth: int = 0


class Part(Value, kw_only=True):
    """A part of a paper, with a word on it where there is something to say beside its title."""

    id: str
    title: str
    lines: tuple[Line, ...]
    aside: str = ""


class Hole(Value, kw_only=True):
    """What only the person can say. Its answer becomes evidence of ``skill``; None for what is no evidence.

    ``extends`` is the line of evidence that the answer belongs to, as it is written; "" for a new one.
    """

    id: str
    question: str
    skill: str | None = None
    extends: str = ""


class Aim(Value):
    """What a paper is for: a tier, or an advertisement, whose tier may not be known."""

    tier: Tier | None
    ad: Advertisement | None = None


class Paper(Value, kw_only=True):
    """One paper.

    Attributes:
        kind: which of the six.
        aim: what it is for.
        title: what it is called.
        lead: what it is and how to use it.
        parts: what stands in it, in order.
        holes: the questions in it, each once, in the order in which they come.

    """

    kind: PaperKind
    aim: Aim
    title: str
    lead: str
    parts: tuple[Part, ...]
    holes: tuple[Hole, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that its lines name, each once."""
        return tuple(dict.fromkeys(line.source for part in self.parts for line in part.lines if line.source))
