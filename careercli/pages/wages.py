"""Surveyed pay on a page: the change over a year, one state beside the country, and each line of business."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careercli.domain.guide import Occupation, Percentiles
from careercli.domain.states import STATES
from careercli.pages.blocks import AIR, Block, Grid, Heading, Item, Paragraph, quiet
from careercli.pages.citations import Citations
from careercli.text import wages as words
from careercli.text.amounts import grouped, money

PERCENTILES = ("10th", "25th", "median", "75th", "90th")


def amounts(surveyed: Percentiles | None) -> tuple[str, ...]:
    """Return the percentiles as the cells of a row: empty where nothing is surveyed."""
    if surveyed is None:
        return ("",) * len(PERCENTILES)
    return tuple("capped" if amount is None else grouped(amount) for amount in surveyed.percentiles)


def survey_blocks(occupations: Sequence[Occupation], state: str | None, cite: Citations) -> Iterator[Block]:
    """Yield what else the survey says of occupations: by line of business, and against the year before."""
    yield from _sectors(occupations, cite)
    yield from _year(occupations, cite)
    if state is None and any(occupation.states for occupation in occupations):
        yield from (quiet(words.YOUR_STATE), AIR)


def state_blocks(occupations: Sequence[Occupation], state: str, cite: Citations) -> Iterator[Block]:
    """Yield what is paid in a state, by its code, and how that compares with the country."""
    there = [(each, each.states[state]) for each in occupations if state in each.states]
    yield Heading(f"In {STATES[state]}")
    if not there:
        yield from (Paragraph(words.NOT_SURVEYED), AIR)
        return
    rows = tuple((occupation.title, *amounts(found)) for occupation, found in there)
    yield Grid(("USD a year", *PERCENTILES), rows)
    for occupation, found in there:
        if said := words.beside_country(occupation, found):
            sources = (occupation.wages.source,) if occupation.wages else ()
            yield Item(said, occupation.title, cite=cite.cite(*sources))
    yield AIR


def _sectors(occupations: Sequence[Occupation], cite: Citations) -> Iterator[Block]:
    """Yield the lines of business of the first occupation that has any, the best-paid first."""
    surveyed = next((each for each in occupations if each.sectors and each.wages), None)
    if surveyed is None or surveyed.wages is None:
        return
    yield Heading("By line of business", surveyed.title)
    paid = sorted(surveyed.sectors, key=lambda sector: (-(sector.median or 0), sector.naics))
    rows = (
        (sector.name, money(sector.median), f"{money(sector.p25)} to {money(sector.p75)}", words.jobs(sector))
        for sector in paid
    )
    yield Grid(("Line of business", "median", "middle half", "jobs"), tuple(rows))
    yield Paragraph(words.SECTORS, quiet=True, cite=cite.cite(surveyed.wages.source))
    yield AIR


def _year(occupations: Sequence[Occupation], cite: Citations) -> Iterator[Block]:
    changed = [(each, said) for each in occupations if (said := words.year(each))]
    if not changed:
        return
    yield Heading("What changed in a year")
    for occupation, said in changed:
        sources = [each.source for each in (occupation.year_before, occupation.wages) if each]
        yield Item(said, occupation.title, cite=cite.cite(*sources))
    yield from (quiet(words.ONE_YEAR), AIR)
