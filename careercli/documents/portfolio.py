"""A portfolio as Markdown to go on with, and as a document."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from careercli.documents.projection import DocumentPart, From, Id, Names, Printed, SkillName, project
from careercli.domain.guide import Guide
from careercli.domain.model import LEVEL_NAMES, Catalog
from careercli.domain.portfolio import CHAPTERS, Evidence, Hole, Kind, Portfolio
from careercli.text.markdown import escaped
from careercli.text.phrases import capital, count, day, hours_range


class EvidenceDocument(DocumentPart, frozen=True):
    """A line of evidence; ``date`` is null where it begins with none. ``part`` is where it belongs."""

    text: Annotated[str, From("evidence.text")]
    date: Annotated[date | None, From("evidence.day")]
    part: Annotated[Kind, From("kind")]
    tools: tuple[str, ...]
    certificates: tuple[str, ...]


class ShownDocument(DocumentPart, frozen=True):
    """A skill with what shows it; ``level`` is null for one that is not rated."""

    skill: str
    name: SkillName
    level: int | None
    evidence: tuple[EvidenceDocument, ...]


class HoleDocument(DocumentPart, frozen=True):
    """A level that is claimed and that nothing shows; ``gate`` and ``weight`` are those of the goal."""

    skill: str
    name: SkillName
    level: int
    gate: bool
    weight: int
    step: Annotated[str, From("growth.title")]
    proof: Annotated[str, From("growth.proof")]


class WitnessDocument(DocumentPart, frozen=True):
    """Whom to ask to speak for what."""

    skill: Annotated[str, From("evidence.skill")]
    who: str
    text: Annotated[str, From("evidence.text")]


class PortfolioDocument(Printed, frozen=True, tag="careercli/portfolio@1"):
    """What ``portfolio --json`` prints; holes have the most important first."""

    as_of: date
    name: Annotated[str | None, From("profile.name")]
    title: Annotated[str | None, From("profile.title")]
    goal: Id | None
    role: str
    skills: tuple[ShownDocument, ...]
    tools: tuple[str, ...]
    certificates: tuple[str, ...]
    testimonials: Annotated[tuple[WitnessDocument, ...], From("witnesses")]
    holes: tuple[HoleDocument, ...]


def portfolio_document(portfolio: Portfolio, names: Names, today: date) -> PortfolioDocument:
    """Return a portfolio as its document; ``names`` maps skill ids to names."""
    placed = {(exhibit.evidence.skill, exhibit.evidence): exhibit for exhibit in portfolio.exhibits}
    skills = [
        project(ShownDocument, shown, names, evidence=[placed[shown.skill, line] for line in shown.lines])
        for shown in portfolio.skills
    ]
    return project(PortfolioDocument, portfolio, names, as_of=today, skills=tuple(skills))


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


def _chapter(portfolio: Portfolio, kind: Kind, catalog: Catalog) -> Iterator[str]:
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
        f"- [ ] {capital(witness.who)}, about {escaped(catalog.skill_titles[witness.evidence.skill])}: "
        f"{escaped(witness.evidence.text)}"
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
    groups = {group.id: group.name for group in catalog.groups}
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
