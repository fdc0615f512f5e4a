"""A document: its plain value, and where in the file each part of it stands."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

from careercli.domain.values import Value
from careercli.errors import InvalidDataError, NotFoundError, Problem, StorageError, reason_of
from careercli.formats.suggestion import did_you_mean_file
from careercli.formats.text import clean, one_line

Key = str | int
KeyPath = tuple[Key, ...]
Place = tuple[int, int]

MAX_BYTES = 2 * 1024 * 1024
"""The largest file that is read, in bytes: hundreds of times a full profile, dozens the largest pack file."""

_AT_FIRST = 64 * 1024
"""How much of a file is read at first: nearly all are smaller, and room for the largest takes time to get."""

MAX_DEPTH = 64
"""How deep lists and mappings may nest; the formats themselves need 6."""

MAX_VALUES = 200_000
"""How many scalars, lists and mappings one document may hold."""


class Document(Value):
    """A parsed document.

    Attributes:
        name: what to call the file in messages.
        value: plain mappings (text keys), lists, text, numbers, booleans and None.
        places: line and column, both from 1, of the key or item at each path; may be empty.
        problems: what was wrong in a way that allowed to go on, such as a duplicate key.
        kept: whether careercli has taken it before and keeps it, so that what was right then still is.

    """

    name: str
    value: object
    places: Mapping[KeyPath, Place] = {}
    problems: tuple[Problem, ...] = ()
    kept: bool = False

    def as_kept(self) -> Document:
        """Return the same document as one that careercli keeps."""
        return msgspec.structs.replace(self, kept=True)

    def at(self, path: KeyPath) -> object:
        """Return the part of the value at ``path``, or None where there is none."""
        value: object = self.value
        for key in path:
            if isinstance(value, dict) and isinstance(key, str):
                value = value.get(key)
            elif isinstance(value, list) and isinstance(key, int) and key < len(value):
                value = value[key]
            else:
                return None
        return value

    def problem(self, path: KeyPath, message: str, hint: str = "") -> Problem:
        """Return a problem at ``path``, placed at the nearest part of the file that is known."""
        known = path
        while known and known not in self.places:
            known = known[:-1]
        line, column = self.places.get(known, (0, 0))
        return Problem(self.name, line, column, dotted(path), message, hint)


def dotted(path: KeyPath) -> str:
    """Return a key path as people write it: ``tiers[2].requirements[0].skill``, on one line."""
    out = ""
    for key in path:
        if isinstance(key, int):
            out += f"[{key}]"
        else:
            out += f".{shortened(key)}" if out else shortened(key)
    return out


def shortened(text: str, limit: int = 60) -> str:
    """Return text of a document as a message shows it: clean, on one line, at most ``limit`` characters."""
    line = one_line(clean(text[: 4 * limit]))
    return line if len(line) <= limit else f"{line[: limit - 3]}..."


def place_after(text: str) -> Place:
    """Return the line and column of what follows ``text``; line breaks of any system count."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return (unified.count("\n") + 1, len(unified) - unified.rfind("\n"))


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
    data = read_start(path, limit + 1)
    check_size(len(data), clean(path), limit)
    return data


def read_if_there(path: Path, *, limit: int = MAX_BYTES) -> bytes | None:
    """Return a whole file, as :func:`read_bytes` does; None where there is no such file."""
    try:
        return read_bytes(path, limit=limit)
    except NotFoundError:
        return None


def read_start(path: str | Path, size: int) -> bytes:
    """Return the first ``size`` bytes of a file, or all if it has fewer.

    Raises:
        NotFoundError, StorageError: as ``read_bytes``.

    """
    try:
        with open(path, "rb", opener=_open_at_once) as file:
            data = file.read(min(size, _AT_FIRST))
            return data if len(data) < _AT_FIRST else data + file.read(size - len(data))
    except (OSError, ValueError) as error:
        raise _not_read(path, error) from error


def _not_read(path: str | Path, error: OSError | ValueError) -> NotFoundError | StorageError:
    name = clean(path)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        hint = did_you_mean_file(path, "Check the path, or see 'careercli demo'.")
        return NotFoundError(f"There is no file {name}.", hint=hint)
    if isinstance(error, IsADirectoryError):
        return StorageError(f"{name} is a folder.", hint="Name a YAML or JSON file in it.")
    return StorageError(f"{name} cannot be read: {reason_of(error)}.")


def check_size(size: int, name: str, limit: int = MAX_BYTES) -> None:
    """Refuse more than ``limit`` bytes.

    Raises:
        InvalidDataError: there are more.

    """
    if size > limit:
        message = f"is larger than {limit // 1024} KiB"
        raise syntax_error(name, (0, 0), message, hint="Is it the right file?")


def _open_at_once(path: str, flags: int) -> int:
    """Open a file; a named pipe that nobody writes to reads as empty, where a plain open waits for ever."""
    descriptor = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    if hasattr(os, "O_NONBLOCK"):
        os.set_blocking(descriptor, True)  # from here on wait: whoever writes to a pipe may be slow
    return descriptor


def decode(data: bytes, name: str) -> str:
    """Return UTF-8 bytes as text, a byte order mark dropped.

    Raises:
        InvalidDataError: the bytes are not UTF-8; UTF-16 and UTF-32 are named.

    """
    # A mark tells; without one, the first character of any document is ASCII, and so has a zero beside it.
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:2]:
        raise syntax_error(name, (0, 0), "is not UTF-8 but UTF-16 or UTF-32", hint="Save it again as UTF-8.")
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError as error:
        before, byte = error.object[: error.start].decode(), error.object[error.start]
        message = f"byte 0x{byte:02x} is not UTF-8"
        raise syntax_error(name, place_after(before), message, hint="Save it as UTF-8.") from error
