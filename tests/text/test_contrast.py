from __future__ import annotations

import pytest
from hypothesis import given, settings

from careercli.domain.assessment import Assessment, assess
from careercli.domain.model import Profile
from careercli.domain.placement import rank_of
from careercli.text.contrast import Contrast, check, contrast, skill_contrasts
from tests.domain.builders import TODAY, Rung, asks, catalog_of, ladder, must, person
from tests.domain.ladders import Case, cases


def assessed(case: Case, profile: Profile) -> Assessment:
    """Return the assessment of somebody on the ladder of a case."""
    return assess(case.ladder, case.skills, profile, TODAY)


def both_ways(case: Case, other: Profile) -> tuple[Contrast, Contrast]:
    """Return two people beside one another, from either side."""
    a, b = assessed(case, case.profile), assessed(case, other)
    return contrast(a, b), contrast(b, a)


@pytest.mark.slow
@given(case=cases())
@settings(max_examples=40)
def test_somebody_beside_themselves(case: Case) -> None:
    """A person differs from themselves in nothing."""
    found, _ = both_ways(case, case.profile)

    assert found.skills == ()
    assert all(fit.a == fit.b for fit in found.fits)
    assert found.gates.only_a == found.gates.only_b == ()
    assert all(entry.a == entry.b for entry in found.dates)


@pytest.mark.slow
@given(case=cases(), other=cases())
@settings(max_examples=40)
def test_the_other_way_round(case: Case, other: Case) -> None:
    """Swapped, everything is mirrored."""
    known = {skill: level for skill, level in other.profile.skills.items() if skill in case.skills}
    stranger = Profile(support_years=other.profile.support_years, skills=known, goal=case.ladder.tiers[0].id)
    there, back = both_ways(case, stranger)

    assert {(item.skill, item.a, item.b, item.rise) for item in there.skills} == {
        (item.skill, item.b, item.a, -item.rise) for item in back.skills
    }
    assert [(fit.a, fit.b) for fit in there.fits] == [(fit.b, fit.a) for fit in back.fits]
    assert (there.gates.only_a, there.gates.both) == (back.gates.only_b, back.gates.both)
    assert (there.gates.only_b, there.gates.neither) == (back.gates.only_a, back.gates.neither)
    assert [(entry.tier, entry.a, entry.b) for entry in there.dates] == [
        (entry.tier, entry.b, entry.a) for entry in back.dates
    ]


@pytest.mark.slow
@given(case=cases())
@settings(max_examples=40)
def test_every_gate_stands_somewhere_once(case: Case) -> None:
    """A gate is reached by both, by one, or by neither; and beside a tier it is reached or missing."""
    found, _ = both_ways(case, Profile(support_years=0))
    gates = found.gates
    parts = (*gates.both, *gates.only_a, *gates.only_b, *gates.neither)
    one = check(found.a, case.goal)

    left = (*one.standing.open_gates, *one.standing.to_confirm)
    assert set(parts) == set(gates.tier.gates)
    assert len(parts) == len(gates.tier.gates)
    assert [entry.met for entry in one.must_haves] == [
        number not in {entry.number for entry in left} for number in range(1, len(case.goal.gates) + 1)
    ]


@pytest.mark.slow
@given(case=cases())
@settings(max_examples=40)
def test_a_tier_is_reached_or_has_a_date(case: Case) -> None:
    """Beside a tier, somebody who is placed there or above is there; anybody else has a plan to it."""
    it = assessed(case, case.profile)

    for tier in case.ladder.tiers:
        found = check(it, tier)
        assert found.readiness.reached == (rank_of(it.placement.current) >= tier.rank)
        if found.readiness.milestone:
            assert found.readiness.milestone.tier is tier
            assert found.readiness.ready == found.readiness.milestone.ready


def test_what_is_furthest_apart_comes_first() -> None:
    """By levels apart, what the second has more of first; unrated and not applicable are differences too."""
    a = Profile(support_years=1, skills={"ask": 3, "bill": 1, "chat": 0, "dial": 2, "same": 2})
    b = Profile(
        support_years=1,
        skills={"ask": 1, "bill": 3, "dial": 3, "same": 2},
        not_applicable={"file": "No files"},
    )

    found = skill_contrasts(a, b)

    assert [(item.skill, item.rise) for item in found] == [
        ("bill", 2), ("ask", -2), ("dial", 1), ("chat", 0), ("file", 0),
    ]  # fmt: skip
    assert (found[3].a.level, found[3].b.level) == (0, None)
    assert (found[4].a.applies, found[4].b.applies) == (True, False)


def test_dates_are_to_both_goals() -> None:
    """Each goal has a line, the lower first; gates are those of the higher."""
    of = ladder(
        Rung((asks("chat", 1),), gates=(must("chat"),)),
        Rung((asks("chat", 2),), gates=(must("chat", levels=[2]),), support=2),
        Rung((asks("file", 1),), gates=(must("chat", levels=[2]), must("file")), support=2),
    )
    case = Case(catalog_of(of), person(1, chat=1), of.tiers[2])
    low = case.but(goal="t2").profile
    high = case.but(goal="t3", skills={"chat": 2}).profile

    found = contrast(assessed(case, high), assessed(case, low))

    assert [entry.tier.id for entry in found.dates] == ["t2", "t3"]
    assert found.gates.tier.id == "t3"
    assert (found.gates.only_a, found.gates.neither) == (of.top.gates[:1], of.top.gates[1:])
    assert [entry.a.reached for entry in found.dates] == [False, False]
