"""What careercli keeps for a person: profiles saved under a name, and the draft of an interview.

A file is only ever replaced whole: written beside its target, flushed to the disk, then moved over it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from itertools import count
from pathlib import Path

from careercli.documents.document import Document
from careercli.documents.profiles import to_yaml
from careercli.documents.reading import read_file
from careercli.documents.text import clean
from careercli.domain.model import Profile
from careercli.domain.names import nearest
from careercli.errors import NotFoundError, StorageError, UsageError

DEFAULT_PROFILE = "default"
"""The name of the profile that a command uses when none is given."""

_TEMPORARY = ".careercli-"
_LONGEST_NAME = 200
"""In bytes; with its suffix a name has to fit in what file systems take, 255."""


class Store:
    """Profiles and drafts in two folders, which are made when first needed."""

    def __init__(self, data_folder: Path, state_folder: Path) -> None:
        self.profiles = data_folder / "profiles"
        self.state = state_folder

    @property
    def draft(self) -> Path:
        """Where an interview that was broken off is kept."""
        return self.state / "interview-draft.yaml"

    def read_draft(self) -> Document | None:
        """Return the interview that was broken off, or None.

        Raises:
            StorageError: it is there and cannot be read.
            InvalidDataError: it is there and broken.

        """
        try:
            return read_file(self.draft)
        except NotFoundError:
            return None

    def forget_draft(self) -> None:
        """Remove the draft; if that fails it is offered once more, and nothing is lost."""
        with contextlib.suppress(OSError):
            self.draft.unlink(missing_ok=True)

    def set_draft_aside(self) -> Path | None:
        """Rename a draft that cannot be used, and return its new name; None if that fails."""
        names = (self.draft.with_suffix(f".broken-{number}.yaml") for number in count(1))
        aside = next(name for name in names if not name.exists())
        try:
            self.draft.replace(aside)
        except OSError:
            return None
        return aside

    def names(self) -> list[str]:
        """Return the names of all saved profiles, sorted."""
        return sorted(path.stem for path in self.profiles.glob("*.yaml"))

    def read(self, name: str) -> Document:
        """Return the document of a saved profile.

        Raises:
            NotFoundError: no profile is saved under the name; says the nearest.

        """
        path = self.profiles / f"{name}.yaml"
        if not _is_plain(name) or not path.is_file():
            near = nearest(name, self.names())
            hint = (
                f"Did you mean '{clean(near)}'?"
                if near
                else "Give a path to a YAML or JSON file, or '-' for standard input."
            )
            raise NotFoundError(f"There is no saved profile or file '{clean(name)}'.", hint=hint)
        return read_file(path)


def _is_plain(name: str) -> bool:
    """Return whether a name is only a name: nothing in it leads to another folder."""
    if name in {"", ".", ".."} or set(name) & set("/\\:\0"):
        return False
    return len(name.encode(errors="surrogatepass")) <= _LONGEST_NAME


def save_profile(path: Path, profile: Profile) -> None:
    """Write a profile to a YAML file, whole or not at all; readable by its owner only.

    Raises:
        UsageError: the name does not end in ``.yaml`` or ``.yml``.
        StorageError: the file cannot be written; what was there before is intact.

    """
    if path.suffix.lower() not in {".yaml", ".yml"}:
        raise UsageError(f"{clean(str(path))} does not end in .yaml.", hint="A profile is a YAML file.")
    write_whole(path, to_yaml(profile).encode())


def write_whole(path: Path, data: bytes) -> None:
    """Replace a file by ``data``: afterwards it has all of the old content or all of the new.

    A symbolic link is followed to its target. Folders that are missing are made.

    Raises:
        StorageError: the file cannot be written.

    """
    temporary: Path | None = None
    try:
        target = Path(os.path.realpath(path))
        _make_folders(target.parent)
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "it is a folder")
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=_TEMPORARY)
        temporary = Path(name)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
        temporary = None
        _sync_folder(target.parent)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise StorageError(
            f"{clean(str(path))} could not be saved: {reason}.", hint="What was there before is unchanged."
        ) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def _make_folders(folder: Path) -> None:
    """Make a folder and those above it that are missing, each for its owner only."""
    missing = [above for above in (folder, *folder.parents) if not above.exists()]
    for above in reversed(missing):
        above.mkdir(mode=0o700, exist_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make a move within a folder survive a loss of power, where the system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
