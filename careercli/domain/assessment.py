"""Everything that careercli says about one profile on one day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from careercli.domain.gaps import Gap, gaps
from careercli.domain.model import Ladder, Profile, Skill, Tier
from careercli.domain.placement import Placement, TierStanding, place, rank_of, standings
from careercli.domain.plan import default_goal
from careercli.domain.schedule import Plan, schedule


class Assessment(msgspec.Struct, frozen=True):
    """Placement, what is missing for the next tier and for the goal, and the plan."""

    as_of: date
    ladder: Ladder
    profile: Profile
    placement: Placement
    tiers: tuple[TierStanding, ...]
    next: Tier | None
    gaps: tuple[Gap, ...]
    goal: Tier | None
    goal_gaps: tuple[Gap, ...]
    plan: Plan

    def standing(self, tier: Tier) -> TierStanding:
        """Return how the profile stands against a tier of this ladder."""
        return self.tiers[tier.rank - 1]


def assess(ladder: Ladder, skills: Mapping[str, Skill], profile: Profile, today: date) -> Assessment:
    """Assess a profile on a ladder, as of a day. The same arguments always give the same result."""
    placement = place(ladder, profile)
    following = ladder.at(rank_of(placement.current) + 1)
    goal = default_goal(ladder, profile)
    return Assessment(
        as_of=today,
        ladder=ladder,
        profile=profile,
        placement=placement,
        tiers=standings(ladder, profile),
        next=following,
        gaps=gaps(ladder, skills, profile, following, goal) if following else (),
        goal=goal,
        goal_gaps=gaps(ladder, skills, profile, goal, goal) if goal else (),
        plan=schedule(ladder, skills, profile, goal, today),
    )
