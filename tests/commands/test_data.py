from __future__ import annotations

import json
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from careercli.catalog import builtin_pack
from careercli.errors import ExitCode
from tests.files import write_pack
from tests.running import run

EMPATHY = (builtin_pack() / "skills" / "empathy.yaml").read_text()


@pytest.fixture
def overriding(home: Path) -> Path:
    """Return a pack that says of empathy that it is called kindness."""
    return write_pack(
        home / "pack", skills_empathy=EMPATHY.replace("Empathy and emotional intelligence", "Kindness")
    )


def test_the_builtin_pack_has_no_problems() -> None:
    """What careercli comes with passes its own check."""
    result = run("data", "check")

    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[0] == f"Pack: {builtin_pack()}"
    assert result.out.splitlines()[1].startswith("No problems: 1 ladder, 8 tiers, ")


def test_the_screen_of_a_check(screen: SnapshotAssertion) -> None:
    """The result of a check is as somebody last approved it."""
    assert run("data", "check").out.replace(str(builtin_pack()), "DATA") == screen


@pytest.mark.parametrize("way", ["argument", "option", "environment"])
def test_a_pack_laid_over(way: str, overriding: Path) -> None:
    """A pack is checked wherever it is named, and what it overrides is said."""
    arguments = {"argument": [str(overriding)], "option": ["--data", str(overriding)]}.get(way, [])
    env = {"CAREERCLI_DATA": str(overriding)} if way == "environment" else {}

    document = run("data", "check", *arguments, "--json", env=env).document

    assert document["packs"] == [str(builtin_pack()), str(overriding)]
    assert len(document["overridden"]) == 1
    assert "empathy" in document["overridden"][0]
    assert run("data", "check", *arguments, env=env).out.splitlines()[-1].startswith("Overridden: ")


def test_a_pack_in_use(overriding: Path) -> None:
    """A pack changes what every command says, and standard error tells that something was overridden."""
    for arguments, env in (
        (["--data", str(overriding)], {}),
        ([], {"CAREERCLI_DATA": str(overriding)}),
    ):
        result = run("skill", "show", "empathy", "--json", *arguments, env=env)

        assert result.document["name"] == "Kindness"
        assert result.err.startswith("Note: the packs given override ")
        assert "empathy" in result.err
    assert run("skill", "show", "empathy", "--json").document["name"] != "Kindness"


def test_an_option_takes_the_place_of_the_environment(overriding: Path, home: Path) -> None:
    """--data says which packs are meant; CAREERCLI_DATA is for when nothing is said."""
    other = write_pack(home / "other")

    document = run(
        "data", "where", "--json", "--data", str(other), env={"CAREERCLI_DATA": str(overriding)}
    ).document

    assert document["packs"] == [str(other)]


def test_every_problem_is_told_at_once(home: Path) -> None:
    """A pack with problems ends in exit code 4, and one run names each with file, line, column and key."""
    pack = write_pack(
        home / "pack",
        skills_empathy=EMPATHY.replace("group: customers", "group: custmers").replace("hours:", "hour:", 1),
        skills_extra="schema: careercli/skill@1\nid: extra\nid: again\n",
        roles_odd="schema: [\n",
    )

    for arguments in (["data", "check", str(pack)], ["skill", "list", "--data", str(pack)]):
        result = run(*arguments)

        assert (result.code, result.out) == (ExitCode.INVALID, "")
        first, *problems = result.err.splitlines()
        assert first == f"careercli: The role data has {len(problems)} problems."
        assert [problem.strip().split(": ")[0].split(":")[0] for problem in problems] == sorted(
            problem.strip().split(": ")[0].split(":")[0] for problem in problems
        )
        assert any("skills/empathy.yaml:" in problem and "hour" in problem for problem in problems)
        assert any("skills/extra.yaml:3:1" in problem for problem in problems)
        assert any("roles/odd.yaml:" in problem for problem in problems)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda folder: folder, "There is no folder"),
        (lambda folder: folder.mkdir() or folder, "is not a pack: it has no pack.yaml."),
        (lambda folder: folder.write_text("x") and folder, "There is no folder"),
    ],
    ids=["missing", "empty", "file"],
)
def test_what_is_no_pack(make: object, message: str, tmp_path: Path) -> None:
    """A folder that is none, or no pack, is not found, whichever command it is given to."""
    assert callable(make)
    folder = str(make(tmp_path / "pack"))

    for arguments in (
        ["data", "check", folder],
        ["path", "--data", folder],
        ["--data", folder, "data", "export"],
    ):
        result = run(*arguments)

        assert (result.code, result.out) == (ExitCode.NOT_FOUND, "")
        assert message in result.err


def test_export_is_the_whole_catalog() -> None:
    """The export is one document with everything, the same with and without --json."""
    result = run("data", "export")

    assert json.loads(result.out)["schema"] == "careercli/catalog@1"
    assert result.stdout == run("data", "export", "--json").stdout
    assert len(result.document["skills"]) >= 40


def test_where_everything_is(home: Path) -> None:
    """The folders are those that are used, and asking makes none of them."""
    document = run("data", "where", "--json").document

    assert document["builtin"] == str(builtin_pack())
    assert document["profiles"] == str(home / "data" / "careercli" / "profiles")
    assert document["draft"] == str(home / "state" / "careercli" / "interview-draft.yaml")
    assert not (home / "data").exists()
    assert not (home / "state").exists()
    lines = run("data", "where").out.splitlines()
    assert [line.split(": ")[1] for line in lines] == [
        document[name] for name in ("builtin", "profiles", "draft", "cache")
    ]


def test_where_loads_no_pack(tmp_path: Path) -> None:
    """Where things are can be asked while a pack is broken."""
    broken = write_pack(tmp_path / "broken", skills_x="schema: [")

    assert run("data", "where", "--data", str(broken)).code == 0
