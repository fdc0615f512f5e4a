"""The milestones of a report in words: when a tier is ready, what decides that, and how much work it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from careercli.domain.assessment import Assessment
from careercli.domain.model import Skill
from careercli.domain.phrases import (
    between,
    count,
    hours_a_week,
    hours_range,
    number,
    percent_asked,
    tenths_down,
)
from careercli.domain.plan import PlannedStep
from careercli.domain.schedule import Milestone, day_after, days_until


class Stop(msgspec.Struct, frozen=True):
    """A milestone in words: when it is ready, what decides that, how much work it is; its steps by name."""

    milestone: Milestone
    ready: str
    decides: str
    work: str
    steps: tuple[tuple[str, PlannedStep], ...]


def stop(milestone: Milestone, assessment: Assessment, skills: Mapping[str, Skill]) -> Stop:
    """Return a milestone of the plan of an assessment in words."""
    plan = assessment.plan
    work = "No further steps are needed for it."
    if milestone.steps:
        hours = hours_range(milestone.hours.min, milestone.hours.max)
        done = between(milestone.complete, plan.as_of)
        work = f"{count(len(milestone.steps), 'step')}, {hours}; all done {done}."
    return Stop(
        milestone=milestone,
        ready=between(milestone.ready, plan.as_of),
        decides=_decides(milestone, assessment),
        work=work,
        steps=tuple((skills[step.skill].name, step) for step in milestone.steps),
    )


def _decides(milestone: Milestone, assessment: Assessment) -> str:
    """Return what decides the date of a milestone, and why it is that late."""
    tier, profile = milestone.tier, assessment.profile
    if milestone.bound_by is None:
        return "Nothing stands in the way: you are ready today."
    if milestone.bound_by == "leading_years":
        asked, have = number(tier.carried_leading_years), tenths_down(profile.leading_years)
        begin = "" if profile.leads_people else "; they run from the day on which you begin to lead people"
        return f"Leading years decide: it takes {asked}, and you have {have} today{begin}."
    ready, own = milestone.ready.latest, _own_day(milestone, assessment)
    late = ready is not None and own is not None and ready > own
    # Later than what decides it: leading years, which could not begin before, still have to run.
    leading = not profile.leads_people and profile.leading_years < tier.carried_leading_years
    rest = "; leading years run from the day on which you begin to lead people" if late and leading else ""
    if milestone.bound_by == "support_years":
        asked, have = number(tier.carried_support_years), tenths_down(profile.support_years)
        return f"Support years decide: it takes {asked}, and you have {have} today{rest}."
    pace, fit = hours_a_week(profile.hours_per_week), percent_asked(assessment.ladder.pass_fit)
    if late:
        return f"Skills decide: at {pace}, the steps on the way take longest{rest}."
    return f"Skills decide: at {pace}, its gates and a fit of {fit} take until then."


def _own_day(milestone: Milestone, assessment: Assessment) -> date | None:
    """Return the day on which what decides a milestone is there, whatever else it waits for."""
    if milestone.bound_by == "skills":
        return milestone.complete.latest
    days = days_until(assessment.profile.support_years, milestone.tier.carried_support_years)
    return day_after(assessment.as_of, days)
