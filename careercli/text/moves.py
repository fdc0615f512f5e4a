"""What a profile says, and what moved between two assessments, in words."""

from __future__ import annotations

from collections.abc import Mapping

from careercli.domain.attribution import Move
from careercli.text.phrases import number, percent

FACTS = {
    "name": "name",
    "title": "title",
    "support_years": "support years",
    "leading_years": "leading years",
    "leading_elsewhere_years": "years led elsewhere",
    "part_time_share": "share of full time",
    "employed": "has a job",
    "leads_people": "leads people",
    "team": "people in the team",
    "goal": "goal",
    "hours_per_week": "hours a week",
}
"""The facts of a profile and what they are called, in the order in which they are told."""

_STANDING = {
    "current": "tier",
    "by_years": "what your years say",
    "by_skills": "what your answers say",
    "by_seat": "what your job says",
    "confirmed": "tier shown for sure",
    "at_least": "tier at least",
    "at_most": "tier at most",
    "stated": "tier of your title",
    "goal": "goal",
}


def fact_words(fact: str, value: object, tiers: Mapping[str, str]) -> str:
    """Return what a profile says of a fact; ``tiers`` has the names of tiers by their ids."""
    if value is None or value == "":
        return "not decided yet" if fact == "goal" else "not said"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if fact == "part_time_share" and isinstance(value, float):
        return percent(value)
    if fact == "goal":
        return tiers.get(str(value), str(value))
    return number(value) if isinstance(value, (int, float)) else str(value)


def moved_words(move: Move, tiers: Mapping[str, str]) -> str:
    """Return a tier or a fit that moved, ``tier Agent → Lead``; empty for what is neither or looks alike."""
    before, after = (_shown(value, tiers) for value in (move.before, move.after))
    if before == after or move.of not in {*_STANDING, "fits"}:
        return ""
    name = f"{tiers.get(move.key or '', move.key)} covered" if move.of == "fits" else _STANDING[move.of]
    return f"{name} {before} → {after}"


def _shown(value: object, tiers: Mapping[str, str]) -> str:
    if isinstance(value, float):
        return percent(value)
    return tiers.get(str(value), str(value)) if value else "none"


def changed_words(move: Move, tiers: Mapping[str, str], skills: Mapping[str, str]) -> str:
    """Return what a profile says otherwise: ``goal Manager → Director``, ``Coaching 1 → 2``."""
    if move.key is None:
        before, after = (fact_words(move.of, value, tiers) for value in (move.before, move.after))
        return f"{FACTS.get(move.of, move.of)} {before} → {after}"
    skill = skills.get(move.key, move.key)
    if move.of == "skills":
        before, after = ("?" if level is None else str(level) for level in (move.before, move.after))
        return f"{skill} {before} → {after}"
    if move.of == "evidence":
        return f"evidence of {skill}" if move.after else f"no evidence of {skill} any more"
    return f"{skill} does not apply" if move.after else f"{skill} applies after all"
