"""A file that is to be written: nothing that is there is replaced unless somebody says so."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from careercli.errors import StorageError, UsageError, reason_of
from careercli.formats.text import clean


@contextmanager
def refusals(shown: str) -> Iterator[None]:
    """Say in our words what the system refuses of the file ``shown``.

    Raises:
        StorageError: it refuses something.

    """
    try:
        yield
    except (OSError, ValueError, RuntimeError) as error:
        raise StorageError(f"{shown} cannot be written: {reason_of(error)}.") from error


def check_free(path: Path, shown: str, *, force: bool) -> None:
    """Refuse a file whose folder is missing, or that is there and, without ``force``, stays.

    Raises:
        UsageError: it is there.
        StorageError: its folder does not exist, or the system cannot tell.

    """
    with refusals(shown):
        folder, there = path.resolve().parent.is_dir(), path.exists()
    if not folder:
        raise StorageError(
            f"{shown} cannot be written: there is no folder {clean(path.parent)}.",
            hint="Make the folder first, or choose another.",
        )
    if there and not force:
        raise UsageError(
            f"{shown} is there already.", hint="Choose another name, or replace it with --force."
        )
