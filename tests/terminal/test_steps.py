from __future__ import annotations

from pathlib import Path

import pytest

from tests.interview.keeping import history_of, keep, kept
from tests.terminal.terminal import Keys, Terminal

pytestmark = [pytest.mark.terminal, pytest.mark.usefixtures("home")]

PROOF = "Sheet of three months"


@pytest.fixture(autouse=True)
def _dana(home: Path) -> None:
    """Save a built-in person who has a plan."""
    keep("dana")


@pytest.mark.parametrize("columns", [80, 40])
def test_a_step_done_from_the_menu(columns: int) -> None:
    """The menu stands whole on the screen with the step in it; step, proof, change, and the menu again."""
    arguments = ("advise", "--quick", "--profile", "dana", "--as-of", "2026-11-21")
    with Terminal(*arguments, columns=columns) as terminal:
        terminal.wait_for("Everything, with a line")
        terminal.wait_until(lambda: "q quit" in terminal.words)
        assert "What next?" in terminal.words
        assert "d step done" in terminal.words
        terminal.press("d", Keys.ENTER)
        terminal.answer("b back", "2")
        terminal.wait_for("The updates, and a count of requests")
        terminal.answer("(type it, then Enter, < to go back)", PROOF)
        terminal.wait_for("Done: Send a short support update six times")
        terminal.answer("q) Quit", "q")
        assert terminal.wait_for_end() == 0

    assert kept("dana").evidence["executive-communication"] == f"2026-11-21: {PROOF}"
    assert "Must-haves left for Manager" in " ".join(terminal.scrolled)


def test_a_step_done_line_by_line() -> None:
    """With --accessible the same is asked in numbered lines, and nothing is drawn."""
    with Terminal("advise", "--quick", "--profile", "dana", "--accessible") as terminal:
        terminal.answer("Enter takes p:", "d")
        terminal.answer("b to go back. Enter takes 1:")
        terminal.answer("Type it and press Enter, < goes back:", PROOF)
        terminal.wait_for("Budget management from 1 to 2")
        terminal.answer("Enter takes q:")

        assert terminal.wait_for_end() == 0
        assert "\x1b" not in terminal.text
    assert kept("dana").skills["budgeting"] == 2


def test_plan_done_asks_for_its_proof() -> None:
    """On a terminal the command asks, an empty proof is refused, and what was typed is the evidence."""
    with Terminal("plan", "done", "budgeting", "dana", "--as-of", "2026-11-21") as terminal:
        terminal.wait_for("Three-month sheet")
        terminal.answer("(type it, then Enter)")
        terminal.wait_for("It has to say what shows")
        terminal.press(PROOF, Keys.ENTER)

        assert terminal.wait_for_end() == 0
        assert "To take it back: careercli plan undo budgeting dana" in terminal.words
    assert kept("dana").evidence["budgeting"] == f"2026-11-21: {PROOF}"


def test_breaking_off_at_the_proof() -> None:
    """Ctrl-C records nothing and says so."""
    with Terminal("plan", "done", "budgeting", "dana") as terminal:
        terminal.wait_for("(type it, then Enter)")
        terminal.press(Keys.CTRL_C)

        assert terminal.wait_for_end() == 130
        assert "Interrupted; nothing was recorded." in terminal.words
    assert kept("dana").skills["budgeting"] == 1
    assert history_of("dana").entries == ()
