"""A folder of résumés: which files are in it."""

from pathlib import Path

from careercli.errors import saying_why
from careercli.formats.text import clean
from careercli.imports.linkedin import kind_of


def resumes_in(folder: Path) -> tuple[Path, ...] | None:
    """Return the files of a folder of résumés, in order; None where it is no folder, or LinkedIn's export.

    Hidden files are none, and of the folders in it only LinkedIn's exports.

    Raises:
        StorageError: the folder, or one in it, cannot be read.

    """
    with saying_why(f"{clean(folder)} cannot be read"):
        if not folder.is_dir() or _is_export(folder):
            return None
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith((".", "~")))
        return tuple(entry for entry in entries if not entry.is_dir() or _is_export(entry))


def _is_export(folder: Path) -> bool:
    return any(kind_of(entry.name) for entry in folder.iterdir())
