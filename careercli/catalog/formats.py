"""The files of a pack, as types. The comments here are the format's documentation."""

from typing import Annotated, Literal

from msgspec import Meta

from careercli.domain.growth import Hours, LadderSeat, NeededSeat, Seat, StepKind
from careercli.domain.guide import Occupation, Section, SectionId, Term
from careercli.domain.interview_questions import InterviewQuestion
from careercli.domain.library import Certificate, Tool
from careercli.domain.model import SkillKind
from careercli.domain.title_words import Grammar, TitlePhrase
from careercli.domain.values import (
    EMPTY,
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
from careercli.domain.work import Transfer, Work

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
    sections: dict[Identifier, Line] = EMPTY


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
    in_seats: dict[Seat, Text | SeatEntry] = EMPTY


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
    shows_in: dict[LevelKey, Line] = EMPTY
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


class PhrasingEntry(Value, kw_only=True):
    """How people ask for one answer; ``of`` is a question of a guide, or the id of a line of work."""

    of: Line
    said: Annotated[tuple[Line, ...], Meta(min_length=1, description="a list of at least one phrasing")]


class PhrasingsFile(Value, kw_only=True):
    """``phrasings/NAME.yaml``: questions as people put them; how they are cut into files is free."""

    schema: Literal["careercli/phrasings@1"]
    phrasings: tuple[PhrasingEntry, ...]


class WorkFile(Value, kw_only=True):
    """``work.yaml``: what people do in occupations, so that they can be laid beside one another."""

    schema: Literal["careercli/work@1"]
    works: tuple[Work, ...]


class TransfersFile(Value, kw_only=True):
    """``transfers/NAME.yaml``: lines of work that people come from or go to, in files cut freely."""

    schema: Literal["careercli/transfers@1"]
    transfers: tuple[Transfer, ...]


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
    abbreviations: dict[str, str] = EMPTY
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
