"""Files that are only ever replaced whole, by one writer at a time.

New content is written beside its target, flushed to the disk, then moved over it; meanwhile a lock file keeps
other writers out. Reading needs no lock: there is always one whole file.
"""

import contextlib
import errno
import os
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from careercli.errors import StorageError, saying_why
from careercli.formats.text import clean

PATIENCE = 10.0
"""How long to wait for another writer, in seconds; a save takes a few thousandths of one."""


class BusyError(StorageError):
    """Another writer has not been done for as long as this one waited."""


OURS = ".careercli-"
"""How the names of temporary files and locks begin."""

_UNCHANGED = "What was there before is unchanged."
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
        make_folders(target.parent)
        lock = _lock_of(target)
        descriptor = _acquire(lock, path, PATIENCE if patience is None else patience)
    try:
        sweep(target.parent, f"{OURS}{_mark(target)}-")
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


def saving(path: Path) -> contextlib.AbstractContextManager[None]:
    """Turn what the system reports while a file is saved into a StorageError about that file."""
    return saying_why(f"{clean(path)} could not be saved", hint=_UNCHANGED)


def replace(target: Path, data: bytes, shown: Path | None = None) -> None:
    """Replace a file whose lock is held, in one move; ``shown`` is what to call it in messages.

    Raises:
        StorageError: the file cannot be written; what was there before is unchanged.

    """
    with prepared(target, data, shown) as commit:
        commit()


def write_note(path: Path, data: bytes) -> None:
    """Write a few bytes that say what is being done, flushed to the disk; whoever reads them checks them.

    Raises:
        OSError: they cannot be written.

    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    _write(descriptor, data)
    sync_folder(path.parent)


def _write(descriptor: int, data: bytes) -> None:
    """Write all of an open file, flush it to the disk, and close it."""
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


@contextlib.contextmanager
def prepared(target: Path, data: bytes, shown: Path | None = None) -> Iterator[Callable[[], None]]:
    """Write new content beside a file whose lock is held; gives what moves it over the old, for good.

    What is not moved is removed again.

    Raises:
        StorageError: there or in the body the system reports that something cannot be written.

    """
    with saving(shown or target), _beside(target, data) as commit:
        yield commit


def replace_unlocked(target: Path, data: bytes, *, public: bool = False) -> None:
    """Replace a file in one move where it does not matter which of several writers is the last.

    It is readable by its owner only, or if ``public`` by whom the system lets read new files.

    Raises:
        OSError, ValueError: it cannot be written; what was there before is unchanged.

    """
    with _beside(target, data, public=public) as commit:
        commit()


@contextlib.contextmanager
def _beside(target: Path, data: bytes, *, public: bool = False) -> Iterator[Callable[[], None]]:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "it is a folder")
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f"{OURS}{_mark(target)}-")
    temporary = Path(name)

    def commit() -> None:
        temporary.replace(target)
        sync_folder(target.parent)

    try:
        _write(descriptor, data)
        if public:
            os.umask(mask := os.umask(0))
            temporary.chmod(0o666 & ~mask)
        yield commit
    finally:
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


def make_folders(folder: Path) -> None:
    """Make a folder and those above it that are missing, each for its owner only.

    Raises:
        OSError, ValueError: they cannot be made.

    """
    missing = [above for above in (folder, *folder.parents) if not above.exists()]
    for above in reversed(missing):
        above.mkdir(mode=0o700, exist_ok=True)


def _lock_of(target: Path) -> Path:
    return target.parent / f"{OURS}{_mark(target)}.lock"


def _mark(target: Path) -> str:
    """Return what stands for a file in the names of its lock and temporary files, which may be no longer.

    Two names that are one file where case does not count have the same.
    """
    return f"{zlib.crc32(os.fsencode(target.name.casefold())):08x}"


def sweep(folder: Path, prefix: str = OURS) -> None:
    """Remove temporary files that are too old to be anybody's."""
    oldest = time.time() - _STALE
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(prefix):
                with contextlib.suppress(OSError):
                    if entry.stat(follow_symlinks=False).st_mtime < oldest:
                        os.unlink(entry.path)  # noqa: PTH108 - a name from a scan


def _acquire(lock: Path, path: Path, patience: float) -> int:
    """Return the descriptor of the lock file, locked."""
    end = time.monotonic() + patience
    pause = 0.001
    while (descriptor := _try(lock)) is None:
        if time.monotonic() > end:
            raise BusyError(
                f"{clean(path)} could not be saved: another careercli has been changing it"
                f" for {patience:.0f} seconds.",
                hint=f"{_UNCHANGED} Try again when the other is done.",
            )
        time.sleep(pause)
        pause = min(pause * 1.5, 0.02)
    return descriptor


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
