"""Every command that there is, for tests that hold of each of them."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import Any

import typer

from careercli.cli import program
from careercli.cli.help import examples_of


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


EXAMPLES = {path: [each.command for each in examples_of(command)] for path, command in EVERY.items() if path}
"""The commands that each help shows; the fixture ``files`` has what they name."""


def arguments_of(line: str) -> list[str]:
    """Return the arguments of a command that a help shows."""
    return shlex.split(line.removeprefix("careercli ").partition(" > ")[0])


_PRINTING = {
    "assess": "assess --support-years 3 --skill ticketing=2",
    "cohort": "cohort dana maya",
    "demo": "demo dana",
    "match": "match job.txt --profile dana",
    "plan": "plan --support-years 6 --leading-years 1 --leads --goal director",
    "progress": "progress dana",
    "report": "report dana.yaml -o -",
    "batch": "batch people.jsonl",
    "profile default": "profile default maya",
    "restore": "restore kept.zip --yes",
}
"""What to say where the first example prints no document, changes nothing, or needs a default profile."""


def printing(path: str) -> list[str]:
    """Return arguments with which a command prints its document, given --json, as often as it is asked."""
    return shlex.split(_PRINTING[path]) if path in _PRINTING else arguments_of(EXAMPLES[path][0])
