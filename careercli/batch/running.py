"""Pieces made one after the other, here or by a crew, and runs that end between two of them."""

import signal
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from itertools import chain, islice
from threading import current_thread, main_thread
from types import FrameType
from typing import NamedTuple, Self

from careercli.batch.crew import Done, in_crew, is_there
from careercli.batch.engine import Piece, Recipe, engine_of, heading
from careercli.batch.part import Part, Progress
from careercli.errors import CareerError

Write = Callable[[bytes], None]
Watch = Callable[[Progress], None]
"""Is told how far a run is after every piece."""


class Hands(NamedTuple):
    """Who does the work: so many processes, or the Dask cluster at an address."""

    jobs: int
    cluster: str | None = None


def made(recipe: Recipe, given: Iterator[Piece], hands: Hands, awaited: int | None = None) -> Generator[Done]:
    """Yield the pieces in their order; ``awaited`` is what they come from, where nobody may wait for more.

    Raises:
        CareerError: the input cannot be read on; what was read before is done.

    """
    faults: list[CareerError] = []

    def readable() -> Iterator[Piece]:
        try:
            yield from given
        except CareerError as error:
            faults.append(error)

    yield from _made(recipe, readable(), hands, awaited)
    for fault in faults:
        raise fault


def _made(recipe: Recipe, given: Iterator[Piece], hands: Hands, awaited: int | None) -> Iterator[Done]:
    """Yield the pieces in their order. What is only one piece is made here, whatever the number of jobs."""
    if hands.cluster is not None:
        from careercli.batch.cluster import on_cluster  # few have one

        yield from on_cluster(recipe, given, hands.cluster)
        return
    ahead = list(islice(given, 1))
    alone = hands.jobs == 1
    if not alone and is_there(awaited):
        ahead += islice(given, 1)
        alone = len(ahead) < 2
    every = chain(ahead, given)
    if alone:
        make = engine_of(recipe).make
        yield from (Done(piece, make(piece)) for piece in every)
    else:
        yield from in_crew(recipe, every, hands.jobs, awaited)


class Interrupts:
    """Ctrl-C between two pieces: while one is being written it waits, so that lines stay whole.

    A second one does not wait. Outside of the main thread nothing is changed.
    """

    def __init__(self) -> None:
        self._writing = self._pending = False
        self._before: object = None

    def __enter__(self) -> Self:
        if current_thread() is main_thread():
            self._before = signal.signal(signal.SIGINT, self._interrupted)
        return self

    def __exit__(self, *_: object) -> None:
        if current_thread() is main_thread():
            signal.signal(signal.SIGINT, self._before)  # type: ignore[arg-type]

    def writing(self) -> None:
        """Say that a piece is being written from here on."""
        self._writing = True

    def written(self) -> None:
        """Say that it is whole.

        Raises:
            KeyboardInterrupt: Ctrl-C came in the meantime.

        """
        self._writing = False
        if self._pending:
            self._pending = False
            raise KeyboardInterrupt

    def _interrupted(self, _number: int, _frame: FrameType | None) -> None:
        if not self._writing or self._pending:
            raise KeyboardInterrupt
        self._pending = True


def to_stream(
    recipe: Recipe,
    given: Iterator[Piece],
    hands: Hands,
    write: Write,
    watch: Watch,
    awaited: int | None = None,
) -> Progress:
    """Make everything and write it, piece by piece; nothing that is made waits for more to be ``awaited``.

    Raises:
        KeyboardInterrupt: the run was broken off; what is written is whole lines.

    """
    progress = Progress()
    write(heading(recipe))
    with Interrupts() as interrupts:
        for done in made(recipe, given, hands, awaited):
            interrupts.writing()
            write(done.made.data)
            progress.add(done)
            watch(progress)
            interrupts.written()
    return progress


def to_part(recipe: Recipe, given: Iterator[Piece], hands: Hands, part: Part, watch: Watch) -> Progress:
    """Make everything into a part that was begun or gone on with, and give the output its name.

    Raises:
        KeyboardInterrupt: the run was broken off; the part and its note say how far it is.

    """
    try:
        with Interrupts() as interrupts, closing(made(recipe, given, hands)) as all_done:
            for done in all_done:
                interrupts.writing()
                part.add(done)
                watch(part.progress)
                interrupts.written()
        part.finish()
    except BaseException:
        part.stop()
        raise
    return part.progress
