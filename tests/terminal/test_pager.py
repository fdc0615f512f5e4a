from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.running import run
from tests.terminal.terminal import Keys, Terminal

pytestmark = [pytest.mark.terminal, pytest.mark.usefixtures("home")]

LONG = ("role", "show", "customer-support-manager", "--section", "pay")
SHORT = ("role", "show", "customer-support-manager")

PAGER = """\
import os, signal, sys
signal.signal(signal.SIGINT, lambda *_: os.write(1, b"STILL HERE\\n"))
text = sys.stdin.read()
print("PAGED", len(text.splitlines()), "lines", flush=True)
with open("/dev/tty") as keys:
    print("LEFT WITH", keys.readline().strip(), flush=True)
"""
"""A pager that says what it was given, and goes on when it is interrupted, as less does."""


@pytest.fixture
def pager(tmp_path: Path) -> str:
    """Return the command of a pager that can be watched."""
    script = tmp_path / "pager.py"
    script.write_text(PAGER)
    return f"{sys.executable} {script}"


def test_long_pages_go_through_the_pager(pager: str) -> None:
    """What is longer than the terminal is shown in $PAGER, whole, until it is left."""
    whole = len(run(*LONG).out.splitlines())
    with Terminal(*LONG, env={"PAGER": pager}) as terminal:
        terminal.wait_for(f"PAGED {whole} lines")
        terminal.press("q", Keys.ENTER)
        terminal.wait_for("LEFT WITH q")

        assert terminal.wait_for_end() == 0
        assert "[1] Customer Support Manager Career Path Guide" not in terminal.text


@pytest.mark.skipif(shutil.which("less") is None, reason="it is about less")
def test_less_says_how_to_get_on_and_out() -> None:
    """Whoever has never met a pager reads the two keys at its foot, in a narrow terminal too."""
    with Terminal(*LONG, columns=40, env={"PAGER": "less"}) as terminal:
        terminal.wait_for("Space for more, q when done")
        terminal.press("G")
        terminal.wait_for("The end, q when done")
        terminal.press("q")

        assert terminal.wait_for_end() == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("assess", "--help"),
        ("data", "schema", "profile"),
        ("data", "schema"),
        ("skill", "show", "coaching"),
        ("completion", "bash"),
        ("demo", "dana", "--full"),
    ],
)
def test_one_rule_pages_whatever_is_longer_than_the_terminal(arguments: tuple[str, ...], pager: str) -> None:
    """Screens, help and documents to copy from alike."""
    with Terminal(*arguments, rows=12, env={"PAGER": pager}) as terminal:
        terminal.wait_for("PAGED")
        terminal.press("q", Keys.ENTER)
        terminal.wait_for("LEFT WITH q")


def test_lines_wider_than_the_terminal_count_as_several(pager: str, people: Path) -> None:
    """What wraps needs the pager sooner."""
    few = ("plan", str(people / "dana.yaml"), "--format", "csv", "-o", "-")
    with Terminal(*few, rows=24, columns=40, env={"PAGER": pager}) as terminal:
        terminal.wait_for("PAGED")
        terminal.press("q", Keys.ENTER)


@pytest.mark.parametrize("person", ["dana", "maya", "priya"])
def test_a_result_never_needs_the_pager(person: str, people: Path, pager: str) -> None:
    """Where am I, what is missing and what to do now fit any terminal."""
    with Terminal("assess", str(people / f"{person}.yaml"), env={"PAGER": pager}) as terminal:
        assert terminal.wait_for_end() == 0
        assert "PAGED" not in terminal.text


def test_ctrl_c_is_the_pagers_own_business(pager: str) -> None:
    """Ctrl-C in the pager ends nothing but what the pager was doing."""
    with Terminal(*LONG, env={"PAGER": pager}) as terminal:
        terminal.wait_for("PAGED")
        terminal.press(Keys.CTRL_C)
        terminal.wait_for("STILL HERE")
        terminal.press("q", Keys.ENTER)
        terminal.wait_for("LEFT WITH q")

        assert terminal.wait_for_end() == 0


@pytest.mark.parametrize(
    ("arguments", "rows", "own"),
    [
        (SHORT, 40, None),
        (LONG, 24, ""),
        (LONG, 24, "cat"),
        (LONG, 24, "no-such-pager --at-all"),
        (LONG, 24, "false"),
        (LONG, 24, "cat | cat"),
        (LONG, 24, "less 'unclosed"),
        ((*LONG, "--accessible"), 24, None),
        ((*LONG, "--no-input"), 24, None),
        ((*LONG, "--json"), 24, None),
    ],
)
def test_what_is_printed_plainly(arguments: tuple[str, ...], rows: int, own: str | None, pager: str) -> None:
    """What fits, what a program or a screen reader reads, and what no pager shows is printed as it is."""
    with Terminal(*arguments, rows=rows, env={"PAGER": pager if own is None else own}) as terminal:
        assert terminal.wait_for_end() == 0
        assert "PAGED" not in terminal.text
        words = " ".join(" ".join(terminal.scrolled).split())
        assert "customer-support-manager" in words or "Career Path Guide" in words


def test_into_a_file_nothing_is_paged(pager: str, tmp_path: Path) -> None:
    """Where standard output is no terminal there is nothing to page."""
    out = tmp_path / "pay.txt"
    with Terminal(*LONG, env={"PAGER": pager, "COLUMNS": "80"}, stdout=str(out)) as terminal:
        assert terminal.wait_for_end() == 0

    assert out.read_text() == run(*LONG).out
