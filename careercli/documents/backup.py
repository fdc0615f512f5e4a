"""The documents of backups."""

import datetime as dt
from collections.abc import Sequence

from careercli.documents.errors import ProblemDocument
from careercli.documents.projection import Printed, project
from careercli.domain.backup import Difference, Manifest
from careercli.errors import Problem


class BackupDocument(Printed, tag="careercli/backup@1"):
    """What ``backup --json`` prints: the file written, its size in bytes, and the paths of what is in it."""

    file: str
    date: dt.date
    size: int
    files: tuple[str, ...]


class RestoreDocument(Printed, tag="careercli/restore@1"):
    """What ``restore --json`` prints: what has changed, or with ``--dry-run`` would change.

    ``date`` and ``careercli`` say when and by what the backup was made. The lists have paths in the backup:
    ``removed`` is what belongs to a profile that is replaced, ``kept`` what is there and not in the backup.
    ``aside`` is the backup of what was replaced, null where there is none.
    """

    file: str
    date: dt.date
    careercli: str
    done: bool
    new: tuple[str, ...]
    replaced: tuple[str, ...]
    removed: tuple[str, ...]
    same: tuple[str, ...]
    kept: tuple[str, ...]
    broken: tuple[ProblemDocument, ...]
    aside: str | None


def backup_document(file: str, date: dt.date, size: int, files: Sequence[str]) -> BackupDocument:
    """Return a backup that was written as a document."""
    return BackupDocument(file=file, date=date, size=size, files=tuple(files))


def restore_document(
    file: str,
    manifest: Manifest,
    difference: Difference,
    broken: Sequence[Problem],
    done: bool,  # noqa: FBT001 - called by name
    aside: str | None,
) -> RestoreDocument:
    """Return what a restore has done, or would do, as a document."""
    made = {"date": manifest.date, "careercli": manifest.careercli}
    return project(RestoreDocument, difference, file=file, done=done, broken=broken, aside=aside, **made)
