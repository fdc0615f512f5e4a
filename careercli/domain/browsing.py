"""What belongs together when one browses: who needs a skill, what rests on it, which tools it takes."""

from __future__ import annotations

import msgspec

from careercli.domain.guide import Library, Tool
from careercli.domain.model import Catalog, Demand, Ladder, Skill, Tier
from careercli.domain.names import fold


class Need(msgspec.Struct, frozen=True):
    """From which tier of a ladder on a skill is asked so; it holds until another need takes its place."""

    ladder: Ladder
    tier: Tier
    demand: Demand


def needs_of(catalog: Catalog, skill: str) -> tuple[Need, ...]:
    """Return where tiers begin to ask for a skill, or to ask more of it; the ladder in use first."""
    ladders = sorted(catalog.ladders, key=lambda ladder: ladder.id != catalog.in_use)
    return tuple(need for ladder in ladders for need in _needs(ladder, skill))


def _needs(ladder: Ladder, skill: str) -> list[Need]:
    needs: list[Need] = []
    for tier in ladder.tiers:
        demand = next((each for each in tier.demands if each.skill == skill), None)
        before = needs[-1].demand if needs else None
        if demand and (before is None or (demand.level, demand.must) != (before.level, before.must)):
            needs.append(Need(ladder, tier, demand))
    return needs


def dependents(catalog: Catalog, skill: str) -> tuple[str, ...]:
    """Return the ids of the skills that rest on a skill directly."""
    return tuple(each.id for each in catalog.skills if skill in each.prerequisites)


def tools_of(library: Library, skill: Skill) -> tuple[str, ...]:
    """Return the names of the tools that a skill is done with: those it names, then others that name it."""
    own = [library.tool_names.get(fold(name), name) for name in skill.tools]
    return tuple(dict.fromkeys([*own, *(tool.name for tool in library.tools if skill.id in tool.skills)]))


def skills_with(catalog: Catalog, library: Library, tool: Tool) -> tuple[Skill, ...]:
    """Return the skills that are done with a tool."""
    return tuple(skill for skill in catalog.skills if tool.name in tools_of(library, skill))
