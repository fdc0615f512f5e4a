from __future__ import annotations

import msgspec
import pytest

from careercli.domain.gaps import gaps
from careercli.domain.model import Profile
from careercli.domain.requirements import Gate
from careercli.text.missing import choice, choice_words, missing, must_have_words, must_names, to_confirm
from tests.domain.small import LADDER, SKILLS, of, someone

LEAD = {"title": "Support Lead", "leads_people": True, "team": 12}


def test_a_must_have_of_several_skills_is_one_thing() -> None:
    """With the skills that meet it in the fewest hours; a must-have of one skill has no choice."""
    profile = someone("junior")
    found = missing(
        of(profile).standing(LADDER.tier("agent")), gaps(LADDER, SKILLS, profile, LADDER.tier("agent"))
    )
    told = [(entry.kind, entry.choice is not None, [gap.skill for gap in entry.gaps]) for entry in found]
    assert told == [
        ("gate", True, ["solve", "sort"]),
        ("gate", False, ["talk"]),
        ("gap", False, ["write"]),
    ]


@pytest.mark.parametrize(
    ("skills", "levels", "expected"),
    [
        (5, (3,), "one of these 5 at practitioner"),
        (7, (2, 2, 2, 2), "any 4 of these 7 at working"),
        (2, (2, 2), "both of these at working"),
        (3, (2, 2, 2), "all 3 of these at working"),
        (2, (4, 3), "these 2 at expert and practitioner, either way round"),
        (4, (4, 3), "any 2 of these 4 at expert and practitioner"),
    ],
)
def test_what_a_choice_asks(skills: int, levels: tuple[int, ...], expected: str) -> None:
    """How many of how many, and at which level."""
    assert choice(Gate(tuple(map(str, range(skills))), levels), skills) == expected


@pytest.mark.parametrize(
    ("levels", "have"),
    [({"write": 0, "sort": 0, "solve": 1}, "none yet"), ({"write": 2, "sort": 1, "solve": 1}, "1")],
)
def test_a_choice_says_how_much_of_it_there_is(levels: dict[str, int], have: str) -> None:
    """So that one knows how far it is."""
    open_gates = of(someone("agent", levels=levels)).standing(LADDER.tier("agent")).open_gates
    assert choice_words(open_gates[0]) == f"any 2 of these 3 at working; you have {have}"


def test_a_choice_of_two_is_told_by_name() -> None:
    """Both of them, or one or the other."""
    standing = of(someone("junior")).standing(LADDER.tier("agent"))
    entry = next(entry for entry in standing.open_gates if not entry.gate.single)
    two = ("write", "sort")
    for levels, said in (
        ((2, 1), "writing and CRM sorting at working and awareness, either way round"),
        ((3,), "writing or CRM sorting at practitioner"),
    ):
        told = msgspec.structs.replace(entry, gate=Gate(two, levels), skills=two, have=(0, 0))
        assert choice_words(told, SKILLS) == f"{said}; you have none yet"


def test_must_haves_are_named_inside_a_sentence() -> None:
    """One skill by its name, a choice of many by how many more it takes."""
    standing = of(someone("junior")).standing(LADDER.tier("agent"))
    said = must_names(standing.open_gates, SKILLS)
    assert said == "clear talk and two more of three skills at working"
    assert [must_have_words(amount) for amount in (1, 3)] == ["one must-have", "three must-haves"]


@pytest.mark.parametrize(
    ("profile", "skills"),
    [
        (someone(), []),
        (someone("agent"), []),
        (someone("lead", 5.0, 2.0, levels={"lead": 1, "sort": 1}, **LEAD), ["lead"]),
        (someone("lead", 5.0, 2.0, levels={"write": None, "sort": None}, **LEAD), ["sort", "write"]),
    ],
)
def test_what_is_left_to_confirm(profile: Profile, skills: list[str]) -> None:
    """The must-haves of the current tier, and where all are met the skills that would show the rest."""
    found = to_confirm(of(profile))
    assert sorted(gap.skill for entry in found for gap in entry.gaps) == skills
