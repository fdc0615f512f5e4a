from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from careercli.domain.ladder import coverage, days_until, gate_met, leading_toward, passes
from careercli.domain.model import YEARS_PER_DAY, Profile, Tier
from careercli.domain.placement import leads_now, place, rank_of, seat_now
from careercli.domain.schedule import Plan, day_after, schedule
from tests.domain.builders import TODAY, Rung, asks, catalog_of, ladder, must, person, skill
from tests.domain.ladders import Case, better, cases, reordered

FAR = timedelta(days=80 * 366)
ONE = ladder(Rung((asks("a", 2),), gates=(must("a", levels=(2,)),)))
UP = ladder(
    Rung((asks("a", 1),), gates=(must("a"),)),
    Rung((asks("a", 1),), support=2.0, usual_support=3.0, seat="lead", leading=0.25),
    Rung((asks("a", 1),), support=2.0, leading=1.0, usual_leading=2.0, seat="manager"),
)


def _plan(of: object, profile: Profile, goal: Tier | None = None, **how: object) -> Plan:
    return schedule(of, catalog_of(of).skills_by_id, profile, goal or of.top, TODAY, **how)


def _days(span: object) -> tuple[int | None, int | None]:
    return tuple(None if day is None else (day - TODAY).days for day in (span.earliest, span.latest))


def test_steps_take_their_hours_at_the_pace_there_is() -> None:
    """Worked by hand, at an hour a day: 1 and 2 hours early, 2 and 4 late."""
    (milestone,) = _plan(ONE, person(a=0)).milestones
    assert [_days(step.starts) for step in milestone.steps] == [(0, 0), (1, 2)]
    assert [_days(step.ends) for step in milestone.steps] == [(1, 2), (3, 6)]
    assert _days(milestone.ready) == (3, 6)
    assert (milestone.bound_by.earliest, milestone.bound_by.latest) == ("skills", "skills")
    assert milestone.hours == msgspec.structs.replace(milestone.hours, min=3.0, max=6.0)


def test_what_waits_for_a_result_holds_up_only_what_rests_on_it() -> None:
    """A week to wait after the first step: another skill goes on meanwhile, the next level does not."""
    of = ladder(
        Rung((asks("a", 2), asks("b", 1), asks("c", 1)), gates=(must("a", levels=(2,)), must("b"), must("c")))
    )
    skills = {"a": skill("a", weeks=(1, 0, 0, 0)), "b": skill("b"), "c": skill("c", rests_on=("b",))}
    (milestone,) = schedule(of, skills, person(a=0, b=0, c=0), of.top, TODAY).milestones
    by_id = {step.step.id: step for step in milestone.steps}
    assert _days(by_id["b-1"].starts) == (0, 0)
    assert (_days(by_id["a-1"].starts), _days(by_id["a-1"].ends)) == ((2, 4), (10, 13))
    assert (_days(by_id["a-2"].starts), _days(by_id["a-2"].ends)) == ((10, 13), (12, 17))
    assert _days(by_id["c-1"].starts) == (1, 2)
    assert _days(milestone.ready) == (12, 17)


def test_the_late_end_is_never_before_the_early_one() -> None:
    """With fewer hours before it, a wait can end only after something long was begun meanwhile."""
    of = ladder(
        Rung((asks("a", 2), asks("b", 1)), gates=(must("a", levels=(2,)), must("b"))),
        Rung((asks("c", 1),), gates=(must("c"),)),
    )
    skills = {
        "a": skill("a", efforts=((1, 2), (1, 1), (1, 1), (1, 1)), weeks=(2, 0, 0, 0)),
        "b": skill("b", efforts=((12, 16),) * 4),
        "c": skill("c", efforts=((20, 20),) * 4),
    }
    first, second = schedule(of, skills, person(a=0, b=0, c=0), of.top, TODAY).milestones
    assert [step.step.id for step in first.steps] == ["a-1", "a-2", "b-1"]
    assert _days(first.steps[1].ends) == (34, 34)
    assert _days(first.ready) == (33, 33)  # with the second tier, for which one level of a is enough
    assert (first.bound_by.earliest, first.bound_by.latest) == ("skills", "skills")
    assert _days(second.ready) == (33, 39)


def test_the_late_end_takes_what_is_not_rated_as_nothing() -> None:
    """The early one takes it as estimated: its steps are there in case they are needed."""
    rated = tuple(asks(name, 2) for name in "acde")
    of = ladder(Rung((*rated, asks("b", 2)), gates=(must("a"), must("b", levels=(2,)))))
    (milestone,) = _plan(of, person(a=2, c=2, d=2, e=2)).milestones
    assert [step.step.id for step in milestone.steps] == ["rate-b", "b-1", "b-2"]
    assert [_days(step.starts)[0] for step in milestone.steps] == [0, None, None]
    assert _days(milestone.ready)[0] == 0
    assert milestone.bound_by.earliest is None
    assert milestone.bound_by.latest == "skills"
    assert milestone.hours.min < 1 < milestone.hours.max


def test_floors_bind_the_early_end_and_usual_years_the_late_one() -> None:
    """Two years of support are the floor, three are usual."""
    (milestone,) = _plan(UP, person(1.0, a=1), UP.tiers[1]).milestones
    assert _days(milestone.ready) == (366, 731)
    assert (milestone.bound_by.earliest, milestone.bound_by.latest) == ("support_years", "support_years")


def test_one_becomes_ready_for_the_first_lead_without_having_led() -> None:
    """Its leading floor is left out for who does not lead; for who does, it counts."""
    (ready,) = _plan(UP, person(5.0, a=1), UP.tiers[1]).milestones
    assert _days(ready.ready) == (0, 0)
    (leads,) = _plan(UP, person(5.0, a=1, leads=True), UP.tiers[1]).milestones
    assert _days(leads.ready) == (92, 92)
    assert leads.bound_by.earliest == "leading_years"


def test_leading_years_run_from_the_day_of_the_first_leading_milestone() -> None:
    """In each walk from its own day, or from today for who leads now."""
    first, second = _plan(UP, person(1.0, a=1)).milestones
    assert _days(first.ready) == (366, 731)
    assert _days(second.ready) == (366 + 366, 731 + 731)
    assert (second.bound_by.earliest, second.bound_by.latest) == ("leading_years", "leading_years")
    now = _plan(UP, person(3.0, 0.5, a=1, leads=True))
    assert _days(now.milestones[-1].ready) == (183, 548)


def test_the_job_held_stands_for_the_years_of_its_tier() -> None:
    """Who has the job need not wait for the years that others wait for."""
    rungs = [Rung((asks("a", 1),)), Rung((asks("a", 1),), support=9.0, titles=("Second",))]
    of = ladder(*rungs)
    assert place(of, person(1.0, title="Second", a=1)).confirmed is of.top
    (waits,) = _plan(of, person(1.0, a=1)).milestones
    assert waits.bound_by.earliest == "support_years"


def test_a_tier_is_ready_with_a_higher_one() -> None:
    """Where a hands-on skill ends, the tier above may be there first; it then stands for those below."""
    of = ladder(
        Rung((asks("a", 1),)),
        Rung((asks("hard", 4, through="t2"), asks("a", 1)), gates=(must("hard", levels=(4,)), must("a"))),
        Rung((asks("a", 1),), support=2.0, leading=1.0, seat="lead"),
        Rung((asks("a", 2),)),
    )
    profile = person(0.5, a=0, hard=0)
    _, second, third, _ = _plan(of, profile).milestones
    assert second.tier is of.tiers[1]
    assert second.ready.earliest <= third.ready.earliest


def test_part_time_years_run_slower() -> None:
    """At half of full time a year takes two."""
    (milestone,) = _plan(UP, person(2.0, share=0.5, a=1), UP.tiers[1]).milestones
    assert _days(milestone.ready) == (731, 1461)


def test_the_full_route_adds_what_the_shortest_leaves_out() -> None:
    """It stands after the plan, dated on from it, and moves no date of the plan."""
    of = ladder(Rung((asks("a", 1, 3), asks("b", 1))))
    profile = person(a=0, b=0)
    short, full = (_plan(of, profile, route=route) for route in ("shortest", "full"))
    assert [step.step.id for step in short.dated_steps] == ["a-1"]
    assert short.also_helps == ()
    assert full.milestones == short.milestones
    assert [step.step.id for step in full.also_helps] == ["b-1"]
    assert _days(full.also_helps[0].starts) == (1, 2)


@given(cases())
def test_what_also_helps_moves_no_date(case: Case) -> None:
    """It comes after the plan, also where a step of the plan waits for a result."""
    short, full = (
        schedule(case.ladder, case.skills, case.profile, case.goal, TODAY, route=route)
        for route in ("shortest", "full")
    )
    assert short.milestones == full.milestones


@given(cases())
def test_behind_where_a_milestone_is_ready_nothing_is_needed_for_it(case: Case) -> None:
    """Every step that has ended in both walks by the days on which the skills are there stands before it."""
    for milestone in schedule(case.ladder, case.skills, case.profile, case.goal, TODAY).milestones:
        early, late = milestone.until["skills"].earliest, milestone.until["skills"].latest
        before, behind = milestone.steps[: milestone.ready_after], milestone.steps[milestone.ready_after :]
        assert not before or not before[-1].step.if_needed
        for dated in behind:
            assert dated.step.growth
            assert (
                early is None
                or late is None
                or dated.ends.earliest is None
                or dated.ends.latest is None
                or dated.ends.earliest > early
                or dated.ends.latest > late
            )


def test_a_goal_that_is_reached_leaves_nothing_to_do() -> None:
    """Without milestones, and without a goal without anything."""
    plan = _plan(ONE, person(a=2))
    assert (plan.goal, plan.milestones, plan.steps) == (ONE.top, (), ())
    empty = schedule(ONE, catalog_of(ONE).skills_by_id, person(a=2), None, TODAY)
    assert (empty.goal, empty.milestones, empty.course) == (None, (), None)


@pytest.mark.parametrize(
    ("days", "expected"), [(None, None), (0, 0), (1, 1), (18_301, 18_301), (2_950_000, None), (10**12, None)]
)
def test_a_day_after_the_end_of_the_calendar(days: int | None, expected: int | None) -> None:
    """It is as one that never comes, and no fault."""
    found = day_after(TODAY, days)
    assert (None if found is None else (found - TODAY).days) == expected


def test_the_last_day_of_the_calendar_is_none() -> None:
    """A day has to have one after it, on which what is planned for it ends."""
    last = (date.max - TODAY).days
    assert day_after(TODAY, last) is None
    assert day_after(TODAY, last - 1) == date(9999, 12, 30)
    assert day_after(date.max, 0) is None


@given(st.floats(0, 60), st.floats(0, 60), st.sampled_from((1.0, 0.8, 0.1)))
def test_a_clock_shows_the_need_on_its_day_and_not_before(have: float, need: float, share: float) -> None:
    """The first day on which it does."""
    days = days_until(have, need, share)
    assert have + days * (YEARS_PER_DAY * share) >= need
    assert days == 0 or have + (days - 1) * (YEARS_PER_DAY * share) < need


def _confirms(case: Case, plan: Plan, tier: Tier, day: int, *, late: bool, starts: int | None) -> bool:
    """Say from the rule itself whether a walk confirms a tier on a day."""
    profile, when = case.profile, TODAY + timedelta(days=day)
    held = place(case.ladder, profile).by_seat
    levels = dict(plan.course.levels) if plan.course else {}
    if late and plan.course:
        levels |= dict.fromkeys(plan.course.estimated, 0)
    levels = {**profile.skills, **levels}
    for dated in plan.dated_steps:
        end = dated.ends.latest if late else dated.ends.earliest
        if dated.step.level_to and end and end <= when:
            levels[dated.step.skill] = max(levels.get(dated.step.skill, 0), dated.step.level_to)
    if not all(gate_met(gate, levels) for gate in tier.gates):
        return False
    if not passes(*coverage(tier.asks, levels, profile.not_applicable), case.ladder.pass_fit):
        return False
    if rank_of(held) >= tier.rank:
        return True
    per_day = YEARS_PER_DAY * profile.part_time_share
    if profile.full_support_years + day * per_day < (
        tier.support_years.wanted if late else tier.support_years.floor
    ):
        return False
    if tier is case.ladder.first_leading and not leads_now(profile, held):
        return True
    led = 0.0 if starts is None else max(day - starts, 0) * per_day
    usual = tier.leading_years.usual if late else 0.0
    return (
        leading_toward(tier, profile) + led >= tier.leading_years.floor
        and profile.full_leading_years + led >= usual
    )


@given(cases(tiers=4, skills=4))
def test_both_ends_confirm_a_milestone_and_the_day_before_does_not(case: Case) -> None:
    """Replayed from the rule: this tier, or a higher one, with the years run on and every step that ended."""
    plan = schedule(case.ladder, case.skills, case.profile, case.goal, TODAY)
    placement = place(case.ladder, case.profile)
    now = leads_now(case.profile, placement.by_seat)
    runs = now or (placement.current is not None and placement.current.leads_people)
    for late in (False, True):
        starts = 0 if runs else None
        for milestone in plan.milestones:
            day = _days(milestone.ready)[1 if late else 0]
            above = case.ladder.tiers[milestone.tier.rank - 1 :]

            def confirmed(day: int, late: bool = late, starts: int | None = starts, above=above) -> bool:
                return any(_confirms(case, plan, tier, day, late=late, starts=starts) for tier in above)

            if day is None:
                assert not confirmed(80 * 366)
            else:
                assert confirmed(day)
                assert day == 0 or not confirmed(day - 1)
            if starts is None and milestone.tier is case.ladder.first_leading:
                starts = day


@given(cases())
def test_milestones_come_in_order_and_early_before_late(case: Case) -> None:
    """No tier is ready before one below it, and the early end is not after the late one."""
    plan = schedule(case.ladder, case.skills, case.profile, case.goal, TODAY)
    for milestone in plan.milestones:
        early, late = milestone.ready.earliest, milestone.ready.latest
        if late is not None:
            assert early is not None
            assert early <= late
        for day, bound in ((early, milestone.bound_by.earliest), (late, milestone.bound_by.latest)):
            assert (bound is None) is (day == TODAY)
    for below, above in pairwise(plan.milestones):
        for name in ("earliest", "latest"):
            one, two = getattr(below.ready, name), getattr(above.ready, name)
            assert two is None or (one is not None and one <= two)


@given(cases())
def test_steps_end_after_they_begin_and_rest_on_what_has_ended(case: Case) -> None:
    """In each walk the next level of a skill waits for the one before."""
    plan = schedule(case.ladder, case.skills, case.profile, case.goal, TODAY, route="full")
    for name in ("earliest", "latest"):
        last: dict[str, date] = {}
        for dated in (*plan.dated_steps, *plan.also_helps):
            start, end = getattr(dated.starts, name), getattr(dated.ends, name)
            if start is None or end is None:
                continue
            assert start <= end
            if dated.step.skill in last:
                assert start + timedelta(days=1) >= last[dated.step.skill]
            if dated.step.skill:
                last[dated.step.skill] = end


@given(st.data(), cases(tiers=4, skills=5))
def test_more_years_or_a_higher_level_never_raise_the_hours_to_the_goal(
    data: st.DataObject, case: Case
) -> None:
    """What is unrated held fixed: here nothing is. In another seat steps may take other hours."""
    left_out = case.profile.not_applicable
    every = {name: case.profile.skills.get(name, 0) for name in case.ladder.skills if name not in left_out}
    case = case.but(skills=every)
    after = data.draw(better(case))
    assume(seat_now(after.ladder, after.profile) == seat_now(case.ladder, case.profile))

    def middle(of: Case) -> float:
        plan = schedule(of.ladder, of.skills, of.profile, of.goal, TODAY)
        return sum(step.hours.mean for step in plan.steps)

    assert middle(after) <= middle(case) + 1e-9


@given(cases())
def test_hours_weeks_and_words_are_those_of_the_seat(case: Case) -> None:
    """Every step of a plan is the one that the person's seat is told, whatever skills it is made from."""
    plan = schedule(case.ladder, case.skills, case.profile, case.goal, TODAY, route="full")
    assert plan == schedule(case.ladder, case.told, case.profile, case.goal, TODAY, route="full")
    for dated in (*plan.dated_steps, *plan.also_helps):
        step = dated.step
        if step.growth:
            own = case.told[step.skill].growth[step.level_to - 1]
            assert step.growth == own
            assert (step.hours, step.weeks, step.action) == (own.hours, own.weeks, own.action)


@given(st.data(), cases())
def test_the_order_of_facts_does_not_matter(data: st.DataObject, case: Case) -> None:
    """The same dates, however it was written down."""
    other = data.draw(reordered(case))
    mine = schedule(case.ladder, case.skills, case.profile, case.goal, TODAY)
    theirs = schedule(other.ladder, other.skills, other.profile, other.goal, TODAY)
    assert [m.ready for m in mine.milestones] == [m.ready for m in theirs.milestones]
    assert [s.ends for s in mine.dated_steps] == [s.ends for s in theirs.dated_steps]


def test_dates_count_from_the_day_of_the_plan() -> None:
    """A year later, everything is a year later."""
    later = TODAY + timedelta(days=365)
    skills = catalog_of(ONE).skills_by_id
    (one,) = schedule(ONE, skills, person(a=0), ONE.top, TODAY).milestones
    (two,) = schedule(ONE, skills, person(a=0), ONE.top, later).milestones
    assert two.ready.latest - later == one.ready.latest - TODAY == timedelta(days=6)
