"""Packs put together into one catalog. Later packs override earlier ones, id by id.

Each pack is laid on what lies below it, and every state on the way is kept: a pack is checked as it was laid.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from typing import TypeVar

import msgspec

from careercli.catalog import formats
from careercli.catalog.packs import Pack
from careercli.domain import guide, model
from careercli.domain.guide import SECTIONS
from careercli.domain.ladder import carry, carry_years
from careercli.domain.words import MAPPED, Words
from careercli.errors import Problem
from careercli.formats.profiles import PersonaFile, resolve

T = TypeVar("T")
K = TypeVar("K", str, tuple[str, str])
Entry = TypeVar("Entry", bound=msgspec.Struct)


@dataclass(slots=True)
class Overlay:
    """What several packs say together, and what a later one took the place of."""

    skills: dict[str, formats.SkillFile] = field(default_factory=dict)
    ladders: dict[str, formats.LadderFile] = field(default_factory=dict)
    roles: dict[str, formats.RoleFile] = field(default_factory=dict)
    sources: dict[str, formats.SourceEntry] = field(default_factory=dict)
    groups: dict[str, formats.GroupEntry] = field(default_factory=dict)
    sections: dict[tuple[str, str], guide.Section] = field(default_factory=dict)
    """The sections of guides, by role and section."""

    tools: dict[str, guide.Tool] = field(default_factory=dict)
    certificates: dict[str, guide.Certificate] = field(default_factory=dict)
    occupations: dict[str, guide.Occupation] = field(default_factory=dict)
    people: dict[str, PersonaFile] = field(default_factory=dict)
    words: dict[str, dict[str, object]] = field(default_factory=dict)
    """The words to ask in, by list; of a list of plain words only the keys count."""

    overridden: list[str] = field(default_factory=list)
    unusable: set[str] = field(default_factory=set)
    below: Overlay | None = None
    """The same before the last pack was laid on; None with the first."""

    @property
    def layers(self) -> tuple[Overlay, ...]:
        """What the packs said together as each was laid on, the first pack's first."""
        return (*(self.below.layers if self.below else ()), self)

    def above(self) -> Overlay:
        """Return what the next pack is laid on, and leave this as it is."""
        held = {item.name: getattr(self, item.name) for item in fields(self) if item.name != "below"}
        return Overlay(**{name: value.copy() for name, value in held.items()}, below=self)

    def put(self, kind: str, table: dict[K, T], key: K, value: T) -> None:
        """Lay one thing on, noting what it takes the place of."""
        if key in table:
            self.overridden.append(f"{kind} {' '.join(key) if isinstance(key, tuple) else key}")
            del table[key]  # so that what was laid on last also stands last
        table[key] = value

    @property
    def tiers(self) -> dict[str, set[str]]:
        """The roles that the tiers of an id belong to, on any ladder."""
        roles: dict[str, set[str]] = {}
        for ladder in self.ladders.values():
            for tier in ladder.tiers:
                roles.setdefault(tier.id, set()).add(tier.role)
        return roles


def overlay(packs: Sequence[Pack]) -> Overlay:
    """Lay packs over one another, in the order given."""
    result = Overlay()
    for number, pack in enumerate(packs):
        result = result.above() if number else result
        result.unusable |= pack.unusable
        _lay(result, pack)
        _lay_reading(result, pack)
    return result


def _lay(result: Overlay, pack: Pack) -> None:
    """Lay on what is computed with."""
    for _, file in pack.each(formats.PackFile):
        _lay_groups(result, file)
    for _, sources in pack.each(formats.SourcesFile):
        _lay_sources(result, sources)
    for _, skill in pack.each(formats.SkillFile):
        result.put("skill", result.skills, skill.id, skill)
    for _, role in pack.each(formats.RoleFile):
        result.put("role", result.roles, role.id, role)
    for _, ladder in pack.each(formats.LadderFile):
        result.put("ladder", result.ladders, ladder.id, ladder)
    for _, persona in pack.each(PersonaFile):
        result.put("person", result.people, persona.id, persona)


def _lay_reading(result: Overlay, pack: Pack) -> None:
    """Lay on what is read."""
    for _, chapter in pack.each(formats.GuideFile):
        for name, section in chapter.sections.items():
            result.put("section", result.sections, (chapter.role, name), section)
    for _, tools in pack.each(formats.ToolsFile):
        for tool in _first_of_each(tools.tools, "name"):
            result.put("tool", result.tools, tool.name, tool)
    for _, certificates in pack.each(formats.CertificatesFile):
        for certificate in _first_of_each(certificates.certificates, "name"):
            result.put("certificate", result.certificates, certificate.name, certificate)
    for _, occupations in pack.each(formats.OccupationsFile):
        for occupation in _first_of_each(occupations.occupations, "code"):
            result.put("occupation", result.occupations, occupation.code, occupation)
    for _, words in pack.each(formats.WordsFile):
        _lay_words(result, words)


def _lay_sources(result: Overlay, file: formats.SourcesFile) -> None:
    """Lay sources on; what cites a section of one that is laid over still finds the section."""
    for source in _first_of_each(file.sources):
        same = (result.sources.get(source.id), *(entry for entry in file.sources if entry.id == source.id))
        sections = {name: title for entry in same if entry for name, title in entry.sections.items()}
        result.put("source", result.sources, source.id, msgspec.structs.replace(source, sections=sections))


def _lay_words(result: Overlay, file: formats.WordsFile) -> None:
    """Add words to each list, or begin it anew where the file says so."""
    for name in Words.__struct_fields__:
        own, below = getattr(file, name), result.words.get(name, {})
        if name in file.replaces and below:
            result.overridden.append(f"words {name}")
            below = {}
        if isinstance(own, dict):
            changed = (key for key in own if below.get(key, own[key]) != own[key])
            result.overridden += [f"words {name} {key}" for key in changed]
        result.words[name] = below | (own if isinstance(own, dict) else dict.fromkeys(own))


def _lay_groups(result: Overlay, file: formats.PackFile) -> None:
    """Add or rename groups in their places; a pack may repeat those that it uses."""
    for group in _first_of_each(file.groups):
        if result.groups.get(group.id, group) != group:
            result.overridden.append(f"group {group.id}")
        result.groups[group.id] = group


def _first_of_each(entries: Iterable[Entry], key: str = "id") -> Iterable[Entry]:
    """Return entries without any that is called like one before it, which the checks report."""
    firsts: dict[str, Entry] = {}
    for entry in entries:
        firsts.setdefault(getattr(entry, key), entry)
    return firsts.values()


def build(packs: Sequence[Pack], laid: Overlay) -> tuple[model.Catalog, tuple[Problem, ...]]:
    """Return the catalog of packs that passed their checks, and what is wrong with their personas."""
    order = {group: index for index, group in enumerate(laid.groups)}
    skills = sorted(laid.skills.values(), key=lambda skill: (order[skill.group], skill.name))
    catalog = model.Catalog(
        ladders=tuple(_ladder(file) for file in laid.ladders.values()),
        skills=tuple(_skill(file) for file in skills),
        groups=tuple(model.Group(group.id, group.name) for group in laid.groups.values()),
        roles=tuple(model.Role(r.id, r.name, r.aliases, r.summary.strip()) for r in _by_rank(laid)),
        sources=tuple(
            model.Source(s.id, s.title, s.publisher, s.date, s.terms, s.note.strip(), s.sections)
            for s in laid.sources.values()
        ),
        personas=(),
        in_use=next(reversed(laid.ladders), ""),
    )
    if not catalog.ladders:
        return catalog, ()
    personas: dict[str, model.Persona] = {}
    problems: list[Problem] = []
    own = ""
    for pack in packs:
        own = [own, *(ladder.id for _, ladder in pack.each(formats.LadderFile))][-1]
        for document, file in pack.each(PersonaFile):
            if laid.people[file.id] is not file:
                continue  # replaced by somebody in a later pack
            ladder = file.ladder or own
            profile, wrong = resolve(document, file.profile, catalog.using(ladder), at=("profile",))
            if wrong and pack is not packs[-1]:
                laid.overridden.append(f"person {file.id}, left out because they no longer fit,")
                continue  # a pack laid over this one changed what this person stands on
            problems.extend(wrong)
            personas[file.id] = model.Persona(file.id, file.story.strip(), profile, ladder)
    return msgspec.structs.replace(catalog, personas=tuple(personas.values())), tuple(problems)


def _by_rank(laid: Overlay) -> list[formats.RoleFile]:
    """Return the roles in the order in which ladders come to them, those on no ladder last."""
    order = list(dict.fromkeys(tier.role for ladder in laid.ladders.values() for tier in ladder.tiers))
    return sorted(laid.roles.values(), key=lambda role: (*order, role.id).index(role.id))


def library(laid: Overlay) -> guide.Library:
    """Return what there is to read in packs that passed their checks."""
    return guide.Library(
        guides=tuple(
            guide.Guide(
                role, {name: laid.sections[role, name] for name in SECTIONS if (role, name) in laid.sections}
            )
            for role in (role.id for role in _by_rank(laid))
        ),
        tools=tuple(laid.tools.values()),
        certificates=tuple(laid.certificates.values()),
        occupations=tuple(laid.occupations.values()),
        words=msgspec.convert(
            {name: held if name in MAPPED else tuple(held) for name, held in laid.words.items()}, Words
        ),
    )


def _skill(file: formats.SkillFile) -> model.Skill:
    return model.Skill(
        id=file.id,
        name=file.name,
        group=file.group,
        kind=file.kind,
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
                weeks=float(step.weeks),
                needs_seat=step.needs_seat,
                in_seats={seat: action.strip() for seat, action in step.in_seats.items()},
            )
            for level, step in sorted(file.growth.items())
        ),
        tools=file.tools,
        sources=file.sources,
    )


def _ladder(file: formats.LadderFile) -> model.Ladder:
    declared = [declared_by(tier) for tier in file.tiers]
    asks = carry([(tier.id, requirements) for tier, requirements in zip(file.tiers, declared, strict=True)])
    support = _clocks([tier.support_years for tier in file.tiers])
    leading = _clocks([tier.leading_years for tier in file.tiers])
    return model.Ladder(
        id=file.id,
        title=file.title,
        pass_fit=file.pass_fit,
        goals=file.goals,
        abbreviations={key.casefold(): value.casefold() for key, value in file.abbreviations.items()},
        look_alikes=tuple(
            model.LookAlike(entry.titles, entry.note.strip(), entry.alone) for entry in file.look_alikes
        ),
        adjacent=file.adjacent,
        tiers=tuple(
            model.Tier(
                id=tier.id,
                title=tier.title,
                short=tier.short,
                rank=index + 1,
                role=tier.role,
                seat=tier.seat,
                summary=tier.summary.strip(),
                titles=tier.titles,
                support_years=support[index],
                leading_years=leading[index],
                leading_elsewhere=float(tier.leading_elsewhere),
                small_team=tier.small_team,
                requirements=declared[index],
                asks=asks[index],
                gates=tuple(
                    model.Gate(
                        gate.skills, tuple(sorted(gate.levels, reverse=True)), gate.source, gate.note.strip()
                    )
                    for gate in tier.gates
                ),
            )
            for index, tier in enumerate(file.tiers)
        ),
    )


def declared_by(tier: formats.TierEntry) -> tuple[model.Requirement, ...]:
    """Return the requirements that a tier declares itself."""
    return tuple(
        model.Requirement(r.skill, r.level, r.weight, r.source, r.note.strip(), r.through)
        for r in tier.requirements
    )


def _clocks(entries: Sequence[formats.ClockEntry]) -> list[model.Clock]:
    """Return one clock of every tier: a floor that is not said is that below, and so is a usual minimum."""
    stated = [None if entry.usual is None else float(entry.usual.min) for entry in entries]
    floor = model.Clock()
    source: str | None = None
    clocks = []
    for entry, own, carried in zip(entries, stated, carry_years(stated), strict=True):
        if entry.floor is not None:
            floor = model.Clock(
                floor=float(entry.floor.years),
                floor_sources=entry.floor.sources,
                floor_note=entry.floor.note.strip(),
            )
        usual = entry.usual
        source = source if usual is None else usual.source
        maximum = None if usual is None or usual.max is None else float(usual.max)
        clocks.append(
            msgspec.structs.replace(
                floor,
                usual_min=carried,
                usual_max=maximum,
                stated_min=own,
                usual_source=source,
            )
        )
    return clocks
