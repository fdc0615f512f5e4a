"""Questions drawn on the terminal with questionary; an answered one leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TextIO

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, HSplit, Layout, Window
from prompt_toolkit.output import ColorDepth, create_output
from questionary import Choice, Style
from questionary.prompts.common import InquirerControl

from careercli.prompts.asker import BACK, Check, GoBackError, Option, wrapped
from careercli.prompts.lines import choose_by_key
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
_BACK_OPTION = Option("b", "Go back", "go back")
_POINTER_CELLS = 6
"""Columns that the pointer and the key take in front of an option."""
_NARROWEST = 20
"""Fewer columns than this are written as if there were so many."""
_HOW = "(arrows or a key, then Enter)"
_NOT_SO = "(that key is not one of them)"
_NO_KEYS = frozenset(
    (
        Keys.Any,
        Keys.ControlJ,  # another Enter, which the library takes for the first
        Keys.CPRResponse,
        Keys.Ignore,
        Keys.ScrollDown,
        Keys.ScrollUp,
        Keys.SIGINT,
        Keys.Vt100MouseEvent,
        Keys.WindowsMouseEvent,
    )
)
"""What the library calls a key, and nobody presses to answer."""


class ScreenAsker:
    """Asks on a terminal, drawing on ``out``."""

    def __init__(self, out: TextIO, *, width: int, color: bool, unicode: bool) -> None:
        self.out = out
        self.output = create_output(stdout=out)
        self.widest = width
        self.pointer = "»" if unicode else ">"
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
        self, title: str, detail: str, options: Sequence[Option], default: str, *, back: bool = False
    ) -> str:
        """Return the value of the option chosen with its key or the arrows, then Enter.

        A question with more lines than the terminal would hide some of its options: it is printed instead,
        for the terminal to scroll, and the key is typed.
        """
        heading = self._lines(title)
        notes = [self._lines(f"{detail} {how}") for how in (_HOW, _NOT_SO)]
        shown = [*options, _BACK_OPTION] if back else options
        labels = [self._label(option) for option in shown]
        note = max(notes, key=lambda lines: lines.count("\n"))
        rows = sum(len(part.splitlines()) for part in (heading, note, *labels)) + 1
        if rows > self.output.get_size().rows:
            return self._choose_typing(title, detail, options, default, back=back)
        question = questionary.select(
            heading,
            choices=[
                Choice(title=label, value=option.value, shortcut_key=option.key)
                for option, label in zip(shown, labels, strict=True)
            ],
            default=default,
            qmark="",
            pointer=self.pointer,
            style=_STYLE,
            use_shortcuts=True,
            use_jk_keys=False,
            erase_when_done=True,
            output=self.output,
            color_depth=self.depth,
        )
        answer: str = run(_strict(question.application, heading, *notes))
        if answer == _BACK_OPTION.value:
            raise GoBackError
        return answer

    def text(self, title: str, default: str, check: Check, *, back: bool = False) -> str:
        """Return a text that passes ``check``."""

        def validate(answer: str) -> bool | str:
            if back and answer.strip() == BACK:
                return True
            return check(answer.strip() or default) or True

        without = "Enter to leave it out" if check("") is None else "type it, then Enter"
        hint = f"Enter for {default}" if default else without
        hint = f"({hint}, {BACK} to go back)" if back else f"({hint})"
        question = questionary.text(
            f"\n{self._lines(title)}",
            qmark="",
            style=_STYLE,
            validate=validate,
            validate_while_typing=False,
            instruction=f"\n{self._lines(hint)}",
            erase_when_done=True,
            output=self.output,
            color_depth=self.depth,
        )
        answer: str = run(question.application).strip()
        if back and answer == BACK:
            raise GoBackError
        return answer or default

    def _choose_typing(
        self, title: str, detail: str, options: Sequence[Option], default: str, *, back: bool
    ) -> str:
        self.tell(f"\n{title}\n{detail}")
        for option in options:
            self.tell(f"   {option.key}) {self._label(option)}")
        # The terminal may have scrolled the title away, so it is said once more where the key is typed.
        return choose_by_key(
            lambda prompt: self._read(f"{title}\n{prompt}"), self.tell, options, default, back=back
        )

    def _read(self, prompt: str) -> str:
        question = questionary.text(
            f"\n{self._lines(prompt)}", qmark="", style=_STYLE, output=self.output, color_depth=self.depth
        )
        answer: str = run(question.application)
        return answer.strip()

    def _lines(self, text: str) -> str:
        """Return text in lines that leave the last column to the cursor."""
        return wrapped(text.strip(), self.width - 1)

    def _label(self, option: Option) -> str:
        lines = wrapped(option.label, self.width - _POINTER_CELLS - 1)
        return lines.replace("\n", "\n" + " " * _POINTER_CELLS)


def _strict(app: Application[Any], heading: str, note: str, refusal: str) -> Application[Any]:
    """Return a choice in which Enter does not answer after a key that is none of its own.

    Whoever presses such a key means something else than the answer offered. Until a key of the question or
    Enter is pressed, ``refusal`` stands in the place of ``note``.
    """
    refused = False
    inner, outer = app.key_bindings, KeyBindings()
    if inner is None:
        return app

    def refuse(_event: KeyPressEvent) -> None:
        nonlocal refused
        refused = True

    def heard(key: object, act: Callable[[KeyPressEvent], object]) -> Callable[[KeyPressEvent], None]:
        def hear(event: KeyPressEvent) -> None:
            nonlocal refused
            if not (refused and key == Keys.ControlM):
                act(event)
            refused = False

        return hear

    def head() -> StyleAndTextTuples:
        return [
            ("class:question", f"\n{heading}\n"),
            ("class:instruction", refusal if refused else note),
            ("[SetCursorPosition]", ""),
        ]

    listed = {binding.keys[0]: binding.handler for binding in inner.bindings}
    for key in {*Keys, *listed} - _NO_KEYS:
        outer.add(key, eager=key in listed)(heard(key, listed[key]) if key in listed else refuse)
    outer.add(Keys.Any)(refuse)
    app.key_bindings = outer
    options = [control for control in app.layout.find_all_controls() if isinstance(control, InquirerControl)]
    app.layout = Layout(
        HSplit([Window(FormattedTextControl(head), dont_extend_height=True), *map(Window, options)])
    )
    return app
