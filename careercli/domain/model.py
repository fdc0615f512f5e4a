"""The values that everything else is about: skills, tiers, ladders, profiles.

All are frozen. Years are years of work (1.5 is eighteen months), hours are hours of effort, levels run
from 0 to 4 on the scale of the UK Government Digital and Data Profession Capability Framework: none,
awareness, working, practitioner, expert.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Literal, Self

import msgspec

from careercli.domain.growth import GrowthStep, LadderSeat, Seat
from careercli.domain.names import fold, index
from careercli.domain.requirements import Ask, Clock, Gate, Requirement
from careercli.domain.title_words import Grammar, Lexicon, LookAlike
from careercli.domain.values import EMPTY, Value

LEVEL_NAMES = ("none", "awareness", "working", "practitioner", "expert")
"""What each level is called, by its number."""

HIGHEST_LEVEL = 4

YEARS_PER_DAY = 1 / 365.25
"""How much a clock advances in one day, in years."""

SkillKind = Literal["technical", "soft"]
"""Whether a skill is one of tools, methods and facts, or of dealing with people and with oneself."""

Hold = Literal["skills", "support_years", "leading_years"]


class Explained(Value):
    """Where a role's guide explains a skill: in which section, and the question there or what it is called.

    ``asked`` is true of a question, ``leads`` of the guide of a role on whose every tier people are led.
    """

    role: str
    section: str
    title: str
    asked: bool
    leads: bool


class Skill(Value, dict=True):
    """One competency. ``levels`` and ``growth`` hold one entry for each level from 1 to 4, in order.

    ``explained`` says where guides explain it, at most one place of each.
    """

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
    explained: tuple[Explained, ...] = ()

    def explained_to(self, tier: "Tier") -> Explained | None:
        """Return where it is explained to somebody on a tier, or None where no guide explains it.

        Whoever leads is told by a guide for those who lead, and whoever does not by one of the others, if it
        explains the skill.
        """

        def distance(place: Explained) -> tuple[bool, bool]:
            return place.leads != tier.leads_people, place.role != tier.role

        return min(self.explained, key=distance, default=None)

    def for_seat(self, seat: Seat) -> Self:
        """Return the skill with its steps as somebody in a seat is told them."""
        if seat not in self._told:
            steps = tuple(step.for_seat(seat) for step in self.growth)
            same = all(step is own for step, own in zip(steps, self.growth, strict=True))
            self._told[seat] = self if same else self.but(growth=steps)
        return self._told[seat]

    @cached_property
    def _told(self) -> dict[Seat, Self]:
        return {}


Skills = Mapping[str, Skill]
"""Skills by their ids."""


def told(skills: Skills, seat: Seat) -> Skills:
    """Return skills with their steps as somebody in a seat is told them; once told, they stay as they are."""
    return {name: skill.for_seat(seat) for name, skill in skills.items()}


class Group(Value):
    """A family of skills, in the order in which they are shown."""

    id: str
    name: str


class Tier(Value, dict=True):
    """A step of a ladder. ``requirements`` are its own; ``asks`` have what is carried up to it as well.

    ``leading_elsewhere`` is how much a year of leading outside support counts toward its leading floor, from
    0 to 1. ``small_team`` is the tier that its title stands for with three to nine people, None for this one.
    """

    id: str
    title: str
    short: str
    rank: int
    role: str
    seat: LadderSeat
    summary: str
    titles: tuple[str, ...]
    support_years: Clock
    leading_years: Clock
    leading_elsewhere: float
    small_team: str | None
    requirements: tuple[Requirement, ...]
    asks: tuple[Ask, ...]
    gates: tuple[Gate, ...]

    @cached_property
    def needs(self) -> dict[str, tuple[int, int]]:
        """The level and the weight of each skill that the tier asks."""
        return {ask.skill: (ask.level, ask.weight) for ask in self.asks}

    @cached_property
    def gate_skills(self) -> tuple[str, ...]:
        """The ids of the skills that any gate of the tier is about."""
        return tuple(dict.fromkeys(skill for gate in self.gates for skill in gate.skills))

    @property
    def leads_people(self) -> bool:
        """Whether the seat answers for other people's work."""
        return self.seat != "agent"


class Ladder(Value, dict=True):
    """The tiers in order of rank, 1 first. ``pass_fit`` is the fit from which a tier's skills are met."""

    id: str
    title: str
    pass_fit: float
    goals: tuple[str, ...]
    abbreviations: dict[str, str]
    look_alikes: tuple[LookAlike, ...]
    tiers: tuple[Tier, ...]
    adjacent: tuple[str, ...] = ()
    """Titles of seats beside the ladder whose years count as support: quality, planning, training."""

    grammar: Grammar = Grammar()
    """How titles are read that are no alias."""

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
    def lexicon(self) -> Lexicon:
        """The words of titles, ready to be looked up."""
        return Lexicon(self.grammar, self.abbreviations, self.look_alikes)

    @cached_property
    def readings(self) -> dict[str, Any]:
        """How titles were read before; kept by ``titles.read_title``."""
        return {}

    @cached_property
    def titles(self) -> dict[str, Tier]:
        """Every title that names a tier, as it is compared."""
        return {
            self.lexicon.key(title): tier
            for tier in reversed(self.tiers)
            for title in (*tier.titles, tier.title)
        }

    @cached_property
    def titles_of_others(self) -> dict[str, LookAlike]:
        """Every title that names another job, as it is compared."""
        return {
            self.lexicon.key(title): entry for entry in reversed(self.look_alikes) for title in entry.titles
        }

    @cached_property
    def adjacent_titles(self) -> frozenset[str]:
        """Every title of a seat beside the ladder, as it is compared."""
        return frozenset(self.lexicon.key(title) for title in self.adjacent)

    @property
    def top(self) -> Tier:
        """The highest tier."""
        return self.tiers[-1]

    @cached_property
    def first_leading(self) -> Tier | None:
        """The lowest tier whose seat leads people, or None."""
        return next((tier for tier in self.tiers if tier.leads_people), None)

    @cached_property
    def skills(self) -> tuple[str, ...]:
        """The ids of the skills that any tier asks, in the order in which the ladder comes to them."""
        return tuple(dict.fromkeys(ask.skill for tier in self.tiers for ask in tier.asks))

    @cached_property
    def always_apply(self) -> frozenset[str]:
        """Ids of the skills that are a gate alone on any tier; these can never be marked not applicable."""
        return frozenset(gate.skills[0] for tier in self.tiers for gate in tier.gates if gate.single)


class Role(Value):
    """One job family."""

    id: str
    name: str
    aliases: tuple[str, ...]
    summary: str


class Source(Value):
    """Where a fact comes from. ``sections`` maps the anchors after '#' in references to section titles."""

    id: str
    title: str
    publisher: str
    date: str
    terms: str
    note: str
    sections: dict[str, str]


class Profile(Value):
    """What a person says of themselves, with ids in place of names.

    ``skills`` holds the rated skills only. A skill in neither ``skills`` nor ``not_applicable`` is unrated.
    ``leading_elsewhere_years`` are those of leading people outside support, ``part_time_share`` the share of
    full time over the years in support, ``team`` the number of people whose support work one answers for.
    ``employed`` and ``team`` are None where nothing is said.
    """

    support_years: float
    leading_years: float = 0.0
    leading_elsewhere_years: float = 0.0
    part_time_share: float = 1.0
    leads_people: bool = False
    employed: bool | None = None
    team: int | None = None
    name: str | None = None
    title: str | None = None
    goal: str | None = None
    hours_per_week: float = 4.0
    skills: dict[str, int] = EMPTY
    evidence: dict[str, str] = EMPTY
    not_applicable: dict[str, str] = EMPTY

    @property
    def full_support_years(self) -> float:
        """The support years as full-time years: what every rule counts."""
        return self.support_years * self.part_time_share

    @property
    def full_leading_years(self) -> float:
        """The leading years as full-time years: what every rule counts."""
        return self.leading_years * self.part_time_share


class Persona(Value):
    """A built-in person for a first look, on the ladder that their profile is about."""

    id: str
    story: str
    profile: Profile
    ladder: str


class Catalog(Value, dict=True):
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

    def using(self, ladder_id: str) -> Self:
        """Return the same catalog with another of its ladders in use."""
        return self if ladder_id == self.in_use else self.but(in_use=ladder_id)

    @cached_property
    def ladder(self) -> Ladder:
        """The ladder in use."""
        return next(ladder for ladder in self.ladders if ladder.id == self.in_use)

    @cached_property
    def ladder_names(self) -> dict[str, str]:
        """Every id and title of a ladder, folded, with the id that it means."""
        return {fold(name): ladder.id for ladder in self.ladders for name in (ladder.title, ladder.id)}

    @property
    def in_order(self) -> list[Ladder]:
        """The ladders, that in use first."""
        return [self.ladder, *(ladder for ladder in self.ladders if ladder.id != self.in_use)]

    def tiers_of(self, role: str) -> tuple[Tier, ...]:
        """Return the tiers of a role, lowest first: on the ladder in use if it has any, else on another."""
        for ladder in self.in_order:
            if found := tuple(tier for tier in ladder.tiers if tier.role == role):
                return found
        return ()

    def tiers_meant(self, role: str) -> dict[str, Tier]:
        """Return every tier under its id as the guide of a role means it.

        Two ladders may share an id: then that of the role comes first, and that of the ladder in use.
        """
        found: dict[str, Tier] = {}
        tiers = [tier for ladder in self.in_order for tier in ladder.tiers]
        for tier in sorted(tiers, key=lambda tier: tier.role != role):
            found.setdefault(tier.id, tier)
        return found

    def ladder_with(self, tier: Tier) -> Ladder:
        """Return the ladder that a tier belongs to."""
        return next(ladder for ladder in self.ladders if tier in ladder.tiers)

    def ladder_of(self, name: str) -> Ladder | None:
        """Return the ladder not in use that has a tier of this name; None where there is none."""
        for ladder in self.ladders:
            if ladder.id != self.in_use and fold(name) in self.using(ladder.id).tier_names:
                return ladder
        return None

    @cached_property
    def fingerprint(self) -> str:
        """What tells apart catalogs by what advice rests on: the ladder in use, and all skills."""
        import hashlib  # OpenSSL, which most commands that look at a history do without

        content = msgspec.json.encode((self.ladder, self.skills))
        return hashlib.sha256(content).hexdigest()[:12]

    @cached_property
    def skills_by_id(self) -> dict[str, Skill]:
        """Every skill under its id."""
        return {skill.id: skill for skill in self.skills}

    @cached_property
    def group_titles(self) -> dict[str, str]:
        """The name of every group of skills under its id."""
        return {group.id: group.name for group in self.groups}

    @cached_property
    def roles_by_id(self) -> dict[str, Role]:
        """Every role under its id."""
        return {role.id: role for role in self.roles}

    @cached_property
    def skill_titles(self) -> dict[str, str]:
        """The name of every skill under its id."""
        return {skill.id: skill.name for skill in self.skills}

    @cached_property
    def skill_names(self) -> dict[str, str]:
        """Every id, name and alias of a skill, folded, with the id that it means."""
        return index((skill.id, (skill.id, skill.name, *skill.aliases)) for skill in self.skills)

    @cached_property
    def tier_names(self) -> dict[str, str]:
        """Every id, title and alias of a tier of the ladder in use, folded, with the id that it means."""
        tiers = self.ladder.tiers
        return index((tier.id, (tier.id, tier.title, tier.short, *tier.titles)) for tier in tiers)
