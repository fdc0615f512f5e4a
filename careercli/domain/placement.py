"""Where a person stands on a ladder, and why."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from careercli.domain import titles
from careercli.domain.ladder import fit, missing_musts, skills_met, years_met
from careercli.domain.model import HIGHEST_LEVEL, Hold, Ladder, Profile, Tier


class TierStanding(msgspec.Struct, frozen=True):
    """How a profile stands against one tier. ``fit`` runs from 0 to 1."""

    tier: Tier
    fit: float
    skills_met: bool
    years_met: bool
    missing_musts: tuple[str, ...]


class Placement(msgspec.Struct, frozen=True):
    """The result of placing a profile; tiers are None where not even rank 1 is met.

    ``current`` is the lower of ``by_years`` and ``by_skills``. ``highest_possible`` is ``current`` if every
    unrated skill were level 4. ``held_back_by`` says what stops the next tier.
    """

    current: Tier | None
    by_years: Tier | None
    by_skills: Tier | None
    stated: Tier | None
    highest_possible: Tier | None
    held_back_by: tuple[Hold, ...]

    @property
    def certain(self) -> bool:
        """Whether no unrated skill can change the tier any more."""
        return rank_of(self.highest_possible) == rank_of(self.current)


def rank_of(tier: Tier | None) -> int:
    """Return the rank of a tier, 0 for None: not even the first."""
    return tier.rank if tier else 0


def standings(ladder: Ladder, profile: Profile) -> tuple[TierStanding, ...]:
    """Return how the profile stands against every tier, in order of rank."""
    return tuple(
        TierStanding(
            tier=tier,
            fit=fit(tier.demands, profile.skills, profile.not_applicable),
            skills_met=skills_met(tier, profile.skills, profile.not_applicable, ladder.pass_fit),
            years_met=years_met(tier, profile.support_years, profile.leading_years),
            missing_musts=missing_musts(tier.demands, profile.skills),
        )
        for tier in ladder.tiers
    )


def place(ladder: Ladder, profile: Profile) -> Placement:
    """Place a profile on a ladder: walk up while years are met, while skills are met, take the lower."""
    by_years = by_years_of(ladder, profile)
    by_skills = by_skills_of(ladder, profile)
    current = ladder.at(min(rank_of(by_years), rank_of(by_skills)))
    at_best = by_skills_of(ladder, with_unrated_at(ladder, profile, HIGHEST_LEVEL))
    return Placement(
        current=current,
        by_years=by_years,
        by_skills=by_skills,
        stated=titles.tier_of_title(ladder, profile.title),
        highest_possible=ladder.at(min(rank_of(by_years), rank_of(at_best))),
        held_back_by=holds(ladder, profile, ladder.at(rank_of(current) + 1)),
    )


def current_tier(ladder: Ladder, profile: Profile) -> Tier | None:
    """Return where :func:`place` puts the profile, without the rest of what it says."""
    return ladder.at(min(rank_of(by_years_of(ladder, profile)), rank_of(by_skills_of(ladder, profile))))


def by_years_of(ladder: Ladder, profile: Profile) -> Tier | None:
    """Return the highest tier reached by walking up while years are met."""
    return _walk(ladder, lambda tier: years_met(tier, profile.support_years, profile.leading_years))


def by_skills_of(ladder: Ladder, profile: Profile) -> Tier | None:
    """Return the highest tier reached by walking up while skills are met."""
    return _walk(ladder, lambda t: skills_met(t, profile.skills, profile.not_applicable, ladder.pass_fit))


def holds(ladder: Ladder, profile: Profile, tier: Tier | None) -> tuple[Hold, ...]:
    """Return what stops a profile from a tier: its skills, its clocks, or nothing."""
    if tier is None:
        return ()
    out: list[Hold] = []
    if not skills_met(tier, profile.skills, profile.not_applicable, ladder.pass_fit):
        out.append("skills")
    if profile.support_years < tier.carried_support_years:
        out.append("support_years")
    if profile.leading_years < tier.carried_leading_years:
        out.append("leading_years")
    return tuple(out)


def unrated(ladder: Ladder, profile: Profile) -> tuple[str, ...]:
    """Return the ids of the ladder's skills that the profile neither rates nor marks, in ladder order."""
    return tuple(
        demand.skill
        for demand in ladder.top.demands
        if demand.skill not in profile.skills and demand.skill not in profile.not_applicable
    )


def with_unrated_at(ladder: Ladder, profile: Profile, level: int) -> Profile:
    """Return the profile with every unrated skill of the ladder at ``level``."""
    levels = dict.fromkeys(unrated(ladder, profile), level)
    return msgspec.structs.replace(profile, skills=profile.skills | levels) if levels else profile


def _walk(ladder: Ladder, met: Callable[[Tier], bool]) -> Tier | None:
    reached = None
    for tier in ladder.tiers:
        if not met(tier):
            break
        reached = tier
    return reached
