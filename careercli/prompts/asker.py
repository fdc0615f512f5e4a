"""What it means to ask: the same for a drawn screen and for lines read one by one."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Callable, Collection, Sequence
from typing import Protocol

from careercli.domain.values import Value

BACK = "<"
"""Typed instead of a text, it goes back to the question before."""

EXPLAIN = "?"
"""Pressed or typed, it says more about a question."""

_SECOND_COLUMN = "\0"
"""Stands for the second column of a wide letter; no text that is shown has one of its own."""


class GoBackError(Exception):
    """The person wants the question before this one."""


class Option(Value):
    """One answer to choose.

    Attributes:
        key: what is pressed to choose it; empty where it has none, as in long lists.
        label: what it says.
        value: what it stands for.
        group: the heading that stands beside the first answer of a group.
        aside: whether it is named in the line at the foot, and has no line of its own.

    """

    key: str
    label: str
    value: str
    group: str = ""
    aside: bool = False


def matching(options: Sequence[Option], typed: str) -> list[Option]:
    """Return the options that have every word that is typed, or begins to be, in any case."""
    words = typed.casefold().split()
    return [
        option
        for option in options
        if all(word in f"{option.group} {option.label}".casefold() for word in words)
    ]


def wrapped(text: str, width: int, *, hanging: str = "", breaking: bool = True) -> str:
    """Return text in lines of at most ``width`` columns.

    The lines that follow start as far in as their first one, with ``hanging`` in addition. A word longer than
    a line is broken, or with ``breaking`` off left whole for the terminal to fold, as a path to copy must be.
    """
    out = []
    for line in _spread(text).splitlines():
        indent = line[: len(line) - len(line.lstrip())]
        out += textwrap.wrap(
            line.strip(),
            width - (_SECOND_COLUMN in line),  # the last column may hold the first of a wide letter
            initial_indent=indent,
            subsequent_indent=indent + hanging,
            break_long_words=breaking,
            break_on_hyphens=False,
        ) or [""]
    return "\n".join(out).replace(_SECOND_COLUMN, "")


def _spread(text: str) -> str:
    """Return text in which each letter counts as many columns as it takes: two, as with 漢 and 😀, or one."""
    if text.isascii():
        return text
    return "".join(
        f"{letter}{_SECOND_COLUMN}" if unicodedata.east_asian_width(letter) in {"W", "F"} else letter
        for letter in text
    )


Check = Callable[[str], str | None]
"""Returns what is wrong with a text, or None."""


class Asker(Protocol):
    """Asks a person.

    Every kind of question raises GoBackError where the person goes back, and KeyboardInterrupt or EOFError
    where they break off.
    """

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
        """Return the value of the option chosen; Enter takes the one with the value ``default``.

        ``explain`` is what ? shows. Where the options have no keys, typing looks for one.
        """

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
        """Return the values of all options that hold, or of one at the foot, that alone.

        ``ticked`` are the values of those that hold so far; Enter takes them, or where there are none the one
        at the foot with the value ``default``.
        """

    def text(self, title: str, default: str, check: Check, *, back: bool = False, explain: str = "") -> str:
        """Return a text that passes ``check``; Enter takes ``default``, if that passes."""

    def tell(self, text: str) -> None:
        """Show a line between questions."""


def confirmed(
    asker: Asker,
    title: str,
    answers: tuple[str, str],
    *,
    detail: str = "",
    default: str,
    back: bool = False,
    explain: str = "",
) -> bool:
    """Return whether a person says yes; ``answers`` are what they can say, in the order shown.

    ``default`` is what Enter takes: ``yes`` or ``no``, and so each answer begins.
    """
    options = [Option(words[0].lower(), words, words.partition(",")[0].lower()) for words in answers]
    return asker.choose(title, detail, options, default, back=back, explain=explain) == "yes"
