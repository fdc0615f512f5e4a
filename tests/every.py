"""Every command that there is, for tests that hold of each of them."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import Any

import typer

from careercli.cli import program


def commands(command: Any = None, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield every command and group with the words that call it, the program itself first."""
    command = command or typer.main.get_command(program.app)
    yield path, command
    for name, member in getattr(command, "commands", {}).items():
        yield from commands(member, (*path, name))


EVERY = {" ".join(path): command for path, command in commands()}
"""Every command and group by its words; the program itself is ''."""

VERBS = [path for path, command in EVERY.items() if path and getattr(command, "invoke_without_command", True)]
"""What does something: neither the program nor a group, unless that acts by itself."""

ASKING = {"advise", "profile edit"}
"""What needs a terminal, or ends in exit code 6."""


def example(path: str) -> list[str]:
    """Return the arguments that the help of a command shows; the fixture ``files`` has what they name."""
    line: str = EVERY[path].epilog
    return shlex.split(line.removeprefix("Example: careercli ").partition(" > ")[0])


_PRINTING = {"demo": "demo dana", "cohort": "cohort dana maya", "report": "report dana.yaml -o -"}
"""What to say where the help shows something that prints no document."""


def printing(path: str) -> list[str]:
    """Return arguments with which a command prints its document, given --json, as often as it is asked."""
    return shlex.split(_PRINTING[path]) if path in _PRINTING else example(path)
