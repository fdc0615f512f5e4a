"""Questions as numbered lines, answered by typing and Enter: for screen readers and plain terminals."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import count
from typing import TextIO

from careercli.formats.text import clean, one_line
from careercli.prompts.asker import BACK, EXPLAIN, Check, GoBackError, Option, matching, wrapped

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
        self,
        title: str,
        detail: str,
        options: Sequence[Option],
        default: str,
        *,
        back: bool = False,
        explain: str = "",
    ) -> str:
        """Return the value of the option whose key is typed; those without one have numbers, and words."""
        self.tell("")
        self.tell(title)
        if detail:
            self.tell(detail)
        lines = _keyed(options)
        self._list(lines)
        named = [key for key, option in lines.items() if option.key]
        numbers = len(lines) - len(named)
        ways = [f"a number from 1 to {numbers} or words of a line"] if numbers else []
        ways += [f"one of {', '.join(named)}"] if named else []
        ways += ["b to go back"] if back else []
        ways += [f"{EXPLAIN} to explain"] if explain else []
        standard = next(key for key, option in lines.items() if option.value == default)
        prompt = f"Type {', '.join(ways)}. Enter takes {standard}:"
        while True:
            answer = self._read(prompt).lower()
            if not answer:
                return default
            if answer in lines:
                return lines[answer].value
            if back and answer in _BACK_KEYS:
                raise GoBackError
            if explain and answer == EXPLAIN:
                self.tell(explain)
                continue
            found = {key: option for key, option in lines.items() if not option.key}
            found = {key: option for key, option in found.items() if matching([option], answer)}
            if len(found) == 1:
                return next(iter(found.values())).value
            if found:
                self._list(found)
            else:
                self.tell(f"'{one_line(clean(answer))[:20]}' is not one of the answers.")

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
        """Return the values of the options whose keys are typed, or of one at the foot, that alone."""
        self.tell("")
        self.tell(title)
        self.tell(detail)
        lines = _keyed(options)
        self._list(lines)
        rows = {key: option.value for key, option in lines.items() if not option.aside}
        feet = {key: option.value for key, option in lines.items() if option.aside}
        standard = [key for key, value in rows.items() if value in ticked]
        standard = standard or [key for key, value in feet.items() if value == default]
        ways = [f"the numbers of all that hold, such as {' '.join(list(rows)[:2])}", f"or {', '.join(feet)}"]
        ways += ["b to go back"] if back else []
        ways += [f"{EXPLAIN} to explain"] if explain else []
        prompt = f"Type {', '.join(ways)}. Enter takes {' '.join(standard)}:"
        while True:
            answer = self._read(prompt).lower()
            typed = answer.replace(",", " ").split() or standard
            if set(typed) <= rows.keys():
                return frozenset(rows[key] for key in typed)
            if len(typed) == 1 and typed[0] in feet:
                return frozenset({feet[typed[0]]})
            if back and answer in _BACK_KEYS:
                raise GoBackError
            if explain and answer == EXPLAIN:
                self.tell(explain)
            else:
                self.tell(f"'{one_line(clean(answer))[:20]}' is not one of the answers.")

    def _list(self, lines: dict[str, Option]) -> None:
        group = ""
        for key, option in lines.items():
            if option.group != group and option.group:
                self.tell(f"{option.group}:")
            group = option.group
            self.tell(f"{key}: {option.label}", hanging=_HANGING)

    def text(self, title: str, default: str, check: Check, *, back: bool = False, explain: str = "") -> str:
        """Return the text that is typed."""
        self.tell("")
        self.tell(title)
        without = "Enter leaves it out" if check("") is None else "Type it and press Enter"
        standard = f"Enter takes {default}" if default else without
        going_back = f", {BACK} goes back" if back else ""
        explaining = f", {EXPLAIN} explains" if explain else ""
        while True:
            answer = self._read(f"{standard}{going_back}{explaining}:")
            if back and answer == BACK:
                raise GoBackError
            if explain and answer == EXPLAIN:
                self.tell(explain)
                continue
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


def _keyed(options: Sequence[Option]) -> dict[str, Option]:
    """Return the options by what is typed to choose them, those at the foot last."""
    number = count(1)
    ordered = sorted(options, key=lambda option: option.aside)
    return {option.key or str(next(number)): option for option in ordered}
