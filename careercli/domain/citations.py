"""What rests on which source: every reference in what is computed with and what is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

import msgspec

from careercli.domain import growth, guide, model
from careercli.domain.interview_questions import InterviewQuestion
from careercli.domain.library import Certificate, Library, Tool
from careercli.domain.requirements import Clock, Gate, Requirement
from careercli.domain.work import Transfer, Work

Area = Literal[
    "ladder", "skill", "guide", "tool", "certificate", "occupation", "interview", "work", "transfer"
]
"""Where a fact stands."""

FACTS: dict[type[msgspec.Struct], str] = {
    Clock: "year_ranges",
    Requirement: "requirements",
    Gate: "must_haves",
    model.Skill: "skills",
    growth.GrowthStep: "growth_steps",
    guide.Section: "sections",
    guide.Figure: "figures",
    guide.Elsewhere: "comparisons",
    guide.RelatedRole: "related_roles",
    guide.Question: "answers",
    Tool: "tools",
    Certificate: "certificates",
    guide.Wages: "wage_surveys",
    guide.YearBefore: "wage_surveys",
    guide.Projection: "projections",
    InterviewQuestion: "interview_questions",
    Work: "occupation_profiles",
    Transfer: "transfers",
}
"""What facts that name a source are called when they are counted, by their type."""


GENERAL = "general"
"""Where interview questions stand that are about no skill."""

_NAMES = frozenset({"source", "sources", "floor_sources", "usual_source"})
"""The fields that name sources."""


class Citation(NamedTuple):
    """One reference to a source.

    Attributes:
        source, anchor: the source's id, and the section of it after ``#``.
        fact: what rests on it, one of the values of ``FACTS``.
        area, owner, part: where: the ladder and its tier, the skill, the role and the section of its guide,
            the tool or certificate by name, the occupation by code, the skill of an interview question
            (``GENERAL`` for one about none), the line of work by its id.

    """

    source: str
    anchor: str | None
    fact: str
    area: Area
    owner: str
    part: str | None = None


class CitingPlace(NamedTuple):
    """All that rests on one source in one place: how many facts of each kind, on which sections of it."""

    area: Area
    owner: str
    part: str | None
    facts: dict[str, int]
    anchors: tuple[str, ...]


def citations(catalog: model.Catalog, library: Library) -> Iterator[Citation]:
    """Yield every reference to a source: of ladders, skills, guides, and the facts beside them."""
    for ladder in catalog.ladders:
        for tier in ladder.tiers:
            yield from _cited(tier, "ladder", ladder.id, tier.id)
    for skill in catalog.skills:
        yield from _cited(skill, "skill", skill.id)
    for entry in library.guides:
        for name, section in entry.sections.items():
            yield from _cited(section, "guide", entry.role, name)
    for tool in library.tools:
        yield from _cited(tool, "tool", tool.name)
    for certificate in library.certificates:
        yield from _cited(certificate, "certificate", certificate.name)
    for occupation in library.occupations:
        yield from _cited(occupation, "occupation", occupation.code)
    for question in sorted(library.interviews, key=lambda question: question.skill or ""):
        yield from _cited(question, "interview", question.skill or GENERAL)
    for work in library.works:
        yield from _cited(work, "work", work.code)
    for transfer in library.transfers:
        yield from _cited(transfer, "transfer", transfer.id)


def _cited(value: object, area: Area, owner: str, part: str | None = None) -> Iterator[Citation]:
    """Yield what a value and everything in it names as its sources."""
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            held = getattr(value, name)
            if name in _NAMES:
                for reference in (held,) if isinstance(held, str) and held else held or ():
                    source, _, anchor = reference.partition("#")
                    yield Citation(source, anchor or None, FACTS[type(value)], area, owner, part)
            else:
                yield from _cited(held, area, owner, part)
    elif isinstance(value, tuple):
        for item in value:
            yield from _cited(item, area, owner, part)


def facts_by_source(catalog: model.Catalog, library: Library) -> dict[str, dict[str, int]]:
    """Return how many facts of each kind cite each source, in the order in which the sources are listed."""
    counts = {source.id: Counter[str]() for source in catalog.sources}
    for citation in citations(catalog, library):
        counts[citation.source][citation.fact] += 1
    return {source: dict(facts) for source, facts in counts.items()}


def places_of(source: str, catalog: model.Catalog, library: Library) -> tuple[CitingPlace, ...]:
    """Return where a source is cited, each place once."""
    found: dict[tuple[Area, str, str | None], list[Citation]] = {}
    for citation in citations(catalog, library):
        if citation.source == source:
            found.setdefault((citation.area, citation.owner, citation.part), []).append(citation)
    return tuple(
        CitingPlace(
            *place,
            dict(Counter(citation.fact for citation in cited)),
            tuple(dict.fromkeys(citation.anchor for citation in cited if citation.anchor)),
        )
        for place, cited in found.items()
    )
