"""What must hold between the files of a pack, and why it must."""

from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import get_args

from careercli.catalog import formats
from careercli.catalog.claims import claim_problems
from careercli.catalog.compiler import Overlay, skill_of
from careercli.catalog.guides import guide_problems
from careercli.catalog.interviews import interview_problems
from careercli.catalog.ladders import LadderChecks
from careercli.catalog.packs import Pack
from careercli.catalog.references import unknown_references
from careercli.domain.growth import Seat
from careercli.domain.names import fold
from careercli.errors import Problem
from careercli.formats.document import Document, KeyPath

LEVELS = (1, 2, 3, 4)


def cross_check(packs: Sequence[Pack], laid: Overlay) -> list[Problem]:
    """Return everything wrong between the files of packs laid over one another.

    Each pack is held to what it says itself and to what lies below it, as that was when the pack came. What
    it breaks there is told where it says so: whoever wrote it cannot edit the files below.
    """
    problems: list[Problem] = []
    for pack, layer in zip(packs, laid.layers, strict=True):
        problems.extend(_cycle_problems(pack, layer, _cycles(layer)))
        for document, skill in pack.each(formats.SkillFile):
            problems.extend(_skill(document, skill))
        for document, ladder in pack.each(formats.LadderFile):
            problems.extend(LadderChecks(document, ladder, layer).problems())
        problems.extend(_twice(pack))
        problems.extend(unknown_references(pack, layer))
        problems.extend(guide_problems(pack, layer))
        problems.extend(claim_problems(pack, layer))
        problems.extend(interview_problems(pack, layer, {problem.file for problem in problems}))
    problems.extend(_no_ladder(packs, laid))
    return problems


def _twice(pack: Pack) -> Iterator[Problem]:
    """Yield entries of a list that are called like one before them."""
    seen: set[tuple[str, str]] = set()
    for kind, key, value, document, path in pack.held():
        if kind == "section":
            continue  # of which the guides are told
        if path and (kind, fold(key)) in seen:
            inside = next(name for name in value.__struct_fields__ if getattr(value, name) == key)
            message = f"the {kind} '{key}' is there twice"
            yield document.problem((*path, inside), message, "Keep one of the two.")
        seen.add((kind, fold(key)))


def _no_ladder(packs: Sequence[Pack], laid: Overlay) -> Iterator[Problem]:
    """Yield a problem where there is nothing to place anybody on."""
    if not laid.ladders and not laid.lacks_file("ladders/"):
        for document, _ in packs[-1].each(formats.PackFile):
            yield document.problem((), "has no ladder, and no pack below it has one", "Add ladders/ID.yaml.")


def _skill(document: Document, skill: formats.SkillFile) -> Iterator[Problem]:
    for key, entries in (("levels", skill.levels), ("growth", skill.growth)):
        for level in LEVELS:
            if level not in entries:
                yield document.problem((key,), f"has nothing for level {level}", "Write levels 1 to 4.")
    yield from _sinking_hours(document, skill)


def _sinking_hours(document: Document, skill: formats.SkillFile) -> Iterator[Problem]:
    """Yield each step that takes somebody less than the one below it: the order of a plan rests on that.

    It is told once, where the hours stand that are too few, though several seats may read them.
    """
    told: set[KeyPath] = set()
    for seat in (None, *get_args(Seat)):
        low = high = 0.0
        for step in skill_of(skill).growth:
            hours = step.hours if seat is None else step.for_seat(seat).hours
            path: KeyPath = ("growth", str(step.to), "hours")
            if hours is not step.hours:
                own = "lead" if seat is None or seat not in step.variants else seat
                path = ("growth", str(step.to), "in_seats", own, "hours")
            if (hours.min < low or hours.max < high) and path not in told:
                told.add(path)
                message = "takes fewer hours than the level below"
                for_whom = f" for the seat '{seat}'" if seat else ""
                hint = f"Use at least {low:g} to {high:g} hours{for_whom}."
                yield document.problem(path, message, hint)
            low, high = hours.min, hours.max


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
            yield documents[step[0]].problem(("prerequisites", place), message, hint)


def _cycle(needs: Mapping[str, set[str]]) -> list[str]:
    """Return the members of one cycle, each before the one it needs; empty where there is none."""
    try:
        TopologicalSorter({name: sorted(needed) for name, needed in needs.items()}).prepare()
    except CycleError as error:
        members: list[str] = error.args[1][1:]
        return members[::-1]  # graphlib names what is needed first
    return []
