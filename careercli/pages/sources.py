"""The pages of ``data sources``: where facts come from, and what rests on each source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from careercli.domain.citations import GENERAL, Area, CitingPlace, facts_by_source, places_of
from careercli.domain.library import Library
from careercli.domain.model import Catalog, Source
from careercli.domain.sections import SECTIONS
from careercli.pages.blocks import Block, Command, Fact, Gap, Item, Paragraph, Title, part
from careercli.text.phrases import count, listed

_AREAS: dict[Area, str] = {
    "ladder": "Ladders",
    "skill": "Skills",
    "guide": "Guides",
    "tool": "Tools",
    "certificate": "Certificates",
    "occupation": "Occupations",
    "interview": "Interview questions",
    "work": "What is done in occupations",
    "transfer": "Other lines of work",
}


def source_list_view(catalog: Catalog, library: Library) -> list[Block]:
    """Return every source with what to know about it and how much rests on it."""
    facts = facts_by_source(catalog, library)
    blocks: list[Block] = [Title("The sources", count(len(catalog.sources), "source"))]
    for source in catalog.sources:
        about = (
            Paragraph(f"{source.publisher}, {source.date}."),
            Paragraph(source.note),
            Paragraph(source.terms, "Terms"),
            Paragraph(_amounts(facts[source.id]), "Cited by"),
        )
        blocks += part(source.title, about, source.id)
    first = catalog.sources[0].id if catalog.sources else "ID"
    return [*blocks, Gap(), Command("All that cites one", f"careercli data sources {first}")]


def source_view(source: Source, catalog: Catalog, library: Library) -> list[Block]:
    """Return one source in full, with every place that cites it."""
    blocks: list[Block] = [
        Title(source.title, source.id),
        Fact("Publisher", source.publisher),
        Fact("Date", source.date),
        Fact("Terms", source.terms),
        Gap(),
        Paragraph(source.note),
        Gap(),
        Paragraph(_amounts(facts_by_source(catalog, library)[source.id]), "Cited by"),
    ]
    for area, places in groupby(places_of(source.id, catalog, library), key=lambda place: place.area):
        blocks += part(_AREAS[area], _places(list(places), catalog, library))
    sections = (Item(title, f"#{anchor}") for anchor, title in source.sections.items())
    return [*blocks, *part("Its sections", sections, "named after '#' in references")]


def _amounts(facts: Mapping[str, int]) -> str:
    """Return counted facts in words: ``31 requirements and 1 figure``; ``nothing``."""
    return listed([_amount(name, number) for name, number in facts.items()]) or "nothing"


def _amount(name: str, number: int) -> str:
    words = name.replace("must_", "must-").replace("_", " ")
    return count(number, words.removesuffix("s"), words)


def _places(places: Sequence[CitingPlace], catalog: Catalog, library: Library) -> Iterator[Block]:
    """Yield the places of one area, those of one owner together where it has several."""
    names = _names(places[0].area, catalog, library)
    for owner, own in groupby(places, key=lambda place: place.owner):
        parts = [(_part(place, catalog), _amounts(place.facts)) for place in own]
        if parts[0][0]:
            yield Item("", names.get(owner, owner))
            yield from (Item(amounts, part, depth=1) for part, amounts in parts)
        else:
            yield Item(parts[0][1], names.get(owner, owner))


def _part(place: CitingPlace, catalog: Catalog) -> str:
    """Return what the part of an owner is called: a tier or a section; empty where it has none."""
    if place.part is None:
        return ""
    if place.area == "guide":
        return SECTIONS[place.part].title
    ladder = next(ladder for ladder in catalog.ladders if ladder.id == place.owner)
    return ladder.tier(place.part).short


def _names(area: Area, catalog: Catalog, library: Library) -> dict[str, str]:
    """Return what the owners of an area are called, where that is not what they are found by."""
    names: dict[Area, dict[str, str]] = {
        "ladder": {ladder.id: ladder.title for ladder in catalog.ladders},
        "guide": {role.id: role.name for role in catalog.roles},
        "skill": catalog.skill_titles,
        "interview": {**catalog.skill_titles, GENERAL: "About no single skill"},
        "occupation": {each.code: f"{each.title} ({each.code})" for each in library.occupations},
        "work": {each.code: f"{each.title} ({each.code})" for each in library.works},
        "transfer": {transfer.id: transfer.name for transfer in library.transfers},
    }
    return names.get(area, {})
