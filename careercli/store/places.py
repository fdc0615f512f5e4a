"""Where everything is that is kept about a saved profile."""

import os
import re
import stat
from pathlib import Path

from careercli.errors import reason_of
from careercli.store.drafts import Drafts
from careercli.store.names import is_plain

_COPY = re.compile(r"\.(bak|undone|(?:broken|aside)-[0-9]+)")
"""What is put behind the name of a profile's file for what careercli keeps beside it."""

_RENAMING = ".renaming"


class Places:
    """The files of a saved profile, by its name; they need not be there."""

    def __init__(self, data_folder: Path, drafts: Drafts) -> None:
        self.profiles = data_folder / "profiles"
        self.histories = data_folder / "history"
        self.all_notes = data_folder / "notes"
        self.all_opinions = data_folder / "opinions"
        self._drafts = drafts
        self._visits = drafts.folder / "visits"

    def file(self, name: str) -> Path:
        """Return the file of the profile itself."""
        return self.profiles / f"{name}.yaml"

    def history(self, name: str) -> Path:
        """Return the file of its history."""
        return self.histories / f"{name}.jsonl"

    def notes(self, name: str) -> Path:
        """Return the file of a coach's notes on it."""
        return self.all_notes / f"{name}.yaml"

    def opinions(self, name: str) -> Path:
        """Return the file of what other people were asked and said about it."""
        return self.all_opinions / f"{name}.yaml"

    def of_others(self, name: str) -> tuple[Path, Path]:
        """Return the files of what others keep or said about it."""
        return (self.notes(name), self.opinions(name))

    def shown_plan(self, name: str) -> Path:
        """Return the file of the plan that was shown last."""
        return self._drafts.folder / f"plan-{name}.json"

    def visits(self, name: str) -> Path:
        """Return the file of the days on which somebody was last shown where they stand."""
        return self._visits / f"{name}.json"

    def renaming(self, name: str) -> Path:
        """Return the file that says what it is to be called while it gets another name."""
        return self.profiles / f"{name}.yaml{_RENAMING}"

    def renamings(self) -> tuple[str, ...]:
        """Return the names of the profiles that are getting another one, or were when a run was ended."""
        found = self.profiles.glob(f"*.yaml{_RENAMING}")
        return tuple(sorted(path.name.removesuffix(f".yaml{_RENAMING}") for path in found))

    def copies(self, name: str) -> tuple[Path, ...]:
        """Return what is kept beside the file of a profile, sorted."""
        own = self.file(name).name
        beside = self.profiles.iterdir() if self.profiles.is_dir() else ()
        return tuple(
            sorted(
                path
                for path in beside
                if path.name.startswith(own) and self.is_copy(path.name.removeprefix(own))
            )
        )

    @staticmethod
    def is_copy(ending: str) -> bool:
        """Return whether a file is a copy that careercli keeps, by what its name has behind the profile's."""
        return _COPY.fullmatch(ending) is not None

    def every_of(self, name: str) -> tuple[Path, ...]:
        """Return every file that there may be of a name, the profile's own first, without copies of it."""
        history = self.history(name)
        others = (
            history,
            pending(history),
            *self.of_others(name),
            self.shown_plan(name),
            self.visits(name),
            *self._drafts.files(name),
        )
        return (self.file(name), self.renaming(name), *others)

    def all_of(self, name: str) -> tuple[Path, ...]:
        """Return all files that are there of a name, the profile's own first."""
        own, renaming, *others = self.every_of(name)
        candidates = (own, renaming, *self.copies(name), *others)
        return tuple(path for path in candidates if os.path.isfile(path) or path.is_symlink())  # noqa: PTH113


def pending(history: Path) -> Path:
    """Return the file beside a history that is there while it may be ahead of its profile."""
    return history.with_name(f"{history.name}.pending")


def bak_of(path: Path) -> Path:
    """Return where the content before the last change is kept."""
    return path.with_name(f"{path.name}.bak")


def undone_of(path: Path) -> Path:
    """Return where the content is kept that a change had made, and that was taken back."""
    return path.with_name(f"{path.name}.undone")


def why_none(name: str, path: Path) -> str:
    """Return why what lies in the folder of profiles is none, as its owner would say it; "" for a profile."""
    if not is_plain(name):
        return "no profile can have this name"
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return "it is a link that leads nowhere" if path.is_symlink() else ""
    except (OSError, ValueError) as error:
        return reason_of(error)
    if stat.S_ISDIR(mode):
        return "it is a folder"
    return "" if stat.S_ISREG(mode) else "it is no file, but a pipe or a device"
