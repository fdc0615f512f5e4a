"""The bytes of a document depend on nothing but the input and the day."""

from __future__ import annotations

import os
import pty
import shlex
import sys
import tty
from pathlib import Path
from subprocess import PIPE, Popen

import pytest

from careercli.errors import ExitCode
from tests.running import DAY

STABLE = [
    "assess {people}/dana.yaml",
    "plan {people}/tomas.yaml",
    "what-if {people}/maya.yaml --leads",
    "ask 'angry callers'",
    "data export",
    "report {people}/dana.yaml -o -",
    "compare {people}/maya.yaml {people}/priya.yaml",
    "cohort {people} --anonymous",
    "data sources",
    "data check",
    "data schema assessment",
    "path --profile {people}/daniel.yaml",
    "portfolio {people}/dana.yaml",
    "compare manager director",
    "role show customer-support-manager",
    "skill show coaching {people}/dana.yaml",
    "demo",
    "assess {people}/nobody.yaml",
]
"""What prints documents of many kinds, an error among them."""

ELSEWHERE = {
    "LC_ALL": "tr_TR.UTF-8",
    "COLUMNS": "33",
    "TERM": "dumb",
    "PYTHONHASHSEED": "1",
    "TZ": "Pacific/Kiritimati",
    "PYTHONUTF8": "0",
    "CLICOLOR_FORCE": "1",
}
PLAIN = {
    "LC_ALL": "C",
    "PYTHONIOENCODING": "ascii",
    "PYTHONHASHSEED": "2",
    "TZ": "Etc/GMT+12",
    "NO_COLOR": "1",
    "PYTHONUTF8": "1",
}


@pytest.mark.parametrize("line", STABLE)
def test_the_same_bytes_everywhere(line: str, people: Path) -> None:
    """Locale, width, terminal, hash seed, time zone and settings of Python change no byte of a document."""
    words = [*shlex.split(line.format(people=people)), "--json", "--as-of", DAY]

    piped = _process(words, ELSEWHERE)

    assert piped == _process(words, PLAIN, terminal=True)
    assert piped[0] in {ExitCode.DONE, ExitCode.NOT_FOUND}
    assert b"}" in piped[1]


def _process(words: list[str], env: dict[str, str], *, terminal: bool = False) -> tuple[int, bytes]:
    """Run careercli as a process of its own, everything it writes into a pipe or a terminal."""
    reader, writer = pty.openpty() if terminal else os.pipe()
    if terminal:
        tty.setraw(writer)  # else the terminal itself would change the ends of lines
    command = [sys.executable, "-m", "careercli", *words]
    process = Popen(command, stdin=PIPE, stdout=writer, stderr=writer, env={**os.environ, **env})
    os.close(writer)
    written = b"".join(iter(lambda: _read(reader), b""))
    os.close(reader)
    process.communicate(timeout=60)
    return process.returncode, written


def _read(descriptor: int) -> bytes:
    """Return what comes next, and nothing where the other end of a terminal is closed."""
    try:
        return os.read(descriptor, 65536)
    except OSError:
        return b""
