"""The catalog as documents: what ``data export`` and ``skill --json`` print.

Guides, tools, sources and growth steps are printed as the domain has them; the rest as it was declared.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

import msgspec

from careercli.domain.browsing import dependents, needs_of, tools_of
from careercli.domain.guide import Certificate, Library, Occupation, Tool
from careercli.domain.model import (
    Catalog,
    Group,
    GrowthStep,
    Ladder,
    Profile,
    Skill,
    SkillKind,
    Source,
    Tier,
    YearRange,
)
from careercli.exporters.guides import GuideEntry, guide_entry


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
    """From which tier of a ladder on a skill is asked at a level."""

    ladder: str
    tier: str
    level: int
    weight: int
    must: bool


class StandingEntry(msgspec.Struct, frozen=True):
    """Where a person stands with a skill; ``level`` is null where it is not rated."""

    level: int | None
    evidence: str | None
    not_applicable: str | None


class SkillDocument(SkillEntry, frozen=True, kw_only=True):
    """What ``skill show --json`` prints; ``standing`` is null without a profile."""

    schema: Literal["careercli/skill-details@1"] = "careercli/skill-details@1"
    needed_by: tuple[NeedEntry, ...]
    needed_for: tuple[str, ...]
    certificates: tuple[str, ...]
    standing: StandingEntry | None


class SkillsDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``skill list --json`` prints."""

    schema: Literal["careercli/skills@1"] = "careercli/skills@1"
    skills: tuple[SkillEntry, ...]


class DeclaredYears(msgspec.Struct, frozen=True):
    """Years as declared; null where the source is silent."""

    min: float | None
    max: float | None
    source: str | None


class RequirementEntry(msgspec.Struct, frozen=True):
    """What a tier declares about one skill."""

    skill: str
    level: int
    weight: int
    must: bool
    source: str
    note: str | None


class TierEntry(msgspec.Struct, frozen=True):
    """A tier as declared."""

    id: str
    title: str
    short: str
    rank: int
    role: str
    summary: str
    support_years: DeclaredYears
    leading_years: DeclaredYears
    leads_people: bool
    titles: tuple[str, ...]
    requirements: tuple[RequirementEntry, ...]


class LadderEntry(msgspec.Struct, frozen=True):
    """A ladder as declared."""

    id: str
    title: str
    pass_fit: float
    goals: tuple[str, ...]
    tiers: tuple[TierEntry, ...]


class CatalogDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``data export`` prints."""

    schema: Literal["careercli/catalog@1"] = "careercli/catalog@1"
    ladders: tuple[LadderEntry, ...]
    groups: tuple[Group, ...]
    skills: tuple[SkillEntry, ...]
    roles: tuple[GuideEntry, ...]
    tools: tuple[Tool, ...]
    certificates: tuple[Certificate, ...]
    occupations: tuple[Occupation, ...]
    sources: tuple[Source, ...]


def catalog_document(catalog: Catalog, library: Library) -> CatalogDocument:
    """Return everything that is known, as declared: nothing carried upward."""
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
        NeedEntry(need.ladder.id, need.tier.id, need.demand.level, need.demand.weight, need.demand.must)
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
        tiers=tuple(_tier(tier) for tier in ladder.tiers),
    )


def _tier(tier: Tier) -> TierEntry:
    return TierEntry(
        id=tier.id,
        title=tier.title,
        short=tier.short,
        rank=tier.rank,
        role=tier.role,
        summary=tier.summary,
        support_years=_years(tier.support_years),
        leading_years=_years(tier.leading_years),
        leads_people=tier.leads_people,
        titles=tier.titles,
        requirements=tuple(
            RequirementEntry(r.skill, r.level, r.weight, r.must, r.source, r.note or None)
            for r in tier.requirements
        ),
    )


def _years(years: YearRange) -> DeclaredYears:
    return DeclaredYears(years.min, years.max, years.source)
