"""A backup: what it lists, and what putting it back would change."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from careercli.domain.values import Value


class BackupFile(Value):
    """A file of a backup: its path below ``data`` or ``state``, its size in bytes, its checksum."""

    path: str
    size: int
    sha256: str


class Manifest(Value, kw_only=True):
    """What a backup holds, when it was made and by which careercli."""

    schema: Literal["careercli/backup-manifest@1"] = "careercli/backup-manifest@1"
    careercli: str
    date: dt.date
    files: tuple[BackupFile, ...]


class Difference(Value):
    """What a restore would do, by the paths of a backup; ``kept`` is what is there and not in it.

    ``removed`` is what belongs to a profile of the backup and is not in it, ``same`` what would not change.
    """

    new: tuple[str, ...]
    replaced: tuple[str, ...]
    removed: tuple[str, ...]
    same: tuple[str, ...]
    kept: tuple[str, ...]

    @property
    def changes(self) -> bool:
        """Whether it would do anything."""
        return bool(self.new or self.replaced or self.removed)
