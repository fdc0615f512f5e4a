"""A pack of any size that passes every check: so many skills on so many tiers, with gates and chains.

Each tier brings its share of the skills and raises those of tiers below, so a skill is asked up to four
times. Every fourth skill can be a gate and rests on one that came a tier earlier: the longest chain is as
long as the ladder. In that shape, what grows faster than a pack would show.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_RAISED_AFTER = (0, 5, 12, 25)
"""How many tiers after its first a skill is asked at level 1, 2, 3 and 4."""

_GATE_EVERY = 4

_GATES = 6
"""How many gates a tier has: of the skills of which every fourth can be one, the last to come."""

_HEAD = """schema: careercli/pack@1
id: large
title: A large pack
version: 2026.11.1
groups: [{id: all, name: All of them}]
"""

_SOURCES = """schema: careercli/sources@1
sources:
  - {id: made-up, title: Made up, publisher: Nobody, date: '2026-11', terms: Free, note: For measuring.}
"""

_ROLE = "customer-support-specialist"
"""The role of every tier: one of the built-in pack, over which this one is laid."""


def write_pack(folder: Path, skills: int, tiers: int) -> Path:
    """Write the pack into a folder that is not there yet, and return it."""
    for name in ("skills", "ladders"):
        (folder / name).mkdir(parents=True)
    (folder / "pack.yaml").write_text(_HEAD)
    (folder / "sources.yaml").write_text(_SOURCES)
    (folder / "ladders" / "large.yaml").write_text("\n".join(_ladder(skills, tiers)) + "\n")
    for number in range(skills):
        (folder / "skills" / f"{_skill(number)}.yaml").write_text(
            "\n".join(_file(number, skills, tiers)) + "\n"
        )
    return folder


def _skill(number: int) -> str:
    return f"skill-{number}"


def _first_tier(number: int, skills: int, tiers: int) -> int:
    """Return the index of the tier that brings a skill."""
    return number * tiers // skills


def _file(number: int, skills: int, tiers: int) -> Iterator[str]:
    yield "schema: careercli/skill@1"
    yield f"id: {_skill(number)}"
    yield f"name: Skill number {number}"
    yield "group: all"
    yield "kind: technical"
    yield f"summary: What people do who can do number {number}."
    yield f"aliases: [Number {number}, The skill called {number}]"
    before = number - _GATE_EVERY * max(skills // tiers // _GATE_EVERY, 1)
    if number % _GATE_EVERY == 0 and before >= 0:
        yield f"prerequisites: [{_skill(before)}]"
    yield "sources: [made-up]"
    yield "levels:"
    yield from (
        f"  {level}: I do number {number} as somebody of level {level} does it." for level in range(1, 5)
    )
    yield "growth:"
    for level in range(1, 5):
        yield f"  {level}:"
        yield f"    title: Get number {number} to level {level}"
        yield f"    action: Do number {number} every day for a week, and write down what came of it."
        yield "    kind: practice"
        yield f"    hours: {{min: {2 * level}, max: {5 * level}}}"
        yield f"    proof: Notes of a week of number {number}"
        yield "    source: made-up"


def _ladder(skills: int, tiers: int) -> Iterator[str]:
    yield "schema: careercli/ladder@2"
    yield "id: large"
    yield "title: Large"
    yield f"goals: [tier-{tiers}]"
    yield "tiers:"
    firsts = [_first_tier(number, skills, tiers) for number in range(skills)]
    for index in range(tiers):
        yield f"  - id: tier-{index + 1}"
        yield f"    title: Title of tier {index + 1}"
        yield f"    short: Tier {index + 1}"
        yield f"    role: {_ROLE}"
        yield f"    summary: Whoever stands on tier {index + 1}."
        yield "    seat: agent"
        yield "    support_years:"
        yield f"      floor: {{years: {index / 4}, sources: [made-up]}}"
        yield f"      usual: {{min: {index / 2}, source: made-up}}"
        yield "    requirements:"
        for number, first in enumerate(firsts):
            if index - first in _RAISED_AFTER:
                level = _RAISED_AFTER.index(index - first) + 1
                asks = f"skill: {_skill(number)}, level: {level}, weight: 2, source: made-up"
                yield f"      - {{{asks}}}"
        yield "    gates:"
        shown = [number for number in range(0, skills, _GATE_EVERY) if firsts[number] <= index]
        for number in shown[-_GATES:]:
            yield f"      - {{skills: [{_skill(number)}], levels: [1], source: made-up}}"
