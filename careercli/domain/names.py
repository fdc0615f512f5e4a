"""Names of things: exact, in any case, and the nearest known one when nothing matches."""

from __future__ import annotations

import re
from collections.abc import Iterable

_FEW, _ENOUGH = 4, 3
"""A name of so many letters is short; so many tell what a longer one begins with."""


def fold(name: str) -> str:
    """Return ``name`` as it is compared: in any case, runs of white space as one space."""
    return " ".join(name.split()).casefold()


def index(named: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    """Return every name, folded, with what it means; a name of several means the first of them."""
    out: dict[str, str] = {}
    for meaning, names in named:
        for name in names:
            out.setdefault(fold(name), meaning)
    return out


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like ``name``, or None where none is close. Only ever a suggestion."""
    from difflib import get_close_matches  # only a wrong name pays for it

    folded = {fold(candidate): candidate for candidate in known}
    short = fold(name)[:100]
    # Two of three letters in common mean little.
    matches = get_close_matches(short, folded, n=1, cutoff=0.65 if len(short) <= _FEW else 0.6)
    if not matches and len(short) >= _ENOUGH:  # not all of it was typed
        begun = [
            each for each in folded if any(part.startswith(short) for part in (each, *re.split("[- ]", each)))
        ]
        matches = sorted(begun, key=len)[:1]
    return folded[matches[0]] if matches else None
