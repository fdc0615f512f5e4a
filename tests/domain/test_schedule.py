from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations, pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercli.domain.model import YEARS_PER_DAY, Hold, Ladder, Profile
from careercli.domain.placement import place, rank_of
from careercli.domain.plan import Stage, stages
from careercli.domain.schedule import (
    HOLDS,
    Milestone,
    Plan,
    Walk,
    day_after,
    days_of_work,
    days_until,
    replayed,
    schedule,
    walk,
)
from tests.domain.builders import TODAY, Rung, asks, catalog_of, ladder, person, skill
from tests.domain.ladders import HOURS_PER_WEEK, Case, better, cases, reordered


def _plan(case: Case) -> Plan:
    return schedule(case.ladder, case.skills, case.profile, case.goal, TODAY)


def _top_plan(of: Ladder, profile: Profile, **efforts: tuple[float, float]) -> Plan:
    """Return the plan to the top; a skill with an effort takes it for each level."""
    skills = [skill(name, efforts=[effort] * 4) for name, effort in efforts.items()]
    return schedule(of, catalog_of(of, skills).skills_by_id, profile, of.top, TODAY)


def _cut(case: Case) -> tuple[Stage, ...]:
    return stages(case.ladder, case.skills, case.profile, case.goal)


def _walks(case: Case) -> tuple[Walk, Walk]:
    """Return the walk at the high end of the hours and the one at the low end."""
    cut = _cut(case)
    high, low = (walk(case.ladder, case.profile, cut, high=high) for high in (True, False))
    return high, low


def _days(milestone: Milestone) -> tuple[int | None, ...]:
    """Return when a milestone is ready and complete, earliest and latest, in days from today."""
    dates = (
        milestone.ready.earliest,
        milestone.ready.latest,
        milestone.complete.earliest,
        milestone.complete.latest,
    )
    return tuple(None if date is None else (date - TODAY).days for date in dates)


@pytest.mark.parametrize(
    ("hours", "hours_per_week", "day"),
    [
        (0.0, 4.0, 0),
        (4.0, 4.0, 7),
        (4.1, 4.0, 8),
        (0.1, 40.0, 1),
        (1.0, 7.0, 1),
        (7.0, 7.0, 7),
        (3.0, 0.5, 42),
        (0.1 + 0.2, 0.3 * 7, 1),
        (0.7 + 0.1 + 0.2, 7.0, 1),
    ],
)
def test_work_ends_on_the_day_in_which_its_last_hour_falls(
    hours: float, hours_per_week: float, day: int
) -> None:
    """Days are counted up, and what is only rounding does not cost a day."""
    assert days_of_work(hours, hours_per_week) == day


@pytest.mark.parametrize(
    ("have", "need", "day"),
    [
        (0.0, 0.0, 0),
        (5.0, 2.0, 0),
        (2.0, 2.0, 0),
        (0.0, 1.0, 366),
        (0.0, 4.0, 1461),
        (3.0, 7.0, 1461),
        (1.0, 2.0, 366),
        (1.999, 2.0, 1),
        (1.9999999, 2.0, 1),
        (0.0, 1 * YEARS_PER_DAY, 1),
        (0.0, 10 * YEARS_PER_DAY, 10),
        (0.0, 60.0, 21915),
        (1.0, 1.320328542094456, 117),
        (2.25, 2.269164955509925, 7),
    ],
)
def test_a_clock_is_reached_on_the_first_day_that_shows_enough(have: float, need: float, day: int) -> None:
    """A year has 365.25 days; four of them come out even."""
    assert days_until(have, need) == day


@given(st.floats(0, 60), st.floats(0, 60))
def test_no_day_earlier_would_do(have: float, need: float) -> None:
    """The clock shows enough on that day and not the day before."""
    day = days_until(have, need)
    assert have + day * YEARS_PER_DAY >= need
    assert day == 0 or have + (day - 1) * YEARS_PER_DAY < need


def test_a_plan_worked_by_hand() -> None:
    """Two tiers, an hour a day: the gate's hours, then the other skill's, and two years of support."""
    of = ladder(
        Rung((asks("talk", 1, 2, must=True),)), Rung((asks("write", 1, 1),), support=2.0), pass_fit=0.6
    )
    plan = _top_plan(of, person(1.5), talk=(3.0, 5.0), write=(4.0, 8.0))
    first, second = plan.milestones
    assert _days(first) == (3, 5, 3, 5)
    assert _days(second) == (183, 183, 7, 13)
    assert (first.bound_by, second.bound_by) == ("skills", "support_years")
    assert (first.hours.min, first.hours.max) == (3.0, 5.0)
    assert (plan.goal, plan.as_of, plan.unrated) == (of.top, TODAY, 2)
    assert [step.skill for step in plan.steps] == ["talk", "write"]


def test_a_tier_is_ready_before_all_its_steps_are_done() -> None:
    """As soon as its gates are reached and the fit is enough."""
    of = ladder(Rung((asks("talk", 1, 3, must=True), asks("write", 1, 1))))
    (milestone,) = _top_plan(of, person(), talk=(3.0, 5.0), write=(4.0, 8.0)).milestones
    assert _days(milestone) == (3, 5, 7, 13)


def test_a_tier_waits_for_the_one_before_it() -> None:
    """Its own skills may be met earlier."""
    of = ladder(Rung((asks("talk", 1),), support=1.0), Rung((asks("write", 1, 1),)))
    first, second = _top_plan(of, person(0.5, write=1, talk=1)).milestones
    assert _days(first)[:2] == _days(second)[:2] == (183, 183)
    assert (first.bound_by, second.bound_by) == ("support_years", "support_years")


LEADING = ladder(
    Rung((asks("talk", 1),)),
    Rung((asks("lead", 1, 3),), support=1.0, leads=True),
    Rung((), leading=2.0),
)


def test_leading_years_run_from_today_for_those_who_lead() -> None:
    """Here before the first leading tier is ready."""
    profile = person(0.0, 0.5, leads=True, talk=1, lead=1)
    _, third = _top_plan(LEADING, profile).milestones
    assert _days(third)[:2] == (548, 548)
    assert third.bound_by == "leading_years"


def test_leading_years_run_from_the_first_leading_tier_for_the_others() -> None:
    """A year until that seat, then the year and a half that is missing."""
    second, third = _top_plan(LEADING, person(0.0, 0.5, talk=1, lead=1)).milestones
    assert _days(second)[:2] == (366, 366)
    assert _days(third)[:2] == (366 + 548, 366 + 548)


def test_leading_years_run_from_today_on_a_leading_tier() -> None:
    """Who stands on it can take the seat now."""
    (third,) = _top_plan(LEADING, person(3.0, 0.5, talk=1, lead=1)).milestones
    assert _days(third)[:2] == (548, 548)


def test_leading_years_that_are_reached_wait_for_no_seat() -> None:
    """The clock is not asked again."""
    second, third = _top_plan(LEADING, person(0.0, 2.0, talk=1, lead=1)).milestones
    assert _days(second)[:2] == _days(third)[:2] == (366, 366)


def test_what_is_ready_today_is_bound_by_nothing() -> None:
    """A goal that is reached, with a step left."""
    of = ladder(Rung((asks("talk", 1, 3), asks("write", 1))))
    (milestone,) = _top_plan(of, person(talk=1)).milestones
    assert _days(milestone) == (0, 0, 1, 2)
    assert milestone.bound_by is None


def test_of_two_reasons_for_the_same_day_one_is_named() -> None:
    """Removing either alone moves nothing."""
    of = ladder(Rung((asks("talk", 1),), leads=True), Rung((), support=2.0, leading=2.0))
    (milestone,) = _top_plan(of, person(1.0, 1.0, talk=1)).milestones
    assert milestone.bound_by == "support_years"


def test_where_reasons_tie_at_the_latest_the_earliest_decides() -> None:
    """A year of support and 366 hours are done on the same day, but at best the hours are far fewer."""
    of = ladder(Rung((asks("talk", 1),), support=1.0))
    (milestone,) = _top_plan(of, person(), talk=(100.0, 366.0)).milestones
    assert _days(milestone)[:2] == (366, 366)
    assert milestone.bound_by == "support_years"


def test_without_a_goal_the_plan_is_empty() -> None:
    """At the top nothing is left to plan."""
    of = ladder(Rung((asks("talk", 1),)))
    plan = schedule(of, catalog_of(of).skills_by_id, person(talk=1), None, TODAY)
    assert (plan.milestones, plan.steps, plan.goal, plan.unrated) == ((), (), None, 0)


def test_unrated_skills_of_the_goal_are_counted() -> None:
    """Not those of tiers above it, nor those that do not apply."""
    of = ladder(Rung((asks("talk", 1), asks("sell", 1), asks("write", 1))), Rung((asks("lead", 1),)))
    profile = msgspec.structs.replace(person(write=0), not_applicable={"sell": "No shop"})
    plan = schedule(of, catalog_of(of).skills_by_id, profile, of.tiers[0], TODAY)
    assert plan.unrated == 1


@given(cases())
def test_every_milestone_has_its_dates(case: Case) -> None:
    """On a ladder that the checks accept a plan always gets there, earliest not after latest."""
    for milestone in _plan(case).milestones:
        ready_low, ready_high, complete_low, complete_high = _days(milestone)
        assert 0 <= ready_low <= ready_high
        assert 0 <= complete_low <= complete_high


@given(cases())
def test_dates_never_run_backwards(case: Case) -> None:
    """No milestone is ready or complete before the one below it."""
    for below, above in pairwise(map(_days, _plan(case).milestones)):
        assert all(one <= two for one, two in zip(below, above, strict=True))


@pytest.mark.slow
@settings(max_examples=300)
@given(st.data(), cases(tiers=6, skills=8))
def test_more_years_or_a_higher_level_never_move_a_date_back(data: st.DataObject, case: Case) -> None:
    """Also where a skill is rated for the first time, and where milestones merge as a minimum is passed."""
    after = data.draw(better(case))
    dates = {milestone.tier.id: _days(milestone) for milestone in _plan(after).milestones}
    before = {milestone.tier.id: _days(milestone) for milestone in _plan(case).milestones}
    assert dates.keys() <= before.keys()
    for tier, was in before.items():
        now = dates.get(tier, (0, 0, 0, 0))  # no milestone any more: reached today
        assert all(one <= two for one, two in zip(now, was, strict=True)), tier


def test_a_tier_that_a_level_reaches_does_not_delay_the_next() -> None:
    """What the first tier left open comes before what the second adds, though that gains more an hour."""
    of = ladder(
        Rung((asks("chat", 2, 2),)),
        Rung((asks("explain", 1, 3), asks("dial", 1, 2, must=True))),
        pass_fit=0.5,
    )
    efforts = {"chat": (3.0, 3.0), "explain": (8.0, 8.0)}
    _, before = _top_plan(of, person(dial=1, chat=0), **efforts).milestones
    (after,) = _top_plan(of, person(dial=1, chat=1), **efforts).milestones
    assert _days(before)[:2] == (6, 6)
    assert _days(after)[:2] == (3, 3)


def test_other_weights_on_the_next_tier_do_not_delay_it() -> None:
    """What the first tier left open keeps the order of that tier, where the second weighs it otherwise."""
    of = ladder(
        Rung((asks("ask", 1, 3), asks("bill", 1, 2), asks("chat", 1, 1))),
        Rung((asks("ask", 1, 1), asks("bill", 1, 1), asks("chat", 1, 3))),
        pass_fit=0.4,
    )
    efforts = {"ask": (1.0, 1.0), "bill": (4.0, 4.0), "chat": (6.0, 6.0)}
    _, before = _top_plan(of, person(), **efforts).milestones
    (after,) = _top_plan(of, person(ask=1), **efforts).milestones
    assert _days(before)[:2] == (5, 5)
    assert _days(after)[:2] == (4, 4)


@given(cases(), st.sampled_from(HOURS_PER_WEEK))
def test_more_hours_a_week_or_leading_now_never_move_a_date_back(case: Case, hours: float) -> None:
    """The steps stay the same and are done sooner."""
    hours = max(hours, case.profile.hours_per_week)
    before, after = _plan(case), _plan(case.but(hours_per_week=hours, leads_people=True))
    assert before.steps == after.steps
    for was, now in zip(before.milestones, after.milestones, strict=True):
        assert all(one <= two for one, two in zip(_days(now), _days(was), strict=True))


@given(st.data(), cases())
def test_dates_do_not_depend_on_the_order_of_the_facts(data: st.DataObject, case: Case) -> None:
    """Ratings, requirements and prerequisites in any order give the same dates and reasons."""
    other = data.draw(reordered(case))
    assert [(*_days(m), m.bound_by) for m in _plan(other).milestones] == [
        (*_days(m), m.bound_by) for m in _plan(case).milestones
    ]


@given(cases())
def test_the_dates_are_those_of_the_two_walks(case: Case) -> None:
    """Earliest is the walk at the low end of the hours, latest the one at the high end."""
    high, low = _walks(case)
    days = list(zip(low.ready, high.ready, low.complete, high.complete, strict=True))
    plan = _plan(case)
    assert [_days(milestone) for milestone in plan.milestones] == days
    for end, path in (("max", high), ("min", low)):
        done = 0.0
        for step, day in zip(plan.steps, path.done, strict=True):
            done += getattr(step.hours, end)
            assert day == days_of_work(done, case.profile.hours_per_week)


@pytest.mark.slow
@settings(max_examples=200)
@given(cases())
def test_placement_agrees_on_the_ready_day_and_not_a_day_earlier(case: Case) -> None:
    """Replayed to that day, at the low and high end, placing again gives the tier; the day before, less."""
    cut = _cut(case)
    for path in _walks(case):
        for index, stage in enumerate(cut):
            day = path.ready[index]
            reached = _rank_on(case, cut, path, day)
            assert reached >= stage.tier.rank
            if index + 1 < len(cut) and path.ready[index + 1] > day:
                assert reached == stage.tier.rank
            assert day == 0 or _rank_on(case, cut, path, day - 1) < stage.tier.rank


def _rank_on(case: Case, cut: tuple[Stage, ...], path: Walk, day: int) -> int:
    return rank_of(place(case.ladder, replayed(case.profile, cut, path, day)).current)


@given(cases(), st.integers(0, 400))
def test_replaying_lets_the_clocks_run_and_keeps_the_rest(case: Case, day: int) -> None:
    """Steps done by then, support years from today, leading years from the first leading seat."""
    cut, (path, _) = _cut(case), _walks(case)
    then = replayed(case.profile, cut, path, day)
    assert then.support_years == case.profile.support_years + day * YEARS_PER_DAY
    led = 0 if path.leading_starts is None else max(day - path.leading_starts, 0)
    assert then.leading_years == case.profile.leading_years + led * YEARS_PER_DAY
    steps = [step for stage in cut for step in stage.steps]
    for step, done in zip(steps, path.done, strict=True):
        assert (then.skills.get(step.skill, 0) >= step.level_to) is (done <= day)


@pytest.mark.slow
@settings(max_examples=200)
@given(cases())
def test_what_binds_is_the_reason_whose_removal_moves_the_date(case: Case) -> None:
    """Tried out for every reason: the one that moves it most, one of the tied where none does alone."""
    walks = _walks(case)
    for index, milestone in enumerate(_plan(case).milestones):
        assert (milestone.bound_by is None) is (milestone.ready.latest == TODAY)
        if milestone.bound_by is None:
            continue
        alone = {hold: _gain(case, walks, index, {hold}) for hold in HOLDS}
        if any(map(any, alone.values())):
            assert alone[milestone.bound_by] == max(alone.values())
        else:
            assert milestone.bound_by in _tied(case, walks, index)


def _gain(case: Case, walks: tuple[Walk, Walk], index: int, removed: set[Hold]) -> tuple[int, ...]:
    """Return by how many days a milestone is ready earlier without some reasons, latest and earliest."""
    cut, profile = _cut(case), case.profile
    tier = cut[index].tier
    changes: dict[str, object] = {}
    if "skills" in removed:
        needs = {d.skill: d.level for d in tier.demands}
        changes["skills"] = profile.skills | {
            n: max(need, profile.skills.get(n, 0)) for n, need in needs.items()
        }
    if "support_years" in removed:
        changes["support_years"] = max(profile.support_years, tier.carried_support_years)
    if "leading_years" in removed:
        changes["leading_years"] = max(profile.leading_years, tier.carried_leading_years)
    eased = case.but(**changes).profile
    return tuple(
        path.ready[index] - walk(case.ladder, eased, cut, high=high).ready[index]
        for path, high in zip(walks, (True, False), strict=True)
    )


def _tied(case: Case, walks: tuple[Walk, Walk], index: int) -> set[Hold]:
    """Return the reasons of the smallest sets whose removal together moves the latest date."""
    for size in (2, 3):
        sets = [set(some) for some in combinations(HOLDS, size) if _gain(case, walks, index, set(some))[0]]
        if sets:
            return set().union(*sets)
    return set()


def test_dates_count_from_the_day_of_the_plan() -> None:
    """The same plan a week later has the same days."""
    of = ladder(Rung((asks("talk", 2),), support=1.0))
    skills = catalog_of(of).skills_by_id
    later = TODAY + timedelta(days=7)
    (one,) = schedule(of, skills, person(), of.top, TODAY).milestones
    (two,) = schedule(of, skills, person(), of.top, later).milestones
    assert two.ready.latest - later == one.ready.latest - TODAY == timedelta(days=366)
    assert two.complete.earliest - later == one.complete.earliest - TODAY == timedelta(days=3)


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
