from __future__ import annotations

import errno
import io
import os
from pathlib import Path
from threading import Thread
from typing import BinaryIO

import pytest

from careercli.system import streams


class _Narrow(io.StringIO):
    """A stream over a file that takes three bytes at a time, and after some of them none any more."""

    def __init__(self, file: BinaryIO, room: int = 1000) -> None:
        super().__init__()
        self.file = file
        self.room = room

    @property
    def buffer(self) -> BinaryIO:
        """What takes bytes."""
        return self  # type: ignore[return-value]

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """Take some of the data."""
        if self.room <= 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        self.room -= 3
        return self.file.write(data[:3])

    def fileno(self) -> int:
        """Give the file's number."""
        return self.file.fileno()


def test_what_is_written_bit_by_bit_is_written_whole() -> None:
    """A stream may take less than it is given, as without buffers: the rest follows."""
    file = io.BytesIO()

    streams.put(_Narrow(file), b"0123456789")

    assert file.getvalue() == b"0123456789"


def test_room_for_a_part_is_no_room() -> None:
    """Where only a part can be written, also where it cannot be taken back, that is told."""
    with pytest.raises(OSError, match="No space left"):
        streams.put(_Narrow(io.BytesIO(), room=6), b"0123456789")


@pytest.mark.parametrize("mode", ["wb", "ab"])
def test_a_file_has_all_or_nothing(mode: str, tmp_path: Path) -> None:
    """What went into a file before writing failed is taken back, and only that; there is room for more."""
    path = tmp_path / "out.json"
    path.write_text("before\n")
    with path.open(mode, buffering=0) as file:
        assert isinstance(file, io.FileIO)
        file.write(b"mine\n")
        with pytest.raises(OSError, match="No space left"):
            streams.put(_Narrow(file, room=6), b"0123456789")
        file.write(b"end\n")

    assert path.read_text() == ("before\n" if mode == "ab" else "") + "mine\nend\n"


class _Followed(io.FileIO):
    """A file behind whose every part somebody else writes."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "ab")
        self.path = path

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """Write, and have somebody else write."""
        amount = super().write(data)
        with self.path.open("ab") as other:
            other.write(b"+")
        return amount or 0


def test_what_others_wrote_stays(tmp_path: Path) -> None:
    """Where another program has written behind the part, nothing is taken back."""
    path = tmp_path / "log"
    with _Followed(path) as file, pytest.raises(OSError, match="No space left"):
        streams.put(_Narrow(file, room=6), b"0123456789")

    assert path.read_text() == "012+345+"


def test_a_pipe_that_does_not_wait_is_waited_for() -> None:
    """A reader that is slower than a pipe set not to wait, as some programs set theirs, gets everything."""
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    read: list[bytes] = []
    slow = Thread(target=lambda: read.extend(iter(lambda: os.read(reader, 1000), b"")))
    data = b"x" * 300_000
    with os.fdopen(writer, "w") as stream:
        slow.start()
        streams.put(stream, data)
    slow.join(10)
    os.close(reader)

    assert b"".join(read) == data


def test_what_the_system_takes_only_a_part_of_is_written_to_the_end() -> None:
    """As where a disk is nearly full or a pipe is."""

    class Slow(io.BytesIO):
        def write(self, data: object) -> int:
            return super().write(bytes(data)[:3])  # type: ignore[call-overload]

    file = Slow()
    streams.write_all(file, b"0123456789")
    assert file.getvalue() == b"0123456789"
