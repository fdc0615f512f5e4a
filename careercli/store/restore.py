"""What a backup holds put in the place of what is there: shown first, then done so that nothing is lost.

A profile is put back whole, with its history, notes and drafts as they were; what belongs to it and is not in
the backup goes. Profiles that are not in it stay. What would be replaced is kept first, in a backup of its
own, once: whoever is ended in the middle and runs again does the rest.
"""

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from careercli.domain.backup import Difference
from careercli.errors import CareerError, StorageError
from careercli.formats.document import read_if_there
from careercli.formats.text import clean
from careercli.store.backup import BEFORE, MAX_FILE, Folders, pack, unpack
from careercli.store.letters import merged_letters
from careercli.store.places import Places
from careercli.system.files import locked, replace, saving, write_whole

_PROFILES, _END = "data/profiles/", ".yaml"
_LETTERS = "data/letters.json"


class Restore(NamedTuple):
    """A restore that is ready to be done: where, the files as they should be, as they are, and by profile."""

    folders: Folders
    wanted: dict[str, bytes]
    there: dict[str, bytes]
    owned: dict[str, tuple[str, ...]]

    @property
    def difference(self) -> Difference:
        """What it would do."""
        wanted, there = self.wanted, self.there
        owned = {path for paths in self.owned.values() for path in paths}
        left = sorted(there.keys() - wanted.keys())
        return Difference(
            new=tuple(sorted(wanted.keys() - there.keys())),
            replaced=tuple(path for path in sorted(wanted) if path in there and there[path] != wanted[path]),
            removed=tuple(path for path in left if path in owned),
            same=tuple(path for path in sorted(wanted) if there.get(path) == wanted[path]),
            kept=tuple(path for path in left if path not in owned),
        )

    def keep_aside(self, day: date, version: str) -> Path | None:
        """Make a backup of what is there, unless nothing of it goes or the last such one has it; return it.

        Raises:
            StorageError: it cannot be written; nothing is changed.

        """
        difference = self.difference
        going = (*difference.replaced, *difference.removed)
        if not going:
            return None
        made = sorted(self.folders.data.glob(f"{BEFORE}*.zip"), key=_number)
        if made and self._has_all(made[-1], going):
            return made[-1]
        number = _number(made[-1]) + 1 if made else 1
        aside = self.folders.data / f"{BEFORE}{number}.zip"
        write_whole(aside, pack(self.there, day, version))
        return aside

    def _has_all(self, aside: Path, going: tuple[str, ...]) -> bool:
        try:
            _, files = unpack(aside)
        except CareerError:
            return False
        return all(files.get(path) == self.there[path] for path in going)

    def run(self) -> None:
        """Put everything in its place, profile by profile, each while nobody else can change it.

        Raises:
            StorageError: something cannot be written, or was changed since it was shown; what is done is
                whole, and it can be run again.

        """
        difference = self.difference
        todo = {*difference.new, *difference.replaced, *difference.removed}
        for name, paths in self.owned.items():
            here = [path for path in paths if path in todo]
            own = f"{_PROFILES}{name}{_END}"
            if here:
                with locked(self.folders.place(own)):
                    for path in sorted(here, key=lambda path: path == own):
                        self._settle(path, is_locked=path == own)
            todo -= set(here)
        for path in sorted(todo):
            self._settle(path, is_locked=False)

    def _settle(self, path: str, *, is_locked: bool) -> None:
        place = self.folders.place(path)
        with contextlib.nullcontext(place.resolve()) if is_locked else locked(place) as target:
            if read_if_there(place, limit=MAX_FILE) != self.there.get(path):
                raise StorageError(
                    f"{clean(place)} was changed by somebody else meanwhile.",
                    hint="What is done by then is whole. Run it again, and look at what would change.",
                )
            if path in self.wanted:
                replace(target, self.wanted[path], place)
            else:
                with saving(place):
                    place.unlink(missing_ok=True)


def prepare(
    folders: Folders, places: Places, files: Mapping[str, bytes], there: Mapping[str, bytes]
) -> Restore:
    """Return the restore that puts the files of a backup in the place of those that are ``there``.

    Letters that were given since stay given: those of the backup come to them.

    Raises:
        StorageError: something else than a file is where a file of it belongs, or than a folder above it.

    """
    # Where data and state are one folder, a backup of another system has other paths for the same places.
    wanted = {folders.path_of(folders.place(path)): data for path, data in files.items()}
    _check_room(folders, wanted)
    if _LETTERS in wanted and _LETTERS in there:
        wanted[_LETTERS] = merged_letters(there[_LETTERS], wanted[_LETTERS])
    owned = {name: tuple(_owned(folders, places, name, wanted, there)) for name in sorted(_names(wanted))}
    return Restore(folders, wanted, dict(there), owned)


def _check_room(folders: Folders, wanted: Iterable[str]) -> None:
    places = {folders.place(path) for path in wanted}
    above = {folder for place in places for folder in place.parents}
    for place in sorted(places | above):
        if place.exists() and not (place.is_dir() if place in above else place.is_file()):
            raise StorageError(
                f"{clean(place)} is in the way: it is no {'folder' if place in above else 'file'}.",
                hint="Move it away. Nothing is changed.",
            )


def _names(files: Mapping[str, bytes]) -> Iterator[str]:
    for path in files:
        name = path.removeprefix(_PROFILES)
        if name != path and "/" not in name and name.endswith(_END):
            yield name.removesuffix(_END)


def _owned(
    folders: Folders, places: Places, name: str, wanted: Mapping[str, bytes], there: Mapping[str, bytes]
) -> Iterator[str]:
    """Yield the files of a profile, of the backup and of those that are there."""
    for place in places.every_of(name):
        path = folders.path_of(place)
        if path in wanted or path in there:
            yield path
    beside = f"{_PROFILES}{name}{_END}"
    for path in sorted({*wanted, *there}):
        if path.startswith(beside) and places.is_copy(path.removeprefix(beside)):
            yield path


def _number(aside: Path) -> int:
    number = aside.stem.removeprefix(BEFORE)
    return int(number) if number.isdecimal() else 0
