"""What would make a stretch of an advertisement that is not for somebody yet."""

from __future__ import annotations

from collections.abc import Iterator

from careercli.domain.match import Match
from careercli.domain.skills_asked import FAR, SkillFit
from careercli.domain.verdict import A_YEAR, BENDS, STRETCHED, Aspect, YearsFit
from careercli.text.match import position, question
from careercli.text.phrases import (
    capital,
    count,
    inside,
    listed,
    listed_first,
    spoken,
    tenths_down,
    tenths_up,
)

_NAMED = 6
"""So many skills are named."""


def to_a_stretch(of: Match) -> Iterator[tuple[str, str]]:
    """Yield what speaks for not yet, each with what would make a stretch of it: a label and a sentence."""
    if of.to_rate:
        names = [inside(of.assessment.skills[fit.asked.skill].name) for fit in of.to_rate]
        yield "To rate", f"{capital(listed(names))}. Until then any level is a guess, and so is any date."
        return
    far = [finding.about for finding in of.findings if finding.verdict == "not-yet"]
    for about in far:
        if sentence := _change(of, about):
            yield _LABELS[about], sentence
    if not far:
        yield (
            "One of them",
            "Tier, years and skills are each a stretch, and all three are too far: close one.",
        )


_LABELS: dict[Aspect, str] = {
    "condition": "A condition",
    "tier": "The tier",
    "leading_years": "Leading",
    "support_years": "Support",
    "skills": "Skills",
}


def _change(of: Match, about: Aspect) -> str:
    if about == "condition":
        refused = [each for each in of.refused if each.kind not in BENDS] or of.refused
        asked = " ".join(question(each) for each in refused)
        return f"{asked} You said no; only another answer, yours or theirs, changes that."
    if about == "tier":
        return _tier(of)
    if about == "leading_years" and of.leading_years:
        return _years(of.leading_years, "leading people")
    if about == "support_years" and of.support_years:
        return _years(of.support_years, "support")
    return _skills(of) if about == "skills" else ""


def _tier(of: Match) -> str:
    ladder, tier = of.assessment.ladder, of.ad.tier
    before = ladder.at(tier.rank - 1) if tier else None
    if tier is None or before is None:
        return ""
    up = f"{spoken(of.above)} tiers"
    return (
        f"It asks for {tier.short}, {up} above {position(of)}. From {before.short} it is a stretch, so that "
        "seat comes first."
    )


def _years(fit: YearsFit, what: str) -> str:
    """Return from how many years on it is a stretch: half of what is asked, or a year less."""
    from_ = max(min(fit.asked.least * STRETCHED, fit.asked.least - A_YEAR), 0)
    if not from_:
        return f"Any time of {what}: it asks {count(fit.asked.least, 'year')}, and the first months count."
    have = tenths_down(fit.have) if fit.have else "none"
    return f"From {count(tenths_up(from_), 'year')} of {what} on; you have {have}."


def _skills(of: Match) -> str:
    """Return how far must-haves have to come: all of them but one within reach, and half of what is asked."""
    names = of.assessment.skills
    far = [fit for fit in of.skills if fit.must and fit.far]
    if len(far) > 1:
        steps = [f"{inside(names[fit.asked.skill].name)} {_from(fit)} {_near(fit)}" for fit in far]
        return f"All but one of these must-haves within reach: {listed_first(steps, _NAMED)}."
    lacking = [inside(names[fit.asked.skill].name) for fit in of.skills if fit.lacks][:_NAMED]
    if not lacking:
        return "Rate what it asks: of what you have rated too little is there."
    return f"Half of what it asks; most is gained by {listed(lacking)}."


def _from(fit: SkillFit) -> str:
    """Return where a skill stands on the way; what is not rated is at no level."""
    return "(not rated) to" if fit.have is None else f"from {fit.have} to"


def _near(fit: SkillFit) -> int:
    """Return the level from which a must-have is short and no longer missing."""
    return max(fit.need - FAR + 1, 1)
