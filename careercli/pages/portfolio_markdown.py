"""A portfolio as Markdown, to go on with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from careercli.domain.guide import Guide
from careercli.domain.model import LEVEL_NAMES, Catalog
from careercli.domain.portfolio import Evidence, ExhibitKind, Hole, Portfolio
from careercli.text.markdown import escaped
from careercli.text.phrases import capital, count, day, hours_range
from careercli.text.portfolio import CHAPTERS, WITNESSES


def portfolio_markdown(portfolio: Portfolio, catalog: Catalog, guide: Guide | None, today: date) -> str:
    """Return a portfolio as Markdown; ``guide`` is that of the role that the goal belongs to."""
    blocks = [
        *_head(portfolio, guide, today),
        *(block for kind in CHAPTERS for block in _chapter(portfolio, kind, catalog)),
        *_testimonials(portfolio, catalog),
        *_by_skill(portfolio, catalog),
        *_holes(portfolio, catalog),
    ]
    return "\n\n".join(blocks) + "\n"


def _head(portfolio: Portfolio, guide: Guide | None, today: date) -> Iterator[str]:
    profile = portfolio.profile
    yield f"# Portfolio{f' of {escaped(profile.name)}' if profile.name else ''}"
    about = [escaped(profile.title)] if profile.title else []
    about += [f"goal: {escaped(portfolio.goal.title)}"] if portfolio.goal else []
    yield ", ".join([*about, f"as of {day(today)}"])
    tips = guide.sections.get("portfolio-tips") if guide else None
    if guide and tips:
        more = f"careercli role show {guide.role} --section portfolio-tips"
        yield f"*{escaped(tips.lead)}* All of the advice: `{more}`"


def _chapter(portfolio: Portfolio, kind: ExhibitKind, catalog: Catalog) -> Iterator[str]:
    chapter = CHAPTERS[kind]
    yield f"## {chapter.title}"
    yield f"*{chapter.advice}*"
    lines = [_item(exhibit.evidence, catalog) for exhibit in portfolio.of_kind(kind)]
    if kind == "tools" and portfolio.tools:
        lines.append(f"- Named in your evidence: {', '.join(map(escaped, portfolio.tools))}")
    if kind == "certificates" and portfolio.certificates:
        lines.append(f"- Named in your evidence: {', '.join(map(escaped, portfolio.certificates))}")
    yield "\n".join(lines) if lines else chapter.empty


def _testimonials(portfolio: Portfolio, catalog: Catalog) -> Iterator[str]:
    yield "## Testimonials to ask for"
    yield (
        "*Two or three sentences each. Ask right after a success, suggest what they might mention, and get a "
        "yes to being quoted.*"
    )
    lines = [
        f"- [ ] {capital(WITNESSES[witness.who])}, "
        f"about {escaped(catalog.skill_titles[witness.evidence.skill])}: {escaped(witness.evidence.text)}"
        for witness in portfolio.witnesses
    ]
    yield "\n".join(lines) if lines else "Nobody yet: first show something at level 3 or above."


def _holes(portfolio: Portfolio, catalog: Catalog) -> Iterator[str]:
    if not portfolio.holes:
        yield "## Holes"
        yield "None: every skill that you claim at level 2 or above has something to show."
        return
    yield f"## Holes: {count(len(portfolio.holes), 'claim')} that nothing shows yet"
    yield "*The most important first. Whoever hires you will ask about these.*"
    yield "\n".join(_hole(hole, portfolio, catalog) for hole in portfolio.holes)


def _hole(hole: Hole, portfolio: Portfolio, catalog: Catalog) -> str:
    name = escaped(catalog.skill_titles[hole.skill])
    must = (
        f" It is in a must-have of {escaped(portfolio.goal.short)}." if hole.gate and portfolio.goal else ""
    )
    hours = hours_range(hole.growth.hours.min, hole.growth.hours.max)
    claim = f"level {hole.level} ({LEVEL_NAMES[hole.level]}) in {name}"
    return (
        f"- You claim {claim}, and nothing shows it yet.{must}\n"
        f"  What would prove it: {escaped(hole.growth.proof)} ({escaped(hole.growth.title)}, {hours})"
    )


def _by_skill(portfolio: Portfolio, catalog: Catalog) -> Iterator[str]:
    shown = [entry for entry in portfolio.skills if entry.lines]
    if not shown:
        return
    yield "## Evidence by skill"
    groups = catalog.group_titles
    group = None
    for entry in shown:
        skill = catalog.skills_by_id[entry.skill]
        if skill.group != group:
            group = skill.group
            yield f"### {escaped(groups.get(group, group))}"
        level = "not rated" if entry.level is None else LEVEL_NAMES[entry.level]
        lines = "\n".join(f"- {_dated(line)}{escaped(line.text)}" for line in entry.lines)
        yield f"**{escaped(skill.name)}**: {level}\n\n{lines}"


def _item(line: Evidence, catalog: Catalog) -> str:
    return f"- {_dated(line)}{escaped(line.text)} ({escaped(catalog.skill_titles[line.skill])})"


def _dated(line: Evidence) -> str:
    return f"{day(line.day)}: " if line.day else ""
