"""The screen of ``path``: the ladder as stairs that one would put on a slide."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import RenderableType
from rich.text import Text

from careercli.domain.assessment import Assessment
from careercli.domain.model import Ladder, Tier
from careercli.pages import parts
from careercli.pages.blocks import Block, Drawing
from careercli.pages.look import ACCENT, QUIET, STRONG, Look
from careercli.text.phrases import between, count, listed
from careercli.text.report_parts import musts
from careercli.text.tiers import must_have_name, years_line

STAIR = 3
"""Columns by which each tier stands further right than the one below."""

NARROWEST_STAIRS = 40
"""Below this many columns the tiers stand one above the other."""


def path_view(
    ladder: Ladder, names: Mapping[str, str], look: Look, assessment: Assessment | None = None
) -> list[Block]:
    """Return a ladder, highest tier at the top; with an assessment, the person and the goal on it.

    ``names`` has the names of skills under their ids.
    """
    if look.accessible:
        return [Drawing(lambda _: Text(), tuple(_lines(ladder, names, assessment)))]
    out: list[RenderableType] = [parts.text((f"{ladder.title}: the way up", f"{STRONG} {ACCENT}")), Text()]
    for tier in reversed(ladder.tiers):
        out += _tier_lines(tier, names, look, ladder, assessment)
    out += [Text(), *(parts.text((line, QUIET)) for line in _legend(assessment))]
    return [Drawing(lambda _: parts.stack(out), ())]


def _tier_lines(
    tier: Tier, names: Mapping[str, str], look: Look, ladder: Ladder, assessment: Assessment | None
) -> list[RenderableType]:
    """Return a tier: the step with its title, and below it the years and the must-haves."""
    signs = look.signs
    stair = STAIR if not look.narrow else 1 if look.width >= NARROWEST_STAIRS else 0
    indent = " " * (stair * (tier.rank - 1))
    step = signs.corner + signs.line * max(stair - 1, 0) + (signs.line if tier is ladder.top else signs.riser)
    here = assessment is not None and tier is assessment.placement.current
    title = parts.text(
        (f"{tier.rank} ", ACCENT),
        (tier.short if look.narrow else tier.title, f"{STRONG} {ACCENT}" if here else STRONG),
    )
    if assessment is not None and here:
        title.append(f" {signs.back} you", style=STRONG)
    elif assessment is not None and tier is assessment.goal:
        title.append(f" {signs.back} goal", style=STRONG)
    post = signs.post + " " * (stair + 3)
    last = f"Must-haves: {musts_words(tier, names)}" if assessment is None else _you(assessment, tier)
    lines = [years_line(ladder, tier), last]
    return [
        parts.hanging((f"{indent}{step} ", QUIET), title),
        *(parts.hanging((indent + post, QUIET), parts.text(line)) for line in lines),
    ]


def _you(assessment: Assessment, tier: Tier) -> str:
    """Return how much of a tier somebody covers, and how many of its must-haves they show."""
    standing = assessment.standing(tier)
    if not standing.counts:
        return "You: too little rated to say"
    return f"You cover {parts.percent(standing.fit)}. Must-haves: {musts(standing)}"


def musts_words(tier: Tier, names: Mapping[str, str]) -> str:
    """Return the must-haves of a tier by name."""
    return listed([must_have_name(gate, names) for gate in tier.gates]) or "none"


def _legend(assessment: Assessment | None) -> list[str]:
    years = "Employers: the least that real openings ask. Usual: what the career guides give."
    if assessment is None:
        return [years, "You on it: careercli path --support-years 3"]
    goal, milestones = assessment.goal, assessment.plan.milestones
    cover = "What you cover is the share of what the job asks that you show, estimated where it is not rated."
    if goal is None or not milestones:
        return [years, cover]
    when = between(milestones[-1].ready, assessment.as_of)
    return [f"{goal.title}: ready {when}.", years, cover]


def _lines(ladder: Ladder, names: Mapping[str, str], assessment: Assessment | None) -> list[str]:
    """Return the same as lines for a screen reader, lowest tier first."""
    out = [f"{ladder.title}: the way up, lowest tier first"]
    for tier in ladder.tiers:
        facts = []
        if assessment is not None and tier is assessment.placement.current:
            facts.append("you are here")
        elif assessment is not None and tier is assessment.goal:
            facts.append("your goal")
        out.append(f"Rank {tier.rank}, {tier.title}{': ' if facts else ''}{', '.join(facts)}")
        out.append(years_line(ladder, tier))
        if assessment is not None:
            out.append(_you(assessment, tier))
        out.append(f"{count(len(tier.gates), 'must-have')}: {musts_words(tier, names)}")
        out.append(f"About it: {tier.summary}")
    return [*out, *_legend(assessment)]
