"""Guided sessions in a test: what is typed in lines, and what is kept afterwards."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from careercli.cli import program
from careercli.cli.context import Session
from careercli.domain.model import Catalog, Profile
from careercli.formats.parser import read_file
from careercli.formats.profiles import profile_of
from careercli.store import Store
from tests.running import DAY, Result, Stream

FACTS = ("Dana", "Support Team Lead", "y", "6", "2", "8", "1", "9")
QUICK = "1"
FULL = "2"
MARKED = ("n", "We have none")
FINISH = "f"
LEAVE = ("q", "n")


PASSED = {"Welcome to careercli": "1\n", "Is there one to change?": "\n"}
"""The screens before and after the questions, and what goes on from them to what most tests are about."""


class Keyboard(Stream):
    """A terminal on which lines are typed; then Ctrl-C or Ctrl-D is pressed.

    With a ``screen`` the screens in PASSED are gone on from by themselves.
    """

    def __init__(self, lines: Sequence[str], end: type[BaseException]) -> None:
        super().__init__(terminal=True)
        self.lines = list(lines)
        self.end = end
        self.screen: Stream | None = None
        self.shown = 0

    def readline(self, _size: int = -1, /) -> str:  # type: ignore[override]
        """Return the next line typed."""
        if self.screen is not None:
            shown = self.screen.memory.getvalue().decode()
            new, self.shown = shown[self.shown :], len(shown)
            for sign, reply in PASSED.items():
                if sign in new:
                    return reply
        if self.lines:
            return f"{self.lines.pop(0)}\n"
        if self.end is EOFError:
            return ""
        raise self.end


class Meanwhile(Keyboard):
    """A keyboard at which something else happens before a line is typed, counted from 0."""

    def __init__(self, lines: Sequence[str], at: int, what: Callable[[], object]) -> None:
        super().__init__(lines, KeyboardInterrupt)
        self.waiting = len(lines) - at
        self.what = what

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
        """Let it happen, where it is time, and return the next line typed."""
        if len(self.lines) == self.waiting:
            self.waiting = -1
            self.what()
        return super().readline(size)


def advise(
    *typed: str,
    arguments: Sequence[str] = (),
    end: type[BaseException] = KeyboardInterrupt,
    out: Stream | None = None,
    keyboard: Keyboard | None = None,
    passing: bool = True,
) -> Result:
    """Run the guided session in lines on a terminal where this is typed, and then Ctrl-C.

    ``keyboard`` is one with something particular about it, with what is typed. With ``passing`` the first
    screen of a newcomer and the review are gone on from by themselves.
    """
    keyboard = keyboard or Keyboard(typed, end)
    out, err = out or Stream(terminal=True), Stream(terminal=True)
    keyboard.screen = err if passing else None
    session = Session(keyboard, out, err, {**os.environ, "CAREERCLI_ACCESSIBLE": "1"})
    code = program.run(["advise", "--as-of", DAY, *arguments], session)
    assert not keyboard.lines, "not everything that was typed was read"
    return Result(code, out.memory.getvalue(), err.memory.getvalue())


def draft() -> Path:
    """Return where the answers of a session that was broken off are kept."""
    return Path(os.environ["XDG_STATE_HOME"]) / "careercli" / "interview-draft.yaml"


def saved(path: Path, catalog: Catalog) -> Profile:
    """Return the profile that a file holds."""
    return profile_of(read_file(path), catalog)


def store() -> Store:
    """Return what careercli keeps for the person of a test."""
    return Session().store


def words(text: str) -> str:
    """Return text with every run of white space as one space."""
    return " ".join(text.split())


def kept(name: str, catalog: Catalog) -> Profile:
    """Return what a saved profile holds."""
    return profile_of(store().read(name), catalog)
