"""What must hold between the files of a pack, and why it must."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import NamedTuple

from careercli.catalog import formats
from careercli.catalog.claims import claim_problems
from careercli.catalog.compiler import Overlay
from careercli.catalog.guides import guide_problems
from careercli.catalog.packs import Pack
from careercli.catalog.references import MOST_SLIPS, unknown, unknown_references
from careercli.documents.document import Document, KeyPath
from careercli.domain.ladder import carry
from careercli.domain.model import Demand, Requirement
from careercli.domain.names import fold, nearest, normal_title
from careercli.errors import Problem

LEVELS = (1, 2, 3, 4)


def cross_check(packs: Sequence[Pack], laid: Overlay) -> list[Problem]:
    """Return everything wrong between the files of packs laid over one another.

    Each pack is held to what it says itself and to what lies below it, as that was when the pack came. What
    it breaks there is told where it says so: whoever wrote it cannot edit the files below.
    """
    problems: list[Problem] = []
    for pack, layer in zip(packs, laid.layers, strict=True):
        cycles = _cycles(layer)
        problems.extend(_cycle_problems(pack, layer, cycles))
        for document, skill in pack.each(formats.SkillFile):
            problems.extend(_skill(document, skill))
        for document, ladder in pack.each(formats.LadderFile):
            problems.extend(_Ladder(document, ladder, layer).problems(cycles))
        problems.extend(_broken_below(pack, layer, cycles))
        problems.extend(_twice(pack))
        problems.extend(unknown_references(pack, layer))
        problems.extend(guide_problems(pack, layer))
        problems.extend(claim_problems(pack, layer))
    problems.extend(_no_ladder(packs, laid))
    return problems


def _twice(pack: Pack) -> Iterator[Problem]:
    """Yield entries of a list that are called like one before them."""
    lists: list[tuple[Document, str, str, str, list[str]]] = []
    for document, file in pack.each(formats.SourcesFile):
        lists.append((document, "sources", "source", "id", [entry.id for entry in file.sources]))
    for document, head in pack.each(formats.PackFile):
        lists.append((document, "groups", "group", "id", [entry.id for entry in head.groups]))
    for document, tools in pack.each(formats.ToolsFile):
        lists.append((document, "tools", "tool", "name", [entry.name for entry in tools.tools]))
    for document, held in pack.each(formats.CertificatesFile):
        names = [entry.name for entry in held.certificates]
        lists.append((document, "certificates", "certificate", "name", names))
    for document, facts in pack.each(formats.OccupationsFile):
        lists.append(
            (document, "occupations", "occupation", "code", [entry.code for entry in facts.occupations])
        )
    for document, key, kind, inside, names in lists:
        seen: set[str] = set()
        for index, name in enumerate(names):
            if fold(name) in seen:
                message = f"the {kind} '{name}' is there twice"
                yield document.problem((key, index, inside), message, hint="Keep one of the two.")
            seen.add(fold(name))


def _no_ladder(packs: Sequence[Pack], laid: Overlay) -> Iterator[Problem]:
    """Yield a problem where there is nothing to place anybody on."""
    if not laid.ladders and not any(name.startswith("ladders/") for name in laid.unusable):
        for document, _ in packs[-1].each(formats.PackFile):
            yield document.problem(
                (), "has no ladder, and no pack below it has one", hint="Add ladders/ID.yaml."
            )


def _skill(document: Document, skill: formats.SkillFile) -> Iterator[Problem]:
    for key, entries in (("levels", skill.levels), ("growth", skill.growth)):
        for level in LEVELS:
            if level not in entries:
                yield document.problem((key,), f"has nothing for level {level}", hint="Write levels 1 to 4.")
    low = high = 0.0
    for level, step in sorted(skill.growth.items()):
        path = ("growth", str(level))
        if step.hours.min < low or step.hours.max < high:
            # The order of a plan rests on it: docs/scoring.md.
            message = "takes fewer hours than the level below"
            yield document.problem((*path, "hours"), message, hint=f"Use at least {low:g} to {high:g} hours.")
        low, high = step.hours.min, step.hours.max


def _cycles(laid: Overlay) -> list[list[str]]:
    """Return the members of each cycle among prerequisites, the first again at the end.

    Of cycles that share a step one is told: without the steps of those told, nothing goes round any more.
    """
    needs = {name: set(skill.prerequisites) & laid.skills.keys() for name, skill in laid.skills.items()}
    cycles: list[list[str]] = []
    while members := _cycle(needs):
        first = members.index(min(members))
        cycles.append([*members[first:], *members[:first], members[first]])
        for name, needed in pairwise(cycles[-1]):
            needs[name].discard(needed)
    return cycles


def _cycle_problems(pack: Pack, laid: Overlay, cycles: Sequence[Sequence[str]]) -> Iterator[Problem]:
    """Yield each cycle that a skill of this pack closes, at its first step out of the pack's own skills."""
    documents = {skill.id: document for document, skill in pack.each(formats.SkillFile)}
    for members in cycles:
        step = next(((name, needed) for name, needed in pairwise(members) if name in documents), None)
        if step:
            place = laid.skills[step[0]].prerequisites.index(step[1])
            message = f"is part of a cycle: {' -> '.join(members)}"
            hint = "Remove one of these prerequisites."
            yield documents[step[0]].problem(("prerequisites", place), message, hint=hint)


def _broken_below(pack: Pack, laid: Overlay, cycles: Sequence[Sequence[str]]) -> Iterator[Problem]:
    """Yield prerequisites of this pack's skills that a ladder below it does not ask for, each once."""
    own = {ladder.id for _, ladder in pack.each(formats.LadderFile)}
    documents = {skill.id: document for document, skill in pack.each(formats.SkillFile)}
    told: set[tuple[str, str]] = set()
    for ladder in laid.ladders.values():
        if ladder.id in own or f"ladders/{ladder.id}" in laid.unusable:
            continue
        for lack in _lacks(ladder, laid, cycles, set()):
            if lack.skill not in documents or (lack.skill, lack.name) in told:
                continue
            told.add((lack.skill, lack.name))
            tier = ladder.tiers[lack.tier]
            message = (
                f"is not asked as a must at {lack.needed} or more by the tier {tier.id} of the ladder "
                f"{ladder.id}, which asks {lack.skill} at {lack.level}"
            )
            hint = f"Leave out {lack.name}, or lay over the ladder {ladder.id} too."
            place = laid.skills[lack.skill].prerequisites.index(lack.name)
            yield documents[lack.skill].problem(("prerequisites", place), message, hint=hint)


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
        self.doubtful: set[str] = set()
        """Skills that something else is told of already: what rests on them is not told on top."""

    def problems(self, cycles: Iterable[Sequence[str]]) -> list[Problem]:
        """Return everything wrong with the ladder."""
        self._tiers()
        self._goals()
        self._titles()
        self._rises()
        self._leading()
        self._prerequisites(cycles)
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
            named: set[str] = set()
            for place, requirement in enumerate(tier.requirements):
                here = (*path, "requirements", place)
                if requirement.skill in named:
                    message = f"'{requirement.skill}' is required twice by this tier"
                    self.report((*here, "skill"), message, "Keep one of the two.")
                    self.doubtful.add(requirement.skill)
                named.add(requirement.skill)
        if not self.ladder.tiers[0].requirements:
            self.report(
                ("tiers", 0, "requirements"), "is empty", "The first tier asks for at least one skill."
            )

    def _goals(self) -> None:
        tiers = {tier.id: tier for tier in self.ladder.tiers}
        seen: set[str] = set()
        for index, goal in enumerate(self.ladder.goals):
            if goal not in tiers:
                self.report(("goals", index), *unknown("tier", goal, tiers))
            elif goal in seen:
                self.report(("goals", index), f"the goal '{goal}' is there twice", "Keep one of the two.")
            seen.add(goal)
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
                    self.doubtful.add(entry.skill)
                if below.must and not entry.must:
                    message = f"drops the must on {entry.skill} that {where} has"
                    self.report((*path, "must"), message, "Write must: true.")
                    self.doubtful.add(entry.skill)
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

    def _prerequisites(self, cycles: Iterable[Sequence[str]]) -> None:
        """Report skills that are asked without what they rest on."""
        for lack in _lacks(self.ladder, self.laid, cycles, self.doubtful):
            message = f"asks {lack.skill} at {lack.level} without its prerequisite {lack.name} as a must"
            hint = f"Add {lack.name} here with level {lack.needed} or more and must: true."
            self.report(("tiers", lack.tier, "requirements"), message, hint)


class _Lack(NamedTuple):
    """A skill that a tier, by its index, asks at a level without what it rests on, which ``needed`` tells."""

    tier: int
    skill: str
    level: int
    name: str
    needed: int


def _lacks(
    ladder: formats.LadderFile, laid: Overlay, cycles: Iterable[Sequence[str]], doubtful: Set[str]
) -> Iterator[_Lack]:
    """Yield skills that are asked without what they rest on as a gate, at most one level behind.

    Plans rest on it: prerequisites then always come first, and no date moves back: docs/scoring.md. What
    follows from a fault that is told elsewhere, such as a step of a cycle, is left out.
    """
    declared = [
        tuple(Requirement(r.skill, r.level, r.weight, r.must, r.source) for r in tier.requirements)
        for tier in ladder.tiers
    ]
    settled = {step for cycle in cycles for step in pairwise(cycle)}
    untold = {*doubtful, *_meant(ladder, laid)}
    for index, demands in enumerate(carry(declared)):
        by_skill = {demand.skill: demand for demand in demands}
        for demand in demands:
            for name in _rests_on(demand.skill, laid):
                step = (demand.skill, name)
                if step in settled or untold.intersection(step) or _carries(by_skill.get(name), demand):
                    continue
                settled.add(step)
                yield _Lack(index, demand.skill, demand.level, name, max(demand.level - 1, 1))


def _rests_on(skill: str, laid: Overlay) -> list[str]:
    """Return the prerequisites of a skill, as far as they are known."""
    file = None if f"skills/{skill}" in laid.unusable else laid.skills.get(skill)
    return [name for name in file.prerequisites if name in laid.skills] if file else []


def _meant(ladder: formats.LadderFile, laid: Overlay) -> set[str]:
    """Return the skills that slips in a ladder's requirements probably mean."""
    named = {entry.skill for tier in ladder.tiers for entry in tier.requirements}
    slips = named - laid.skills.keys()
    return {nearest(name, laid.skills) or name for name in slips} if len(slips) <= MOST_SLIPS else slips


def _carries(base: Demand | None, demand: Demand) -> bool:
    return base is not None and base.must and base.level >= demand.level - 1
