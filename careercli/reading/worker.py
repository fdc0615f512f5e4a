"""The process that a PDF, Word or HTML file is read in: from standard input, as pieces to standard output.

Started by ``careercli.reading.process``, which says why. Each line that it writes is a piece as a JSON list;
the last is a JSON object with how it ended and the notes.
"""

import contextlib
import json
import logging
import sys
import warnings
from collections.abc import Iterable
from importlib import import_module

from careercli.reading.pieces import MOST_CHARACTERS, MOST_PIECES, Piece, UnreadableError

MOST_MEMORY = 1024 * 1024 * 1024
"""How much memory a file may take, in bytes; a large photograph in a PDF is never unpacked."""

MOST_SECONDS = 10
"""How much processor time a file may take."""


def confine() -> None:
    """Limit this process to its memory and time, and have it leave no core; where the system can."""
    try:
        import resource
    except ImportError:  # Windows: there the parent's clock is the only limit
        return
    for limit, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # the limit is lower already
            resource.setrlimit(limit, (most, most))


def pieces_of(kind: str, data: bytes, notes: list[str]) -> Iterable[Piece]:
    """Return the pieces of a file of this kind, from its reader."""
    reader = import_module(f"careercli.reading.{kind}")
    pieces: Iterable[Piece] = reader.read(data, notes)
    return pieces


def main(kind: str) -> None:
    """Read the file; whatever goes wrong with it is told as the end, never as a traceback."""
    confine()
    logging.disable()
    warnings.simplefilter("ignore")
    data, notes, end = sys.stdin.buffer.read(), list[str](), "done"
    try:
        _write(pieces_of(kind, data, notes))
    except UnreadableError as error:
        end = str(error)
    except MemoryError:
        end = "costly"
    except Exception:  # noqa: BLE001 # a library may raise anything on a file that means harm
        end = "broken"
    _put({"end": end, "notes": notes})


def _write(pieces: Iterable[Piece]) -> None:
    left = MOST_CHARACTERS
    for number, piece in enumerate(pieces, start=1):
        left -= len(piece.text) + 1
        if left < 0 or number > MOST_PIECES:
            raise UnreadableError("long")
        _put(piece)


def _put(value: object) -> None:
    """Hand on a value at once: what is read when the time is up counts."""
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()
