"""Compiled packs, kept by the content they were compiled from. Nothing here can fail a command."""

import contextlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from zlib import adler32, crc32

from careercli import STARTED, __version__
from careercli.catalog.places import PackFiles

_KEEP = 8
"""How many compiled files of a name stay; the oldest go first."""

_COMPILING = ("catalog", "domain", "formats")
"""The rooms whose code compiles packs."""

_COARSE = 0.1
"""By how many seconds the time of a change to a file may lag behind the clock, and more."""


def key_of(packs: Sequence[PackFiles]) -> str:
    """Return a name for the content of packs in their order, for this version.

    Two checksums and the size tell edits apart; nobody gains from forging a cache of their own.
    """
    first, second, size = 0, 1, 0
    for piece in _pieces(packs):  # put together they would be a second copy of all files
        first, second, size = crc32(piece, first), adler32(piece, second), size + len(piece)
    return f"{first:08x}{second:08x}-{size}"


def _pieces(packs: Sequence[PackFiles]) -> Iterator[bytes]:
    """Yield what a name stands for: the code, then each file, its name and its data behind their lengths."""
    yield _code_version()
    for pack in packs:
        for path, data in pack.content.items():
            name = os.fsencode(path[len(str(pack.folder)) :])
            yield b"%d:%s%d:" % (len(name), name, len(data))
            yield data


def _code_version(rooms: Sequence[str] = _COMPILING) -> bytes:
    """Return what stands for the code that compiles: its version, and its files while they are edited."""
    files = (f"{name}{status.st_mtime_ns}" for name, status in _sources(rooms))
    return "\n".join([__version__, *files]).encode()


def key_with(key: str, version: str, rooms: Sequence[str]) -> str:
    """Return a name for what code of further ``rooms`` makes of packs with a key, in a ``version`` of it."""
    return f"{key}-{crc32(_code_version(rooms)):08x}-{version}"


def code_is_that_of_the_key(rooms: Sequence[str] = ()) -> bool:
    """Return whether the code that runs is that on the disk: none has changed since this run began."""
    return all(status.st_ctime < STARTED - _COARSE for _, status in _sources((*_COMPILING, *rooms)))


def _sources(rooms: Sequence[str]) -> Iterator[tuple[str, os.stat_result]]:
    """Yield the files of the code that compiles, in order of their names."""
    package = Path(__file__).resolve().parent.parent
    for room in rooms:
        with contextlib.suppress(OSError):
            # Only what is written by hand: the folder of compiled files changes as modules are first used.
            items = (item for item in os.scandir(package / room) if item.name.endswith(".py"))
            for item in sorted(items, key=str):
                yield item.name, item.stat()


def read(folder: Path, name: str, key: str, ending: str = ".json") -> bytes | None:
    """Return what is kept under a name and key, or None."""
    path = folder / f"{name}-{key}{ending}"
    try:
        return path.read_bytes() if path.is_file() else None  # a pipe of that name would be waited for
    except OSError:
        return None


def write(folder: Path, name: str, key: str, data: bytes, ending: str = ".json") -> None:
    """Keep data under a name and key, whole or not at all; a folder that cannot be written is no error."""
    from careercli.system.files import make_folders, replace_unlocked, sweep

    with contextlib.suppress(OSError):
        make_folders(folder)
        replace_unlocked(folder / f"{name}-{key}{ending}", data)
        kept = sorted(folder.glob(f"{name}-*{ending}"), key=lambda path: path.stat().st_mtime)
        for old in kept[:-_KEEP]:
            old.unlink(missing_ok=True)
        sweep(folder)
