"""Everything that careercli says about one profile on one day."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from careercli.domain.gaps import Gap, gaps
from careercli.domain.model import Ladder, Profile, Skills, Tier, told
from careercli.domain.placement import Placement, TierStanding, place, rank_of, standings
from careercli.domain.plan import default_goal, following_rank
from careercli.domain.schedule import Plan, RouteName, schedule
from careercli.domain.values import Value


class Assessment(Value, dict=True):
    """Placement, what is missing for the next tier and for the goal, and the plan, each once it is looked at.

    ``skills`` have their steps as the person's seat is told them. ``next`` is the tier after the current one,
    rank 1 where there is none; None at the top.
    """

    as_of: date
    ladder: Ladder
    skills: Skills
    profile: Profile
    placement: Placement
    tiers: tuple[TierStanding, ...]
    next: Tier | None
    goal: Tier | None

    def standing(self, tier: Tier) -> TierStanding:
        """Return how the profile stands against a tier of this ladder."""
        return self.tiers[tier.rank - 1]

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """What is missing for the next tier."""
        return self._gaps_to(self.next)

    @cached_property
    def ahead(self) -> Tier | None:
        """The tier that a person is told about: the next; where too little is rated, where a plan begins."""
        return self.ladder.at(following_rank(self.placement))

    @property
    def expected(self) -> Tier | None:
        """The tier that years and job let one expect where too little is rated to say; else None."""
        return self.ahead if self.placement.state == "too-little-rated" else None

    @cached_property
    def gaps_ahead(self) -> tuple[Gap, ...]:
        """What is missing for that tier."""
        return self.gaps if self.ahead is self.next else self._gaps_to(self.ahead)

    @cached_property
    def goal_gaps(self) -> tuple[Gap, ...]:
        """What is missing for the goal."""
        return self.gaps if self.goal is self.next else self._gaps_to(self.goal)

    @cached_property
    def plan(self) -> Plan:
        """The shortest route to the goal."""
        return self.plan_to(self.goal)

    def plan_to(self, goal: Tier | None, route: RouteName = "shortest") -> Plan:
        """Return the plan to any tier of this ladder."""
        return schedule(
            self.ladder, self.skills, self.profile, goal, self.as_of, route=route, placement=self.placement
        )

    def _gaps_to(self, tier: Tier | None) -> tuple[Gap, ...]:
        return gaps(self.ladder, self.skills, self.profile, tier, self.goal) if tier else ()


def assess(ladder: Ladder, skills: Skills, profile: Profile, today: date) -> Assessment:
    """Assess a profile on a ladder, as of a day. The same arguments always give the same result."""
    against = standings(ladder, profile)
    placement = place(ladder, profile, against)
    return Assessment(
        as_of=today,
        ladder=ladder,
        skills=told(skills, placement.seat),
        profile=profile,
        placement=placement,
        tiers=against,
        next=ladder.at(rank_of(placement.current) + 1),
        goal=default_goal(ladder, profile, placement),
    )
