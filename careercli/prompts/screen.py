"""Questions drawn on the terminal; an answered one leaves nothing behind."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, TextIO

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import ColorDepth, create_output
from questionary import Style

from careercli.prompts.asker import BACK, EXPLAIN, Check, GoBackError, Option, wrapped
from careercli.prompts.checklist import DONE, Checklist
from careercli.prompts.choice import Choice
from careercli.prompts.guard import Guard
from careercli.prompts.terminal import run

_STYLE = Style(
    [
        ("question", "bold"),
        ("pointer", "bold fg:ansicyan"),
        ("highlighted", "fg:ansicyan"),
        ("selected", "noinherit"),
        ("instruction", "noinherit"),
        ("answer", "fg:ansicyan"),
    ]
)
_BACK_VALUE = "go back"
_NARROWEST = 20
"""Fewer columns than this are written as if there were so many."""


class ScreenAsker:
    """Asks on a terminal, drawing on ``out``."""

    def __init__(self, out: TextIO, *, width: int, color: bool, unicode: bool) -> None:
        self.out = out
        self.output = create_output(stdout=out)
        self.widest = width
        self.pointer = "»" if unicode else ">"
        self.guard = Guard()
        self.depth = ColorDepth.DEPTH_4_BIT if color else ColorDepth.MONOCHROME

    @property
    def width(self) -> int:
        """Columns to use now: a person may have made the window narrower since the last question."""
        return max(min(self.widest, self.output.get_size().columns), _NARROWEST)

    def tell(self, text: str) -> None:
        """Show a line between questions, wrapped to the width."""
        self.out.write(f"{wrapped(text, self.width, breaking=False)}\n")
        self.out.flush()

    def choose(
        self,
        title: str,
        detail: str,
        options: Sequence[Option],
        default: str,
        *,
        back: bool = False,
        explain: str = "",
    ) -> str:
        """Return the value of the option whose key is pressed, or that the arrows lead to and Enter takes."""
        if back:
            lists = not any(option.key for option in options if not option.aside)
            options = [*options, Option(BACK if lists else "b", "back", _BACK_VALUE, aside=True)]
        return self._answer(Choice(title, detail, options, default, explain, pointer=self.pointer))

    def tick(
        self,
        title: str,
        detail: str,
        options: Sequence[Option],
        ticked: Collection[str],
        default: str,
        *,
        back: bool = False,
        explain: str = "",
    ) -> frozenset[str]:
        """Return the values of the options that are ticked, or of one at the foot, that alone."""
        if back:
            options = [*options, Option("b", "back", _BACK_VALUE, aside=True)]
        question = Checklist(title, detail, options, ticked, default, explain, pointer=self.pointer)
        answer = self._answer(question)
        return frozenset(question.ticked if answer == DONE else {answer})

    def _answer(self, question: Choice) -> str:
        """Return the value of what is chosen.

        Raises:
            GoBackError: the person goes back.

        """
        answer = run(question.application(self.guard, self.output, self.depth, _STYLE, self.widest)).value
        if answer == _BACK_VALUE:
            raise GoBackError
        return answer

    def text(self, title: str, default: str, check: Check, *, back: bool = False, explain: str = "") -> str:
        """Return a text that passes ``check``."""
        without = "Enter to leave it out" if check("") is None else "type it, then Enter"
        hints = [f"Enter for {default}" if default else without]
        hints += [f"{BACK} to go back"] if back else []
        hints += [f"{EXPLAIN} explains"] if explain else []
        said = typed = ""
        wrong: str | None = None
        while True:
            below = filter(None, (wrong, f"({', '.join(hints)})"))
            question = questionary.text(
                f"\n{self._lines(title)}{said}",
                default=typed,
                qmark="",
                style=_STYLE,
                instruction="".join(f"\n{self._lines(line)}" for line in below),
                erase_when_done=True,
                output=self.output,
                color_depth=self.depth,
            )
            self._hear(question.application, explains=bool(explain))
            answer: str = run(question.application).strip()
            if back and answer == BACK:
                raise GoBackError
            if explain and answer == EXPLAIN:
                said, typed, wrong = f"\n{self._lines(explain)}", "", None
                continue
            wrong = check(answer or default)
            if wrong is None:
                return answer or default
            typed = answer  # to be mended, with what is wrong right above it

    def _hear(self, app: Application[Any], *, explains: bool) -> None:
        """Let the Enter that follows an answer by a key pass, and ? by itself explain at once."""
        bindings = KeyBindings()
        untouched = Condition(lambda: not app.current_buffer.text)

        @bindings.add(Keys.ControlM, eager=True, filter=untouched & Condition(self.guard.holds))
        def pass_over(_event: KeyPressEvent) -> None:
            self.guard.leave()

        @bindings.add(EXPLAIN, eager=True, filter=untouched & Condition(lambda: explains))
        def explain(event: KeyPressEvent) -> None:
            event.app.exit(result=EXPLAIN)

        self.guard.watch(app)
        app.key_bindings = merge_key_bindings([*filter(None, [app.key_bindings]), bindings])

    def _lines(self, text: str) -> str:
        """Return text in lines that leave the last column to the cursor."""
        return wrapped(text.strip(), self.width - 1)
