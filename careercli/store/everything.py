"""All that is kept, taken together: to be backed up, and to be put back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from careercli.store.places import Places

if TYPE_CHECKING:
    from careercli.store.backup import Folders
    from careercli.store.restore import Restore


class Everything:
    """The two folders in which all is kept."""

    def __init__(self, data: Path, state: Path, places: Places) -> None:
        self._data, self._state, self._places = data, state, places

    def folders(self, cache: Path) -> Folders:
        """Return the folders of all that is kept; the ``cache`` is no part of it."""
        from careercli.store.backup import Folders

        return Folders(self._data, self._state, cache)

    def restoring(self, cache: Path, files: Mapping[str, bytes]) -> Restore:
        """Return a restore of the files of a backup that is ready to be done.

        Raises:
            StorageError: what is there cannot be read.

        """
        from careercli.store.backup import gather
        from careercli.store.restore import prepare

        folders = self.folders(cache)
        return prepare(folders, self._places, files, gather(folders).files)
