from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given

from careercli.domain import covering
from careercli.domain.gaps import hours_between
from careercli.domain.ladder import coverage, gate_met, passes
from careercli.domain.model import Catalog
from careercli.domain.placement import place
from careercli.domain.plan import Course, course, highest_of_use
from careercli.domain.route import all_targets, shortest_targets
from tests.domain.builders import Rung, asks, catalog_of, ladder, must, person, skill
from tests.domain.ladders import Case, cases
from tests.domain.people import random_people


def _course(case: Case) -> Course:
    return course(case.ladder, case.profile, place(case.ladder, case.profile), case.goal)


def _confirms(case: Case, way: Course, levels: dict[str, int]) -> bool:
    left_out = case.profile.not_applicable
    return all(
        all(gate_met(gate, levels) for gate in tier.gates)
        and passes(*coverage(tier.asks, levels, left_out), case.ladder.pass_fit)
        for tier in way.tiers
    )


def _hours(case: Case, way: Course, levels: dict[str, int]) -> float:
    return sum(
        hours_between(case.skills[name], way.levels[name], level)
        for name, level in levels.items()
        if level > way.levels[name]
    )


def test_a_gate_leaves_no_choice_and_the_fit_takes_what_is_cheapest() -> None:
    """Worked by hand: the gate goes to 2, and of what is left the fit of 0.75 takes the short way."""
    of = ladder(
        Rung(
            (asks("must", 2), asks("long", 1), asks("short", 1), asks("there", 1)),
            gates=(must("must", levels=(2,)),),
        )
    )
    long = skill("long", efforts=((9.0, 11.0),) * 4)
    skills = catalog_of(of, [long]).skills_by_id
    way = course(of, person(must=1, long=0, short=0, there=1), place(of, person(must=1, there=1)), of.top)
    assert shortest_targets(way, skills, 0.75) == {"must": 2, "short": 1, "there": 1}


def test_a_group_takes_its_cheapest_skills() -> None:
    """Any two of three, one of which is there already."""
    of = ladder(
        Rung(tuple(asks(name, 3) for name in "abc"), gates=(must("a", "b", "c", levels=(3, 2)),)),
        pass_fit=0.1,
    )
    skills = catalog_of(of, [skill("b", efforts=((20.0, 20.0),) * 4)]).skills_by_id
    profile = person(a=3, b=1, c=0)
    way = course(of, profile, place(of, profile), of.top)
    assert shortest_targets(way, skills, 0.1) == {"a": 3, "b": 1, "c": 2}


def test_an_estimate_that_nothing_needs_is_left_out() -> None:
    """What is not rated has to be rated, and perhaps done after all, only as far as something needs it."""
    of = ladder(Rung(tuple(asks(name, 2) for name in "abcdef"), gates=(must("f", levels=(1,)),)))
    skills = catalog_of(of).skills_by_id
    profile = person(a=2, b=2, c=2, d=2)
    way = course(of, profile, place(of, profile), of.top)
    assert way.levels["e"] == way.levels["f"] == 2
    assert shortest_targets(way, skills, 0.75) == {"a": 2, "b": 2, "c": 2, "d": 2, "f": 1}


@given(cases())
def test_the_route_confirms_every_milestone(case: Case) -> None:
    """With its levels all gates are reached and every fit suffices."""
    way = _course(case)
    targets = shortest_targets(way, case.skills, case.ladder.pass_fit)
    assert _confirms(case, way, targets)
    assert targets.keys() <= way.levels.keys()


@given(cases(tiers=3, skills=4))
def test_no_other_way_takes_fewer_hours(case: Case) -> None:
    """Tried out: every combination of levels that confirms all milestones takes as many hours or more."""
    way = _course(case)
    targets = shortest_targets(way, case.skills, case.ladder.pass_fit)
    tops: dict[str, int] = {}
    for tier in way.tiers:
        for name, level in highest_of_use(tier).items():
            tops[name] = max(tops.get(name, 0), level)
    names = sorted(way.levels)
    possible = [range(way.levels[name], max(tops[name], way.levels[name]) + 1) for name in names]
    fewest = min(
        _hours(case, way, dict(zip(names, levels, strict=True)))
        for levels in product(*possible)
        if _confirms(case, way, dict(zip(names, levels, strict=True)))
    )
    assert _hours(case, way, targets) == pytest.approx(fewest)


@given(case=cases(tiers=3, skills=5))
def test_where_there_are_too_many_ways_a_good_one_is_found(case: Case) -> None:
    """Given up at once, the search still confirms every milestone, and takes no more than all steps would."""
    way = _course(case)
    most, covering.MOST_WAYS = covering.MOST_WAYS, 0
    try:
        found = shortest_targets(way, case.skills, case.ladder.pass_fit)
    finally:
        covering.MOST_WAYS = most
    exact = shortest_targets(way, case.skills, case.ladder.pass_fit)
    assert _confirms(case, way, found)
    assert _hours(case, way, exact) <= _hours(case, way, found) + 1e-9
    assert _hours(case, way, found) <= _hours(case, way, all_targets(way)) + 1e-9


@pytest.mark.slow
def test_the_search_arrives_for_people_of_all_kinds(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the built-in ladder the shortest route is found long before the search is given up."""
    of = catalog.ladder
    ways = [
        course(of, profile, place(of, profile), of.top) for profile in random_people(catalog, 80, seed=11)
    ]
    found = [shortest_targets(way, catalog.skills_by_id, of.pass_fit) for way in ways]
    monkeypatch.setattr(covering, "MOST_WAYS", 10 * covering.MOST_WAYS)
    assert found == [shortest_targets(way, catalog.skills_by_id, of.pass_fit) for way in ways]
