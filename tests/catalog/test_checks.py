from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from careercli.catalog import check_packs
from careercli.catalog.checks import _cycles
from careercli.catalog.compiler import overlay
from careercli.catalog.packs import read_pack
from careercli.catalog.places import read_files
from careercli.errors import Problem
from tests.catalog.pack_builder import PACK, Fault, plant, skill_file, write_pack

LADDER = "ladders/desk.yaml"
CHATTING = "skills/chatting.yaml"
WRITING = "skills/writing.yaml"

FAULTS = [
    Fault(
        CHATTING,
        "group: front",
        "@group: frnt",
        "group",
        "'frnt' is not a known group",
        "Did you mean 'front'?",
    ),
    Fault(
        WRITING,
        "group: front",
        "@group: zzz",
        "group",
        "'zzz' is not a known group",
        "Add it to the groups in pack.yaml.",
    ),
    Fault(
        CHATTING,
        "prerequisites: [writing]",
        "prerequisites: [writing, @leadin]",
        "prerequisites[1]",
        "'leadin' is not a known skill",
        "Did you mean 'leading'?",
    ),
    Fault(
        "skills/leading.yaml",
        "sources: [guide#skills]",
        "sources: [guide#skills, @guid]",
        "sources[1]",
        "'guid' is not a known source",
        "Did you mean 'guide'?",
    ),
    Fault(
        WRITING,
        "    proof: A log of 2\n    source: guide#steps",
        "    proof: A log of 2\n    @source: zzz",
        "growth.2.source",
        "'zzz' is not a known source",
        "Add it to sources.yaml.",
    ),
    Fault(
        WRITING,
        "sources: [guide#skills]",
        "sources: [@guide#skils]",
        "sources[0]",
        "'skils' is not a known section of the source guide",
        "Did you mean 'skills'?",
    ),
    Fault(
        CHATTING,
        "sources: [guide#skills]",
        "sources: [@own#zzz]",
        "sources[0]",
        "'zzz' is not a known section of the source own",
        "Add it to its sections in sources.yaml.",
    ),
    Fault(
        CHATTING,
        "levels:\n  1: I watch chatting.\n",
        "@levels:\n",
        "levels",
        "has nothing for level 1",
        "Write levels 1 to 4.",
    ),
    Fault(
        WRITING,
        "hours: {min: 3, max: 6}",
        "@hours: {min: 1, max: 6}",
        "growth.3.hours",
        "takes fewer hours than the level below",
        "Use at least 2 to 4 hours.",
    ),
    Fault(
        CHATTING,
        "hours: {min: 4, max: 8}",
        "@hours: {min: 4, max: 5}",
        "growth.4.hours",
        "takes fewer hours than the level below",
        "Use at least 3 to 6 hours.",
    ),
    Fault(
        "skills/leading.yaml",
        "aliases: []",
        "aliases: [@WRITING]",
        "aliases[0]",
        "'WRITING' already means the skill writing",
        "Leave it to one of the two.",
    ),
    Fault(
        WRITING,
        "aliases: []",
        "aliases: [Notes, @'live  TALK']",
        "aliases[1]",
        "'live  TALK' already means the skill chatting",
        "Leave it to one of the two.",
    ),
    Fault(
        "sources.yaml",
        "  - {id: own,",
        "  - {@id: guide, title: T, publisher: P, date: D, terms: T, note: N}\n  - {id: own,",
        "sources[1].id",
        "the source 'guide' is there twice",
        "Keep one of the two.",
    ),
    Fault(
        "pack.yaml",
        "  - {id: back, name: Behind}\n",
        "  - {id: back, name: Behind}\n  - {@id: front, name: Again}\n",
        "groups[2].id",
        "the group 'front' is there twice",
        "Keep one of the two.",
    ),
    Fault(
        LADDER,
        "    short: Helper\n    role: helper",
        "    short: Helper\n    @role: halper",
        "tiers[0].role",
        "'halper' is not a known role",
        "Did you mean 'helper'?",
    ),
    Fault(
        LADDER,
        "usual: {min: 0, max: 2, source: guide#tiers}",
        "usual: {min: 0, max: 2, @source: guide#tires}",
        "tiers[0].support_years.usual.source",
        "'tires' is not a known section of the source guide",
        "Did you mean 'tiers'?",
    ),
    Fault(
        LADDER,
        "weight: 1, source: guide#skills}",
        "weight: 1, @source: guides}",
        "tiers[0].requirements[1].source",
        "'guides' is not a known source",
        "Did you mean 'guide'?",
    ),
    Fault(
        LADDER,
        "- {skill: chatting, level: 1,",
        "- {@skill: chating, level: 1,",
        "tiers[0].requirements[1].skill",
        "'chating' is not a known skill",
        "Did you mean 'chatting'?",
    ),
]
"""Faults between files. All of them can be planted together."""

FAULTS_ALONE = [
    Fault(
        WRITING,
        "    proof: A log of 4\n",
        "    proof: A log of 4\n    in_seats: {lead: {@hours: {min: 1, max: 2}}, head: Let it be done.}\n",
        "growth.4.in_seats.lead.hours",
        "takes fewer hours than the level below",
        "Use at least 3 to 6 hours for the seat 'lead'.",
    ),
    Fault(
        "skills/leading.yaml",
        "name: Leading",
        "@name: chatting",
        "name",
        "'chatting' already means the skill chatting",
        "Leave it to one of the two.",
    ),
]
"""Faults that change too much to be planted with others."""


def names_of(faults: list[Fault]) -> list[str]:
    return [f"{fault.key} {fault.message}" for fault in faults]


def problems_in(*folders: Path) -> list[Problem]:
    return list(check_packs(folders)[1])


def changed(file: str, old: str, new: str) -> dict[str, str]:
    """Return the tiny pack with one file changed."""
    assert PACK[file].count(old) == 1
    return {**PACK, file: PACK[file].replace(old, new)}


def test_the_tiny_pack_has_no_problems(tmp_path: Path) -> None:
    """What the other tests plant faults in is sound by itself."""
    loaded, problems = check_packs([write_pack(tmp_path)])
    assert problems == ()
    assert loaded is not None


@pytest.mark.parametrize("fault", [*FAULTS, *FAULTS_ALONE], ids=names_of([*FAULTS, *FAULTS_ALONE]))
def test_a_fault_is_told_once_in_its_place(tmp_path: Path, fault: Fault) -> None:
    """One fault is one problem with its file, line, column and key, what is wrong and what to do."""
    expected = plant(tmp_path, fault)
    assert problems_in(tmp_path) == expected


def test_hours_may_not_sink_for_any_seat(tmp_path: Path) -> None:
    """More hours for one seat than the next level takes are told at that level, and told once."""
    old = "    hours: {min: 3, max: 6}\n"
    longer = "    in_seats: {lead: {hours: {min: 20, max: 30}}}\n"
    (problem,) = problems_in(write_pack(tmp_path, changed(WRITING, old, old + longer)))
    assert problem.key == "growth.4.hours"
    assert problem.hint == "Use at least 20 to 30 hours for the seat 'lead'."


def test_all_faults_are_told_in_one_run(tmp_path: Path) -> None:
    """Every fault of every file is told, in the order of the files, and nothing besides."""
    expected = plant(tmp_path, *FAULTS)
    assert len(set(expected)) == len(FAULTS)
    assert problems_in(tmp_path) == expected


def test_a_file_that_is_wrong_in_form_is_also_told_its_unknown_names(tmp_path: Path) -> None:
    """One run tells of both, so that nobody mends the one to be told of the other."""
    ladder = changed(LADDER, "pass_fit: 0.5", "pass_fit: 7")[LADDER]
    ladder = ladder.replace("{skill: chatting, level: 1", "{skill: chating, level: 1")
    ladder = ladder.replace(
        "role: helper\n    seat: manager\n    summary: Leads.", "role: helpr\n    seat: boss\n    summary: L."
    )
    skill = PACK[WRITING].replace("group: front", "group: frnt").replace("kind: practice", "kind: sport")
    write_pack(tmp_path, {**PACK, LADDER: ladder, WRITING: skill})

    told = {(problem.key, problem.message.split(",")[0]) for problem in problems_in(tmp_path)}
    assert ("pass_fit", "must be a share above 0 and up to 1") in told
    assert ("tiers[0].requirements[1].skill", "'chating' is not a known skill") in told
    assert ("tiers[2].role", "'helpr' is not a known role") in told
    assert ("group", "'frnt' is not a known group") in told
    assert any(key.endswith("kind") for key, _ in told)


@pytest.mark.parametrize("file", [name for name in PACK if name != "personas/ann.yaml"])
@pytest.mark.parametrize(
    "text",
    [
        "a: [",
        "\x00",
        "schema: careercli/other@1\n",
        "",
        "word",
        "{'a': 1}",
        b"\xff".decode(errors="surrogateescape"),
    ],
    ids=["syntax", "zero", "schema", "empty", "root", "json", "bytes"],
)
def test_a_broken_file_makes_no_noise_elsewhere(tmp_path: Path, file: str, text: str) -> None:
    """What a file that cannot be used holds is not called unknown where other files name it."""
    write_pack(tmp_path, {**PACK, file: text})
    assert {problem.file for problem in problems_in(tmp_path)} == {str(tmp_path / file)}


@pytest.mark.parametrize("file", [WRITING, "roles/helper.yaml", LADDER])
def test_a_file_called_by_another_id_makes_no_noise_elsewhere(tmp_path: Path, file: str) -> None:
    """A slip in an id is told where it is, and not again wherever the right id is used."""
    (name,) = re.findall(r"^id: (.+)$", PACK[file], re.MULTILINE)
    write_pack(tmp_path, changed(file, f"\nid: {name}\n", "\nid: slip\n"))
    (problem,) = problems_in(tmp_path)
    assert problem.place == f"{tmp_path / file}:2:1"


def test_a_copied_file_does_not_stand_in_for_the_original(tmp_path: Path) -> None:
    """A copy that kept the id of another skill is told, and the other skill stays as it is."""
    write_pack(tmp_path, {**PACK, "skills/copy.yaml": skill_file("writing", needs="writing")})
    (problem,) = problems_in(tmp_path)
    assert problem.place == f"{tmp_path / 'skills/copy.yaml'}:2:1"
    assert problem.hint == "Call the file writing.yaml, or the id copy."


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_every_level_needs_its_behavior_and_its_step(tmp_path: Path, level: int) -> None:
    """A level without a text, or without a step that reaches it, is told, whichever it is."""
    text = PACK[WRITING].replace(f"  {level}: I ", f"  # {level}: I ")
    text = re.sub(rf"  {level}:\n(    .*\n)+", "", text)
    problems = problems_in(write_pack(tmp_path, {**PACK, WRITING: text}))
    message = f"has nothing for level {level}"
    assert [(problem.key, problem.message) for problem in problems] == [
        ("levels", message),
        ("growth", message),
    ]


def test_a_step_may_take_as_long_as_the_one_below(tmp_path: Path) -> None:
    """Hours must not fall; they need not rise."""
    write_pack(tmp_path, changed(WRITING, "hours: {min: 3, max: 6}", "hours: {min: 2, max: 4}"))
    assert problems_in(tmp_path) == []


def test_an_id_is_not_free_as_an_alias(tmp_path: Path) -> None:
    """An alias that is the id of another skill is told, also where that skill has another name."""
    files = changed(CHATTING, "name: Chatting", "name: Live conversation")
    files[WRITING] = PACK[WRITING].replace("aliases: []", "aliases: [Chatting]")
    (problem,) = problems_in(write_pack(tmp_path, files))
    assert (problem.key, problem.message) == ("aliases[0]", "'Chatting' already means the skill chatting")


@pytest.mark.parametrize("file", [LADDER, CHATTING])
def test_what_a_broken_file_laid_over_may_mend_is_not_told(tmp_path: Path, file: str) -> None:
    """Where a pack's ladder or skill cannot be used, what lies below does not stand in for it."""
    below = write_pack(tmp_path / "below")
    head = {"pack.yaml": PACK["pack.yaml"], "skills/speaking.yaml": skill_file("speaking")}
    above = write_pack(
        tmp_path / "above", {**head, CHATTING: skill_file("chatting", needs="speaking"), file: "a: ["}
    )
    assert {problem.file for problem in problems_in(below, above)} == {str(above / file)}


def test_an_unknown_prerequisite_is_not_told_again_by_the_ladder(tmp_path: Path) -> None:
    """A ladder need not ask for what does not exist."""
    write_pack(tmp_path, changed(WRITING, "prerequisites: []", "prerequisites: [nothing-like-it]"))
    (problem,) = problems_in(tmp_path)
    assert problem.file == str(tmp_path / WRITING)


def test_a_cycle_is_told_once_by_its_members(tmp_path: Path) -> None:
    """A cycle is one problem, at the step where it begins, and the ladder does not complain on top."""
    write_pack(tmp_path, changed(WRITING, "prerequisites: []", "prerequisites: [leading]"))
    (problem,) = problems_in(tmp_path)
    assert problem.place == f"{tmp_path / 'skills/leading.yaml'}:8:17"
    assert problem.key == "prerequisites[0]"
    assert problem.message == "is part of a cycle: leading -> writing -> leading"
    assert problem.hint == "Remove one of these prerequisites."


def test_a_pack_without_a_ladder_is_told(tmp_path: Path) -> None:
    """Where no pack has a ladder there is nothing to place anybody on."""
    others = ("ladders", "personas", "guides", "roles", "interviews")
    files = {name: text for name, text in PACK.items() if not name.startswith(others)}
    (problem,) = problems_in(write_pack(tmp_path, files))
    assert problem.place == f"{tmp_path / 'pack.yaml'}:1:1"
    assert problem.message == "has no ladder, and no pack below it has one"


def test_a_pack_without_a_ladder_may_lie_over_one_that_has_it(tmp_path: Path) -> None:
    """A pack may bring skills alone."""
    below = write_pack(tmp_path / "below")
    above = write_pack(tmp_path / "above", {"pack.yaml": PACK["pack.yaml"], WRITING: PACK[WRITING]})
    assert problems_in(below, above) == []


def test_a_cycle_through_packs_is_told_where_it_is_closed(tmp_path: Path) -> None:
    """The skill below that is part of it is nothing that the new pack's author can edit."""
    below = write_pack(tmp_path / "below")
    files = {"pack.yaml": PACK["pack.yaml"], WRITING: skill_file("writing", needs="chatting")}
    above = write_pack(tmp_path / "above", files)
    (problem,) = problems_in(below, above)
    assert (problem.file, problem.key) == (str(above / WRITING), "prerequisites[0]")
    assert problem.message == "is part of a cycle: chatting -> writing -> chatting"


def cycles_among(folder: Path, needs: dict[str, list[str]]) -> list[list[str]]:
    """Return the members of each cycle that is told, the first again at the end."""
    files = {
        f"skills/{name}.yaml": skill_file(name, needs=", ".join(needed)) for name, needed in needs.items()
    }
    pack = read_pack(read_files(write_pack(folder, {"pack.yaml": PACK["pack.yaml"], **files})))
    assert pack.problems == []
    return _cycles(overlay([pack]))


@pytest.mark.parametrize(
    ("needs", "cycles"),
    [
        ({"a": []}, []),
        ({"a": ["a"]}, [["a", "a"]]),
        ({"a": ["b"], "b": ["a"]}, [["a", "b", "a"]]),
        ({"a": ["b"], "b": ["c"], "c": ["a"]}, [["a", "b", "c", "a"]]),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, []),
        ({"a": ["b"], "b": ["c"], "c": ["b"]}, [["b", "c", "b"]]),
        ({"a": ["b"], "b": ["a"], "c": ["d"], "d": ["c"]}, [["a", "b", "a"], ["c", "d", "c"]]),
        ({"a": ["b", "c"], "b": ["a"], "c": ["a"]}, [["a", "b", "a"], ["a", "c", "a"]]),
        ({"a": ["a", "b"], "b": ["b"]}, [["a", "a"], ["b", "b"]]),
        ({"a": ["b"], "b": ["c"], "c": []}, []),
    ],
    ids=[
        *("alone", "itself", "pair", "ring", "diamond", "reached from outside", "two apart", "two that meet"),
        *("two of one each", "chain"),
    ],
)
def test_cycles_are_found_in_any_graph(
    tmp_path: Path, needs: dict[str, list[str]], cycles: list[list[str]]
) -> None:
    """Cycles are told by those who are in them, and a skill that only leads to one is not."""
    assert sorted(cycles_among(tmp_path, needs)) == cycles


def test_many_ways_to_the_same_skill_take_no_time(tmp_path: Path) -> None:
    """Forty diamonds in a row have a million million ways through and no cycle."""
    needs = {f"top{n}": [f"left{n}", f"right{n}"] for n in range(40)}
    for n in range(40):
        needs[f"left{n}"] = needs[f"right{n}"] = [f"top{n + 1}"] if n < 39 else []
    assert cycles_among(tmp_path, needs) == []


GRAPHS = st.dictionaries(
    st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), max_size=4, unique=True), max_size=6
)


@given(GRAPHS)
@example({"a": ["b"], "b": ["c", "d"], "c": ["a"], "d": ["a"]})
def test_cycles_are_real_and_all_are_broken_by_those_told(
    tmp_path_factory: pytest.TempPathFactory, needs: dict[str, list[str]]
) -> None:
    """Each cycle told follows prerequisites, none twice, and without their steps no cycle is left."""
    known = {name: [other for other in needed if other in needs] for name, needed in needs.items()}
    told = cycles_among(tmp_path_factory.mktemp("pack"), needs)
    steps = [step for cycle in told for step in pairwise(cycle)]
    assert all(needed in known[name] for name, needed in steps)
    assert all(len(set(cycle)) == len(cycle) - 1 and cycle[0] == cycle[-1] for cycle in told)
    assert len(set(steps)) == len(steps)
    left = {name: [other for other in needed if (name, other) not in steps] for name, needed in known.items()}
    assert bool(told) == any(returns(name, known) for name in known)
    assert not any(returns(name, left) for name in left)


def returns(start: str, needs: dict[str, list[str]]) -> bool:
    """Return whether some way of prerequisites leads back, by trying them all."""
    ways = [[other] for other in needs[start]]
    while ways:
        way = ways.pop()
        if way[-1] == start:
            return True
        ways.extend([*way, other] for other in needs[way[-1]] if other not in way)
    return False
