from __future__ import annotations

from collections.abc import Iterator

import msgspec

from careercli.domain import guide, interview_questions, library, model, work
from careercli.domain.citations import FACTS, citations, facts_by_source, places_of
from careercli.domain.guide import (
    CaseStudy,
    Elsewhere,
    Figure,
    Guide,
    Occupation,
    RelatedRole,
    Section,
    TierPortrait,
    Wages,
)
from careercli.domain.library import Library, Tool
from careercli.domain.model import Catalog, Source
from tests.domain.builders import Rung, asks, catalog_of, ladder, skill


def source(name: str) -> Source:
    """Return a source that says nothing."""
    return Source(name, name, "Us", "2026", "MIT", "A note.", {})


def figure(reference: str) -> Figure:
    """Return a figure."""
    return Figure(label="Pay", source=reference, kind="claimed", words="High")


CATALOG = msgspec.structs.replace(
    catalog_of(ladder(Rung((asks("talk", 1),)), Rung((asks("talk", 2), asks("lead", 1)))), [skill("talk")]),
    sources=(source("source"), source("book"), source("unread")),
)
"""Two tiers, and two skills with four growth steps each, all from ``source``."""

LIBRARY = Library(
    certificates=(),
    guides=(
        Guide(
            "role",
            {
                "pay": Section(
                    lead="Pay.",
                    sources=("book#one", "source"),
                    figures=(figure("book#two"), figure("book")),
                    cases=(CaseStudy(title="One", story=(), takeaway="x", figures=(figure("book#one"),)),),
                    tiers=(
                        TierPortrait(
                            tier="t1",
                            text="x",
                            duties=(),
                            elsewhere=(Elsewhere(title="x", asks="x", source="book"),),
                        ),
                    ),
                    related=(
                        RelatedRole(
                            title="x", text="x", carries_over=(), missing=(), sources=("book", "book#one")
                        ),
                    ),
                )
            },
        ),
    ),
    tools=(
        Tool(name="Pen", what="Writes", skills=(), sources=("book",)),
        Tool(name="Ink", what="x", skills=()),
    ),
    occupations=(
        Occupation(
            code="43-4051", title="x", wages=Wages(p10=1, p25=2, median=3, p75=4, p90=None, source="book")
        ),
    ),
)


_NAMES = {"source", "sources", "floor_sources", "usual_source"}


def _naming(module: object) -> Iterator[type[msgspec.Struct]]:
    """Yield the types of a module whose values name a source."""
    for item in vars(module).values():
        if isinstance(item, type) and issubclass(item, msgspec.Struct):
            yield from [item] if _NAMES & set(item.__struct_fields__) else []


def test_every_fact_that_names_a_source_has_a_word() -> None:
    """No type whose values name a source is forgotten."""
    modules = (model, guide, library, interview_questions, work)
    assert {kind for module in modules for kind in _naming(module)} - {Catalog} == set(FACTS)


def test_facts_are_counted_by_source_and_kind() -> None:
    """Each reference counts once, however deep it stands; a source that nothing cites is there too."""
    assert facts_by_source(CATALOG, LIBRARY) == {
        "source": {"requirements": 3, "growth_steps": 8, "sections": 1},
        "book": {
            "sections": 1,
            "figures": 3,
            "comparisons": 1,
            "related_roles": 2,
            "tools": 1,
            "wage_surveys": 1,
        },
        "unread": {},
    }


def test_places_hold_what_stands_there() -> None:
    """Places are those that cite the source, each once, with the sections of the source that they name."""
    assert [tuple(place) for place in places_of("book", CATALOG, LIBRARY)] == [
        (
            "guide",
            "role",
            "pay",
            {"sections": 1, "figures": 3, "comparisons": 1, "related_roles": 2},
            ("one", "two"),
        ),
        ("tool", "Pen", None, {"tools": 1}, ()),
        ("occupation", "43-4051", None, {"wage_surveys": 1}, ()),
    ]
    assert [place[:4] for place in places_of("source", CATALOG, LIBRARY)] == [
        ("ladder", "ladder", "t1", {"requirements": 1}),
        ("ladder", "ladder", "t2", {"requirements": 2}),
        ("skill", "talk", None, {"growth_steps": 4}),
        ("skill", "lead", None, {"growth_steps": 4}),
        ("guide", "role", "pay", {"sections": 1}),
    ]
    assert places_of("unread", CATALOG, LIBRARY) == ()


def test_counts_and_places_agree() -> None:
    """What the places hold together is what is counted, and what is cited in all."""
    together = sum(
        sum(place.facts.values())
        for name in ("source", "book")
        for place in places_of(name, CATALOG, LIBRARY)
    )
    assert together == len(list(citations(CATALOG, LIBRARY)))
