from __future__ import annotations

import time

import pytest

from tests.terminal.terminal import REVIEW, Keys, Terminal, answer_facts

pytestmark = [pytest.mark.terminal, pytest.mark.usefixtures("home")]


def test_a_key_and_the_enter_that_people_press_after_it() -> None:
    """The key answers by itself; Enter right after it answers nothing, and a later one is an answer."""
    with Terminal("advise", "--quick") as terminal:
        answer_facts(terminal)
        terminal.wait_for("question 1)")
        terminal.press("2")
        terminal.wait_for("question 2,")
        terminal.wait_for("Enter takes »")
        terminal.press(Keys.ENTER)
        terminal.pause()
        assert "question 2," in terminal.words
        time.sleep(0.5)  # what is tested is that time makes a difference
        terminal.press(Keys.ENTER)
        terminal.wait_for("question 3,")
        assert "Support metrics: 2" in terminal.words
        assert ": skipped" in terminal.words
        terminal.press("x", Keys.ENTER)
        terminal.pause()
        terminal.wait_until(lambda: "question 3," in terminal.words)
        terminal.press(Keys.CTRL_C)
        assert terminal.wait_for_end() == 130


@pytest.mark.parametrize("env", [{}, {"NO_COLOR": "1"}], ids=["color", "NO_COLOR"])
def test_a_question_in_a_window_made_smaller(env: dict[str, str]) -> None:
    """It is drawn anew for what there is, title, mark and foot in view; ? explains and any key goes on."""
    with Terminal("advise", "--quick", env=env) as terminal:
        answer_facts(terminal)
        terminal.wait_for("question 1)")
        terminal.wait_for("Enter takes »")
        terminal.screen.resize(12, 50)
        terminal.press()
        terminal.child.setwinsize(12, 50)
        terminal.wait_for("lines below: arrows")
        terminal.wait_until(lambda: "» s skip" in terminal.words and "(question 1)" in terminal.words)
        terminal.press("?")
        terminal.wait_for("any key goes back to the question")
        terminal.press("4")
        terminal.wait_for("Enter takes »")
        assert "(question 1)" in terminal.words
        terminal.press("4")
        terminal.wait_for("question 2,")
        terminal.press(Keys.CTRL_C)
        assert terminal.wait_for_end() == 130


def test_the_review_looks_for_what_is_typed() -> None:
    """Letters look for an answer, Enter opens it and leads back to the list, < to the last question."""
    with Terminal("advise", "--quick") as terminal:
        answer_facts(terminal)
        terminal.answer("question 1)", "3")
        terminal.answer("question 2,", "f")
        terminal.wait_for(REVIEW)
        terminal.press("hours")
        terminal.wait_for("type to filter: hours")
        terminal.press(Keys.ENTER)
        terminal.answer("How many hours a week", "7 h a week")
        terminal.wait_until(lambda: "Hours a week: 7" in terminal.words)
        terminal.press("<")
        terminal.wait_for("(question 2,")
        terminal.press(Keys.CTRL_C)
        assert terminal.wait_for_end() == 130
