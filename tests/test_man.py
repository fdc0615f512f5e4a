"""The manual page is true, and a page."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

import careercli
from careercli.domain.settings import SETTINGS
from careercli.errors import ExitCode
from tests.every import EVERY
from tests.running import run

FOLDER = Path(__file__).parent.parent / "docs" / "man"
PAGE = FOLDER / "careercli.1"
TEXT = PAGE.read_text(encoding="ascii")
PLAIN = TEXT.replace(r"\-", "-").replace(r"\(ti", "~").replace(r"\e", "\\")

CHECKS = {
    "groff": ["groff", "-man", "-Tutf8", "-ww", "-z"],
    "mandoc": ["mandoc", "-T", "lint", "-W", "warning"],
}


def _writer() -> ModuleType:
    specification = importlib.util.spec_from_file_location("write_man", FOLDER / "write.py")
    assert specification
    assert specification.loader
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def test_the_page_says_what_the_commands_say() -> None:
    """The page is the one that the commands make; after a change, ``make man`` writes it again."""
    assert _writer().page() == TEXT


@pytest.mark.parametrize("path", [path for path in EVERY if path])
def test_every_command_is_on_the_page(path: str) -> None:
    """Each command has a part of its own, with all that its help lists."""
    part = re.search(rf"^\.SS careercli {re.escape(path)} .*?(?=^\.S[SH])", PLAIN, re.DOTALL | re.MULTILINE)
    assert part

    help_text = run(*path.split(), "--help").out
    listed = re.findall(r"^  (?:-\w, )?(--[a-z-]+|\[?[A-Z_]+\]?)", help_text, re.MULTILINE)
    options, _, facts = PLAIN.partition(".SH COMMANDS")[0].partition(".SH FACTS")
    shared = "".join(re.findall(r"^\.B .*", options + (facts if "[FACTS]" in part[0] else ""), re.MULTILINE))

    for name in listed:
        assert name in part[0] or name in shared


def test_every_variable_is_on_the_page() -> None:
    """Whatever is read from the environment is told."""
    package = Path(careercli.__file__).parent
    code = "".join(path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
    read = {"VISUAL", "EDITOR", "FORCE_COLOR"}
    read |= {setting.variable for setting in SETTINGS if setting.variable}
    read |= set(re.findall(r'''environ(?:\.get\(|\[)"([A-Z]\w+)"''', code))
    environment = PLAIN.partition(".SH ENVIRONMENT")[2].partition(".SH")[0]

    assert {"CAREERCLI_DATA", "NO_COLOR"} < read
    assert all(name in environment for name in read)


def test_every_place_is_on_the_page(home: Path) -> None:
    """Whatever is kept for a person is told, with where it is."""
    files = PLAIN.partition(".SH FILES")[2].partition(".SH")[0]
    places = run("data", "where", "--json").document
    kept = set(places) - {"schema", "builtin", "packs", "cache"}

    assert len(kept) > 5
    for name in kept:
        assert (
            f"_HOME{places[name].removeprefix(str(home / 'data')).removeprefix(str(home / 'state'))}" in files
        )


def test_every_exit_code_is_on_the_page() -> None:
    """The exit codes are those of the program."""
    part = PLAIN.partition(".SH EXIT STATUS")[2].partition(".SH")[0]

    assert re.findall(r"^\.B (\d+)", part, re.MULTILINE) == [str(code.value) for code in ExitCode]


@pytest.mark.parametrize("program", CHECKS)
def test_programs_that_format_it_have_nothing_to_say(program: str) -> None:
    """The page is one without a warning."""
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not here")

    done = subprocess.run([*CHECKS[program], PAGE], capture_output=True, text=True, check=False, timeout=60)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
