"""What only a real process shows: its streams, its signals, its exit code."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from careercli.errors import ExitCode
from tests.running import run_process

FULL = Path("/dev/full")
PRINTS = [["--version"], ["--help"], ["path"], ["data", "export"], ["demo", "maya"]]


@pytest.mark.parametrize("arguments", PRINTS, ids=" ".join)
def test_closed_output(arguments: list[str]) -> None:
    """Output that is closed from the start cannot be written: exit code 5, one message, no traceback."""
    result = run_process(*arguments, how='"$@" >&-')

    assert (result.code, result.out) == (ExitCode.STORAGE, "")
    assert result.err == (
        "careercli: Standard output is closed.\n  Send the output to a file or a program.\n"
    )


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", PRINTS, ids=" ".join)
def test_a_full_disk(arguments: list[str]) -> None:
    """Output that finds no space: exit code 5, one message that says so, no traceback."""
    result = run_process(*arguments, how='"$@" >/dev/full')

    assert (result.code, result.out) == (ExitCode.STORAGE, "")
    assert result.err == "careercli: The output could not be written: No space left on device.\n"


@pytest.mark.parametrize("env", [{}, {"PYTHONUNBUFFERED": "1"}], ids=["buffered", "unbuffered"])
def test_a_disk_that_fills_up(env: dict[str, str], home: Path) -> None:
    """A file that has room for a part of a document gets nothing of it, and what was there before stays."""
    Path("out.json").write_text("before\n")

    result = run_process("data", "export", how='ulimit -f 8; "$@" >> out.json', env=env)

    assert (result.code, result.out) == (ExitCode.STORAGE, "")
    assert result.err == "careercli: The output could not be written: File too large.\n"
    assert Path("out.json").read_text() == "before\n"


@pytest.mark.parametrize("arguments", PRINTS, ids=" ".join)
def test_a_reader_that_stops(arguments: list[str]) -> None:
    """A pipe whose reader has gone is no fault: nothing is said, and the exit code is 0."""
    result = run_process(*arguments, how='{ sleep 0.3; "$@"; echo "ended with $?" >&2; } | true')

    assert result.err == f"ended with {ExitCode.DONE.value}\n"


def test_the_first_line_through_a_pipe() -> None:
    """The head of a long output can be taken."""
    result = run_process("data", "export", how='{ "$@"; echo "ended with $?" >&2; } | head -1')

    assert (result.out, result.err) == ("{\n", "ended with 0\n")


def test_closed_input() -> None:
    """A profile from an input that is closed: exit code 5 and what to do instead."""
    result = run_process("assess", "-", how='"$@" <&-')

    assert (result.code, result.out) == (ExitCode.STORAGE, "")
    assert result.err == "careercli: Standard input is closed.\n  Name a file instead of '-'.\n"


def test_closed_input_where_nothing_is_read(people: Path) -> None:
    """A closed input disturbs nobody who does not read from it."""
    assert run_process("assess", str(people / "dana.yaml"), "--json", how='"$@" <&-').code == 0
    assert run_process("advise", how='"$@" <&-').code == ExitCode.NEEDS_INPUT


@pytest.mark.parametrize("how", ['"$@" 2>&-', '"$@" 2>/dev/full'])
def test_errors_that_nobody_can_be_told(how: str) -> None:
    """Where standard error is of no use, the exit code still tells."""
    result = run_process("assess", "nowhere.yaml", how=how)

    assert (result.code, result.out, result.err) == (ExitCode.NOT_FOUND, "", "")


def test_no_streams_at_all() -> None:
    """With every stream closed there is nothing to say and nowhere to say it, but an exit code."""
    for arguments in (["path"], ["--version"], ["--help"], ["assess"]):
        result = run_process(*arguments, how='"$@" <&- >&- 2>&-')

        assert result.code == (ExitCode.NOT_FOUND if arguments == ["assess"] else ExitCode.STORAGE)


def test_ctrl_c() -> None:
    """Ctrl-C while a profile is awaited ends in exit code 130 with one message."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
    process = subprocess.Popen(
        [sys.executable, "-m", "careercli", "assess", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    signal.signal(signal.SIGINT, before)
    assert process.stdin is not None
    process.stdin.write(b"x" * 200_000)  # more than a pipe holds: returns when careercli is reading
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)

    assert (process.returncode, out) == (ExitCode.INTERRUPTED, b"")
    assert err == b"careercli: Interrupted. What was saved by then is whole; nothing else was changed.\n"


@pytest.mark.parametrize(
    "env",
    [
        {"LANG": "C", "LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1"},
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "4242", "COLUMNS": "20"},
        {"COLUMNS": "200", "CLICOLOR_FORCE": "1", "TZ": "Pacific/Auckland"},
    ],
    ids=str,
)
def test_json_is_the_same_bytes_everywhere(env: dict[str, str], people: Path) -> None:
    """No locale, encoding, width, color, hash seed or time zone changes a byte of a document."""
    (people / "umlaut.json").write_text(
        '{"schema": "careercli/profile@1", "name": "Jürgen 名前", "experience": {"support_years": 4},'
        ' "skills": {"communication": {"level": 3, "evidence": "naïve → ☃"}}}'
    )
    arguments = ["assess", str(people / "umlaut.json"), "--json", "--as-of", "2026-11-21"]

    result, plain = run_process(*arguments, env=env), run_process(*arguments)

    assert (result.code, result.err) == (0, "")
    assert result.stdout == plain.stdout
    assert "Jürgen 名前" in result.out


def test_json_is_the_same_bytes_on_a_terminal(people: Path) -> None:
    """A document on a terminal is what a file would get, with the terminal's line ends."""
    arguments = ["plan", str(people / "dana.yaml"), "--json", "--as-of", "2026-11-21"]
    reader, writer = os.openpty()
    process = subprocess.Popen([sys.executable, "-m", "careercli", *arguments], stdout=writer)
    os.close(writer)
    seen = b""
    try:
        while chunk := os.read(reader, 65536):
            seen += chunk
    except OSError:  # how a pseudo-terminal says that the other side has gone
        pass
    os.close(reader)

    assert process.wait(timeout=20) == 0
    assert seen.replace(b"\r\n", b"\n") == run_process(*arguments).stdout


@pytest.mark.parametrize(
    "env",
    [
        {"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=str,
)
def test_screens_on_a_plain_stream(env: dict[str, str], people: Path) -> None:
    """A stream that knows nothing but ASCII gets a whole screen in ASCII."""
    result = run_process("assess", str(people / "dana.yaml"), env=env)

    assert (result.code, result.err) == (0, "")
    assert result.stdout.isascii()
    assert "##" in result.out


@pytest.mark.parametrize("columns", ["0", "abc", "-5", "1000000000", "1" * 5000, "", "1e3", "٣٠"])
def test_absurd_widths(columns: str) -> None:
    """A COLUMNS that makes no sense is no reason to fail or to print nothing."""
    result = run_process("path", env={"COLUMNS": columns})

    assert (result.code, result.err) == (0, "")
    assert "Director" in result.out
    assert max(map(len, result.out.splitlines())) <= 100
    assert run_process("assess", "--help", env={"COLUMNS": columns}).code == 0


def test_the_module_and_the_script_are_one() -> None:
    """'python -m careercli' and 'careercli' do the same."""
    script = Path(sys.executable).with_name("careercli")
    if not script.exists():
        pytest.skip("careercli is not installed as a script here")

    done = subprocess.run([script, "--version"], capture_output=True, check=False)

    assert done.stdout == run_process("--version").stdout
