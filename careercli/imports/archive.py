"""LinkedIn's zip, read in place: nothing is unpacked, and only the files that LinkedIn names are opened.

A zip says of itself how many entries it has and how large they are, and may lie. So the list of entries is
measured before it is read, and what an entry unpacks to is counted as it comes.
"""

import errno
import posixpath
import stat
import struct
import zipfile
import zlib
from pathlib import Path

from careercli.domain.experience import Place, Unplaced
from careercli.errors import InvalidDataError, saying_why
from careercli.formats.document import MAX_BYTES, check_size, syntax_error
from careercli.formats.text import clean
from careercli.imports.linkedin import all_of, kind_of

_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
_END, _END_SIZE, _LOCATOR, _LOCATOR_SIZE = b"PK\x05\x06", 22, b"PK\x06\x07", 20
_MOST_LIST_BYTES = 256 * 1024
"""The largest list of entries: an export has some forty, of a hundred bytes each."""

_MOST_RATIO = 200
_RATIO_FROM = 64 * 1024
"""Text shrinks to a tenth at best; what grows 200 times beyond this size is made to fill memory."""

_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""Other methods may ask for gigabytes to unpack anything; LinkedIn does not use them."""

_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, struct.error, NotImplementedError, ValueError, OverflowError,
)  # fmt: skip
"""What the library raises for a damaged zip; NotImplementedError is what it says of methods that it lacks."""


def is_zip(path: Path) -> bool:
    """Return whether a regular file begins like a zip.

    Raises:
        StorageError: it cannot be read.

    """
    with saying_why(f"{clean(path)} cannot be read"), path.open("rb") as file:
        return file.read(4) in _MAGIC


def linkedin_files(path: Path) -> tuple[list[tuple[str, bytes]], list[Unplaced]]:
    """Return the files of a zip that LinkedIn names, with their bytes, and those that are not read and why.

    Raises:
        StorageError: the zip cannot be read.
        InvalidDataError: it is broken, encrypted, or larger than an export.

    """
    name = clean(path)
    with saying_why(f"{name} cannot be read"):
        try:
            _measure(path, name)
            with zipfile.ZipFile(path) as archive:
                return _read(archive, name)
        except _BROKEN as error:
            raise _broken(name) from error
        except RuntimeError as error:  # what the library raises for a password
            raise syntax_error(name, (0, 0), "is encrypted", hint="Unpack it and name the folder.") from error
        except OSError as error:
            if error.errno == errno.EINVAL:  # it names a place before the beginning of the file
                raise _broken(name) from error
            raise


def _broken(name: str) -> InvalidDataError:
    return syntax_error(name, (0, 0), "is a broken zip", hint="Is it whole?")


def _measure(path: Path, name: str) -> None:
    """Refuse a list of entries that would fill memory, before the library reads it all."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - (1 << 16) - _END_SIZE - _LOCATOR_SIZE))
        tail = file.read()
    at = len(tail) - _END_SIZE
    if at < 0 or tail[at : at + 4] != _END or tail[-2:] != b"\0\0":
        at = tail.rfind(_END)
    if at < 0 or len(tail) < at + _END_SIZE:
        raise _broken(name)
    if tail[max(0, at - _LOCATOR_SIZE) : at].startswith(_LOCATOR):
        raise syntax_error(name, (0, 0), "is a zip of the 64-bit kind", hint="Unpack it and name the folder.")
    if int.from_bytes(tail[at + 12 : at + 16], "little") > _MOST_LIST_BYTES:
        raise syntax_error(name, (0, 0), "lists more files than an export has", hint="Is it the right zip?")


def _read(archive: zipfile.ZipFile, name: str) -> tuple[list[tuple[str, bytes]], list[Unplaced]]:
    chosen: dict[str, zipfile.ZipInfo] = {}
    left = []
    known = [info for info in archive.infolist() if kind_of(posixpath.basename(info.filename))]
    for info in sorted(known, key=lambda info: (info.filename.count("/"), info.filename)):
        base = posixpath.basename(info.filename)
        why = _refused(info)
        if not why and base.lower() in chosen:
            why = f"The zip has two files of this name, and {clean(chosen[base.lower()].filename)} was read."
        if why:
            left.append(Unplaced(clean(info.filename), Place(name), why))
        else:
            chosen[base.lower()] = info
    files = ((posixpath.basename(i.filename), _unpacked(archive, i, name)) for i in chosen.values())
    return all_of(name, len(chosen), files), left


def _refused(info: zipfile.ZipInfo) -> str:
    """Return why an entry is not read, or nothing."""
    parts = info.filename.replace("\\", "/").split("/")
    if ".." in parts or parts[0] == "" or ":" in parts[0]:
        return "Its path leads out of the zip."
    if stat.S_ISLNK(info.external_attr >> 16):
        return "It is a link, not a file."
    if info.compress_type not in _METHODS:
        return "It is packed in a way that LinkedIn does not use."
    return ""


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> bytes:
    """Return the bytes of an entry; no more is ever unpacked than the limit."""
    with archive.open(info) as file:
        data = file.read(MAX_BYTES + 1)
    inside = f"{name}/{clean(info.filename)}"
    check_size(len(data), inside)
    if len(data) > _RATIO_FROM and len(data) > _MOST_RATIO * max(info.compress_size, 1):
        raise syntax_error(inside, (0, 0), "unpacks to far more than any text", hint="Is it the right zip?")
    return data
