"""Where answers are saved: the name of a profile, or a file; what Enter takes, and what is no place."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Container, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from careercli.cli.output_file import FORMS, Target
from careercli.domain.names import fold
from careercli.errors import StorageError, UsageError, reason_of
from careercli.formats.document import shortened
from careercli.formats.text import clean
from careercli.interview.paths import path_of
from careercli.prompts.asker import Asker, confirmed
from careercli.text.phrases import listed

if TYPE_CHECKING:
    from careercli.cli.context import Session

_NAMELESS = "my-profile"
"""After somebody who has not said a name, or none with Latin letters."""

ENDINGS = (".yaml", ".yml")
_WHERE = (
    "Save it as? Any name will do: it stays on this computer, and careercli finds it again. One that ends in "
    ".yaml becomes a file in this folder."
)


def ask(asker: Asker, usual: str) -> str:
    """Ask for a place, and return it: a name, or a file with its ending, which may be left out.

    Raises:
        GoBackError: the person thought better of it.

    """
    return _with_ending(asker.text(_WHERE, usual, _wrong, back=True))


def is_file(place: str) -> bool:
    """Return whether a place to save to is a file, and not the name of a profile."""
    leads = any(sign in place for sign in "/\\") or place.startswith("~") or place in {".", ".."}
    return leads or place.lower().endswith((*ENDINGS, ".json"))


def _with_ending(place: str) -> str:
    name = place.replace("\\", "/").rpartition("/")[2]
    whole = not is_file(place) or "." in name or name in {"", "~"}
    return place if whole else f"{place}.yaml"


def _wrong(place: str) -> str | None:
    """Return what is wrong with a place to save to, or None."""
    if clean(place) != place:
        return "That has characters that are no text."
    if is_file(place):
        ends = _with_ending(place).lower().endswith(ENDINGS)
        return None if ends else "A file's name has to end in .yaml."
    from careercli.store import check_name

    try:
        check_name(place)
    except UsageError:
        return "That cannot be a profile's name."
    return None


def file_at(asker: Asker, place: str, own: str | None) -> Path | None:
    """Return the file to save to, or None where the person would rather not replace one but their own.

    Raises:
        StorageError: there can be no such file.

    """
    try:
        path = Path(place).expanduser()
        exists = path.exists()
    except (OSError, RuntimeError) as error:
        raise StorageError(f"{shortened(place)} cannot be used: {reason_of(error)}.") from error
    if exists and place != own and not replaces(asker, f"{path} is there already."):
        return None
    return path


def replaces(asker: Asker, what: str) -> bool:
    """Return whether the person would have what is there replaced."""
    return confirmed(asker, f"{what} Replace it?", ("No, keep it.", "Yes, replace it."), default="no")


def file_for(session: Session, usual: str, forms: Sequence[str], read: str | None) -> Target | None:
    """Ask for the file to write to, in one of some forms; None where one that is there shall stay.

    ``read`` is the profile that is never written over.

    Raises:
        GoBackError: the person goes back.
        UsageError, StorageError: it cannot be written.

    """
    endings = [ending for ending, form in FORMS.items() if form in forms]

    def wrong(text: str) -> str | None:
        if clean(text) != text:
            return "That has characters that are no text."
        try:
            ends = path_of(text).suffix.lower() in endings
        except (OSError, RuntimeError, ValueError):
            return "That cannot be the path of a file."
        return None if ends else f"Its name ends in {listed(endings).replace(' and ', ' or ')}."

    path = path_of(session.asker.text("What is the file to be called?", usual, wrong, back=True))
    there = path.is_file()
    if there and not replaces(session.asker, f"{clean(path)} is there already."):
        return None
    target = Target(FORMS[path.suffix.lower()], str(path), force=there, read=read)
    target.check(session)
    return target


def free_name(default: str, person: str | None, taken: Container[str]) -> str:
    """Return a name that is not taken: one after the person, the default one where they have said none."""
    own = slug(person)
    first = (default, own) if own == _NAMELESS else (own,)
    numbered = (f"{own}-{number}" for number in itertools.count(2))
    return next(name for name in itertools.chain(first, numbered) if name not in taken)


def slug(name: str | None) -> str:
    """Return a file name for a person: small letters without accents, digits and hyphens."""
    letters = "".join(
        c for c in unicodedata.normalize("NFKD", fold(name or "")) if not unicodedata.combining(c)
    )
    words = re.findall(r"[a-z0-9]+", letters)
    return "-".join(words)[:60].strip("-") or _NAMELESS
