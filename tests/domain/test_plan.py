from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.gaps import gaps
from careercli.domain.model import Ladder, Profile, Skill
from careercli.domain.placement import current_tier, rank_of
from careercli.domain.plan import PlannedStep, Stage, ancestors, default_goal, stages, to_start
from tests.domain.builders import Rung, asks, catalog_of, ladder, person, skill
from tests.domain.ladders import Case, better, cases, reordered

TWO = ladder(Rung((asks("talk", 1, must=True),)), Rung((asks("talk", 2, must=True),), support=2.0))


def _cut(of: Ladder, profile: Profile, *skills: Skill) -> tuple[Stage, ...]:
    return stages(of, catalog_of(of, skills).skills_by_id, profile, of.top)


def _names(stage: Stage) -> list[str]:
    return [f"{step.skill} {step.level_to}" for step in stage.steps]


def _stages(case: Case) -> tuple[Stage, ...]:
    return stages(case.ladder, case.skills, case.profile, case.goal)


def _steps(cut: tuple[Stage, ...]) -> list[PlannedStep]:
    return [step for stage in cut for step in stage.steps]


def test_the_goal_is_the_persons_own() -> None:
    """Also where it is reached already."""
    wanted = msgspec.structs.replace(person(9.0, talk=4), goal="t1")
    assert default_goal(TWO, wanted) == TWO.tiers[0]


def test_an_unknown_goal_is_refused() -> None:
    """The domain does not guess; names are resolved where they come in."""
    with pytest.raises(KeyError, match="t9"):
        default_goal(TWO, msgspec.structs.replace(person(), goal="t9"))


def test_without_a_goal_it_is_the_first_offered_above_the_current_tier() -> None:
    """What is reached is passed by; at the top there is none."""
    offers = msgspec.structs.replace(TWO, goals=("t1", "t2"))
    assert default_goal(offers, person()) == TWO.tiers[0]
    assert default_goal(offers, person(talk=1)) == TWO.tiers[1]
    assert default_goal(offers, person(2.0, talk=2)) is None


def test_steps_raise_one_level_each_from_where_the_person_is() -> None:
    """An unrated skill starts at 0; a level that is reached has no step."""
    of = ladder(Rung((asks("talk", 3, must=True), asks("write", 1, must=True), asks("sell", 1, must=True))))
    (stage,) = _cut(of, person(talk=1, sell=2))
    assert [(step.skill, step.level_from, step.level_to) for step in stage.steps] == [
        ("write", 0, 1),
        ("talk", 1, 2),
        ("talk", 2, 3),
    ]
    assert [step.hours for step in stage.steps] == [step.growth.hours for step in stage.steps]


def test_gates_come_by_weight_per_level_per_hour() -> None:
    """Heavier first, then fewer levels to go, then fewer hours, then the alphabet."""
    of = ladder(
        Rung(
            (
                asks("e-slow", 1, 2, must=True),
                asks("d-same", 1, 2, must=True),
                asks("c-same", 1, 2, must=True),
                asks("b-light", 1, 1, must=True),
                asks("a-deep", 2, 3, must=True),
            )
        )
    )
    (stage,) = _cut(of, person(), skill("e-slow", efforts=[(9.0, 9.0)] * 4))
    assert _names(stage) == ["c-same 1", "d-same 1", "a-deep 1", "b-light 1", "a-deep 2", "e-slow 1"]


def test_what_lower_tiers_ask_comes_before_what_this_tier_adds() -> None:
    """Of what is no gate, and even before a larger gain per hour; gates come before both."""
    of = ladder(
        Rung((asks("first", 1, 1), asks("done", 1, 3))),
        Rung((asks("added", 1, 3), asks("gate", 1, 1, must=True))),
    )
    (stage,) = _cut(of, person(done=1), skill("first", efforts=[(50.0, 50.0)] * 4))
    assert stage.tier.id == "t2"
    assert _names(stage) == ["gate 1", "first 1", "added 1"]


def test_what_a_lower_tier_asks_keeps_the_order_that_it_has_there() -> None:
    """Also where the higher tier weighs it otherwise."""
    of = ladder(
        Rung((asks("done", 1, 3), asks("a", 1, 1), asks("b", 1, 2)), support=1.0),
        Rung((asks("done", 1, 1), asks("a", 1, 3))),
        pass_fit=0.5,
    )
    below, above = _cut(of, person(done=1)), _cut(of, person(1.0, done=1))
    assert [stage.tier.id for stage in below] == ["t1", "t2"]
    assert [stage.tier.id for stage in above] == ["t2"]
    assert _names(below[0]) == _names(above[0]) == ["b 1", "a 1"]


def test_a_step_waits_for_what_its_skill_rests_on() -> None:
    """Prerequisites come first although they gain less per hour, also through a skill that is done."""
    of = ladder(
        Rung((asks("base", 1, 1, must=True), asks("middle", 1, 1, must=True), asks("top", 1, 3, must=True)))
    )
    skills = [
        skill("base", efforts=[(90.0, 90.0)] * 4),
        skill("middle", rests_on=["base"]),
        skill("top", rests_on=["middle"]),
    ]
    (stage,) = _cut(of, person(), *skills)
    assert _names(stage) == ["base 1", "middle 1", "top 1"]
    (stage,) = _cut(of, person(middle=1), *skills)
    assert _names(stage) == ["base 1", "top 1"]


def test_a_step_counts_as_must_where_its_milestone_has_it_as_a_gate() -> None:
    """The same level may be no gate on one tier and a gate on the next."""
    of = ladder(Rung((asks("talk", 1), asks("write", 1))), Rung((asks("talk", 1, must=True),), support=1.0))
    assert [step.must for step in _steps(_cut(of, person()))] == [False, False]
    of = ladder(
        Rung((asks("done", 1, 3), asks("ask", 1, 1), asks("talk", 1, 1)), support=0.0),
        Rung((asks("talk", 1, 1, must=True),)),
        pass_fit=0.6,
    )
    (stage,) = _cut(of, person(done=1))
    assert [(step.skill, step.must) for step in stage.steps] == [("talk", True), ("ask", False)]


def test_a_skill_that_is_not_applicable_has_no_steps() -> None:
    """It is neither asked for nor planned."""
    of = ladder(Rung((asks("talk", 1), asks("sell", 1))))
    profile = msgspec.structs.replace(person(), not_applicable={"sell": "No shop"})
    assert _names(_cut(of, profile)[0]) == ["talk 1"]


def test_a_goal_that_is_reached_has_one_milestone_for_what_it_still_asks() -> None:
    """The gates and the fit may be met with gaps left."""
    of = ladder(Rung((asks("talk", 1, 3), asks("write", 1))))
    (stage,) = _cut(of, person(talk=1))
    assert (stage.tier.id, _names(stage)) == ("t1", ["write 1"])


def test_ancestors_are_everything_a_skill_rests_on() -> None:
    """Directly or through others, each once."""
    skills = [
        skill("base"),
        skill("left", rests_on=["base"]),
        skill("right", rests_on=["base"]),
        skill("top", rests_on=["left", "right"]),
    ]
    by_id = {entry.id: entry for entry in skills}
    assert ancestors(by_id, "top") == {"left", "right", "base"}
    assert ancestors(by_id, "base") == set()


@given(cases())
def test_milestones_run_from_the_next_tier_to_the_goal(case: Case) -> None:
    """One for each tier above the current one, or the goal alone where it is reached."""
    start = min(rank_of(current_tier(case.ladder, case.profile)) + 1, case.goal.rank)
    assert [stage.tier.rank for stage in _stages(case)] == list(range(start, case.goal.rank + 1))


@given(cases())
def test_a_finished_plan_closes_every_gap_of_its_goal(case: Case) -> None:
    """And every gap of each milestone once its own steps are done."""
    levels = dict(case.profile.skills)
    for stage in _stages(case):
        levels |= {step.skill: step.level_to for step in stage.steps}
        done = msgspec.structs.replace(case.profile, skills=levels)
        assert gaps(case.ladder, case.skills, done, stage.tier) == ()


@given(cases())
def test_a_step_stands_in_the_first_milestone_that_needs_its_level(case: Case) -> None:
    """No tier on the way before it needs that level, and its own does."""
    cut = _stages(case)
    for index, stage in enumerate(cut):
        for step in stage.steps:
            needs = [
                any(d.skill == step.skill and d.level >= step.level_to for d in earlier.tier.demands)
                for earlier in cut[: index + 1]
            ]
            assert needs == [False] * index + [True]


@given(cases())
def test_the_steps_of_a_skill_ascend_one_level_at_a_time(case: Case) -> None:
    """Each starts where the one before it, or the person, stands."""
    levels = {name: case.profile.skills.get(name, 0) for name in case.skills}
    for step in _steps(_stages(case)):
        assert (step.level_from, step.level_to) == (levels[step.skill], levels[step.skill] + 1)
        assert step.growth == case.skills[step.skill].growth[step.level_to - 1]
        levels[step.skill] = step.level_to


@given(cases())
def test_prerequisites_never_come_after(case: Case) -> None:
    """Over the whole plan, what a skill rests on is at most one level behind when the skill is raised."""
    levels = {name: case.profile.skills.get(name, 0) for name in case.skills}
    for step in _steps(_stages(case)):
        for name in case.skills[step.skill].prerequisites:
            assert levels[name] >= step.level_to - 1
        levels[step.skill] = step.level_to


@given(cases())
def test_inside_a_milestone_prerequisites_are_finished_first(case: Case) -> None:
    """No step of a skill comes before the last step of anything that it rests on."""
    for stage in _stages(case):
        order = [step.skill for step in stage.steps]
        for index, name in enumerate(order):
            assert not ancestors(case.skills, name) & set(order[index:])


@given(cases())
def test_inside_a_milestone_gates_come_first(case: Case) -> None:
    """No gate comes after a step that is none."""
    for stage in _stages(case):
        assert all(one.must or not two.must for one, two in pairwise(stage.steps))


@given(st.data(), cases())
def test_the_place_of_a_step_does_not_depend_on_where_the_person_stands(
    data: st.DataObject, case: Case
) -> None:
    """With more years or levels, the steps that are left and are no gates keep their order."""
    after = data.draw(better(case))
    left = [(step.skill, step.level_to) for step in _steps(_stages(after)) if not step.must]
    before = [(step.skill, step.level_to) for step in _steps(_stages(case))]
    assert [step for step in before if step in left] == left


@given(st.data(), cases())
def test_the_steps_do_not_depend_on_the_order_of_the_facts(data: st.DataObject, case: Case) -> None:
    """Ratings, requirements and prerequisites in any order give the same steps in the same order."""
    other = data.draw(reordered(case))
    assert _steps(_stages(other)) == _steps(_stages(case))


def test_what_can_be_started_now() -> None:
    """The first step of each skill, unless it rests on a skill that has a step before it; in order."""
    asked = ladder(Rung((asks("talk", 2, must=True), asks("write", 1), asks("sell", 1), asks("lead", 1))))
    chain = [skill("sell", rests_on=["write"]), skill("lead", rests_on=["sell"])]
    known = catalog_of(asked, chain).skills_by_id
    (stage,) = stages(asked, known, person(talk=0), asked.top)

    assert {f"{step.skill} {step.level_to}" for step in stage.steps} == {
        *("talk 1", "talk 2", "write 1", "sell 1", "lead 1")
    }
    assert sorted(step.skill for step in to_start(known, stage.steps)) == ["talk", "write"]
    assert to_start(known, stage.steps) == tuple(
        step for step in stage.steps if step.skill in {"talk", "write"} and step.level_from == 0
    )
    assert to_start(known, ()) == ()


@given(cases())
def test_what_can_be_started_stands_on_what_is_there(case: Case) -> None:
    """Each such step begins where the person is, and one of them is the first of the plan."""
    steps = _steps(_stages(case))
    first = to_start(case.skills, steps)

    assert first[:1] == tuple(steps[:1])
    assert len({step.skill for step in first}) == len(first)
    assert all(step.level_from == case.profile.skills.get(step.skill, 0) for step in first)
