from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.again import COMMANDS
from tests.store.crashes import CHANGES, WRITERS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks and kills")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Return a folder in memory where there is one: a kill does not depend on the disk."""
    memory = Path("/dev/shm")  # noqa: S108 - the folder in it gets a name of its own
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=memory) as name:
        yield Path(name)


def program(*words: str | Path) -> str:
    """Run one of the programs beside this file, and return what it found."""
    done = subprocess.run(
        [sys.executable, "-m", *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        cwd=Path(__file__).parents[2],
    )
    assert not done.stderr
    return done.stdout


@pytest.mark.slow
def test_writers_that_are_killed(folder: Path) -> None:
    """Killed at any moment in 500 saves, profile and history are readable and hold all that was confirmed."""
    assert program("tests.store.crashes", "killed", folder) == "many True lost 0 ahead 0"


@pytest.mark.slow
def test_a_writer_that_is_stopped_at_each_step(folder: Path) -> None:
    """The same holds before each single thing that a save does to a file."""
    assert program("tests.store.crashes", "stopped", folder) == "many True lost 0 ahead 0"


@pytest.mark.slow
def test_sixteen_writers_at_once(folder: Path) -> None:
    """Every change of sixteen writers is kept, in profile and history, and nothing is left over."""
    half = CHANGES * WRITERS // 2

    assert program("tests.store.crashes", "together", folder) == (
        f"failed 0 [('coaching', '{half}'), ('ticketing', '{half}')] told {2 * half} {2 * half}"
        " left ['maya.yaml', 'maya.yaml.bak']"
    )


@pytest.mark.slow
def test_commands_that_are_killed_and_run_again(folder: Path) -> None:
    """Ended before each thing that it writes and run again, a command has done what it does, and no more."""
    assert program("tests.store.again", folder) == "".join(f"{name}: many []\n" for name in COMMANDS)
