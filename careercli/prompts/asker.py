"""What it means to ask: the same for a drawn screen and for lines read one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

BACK = "<"
"""Typed instead of a text, it goes back to the question before."""


class GoBackError(Exception):
    """The person wants the question before this one."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose: the key that picks it, what it says, and what it stands for."""

    key: str
    label: str
    value: str


Check = Callable[[str], str | None]
"""Returns what is wrong with a text, or None."""


class Asker(Protocol):
    """Asks a person.

    Both kinds of question raise GoBackError where the person goes back, and KeyboardInterrupt or EOFError
    where they break off.
    """

    def choose(
        self, title: str, detail: str, options: Sequence[Option], default: str, *, back: bool = False
    ) -> str:
        """Return the value of the option chosen; Enter takes the one with the value ``default``."""

    def text(self, title: str, default: str, check: Check, *, back: bool = False) -> str:
        """Return a text that passes ``check``; Enter takes ``default``."""

    def tell(self, text: str) -> None:
        """Show a line between questions."""
