"""What must hold between the files of a pack, and why it must."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from careercli.catalog import formats
from careercli.catalog.compiler import Overlay
from careercli.catalog.guides import guide_problems
from careercli.catalog.packs import Pack
from careercli.catalog.references import unknown, unknown_references
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
    cycles = _cycles(laid)
    problems: list[Problem] = list(_cycle_problems(packs, laid, cycles))
    for pack in packs:
        for document, skill in pack.each(formats.SkillFile):
            problems.extend(_skill(document, skill))
        for document, ladder in pack.each(formats.LadderFile):
            checks = _Ladder(document, ladder, laid)
            problems.extend(checks.problems())
            # What was laid over is in use no more; its own pack was checked with it.
            if laid.ladders[ladder.id] is ladder and f"ladders/{ladder.id}" not in laid.unusable:
                problems.extend(checks.without_prerequisites(cycles))
        problems.extend(_twice(pack))
    problems.extend(unknown_references(packs, laid))
    problems.extend(guide_problems(packs, laid))
    problems.extend(_no_ladder(packs, laid))
    problems.extend(_aliases(packs, laid))
    return problems


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


def _cycle_problems(
    packs: Sequence[Pack], laid: Overlay, cycles: Sequence[Sequence[str]]
) -> Iterator[Problem]:
    """Yield each cycle at the step where it begins."""
    documents = {skill.id: document for pack in packs for document, skill in pack.each(formats.SkillFile)}
    for members in cycles:
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
        self.doubtful: set[str] = set()
        """Skills that something else is told of already: what rests on them is not told on top."""

    def problems(self) -> list[Problem]:
        """Return everything wrong with the ladder by itself."""
        if not self.ladder.tiers:
            self.report(("tiers",), "is empty", "A ladder has at least one tier.")
            return self.found
        self._tiers()
        self._goals()
        self._titles()
        self._rises()
        self._leading()
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
        for index, goal in enumerate(self.ladder.goals):
            if goal not in tiers:
                self.report(("goals", index), *unknown("tier", goal, tiers))
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

    def without_prerequisites(self, cycles: Iterable[Sequence[str]]) -> Iterator[Problem]:
        """Yield skills that are asked without what they rest on as a gate, at most one level behind.

        Plans rest on it: prerequisites then always come first, and no date moves back: docs/scoring.md. What
        follows from a fault that is told elsewhere, such as a step of a cycle, is left out.
        """
        declared = [
            tuple(Requirement(r.skill, r.level, r.weight, r.must, r.source) for r in tier.requirements)
            for tier in self.ladder.tiers
        ]
        settled = {step for cycle in cycles for step in pairwise(cycle)}
        doubtful = self.doubtful | self._meant()
        for index, demands in enumerate(carry(declared)):
            by_skill = {demand.skill: demand for demand in demands}
            for demand in demands:
                for name in self._rests_on(demand.skill):
                    step = (demand.skill, name)
                    if step in settled or doubtful.intersection(step):
                        continue
                    if self._carries(by_skill.get(name), demand):
                        continue
                    settled.add(step)
                    level = max(demand.level - 1, 1)
                    message = (
                        f"asks {demand.skill} at {demand.level} without its prerequisite {name} as a must"
                    )
                    hint = f"Add {name} here with level {level} or more and must: true."
                    yield self.document.problem(("tiers", index, "requirements"), message, hint=hint)

    def _rests_on(self, skill: str) -> list[str]:
        """Return the prerequisites of a skill, as far as they are known."""
        file = None if f"skills/{skill}" in self.laid.unusable else self.laid.skills.get(skill)
        return [name for name in file.prerequisites if name in self.laid.skills] if file else []

    def _meant(self) -> set[str]:
        """Return the skills that slips in this ladder's requirements probably mean."""
        named = {entry.skill for tier in self.ladder.tiers for entry in tier.requirements}
        return {nearest(name, self.laid.skills) or name for name in named - self.laid.skills.keys()}

    @staticmethod
    def _carries(base: Demand | None, demand: Demand) -> bool:
        return base is not None and base.must and base.level >= demand.level - 1
