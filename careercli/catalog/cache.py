"""Compiled packs, kept by the content of their files. Nothing here can fail a command."""

from __future__ import annotations

import contextlib
import os
import zlib
from collections.abc import Sequence
from pathlib import Path

from careercli import __version__
from careercli.catalog.places import pack_paths
from careercli.errors import CareerError

_KEEP = 8
"""How many compiled files of a name stay; the oldest go first."""


def key_of(folders: Sequence[Path]) -> str:
    """Return a name for the content of packs in their order, for this version; empty if it cannot be told.

    Two checksums and the size tell edits apart; nobody gains from forging a cache of their own.
    """
    content = [_code_version()]
    try:
        for folder in folders:
            for path in pack_paths(folder):
                name = os.fsencode(path[len(str(folder)) :])
                with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a Path for each is half of this
                    data = file.read()
                content.append(b"%d:%s%d:%s" % (len(name), name, len(data), data))
    except (OSError, CareerError):
        return ""
    whole = b"".join(content)
    return f"{zlib.crc32(whole):08x}{zlib.adler32(whole):08x}-{len(whole)}"


def _code_version() -> bytes:
    """Return what stands for the code that compiles: its version, and its files while they are edited."""
    parts = [__version__]
    here = Path(__file__).resolve().parent
    for folder in (here, here.parent / "domain", here.parent / "documents"):
        with contextlib.suppress(OSError):
            # Only what is written by hand: the folder of compiled files changes as modules are first used.
            sources = sorted((item for item in os.scandir(folder) if item.name.endswith(".py")), key=str)
            parts.extend(f"{item.name}{item.stat().st_mtime_ns}" for item in sources)
    return "\n".join(parts).encode()


def read(folder: Path, name: str, key: str) -> bytes | None:
    """Return what is kept under a name and key, or None."""
    if not key:
        return None
    try:
        return (folder / f"{name}-{key}.json").read_bytes()
    except OSError:
        return None


def write(folder: Path, name: str, key: str, data: bytes) -> None:
    """Keep data under a name and key, whole or not at all; a folder that cannot be written is no error."""
    if not key:
        return
    import tempfile

    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=folder, prefix=f".{name}-")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
            Path(temporary).replace(folder / f"{name}-{key}.json")
        finally:
            Path(temporary).unlink(missing_ok=True)
        kept = sorted(folder.glob(f"{name}-*.json"), key=lambda path: path.stat().st_mtime)
        for old in kept[:-_KEEP]:
            old.unlink(missing_ok=True)
