"""Workers get what to do next without anybody waiting for them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import date
from multiprocessing import Pipe, get_context
from pathlib import Path
from threading import Thread

import msgspec
import pytest

from careercli.batch import crew
from careercli.batch.crew import AHEAD, Given, _work, in_crew, widen, write_at
from careercli.batch.engine import MOST_INPUT, Piece, Recipe, engine_of
from careercli.domain.model import Catalog
from tests.running import DAY


@pytest.mark.skipif(sys.platform != "linux", reason="the size of a pipe is the system's")
def test_what_a_busy_worker_is_to_do_next_waits_in_its_pipe() -> None:
    """Sending it does not wait: all that may wait there fits, and the placing of what was made."""
    receiving, sending = Pipe(duplex=False)
    widen(sending)
    piece = Piece(range(1, 3), b"x" * MOST_INPUT)

    def send() -> None:
        for number in range(AHEAD):
            sending.send(Given(number, piece))

    sender = Thread(target=send, daemon=True)
    sender.start()
    sender.join(10)
    assert not sender.is_alive()
    assert [receiving.recv().number for _ in range(AHEAD)] == list(range(AHEAD))


@pytest.mark.parametrize("to_file", [True, False])
def test_pieces_come_in_their_order_and_are_those_of_one_process(
    catalog: Catalog, tmp_path: Path, *, to_file: bool
) -> None:
    """Whether the workers write them into a file or give them back."""
    recipe = Recipe(msgspec.json.encode(catalog), date.fromisoformat(DAY))
    line = b'{"schema":"careercli/profile@1","experience":{"support_years":3}}'
    given = [Piece([number], line if number % 3 else b"{") for number in range(1, 12)]
    expected = b"".join(engine_of(recipe).make(piece).data for piece in given)
    path, end = tmp_path / "out", 0
    path.touch()

    def place(size: int) -> int:
        nonlocal end
        end += size
        return end - size

    done = list(in_crew(recipe, iter(given), 3, path if to_file else None, place))
    assert [entry.piece.numbers for entry in done] == [piece.numbers for piece in given]
    assert [entry.made.bad for entry in done] == [0, 0, 1] * 3 + [0, 0]
    assert [entry.digest for entry in done] == [piece.digest() if to_file else b"" for piece in given]
    returned = b"".join(entry.made.data for entry in done)
    assert (path.read_bytes(), returned) == ((expected, b"") if to_file else (b"", expected))


def test_workers_that_give_back_never_wait_for_each_other(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the system lets pipes hold little: a piece goes to who has nothing to give back."""
    monkeypatch.setattr(crew, "widen", lambda _: None)
    recipe = Recipe(msgspec.json.encode(catalog), date.fromisoformat(DAY))
    line = b'{"schema":"careercli/profile@1","experience":{"support_years":3}}'
    more_than_a_pipe_holds = b"\n".join([b"x" * 200_000, *[line] * 20])  # both ways
    given = [Piece(range(1, 22), more_than_a_pipe_holds)] * 4
    done: list[crew.Done] = []
    runner = Thread(target=lambda: done.extend(in_crew(recipe, iter(given), 1)), daemon=True)
    runner.start()
    runner.join(20)
    assert len(done) == 4


def test_a_worker_ends_quietly_where_nobody_is_there_any_more(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also in the middle of an order, which leaves nobody to tell."""
    monkeypatch.setattr(crew.signal, "signal", lambda *_: None)
    orders, to_it = Pipe(duplex=False)
    from_it, answers = Pipe(duplex=False)
    os.write(to_it.fileno(), (1000).to_bytes(4, "big") + b"only the beginning")
    recipe = Recipe(msgspec.json.encode(catalog), date.fromisoformat(DAY))
    _work(orders, answers, (to_it, from_it), recipe, None, get_context().Lock())
    with pytest.raises(OSError, match="Broken pipe"):
        answers.send("anything")


def test_only_so_many_pieces_are_under_way(catalog: Catalog, tmp_path: Path) -> None:
    """However long one takes: what others make in the meantime is held in memory."""
    recipe = Recipe(msgspec.json.encode(catalog), date.fromisoformat(DAY), "placement.current")
    line = b'{"schema":"careercli/profile@1","experience":{"support_years":3}}'
    long, short = Piece(range(1, 3001), b"\n".join([line] * 3000)), Piece([1], line)
    taken: list[Piece] = []

    def given() -> Iterator[Piece]:
        for piece in [long, *[short] * 300]:
            taken.append(piece)
            yield piece

    path = tmp_path / "out"
    path.touch()
    done = in_crew(recipe, given(), 2, path)
    next(done)
    assert len(taken) <= 2 * (AHEAD + 2)
    done.close()


@pytest.mark.skipif(not crew.CAN_PLACE, reason="no writing at a place here")
def test_what_the_system_writes_only_a_part_of_is_written_to_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At its place."""
    pwrite = os.pwrite
    monkeypatch.setattr(os, "pwrite", lambda file, data, place: pwrite(file, data[:3], place))
    path = tmp_path / "out"
    with path.open("wb") as file:
        write_at(file.fileno(), b"0123456789", 2)
    assert path.read_bytes() == b"\0\x000123456789"
