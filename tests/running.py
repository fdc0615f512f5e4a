"""Runs of careercli: in this process on streams made for it, or as a process of its own."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from careercli.cli import program
from careercli.cli.context import Session

DAY = "2026-11-21"

LOOKS: dict[str, dict[str, Any]] = {
    "80": {},
    "40": {"columns": 40},
    "200": {"columns": 200},
    "ascii": {"encoding": "ascii"},
    "accessible": {"env": {"CAREERCLI_ACCESSIBLE": "1"}},
    "color": {"env": {"CLICOLOR_FORCE": "1"}},
}
"""How output may look, each with what makes a run's look so."""

FEW_LOOKS = {name: LOOKS[name] for name in ("80", "40", "accessible")}
"""The usual one, the narrowest, and that for screen readers."""
"""The day that runs are reckoned from, unless a test is about days."""


@dataclass(frozen=True)
class Result:
    """How a run ended, and what it wrote as bytes."""

    code: int
    stdout: bytes
    stderr: bytes

    @property
    def out(self) -> str:
        """Standard output as text."""
        return self.stdout.decode()

    @property
    def err(self) -> str:
        """Standard error as text."""
        return self.stderr.decode()

    @property
    def document(self) -> dict[str, Any]:
        """The one JSON document on standard output."""
        document: dict[str, Any] = json.loads(self.stdout)
        return document

    @property
    def messages(self) -> list[dict[str, Any]]:
        """The JSON documents on standard error, one on each line."""
        return [json.loads(line) for line in self.stderr.splitlines()]


class Stream(io.TextIOWrapper):
    """A text stream over bytes in memory, which may claim to be a terminal."""

    def __init__(self, content: bytes = b"", *, encoding: str = "utf-8", terminal: bool = False) -> None:
        self.memory = io.BytesIO(content)
        self.terminal = terminal
        super().__init__(self.memory, encoding=encoding, newline="\n", write_through=True)

    def isatty(self) -> bool:
        """Whether this claims to be a terminal."""
        return self.terminal


def surroundings(home: Path, cache: Path) -> dict[str, str]:
    """Return the environment variables of a person with an empty home, the same on every machine."""
    return {
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(cache),
        "PATH": os.environ.get("PATH", os.defpath),
        "TZ": "UTC",
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLUMNS": "80",
    }


def run(
    *arguments: str,
    stdin: bytes | str | None = b"",
    env: Mapping[str, str] | None = None,
    columns: int | str = 80,
    encoding: str = "utf-8",
    terminal: bool = False,
) -> Result:
    """Run careercli in this process.

    ``stdin`` None is a run without standard input. ``terminal`` makes every stream a terminal. ``encoding``
    is that of standard output and standard error.
    """
    content = stdin.encode() if isinstance(stdin, str) else stdin
    source = None if content is None else Stream(content, terminal=terminal)
    out, err = (Stream(encoding=encoding, terminal=terminal) for _ in range(2))
    environment = {**os.environ, "COLUMNS": str(columns), **(env or {})}
    with (
        patch.dict(os.environ, environment),
        patch.multiple(sys, stdin=source, stdout=out, stderr=err),
    ):
        code = program.run(arguments, Session(source, out, err, environment))
    return Result(code, out.memory.getvalue(), err.memory.getvalue())


def run_process(
    *arguments: str,
    stdin: bytes = b"",
    env: Mapping[str, str] | None = None,
    how: str = '"$@"',
) -> Result:
    """Run careercli as a process of its own; ``how`` says with which streams, as in ``'"$@" >&-'``."""
    command = ["bash", "-c", how, "bash", sys.executable, "-m", "careercli", *arguments]
    done = subprocess.run(
        command, input=stdin, env={**os.environ, **(env or {})}, capture_output=True, check=False, timeout=60
    )
    return Result(done.returncode, done.stdout, done.stderr)
