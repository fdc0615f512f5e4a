"""Questions as interviewers ask them, with what a strong answer shows and what a weak one does."""

from typing import Annotated, Literal

from msgspec import Meta

from careercli.domain.values import REFERS_TO, Identifier, Line, Reference, SkillId, Text, Value

QuestionKind = Literal["behavior", "situation", "general"]
"""What a question asks for: what one did, what one would do, or what is about no single skill."""

Audience = Literal["any", "never-led", "returning", "changing"]
"""Whom a question is for: everybody, who never led people, who is between jobs, who comes from other work."""

SeatLevel = Annotated[int, Meta(ge=1, le=4, description="a level: a whole number from 1 to 4")]
TierName = Annotated[Identifier, Meta(extra={REFERS_TO: "tier"})]


class InterviewQuestion(Value, kw_only=True):
    """A question of an interview: what a ``strong`` answer lets one hear, and what a ``weak`` one does.

    One about a ``skill`` is asked where the seat asks that skill at one of ``levels``. A ``general`` one is
    about no skill, and belongs to ``tiers``; to any where none is named.
    """

    id: Identifier
    kind: QuestionKind
    question: Line
    strong: Text
    weak: Text
    source: Reference
    skill: SkillId | None = None
    levels: tuple[SeatLevel, ...] = ()
    tiers: tuple[TierName, ...] = ()
    for_whom: Audience = "any"

    def __post_init__(self) -> None:
        """Refuse a general question about a skill, one about no skill that is not general, and the like."""
        if self.kind == "general":
            if self.skill is not None or self.levels:
                raise ValueError("must be of another kind than general, or name no skill and no levels")
        elif self.skill is None:
            raise ValueError("must name its skill, or be of the kind general")
        elif not self.levels:
            raise ValueError("must say the levels at which it is asked")
        elif self.tiers:
            raise ValueError("must name no tiers: about a skill, the levels say where it is asked")
