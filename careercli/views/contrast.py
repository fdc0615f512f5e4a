"""The pages of ``compare`` for people: two of them beside one another, and one beside a tier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import RenderableType

from careercli.domain.assessment import Assessment
from careercli.domain.contrast import Check, Clock, Contrast, FitContrast, Rating, Readiness
from careercli.domain.gaps import Gap as MissingSkill
from careercli.domain.model import LEVEL_NAMES, Catalog, Tier
from careercli.domain.phrases import HOLD_WORDS, between, count, day, listed, number
from careercli.domain.placement import rank_of
from careercli.views import parts
from careercli.views.look import Look
from careercli.views.reading import (
    Block,
    Command,
    Fact,
    Gap,
    Grid,
    Heading,
    Item,
    Paragraph,
    Title,
    page,
)

_WIDEST_LABEL = 24
"""Columns that somebody's name may take at the head of a column."""


def contrast_view(
    catalog: Catalog, found: Contrast, labels: tuple[str, str], look: Look
) -> RenderableType | list[str]:
    """Return two people beside one another; ``labels`` is what each is called."""
    a, b = _heads(labels, look)
    head = ("", a, b)
    blocks: list[Block] = [
        Title(listed(labels), day(found.a.as_of)),
        Paragraph(verdict(found, labels)),
        Gap(),
        Grid(head, tuple(_standing_rows(found)), wraps=True),
        Gap(),
        Heading("Fit, tier by tier"),
        Grid((*head, "Difference"), tuple(_fit_row(fit) for fit in found.fits)),
        Gap(),
        *_gate_blocks(catalog, found, labels),
        Gap(),
    ]
    if found.skills:
        rows = [
            (catalog.skill_titles[item.skill], rated(item.a), rated(item.b), _signed(item.rise))
            for item in found.skills
        ]
        blocks.append(Heading("Skills that differ", count(len(rows), "skill")))
        blocks.append(Grid(("Skill", a, b, "Levels"), tuple(rows)))
    else:
        blocks.append(Paragraph("Every skill is rated the same."))
    return page(blocks, look)


def _heads(labels: tuple[str, str], look: Look) -> tuple[str, str]:
    """Return what stands at the heads of the columns: the labels, cut unless that makes them the same."""
    a, b = (parts.fitted(label, min(cell_len(label), _WIDEST_LABEL), look) for label in labels)
    return ("The first", "The second") if a == b and labels[0] != labels[1] else (a, b)


def verdict(found: Contrast, labels: tuple[str, str]) -> str:
    """Return who stands higher, in one sentence."""
    a, b = found.a.placement.current, found.b.placement.current
    apart = rank_of(b) - rank_of(a)
    if not apart:
        return f"Both stand at {a.title}." if a else "Both are preparing for the first tier."
    higher, lower = (labels[1], labels[0]) if apart > 0 else (labels[0], labels[1])
    return f"{higher} stands {count(abs(apart), 'rank')} above {lower}."


def _standing_rows(found: Contrast) -> Iterator[tuple[str, str, str]]:
    a, b = found.a, found.b
    yield ("Tier", _name(a.placement.current), _name(b.placement.current))
    yield ("By years", _name(a.placement.by_years), _name(b.placement.by_years))
    yield ("By skills", _name(a.placement.by_skills), _name(b.placement.by_skills))
    yield ("Support years", number(a.profile.support_years), number(b.profile.support_years))
    yield ("Leading years", number(a.profile.leading_years), number(b.profile.leading_years))
    yield ("Goal", _goal(a), _goal(b))
    for dates in found.dates:
        yield (f"Ready {dates.tier.short}", _ready(dates.a, found), _ready(dates.b, found))


def _goal(assessment: Assessment) -> str:
    return assessment.goal.short if assessment.goal else "none above"


def _ready(ready: Readiness, found: Contrast) -> str:
    return "reached" if ready.ready is None else between(ready.ready, found.a.as_of)


def _fit_row(fit: FitContrast) -> tuple[str, str, str, str]:
    a, b = (parts.percent(value) for value in (fit.a, fit.b))
    return (fit.tier.short, a, b, _signed(parts.points(fit.b) - parts.points(fit.a)))


def _gate_blocks(catalog: Catalog, found: Contrast, labels: tuple[str, str]) -> Iterator[Block]:
    gates = found.gates
    asked = len(gates.both) + len(gates.only_a) + len(gates.only_b) + len(gates.neither)
    yield Heading(f"Gates to {gates.tier.short}", count(asked, "gate"))
    yield Item(str(len(gates.both)), "Passed by both:")
    for who, names in (
        (f"Passed by {labels[0]} alone:", gates.only_a),
        (f"Passed by {labels[1]} alone:", gates.only_b),
    ):
        yield Item(_listed(catalog, names), who)
    yield Item(_listed(catalog, gates.neither), "Open for both:")


def check_view(
    catalog: Catalog, found: Check, label: str, look: Look, *, hint: str = ""
) -> RenderableType | list[str]:
    """Return a person beside a tier: clocks, gates, what is missing with behaviors, and when it is ready."""
    tier, assessment = found.tier, found.assessment
    clocks = [("Support years", found.support_years), ("Leading years", found.leading_years)]
    musts = [gap for gap in found.gaps if gap.must]
    others = [gap for gap in found.gaps if not gap.must]
    blocks: list[Block] = [
        Title(f"{label} and {tier.title}", day(assessment.as_of)),
        Paragraph(_check_verdict(found, label)),
        Gap(),
        *(Fact(name, _clock(clock)) for name, clock in clocks),
        Fact("Gates", f"{len(found.passed)} of {len(found.gates)} passed"),
        Fact(
            "Fit",
            f"{parts.percent(found.standing.fit)}, {parts.percent_asked(assessment.ladder.pass_fit)} needed",
        ),
        Fact("Ready", _when(found)),
    ]
    if musts:
        blocks += [Gap(), Heading("Gates to pass", count(len(musts), "gate"))]
        for gap in musts:
            blocks += _behaviors(catalog, gap)
    if others:
        rows = [(catalog.skill_titles[g.skill], rated(Rating(g.have)), LEVEL_NAMES[g.need]) for g in others]
        blocks += [Gap(), Heading("Also missing", count(len(others), "skill"))]
        blocks.append(Grid(("Skill", "Now", "Needed"), tuple(rows)))
    if not found.gaps:
        blocks += [Gap(), Paragraph(f"No skill is missing for {tier.short}.")]
    if hint:
        blocks += [Gap(), Command("Next", hint)]
    return page(blocks, look)


def _check_verdict(found: Check, label: str) -> str:
    current = found.assessment.placement.current
    stands = f"{label} stands at {current.title}" if current else f"{label} is preparing for the first tier"
    apart = found.tier.rank - rank_of(current)
    if apart <= 0:
        return f"{stands}: {found.tier.short} is reached."
    return f"{stands}, {count(apart, 'rank')} below."


def _clock(clock: Clock) -> str:
    if not clock.need:
        return f"{number(clock.have)}, none asked"
    missing = f", {number(clock.missing)} missing" if clock.missing else ""
    return f"{number(clock.have)} of {number(clock.need)}{missing}"


def _when(found: Check) -> str:
    milestone, ready = found.readiness.milestone, found.readiness.ready
    if ready is None or milestone is None:
        return "reached"
    decided = f", decided by {HOLD_WORDS[milestone.bound_by]}" if milestone.bound_by else ""
    return between(ready, found.assessment.as_of) + decided


def _behaviors(catalog: Catalog, gap: MissingSkill) -> Iterator[Block]:
    """Yield what somebody does now and what is needed, as behaviors."""
    skill = catalog.skills_by_id[gap.skill]
    now = skill.levels[gap.have - 1] if gap.have else ""
    yield Item("", skill.name)
    yield Item(now, f"Now {rated(Rating(gap.have))}{':' if now else '.'}", depth=1)
    yield Item(skill.levels[gap.need - 1], f"Needed {LEVEL_NAMES[gap.need]}:", depth=1)


def rated(rating: Rating) -> str:
    """Return what a profile says of a skill, in words."""
    if not rating.applies:
        return "does not apply"
    return "not rated" if rating.level is None else LEVEL_NAMES[rating.level]


def _listed(catalog: Catalog, skills: Sequence[str]) -> str:
    return listed([catalog.skill_titles[skill] for skill in skills]) or "none"


def _signed(amount: int) -> str:
    return f"{amount:+d}" if amount else "0"


def _name(tier: Tier | None) -> str:
    return tier.short if tier else "no tier yet"
