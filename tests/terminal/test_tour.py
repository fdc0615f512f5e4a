from __future__ import annotations

import signal

import pytest

from careercli.errors import ExitCode
from tests.terminal.terminal import Keys, Terminal

pytestmark = [pytest.mark.terminal, pytest.mark.usefixtures("home")]

LEFT = "\x1b[?1049l"
"""Gives the terminal back as it was before."""


def test_a_tour_in_front_of_an_audience() -> None:
    """Space goes on, b back, q quits; each page stands alone on the screen, and none of it stays."""
    with Terminal("demo", "dana", "--tour", "--as-of", "2026-11-21") as terminal:
        terminal.wait_until(lambda: "1 of 8" in terminal.words)
        assert terminal.lines[1].strip().startswith("This is Dana Reyes")
        for number in range(2, 9):
            terminal.press(" ")
            terminal.wait_until(lambda: f"{number} of 8" in terminal.words)  # noqa: B023 - waits in the loop
            assert f"{number - 1} of 8" not in terminal.words
            assert terminal.lines[-1].strip() == "space on, b back, q quit"
        terminal.press("b")
        terminal.wait_until(lambda: "7 of 8" in terminal.words)
        assert "What if?" in terminal.words
        assert LEFT not in terminal.text
        terminal.press("q")

        assert terminal.wait_for_end() == 0
        assert LEFT in terminal.text


def test_a_window_that_grows() -> None:
    """Made larger in the middle of a page, the window shows all of it: never an empty page to an audience."""
    with Terminal("demo", "dana", "--tour", columns=40, rows=10) as terminal:
        terminal.wait_until(lambda: "more below" in terminal.words)
        terminal.press(" ")
        terminal.wait_until(lambda: "1 of 8" not in terminal.words)
        terminal.screen.resize(24, 80)
        terminal.child.setwinsize(24, 80)
        terminal.wait_until(lambda: "1 of 8" in terminal.words)
        terminal.press("q")

        assert terminal.wait_for_end() == 0


@pytest.mark.parametrize("how", ["key", "signal"])
def test_breaking_off(how: str) -> None:
    """Ctrl-C, or the end of the system, leaves the terminal as it was, without a word, with 130."""
    with Terminal("demo", "maya", "--tour") as terminal:
        terminal.wait_until(lambda: "1 of 8" in terminal.words)
        if how == "key":
            terminal.press(Keys.CTRL_C)
        else:
            terminal.child.kill(signal.SIGTERM)

        assert terminal.wait_for_end() == ExitCode.INTERRUPTED
        assert LEFT in terminal.text
        assert "nterrupted" not in terminal.text


def test_line_by_line() -> None:
    """With --accessible pages follow one another, Enter goes on, and nothing is drawn."""
    with Terminal("demo", "tomas", "--tour", "--accessible", columns=200) as terminal:
        terminal.answer("q quits:")
        terminal.wait_for("Where is Tomas Lindqvist on the ladder? (2 of 8)")
        terminal.answer("q quits:", "b")
        terminal.wait_for("This is Tomas Lindqvist (1 of 8)")
        terminal.wait_for("q quits:")
        terminal.press(Keys.CTRL_C)

        assert terminal.wait_for_end() == ExitCode.INTERRUPTED
        assert "\x1b" not in terminal.text
