"""The files of a pack, as types. The comments here are the format's documentation."""

from __future__ import annotations

import re
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from careercli.domain.ad_words import Cue, YearsOf
from careercli.domain.ad_words import Part as AdPart
from careercli.domain.advertisement import ConditionKind
from careercli.domain.growth import Hours, LadderSeat, NeededSeat, Seat, StepKind
from careercli.domain.guide import Occupation, Section, SectionId, Term
from careercli.domain.interview_questions import InterviewQuestion
from careercli.domain.library import Certificate, Tool
from careercli.domain.model import SkillKind
from careercli.domain.phrase_lists import ClassWord, Pattern, Phrases, refuse_unknown_classes
from careercli.domain.title_words import Grammar, TitlePhrase
from careercli.domain.values import (
    REFERS_TO,
    GroupId,
    Identifier,
    Line,
    Reference,
    RoleId,
    SkillId,
    Text,
    Value,
    Weeks,
    Weight,
    Years,
)
from careercli.domain.words import NAMED_LIST, Phrase, Words
from careercli.domain.work import Transfer, Work

WordList = Literal[
    "stop",
    "work",
    "trade",
    "common",
    "leading",
    "answering",
    "occupations",
    "elsewhere",
    "beyond",
    "employers",
    "places",
    "defining",
    "short",
    "synonyms",
    "field",
    "others",
    "phrases",
]
LevelKey = Annotated[int, Meta(ge=1, le=4, description="a level from 1 to 4")]
RequiredLevel = Annotated[int, Meta(ge=1, le=4, description="a level: a whole number from 1 to 4")]
ToolName = Annotated[Line, Meta(extra={REFERS_TO: "tool"})]
PassFit = Annotated[float, Meta(gt=0, le=1, description="a share above 0 and up to 1")]
Part = Annotated[float, Meta(ge=0, le=1, description="a number from 0 to 1")]


class GroupEntry(Value, kw_only=True):
    """A family of skills."""

    id: Identifier
    name: Line


class PackFile(Value, kw_only=True):
    """``pack.yaml``: what the pack is."""

    schema: Literal["careercli/pack@1"]
    id: Identifier
    title: Line
    version: Line
    language: Line = "en"
    license: Line | None = None
    groups: tuple[GroupEntry, ...] = ()


class SourceEntry(Value, kw_only=True):
    """One source."""

    id: Identifier
    title: Line
    publisher: Line
    date: Line
    terms: Line
    note: Text
    sections: dict[Identifier, Line] = msgspec.field(default_factory=dict)


class SourcesFile(Value, kw_only=True):
    """``sources.yaml``: where facts come from."""

    schema: Literal["careercli/sources@1"]
    sources: tuple[SourceEntry, ...]


class SeatEntry(Value, kw_only=True):
    """What is different about a step for one seat; what is left out is the step's own."""

    title: Line | None = None
    action: Text | None = None
    proof: Line | None = None
    hours: Hours | None = None
    weeks: Weeks | None = None
    needs_seat: NeededSeat | None = None


class GrowthEntry(Value, kw_only=True):
    """The step that reaches one level.

    ``weeks`` is how long its result takes to show once the hours of work are done. ``needs_seat`` is the seat
    without which it takes standing in for somebody. ``in_seats`` says the action anew for those whom
    ``action`` would tell the wrong thing, by the seat that they hold, and what else is different for them.
    """

    title: Line
    action: Text
    kind: StepKind
    hours: Hours
    proof: Line
    source: Reference
    weeks: Weeks = 0.0
    needs_seat: LadderSeat | None = None
    in_seats: dict[Seat, Text | SeatEntry] = msgspec.field(default_factory=dict)


class SkillFile(Value, kw_only=True):
    """``skills/ID.yaml``: one skill, with what each level looks like and the step that reaches it.

    ``shows_in`` says of any level where its work can be seen: a result that is no condition of the level.
    ``keywords`` are words that people ask about it with, such as "typing" or "rota": ``ask`` looks there.
    """

    schema: Literal["careercli/skill@1"]
    id: Identifier
    name: Line
    group: GroupId
    kind: SkillKind
    summary: Line
    aliases: tuple[Line, ...] = ()
    keywords: tuple[Line, ...] = ()
    prerequisites: tuple[SkillId, ...] = ()
    tools: tuple[ToolName, ...] = ()
    sources: tuple[Reference, ...] = ()
    levels: dict[LevelKey, Line]
    shows_in: dict[LevelKey, Line] = msgspec.field(default_factory=dict)
    growth: dict[LevelKey, GrowthEntry]


class RoleFile(Value, kw_only=True):
    """``roles/ID.yaml``: one job family."""

    schema: Literal["careercli/role@1"]
    id: Identifier
    name: Line
    aliases: tuple[Line, ...] = ()
    summary: Text


class GuideFile(Value, kw_only=True):
    """``guides/ROLE/CHAPTER.yaml``: sections of a role's guide; how they are cut into files is free."""

    schema: Literal["careercli/guide@1"]
    role: RoleId
    sections: dict[SectionId, Section]


class ToolsFile(Value, kw_only=True):
    """``tools.yaml``: software and equipment of the trade."""

    schema: Literal["careercli/tools@1"]
    tools: tuple[Tool, ...]


class CertificatesFile(Value, kw_only=True):
    """``certificates.yaml``: what can be earned, and what it is good for."""

    schema: Literal["careercli/certificates@1"]
    certificates: tuple[Certificate, ...]


class OccupationsFile(Value, kw_only=True):
    """``occupations.yaml``: what official statistics say of occupations."""

    schema: Literal["careercli/occupations@1"]
    occupations: tuple[Occupation, ...]


class InterviewsFile(Value, kw_only=True):
    """``interviews/NAME.yaml``: questions that interviewers ask; how they are cut into files is free."""

    schema: Literal["careercli/interviews@1"]
    questions: tuple[InterviewQuestion, ...]


class GlossaryFile(Value, kw_only=True):
    """``glossary.yaml``: words of the trade, each with what it means."""

    schema: Literal["careercli/glossary@1"]
    terms: tuple[Term, ...]


class WorkFile(Value, kw_only=True):
    """``work.yaml``: what people do in occupations, so that they can be laid beside one another."""

    schema: Literal["careercli/work@1"]
    works: tuple[Work, ...]


class TransfersFile(Value, kw_only=True):
    """``transfers/NAME.yaml``: lines of work that people come from or go to, in files cut freely."""

    schema: Literal["careercli/transfers@1"]
    transfers: tuple[Transfer, ...]


class PhraseEntry(Phrase, kw_only=True):
    """What people say in several words, and the words that it means; without any, it says nothing.

    ``pattern`` is a regular expression in small letters, in which the name of a list in braces, such as
    ``{places}``, stands for any word of that list. ``has`` are words of which every question with the
    phrase has one: only such a question is searched for the pattern, which takes long.
    """

    def __post_init__(self) -> None:
        """Refuse a pattern that is none, or that names a list that there is not."""
        try:
            re.compile(self.pattern)
        except re.error:
            raise ValueError("pattern must be a regular expression") from None
        unknown = set(NAMED_LIST.findall(self.pattern)) - set(Words.__struct_fields__)
        if unknown:
            raise ValueError(f"pattern names a list that there is not: {', '.join(sorted(unknown))}")


class WordsFile(Words, kw_only=True):
    """``words.yaml``: the words in which people ask; they are added to those of the packs below.

    ``replaces`` names the lists of which nothing below is kept.
    """

    schema: Literal["careercli/words@1"]
    field: dict[Identifier, PhraseEntry] = msgspec.field(default_factory=dict)  # type: ignore[assignment]
    others: dict[Identifier, PhraseEntry] = msgspec.field(default_factory=dict)  # type: ignore[assignment]
    phrases: dict[Identifier, PhraseEntry] = msgspec.field(default_factory=dict)  # type: ignore[assignment]
    replaces: tuple[WordList, ...] = ()


class PhrasesFile(Phrases, kw_only=True):
    """``phrases.yaml``: how people write of what they do; it is added to that of the packs below."""

    schema: Literal["careercli/phrases@1"]


class OtherWorkEntry(Value, kw_only=True):
    """A line of work that advertisements of this one are taken for; ``least`` of its words tell it."""

    known_as: Line
    titles: tuple[Pattern, ...] = ()
    words: tuple[Pattern, ...] = ()
    least: Annotated[int, Meta(ge=1, le=50, description="a whole number from 1 to 50")] = 3


class AdvertisementsFile(Value, kw_only=True):
    """``advertisements.yaml``: how advertisements ask; it is added to that of the packs below.

    What each table is for stands in :class:`careercli.domain.ad_words.AdWords`.
    """

    schema: Literal["careercli/advertisements@1"]
    classes: dict[Identifier, tuple[ClassWord, ...]] = msgspec.field(default_factory=dict)
    headings: dict[AdPart, tuple[Pattern, ...]] = msgspec.field(default_factory=dict)
    cues: dict[Cue, tuple[Pattern, ...]] = msgspec.field(default_factory=dict)
    skills: dict[SkillId, tuple[Pattern, ...]] = msgspec.field(default_factory=dict)
    misleading: tuple[Pattern, ...] = ()
    years: dict[YearsOf, tuple[Pattern, ...]] = msgspec.field(default_factory=dict)
    scope: dict[Identifier, tuple[Pattern, ...]] = msgspec.field(default_factory=dict)
    education: dict[Line, tuple[Pattern, ...]] = msgspec.field(default_factory=dict)
    languages: tuple[Line, ...] = ()
    conditions: dict[ConditionKind, tuple[Pattern, ...]] = msgspec.field(default_factory=dict)
    tools: dict[Line, tuple[Pattern, ...]] = msgspec.field(default_factory=dict)
    other_work: dict[Identifier, OtherWorkEntry] = msgspec.field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a pattern that names a class that there is not."""
        refuse_unknown_classes(
            self.classes,
            (
                self.misleading,
                *self.headings.values(),
                *self.cues.values(),
                *self.skills.values(),
                *self.years.values(),
                *self.scope.values(),
                *self.education.values(),
                *self.conditions.values(),
                *self.tools.values(),
                *((*work.titles, *work.words) for work in self.other_work.values()),
            ),
        )


class FloorEntry(Value, kw_only=True):
    """The years from which employers appoint to a tier, with those who say so."""

    years: Years
    sources: Annotated[tuple[Reference, ...], Meta(min_length=1, description="a list of at least one source")]
    note: Line = ""


class UsualEntry(Value, kw_only=True):
    """The years that a guide gives; leave ``max`` out where it says "5+"."""

    min: Years
    max: Years | None = None
    source: Reference

    def __post_init__(self) -> None:
        """Refuse a range that runs backwards."""
        if self.max is not None and self.min > self.max:
            raise ValueError("min must not be above max")


class ClockEntry(Value, kw_only=True):
    """The years of a tier on one clock. A floor that is left out is that of the tier below."""

    floor: FloorEntry | None = None
    usual: UsualEntry | None = None


class RequirementEntry(Value, kw_only=True):
    """What the seat asks of one skill; ``through`` is the last tier that asks it, else the highest."""

    skill: SkillId
    level: RequiredLevel
    weight: Weight
    through: Identifier | None = None
    source: Reference
    note: Line = ""


class GateEntry(Value, kw_only=True):
    """What a candidate must show: a skill at a level, or as many of several skills as there are levels."""

    skills: Annotated[tuple[SkillId, ...], Meta(min_length=1, description="a list of at least one skill")]
    levels: Annotated[
        tuple[RequiredLevel, ...], Meta(min_length=1, description="a list of at least one level")
    ]
    source: Reference
    note: Line = ""


class TierEntry(Value, kw_only=True):
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


class LookAlikeEntry(Value, kw_only=True):
    """Titles that sound like this ladder and are another job; ``alone`` where no word stands beside them.

    ``words`` say so wherever they stand in a title, ``unless`` one of these does too.
    """

    titles: tuple[Line, ...] = ()
    words: tuple[TitlePhrase, ...] = ()
    unless: tuple[TitlePhrase, ...] = ()
    note: Line
    alone: bool = False


class LadderFile(Value, kw_only=True):
    """``ladders/ID.yaml``: the tiers, lowest first.

    ``adjacent`` are titles of seats beside the ladder whose years count as support, such as planning.
    ``grammar`` has the words by which titles are read that are listed nowhere.
    """

    schema: Literal["careercli/ladder@2"]
    id: Identifier
    title: Line
    pass_fit: PassFit = 0.75
    goals: tuple[Identifier, ...]
    abbreviations: dict[str, str] = msgspec.field(default_factory=dict)
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
