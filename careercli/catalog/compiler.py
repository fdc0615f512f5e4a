"""Packs put together into one catalog. Later packs override earlier ones, id by id.

Each pack is laid on what lies below it, and every state on the way is kept: a pack is checked as it was laid.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from careercli.catalog import formats, word_formats
from careercli.catalog.packs import Pack
from careercli.domain import guide, model
from careercli.domain.ad_words import AdWords
from careercli.domain.explained import explained
from careercli.domain.growth import GrowthStep, StepVariant
from careercli.domain.interview_questions import InterviewQuestion
from careercli.domain.ladder import carry, carry_years
from careercli.domain.library import Certificate, Library, Tool
from careercli.domain.phrase_lists import Phrases
from careercli.domain.requirements import Clock, Gate, Requirement
from careercli.domain.sections import SECTIONS
from careercli.domain.title_words import LookAlike, in_one_form, phrase_of
from careercli.domain.words import MAPPED, Words
from careercli.domain.work import Transfer, Work
from careercli.errors import Problem
from careercli.formats.profiles import PersonaFile, resolve


class Overlay(msgspec.Struct, eq=False):
    """What several packs say together, and what a later one took the place of."""

    skills: dict[str, formats.SkillFile] = {}
    ladders: dict[str, formats.LadderFile] = {}
    roles: dict[str, formats.RoleFile] = {}
    sources: dict[str, formats.SourceEntry] = {}
    groups: dict[str, formats.GroupEntry] = {}
    sections: dict[tuple[str, str], guide.Section] = {}
    """The sections of guides, by role and section."""

    tools: dict[str, Tool] = {}
    certificates: dict[str, Certificate] = {}
    occupations: dict[str, guide.Occupation] = {}
    questions: dict[str, InterviewQuestion] = {}
    terms: dict[str, guide.Term] = {}
    phrasings: dict[str, formats.PhrasingEntry] = {}
    works: dict[str, Work] = {}
    transfers: dict[str, Transfer] = {}
    persons: dict[str, PersonaFile] = {}
    words: dict[str, dict[str, object]] = {}
    """The words to ask in, by list; of a list of plain words only the keys count."""

    phrases: dict[str, dict[str, tuple[str, ...]]] = {}
    """How people write of their work: classes of words and the patterns of skills, each by its name."""

    misleading: dict[str, None] = {}
    ad_words: dict[str, Any] = {}
    """The words in which advertisements ask, by table."""

    overridden: list[str] = []
    unusable: set[str] = set()
    below: Overlay | None = None
    """The same before the last pack was laid on; None with the first."""

    @property
    def layers(self) -> tuple[Overlay, ...]:
        """What the packs said together as each was laid on, the first pack's first."""
        return (*(self.below.layers if self.below else ()), self)

    def above(self) -> Overlay:
        """Return what the next pack is laid on, and leave this as it is."""
        held = {name: value for name, value in msgspec.structs.asdict(self).items() if name != "below"}
        return Overlay(**{name: value.copy() for name, value in held.items()}, below=self)

    def put(self, kind: str, key: str | tuple[str, str], value: msgspec.Struct) -> None:
        """Lay one thing on, noting what it takes the place of.

        What was laid on last also stands last; only groups keep their places, and a pack may repeat those
        that it uses. What cites a section of a source that is laid over still finds the section.
        """
        table = getattr(self, f"{kind}s")
        old = table.get(key)
        if isinstance(value, formats.SourceEntry) and old is not None:
            value = value.but(sections=old.sections | value.sections)
        if old is not None and (kind != "group" or old != value):
            self.overridden.append(f"{kind} {' '.join(key) if isinstance(key, tuple) else key}")
        if kind != "group":
            table.pop(key, None)
        table[key] = value

    def lacks_file(self, folder: str) -> bool:
        """Return whether a file of a folder, as in ``guides/``, could not be used."""
        return any(name.startswith(folder) for name in self.unusable)

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
        seen: dict[tuple[str, str], msgspec.Struct] = {}
        for kind, key, value, *_ in pack.held():
            first = seen.setdefault((kind, key), value)
            if first is value:
                result.put(kind, key, value)
            elif kind == "source":  # there twice, which the checks report; its sections are not unknown
                sections = result.sources[key].sections | value.sections
                result.sources[key] = result.sources[key].but(sections=sections)
        for _, words in pack.each(word_formats.WordsFile):
            _lay_words(result, words)
        for _, phrases in pack.each(word_formats.PhrasesFile):
            _lay_phrases(result, phrases)
        for _, asking in pack.each(word_formats.AdvertisementsFile):
            _lay_ad_words(result, asking)
    return result


def _changed(below: Mapping[str, object], own: Mapping[str, object]) -> list[str]:
    """Return the keys under which a pack says something else than what lies below it."""
    return [key for key, value in own.items() if below.get(key, value) != value]


def _lay_words(result: Overlay, file: word_formats.WordsFile) -> None:
    """Add words to each list, or begin it anew where the file says so."""
    for name in Words.__struct_fields__:
        own, below = getattr(file, name), result.words.get(name, {})
        if name in file.replaces and below:
            result.overridden.append(f"words {name}")
            below = {}
        if isinstance(own, dict):
            result.overridden += [f"words {name} {key}" for key in _changed(below, own)]
        result.words[name] = below | (own if isinstance(own, dict) else dict.fromkeys(own))


def _lay_phrases(result: Overlay, file: word_formats.PhrasesFile) -> None:
    """Add patterns to those of each skill; a class of words takes the place of one of its name."""
    classes, skills = (result.phrases.get(name, {}) for name in ("classes", "skills"))
    result.overridden += [f"class of words {name}" for name in _changed(classes, file.classes)]
    more = {skill: (*skills.get(skill, ()), *patterns) for skill, patterns in file.skills.items()}
    result.phrases = {"classes": classes | file.classes, "skills": skills | more}
    result.misleading |= dict.fromkeys(file.misleading)


def _lay_ad_words(result: Overlay, file: word_formats.AdvertisementsFile) -> None:
    """Add words to each table; a class of words, a country and the like take the place of one of the name."""
    laid = {}
    for name in file.__struct_fields__:
        if name == "schema":
            continue
        own, below = getattr(file, name), result.ad_words.get(name)
        if below is None:
            laid[name] = own
        elif isinstance(own, tuple):
            laid[name] = tuple(dict.fromkeys((*below, *own)))
        elif name in {"classes", "other_work", "places"}:
            what = f"{name.replace('_', ' ')} of advertisements"
            result.overridden += [f"{what} {key}" for key in _changed(below, own)]
            laid[name] = below | own
        else:
            laid[name] = below | {key: (*below.get(key, ()), *patterns) for key, patterns in own.items()}
    result.ad_words = laid


def _as(kind: type[Any], entry: msgspec.Struct, **other: object) -> Any:
    """Return an entry of a file as what is computed with: what both have, without space around texts."""
    shared = [name for name in kind.__struct_fields__ if hasattr(entry, name) and name not in other]
    held = {name: getattr(entry, name) for name in shared}
    texts = {name: value.strip() for name, value in held.items() if isinstance(value, str)}
    return kind(**held | texts | other)


def build(packs: Sequence[Pack], laid: Overlay) -> tuple[model.Catalog, tuple[Problem, ...]]:
    """Return the catalog of packs that passed their checks, and what is wrong with their personas."""
    order = {group: index for index, group in enumerate(laid.groups)}
    skills = sorted(laid.skills.values(), key=lambda skill: (order[skill.group], skill.name))
    places = tuple(_explained(laid))
    catalog = model.Catalog(
        ladders=tuple(ladder_of(file) for file in laid.ladders.values()),
        skills=tuple(
            skill_of(file).but(explained=tuple(each[file.id] for each in places if file.id in each))
            for file in skills
        ),
        groups=tuple(_as(model.Group, group) for group in laid.groups.values()),
        roles=tuple(_as(model.Role, role) for role in _by_rank(laid)),
        sources=tuple(_as(model.Source, source) for source in laid.sources.values()),
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
            if laid.persons[file.id] is not file:
                continue  # replaced by somebody in a later pack
            ladder = file.ladder or own
            profile, wrong = resolve(document, file.profile, catalog.using(ladder), at=("profile",))
            if wrong and pack is not packs[-1]:
                laid.overridden.append(f"person {file.id}, left out because they no longer fit,")
                continue  # a pack laid over this one changed what this person stands on
            problems.extend(wrong)
            personas[file.id] = model.Persona(file.id, file.story.strip(), profile, ladder)
    return catalog.but(personas=tuple(personas.values())), tuple(problems)


def _by_rank(laid: Overlay) -> list[formats.RoleFile]:
    """Return the roles in the order in which ladders come to them, those on no ladder last."""
    order = list(dict.fromkeys(tier.role for ladder in laid.ladders.values() for tier in ladder.tiers))
    return sorted(laid.roles.values(), key=lambda role: (*order, role.id).index(role.id))


def _guides(laid: Overlay) -> Iterator[guide.Guide]:
    """Yield the guide of each role, its sections in reading order."""
    for role in (role.id for role in _by_rank(laid)):
        names = (name for name in SECTIONS if (role, name) in laid.sections)
        yield guide.Guide(role, {name: laid.sections[role, name] for name in names})


def _explained(laid: Overlay) -> Iterator[dict[str, model.Explained]]:
    """Yield where each guide explains skills."""
    seats: dict[str, set[str]] = {}
    for tier in (tier for ladder in laid.ladders.values() for tier in ladder.tiers):
        seats.setdefault(tier.role, set()).add(tier.seat)
    for each in _guides(laid):
        yield explained(each, leads="agent" not in seats.get(each.role, {"agent"}))


def library(laid: Overlay) -> Library:
    """Return what there is to read in packs that passed their checks."""
    return Library(
        guides=tuple(_guides(laid)),
        tools=tuple(laid.tools.values()),
        certificates=tuple(laid.certificates.values()),
        occupations=tuple(laid.occupations.values()),
        words=msgspec.convert(
            {name: held if name in MAPPED else tuple(held) for name, held in laid.words.items()},
            Words,
            from_attributes=True,
        ),
        phrases=Phrases(**laid.phrases, misleading=tuple(laid.misleading)),
        ad_words=msgspec.convert(laid.ad_words, AdWords, from_attributes=True).ready(),
        shows_in={
            skill.id: {level: text.strip() for level, text in sorted(skill.shows_in.items())}
            for skill in laid.skills.values()
            if skill.shows_in
        },
        interviews=tuple(laid.questions.values()),
        keywords={skill.id: skill.keywords for skill in laid.skills.values() if skill.keywords},
        terms=tuple(laid.terms.values()),
        phrasings={name: phrasing.said for name, phrasing in laid.phrasings.items()},
        works=tuple(laid.works.values()),
        transfers=tuple(laid.transfers.values()),
    )


def skill_of(file: formats.SkillFile) -> model.Skill:
    """Return a skill as it is computed with."""
    steps = (_step(level, step) for level, step in sorted(file.growth.items()))
    levels = tuple(file.levels[level].strip() for level in sorted(file.levels))
    skill: model.Skill = _as(model.Skill, file, levels=levels, growth=tuple(steps))
    return skill


def _step(level: int, step: formats.GrowthEntry) -> GrowthStep:
    actions, variants = {}, {}
    for seat, entry in step.in_seats.items():
        action = entry if isinstance(entry, str) else entry.action
        if action is not None:
            actions[seat] = action.strip()
        if not isinstance(entry, str):
            variant: StepVariant = _as(StepVariant, entry)
            if variant != StepVariant():
                variants[seat] = variant
    made: GrowthStep = _as(GrowthStep, step, to=level, in_seats=actions, variants=variants)
    return made


def ladder_of(file: formats.LadderFile) -> model.Ladder:
    """Return a ladder as it is computed with."""
    declared = [declared_by(tier) for tier in file.tiers]
    parts = zip(
        file.tiers,
        declared,
        carry([(tier.id, requirements) for tier, requirements in zip(file.tiers, declared, strict=True)]),
        _clocks([tier.support_years for tier in file.tiers]),
        _clocks([tier.leading_years for tier in file.tiers]),
        strict=True,
    )
    tiers = (
        _as(
            model.Tier,
            tier,
            rank=rank,
            support_years=support,
            leading_years=leading,
            requirements=requirements,
            asks=asks,
            gates=tuple(
                _as(Gate, gate, levels=tuple(sorted(gate.levels, reverse=True))) for gate in tier.gates
            ),
        )
        for rank, (tier, requirements, asks, support, leading) in enumerate(parts, start=1)
    )
    ladder: model.Ladder = _as(
        model.Ladder,
        file,
        abbreviations=short_forms(file),
        look_alikes=tuple(_look_alike(entry) for entry in file.look_alikes),
        grammar=in_one_form(file.grammar),
        tiers=tuple(tiers),
    )
    return ladder


def _look_alike(entry: formats.LookAlikeEntry) -> LookAlike:
    words, unless = (tuple(map(phrase_of, phrases)) for phrases in (entry.words, entry.unless))
    other: LookAlike = _as(LookAlike, entry, words=words, unless=unless)
    return other


def short_forms(file: formats.LadderFile) -> dict[str, str]:
    """Return the abbreviations of a ladder in small letters, with what each is written out."""
    return {key.casefold(): value.casefold() for key, value in file.abbreviations.items()}


def declared_by(tier: formats.TierEntry) -> tuple[Requirement, ...]:
    """Return the requirements that a tier declares itself."""
    return tuple(_as(Requirement, entry) for entry in tier.requirements)


def _clocks(entries: Sequence[formats.ClockEntry]) -> list[Clock]:
    """Return one clock of every tier: a floor that is not said is that below, and so is a usual minimum."""
    stated = [None if entry.usual is None else entry.usual.min for entry in entries]
    floor = Clock()
    source: str | None = None
    clocks = []
    for entry, own, carried in zip(entries, stated, carry_years(stated), strict=True):
        if said := entry.floor:
            floor = Clock(said.years, floor_sources=said.sources, floor_note=said.note.strip())
        usual = entry.usual
        source = usual.source if usual else source
        most = usual.max if usual else None
        clocks.append(floor.but(usual_min=carried, usual_max=most, stated_min=own, usual_source=source))
    return clocks
