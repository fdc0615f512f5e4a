"""Pieces made by the workers of a Dask cluster: the same pieces, in the same order, on other machines.

A worker that is lost costs what it was making: Dask gives that to another one.
"""

import importlib
import logging
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from threading import Thread
from typing import Any

from careercli import __version__
from careercli.batch.crew import AHEAD, Done, in_order
from careercli.batch.engine import Made, Piece, Recipe, engine_of
from careercli.errors import StorageError, UsageError

SECONDS_TO_REACH = 10
"""How long the scheduler has for an answer."""


def client_of(address: str) -> Any:
    """Return a client of the cluster whose scheduler is at an address such as ``tcp://host:8786``.

    Raises:
        UsageError: Dask is not installed here; says how to get it.
        StorageError: nothing answers there.

    """
    try:
        distributed = importlib.import_module("distributed")
    except ImportError as error:
        raise UsageError(
            "--dask needs Dask.", hint="Install it with: pip install 'careercli[dask]'"
        ) from error
    # What goes wrong is said here, once and in words; Dask would print tracebacks and warnings beside it.
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    reached: Future[Any] = Future()

    def reach() -> None:
        try:
            client = distributed.Client(address, timeout=SECONDS_TO_REACH, set_as_default=False)
            reached.set_result(client)
        except Exception as error:  # noqa: BLE001 - raised where it is waited for
            reached.set_exception(error)

    # Dask waits without end for what accepts a connection and says nothing, as another program's port does.
    Thread(target=reach, daemon=True).start()
    try:
        return reached.result(2 * SECONDS_TO_REACH)
    except Exception as error:  # whatever Dask makes of an address: a protocol that needs more, too
        raise StorageError(
            f"No Dask scheduler answers at {address}.", hint="Is its address like tcp://host:8786?"
        ) from error


def on_cluster(recipe: Recipe, given: Iterator[Piece], address: str) -> Iterator[Done]:
    """Yield the pieces in their order, made by a cluster; only so many are under way that memory stays flat.

    Raises:
        UsageError, StorageError: as :func:`client_of`; StorageError also when the cluster is lost.

    """
    cluster = _Cluster(address)
    try:
        # A task, not data put there: when the worker that has it is lost, it is made again.
        shared = cluster.submit(_itself, recipe)
        yield from in_order(
            given,
            lambda piece: cluster.submit(make, shared, piece, __version__),
            lambda: AHEAD * cluster.workers(),
            result=cluster.result,
        )
    finally:
        cluster.close()


class _Cluster:
    """A cluster that is asked for work, and says in words what goes wrong with it."""

    def __init__(self, address: str) -> None:
        self._address, self._client = address, client_of(address)

    def submit(self, *task: object) -> Any:
        """Return what a function with its arguments will come to."""
        return self._told(lambda: self._client.submit(*task, pure=False))

    def workers(self) -> int:
        """Return how many pieces can be made at once, one at least."""
        threads: dict[str, int] = self._told(self._client.nthreads)
        return max(sum(threads.values()), 1)

    def result(self, future: Any) -> Made:
        """Return what a piece came to, when it is made."""
        made: Made = self._told(future.result)
        return made

    def close(self) -> None:
        """Leave the cluster to itself, also where it is gone."""
        with suppress(Exception):
            self._client.close()

    def _told(self, ask: Callable[[], Any]) -> Any:
        try:
            return ask()
        except Exception as error:
            raise self._in_words(error) from error

    def _in_words(self, error: Exception) -> StorageError:
        kind = type(error).__name__
        lost = isinstance(error, CancelledError) or kind == "CommClosedError"
        if lost or self._client.status != "running":
            return StorageError(
                f"The Dask scheduler at {self._address} does not answer any more.",
                hint="Start it and its workers again.",
            )
        if kind == "KilledWorker":
            return StorageError(
                "The cluster lost one worker after another over the same work.",
                hint="Have they enough memory? Their own messages say what ended them.",
            )
        return StorageError(
            f"The cluster did not finish its work: {kind}: {str(error)[:200]}",
            hint="Is the same version of careercli installed on every worker?",
        )


def make(recipe: Recipe, piece: Piece, version: str) -> Made:
    """Return what a piece comes to; runs on a worker.

    Raises:
        UsageError: the version of careercli that asks is another: its results might be too.

    """
    if version != __version__:
        raise UsageError(f"a worker has careercli {__version__}, and {version} was asked for")
    return engine_of(recipe).make(piece)


def _itself(recipe: Recipe) -> Recipe:
    return recipe
