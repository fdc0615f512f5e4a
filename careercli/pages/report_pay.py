"""Pay and outlook, a chapter of a report."""

from __future__ import annotations

from collections.abc import Iterator

from careercli.domain.market import Market
from careercli.pages.blocks import Block, Either, Heading, Paragraph
from careercli.pages.charts import pay_chart
from careercli.pages.document_blocks import Cite, Column, Listing, Styled, Table, Tag, Wording, Words
from careercli.text import report_parts as words
from careercli.text.amounts import change, grouped, money, value_of
from careercli.text.pay import estimate_words, stake_words
from careercli.text.report import Report


def cite(report: Report, *references: str) -> Cite:
    """Return where something is said, by the places of sources in the list of a report."""
    return Cite(report.numbers(references))


def pay(report: Report) -> Iterator[Block]:
    """Yield what is paid, what to make of it, and the outlook, from both sides."""
    yield Paragraph(words.TWO_SIDES, style="lead")
    if chart := pay_chart(report):
        yield chart
    if report.paid:
        yield Either(shown=(Heading("What is paid"),))
        yield _paid(report)
    for market in report.markets:
        yield from _market(report, market)


def _paid(report: Report) -> Table:
    rows: list[tuple[Words, ...]] = []
    for on in report.paid:
        estimate = (
            (estimate_words(on), cite(report, on.pay.estimate.source))
            if on.pay.estimate
            else estimate_words(on)
        )
        median: Words = "not surveyed"
        half = ""
        if on.wages:
            median = (money(on.wages.median), cite(report, on.wages.source))
            half = f"{money(on.wages.p25)} to {money(on.wages.p75)}"
        rows.append(((on.tier.short, Tag(stake_words(on))), stake_words(on), estimate, median, half))
    columns = (
        Column((Wording("Tier", "USD a year"),), names=True),
        Column("Place", spoken=True),
        Column("Guide's estimate", "amount"),
        Column("Survey's median", "amount"),
        Column("Middle half of the survey", "amount"),
    )
    return Table(columns, tuple(rows), "US dollars a year")


def _market(report: Report, market: Market) -> Iterator[Block]:
    for section, what in ((market.pay, "what to make of the pay"), (market.outlook, "the outlook")):
        if section is None:
            continue
        yield Heading(f"{market.role.name}: {what}")
        yield Paragraph(section.lead, cite=cite(report, *section.sources))
        if section is market.pay and market.surveyed:
            yield Paragraph(words.nearest(market))
        if section is market.outlook and (market.claims or market.projected):
            yield _growth(report, market)
        if section.meaning:
            yield Paragraph(section.meaning, style="make")


def _growth(report: Report, market: Market) -> Either:
    """Return how much employment changes, by whom, as a table and as a list."""
    rows: list[tuple[Words, ...]] = []
    told: list[Words] = []
    for claim in market.claims:
        cited, value = cite(report, claim.source), value_of(claim)
        aside = (" ", Styled(claim.note, "aside")) if claim.note else ()
        rows.append(((claim.label, *aside), value, (claim.kind, cited)))
        note = f". {claim.note}" if claim.note else ""
        told.append((f"{claim.label}: {value}, {claim.kind}", cited, note))
    for occupation, projection in market.projected:
        cited, value = cite(report, projection.source), change(projection.change)
        years = f"{projection.start} to {projection.end}"
        openings = f"with {grouped(projection.openings)} thousand openings a year"
        note = f"The nearest occupation of the statistics ({occupation.code}), {openings}."
        title = (f"{occupation.title}, {years} ", Styled(note, "aside"))
        rows.append((title, value, ("projected", cited)))
        name = f"{occupation.title} ({occupation.code}), {years}"
        told.append((f"{name}: {value}, projected", cited, f", {openings}"))
    columns = (Column("Who says what", names=True), Column("Change", "amount"), Column("Kind", "short"))
    return Either(shown=(Table(columns, tuple(rows)),), spoken=(Listing(tuple(told)),))
