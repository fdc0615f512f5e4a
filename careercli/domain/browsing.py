"""What belongs together when one browses: who needs a skill, what rests on it, which tools it takes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from careercli.domain.library import Library, Tool
from careercli.domain.model import Catalog, Ladder, Skill, Tier
from careercli.domain.names import fold
from careercli.domain.requirements import Ask, Gate
from careercli.domain.values import Value


class Need(Value):
    """From which tier of a ladder on, and until which, a skill is asked at a level.

    ``gates`` are the tiers among these that have it in one of their gates.
    """

    ladder: Ladder
    tier: Tier
    until: Tier
    ask: Ask
    gates: tuple[tuple[Tier, Gate], ...]

    @property
    def gate(self) -> bool:
        """Whether a gate of any of the tiers is about the skill."""
        return bool(self.gates)


def needs_of(catalog: Catalog, skill: str) -> tuple[Need, ...]:
    """Return where tiers begin to ask for a skill, or to ask another level; the ladder in use first."""
    return tuple(need for ladder in catalog.in_order for need in _needs(ladder, skill))


def _needs(ladder: Ladder, skill: str) -> Iterator[Need]:
    asked = [(tier, ask) for tier in ladder.tiers for ask in tier.asks if ask.skill == skill]
    for _, group in groupby(enumerate(asked), key=_run):
        together = [each for _, each in group]
        gates = tuple((tier, gate) for tier, _ in together for gate in tier.gates if skill in gate.skills)
        yield Need(ladder, together[0][0], together[-1][0], together[0][1], gates)


def _run(numbered: tuple[int, tuple[Tier, Ask]]) -> tuple[int, int]:
    """Return what tiers one above the other that ask the same level have in common."""
    index, (tier, ask) = numbered
    return ask.level, tier.rank - index


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
