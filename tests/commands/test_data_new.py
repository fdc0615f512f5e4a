from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from unittest.mock import patch

import pytest

from careercli.catalog import builtin_pack, check_packs
from careercli.domain.sections import SECTIONS
from careercli.errors import ExitCode
from tests.catalog.pack_builder import pack_files
from tests.running import DAY, run


@pytest.fixture
def pack(home: Path) -> Path:
    """Return a pack as ``data new`` wrote it."""
    folder = home / "made" / "here"
    result = run("data", "new", str(folder))
    assert (result.code, result.err) == (0, "")
    return folder


def test_a_new_pack_passes_the_check(pack: Path) -> None:
    """What is written can be laid over the built-in pack as it stands: it adds, and overrides nothing."""
    document = run("data", "check", str(pack), "--json").document
    alone = run("data", "check", "--json").document

    assert document["overridden"] == []
    assert document["ladders"] == alone["ladders"] + 1
    assert document["tiers"] == alone["tiers"] + 3
    assert document["skills"] == alone["skills"] + 1
    assert document["sources"] == alone["sources"] + 1
    assert document["personas"] == alone["personas"] + 1


def test_a_new_pack_takes_no_name(pack: Path) -> None:
    """No id of it, of whatever kind, is one that the built-in pack has."""
    both, problems = check_packs([builtin_pack(), pack])
    alone, _ = check_packs([builtin_pack()])

    assert not problems
    assert both
    assert alone
    own = re.findall(r"^\s*-? ?id: (\S+)", "".join(p.read_text() for p in pack_files(pack)), re.MULTILINE)
    catalog = alone.catalog.catalog
    known = {
        item.id
        for items in (catalog.ladders, catalog.skills, catalog.groups, catalog.roles)
        for item in items
    }
    known |= {tier.id for tier in catalog.ladder.tiers} | {
        item.id for item in (*catalog.sources, *catalog.personas)
    }
    assert len(own) >= 9
    assert not known & set(own)
    assert not set(catalog.skill_names) & {"returns", "handling returns", "returns and exchanges"}
    assert [
        tool.name for tool in both.library.tools if tool.name not in alone.library.tool_names.values()
    ] == ["Carrier tracking portal"]


def test_a_new_guide_has_the_sections_of_every_guide(pack: Path) -> None:
    """Its guide holds those sections that every guide must have, and shows each of them in full."""
    core = [name for name, kind in SECTIONS.items() if kind.core]

    document = run("--data", str(pack), "role", "show", "web-shop-support", "--json").document

    assert list(document["sections"]) == core
    for name in core:
        assert run("--data", str(pack), "role", "show", "shop support", "--section", name).code == 0


def test_the_person_of_a_new_pack_has_somewhere_to_go(pack: Path) -> None:
    """The made-up person stands on the new ladder, below their goal, with gaps and steps."""
    document = run("--data", str(pack), "demo", "robin", "--json", "--as-of", DAY).document

    assert document["ladder"] == "web-shop-support"
    assert document["placement"]["current"] == "shop-support-senior"
    assert document["goal"] == "shop-support-lead"
    assert document["gaps"]
    assert any(step["skill"] == "returns-and-exchanges" for step in document["steps"])


def test_what_was_written_is_told(home: Path) -> None:
    """Every file is named, in the order in which to read them, and so is what to do next."""
    document = run("data", "new", "one", "--json").document
    lines = run("data", "new", "two").out.splitlines()

    written = sorted(p.relative_to("one").as_posix() for p in Path("one").rglob("*") if p.is_file())
    assert sorted(document["files"]) == written
    assert document["files"][:4] == [
        "README.md",
        "pack.yaml",
        "sources.yaml",
        "skills/returns-and-exchanges.yaml",
    ]
    assert (document["schema"], document["id"], document["folder"]) == (
        "careercli/new-pack@1",
        "web-shop",
        "one",
    )
    shown = [name for name in document["files"] if not name.startswith(".")]
    assert lines[: len(shown) + 1] == ["Written to two:", *(f"  {name}" for name in shown)]
    assert lines[-3:] == [f"  {line.replace('one', 'two')}" for line in document["next"]]


def test_what_to_do_next_works(home: Path) -> None:
    """The commands that are told can be typed as they stand, also where the folder's name has a space."""
    document = run("data", "new", "my own pack", "--json").document

    for line in document["next"]:
        assert "'my own pack'" in line
        result = run(*(word.strip("'") for word in re.findall(r"'[^']+'|\S+", line)[1:]))
        assert (result.code, bool(result.out)) == (0, True)


def test_the_commands_of_its_readme_work(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads the new README can type every command in it, in the new folder."""
    monkeypatch.chdir(pack)
    commands = re.findall(r"^    careercli (.+)$", Path("README.md").read_text(), re.MULTILINE)

    assert len(commands) == 8
    for command in commands:
        assert run(*command.split()).code == 0, command


def test_its_readme_names_every_file(pack: Path) -> None:
    """Each file is in the table of the README, and nothing else is."""
    named = re.findall(r"^\| `([^`]+)` \|", (pack / "README.md").read_text(), re.MULTILINE)

    assert sorted(named) == [path.relative_to(pack).as_posix() for path in pack_files(pack)]


def test_editors_find_the_schemas(pack: Path) -> None:
    """The first line of each file leads to the schema of its form, which is what ``data schema`` prints."""
    for path in pack_files(pack):
        first, *rest = path.read_text().splitlines()
        target = (path.parent / first.removeprefix("# yaml-language-server: $schema=")).resolve()
        schema = next(line.removeprefix("schema: ") for line in rest if line.startswith("schema: "))
        assert target.parent == pack.resolve() / ".schemas"
        assert target.read_bytes() == run("data", "schema", schema).stdout


def test_every_file_teaches(pack: Path) -> None:
    """Each file says in comments how it is written, and is narrow enough to read."""
    for number, name in enumerate(
        ("pack", "sources", "skills/", "ladders/", "roles/", "guides/", "tools", "personas/"), 1
    ):
        (path,) = [p for p in pack_files(pack) if p.relative_to(pack).as_posix().startswith(name)]
        lines = path.read_text().splitlines()
        assert lines[1].startswith(f"# {number}. ")
        assert max(map(len, lines)) <= 120


def test_an_id_of_its_own(home: Path) -> None:
    """--id is the id of the pack, and nothing else changes."""
    for name, more in (("one", []), ("two", ["--id", "my-shop-2"])):
        assert run("data", "new", name, *more).code == 0

    differing = [
        path.relative_to("one").as_posix()
        for path in Path("one").rglob("*")
        if path.is_file() and path.read_bytes() != (Path("two") / path.relative_to("one")).read_bytes()
    ]
    assert differing == ["pack.yaml"]
    assert "\nid: my-shop-2\n" in Path("two/pack.yaml").read_text()
    assert run("data", "check", "two").code == 0


@pytest.mark.parametrize("name", ["My shop", "", "-x-", "a" * 61, "x\ny", "\u202e"])
def test_an_id_that_is_none(name: str, home: Path) -> None:
    """A wrong id is wrong usage, and nothing is written."""
    result = run("data", "new", "one", f"--id={name}")

    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert "is not an id" in result.err
    assert "\u202e" not in result.err
    assert not Path("one").exists()


@pytest.mark.parametrize("what", ["file.txt", ".hidden", "pack.yaml"])
def test_nothing_is_ever_overwritten(what: str, home: Path) -> None:
    """A folder with anything in it is left exactly as it is."""
    Path("full").mkdir()
    (Path("full") / what).write_text("mine")

    result = run("data", "new", "full")

    assert (result.code, result.out) == (ExitCode.STORAGE, "")
    assert result.err.splitlines()[0] == "careercli: full is not empty, and nothing is ever overwritten."
    assert [path.name for path in Path("full").iterdir()] == [what]
    assert (Path("full") / what).read_text() == "mine"


def test_an_empty_folder_is_used(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is there and empty is written into, the current one too."""
    Path("empty").mkdir()
    monkeypatch.chdir("empty")

    assert run("data", "new", ".").code == 0
    assert run("data", "check", ".").code == 0


def test_a_file_in_its_place(home: Path) -> None:
    """Where a file has the name, or stands on the way, nothing is written."""
    Path("file").write_text("mine")

    for folder in ("file", "file/deeper"):
        result = run("data", "new", folder)

        assert (result.code, result.out) == (ExitCode.STORAGE, "")
        assert f"{folder} could not be written" in result.err
    assert Path("file").read_text() == "mine"


def test_where_nobody_may_write(home: Path) -> None:
    """A place where no folder can be made is a failure to save."""
    with patch.object(Path, "mkdir", side_effect=PermissionError(13, "Permission denied")):
        result = run("data", "new", "locked/pack")

    assert (result.code, result.out) == (ExitCode.STORAGE, "")
    assert result.err.splitlines()[0] == "careercli: locked/pack could not be written: Permission denied."


@pytest.mark.parametrize("after", [0, 1, 5, 15])
def test_a_disk_that_fills_up_leaves_nothing_behind(after: int, home: Path) -> None:
    """When writing fails in the middle, what was written is removed, made folders too, and others stay."""
    Path("above").mkdir()
    real, opened = Path.open, []

    def full(self: Path, mode: str = "r", *rest: object, **more: object) -> object:
        if mode == "xb":
            opened.append(self)
            if len(opened) > after:
                raise OSError(28, "No space left on device")
        return real(self, mode, *rest, **more)  # type: ignore[call-overload]

    with patch.object(Path, "open", full):
        result = run("data", "new", "above/one/two")

    assert (result.code, result.out) == (ExitCode.STORAGE, "")
    assert (
        result.err.splitlines()[0]
        == "careercli: above/one/two could not be written: No space left on device."
    )
    assert list(Path("above").iterdir()) == []


def test_files_get_the_permissions_of_new_ones(home: Path) -> None:
    """A pack is there to be shared: its files and folders are as open as the system makes new ones."""
    before = os.umask(0o027)
    try:
        run("data", "new", "one")
    finally:
        os.umask(before)

    modes = {
        (path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in (Path("one"), *Path("one").rglob("*"))
    }
    assert modes == {(True, 0o750), (False, 0o640)}


def test_a_hostile_folder_is_shown_safely(home: Path) -> None:
    """What a terminal would act on in a name is not sent to it."""
    result = run("data", "new", "a\x1b[31m\nb")

    assert result.code == 0
    assert "\x1b" not in result.out
    assert result.out.splitlines()[1] == "  README.md"
