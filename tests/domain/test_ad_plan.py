from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.ad_plan import plan_for
from careercli.domain.assessment import assess
from careercli.domain.match import match
from careercli.domain.requirements import Clock
from careercli.domain.schedule import Plan
from tests.domain.advertisements import ad, advertisements, asked, years
from tests.domain.builders import TODAY, person
from tests.domain.ladders import cases
from tests.domain.test_match import CATALOG, LADDER, LEAD, MANAGER, SOUND, SPECIALIST


def _plan(wanted, route="shortest", **facts) -> Plan:
    found = match(assess(LADDER, CATALOG.skills_by_id, person(**facts), TODAY), wanted)
    return plan_for(found, CATALOG.skills_by_id, route)


def _steps(plan: Plan) -> list[str]:
    return [step.id for step in plan.steps]


def test_only_what_the_advertisement_asks():
    """The plan has the steps to what is required, and in full what is preferred."""
    wanted = ad(SPECIALIST, asked("hire"), asked("note"), asked("lead", "preferred"))
    assert _steps(_plan(wanted, **SOUND)) == ["hire-1", "hire-2"]
    full = _plan(wanted, "full", **SOUND)
    assert [dated.step.id for dated in full.also_helps] == ["lead-1", "lead-2"]


def test_a_tier_above_binds():
    """Of a tier above its must-haves follow what the advertisement asks, of one that is reached nothing."""
    wanted = ad(LEAD, asked("hire", "implied"))
    assert _steps(_plan(wanted, **SOUND)) == ["hire-1", "hire-2", "lead-1", "lead-2", "lead-3", "note-3"]
    reached = SOUND | {"leading": 3.0, "support": 8.0, "title": "Lead", "team": 8, "talk": 3, "lead": 2}
    assert _steps(_plan(ad(LEAD, asked("talk")), **reached)) == []


def test_the_years_of_a_tier_above_bind():
    """Nobody who leads nobody is ready for a tier above the first of leading, whatever is left unsaid."""
    tiers = (*LADDER.tiers[:3], MANAGER.but(support_years=Clock(floor=5.0), leading_years=Clock(floor=2.0)))
    ladder = LADDER.but(tiers=tiers)
    able = SOUND | {"talk": 3, "note": 3, "lead": 4, "hire": 4}

    def until(**facts):
        found = match(
            assess(ladder, CATALOG.skills_by_id, person(**(able | facts)), TODAY), ad(tiers[3], asked("talk"))
        )
        assert found.above > 0
        return plan_for(found, CATALOG.skills_by_id).milestones[-1].until

    assert until()["leading_years"].earliest is None
    leads = until(title="Lead", team=6, leading=1.0)
    assert [leads[hold].earliest.year - TODAY.year for hold in ("support_years", "leading_years")] == [2, 1]


def test_duties_that_cannot_be_done():
    """What duties imply and somebody lacks takes steps, unless they may apply as it is."""
    wanted = ad(SPECIALIST, asked("talk"), asked("hire", "implied"))
    assert _steps(_plan(wanted, **SOUND)) == []
    assert _steps(_plan(wanted, **(SOUND | {"talk": 1}))) == ["talk-2", "hire-1", "hire-2"]


def test_nothing_missing():
    """Where nothing is missing there are no steps, and it is ready today."""
    plan = _plan(ad(SPECIALIST, asked("talk"), support_years=years(3)), **SOUND)
    assert _steps(plan) == []
    assert plan.milestones[0].ready.latest == TODAY


def test_years_are_waited_for():
    """The plan waits for two thirds of the years that are asked, at the late end for all of them."""
    ready = _plan(ad(SPECIALIST, asked("talk"), support_years=years(6)), **SOUND).milestones[0].ready
    assert (ready.earliest.year, ready.latest.year) == (TODAY.year + 1, TODAY.year + 3)


def test_named_after_the_advertisement():
    """The goal of the plan is called as the advertisement is, and is the tier that it asks."""
    goal = _plan(ad(LEAD, title="Shift Lead, Contact Center"), **SOUND).goal
    assert (goal.id, goal.title) == ("t3", "Shift Lead, Contact Center")


@given(st.data())
def test_any_advertisement_has_a_plan(data):
    """Whatever is asked of whomever, there is a plan, and its steps raise to what is needed at most."""
    case = data.draw(cases())
    wanted = data.draw(advertisements(case))
    found = match(assess(case.ladder, case.skills, case.profile, TODAY), wanted)
    plan = plan_for(found, case.skills)
    gates = {gate.skills[0]: gate.levels[0] for gate in plan.goal.gates if gate.single}
    for step in plan.steps:
        if step.level_to and step.skill in gates and len(gates) == len(plan.goal.gates):
            assert step.level_to <= gates[step.skill]
