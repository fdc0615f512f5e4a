"""Zstandard: frame after frame, and never a part of a file for the whole."""

from __future__ import annotations

import importlib.util
import io
import sys

import pytest

from careercli.batch.zstandard_files import compress, opened

pytestmark = pytest.mark.skipif(
    not importlib.util.find_spec("zstandard") and sys.version_info < (3, 14), reason="not installed"
)

TEXT = b"".join(b"%d\n" % (number * number) for number in range(9_000))


def _read(packed: bytes) -> bytes:
    return opened(io.BytesIO(packed)).read()


def test_frames_follow_one_another() -> None:
    """As the pieces of an output do; a file of none is empty."""
    assert _read(compress(TEXT) + compress(b"") + compress(b"end")) == TEXT + b"end"
    assert _read(b"") == b""


@pytest.mark.parametrize("length", [3, 2048, 2049, -1])
def test_a_file_that_is_cut_off_is_not_taken_for_a_whole_one(length: int) -> None:
    """However little is missing."""
    for before in (b"", compress(b"whole\n")):
        with pytest.raises(EOFError):
            _read(before + compress(TEXT)[:length])
