"""Sources as documents: what ``data sources --json`` prints."""

from typing import Annotated, Literal

from careercli.documents.projection import DocumentPart, From, Printed, project
from careercli.domain.citations import Area, facts_by_source, places_of
from careercli.domain.library import Library
from careercli.domain.model import Catalog, Source


class SourceFacts(DocumentPart):
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


class SourcesDocument(Printed, tag="careercli/sources-list@1"):
    """What ``data sources --json`` prints."""

    sources: tuple[SourceFacts, ...]


class PlaceEntry(DocumentPart):
    """A place that cites a source; ``sections`` are those of the source that it names.

    ``owner`` is the ladder, skill or role by id, the tool or certificate by name, the occupation by code, the
    skill of interview questions by id (``general`` for those about none);
    ``part`` the tier of the ladder or the section of the guide, else null.
    """

    area: Area
    owner: str
    part: str | None
    facts: dict[str, int]
    sections: Annotated[tuple[str, ...], From("anchors")]


class SourceDocument(SourceFacts):
    """What ``data sources ID --json`` prints."""

    schema: Literal["careercli/source-details@2"]
    cited_by: tuple[PlaceEntry, ...]


def sources_document(catalog: Catalog, library: Library) -> SourcesDocument:
    """Return all sources as a document."""
    facts = facts_by_source(catalog, library)
    return SourcesDocument(
        tuple(
            project(SourceFacts, source, facts=facts[source.id], cited=sum(facts[source.id].values()))
            for source in catalog.sources
        )
    )


def source_document(source: Source, catalog: Catalog, library: Library) -> SourceDocument:
    """Return one source with everything that cites it as a document."""
    facts = facts_by_source(catalog, library)[source.id]
    return project(
        SourceDocument,
        source,
        schema="careercli/source-details@2",
        facts=facts,
        cited=sum(facts.values()),
        cited_by=places_of(source.id, catalog, library),
    )
