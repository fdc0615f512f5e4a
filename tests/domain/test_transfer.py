"""What carries over between two lines of work: figures by hand, and what holds for any two occupations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.catalog.loader import load_library
from careercli.domain.library import Library
from careercli.domain.model import Catalog, Profile
from careercli.domain.transfer import (
    crossing,
    likeness,
    overlap,
    reach,
    shared_activities,
    transfer_meant,
    transfer_names,
)
from careercli.domain.work import HIGHEST_FROM_OUTSIDE, CarriedSkill, Rating, Transfer, Work

NAMES = tuple("abcdef")
shares = st.dictionaries(st.sampled_from(NAMES), st.floats(0.01, 1.0), min_size=1).map(
    lambda held: {name: share / sum(held.values()) for name, share in held.items()}
)
ratings = st.dictionaries(
    st.sampled_from(NAMES),
    st.builds(
        lambda importance, level: Rating(importance=importance, level=level),
        st.floats(1.0, 5.0),
        st.floats(0.0, 7.0),
    ),
)


@pytest.fixture(scope="module")
def library() -> Library:
    """Return what the built-in pack has to read."""
    return load_library()


@given(shares, shares)
def test_overlap_is_the_same_either_way(one: dict[str, float], other: dict[str, float]) -> None:
    """It is a share, the same both ways, whole for the same work, and none for work without a common part."""
    found = overlap(one, other)

    assert 0 <= found <= 1
    assert found == pytest.approx(overlap(other, one))
    assert overlap(one, one) == pytest.approx(1)
    assert (found == 0) is not bool(one.keys() & other.keys())


@given(shares, shares)
def test_what_weighs_most_comes_first(one: dict[str, float], other: dict[str, float]) -> None:
    """Every activity of both is there once, those with the largest common part first."""
    shared = shared_activities(one, other)

    assert {each.name for each in shared} == one.keys() & other.keys()
    assert [each.shared for each in shared] == sorted((each.shared for each in shared), reverse=True)


@given(ratings, ratings)
def test_reach_is_a_share_and_says_what_is_short(have: dict[str, Rating], need: dict[str, Rating]) -> None:
    """It lies between 0 and 1, is whole where nothing is short, and is none where nothing is asked."""
    found = reach(have, need)

    if found is None:
        assert not any(r.importance >= 3 and r.level > 0 for name, r in need.items() if name in have)
        return
    assert 0 <= found.share <= 1
    assert (found.share == pytest.approx(1)) or found.short
    assert len({each.name for each in found.short}) == len(found.short) <= found.asked
    assert all(each.have < each.need for each in found.short)


@given(ratings, st.sampled_from(NAMES))
def test_more_of_something_never_reaches_less(need: dict[str, Rating], name: str) -> None:
    """A higher level of one thing leaves the reach as it is or raises it."""
    low = {each: Rating(importance=3.0, level=1.0) for each in NAMES}
    high = low | {name: Rating(importance=3.0, level=5.0)}
    before, after = reach(low, need), reach(high, need)

    assert (before is None) == (after is None)
    if before and after:
        assert after.share >= before.share - 1e-12


def test_the_example_of_the_manual(library: Library) -> None:
    """Waiting tables beside support gives the sums that docs/transfer.md works out by hand."""
    waiter, support = library.works_by_code["35-3031"], library.works_by_code["43-4051"]
    found = likeness(waiter, support, support)

    assert round(found.overlap, 4) == 0.2219
    assert [each.shared for each in found.shared] == [0.0899, 0.0823, 0.0497]
    assert found.skills
    assert found.knowledge
    assert (found.skills.asked, round(found.skills.share, 3)) == (12, 0.759)
    assert (found.knowledge.asked, round(found.knowledge.share, 2)) == (7, 0.66)
    assert found.skills.short[0].name == "Speaking"


def test_the_other_way_round_the_overlap_stays(library: Library) -> None:
    """Going back shares as much, and reaches everything that is important in waiting tables."""
    waiter, support = library.works_by_code["35-3031"], library.works_by_code["43-4051"]
    there, back = likeness(waiter, support, support), likeness(support, waiter, support)

    assert back.overlap == there.overlap
    assert back.shared == there.shared
    assert back.skills
    assert back.skills.share == 1


def test_what_only_one_has_rated_is_left_out() -> None:
    """A missing rating is no level 0: it is not known."""
    need = {name: Rating(importance=4.0, level=4.0) for name in "ab"}

    assert reach({}, need) is None
    found = reach({"a": Rating(importance=1.0, level=2.0)}, need)
    assert found
    assert (found.asked, found.share) == (1, 0.5)


def test_every_line_of_work_crosses(catalog: Catalog, library: Library) -> None:
    """Fifteen ways in and ten out, each with its texts, its tier, and figures that are shares."""
    ways = [each.way for each in library.transfers]
    assert (ways.count("in"), ways.count("out")) == (15, 10)
    for transfer in library.transfers:
        made = crossing(catalog, library, transfer)
        assert made.tier, transfer.id
        assert made.paid_here, transfer.id
        assert (made.pay is None) == (transfer.pay is None)
        assert 0 <= made.likeness.overlap < 1
        assert transfer.learn, transfer.id
        assert len(transfer.surprises) >= 3, transfer.id
        assert transfer.sources[-1] == "judgement"


def test_nothing_is_suggested_too_high_or_twice(catalog: Catalog, library: Library) -> None:
    """From outside no level is above 2, no skill is there twice, and each question is its level's text."""
    for transfer in library.transfers:
        made = crossing(catalog, library, transfer)
        skills = [each.carried.skill for each in made.suggestions]
        assert len(set(skills)) == len(skills), transfer.id
        for each in made.suggestions:
            assert transfer.way == "out" or each.carried.level <= HIGHEST_FROM_OUTSIDE, transfer.id
            assert each.asks == catalog.skills_by_id[each.carried.skill].levels[each.carried.level - 1]


def test_a_profile_says_what_is_rated(catalog: Catalog, library: Library) -> None:
    """What is rated or not applicable is said, what is not rated stays open, and the profile as it was."""
    transfer = next(each for each in library.transfers if each.id == "waiter")
    first, second, third = (each.skill for each in transfer.carries[:3])
    person = Profile(support_years=0.0, skills={first: 1}, not_applicable={second: "No."})
    found = {each.carried.skill: each for each in crossing(catalog, library, transfer, person).suggestions}

    assert (found[first].have, found[first].settled) == (1, True)
    assert (found[second].excused, found[second].settled) == (True, True)
    assert (found[third].have, found[third].settled) == (None, False)
    assert person.skills == {first: 1}


@pytest.mark.parametrize(
    ("way", "said", "meant"),
    [
        ("in", "cashier", "cashier"),
        ("in", "nurse", "care"),
        ("in", "soldier", "military"),
        ("in", "43-4081", "hotel-desk"),
        ("in", "waiters and waitresses", "waiter"),
        ("in", "sales", "sales-rep"),
        ("out", "sales", "sales"),
        ("out", "41-3091", "sales"),
        ("out", "recruiter", "hr"),
    ],
)
def test_everyday_names(library: Library, way: str, said: str, meant: str) -> None:
    """An id, an alias, a code and an official title mean a line of work, each way for itself."""
    assert transfer_names(library, "in" if way == "in" else "out")[said] == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Primary school teacher", "teacher"),
        ("nurses", "care"),
        ("Restaurant manager at night", "restaurant-supervisor"),
        ("Senior IT help desk technician", "it-help-desk"),
        ("plumber", None),
        ("pa system builder", None),
        ("", None),
    ],
)
def test_a_longer_title_is_understood(library: Library, said: str, meant: str | None) -> None:
    """The longest name within a title counts, a plural is its singular, and short names stand alone."""
    assert transfer_meant(transfer_names(library, "in"), said) == meant


def test_types_refuse_what_cannot_be() -> None:
    """Shares that miss the whole, a skill twice, and a level that only this work teaches are refused."""
    with pytest.raises(ValueError, match="add up to 1"):
        Work(code="43-4051", title="W", sources=("s",), activities={"a": 0.5})
    carried = CarriedSkill(name="N", text="T", skill="coaching", level=3)
    held = {
        "id": "x",
        "name": "X",
        "work": "43-4051",
        "beside": "43-4051",
        "lead": "L",
        "application": "A",
        "say": "S",
        "tier": "t",
        "tier_why": "W",
        "years": "Y",
        "sources": ("s",),
    }
    with pytest.raises(ValueError, match="no level above 2"):
        Transfer(way="in", carries=(carried,), **held)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="twice"):
        Transfer(way="out", carries=(carried, carried), **held)  # type: ignore[arg-type]
