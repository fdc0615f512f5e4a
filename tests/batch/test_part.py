"""One run at a time makes an output, and nothing that is whole is ever lost to another."""

from __future__ import annotations

import errno
import os
import random
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

import pytest

from careercli.batch import part
from careercli.batch.crew import Done
from careercli.batch.part import Part
from tests.running import DAY, run

fcntl = pytest.importorskip("fcntl", reason="locks are of Unix")

PERSON = b'{"schema":"careercli/profile@1","experience":{"support_years":3}}\n'

FEW = ("--fields", "placement.current")
"""What is quick to make."""


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """Return a file of 150 profiles: more than a piece."""
    path = tmp_path / "people.jsonl"
    path.write_bytes(PERSON * 150)
    return path


@pytest.fixture
def whole(people: Path) -> bytes:
    """Return what becomes of them."""
    return run("batch", str(people), "--jobs", "1", "--as-of", DAY, *FEW).stdout


@pytest.fixture
def out(people: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the name of an output of which the first piece is made; the run was broken off then."""
    add = Part.add

    def added(self: Part, done: Done) -> None:
        if self.progress.done:
            raise KeyboardInterrupt
        add(self, done)

    with monkeypatch.context() as patch:
        patch.setattr(Part, "add", added)
        assert _batch(people, people.with_name("out"))[0] == 130
    return people.with_name("out")


def _batch(*words: object) -> tuple[int, str]:
    result = run("batch", *map(str, words), "--jobs", "1", "--as-of", DAY, *FEW)
    return result.code, " ".join(result.err.split())


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _first(what: Callable[[], object], before: Callable[..., object]) -> Callable[..., object]:
    """Return ``before`` with something else done ahead of its first call."""
    todo = [what]

    def both(*words: object) -> object:
        if todo:
            todo.pop()()
        return before(*words)

    return both


@pytest.mark.parametrize(("flag", "code"), [("--resume", 2), ("--force", 130)])
def test_a_lock_that_comes_late(
    people: Path, out: Path, whole: bytes, monkeypatch: pytest.MonkeyPatch, flag: str, code: int
) -> None:
    """A run whose lock comes when another has made the output meanwhile spoils nothing."""

    def break_off(*_: object) -> None:
        raise KeyboardInterrupt

    def finish() -> None:
        assert _batch(people, out, "--resume") == (0, "")
        monkeypatch.setattr(Part, "add", break_off)

    for name in ("flock", "lockf"):
        monkeypatch.setattr(fcntl, name, _first(finish, getattr(fcntl, name)))
    assert _batch(people, out, flag)[0] == code
    assert out.read_bytes() == whole
    assert _names(out.parent)[:2] == (["out", "people.jsonl"] if code == 2 else ["out", "out.part"])


@pytest.mark.parametrize("flags", [[], ["--resume"], ["--force"]])
def test_a_second_run_leaves_the_first_alone(
    people: Path, out: Path, whole: bytes, monkeypatch: pytest.MonkeyPatch, flags: list[str]
) -> None:
    """Whatever it was told, while the first is at work: it is told so, and the first makes the output."""
    monkeypatch.setattr(part, "_PATIENCE", 0.0)
    seen = []
    add = Part.add

    def meanwhile() -> None:
        before = out.with_name("out.part").read_bytes()
        seen.append(_batch(people, out, *flags))
        assert out.with_name("out.part").read_bytes() == before

    monkeypatch.setattr(Part, "add", _first(meanwhile, add))
    assert _batch(people, out, "--resume") == (0, "")
    ((code, err),) = seen
    assert (code, "Another run is writing" in err, "Wait for it" in err) == (5, True, True)
    assert out.read_bytes() == whole
    assert _names(out.parent) == ["out", "people.jsonl"]


def test_a_file_that_comes_at_the_last_moment_is_not_replaced(
    people: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the last look and the move nothing can come."""
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _first(lambda: out.write_text("mine"), os.fsync))
        code, err = _batch(people, out, "--resume")
    assert (code, out.read_text()) == (2, "mine")
    assert "Move it away, then go on with --resume." in err
    out.unlink()
    assert _batch(people, out, "--resume") == (0, "")


def test_a_file_system_without_second_names(
    people: Path, out: Path, whole: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There the part is moved, once more after a look at what is there."""

    def none(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", none)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _first(lambda: out.write_text("mine"), os.fsync))
        assert _batch(people, out, "--resume")[0] == 2
    out.unlink()
    assert _batch(people, out, "--resume") == (0, "")
    assert out.read_bytes() == whole
    assert _names(out.parent) == ["out", "people.jsonl"]


@pytest.mark.parametrize(("flag", "code"), [("--resume", 2), ("--force", 0)])
def test_a_run_that_was_killed_when_it_had_given_the_name(
    people: Path, out: Path, whole: bytes, monkeypatch: pytest.MonkeyPatch, flag: str, code: int
) -> None:
    """The part is another name of the output then: it goes, and what is whole is not gone on with."""

    def killed(_: Part) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Part, "_remove", killed)
        patch.setattr(Part, "stop", lambda _: None)
        assert _batch(people, out, "--resume")[0] == 130
    assert out.with_name("out.part").samefile(out)
    os.truncate(out.with_name("out.part.json"), 10)  # nothing rests on it
    assert _batch(people, out, flag)[0] == code
    assert out.read_bytes() == whole
    assert _names(out.parent) == ["out", "people.jsonl"]


def test_what_has_a_second_name_is_not_gone_on_with(people: Path, out: Path, whole: bytes) -> None:
    """As where an output was moved after its run was killed; begun anew, the part is another file."""
    kept = out.with_name("moved")
    kept.hardlink_to(out.with_name("out.part"))
    before = kept.read_bytes()
    code, err = _batch(people, out, "--resume")
    assert (code, "has a second name" in err, "Begin again with --force." in err) == (2, True, True)
    assert _batch(people, out, "--force") == (0, "")
    assert (kept.read_bytes(), out.read_bytes()) == (before, whole)


def test_a_run_that_was_killed_before_its_first_byte(people: Path, whole: bytes) -> None:
    """It left an empty part without a note, which is begun anew unasked."""
    out = people.with_name("out")
    out.with_name("out.part").touch()
    assert _batch(people, out, "--resume") == (0, "")
    assert out.read_bytes() == whole


def test_a_part_that_is_another_file_now_is_left_alone(
    people: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where somebody has moved the part away, what they put there does not become the output."""
    unfinished = out.with_name("out.part")

    def moved() -> None:
        unfinished.rename(out.with_name("aside"))
        unfinished.write_text("mine")

    monkeypatch.setattr(Part, "finish", _first(moved, Part.finish))
    code, err = _batch(people, out, "--resume")
    assert (code, unfinished.read_text(), out.exists()) == (5, "mine", False)
    assert "is not the file any more that this run wrote." in err


def _again_and_again(people: Path, out: Path, whole: bytes, seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - not for secrets
    for _ in range(12):
        _batch(people, out, draw.choice(["--resume", "--force"]))
        assert not out.exists() or out.read_bytes() == whole


def test_two_processes_in_a_race(people: Path, out: Path, whole: bytes) -> None:
    """Whatever they are told and however they meet, the output is whole whenever it is there."""
    crew = [
        get_context("fork").Process(target=_again_and_again, args=(people, out, whole, seed))
        for seed in (1, 2)
    ]
    for process in crew:
        process.start()
    for process in crew:
        process.join(60)
    assert [process.exitcode for process in crew] == [0, 0]
    assert out.read_bytes() == whole
    assert _names(out.parent) == ["out", "people.jsonl"]
