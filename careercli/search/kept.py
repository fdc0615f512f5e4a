"""Passages and their index as bytes, so that a run need neither write the passages nor index them."""

from __future__ import annotations

from typing import Final, NamedTuple
from zlib import crc32

import msgspec

from careercli.domain.library import Library
from careercli.domain.model import Catalog
from careercli.domain.passages import Passage
from careercli.search.index import image_of
from careercli.search.passages import searched_of

NAME: Final = "passages"
ENDING: Final = ".index"
"""What the file that has the bytes is called, before and behind what it depends on."""

ROOMS: Final = ("text", "search")
"""Whose code makes passages and index of a catalog and a library."""

_NUMBER: Final = 8
"""The bytes of each number before them: the checksum of all that follows, and how long the passages are."""


class Readable(NamedTuple):
    """Everything there is to read as passages, and the image of an index of them, if there is one."""

    passages: list[Passage]
    image: bytes | None = None


def version_of(catalog: Catalog) -> str:
    """Return what the bytes depend on beside their packs and code: this SQLite, and the ladder in use."""
    try:
        from sqlite3 import sqlite_version
    except ImportError:
        return ""
    return f"{sqlite_version}-{catalog.in_use}"


def readable(catalog: Catalog, library: Library) -> Readable:
    """Return what there is to read in packs.

    Raises:
        StorageError: this Python has no SQLite with full-text search.

    """
    from careercli.text.passages import all_passages  # where they are kept, nobody writes them

    passages = all_passages(catalog, library)
    return Readable(passages, image_of(searched_of(passages)))


def encoded(made: Readable) -> bytes | None:
    """Return as bytes what there is to read; None where there is no image of an index to keep."""
    if made.image is None:
        return None
    passages = msgspec.json.encode(made.passages)
    rest = b"%08x" % len(passages) + passages + made.image
    return b"%08x" % crc32(rest) + rest


def decoded(data: bytes) -> Readable:
    """Return what :func:`encoded` made bytes of.

    Raises:
        ValueError: it did not make these.

    """
    rest = memoryview(data)[_NUMBER:]
    if data[:_NUMBER] != b"%08x" % crc32(rest):
        raise ValueError("damaged")
    end = _NUMBER + int(bytes(rest[:_NUMBER]), 16)
    try:
        passages = msgspec.json.decode(rest[_NUMBER:end], type=list[Passage])
    except msgspec.MsgspecError as error:
        raise ValueError("of other passages") from error
    return Readable(passages, bytes(rest[end:]))
