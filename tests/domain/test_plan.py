from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.placement import place
from careercli.domain.plan import (
    PlannedStep,
    Stage,
    ancestors,
    course,
    default_goal,
    growth_step,
    holds,
    stages,
    to_start,
)
from careercli.domain.route import shortest_targets
from tests.domain.builders import Rung, asks, catalog_of, ladder, must, person, skill
from tests.domain.ladders import Case, cases, reordered

THREE = ladder(
    Rung((asks("talk", 1),), gates=(must("talk"),)),
    Rung((asks("talk", 2), asks("write", 1, 3)), gates=(must("talk", levels=(2,)),), support=1.0),
    Rung((asks("talk", 3), asks("lead", 2)), gates=(must("lead", levels=(2,)),), support=2.0, seat="lead"),
)


def _tiers(profile: object, goal: str = "t3") -> list[str]:
    way = course(THREE, profile, place(THREE, profile), THREE.tier(goal))
    return [tier.id for tier in way.tiers]


def _stages(case: Case) -> tuple[Stage, ...]:
    placement = place(case.ladder, case.profile)
    way = course(case.ladder, case.profile, placement, case.goal)
    return stages(way, case.skills, shortest_targets(way, case.skills, case.ladder.pass_fit), placement.seat)


def _ids(cut: tuple[Stage, ...]) -> list[list[str]]:
    return [[step.id for step in stage.steps] for stage in cut]


def test_milestones_begin_where_one_is_not_confirmed() -> None:
    """The current tier first where it still has to be confirmed, then each tier up to the goal."""
    assert _tiers(person(1.0, talk=2, write=1, lead=0)) == ["t3"]
    shaky = person(1.0, talk=1, write=1, lead=0)
    assert place(THREE, shaky).current is THREE.tiers[1]
    assert _tiers(shaky) == ["t2", "t3"]
    assert _tiers(person(0.0, talk=1, write=0, lead=0)) == ["t2", "t3"]


def test_tiers_that_lie_behind_are_no_milestones() -> None:
    """Nobody is asked for the skills of a tier that they are past."""
    of = ladder(
        Rung((asks("type", 4, through="t1"),), gates=(must("type", levels=(4,)),)),
        Rung((asks("talk", 1),), gates=(must("talk"),)),
        Rung((asks("talk", 2),)),
    )
    profile = person(9.0, type=0, talk=1)
    way = course(of, profile, place(of, profile), of.top)
    assert [tier.id for tier in way.tiers] == ["t3"]
    assert "type" not in way.levels


def test_a_goal_that_is_not_above_is_the_only_milestone_or_none() -> None:
    """At or below the current tier it is the only one, at or below the confirmed one there is none."""
    assert _tiers(person(1.0, talk=2, write=1, lead=0), "t2") == []
    assert _tiers(person(1.0, talk=2, write=1, lead=0), "t1") == []
    assert _tiers(person(1.0, talk=1, write=1, lead=0), "t2") == ["t2"]


@pytest.mark.parametrize(
    ("profile", "first"),
    [
        (person(0.0), "t1"),
        (person(1.5), "t2"),
        (person(9.0, title="Second"), "t2"),
        (person(9.0, title="Third", employed=False), "t3"),
        (person(0.5, title="Third", leads=True), "t1"),
    ],
)
def test_where_too_little_is_rated_years_and_job_say_where_to_begin(profile: object, first: str) -> None:
    """The lower of both, and the quick interview is the first step."""
    titles = ("First", "Second", "Third")
    rungs = [
        Rung(tier.requirements, tier.gates, tier.support_years.floor, seat=tier.seat, titles=(title,))
        for tier, title in zip(THREE.tiers, titles, strict=True)
    ]
    of = ladder(*rungs)
    placement = place(of, profile)
    way = course(of, profile, placement, of.top)
    assert way.tiers[0].id == first
    cut = stages(way, catalog_of(of).skills_by_id, {"talk": 3, "write": 1, "lead": 2}, placement.seat)
    assert cut[0].steps[0].id == "quick-interview"
    assert not any(step.kind == "rate" for stage in cut for step in stage.steps)


def test_without_a_goal_the_next_one_that_the_ladder_offers() -> None:
    """The first goal above where one stands; above the last what is to be confirmed, and none without."""
    of = msgspec.structs.replace(THREE, goals=("t2", "t3"))
    assert default_goal(of, person(0.0, talk=1, write=0, lead=0)) is of.tiers[1]
    assert default_goal(of, person(1.0, talk=2, write=1, lead=0)) is of.tiers[2]
    assert default_goal(of, person(9.0, 9.0, talk=3, write=1, lead=2)) is None
    assert default_goal(of, person(9.0, 9.0, talk=3, write=1, lead=1)) is of.top
    chosen = msgspec.structs.replace(person(9.0, talk=3, lead=2), goal="t1")
    assert default_goal(of, chosen) is of.tiers[0]


def test_the_goal_of_who_has_not_answered_is_not_below_the_job() -> None:
    """Years and job, or the title, say from where on; beyond the last goal that tier itself is the goal."""
    rungs = [
        Rung(tier.requirements, tier.gates, tier.support_years.floor, seat=tier.seat, titles=(title,))
        for tier, title in zip(THREE.tiers, ("First", "Second", "Third"), strict=True)
    ]
    of = msgspec.structs.replace(ladder(*rungs), goals=("t1", "t2"))
    assert default_goal(of, person(0.0)) is of.tiers[0]
    assert default_goal(of, person(9.0, title="Second")) is of.tiers[1]
    assert default_goal(of, person(9.0, title="Third", leads=True)) is of.top


def test_what_is_not_rated_is_rated_first_and_done_only_if_needed() -> None:
    """Its steps below the estimate are marked; those above count in any case."""
    rated = tuple(asks(name, 2) for name in "abde")
    of = ladder(Rung((*rated, asks("c", 3)), gates=(must("b", levels=(2,)), must("c", levels=(3,)))))
    sure = Case(catalog_of(of), person(5.0, a=2, b=2, d=2, e=2), of.top)
    (stage,) = _stages(sure)
    assert [(step.id, step.if_needed) for step in stage.steps] == [
        ("rate-c", False),
        ("c-1", True),
        ("c-2", True),
        ("c-3", True),
    ]
    low = Case(catalog_of(of), person(5.0, a=1, b=2, d=1, e=1), of.top)
    assert [(s.id, s.if_needed) for s in _stages(low)[0].steps if s.skill == "c"] == [
        ("rate-c", False),
        ("c-1", True),
        ("c-2", True),
        ("c-3", False),
    ]


def test_the_order_is_prerequisites_gates_fit_for_an_hour_and_id() -> None:
    """Worked by hand."""
    of = ladder(
        Rung(
            (asks("base", 1), asks("gate", 1), asks("rich", 1, 3), asks("poor", 1), asks("also", 1)),
            gates=(must("gate"),),
        ),
        pass_fit=1.0,
    )
    catalog = catalog_of(of, [skill("gate", rests_on=("base",))])
    case = Case(catalog, person(base=0, gate=0, rich=0, poor=0, also=0), of.top)
    (stage,) = _stages(case)
    assert [step.id for step in stage.steps] == ["rich-1", "also-1", "base-1", "gate-1", "poor-1"]


def test_steps_that_can_begin_now_have_nothing_before_them() -> None:
    """None of the same skill, and none of one that theirs rests on; what is only if needed is passed over."""
    skills = {"a": skill("a"), "b": skill("b", rests_on=("a",)), "c": skill("c")}
    steps = [
        growth_step(skills[name], level, "agent") for name, level in (("a", 1), ("a", 2), ("b", 1), ("c", 1))
    ]
    assert [step.id for step in to_start(skills, steps)] == ["a-1", "c-1"]
    maybe = msgspec.structs.replace(steps[0], if_needed=True)
    assert [step.id for step in to_start(skills, [maybe, *steps[1:]])] == ["a-2", "c-1"]


def test_a_step_says_the_seat_that_is_missing_and_speaks_to_the_one_there_is() -> None:
    """A higher seat can do what a lower one can."""
    entry = skill("a")
    first = msgspec.structs.replace(entry.growth[0], needs_seat="lead", in_seats={"none": "Ask a friend"})
    entry = msgspec.structs.replace(entry, growth=(first, *entry.growth[1:]))
    assert growth_step(entry, 1, "agent").needs_seat == "lead"
    assert growth_step(entry, 1, "manager").needs_seat is None
    assert growth_step(entry, 1, "none").action == "Ask a friend"
    assert growth_step(entry, 1, "agent").action == "Do it"
    assert holds("none", None)


@given(cases())
def test_every_step_is_there_once_and_after_what_it_rests_on(case: Case) -> None:
    """Levels follow one another without a hole, and inside a milestone prerequisites come first."""
    cut = _stages(case)
    steps: list[PlannedStep] = [step for stage in cut for step in stage.steps]
    assert len({step.id for step in steps}) == len(steps)
    levels: dict[str, int] = {}
    for step in steps:
        if step.level_to is None:
            continue
        have = levels.get(step.skill, step.level_from)
        assert (step.level_from, step.level_to) == (have, have + 1)
        levels[step.skill] = step.level_to
    for stage in cut:
        for place_of, step in enumerate(stage.steps):
            if step.kind not in {"rate", "interview"}:
                later = {s.skill for s in stage.steps[place_of + 1 :] if s.level_to}
                assert not ancestors(case.skills, step.skill) & later


@given(st.data(), cases())
def test_the_order_of_facts_does_not_matter(data: st.DataObject, case: Case) -> None:
    """The same steps in the same order, however it was written down."""
    other = data.draw(reordered(case))
    assert _ids(_stages(case)) == _ids(_stages(other))
