"""Zstandard: from the standard library since Python 3.14, else from the package ``zstandard``."""

import importlib
import io
from typing import Any, BinaryIO

from careercli.errors import UsageError

_PACKED_AT_ONCE = 2048
"""How many compressed bytes are taken at once: even of a file made to swell, that is at most some 64 MiB."""


def library() -> Any:
    """Return the module that can do it.

    Raises:
        UsageError: there is none; says how to get it.

    """
    for name in ("compression.zstd", "zstandard"):
        try:
            return importlib.import_module(name)
        except ImportError:
            continue
    raise UsageError(
        "Zstandard files (.zst) need Python 3.14 or the package 'zstandard'.",
        hint="Install it with 'pip install zstandard', or use .gz.",
    )


def compress(data: bytes) -> bytes:
    """Return data as one frame."""
    packed: bytes = library().compress(data)
    return packed


def opened(file: BinaryIO) -> BinaryIO:
    """Return a reader of what is in a compressed file, frame after frame."""
    module = library()
    if hasattr(module, "ZstdFile"):
        plain: BinaryIO = module.ZstdFile(file)
        return plain
    return io.BufferedReader(_Frames(file, module.ZstdDecompressor()), 256 * 1024)


class _Frames(io.RawIOBase):
    """What is in frame after frame. The package's own reader takes a file that is cut off for a whole one."""

    def __init__(self, file: BinaryIO, decompressor: Any) -> None:
        self._file = file
        self._decompressor = decompressor
        self._frame: Any = None
        self._packed = b""
        self._plain = memoryview(b"")

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Put some bytes in, 0 at the end.

        Raises:
            EOFError: the file ends within a frame.

        """
        while not self._plain:
            self._packed = self._packed or self._file.read(_PACKED_AT_ONCE)
            if not self._packed:
                if self._frame is not None:
                    raise EOFError("it ends in the middle of a frame")
                return 0
            self._frame = self._frame or self._decompressor.decompressobj()
            self._plain = memoryview(self._frame.decompress(self._packed))
            self._packed = b""
            if self._frame.eof:
                self._packed, self._frame = self._frame.unused_data, None
        count = min(len(buffer), len(self._plain))
        buffer[:count], self._plain = self._plain[:count], self._plain[count:]
        return count


def fault() -> type[Exception]:
    """Return the error of a file that is not what it seems."""
    kind: type[Exception] = library().ZstdError
    return kind
