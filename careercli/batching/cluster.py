"""Pieces made by the workers of a Dask cluster: the same pieces, in the same order, on other machines.

A worker that is lost costs what it was making: Dask gives that to another one.
"""

from __future__ import annotations

import importlib
from collections import deque
from collections.abc import Iterator
from typing import Any

from careercli import __version__
from careercli.batching.crew import AHEAD, Done
from careercli.batching.engine import Made, Piece, Recipe, engine_of
from careercli.errors import CareerError, StorageError, UsageError

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
    try:
        return distributed.Client(address, timeout=SECONDS_TO_REACH, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise StorageError(
            f"No Dask scheduler answers at {address}.", hint="Is its address like tcp://host:8786?"
        ) from error


def on_cluster(recipe: Recipe, given: Iterator[Piece], address: str) -> Iterator[Done]:
    """Yield the pieces in their order, made by a cluster; only so many are under way that memory stays flat.

    Raises:
        UsageError, StorageError: as :func:`client_of`; StorageError also when the cluster is lost.

    """
    with client_of(address) as client:
        # A task, not data put there: when the worker that has it is lost, it is made again.
        shared = client.submit(_itself, recipe, pure=False)
        under_way: deque[tuple[Piece, Any]] = deque()
        for piece in given:
            under_way.append((piece, client.submit(make, shared, piece, __version__, pure=False)))
            if len(under_way) >= AHEAD * max(sum(client.nthreads().values()), 1):
                yield _done(*under_way.popleft())
        while under_way:
            yield _done(*under_way.popleft())


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


def _done(piece: Piece, future: Any) -> Done:
    try:
        made: Made = future.result()
    except Exception as error:
        said = error.message if isinstance(error, CareerError) else type(error).__name__
        raise StorageError(
            f"The cluster did not finish its work: {said}.",
            hint="Is the same version of careercli installed on every worker?",
        ) from error
    return Done(piece, made, len(made.data))
