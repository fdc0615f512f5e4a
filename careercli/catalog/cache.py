"""Compiled packs, kept by the content they were compiled from. Nothing here can fail a command."""

import contextlib
import os
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from careercli import STARTED, __version__
from careercli.catalog.places import PackFiles

_KEEP = 8
"""How many compiled files of a name stay; the oldest go first."""

_COARSE = 0.1
"""By how many seconds the time of a change to a file may lag behind the clock, and more."""


def key_of(packs: Sequence[PackFiles]) -> str:
    """Return a name for the content of packs in their order, for this version.

    Two checksums and the size tell edits apart; nobody gains from forging a cache of their own.
    """
    first, second, size = 0, 1, 0
    for piece in _pieces(packs):  # put together they would be a second copy of all files
        first, second, size = zlib.crc32(piece, first), zlib.adler32(piece, second), size + len(piece)
    return f"{first:08x}{second:08x}-{size}"


def _pieces(packs: Sequence[PackFiles]) -> Iterator[bytes]:
    """Yield what a name stands for: the code, then each file, its name and its data behind their lengths."""
    yield _code_version()
    for pack in packs:
        for path, data in pack.content.items():
            name = os.fsencode(path[len(str(pack.folder)) :])
            yield b"%d:%s%d:" % (len(name), name, len(data))
            yield data


def _code_version() -> bytes:
    """Return what stands for the code that compiles: its version, and its files while they are edited."""
    return "\n".join([__version__, *(f"{name}{status.st_mtime_ns}" for name, status in _sources())]).encode()


def code_is_that_of_the_key() -> bool:
    """Return whether the code that runs is that on the disk: none has changed since this run began."""
    return all(status.st_ctime < STARTED - _COARSE for _, status in _sources())


def _sources() -> Iterator[tuple[str, os.stat_result]]:
    """Yield the files of the code that compiles, in order of their names."""
    here = Path(__file__).resolve().parent
    for folder in (here, here.parent / "domain", here.parent / "formats"):
        with contextlib.suppress(OSError):
            # Only what is written by hand: the folder of compiled files changes as modules are first used.
            for item in sorted((item for item in os.scandir(folder) if item.name.endswith(".py")), key=str):
                yield item.name, item.stat()


def read(folder: Path, name: str, key: str) -> bytes | None:
    """Return what is kept under a name and key, or None."""
    path = folder / f"{name}-{key}.json"
    try:
        return path.read_bytes() if path.is_file() else None  # a pipe of that name would be waited for
    except OSError:
        return None


def write(folder: Path, name: str, key: str, data: bytes) -> None:
    """Keep data under a name and key, whole or not at all; a folder that cannot be written is no error."""
    from careercli.system.files import make_folders, replace_unlocked, sweep

    with contextlib.suppress(OSError):
        make_folders(folder)
        replace_unlocked(folder / f"{name}-{key}.json", data)
        kept = sorted(folder.glob(f"{name}-*.json"), key=lambda path: path.stat().st_mtime)
        for old in kept[:-_KEEP]:
            old.unlink(missing_ok=True)
        sweep(folder)
