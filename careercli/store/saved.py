"""Saved profiles: each a YAML file under its name, with a history, and perhaps an interview broken off."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from careercli.domain.model import Catalog, Profile
from careercli.errors import StorageError, UsageError
from careercli.formats.document import decode, read_bytes
from careercli.formats.parser import parse
from careercli.formats.profiles import profile_of, to_yaml
from careercli.formats.text import clean
from careercli.store.letters import letter_key
from careercli.store.names import check_name, is_plain
from careercli.store.places import bak_of, undone_of
from careercli.store.rename import Renamer
from careercli.store.settings import DEFAULT_PROFILE, change_settings, choose_instead
from careercli.store.shelf import Shelf
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
    from careercli.domain.history import History, Record
    from careercli.store.reversal import Remember, Swapped

T = TypeVar("T")
Edit = Callable[[Profile, "History"], tuple[Profile, Iterable["Record"], T]]
"""From a profile and its history as they are now: the profile as it should be, what to remember, a result."""


class Store(Shelf):
    """Saved profiles, and all that changes one of them."""

    def __init__(self, data_folder: Path, state_folder: Path) -> None:
        super().__init__(data_folder, state_folder)
        self._renaming = Renamer(self._places, self.letters, self.drafts, self.settings)

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

    def set_default(self, name: str) -> Path | None:
        """Choose the profile that a command uses when none is given.

        Returns where settings that were broken have been put, if they were.

        Raises:
            UsageError: the name is no text that a file could hold.

        """
        self.path(name)
        check_name(name)
        return self.change_settings({"default_profile": name})

    def change_settings(self, changes: Mapping[str, object]) -> Path | None:
        """Choose settings by their keys, None takes one back; return where broken ones have been put."""
        return change_settings(self.settings, changes)


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
