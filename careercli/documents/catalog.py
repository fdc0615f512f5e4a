"""The catalog as documents: what ``data export`` and ``skill --json`` print.

Guides, tools, sources and growth steps are printed as the domain has them. What a tier asks is printed with
what it carries from the tiers below, and as it was declared.
"""

from typing import Annotated, Literal

from careercli.documents.assessment import ClockDocument, GateLevels
from careercli.documents.guides import ExplainedEntry, GuideEntry, guide_entry
from careercli.documents.projection import WHOLE, As, DocumentPart, From, Id, Printed, TextOrNull, project
from careercli.domain.browsing import dependents, needs_of, tools_of
from careercli.domain.growth import GrowthStep, LadderSeat
from careercli.domain.guide import Occupation, Term
from careercli.domain.interview_questions import InterviewQuestion
from careercli.domain.library import Certificate, Library, Tool
from careercli.domain.model import Catalog, Group, Profile, Skill, SkillKind, Source
from careercli.domain.work import Transfer, Work

Behaviors = Annotated[
    dict[str, str], As(lambda levels, _: {str(level): text for level, text in enumerate(levels, 1)})
]
"""What each level looks like."""


class SkillFacts(DocumentPart):
    """One skill; ``levels`` maps "1" to "4" to what each level looks like."""

    id: str
    name: str
    group: str
    kind: SkillKind
    summary: str
    aliases: tuple[str, ...]
    levels: Behaviors
    prerequisites: tuple[str, ...]
    growth: tuple[GrowthStep, ...]
    tools: tuple[str, ...]
    sources: tuple[str, ...]


class NeedEntry(DocumentPart):
    """From which tier of a ladder on a skill is asked at a level; ``gate`` where one of its gates has it."""

    ladder: Id
    tier: Id
    level: Annotated[int, From("ask.level")]
    weight: Annotated[int, From("ask.weight")]
    gate: bool


class StandingEntry(DocumentPart):
    """Where a person stands with a skill; ``level`` is null where it is not rated."""

    level: int | None
    evidence: str | None
    not_applicable: str | None


class SkillDocument(SkillFacts):
    """What ``skill show --json`` prints; ``standing`` is null without a profile.

    ``shows_in`` maps a level to where its work can be seen, for those levels of which that is said;
    ``keywords`` are words that people ask about it with, ``explained`` is where guides explain it.
    """

    schema: Literal["careercli/skill-details@2"]
    shows_in: dict[str, str]
    keywords: tuple[str, ...]
    needed_by: tuple[NeedEntry, ...]
    needed_for: tuple[str, ...]
    certificates: tuple[str, ...]
    explained: tuple[ExplainedEntry, ...]
    standing: StandingEntry | None


class SkillsDocument(Printed, tag="careercli/skills@1"):
    """What ``skill list --json`` prints."""

    skills: Annotated[tuple[SkillFacts, ...], WHOLE]


class AskFacts(DocumentPart):
    """What a tier asks of one skill once the tiers below are carried upward, without what has ended."""

    skill: str
    level: int
    weight: int


class GateFacts(GateLevels):
    """What a candidate must show: the best rated of ``skills`` have at least ``levels``, highest first."""

    source: TextOrNull
    note: TextOrNull


class ClockFacts(ClockDocument):
    """The years of a tier on one clock, and where they come from.

    ``floor`` is what employers appoint from, ``usual_min`` what the guides give, carried upward; null where
    no guide says anything, as ``usual_max``.
    """

    floor_sources: tuple[str, ...]
    floor_note: TextOrNull
    usual_source: str | None


class RequirementFacts(DocumentPart):
    """What a tier declares about one skill; ``through`` is the last tier that asks it, null the top."""

    skill: str
    level: int
    weight: int
    through: str | None
    source: str
    note: TextOrNull


class TierFacts(DocumentPart):
    """A tier. ``asks`` has everything that it asks, ``requirements`` what it declares itself.

    ``leading_elsewhere`` is how much a year of leading outside support counts toward its leading floor;
    ``small_team`` the tier that its title stands for with three to nine people, null for this one.
    """

    id: str
    title: str
    short: str
    rank: int
    role: str
    seat: LadderSeat
    leads_people: bool
    leading_elsewhere: float
    small_team: str | None
    summary: str
    titles: tuple[str, ...]
    support_years: ClockFacts
    leading_years: ClockFacts
    asks: tuple[AskFacts, ...]
    gates: tuple[GateFacts, ...]
    requirements: tuple[RequirementFacts, ...]


class LadderFacts(DocumentPart):
    """A ladder; ``adjacent`` are titles of seats beside it whose years count as support."""

    id: str
    title: str
    pass_fit: float
    goals: tuple[str, ...]
    adjacent: tuple[str, ...]
    tiers: tuple[TierFacts, ...]


class CatalogDocument(Printed, tag="careercli/catalog@2"):
    """What ``data export`` prints; ``shows_in`` and ``keywords`` have by skill what ``skill show`` has.

    ``glossary`` has the words of the trade, ``works`` what is done in occupations, and ``transfers`` what is
    told of coming from or going to them.
    """

    ladders: tuple[LadderFacts, ...]
    groups: tuple[Group, ...]
    skills: tuple[SkillFacts, ...]
    shows_in: dict[str, dict[str, str]]
    keywords: dict[str, tuple[str, ...]]
    roles: tuple[GuideEntry, ...]
    tools: tuple[Tool, ...]
    certificates: tuple[Certificate, ...]
    occupations: tuple[Occupation, ...]
    interviews: tuple[InterviewQuestion, ...]
    sources: tuple[Source, ...]
    glossary: tuple[Term, ...]
    works: tuple[Work, ...]
    transfers: tuple[Transfer, ...]


def catalog_document(catalog: Catalog, library: Library) -> CatalogDocument:
    """Return everything that is known."""
    return project(
        CatalogDocument,
        catalog,
        shows_in={name: _by_level(told) for name, told in library.shows_in.items()},
        keywords=library.keywords,
        roles=[guide_entry(catalog, role, library.guides_by_role[role.id]) for role in catalog.roles],
        tools=library.tools,
        certificates=library.certificates,
        occupations=library.occupations,
        interviews=library.interviews,
        glossary=library.terms,
        works=library.works,
        transfers=library.transfers,
    )


def skill_document(
    catalog: Catalog, library: Library, skill: Skill, profile: Profile | None = None
) -> SkillDocument:
    """Return one skill as a document, with what is around it; ``tools`` are all that it is done with."""
    standing = None
    if profile is not None:
        evidence, reason = profile.evidence.get(skill.id), profile.not_applicable.get(skill.id)
        standing = StandingEntry(profile.skills.get(skill.id), evidence, reason)
    return project(
        SkillDocument,
        skill,
        schema="careercli/skill-details@2",
        shows_in=_by_level(library.shows_in.get(skill.id, {})),
        keywords=library.keywords.get(skill.id, ()),
        tools=tools_of(library, skill),
        needed_by=needs_of(catalog, skill.id),
        needed_for=dependents(catalog, skill.id),
        certificates=tuple(each.name for each in library.certificates if skill.id in each.skills),
        standing=standing,
    )


def _by_level(texts: dict[int, str]) -> dict[str, str]:
    return {str(level): text for level, text in texts.items()}
