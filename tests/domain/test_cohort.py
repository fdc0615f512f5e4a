"""Many people at a glance: their order, and what they share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec
import pytest

from careercli.domain.assessment import assess
from careercli.domain.cohort import Cohort, Manner, SortKey, cohort
from careercli.domain.members import Origin, Placer
from careercli.domain.model import Catalog, Profile
from careercli.text.cohort import no_workshop, otherwise_held
from tests.domain.people import random_people
from tests.domain.test_members import member

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def placer(catalog: Catalog) -> Placer:
    """Return who places people on the built-in ladder."""
    return Placer(catalog.ladder, catalog.skills_by_id)


def names(result: Cohort) -> list[str]:
    """Return the people in their order."""
    return [each.who for each in result.members]


def test_shared_gaps_are_those_of_the_assessments(catalog: Catalog, placer: Placer) -> None:
    """A skill counts for as many people, and as a gate for as many, as have it among their gaps."""
    profiles = list(random_people(catalog, 60))
    gaps = [
        gap
        for profile in profiles
        for gap in assess(catalog.ladder, catalog.skills_by_id, profile, TODAY).gaps_ahead
    ]
    shared = cohort(placer, [member(placer, profile) for profile in profiles], TODAY).shared

    expected = {skill: [gap for gap in gaps if gap.skill == skill] for skill in {gap.skill for gap in gaps}}
    assert {gap.skill: (gap.people, gap.gates, gap.unrated) for gap in shared} == {
        skill: (
            len(found),
            sum(gap.must for gap in found),
            sum(gap.have is None for gap in found),
        )
        for skill, found in expected.items()
        if len(found) > 1
    }
    assert [gap.people for gap in shared] == sorted((gap.people for gap in shared), reverse=True)


def people_at(levels: Sequence[int | None], placer: Placer) -> Cohort:
    """Return newcomers with these levels of product knowledge, called A, B and so on."""
    profiles = [
        Profile(support_years=0, skills={} if level is None else {"product-knowledge": level})
        for level in levels
    ]
    return cohort(
        placer,
        [member(placer, profile, chr(ord("A") + place)) for place, profile in enumerate(profiles)],
        TODAY,
        Manner("name"),
    )


def test_the_workshop_is_the_step_that_serves_most(placer: Placer, catalog: Catalog) -> None:
    """Only people whose next step it is count; who has not rated the skill might be past it."""
    result = people_at([0, 0, None, 0, None, 3], placer)
    workshop = result.workshop

    assert workshop is not None
    assert workshop.skill == "product-knowledge"
    assert workshop.step == catalog.skills_by_id["product-knowledge"].growth[0]
    assert [result.members[place].who for place in workshop.people] == ["A", "B", "D"]
    gap = next(gap for gap in result.shared if gap.skill == "product-knowledge")
    assert (gap.people, gap.unrated) == (5, 2)


def test_a_must_have_weighs_more_than_the_number_of_people(placer: Placer, catalog: Catalog) -> None:
    """A step past a must-have for two comes before one that three lack and nobody is held back by."""
    tier = next(tier for tier in placer.ladder.tiers if tier.id == "specialist")
    gated = {skill for gate in tier.gates for skill in gate.skills}
    other = next(ask for ask in tier.asks if ask.skill not in gated and ask.level > 1)
    full = {ask.skill: 4 for ask in tier.asks}
    held = {**full, other.skill: 1, "communication": 1}
    profiles = [
        Profile(support_years=0.5, skills=held),
        Profile(support_years=0.5, skills=held),
        Profile(support_years=0.5, skills={**full, other.skill: 1}),
    ]
    members = [member(placer, each, f"P{place}") for place, each in enumerate(profiles)]
    result = cohort(placer, members, TODAY, Manner("name"))
    workshop = result.workshop

    assert workshop is not None
    assert (workshop.skill, workshop.people, workshop.gates) == ("communication", (0, 1), 2)
    assert result.gates_after(workshop, result.members[0]) == ()
    skills = catalog.skills_by_id
    assert otherwise_held(result, workshop, skills, 1) == "P0: 0.5 years in support; and 1 person more."
    assert otherwise_held(result, workshop, skills, 2) == "P0 and P1: 0.5 years in support."


def test_a_step_for_one_is_no_workshop(placer: Placer) -> None:
    """Neither is one for a skill that nobody has rated."""
    assert people_at([0, None], placer).workshop is None
    assert people_at([None, None], placer).workshop is None
    assert "Rate those first." in no_workshop(people_at([None, None], placer))
    assert no_workshop(people_at([0], placer)) == no_workshop(people_at([0, 0], placer)) == ""
    assert people_at([0], placer).shared == ()


@pytest.mark.parametrize(
    ("by", "forward", "back"),
    [
        ("name", "ann BEN cid dee", "dee cid BEN ann"),
        ("tier", "dee cid ann BEN", "ann BEN cid dee"),
        ("fit", "cid ann BEN dee", "cid ann BEN dee"),
        ("held", "ann BEN cid dee", "dee cid ann BEN"),
        ("days", "cid ann BEN dee", "ann cid BEN dee"),
    ],
)
def test_sorting(placer: Placer, catalog: Catalog, by: SortKey, forward: str, back: str) -> None:
    """Equal people go by name; what is not known comes last, both ways."""
    top = dict.fromkeys(catalog.ladder.skills, 4)
    group = [
        member(placer, Profile(support_years=40, leading_years=30, skills=top), "dee"),
        member(placer, Profile(support_years=0), "BEN"),
        member(placer, Profile(support_years=0), "ann", days=3),
        member(
            placer, Profile(support_years=2.5, skills={**top, "hiring": 0, "ticketing": 1}), "cid", days=9
        ),
    ]
    assert names(cohort(placer, group, TODAY, Manner(by))) == forward.split()
    assert names(cohort(placer, group, TODAY, Manner(by, reverse=True))) == back.split()


def test_what_is_covered_is_not_known_where_too_little_is_rated(placer: Placer) -> None:
    """Who has rated one skill, and that one highly, covers nothing that could be told or sorted by."""
    one = member(placer, Profile(support_years=3, skills={"ticketing": 4}), "one")

    assert (one.standing.fit, one.standing.placed) == (None, False)


def test_namesakes_are_told_apart(placer: Placer) -> None:
    """By what their profile is saved under, or their file, or its line."""
    who = [
        Origin("profile:ana-b", saved="ana-b"),
        Origin("file:/x/ana.yaml", "x/ana.yaml"),
        Origin("file:/x/all.jsonl", "x/all.jsonl", line=7),
        Origin("-", "standard input", line=2),
    ]
    one = member(placer, Profile(support_years=1), "Ana")
    group = [msgspec.structs.replace(one, origin=origin) for origin in who]

    assert sorted(names(cohort(placer, group, TODAY))) == [
        "Ana (all.jsonl, line 7)",
        "Ana (ana-b)",
        "Ana (ana.yaml)",
        "Ana (standard input, line 2)",
    ]
    namesakes = [
        msgspec.structs.replace(one, origin=Origin(f"file:/{folder}", f"{folder}/ana.yaml"))
        for folder in ("a", "b")
    ]
    assert names(cohort(placer, namesakes, TODAY)) == ["Ana (a/ana.yaml)", "Ana (b/ana.yaml)"]
    assert names(cohort(placer, group[:1], TODAY)) == ["Ana"]
