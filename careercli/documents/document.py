"""A document: its plain value, and where in the file each part of it stands."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from careercli.documents.text import clean
from careercli.errors import InvalidDataError, NotFoundError, Problem, StorageError

Key = str | int
KeyPath = tuple[Key, ...]
Place = tuple[int, int]

MAX_BYTES = 2 * 1024 * 1024
"""The largest file that is read: about a thousand times a full profile, twenty times the largest pack file."""

MAX_DEPTH = 64
"""How deep lists and mappings may nest; the formats themselves need 6."""

MAX_VALUES = 200_000
"""How many scalars, lists and mappings one document may hold."""


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed document.

    Attributes:
        name: what to call the file in messages.
        value: plain mappings (text keys), lists, text, numbers, booleans and None.
        places: line and column, both from 1, of the key or item at each path; may be empty.
        problems: what was wrong in a way that allowed to go on, such as a duplicate key.

    """

    name: str
    value: object
    places: Mapping[KeyPath, Place] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def problem(self, path: KeyPath, message: str, *, hint: str = "") -> Problem:
        """Return a problem at ``path``, placed at the nearest part of the file that is known."""
        known = path
        while known and known not in self.places:
            known = known[:-1]
        line, column = self.places.get(known, (0, 0))
        return Problem(self.name, line, column, dotted(path), message, hint)


def dotted(path: KeyPath) -> str:
    """Return a key path as people write it: ``tiers[2].requirements[0].skill``."""
    out = ""
    for key in path:
        out += f"[{key}]" if isinstance(key, int) else f".{key}" if out else key
    return clean(out)


def syntax_error(name: str, place: Place, message: str, *, hint: str = "") -> InvalidDataError:
    """Return the error of a file that cannot be parsed further."""
    problem = Problem(name, *place, "", message, hint)
    return InvalidDataError(f"{name} cannot be read as data.", problems=(problem,))


def read_bytes(path: Path, *, limit: int = MAX_BYTES) -> bytes:
    """Return the bytes of a file of at most ``limit`` bytes.

    Raises:
        NotFoundError: there is no such file.
        StorageError: it is a folder, or may not be read.
        InvalidDataError: it is larger than ``limit``.

    """
    name = clean(str(path))
    try:
        # O_NONBLOCK: opening a named pipe that nobody writes to must not hang.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with open(descriptor, "rb") as file:  # noqa: PTH123 - a descriptor, not a path
            if stat.S_ISDIR(os.fstat(descriptor).st_mode):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            data = file.read(limit + 1) or b""
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotFoundError(
            f"There is no file {name}.", hint="Check the path, or see 'careercli demo'."
        ) from error
    except IsADirectoryError as error:
        raise StorageError(f"{name} is a folder.", hint="Name a YAML or JSON file in it.") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise StorageError(f"{name} cannot be read: {reason}.") from error
    if len(data) > limit:
        raise too_large(name, limit)
    return data


def too_large(name: str, limit: int) -> InvalidDataError:
    """Return the error of a file over the size limit."""
    return syntax_error(name, (0, 0), f"is larger than {limit // 1024} KiB", hint="Is it the right file?")


def decode(data: bytes, name: str) -> str:
    """Return UTF-8 bytes as text, a byte order mark dropped.

    Raises:
        InvalidDataError: the bytes are not UTF-8; UTF-16 and UTF-32 are named.

    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:4]:
        raise syntax_error(name, (0, 0), "is not UTF-8 but UTF-16 or UTF-32", hint="Save it again as UTF-8.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        place = (before.count(b"\n") + 1, error.start - before.rfind(b"\n"))
        byte = data[error.start]
        raise syntax_error(
            name, place, f"byte 0x{byte:02x} is not UTF-8", hint="Save it as UTF-8."
        ) from error
