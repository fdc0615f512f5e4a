"""Bytes onto a stream: all of them, or as good as none, however the stream was opened."""

import contextlib
import os
import stat
from typing import Any, BinaryIO, TextIO


def put(stream: TextIO, data: bytes) -> None:
    """Write all of the data, after what the stream still holds back.

    A single write would not do: Python without buffers (``PYTHONUNBUFFERED``, as in many containers) leaves
    out what a disk has no room for and says nothing, and a pipe that does not wait takes what fits.
    Where writing fails, a file is left as it was; what went into a pipe cannot be taken back.

    Raises:
        BrokenPipeError: nobody reads any more.
        OSError: the system cannot write it.
        ValueError: the stream is closed.

    """
    binary = getattr(stream, "buffer", None)
    if binary is None:  # takes text only
        stream.write(data.decode(getattr(stream, "encoding", None) or "utf-8"))
        stream.flush()
        return
    stream.flush()
    raw = getattr(binary, "raw", binary)  # nothing may be held back that is written later, after a failure
    rest = memoryview(data)
    try:
        while rest:
            rest = rest[_written(raw, rest) :]
    except BaseException:
        _take_back(raw, len(data) - len(rest))
        raise


def write_all(file: BinaryIO, data: bytes) -> None:
    """Write all of the data to a file without buffer, of which the system may take a part at a time.

    Raises:
        OSError: the system cannot write it.

    """
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]


def _written(raw: Any, data: memoryview) -> int:
    """Write what there is room for; return how much that was."""
    amount: int | None = raw.write(data)
    if amount is None:  # a pipe that does not wait, and is full
        from select import select

        select([], [raw], [])
    return amount or 0


def _take_back(raw: Any, amount: int) -> None:
    """Cut the last bytes off a file, unless somebody else has written behind them or it is none."""
    with contextlib.suppress(OSError, ValueError):  # a pipe, or nothing that the system knows
        descriptor = raw.fileno()
        status, end = os.fstat(descriptor), os.lseek(descriptor, 0, os.SEEK_CUR)
        if amount and stat.S_ISREG(status.st_mode) and status.st_size == end:
            os.ftruncate(descriptor, end - amount)
            os.lseek(descriptor, end - amount, os.SEEK_SET)


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether a stream is a terminal; one that is closed or was never there is none."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def columns(stream: TextIO | None) -> int:
    """Return the width of the terminal that a stream is, or 0."""
    return _size(stream)[0]


def rows(stream: TextIO | None) -> int:
    """Return the height of the terminal that a stream is, or 0."""
    return _size(stream)[1]


def _size(stream: TextIO | None) -> tuple[int, int]:
    try:
        return os.get_terminal_size(stream.fileno()) if stream and is_terminal(stream) else (0, 0)
    except (OSError, ValueError):
        return 0, 0
