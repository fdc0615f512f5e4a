"""The pages of ``compare``: two tiers or two roles side by side, one after the other on a narrow page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeVar

from careercli.domain.comparison import Difference, RoleSide, TierSide, differences
from careercli.domain.guide import Occupation, Pay
from careercli.domain.model import Catalog, Tier
from careercli.domain.requirements import Ask, Clock
from careercli.pages.blocks import AIR, Beside, Block, Command, Grid, Heading, Item, Paragraph, Title
from careercli.pages.citations import Citations
from careercli.text.amounts import money, value_of
from careercli.text.phrases import count, number
from careercli.text.tiers import must_have, time, usual_span

_COMPARED = {
    "pay": "Pay",
    "job-outlook": "Outlook",
    "market-demand": "Demand",
    "work-life-balance": "Balance",
    "education-level": "Education",
}
"""Sections of which two roles are compared by their leads."""

_NOTHING = "none stated"

S = TypeVar("S", TierSide, RoleSide)


def tier_comparison_view(catalog: Catalog, a: TierSide, b: TierSide) -> list[Block]:
    """Return two tiers side by side: years, pay, what they do, and what the second asks more of."""
    cite = Citations(catalog)
    rows: dict[str, Callable[[TierSide], str]] = {
        "Rank": lambda side: _rank(side, with_ladder=a.ladder is not b.ladder),
        "Years in support, employers": lambda side: _floor(side.tier.support_years, cite),
        "Years in support, usual": lambda side: _usual(side.tier.support_years, cite),
        "Years of leading, employers": lambda side: _floor(side.tier.leading_years, cite),
        "Years of leading, usual": lambda side: _usual(side.tier.leading_years, cite),
        "Leads people": lambda side: "yes" if side.tier.leads_people else "no",
        "Pay, the guide's estimate": lambda side: _estimate(side.pay, cite),
        "Pay, middle half surveyed": lambda side: _middle_half(side.pay, cite),
        "Nearest occupation": lambda side: _occupation(side.pay.occupation),
        "Skills asked": lambda side: _skills(side.tier),
    }
    blocks: list[Block] = [
        Title(f"{a.tier.title} and {b.tier.title}"),
        AIR,
        Grid(("", a.tier.short, b.tier.short), _compared(rows, a, b)),
        *_caveats((a, b)),
        AIR,
        Beside(_duties(a), _duties(b)),
        AIR,
        Beside(_musts(catalog, a.tier), _musts(catalog, b.tier)),
        AIR,
        *_changes(catalog, a.tier, b.tier),
    ]
    for side in (a, b) if a.tier is not b.tier else (a,):
        if side.portrait and side.portrait.elsewhere:
            blocks.append(Heading("Elsewhere", f"at about the height of {side.tier.short}"))
            blocks += [Item(f"{e.asks} {cite(e.source)}", e.title) for e in side.portrait.elsewhere]
            blocks.append(AIR)
    return [*blocks, *cite.blocks()]


def _compared(rows: Mapping[str, Callable[[S], str]], a: S, b: S) -> tuple[tuple[str, ...], ...]:
    """Return rows of a label and what there is to say of each of two sides, one after the other."""
    return tuple((label, said(a), said(b)) for label, said in rows.items())


def _caveats(sides: Sequence[TierSide]) -> Iterator[Block]:
    """Yield what to know before taking the figures of pay at their word."""
    for side in sides:
        if side.pay.estimate and side.pay.estimate.note:
            yield Item(side.pay.estimate.note, f"{side.tier.short}, estimate:")
    for why, names in _whys(sides).items():
        yield Item(why, f"{' and '.join(names)}, nearest occupation:")


def _whys(sides: Sequence[TierSide]) -> dict[str, list[str]]:
    """Return why an occupation is nearest, and to which of the tiers."""
    whys: dict[str, list[str]] = {}
    for side in sides:
        if side.pay.nearest and side.tier.short not in whys.setdefault(side.pay.nearest.why, []):
            whys[side.pay.nearest.why].append(side.tier.short)
    return whys


def role_comparison_view(catalog: Catalog, a: RoleSide, b: RoleSide) -> list[Block]:
    """Return two roles side by side: tiers, years, pay, outlook, responsibilities, and what rises."""
    cite = Citations(catalog)
    rows: dict[str, Callable[[RoleSide], str]] = {
        "Tiers": lambda side: ", ".join(tier.short for tier in side.tiers) or _NOTHING,
        "Usual years in support": lambda side: _span([tier.support_years for tier in side.tiers]),
        "Usual years of leading": lambda side: _span([tier.leading_years for tier in side.tiers]),
        **{label: partial(_lead, name, cite) for name, label in _COMPARED.items()},
    }
    blocks: list[Block] = [
        Title(f"{a.role.name} and {b.role.name}"),
        AIR,
        Grid(("", a.role.name, b.role.name), _compared(rows, a, b)),
        AIR,
        Beside(_listed(a, cite), _listed(b, cite)),
        AIR,
    ]
    if a.tiers and b.tiers:
        highest = f"{a.tiers[-1].short} and {b.tiers[-1].short}"
        blocks.append(Paragraph(f"The highest tier of each compared: {highest}."))
        blocks += _changes(catalog, a.tiers[-1], b.tiers[-1])
    for side in (a, b):
        blocks.append(Command("More", f"careercli role show {side.role.id}"))
    return [*blocks, AIR, *cite.blocks()]


def _changes(catalog: Catalog, a: Tier, b: Tier) -> Iterator[Block]:
    found = differences(a, b)
    more = [item for item in found if item.rise > 0]
    less = [item for item in found if item.rise < 0]
    for title, items in ((f"{b.short} asks more", more), (f"{a.short} asks more", less)):
        if items:
            yield Heading(title, count(items, "skill"))
            yield Grid(("Skill", a.short, b.short), tuple(_rows(catalog, items)))
            yield AIR
    if not found:
        yield Paragraph(f"{a.short} and {b.short} ask for the same skills at the same levels.")
        yield AIR


def _rows(catalog: Catalog, items: Sequence[Difference]) -> Iterator[tuple[str, str, str]]:
    for item in items:
        yield (catalog.skill_titles[item.skill], _asked(item.a), _asked(item.b))


def _asked(ask: Ask | None) -> str:
    return "not asked" if ask is None else f"level {ask.level}"


def _rank(side: TierSide, *, with_ladder: bool) -> str:
    rank = f"{side.tier.rank} of {len(side.ladder.tiers)}"
    return f"{rank}, {side.ladder.title}" if with_ladder else rank


def _floor(clock: Clock, cite: Citations) -> str:
    """Return the years that employers ask at least."""
    return f"{time(clock.floor)} {cite(*clock.floor_sources)}".strip() if clock.floor else "none"


def _usual(clock: Clock, cite: Citations) -> str:
    """Return the years that the guides call usual, those carried from the tiers below included."""
    span = usual_span(clock) or _NOTHING
    return f"{span} {cite(clock.usual_source)}" if clock.usual_source else span


def _span(clocks: Sequence[Clock]) -> str:
    """Return the usual years from the lowest to the highest tier of a role that states any."""
    stated = [clock for clock in clocks if clock.stated_min is not None]
    if not stated:
        return _NOTHING
    low = min(clock.usual for clock in stated)
    high = max(clock.usual_max or clock.usual for clock in stated)
    span = f"{number(low)} to {number(high)}" if high > low else number(low)
    return f"{span}+" if any(clock.usual_max is None for clock in stated) else span


def _estimate(pay: Pay, cite: Citations) -> str:
    return f"{value_of(pay.estimate)} {cite(pay.estimate.source)}" if pay.estimate else "none given"


def _middle_half(pay: Pay, cite: Citations) -> str:
    wages = pay.occupation.wages if pay.occupation else None
    if wages is None:
        return _NOTHING
    return f"{money(wages.p25)} to {money(wages.p75)} {cite(wages.source)}"


def _occupation(found: Occupation | None) -> str:
    return f"{found.title} ({found.code})" if found else _NOTHING


def _skills(tier: Tier) -> str:
    return f"{count(tier.asks, 'skill')}, {count(tier.gates, 'must-have')}"


def _musts(catalog: Catalog, tier: Tier) -> tuple[Block, ...]:
    items = (Item(must_have(gate, catalog.skill_titles)) for gate in tier.gates)
    return (Heading(f"Must-haves of {tier.short}", str(len(tier.gates))), *items)


def _duties(side: TierSide) -> tuple[Block, ...]:
    text = side.portrait.text if side.portrait else side.tier.summary
    duties = side.portrait.duties if side.portrait else ()
    return (Heading(side.tier.short), Paragraph(text), *(Item(duty) for duty in duties))


def _lead(name: str, cite: Citations, side: RoleSide) -> str:
    section = side.section(name)
    return f"{section.lead} {cite(section.sources[0])}" if section else _NOTHING


def _listed(side: RoleSide, cite: Citations) -> tuple[Block, ...]:
    section = side.section("responsibilities")
    if section is None:
        return (Heading(side.role.name), Paragraph(side.role.summary))
    return (
        Heading("Responsibilities"),
        Paragraph(f"{side.role.name} {cite(*section.sources)}"),
        *(Item(point.name) for point in section.points),
    )
