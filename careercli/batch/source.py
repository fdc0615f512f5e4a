"""The input in pieces: a file, compressed or not, or a pipe, read once and never held as a whole."""

from __future__ import annotations

import csv
import gzip
import os
import zlib
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from careercli.batch import zstandard_files
from careercli.batch.engine import MOST_INPUT, Compression, NoRow, Piece
from careercli.errors import InvalidDataError, NotFoundError, Problem, UsageError, saying_why
from careercli.formats.document import MAX_BYTES
from careercli.formats.text import clean

MOST_LINES_OF_ROW = 100
"""Over how many lines a row goes at most: so far a quote may be from the one that closes it."""

_BLOCK = 1024 * 1024


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

    @property
    def awaited(self) -> int | None:
        """What to wait for together with other things, until there is more to read; None where none can."""
        try:
            return None if os.name == "nt" else self.raw.fileno()
        except OSError:
            return None


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
    with saying_why(f"{name} cannot be read"):
        try:
            raw: BinaryIO = Path(path).open("rb")  # noqa: SIM115 - the run closes it
            size = os.fstat(raw.fileno()).st_size
        except FileNotFoundError as error:
            hint = "Name a file, or '-' for a pipe."
            raise NotFoundError(f"There is no file {name}.", hint=hint) from error
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
    with saying_why(f"{source.name} cannot be read"):
        try:
            while block := read(_BLOCK):
                yield block
        except broken as error:
            problem = Problem(source.name, 0, 0, "", "is broken or cut off", "Is it whole?")
            raise InvalidDataError(f"{source.name} cannot be decompressed.", problems=(problem,)) from error


def texts(source: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the lines that each block completes, without the end of the last of them.

    Of a line that is too long for a profile only the beginning is kept, enough to see that it is too long.
    """
    rest = b""
    for block in source:
        room = MAX_BYTES + 1 - len(rest)
        first, last = block.find(b"\n"), block.rfind(b"\n")
        if last < 0:
            rest += block[:room]
            continue
        yield rest + block[: min(first, room)] + block[first:last]
        rest = block[last + 1 :][: MAX_BYTES + 1]
    if rest:
        yield rest


def lines(source: Iterator[bytes]) -> Iterator[list[bytes]]:
    """Yield the lines that each block completes, without their ends, as :func:`texts` does."""
    return (text.split(b"\n") for text in texts(source))


def pieces(of: Iterator[bytes], most_lines: int, *, at_once: bool) -> Iterator[Piece]:
    """Yield texts of whole lines in pieces, cut at the same lines every time.

    ``at_once`` cuts as lines arrive instead: whoever writes to a pipe line by line sees each result.
    """
    number = 1
    held: list[bytes] = []
    count = size = 0
    for text in of:
        start = 0
        while start <= len(text):
            end, few = _cut(text, start, most_lines - count, MOST_INPUT - size)
            held.append(text[start:end])
            count += few
            size += end + 1 - start
            start = end + 1
            if at_once or count == most_lines or size >= MOST_INPUT:
                yield Piece(range(number, number + count), b"\n".join(held))
                number, held, count, size = number + count, [], 0, 0
    if held:
        yield Piece(range(number, number + count), b"\n".join(held))


def _cut(text: bytes, start: int, most: int, room: int) -> tuple[int, int]:
    """Return where the line ends that fills the room in bytes, or is the last to be taken, and which it is.

    Finding the ends one by one makes nothing for each line, unlike splitting.
    """
    end = start - 1
    for few in range(1, most + 1):
        end = text.find(b"\n", end + 1)
        if end < 0:
            return len(text), few
        if end + 1 - start >= room:
            return end, few
    return end, most


class Table:
    """The input as rows of a table.

    Raises:
        InvalidDataError: the header is not CSV.

    """

    def __init__(self, of: Iterator[list[bytes]], name: str) -> None:
        self._lines = _RowLines(_ended(of))
        self._rows = csv.reader(self._lines, strict=True)
        header = self._next() or []
        if isinstance(header, NoRow):
            problem = Problem(name, 1, 0, "", header.message, header.hint)
            raise InvalidDataError(f"The header of {name} cannot be read.", problems=(problem,))
        self.header = header

    def pieces(self, most_lines: int) -> Iterator[Piece]:
        """Yield the rows below the header in pieces; a row has the number of the line that it begins on."""
        numbers: list[int] = []
        held: list[list[str] | NoRow] = []
        size = 0
        while (row := self._next()) is not None:
            numbers.append(self._lines.first)
            held.append(row)
            size += sum(map(len, row))
            if len(held) == most_lines or size >= MOST_INPUT:
                yield Piece(numbers, held)
                numbers, held, size = [], [], 0
        if held:
            yield Piece(numbers, held)

    def _next(self) -> list[str] | NoRow | None:
        """Return the next row; of what is none, only the first line is passed over."""
        self._lines.begin()
        try:
            return next(self._rows, None)
        except UnicodeDecodeError:
            return NoRow(self._lines.keep_first(), "is not UTF-8", "Save the table again as UTF-8.")
        except csv.Error as error:
            why = "a quote is not closed" if isinstance(error, _NeverClosedError) else "look at its quotes"
            return NoRow(self._lines.keep_first(), f"is not CSV: {why}", "Is a quote left open?")


class _NeverClosedError(csv.Error):
    """A quote that nothing closes in as many lines as a row may have."""


class _RowLines:
    """The lines of a table, a row at a time: one that turns out to be none gives its lines back."""

    def __init__(self, of: Iterator[bytes]) -> None:
        self._of = of
        self._again: deque[bytes] = deque()
        self._taken: list[bytes] = []
        self.first = 1
        """The number of the line on which the row begins, from 1."""

    def begin(self) -> None:
        """Say that a row begins."""
        self.first += len(self._taken)
        self._taken = []

    def keep_first(self) -> str:
        """Give back all lines of this row but the first, which is returned."""
        first, *others = self._taken
        self._taken = [first]
        self._again.extendleft(reversed(others))
        return first.decode(errors="replace")

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._of, None)
        if line is None and not self._taken:
            raise StopIteration
        if line is None or len(self._taken) == MOST_LINES_OF_ROW:
            self._again.extendleft([] if line is None else [line])
            raise _NeverClosedError
        self._taken.append(line)
        return line.decode()


def _ended(of: Iterator[list[bytes]]) -> Iterator[bytes]:
    """Yield lines with their ends, and without the mark that some programs put before the first."""
    first = True
    for some in of:
        for line in some:
            yield (line.removeprefix(b"\xef\xbb\xbf") if first else line) + b"\n"
            first = False
