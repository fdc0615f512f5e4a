"""Questions drawn on the terminal with questionary; answered ones leave one line behind."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TextIO

import questionary
from prompt_toolkit.output import ColorDepth, create_output
from questionary import Choice, Style

from careercli.prompts.asker import BACK, Check, GoBackError, Option

_STYLE = Style(
    [
        ("qmark", "bold"),
        ("question", "bold"),
        ("pointer", "bold fg:ansicyan"),
        ("highlighted", "fg:ansicyan"),
        ("selected", "noinherit"),
        ("instruction", "fg:ansibrightblack"),
        ("answer", "fg:ansicyan"),
    ]
)
_BACK_VALUE = "go back"
_POINTER_CELLS = 6
"""Columns that the pointer and the key take in front of an option."""


class ScreenAsker:
    """Asks on a terminal, drawing on ``out``."""

    def __init__(self, out: TextIO, *, width: int, color: bool, unicode: bool) -> None:
        self.out = out
        self.width = width
        self.pointer = "»" if unicode else ">"
        self.depth = ColorDepth.DEPTH_4_BIT if color else ColorDepth.MONOCHROME

    def tell(self, text: str) -> None:
        """Show a line between questions, wrapped to the width."""
        lines = [textwrap.fill(line, self.width) for line in text.splitlines()]
        self.out.write("\n".join(lines) + "\n")
        self.out.flush()

    def choose(
        self, title: str, detail: str, options: Sequence[Option], default: str, *, back: bool = False
    ) -> str:
        """Return the value of the option chosen with its key or the arrows, then Enter."""
        choices: list[Choice] = [
            Choice(title=self._wrapped(option.label), value=option.value, shortcut_key=option.key)
            for option in options
        ]
        if back:
            choices += [Choice(title="Go back", value=_BACK_VALUE, shortcut_key="b")]
        message = f"{title}\n{textwrap.fill(detail, self.width)}\n" if detail else title
        answer: str = questionary.select(
            message,
            choices=choices,
            default=default,
            qmark="",
            pointer=self.pointer,
            style=_STYLE,
            use_shortcuts=True,
            use_jk_keys=False,
            instruction="(arrows or a key, then Enter)",
            erase_when_done=True,
            output=create_output(stdout=self.out),
            color_depth=self.depth,
        ).unsafe_ask()
        if answer == _BACK_VALUE:
            raise GoBackError
        return answer

    def text(self, title: str, default: str, check: Check, *, back: bool = False) -> str:
        """Return a text that passes ``check``."""

        def validate(answer: str) -> bool | str:
            if back and answer.strip() == BACK:
                return True
            return check(answer.strip() or default) or True

        hints = [f"Enter for {default}" if default else "Enter to leave it out"]
        if back:
            hints.append(f"{BACK} to go back")
        answer: str = questionary.text(
            textwrap.fill(f"{title} ({', '.join(hints)})", self.width - 1),
            qmark="",
            style=_STYLE,
            validate=validate,
            erase_when_done=True,
            output=create_output(stdout=self.out),
            color_depth=self.depth,
        ).unsafe_ask()
        answer = answer.strip()
        if back and answer == BACK:
            raise GoBackError
        return answer or default

    def _wrapped(self, label: str) -> str:
        lines = textwrap.wrap(label, max(self.width - _POINTER_CELLS - 1, 20))
        return ("\n" + " " * _POINTER_CELLS).join(lines)
