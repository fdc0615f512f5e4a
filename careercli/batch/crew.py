"""Worker processes: each makes pieces, and writes them into the output file itself where there is one.

A result is many times its profile. If it went through this process, that would be busier than the workers;
so a worker tells how long its piece became, is told where it belongs, and writes it there.
"""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Lock
from pathlib import Path
from typing import NamedTuple, cast

from careercli.batch.engine import Made, Piece, Recipe, engine_of
from careercli.errors import StorageError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

CAN_PLACE = hasattr(os, "pwrite")
"""Whether several processes can write one file, each at its place."""

_PIPE = 1024 * 1024
"""Room in a pipe to a worker, in bytes: for what may wait there (:data:`AHEAD`), and what a user is given."""

AHEAD = 3
"""How many pieces a worker has to make at most: one in work, the others waiting in its pipe."""

_UNWRITTEN = 2
"""How many more it may have made while it does not know yet where they belong: others may be slower."""

Place = Callable[[int], int]
"""Takes the number of bytes of the next piece; returns at which byte of the file it belongs."""


class Done(NamedTuple):
    """A piece that is finished. ``made.data`` is empty where a worker wrote its ``size`` bytes.

    ``digest`` is that of the piece, where a worker had time for it.
    """

    piece: Piece
    made: Made
    size: int
    digest: bytes = b""


class Given(NamedTuple):
    """To a worker: a piece to make."""

    number: int
    piece: Piece


class Placed(NamedTuple):
    """To a worker: where in the file what it made belongs."""

    number: int
    offset: int


class Finished(NamedTuple):
    """From a worker: what it made, and its size."""

    number: int
    made: Made
    size: int
    digest: bytes


class Written(NamedTuple):
    """From a worker: what it made is in the file."""

    number: int


class Failed(NamedTuple):
    """From a worker: what stops the run."""

    error: Exception


class _Worker:
    """A process, what goes to it (``orders``) and what comes from it (``answers``)."""

    def __init__(self, recipe: Recipe, path: Path | None, turn: Lock) -> None:
        context = get_context()
        its_orders, self.orders = context.Pipe(duplex=False)
        self.answers, its_answers = context.Pipe(duplex=False)
        widen(self.orders)
        ours = (self.orders, self.answers)
        self.process: BaseProcess = context.Process(
            target=_work, args=(its_orders, its_answers, ours, recipe, path, turn), daemon=True
        )
        self.process.start()
        its_orders.close()
        its_answers.close()
        self.unmade = self.unfinished = 0


def widen(pipe: Connection) -> None:
    """Let whole pieces wait in a pipe: else sending to a busy worker would keep the others waiting."""
    if fcntl and hasattr(fcntl, "F_SETPIPE_SZ"):
        with contextlib.suppress(OSError):  # the system gives each user only so much
            fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, _PIPE)


def is_there(awaited: int | None) -> bool:
    """Return whether reading from there would not wait, or nobody can tell."""
    return awaited is None or bool(wait([awaited], 0))


def in_crew(
    recipe: Recipe,
    given: Iterator[Piece],
    jobs: int,
    path: Path | None = None,
    place: Place = int,
    awaited: int | None = None,
) -> Iterator[Done]:
    """Yield the pieces in their order, made by so many processes.

    With a ``path`` the workers write what they made into that file, where ``place`` says. What is made is not
    kept while the next piece is ``awaited`` from there.

    Raises:
        StorageError: a worker was ended from outside, or could not write.

    """
    crew = _Crew(recipe, given, jobs, path, place, awaited)
    try:
        yield from crew.run()
    finally:
        for worker in crew.workers:
            worker.process.kill()  # it holds nothing that anybody else needs
        for worker in crew.workers:
            worker.process.join()


class _Crew:
    def __init__(
        self,
        recipe: Recipe,
        given: Iterator[Piece],
        jobs: int,
        path: Path | None,
        place: Place,
        awaited: int | None,
    ) -> None:
        self.recipe = recipe
        self.given = enumerate(given)
        self.jobs = jobs
        self.path = path
        self.place = place
        self.awaited = awaited
        self.workers: list[_Worker] = []
        self.pieces: dict[int, tuple[Piece, _Worker]] = {}
        self.made: dict[int, Finished] = {}
        self.written: set[int] = set()
        self.placed = self.finished = 0
        self.turn = get_context().Lock()

    def run(self) -> Iterator[Done]:
        more = True
        while True:
            free = self._free() if more else None
            while free and (not self.pieces or is_there(self.awaited)):
                more = self._give(free)
                free = self._free() if more else None
            if not self.pieces:
                return
            self._listen(self.awaited if free else None)
            yield from self._in_order()

    def _give(self, worker: _Worker) -> bool:
        """Give the next piece to a worker; return whether there was one."""
        entry = next(self.given, None)
        if entry:
            number, piece = entry
            self.pieces[number] = (piece, worker)
            worker.unmade += 1
            worker.unfinished += 1
            _send(worker, Given(number, piece))
        return entry is not None

    def _free(self) -> _Worker | None:
        """Return the worker with the least to do; a new one while there may be more of them.

        A worker that returns what it made gets no other piece until it has: two processes that write to
        each other and do not read would wait for ever.
        """
        ahead = AHEAD if self.path else 1
        most = ahead + _UNWRITTEN
        free = [worker for worker in self.workers if worker.unmade < ahead and worker.unfinished < most]
        least = min(free, key=lambda worker: worker.unfinished, default=None)
        if (least is None or least.unfinished) and len(self.workers) < self.jobs:
            self.workers.append(_Worker(self.recipe, self.path, self.turn))
            return self.workers[-1]
        return least

    def _listen(self, awaited: int | None) -> None:
        """Take in what workers answer; return also where there is more to read."""
        listening = {worker.answers: worker for worker in self.workers}
        for connection in wait([*listening, *([] if awaited is None else [awaited])]):
            if connection == awaited:
                continue
            worker = listening[cast("Connection", connection)]
            try:
                answer: Finished | Written | Failed = worker.answers.recv()
            except (EOFError, OSError) as error:
                raise _lost() from error
            if isinstance(answer, Failed):
                raise answer.error
            if isinstance(answer, Written):
                self.written.add(answer.number)
            else:
                self.made[answer.number] = answer
                worker.unmade -= 1

    def _in_order(self) -> Iterator[Done]:
        while self.placed in self.made:
            number = self.placed
            self.placed += 1
            if self.path is None:
                self.written.add(number)
            else:
                worker = self.pieces[number][1]
                _send(worker, Placed(number, self.place(self.made[number].size)))
        while self.finished in self.written:
            number = self.finished
            self.finished += 1
            self.written.discard(number)
            piece, worker = self.pieces.pop(number)
            worker.unfinished -= 1
            _, made, size, digest = self.made.pop(number)
            yield Done(piece, made, size, digest)


def _send(worker: _Worker, message: Given | Placed) -> None:
    try:
        worker.orders.send(message)
    except OSError as error:
        raise _lost() from error


def _lost() -> StorageError:
    return StorageError(
        "A worker process was ended from outside.", hint="Is there enough memory? --jobs 1 needs the least."
    )


def _work(
    orders: Connection,
    answers: Connection,
    theirs: tuple[Connection, ...],
    recipe: Recipe,
    path: Path | None,
    turn: Lock,
) -> None:
    """Do what comes until nothing can come any more: ``theirs`` are the ends of whoever started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started this one decides
    for end in theirs:
        end.close()
    held: dict[int, bytes] = {}
    try:
        engine = engine_of(recipe)
        file = os.open(path, os.O_WRONLY) if path else -1
        while True:
            order: Given | Placed = orders.recv()
            if isinstance(order, Placed):
                with turn:  # the system lets one process at a time write a file; it would spin for that
                    write_at(file, held.pop(order.number), order.offset)
                answers.send(Written(order.number))
                continue
            made = engine.make(order.piece)
            size = len(made.data)
            digest = b""
            if path:
                digest = order.piece.digest()
                held[order.number] = made.data
                made = made._replace(data=b"")
            answers.send(Finished(order.number, made, size, digest))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
    except OSError as error:
        _tell(answers, StorageError(f"The output cannot be written: {error.strerror}."))
    except Exception as error:  # noqa: BLE001 - it is told where the run ends
        _tell(answers, RuntimeError(f"in a worker: {type(error).__name__}: {error}"))


def _tell(answers: Connection, fault: Exception) -> None:
    """Say what stops the run; where its end in the middle of an order did, nobody is there to hear it."""
    with contextlib.suppress(OSError):
        answers.send(Failed(fault))


def write_at(file: int, data: bytes, offset: int) -> None:
    """Write data at a place of a file, all of it, and let the disk begin with it."""
    view, place = memoryview(data), offset
    while view:
        count = os.pwrite(file, view, place)
        view, place = view[count:], place + count
    if hasattr(os, "posix_fadvise"):
        # That it is not needed any more lets the system write it now: at the end nobody waits for all of it.
        with contextlib.suppress(OSError):
            os.posix_fadvise(file, offset, len(data), os.POSIX_FADV_DONTNEED)
