"""The saved profiles as they lie there: which there are, what each says, and what lies beside it."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from careercli.errors import NotFoundError, UsageError
from careercli.formats.document import Document, decode, read_bytes
from careercli.formats.parser import read_file
from careercli.formats.suggestion import did_you_mean
from careercli.formats.text import clean
from careercli.store.drafts import Drafts
from careercli.store.letters import Letters
from careercli.store.names import check_name, is_plain
from careercli.store.places import Places, why_none
from careercli.store.settings import default_profile
from careercli.system.files import locked, saving

if TYPE_CHECKING:
    from datetime import date

    from careercli.domain.history import History
    from careercli.domain.notes import Note
    from careercli.domain.opinion import Opinions
    from careercli.domain.visits import Visit
    from careercli.store.backup import Folders
    from careercli.store.restore import Restore
    from careercli.store.shown import ShownPlan


class Shelf:
    """Profiles, histories and drafts in two folders, which are made when first needed.

    Names of profiles are compared as they are typed. What changes a profile holds the lock of its file, and
    with it that of its history. Whatever takes the name of a saved profile raises NotFoundError where none is
    saved under it, which says the nearest; StorageError where a file cannot be read or written, and then what
    was there before is intact; and InvalidDataError where a file is broken, too large, or no UTF-8.
    """

    def __init__(self, data_folder: Path, state_folder: Path) -> None:
        self.drafts = Drafts(state_folder)
        self._places = Places(data_folder, self.drafts)
        self.profiles = self._places.profiles
        self.histories = self._places.histories
        self.all_notes = self._places.all_notes
        self.all_opinions = self._places.all_opinions
        self.settings = data_folder / "settings.yaml"
        self.letters = Letters(data_folder / "letters.json")
        self._folders = data_folder, state_folder

    @contextlib.contextmanager
    def _held(self, name: str) -> Iterator[Path]:
        """Be the only one to change a saved profile; gives its file itself, symbolic links followed."""
        with locked(self.path(name)) as target:
            self.path(name)  # it may have gone while this waited
            yield target

    # All that is kept, taken together

    def folders(self, cache: Path) -> Folders:
        """Return the folders of all that is kept; the ``cache`` is no part of it."""
        from careercli.store.backup import Folders

        return Folders(*self._folders, cache)

    def restoring(self, cache: Path, files: Mapping[str, bytes]) -> Restore:
        """Return a restore of the files of a backup that is ready to be done."""
        from careercli.store.backup import gather
        from careercli.store.restore import prepare

        folders = self.folders(cache)
        return prepare(folders, self._places, files, gather(folders).files)

    # Saved profiles

    def names(self) -> list[str]:
        """Return the names of all saved profiles, sorted."""
        return sorted(path.stem for path in self.profiles.glob("*.yaml"))

    def path(self, name: str) -> Path:
        """Return the file of a saved profile.

        Raises:
            NotFoundError: no profile is saved under the name; says the nearest, or why what is there is none.

        """
        path = self._places.file(name)
        if not is_plain(name) or not os.path.isfile(path):  # noqa: PTH113 - never raises, where is_file may
            names = self.names()
            if name in names and (why := why_none(name, path)):
                raise NotFoundError(
                    f"{clean(path)} is no profile: {why}.",
                    hint="Rename it, mend it, or move it elsewhere.",
                )
            otherwise = "Give a path to a YAML or JSON file, or '-' for standard input."
            hint = did_you_mean(name, [other for other in names if other != name], otherwise)
            raise NotFoundError(f"There is no saved profile or file '{clean(name)}'.", hint=hint)
        return path

    def has(self, name: str) -> bool:
        """Return whether anything is kept under a name, be it only the history of a profile that is gone."""
        return is_plain(name) and bool(self._places.all_of(name))

    def free_path(self, name: str) -> Path:
        """Return the file that a new profile of this name gets.

        Raises:
            UsageError: it cannot be a name, or is taken.

        """
        check_name(name)
        path = self._places.file(name)
        with saving(path):
            if path.exists():
                raise UsageError(
                    f"There is a saved profile '{clean(name)}' already.",
                    hint="Choose another name, or delete or rename that one.",
                )
        return path

    def read(self, name: str) -> Document:
        """Return the document of a saved profile."""
        return read_file(self.path(name)).as_kept()

    def text(self, name: str) -> str:
        """Return a saved profile as it is written, to be edited by hand; it may be broken."""
        path = self.path(name)
        return decode(read_bytes(path), clean(path))

    # The default profile

    def default(self) -> str:
        """Return the name of the profile that a command uses when none is given; it may not be saved yet.

        Where only one is saved, it is that one, whatever was chosen.

        Raises:
            InvalidDataError: the settings are broken; :meth:`set_default` sets them aside.

        """
        chosen, names = default_profile(self.settings), self.names()
        return names[0] if len(names) == 1 else chosen

    # Histories

    def history(self, name: str) -> History:
        """Return what is remembered of a saved profile; what is wrong in it is in its ``problems``."""
        from careercli.store.histories import read_history

        self.path(name)
        return read_history(self._places.history(name))

    def is_overtaken(self, name: str) -> bool:
        """Return whether a saved profile was changed after the interview about it was broken off."""
        try:
            return self._places.file(name).stat().st_mtime > self.drafts.place(name).stat().st_mtime
        except OSError:
            return False

    # The plan that was shown last

    def shown_plan(self, name: str) -> ShownPlan | None:
        """Return the plan of a saved profile that was shown last, or None."""
        from careercli.store.shown import read_shown

        self.path(name)
        return read_shown(self._places.shown_plan(name))

    def keep_shown_plan(self, name: str, day: date, numbers: dict[str, int]) -> None:
        """Keep which number each step had in the plan of a saved profile that is shown.

        Nobody has to be locked out: of two plans shown at once either is the last.
        """
        from careercli.store.shown import ShownPlan, keep_shown

        self.path(name)
        keep_shown(self._places.shown_plan(name), ShownPlan(day=day, numbers=numbers))

    # When somebody was last here

    def visits(self, name: str) -> tuple[Visit, ...]:
        """Return the last days on which somebody was shown where they stand, the earliest first.

        None where no such day is kept, or the file that keeps them cannot be used.
        """
        from careercli.store.visits import read_visits

        return read_visits(self._places.visits(name))

    def keep_visit(self, name: str, visit: Visit) -> None:
        """Keep that somebody was shown today where they stand."""
        from careercli.store.visits import keep_visit

        with self._held(name):
            keep_visit(self._places.visits(name), visit)

    # What a coach keeps about a person

    def notes(self, name: str) -> tuple[Note, ...]:
        """Return the notes on a saved profile, in the order of their days."""
        from careercli.store.notes import read_notes

        self.path(name)
        return read_notes(self._places.notes(name))

    def change_notes(self, name: str, edit: Callable[[Sequence[Note]], Sequence[Note]]) -> tuple[Note, ...]:
        """Change the notes on a saved profile, and return them."""
        from careercli.store.notes import change_notes

        with self._held(name):
            return change_notes(self._places.notes(name), edit)

    # What other people say about somebody

    def opinions(self, name: str) -> Opinions:
        """Return what others were asked and said about a saved profile."""
        self.path(name)
        path = self._places.opinions(name)
        if not os.path.lexists(path):
            from careercli.domain.opinion import Opinions

            return Opinions()
        from careercli.store.opinions import read_opinions

        return read_opinions(path)

    def change_opinions(self, name: str, edit: Callable[[Opinions], Opinions]) -> Opinions:
        """Change what others were asked and said about a saved profile, and return it."""
        from careercli.store.opinions import change_opinions

        with self._held(name):
            return change_opinions(self._places.opinions(name), edit)
