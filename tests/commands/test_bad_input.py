"""Files and streams that are no profile: each ends with its exit code and one clear message."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from careercli.errors import ExitCode
from tests.files import PROFILE
from tests.running import Result, run

HEAD = "schema: careercli/profile@1\n"
YEARS = "experience: {support_years: 3}\n"


def profile(more: str) -> str:
    """Return a profile that says more than it has to, from line 3 on."""
    return f"{HEAD}{YEARS}{more}\n"


def years(value: str) -> str:
    """Return a profile with some value for its support years."""
    return f"{HEAD}experience:\n  support_years: {value}\n"


BROKEN = {
    "text for years": (years("three"), ":3:3: experience.support_years: "),
    "negative years": (years("-1"), ":3:3: experience.support_years: must be a number of years from 0 to 60"),
    "absurd years": (years("61"), ":3:3: experience.support_years: must be a number of years from 0 to 60"),
    "huge years": (years("9" * 400), ":3:18: "),
    "nan": (years(".nan"), ":3:18: "),
    "infinity": (years(".inf"), ":3:18: "),
    "a list for years": (years("[1]"), ":3:3: experience.support_years: "),
    "no years": (HEAD, "experience: is missing"),
    "no schema": (YEARS, "schema"),
    "another schema": ("schema: careercli/pack@1\n" + YEARS, ":1:1: schema: "),
    "a newer schema": ("schema: careercli/profile@2\n" + YEARS, ":1:1: schema: "),
    "a number for a name": (profile("name: 5"), ":3:1: name: "),
    "text for a switch": (profile("leads_people: sometimes"), ":3:1: leads_people: "),
    "yes for a switch": (profile("leads_people: yes"), ":3:1: leads_people: "),
    "no hours": (profile("hours_per_week: 0"), ":3:1: hours_per_week: "),
    "level 5": (profile("skills: {ticketing: 5}"), ":3:10: skills.ticketing: "),
    "level -1": (profile("skills: {ticketing: -1}"), ":3:10: skills.ticketing: "),
    "half a level": (profile("skills: {ticketing: 2.5}"), ":3:10: skills.ticketing: "),
    "a level in quotes": (profile("skills: {ticketing: '3'}"), ":3:10: skills.ticketing: "),
    "true for a level": (profile("skills: {ticketing: true}"), ":3:10: skills.ticketing: "),
    "a list of skills": (profile("skills: [ticketing]"), ":3:1: skills: "),
    "an unknown key": (profile("skils: {ticketing: 3}"), "Did you mean 'skills'?"),
    "an unknown key inside": (HEAD + "experience: {suport_years: 3}\n", "Did you mean 'support_years'?"),
    "an unknown skill": (profile("skills:\n  ticketting: 3"), ":4:3: skills.ticketting: "),
    "the nearest skill": (profile("skills:\n  ticketting: 3"), "Did you mean 'ticketing'?"),
    "an unknown tier": (profile("goal: directr"), "Did you mean 'director'?"),
    "one skill twice": (profile("skills: {coaching: 2, Mentoring: 3}"), "is the same skill as 'coaching'"),
    "a gate not applicable": (
        profile("not_applicable: {communication: No}"),
        "is a must-have of Junior Specialist",
    ),
    "a duplicate key": (profile("name: A\nname: B"), ":4:1: name: "),
    "an anchor": (profile("name: &a Dana"), ":3:"),
    "an alias": (profile("name: *a"), ":3:"),
    "a merge key": (profile("<<: {name: Dana}"), ":3:"),
    "a tag": (profile("name: !!python/object/apply:os.system [ls]"), ":3:"),
    "a bomb": ("a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n", ":1:"),
    "nested brackets": ("[" * 100_000, ":1:"),
    "nested brackets in YAML": ("a: " + "[" * 100_000, ":1:"),
    "nested braces": ('{"a":' * 100_000, ":1:"),
    "nested lists": ("- " * 100_000, ":1:"),
    "nothing": ("", "is empty"),
    "only white space": (" \n\n", "is empty"),
    "only a comment": ("# later\n", "is empty"),
    "a word": ("hello\n", ""),
    "a list": ("- a\n", ""),
    "null": ("null\n", ""),
    "two documents": (PROFILE + "---\n" + PROFILE, ""),
    "a tab": ("\tschema: x\n", ":1:"),
    "an open quote": (profile('name: "Dana'), ""),
    "an open JSON": ('{"schema": "careercli/profile@1"', ""),
    "a JSON comma": ('{"schema": "careercli/profile@1",}', ":1:"),
    "a JSON duplicate": ('{"schema": "careercli/profile@1", "schema": "b"}', ":1:"),
    "a JSON NaN": ('{"schema": "careercli/profile@1", "experience": {"support_years": NaN}}', ":1:"),
    "a JSON infinity": ('{"schema": "careercli/profile@1", "experience": {"support_years": 1e999}}', ":1:"),
    "a JSON huge number": (f'{{"experience": {{"support_years": {"9" * 5000}}}}}', ":1:"),
    "a NUL": (profile("name: a\0b"), ":3:"),
    "an escape": (profile("name: a\x1b[31mb"), ":3:"),
}


def clear(result: Result, code: ExitCode) -> None:
    """Check that a run ended with a code, nothing on standard output, and a message that can be shown."""
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith("careercli: ")
    assert "Traceback" not in result.err
    assert "unexpected fault" not in result.err
    assert all(line.isprintable() for line in result.err.splitlines())
    assert all(len(line) < 400 for line in result.err.splitlines())


@pytest.mark.parametrize("way", ["file", "stdin"])
@pytest.mark.parametrize("case", BROKEN)
def test_broken_profiles(case: str, way: str, home: Path) -> None:
    """A broken profile is told with file, line, column and key, in a moment, from a file as from a pipe."""
    text, fragment = BROKEN[case]
    Path("p.yaml").write_text(text)
    started = time.process_time()

    result = run("assess", "p.yaml") if way == "file" else run("assess", "-", stdin=text)

    clear(result, ExitCode.INVALID)
    name = "p.yaml" if way == "file" else "standard input"
    assert result.err.startswith(f"careercli: {name} ")
    assert f"\n  {name}" in result.err
    assert fragment in result.err
    assert time.process_time() - started < 5


def test_a_date_is_text(home: Path) -> None:
    """What looks like a date that is none is a name like any other."""
    result = run("assess", "-", "--json", stdin=profile("name: 2024-13-45"))

    assert result.document["profile"]["name"] == "2024-13-45"


def test_every_problem_at_once(home: Path) -> None:
    """A profile with several problems tells all of them in one run, in the order of the file."""
    Path("p.yaml").write_text(
        HEAD
        + "experience: {support_years: 99, leadin_years: 1}\nskills:\n  ticketting: 3\n  crm: 9\ngoal: 7\n"
    )

    result = run("assess", "p.yaml")

    clear(result, ExitCode.INVALID)
    assert result.err.splitlines()[0] == f"careercli: p.yaml has {len(result.err.splitlines()) - 1} problems."
    lines = [int(line.split(":")[1]) for line in result.err.splitlines()[1:]]
    assert lines == sorted(lines)
    assert {2, 5, 6} <= set(lines)


@pytest.mark.parametrize(
    ("data", "fragment"),
    [
        (PROFILE.encode("utf-16"), "is not UTF-8 but UTF-16 or UTF-32"),
        (PROFILE.encode("utf-16-le"), "is not UTF-8 but UTF-16 or UTF-32"),
        (PROFILE.encode("utf-32"), "is not UTF-8 but UTF-16 or UTF-32"),
        (PROFILE.encode() + b"name: Zo\xeb\n", ":3:9: byte 0xeb is not UTF-8"),
        (b"\xff\xff\xff", "is not UTF-8"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is not UTF-8"),
        (b"\x1f\x8b\x08\x00", "is not UTF-8"),
        (b"PK\x03\x04\x14\x00", ""),
    ],
    ids=lambda value: repr(value[:12]),
)
def test_bytes_that_are_no_text(data: bytes, fragment: str, home: Path) -> None:
    """A file in another encoding, or no text at all, is told as such."""
    Path("p.yaml").write_bytes(data)

    for result in (run("assess", "p.yaml"), run("assess", "-", stdin=data)):
        clear(result, ExitCode.INVALID)
        assert fragment in result.err


@pytest.mark.parametrize(
    "text", [PROFILE, '{"schema": "careercli/profile@1", "experience": {"support_years": 3}}']
)
def test_a_mark_at_the_start(text: str, home: Path) -> None:
    """A byte order mark, as some editors leave, is no problem; nor are the line ends of other systems."""
    Path("p.yaml").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

    assert run("assess", "p.yaml").code == 0
    assert run("assess", "-", stdin=Path("p.yaml").read_bytes()).code == 0


@pytest.mark.parametrize("start", ["schema: careercli/profile@1\n#", '{"a": "', "[", "- a\n", "\0"])
def test_fifty_megabytes(start: str, home: Path) -> None:
    """A file that is far too large is refused before it is read."""
    with Path("p.yaml").open("wb") as file:
        file.write(start.encode())
        file.truncate(50 * 1024 * 1024)
    started = time.process_time()

    result = run("assess", "p.yaml")

    clear(result, ExitCode.INVALID)
    assert "p.yaml: is larger than 2048 KiB. Is it the right file?" in result.err
    assert time.process_time() - started < 2


def test_an_endless_input() -> None:
    """So is a pipe that does not end where a profile should."""
    result = run("assess", "-", stdin=b"#" * (3 * 1024 * 1024))

    clear(result, ExitCode.INVALID)
    assert "standard input: is larger than 2048 KiB" in result.err


@pytest.mark.parametrize(
    "name", ["nowhere.yaml", "no/where.json", "nowhere.YML", "./nowhere", "file.txt/inside.yaml"]
)
def test_files_that_are_not_there(name: str, home: Path) -> None:
    """A file that is not there is not found."""
    Path("file.txt").write_text("x")

    result = run("assess", name)

    clear(result, ExitCode.NOT_FOUND)
    assert result.err.startswith(f"careercli: There is no file {Path(name)}.")


@pytest.mark.parametrize("name", ["folder", "folder.yaml", ".", "..", "/"])
def test_folders(name: str, home: Path) -> None:
    """A folder is no profile, and cannot be read as one."""
    for made in ("folder", "folder.yaml"):
        Path(made).mkdir()

    result = run("assess", name)

    clear(result, ExitCode.STORAGE)
    assert "is a folder.\n  Name a YAML or JSON file in it." in result.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_files_that_may_not_be_read(home: Path) -> None:
    """A file that may not be read is told apart from one that is not there."""
    Path("p.yaml").write_text(PROFILE)
    Path("p.yaml").chmod(0)

    result = run("assess", "p.yaml")

    clear(result, ExitCode.STORAGE)
    assert "Permission denied" in result.err


@pytest.mark.parametrize("name", ["x" * 300 + ".yaml", "x" * 300, "a\0b", "a\0b.yaml", "\udc80\udcff.yaml"])
def test_names_that_no_file_can_have(name: str, home: Path) -> None:
    """A name that no file can have is a message, not a fault."""
    result = run("assess", name)

    assert result.code in {ExitCode.STORAGE, ExitCode.NOT_FOUND}
    clear(result, ExitCode(result.code))


def test_a_pipe_that_nobody_writes_to(home: Path) -> None:
    """A named pipe without a writer reads as empty, instead of waiting for ever."""
    os.mkfifo("p.yaml")

    result = run("assess", "p.yaml")

    clear(result, ExitCode.INVALID)
    assert "is empty" in result.err


def test_no_input_at_all() -> None:
    """Where a run has no standard input, a profile cannot come from it."""
    result = run("assess", "-", stdin=None)

    clear(result, ExitCode.STORAGE)
    assert result.err == "careercli: Standard input is closed.\n  Name a file instead of '-'.\n"


@pytest.mark.parametrize("command", ["plan", "path"])
def test_every_command_reads_alike(command: str, home: Path) -> None:
    """A broken profile is the same message whichever command reads it."""
    Path("p.yaml").write_text(profile("skils: {}"))

    assert run(command, "p.yaml") == run("assess", "p.yaml")
    assert run("what-if", "p.yaml", "--support-years", "+1") == run("assess", "p.yaml")
