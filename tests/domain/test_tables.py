"""The tables say of everybody exactly what the rules say."""

from __future__ import annotations

import pytest
from hypothesis import given

from careercli.domain.gaps import gaps
from careercli.domain.ladder import fit, missing_musts, skills_met
from careercli.domain.model import Catalog, Profile
from careercli.domain.placement import place, rank_of
from careercli.domain.plan import default_goal, stages
from careercli.domain.tables import Tables, rank_by_skills, tier_sums
from tests.domain.ladders import Case, cases
from tests.domain.people import random_people


def _agrees(tables: Tables, profile: Profile, wanted: str | None) -> None:
    """Compare everything that the tables can say with what the rules say of the same person."""
    of, skills = tables.ladder, tables.skills
    codes = tables.codes(profile)
    flat = tables.sums(codes)
    for tier in of.tiers:
        sums = tier_sums(flat, tier)
        assert sums.fit == fit(tier.demands, profile.skills, profile.not_applicable)
        assert sums.missing == len(missing_musts(tier.demands, profile.skills))
        met = not sums.missing and sums.fit >= of.pass_fit
        assert met == skills_met(tier, profile.skills, profile.not_applicable, of.pass_fit)
    _placed_alike(tables, profile, flat)
    following = of.at(rank_of(place(of, profile).current) + 1)
    goal = of.tier(wanted) if wanted else default_goal(of, profile)
    for tier in filter(None, (following, goal)):
        expected = [(gap.skill, gap.have) for gap in gaps(of, skills, profile, tier, goal)]
        order = tables.gap_order(tier.rank, rank_of(goal))
        found = [order.gaps[number] for number in sorted(filter(None, map(order.place.__getitem__, codes)))]
        assert [(gap.skill, gap.have) for gap in found if gap] == expected
    if goal:
        planned = [
            (step.skill, step.level_to) for stage in stages(of, skills, profile, goal) for step in stage.steps
        ]
        rank = rank_of(place(of, profile).current)
        for most in (3, len(planned) + 1):
            assert tables.first_steps(codes, rank, goal.rank, most) == planned[:most]


def _placed_alike(tables: Tables, profile: Profile, flat: tuple[int, ...]) -> None:
    of = tables.ladder
    placement = place(of, profile)
    years = tables.rank_by_years(profile.support_years, profile.leading_years)
    assert years == rank_of(placement.by_years)
    assert rank_by_skills(flat, of.pass_fit) == rank_of(placement.by_skills)
    at_best = rank_by_skills(flat, of.pass_fit, at_best=True)
    assert min(years, at_best) == rank_of(placement.highest_possible)
    goal = default_goal(of, profile)
    assert tables.goal_rank(profile.goal, rank_of(placement.current)) == rank_of(goal)


@given(cases())
def test_tables_of_any_ladder_agree_with_the_rules(case: Case) -> None:
    """Fits, gates, placement, gaps in order and the first steps, for anybody on any ladder."""
    _agrees(Tables(case.ladder, case.skills), case.profile, case.goal.id)


@pytest.mark.slow
def test_the_built_in_tables_agree_with_the_rules(catalog: Catalog) -> None:
    """So do those of the built-in ladder, for two thousand random people."""
    tables = Tables(catalog.ladder, catalog.skills_by_id)
    for profile in random_people(catalog, 2000):
        _agrees(tables, profile, profile.goal)


def test_no_goal_has_no_steps(catalog: Catalog) -> None:
    """Whoever is at the top without a goal has nothing to do."""
    tables = Tables(catalog.ladder, catalog.skills_by_id)
    assert tables.first_steps(tables.nothing, 8, 0, 3) == []
