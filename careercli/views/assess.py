"""The screen of ``assess``: where am I, what is missing, what do I do now. 80 by 24 unless told otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.console import RenderableType
from rich.text import Text

from careercli.domain.assessment import Assessment
from careercli.domain.gaps import Gap
from careercli.domain.headline import (
    RATE_FIRST,
    RATE_WHY,
    certainty_sentence,
    goal_sentence,
    reasons_sentence,
    standing_sentence,
    title_sentence,
)
from careercli.domain.model import LEVEL_NAMES, Skill, Tier
from careercli.domain.phrases import count, hours_a_week, hours_range, number
from careercli.views import parts
from careercli.views.look import ACCENT, QUIET, STRONG, WARN, Look

SCREEN_COLUMNS = 80
SCREEN_LINES = 23
"""Lines of a 24 line terminal that a screen may fill; the last one is the shell's."""

NAME_CELLS = 38
_GAP_CELLS = 31
"""The columns of a gap beside the skill's name."""

STEPS = 3


class _Layout(NamedTuple):
    """How much a screen shows at least: gaps, steps, and whether there is air below the headline."""

    gaps: int
    steps: int
    airy: bool


_LAYOUTS = (
    _Layout(gaps=3, steps=STEPS, airy=True),
    _Layout(gaps=2, steps=STEPS, airy=False),
    _Layout(gaps=2, steps=2, airy=False),
    _Layout(gaps=1, steps=1, airy=False),
)
"""From roomy to tight: the first that fits on a screen is taken."""


def assess_view(
    assessment: Assessment, skills: Mapping[str, Skill], look: Look, *, full: bool = False, hint: str = ""
) -> RenderableType | list[str]:
    """Return the screen of an assessment; with ``full``, every gap to the next tier and to the goal."""
    if look.accessible:
        return _lines(assessment, skills, full=full, hint=hint)
    head = _headline(assessment)
    ladder = parts.small_ladder(assessment.tiers, assessment.placement.current, assessment.goal, look)
    if full:
        gaps = _all_gaps(assessment, skills, look)[:-1]
        below = _below(assessment, look, hint, steps=STEPS)
        return parts.stack([*head, Text(), ladder, Text(), *gaps, *below])
    for layout in _LAYOUTS:
        above = [*head, *([Text()] if layout.airy else []), ladder, Text()]
        below = _below(assessment, look, hint, steps=layout.steps)
        rest = SCREEN_LINES - _height([*above, *below], look)
        if look.width < SCREEN_COLUMNS or rest > min(layout.gaps, len(assessment.gaps)):
            break
    gaps = _next_gaps(assessment, skills, look, lines=max(rest, layout.gaps + 1))
    return parts.stack([*above, *gaps, *below])


def _below(assessment: Assessment, look: Look, hint: str, *, steps: int) -> list[RenderableType]:
    out: list[RenderableType] = [Text(), *_steps(assessment, look, steps)]
    if hint:
        out.append(parts.hanging(("Next: ", QUIET), parts.text((hint, ACCENT))))
    return out


def _height(content: Sequence[RenderableType], look: Look) -> int:
    from careercli.views.look import render  # measures by drawing

    return len(render(parts.stack(content), look).splitlines())


def _headline(assessment: Assessment) -> list[RenderableType]:
    out: list[RenderableType] = [
        parts.text((standing_sentence(assessment), f"{STRONG} {ACCENT}")),
        parts.text(reasons_sentence(assessment)),
    ]
    notes = (title_sentence(assessment), goal_sentence(assessment), certainty_sentence(assessment))
    return [*out, *(parts.text((note, QUIET)) for note in notes if note)]


def _next_gaps(
    assessment: Assessment, skills: Mapping[str, Skill], look: Look, *, lines: int
) -> list[RenderableType]:
    tier = assessment.next
    if tier is None or not assessment.gaps:
        return _no_gaps(tier)
    shown = assessment.gaps[: lines - 1]
    return [_gaps_heading(tier, assessment.gaps, look, shown=len(shown)), *_gap_rows(shown, skills, look)]


def _all_gaps(assessment: Assessment, skills: Mapping[str, Skill], look: Look) -> list[RenderableType]:
    out: list[RenderableType] = []
    wanted = [(assessment.next, assessment.gaps)]
    if assessment.goal is not assessment.next:
        wanted.append((assessment.goal, assessment.goal_gaps))
    for tier, gaps in wanted:
        if tier is None:
            continue
        if gaps:
            out += [_gaps_heading(tier, gaps, look), *_gap_rows(gaps, skills, look), Text()]
        else:
            out += [*_no_gaps(tier), Text()]
    return out


def _no_gaps(tier: Tier | None) -> list[RenderableType]:
    if tier is None:
        return [parts.text(("Nothing is missing: you stand on the highest tier of this ladder.", STRONG))]
    return [parts.text((f"No skill is missing for {tier.short}.", STRONG))]


def _gaps_heading(tier: Tier, gaps: Sequence[Gap], look: Look, *, shown: int | None = None) -> Text:
    gates = sum(1 for gap in gaps if gap.must)
    aside = (
        f"{count(len(gaps), 'gap')}, {count(gates, 'gate')} among them" if gates else count(len(gaps), "gap")
    )
    if shown is not None and shown < len(gaps):
        aside = f"{shown} of {aside}"
    return parts.heading(f"Missing for {tier.short}", aside, look=look)


def gap_words(gap: Gap) -> str:
    """Return the kind of a gap in words."""
    if gap.kind == "unrated":
        return "gate, not rated" if gap.must else "not rated"
    return gap.kind


def _gap_rows(gaps: Sequence[Gap], skills: Mapping[str, Skill], look: Look) -> list[RenderableType]:
    rows: list[RenderableType] = []
    for gap in gaps:
        name = skills[gap.skill].name
        bar = parts.level_bar(gap.have, gap.need, look)
        change = parts.levels(gap.have, gap.need, look)
        style = WARN if gap.must else ""
        if look.narrow:
            rows.append(parts.text((name, style)))
            rows.append(parts.indented(parts.text((bar, ACCENT), f"  {change}  {gap_words(gap)}"), 2))
        else:
            words = parts.fitted(name, min(NAME_CELLS, look.width - _GAP_CELLS), look)
            rows.append(
                parts.text("  ", (words, style), " ", (bar, ACCENT), f"  {change:<7}", gap_words(gap))
            )
    return rows


def _steps(assessment: Assessment, look: Look, amount: int) -> list[RenderableType]:
    steps = assessment.plan.steps[:amount]
    if not steps:
        return []
    sure = assessment.placement.certain
    pace = hours_a_week(assessment.profile.hours_per_week)
    out: list[RenderableType] = [parts.heading("Do now", pace, look=look)]
    if not sure:
        out.append(parts.titled("1 ", RATE_FIRST, "about 10 min", look))
        out.append(parts.indented(parts.text((RATE_WHY, QUIET)), 2))
        steps = steps[: amount - 1]
    for index, step in enumerate(steps, 1 if sure else 2):
        hours = hours_range(step.hours.min, step.hours.max)
        out.append(parts.titled(f"{index} ", step.growth.title, hours, look))
        out.append(parts.indented(parts.text(("Proof: ", QUIET), step.growth.proof), 2))
    return out


def _lines(assessment: Assessment, skills: Mapping[str, Skill], *, full: bool, hint: str) -> list[str]:
    """Return the same as lines for a screen reader."""
    out = [standing_sentence(assessment), reasons_sentence(assessment)]
    sentences = (title_sentence(assessment), goal_sentence(assessment), certainty_sentence(assessment))
    out += [sentence for sentence in sentences if sentence]
    out.append("")
    out.append("The ladder, lowest tier first:")
    for standing in assessment.tiers:
        tier = standing.tier
        notes = [f"fit {parts.percent(standing.fit)}"]
        notes.append("years reached" if standing.years_met else "years not reached")
        if tier is assessment.placement.current:
            notes.append("you are here")
        if tier is assessment.goal:
            notes.append("your goal")
        out.append(f"Rank {tier.rank}, {tier.title}: {', '.join(notes)}")
    wanted = [(assessment.next, assessment.gaps)]
    if full and assessment.goal is not assessment.next:
        wanted.append((assessment.goal, assessment.goal_gaps))
    for tier_or_none, gaps in wanted:
        if tier_or_none is not None:
            out += ["", *_gap_lines(tier_or_none, gaps, skills, full=full)]
    out.append("")
    if not assessment.placement.certain and assessment.plan.steps:
        out += [f"First: {RATE_FIRST}. {RATE_WHY}"]
    for index, step in enumerate(assessment.plan.steps[:STEPS], 1):
        hours = f"{number(step.hours.min)} to {number(step.hours.max)} hours"
        out.append(f"Step {index}: {step.growth.title}, {hours}")
        out.append(f"Proof: {step.growth.proof}")
    if hint:
        out += ["", f"Next command: {hint}"]
    return out


def _gap_lines(tier: Tier, gaps: Sequence[Gap], skills: Mapping[str, Skill], *, full: bool) -> list[str]:
    if not gaps:
        return [f"No skill is missing for {tier.title}."]
    shown = gaps if full else gaps[:6]
    of = "" if len(shown) == len(gaps) else f", the first {len(shown)}"
    out = [f"Missing for {tier.title}: {count(len(gaps), 'gap')}{of}"]
    for gap in shown:
        have = "not rated" if gap.have is None else f"{gap.have}, {LEVEL_NAMES[gap.have]}"
        must = "gate, " if gap.must else ""
        out.append(f"{skills[gap.skill].name}: {must}have {have}; need {gap.need}, {LEVEL_NAMES[gap.need]}")
    return out
