"""What an assessment says in sentences: the same on every screen and in every file."""

from __future__ import annotations

from careercli.domain.assessment import Assessment
from careercli.domain.model import Tier
from careercli.domain.phrases import count, held_back, listed, number
from careercli.domain.placement import rank_of, unrated
from careercli.domain.titles import look_alike_of_title


def standing_sentence(assessment: Assessment) -> str:
    """Return who stands where, in one sentence."""
    current = assessment.placement.current
    name = f"{assessment.profile.name}, " if assessment.profile.name else ""
    you = f"{name}{'' if assessment.placement.certain else 'so far '}you"
    you = you[0].upper() + you[1:]
    top = len(assessment.ladder.tiers)
    if current is None:
        first = assessment.ladder.tiers[0]
        return f"{you} are preparing for the first of {top} tiers: {first.title}."
    return f"{you} stand at {current.title}, rank {current.rank} of {top}."


def reasons_sentence(assessment: Assessment) -> str:
    """Return what years say, what skills say, and what holds the next tier back."""
    placement = assessment.placement
    years, skills = placement.by_years, placement.by_skills
    if rank_of(years) == rank_of(skills):
        reach = f"Years and skills both reach {_short(years)}."
    else:
        reach = f"Years reach {_short(years)}, skills reach {_short(skills)}."
    following = assessment.next
    if following is None:
        return f"{reach} That is the top of this ladder."
    return f"{reach} {following.short} is held back by {_missing(assessment, following)}."


def _missing(assessment: Assessment, tier: Tier) -> str:
    """Return what holds a tier back, years with their amount."""
    profile, out = assessment.profile, []
    for hold in assessment.placement.held_back_by:
        if hold == "skills":
            gates = sum(1 for gap in assessment.gaps if gap.must)
            out.append(f"skills ({count(gates, 'gate')} open)" if gates else "skills (the fit is too low)")
        elif hold == "support_years":
            out.append(_years(tier.carried_support_years - profile.support_years, "support"))
        else:
            out.append(_years(tier.carried_leading_years - profile.leading_years, "leading"))
    return listed(out)


def _years(amount: float, kind: str) -> str:
    shown = number(max(round(amount + 0.049, 1), 0.1))
    return f"{shown} more {kind} {'year' if shown == '1' else 'years'}"


def _short(tier: Tier | None) -> str:
    return tier.short if tier else "no tier yet"


def title_sentence(assessment: Assessment) -> str:
    """Return what the person's title says where it differs, kindly and plainly; empty where it agrees."""
    stated, current = assessment.placement.stated, assessment.placement.current
    if stated is None:
        note = look_alike_of_title(assessment.ladder, assessment.profile.title)
        return f"About your title: {note.note}" if note else ""
    if rank_of(stated) > rank_of(current):
        reason = held_back(assessment.placement.held_back_by)
        return (
            f"Your title says {stated.short}, which is a fact about your job; this ladder sees you at "
            f"{_short(current)} so far, because of {reason}."
        )
    if rank_of(stated) < rank_of(current):
        return f"Your title says {stated.short}; by years and skills you are past it."
    return ""


def certainty_sentence(assessment: Assessment) -> str:
    """Return whether unrated skills could change the tier; empty where nothing is unrated."""
    placement = assessment.placement
    open_skills = len(unrated(assessment.ladder, assessment.profile))
    if not open_skills:
        return ""
    rated = f"{count(open_skills, 'skill')} not rated"
    if placement.certain:
        return f"{rated}; {'it cannot' if open_skills == 1 else 'none of them can'} change the tier."
    they = "it" if open_skills == 1 else "they"
    return f"{rated}: rated at best, {they} would place you at {_short(placement.highest_possible)}."
