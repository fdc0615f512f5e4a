"""Zstandard: from the standard library since Python 3.14, else from the package ``zstandard``."""

from __future__ import annotations

import importlib
import io
from typing import Any, BinaryIO

from careercli.errors import UsageError


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
    reader = module.ZstdDecompressor().stream_reader(file, read_across_frames=True)
    return io.BufferedReader(reader, 256 * 1024)


def fault() -> type[Exception]:
    """Return the error of a file that is not what it seems."""
    kind: type[Exception] = library().ZstdError
    return kind
