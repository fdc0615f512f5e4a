from __future__ import annotations

from pathlib import Path

import pytest

from tests.files import AD
from tests.interview.keeping import keep
from tests.terminal.terminal import Keys, Terminal

pytestmark = [pytest.mark.terminal, pytest.mark.usefixtures("home")]

PASTED = AD.replace("\n", "\r")
ARGUMENTS = ("match", "--profile", "dana", "--as-of", "2026-11-21")


@pytest.fixture(autouse=True)
def _dana(home: Path) -> None:
    """Save a built-in person."""
    keep("dana")


@pytest.mark.parametrize("columns", [80, 40])
def test_a_pasted_advertisement(columns: int) -> None:
    """It is pasted, its conditions take a key each, the sheet is read, and a file holds it."""
    with Terminal(*ARGUMENTS, columns=columns) as terminal:
        terminal.wait_for("Nothing of it is kept.")
        terminal.press(PASTED)
        terminal.wait_for("Pay: $40,000")
        terminal.press(".\r")
        terminal.wait_for("1 of 2.")
        terminal.press("n")
        terminal.wait_for("2 of 2.")
        terminal.press("y")
        terminal.wait_for("What next with this advertisement?")
        assert "You said no to this:" in " ".join([*terminal.scrolled, terminal.words])
        terminal.press("s")
        terminal.answer("to go back", "sheet.html")
        terminal.wait_for("Written to sheet.html.")
        terminal.wait_for("What next with this advertisement?")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    assert "Customer Support Specialist" in Path("sheet.html").read_text()


def test_a_paste_whose_end_is_lost() -> None:
    """Ctrl-C leaves in the middle of a paste whose end mark never comes."""
    with Terminal(*ARGUMENTS) as terminal:
        terminal.wait_for("Nothing of it is kept.")
        terminal.press("\x1b[200~" + PASTED)
        terminal.wait_for("Pay: $40,000")
        terminal.press(Keys.CTRL_C)
        terminal.wait_for("Stopped. Nothing of the advertisement is kept.")
        assert terminal.wait_for_end() == 130


def test_line_by_line() -> None:
    """For a screen reader the same is asked in lines, and nothing is drawn."""
    with Terminal(*ARGUMENTS, "--accessible") as terminal:
        terminal.wait_for("Nothing of it is kept.")
        terminal.press(PASTED + ".\r")
        terminal.answer("Enter takes s:", "n")
        terminal.answer("Enter takes s:", "y")
        terminal.answer("Enter takes q:")
        assert terminal.wait_for_end() == 0
        assert "\x1b" not in terminal.text
