"""What was broken off: interviews, and edits by hand, each until it is saved or given up.

Beside each of them may lie its base: the profile as it was when the interview or the edit began.
"""

import contextlib
from itertools import count
from pathlib import Path

from careercli.errors import InvalidDataError, NotFoundError, StorageError
from careercli.formats.document import Document, read_if_there
from careercli.formats.parser import read_file
from careercli.store.names import check_name
from careercli.system.files import locked, replace, saving, set_aside

_DRAFT = "interview-draft"
_EDITED = "edit-"
_BASE = ".base"
"""What is put behind the name of a draft or an edit for what the profile was when it began."""


class Drafts:
    """Drafts of interviews and edits in one folder: one of each for a profile, and one about no saved one.

    Where one is there and cannot be read, or cannot be written or renamed, StorageError is raised; where one
    is broken, InvalidDataError.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    # Interviews

    def place(self, name: str | None = None) -> Path:
        """Return where an interview about a saved profile, or about none, is kept when it is broken off.

        Raises:
            UsageError: the name cannot be one.

        """
        if name is not None:
            check_name(name)
        return self._interview(name)

    def another(self) -> Path:
        """Return a free place for an interview where another one is kept at its usual place."""
        names = (self.folder / f"{_DRAFT}.{number}.yaml" for number in count(2))
        return next(path for path in names if not path.exists())

    def names(self) -> list[str | None]:
        """Return which profiles have a draft, sorted, first None if there is one about no saved profile."""
        stems = (path.stem for path in self.folder.glob(f"{_DRAFT}-*.yaml"))
        named = sorted(stem.removeprefix(f"{_DRAFT}-") for stem in stems if ".broken-" not in stem)
        return [None, *named] if self.place().exists() else [*named]

    def read(self, name: str | None = None) -> Document | None:
        """Return the interview that was broken off, or None."""
        try:
            return read_file(self.place(name)).as_kept()
        except NotFoundError:
            return None

    def read_base(self, name: str) -> Document | None:
        """Return a saved profile as it was when the interview that was broken off began.

        None where that is not known, as with drafts of earlier versions.
        """
        try:
            return read_file(base_of(self.place(name))).as_kept()
        except (NotFoundError, StorageError, InvalidDataError):
            return None

    def write(self, draft: Path, data: bytes, *, instead_of: bytes | None) -> bool:
        """Keep the answers of an interview, and return whether that was done.

        It is not where the draft says anything else than ``instead_of``: then it is that of another
        interview, which may be going on.
        """
        with locked(draft) as target:
            if said_in(draft) not in {None, instead_of}:
                return False
            replace(target, data, draft)
            return True

    def forget(self, draft: Path, *, saying: bytes | None = None) -> None:
        """Remove a draft with its base, if it says just this; the base first: it must never be another's.

        If that fails the draft is offered once more, and nothing is lost.
        """
        with contextlib.suppress(StorageError, OSError):
            if not draft.exists():
                base_of(draft).unlink(missing_ok=True)
                return
            with locked(draft):
                if saying is not None and said_in(draft) != saying:
                    return
                base_of(draft).unlink(missing_ok=True)
                draft.unlink(missing_ok=True)

    def set_aside(self, name: str | None = None) -> Path | None:
        """Rename a draft that cannot be used, and return its new name; None if that fails."""
        draft = self.place(name)
        if not draft.exists():
            return None
        try:
            with locked(draft):
                with saving(draft):
                    base_of(draft).unlink(missing_ok=True)
                return set_aside(draft, f"{draft.stem}.broken-{{}}.yaml")
        except StorageError:
            return None

    # Edits by hand

    def edited(self, name: str) -> Path:
        """Return where a saved profile is edited by hand, until what was written is saved."""
        return self.folder / f"{_EDITED}{name}.yaml"

    def set_edit_aside(self, name: str) -> Path | None:
        """Rename the edit of a profile that was broken off; return its new name, or None if there is none."""
        edit = self.edited(name)
        with locked(edit):
            return set_aside(edit, f"{edit.name}.aside-{{}}")

    # Both

    def files(self, name: str) -> tuple[Path, ...]:
        """Return all files that may belong to a saved profile."""
        broken_off = (self._interview(name), self.edited(name))
        return (*broken_off, *map(base_of, broken_off))

    def begin_anew(self, name: str) -> None:
        """Let nothing that is broken off about a profile have a base that another one has left behind."""
        for place in (self._interview, self.edited):
            base_of(place(name)).unlink(missing_ok=True)

    def rename(self, old: str, new: str) -> None:
        """Let what was broken off about one profile be about another name of it, which was begun anew.

        It can be done again wherever it was ended: a draft or an edit may lack its base meanwhile, but never
        has that of another.
        """
        for place in (self._interview, self.edited):
            for now, then in ((place(old), place(new)), (base_of(place(old)), base_of(place(new)))):
                with contextlib.suppress(FileNotFoundError):
                    now.replace(then)

    def _interview(self, name: str | None) -> Path:
        return self.folder / (f"{_DRAFT}.yaml" if name is None else f"{_DRAFT}-{name}.yaml")


def base_of(path: Path) -> Path:
    """Return where the profile is kept as it was when a draft or an edit of it began."""
    return path.with_name(f"{path.name}{_BASE}")


def said_in(draft: Path) -> bytes | None:
    """Return what a draft says; None where there is none. A StorageError says that it cannot be read."""
    try:
        return read_if_there(draft)
    except InvalidDataError:  # too large to be one of ours
        return b""


def is_draft(name: str) -> bool:
    """Return whether a file of this name is a draft or an edit, or belongs to one."""
    return name.startswith((_DRAFT, _EDITED))
