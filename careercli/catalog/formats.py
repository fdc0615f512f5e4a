"""The files of a pack, as types. The comments here are the format's documentation."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from careercli.domain.guide import Certificate, Occupation, Section, SectionId, Tool
from careercli.domain.model import (
    REFERS_TO,
    GroupId,
    Hours,
    Identifier,
    LadderSeat,
    Line,
    Reference,
    RoleId,
    Seat,
    SkillId,
    SkillKind,
    StepKind,
    Text,
    Weeks,
    Weight,
    Years,
)
from careercli.domain.phrases import Phrases
from careercli.domain.title_words import Grammar, Phrase
from careercli.domain.words import Words

WordList = Literal[
    "stop",
    "work",
    "trade",
    "common",
    "leading",
    "answering",
    "occupations",
    "elsewhere",
    "places",
    "synonyms",
    "others",
    "phrases",
]
LevelKey = Annotated[int, Meta(ge=1, le=4, description="a level from 1 to 4")]
RequiredLevel = Annotated[int, Meta(ge=1, le=4, description="a level: a whole number from 1 to 4")]
ToolName = Annotated[Line, Meta(extra={REFERS_TO: "tool"})]
PassFit = Annotated[float, Meta(gt=0, le=1, description="a share above 0 and up to 1")]
Part = Annotated[float, Meta(ge=0, le=1, description="a number from 0 to 1")]


class GroupEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A family of skills."""

    id: Identifier
    name: Line


class PackFile(msgspec.Struct, frozen=True, kw_only=True):
    """``pack.yaml``: what the pack is."""

    schema: Literal["careercli/pack@1"]
    id: Identifier
    title: Line
    version: Line
    language: Line = "en"
    license: Line | None = None
    groups: tuple[GroupEntry, ...] = ()


class SourceEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One source."""

    id: Identifier
    title: Line
    publisher: Line
    date: Line
    terms: Line
    note: Text
    sections: dict[Identifier, Line] = {}


class SourcesFile(msgspec.Struct, frozen=True, kw_only=True):
    """``sources.yaml``: where facts come from."""

    schema: Literal["careercli/sources@1"]
    sources: tuple[SourceEntry, ...]


class GrowthEntry(msgspec.Struct, frozen=True, kw_only=True):
    """The step that reaches one level.

    ``weeks`` is how long its result takes to show once the hours of work are done. ``needs_seat`` is the seat
    without which it takes standing in for somebody. ``in_seats`` says the action anew for those whom
    ``action`` would tell the wrong thing, by the seat that they hold.
    """

    title: Line
    action: Text
    kind: StepKind
    hours: Hours
    proof: Line
    source: Reference
    weeks: Weeks = 0.0
    needs_seat: LadderSeat | None = None
    in_seats: dict[Seat, Text] = {}


class SkillFile(msgspec.Struct, frozen=True, kw_only=True):
    """``skills/ID.yaml``: one skill, with what each level looks like and the step that reaches it."""

    schema: Literal["careercli/skill@1"]
    id: Identifier
    name: Line
    group: GroupId
    kind: SkillKind
    summary: Line
    aliases: tuple[Line, ...] = ()
    prerequisites: tuple[SkillId, ...] = ()
    tools: tuple[ToolName, ...] = ()
    sources: tuple[Reference, ...] = ()
    levels: dict[LevelKey, Line]
    growth: dict[LevelKey, GrowthEntry]


class RoleFile(msgspec.Struct, frozen=True, kw_only=True):
    """``roles/ID.yaml``: one job family."""

    schema: Literal["careercli/role@1"]
    id: Identifier
    name: Line
    aliases: tuple[Line, ...] = ()
    summary: Text


class GuideFile(msgspec.Struct, frozen=True, kw_only=True):
    """``guides/ROLE/CHAPTER.yaml``: sections of a role's guide; how they are cut into files is free."""

    schema: Literal["careercli/guide@1"]
    role: RoleId
    sections: dict[SectionId, Section]


class ToolsFile(msgspec.Struct, frozen=True, kw_only=True):
    """``tools.yaml``: software and equipment of the trade."""

    schema: Literal["careercli/tools@1"]
    tools: tuple[Tool, ...]


class CertificatesFile(msgspec.Struct, frozen=True, kw_only=True):
    """``certificates.yaml``: what can be earned, and what it is good for."""

    schema: Literal["careercli/certificates@1"]
    certificates: tuple[Certificate, ...]


class OccupationsFile(msgspec.Struct, frozen=True, kw_only=True):
    """``occupations.yaml``: what official statistics say of occupations."""

    schema: Literal["careercli/occupations@1"]
    occupations: tuple[Occupation, ...]


class WordsFile(Words, frozen=True, kw_only=True):
    """``words.yaml``: the words in which people ask; they are added to those of the packs below.

    ``replaces`` names the lists of which nothing below is kept.
    """

    schema: Literal["careercli/words@1"]
    replaces: tuple[WordList, ...] = ()


class PhrasesFile(Phrases, frozen=True, kw_only=True):
    """``phrases.yaml``: how people write of what they do; it is added to that of the packs below."""

    schema: Literal["careercli/phrases@1"]


class FloorEntry(msgspec.Struct, frozen=True, kw_only=True):
    """The years from which employers appoint to a tier, with those who say so."""

    years: Years
    sources: Annotated[tuple[Reference, ...], Meta(min_length=1, description="a list of at least one source")]
    note: Line = ""


class UsualEntry(msgspec.Struct, frozen=True, kw_only=True):
    """The years that a guide gives; leave ``max`` out where it says "5+"."""

    min: Years
    max: Years | None = None
    source: Reference

    def __post_init__(self) -> None:
        """Refuse a range that runs backwards."""
        if self.max is not None and self.min > self.max:
            raise ValueError("min must not be above max")


class ClockEntry(msgspec.Struct, frozen=True, kw_only=True):
    """The years of a tier on one clock. A floor that is left out is that of the tier below."""

    floor: FloorEntry | None = None
    usual: UsualEntry | None = None


class RequirementEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What the seat asks of one skill; ``through`` is the last tier that asks it, else the highest."""

    skill: SkillId
    level: RequiredLevel
    weight: Weight
    through: Identifier | None = None
    source: Reference
    note: Line = ""


class GateEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What a candidate must show: a skill at a level, or as many of several skills as there are levels."""

    skills: Annotated[tuple[SkillId, ...], Meta(min_length=1, description="a list of at least one skill")]
    levels: Annotated[
        tuple[RequiredLevel, ...], Meta(min_length=1, description="a list of at least one level")
    ]
    source: Reference
    note: Line = ""


class TierEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A tier; its rank is its place in the list.

    ``leading_elsewhere`` is how much a year of leading outside this work counts toward its leading floor.
    ``small_team`` is the tier that its title stands for with three to nine people.
    """

    id: Identifier
    title: Line
    short: Line
    role: RoleId
    seat: LadderSeat
    summary: Line
    support_years: ClockEntry = ClockEntry()
    leading_years: ClockEntry = ClockEntry()
    leading_elsewhere: Part = 0.0
    small_team: Identifier | None = None
    titles: tuple[Line, ...] = ()
    requirements: tuple[RequirementEntry, ...]
    gates: Annotated[tuple[GateEntry, ...], Meta(min_length=1, description="a list of at least one gate")]


class LookAlikeEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Titles that sound like this ladder and are another job; ``alone`` where no word stands beside them.

    ``words`` say so wherever they stand in a title, ``unless`` one of these does too.
    """

    titles: tuple[Line, ...] = ()
    words: tuple[Phrase, ...] = ()
    unless: tuple[Phrase, ...] = ()
    note: Line
    alone: bool = False


class LadderFile(msgspec.Struct, frozen=True, kw_only=True):
    """``ladders/ID.yaml``: the tiers, lowest first.

    ``adjacent`` are titles of seats beside the ladder whose years count as support, such as planning.
    ``grammar`` has the words by which titles are read that are listed nowhere.
    """

    schema: Literal["careercli/ladder@2"]
    id: Identifier
    title: Line
    pass_fit: PassFit = 0.75
    goals: tuple[Identifier, ...]
    abbreviations: dict[str, str] = {}
    look_alikes: tuple[LookAlikeEntry, ...] = ()
    adjacent: tuple[Line, ...] = ()
    grammar: Grammar = Grammar()
    tiers: Annotated[tuple[TierEntry, ...], Meta(min_length=1, description="a list of at least one tier")]


OUTDATED = {
    "careercli/ladder@1": (
        "is a form that is not read any more: in careercli/ladder@2 a tier has its seat and its own gates, "
        "its years are a floor and what is usual, and no requirement is a must"
    ),
}
"""Forms of files from earlier versions, with what to say of them."""

HOW_TO_CHANGE = "docs/data-format.md says under 'From an earlier form' what to change."
