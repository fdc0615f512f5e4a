from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.model import Ladder, Profile
from careercli.domain.placement import (
    Placement,
    current_tier,
    holds,
    place,
    rank_of,
    standings,
    unrated,
    with_unrated_at,
)
from tests.domain.builders import Rung, asks, ladder, person
from tests.domain.ladders import Case, better, cases, completions, reordered

THREE = ladder(
    Rung((asks("talk", 1, must=True),)),
    Rung((asks("talk", 2, must=True), asks("write", 2)), support=2.0, leads=True),
    Rung((asks("lead", 3, must=True),), support=5.0, leading=1.0),
)


def _ranks(found: Placement) -> tuple[int, int, int, int]:
    reached = (found.current, found.by_years, found.by_skills, found.highest_possible)
    return tuple(map(rank_of, reached))


@pytest.mark.parametrize(
    ("profile", "ranks", "held_back_by"),
    [
        (person(9.0, 3.0), (0, 3, 0, 3), ("skills",)),
        (person(0.0, talk=1), (1, 1, 1, 1), ("skills", "support_years")),
        (person(0.0, talk=4, write=4, lead=4), (1, 1, 3, 1), ("support_years",)),
        (person(3.0, talk=2, write=2, lead=0), (2, 2, 2, 2), ("skills", "support_years", "leading_years")),
        (person(6.0, talk=2, write=2), (2, 2, 2, 2), ("skills", "leading_years")),
        (person(6.0, 1.0, talk=2, write=2), (2, 3, 2, 3), ("skills",)),
        (person(6.0, 1.0, talk=2, write=2, lead=3), (3, 3, 3, 3), ()),
        (person(1.9, 9.0, talk=2, write=2, lead=3), (1, 1, 3, 1), ("support_years",)),
    ],
)
def test_the_tier_is_the_lower_of_what_years_and_skills_reach(
    profile: Profile, ranks: tuple[int, int, int, int], held_back_by: tuple[str, ...]
) -> None:
    """Worked by hand: current, by years, by skills, highest possible, and what stops the next tier."""
    found = place(THREE, profile)
    assert _ranks(found) == ranks
    assert found.held_back_by == held_back_by


def test_a_newcomer_stands_on_no_tier() -> None:
    """Where not even the first tier is met, every tier found is None."""
    first = ladder(Rung((asks("talk", 1),), support=1.0))
    found = place(first, person(0.0, talk=0))
    assert (found.current, found.by_years, found.by_skills) == (None, None, None)


def test_no_tier_is_skipped_on_the_way_up() -> None:
    """A tier that is met above one that is not does not count."""
    odd = ladder(Rung((asks("talk", 4),)), Rung((asks("write", 1, 3), asks("lead", 1, 3))))
    found = place(odd, person(9.0, talk=0, write=1, lead=1))
    assert [standing.skills_met for standing in standings(odd, person(write=1, lead=1))] == [False, True]
    assert found.by_skills is None


def test_standings_say_how_each_tier_is_met() -> None:
    """One entry for each tier in order, with fit, gates, skills and years apart."""
    first, second, third = standings(THREE, person(3.0, talk=2, write=1))
    assert [s.tier.id for s in (first, second, third)] == ["t1", "t2", "t3"]
    assert (first.fit, first.skills_met, first.years_met, first.missing_musts) == (1.0, True, True, ())
    assert (second.fit, second.skills_met, second.years_met) == (0.75, True, True)
    assert third.fit == pytest.approx(1.5 / 3)
    assert (third.skills_met, third.years_met, third.missing_musts) == (False, False, ("lead",))


def test_nothing_holds_back_from_no_tier() -> None:
    """At the top there is no next tier."""
    assert holds(THREE, person(), None) == ()


def test_unrated_skills_are_those_of_the_ladder_without_an_answer() -> None:
    """In ladder order; a level of 0 is an answer, and so is not applicable."""
    profile = msgspec.structs.replace(person(talk=0), not_applicable={"write": "Phones only"})
    assert unrated(THREE, person()) == ("talk", "write", "lead")
    assert unrated(THREE, profile) == ("lead",)
    assert with_unrated_at(THREE, profile, 4).skills == {"talk": 0, "lead": 4}
    assert profile.skills == {"talk": 0}


def test_without_open_answers_the_placement_is_certain() -> None:
    """With every skill rated nothing can change the tier."""
    assert place(THREE, person(9.0, talk=1, write=0, lead=0)).certain
    assert not place(THREE, person(9.0, 9.0, talk=2, write=2)).certain


def test_an_unrated_skill_may_still_be_at_the_highest_level() -> None:
    """What is possible is seen with expert level, which a tier may ask for."""
    of = ladder(Rung((asks("talk", 4, must=True),)))
    assert _ranks(place(of, person())) == (0, 1, 0, 1)
    assert _ranks(place(of, person(talk=3))) == (0, 1, 0, 0)


@given(cases())
def test_the_current_tier_alone_agrees_with_the_placement(case: Case) -> None:
    """The short way and the full placement give the same tier, and it is the lower of the two."""
    found = place(case.ladder, case.profile)
    assert current_tier(case.ladder, case.profile) == found.current
    assert rank_of(found.current) == min(rank_of(found.by_years), rank_of(found.by_skills))


@given(cases())
def test_what_holds_back_is_exactly_what_the_next_tier_misses(case: Case) -> None:
    """Below the top something always holds the next tier back, and no more than its standing says."""
    found = place(case.ladder, case.profile)
    following = case.ladder.at(rank_of(found.current) + 1)
    assert bool(found.held_back_by) is (following is not None)
    if following:
        standing = standings(case.ladder, case.profile)[following.rank - 1]
        assert ("skills" in found.held_back_by) is not standing.skills_met
        assert bool(set(found.held_back_by) - {"skills"}) is not standing.years_met


@given(st.data(), cases())
def test_more_years_or_a_higher_level_never_lower_anything(data: st.DataObject, case: Case) -> None:
    """No fit and no tier sinks when years or levels rise or an unrated skill is rated."""
    after = data.draw(better(case))
    for one, two in zip(
        standings(case.ladder, case.profile), standings(case.ladder, after.profile), strict=True
    ):
        assert two.fit >= one.fit
        assert set(two.missing_musts) <= set(one.missing_musts)
    was, now = place(case.ladder, case.profile), place(case.ladder, after.profile)
    assert rank_of(now.current) >= rank_of(was.current)
    assert rank_of(now.by_years) >= rank_of(was.by_years)
    assert rank_of(now.by_skills) >= rank_of(was.by_skills)


@given(st.data(), cases())
def test_the_order_in_which_facts_are_written_does_not_matter(data: st.DataObject, case: Case) -> None:
    """Ratings and requirements in any order give the same fits and tiers."""
    other = data.draw(reordered(case))
    assert _ranks(place(case.ladder, case.profile)) == _ranks(place(other.ladder, other.profile))
    fits = [s.fit for s in standings(case.ladder, case.profile)]
    assert [s.fit for s in standings(other.ladder, other.profile)] == fits


@given(cases(tiers=4, skills=3))
def test_certain_and_highest_possible_hold_for_every_completion(case: Case) -> None:
    """Tried out: the answers still open reach the highest possible tier, none above, none below current."""
    found = place(case.ladder, case.profile)
    ranks = _reachable(case.ladder, case.profile)
    assert max(ranks) == rank_of(found.highest_possible)
    assert min(ranks) == rank_of(found.current)
    assert found.certain is (len(ranks) == 1)


def _reachable(of: Ladder, profile: Profile) -> set[int]:
    every = completions(of, profile, unrated(of, profile))
    return {rank_of(place(of, complete).current) for complete in every}
