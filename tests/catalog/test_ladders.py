from __future__ import annotations

from pathlib import Path

import pytest

from careercli.catalog import check_packs
from careercli.errors import Problem
from tests.catalog.pack_builder import PACK, Fault, plant, skill_file, write_pack

LADDER = "ladders/desk.yaml"

FAULTS = [
    Fault(
        LADDER,
        "goals: [lead]",
        "goals: [lead, @leed]",
        "goals[1]",
        "'leed' is not a known tier",
        "Did you mean 'lead'?",
    ),
    Fault(
        LADDER,
        "titles: [Chef]",
        "titles: [Chef, @'sr. desk-helper']",
        "look_alikes[0].titles[1]",
        "'sr. desk-helper' also names the tier senior-helper",
        "Choose one.",
    ),
    Fault(
        LADDER,
        "adjacent: [Proofreader]",
        "adjacent: [Proofreader, @desk helper]",
        "adjacent[1]",
        "'desk helper' also names the tier helper",
        "Choose one.",
    ),
    Fault(
        LADDER,
        "    titles: [Desk Agent]",
        "    titles: [Desk Agent, @Desk lead]",
        "tiers[0].titles[1]",
        "'Desk lead' already names the tier lead",
        "Leave it to one of the two.",
    ),
    Fault(
        LADDER,
        "    short: Senior\n",
        "    @short: Helper\n",
        "tiers[1].short",
        "'Helper' already names the tier helper",
        "Leave it to one of the two.",
    ),
    Fault(
        LADDER,
        "      - {skill: leading, level: 1, weight: 2, source: own, note: Our judgement.}\n",
        "      - {skill: leading, level: 1, weight: 2, source: own, note: Our judgement.}\n"
        "      - {@skill: leading, level: 1, weight: 2, source: own}\n",
        "tiers[1].requirements[2].skill",
        "'leading' is required twice by this tier",
        "Keep one of the two.",
    ),
    Fault(
        LADDER,
        "      - {skill: chatting, level: 3, weight: 1, source: own}\n",
        "      - {skill: chatting, level: 3, weight: 1, source: own}\n"
        "      - {skill: writing, @level: 1, weight: 1, source: own}\n",
        "tiers[2].requirements[2].level",
        "lowers writing to 1, which senior-helper asks at 2",
        "Ask for 2 or more, or end it below with through.",
    ),
    Fault(
        LADDER,
        "{skill: chatting, level: 1, weight: 1, source: guide#skills}",
        "{skill: chatting, level: 1, weight: 1, @through: leed, source: guide#skills}",
        "tiers[0].requirements[1].through",
        "'leed' is not a known tier",
        "Did you mean 'lead'?",
    ),
    Fault(
        LADDER,
        "{skill: leading, level: 3, weight: 3, source: own}",
        "{skill: leading, level: 3, weight: 3, @through: helper, source: own}",
        "tiers[2].requirements[0].through",
        "'helper' is below this tier",
        "Name lead, or a tier above it.",
    ),
    Fault(
        LADDER,
        "    summary: Helps.\n",
        "    summary: Helps.\n    @leading_elsewhere: 1\n",
        "tiers[0].leading_elsewhere",
        "is for tiers that lead, and this is the seat of an agent",
        "Leave it out.",
    ),
    Fault(
        LADDER,
        "small_team: senior-helper",
        "@small_team: senor-helper",
        "tiers[2].small_team",
        "'senor-helper' is not a known tier",
        "Did you mean 'senior-helper'?",
    ),
    Fault(
        LADDER,
        "    summary: Leads.\n",
        "    summary: Leads.\n    support_years:\n      floor: {@years: 0.5, sources: [own]}\n",
        "tiers[2].support_years.floor.years",
        "is 0.5, and senior-helper asks for 1",
        "Write 1 or more, or leave it out.",
    ),
    Fault(
        LADDER,
        "      usual: {min: 0, max: 2, source: guide#tiers}\n",
        "      usual: {min: 0, max: 2, source: guide#tiers}\n      floor: {@years: 0.5, sources: [own]}\n",
        "tiers[0].support_years.floor.years",
        "is more than 0 on the first tier",
        "Everybody can begin: leave it out.",
    ),
    Fault(
        LADDER,
        "    leading_elsewhere: 0.5\n",
        "    leading_elsewhere: 0.5\n    leading_years:\n      usual: {@min: 0.5, source: own}\n",
        "tiers[1].leading_years.usual.min",
        "asks for leading years that no tier below gives",
        "Give a lower tier a seat that leads, or ask for support_years.",
    ),
    Fault(
        LADDER,
        "{skills: [leading, chatting], levels: [1, 1], source: own}",
        "{skills: [leading, @writing], levels: [1, 1], source: own}",
        "tiers[1].gates[1].skills[1]",
        "'writing' stands in gate 1 of this tier already",
        "Keep one of the two.",
    ),
    Fault(
        LADDER,
        "{skills: [leading], levels: [2], source: own}",
        "{skills: [leading], @levels: [2, 2], source: own}",
        "tiers[2].gates[0].levels",
        "has 2 levels for one skill",
        "Name at least as many skills as levels.",
    ),
]
"""Faults of a ladder. All of them can be planted together."""

GATE = "      - {skills: [writing], levels: [1], source: guide#skills}\n"

FAULTS_ALONE = [
    Fault(
        "ladders/window.yaml",
        "",
        "schema: careercli/ladder@2\nid: window\ntitle: Window\ngoals: []\n@tiers: []\n",
        "tiers",
        "must be a list of at least one tier, not an empty one",
    ),
    Fault(
        LADDER,
        "  - id: lead\n",
        "  - {@id: helper, title: Deputy, short: Deputy, role: helper, seat: lead, summary: Helps.,\n"
        "     requirements: [], gates: [{skills: [writing], levels: [1], source: own}]}\n  - id: lead\n",
        "tiers[2].id",
        "the tier 'helper' is there twice",
        "Give each its own id.",
    ),
    Fault(
        LADDER,
        "title: Senior Desk Helper",
        "@title: Helper",
        "tiers[1].title",
        "'Helper' already names the tier helper",
        "Leave it to one of the two.",
    ),
    Fault(
        LADDER,
        "adjacent: [Proofreader]",
        "adjacent: [@chef]",
        "adjacent[0]",
        "'chef' also names another job, under look_alikes",
        "Choose one.",
    ),
    Fault(
        LADDER,
        "small_team: senior-helper",
        "@small_team: helper",
        "tiers[2].small_team",
        "'helper' leads nobody",
        "Name a tier from senior-helper to lead.",
    ),
    Fault(
        LADDER,
        "    leading_elsewhere: 0.5\n",
        "    @small_team: lead\n",
        "tiers[1].small_team",
        "'lead' is above this tier",
        "Name senior-helper, or a tier below it that leads.",
    ),
    Fault(
        LADDER,
        GATE,
        "      - {skills: [@writing], levels: [2], source: guide#skills}\n",
        "tiers[0].gates[0].skills[0]",
        "'writing' is a gate at 2, and the tier asks it at 1",
        "Ask for 2 or more, or lower the gate.",
    ),
    Fault(
        LADDER,
        GATE,
        "      - {skills: [writing, @leading], levels: [1], source: guide#skills}\n",
        "tiers[0].gates[0].skills[1]",
        "'leading' is not among what this tier asks",
        "Add it to the requirements with level 1 or more.",
    ),
    Fault(
        LADDER,
        f"    gates:\n{GATE}",
        "    @gates: []\n",
        "tiers[0].gates",
        "must be a list of at least one gate, not an empty one",
    ),
    Fault(
        LADDER,
        "{skills: [leading], levels: [2], source: own}",
        "{skills: [leading], @levels: [], source: own}",
        "tiers[2].gates[0].levels",
        "must be a list of at least one level, not an empty one",
    ),
]
"""Faults that change too much to be planted with others."""


def problems_in(*folders: Path) -> list[Problem]:
    return list(check_packs(folders)[1])


def changed(*changes: tuple[str, str]) -> dict[str, str]:
    """Return the tiny pack with its ladder changed."""
    text = PACK[LADDER]
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return {**PACK, LADDER: text}


@pytest.mark.parametrize(
    "fault", [*FAULTS, *FAULTS_ALONE], ids=[f"{f.key} {f.message}" for f in [*FAULTS, *FAULTS_ALONE]]
)
def test_a_fault_is_told_once_in_its_place(tmp_path: Path, fault: Fault) -> None:
    """One fault is one problem with its file, line, column and key, what is wrong and what to do."""
    expected = plant(tmp_path, fault)
    assert problems_in(tmp_path) == expected


def test_all_faults_are_told_in_one_run(tmp_path: Path) -> None:
    """Every fault of a ladder is told, and nothing that follows from one."""
    expected = plant(tmp_path, *FAULTS)
    assert len(set(expected)) == len(FAULTS)
    assert problems_in(tmp_path) == expected


@pytest.mark.parametrize("goals", ["[]", "[helper]", "[senior-helper]"])
def test_the_highest_tier_is_a_goal(tmp_path: Path, goals: str) -> None:
    """Whoever is past the other goals would be told that there is nothing to plan."""
    write_pack(tmp_path, changed(("goals: [lead]", f"goals: {goals}")))
    (problem,) = problems_in(tmp_path)
    assert problem.key == "goals"
    assert "leaves out the highest tier, 'lead'" in problem.message


def test_a_goal_is_there_once(tmp_path: Path) -> None:
    """The second of two equal goals is told."""
    write_pack(tmp_path, changed(("goals: [lead]", "goals: [lead, lead]")))
    (problem,) = problems_in(tmp_path)
    assert (problem.key, problem.message) == ("goals[1]", "the goal 'lead' is there twice")


def test_the_first_tier_asks_for_something(tmp_path: Path) -> None:
    """A first tier without requirements is told, with the gate that rests on one."""
    asked = (
        "    requirements:\n"
        "      - {skill: writing, level: 1, weight: 3, source: guide#skills}\n"
        "      - {skill: chatting, level: 1, weight: 1, source: guide#skills}\n"
    )
    told = problems_in(write_pack(tmp_path, changed((asked, "    requirements: []\n"))))
    assert [problem.key for problem in told if problem.message == "is empty"] == ["tiers[0].requirements"]


def test_a_skill_required_twice_is_told_once(tmp_path: Path) -> None:
    """Whatever the second requirement says, it is not compared with the first."""
    first = "      - {skill: writing, level: 2, weight: 3, source: own}\n"
    (problem,) = problems_in(
        write_pack(tmp_path, changed((first, first + first.replace("level: 2", "level: 1"))))
    )
    assert problem.message == "'writing' is required twice by this tier"


def test_no_leading_years_may_be_said(tmp_path: Path) -> None:
    """A first tier may state that it asks for none."""
    clock = "    support_years:\n      usual: {min: 0, max: 2, source: guide#tiers}\n"
    with_none = clock + clock.replace("support_years", "leading_years").replace(
        "min: 0, max: 2", "min: 0, max: 0"
    )
    assert problems_in(write_pack(tmp_path, changed((clock, with_none)))) == []


def test_the_first_tier_that_leads_may_ask_who_has_led(tmp_path: Path) -> None:
    """Its floor on the leading clock says who has led; below it nobody can have."""
    elsewhere = "    leading_elsewhere: 0.5\n"
    floor = "    leading_years:\n      floor: {years: 0.25, sources: [own]}\n"
    assert problems_in(write_pack(tmp_path, changed((elsewhere, elsewhere + floor)))) == []
    files = changed(
        (elsewhere, floor),
        ("    seat: lead\n", "    seat: agent\n"),
        ("    small_team: senior-helper\n", ""),
    )
    told = [(problem.key, problem.message) for problem in problems_in(write_pack(tmp_path, files))]
    assert told == [
        ("tiers[1].leading_years.floor.years", "asks for leading years of who leads nobody"),
        ("tiers[2].leading_years.usual.min", "asks for leading years that no tier below gives"),
    ]


def test_once_a_tier_leads_all_above_it_do(tmp_path: Path) -> None:
    """An agent above a lead could not be reached by leading."""
    (problem,) = problems_in(
        write_pack(
            tmp_path,
            changed(("    seat: manager\n", "    seat: agent\n"), ("    small_team: senior-helper\n", "")),
        )
    )
    assert (problem.key, problem.message) == ("tiers[2].seat", "is the seat of an agent above one that leads")


def test_a_requirement_that_has_ended_may_begin_anew_and_lower(tmp_path: Path) -> None:
    """What a tier below asked no longer holds, so it is not lowered."""
    again = "      - {skill: writing, level: 1, weight: 1, source: own}\n"
    chatting = "      - {skill: chatting, level: 3, weight: 1, source: own}\n"
    files = changed(
        (
            "{skill: writing, level: 2, weight: 3, source: own}",
            "{skill: writing, level: 2, weight: 3, through: senior-helper, source: own}",
        ),
        (chatting, chatting + again),
        ("{skills: [chatting, writing], levels: [2, 3]", "{skills: [chatting, writing], levels: [1, 2]"),
    )
    assert problems_in(write_pack(tmp_path, files)) == []


def test_a_gate_needs_what_has_not_ended(tmp_path: Path) -> None:
    """A skill that is asked through a tier below is not among what this tier asks."""
    files = changed(
        (
            "{skill: writing, level: 2, weight: 3, source: own}",
            "{skill: writing, level: 2, weight: 3, through: senior-helper, source: own}",
        )
    )
    (problem,) = problems_in(write_pack(tmp_path, files))
    assert problem.key == "tiers[2].gates[1].skills[1]"
    assert problem.message == "'writing' is not among what this tier asks"


def test_a_tier_has_eight_gates_at_most(tmp_path: Path) -> None:
    """Of nine nobody shows all."""
    skills = {f"skills/extra-{number}.yaml": skill_file(f"extra-{number}") for number in range(9)}
    asked = "      - {skill: writing, level: 1, weight: 3, source: guide#skills}\n"
    more = "".join(asked.replace("writing", f"extra-{number}") for number in range(9))
    gates = "".join(GATE.replace("writing", f"extra-{number}") for number in range(9))
    for count, told in ((8, 0), (9, 1)):
        lines = "".join(gates.splitlines(keepends=True)[:count])
        files = {**changed((asked, asked + more), (GATE, lines)), **skills}
        del files["interviews/desk.yaml"]
        problems = problems_in(write_pack(tmp_path / str(count), files))
        assert [(problem.key, problem.message) for problem in problems] == [
            ("tiers[0].gates", "has 9 gates, and 8 are the most")
        ] * told


def weighed(skills: int, weight: int) -> dict[str, str]:
    """Return the tiny pack with so many more skills asked by its second tier at a weight."""
    files = {f"skills/extra-{number}.yaml": skill_file(f"extra-{number}") for number in range(skills)}
    asked = "      - {skill: leading, level: 1, weight: 2, source: own, note: Our judgement.}\n"
    more = "".join(
        f"      - {{skill: extra-{number}, level: 1, weight: {weight}, source: own}}\n"
        for number in range(skills)
    )
    return {**changed((asked, asked + more)), **files}


def test_no_skill_decides_a_large_tier(tmp_path: Path) -> None:
    """Where a tier asks 20 skills or more, one that weighs over a twentieth of them is told, by how much."""
    told = problems_in(write_pack(tmp_path / "heavy", weighed(48, 1)))
    assert [(problem.key, problem.message, problem.hint) for problem in told] == [
        (
            "tiers[1].requirements",
            "weigh writing at 3 of 54, which is 5.6 %; 5 % is the most",
            "Weigh each less, or ask for 60 in all.",
        ),
        (
            "tiers[2].requirements",
            "weigh writing, leading at 3 of 55, which is 5.5 %; 5 % is the most",
            "Weigh each less, or ask for 60 in all.",
        ),
    ]
    assert problems_in(write_pack(tmp_path / "even", weighed(54, 1))) == []


def test_a_small_tier_may_weigh_as_it_likes(tmp_path: Path) -> None:
    """Of fewer than 20 skills each has to weigh something."""
    assert problems_in(write_pack(tmp_path, weighed(16, 1))) == []


@pytest.mark.parametrize(
    "changes",
    [
        (("{skill: writing, level: 1", "{skill: writting, level: 1"),),
        (("- {skill: chatting, level: 1", "- {skill: chating, level: 1"),),
        (("{skills: [leading, chatting]", "{skills: [leading, chating]"),),
        (
            (
                "      - {skill: leading, level: 3, weight: 3, source: own}\n",
                "      - {skill: leading, level: 3, weight: 3, through: helper, source: own}\n",
            ),
        ),
    ],
    ids=["slip in what is asked", "another slip", "slip in a gate", "through below"],
)
def test_what_follows_from_a_fault_is_not_told_on_top(
    tmp_path: Path, changes: tuple[tuple[str, str], ...]
) -> None:
    """A gate of a skill that is in doubt makes no noise about the same fault."""
    assert len(problems_in(write_pack(tmp_path, changed(*changes)))) == 1


def test_every_ladder_of_a_pack_is_checked(tmp_path: Path) -> None:
    """Of two ladders in a pack the one that is not in use is checked as well."""
    other = PACK[LADDER].replace("id: desk", "id: window")
    broken = changed(
        ("levels: [2], source: own, note: It shows.", "levels: [4], source: own, note: It shows.")
    )
    (problem,) = problems_in(write_pack(tmp_path, {**broken, "ladders/window.yaml": other}))
    assert problem.file == str(tmp_path / LADDER)


def test_prerequisites_are_not_asked_for(tmp_path: Path) -> None:
    """They order steps: a ladder may ask for a skill without what it rests on."""
    files = {
        **PACK,
        "skills/speaking.yaml": skill_file("speaking"),
        "skills/writing.yaml": skill_file("writing", needs="speaking"),
    }
    assert problems_in(write_pack(tmp_path, files)) == []
