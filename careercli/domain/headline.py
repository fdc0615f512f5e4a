"""What an assessment says in sentences: the same on every screen and in every file."""

from __future__ import annotations

from careercli.domain.assessment import Assessment
from careercli.domain.model import Tier
from careercli.domain.phrases import count, held_back, listed, percent, percent_asked, tenths_up
from careercli.domain.placement import rank_of, unrated
from careercli.domain.titles import look_alike_of_title

RATE_FIRST = "Rate the skills that can still change the tier"
RATE_WHY = "Until then, the steps below may be for what you can do already."
RATE_HOW = "The command careercli advise asks the questions that matter."


def standing_sentence(assessment: Assessment) -> str:
    """Return who stands where, in one sentence; where ratings are missing, between which tiers."""
    placement, top = assessment.placement, len(assessment.ladder.tiers)
    current, highest = placement.current, placement.highest_possible
    you = f"{assessment.profile.name}, you" if assessment.profile.name else "You"
    if highest and not placement.certain:
        if current is None:
            too = f"{assessment.profile.name}, too" if assessment.profile.name else "Too"
            return f"{too} little is rated to place you: anything up to {highest.title} is possible."
        so_far = f"rank {current.rank} of {top} so far"
        return f"{you} stand at {current.title} or above, up to {highest.short}: {so_far}."
    if current is None:
        first = assessment.ladder.tiers[0]
        return f"{you} are preparing for the first of {top} tiers: {first.short}."
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
    """Return what holds a tier back: gates and fit as far as each does, years with their amount."""
    profile, out = assessment.profile, []
    for hold in assessment.placement.held_back_by:
        if hold == "skills":
            out.append(f"skills ({_skills(assessment, tier)})")
        elif hold == "support_years":
            out.append(_years(tier.carried_support_years - profile.support_years, "support"))
        else:
            out.append(_years(tier.carried_leading_years - profile.leading_years, "leading"))
    return listed(out)


def _skills(assessment: Assessment, tier: Tier) -> str:
    gates = sum(1 for gap in assessment.gaps if gap.must)
    reasons = [f"{count(gates, 'gate')} to pass"] if gates else []
    fit = assessment.standing(tier).fit
    if fit < assessment.ladder.pass_fit:
        reasons.append(f"fit {percent(fit)} of the {percent_asked(assessment.ladder.pass_fit)} needed")
    return ", ".join(reasons)


def _years(amount: float, kind: str) -> str:
    shown = tenths_up(amount)
    return f"{shown} more {kind} {'year' if shown == '1' else 'years'}"


def _short(tier: Tier | None) -> str:
    return tier.short if tier else "no tier yet"


def title_sentence(assessment: Assessment) -> str:
    """Return what the person's title says where it differs, kindly and plainly; empty where it agrees."""
    stated, current = assessment.placement.stated, assessment.placement.current
    title = assessment.profile.title
    if stated is None:
        note = look_alike_of_title(assessment.ladder, title)
        return f"About your title: {note.note}" if note else ""
    if rank_of(stated) > rank_of(current):
        so_far = f"you reach {current.short} so far" if current else "you are not on the first tier yet"
        reason = held_back(assessment.placement.held_back_by)
        return f"'{title}' usually stands for {stated.short}. By your answers {so_far}: {reason} decide."
    if rank_of(stated) < rank_of(current):
        return f"'{title}' usually stands for {stated.short}; by years and skills you are past it."
    return ""


def goal_sentence(assessment: Assessment) -> str:
    """Return that a goal is reached, if it is; else nothing."""
    goal, reached = assessment.goal, rank_of(assessment.placement.current)
    if goal is None or goal.rank > reached:
        return ""
    following = assessment.next
    return f"Your goal, {goal.short}, is reached" + (
        f"; the next tier is {following.short}." if following else "."
    )


def certainty_sentence(assessment: Assessment) -> str:
    """Return whether unrated skills could change the tier; empty where nothing is unrated."""
    placement = assessment.placement
    open_skills = len(unrated(assessment.ladder, assessment.profile))
    if not open_skills:
        return ""
    rated = f"{count(open_skills, 'skill')} not rated"
    if placement.certain:
        return f"{rated}; {'it cannot' if open_skills == 1 else 'none of them can'} change the tier."
    verb = "counts" if open_skills == 1 else "count"
    return f"{rated} {verb} as 0 until you rate them: careercli advise asks what can change the tier."
