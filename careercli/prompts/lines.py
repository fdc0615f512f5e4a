"""Questions as numbered lines, answered by typing and Enter: for screen readers and plain terminals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TextIO

from careercli.formats.text import clean, one_line
from careercli.prompts.asker import BACK, Check, GoBackError, Option, wrapped

_BACK_KEYS = frozenset({"b", "back", BACK})
_HANGING = "   "
"""As wide as the key in front of an option."""


class LineAsker:
    """Asks by writing to ``out`` and reading lines from ``source``; nothing is ever redrawn."""

    def __init__(self, source: TextIO, out: TextIO, *, width: int = 80) -> None:
        self.source = source
        self.out = out
        self.width = width

    def tell(self, text: str, *, hanging: str = "") -> None:
        """Show a line between questions, wrapped to the width."""
        self.out.write(f"{wrapped(text, self.width, hanging=hanging, breaking=False)}\n")
        self.out.flush()

    def choose(
        self, title: str, detail: str, options: Sequence[Option], default: str, *, back: bool = False
    ) -> str:
        """Return the value of the option whose key is typed."""
        self.tell("")
        self.tell(title)
        if detail:
            self.tell(detail)
        for option in options:
            self.tell(f"{option.key}: {option.label}", hanging=_HANGING)
        return choose_by_key(self._read, self.tell, options, default, back=back)

    def text(self, title: str, default: str, check: Check, *, back: bool = False) -> str:
        """Return the text that is typed."""
        self.tell("")
        self.tell(title)
        without = "Enter leaves it out" if check("") is None else "Type it and press Enter"
        standard = f"Enter takes {default}" if default else without
        going_back = f", {BACK} goes back" if back else ""
        while True:
            answer = self._read(f"{standard}{going_back}:")
            if back and answer == BACK:
                raise GoBackError
            answer = answer or default
            wrong = check(answer)
            if wrong is None:
                return answer
            self.tell(wrong)

    def _read(self, prompt: str) -> str:
        while True:
            try:
                self.out.write(f"{wrapped(prompt, self.width)} ")
                self.out.flush()
                line = self.source.readline()
            except KeyboardInterrupt:
                self.tell("")
                raise
            except UnicodeDecodeError:
                self.tell("That could not be read as text; type it again.")
                continue
            if not line:
                self.tell("")
                raise EOFError
            return line.strip()


def choose_by_key(
    read: Callable[[str], str],
    tell: Callable[[str], None],
    options: Sequence[Option],
    default: str,
    *,
    back: bool,
) -> str:
    """Return the value of the option whose key is typed, asking until it is one.

    Raises:
        GoBackError: the person goes back, where they can.

    """
    keys = {option.key: option.value for option in options}
    standard = next(option.key for option in options if option.value == default)
    going_back = ", b to go back" if back else ""
    prompt = f"Type one of {', '.join(keys)}{going_back}. Enter takes {standard}:"
    while True:
        answer = read(prompt).lower()
        if not answer:
            return default
        if answer in keys:
            return keys[answer]
        if back and answer in _BACK_KEYS:
            raise GoBackError
        tell(f"'{one_line(clean(answer))[:20]}' is not one of the answers.")
