from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product
from time import perf_counter

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercli.domain.ladder import skills_met
from careercli.domain.model import Catalog, Ladder, Profile
from careercli.domain.placement import by_skills_of, place, rank_of
from careercli.domain.plan import PlannedStep, Stage, stages
from careercli.domain.route import Route, days_earlier, notes, route_levels, shortest_route
from careercli.domain.schedule import Span, replayed, walk
from tests.domain.builders import TODAY, Rung, asks, catalog_of, ladder, person, skill
from tests.domain.ladders import Case, cases, reordered

Levels = Mapping[str, int]


def _route(case: Case) -> Route:
    return shortest_route(case.ladder, case.skills, case.profile, case.goal, TODAY)


def _levels(case: Case) -> dict[str, int]:
    return route_levels(case.ladder, case.skills, case.profile, case.goal)


def _top(of: Ladder, profile: Profile, **hours: float) -> Route:
    """Return the route to the top; a skill with hours takes them for each level."""
    skills = [skill(name, efforts=[(time, time)] * 4) for name, time in hours.items()]
    return shortest_route(of, catalog_of(of, skills).skills_by_id, profile, of.top, TODAY)


def _names(route: Route) -> list[str]:
    return [f"{step.skill} {step.level_to}" for step in route.plan.steps]


def _placed(case: Case, levels: Levels) -> bool:
    """Return whether placement gives the goal, as far as skills go."""
    then = msgspec.structs.replace(case.profile, skills={**case.profile.skills, **levels})
    return rank_of(by_skills_of(case.ladder, then)) >= case.goal.rank


def _price(case: Case, levels: Levels) -> tuple[Fraction, int, list[int]]:
    """Return the hours of a way, its steps, and its levels by the alphabet, such that less is better."""
    hours, steps = Fraction(0), 0
    for name, level in levels.items():
        for step in case.skills[name].growth[case.profile.skills.get(name, 0) : level]:
            hours += (Fraction(step.hours.min) + Fraction(step.hours.max)) / 2
            steps += 1
    return hours, steps, [-levels[name] for name in sorted(levels)]


def _every_way(case: Case) -> Iterator[dict[str, int]]:
    """Yield all levels from those of the person up to those that the goal asks."""
    asked = [demand for demand in case.goal.demands if demand.skill not in case.profile.not_applicable]
    have = [case.profile.skills.get(demand.skill, 0) for demand in asked]
    spans = [range(low, max(low, demand.level) + 1) for low, demand in zip(have, asked, strict=True)]
    for levels in product(*spans):
        yield {demand.skill: level for demand, level in zip(asked, levels, strict=True)}


def _best(case: Case) -> dict[str, int]:
    """Return the best of all ways by trying each."""
    return min((way for way in _every_way(case) if _placed(case, way)), key=lambda way: _price(case, way))


@pytest.mark.slow
@settings(max_examples=400)
@given(cases(tiers=5, skills=5))
def test_no_way_is_shorter(case: Case) -> None:
    """Of all ways to be placed at the goal, tried one by one, the route is the best, also among equals."""
    assert _levels(case) == _best(case)


@st.composite
def _entangled(draw: st.DrawFn, hours: tuple[float, ...] = (0.5, 1.0, 2.0, 3.5, 9.0)) -> Case:
    """Draw a ladder without gates whose tiers weigh the same skills differently, so that several bind."""
    names = ("ask", "bill", "chat", "dial", "explain")
    needs = dict.fromkeys(names, 0) | {"ask": 1}
    rungs = []
    for _ in range(draw(st.integers(2, 4))):
        own = []
        for name in names:
            needs[name] = min(needs[name] + draw(st.sampled_from((0, 0, 1, 2))), 3)
            if needs[name]:
                own.append(asks(name, needs[name], draw(st.integers(1, 3))))
        rungs.append(Rung(tuple(own)))
    of = ladder(*rungs, pass_fit=draw(st.sampled_from((0.5, 0.6, 0.7, 0.9))))
    times = [draw(st.sampled_from(hours)) for _ in names]
    skills = [skill(name, efforts=[(time, time)] * 4) for name, time in zip(names, times, strict=True)]
    levels = {name: draw(st.sampled_from((0, 0, 0, 1))) for name in names}
    return Case(catalog_of(of, skills), person(**levels), of.top)


@pytest.mark.slow
@settings(max_examples=300)
@given(_entangled())
def test_no_way_is_shorter_where_several_tiers_bind(case: Case) -> None:
    """Also where what the goal alone would need leaves more than one tier below it unmet."""
    assert _levels(case) == _best(case)


@pytest.mark.slow
@settings(max_examples=300)
@given(_entangled(hours=(1.0, 2.0)))
def test_no_way_is_better_among_many_equals(case: Case) -> None:
    """Where hours are much alike, fewer steps decide, and after them the alphabet."""
    assert _levels(case) == _best(case)


def test_the_alphabet_decides_before_the_number_of_levels() -> None:
    """Of four steps in four hours the way that raises the first skill at all, not a later one furthest."""
    of = ladder(
        Rung((asks("a", 4, 1), asks("b", 4, 1), asks("c", 4, 1), asks("d", 4, 1), asks("e", 4, 1))),
        pass_fit=0.2,
    )
    assert _names(_top(of, person(), **dict.fromkeys("abcde", 1.0))) == ["a 1", "a 2", "a 3", "a 4"]
    gains = ladder(Rung((asks("a", 1, 1), asks("b", 4, 2), asks("c", 3, 1))), pass_fit=0.5)
    assert _names(_top(gains, person(), a=1.0, b=1.0, c=1.0)) == ["a 1", "b 1", "b 2"]


def test_two_tiers_below_the_goal_bind() -> None:
    """The goal alone would take the two cheap skills; each tier below it needs a dear one of its own."""
    of = ladder(
        Rung((asks("ask", 1, 3), asks("chat", 1, 1))),
        Rung((asks("ask", 1, 1), asks("bill", 1, 3))),
        Rung((asks("bill", 1, 1), asks("chat", 1, 3), asks("dial", 1, 3))),
        pass_fit=0.6,
    )
    route = _top(of, person(), ask=5.0, bill=5.0, chat=1.0, dial=1.0)
    assert sorted(_names(route)) == ["ask 1", "bill 1", "chat 1"]


def test_gates_leave_no_choice() -> None:
    """Every gate is on the route to its level, however dear; what is no gate only as far as the fit needs."""
    of = ladder(Rung((asks("dear", 2, 1, must=True), asks("cheap", 3, 2), asks("spare", 1, 1))), pass_fit=0.5)
    route = _top(of, person(), dear=50.0, cheap=1.0, spare=5.0)
    assert sorted(_names(route)) == ["cheap 1", "cheap 2", "dear 1", "dear 2"]


def test_partial_levels_count_exactly() -> None:
    """Seven tenths are seven tenths: no step more is taken for a rounding, none less."""
    parts = tuple(asks(name, 1, 1) for name in "abcdefghij")
    of = ladder(Rung(parts), pass_fit=0.7)
    assert len(_top(of, person()).plan.steps) == 7
    of = ladder(Rung((asks("talk", 3, 1), asks("write", 3, 1))), pass_fit=2 / 3)
    assert len(_top(of, person()).plan.steps) == 4


def test_ties_go_to_fewer_steps_then_to_the_alphabet() -> None:
    """Three hours in one step before three in two; then the skill that comes first."""
    of = ladder(Rung((asks("a-two", 2, 1), asks("z-one", 1, 1))), pass_fit=0.5)
    assert _names(_top(of, person(), **{"a-two": 1.5, "z-one": 3.0})) == ["z-one 1"]
    of = ladder(Rung((asks("z", 1, 1), asks("a", 1, 1), asks("m", 1, 1))), pass_fit=0.3)
    assert _names(_top(of, person())) == ["a 1"]


def test_sums_of_hours_do_not_depend_on_their_order() -> None:
    """A tenth and two tenths are as much as three tenths."""
    of = ladder(Rung((asks("a", 1, 1), asks("b", 1, 1), asks("c", 1, 2))), pass_fit=0.5)
    assert _names(_top(of, person(), a=0.1, b=0.2, c=0.3)) == ["c 1"]


def test_what_does_not_apply_leaves_the_sums() -> None:
    """It is never on the route, and less is needed without it."""
    of = ladder(Rung((asks("talk", 1, 1), asks("sell", 1, 3), asks("write", 1, 1))), pass_fit=0.5)
    profile = msgspec.structs.replace(person(), not_applicable={"sell": "No shop"})
    assert _names(_top(of, profile, talk=2.0, sell=0.5, write=1.0)) == ["write 1"]


def test_a_goal_that_is_reached_needs_nothing() -> None:
    """One milestone without steps; everything that the full plan has is left out."""
    of = ladder(Rung((asks("talk", 1, 3), asks("write", 2, 1))))
    route = _top(of, person(talk=1))
    assert [(m.tier.id, m.steps) for m in route.plan.milestones] == [("t1", ())]
    (entry,) = route.left_out
    assert (entry.skill, entry.level_from, entry.level_to) == ("write", 0, 2)
    assert (entry.hours.min, entry.hours.max) == (3.0, 6.0)
    assert route.hours_saved == entry.hours


def test_without_a_goal_there_is_no_route() -> None:
    """Both plans are empty, and nothing is left out."""
    of = ladder(Rung((asks("talk", 1),)))
    route = shortest_route(of, catalog_of(of).skills_by_id, person(talk=1), None, TODAY)
    assert (route.plan.steps, route.full.steps, route.left_out, route.beside) == ((), (), (), ())
    assert (route.hours_saved.min, route.hours_saved.max) == (0.0, 0.0)


@given(cases())
def test_the_route_and_what_is_left_out_are_the_full_plan(case: Case) -> None:
    """Step for step in the same order and the same milestones, nothing lost and nothing twice."""
    route = _route(case)
    levels = _levels(case)
    for one, two in route.beside:
        assert one.tier is two.tier
        assert one.steps == tuple(step for step in two.steps if step.level_to <= levels[step.skill])
    left = {(e.skill, level) for e in route.left_out for level in range(e.level_from + 1, e.level_to + 1)}
    assert left == {(step.skill, step.level_to) for step in route.full.steps if step not in route.plan.steps}
    for low, name in ((True, "min"), (False, "max")):
        hours = [sum(getattr(step.hours, name) for step in plan.steps) for plan in (route.full, route.plan)]
        saved = route.hours_saved.min if low else route.hours_saved.max
        assert math.isclose(saved, hours[0] - hours[1], abs_tol=1e-9)
    assert route.full.goal is route.plan.goal is case.goal
    assert route.plan.unrated == 0


@given(cases())
def test_every_step_of_the_route_is_needed(case: Case) -> None:
    """Without the last step of any skill, some tier up to the goal is not met."""
    levels = _levels(case)
    assert _placed(case, levels)
    for name, level in levels.items():
        if level > case.profile.skills.get(name, 0):
            assert not _placed(case, {**levels, name: level - 1})


@given(cases())
def test_prerequisites_come_before_on_the_route_too(case: Case) -> None:
    """What a skill rests on is at most one level behind when it is raised, also where that is for the fit."""
    levels = {name: case.profile.skills.get(name, 0) for name in case.skills}
    for step in _route(case).plan.steps:
        assert levels[step.skill] == step.level_from
        for name in case.skills[step.skill].prerequisites:
            assert levels[name] >= step.level_to - 1
        levels[step.skill] = step.level_to


@given(st.data(), cases())
def test_the_route_does_not_depend_on_the_order_of_the_facts(data: st.DataObject, case: Case) -> None:
    """Ratings, requirements and prerequisites in any order give the same route."""
    other = data.draw(reordered(case))
    assert _route(other).plan.steps == _route(case).plan.steps


def _cut(route: Route, *, full: bool = False) -> tuple[Stage, ...]:
    return tuple(Stage(m.tier, m.steps) for m in (route.full if full else route.plan).milestones)


@pytest.mark.slow
@settings(max_examples=200)
@given(cases())
def test_replaying_the_route_gives_every_milestone_on_its_day(case: Case) -> None:
    """Placement agrees on the ready day, at the low and the high end, and not a day earlier."""
    cut = _cut(_route(case))
    for high in (False, True):
        path = walk(case.ladder, case.profile, cut, high=high)
        for index, stage in enumerate(cut):
            day = path.ready[index]
            assert day is not None
            assert _rank_on(case, cut, high=high, day=day) >= stage.tier.rank
            assert day == 0 or _rank_on(case, cut, high=high, day=day - 1) < stage.tier.rank


def _rank_on(case: Case, cut: tuple[Stage, ...], *, high: bool, day: int) -> int:
    path = walk(case.ladder, case.profile, cut, high=high)
    return rank_of(place(case.ladder, replayed(case.profile, cut, path, day)).current)


@given(cases())
def test_work_on_the_route_is_never_done_later(case: Case) -> None:
    """All steps of every milestone are done no later than in the full plan, at both ends of the hours."""
    for route, full in _route(case).beside:
        assert route.complete.earliest <= full.complete.earliest
        assert route.complete.latest <= full.complete.latest


@given(cases())
def test_the_hours_to_the_goal_are_never_more(case: Case) -> None:
    """Not more in the middle of their ranges than the full plan takes until the goal's skills are met."""
    route = _route(case)
    levels = dict(case.profile.skills)
    until = []
    for step in route.full.steps:
        if _placed(case, levels):
            break
        levels[step.skill] = step.level_to
        until.append(step.hours.mean)
    assert sum(step.hours.mean for step in route.plan.steps) <= sum(until) + 1e-9


@pytest.mark.slow
@settings(max_examples=300)
@given(cases())
def test_a_tier_waits_longer_only_for_a_step_that_is_left_out(case: Case) -> None:
    """Where the route has all steps with which the full plan meets a tier, it is met on the same day."""
    route = _route(case)
    kept = set(map(_key, route.plan.steps))
    paths = [walk(case.ladder, case.profile, _cut(route, full=full), high=True) for full in (False, True)]
    for index in range(len(route.plan.milestones)):
        day, was = (path.skills_day[index] for path in paths)
        before = [
            step for step, done in zip(route.full.steps, paths[1].done, strict=True) if done <= was and was
        ]
        if all(_key(step) in kept for step in before):
            assert day <= was


def _key(step: PlannedStep) -> tuple[str, int]:
    return step.skill, step.level_to


def test_a_milestone_on_the_way_can_come_later() -> None:
    """The first tier is met soonest by a step that the goal does not need; the route leaves it out."""
    of = ladder(
        Rung((asks("quick", 1, 1), asks("lasting", 1, 1))),
        Rung((asks("quick", 1, 1), asks("lasting", 1, 3), asks("new", 1, 1))),
        pass_fit=0.5,
    )
    route = _top(of, person(), quick=1.0, lasting=5.0, new=9.0)
    assert _names(route) == ["lasting 1"]
    days = [days_earlier(full.ready, milestone.ready) for milestone, full in route.beside]
    assert days == [-4, 1]


@pytest.mark.parametrize(
    ("full", "route", "days"),
    [
        ((9, 9), (7, 7), 2),
        ((3, 9), (1, 9), 2),
        ((1, 9), (3, 5), 4),
        ((1, 9), (3, 9), -2),
        ((5, 5), (5, 5), 0),
        ((5, None), (5, 5), None),
        ((5, 5), (5, None), None),
        ((None, 5), (4, 5), 0),
    ],
)
def test_how_much_earlier(
    full: tuple[int | None, int | None], route: tuple[int | None, int | None], days: int | None
) -> None:
    """By the latest date, or by the earliest where the latest stays."""
    spans = [
        Span(*(None if day is None else TODAY.replace(day=day) for day in pair)) for pair in (full, route)
    ]
    assert days_earlier(*spans) == days


def test_the_notes() -> None:
    """Each says what holds: dates that stay, a date that comes later, skills that are not rated."""
    later = ladder(
        Rung((asks("quick", 1, 1), asks("lasting", 1, 1))),
        Rung((asks("quick", 1, 1), asks("lasting", 1, 3), asks("new", 1, 1))),
        pass_fit=0.5,
    )
    same = ladder(Rung((asks("talk", 1, 3), asks("write", 1, 1))))
    levels = {"quick": 0, "lasting": 0, "new": 0}
    late = "A milestone is ready later where the full plan reaches it by a step that the goal does not need."
    stay = (
        "No milestone is ready earlier: years decide the dates, or the full plan begins with the same steps. "
        "What is saved is work."
    )
    rest = "not rated {} as level 0; rating can only make the route shorter."
    hours = {"quick": 1.0, "lasting": 5.0, "new": 9.0}

    assert notes(_top(later, person(**levels), **hours)) == (late,)
    assert notes(_top(same, person(talk=0, write=0))) == (stay,)
    assert notes(_top(same, person(talk=0))) == (stay, f"1 skill {rest.format('counts')}")
    assert notes(_top(same, person())) == (stay, f"2 skills {rest.format('count')}")
    assert notes(_top(same, person(talk=1, write=1))) == ()


@pytest.mark.slow
def test_the_built_in_ladder(catalog: Catalog) -> None:
    """A newcomer's route to every tier is found at once, is enough, and is less than the full plan."""
    newcomer = Profile(support_years=0.0)
    for goal in catalog.ladder.tiers:
        case = Case(catalog, newcomer, goal)
        start = perf_counter()
        levels = _levels(case)
        assert perf_counter() - start < 2  # 0.05 s on an ordinary machine; this is against growing wild
        assert _placed(case, levels)
        route = _route(case)
        assert len(route.plan.steps) < len(route.full.steps)


def test_built_in_people(catalog: Catalog) -> None:
    """Their routes need every step, and save hours."""
    for someone in catalog.personas:
        goal = catalog.ladder.top
        case = Case(catalog, someone.profile, goal)
        levels = _levels(case)
        assert _placed(case, levels)
        assert all(
            not _placed(case, {**levels, name: level - 1})
            for name, level in levels.items()
            if level > someone.profile.skills.get(name, 0)
        )
        assert _route(case).hours_saved.min > 0


@given(cases())
def test_met_tiers_stay_met_on_the_way(case: Case) -> None:
    """Every tier up to the goal is met at the end of the milestone that is called after it."""
    levels = dict(case.profile.skills)
    for stage in _cut(_route(case)):
        levels |= {step.skill: step.level_to for step in stage.steps}
        assert skills_met(stage.tier, levels, case.profile.not_applicable, case.ladder.pass_fit)


@given(cases())
def test_the_stages_of_the_full_plan_are_those_of_the_plan(case: Case) -> None:
    """The full plan beside the route is the one that 'plan' prints."""
    full = stages(case.ladder, case.skills, case.profile, case.goal)
    assert _cut(_route(case), full=True) == full
