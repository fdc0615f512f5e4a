"""Sources as documents: what ``data sources --json`` prints."""

from __future__ import annotations

from typing import Literal

import msgspec

from careercli.domain.citations import Area, facts_by_source, places_of
from careercli.domain.guide import Library
from careercli.domain.model import Catalog, Source


class SourceEntry(msgspec.Struct, frozen=True):
    """One source; ``facts`` counts what cites it by kind."""

    id: str
    title: str
    publisher: str
    date: str
    terms: str
    note: str
    sections: dict[str, str]
    cited: int
    facts: dict[str, int]


class SourcesDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``data sources --json`` prints."""

    schema: Literal["careercli/sources-list@1"] = "careercli/sources-list@1"
    sources: tuple[SourceEntry, ...]


class PlaceEntry(msgspec.Struct, frozen=True):
    """A place that cites a source; ``sections`` are those of the source that it names.

    ``owner`` is the ladder, skill or role by id, the tool or certificate by name, the occupation by code;
    ``part`` the tier of the ladder or the section of the guide, else null.
    """

    area: Area
    owner: str
    part: str | None
    facts: dict[str, int]
    sections: tuple[str, ...]


class SourceDocument(SourceEntry, frozen=True, kw_only=True):
    """What ``data sources ID --json`` prints."""

    schema: Literal["careercli/source-details@1"] = "careercli/source-details@1"
    cited_by: tuple[PlaceEntry, ...]


def sources_document(catalog: Catalog, library: Library) -> SourcesDocument:
    """Return all sources as a document."""
    facts = facts_by_source(catalog, library)
    return SourcesDocument(
        sources=tuple(SourceEntry(*_source(source, facts[source.id])) for source in catalog.sources)
    )


def source_document(source: Source, catalog: Catalog, library: Library) -> SourceDocument:
    """Return one source with everything that cites it as a document."""
    facts = facts_by_source(catalog, library)[source.id]
    places = places_of(source.id, catalog, library)
    return SourceDocument(*_source(source, facts), cited_by=tuple(PlaceEntry(*place) for place in places))


def _source(
    source: Source, facts: dict[str, int]
) -> tuple[str, str, str, str, str, str, dict[str, str], int, dict[str, int]]:
    return (
        source.id,
        source.title,
        source.publisher,
        source.date,
        source.terms,
        source.note,
        source.sections,
        sum(facts.values()),
        facts,
    )
