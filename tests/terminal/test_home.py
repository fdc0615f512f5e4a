from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tests.interview.keeping import keep, kept
from tests.running import run
from tests.terminal.terminal import Keys, Terminal

pytestmark = [pytest.mark.terminal, pytest.mark.usefixtures("home")]

DAY = ("--as-of", "2026-11-30")
MENU = "Everything, with a line for each"


@pytest.fixture(autouse=True)
def _dana(home: Path) -> None:
    """Save a built-in person who was assessed three weeks ago."""
    keep("dana")
    run("assess", "dana", "--as-of", "2026-11-09")


@pytest.mark.parametrize("columns", [80, 40, 200])
def test_home_and_menu_on_one_screen(columns: int) -> None:
    """From the name to the last word of the menu, all of it stands on 24 lines, whatever the width."""
    with Terminal(*DAY, columns=columns) as terminal:
        terminal.wait_for(MENU)
        terminal.wait_until(lambda: "q quit" in terminal.words)

        assert terminal.lines[0].startswith("Dana Reyes") or columns == 40
        assert "This week: Follow one budget line" in terminal.words
        assert "last here three weeks ago" in " ".join(" ".join(terminal.scrolled).split())
        assert max(map(len, terminal.lines)) <= columns


def test_done_is_one_key_away() -> None:
    """Enter, the step, its proof: recorded, and the menu is there again; then Ctrl-C leaves with 130."""
    with Terminal(*DAY) as terminal:
        terminal.answer(MENU)
        terminal.answer("(type it, then Enter, < to go back)", "A sheet of three months")
        terminal.wait_for("Done: Follow one budget line")
        terminal.wait_for(MENU)
        terminal.press(Keys.CTRL_C)
        assert terminal.wait_for_end() == 130

    assert kept("dana").evidence["budgeting"] == "2026-11-30: A sheet of three months"


def test_the_whole_menu_stands_on_the_screen() -> None:
    """At 80 by 24 a line for each entry, in groups; a key of it answers at once."""
    with Terminal(*DAY) as terminal:
        terminal.answer(MENU, "m")
        terminal.wait_until(lambda: any("q) Quit" in line for line in terminal.lines))
        shown = [line for line in terminal.lines if ") " in line]
        assert len(shown) >= 17
        assert any(line.startswith("See") and "p) Plan" in line for line in terminal.lines)
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def _asks(terminal: Terminal) -> bool:
    return "Enter takes »" in terminal.words or "to go back)" in terminal.words


@pytest.mark.parametrize("opened", ["d", "r", "w", "c"])
def test_ctrl_c_inside_an_entry_goes_back(opened: str) -> None:
    """It leads to the menu; a second one, at the menu, leaves."""
    with Terminal(*DAY) as terminal:
        terminal.wait_for(MENU)
        terminal.press(opened)
        terminal.wait_until(lambda: "What next?" not in terminal.words and _asks(terminal))
        terminal.press(Keys.CTRL_C)
        terminal.wait_for("Back at the menu.")
        terminal.wait_for(MENU)
        terminal.press(Keys.CTRL_C)
        assert terminal.wait_for_end() == 130


def test_what_ends_the_session_ends_it_everywhere() -> None:
    """A signal inside an entry is no Ctrl-C: the session ends, and the answers are kept."""
    with Terminal(*DAY) as terminal:
        terminal.wait_for(MENU)
        terminal.press("d")
        terminal.wait_for("What do you have to show?")
        terminal.child.kill(signal.SIGTERM)
        assert terminal.wait_for_end() == 130


def test_the_plan_is_paged() -> None:
    """What is longer than the terminal goes through the pager; the menu comes when that is left."""
    with Terminal(*DAY, env={"PAGER": "less -+F"}) as terminal:
        terminal.wait_for(MENU)
        terminal.press("p")
        terminal.wait_for("Plan to Customer Support Manager")
        terminal.wait_until(lambda: terminal.lines[-1].startswith("Space for more"))
        terminal.press("q")
        terminal.wait_for(MENU)
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_line_by_line() -> None:
    """With --accessible everything is plain lines."""
    with Terminal(*DAY, "--accessible") as terminal:
        terminal.wait_for("Enter takes d:")
        assert "Dana Reyes (last here three weeks ago)" in terminal.text
        assert "\x1b[" not in terminal.text
        terminal.press("q", Keys.ENTER)
        assert terminal.wait_for_end() == 0
    assert (Path(os.environ["XDG_STATE_HOME"]) / "careercli" / "visits" / "dana.json").exists()
