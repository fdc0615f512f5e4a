"""The last change of a saved profile taken back, and taken up again.

What the profile said before its last change lies beside it (``.bak``). Taking the change back puts that in
its place, and what the change had made of it under another name (``.undone``), from where it can be taken up
again. Another change makes that void.

Each way is done in three moves: keep what is there, replace it, remove what was put in its place. Whoever is
ended between them and runs again finds by what the files say how far it came.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from careercli.domain.model import Catalog, Profile
from careercli.errors import CareerError, NotFoundError
from careercli.formats.document import decode, read_bytes, read_if_there
from careercli.formats.parser import parse
from careercli.formats.profiles import profile_of
from careercli.formats.text import clean
from careercli.store.histories import appended, read_history, settle
from careercli.store.places import bak_of, undone_of
from careercli.system.files import prepared, replace, saving, sync_folder

if TYPE_CHECKING:
    from careercli.domain.history import History, Record

Remember = Callable[[Profile | None, Profile, "History"], Iterable["Record"]]
"""From a profile before, None where it cannot be read, and after, and its history: what to remember."""


class Swapped(NamedTuple):
    """A profile before, None where it could not be read, and after."""

    before: Profile | None
    after: Profile


def swap(
    path: Path, target: Path, history: Path, catalog: Catalog, remember: Remember, *, redo: bool
) -> Swapped:
    """Take the last change of a profile back, or with ``redo`` up again; its lock is held.

    Raises:
        NotFoundError: there is none; says why.
        InvalidDataError: what would be put in place is broken; nothing is changed.
        StorageError: it cannot be saved; what was there before is intact.

    """
    source, spare = (undone_of(path), bak_of(path)) if redo else (bak_of(path), undone_of(path))
    data, wanted, kept = read_bytes(path), read_if_there(source), read_if_there(spare)
    settle(history, target)
    ended = wanted == data and kept is not None  # a run that replaced it, and was ended
    if not ended:
        _check(path, wanted, kept, data, redo=redo)
    content = data if wanted is None else wanted
    after = _profile(content, source, catalog)
    before = _readable(kept if ended and kept is not None else data, path, catalog)
    if not ended:
        records = list(remember(before, after, read_history(history)))
        replace(spare, data, path)
        with prepared(target, content, path) as commit, appended(history, records, before=data):
            commit()
    with saving(path):
        source.unlink(missing_ok=True)
        sync_folder(path.parent)
    return Swapped(before, after)


def _check(path: Path, wanted: bytes | None, kept: bytes | None, data: bytes, *, redo: bool) -> None:
    name = clean(path.stem)
    if redo and (wanted is None or kept not in {None, data}):
        raise NotFoundError(
            f"No change of {name} was taken back last, so there is none to take up again.",
            hint="What is remembered: careercli profile history.",
        )
    if wanted is None and kept is not None:
        raise NotFoundError(
            f"The last change of {name} is taken back already, and only the last one is kept.",
            hint="To take it up again, add --redo.",
        )
    if wanted in {None, data}:
        raise NotFoundError(
            f"There is no change of {name} to take back.",
            hint="Only the last change of a saved profile is kept; what was deleted is gone.",
        )


def _profile(content: bytes, path: Path, catalog: Catalog) -> Profile:
    shown = clean(path)
    return profile_of(parse(decode(content, shown), shown).as_kept(), catalog)


def _readable(content: bytes, path: Path, catalog: Catalog) -> Profile | None:
    try:
        return _profile(content, path, catalog)
    except CareerError:
        return None
