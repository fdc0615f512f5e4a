"""What all types are made of: values that never change, and numbers and texts with their limits."""

from __future__ import annotations

from typing import Annotated, Any, Self, dataclass_transform

import msgspec
from msgspec import Meta


@dataclass_transform(frozen_default=True, field_specifiers=(msgspec.field,))
class Value(msgspec.Struct, frozen=True):
    """What is made once, compared by what it holds, and never changed; so is whatever is derived from it."""

    def but(self, **changes: object) -> Self:
        """Return it with other values in some of its fields."""
        return msgspec.structs.replace(self, **changes)


EMPTY: Any = msgspec.field(default_factory=dict)
"""The default of a mapping: an empty one for each value."""

Level = Annotated[int, Meta(ge=0, le=4, description="a level: a whole number from 0 to 4")]
Weight = Annotated[int, Meta(ge=1, le=3, description="a weight: 1 useful, 2 important or 3 decisive")]
Years = Annotated[float, Meta(ge=0, le=60, description="a number of years from 0 to 60")]
WeeklyHours = Annotated[float, Meta(ge=0.5, le=80, description="hours a week from 0.5 to 80")]
Identifier = Annotated[
    str,
    Meta(
        pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
        max_length=60,
        description="an id: small letters and digits, words joined by '-'",
    ),
]
Line = Annotated[str, Meta(min_length=1, max_length=300, description="text of 1 to 300 characters")]
Text = Annotated[str, Meta(min_length=1, max_length=4000, description="text of 1 to 4000 characters")]
REFERS_TO = "refers to"
"""The key in a type's ``Meta.extra`` that says what its values are names of."""

Reference = Annotated[
    str,
    Meta(
        pattern=r"^[a-z][a-z0-9-]*(#[a-z][a-z0-9-]*)?$",
        max_length=120,
        description="a source: its id, or id#section",
        extra={REFERS_TO: "source"},
    ),
]
SkillId = Annotated[Identifier, Meta(extra={REFERS_TO: "skill"})]
RoleId = Annotated[Identifier, Meta(extra={REFERS_TO: "role"})]
GroupId = Annotated[Identifier, Meta(extra={REFERS_TO: "group"})]
TierId = Annotated[Identifier, Meta(extra={REFERS_TO: "tier"})]
Sources = Annotated[tuple[Reference, ...], Meta(min_length=1, description="a list of at least one source")]
Code = Annotated[
    str,
    Meta(
        pattern=r"^[0-9]{2}-[0-9]{4}$",
        description="an occupation's SOC code, such as 43-4051",
        extra={REFERS_TO: "occupation"},
    ),
]
Share = Annotated[float, Meta(ge=0.1, le=1, description="a share of full time from 0.1 to 1")]
Team = Annotated[int, Meta(ge=0, le=100_000, description="a number of people from 0 to 100000")]
Weeks = Annotated[float, Meta(ge=0, le=104, description="a number of weeks from 0 to 104")]
