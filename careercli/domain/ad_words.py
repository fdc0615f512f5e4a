"""The words in which advertisements ask, as packs bring them: of skills, parts, conditions."""

from __future__ import annotations

import re
from itertools import chain
from typing import Literal

import msgspec

from careercli.domain.advertisement import ConditionKind
from careercli.domain.phrases import ClassWord, Pattern
from careercli.domain.values import Identifier, Line, SkillId, Value

Part = Literal[
    "equal", "apply", "offered", "preferred", "duties", "required", "terms", "tags", "company", "role"
]
"""What a part of an advertisement is about. Where a heading has words of several, the first listed is meant.

``role`` is an introduction to the job, ``terms`` hours, place and the like, ``equal`` what the law asks of
every advertisement, ``tags`` a list of words for a search engine.
"""

Cue = Literal[
    "must",
    "welcome",
    "wanted",
    "seeking",
    "person",
    "job",
    "company",
    "offer",
    "apply",
    "equal",
    "learnt",
    "none",
]
"""What words say of the sentence that they stand in.

``must`` and ``welcome`` say how something is demanded. ``wanted`` says what somebody should be or have,
``seeking`` that somebody is looked for, ``person`` that a sentence is of the reader, ``job`` of the work,
``company`` of the employer, ``offer`` of what one gets, ``apply`` of applying, ``equal`` of equal treatment.
``learnt`` says that it will be taught, and ``none`` that it is not needed.
"""

YearsOf = Literal["support", "leading", "other"]

_CLASS = re.compile(r"\{([a-z-]+)\}")


class OtherWork(Value, kw_only=True):
    """A line of work that advertisements of this one are taken for.

    ``known_as`` is what it is called. ``titles`` are looked for in the title, ``words`` in what is to be
    done; so many of them as ``least`` tell it although the title does not.
    """

    known_as: Line
    titles: tuple[Pattern, ...] = ()
    words: tuple[Pattern, ...] = ()
    least: int = 3


class AdWords(Value, kw_only=True):
    """The words in which advertisements ask.

    ``classes`` are words that patterns choose from. ``headings`` tell the parts, ``cues`` what a sentence
    says. ``skills`` are the ways in which each skill is asked for; what one of ``misleading`` covers asks
    for none. ``years`` say what years are of, ``scope`` how far a seat reaches. ``education`` has degrees
    from the lowest, ``languages`` their English names, ``tools`` those that have no entry in ``tools.yaml``.
    """

    classes: dict[Identifier, tuple[ClassWord, ...]] = msgspec.field(default_factory=dict)
    headings: dict[Part, tuple[Pattern, ...]] = msgspec.field(default_factory=dict)
    cues: dict[Cue, tuple[Pattern, ...]] = msgspec.field(default_factory=dict)
    skills: dict[SkillId, tuple[Pattern, ...]] = msgspec.field(default_factory=dict)
    misleading: tuple[Pattern, ...] = ()
    years: dict[YearsOf, tuple[Pattern, ...]] = msgspec.field(default_factory=dict)
    scope: dict[Identifier, tuple[Pattern, ...]] = msgspec.field(default_factory=dict)
    education: dict[Line, tuple[Pattern, ...]] = msgspec.field(default_factory=dict)
    languages: tuple[Line, ...] = ()
    conditions: dict[ConditionKind, tuple[Pattern, ...]] = msgspec.field(default_factory=dict)
    tools: dict[Line, tuple[Pattern, ...]] = msgspec.field(default_factory=dict)
    other_work: dict[Identifier, OtherWork] = msgspec.field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a pattern that names a class that there is not."""
        tables = (self.headings, self.cues, self.skills, self.years, self.scope, self.education)
        patterns = chain(
            self.misleading,
            *(chain.from_iterable(table.values()) for table in tables),
            chain.from_iterable(self.conditions.values()),
            chain.from_iterable(self.tools.values()),
            *((*work.titles, *work.words) for work in self.other_work.values()),
        )
        named = {name for pattern in patterns for name in _CLASS.findall(pattern)}
        unknown = named - {*self.classes, "number"}
        if unknown:
            raise ValueError(f"has patterns of a class that it has not: {', '.join(sorted(unknown))}")
