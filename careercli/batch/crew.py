"""Worker processes: each makes pieces, and what they made comes back in the order of the input."""

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import NamedTuple

from careercli.batch.engine import Engine, Made, Piece, Recipe, engine_of
from careercli.errors import StorageError

AHEAD = 3
"""How many pieces for each worker are under way, or wait for those before them, at most."""

_MOST_WORKERS = 61 if os.name == "nt" else 1024
"""How many Windows can wait for, and nobody else has more use for."""


class Done(NamedTuple):
    """A piece that is finished."""

    piece: Piece
    made: Made


def is_there(awaited: int | None) -> bool:
    """Return whether reading from there would not wait, or nobody can tell."""
    return awaited is None or bool(wait([awaited], 0))


def in_order(
    given: Iterator[Piece],
    submit: Callable[[Piece], Future[Made]],
    most: Callable[[], int],
    awaited: int | None = None,
    result: Callable[[Future[Made]], Made] = Future.result,
) -> Iterator[Done]:
    """Yield the pieces in their order, of which at most ``most`` are under way: memory stays flat.

    What is made is not kept while the next piece is ``awaited`` from there.
    """
    under_way: deque[tuple[Piece, Future[Made]]] = deque()
    more = True
    while more or under_way:
        if more and len(under_way) < most() and (not under_way or is_there(awaited)):
            piece = next(given, None)
            if piece is None:
                more = False
            else:
                under_way.append((piece, submit(piece)))
        else:
            piece, future = under_way.popleft()
            yield Done(piece, result(future))


def in_crew(recipe: Recipe, given: Iterator[Piece], jobs: int, awaited: int | None = None) -> Generator[Done]:
    """Yield the pieces in their order, made by this many processes; ``awaited`` as in :func:`in_order`.

    Raises:
        StorageError: a worker was ended from outside.

    """
    others = set(active_children())
    crew = ProcessPoolExecutor(min(jobs, _MOST_WORKERS), initializer=_begin, initargs=(recipe,))
    try:
        yield from in_order(given, lambda piece: crew.submit(_make, piece), lambda: AHEAD * jobs, awaited)
    except BrokenProcessPool as error:
        raise StorageError(
            "A worker process was ended from outside.",
            hint="Is there enough memory? --jobs 1 needs the least.",
        ) from error
    finally:
        for worker in set(active_children()) - others:
            worker.kill()  # it holds nothing that anybody else needs
        crew.shutdown(cancel_futures=True)


_engines: list[Engine] = []
"""What this process makes pieces with, if it is a worker."""


def _begin(recipe: Recipe) -> None:
    """Become a worker: whoever started this process decides when it ends, and it does not outlive them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _engines[:] = [engine_of(recipe)]


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _make(piece: Piece) -> Made:
    return _engines[0].make(piece)
