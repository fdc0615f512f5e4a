"""On a cluster the same bytes come out, also when one of its workers is lost on the way."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import msgspec
import pytest

from careercli.batch.cluster import make, on_cluster
from careercli.batch.engine import Piece, Recipe
from careercli.domain.model import Catalog
from careercli.errors import StorageError, UsageError
from careercli.formats.profiles import as_document
from tests.domain.people import random_people
from tests.running import DAY, run

needs_dask = pytest.mark.skipif(not find_spec("distributed"), reason="Dask is not installed")


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Return the address of a scheduler of our own, and the processes: two workers, itself last."""
    note = tmp_path / "scheduler.json"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": tmp_path}
    base = [sys.executable, "-m"]
    start = [
        *base[:2],
        "distributed.cli.dask_scheduler",
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        "--no-dashboard",
    ]
    scheduler = subprocess.Popen([*start, "--scheduler-file", str(note)], **quiet)  # type: ignore[call-overload]
    deadline = time.monotonic() + 30
    while not note.exists() or not note.read_text().strip():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    address = json.loads(note.read_text())["address"]
    work = [
        *base[:2],
        "distributed.cli.dask_worker",
        address,
        "--nthreads",
        "1",
        "--no-nanny",
        "--no-dashboard",
    ]
    workers = [subprocess.Popen(work, **quiet) for _ in range(2)]  # type: ignore[call-overload]
    yield address, [*workers, scheduler]
    for process in (*workers, scheduler):
        process.kill()
        process.wait()


@pytest.mark.slow
@needs_dask
def test_the_same_bytes_also_when_a_worker_is_killed(
    catalog: Catalog, tmp_path: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    """Killed while it works: what it was making is made by another one."""
    address, workers = cluster
    source, here, there = tmp_path / "in.jsonl", tmp_path / "here", tmp_path / "there"
    lines = [json.dumps(as_document(profile)).encode() for profile in random_people(catalog, 500)]
    source.write_bytes(b"\n".join([*lines, b"{"] * 4))
    few = ("--fields", "profile.name,placement", "--as-of", DAY)
    assert run("batch", str(source), str(here), "--jobs", "1", *few).code == 4
    command = [sys.executable, "-m", "careercli", "batch", str(source), str(there), *few]
    with subprocess.Popen([*command, "--dask", address], stderr=subprocess.PIPE) as process:
        part, deadline = tmp_path / "there.part", time.monotonic() + 60
        while not (part.exists() and part.stat().st_size) and time.monotonic() < deadline:
            time.sleep(0.01)
        assert process.poll() is None  # it is under way
        os.kill(workers[0].pid, signal.SIGKILL)
        _, err = process.communicate(timeout=120)
        assert process.returncode == 4, err
    assert there.read_bytes() == here.read_bytes()


@needs_dask
def test_a_scheduler_that_dies(
    catalog: Catalog,
    cluster: tuple[str, list[subprocess.Popen[bytes]]],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """It is said in words and with what to do, and Dask says nothing beside it."""
    address, processes = cluster
    monkeypatch.setattr("careercli.batch.cluster.SECONDS_TO_REACH", 1)
    recipe = Recipe(catalog=msgspec.json.encode(catalog), today=date(2026, 11, 21))
    person = json.dumps(as_document(next(iter(random_people(catalog, 1))))).encode()
    pieces = on_cluster(recipe, (Piece([1], person) for _ in range(100)), address)
    assert next(pieces).made.data
    processes[-1].kill()
    with pytest.raises(StorageError, match="does not answer any more") as caught:
        list(pieces)
    assert caught.value.hint == "Start it and its workers again."
    assert capfd.readouterr() == ("", "")


class _Gone:
    """A client whose cluster fails in one way."""

    def __init__(self, status: str, error: Exception) -> None:
        self.status, self._error = status, error

    def submit(self, *_task: object, **_how: object) -> object:
        """Fail."""
        raise self._error

    def close(self) -> None:
        """Fail, too."""
        raise TimeoutError


class KilledWorker(Exception):  # noqa: N818 - Dask's name
    """What Dask calls work over which workers were lost."""


@pytest.mark.parametrize(
    ("status", "error", "said", "hint"),
    [
        ("running", CancelledError("lost"), "The Dask scheduler at tcp://x:1 does not answer", "Start it"),
        ("closed", RuntimeError("IOLoop is closed"), "The Dask scheduler at tcp://x:1", "Start it"),
        ("running", KilledWorker("make"), "lost one worker after another", "enough memory"),
        ("running", ImportError("No module named 'careercli'"), "ImportError: No module", "same version"),
        ("running", OSError("disk"), "OSError: disk", "same version"),
    ],
)
def test_what_goes_wrong_is_said(
    monkeypatch: pytest.MonkeyPatch, status: str, error: Exception, said: str, hint: str
) -> None:
    """Each with what to do; closing what is gone adds nothing."""
    monkeypatch.setattr("careercli.batch.cluster.client_of", lambda _address: _Gone(status, error))
    with pytest.raises(StorageError, match=said) as caught:
        list(on_cluster(Recipe(catalog=b"", today=date(2026, 11, 21)), iter(()), "tcp://x:1"))
    assert hint in caught.value.hint


@needs_dask
def test_a_cluster_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is begun."""
    monkeypatch.setattr("careercli.batch.cluster.SECONDS_TO_REACH", 0.2)
    source = tmp_path / "in.jsonl"
    source.write_bytes(b"")
    result = run("batch", str(source), str(tmp_path / "out"), "--dask", "tcp://127.0.0.1:9")

    assert result.code == 5
    assert "No Dask scheduler answers" in result.err
    assert not (tmp_path / "out.part").exists()


@needs_dask
def test_a_port_that_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What accepts a connection and is no scheduler is not waited for without end."""
    monkeypatch.setattr("careercli.batch.cluster.SECONDS_TO_REACH", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        result = run("batch", "-", "--dask", address)

    assert result.code == 5
    assert f"No Dask scheduler answers at {address}." in result.err


@needs_dask
@pytest.mark.parametrize("address", ["tls://127.0.0.1:9", "nonsense", "tcp://127.0.0.1:99999"])
def test_an_address_that_is_none(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """Also one of a protocol that needs more than an address: no fault of ours."""
    monkeypatch.setattr("careercli.batch.cluster.SECONDS_TO_REACH", 0.2)
    result = run("batch", "-", "--dask", address)

    assert result.code == 5
    assert result.err.startswith(f"careercli: No Dask scheduler answers at {address}.\n  Is its address like")


def test_without_dask_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an extra."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = run("batch", "-", "--dask", "tcp://127.0.0.1:8786")

    assert result.code == 2
    assert "pip install 'careercli[dask]'" in result.err


def test_a_worker_of_another_version_does_nothing() -> None:
    """Its results might be others, and nobody would see which lines are whose."""
    recipe = Recipe(catalog=b"", today=date(2026, 11, 21))
    with pytest.raises(UsageError, match=r"a worker has careercli .+, and 0\.0\.9 was asked for"):
        make(recipe, Piece([1], b""), "0.0.9")
