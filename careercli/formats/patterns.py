"""Patterns that are compiled when they are first used: of many, a run uses a few."""

import re
from typing import Any, cast


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return what ``re.compile`` would, compiled when something is first asked of it."""
    return cast("re.Pattern[str]", _Later(text, flags))


def one_of(characters: str) -> str:
    """Return the expression of any of some characters.

    A set of them means the same, and would take a fifth of a millisecond to compile where they are far apart:
    a table of 65,536 is made for it.
    """
    return f"(?:{'|'.join(map(re.escape, characters))}|(?!))"  # without the last, ``re`` makes it a set


class _Later:
    """Stands for a pattern, and hands on what is asked of it."""

    def __init__(self, text: str, flags: int) -> None:
        self._given = text, flags

    def __getattr__(self, name: str) -> Any:
        """Return what the pattern has under a name, and keep it: from then on it is found here."""
        found = self.__dict__[name] = getattr(re.compile(*self._given), name)
        return found
