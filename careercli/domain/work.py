"""Other lines of work: what is done in an occupation, and what is told of coming from it or going to it.

These values are a pack's files, the domain's values and what is exported, in one definition.
"""

from collections.abc import Iterable
from typing import Annotated, Literal

from msgspec import Meta

from careercli.domain.values import (
    EMPTY,
    REFERS_TO,
    Code,
    Identifier,
    Line,
    SkillId,
    Sources,
    Text,
    TierId,
    Value,
)

WorkCode = Annotated[
    str,
    Meta(
        pattern=r"^[0-9]{2}-[0-9]{4}$",
        description="an occupation's SOC code, such as 43-4081",
        extra={REFERS_TO: "work"},
    ),
]
PartOfWork = Annotated[float, Meta(gt=0, le=1, description="a share above 0 and up to 1")]
Importance = Annotated[float, Meta(ge=1, le=5, description="an importance from 1 to 5")]
RatedLevel = Annotated[float, Meta(ge=0, le=7, description="a level of O*NET from 0 to 7")]
ReachedLevel = Annotated[int, Meta(ge=1, le=4, description="a level: a whole number from 1 to 4")]
Way = Literal["in", "out"]

HIGHEST_FROM_OUTSIDE = 2
"""The highest level at which a skill is suggested to who comes from other work: a judgement."""

_ROUNDING = 0.02
"""By how much shares that are rounded one by one may miss the whole."""


class Rating(Value, kw_only=True):
    """How important something is in an occupation, from 1 to 5, and at which level, from 0 to 7."""

    importance: Importance
    level: RatedLevel


class Work(Value, kw_only=True):
    """What is done in an occupation: the share of each activity, and ratings of skills and knowledge.

    An occupation without ratings has no ``skills`` and no ``knowledge``.
    """

    code: Annotated[
        str, Meta(pattern=r"^[0-9]{2}-[0-9]{4}$", description="an occupation's SOC code, such as 43-4081")
    ]
    title: Line
    sources: Sources
    activities: dict[Line, PartOfWork]
    skills: dict[Line, Rating] = EMPTY
    knowledge: dict[Line, Rating] = EMPTY

    def __post_init__(self) -> None:
        """Refuse activities that are more or less than the whole."""
        if abs(sum(self.activities.values()) - 1) > _ROUNDING:
            raise ValueError("shares of activities must add up to 1")


class CarriedSkill(Value, kw_only=True):
    """What carries over: a short name, what there is to say, and the skill that it may show, at a level."""

    name: Line
    text: Text
    skill: SkillId
    level: ReachedLevel


class Lesson(Value, kw_only=True):
    """What to learn first, and the skill that it belongs to."""

    name: Line
    text: Text
    skill: SkillId | None = None


class Transfer(Value, kw_only=True):
    """What is told of one line of work that people come from (``in``) or go to (``out``).

    ``work`` is the occupation that it is compared by, ``beside`` that of this trade; ``stand_in`` says why,
    where it is another than the name. ``pay`` is the occupation whose pay is shown, None where none fits.
    ``tier`` is where one would begin, or from where people usually go.
    """

    id: Identifier
    way: Way
    name: Line
    aliases: tuple[Line, ...] = ()
    work: WorkCode
    beside: WorkCode
    stand_in: Text | None = None
    pay: Code | None = None
    lead: Text
    carries: Annotated[
        tuple[CarriedSkill, ...], Meta(min_length=1, description="a list of at least one skill")
    ]
    learn: tuple[Lesson, ...] = ()
    surprises: tuple[Text, ...] = ()
    application: Text
    say: Text
    tier: TierId
    tier_why: Text
    years: Text
    sources: Sources

    def __post_init__(self) -> None:
        """Refuse a skill that is there twice, and from outside a level that only this work teaches."""
        if twice := _first_twice(carried.skill for carried in self.carries):
            raise ValueError(f"carries must name each skill once, and '{twice}' is there twice")
        if self.way == "in" and any(carried.level > HIGHEST_FROM_OUTSIDE for carried in self.carries):
            raise ValueError(f"carries must suggest no level above {HIGHEST_FROM_OUTSIDE} from outside")


def _first_twice(names: Iterable[str]) -> str | None:
    """Return the first name that has been there before, or None."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return None
