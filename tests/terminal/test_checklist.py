from __future__ import annotations

import pytest

from tests.terminal.terminal import REVIEW, Keys, Terminal, begin

pytestmark = [pytest.mark.terminal, pytest.mark.usefixtures("home")]


def test_a_newcomer_from_a_shop() -> None:
    """The list fits two thirds of the screen; keys tick, ? explains, b leads back, the review has it."""
    with Terminal() as terminal:
        begin(terminal)
        terminal.answer("your name?", "Ann")
        terminal.answer("job title", "Shop Assistant")
        terminal.answer("Is that your job now")
        terminal.answer("have you worked in customer support", "0")
        terminal.answer("outside support", "0")
        terminal.answer("Where do you want to get to?")
        terminal.answer("How many hours a week")
        terminal.answer("How much time do you have?")
        terminal.answer("question 1)", "2")
        terminal.answer("question 2,", "2")
        terminal.wait_for("Which of these have you done")
        terminal.wait_for("Enter takes »")
        shown = [line for line in terminal.lines if line.strip()]
        first = next(at for at, line in enumerate(shown) if "Which of these" in line)
        assert len(shown) - first <= 16
        terminal.press("2", "7")
        terminal.wait_for("Enter goes on with 2 ticked")
        terminal.press("?")
        terminal.wait_for("What each is about:")
        terminal.press("x")
        terminal.wait_for("» [x] 7)")
        terminal.pause()
        _go_on(terminal, "question 4,")
        assert "Ticketing systems (question 4" in terminal.words
        terminal.press("b")
        terminal.wait_for("[x] 7)")
        _go_on(terminal, "question 4,")
        terminal.press("1")
        terminal.answer("question 5,", "f")
        terminal.wait_for(REVIEW)
        terminal.wait_until(lambda: "Support work done so far: 1 of 8" in terminal.words)
        terminal.press(Keys.CTRL_C)
        assert terminal.wait_for_end() == 130


def _go_on(terminal: Terminal, sign: str) -> None:
    """Press Enter until the question after shows: one right after a tick still belongs to the tick."""
    while sign not in terminal.words:
        terminal.press(Keys.ENTER)
        for _ in range(20):  # a late screen is not asked twice: that Enter would answer the next question
            if sign not in terminal.words:
                terminal.pause()
