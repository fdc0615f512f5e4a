"""Packs put together into one catalog. Later packs override earlier ones, id by id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from careercli.catalog import formats
from careercli.catalog.packs import Pack
from careercli.documents.profiles import PersonaFile, resolve
from careercli.domain import model
from careercli.domain.ladder import carry, carry_years
from careercli.errors import Problem

T = TypeVar("T")
Entry = TypeVar("Entry", formats.GroupEntry, formats.SourceEntry)


@dataclass(slots=True)
class Overlay:
    """What several packs say together, and what a later one took the place of."""

    skills: dict[str, formats.SkillFile] = field(default_factory=dict)
    ladders: dict[str, formats.LadderFile] = field(default_factory=dict)
    roles: dict[str, formats.RoleFile] = field(default_factory=dict)
    sources: dict[str, formats.SourceEntry] = field(default_factory=dict)
    groups: dict[str, formats.GroupEntry] = field(default_factory=dict)
    overridden: list[str] = field(default_factory=list)
    unusable: set[str] = field(default_factory=set)


def overlay(packs: Sequence[Pack]) -> Overlay:
    """Lay packs over one another, in the order given."""
    result = Overlay()
    people: dict[str, PersonaFile] = {}

    def put(kind: str, table: dict[str, T], key: str, value: T) -> None:
        if key in table:
            result.overridden.append(f"{kind} {key}")
            del table[key]  # so that what was laid on last also stands last
        table[key] = value

    for pack in packs:
        result.unusable |= pack.unusable
        for _, file in pack.each(formats.PackFile):
            _lay_groups(result, file)
        for _, sources in pack.each(formats.SourcesFile):
            for source in _first_of_each(sources.sources):
                put("source", result.sources, source.id, source)
        for _, skill in pack.each(formats.SkillFile):
            put("skill", result.skills, skill.id, skill)
        for _, role in pack.each(formats.RoleFile):
            put("role", result.roles, role.id, role)
        for _, ladder in pack.each(formats.LadderFile):
            put("ladder", result.ladders, ladder.id, ladder)
        for _, persona in pack.each(PersonaFile):
            put("person", people, persona.id, persona)
    return result


def _lay_groups(result: Overlay, file: formats.PackFile) -> None:
    """Add or rename groups in their places; a pack may repeat those that it uses."""
    for group in _first_of_each(file.groups):
        if result.groups.get(group.id, group) != group:
            result.overridden.append(f"group {group.id}")
        result.groups[group.id] = group


def _first_of_each(entries: Iterable[Entry]) -> Iterable[Entry]:
    """Return entries without any that has the id of one before it, which the checks report."""
    firsts: dict[str, Entry] = {}
    for entry in entries:
        firsts.setdefault(entry.id, entry)
    return firsts.values()


def build(packs: Sequence[Pack], laid: Overlay) -> tuple[model.Catalog, tuple[Problem, ...]]:
    """Return the catalog of packs that passed their checks, and what is wrong with their personas."""
    order = {group: index for index, group in enumerate(laid.groups)}
    skills = sorted(laid.skills.values(), key=lambda skill: (order[skill.group], skill.name))
    catalog = model.Catalog(
        ladders=tuple(_ladder(file) for file in laid.ladders.values()),
        skills=tuple(_skill(file) for file in skills),
        groups=tuple(model.Group(group.id, group.name) for group in laid.groups.values()),
        roles=tuple(model.Role(r.id, r.name, r.aliases, r.summary.strip()) for r in laid.roles.values()),
        sources=tuple(
            model.Source(s.id, s.title, s.publisher, s.date, s.terms, s.note.strip(), s.sections)
            for s in laid.sources.values()
        ),
        personas=(),
    )
    personas: dict[str, model.Persona] = {}
    problems: list[Problem] = []
    for pack in packs:
        for document, file in pack.each(PersonaFile):
            profile, wrong = resolve(document, file.profile, catalog, at=("profile",))
            if wrong and pack is not packs[-1]:
                continue  # a pack laid over this one changed the ladder that this person stands on
            problems.extend(wrong)
            personas[file.id] = model.Persona(file.id, file.story.strip(), profile)
    complete = model.Catalog(
        catalog.ladders,
        catalog.skills,
        catalog.groups,
        catalog.roles,
        catalog.sources,
        tuple(personas.values()),
    )
    return complete, tuple(problems)


def _skill(file: formats.SkillFile) -> model.Skill:
    return model.Skill(
        id=file.id,
        name=file.name,
        group=file.group,
        summary=file.summary.strip(),
        aliases=file.aliases,
        levels=tuple(file.levels[level].strip() for level in sorted(file.levels)),
        prerequisites=file.prerequisites,
        growth=tuple(
            model.GrowthStep(
                to=level,
                title=step.title,
                action=step.action.strip(),
                kind=step.kind,
                hours=step.hours,
                proof=step.proof,
                source=step.source,
            )
            for level, step in sorted(file.growth.items())
        ),
        tools=file.tools,
        sources=file.sources,
    )


def _ladder(file: formats.LadderFile) -> model.Ladder:
    declared = [
        tuple(
            model.Requirement(r.skill, r.level, r.weight, r.must, r.source, r.note.strip())
            for r in tier.requirements
        )
        for tier in file.tiers
    ]
    demands = carry(declared)
    support = [_years(tier.support_years) for tier in file.tiers]
    leading = [_years(tier.leading_years) for tier in file.tiers]
    carried_support, carried_leading = carry_years(support), carry_years(leading)
    return model.Ladder(
        id=file.id,
        title=file.title,
        pass_fit=file.pass_fit,
        goals=file.goals,
        abbreviations={key.casefold(): value.casefold() for key, value in file.abbreviations.items()},
        look_alikes=tuple(
            model.LookAlike(entry.titles, entry.note.strip(), entry.alone) for entry in file.look_alikes
        ),
        tiers=tuple(
            model.Tier(
                id=tier.id,
                title=tier.title,
                short=tier.short,
                rank=index + 1,
                role=tier.role,
                leads_people=tier.leads_people,
                summary=tier.summary.strip(),
                titles=tier.titles,
                support_years=support[index],
                leading_years=leading[index],
                requirements=declared[index],
                demands=demands[index],
                carried_support_years=carried_support[index],
                carried_leading_years=carried_leading[index],
            )
            for index, tier in enumerate(file.tiers)
        ),
    )


def _years(entry: formats.YearsEntry | None) -> model.YearRange:
    if entry is None:
        return model.YearRange()
    maximum = None if entry.max is None else float(entry.max)
    return model.YearRange(min=float(entry.min), max=maximum, source=entry.source)
