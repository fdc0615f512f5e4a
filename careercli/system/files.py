"""Files that are only ever replaced whole, by one writer at a time.

New content is written beside its target, flushed to the disk, then moved over it; meanwhile a lock file keeps
other writers out. Reading needs no lock: there is always one whole file.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from careercli.errors import StorageError, reason_of
from careercli.formats.text import clean

PATIENCE = 10.0
"""How long to wait for another writer, in seconds; a save takes a few thousandths of one."""


class BusyError(StorageError):
    """Another writer has not been done for as long as this one waited."""


_OURS = ".careercli-"
_STALE = 3600
"""After how many seconds a temporary file was left behind by a run that was ended."""

_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP})
"""What file systems without locks answer, such as some shares; saving goes on, files stay whole."""


_ON_WINDOWS = sys.platform == "win32"
_OPENING = getattr(os, "O_NOFOLLOW", 0)
"""A lock is a file, whatever else lies under its name in a folder that others can write to."""


def write_whole(path: Path, data: bytes) -> None:
    """Replace a file by ``data``: afterwards it has all of the old content or all of the new.

    A symbolic link is followed to its target. Folders that are missing are made. The file is readable by its
    owner only.

    Raises:
        StorageError: the file cannot be written, or somebody else is writing it all the time.

    """
    with locked(path) as target:
        replace(target, data, path)


@contextlib.contextmanager
def locked(path: Path, *, patience: float | None = None) -> Iterator[Path]:
    """Be the only one to change a file; gives the file itself, symbolic links followed.

    The lock is on a file beside it, which is there only while the lock is held. It ends with the process,
    however that ends. What runs that were ended have left behind is swept away.

    Raises:
        BusyError: another writer is not done in ten seconds, or as many as ``patience`` says.
        StorageError: the folder cannot be written.

    """
    with saving(path):
        target = Path(os.path.realpath(path))
        _make_folders(target.parent)
        lock = _lock_of(target)
        descriptor = _acquire(lock, path, PATIENCE if patience is None else patience)
    try:
        _sweep(target)
        yield target
    finally:
        _release(lock, descriptor)


@contextlib.contextmanager
def both_locked(one: Path, other: Path) -> Iterator[None]:
    """Be the only one to change either of two files; always in one order, so that nobody waits in a ring.

    Raises:
        StorageError: as :func:`locked` does.

    """
    with contextlib.ExitStack() as stack:
        with saving(one):
            locks = {_lock_of(Path(os.path.realpath(path))): path for path in (one, other)}
        for lock in sorted(locks):
            stack.enter_context(locked(locks[lock]))
        yield


@contextlib.contextmanager
def saving(path: Path) -> Iterator[None]:
    """Turn what the system reports while a file is saved into a StorageError about that file."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise StorageError(
            f"{clean(str(path))} could not be saved: {reason_of(error)}.",
            hint="What was there before is unchanged.",
        ) from error


def replace(target: Path, data: bytes, shown: Path | None = None) -> None:
    """Replace a file whose lock is held, in one move; ``shown`` is what to call it in messages.

    Raises:
        StorageError: the file cannot be written; what was there before is unchanged.

    """
    with prepared(target, data, shown) as commit:
        commit.now()


def write_note(path: Path, data: bytes) -> None:
    """Write a few bytes that say what is being done, flushed to the disk; whoever reads them checks them.

    Raises:
        OSError: they cannot be written.

    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    sync_folder(path.parent)


class Commit:
    """New content that is on the disk, and waits beside its target to take its place."""

    def __init__(self, temporary: Path, target: Path) -> None:
        self._temporary = temporary
        self._target = target

    def now(self) -> None:
        """Move the new content over the old, for good."""
        self._temporary.replace(self._target)
        sync_folder(self._target.parent)


@contextlib.contextmanager
def prepared(target: Path, data: bytes, shown: Path | None = None) -> Iterator[Commit]:
    """Write new content beside a file whose lock is held; what is not committed is removed again.

    Raises:
        StorageError: there or in the body the system reports that something cannot be written.

    """
    temporary: Path | None = None
    try:
        with saving(shown or target):
            if target.is_dir():
                raise IsADirectoryError(errno.EISDIR, "it is a folder")
            descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f"{_OURS}{_mark(target)}-")
            temporary = Path(name)
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            yield Commit(temporary, target)
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def set_aside(path: Path, name: str) -> Path | None:
    """Rename a file whose lock is held; None where it is not there.

    ``name`` has ``{}`` for the first number whose name is free: nothing is ever overwritten.

    Raises:
        StorageError: it cannot be renamed.

    """
    with saving(path):
        if not os.path.lexists(path):
            return None
        names = (path.with_name(name.replace("{}", str(number))) for number in count(1))
        aside = next(other for other in names if not os.path.lexists(other))
        path.rename(aside)
        sync_folder(path.parent)
        return aside


def sync_folder(folder: Path) -> None:
    """Make a move within a folder survive a loss of power, where the system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def make_folders(path: Path) -> None:
    """Make the folder of a file and those above it that are missing, each for its owner only."""
    with saving(path):
        _make_folders(path.parent)


def _make_folders(folder: Path) -> None:
    missing = [above for above in (folder, *folder.parents) if not above.exists()]
    for above in reversed(missing):
        above.mkdir(mode=0o700, exist_ok=True)


def _lock_of(target: Path) -> Path:
    return target.parent / f"{_OURS}{_mark(target)}.lock"


def _mark(target: Path) -> str:
    """Return what stands for a file in the names of its lock and temporary files, which may be no longer.

    Two names that are one file where case does not count have the same.
    """
    return f"{zlib.crc32(os.fsencode(target.name.casefold())):08x}"


def _sweep(target: Path) -> None:
    """Remove temporary files of this target that are too old to be anybody's; its lock is held."""
    prefix = f"{_OURS}{_mark(target)}-"
    oldest = time.time() - _STALE
    with contextlib.suppress(OSError), os.scandir(target.parent) as entries:
        for entry in entries:
            if entry.name.startswith(prefix):
                with contextlib.suppress(OSError):
                    if entry.stat(follow_symlinks=False).st_mtime < oldest:
                        os.unlink(entry.path)  # noqa: PTH108 - a name from a scan


def _acquire(lock: Path, path: Path, patience: float) -> int:
    """Return the descriptor of the lock file, locked."""
    end = time.monotonic() + patience
    pause = 0.001
    while True:
        descriptor = _try(lock)
        if descriptor is not None:
            return descriptor
        if time.monotonic() > end:
            raise BusyError(
                f"{clean(str(path))} could not be saved: another careercli has been changing it"
                f" for {patience:.0f} seconds.",
                hint="What was there before is unchanged. Try again when the other is done.",
            )
        time.sleep(pause)
        pause = min(pause * 1.5, 0.02)


def _try(lock: Path) -> int | None:
    """Return the descriptor of the lock file if it can be locked at once, else None.

    Whoever held the lock last has removed its file: a lock on a file that has lost its name is none.
    """
    try:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | _OPENING, 0o600)
    except PermissionError:
        if not (_ON_WINDOWS and lock.exists()):
            raise
        return None  # there, a file that is just being removed cannot be opened
    kept = False
    try:
        kept = _lock(descriptor) and is_named(descriptor, lock)
    finally:
        if not kept:
            os.close(descriptor)
    return descriptor if kept else None


def is_named(descriptor: int, path: Path) -> bool:
    """Return whether an open file is the one of that name; another may have taken its place."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.lstat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        """Return whether the lock could be taken at once."""
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def _release(lock: Path, descriptor: int) -> None:
        os.close(descriptor)  # an open file cannot be removed here; nor can one that the next has opened
        with contextlib.suppress(OSError):
            lock.unlink()

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        """Return whether the lock could be taken at once."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
        return True

    def _release(lock: Path, descriptor: int) -> None:
        with contextlib.suppress(OSError):
            if is_named(descriptor, lock):  # where somebody has removed it, the next has one of their own
                lock.unlink()
        os.close(descriptor)
