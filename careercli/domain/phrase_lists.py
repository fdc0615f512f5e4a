"""How people write of their work, in lists of patterns that packs bring."""

import re
from collections.abc import Iterable
from itertools import chain
from typing import Annotated

from msgspec import Meta

from careercli.domain.values import EMPTY, Identifier, SkillId, Value

_LETTER = r"[^\WA-Z]"
_PLAIN = rf"(?:{_LETTER}{{2,}}\*|{_LETTER}(?:{_LETTER}|')*)"
_OPTION = rf"(?:{_PLAIN}|\{{[a-z-]+\}})"
_WORDS = rf"{_OPTION}(?:\|{_OPTION})*"
Pattern = Annotated[
    str,
    Meta(
        pattern=rf"^{_WORDS}(?: (?:\.\. )?{_WORDS})*$",
        max_length=300,
        description="words in small letters, such as 'coach*|mentor* .. {colleagues}'",
    ),
]
"""Words in their order. ``|`` parts words of which any will do, ``*`` is any ending, ``{name}`` any word of a
class, ``{number}`` a number, and up to four words may stand where ``..`` stands."""

ClassWord = Annotated[
    str,
    Meta(pattern=r"^[\w+&'-]+\*?$", max_length=60, description="a word in small letters, or its start and *"),
]

_CLASS = re.compile(r"\{([a-z-]+)\}")


def refuse_unknown_classes(classes: Iterable[str], patterns: Iterable[Iterable[str]]) -> None:
    """Raise a ValueError where one of some lists of patterns names a class that there is not."""
    named = {name for pattern in chain.from_iterable(patterns) for name in _CLASS.findall(pattern)}
    unknown = named - {*classes, "number"}
    if unknown:
        raise ValueError(f"has patterns of a class that it has not: {', '.join(sorted(unknown))}")


class Phrases(Value, kw_only=True):
    """How people write of their work: ``skills`` has the patterns by which each skill is found.

    ``classes`` are words that patterns choose from. What one of ``misleading`` covers is no sign of a skill.
    """

    classes: dict[Identifier, tuple[ClassWord, ...]] = EMPTY
    skills: dict[SkillId, tuple[Pattern, ...]] = EMPTY
    misleading: tuple[Pattern, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a pattern that names a class that there is not."""
        refuse_unknown_classes(self.classes, (self.misleading, *self.skills.values()))
