"""A portfolio as a document, to go on with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from careercli.domain.guide import Guide
from careercli.domain.model import LEVEL_NAMES, Catalog
from careercli.domain.portfolio import Evidence, ExhibitKind, Portfolio
from careercli.pages.blocks import Block, Command, Heading, Item, Paragraph, Title
from careercli.pages.document_blocks import Chapter, Handout, chapter, handout, screen
from careercli.text.phrases import capital, count, day, hours_of
from careercli.text.portfolio import CHAPTERS, WITNESSES


def portfolio_view(portfolio: Portfolio, catalog: Catalog, guide: Guide | None, today: date) -> list[Block]:
    """Return a portfolio as a screen."""
    return screen(portfolio_page(portfolio, catalog, guide, today))


def portfolio_page(portfolio: Portfolio, catalog: Catalog, guide: Guide | None, today: date) -> Handout:
    """Return a portfolio as a document; ``guide`` is that of the role that the goal belongs to."""
    head, chapters = _head(portfolio, guide, today), _chapters(portfolio, catalog)
    return handout(_title(portfolio), today, "report", head, chapters)


def _title(portfolio: Portfolio) -> str:
    name = portfolio.profile.name
    return f"Portfolio{f' of {name}' if name else ''}"


def _head(portfolio: Portfolio, guide: Guide | None, today: date) -> Iterator[Block]:
    profile = portfolio.profile
    yield Title(_title(portfolio))
    about = [profile.title] if profile.title else []
    about += [f"goal: {portfolio.goal.title}"] if portfolio.goal else []
    yield Paragraph(", ".join([*about, f"as of {day(today)}"]))
    tips = guide.sections.get("portfolio-tips") if guide else None
    if guide and tips:
        yield Paragraph(tips.lead, style="advice")
        yield Command("All of the advice", f"careercli role show {guide.role} --section portfolio-tips")


def _chapters(portfolio: Portfolio, catalog: Catalog) -> Iterator[Chapter]:
    names = catalog.skill_titles
    yield from (_exhibits(portfolio, kind, catalog) for kind in CHAPTERS)
    asked = []
    for witness in portfolio.witnesses:
        about_it = f"about {names[witness.evidence.skill]}: {witness.evidence.text}"
        asked.append(Item(f"{capital(WITNESSES[witness.who])}, {about_it}", todo=True))
    yield _advised(
        "testimonials",
        "Testimonials to ask for",
        "Two or three sentences each. Ask right after a success, suggest what they might mention, and get a "
        "yes to being quoted.",
        asked,
        "Nobody yet: first show something at level 3 or above.",
    )
    if any(entry.lines for entry in portfolio.skills):
        yield chapter("skills", "Evidence by skill", _by_skill(portfolio, catalog))
    if portfolio.holes:
        title = f"Holes: {count(len(portfolio.holes), 'claim')} that nothing shows yet"
        advice = "The most important first. Whoever hires you will ask about these."
        yield _advised("holes", title, advice, list(_holes(portfolio, catalog)), "", "Holes")
    else:
        none = "None: every skill that you claim at level 2 or above has something to show."
        yield chapter("holes", "Holes", [Paragraph(none)])


def _advised(
    id: str,  # noqa: A002
    title: str,
    advice: str,
    items: list[Item],
    empty: str,
    name: str = "",
) -> Chapter:
    """Return items with advice on them; where there are none, what to do about it."""
    told: list[Item] | list[Paragraph] = items or [Paragraph(empty)]
    return chapter(id, title, (Paragraph(advice, style="advice"), *told), name)


def _exhibits(portfolio: Portfolio, kind: ExhibitKind, catalog: Catalog) -> Chapter:
    part, names = CHAPTERS[kind], catalog.skill_titles
    lines = [exhibit.evidence for exhibit in portfolio.of_kind(kind)]
    items = [Item(f"{_dated(line)} ({names[line.skill]})") for line in lines]
    named = {"tools": portfolio.tools, "certificates": portfolio.certificates}.get(kind)
    if named:
        items.append(Item(f"Named in your evidence: {', '.join(named)}"))
    return _advised(kind, part.title, part.advice, items, part.empty)


def _holes(portfolio: Portfolio, catalog: Catalog) -> Iterator[Item]:
    for hole in portfolio.holes:
        claim = f"level {hole.level} ({LEVEL_NAMES[hole.level]}) in {catalog.skill_titles[hole.skill]}"
        goal = portfolio.goal.short if hole.gate and portfolio.goal else ""
        must = f" It is in a must-have of {goal}." if goal else ""
        hours = hours_of(hole.growth.hours)
        yield Item(f"You claim {claim}, and nothing shows it yet.{must}")
        yield Item(f"What would prove it: {hole.growth.proof} ({hole.growth.title}, {hours})", depth=1)


def _by_skill(portfolio: Portfolio, catalog: Catalog) -> Iterator[Block]:
    groups = catalog.group_titles
    last = None
    for entry in portfolio.skills:
        skill = catalog.skills_by_id[entry.skill]
        if entry.lines and skill.group != last:
            last = skill.group
            yield Heading(groups.get(last, last))
        if entry.lines:
            yield Paragraph("not rated" if entry.level is None else LEVEL_NAMES[entry.level], skill.name)
            yield from (Item(_dated(line)) for line in entry.lines)


def _dated(line: Evidence) -> str:
    return f"{day(line.day)}: {line.text}" if line.day else line.text
