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


class Hole(Value, kw_only=True):
    """What only the person can say. Its answer becomes evidence of ``skill``; None for what is no evidence.

    ``extends`` is the line of evidence that the answer belongs to, as it is written; "" for a new one.
    """

    id: str
    question: str
    skill: str | None = None
    extends: str = ""


class Line(Value, kw_only=True):
    """One line of a paper.

    Attributes:
        text: what it says.
        origin: where it comes from.
        label: what it is, such as "A strong answer".
        skill: the skill that it is about.
        day: when it was, for evidence that says so.
        source: who says it, for advice that has a source.
        hole: the hole that it is, for a question.
        depth: how far it is set in.
        aside: what stands behind it, such as the skill that it shows.

    """

    text: str
    origin: Origin = "advice"
    label: str = ""
    skill: str | None = None
    day: date | None = None
    source: str = ""
    hole: Hole | None = None
    depth: int = 0
    aside: str = ""


class Part(Value, kw_only=True):
    """A part of a paper, with a word on it where there is something to say beside its title.

    ``for_others`` is whether it is for whoever the paper is sent to: a file has only these.
    """

    id: str
    title: str
    lines: tuple[Line, ...]
    aside: str = ""
    for_others: bool = False


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
        opening: what it begins with for whoever it is sent to; "" for a paper that is for oneself.
        parts: what stands in it, in order.

    """

    kind: PaperKind
    aim: Aim
    title: str
    lead: str
    opening: str = ""
    parts: tuple[Part, ...]

    @property
    def sent(self) -> tuple[Part, ...]:
        """The parts for whoever it is sent to; none of a paper that is for oneself."""
        return tuple(part for part in self.parts if part.for_others)

    @property
    def holes(self) -> tuple[Hole, ...]:
        """The questions in it, each once, in the order in which they come."""
        return tuple(
            {line.hole.id: line.hole for part in self.parts for line in part.lines if line.hole}.values()
        )

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that its lines name, each once."""
        return tuple(dict.fromkeys(line.source for part in self.parts for line in part.lines if line.source))
