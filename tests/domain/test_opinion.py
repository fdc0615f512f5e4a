from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.assessment import Assessment, assess
from careercli.domain.model import Catalog
from careercli.domain.opinion import (
    FAR,
    FEWEST,
    MOST,
    Opinion,
    Opinions,
    Request,
    by_other,
    contrast,
    contrasts,
    form_skills,
    same_answers,
    unnamed,
)
from tests.domain.builders import TODAY
from tests.domain.people import random_people
from tests.reports import people_of

DAY = date(2026, 11, 20)


def opinion(levels: dict[str, int], giver: str = "Sam", day: date = DAY, form: str = "0" * 16) -> Opinion:
    """Return an opinion that rates these skills."""
    return Opinion(form, giver, day, TODAY, levels)


def standing(name: str, catalog: Catalog) -> Assessment:
    """Return where one of the people stands."""
    return assess(catalog.ladder, catalog.skills_by_id, people_of(catalog)[name], TODAY)


def test_a_form_asks_what_matters(catalog: Catalog) -> None:
    """Twelve to twenty skills, each once, in the order of the role data, the must-haves around among them."""
    for profile in random_people(catalog, 40):
        found = assess(catalog.ladder, catalog.skills_by_id, profile, TODAY)
        asked = form_skills(found)

        assert FEWEST <= len(asked) <= MOST
        assert list(asked) == sorted(set(asked), key=list(catalog.skills_by_id).index)
        assert not {*asked} & profile.not_applicable.keys()
        if found.ahead:
            alone = {gate.skills[0] for gate in found.ahead.gates if len(gate.skills) == 1}
            assert alone - profile.not_applicable.keys() <= {*asked}


def test_a_form_is_blind_to_the_answers_of_no_must_have(catalog: Catalog) -> None:
    """What is rated far from the rest is asked about."""
    dana = people_of(catalog)["dana"]
    odd = msgspec.structs.replace(dana, skills={**dana.skills, "social-media-support": 0})

    assert "social-media-support" in form_skills(assess(catalog.ladder, catalog.skills_by_id, odd, TODAY))


LEVELS = st.dictionaries(
    st.sampled_from(["coaching", "hiring", "budgeting", "empathy", "crm", "cx-strategy"]), st.integers(0, 4)
)


@given(levels=LEVELS)
def test_every_skill_stands_once(levels: dict[str, int], catalog: Catalog) -> None:
    """Far apart, a gap of both, close, or unrated by oneself: each rated skill is in one of them."""
    dana = standing("dana", catalog)
    found = contrast(dana, opinion(levels))
    parts = (found.far, found.gaps, found.others, found.unrated)

    assert sorted(each.skill for part in parts for each in part) == sorted(levels)
    assert all(abs(each.apart) >= FAR for each in found.far)
    assert all(abs(each.apart) < FAR for part in parts[1:] for each in part)
    assert all(each.own is None for each in found.unrated)
    apart = [abs(each.apart) for each in found.far]
    assert apart == sorted(apart, reverse=True)


@given(levels=LEVELS)
def test_nothing_is_averaged(levels: dict[str, int], catalog: Catalog) -> None:
    """By another's answers is by exactly these, one's own where there are none; one's own stay."""
    dana = standing("dana", catalog)
    theirs = by_other(dana, opinion(levels))

    assert theirs.profile.skills == {**dana.profile.skills, **levels}
    assert by_other(dana, opinion({})).placement == dana.placement
    assert dana.profile == people_of(catalog)["dana"]


def test_what_does_not_apply_is_left_out(catalog: Catalog) -> None:
    """Whatever another person says of it."""
    dana = people_of(catalog)["dana"]
    without = msgspec.structs.replace(
        dana,
        skills={skill: level for skill, level in dana.skills.items() if skill != "crm"},
        not_applicable={"crm": "There is none."},
    )
    found = assess(catalog.ladder, catalog.skills_by_id, without, TODAY)

    assert "crm" not in by_other(found, opinion({"crm": 4})).profile.skills
    assert contrast(found, opinion({"crm": 4})).unrated == ()


def test_the_last_of_everybody_counts() -> None:
    """Whoever answers twice is heard by the last answer, and the first is kept."""
    early, late = opinion({"crm": 1}, day=date(2026, 1, 1)), opinion({"crm": 3}, giver="SAM")
    other = opinion({"crm": 2}, giver="Ines")
    kept = Opinions().added(late).added(early).added(other)

    assert kept.opinions == (early, late, other)
    assert kept.latest == (late, other)


def test_what_is_waited_for() -> None:
    """A form is waited for until it is back."""
    first, second = Request("a" * 16, "Sam", DAY, ("crm",)), Request("b" * 16, "Ines", DAY, ("crm",))
    kept = Opinions().asked(first).asked(second)

    assert kept.waiting == (first, second)
    assert kept.request("b" * 16) == second
    assert kept.request("c" * 16) is None
    assert kept.added(opinion({}, form="a" * 16)).waiting == (second,)


def test_the_same_twice() -> None:
    """What is added on another day and says the same is the same."""
    one = opinion({"crm": 1})

    assert same_answers(one, msgspec.structs.replace(one, added=date(2026, 12, 1)))
    assert not same_answers(one, opinion({"crm": 2}))


@pytest.mark.parametrize("name", ["dana", "newcomer", "top"])
def test_without_names(name: str, catalog: Catalog) -> None:
    """A report without names has neither who said it nor their words."""
    said = msgspec.structs.replace(opinion({"crm": 1}), text="As we said in Leeds")
    (found,) = unnamed(contrasts(standing(name, catalog), [said]))

    assert found.opinion.giver == "Person 1"
    assert found.opinion.text == ""
