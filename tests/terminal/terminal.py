"""A real terminal with careercli in it: keys go in, the screen comes out."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Self

import pexpect
import pyte

from tests.terminal.forks import Forked

PATIENCE = 30.0
"""Seconds to wait for something to show, on the slowest machine that runs the tests."""

ESCAPES = re.compile(r"\x1b(\[[0-9;?]*[A-Za-z]|[=>])")


class Keys(StrEnum):
    """What keys send."""

    ENTER = "\r"
    UP = "\x1b[A"
    DOWN = "\x1b[B"
    CTRL_C = "\x03"
    CTRL_D = "\x04"


class Terminal:
    """A program in a pseudo-terminal; nothing waits for a time, only for what shows."""

    def __init__(
        self,
        *arguments: str,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
        stdout: str = "",
    ) -> None:
        surroundings = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
        surroundings |= {"PROMPT_TOOLKIT_NO_CPR": "1", "PAGER": "cat", **(env or {})}
        command = [sys.executable, "-m", "careercli", *arguments]
        if stdout:
            command = ["/bin/sh", "-c", f'exec "$@" > {stdout}', "sh", *command]
        spawn = pexpect.spawn if stdout else Forked
        self.screen = pyte.HistoryScreen(columns, rows, history=10_000, ratio=0.5)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.seen = 0
        self.child = spawn(
            command[0],
            command[1:],
            env=surroundings,
            dimensions=(rows, columns),
            preexec_fn=_hear_signals,
        )
        self.child.delaybeforesend = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.child.ptyproc.delayafterclose = 0.0  # what has ended was waited for; what has not, is ended
        self.child.close(force=True)

    def press(self, *keys: str) -> None:
        """Press keys; what showed before no longer counts as an answer to them."""
        self.seen = len(self.raw)
        self.child.send("".join(keys))

    def wait_for(self, *signs: str) -> str:
        """Read until one of these texts was written since the last key, and return which."""
        end = time.monotonic() + PATIENCE
        while True:
            words = self.words_since_key
            for sign in signs:
                if sign in words:
                    return sign
            if not self._read(end):
                raise AssertionError(f"none of {signs} shows:\n" + "\n".join(self.lines))

    def wait_until(self, shows: Callable[[], bool]) -> None:
        """Read until the screen is as it should be."""
        end = time.monotonic() + PATIENCE
        while not shows():
            if not self._read(end):
                raise AssertionError(
                    "the screen does not come to what is waited for:\n" + "\n".join(self.lines)
                )

    def pause(self) -> None:
        """Read what comes in a tenth of a second."""
        self._read(time.monotonic() + 0.1)

    def answer(self, question: str, *keys: str) -> None:
        """Wait for a question, and press keys and Enter."""
        self.wait_for(question)
        self.press(*keys, Keys.ENTER)

    def wait_for_end(self) -> int | None:
        """Read until the program has ended, and return its exit code."""
        end = time.monotonic() + PATIENCE
        while self._read(end):
            pass
        if not self.child.flag_eof:
            raise AssertionError("the program does not end:\n" + "\n".join(self.lines))
        self.child.wait()
        return self.child.exitstatus

    def _read(self, end: float) -> bool:
        """Read what is there; return False at the end of the program or of patience."""
        try:
            data = self.child.read_nonblocking(65536, timeout=max(end - time.monotonic(), 0))
        except (pexpect.EOF, pexpect.TIMEOUT):
            return False
        self.raw += data
        self.stream.feed(data)
        return True

    @property
    def text(self) -> str:
        """Everything written so far, as it was sent."""
        return self.raw.decode("utf-8", "replace")

    @property
    def words_since_key(self) -> str:
        """What was written since the last key, without escape codes, and every run of white space as one."""
        written = self.raw[self.seen :].decode("utf-8", "replace")
        return " ".join(ESCAPES.sub("", written).split())

    @property
    def lines(self) -> list[str]:
        """What the screen shows."""
        return [line.rstrip() for line in self.screen.display]

    @property
    def words(self) -> str:
        """What the screen shows, with every run of white space as one."""
        return " ".join(" ".join(self.lines).split())

    @property
    def scrolled(self) -> list[str]:
        """The screen with everything that has scrolled off it."""
        above = [
            "".join(line[column].data for column in range(self.screen.columns)).rstrip()
            for line in self.screen.history.top
        ]
        return [*above, *self.lines]


def _hear_signals() -> None:
    """Undo what a shell does to what it runs in the background, and nohup: some would be ignored."""
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


WELCOME = "Welcome to careercli"
REVIEW = "Is there one to change?"


def begin(terminal: Terminal) -> None:
    """Go on to the first question, past the first screen of a newcomer."""
    if terminal.wait_for(WELCOME, "your name?") == WELCOME:
        terminal.press("1", Keys.ENTER)


def finish(terminal: Terminal, question: str) -> None:
    """End the questions at one of them, and go on from the review to the result."""
    terminal.answer(question, "f")
    terminal.answer(REVIEW)


def answer_facts(terminal: Terminal, *, years: Sequence[str] = ("6", "2")) -> None:
    """Answer the questions before the skills: somebody with these support and leading years who leads now."""
    begin(terminal)
    terminal.answer("your name?", "Dana")
    terminal.answer("job title", "Support Team Lead")
    terminal.answer("Is that your job now")
    terminal.answer("have you worked in customer support", years[0])
    terminal.answer("of these years", years[1])
    terminal.answer("do you answer for now?", "8")
    terminal.answer("Where do you want to get to?")
    terminal.answer("How many hours a week")
