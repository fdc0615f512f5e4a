"""A role's guide as one page to hand over: to read on a phone, to show and to print, or as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from careercli.domain.guide import Projection, pay_of
from careercli.domain.library import Library
from careercli.domain.market import PayOn
from careercli.domain.model import Catalog, Role
from careercli.domain.sections import SECTIONS
from careercli.domain.states import NOWHERE
from careercli.pages.blocks import Block, Fact, Gap, Paragraph, Title
from careercli.pages.charts import pay_chart
from careercli.pages.citations import Citations
from careercli.pages.document_blocks import Chapter, Glance, Handout, Sources, chapter, handout, written
from careercli.pages.guide import Body, lead_of, pay_abroad
from careercli.text.amounts import short_value_of
from careercli.text.phrases import count, day
from careercli.text.tiers import floor_words

_KINDS = (
    ("Measured", "a survey counted it."),
    ("Projected", "a statistics office expects it."),
    ("Reported", "it is how one case ended."),
    ("Stated", "it is a rule that somebody set."),
    ("Estimate", "an author put it so."),
    ("Claimed", "somebody says so and shows nothing for it."),
)
"""What is said beside a figure, and what it means; what bears most comes first."""


def guide_page(
    catalog: Catalog,
    library: Library,
    role: Role,
    sections: Sequence[str],
    today: date,
    state: str | None = None,
) -> Handout:
    """Return sections of a role's guide as a document to write in whatever way."""
    cite = Citations(catalog)
    chapters = [*_chapters(catalog, library, role, sections, cite, state)]
    if cite.cited:
        chapters.append(chapter("sources", "Sources", _sources(cite), group="Where it is from"))
    head = _head(catalog, library, role, today, state)
    foot = "Pay and outlook are those of the United States unless something else is said."
    foot = f"{written('its role data', today)} {foot}"
    return handout(f"{role.name}: the guide", today, "guide", head, chapters, foot)


def _head(catalog: Catalog, library: Library, role: Role, today: date, state: str | None) -> Iterator[Block]:
    yield Title(role.name, f"Career guide, {day(today)}")
    yield Paragraph(role.summary, style="standing")
    if facts := tuple(_glance(catalog, library, role, state)):
        yield Glance(facts)


def _glance(catalog: Catalog, library: Library, role: Role, state: str | None) -> Iterator[Fact]:
    tiers = catalog.tiers_of(role.id)
    if not tiers:
        return
    first, last = tiers[0], tiers[-1]
    ladder = catalog.ladder_with(first)
    spans = first.short if first is last else f"{first.short} to {last.short}"
    yield Fact("Tiers", spans, count(len(tiers), "tier"))
    yield Fact("To begin, employers ask", floor_words(ladder, first) or "No years", f"For {first.title}")
    paid = [pay.estimate for tier in tiers if (pay := pay_of(library, role.id, tier.id)).estimate]
    if paid and state != NOWHERE:
        said = [short_value_of(figure) for figure in (paid[0], paid[-1]) if figure]
        yield Fact(
            "Pay, by the guide", " to ".join(dict.fromkeys(said)), "Dollars a year, lowest to highest tier"
        )
    if projection := _projection(library, role):
        yield Fact(
            "Jobs", f"{projection.change:+g} %", f"Projected from {projection.start} to {projection.end}"
        )


def _projection(library: Library, role: Role) -> Projection | None:
    section = library.section(role.id, "job-outlook")
    nearest = section.nearest[:1] if section else ()
    return next((library.occupations_by_code[near.occupation].projection for near in nearest), None)


def _chapters(
    catalog: Catalog,
    library: Library,
    role: Role,
    sections: Sequence[str],
    cite: Citations,
    state: str | None,
) -> Iterator[Chapter]:
    guide, tiers = library.guides_by_role[role.id], catalog.tiers_meant(role.id)
    for name in sections:
        kind, section = SECTIONS[name], guide.sections[name]
        if name == "pay" and state == NOWHERE:
            yield chapter(name, section.title or kind.title, list(pay_abroad(role)), kind.title, kind.chapter)
            continue
        below = Body(catalog, library, role, name, section, cite, tiers, on_page=sections, state=state)
        blocks: list[Block] = [lead_of(section, cite, "lead")]
        if name == "pay":
            blocks += _chart(catalog, library, role)
        blocks += [block for block in below.blocks() if not isinstance(block, Gap)]
        yield chapter(name, section.title or kind.title, blocks, kind.title, kind.chapter)


def _chart(catalog: Catalog, library: Library, role: Role) -> Iterator[Block]:
    paid = (PayOn(tier, (), pay_of(library, role.id, tier.id)) for tier in catalog.tiers_of(role.id))
    if chart := pay_chart([on for on in paid if on.pay.estimate or on.wages]):
        yield chart


def _sources(cite: Citations) -> Iterator[Block]:
    yield Paragraph("Each figure says how much it bears, and by its number who says so.")
    yield from (Fact(kind, meaning) for kind, meaning in _KINDS)
    yield Sources(cite.cited)
