from __future__ import annotations

import os
from pathlib import Path

import pytest

from careercli.catalog import check_packs
from careercli.catalog.formats import LadderFile, SkillFile
from careercli.catalog.packs import read_pack
from careercli.catalog.places import read_files
from careercli.errors import NotFoundError, StorageError
from tests.catalog.pack_builder import PACK, Fault, pack_files, plant, write_pack

PLACES = (
    "A pack has pack.yaml, sources.yaml, tools.yaml, certificates.yaml, occupations.yaml, glossary.yaml, "
    "work.yaml, words.yaml, phrases.yaml, advertisements.yaml, skills/*.yaml, ladders/*.yaml, "
    "roles/*.yaml, personas/*.yaml, interviews/*.yaml, transfers/*.yaml, phrasings/*.yaml, "
    "guides/ROLE/*.yaml."
)

FAULTS = [
    Fault("notes.yaml", "", "@a: 1\n", "", "is not read from here", PLACES),
    Fault("skills/extra.yml", "", "@a: 1\n", "", "is not read from here", PLACES),
    Fault("skills/more/extra.yaml", "", "@a: 1\n", "", "is not read from here", PLACES),
    Fault("tiers/extra.yaml", "", "@a: 1\n", "", "is not read from here", PLACES),
    Fault("guides/extra.yaml", "", "@a: 1\n", "", "is not read from here", PLACES),
    Fault("guides/helper/more/extra.yaml", "", "@a: 1\n", "", "is not read from here", PLACES),
    Fault("skills/tools.yaml/extra.yaml", "", "@a: 1\n", "", "is not read from here", PLACES),
    Fault("guides/tools.yaml", "", "@a: 1\n", "", "is not read from here", PLACES),
    Fault(
        "guides/halper/extra.yaml",
        "",
        "schema: careercli/guide@1\n@role: helper\nsections: {}\n",
        "role",
        "'helper' is not the name of the folder",
        "Call the folder helper.",
    ),
    Fault(
        "pack.yaml",
        "version: 1.0.0",
        "version: 1.0.0\n@titel: x",
        "titel",
        "is not a known key",
        "Did you mean 'title'?",
    ),
    Fault(
        "roles/helper.yaml",
        "name: Helper",
        "@name: 12",
        "name",
        "must be text of 1 to 300 characters, not 12",
    ),
    Fault(
        "skills/chatting.yaml",
        "kind: practice\n    hours: {min: 2,",
        "@kind: practise\n    hours: {min: 2,",
        "growth.2.kind",
        "must be one of 'practice', 'course', 'certification', 'mentoring', 'project', not 'practise'",
    ),
    Fault(
        "skills/leading.yaml",
        "  4: I design leading.\n",
        "  4: I design leading.\n  @5: I dream.\n",
        "levels.5",
        "must be a level from 1 to 4, not '5'",
    ),
    Fault(
        "skills/writing.yaml",
        "hours: {min: 4, max: 8}",
        "@hours: {min: 9, max: 8}",
        "growth.4.hours",
        "min must not be above max",
    ),
    Fault(
        "sources.yaml",
        "    note: A note.\n    sections:",
        "    note: A note.\n    @note: Another.\n    sections:",
        "sources[0].note",
        "the key is written twice, first on line 8",
        "Keep one of the two.",
    ),
    Fault(
        "ladders/desk.yaml",
        "pass_fit: 0.5",
        "@pass_fit: 0",
        "pass_fit",
        "must be a share above 0 and up to 1, not 0",
    ),
    Fault(
        "ladders/desk.yaml",
        "      usual: {min: 1, max: 3, source: own}",
        "      @usual: {min: 3, max: 1, source: own}",
        "tiers[2].leading_years.usual",
        "min must not be above max",
    ),
    Fault(
        "ladders/desk.yaml",
        "floor: {years: 1, sources: [own, guide#tiers], note: Ours.}",
        "floor: {years: 1, @sources: [], note: Ours.}",
        "tiers[1].support_years.floor.sources",
        "must be a list of at least one source, not an empty one",
    ),
    Fault(
        "ladders/desk.yaml",
        "    seat: manager\n",
        "    @seat: boss\n",
        "tiers[2].seat",
        "must be one of 'agent', 'lead', 'manager', 'head', not 'boss'",
    ),
    Fault(
        "skills/chatting.yaml",
        "    proof: A log of 4\n",
        "    proof: A log of 4\n    in_seats: {lead: Do it., @boss: Let it be done.}\n",
        "growth.4.in_seats.boss",
        "must be one of 'none', 'adjacent', 'agent', 'lead', 'manager', 'head', not 'boss'",
    ),
    Fault(
        "skills/chatting.yaml",
        "    proof: A log of 3\n",
        "    proof: A log of 3\n    in_seats: {none: {proof: A letter, @needs_seat: boss}}\n",
        "growth.3.in_seats.none.needs_seat",
        "must be one of 'none', 'agent', 'lead', 'manager', 'head', not 'boss'",
    ),
    Fault(
        "ladders/desk.yaml",
        "{skill: writing, level: 1, weight: 3,",
        "{skill: writing, @level: 0, weight: 3,",
        "tiers[0].requirements[0].level",
        "must be a level: a whole number from 1 to 4, not 0",
    ),
    Fault(
        "personas/ann.yaml",
        "story: Ann helps.\n",
        "story: Ann helps.\n@&x y: 1\n",
        "",
        "anchors and aliases are not allowed",
        "Write the value out.",
    ),
]
"""Faults within a file. All of them can be planted together."""


@pytest.mark.parametrize("fault", FAULTS, ids=[f"{fault.file} {fault.key}" for fault in FAULTS])
def test_a_fault_within_a_file_is_told_once_in_its_place(tmp_path: Path, fault: Fault) -> None:
    """One fault is one problem with its file, line, column and key, what is wrong and what to do."""
    expected = plant(tmp_path, fault)
    assert list(check_packs([tmp_path])[1]) == expected


def test_faults_within_all_files_are_told_in_one_run(tmp_path: Path) -> None:
    """Files that cannot be used do not hide what is wrong in others."""
    expected = plant(tmp_path, *FAULTS)
    assert list(check_packs([tmp_path])[1]) == expected


def test_a_pack_is_read_file_by_file(tmp_path: Path) -> None:
    """Every file of a good pack arrives as its form, in order of its name, with its document."""
    pack = read_pack(read_files(write_pack(tmp_path)))
    assert [skill.id for _, skill in pack.each(SkillFile)] == ["chatting", "leading", "writing"]
    ((document, ladder),) = pack.each(LadderFile)
    assert (document.name, ladder.id) == (str(tmp_path / "ladders/desk.yaml"), "desk")
    assert (pack.problems, pack.unusable) == ([], set())


def test_a_file_that_cannot_be_used_is_remembered(tmp_path: Path) -> None:
    """A broken file leaves its name, so that nobody calls what it holds unknown."""
    broken = {"skills/writing.yaml": "a: [", "roles/helper.yaml": "a: 1"}
    pack = read_pack(read_files(write_pack(tmp_path, {**PACK, **broken})))
    assert pack.unusable == {"skills/writing", "roles/helper"}


def test_hidden_files_and_folders_are_none_of_a_pack(tmp_path: Path) -> None:
    """A pack may live in a repository with settings of its own beside it."""
    hidden = {
        ".github/workflows/ci.yml": "on: push",
        ".pre-commit-config.yaml": "a: 1",
        "skills/.draft.yaml": "?",
    }
    write_pack(tmp_path, {**PACK, **hidden})
    assert check_packs([tmp_path])[1] == ()


def test_files_of_other_kinds_are_left_alone(tmp_path: Path) -> None:
    """A README beside the role data is no problem."""
    write_pack(tmp_path, {**PACK, "README.md": "# Help"})
    assert check_packs([tmp_path])[1] == ()


@pytest.mark.parametrize("name", ["skills/odd.yaml", "tools.yaml", "odd.yml", "guides/agent/odd.yaml"])
@pytest.mark.parametrize("kind", ["folder", "link"])
def test_what_is_only_called_like_a_file(tmp_path: Path, name: str, kind: str) -> None:
    """A folder, or a link to nothing, that stands where a file is read from is a problem, and is named."""
    write_pack(tmp_path, {path: text for path, text in PACK.items() if path != name})
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(tmp_path / "nowhere.yaml")

    problems = check_packs([tmp_path])[1]

    assert [p.message for p in problems if p.file == str(path)] == ["is called as a file is and is none"]


def test_a_link_that_leads_round_in_a_circle_is_left_alone(tmp_path: Path) -> None:
    """Folders are read once, however they are linked."""
    write_pack(tmp_path)
    (tmp_path / "skills/again").symlink_to(tmp_path, target_is_directory=True)
    assert check_packs([tmp_path])[1] == ()


def test_files_come_in_order_of_their_paths(tmp_path: Path) -> None:
    """The order does not depend on the file system."""
    found = [path.relative_to(tmp_path).as_posix() for path in pack_files(write_pack(tmp_path))]
    assert found == sorted(PACK)


def test_a_missing_folder_is_not_found(tmp_path: Path) -> None:
    """The error says which folder, clean of what a terminal acts on."""
    with pytest.raises(NotFoundError, match=r"^There is no folder .*no\ufffdwhere\.$") as caught:
        check_packs([tmp_path / "no\x1bwhere"])
    assert caught.value.hint == "Name the folder that holds pack.yaml."


def test_a_file_is_no_pack(tmp_path: Path) -> None:
    """A path to a file, even to pack.yaml, is not a folder."""
    write_pack(tmp_path)
    with pytest.raises(NotFoundError, match="There is no folder"):
        check_packs([tmp_path / "pack.yaml"])


def test_a_folder_without_pack_yaml_is_no_pack(tmp_path: Path) -> None:
    """A folder is a pack by its pack.yaml."""
    files = {name: text for name, text in PACK.items() if name != "pack.yaml"}
    with pytest.raises(NotFoundError, match=r"is not a pack: it has no pack\.yaml"):
        check_packs([write_pack(tmp_path, files)])


def test_a_folder_that_cannot_be_looked_into_is_a_storage_error(tmp_path: Path) -> None:
    """What the system refuses is told with its reason; a name too long is refused to everybody."""
    with pytest.raises(StorageError, match="cannot be read: "):
        check_packs([tmp_path / ("x" * 5000)])


def test_a_problem_shows_a_clean_file_name(tmp_path: Path) -> None:
    """A file's name cannot act on the terminal."""
    write_pack(tmp_path, {**PACK, "skills/wri\x1bting.yaml": "a: ["})
    (problem,) = check_packs([tmp_path])[1]
    assert problem.file == str(tmp_path / "skills/wri\ufffdting.yaml")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are of Unix")
def test_a_pipe_in_a_pack_is_not_read(tmp_path: Path) -> None:
    """It is told that it is no file, and nobody waits for what may never come."""
    write_pack(tmp_path)
    os.mkfifo(tmp_path / "skills/pipe.yaml")
    (problem,) = check_packs([tmp_path])[1]
    assert problem.file == str(tmp_path / "skills/pipe.yaml")
    assert problem.message == "is called as a file is and is none"


def test_a_key_that_is_no_text_is_told_without_a_word_of_profiles(tmp_path: Path) -> None:
    """The hint fits every file: whoever writes a pack has no profile before them."""
    expected = plant(tmp_path, Fault("roles/helper.yaml", "", "@? [a]\n: 1\n", "", "", ""))
    (problem,) = (problem for problem in check_packs([tmp_path])[1] if problem.file == expected[0].file)
    assert (problem.message, problem.hint) == ("a key must be plain text", "Write 'key: value' lines.")


def test_a_ladder_of_an_earlier_form_is_told_what_changed(tmp_path: Path) -> None:
    """One sentence says so, and not each of its keys; what else names the ladder makes no noise."""
    text = (
        PACK["ladders/desk.yaml"]
        .replace("ladder@2", "ladder@1")
        .replace("seat: agent", "leads_people: false")
    )
    (problem,) = check_packs([write_pack(tmp_path, {**PACK, "ladders/desk.yaml": text})])[1]
    assert problem.place == f"{tmp_path / 'ladders/desk.yaml'}:1:1"
    assert problem.key == "schema"
    assert problem.message.startswith("is a form that is not read any more: in careercli/ladder@2 a tier has")
    assert "docs/data-format.md" in problem.hint
