from __future__ import annotations

from pathlib import Path

import pytest

from careercli.catalog import check_packs
from careercli.domain.interview_questions import InterviewQuestion
from careercli.errors import Problem
from tests.catalog.pack_builder import COUNTER, INTERVIEWS_FILE, PACK, PACK_FILE, Fault, plant, write_pack

FILE = "interviews/desk.yaml"
LADDER = "ladders/desk.yaml"

FAULTS = [
    Fault(FILE, "skill: chatting", "@skill: chating", "questions[1].skill", "'chating' is not a known skill"),
    Fault(FILE, "[helper]", "[@helpr]", "questions[3].tiers[0]", "'helpr' is not a known tier"),
    Fault(
        FILE,
        "source: guide#skills",
        "@source: gide#skills",
        "questions[2].source",
        "'gide' is not a known source",
    ),
    Fault(FILE, "- id: talk", "- @id: letter", "questions[1].id", "the question 'letter' is there twice"),
    Fault(
        FILE,
        "kind: situation",
        "@kind: riddle",
        "questions[2].kind",
        "must be one of 'behavior', 'situation', 'general', not 'riddle'",
    ),
    Fault(FILE, "for_whom: changing", "@for_whom: old", "questions[3].for_whom", "must be one of 'any', "),
    Fault(
        FILE,
        "- id: letter\n    skill: writing",
        "- @id: letter",
        "questions[0]",
        "must name its skill, or be of the kind general",
    ),
    Fault(
        FILE,
        "- id: why\n",
        "- @id: why\n    skill: writing\n    levels: [1]\n",
        "questions[3]",
        "must be of another kind than general, or name no skill and no levels",
    ),
    Fault(
        FILE,
        "- id: letter\n    skill: writing\n    kind: behavior\n    levels: [1, 2, 3]",
        "- @id: letter\n    skill: writing\n    kind: behavior",
        "questions[0]",
        "must say the levels at which it is asked",
    ),
    Fault(
        FILE,
        "- id: letter\n",
        "- @id: letter\n    tiers: [helper]\n",
        "questions[0]",
        "must name no tiers: about a skill, the levels say where it is asked",
    ),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.new)
def test_faults(fault: Fault, tmp_path: Path) -> None:
    """What is wrong with a question is told at its place."""
    (expected,) = plant(tmp_path, fault)
    _, problems = check_packs([tmp_path])

    found = [problem for problem in problems if problem.key == fault.key]
    assert [(problem.line, problem.column) for problem in found] == [(expected.line, expected.column)]
    assert found[0].message.startswith(fault.message)


def problems_of(*folders: Path) -> list[tuple[str, str, str]]:
    """Return file, key and message of each problem in packs laid over one another."""

    def told(problem: Problem) -> tuple[str, str, str]:
        return Path(problem.file).name, problem.key, problem.message

    return list(map(told, check_packs(folders)[1]))


def test_a_gate_that_nobody_asks_about(tmp_path: Path) -> None:
    """A skill of a gate needs a question at a level of that gate; of each skill and level it is told once."""
    fewer = INTERVIEWS_FILE.replace("levels: [1, 2, 3]", "levels: [1]")
    assert problems_of(write_pack(tmp_path, {**PACK, FILE: fewer})) == [
        (
            "desk.yaml",
            "tiers[1].gates[0].skills[0]",
            "has 'writing', which no interview question asks at level 2",
        ),
        (
            "desk.yaml",
            "tiers[2].gates[1].skills[1]",
            "has 'writing', which no interview question asks at level 2 or 3",
        ),
    ]


def test_without_questions_nothing_is_missing(tmp_path: Path) -> None:
    """A pack need not bring questions: one without any, or laid over one that has some, is whole."""
    without = {name: text for name, text in PACK.items() if name != FILE}
    below = write_pack(tmp_path / "below")

    assert problems_of(write_pack(tmp_path / "without", without)) == []
    assert problems_of(below, write_pack(tmp_path / "above", COUNTER)) == []


def test_where_a_file_of_questions_is_unusable_nothing_is_unasked(tmp_path: Path) -> None:
    """What stands in a file that cannot be used may ask about the gates."""
    files = {**PACK, FILE: INTERVIEWS_FILE.replace("[1, 2, 3]", "[1]"), "interviews/more.yaml": "a: ["}
    assert {name for name, *_ in problems_of(write_pack(tmp_path, files))} == {"more.yaml"}


def test_a_ladder_with_other_faults_is_not_told_of_its_gates(tmp_path: Path) -> None:
    """What is wrong with the ladder comes first."""
    ladder = PACK[LADDER].replace("pass_fit: 0.5", "pass_fit: 7")
    files = {**PACK, LADDER: ladder, FILE: INTERVIEWS_FILE.replace("[1, 2, 3]", "[1]")}
    assert [key for _, key, _ in problems_of(write_pack(tmp_path, files))] == ["pass_fit"]


def test_a_question_laid_over_takes_its_place(tmp_path: Path) -> None:
    """It stands for the one below, and is told where it leaves a gate below without any."""
    below = write_pack(tmp_path / "below")
    other = INTERVIEWS_FILE[: INTERVIEWS_FILE.index("  - id: talk")].replace("Which letter was", "What is")
    kept = write_pack(tmp_path / "kept", {"pack.yaml": PACK_FILE, FILE: other})
    lower = write_pack(
        tmp_path / "lower", {"pack.yaml": PACK_FILE, FILE: other.replace("[1, 2, 3]", "[1, 2]")}
    )
    none = write_pack(tmp_path / "none", {"pack.yaml": PACK_FILE, FILE: other.replace("[1, 2, 3]", "[4]")})

    compiled, _ = check_packs([below, kept])
    assert compiled is not None
    assert "question letter" in compiled.catalog.overridden
    assert questions(compiled.library.interviews)["letter"] == "What is hard?"
    assert problems_of(below, lower) == []
    assert problems_of(below, none) == [
        ("desk.yaml", "questions[0].id", "leaves nothing that asks for 'writing' at level 1"),
        ("desk.yaml", "questions[0].id", "leaves nothing that asks for 'writing' at level 2"),
        ("desk.yaml", "questions[0].id", "leaves nothing that asks for 'writing' at level 2 or 3"),
    ]


def questions(held: tuple[InterviewQuestion, ...]) -> dict[str, str]:
    """Return the questions of a library by their ids."""
    return {question.id: question.question for question in held}
