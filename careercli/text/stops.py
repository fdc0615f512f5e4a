"""The milestones of a report in words: when a tier is ready, what decides that, and how much work it is."""

from __future__ import annotations

import msgspec

from careercli.domain.assessment import Assessment
from careercli.domain.ladder import leading_toward
from careercli.domain.model import Hold
from careercli.domain.schedule import Milestone
from careercli.text.phrases import between, capital, count, hours_a_week, tenths_down
from careercli.text.plan import milestone_title, work_sentence
from careercli.text.steps import Agenda, agenda


class Stop(msgspec.Struct, frozen=True):
    """A milestone in words: when it is ready, what decides that, how much work it is; and its steps."""

    milestone: Milestone
    title: str
    ready: str
    decides: str
    work: str
    agenda: Agenda


def stop(milestone: Milestone, assessment: Assessment) -> Stop:
    """Return a milestone of the plan of an assessment in words."""
    plan = assessment.plan
    return Stop(
        milestone=milestone,
        title=milestone_title(plan, milestone),
        ready=between(milestone.ready, plan.as_of),
        decides=_decides(milestone, assessment),
        work=f"{capital(work_sentence(plan, milestone))}.",
        agenda=agenda(milestone.steps),
    )


def _decides(milestone: Milestone, assessment: Assessment) -> str:
    """Return what each end of the date of a milestone waits for."""
    early, late = milestone.bound_by.earliest, milestone.bound_by.latest
    if early is None and late is None:
        return "Nothing stands in the way: you are ready today."
    first, last = (
        _waits(hold, milestone, assessment, late=is_late) if hold else ""
        for hold, is_late in ((early, False), (late, True))
    )
    if not first:
        return f"You may be ready today; the late date waits for {last}."
    if first == last or not last:
        one = milestone.ready.earliest == milestone.ready.latest
        return f"{'The date waits' if one else 'Both dates wait'} for {first}."
    return f"The early date waits for {first}; the late one for {last}."


def _waits(hold: Hold, milestone: Milestone, assessment: Assessment, *, late: bool) -> str:
    profile, tier = assessment.profile, milestone.tier
    if hold == "skills":
        return f"your steps, at {hours_a_week(profile.hours_per_week)}"
    if hold == "support_years":
        clock, have, what = tier.support_years, profile.full_support_years, "in support"
    else:
        clock, have, what = tier.leading_years, leading_toward(tier, profile), "of leading"
    by_guides = late and (clock.usual > clock.floor or have >= clock.floor)
    if by_guides and hold == "leading_years":
        have = profile.full_leading_years  # leading elsewhere counts toward floors alone
    asked = count(clock.usual if by_guides else clock.floor, "year")
    who = "the guides call usual" if by_guides else "employers ask"
    return f"the {asked} {what} that {who}, of which you have {tenths_down(have)}"
