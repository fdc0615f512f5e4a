"""A new name for a saved profile: many things to do, any of which may be the last that a run comes to.

A note beside the profile says what it is to be called. Until the profile itself moves, all of it is there
under its old name, and under the new one are copies; then what is left of the old one goes. Whoever finds the
note of a run that was ended knows by where the profile is whether to take the copies back or to go on.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from careercli.store.drafts import Drafts
from careercli.store.letters import Letters, letter_key
from careercli.store.names import is_plain
from careercli.store.places import Places, bak_of, undone_of
from careercli.store.settings import choose_instead
from careercli.system.files import both_locked, saving, set_aside, sync_folder, write_note, write_whole

if TYPE_CHECKING:
    from careercli.domain.history import Record


class Renamer:
    """Gives saved profiles other names."""

    def __init__(self, places: Places, letters: Letters, drafts: Drafts, settings: Path) -> None:
        self._places = places
        self._letters = letters
        self._drafts = drafts
        self._settings = settings

    def rename(self, old: str, new: str, records: Iterable[Record]) -> None:
        """Give a profile a name that is free; both are locked, and settled."""
        from careercli.store.histories import appended, settle

        places = self._places
        path, target = places.file(old), places.file(new)
        history, copied = places.history(old), places.history(new)
        settle(history, Path(os.path.realpath(path)))
        self.begin_anew(new)
        write_note(places.renaming(old), f"{new}\n".encode())
        if history.exists():
            write_whole(copied, history.read_bytes())
        for kept, copy in zip(places.of_others(old), places.of_others(new), strict=True):
            if kept.exists():
                write_whole(copy, kept.read_bytes())
        self._letters.share(letter_key(old), letter_key(new))
        with appended(copied, records):
            path.rename(target)
        self._finish(old, new)

    def begin_anew(self, name: str) -> Path | None:
        """Let a profile have nothing of an earlier one that was removed by hand.

        Returns where the history of that one was put, if it left any.
        """
        history = self._places.history(name)
        aside = set_aside(history, f"{history.name}.aside-{{}}")
        for kept in self._places.of_others(name):
            set_aside(kept, f"{kept.name}.aside-{{}}")
        file = self._places.file(name)
        for copy in (bak_of(file), undone_of(file)):
            set_aside(copy, f"{file.name}.aside-{{}}")
        self._letters.forget(letter_key(name))
        with saving(file):
            self._places.visits(name).unlink(missing_ok=True)
            self._drafts.begin_anew(name)
            self._places.shown_plan(name).unlink(missing_ok=True)
        return aside

    def settle(self, name: str) -> list[tuple[str, str]]:
        """Finish or take back what runs that were ended have begun from or to a name; return what is done.

        Raises:
            StorageError: it cannot be done.

        """
        finished = []
        for old in self._places.renamings():
            new = self._new_name(old)
            if new is None or name not in {old, new}:
                continue
            path, target = self._places.file(old), self._places.file(new)
            with both_locked(path, target), saving(path):
                if self._new_name(old) != new:
                    continue  # it was going on, and is done
                if not os.path.lexists(path) and os.path.lexists(target):
                    self._finish(old, new)
                    finished.append((old, new))
                    continue
                if not os.path.lexists(target):
                    self._take_back(new)
                self._places.renaming(old).unlink(missing_ok=True)
        return finished

    def _finish(self, old: str, new: str) -> None:
        """Do what follows after the profile has moved."""
        places = self._places
        path, target = places.file(old), places.file(new)
        sync_folder(places.profiles)
        choose_instead(self._settings, old, new)
        places.history(old).unlink(missing_ok=True)
        for kept in places.of_others(old):
            kept.unlink(missing_ok=True)
        self._letters.forget(letter_key(old))
        for copy in places.copies(old):
            copy.replace(target.with_name(f"{target.name}{copy.name.removeprefix(path.name)}"))
        with suppress(FileNotFoundError):
            places.visits(old).replace(places.visits(new))
        self._drafts.rename(old, new)
        with suppress(FileNotFoundError):
            places.shown_plan(old).replace(places.shown_plan(new))
        places.renaming(old).unlink(missing_ok=True)

    def _take_back(self, new: str) -> None:
        """Remove the copies under a name that no profile has got."""
        self._places.history(new).unlink(missing_ok=True)
        for copy in self._places.of_others(new):
            copy.unlink(missing_ok=True)
        self._letters.forget(letter_key(new))

    def _new_name(self, old: str) -> str | None:
        """Return what a profile is to be called; None where it keeps its name."""
        try:
            new, end, _ = self._places.renaming(old).read_text("utf-8").partition("\n")
        except (OSError, ValueError):
            return None
        return new if end and is_plain(new) else None  # half a note is none: nothing was done yet
