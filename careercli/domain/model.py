"""The values that everything else is about: skills, tiers, ladders, profiles.

All are frozen. Years are years of work (1.5 is eighteen months), hours are hours of effort, levels run
from 0 to 4 on the scale of the UK Government Digital and Data Profession Capability Framework: none,
awareness, working, practitioner, expert.
"""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from careercli.domain.names import fold, normal_title

LEVEL_NAMES = ("none", "awareness", "working", "practitioner", "expert")
"""What each level is called, by its number."""

HIGHEST_LEVEL = 4

YEARS_PER_DAY = 1 / 365.25
"""How much a clock advances in one day, in years."""

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
SkillKind = Literal["technical", "soft"]
"""Whether a skill is one of tools, methods and facts, or of dealing with people and with oneself."""

StepKind = Literal["practice", "course", "certification", "mentoring", "project"]
Hold = Literal["skills", "support_years", "leading_years"]


class Hours(msgspec.Struct, frozen=True):
    """An effort in hours, as a range; ``min`` is above 0 and at most ``max``."""

    min: Annotated[float, Meta(gt=0, le=500, description="hours above 0 and up to 500")]
    max: Annotated[float, Meta(gt=0, le=500, description="hours above 0 and up to 500")]

    def __post_init__(self) -> None:
        """Refuse a range that runs backwards."""
        if self.min > self.max:
            raise ValueError("min must not be above max")

    @property
    def mean(self) -> float:
        """The middle of the range."""
        return (self.min + self.max) / 2


class GrowthStep(msgspec.Struct, frozen=True):
    """How a skill is raised to level ``to``: what to do, how long it takes and what proves it."""

    to: int
    title: str
    action: str
    kind: StepKind
    hours: Hours
    proof: str
    source: str


class Skill(msgspec.Struct, frozen=True):
    """One competency. ``levels`` and ``growth`` hold one entry for each level from 1 to 4, in order."""

    id: str
    name: str
    group: str
    kind: SkillKind
    summary: str
    aliases: tuple[str, ...]
    levels: tuple[str, ...]
    prerequisites: tuple[str, ...]
    growth: tuple[GrowthStep, ...]
    tools: tuple[str, ...]
    sources: tuple[str, ...]


class Group(msgspec.Struct, frozen=True):
    """A family of skills, in the order in which they are shown."""

    id: str
    name: str


class YearRange(msgspec.Struct, frozen=True):
    """Years on one clock as a guide states them; None where it is silent. ``max`` is only typical."""

    min: float | None = None
    max: float | None = None
    source: str | None = None


class Requirement(msgspec.Struct, frozen=True):
    """What a tier asks of one skill, as the pack declares it."""

    skill: str
    level: int
    weight: int
    must: bool
    source: str
    note: str = ""


class Demand(msgspec.Struct, frozen=True, array_like=True):
    """What a tier asks of one skill once the tiers below are carried upward."""

    skill: str
    level: int
    weight: int
    must: bool


class Tier(msgspec.Struct, frozen=True):
    """A step of a ladder. ``requirements`` are its own; ``demands`` and ``carried_*`` have all below it."""

    id: str
    title: str
    short: str
    rank: int
    role: str
    leads_people: bool
    summary: str
    titles: tuple[str, ...]
    support_years: YearRange
    leading_years: YearRange
    requirements: tuple[Requirement, ...]
    demands: tuple[Demand, ...]
    carried_support_years: float
    carried_leading_years: float


class LookAlike(msgspec.Struct, frozen=True):
    """Titles that sound like this ladder and are another job, with what to know about them.

    With ``alone``, a title counts only where it stands alone: "Manager", but not "Manager, Payroll".
    """

    titles: tuple[str, ...]
    note: str
    alone: bool = False


class Ladder(msgspec.Struct, frozen=True, dict=True):
    """The tiers in order of rank, 1 first. ``pass_fit`` is the fit from which a tier's skills are met."""

    id: str
    title: str
    pass_fit: float
    goals: tuple[str, ...]
    abbreviations: dict[str, str]
    look_alikes: tuple[LookAlike, ...]
    tiers: tuple[Tier, ...]

    def tier(self, tier_id: str) -> Tier:
        """Return the tier with this id.

        Raises:
            KeyError: the ladder has no such tier.

        """
        for tier in self.tiers:
            if tier.id == tier_id:
                return tier
        raise KeyError(tier_id)

    def at(self, rank: int) -> Tier | None:
        """Return the tier of a rank, or None where the ladder has none."""
        return self.tiers[rank - 1] if 1 <= rank <= len(self.tiers) else None

    @cached_property
    def titles(self) -> dict[str, Tier]:
        """Every title that names a tier, in its normal form."""
        return {
            normal_title(title, self.abbreviations): tier
            for tier in reversed(self.tiers)
            for title in (*tier.titles, tier.title)
        }

    @cached_property
    def titles_of_others(self) -> dict[str, LookAlike]:
        """Every title that names another job, in its normal form."""
        return {
            normal_title(title, self.abbreviations): entry
            for entry in reversed(self.look_alikes)
            for title in entry.titles
        }

    @property
    def top(self) -> Tier:
        """The highest tier: what it demands is everything that the ladder asks."""
        return self.tiers[-1]

    @property
    def gates(self) -> frozenset[str]:
        """Ids of the skills that are a must on any tier; these can never be marked not applicable."""
        return frozenset(demand.skill for demand in self.top.demands if demand.must)


class Role(msgspec.Struct, frozen=True):
    """One job family."""

    id: str
    name: str
    aliases: tuple[str, ...]
    summary: str


class Source(msgspec.Struct, frozen=True):
    """Where a fact comes from. ``sections`` maps the anchors after '#' in references to section titles."""

    id: str
    title: str
    publisher: str
    date: str
    terms: str
    note: str
    sections: dict[str, str]


class Profile(msgspec.Struct, frozen=True):
    """What a person says of themselves, with ids in place of names.

    ``skills`` holds the rated skills only. A skill in neither ``skills`` nor ``not_applicable`` is unrated.
    """

    support_years: float
    leading_years: float = 0.0
    leads_people: bool = False
    name: str | None = None
    title: str | None = None
    goal: str | None = None
    hours_per_week: float = 4.0
    skills: dict[str, int] = {}
    evidence: dict[str, str] = {}
    not_applicable: dict[str, str] = {}


class Persona(msgspec.Struct, frozen=True):
    """A built-in person for a first look, on the ladder that their profile is about."""

    id: str
    story: str
    profile: Profile
    ladder: str


class Catalog(msgspec.Struct, frozen=True, dict=True):
    """Everything that advice is computed from: the built-in pack and those laid over it.

    ``in_use`` is the id of the ladder that everything is about.
    """

    ladders: tuple[Ladder, ...]
    skills: tuple[Skill, ...]
    groups: tuple[Group, ...]
    roles: tuple[Role, ...]
    sources: tuple[Source, ...]
    personas: tuple[Persona, ...]
    in_use: str

    def using(self, ladder_id: str) -> Catalog:
        """Return the same catalog with another of its ladders in use."""
        return self if ladder_id == self.in_use else msgspec.structs.replace(self, in_use=ladder_id)

    @cached_property
    def ladder(self) -> Ladder:
        """The ladder in use."""
        return next(ladder for ladder in self.ladders if ladder.id == self.in_use)

    @cached_property
    def ladder_names(self) -> dict[str, str]:
        """Every id and title of a ladder, folded, with the id that it means."""
        return {fold(name): ladder.id for ladder in self.ladders for name in (ladder.title, ladder.id)}

    @property
    def _in_order(self) -> list[Ladder]:
        """The ladders, that in use first."""
        return [self.ladder, *(ladder for ladder in self.ladders if ladder.id != self.in_use)]

    def tiers_of(self, role: str) -> tuple[Tier, ...]:
        """Return the tiers of a role, lowest first: on the ladder in use if it has any, else on another."""
        for ladder in self._in_order:
            if found := tuple(tier for tier in ladder.tiers if tier.role == role):
                return found
        return ()

    def tiers_meant(self, role: str) -> dict[str, Tier]:
        """Return every tier under its id as the guide of a role means it.

        Two ladders may share an id: then that of the role comes first, and that of the ladder in use.
        """
        found: dict[str, Tier] = {}
        tiers = [tier for ladder in self._in_order for tier in ladder.tiers]
        for tier in sorted(tiers, key=lambda tier: tier.role != role):
            found.setdefault(tier.id, tier)
        return found

    def ladder_of(self, name: str) -> Ladder | None:
        """Return the ladder not in use that has a tier of this name; None where there is none."""
        for ladder in self.ladders:
            if ladder.id != self.in_use and fold(name) in self.using(ladder.id).tier_names:
                return ladder
        return None

    @cached_property
    def skills_by_id(self) -> dict[str, Skill]:
        """Every skill under its id."""
        return {skill.id: skill for skill in self.skills}

    @cached_property
    def skill_titles(self) -> dict[str, str]:
        """The name of every skill under its id."""
        return {skill.id: skill.name for skill in self.skills}

    @cached_property
    def skill_names(self) -> dict[str, str]:
        """Every id, name and alias of a skill, folded, with the id that it means."""
        names: dict[str, str] = {}
        for skill in self.skills:
            for name in (skill.id, skill.name, *skill.aliases):
                names.setdefault(fold(name), skill.id)
        return names

    @cached_property
    def tier_names(self) -> dict[str, str]:
        """Every id, title and alias of a tier of the ladder in use, folded, with the id that it means."""
        names: dict[str, str] = {}
        for tier in self.ladder.tiers:
            for name in (tier.id, tier.title, tier.short, *tier.titles):
                names.setdefault(fold(name), tier.id)
        return names
