"""The catalog as documents: what ``data export`` and ``skill --json`` print.

Guides, tools, sources and growth steps are printed as the domain has them. What a tier asks is printed with
what it carries from the tiers below, and as it was declared.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

import msgspec

from careercli.documents.guides import GuideEntry, guide_entry
from careercli.domain.browsing import dependents, needs_of, tools_of
from careercli.domain.guide import Certificate, Library, Occupation, Tool
from careercli.domain.model import (
    Catalog,
    Clock,
    Group,
    GrowthStep,
    Ladder,
    LadderSeat,
    Profile,
    Requirement,
    Skill,
    SkillKind,
    Source,
    Tier,
)


class SkillEntry(msgspec.Struct, frozen=True):
    """One skill; ``levels`` maps "1" to "4" to what each level looks like."""

    id: str
    name: str
    group: str
    kind: SkillKind
    summary: str
    aliases: tuple[str, ...]
    levels: dict[str, str]
    prerequisites: tuple[str, ...]
    growth: tuple[GrowthStep, ...]
    tools: tuple[str, ...]
    sources: tuple[str, ...]


class NeedEntry(msgspec.Struct, frozen=True):
    """From which tier of a ladder on a skill is asked at a level; ``gate`` where one of its gates has it."""

    ladder: str
    tier: str
    level: int
    weight: int
    gate: bool


class StandingEntry(msgspec.Struct, frozen=True):
    """Where a person stands with a skill; ``level`` is null where it is not rated."""

    level: int | None
    evidence: str | None
    not_applicable: str | None


class SkillDocument(SkillEntry, frozen=True, kw_only=True):
    """What ``skill show --json`` prints; ``standing`` is null without a profile."""

    schema: Literal["careercli/skill-details@2"] = "careercli/skill-details@2"
    needed_by: tuple[NeedEntry, ...]
    needed_for: tuple[str, ...]
    certificates: tuple[str, ...]
    standing: StandingEntry | None


class SkillsDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``skill list --json`` prints."""

    schema: Literal["careercli/skills@1"] = "careercli/skills@1"
    skills: tuple[SkillEntry, ...]


class AskEntry(msgspec.Struct, frozen=True):
    """What a tier asks of one skill once the tiers below are carried upward, without what has ended."""

    skill: str
    level: int
    weight: int


class GateEntry(msgspec.Struct, frozen=True):
    """What a candidate must show: the best rated of ``skills`` have at least ``levels``, highest first."""

    skills: tuple[str, ...]
    levels: tuple[int, ...]
    source: str | None
    note: str | None


class YearsEntry(msgspec.Struct, frozen=True):
    """The years of a tier on one clock, and where they come from.

    ``floor`` is what employers appoint from, ``usual_min`` what the guides give, carried upward; null where
    no guide says anything, as ``usual_max``.
    """

    floor: float
    usual_min: float | None
    usual_max: float | None
    floor_sources: tuple[str, ...]
    floor_note: str | None
    usual_source: str | None


class RequirementEntry(msgspec.Struct, frozen=True):
    """What a tier declares about one skill; ``through`` is the last tier that asks it, null the top."""

    skill: str
    level: int
    weight: int
    through: str | None
    source: str
    note: str | None


class TierEntry(msgspec.Struct, frozen=True, kw_only=True):
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
    support_years: YearsEntry
    leading_years: YearsEntry
    asks: tuple[AskEntry, ...]
    gates: tuple[GateEntry, ...]
    requirements: tuple[RequirementEntry, ...]


class LadderEntry(msgspec.Struct, frozen=True):
    """A ladder; ``adjacent`` are titles of seats beside it whose years count as support."""

    id: str
    title: str
    pass_fit: float
    goals: tuple[str, ...]
    adjacent: tuple[str, ...]
    tiers: tuple[TierEntry, ...]


class CatalogDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``data export`` prints."""

    schema: Literal["careercli/catalog@2"] = "careercli/catalog@2"
    ladders: tuple[LadderEntry, ...]
    groups: tuple[Group, ...]
    skills: tuple[SkillEntry, ...]
    roles: tuple[GuideEntry, ...]
    tools: tuple[Tool, ...]
    certificates: tuple[Certificate, ...]
    occupations: tuple[Occupation, ...]
    sources: tuple[Source, ...]


def catalog_document(catalog: Catalog, library: Library) -> CatalogDocument:
    """Return everything that is known."""
    return CatalogDocument(
        ladders=tuple(_ladder(ladder) for ladder in catalog.ladders),
        groups=catalog.groups,
        skills=tuple(SkillEntry(**_skill(skill)) for skill in catalog.skills),
        roles=tuple(guide_entry(catalog, role, library.guides_by_role[role.id]) for role in catalog.roles),
        tools=library.tools,
        certificates=library.certificates,
        occupations=library.occupations,
        sources=catalog.sources,
    )


def skills_document(skills: Iterable[Skill]) -> SkillsDocument:
    """Return skills as a document."""
    return SkillsDocument(skills=tuple(SkillEntry(**_skill(skill)) for skill in skills))


def skill_document(
    catalog: Catalog, library: Library, skill: Skill, profile: Profile | None = None
) -> SkillDocument:
    """Return one skill as a document, with what is around it; ``tools`` are all that it is done with."""
    needs = (
        NeedEntry(need.ladder.id, need.tier.id, need.ask.level, need.ask.weight, need.gate)
        for need in needs_of(catalog, skill.id)
    )
    standing = None
    if profile is not None:
        evidence, reason = profile.evidence.get(skill.id), profile.not_applicable.get(skill.id)
        standing = StandingEntry(profile.skills.get(skill.id), evidence, reason)
    return SkillDocument(
        **{**_skill(skill), "tools": tools_of(library, skill)},
        needed_by=tuple(needs),
        needed_for=dependents(catalog, skill.id),
        certificates=tuple(each.name for each in library.certificates if skill.id in each.skills),
        standing=standing,
    )


def _skill(skill: Skill) -> dict[str, Any]:
    return {
        "id": skill.id,
        "name": skill.name,
        "group": skill.group,
        "kind": skill.kind,
        "summary": skill.summary,
        "aliases": skill.aliases,
        "levels": {str(level): behavior for level, behavior in enumerate(skill.levels, 1)},
        "prerequisites": skill.prerequisites,
        "growth": skill.growth,
        "tools": skill.tools,
        "sources": skill.sources,
    }


def _ladder(ladder: Ladder) -> LadderEntry:
    return LadderEntry(
        id=ladder.id,
        title=ladder.title,
        pass_fit=ladder.pass_fit,
        goals=ladder.goals,
        adjacent=ladder.adjacent,
        tiers=tuple(_tier(tier) for tier in ladder.tiers),
    )


def _tier(tier: Tier) -> TierEntry:
    return TierEntry(
        id=tier.id,
        title=tier.title,
        short=tier.short,
        rank=tier.rank,
        role=tier.role,
        seat=tier.seat,
        leads_people=tier.leads_people,
        leading_elsewhere=tier.leading_elsewhere,
        small_team=tier.small_team,
        summary=tier.summary,
        titles=tier.titles,
        support_years=_years(tier.support_years),
        leading_years=_years(tier.leading_years),
        asks=tuple(AskEntry(ask.skill, ask.level, ask.weight) for ask in tier.asks),
        gates=tuple(
            GateEntry(gate.skills, gate.levels, gate.source or None, gate.note or None) for gate in tier.gates
        ),
        requirements=tuple(map(_requirement, tier.requirements)),
    )


def _requirement(own: Requirement) -> RequirementEntry:
    return RequirementEntry(own.skill, own.level, own.weight, own.through, own.source, own.note or None)


def _years(clock: Clock) -> YearsEntry:
    return YearsEntry(
        clock.floor,
        clock.usual_min,
        clock.usual_max,
        clock.floor_sources,
        clock.floor_note or None,
        clock.usual_source,
    )
