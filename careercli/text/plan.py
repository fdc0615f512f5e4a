"""A plan and its milestones in words: when they are ready, how much work they are, what the dates rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from careercli.domain.assessment import Assessment
from careercli.domain.ladder import leading_toward
from careercli.domain.model import Hold, Profile, Tier
from careercli.domain.placement import leads_now
from careercli.domain.plan import PlannedStep
from careercli.domain.schedule import Milestone, Plan, Span, effort
from careercli.domain.values import Value
from careercli.text.phrases import (
    between,
    capital,
    count,
    day,
    hours_a_week,
    hours_of,
    number,
    percent,
    tenths_down,
)
from careercli.text.ready import BOTH_ENDS, NO_PROMISE, End, binding_words, ready_words
from careercli.text.steps import SEAT_WORDS, Agenda, agenda


def plan_title(plan: Plan, profile: Profile, words: str = "Plan to") -> str:
    """Return what a plan is called: ``words`` with the goal and the person."""
    if plan.goal is None:
        return "There is nothing left to plan: you're at the top of this ladder."
    name = f" for {profile.name}" if profile.name else ""
    return f"{words} {plan.goal.title}{name}"


def milestone_title(plan: Plan, milestone: Milestone) -> str:
    """Return what a milestone is called; the first may be to confirm where somebody is."""
    goal = " (your goal)" if milestone.tier is plan.goal else ""
    if milestone.tier is plan.placement.current:
        return f"Confirm where you are, {milestone.tier.short}{goal}"
    return f"{milestone.tier.title}{goal}"


def reached_sentence(plan: Plan) -> str:
    """Return that a goal is reached for sure, where it is; else nothing."""
    if plan.goal is None or plan.milestones:
        return ""
    return f"You're there: your answers and years show {plan.goal.short}, and no step is left."


def pace_sentence(plan: Plan) -> str:
    """Return from when a plan runs, at what pace, and how much work it is."""
    work = _work(plan.steps) or "no steps left"
    return f"From {day(plan.as_of)}, {hours_a_week(plan.hours_per_week)}: {work}."


def ready_sentence(plan: Plan, milestone: Milestone) -> str:
    """Return when a milestone is ready, and what each end of that waits for."""
    return ready_words(milestone.ready, milestone.bound_by, plan.as_of)


def ready_at(milestone: Milestone) -> str | None:
    """Return the id of the step behind which a milestone is ready as far as steps go.

    It is empty where it is so before all of them, and None where it never is within the plan.
    """
    if None in {milestone.until["skills"].earliest, milestone.until["skills"].latest}:
        return None
    return milestone.steps[milestone.ready_after - 1].step.id if milestone.ready_after else ""


def ready_here(plan: Plan, milestone: Milestone) -> tuple[str, str]:
    """Return what stands in the list of steps where a milestone is ready: what it is called, and when."""
    skills = {None, "skills"} & {milestone.bound_by.earliest, milestone.bound_by.latest}
    but = "" if skills else " but for the years"
    return f"{milestone.tier.short}, ready here{but}", ready_sentence(plan, milestone).removeprefix("ready ")


def work_sentence(_: Plan, milestone: Milestone) -> str:
    """Return how much work a milestone is."""
    return _work(dated.step for dated in milestone.steps) or "no steps of its own"


def _work(steps: Iterable[PlannedStep]) -> str:
    every = tuple(steps)
    sure = [step for step in every if not step.if_needed]
    rates = sum(step.kind == "rate" for step in sure)
    raises = sum(step.growth is not None for step in sure)
    parts = ["the quick interview"] if any(step.kind == "interview" for step in sure) else []
    parts += [f"{count(rates, 'skill')} to rate"] if rates else []
    parts += [count(raises, "step")] if raises else []
    if raises:
        parts.append(hours_of(effort(sure)))
    words = [", ".join(parts)] if parts else []
    if perhaps := len(every) - len(sure):
        most = number(round(effort(every).max))
        more = count(perhaps, "more step" if parts else "step")
        words.append(f"{more} only if needed, then {most} h at most")
    return "; ".join(words)


def ready_now(plan: Plan) -> Tier | None:
    """Return the highest tier above the current one that somebody is ready for today, or None."""
    for milestone in reversed(plan.milestones):
        if milestone.tier is not plan.placement.current and milestone.ready.latest == plan.as_of:
            return milestone.tier
    return plan.placement.ready_for


def after_sentence(tier: Tier, following: Tier | None) -> str:
    """Return what comes after a tier that somebody is ready for today."""
    look = f"Look for an opening as {tier.short}: careercli portfolio gathers what you can show for it."
    return f"{look} To go on, make {following.short} your goal." if following else look


def assumptions(plan: Plan) -> tuple[str, ...]:
    """Return what a plan's dates rest on, a sentence each."""
    pace = hours_a_week(plan.hours_per_week)
    return (
        f"You work on the steps one after another, {pace}. Where one waits for a result, the next goes on.",
        *_of_ratings(plan),
        *_of_years(plan),
        *_of_jobs(plan),
        BOTH_ENDS,
        NO_PROMISE,
    )


def _of_ratings(plan: Plan) -> Iterator[str]:
    estimated = len(plan.course.estimated) if plan.course else 0
    if not estimated:
        return
    skills = f"{count(estimated, 'skill')} of these tiers {'is' if estimated == 1 else 'are'} not rated"
    if plan.profile.skills:
        yield f"{skills}. The early date takes what the rest of your answers suggests, the late one takes 0."
    else:
        yield f"{skills}, so both dates take 0; rating can only bring them forward."


def _of_years(plan: Plan) -> Iterator[str]:
    profile, today = plan.profile, plan.as_of
    if not plan.milestones:
        return
    if _matters(plan, "support_years"):
        since = f"Support years run from {day(today)}"
        if not profile.support_years:
            yield f"{since}, as if your first support job began today. If it begins later, so do the dates."
        elif profile.employed is False:
            yield f"{since}, as if a new support job began today. If it begins later, so do the dates."
        else:
            yield f"You stay in this line of work, so support years run on from {day(today)}."
    if _matters(plan, "leading_years"):
        if profile.employed is not False and leads_now(profile, plan.placement.by_seat):
            yield "You go on leading people, so years of leading run on from today."
        elif plan.placement.current and plan.placement.current.leads_people:
            yield "Years of leading run on from today, as if a job in which you lead began today."
        elif all(milestone.until["leading_years"].latest is None for milestone in plan.milestones):
            yield "Years of leading come with a job in which you lead; no step of this plan adds any."
        else:
            yield "Years of leading run from the day on which you are ready for a first lead job."


def _matters(plan: Plan, hold: Hold) -> bool:
    today = Span(plan.as_of, plan.as_of)
    return any(milestone.until[hold] != today for milestone in plan.milestones)


def _of_jobs(plan: Plan) -> Iterator[str]:
    if note := counted_years(plan.profile.part_time_share, _elsewhere(plan)):
        yield note
    seats = {step.needs_seat for step in plan.steps if step.needs_seat}
    if seats:
        jobs = " or ".join(SEAT_WORDS[seat] for seat in SEAT_WORDS if seat in seats)
        yield f"Where a step takes {jobs}, the dates assume that you find somebody to stand in for."
    if any(step.growth and step.growth.part for step in plan.steps):
        yield "Where a step leads toward a level, the dates assume that you do by then what the level says."


def _elsewhere(plan: Plan) -> float:
    years = plan.profile.leading_elsewhere_years
    return max((m.tier.leading_elsewhere for m in plan.milestones), default=0.0) if years else 0.0


_HALF = 0.5


def counted_years(part_time: float, elsewhere: float) -> str:
    """Return how years at part time and of leading elsewhere count; empty where they all count in full.

    ``part_time`` is the share of full time, ``elsewhere`` the share at which leading elsewhere counts, 0 for
    none.
    """
    said = [f"years at {percent(part_time)} of full time count by that share"] if part_time < 1 else []
    if elsewhere:
        part = "half" if elsewhere == _HALF else percent(elsewhere)
        said.append(f"years of leading outside support count {part}")
    if not said:
        return ""
    sentence = " and ".join(said)
    return f"{capital(sentence)}. That is our judgement: no employer gives a figure for it."


class Stop(Value):
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
    """Return what each end of the date of a milestone waits for, with the years that are asked and there."""

    def words(hold: Hold, end: End) -> str:
        return _waits(hold, milestone, assessment, late=end == "late")

    why = binding_words(milestone.ready, milestone.bound_by, words)
    return f"{capital(why)}." if why else "Nothing stands in the way: you are ready today."


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
