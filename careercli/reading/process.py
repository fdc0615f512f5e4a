"""A file is read in a process of its own, with a wall of time and memory around it.

A PDF, Word or HTML file comes from anywhere, and its reader is a large library. Whatever such a file makes it
do, whether it loops for ever, unpacks gigabytes or crashes in C, must end in a sentence and not take
careercli along. Limits inside a library cover what its authors thought of; a process that the system limits
covers the rest, and its warnings and log lines have nowhere to go.

It costs the start of Python, a twentieth of what importing pypdf does: the process starts bare, without site
packages of its own, and is given the paths of this one. What it has written when the time is up counts.
"""

import json
import signal
import subprocess
import sys
from typing import Literal, NamedTuple

from careercli.errors import StorageError, reason_of
from careercli.reading.pieces import Piece

MOST_SECONDS = 30
"""How long a file may take by the clock; the process's own limit is on processor time, and lower."""

Reason = Literal["done", "scanned", "locked", "broken", "costly", "long"]
"""How reading ended. ``scanned``: pictures; ``costly``: time or memory was up; ``long``: text is left."""

_START = (
    "import sys; sys.path[:] = sys.argv[2:]; from careercli.reading.worker import main; main(sys.argv[1])"
)


_STOPPED = frozenset({getattr(signal, name, None) for name in ("SIGXCPU", "SIGKILL")})
"""With which signals the system ends a process that has used up its time or memory."""


class Outcome(NamedTuple):
    """What came of reading a file."""

    pieces: list[Piece]
    end: Reason
    notes: list[str]


def read_apart(kind: str, data: bytes) -> Outcome:
    """Return what the reader of a kind (``pdf``, ``word``, ``html``) reads in a process of its own.

    Raises:
        StorageError: no process could be started.

    """
    command = [sys.executable or "python", "-I", "-S", "-X", "utf8", "-c", _START, kind, *sys.path]
    try:
        done = subprocess.run(  # noqa: S603 # our own words
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=MOST_SECONDS,
            check=False,
        )
        written, killed = done.stdout, -done.returncode in _STOPPED
    except subprocess.TimeoutExpired as error:
        written, killed = error.stdout or b"", True
    except OSError as error:
        why = reason_of(error)
        raise StorageError(f"A process to read the file in could not be started: {why}.") from error
    return _outcome(written, killed=killed)


def _outcome(written: bytes, *, killed: bool) -> Outcome:
    pieces: list[Piece] = []
    for line in written.split(b"\n")[:-1]:  # a last line without its end was cut
        value = json.loads(line)
        if isinstance(value, dict):
            return Outcome(pieces, value["end"], value["notes"])
        pieces.append(Piece(*value))
    return Outcome(pieces, "costly" if killed else "broken", [])
