"""Workers make pieces at once; what they made comes in order, and none of them outlives its run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Future
from datetime import date
from multiprocessing import active_children
from pathlib import Path

import msgspec
import pytest

from careercli.batch.crew import AHEAD, in_crew, in_order
from careercli.batch.engine import Made, Piece, Recipe, engine_of
from careercli.domain.model import Catalog
from careercli.errors import StorageError
from tests.running import DAY

LINE = b'{"schema":"careercli/profile@1","experience":{"support_years":3}}'


@pytest.fixture
def recipe(catalog: Catalog) -> Recipe:
    """Return one of few fields."""
    return Recipe(msgspec.json.encode(catalog), date.fromisoformat(DAY), "placement.current")


def test_pieces_come_in_their_order_and_are_those_of_one_process(recipe: Recipe) -> None:
    """However many make them."""
    given = [Piece([number], LINE if number % 3 else b"{") for number in range(1, 12)]
    done = list(in_crew(recipe, iter(given), 3))
    assert [entry.piece for entry in done] == given
    assert [entry.made for entry in done] == [engine_of(recipe).make(piece) for piece in given]


def test_large_pieces_with_large_results_pass(recipe: Recipe) -> None:
    """Both ways more than a pipe holds: nobody waits for somebody who waits for them."""
    everything = msgspec.structs.replace(recipe, fields=None)
    large = b"\n".join([b"x" * 200_000, *[LINE] * 20])
    done = list(in_crew(everything, iter([Piece(range(1, 22), large)] * 4), 1))
    assert [entry.made.lines for entry in done] == [21] * 4


def test_only_so_many_pieces_are_under_way(recipe: Recipe) -> None:
    """However long one takes: what others make in the meantime is held in memory."""
    taken: list[Piece] = []

    def given() -> Iterator[Piece]:
        for number in range(1, 301):
            taken.append(Piece([number], LINE))
            yield taken[-1]

    done = in_crew(recipe, given(), 2)
    next(done)
    assert len(taken) <= 2 * AHEAD
    done.close()


def test_what_is_made_does_not_wait_for_more_to_read() -> None:
    """Whoever writes to a pipe line by line sees each result, though the next line is not there yet."""
    reading, writing = os.pipe()
    made: Future[Made] = Future()
    made.set_result(Made(b"", 1, 0, 0))

    def given() -> Iterator[Piece]:
        yield Piece([1], LINE)
        os.read(reading, 1)
        yield Piece([2], LINE)

    done = in_order(given(), lambda _: made, lambda: 10, reading)
    assert next(done).piece.numbers == [1]
    os.write(writing, b"x")
    assert next(done).piece.numbers == [2]
    os.close(reading)
    os.close(writing)


def test_a_worker_that_is_killed_ends_the_run(recipe: Recipe) -> None:
    """It is said, with what to do, and the others end too."""
    before = set(active_children())
    done = in_crew(recipe, (Piece([number], LINE) for number in range(1, 10_000)), 2)
    next(done)
    worker = next(iter(set(active_children()) - before))
    worker.kill()
    with pytest.raises(StorageError, match="ended from outside"):
        list(done)
    assert not set(active_children()) - before


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes as Linux lists them")
def test_no_worker_outlives_a_run_that_was_killed(tmp_path: Path) -> None:
    """Nothing holds the lock of an output, or memory, for nobody."""
    source = tmp_path / "in.jsonl"
    source.write_bytes((LINE + b"\n") * 5000)
    command = [sys.executable, "-m", "careercli", "batch", str(source), str(tmp_path / "out"), "--jobs", "2"]
    with subprocess.Popen(command) as process:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        deadline = time.monotonic() + 60
        while len(workers := children.read_text().split()) < 2 and time.monotonic() < deadline:
            time.sleep(0.02)
        assert len(workers) == 2
        time.sleep(0.3)
        process.send_signal(signal.SIGKILL)
    while any(_runs(worker) for worker in workers) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not any(_runs(worker) for worker in workers)


def _runs(worker: str) -> bool:
    try:
        return Path(f"/proc/{worker}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
