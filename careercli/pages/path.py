"""The screen of ``path``: the ladder as stairs that one would put on a slide."""

from __future__ import annotations

from collections.abc import Mapping

from careercli.domain.assessment import Assessment
from careercli.domain.model import Ladder, Tier
from careercli.pages.blocks import Block, Gap, Paragraph, Stair, Stairs, Title
from careercli.text.phrases import between, listed, percent
from careercli.text.report_parts import musts
from careercli.text.tiers import must_have_name, years_line


def path_view(ladder: Ladder, names: Mapping[str, str], assessment: Assessment | None = None) -> list[Block]:
    """Return a ladder, highest tier at the top; with an assessment, the person and the goal on it.

    ``names`` has the names of skills under their ids.
    """
    return [
        Title(f"{ladder.title}: the way up"),
        Gap(),
        Stairs(tuple(_stair(tier, names, ladder, assessment) for tier in ladder.tiers)),
        Gap(),
        *(Paragraph(line, quiet=True) for line in _legend(assessment)),
    ]


def _stair(tier: Tier, names: Mapping[str, str], ladder: Ladder, assessment: Assessment | None) -> Stair:
    here = assessment is not None and tier is assessment.placement.current
    goal = assessment is not None and tier is assessment.goal
    return Stair(
        tier,
        years_line(ladder, tier),
        listed([must_have_name(gate, names) for gate in tier.gates]) or "none",
        _you(assessment, tier) if assessment else "",
        "you" if here else "goal" if goal else "",
    )


def _you(assessment: Assessment, tier: Tier) -> str:
    """Return how much of a tier somebody covers, and how many of its must-haves they show."""
    standing = assessment.standing(tier)
    if not standing.counts:
        return "You: too little rated to say"
    return f"You cover {percent(standing.fit)}. Must-haves: {musts(standing)}"


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
