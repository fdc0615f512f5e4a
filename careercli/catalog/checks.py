"""What must hold between the files of a pack, and why it must."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from careercli.catalog import formats
from careercli.catalog.compiler import Overlay
from careercli.catalog.packs import Pack
from careercli.documents.document import Document, KeyPath
from careercli.domain.ladder import carry
from careercli.domain.model import Demand, Requirement
from careercli.domain.names import fold, nearest, normal_title
from careercli.errors import Problem

LEVELS = (1, 2, 3, 4)

_Claim = tuple[Document, KeyPath, str, formats.SkillFile]
"""A name of a skill, where it stands."""


def cross_check(packs: Sequence[Pack], laid: Overlay) -> list[Problem]:
    """Return everything wrong between the files of packs laid over one another."""
    problems: list[Problem] = list(_cycles(packs, laid))
    sound = not problems and not laid.unusable
    in_use = next(reversed(laid.ladders.values()), None)
    for pack in packs:
        for document, skill in pack.each(formats.SkillFile):
            problems.extend(_skill(document, skill, laid))
        for document, ladder in pack.each(formats.LadderFile):
            # A ladder below the one in use was held to prerequisites when its own pack was the last.
            rests = sound and (ladder is in_use or pack is packs[-1])
            problems.extend(_Ladder(document, ladder, laid).problems(prerequisites=rests))
        problems.extend(_twice(pack))
        problems.extend(_of_unusable(pack, laid))
    problems.extend(_no_ladder(packs, laid))
    problems.extend(_aliases(packs, laid))
    return problems


def _unknown(kind: str, name: str, known: Mapping[str, object]) -> tuple[str, str]:
    near = nearest(name, known)
    return f"'{name}' is not a known {kind}", f"Did you mean '{near}'?" if near else ""


def _source(document: Document, path: KeyPath, reference: str, laid: Overlay) -> Iterator[Problem]:
    source, _, section = reference.partition("#")
    entry = laid.sources.get(source)
    if entry is None and "sources" in laid.unusable:
        return
    if entry is None:
        message, hint = _unknown("source", source, laid.sources)
        yield document.problem(path, message, hint=hint or "Add it to sources.yaml.")
    elif section and section not in entry.sections:
        message, hint = _unknown(f"section of the source {source}", section, entry.sections)
        yield document.problem(path, message, hint=hint or "Add it to its sections in sources.yaml.")


def _of_unusable(pack: Pack, laid: Overlay) -> Iterator[Problem]:
    """Yield unknown names in files that are wrong in form, so that one run tells of these too."""
    known: dict[str, Mapping[str, object]] = {"skill": laid.skills, "role": laid.roles, "group": laid.groups}
    for document, path, kind, name in pack.references:
        if kind == "source":
            yield from _source(document, path, name, laid)
        elif (
            name not in known[kind] and f"{kind}s/{name}" not in laid.unusable and "pack" not in laid.unusable
        ):
            message, hint = _unknown(kind, name, known[kind])
            yield document.problem(path, message, hint=hint)


def _twice(pack: Pack) -> Iterator[Problem]:
    lists: list[tuple[Document, str, str, list[str]]] = [
        (document, "sources", "source", [source.id for source in file.sources])
        for document, file in pack.each(formats.SourcesFile)
    ]
    lists.extend(
        (document, "groups", "group", [group.id for group in file.groups])
        for document, file in pack.each(formats.PackFile)
    )
    for document, key, kind, ids in lists:
        for index, name in enumerate(ids):
            if name in ids[:index]:
                message = f"the {kind} '{name}' is there twice"
                yield document.problem((key, index, "id"), message, hint="Keep one of the two.")


def _no_ladder(packs: Sequence[Pack], laid: Overlay) -> Iterator[Problem]:
    """Yield a problem where there is nothing to place anybody on."""
    if not laid.ladders and not any(name.startswith("ladders/") for name in laid.unusable):
        for document, _ in packs[-1].each(formats.PackFile):
            yield document.problem(
                (), "has no ladder, and no pack below it has one", hint="Add ladders/ID.yaml."
            )


def _skill(document: Document, skill: formats.SkillFile, laid: Overlay) -> Iterator[Problem]:
    if skill.group not in laid.groups and "pack" not in laid.unusable:
        message, hint = _unknown("group", skill.group, laid.groups)
        yield document.problem(("group",), message, hint=hint or "Add it to the groups in pack.yaml.")
    for index, name in enumerate(skill.prerequisites):
        if name not in laid.skills and f"skills/{name}" not in laid.unusable:
            message, hint = _unknown("skill", name, laid.skills)
            yield document.problem(("prerequisites", index), message, hint=hint)
    for index, reference in enumerate(skill.sources):
        yield from _source(document, ("sources", index), reference, laid)
    for key, entries in (("levels", skill.levels), ("growth", skill.growth)):
        for level in LEVELS:
            if level not in entries:
                yield document.problem((key,), f"has nothing for level {level}", hint="Write levels 1 to 4.")
    low = high = 0.0
    for level, step in sorted(skill.growth.items()):
        path = ("growth", str(level))
        yield from _source(document, (*path, "source"), step.source, laid)
        if step.hours.min < low or step.hours.max < high:
            # The order of a plan rests on it: docs/scoring.md.
            message = "takes fewer hours than the level below"
            yield document.problem((*path, "hours"), message, hint=f"Use at least {low:g} to {high:g} hours.")
        low, high = step.hours.min, step.hours.max


def _aliases(packs: Sequence[Pack], laid: Overlay) -> Iterator[Problem]:
    """Yield names that two skills claim. An id has the better claim than a name, and a name than an alias."""
    ids: list[_Claim] = []
    names: list[_Claim] = []
    aliases: list[_Claim] = []
    for pack in packs:
        for document, skill in pack.each(formats.SkillFile):
            if laid.skills[skill.id] is skill:
                ids.append((document, ("id",), skill.id, skill))
                names.append((document, ("name",), skill.name, skill))
                aliases.extend(
                    (document, ("aliases", index), alias, skill) for index, alias in enumerate(skill.aliases)
                )
    owner: dict[str, str] = {}
    for document, path, name, skill in (*ids, *names, *aliases):
        first = owner.setdefault(fold(name), skill.id)
        if first != skill.id:
            message = f"'{name}' already means the skill {first}"
            yield document.problem(path, message, hint="Leave it to one of the two.")


def _cycles(packs: Sequence[Pack], laid: Overlay) -> Iterator[Problem]:
    """Yield cycles among prerequisites, each once, by its members.

    Of cycles that share a step one is told: without the steps of those told, nothing goes round any more.
    """
    documents = {skill.id: document for pack in packs for document, skill in pack.each(formats.SkillFile)}
    needs = {name: set(skill.prerequisites) & laid.skills.keys() for name, skill in laid.skills.items()}
    while members := _cycle(needs):
        first = members.index(min(members))
        members = [*members[first:], *members[:first], members[first]]
        for name, needed in pairwise(members):
            needs[name].discard(needed)
        place = laid.skills[members[0]].prerequisites.index(members[1])
        message = f"is part of a cycle: {' -> '.join(members)}"
        hint = "Remove one of these prerequisites."
        yield documents[members[0]].problem(("prerequisites", place), message, hint=hint)


def _cycle(needs: Mapping[str, set[str]]) -> list[str]:
    """Return the members of one cycle, each before the one it needs; empty where there is none."""
    try:
        TopologicalSorter({name: sorted(needed) for name, needed in needs.items()}).prepare()
    except CycleError as error:
        members: list[str] = error.args[1][1:]
        return members[::-1]  # graphlib names what is needed first
    return []


class _Ladder:
    """The checks of one ladder."""

    def __init__(self, document: Document, ladder: formats.LadderFile, laid: Overlay) -> None:
        self.document = document
        self.ladder = ladder
        self.laid = laid
        self.found: list[Problem] = []

    def problems(self, *, prerequisites: bool) -> list[Problem]:
        """Return everything wrong with the ladder; prerequisites only where all else is right."""
        if not self.ladder.tiers:
            self.report(("tiers",), "is empty", "A ladder has at least one tier.")
            return self.found
        self._tiers()
        self._goals()
        self._titles()
        self._rises()
        self._leading()
        if prerequisites and not self.found:
            self._prerequisites()
        return self.found

    def report(self, path: KeyPath, message: str, hint: str = "") -> None:
        self.found.append(self.document.problem(path, message, hint=hint))

    def _tiers(self) -> None:
        seen: set[str] = set()
        for index, tier in enumerate(self.ladder.tiers):
            path: KeyPath = ("tiers", index)
            if tier.id in seen:
                self.report((*path, "id"), f"the tier '{tier.id}' is there twice", "Give each its own id.")
            seen.add(tier.id)
            if tier.role not in self.laid.roles and f"roles/{tier.role}" not in self.laid.unusable:
                self.report((*path, "role"), *_unknown("role", tier.role, self.laid.roles))
            for clock, years in (
                ("support_years", tier.support_years),
                ("leading_years", tier.leading_years),
            ):
                if years:
                    self.found.extend(
                        _source(self.document, (*path, clock, "source"), years.source, self.laid)
                    )
            named: set[str] = set()
            for place, requirement in enumerate(tier.requirements):
                here = (*path, "requirements", place)
                self.found.extend(_source(self.document, (*here, "source"), requirement.source, self.laid))
                known = requirement.skill in self.laid.skills
                if not known and f"skills/{requirement.skill}" not in self.laid.unusable:
                    self.report((*here, "skill"), *_unknown("skill", requirement.skill, self.laid.skills))
                if requirement.skill in named:
                    message = f"'{requirement.skill}' is required twice by this tier"
                    self.report((*here, "skill"), message, "Keep one of the two.")
                named.add(requirement.skill)
        if not self.ladder.tiers[0].requirements:
            self.report(
                ("tiers", 0, "requirements"), "is empty", "The first tier asks for at least one skill."
            )

    def _goals(self) -> None:
        tiers = {tier.id: tier for tier in self.ladder.tiers}
        for index, goal in enumerate(self.ladder.goals):
            if goal not in tiers:
                self.report(("goals", index), *_unknown("tier", goal, tiers))
            elif goal in self.ladder.goals[:index]:
                self.report(("goals", index), f"the goal '{goal}' is there twice", "Keep one of the two.")
        top = self.ladder.tiers[-1].id
        if not self.found and top not in self.ladder.goals:
            # Whoever is past the other goals would have nothing to plan for.
            self.report(("goals",), f"leaves out the highest tier, '{top}'", f"Add {top} as the last goal.")

    def _titles(self) -> None:
        """Report names that two tiers claim: such a name would mean neither."""
        short = {key.casefold(): value.casefold() for key, value in self.ladder.abbreviations.items()}
        own: list[tuple[KeyPath, str, str]] = []
        also: list[tuple[KeyPath, str, str]] = []
        for index, tier in enumerate(self.ladder.tiers):
            own.extend(
                (("tiers", index, key), getattr(tier, key), tier.id) for key in ("id", "title", "short")
            )
            also.extend(
                (("tiers", index, "titles", place), name, tier.id) for place, name in enumerate(tier.titles)
            )
        owner: dict[str, str] = {}
        for path, name, tier_id in (*own, *also):
            first = owner.setdefault(normal_title(name, short), tier_id)
            if first != tier_id:
                self.report(path, f"'{name}' already names the tier {first}", "Leave it to one of the two.")
        full = {
            normal_title(name, short) for tier in self.ladder.tiers for name in (tier.title, *tier.titles)
        }
        for index, entry in enumerate(self.ladder.look_alikes):
            for place, name in enumerate(entry.titles):
                if normal_title(name, short) in full:
                    message = f"'{name}' also names the tier {owner[normal_title(name, short)]}"
                    self.report(("look_alikes", index, "titles", place), message, "Choose one.")

    def _rises(self) -> None:
        """Nothing may sink on the way up: placement walks up and relies on it."""
        latest: dict[str, tuple[formats.RequirementEntry, str]] = {}
        for index, tier in enumerate(self.ladder.tiers):
            for place, entry in enumerate(tier.requirements):
                path = ("tiers", index, "requirements", place)
                below, where = latest.get(entry.skill, (entry, ""))
                if where == tier.id:
                    continue  # twice in one tier, which is told already
                if entry.level < below.level:
                    message = f"lowers {entry.skill} to {entry.level}, which {where} asks at {below.level}"
                    self.report((*path, "level"), message, f"Ask for {below.level} or more.")
                if below.must and not entry.must:
                    message = f"drops the must on {entry.skill} that {where} has"
                    self.report((*path, "must"), message, "Write must: true.")
                latest[entry.skill] = (entry, tier.id)

    def _leading(self) -> None:
        """Leading years can only be earned in a seat that leads, so none may be asked before there is one."""
        for index, tier in enumerate(self.ladder.tiers):
            if tier.leading_years and tier.leading_years.min > 0:
                message = "asks for leading years that no tier below gives"
                hint = "Mark a lower tier with leads_people: true, or ask for support_years."
                self.report(("tiers", index, "leading_years"), message, hint)
            if tier.leads_people:
                return

    def _prerequisites(self) -> None:
        """Report a skill that is asked without what it rests on as a gate, at most one level behind.

        Plans rest on it: prerequisites then always come first, and no date moves back: docs/scoring.md.
        """
        declared = [
            tuple(Requirement(r.skill, r.level, r.weight, r.must, r.source) for r in tier.requirements)
            for tier in self.ladder.tiers
        ]
        reported: set[tuple[str, str]] = set()
        for index, demands in enumerate(carry(declared)):
            by_skill = {demand.skill: demand for demand in demands}
            for demand in demands:
                for name in self.laid.skills[demand.skill].prerequisites:
                    base = by_skill.get(name)
                    if name not in self.laid.skills:
                        continue  # told where the skill is
                    if (demand.skill, name) in reported or self._carries(base, demand):
                        continue
                    reported.add((demand.skill, name))
                    level = max(demand.level - 1, 1)
                    message = (
                        f"asks {demand.skill} at {demand.level} without its prerequisite {name} as a must"
                    )
                    hint = f"Add {name} here with level {level} or more and must: true."
                    self.report(("tiers", index, "requirements"), message, hint)

    @staticmethod
    def _carries(base: Demand | None, demand: Demand) -> bool:
        return base is not None and base.must and base.level >= demand.level - 1
