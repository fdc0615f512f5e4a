"""Names of things: exact, in any case, and the nearest known one when nothing matches."""

from __future__ import annotations

from collections.abc import Iterable


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
    matches = get_close_matches(fold(name)[:100], folded, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else None
