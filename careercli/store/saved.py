"""Saved profiles: each a YAML file under its name, with a history, and perhaps an interview broken off."""

from __future__ import annotations

import contextlib
import os
import re
import stat
from collections.abc import Callable, Iterable, Mapping
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

import msgspec

from careercli.documents.checker import examine
from careercli.documents.document import Document, decode, read_bytes, shortened
from careercli.documents.profiles import SCHEMA, profile_of, to_yaml
from careercli.documents.reading import parse, read_file
from careercli.documents.text import clean, one_line
from careercli.domain.model import Catalog, Line, Profile
from careercli.domain.names import nearest
from careercli.errors import InvalidDataError, NotFoundError, StorageError, UsageError
from careercli.store.files import (
    both_locked,
    locked,
    prepared,
    replace,
    saving,
    set_aside,
    sync_folder,
    write_whole,
)

if TYPE_CHECKING:
    from careercli.domain.history import History, Record

DEFAULT_PROFILE = "default"
"""The name of the profile that a command uses when none is given, unless another was chosen."""

Migration = Callable[[dict[str, object]], dict[str, object]]
"""Turns the value of a file of an older format into one of the next, with its ``schema``."""

MIGRATIONS: Mapping[str, Migration] = {}
"""The older formats of a profile by their ``schema``. There is none yet: careercli/profile@1 is the first."""

T = TypeVar("T")
Edit = Callable[[Profile, "History"], tuple[Profile, Iterable["Record"], T]]
"""From a profile and its history as they are now: the profile as it should be, what to remember, a result."""

_FILES = (".yaml", ".yml", ".json")
"""What ends in one of these is a file wherever a profile is named."""

_LONGEST_NAME = 200
"""In bytes; with what is put round it a name has to fit in what file systems take, 255."""

_DRAFT = "interview-draft"
_EDITED = "edit-"
_BASE = ".base"
"""What is put behind the name of a draft or an edit for what the profile was when it began."""

_COPY = re.compile(r"\.(bak|broken-[0-9]+|before-profile@[0-9]+(-[0-9]+)?)")
"""What is put behind the name of a profile's file for what careercli keeps beside it."""


class SettingsFile(msgspec.Struct, frozen=True, kw_only=True):
    """What was chosen for all commands."""

    schema: Literal["careercli/settings@1"]
    default_profile: Line = DEFAULT_PROFILE


class Store:
    """Profiles, histories and drafts in two folders, which are made when first needed.

    Names of profiles are compared as they are typed. What changes a profile holds the lock of its file, and
    with it that of its history.
    """

    def __init__(
        self, data_folder: Path, state_folder: Path, *, migrations: Mapping[str, Migration] = MIGRATIONS
    ) -> None:
        self.profiles = data_folder / "profiles"
        self.histories = data_folder / "history"
        self.settings = data_folder / "settings.yaml"
        self.state = state_folder
        self._migrations = migrations

    # Saved profiles

    def names(self) -> list[str]:
        """Return the names of all saved profiles, sorted."""
        return sorted(path.stem for path in self.profiles.glob("*.yaml"))

    def path(self, name: str) -> Path:
        """Return the file of a saved profile.

        Raises:
            NotFoundError: no profile is saved under the name; says the nearest, or why what is there is none.

        """
        path = self._file(name)
        if not _is_plain(name) or not os.path.isfile(path):  # noqa: PTH113 - never raises, where is_file may
            names = self.names()
            if name in names and (why := _why_none(name, path)):
                raise NotFoundError(
                    f"{clean(str(path))} is no profile: {why}.",
                    hint="Rename it, mend it, or move it elsewhere.",
                )
            near = nearest(name, [other for other in names if other != name])
            hint = (
                f"Did you mean '{clean(near)}'?"
                if near
                else "Give a path to a YAML or JSON file, or '-' for standard input."
            )
            raise NotFoundError(f"There is no saved profile or file '{clean(name)}'.", hint=hint)
        return path

    def has(self, name: str) -> bool:
        """Return whether anything is kept under a name, be it only the history of a profile that is gone."""
        return _is_plain(name) and bool(self._parts(name))

    def free_path(self, name: str) -> Path:
        """Return the file that a new profile of this name gets.

        Raises:
            UsageError: it cannot be a name, or is taken.

        """
        check_name(name)
        path = self._file(name)
        with saving(path):
            if path.exists():
                raise UsageError(
                    f"There is a saved profile '{clean(name)}' already.",
                    hint="Choose another name, or delete or rename that one.",
                )
        return path

    def read(self, name: str) -> Document:
        """Return the document of a saved profile; one of an older format in that of today.

        Raises:
            NotFoundError: no profile is saved under the name; says the nearest.
            StorageError: it cannot be read.
            InvalidDataError: it cannot be parsed.

        """
        return self._migrated(read_file(self.path(name)))

    def text(self, name: str) -> str:
        """Return a saved profile as it is written, to be edited by hand; it may be broken.

        Raises:
            NotFoundError: no profile is saved under the name; says the nearest.
            StorageError: it cannot be read.
            InvalidDataError: it is no UTF-8, or too large.

        """
        path = self.path(name)
        return decode(read_bytes(path), clean(str(path)))

    def create(self, name: str, profile: Profile, records: Iterable[Record] = ()) -> Path | None:
        """Save a new profile and begin its history.

        Returns where the history of an earlier profile of this name was put, if one was left behind.

        Raises:
            UsageError: the name cannot be one, or is taken.
            StorageError: it cannot be saved.

        """
        path = self.free_path(name)
        with locked(path) as target:
            self.free_path(name)
            from careercli.store.histories import appended

            history = self._history(name)
            aside = set_aside(history, f"{history.name}.aside-{{}}")
            with prepared(target, to_yaml(profile).encode(), path) as commit, appended(history, records):
                commit.now()
            return aside

    def change(self, name: str, catalog: Catalog, edit: Edit[T]) -> T:
        """Change a saved profile, remember something in its history, or both; all of it or nothing.

        ``edit`` gets what is on the disk now, while nobody else can change it. What it leaves alone stays in
        the file as the person wrote it, comments included. The content before the last change is kept in a
        ``.bak`` file, that of an older format under a name of its own.

        Raises:
            NotFoundError: no profile is saved under the name.
            StorageError: it cannot be read or saved.
            InvalidDataError: it is broken, or ``edit`` makes it so.

        """
        path = self.path(name)
        with locked(path) as target:
            from careercli.store.histories import appended, read_history
            from careercli.store.revising import revised

            history = self._history(name)
            data = read_bytes(self.path(name))  # it may have gone while this waited
            shown = clean(str(path))
            old = decode(data, shown)
            text = self._migrated_text(old, shown)
            migrated = text != old
            document = parse(text, shown)
            before = profile_of(document, catalog)
            after, records, result = edit(before, read_history(history))
            if after == before:
                with appended(history, records):
                    return result
            from careercli.documents.yaml_editor import edit_yaml

            text = edit_yaml(text, revised(document, before, after, catalog))
            profile_of(parse(text, shown), catalog)  # never save what cannot be read
            if migrated:
                self._keep_for_good(path, data)
            replace(_bak(path), data, path)
            # The record comes first: a run that is ended between the two is tried again, and the same record
            # twice counts once, while a level raised without its record would have lost what proves it.
            with prepared(target, _like(data, text), path) as commit, appended(history, records):
                commit.now()
            return result

    def rewrite(self, name: str, text: str, catalog: Catalog, *, instead_of: str) -> Profile:
        """Save a profile as somebody wrote it by hand, and return it.

        ``instead_of`` is the text that was given out to be edited.

        Raises:
            NotFoundError: no profile is saved under the name.
            InvalidDataError: what was written is no profile; with every problem.
            StorageError: it cannot be saved, or the file was changed meanwhile.

        """
        path = self.path(name)
        shown = clean(str(path))
        profile = profile_of(self._migrated(parse(text, shown)), catalog)
        with locked(path) as target:
            data = read_bytes(self.path(name))
            if decode(data, shown) != instead_of:
                raise StorageError(
                    f"{shown} was changed by somebody else while it was edited.",
                    hint="Look at what it says now, and edit it again.",
                )
            if text != instead_of:
                replace(_bak(path), data, path)
                replace(target, _like(data, text), path)
        return profile

    def rename(self, old: str, new: str, records: Iterable[Record] = ()) -> None:
        """Give a saved profile another name; its history, its draft and the choice of default go with it.

        ``records`` end the history under its old name.

        Raises:
            NotFoundError: no profile is saved under the old name.
            UsageError: the new name cannot be one, or is taken.
            StorageError: it cannot be renamed.

        """
        path = self.path(old)
        with both_locked(path, self.free_path(new)):
            path, target = self.path(old), self.free_path(new)
            from careercli.store.histories import appended

            with saving(path):
                # The new history is whole before the profile moves, and the old one is there until it has:
                # whenever this is ended, the profile has its history under the name that it has.
                history, copied = self._history(old), self._history(new)
                set_aside(copied, f"{copied.name}.aside-{{}}")
                if history.exists():
                    write_whole(copied, history.read_bytes())
                with appended(copied, records):
                    path.rename(target)
                sync_folder(self.profiles)
                history.unlink(missing_ok=True)
                for copy in self._copies(old):
                    copy.replace(self.profiles / f"{target.name}{copy.name.removeprefix(path.name)}")
                # A draft or an edit may lack its base, but must never have that of another.
                for kept in (self._draft, self.edited):
                    base_of(kept(new)).unlink(missing_ok=True)
                    for now, then in ((kept(old), kept(new)), (base_of(kept(old)), base_of(kept(new)))):
                        with contextlib.suppress(FileNotFoundError):
                            now.replace(then)
            self._choose_instead(old, new)

    def delete(self, name: str) -> tuple[Path, ...]:
        """Remove a profile, its history, its draft and the copies kept beside it; return what was removed.

        What a symbolic link leads to stays.

        Raises:
            NotFoundError: there is nothing of that name.
            StorageError: not all of it could be removed.

        """
        if not _is_plain(name) or not self._parts(name):
            self.path(name)
        with locked(self._file(name)):
            parts = self._parts(name)
            with saving(self._file(name)):
                for part in parts:
                    part.unlink(missing_ok=True)
                sync_folder(self.profiles)
            self._choose_instead(name, DEFAULT_PROFILE)
            return parts

    def set_aside(self, name: str) -> Path:
        """Rename a profile that is broken, so that its name is free, and return where it is now.

        Raises:
            NotFoundError: no profile is saved under the name.
            StorageError: it cannot be renamed.

        """
        with locked(self.path(name)):
            path = self.path(name)
            return set_aside(path, f"{path.name}.broken-{{}}") or path

    # The default profile

    def default(self) -> str:
        """Return the name of the profile that a command uses when none is given; it may not be saved yet.

        Raises:
            StorageError: the settings cannot be read.
            InvalidDataError: the settings are broken; :meth:`set_default` sets them aside.

        """
        return self._chosen() or DEFAULT_PROFILE

    def set_default(self, name: str) -> Path | None:
        """Choose the profile that a command uses when none is given.

        Returns where settings that were broken have been put, if they were.

        Raises:
            NotFoundError: no profile is saved under the name.
            UsageError: the name is no text that a file could hold.
            StorageError: the choice cannot be saved.

        """
        self.path(name)
        check_name(name)
        return self._choose(name)

    def _chosen(self) -> str | None:
        try:
            document = read_file(self.settings)
            settings, problems = examine(document, SettingsFile)
            if settings is None or problems:
                raise InvalidDataError.counting(document.name, problems)
        except NotFoundError:
            return None
        except InvalidDataError as error:
            error.hint = "Choose the default profile anew: careercli profile default NAME."
            raise
        return settings.default_profile

    def _choose_instead(self, old: str, new: str) -> None:
        with contextlib.suppress(InvalidDataError):  # whoever asks for the default is told
            if self._chosen() == old:
                self._choose(new)

    def _choose(self, name: str) -> Path | None:
        from careercli.documents.yaml_editor import edit_yaml

        with locked(self.settings) as target:
            aside = None
            text = ""
            try:
                if self._chosen() is not None:
                    text = decode(read_bytes(self.settings), clean(str(self.settings)))
            except InvalidDataError:
                aside = set_aside(self.settings, f"{self.settings.name}.broken-{{}}")
            wanted: dict[str, object] = {"schema": "careercli/settings@1", "default_profile": name}
            replace(target, edit_yaml(text, wanted).encode(), self.settings)
            return aside

    # Histories

    def history(self, name: str) -> History:
        """Return what is remembered of a saved profile; what is wrong in it is in its ``problems``.

        Raises:
            NotFoundError: no profile is saved under the name.
            StorageError: it cannot be read.
            InvalidDataError: it is longer than 64 MiB.

        """
        from careercli.store.histories import read_history

        self.path(name)
        return read_history(self._history(name))

    # Interviews that were broken off

    @property
    def draft(self) -> Path:
        """Where an interview about no saved profile is kept when it is broken off."""
        return self.draft_of(None)

    def draft_of(self, name: str | None) -> Path:
        """Return where an interview about a saved profile, or about none, is kept when it is broken off.

        Raises:
            UsageError: the name cannot be one.

        """
        if name is not None:
            check_name(name)
        return self._draft(name)

    def another_draft(self) -> Path:
        """Return a free place for an interview about a file, where another one is kept at its usual place."""
        names = (self.state / f"{_DRAFT}.{number}.yaml" for number in count(2))
        return next(path for path in names if not path.exists())

    def drafts(self) -> list[str | None]:
        """Return which profiles have a draft, sorted, first None if there is one about no saved profile."""
        stems = (path.stem for path in self.state.glob(f"{_DRAFT}-*.yaml"))
        named = sorted(stem.removeprefix(f"{_DRAFT}-") for stem in stems if ".broken-" not in stem)
        return [None, *named] if self.draft.exists() else [*named]

    def read_draft(self, name: str | None = None) -> Document | None:
        """Return the interview that was broken off, or None.

        Raises:
            StorageError: it is there and cannot be read.
            InvalidDataError: it is there and broken.

        """
        try:
            return self._migrated(read_file(self.draft_of(name)))
        except NotFoundError:
            return None

    def read_draft_base(self, name: str) -> Document | None:
        """Return a saved profile as it was when the interview that was broken off began.

        None where that is not known, as with drafts of earlier versions.
        """
        try:
            return self._migrated(read_file(base_of(self.draft_of(name))))
        except (NotFoundError, StorageError, InvalidDataError):
            return None

    def is_overtaken(self, name: str) -> bool:
        """Return whether a saved profile was changed after the interview about it was broken off."""
        try:
            return self._file(name).stat().st_mtime > self.draft_of(name).stat().st_mtime
        except OSError:
            return False

    def forget_draft(self, name: str | None = None) -> None:
        """Remove the draft; if that fails it is offered once more, and nothing is lost."""
        self.forget_draft_at(self.draft_of(name))

    def forget_draft_at(self, draft: Path) -> None:
        """Remove a draft by its place, with its base; the base first, as it must never be that of another."""
        with contextlib.suppress(OSError):
            base_of(draft).unlink(missing_ok=True)
            draft.unlink(missing_ok=True)

    def set_draft_aside(self, name: str | None = None) -> Path | None:
        """Rename a draft that cannot be used, and return its new name; None if that fails."""
        draft = self.draft_of(name)
        if not draft.exists():
            return None
        try:
            with locked(draft):
                with saving(draft):
                    base_of(draft).unlink(missing_ok=True)
                return set_aside(draft, f"{draft.stem}.broken-{{}}.yaml")
        except StorageError:
            return None

    def set_edit_aside(self, name: str) -> Path | None:
        """Rename the edit of a profile that was broken off, and return its new name; None if there is none.

        Raises:
            StorageError: it cannot be renamed.

        """
        edit = self.edited(name)
        with locked(edit):
            return set_aside(edit, f"{edit.name}.aside-{{}}")

    # Files

    def edited(self, name: str) -> Path:
        """Return where a saved profile is edited by hand, until what was written is saved."""
        return self.state / f"{_EDITED}{name}.yaml"

    def _draft(self, name: str | None) -> Path:
        return self.state / (f"{_DRAFT}.yaml" if name is None else f"{_DRAFT}-{name}.yaml")

    def _file(self, name: str) -> Path:
        return self.profiles / f"{name}.yaml"

    def _history(self, name: str) -> Path:
        return self.histories / f"{name}.jsonl"

    def _copies(self, name: str) -> tuple[Path, ...]:
        """Return what is kept beside the file of a profile."""
        own = self._file(name).name
        beside = self.profiles.iterdir() if self.profiles.is_dir() else ()
        return tuple(
            sorted(
                path
                for path in beside
                if path.name.startswith(own) and _COPY.fullmatch(path.name.removeprefix(own))
            )
        )

    def _parts(self, name: str) -> tuple[Path, ...]:
        """Return all files that belong to a name, the profile's own first."""
        own = self._file(name)
        broken_off = (self._draft(name), self.edited(name))
        others = (self._history(name), *broken_off, *map(base_of, broken_off))
        candidates = (own, *self._copies(name), *others)
        return tuple(path for path in candidates if os.path.isfile(path) or path.is_symlink())  # noqa: PTH113

    @staticmethod
    def _keep_for_good(path: Path, data: bytes) -> None:
        """Keep the content of an older format that is about to be taken over."""
        name = f"{path.name}.before-{SCHEMA.rpartition('/')[2]}"
        copy = path.with_name(name)
        set_aside(copy, f"{name}-{{}}")
        replace(copy, data, path)

    def _migrated(self, document: Document) -> Document:
        """Return a document of an older format in that of today; its places stay those of the file."""
        value = document.value
        while isinstance(value, dict) and value.get("schema") in self._migrations:
            value = self._migrations[str(value["schema"])](value)
        return document if value is document.value else msgspec.structs.replace(document, value=value)

    def _migrated_text(self, text: str, shown: str) -> str:
        """Return the text of a file with what a newer format has otherwise changed in it."""
        document = parse(text, shown)
        migrated = self._migrated(document)
        if migrated is document or not isinstance(migrated.value, dict):
            return text
        from careercli.documents.yaml_editor import edit_yaml

        return edit_yaml(text, migrated.value)


def save_profile(path: Path, profile: Profile) -> None:
    """Write a profile to a YAML file, whole or not at all; readable by its owner only.

    Raises:
        UsageError: the name does not end in ``.yaml`` or ``.yml``.
        StorageError: the file cannot be written; what was there before is intact.

    """
    if path.suffix.lower() not in {".yaml", ".yml"}:
        raise UsageError(f"{clean(str(path))} does not end in .yaml.", hint="A profile is a YAML file.")
    write_whole(path, to_yaml(profile).encode())


def base_of(path: Path) -> Path:
    """Return where the profile is kept as it was when a draft or an edit of it began."""
    return path.with_name(f"{path.name}{_BASE}")


def _why_none(name: str, path: Path) -> str:
    """Return why what lies in the folder of profiles is none, as its owner would say it; "" for a profile."""
    if not _is_plain(name):
        return "no profile can have this name"
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return "it is a link that leads nowhere" if path.is_symlink() else ""
    except (OSError, ValueError) as error:
        return (error.strerror if isinstance(error, OSError) else None) or str(error)
    if stat.S_ISDIR(mode):
        return "it is a folder"
    return "" if stat.S_ISREG(mode) else "it is no file, but a pipe or a device"


def _is_plain(name: str) -> bool:
    """Return whether a name is only a name: nothing in it leads to another folder."""
    if name in {"", ".", ".."} or set(name) & set("/\\:\0"):
        return False
    return len(name.encode(errors="surrogatepass")) <= _LONGEST_NAME


def check_name(name: str) -> None:
    """Refuse what cannot be the name of a profile: what leads elsewhere, or would be taken for a file.

    Raises:
        UsageError: it cannot be one.

    """
    plain = _is_plain(name) and clean(name) == name and one_line(name) == name
    if not plain or name[0] in ".-~" or name.endswith(".") or name.lower().endswith(_FILES):
        raise UsageError(
            f"'{shortened(name)}' cannot be the name of a profile.",
            hint="A name has up to 200 letters; no '/', '\\' or ':', no '.', '-' or '~' at its beginning, no "
            "'.' or '.yaml' at its end.",
        )


def _bak(path: Path) -> Path:
    """Return where the content before the last change is kept."""
    return path.with_name(f"{path.name}.bak")


def _like(data: bytes, text: str) -> bytes:
    """Return text as bytes, with a byte order mark where the bytes before had one."""
    mark = b"\xef\xbb\xbf"
    return (mark if data.startswith(mark) else b"") + text.encode()
