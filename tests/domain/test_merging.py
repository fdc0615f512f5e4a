from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.merging import merged
from careercli.domain.model import Profile

SKILLS = st.sampled_from(["a", "b", "c"])


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    """Draw a profile as a file can hold it: no skill both rated and marked."""
    skills = draw(st.dictionaries(SKILLS, st.integers(0, 4)))
    marked = draw(st.dictionaries(SKILLS, st.sampled_from(["none", "never"])))
    support_years = draw(st.floats(0, 60))
    team = draw(st.sampled_from([None, 0, 5]))
    return Profile(
        support_years=support_years,
        leading_years=draw(st.floats(0, support_years)),
        leads_people=bool(team) or draw(st.booleans()),
        employed=draw(st.sampled_from([None, True] if team else [None, True, False])),
        team=team,
        goal=draw(st.sampled_from([None, "manager"])),
        skills=skills,
        evidence=draw(st.dictionaries(SKILLS, st.sampled_from(["x", "y"]))),
        not_applicable={skill: why for skill, why in marked.items() if skill not in skills},
    )


def test_changes_of_both() -> None:
    """What each changed is there, skill by skill; where both changed one thing, ours counts."""
    base = Profile(support_years=3.0, skills={"a": 1, "b": 1, "c": 1})
    ours = msgspec.structs.replace(base, support_years=4.0, skills={"a": 2, "b": 1})
    theirs = msgspec.structs.replace(
        base, support_years=5.0, hours_per_week=9.0, skills={"a": 3, "b": 3, "c": 1}
    )

    both = merged(base, ours, theirs)

    assert both == Profile(support_years=4.0, hours_per_week=9.0, skills={"a": 2, "b": 3})


@given(profiles(), profiles())
def test_one_who_changed_nothing_loses_nothing(base: Profile, other: Profile) -> None:
    """Where only one of the two changed anything, the result is theirs."""
    assert merged(base, other, base) == other
    assert merged(base, base, other) == other


@given(profiles(), profiles(), profiles())
def test_never_rated_and_marked_at_once(base: Profile, ours: Profile, theirs: Profile) -> None:
    """The result can be saved: no skill is both rated and marked; what we changed is as we changed it."""
    both = merged(base, ours, theirs)

    assert not set(both.skills) & set(both.not_applicable)
    for skill, level in ours.skills.items():
        if base.skills.get(skill) != level:
            assert both.skills[skill] == level
    for skill, why in ours.not_applicable.items():
        if base.not_applicable.get(skill) != why:
            assert both.not_applicable[skill] == why


def test_years_that_only_together_contradict_each_other() -> None:
    """Three years of leading said by one, two of support by the other: those led count as support too."""
    base = Profile(support_years=3.0)
    ours = msgspec.structs.replace(base, leading_years=3.0)
    theirs = msgspec.structs.replace(base, support_years=2.0)

    assert merged(base, ours, theirs) == Profile(support_years=3.0, leading_years=3.0)


@given(profiles(), profiles(), profiles())
def test_never_more_years_of_leading_than_of_support(base: Profile, ours: Profile, theirs: Profile) -> None:
    """Where each of the two agrees with itself, so does what becomes of both."""
    both = merged(base, ours, theirs)

    assert both.leading_years <= both.support_years
    assert both.leading_years in {ours.leading_years, theirs.leading_years}
    assert both.support_years in {ours.support_years, theirs.support_years, both.leading_years}


def test_years_that_one_has_said_so_stay() -> None:
    """A contradiction that somebody has written themselves is theirs to mend."""
    base = Profile(support_years=3.0)
    odd = msgspec.structs.replace(base, support_years=1.0, leading_years=2.0)

    assert merged(base, odd, base) == odd


@given(profiles(), profiles(), profiles())
def test_one_job(base: Profile, ours: Profile, theirs: Profile) -> None:
    """What two have said of the job does not contradict itself: it is what one of them said."""
    both = merged(base, ours, theirs)

    assert not (both.team and (both.employed is False or not both.leads_people))
