"""What a report says of pay and of the outlook: what the guides claim beside what is measured."""

from __future__ import annotations

from collections.abc import Iterator

from careercli.domain.market import Market
from careercli.pages.blocks import Block, Heading, Paragraph
from careercli.pages.charts import pay_chart
from careercli.pages.document_blocks import Cite, Column, Styled, Table, Tag, Words
from careercli.text import report_parts as words
from careercli.text.amounts import change, grouped, money, value_of
from careercli.text.report import Report


def cited(report: Report, *references: str) -> Cite:
    """Return where something is said, by the places of sources in the list of a report."""
    return Cite(report.numbers(references))


def pay_blocks(report: Report) -> Iterator[Block]:
    """Yield what is paid, what to make of it, and the outlook, from both sides."""
    yield Paragraph(words.TWO_SIDES, style="lead")
    if chart := pay_chart(report.paid):
        yield chart
    if report.paid:
        yield Heading("What is paid, in US dollars a year")
        yield _paid(report)
    for market in report.markets:
        yield from _market(report, market)


def _paid(report: Report) -> Table:
    rows: list[tuple[Words, ...]] = []
    for on in report.paid:
        estimate = (cited(report, on.pay.estimate.source),) if on.pay.estimate else ()
        median: Words = "not surveyed"
        half = ""
        if on.wages:
            median = (money(on.wages.median), cited(report, on.wages.source))
            half = f"{money(on.wages.p25)} to {money(on.wages.p75)}"
        tier = (on.tier.short, Tag(words.stake_words(on)))
        rows.append((tier, (words.estimate_words(on), *estimate), median, half))
    heads = ("Guide's estimate", "Survey's median", "Middle half of the survey")
    columns = (Column("Tier", names=True), *(Column(head, "amount") for head in heads))
    return Table(columns, tuple(rows), "By tier")


def _market(report: Report, market: Market) -> Iterator[Block]:
    for section, what in ((market.pay, "what to make of the pay"), (market.outlook, "the outlook")):
        if section is None:
            continue
        yield Heading(f"{market.role.name}: {what}")
        yield Paragraph(section.lead, cite=cited(report, *section.sources))
        if section is market.pay and market.surveyed:
            yield Paragraph(words.nearest(market))
        if section is market.outlook and (market.claims or market.projected):
            yield _growth(report, market)
        if section.meaning:
            yield Paragraph(section.meaning, style="make")


def _growth(report: Report, market: Market) -> Table:
    """Return how much employment changes, and who says so."""
    rows: list[tuple[Words, ...]] = []
    for claim in market.claims:
        aside = (Styled(claim.note, "aside"),) if claim.note else ()
        rows.append(((claim.label, *aside), value_of(claim), (claim.kind, cited(report, claim.source))))
    for occupation, projection in market.projected:
        title = f"{occupation.title}, {projection.start} to {projection.end}"
        note = (
            f"The nearest occupation of the statistics ({occupation.code}), with "
            f"{grouped(projection.openings)} thousand openings a year."
        )
        kind = ("projected", cited(report, projection.source))
        rows.append(((title, Styled(note, "aside")), change(projection.change), kind))
    columns = (Column("Who says what", names=True), Column("Change", "amount"), Column("Kind", "short"))
    return Table(columns, tuple(rows))
