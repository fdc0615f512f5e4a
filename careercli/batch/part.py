"""The output while it is being made: OUT.part, and beside it a note of how far it is and what it belongs to.

OUT appears under its name when it is complete. The note is written after what it tells of, so whatever
happens, up to the noted byte the part is what an undisturbed run would have written; the rest is cut off.
"""

import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

import msgspec

from careercli.batch.crew import Done
from careercli.batch.engine import Compression, Piece, compressed
from careercli.domain.values import Value
from careercli.errors import StorageError, UsageError, reason_of
from careercli.formats.text import clean
from careercli.system.files import BusyError, is_named, locked, sync_folder
from careercli.system.streams import write_all

_PATIENCE = 3.0
"""How long to wait for another run, in seconds: one that was killed may take a moment to be gone."""

_SECONDS_BETWEEN_NOTES = 1.0


class Progress(msgspec.Struct):
    """How far a run is: the last line of the input that is done, and what came of the lines."""

    line: int = 0
    done: int = 0
    bad: int = 0
    first_bad: int = 0

    def add(self, done: Done) -> None:
        """Count a finished piece."""
        self.line = done.piece.numbers[-1]
        self.done += done.made.lines
        self.bad += done.made.bad
        self.first_bad = self.first_bad or done.made.first_bad


class Note(Value):
    """What stands beside a part.

    ``settings`` says of which run it is; ``digest`` of which input, being that of the digests of its pieces;
    ``replaces`` whether the run was told to replace what is there under the name of the output.
    """

    settings: dict[str, str]
    size: int
    digest: str
    progress: Progress
    replaces: bool


def part_of(out: Path) -> tuple[Path, Path]:
    """Return where an output is made until it is complete, and where the note about it is."""
    return out.with_name(f"{out.name}.part"), out.with_name(f"{out.name}.part.json")


class Part:
    """The unfinished output of one run; ``replaces`` says whether a file of the name of ``out`` may go."""

    def __init__(
        self, out: Path, settings: dict[str, str], compression: Compression, *, replaces: bool
    ) -> None:
        self.out = out
        self.path, self._note_path = part_of(out)
        self._compression = compression
        self._settings = settings
        self._replaces = replaces
        self._file: BinaryIO | None = None
        self._size = 0
        self._digest = hashlib.sha256()
        self._noted = 0.0
        self.progress = Progress()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Be the only run that makes this output, from before the part is looked at until it has its name.

        Raises:
            StorageError: another run is making it.

        """
        with ExitStack() as stack:
            try:
                stack.enter_context(locked(self.out, patience=_PATIENCE))
            except BusyError as error:
                raise StorageError(
                    f"Another run is writing {clean(self.path)}.",
                    hint="Wait for it, or name another file.",
                ) from error
            stack.callback(self._let_go)
            if self.is_there and self.out.exists() and self.path.samefile(self.out):
                self._remove()  # a run was ended when it had given the output its name
            yield

    @property
    def is_there(self) -> bool:
        """Whether an earlier run left a part behind; with neither a byte nor a note it had not begun."""
        return self.path.exists() and (self.path.stat().st_size > 0 or self._note_path.exists())

    def begin(self, heading: bytes) -> None:
        """Start anew, in the place of any part that is there.

        Raises:
            UsageError: the output is there by now.
            StorageError: it cannot be written.

        """
        self._check_free()
        try:
            self._remove()
            self._file = self.path.open("xb", buffering=0)
            self._write(self._file, heading)
            self.note()
        except OSError as error:
            if self._file:  # nothing was done that could be gone on with
                self.path.unlink(missing_ok=True)
                self._let_go()
            raise self._unwritable(error) from error

    def resume(self, pieces: Iterator[Piece]) -> Iterator[Piece]:
        """Go on from the note: yield the pieces that are not done yet.

        Raises:
            UsageError: the part belongs to other settings or another input, or its output is there by now.
            StorageError: it cannot be read or written.

        """
        note = self._read_note()
        self._replaces = note.replaces
        self._check_free()
        for name, value in self._settings.items():
            if note.settings.get(name) != value:
                was = clean(note.settings.get(name, "not given"))[:60]
                raise UsageError(
                    f"{clean(self.path)} is of a run with another {name}: {was}.",
                    hint="Give what was given then, or begin again with --force.",
                )
        try:
            self._file = self.path.open("r+b", buffering=0)
            self._go_on_from(self._file, note, pieces)
        except OSError as error:
            raise self._unwritable(error) from error
        return pieces

    def _go_on_from(self, file: BinaryIO, note: Note, pieces: Iterator[Piece]) -> None:
        """Check that part and input are those of the note, and cut off what it does not tell of."""
        status = os.fstat(file.fileno())
        if status.st_nlink > 1:
            raise self._foreign("has a second name, under which it may be complete")
        if status.st_size < note.size:
            raise self._foreign("is shorter than its note says")
        file.seek(max(note.size - 1, 0))
        if not self._compression and note.size and file.read(1) != b"\n":
            raise self._foreign("does not end where its note says")
        while self.progress.line < note.progress.line:
            piece = next(pieces, None)
            if piece is None:
                raise self._foreign("is of a longer input")
            self._digest.update(piece.digest())
            self.progress.line = piece.numbers[-1]
        if self.progress.line != note.progress.line or self._digest.hexdigest() != note.digest:
            raise self._foreign("is of another input")
        file.truncate(note.size)
        file.seek(note.size)
        self.progress, self._size = note.progress, note.size

    def _write(self, file: BinaryIO, data: bytes) -> None:
        write_all(file, data)
        self._size += len(data)

    def add(self, done: Done) -> None:
        """Write a finished piece.

        Raises:
            StorageError: it cannot be written.

        """
        try:
            if self._file:
                self._write(self._file, done.made.data)
            self._digest.update(done.piece.digest())
            self.progress.add(done)
            if time.monotonic() - self._noted > _SECONDS_BETWEEN_NOTES:
                self.note()
        except OSError as error:
            raise self._unwritable(error) from error

    def note(self) -> None:
        """Write down how far the part is, in one step; of one that has lost its name there is none."""
        if not self._ours():
            return
        digest = self._digest.hexdigest()
        note = Note(self._settings, self._size, digest, self.progress, self._replaces)
        beside = self._note_path.with_name(f"{self._note_path.name}.new")
        try:
            beside.write_bytes(msgspec.json.encode(note))
            beside.replace(self._note_path)
        except OSError:
            beside.unlink(missing_ok=True)
            raise
        self._noted = time.monotonic()

    def stop(self) -> None:
        """End a run that is not complete: cut off what is not whole, and note how far it is."""
        if file := self._ours():
            try:
                self._complete(file)
                self.note()
            except OSError:
                pass  # the last note holds
        self._let_go()

    def finish(self) -> None:
        """Give the output its name.

        Raises:
            UsageError: somebody else has put a file there in the meantime; the part stays.
            StorageError: that cannot be done.

        """
        try:
            file = self._ours()
            if not file:
                raise StorageError(
                    f"{clean(self.path)} is not the file any more that this run wrote.",
                    hint="Was it moved or removed? What is there now is left alone.",
                )
            if not self._size and self._compression:  # no bytes at all are no compressed file
                self._write(file, compressed(b"", self._compression))
            self._complete(file)
            self._give_name()
            sync_folder(self.out.parent)
            self._let_go()
            self._remove()
        except OSError as error:
            raise self._unwritable(error) from error

    def _give_name(self) -> None:
        if self._replaces:
            self.path.replace(self.out)
            return
        try:
            self.out.hardlink_to(self.path)  # a move would replace what came just now
        except FileExistsError:
            raise self._taken() from None
        except OSError:  # there are no second names on this file system
            self._check_free()
            self.path.replace(self.out)

    def _check_free(self) -> None:
        if not self._replaces and self.out.exists():
            raise self._taken()

    def _taken(self) -> UsageError:
        go_on = self.is_there
        return UsageError(
            f"{clean(self.out)} is there by now, and this run was not told to replace it.",
            hint="Move it away, then go on with --resume." if go_on else "Choose another name, or --force.",
        )

    def _remove(self) -> None:
        self.path.unlink(missing_ok=True)
        self._note_path.unlink(missing_ok=True)

    def _complete(self, file: BinaryIO) -> None:
        """Cut off what is not whole, and let the disk have the rest."""
        file.truncate(self._size)
        os.fsync(file.fileno())

    def _ours(self) -> BinaryIO | None:
        """Return the open part, unless its name is another file's by now."""
        return self._file if self._file and is_named(self._file.fileno(), self.path) else None

    def _let_go(self) -> None:
        if self._file:
            self._file.close()
            self._file = None

    def _read_note(self) -> Note:
        try:
            return msgspec.json.decode(self._note_path.read_bytes(), type=Note)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise self._foreign("has no note beside it that could be read") from error

    def _foreign(self, what: str) -> UsageError:
        return UsageError(f"{clean(self.path)} {what}.", hint="Begin again with --force.")

    def _unwritable(self, error: OSError) -> StorageError:
        name = clean(self.path)
        return StorageError(f"{name} cannot be written: {reason_of(error)}.")
