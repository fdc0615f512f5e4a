"""Questions as numbered lines, answered by typing and Enter: for screen readers and plain terminals."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TextIO

from careercli.prompts.asker import BACK, Check, GoBackError, Option

_BACK_KEYS = frozenset({"b", "back", BACK})


class LineAsker:
    """Asks by writing to ``out`` and reading lines from ``source``; nothing is ever redrawn."""

    def __init__(self, source: TextIO, out: TextIO, *, width: int = 80) -> None:
        self.source = source
        self.out = out
        self.width = width

    def tell(self, text: str) -> None:
        """Show a line between questions, wrapped to the width."""
        self.out.write(f"{textwrap.fill(text, self.width)}\n")
        self.out.flush()

    def choose(
        self, title: str, detail: str, options: Sequence[Option], default: str, *, back: bool = False
    ) -> str:
        """Return the value of the option whose key is typed."""
        self.tell("")
        self.tell(title)
        if detail:
            self.tell(detail)
        keys = {option.key.lower(): option.value for option in options}
        for option in options:
            self.tell(f"{option.key}: {option.label}")
        standard = next(option.key for option in options if option.value == default)
        going_back = ", b to go back" if back else ""
        while True:
            answer = self._read(
                f"Type one of {', '.join(keys)}{going_back}. Enter takes {standard}: "
            ).lower()
            if not answer:
                return default
            if answer in keys:
                return keys[answer]
            if back and answer in _BACK_KEYS:
                raise GoBackError
            self.tell(f"'{answer[:20]}' is not one of the answers.")

    def text(self, title: str, default: str, check: Check, *, back: bool = False) -> str:
        """Return the text that is typed."""
        self.tell("")
        self.tell(title)
        standard = f"Enter takes {default}" if default else "Enter leaves it out"
        going_back = f", {BACK} goes back" if back else ""
        while True:
            answer = self._read(f"{standard}{going_back}: ")
            if back and answer == BACK:
                raise GoBackError
            answer = answer or default
            wrong = check(answer)
            if wrong is None:
                return answer
            self.tell(wrong)

    def _read(self, prompt: str) -> str:
        self.out.write(textwrap.fill(prompt, self.width) + " ")
        self.out.flush()
        try:
            line = self.source.readline()
        except KeyboardInterrupt:
            self.tell("")
            raise
        if not line:
            raise EOFError
        return line.strip()
