"""The way up for one person: what each next tier adds, and in what order clocks and skills bind."""

from __future__ import annotations

from datetime import date

from careercli.domain.assessment import Assessment
from careercli.domain.model import Hold, Ladder, Profile, Tier
from careercli.domain.placement import gates_left, rank_of
from careercli.domain.requirements import Gate
from careercli.domain.schedule import HOLDS, Binding, Milestone, Span
from careercli.domain.values import Value


class Addition(Value):
    """What a tier asks of a skill beyond the tier below, and whether the person has it already.

    ``have`` is None for an unrated skill.
    """

    skill: str
    have: int | None
    need: int
    weight: int

    @property
    def met(self) -> bool:
        """Whether the person's level is enough."""
        return (self.have or 0) >= self.need


class MustHave(Value):
    """A gate of a tier, and whether the person's ratings reach it.

    ``open`` is whether they miss it whatever is not rated yet might be.
    """

    gate: Gate
    met: bool
    open: bool


class Wait(Value):
    """One reason why a tier is not ready today, and when it alone would no longer stand in the way."""

    hold: Hold
    until: Span


class TierAhead(Value):
    """One tier on the way.

    ``confirms`` is whether it is where the person is placed already, and is to be confirmed. ``adds`` are the
    skills outside of its gates of which it asks more than the tier below. ``waits`` has what is not reached
    today, the first to be reached first; ``bound_by`` says what binds each end of the date.
    """

    tier: Tier
    confirms: bool
    must_haves: tuple[MustHave, ...]
    adds: tuple[Addition, ...]
    ready: Span
    bound_by: Binding
    waits: tuple[Wait, ...]


def way_up(assessment: Assessment) -> tuple[TierAhead, ...]:
    """Return the tiers from where the person is to the goal, else to the next one; the first may confirm.

    Empty at the top of the ladder, once that is confirmed.
    """
    here = rank_of(assessment.placement.current)
    goal = assessment.goal if rank_of(assessment.goal) > here else assessment.next
    plan = assessment.plan if goal is assessment.goal and goal else None
    plan = plan or assessment.plan_to(goal or assessment.placement.current)
    return tuple(_ahead(assessment, milestone) for milestone in plan.milestones)


def _ahead(assessment: Assessment, milestone: Milestone) -> TierAhead:
    tier, met = milestone.tier, Span(assessment.as_of, assessment.as_of)
    waits = [Wait(hold, milestone.until[hold]) for hold in HOLDS if milestone.until[hold] != met]
    return TierAhead(
        tier=tier,
        confirms=tier is assessment.placement.current,
        must_haves=must_haves(tier, assessment.profile),
        adds=additions(assessment.ladder, assessment.profile, tier),
        ready=milestone.ready,
        bound_by=milestone.bound_by,
        waits=tuple(
            sorted(waits, key=lambda wait: (wait.until.latest or date.max, wait.until.earliest or date.max))
        ),
    )


def must_haves(tier: Tier, profile: Profile) -> tuple[MustHave, ...]:
    """Return the gates of a tier in their order, each with whether it is reached."""
    still, check = ({entry.number for entry in entries} for entries in gates_left(tier, profile))
    return tuple(
        MustHave(gate, met=number not in still | check, open=number in still)
        for number, gate in enumerate(tier.gates, start=1)
    )


def additions(ladder: Ladder, profile: Profile, tier: Tier) -> tuple[Addition, ...]:
    """Return what a tier asks beyond the tier below outside of its gates: new skills and higher levels.

    What the person does not reach comes first; then higher weight and the ladder's order.
    """
    below = ladder.at(tier.rank - 1)
    asked = below.needs if below else {}
    found = [
        Addition(ask.skill, profile.skills.get(ask.skill), ask.level, ask.weight)
        for ask in tier.asks
        if ask.skill not in profile.not_applicable
        and ask.skill not in tier.gate_skills
        and ask.level > asked.get(ask.skill, (0, 0))[0]
    ]
    return tuple(sorted(found, key=lambda item: (item.met, -item.weight)))
