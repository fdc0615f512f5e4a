"""The way up for one person: what each next tier adds, and in what order clocks and skills bind."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from careercli.domain.assessment import Assessment
from careercli.domain.model import Demand, Hold, Ladder, Profile, Skill, Tier
from careercli.domain.placement import rank_of
from careercli.domain.plan import Stage, stages
from careercli.domain.schedule import Span, Walk, day_after, days_until, schedule, walk


class Addition(msgspec.Struct, frozen=True):
    """What a tier asks of a skill beyond the tier below, and whether the person has it already.

    ``have`` is None for an unrated skill.
    """

    skill: str
    have: int | None
    need: int
    weight: int
    must: bool

    @property
    def met(self) -> bool:
        """Whether the person's level is enough."""
        return (self.have or 0) >= self.need


class Binding(msgspec.Struct, frozen=True):
    """One reason why a tier is not ready today, and when it alone would no longer stand in the way."""

    hold: Hold
    until: Span


class Stretch(msgspec.Struct, frozen=True):
    """One tier on the way.

    ``adds`` begins with gates. ``clocks`` are those on which it asks for more years than the tier below.
    ``binds`` has what is not reached today, the first to be reached first; ``bound_by`` is the one whose
    removal moves the date most, None where the tier is ready today.
    """

    tier: Tier
    adds: tuple[Addition, ...]
    clocks: tuple[Hold, ...]
    ready: Span
    bound_by: Hold | None
    binds: tuple[Binding, ...]


def way_up(assessment: Assessment, skills: Mapping[str, Skill]) -> tuple[Stretch, ...]:
    """Return the tiers from the next one to the goal; to the next one alone where the goal is reached.

    Empty at the top of the ladder.
    """
    ladder, profile, today = assessment.ladder, assessment.profile, assessment.as_of
    here = rank_of(assessment.placement.current)
    goal = assessment.goal if rank_of(assessment.goal) > here else assessment.next
    if goal is None:
        return ()
    plan = assessment.plan if goal is assessment.goal else schedule(ladder, skills, profile, goal, today)
    cut = stages(ladder, skills, profile, goal)
    low, high = (walk(ladder, profile, cut, high=high) for high in (False, True))
    return tuple(
        Stretch(
            tier=milestone.tier,
            adds=additions(ladder, profile, milestone.tier),
            clocks=_clocks(ladder, milestone.tier),
            ready=milestone.ready,
            bound_by=milestone.bound_by,
            binds=_binds(profile, cut, index, (low, high), today),
        )
        for index, milestone in enumerate(plan.milestones)
    )


def additions(ladder: Ladder, profile: Profile, tier: Tier) -> tuple[Addition, ...]:
    """Return what a tier asks beyond the tier below: new skills, higher levels, new gates.

    Gates come first; among them what the person does not reach; then higher weight and the ladder's order.
    """
    below = ladder.at(tier.rank - 1)
    asked = {demand.skill: demand for demand in below.demands} if below else {}
    found = [
        Addition(demand.skill, profile.skills.get(demand.skill), demand.level, demand.weight, demand.must)
        for demand in tier.demands
        if demand.skill not in profile.not_applicable and _asks_more(demand, asked.get(demand.skill))
    ]
    return tuple(sorted(found, key=lambda item: (not item.must, item.met, -item.weight)))


def _asks_more(demand: Demand, below: Demand | None) -> bool:
    return below is None or demand.level > below.level or demand.must > below.must


def _clocks(ladder: Ladder, tier: Tier) -> tuple[Hold, ...]:
    below = ladder.at(tier.rank - 1)
    out: list[Hold] = []
    if tier.carried_support_years > (below.carried_support_years if below else 0):
        out.append("support_years")
    if tier.carried_leading_years > (below.carried_leading_years if below else 0):
        out.append("leading_years")
    return tuple(out)


def _binds(
    profile: Profile, cut: tuple[Stage, ...], index: int, walks: tuple[Walk, Walk], today: date
) -> tuple[Binding, ...]:
    """Return what of a milestone is open today with the days on which each alone is met, in their order."""
    low, high = ({hold: _day(profile, cut, index, walked, hold) for hold in _HOLDS} for walked in walks)
    found = [
        Binding(hold, Span(earliest=day_after(today, low[hold]), latest=day_after(today, high[hold])))
        for hold in _HOLDS
        if high[hold] != 0
    ]
    return tuple(sorted(found, key=_when))


def _when(bind: Binding) -> tuple[date, date]:
    return (bind.until.latest or date.max, bind.until.earliest or date.max)


_HOLDS: tuple[Hold, ...] = ("support_years", "leading_years", "skills")


def _day(profile: Profile, cut: tuple[Stage, ...], index: int, walked: Walk, hold: Hold) -> int | None:
    """Return on which day from today a reason alone is met; None where the plan never gets there."""
    tier = cut[index].tier
    if hold == "skills":
        return walked.skills_day[index]
    if hold == "support_years":
        return days_until(profile.support_years, tier.carried_support_years)
    led = days_until(profile.leading_years, tier.carried_leading_years)
    if led == 0:
        return 0
    return None if walked.leading_starts is None else walked.leading_starts + led
