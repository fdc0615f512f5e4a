from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.ladder import rank_by_skills
from careercli.domain.model import HIGHEST_LEVEL, Ladder, Profile
from careercli.domain.placement import (
    Placement,
    gates_left,
    is_clear,
    middle,
    place,
    rank_of,
    seat_of,
    standings,
    unrated,
)
from careercli.domain.title_words import LookAlike
from careercli.domain.titles import read_title
from tests.domain.builders import Rung, asks, four_seats, ladder, must, person
from tests.domain.ladders import Case, better, cases, completions, raised, reordered

FOUR = four_seats(
    Rung((asks("talk", 1),), (must("talk"),)),
    Rung((asks("talk", 2),), (must("talk", levels=(2,)),)),
    Rung((asks("lead", 2),), (must("lead", levels=(2,)),)),
    Rung((asks("lead", 3),), (must("lead", levels=(3,)),)),
)
ALL = {"talk": 2, "lead": 3}


def _ranks(found: Placement) -> tuple[int, ...]:
    return tuple(map(rank_of, (found.current, found.by_skills, found.by_years, found.by_seat)))


@pytest.mark.parametrize(
    ("ranks", "expected"),
    [
        ((3, 3, 3), 3),
        ((1, 5, 3), 3),
        ((5, 1, 3), 3),
        ((3, 5, 1), 3),
        ((0, 8, 8), 2),
        ((2, 8, 8), 4),
        ((8, 8, 2), 8),
        ((8, 2, 8), 8),
    ],
)
def test_the_middle_of_three_readings_counts(ranks: tuple[int, int, int], expected: int) -> None:
    """Whichever reading is the middle one, but never more than two tiers above the skills."""
    skills, years, held = ranks
    tall = ladder(*(Rung((asks("a", 1),)) for _ in range(8)))
    assert middle(skills, years, tall.at(held)) == expected


def test_without_a_job_the_lower_of_two_counts() -> None:
    """Who holds none is placed by skills and years."""
    assert middle(3, 5, None) == 3
    assert middle(5, 1, None) == 1


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (person(), None),
        (person(title="Something else"), None),
        (person(0.9, title="Specialist"), 1),
        (person(1.0, title="Specialist"), 2),
        (person(1.9, title="Specialist", share=0.5), 1),
        (person(0.0, title="Agent"), 1),
        (person(9.0, title="Specialist", team=12), 2),
        (person(9.0, title="Manager"), None),
        (person(9.0, title="Manager", leads=True), 4),
        (person(9.0, title="Manager", leads=True, team=0), None),
        (person(9.0, title="Manager", team=1), 2),
        (person(9.0, title="Manager", team=2), 2),
        (person(9.0, title="Manager", team=3), 3),
        (person(9.0, title="Manager", team=9), 3),
        (person(9.0, title="Manager", team=10), 4),
        (person(9.0, title="Lead", team=4), 3),
        (person(9.0, title="Manager", leads=True, employed=False), None),
        (person(9.0, title="Manager", leads=True, employed=True), 4),
        (person(9.0, title="Something else", team=12), None),
    ],
)
def test_the_job_held_says_a_tier(profile: Profile, expected: int | None) -> None:
    """A leading title says what it does with the team there is; a team beside another title says nothing."""
    assert rank_of(place(FOUR, profile).by_seat) == (expected or 0)


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (person(0.0), 1),
        (person(0.99), 1),
        (person(0.0, elsewhere=3.9), 1),
        (person(0.0, elsewhere=4.0), 2),
        (person(1.0), 2),
        (person(2.0), 2),
        (person(2.0, 0.25), 3),
        (person(2.0, elsewhere=0.5), 3),
        (person(3.0, 2.0), 4),
        (person(3.0, elsewhere=4.0), 4),
        (person(3.0, 1.0, elsewhere=1.9), 3),
        (person(6.0, 4.0, share=0.5), 4),
        (person(5.9, 4.0, share=0.5), 3),
    ],
)
def test_years_allow_the_highest_tier_whose_floor_both_clocks_reach(profile: Profile, expected: int) -> None:
    """Leading elsewhere counts half; below one year it is the first tier, with four elsewhere the second."""
    assert rank_of(place(FOUR, profile).by_years) == expected


@pytest.mark.parametrize(
    ("profile", "state", "ranks"),
    [
        (person(9.0, 3.0), "too-little-rated", (0, 0, 4, 0)),
        (person(9.0, 3.0, talk=0, lead=0), "before-first", (0, 0, 4, 0)),
        (person(9.0, 3.0, talk=2, lead=0), "placed", (2, 2, 4, 0)),
        (person(9.0, 3.0, title="Lead", team=5, talk=2, lead=0), "placed", (3, 2, 4, 3)),
        (person(9.0, 3.0, title="Manager", team=20, talk=2, lead=3), "placed", (4, 4, 4, 4)),
        (person(0.0, title="Manager", team=20, **ALL), "placed", (4, 4, 1, 4)),
        (person(0.0, **ALL), "placed", (1, 4, 1, 0)),
    ],
)
def test_a_placement_and_its_state(profile: Profile, state: str, ranks: tuple[int, ...]) -> None:
    """Worked by hand: current, by skills, by years, by seat."""
    found = place(FOUR, profile)
    assert (found.state, _ranks(found)) == (state, ranks)
    assert (found.current is None) is (state != "placed")


def test_gates_are_open_or_to_confirm() -> None:
    """What ratings miss in any case is open; what only unrated skills keep closed is to confirm."""
    tier = ladder(
        Rung(
            tuple(asks(name, 2) for name in "abcdef"),
            gates=(
                must("a", levels=(2,)),
                must("b", levels=(2,)),
                must("c", "d", "e", levels=(2, 2)),
                must("f"),
            ),
        )
    ).top
    missed, to_confirm = gates_left(tier, person(a=1, c=1, d=2, f=1))
    assert [entry.number for entry in missed] == [1]
    assert [(entry.number, entry.have) for entry in to_confirm] == [(2, (None,)), (3, (1, 2, None))]
    assert to_confirm[1].reached == 1
    missed, to_confirm = gates_left(tier, person(a=2, b=2, c=1, d=1, f=0))
    assert [entry.number for entry in missed] == [3, 4]
    assert to_confirm == ()


def test_what_does_not_apply_leaves_its_group() -> None:
    """The gate then is about the skills that are left."""
    tier = ladder(Rung((asks("a", 1), asks("b", 1)), gates=(must("a", "b"),))).top
    profile = msgspec.structs.replace(person(a=0), not_applicable={"b": "No phones"})
    missed, _ = gates_left(tier, profile)
    assert [(entry.skills, entry.have) for entry in missed] == [(("a",), (0,))]


def test_the_highest_tier_that_ratings_show_is_confirmed() -> None:
    """Every gate without an estimate, the fit, and the floor or the job held at that tier or above."""
    assert rank_of(place(FOUR, person(9.0, 3.0, **ALL)).confirmed) == 4
    assert rank_of(place(FOUR, person(9.0, 3.0, talk=2)).confirmed) == 2
    assert place(FOUR, person(9.0, 3.0, talk=2)).current is FOUR.tiers[1]
    short = place(FOUR, person(0.5, title="Manager", team=20, **ALL))
    assert (rank_of(short.by_years), rank_of(short.confirmed)) == (1, 4)
    assert rank_of(place(FOUR, person(0.5, title="Lead", team=5, **ALL)).confirmed) == 3


def test_one_becomes_ready_for_the_first_leading_tier_without_having_led() -> None:
    """Everything but its leading floor, and only where it lies above the tier one is on."""
    assert place(FOUR, person(2.0, talk=2, lead=2)).ready_for is FOUR.tiers[2]
    assert place(FOUR, person(1.9, talk=2, lead=2)).ready_for is None
    assert place(FOUR, person(2.0, talk=2, lead=1)).ready_for is None
    assert place(FOUR, person(2.0, talk=0, lead=2)).ready_for is None
    assert place(FOUR, person(2.0, 0.25, talk=2, lead=2)).ready_for is None


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (person(1.0, talk=2, lead=0), ("skills", "support_years", "leading_years")),
        (person(2.0, talk=2, lead=2), ("leading_years",)),
        (person(9.0, talk=2), ("skills", "leading_years")),
        (person(9.0, 9.0, **ALL), ()),
    ],
)
def test_what_the_next_tier_waits_for(profile: Profile, expected: tuple[str, ...]) -> None:
    """Its gates and fit without an estimate, and each clock's floor; nothing at the top."""
    assert place(FOUR, profile).held_back_by == expected


def test_the_usual_years_say_a_tier_of_their_own() -> None:
    """The highest tier up to which the usual minima are reached; it limits nothing."""
    of = ladder(
        Rung((asks("a", 1),)),
        Rung((asks("a", 1),), usual_support=5.0),
        Rung((asks("a", 1),), seat="lead", usual_leading=2.0),
    )
    assert rank_of(place(of, person(3.0, 9.0, a=1)).by_usual) == 1
    assert rank_of(place(of, person(3.0, 9.0, a=1)).by_years) == 3
    assert rank_of(place(of, person(5.0, 2.0, a=1)).by_usual) == 3


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (person(3.0, title="Specialist"), "agent"),
        (person(3.0, title="Lead"), "lead"),
        (person(3.0, title="Manager"), "manager"),
        (person(3.0, title="Manager", employed=False), "none"),
        (person(3.0), "agent"),
        (person(0.0), "none"),
        (person(3.0, title="Happiness person"), "agent"),
        (person(3.0, title="Happiness person", team=4), "lead"),
    ],
)
def test_steps_are_worded_for_the_job_held(profile: Profile, expected: str) -> None:
    """By its title, and where that says nothing by the other facts."""
    assert seat_of(profile, read_title(FOUR, profile.title)) == expected


def test_a_title_that_says_too_little_is_no_other_line_of_work() -> None:
    """Unlike that of another job, it leaves the years in support to say that there is one."""
    vague, other = LookAlike(("Boss",), "Of whom?", alone=True), LookAlike(("Talker",), "Another job.")
    of = msgspec.structs.replace(FOUR, look_alikes=(vague, other))
    assert [seat_of(person(3.0), read_title(of, title)) for title in ("Boss", "Talker")] == ["agent", "none"]


def test_unrated_skills_are_those_of_the_ladder_without_an_answer() -> None:
    """In ladder order; a level of 0 is an answer, and so is not applicable."""
    profile = msgspec.structs.replace(person(talk=0), not_applicable={"lead": "Phones only"})
    assert unrated(FOUR, person()) == ("talk", "lead")
    assert unrated(FOUR, profile) == ()


def test_a_placement_settles_where_half_a_level_changes_nothing() -> None:
    """Eight skills rated at least, and the same tier with every estimate half a level lower or higher."""
    names = [f"skill-{number}" for number in range(12)]
    of = ladder(Rung(tuple(asks(name, 2) for name in names)), Rung(tuple(asks(name, 4) for name in names)))

    def with_levels(level: int, rated: int) -> Profile:
        return person(5.0, **dict.fromkeys(names[:rated], level))

    assert not place(of, with_levels(2, 7)).settled
    assert place(of, with_levels(2, 8)).settled
    assert place(of, with_levels(2, 12)).settled


@given(cases())
def test_short_ways_agree_with_the_placement(case: Case) -> None:
    """Whether enough is rated, and whether that is settled, is what the full placement says."""
    found = place(case.ladder, case.profile)
    shown = rank_by_skills(case.ladder, case.profile)
    assert (shown is None) is (found.state == "too-little-rated")
    assert (is_clear(case.ladder, case.profile) and found.state == "placed") is found.settled


@given(cases())
def test_bounds_hold(case: Case) -> None:
    """The least is not above the current tier, the most not below; neither where too little is rated."""
    found = place(case.ladder, case.profile)
    if found.state == "too-little-rated":
        assert (found.current, found.at_least, found.at_most) == (None, None, None)
    else:
        assert rank_of(found.at_least) <= rank_of(found.current) <= rank_of(found.at_most)
    if found.certain or found.settled:
        assert found.current is not None
    assert rank_of(found.confirmed) <= rank_of(found.current)
    assert rank_of(found.current) <= rank_of(found.by_skills) + 2


@given(cases(tiers=4, skills=4))
def test_certain_is_what_no_answer_can_change(case: Case) -> None:
    """Tried out with every answer to what is open."""
    found = place(case.ladder, case.profile)
    if found.current is None:
        return
    every = completions(case.profile, unrated(case.ladder, case.profile))
    ranks = {rank_of(place(case.ladder, complete).current) for complete in every}
    here = rank_of(found.current)
    assert rank_of(found.at_least) == min(*ranks, here) if ranks else here
    assert rank_of(found.at_most) == max(*ranks, here) if ranks else here
    assert found.certain is (ranks <= {here})


@given(st.data(), cases())
def test_more_years_a_larger_team_or_a_higher_level_never_lower_anything(
    data: st.DataObject, case: Case
) -> None:
    """No fit, no reading and no tier sinks, and no gate opens."""
    after = data.draw(better(case))
    for one, two in zip(
        standings(case.ladder, case.profile), standings(case.ladder, after.profile), strict=True
    ):
        assert two.fit >= one.fit
        assert two.cost <= one.cost
        assert {e.number for e in two.open_gates} <= {e.number for e in one.open_gates}
        assert two.floor_reached >= one.floor_reached
    was, now = place(case.ladder, case.profile), place(case.ladder, after.profile)
    for reading in (
        "current",
        "at_least",
        "at_most",
        "confirmed",
        "by_skills",
        "by_years",
        "by_seat",
        "by_usual",
    ):
        assert rank_of(getattr(now, reading)) >= rank_of(getattr(was, reading)), reading


@given(st.data(), cases())
def test_the_order_in_which_facts_are_written_does_not_matter(data: st.DataObject, case: Case) -> None:
    """Ratings, requirements and gates in any order give the same fits and tiers."""
    other = data.draw(reordered(case))
    mine, theirs = place(case.ladder, case.profile), place(other.ladder, other.profile)
    assert _ranks(mine) == _ranks(theirs)
    assert (mine.certain, mine.settled, mine.held_back_by) == (
        theirs.certain,
        theirs.settled,
        theirs.held_back_by,
    )
    fits = [s.fit for s in standings(case.ladder, case.profile)]
    assert [s.fit for s in standings(other.ladder, other.profile)] == fits


@given(st.data(), cases())
def test_a_higher_level_never_lowers_what_half_a_level_allows(data: st.DataObject, case: Case) -> None:
    """Also with every estimate half a level lower or higher, and with everything unrated at one level."""
    after = data.draw(raised(case))
    for how in ({"halves": -1}, {"halves": 1}, {"unrated": 0}, {"unrated": HIGHEST_LEVEL}):
        was, now = (rank_by_skills(case.ladder, p, **how) for p in (case.profile, after.profile))
        assert (now or 0) >= (was or 0)


def _fully_rated(of: Ladder, draw: st.DrawFn) -> Profile:
    levels = {name: draw(st.integers(0, 4)) for name in of.skills}
    return Profile(support_years=draw(st.floats(0, 20)), skills=levels)


@st.composite
def _broad(draw: st.DrawFn) -> tuple[Ladder, Profile]:
    """Draw a ladder on which no requirement weighs more than 5 %, and somebody who rates all of it."""
    names = [f"skill-{number}" for number in range(24)]
    rungs = []
    for _ in range(draw(st.integers(1, 4))):
        own = tuple(asks(name, draw(st.integers(1, 4))) for name in names)
        picked = draw(st.permutations(names))[: draw(st.integers(1, 8))]
        levels = {entry.skill: entry.level for entry in own}
        rungs.append(Rung(own, gates=tuple(must(name, levels=(levels[name],)) for name in picked)))
    of = ladder(*rungs)
    return of, _fully_rated(of, draw)


@given(_broad(), st.data())
def test_no_single_rating_moves_skills_by_more_than_a_tier(
    drawn: tuple[Ladder, Profile], data: st.DataObject
) -> None:
    """Where everything is rated, whatever one rating is changed to."""
    of, profile = drawn
    name = data.draw(st.sampled_from(of.skills))
    before = rank_by_skills(of, profile) or 0
    for level in range(HIGHEST_LEVEL + 1):
        changed = msgspec.structs.replace(profile, skills={**profile.skills, name: level})
        assert abs((rank_by_skills(of, changed) or 0) - before) <= 1
