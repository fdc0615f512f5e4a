"""The screen of ``path``: the ladder as stairs that one would put on a slide."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text

from careercli.domain.assessment import Assessment
from careercli.domain.model import Ladder, Tier, YearRange
from careercli.domain.phrases import between, number
from careercli.views import parts
from careercli.views.look import ACCENT, QUIET, STRONG, Look

STAIR = 3
"""Columns by which each tier stands further right than the one below."""

NARROWEST_STAIRS = 40
"""Below this many columns the tiers stand one above the other."""


def path_view(ladder: Ladder, look: Look, assessment: Assessment | None = None) -> RenderableType | list[str]:
    """Return a ladder, highest tier at the top; with an assessment, the person and the goal on it."""
    if look.accessible:
        return _lines(ladder, assessment)
    out: list[RenderableType] = [parts.text((f"{ladder.title}: the way up", f"{STRONG} {ACCENT}")), Text()]
    for tier in reversed(ladder.tiers):
        out += _tier_lines(tier, look, assessment, top=tier is ladder.top)
    out += [Text(), parts.text((_legend(assessment), QUIET))]
    return parts.stack(out)


def _tier_lines(tier: Tier, look: Look, assessment: Assessment | None, *, top: bool) -> list[RenderableType]:
    """Return a tier in two lines: the step with its title, and below it what the tier says of years."""
    signs = look.signs
    stair = STAIR if not look.narrow else 1 if look.width >= NARROWEST_STAIRS else 0
    indent = " " * (stair * (tier.rank - 1))
    step = signs.corner + signs.line * max(stair - 1, 0) + (signs.line if top else signs.riser)
    here = assessment is not None and tier is assessment.placement.current
    title = parts.text(
        (f"{tier.rank} ", ACCENT),
        (tier.short if look.narrow else tier.title, f"{STRONG} {ACCENT}" if here else STRONG),
    )
    if assessment is not None and here:
        title.append(f" {signs.back} you", style=STRONG)
    elif assessment is not None and tier is assessment.goal:
        title.append(f" {signs.back} goal", style=STRONG)
    words = years_words(tier, short=look.narrow)
    if assessment is not None:
        words += f", fit {parts.percent(assessment.standing(tier).fit)}"
    post = signs.post + " " * (stair + 3)
    return [
        parts.hanging((f"{indent}{step} ", QUIET), title),
        parts.hanging((indent + post, QUIET), parts.text(words)),
    ]


def years_words(tier: Tier, *, short: bool = False) -> str:
    """Return the years that a tier states, in words."""
    unit = " y" if short else " years"
    stated = [(tier.support_years, "support" if short else "in support"), (tier.leading_years, "leading")]
    words = [f"{_range(years)}{unit} {what}" for years, what in stated if years.min is not None]
    return ", ".join(words) if words else "no years stated"


def _range(years: YearRange) -> str:
    low = number(years.min or 0.0)
    return f"{low}+" if years.max is None else f"{low}-{number(years.max)}"


def _legend(assessment: Assessment | None) -> str:
    if assessment is None:
        return "Years as the sources state them. You on it: careercli path --support-years 3"
    goal, milestones = assessment.goal, assessment.plan.milestones
    if goal is None or not milestones:
        return "Fit is the share of a tier's requirements that you cover."
    when = between(milestones[-1].ready, assessment.as_of)
    return f"{goal.title}: ready {when}. Fit is the share of a tier's requirements that you cover."


def _lines(ladder: Ladder, assessment: Assessment | None) -> list[str]:
    """Return the same as lines for a screen reader, lowest tier first."""
    out = [f"{ladder.title}: the way up, lowest tier first"]
    for tier in ladder.tiers:
        facts = [years_words(tier)]
        if assessment is not None:
            facts.append(f"fit {parts.percent(assessment.standing(tier).fit)}")
        if assessment is not None and tier is assessment.placement.current:
            facts.append("you are here")
        elif assessment is not None and tier is assessment.goal:
            facts.append("your goal")
        out.append(f"Rank {tier.rank}, {tier.title}: {', '.join(facts)}")
        out.append(f"About it: {tier.summary}")
    return [*out, _legend(assessment)]
