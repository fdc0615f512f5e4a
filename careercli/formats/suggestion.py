"""What somebody may have meant by a name that is not known: found and said in one way, whatever is named."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path

from careercli.domain.names import nearest
from careercli.formats.text import clean

_MOST_FILES = 1000
"""Among so many files of a folder the one that was meant is looked for."""


def did_you_mean(
    name: str, known: Iterable[str], otherwise: str = "", *, meaning: Mapping[str, str] | None = None
) -> str:
    """Return the question whether the known name most like this one was meant; else what to say otherwise.

    ``meaning`` has what each known name stands for, which is what is asked for.
    """
    near = nearest(name, known)
    if near is None:
        return otherwise
    return f"Did you mean '{clean(near if meaning is None else meaning[near])}'?"


def did_you_mean_file(path: str | Path, otherwise: str) -> str:
    """Return the question whether the file of the same folder and ending most like this one was meant."""
    wanted = Path(path)
    there: dict[str, str] = {}
    with suppress(OSError, ValueError):
        for each in islice(wanted.parent.iterdir(), _MOST_FILES):
            if each.suffix.lower() == wanted.suffix.lower():
                there[each.name] = str(each)
    return did_you_mean(wanted.name, sorted(there), otherwise, meaning=there)
