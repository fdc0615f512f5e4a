"""The input in pieces: a file, compressed or not, or a pipe, read once and never held as a whole."""

from __future__ import annotations

import csv
import gzip
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from careercli.batching import zstandard_files
from careercli.batching.engine import MOST_INPUT, Compression, Piece
from careercli.documents.document import MAX_BYTES
from careercli.documents.text import clean
from careercli.errors import InvalidDataError, NotFoundError, Problem, StorageError, UsageError

_BLOCK = 256 * 1024


class Source(NamedTuple):
    """An open input.

    Attributes:
        name: what to call it.
        raw: the bytes as they are on disk, to tell how far reading is.
        plain: the same, decompressed.
        size: how many bytes ``raw`` has; 0 where nobody knows.

    """

    name: str
    raw: BinaryIO
    plain: BinaryIO
    size: int

    @property
    def position(self) -> int:
        """How many bytes of ``raw`` were read."""
        try:
            return self.raw.tell() if self.size else 0
        except (OSError, ValueError):
            return 0


def compression_of(path: str) -> Compression:
    """Return how a file of this name is compressed."""
    suffix = Path(path).suffix.lower()
    return "gz" if suffix == ".gz" else "zst" if suffix == ".zst" else ""


def opened(path: str) -> Source:
    """Open a file for reading.

    Raises:
        NotFoundError: there is no such file.
        StorageError: it is a folder, or cannot be read.
        UsageError: it is a Zstandard file, and nothing here can read those.

    """
    name = clean(path)
    try:
        raw: BinaryIO = Path(path).open("rb")  # noqa: SIM115 - the run closes it
        size = os.fstat(raw.fileno()).st_size
    except FileNotFoundError as error:
        raise NotFoundError(f"There is no file {name}.", hint="Name a file, or '-' for a pipe.") from error
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from error
    try:
        return Source(name, raw, _decompressed(raw, compression_of(path)), size)
    except UsageError:
        raw.close()
        raise


def _decompressed(raw: BinaryIO, how: Compression) -> BinaryIO:
    if how == "gz":
        return gzip.GzipFile(fileobj=raw, mode="rb")  # type: ignore[return-value]
    return zstandard_files.opened(raw) if how == "zst" else raw


def blocks(source: Source) -> Iterator[bytes]:
    """Yield the input in blocks of any size, each as soon as it is there.

    Raises:
        StorageError: it cannot be read on.
        InvalidDataError: it is compressed, and broken or cut off.

    """
    broken: tuple[type[Exception], ...] = (EOFError, zlib.error, gzip.BadGzipFile)
    if compression_of(source.name) == "zst":
        broken = (*broken, zstandard_files.fault())
    read = getattr(source.plain, "read1", source.plain.read)
    try:
        while block := read(_BLOCK):
            yield block
    except broken as error:
        problem = Problem(source.name, 0, 0, "", f"is broken or cut off: {error}", "Is it whole?")
        raise InvalidDataError(f"{source.name} cannot be decompressed.", problems=(problem,)) from error
    except (OSError, ValueError) as error:
        raise _unreadable(source.name, error) from error


def _unreadable(name: str, error: OSError | ValueError) -> StorageError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return StorageError(f"{name} cannot be read: {reason}.")


def lines(source: Iterator[bytes]) -> Iterator[list[bytes]]:
    """Yield the lines that each block completes, without their ends.

    Of a line that is too long for a profile only the beginning is kept, enough to see that it is too long.
    """
    rest = b""
    for block in source:
        found = block.split(b"\n")
        found[0] = (rest + found[0])[: MAX_BYTES + 1]
        rest = found.pop()
        if found:
            yield found
    if rest:
        yield [rest]


def pieces(of: Iterator[list[bytes]], most_lines: int, *, at_once: bool) -> Iterator[Piece]:
    """Yield the input in pieces, cut at the same lines every time.

    ``at_once`` cuts as lines arrive instead: whoever writes to a pipe line by line sees each result.
    """
    number = 1
    held: list[bytes] = []
    size = 0
    for some in of:
        for line in some:
            held.append(line)
            size += len(line)
            if len(held) == most_lines or size >= MOST_INPUT:
                yield Piece(range(number, number + len(held)), held)
                number, held, size = number + len(held), [], 0
        if at_once and held:
            yield Piece(range(number, number + len(held)), held)
            number, held, size = number + len(held), [], 0
    if held:
        yield Piece(range(number, number + len(held)), held)


class Table:
    """The input as rows of a table."""

    def __init__(self, of: Iterator[list[bytes]], name: str) -> None:
        self._name = name
        self._rows = csv.reader(_texts(of))
        self.header = self._next() or []

    def pieces(self, most_lines: int) -> Iterator[Piece]:
        """Yield the rows below the header in pieces; a row has the number of the line that it begins on."""
        numbers: list[int] = []
        held: list[list[str]] = []
        size = 0
        begins = self._rows.line_num + 1
        while (row := self._next()) is not None:
            numbers.append(begins)
            held.append(row)
            begins = self._rows.line_num + 1
            size += sum(map(len, row))
            if len(held) == most_lines or size >= MOST_INPUT:
                yield Piece(numbers, held)
                numbers, held, size = [], [], 0
        if held:
            yield Piece(numbers, held)

    def _next(self) -> list[str] | None:
        try:
            return next(self._rows, None)
        except csv.Error as error:
            line = self._rows.line_num
            problem = Problem(self._name, line, 0, "", f"is not CSV: {error}", "Is a quote left open?")
            raise InvalidDataError(
                f"{self._name} cannot be read on from line {line}.", problems=(problem,)
            ) from error


def _texts(of: Iterator[list[bytes]]) -> Iterator[str]:
    """Yield lines as text with their ends; what is no UTF-8 becomes the replacement character."""
    first = True
    for some in of:
        for line in some:
            yield (line.removeprefix(b"\xef\xbb\xbf") if first else line).decode(errors="replace") + "\n"
            first = False
