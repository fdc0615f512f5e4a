"""A history on the disk: JSON Lines, one record each, only ever appended to."""

import contextlib
import hashlib
import os
from collections.abc import Iterable, Iterator
from io import FileIO
from pathlib import Path
from typing import get_args

import msgspec

from careercli.domain.history import History, Record, Recorded
from careercli.domain.values import Value
from careercli.errors import InvalidDataError, Problem
from careercli.formats.document import decode, read_if_there
from careercli.formats.json_reader import decoded, read_json
from careercli.formats.text import clean, is_clean
from careercli.store.places import pending
from careercli.system.files import make_folders, saving, sync_folder, write_note
from careercli.system.streams import write_all

MAX_BYTES = 64 * 1024 * 1024
"""The longest history that is read, in bytes: some thirty thousand assessments."""

_DECODER: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Record)


class _Pending(Value):
    """What is true while a history may be ahead of its profile.

    Attributes:
        length: of the history in bytes, without what is being added.
        profile: the digest of the profile's file as it is until it is saved; of one that is new, of nothing.

    """

    length: int
    profile: str


_KINDS = frozenset(kind.__struct_config__.tag for kind in get_args(Record))


def read_history(path: Path) -> History:
    """Return what a history holds; of a file that is not there, nothing.

    A line that breaks the format is a problem of the history, and the others count. Records of a kind that
    only a later careercli knows are counted, and fields that only it knows are passed over. What a run that
    was ended in the middle of a line has left at the end is passed over too: nobody was told it was saved.

    Raises:
        StorageError: the file cannot be read.
        InvalidDataError: it is longer than 64 MiB.

    """
    data = read_if_there(path, limit=MAX_BYTES)
    return History() if data is None else history_of(data, clean(path))


def history_of(data: bytes, name: str) -> History:
    """Return what the bytes of a history hold, as :func:`read_history` does."""
    *lines, rest = data.split(b"\n")
    if _is_whole(rest):
        lines.append(rest)
    entries: list[Recorded[Record]] = []
    problems: list[Problem] = []
    unknown = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = _plain_record(line) or _record(line, name)
        except InvalidDataError as error:
            problems.extend(problem._replace(line=number) for problem in error.problems)
            continue
        if record is None:
            unknown += 1
        else:
            entries.append(Recorded(number, record))
    return History(tuple(entries), unknown, tuple(problems))


@contextlib.contextmanager
def appended(path: Path, records: Iterable[Record], *, before: bytes | None = None) -> Iterator[None]:
    """Add records to the end of a history, flushed to the disk; the lock of its profile is held.

    Half a line at the end, left by a run that was ended, goes; whole lines are never touched. If not all can
    be added, or the body fails, none is. Where the body saves a profile, ``before`` is what its file says
    before that: :func:`settle` tells by it whether a run that was ended came to save it.

    Raises:
        StorageError: the file cannot be written; what was there before is intact.

    """
    data = b"".join(msgspec.json.encode(record) + b"\n" for record in records)
    if not data:
        yield
        return
    with saving(path):
        make_folders(path.parent)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        # Without a buffer: after a failure, nothing may be left that closing the file would still write.
        with os.fdopen(descriptor, "r+b", buffering=0) as file:
            end = _heal(file)
            if before is not None:
                write_note(pending(path), msgspec.json.encode(_Pending(end, _digest(before))))
            try:
                write_all(file, data)
                os.fsync(file.fileno())
            except BaseException:
                with contextlib.suppress(OSError):
                    file.truncate(end)
                raise
            sync_folder(path.parent)
            try:
                yield
            except Exception:
                file.truncate(end)
                raise
            finally:
                if before is not None:
                    pending(path).unlink(missing_ok=True)


def settle(path: Path, profile: Path) -> None:
    """Take back what a run remembered that was ended before it saved its profile; the lock of that is held.

    Raises:
        StorageError: it cannot be taken back.

    """
    note = pending(path)
    with saving(path):
        with contextlib.suppress(FileNotFoundError, msgspec.MsgspecError, ValueError):
            began = msgspec.json.decode(note.read_bytes(), type=_Pending)
            saved = profile.read_bytes() if profile.exists() else b""
            if _digest(saved) == began.profile and path.stat().st_size > began.length:
                os.truncate(path, began.length)
        with contextlib.suppress(FileNotFoundError):
            if not path.stat().st_size:
                path.unlink()
        note.unlink(missing_ok=True)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _heal(file: FileIO) -> int:
    """Make a history end with a whole line, go to its end, and return its length in bytes."""
    whole = file.readall()
    rest = whole.rpartition(b"\n")[2]
    if rest and _is_whole(rest):
        write_all(file, b"\n")
    elif rest:
        file.truncate(len(whole) - len(rest))
    return file.seek(0, os.SEEK_END)


def _is_whole(line: bytes) -> bool:
    """Return whether a line that is not ended is all there, as where somebody edited by hand."""
    return decoded(line, dict) is not None


def _plain_record(line: bytes) -> Record | None:
    """Return the record of a line as careercli writes them, ten times as fast; None for any other."""
    try:
        return _DECODER.decode(line) if is_clean(line) else None
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


def _record(line: bytes, name: str) -> Record | None:
    """Return the record of a line, read strictly and with its text cleaned; None for one of a later kind.

    Raises:
        InvalidDataError: it is none.

    """
    document = read_json(decode(line, name), name)
    kind = document.at(("kind",))
    if isinstance(kind, str) and kind not in _KINDS:
        return None
    problems = document.problems
    if not problems:
        try:
            record: Record = msgspec.convert(document.value, Record)
        except (msgspec.ValidationError, ValueError):
            problems = (document.problem((), "is not a record that careercli wrote"),)
        else:
            return record
    raise InvalidDataError.counting(name, problems)
