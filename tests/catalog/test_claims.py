"""Names that two things of a kind claim, in one pack and across packs."""

from __future__ import annotations

from pathlib import Path

import pytest

from careercli.catalog import check_packs
from tests.catalog.pack_builder import PACK, skill_file, write_pack

HEAD = {"pack.yaml": PACK["pack.yaml"]}


def told(*folders: Path) -> list[tuple[str, str, str]]:
    """Return what is wrong: file within its pack, key and message."""
    return [
        ("/".join(Path(problem.file).parts[-2:]), problem.key, problem.message)
        for problem in check_packs(folders)[1]
    ]


@pytest.mark.parametrize(
    ("role", "key", "name"),
    [
        ("name: Helper\n", "name", "Helper"),
        ("name: HELPER\n", "name", "HELPER"),
        ("name: Idler\naliases: [Lazy, helper]\n", "aliases[1]", "helper"),
    ],
)
def test_two_roles_do_not_share_a_name(tmp_path: Path, role: str, key: str, name: str) -> None:
    """In one pack or in two: whoever asks for the name would get one of them by chance."""
    text = f"schema: careercli/role@1\nid: idler\n{role}summary: Idles.\n"
    expected = ("roles/idler.yaml", key, f"'{name}' already means the role helper")
    below = write_pack(tmp_path / "below")
    assert expected in told(below, write_pack(tmp_path / "above", {**HEAD, "roles/idler.yaml": text}))
    assert expected in told(write_pack(tmp_path / "one", {**PACK, "roles/idler.yaml": text}))


@pytest.mark.parametrize(
    ("file", "entry", "key", "message"),
    [
        (
            "tools",
            "{name: Quill, what: W., skills: [], aliases: [biro]}",
            "aliases[0]",
            "'biro' already names Pen",
        ),
        ("tools", "{name: Biro, what: W., skills: []}", "name", "'Biro' already names Pen"),
        (
            "certificates",
            "{name: Other, issuer: I, text: T., skills: [], sources: [own], aliases: [CPH]}",
            "aliases[0]",
            "'CPH' already names Certified Helper",
        ),
    ],
)
def test_a_name_that_a_pack_below_has_is_taken(
    tmp_path: Path, file: str, entry: str, key: str, message: str
) -> None:
    """It is told in the pack that claims it again."""
    text = f"schema: careercli/{file}@1\n{file}:\n  - {entry}\n"
    above = write_pack(tmp_path / "above", {**HEAD, f"{file}.yaml": text})
    assert told(write_pack(tmp_path / "below"), above) == [
        (f"above/{file}.yaml", f"{file}[0].{key}", message)
    ]


def test_the_names_of_what_is_laid_over_are_free(tmp_path: Path) -> None:
    """A tool that takes the place of another leaves the aliases of that one to others."""
    text = (
        "schema: careercli/tools@1\ntools:\n  - {name: Pen, what: W., skills: []}\n"
        "  - {name: Biro, what: W., skills: []}\n"
    )
    above = write_pack(tmp_path / "above", {**HEAD, "tools.yaml": text})
    assert told(write_pack(tmp_path / "below"), above) == []


def test_a_skill_is_told_of_a_name_that_lies_below(tmp_path: Path) -> None:
    """An id that is an alias below is told where it is new, as nobody can edit what lies below."""
    below = write_pack(tmp_path / "below")
    skill = skill_file("typing").replace("name: Typing", "name: Live talk")
    above = write_pack(tmp_path / "above", {**HEAD, "skills/typing.yaml": skill})
    assert told(below, above) == [
        ("skills/typing.yaml", "name", "'Live talk' already means the skill chatting")
    ]


@pytest.mark.parametrize("aliases", ["", "Biro", "Ink, Biro"])
def test_a_tool_that_is_there_twice_is_one_finding(tmp_path: Path, aliases: str) -> None:
    """Whatever its second entry claims beside the name."""
    entry = f"  - {{name: Pen, what: W., skills: [], aliases: [{aliases}]}}\n"
    files = {**PACK, "tools.yaml": PACK["tools.yaml"] + entry}
    pack = write_pack(tmp_path / "pack", files)
    assert told(pack) == [("pack/tools.yaml", "tools[2].name", "the tool 'Pen' is there twice")]
