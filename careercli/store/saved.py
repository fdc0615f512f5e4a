"""Saved profiles: each a YAML file under its name, with a history, and perhaps an interview broken off."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from careercli.domain.model import Catalog, Profile
from careercli.errors import NotFoundError, StorageError, UsageError
from careercli.formats.document import Document, decode, read_bytes
from careercli.formats.parser import parse, read_file
from careercli.formats.profiles import profile_of, to_yaml
from careercli.formats.suggestion import did_you_mean
from careercli.formats.text import clean
from careercli.store.drafts import Drafts
from careercli.store.everything import Everything
from careercli.store.letters import Letters, letter_key
from careercli.store.names import check_name, is_plain
from careercli.store.places import Places, bak_of, undone_of, why_none
from careercli.store.rename import Renamer
from careercli.store.settings import (
    DEFAULT_PROFILE,
    change_settings,
    choose_default,
    choose_instead,
    default_profile,
)
from careercli.system.files import (
    both_locked,
    locked,
    prepared,
    replace,
    saving,
    sync_folder,
    write_whole,
)

if TYPE_CHECKING:
    from datetime import date

    from careercli.domain.history import History, Record
    from careercli.domain.notes import Note
    from careercli.domain.opinion import Opinions
    from careercli.domain.visits import Visit
    from careercli.store.reversal import Remember, Swapped
    from careercli.store.shown import ShownPlan

T = TypeVar("T")
Edit = Callable[[Profile, "History"], tuple[Profile, Iterable["Record"], T]]
"""From a profile and its history as they are now: the profile as it should be, what to remember, a result."""


class Store:
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
        self.everything = Everything(data_folder, state_folder, self._places)
        self._renaming = Renamer(self._places, self.letters, self.drafts, self.settings)

    @contextlib.contextmanager
    def _held(self, name: str) -> Iterator[Path]:
        """Be the only one to change a saved profile; gives its file itself, symbolic links followed."""
        with locked(self.path(name)) as target:
            self.path(name)  # it may have gone while this waited
            yield target

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

    def create(self, name: str, profile: Profile, records: Iterable[Record] = ()) -> Path | None:
        """Save a new profile and begin its history.

        Returns where the history of an earlier profile of this name was put, if one was left behind.

        Raises:
            UsageError: the name cannot be one, or is taken.

        """
        self._renaming.settle(name)
        path = self.free_path(name)
        with locked(path) as target:
            self.free_path(name)
            from careercli.store.histories import appended, settle

            history = self._places.history(name)
            settle(history, target)
            aside = self._renaming.begin_anew(name)
            text = to_yaml(profile).encode()
            with prepared(target, text, path) as commit, appended(history, records, before=b""):
                commit()
            return aside

    def change(self, name: str, catalog: Catalog, edit: Edit[T]) -> T:
        """Change a saved profile, remember something in its history, or both; all of it or nothing.

        ``edit`` gets what is on the disk now, while nobody else can change it. What it leaves alone stays in
        the file as the person wrote it, comments included. The content before the last change is kept in a
        ``.bak`` file.

        Raises:
            InvalidDataError: it is broken, or ``edit`` makes it so.

        """
        path = self._places.file(name)
        with self._held(name) as target:
            from careercli.store.histories import appended, read_history, settle
            from careercli.store.revision import revised

            history = self._places.history(name)
            data = read_bytes(path)
            settle(history, target)
            shown = clean(path)
            text = decode(data, shown)
            document = parse(text, shown).as_kept()
            before = profile_of(document, catalog)
            after, records, result = edit(before, read_history(history))
            if after == before:
                with appended(history, records):
                    return result
            from careercli.formats.yaml_editor import edit_yaml

            text = edit_yaml(text, revised(document, before, after, catalog))
            profile_of(parse(text, shown), catalog)  # never save what cannot be read
            replace(bak_of(path), data, path)
            # The record comes first, for a level raised without its record would have lost what proves it. Of
            # a run that is ended between the two, the next one takes it back.
            new = _like(data, text)
            with prepared(target, new, path) as commit, appended(history, records, before=data):
                commit()
            with saving(path):
                undone_of(path).unlink(missing_ok=True)
            return result

    def rewrite(self, name: str, text: str, catalog: Catalog, *, instead_of: str) -> Profile:
        """Save a profile as somebody wrote it by hand, and return it.

        ``instead_of`` is the text that was given out to be edited.

        Raises:
            InvalidDataError: what was written is no profile; with every problem.
            StorageError: it cannot be saved, or the file was changed meanwhile.

        """
        path = self.path(name)
        shown = clean(path)
        profile = profile_of(parse(text, shown), catalog)
        with self._held(name) as target:
            data = read_bytes(path)
            if decode(data, shown) != instead_of:
                raise StorageError(
                    f"{shown} was changed by somebody else while it was edited.",
                    hint="Look at what it says now, and edit it again.",
                )
            if text != instead_of:
                replace(bak_of(path), data, path)
                replace(target, _like(data, text), path)
                with saving(path):
                    undone_of(path).unlink(missing_ok=True)
        return profile

    def swap(self, name: str, catalog: Catalog, remember: Remember, *, redo: bool) -> Swapped:
        """Take the last change of a saved profile back, or with ``redo`` up again, and remember that.

        Raises:
            NotFoundError: there is none; says why.
            InvalidDataError: what would be put in place is broken; nothing is changed.

        """
        from careercli.store.reversal import swap

        places = self._places
        with self._held(name) as target:
            return swap(places.file(name), target, places.history(name), catalog, remember, redo=redo)

    def rename(self, old: str, new: str, records: Iterable[Record] = ()) -> None:
        """Give a saved profile another name; its history, its draft and the choice of default go with it.

        ``records`` end the history under its old name.

        Raises:
            UsageError: the new name cannot be one, or is taken.

        """
        if self.finish_rename(old, new):
            return
        self._renaming.settle(new)
        path = self.path(old)
        with both_locked(path, self.free_path(new)):
            self.path(old), self.free_path(new)
            with saving(path):
                self._renaming.rename(old, new, records)

    def finish_rename(self, old: str, new: str) -> bool:
        """Return whether a run that was ended had begun to call ``old`` ``new``, and finish that."""
        return (old, new) in self._renaming.settle(old)

    def delete(self, name: str) -> tuple[Path, ...]:
        """Remove a profile, its history, its draft and the copies kept beside it; return what was removed.

        What a symbolic link leads to stays.
        """
        self._renaming.settle(name)
        if not is_plain(name) or not self._places.all_of(name):
            self.path(name)
        # A link into a folder that is not there leads to nothing that anybody could be writing.
        file = self._places.file(name)
        with locked(file) if Path(os.path.realpath(file)).parent.is_dir() else contextlib.nullcontext():
            parts = self._places.all_of(name)
            # While any part is there, this can be done again: what nobody could name then goes first.
            self.letters.forget(letter_key(name))
            choose_instead(self.settings, name, DEFAULT_PROFILE)
            with saving(self._places.file(name)):
                for part in parts:
                    part.unlink(missing_ok=True)
                sync_folder(self.profiles)
            return parts

    # The default profile

    def default(self) -> str:
        """Return the name of the profile that a command uses when none is given; it may not be saved yet.

        Where only one is saved, it is that one, whatever was chosen.

        Raises:
            InvalidDataError: the settings are broken; :meth:`set_default` sets them aside.

        """
        chosen, names = default_profile(self.settings), self.names()
        return names[0] if len(names) == 1 else chosen

    def set_default(self, name: str) -> Path | None:
        """Choose the profile that a command uses when none is given.

        Returns where settings that were broken have been put, if they were.

        Raises:
            UsageError: the name is no text that a file could hold.

        """
        self.path(name)
        check_name(name)
        return choose_default(self.settings, name)

    def change_settings(self, changes: Mapping[str, object]) -> Path | None:
        """Choose settings by their keys, None takes one back; return where broken ones have been put."""
        return change_settings(self.settings, changes)

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


def save_profile(path: Path, profile: Profile) -> None:
    """Write a profile to a YAML file, whole or not at all; readable by its owner only.

    Raises:
        UsageError: the name does not end in ``.yaml`` or ``.yml``.
        StorageError: the file cannot be written; what was there before is intact.

    """
    if path.suffix.lower() not in {".yaml", ".yml"}:
        raise UsageError(f"{clean(path)} does not end in .yaml.", hint="A profile is a YAML file.")
    write_whole(path, to_yaml(profile).encode())


def _like(data: bytes, text: str) -> bytes:
    """Return text as bytes, with a byte order mark where the bytes before had one."""
    mark = b"\xef\xbb\xbf"
    return (mark if data.startswith(mark) else b"") + text.encode()
