from __future__ import annotations

import os
import pty
import signal
import termios
from typing import Any

import pytest

from careercli.cli.context import Session
from careercli.domain.model import Profile
from tests.terminal.forks import nursery
from tests.terminal.terminal import Keys, Terminal, begin

pytestmark = [pytest.mark.terminal, pytest.mark.usefixtures("home")]

PASTE, PASTE_ENDS = "\x1b[200~", "\x1b[201~"

SWITCHES = {"?2004": "l", "?25": "h", "?1049": "l"}
"""Pasting in one piece, the cursor, a screen of its own: how each of them was before."""


def switches(terminal: Terminal) -> dict[str, str]:
    """Return how what can be switched on a terminal was left, as far as it was touched."""
    left = {}
    for name in SWITCHES:
        at = max(terminal.text.rfind(f"\x1b[{name}{way}") for way in "hl")
        if at >= 0:
            left[name] = terminal.text[at + 2 + len(name)]
    return left


def manner(terminal: Terminal) -> list[Any]:
    """Return how a terminal takes keys: echo, lines, Ctrl-C."""
    return termios.tcgetattr(terminal.child.child_fd)[:4]


@pytest.fixture(scope="module")
def before() -> list[Any]:
    """Return how a terminal takes keys that no program has touched yet."""
    both = pty.openpty()
    untouched = termios.tcgetattr(both[0])[:4]
    for descriptor in both:
        os.close(descriptor)
    return untouched


PROMPTS = {
    "text": (["profile", "new", "noor"], "your name?"),
    "choice": (["profile", "delete", "maya"], "Yes, delete it for good."),
    "pages": (["demo", "dana", "--tour"], "q quit"),
}


@pytest.mark.parametrize("prompt", PROMPTS)
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT", "SIGUSR1", "SIGALRM"])
def test_a_signal_leaves_the_terminal_as_it_was(prompt: str, name: str, before: list[Any]) -> None:
    """Whatever ends a question from outside, keys are shown again, and so is the cursor."""
    Session().store.create("maya", Profile(support_years=1.0))
    arguments, question = PROMPTS[prompt]
    with Terminal(*arguments) as terminal:
        terminal.wait_for(question)
        terminal.wait_until(lambda: manner(terminal) != before)
        os.kill(terminal.child.pid, getattr(signal, name))

        assert terminal.wait_for_end() == 130
        assert manner(terminal) == before
        touched = switches(terminal)
        assert touched
        assert touched.items() <= SWITCHES.items()
    assert Session().store.names() == ["maya"]


@pytest.mark.parametrize("prompt", PROMPTS)
def test_ctrl_c_after_a_paste_without_an_end(prompt: str) -> None:
    """A paste whose end is lost takes Ctrl-C with it nowhere."""
    Session().store.create("maya", Profile(support_years=1.0))
    arguments, question = PROMPTS[prompt]
    with Terminal(*arguments) as terminal:
        terminal.wait_for(question)
        terminal.press(PASTE, "y")
        terminal.press(Keys.CTRL_C)

        assert terminal.wait_for_end() == 130
        assert "Traceback" not in terminal.text


def test_a_paste_without_an_end_at_a_text() -> None:
    """Enter by itself shows what came of it, and the next one answers; the question after it hears again."""
    with Terminal("advise") as terminal:
        begin(terminal)
        terminal.wait_for("your name?")
        terminal.press(PASTE, "Dana")
        while "Dana" not in terminal.words:  # in one piece with the paste, Enter is part of it
            terminal.press(Keys.ENTER)
            for _ in range(20):  # a late screen is not asked twice: that Enter would answer the next question
                if "Dana" not in terminal.words:
                    terminal.pause()
        terminal.press(Keys.ENTER)
        terminal.answer("job title", PASTE, "Team Lead", PASTE_ENDS)
        terminal.wait_for("your job now")
        terminal.press(Keys.CTRL_C)

        assert terminal.wait_for_end() == 130
        assert "Your 2 answers so far are kept" in terminal.words


@pytest.mark.parametrize("prompt", PROMPTS)
def test_a_stop_gives_the_terminal_back(prompt: str, before: list[Any]) -> None:
    """Stopped by a signal, the terminal is as it was; going on, the question is drawn anew."""
    Session().store.create("maya", Profile(support_years=1.0))
    arguments, question = PROMPTS[prompt]
    with Terminal(*arguments) as terminal:
        terminal.wait_for(question)
        terminal.wait_until(lambda: manner(terminal) != before)
        os.kill(terminal.child.pid, signal.SIGTSTP)
        _, status = nursery().waitpid(terminal.child.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        assert manner(terminal)[3] == before[3]
        terminal.pause()
        assert switches(terminal).items() <= SWITCHES.items()
        terminal.press()
        os.kill(terminal.child.pid, signal.SIGCONT)
        terminal.wait_for(question)
        terminal.press(Keys.CTRL_C)

        assert terminal.wait_for_end() == 130
        assert manner(terminal) == before
