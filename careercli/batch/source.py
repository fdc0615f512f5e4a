"""The input in pieces: a file, compressed or not, or a pipe, read once and never held as a whole."""

import csv
import gzip
import os
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeVar

from careercli.batch import zstandard_files
from careercli.batch.engine import MOST_INPUT, Compression, NoRow, Piece, Row
from careercli.errors import (
    InvalidDataError,
    NotFoundError,
    Problem,
    UsageError,
    saying_why,
)
from careercli.formats.document import MAX_BYTES
from careercli.formats.suggestion import did_you_mean_file
from careercli.formats.text import clean

MOST_LINES_OF_ROW = 100
"""Over how many lines a row goes at most: so far a quote may be from the one that closes it."""

_BLOCK = 1024 * 1024

T = TypeVar("T")


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
            hint = did_you_mean_file(path, "Name a file, or '-' for a pipe.")
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


def lines(source: Iterator[bytes]) -> Iterator[list[bytes]]:
    """Yield the lines that each block completes, without their ends.

    Of a line that is too long for a profile only the beginning is kept, enough to see that it is too long.
    """
    rest = b""
    for block in source:
        room = MAX_BYTES + 1 - len(rest)
        first, last = block.find(b"\n"), block.rfind(b"\n")
        if last < 0:
            rest += block[:room]
            continue
        yield (rest + block[: min(first, room)] + block[first:last]).split(b"\n")
        rest = block[last + 1 :][: MAX_BYTES + 1]
    if rest:
        yield [rest]


def pieces(of: Iterator[list[bytes]], most_lines: int, *, at_once: bool) -> Iterator[Piece]:
    """Yield lines in pieces, cut at the same ones every time.

    ``at_once`` cuts as lines arrive instead: whoever writes to a pipe line by line sees each result.
    """
    number = 1
    for some in of if at_once else (chain.from_iterable(of),):
        for held in _cut(some, lambda line: len(line) + 1, most_lines):
            yield Piece(range(number, number + len(held)), b"\n".join(held))
            number += len(held)


def _cut(of: Iterable[T], size_of: Callable[[T], int], most: int) -> Iterator[list[T]]:
    """Yield what is given in groups that have at most this many, and end where they are large enough."""
    held: list[T] = []
    size = 0
    for item in of:
        held.append(item)
        size += size_of(item)
        if len(held) == most or size >= MOST_INPUT:
            yield held
            held, size = [], 0
    if held:
        yield held


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
        for held in _cut(self._numbered(), lambda entry: sum(map(len, entry[1])), most_lines):
            yield Piece([number for number, _ in held], [row for _, row in held])

    def _numbered(self) -> Iterator[tuple[int, Row]]:
        while (row := self._next()) is not None:
            yield self._lines.first, row

    def _next(self) -> Row | None:
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
