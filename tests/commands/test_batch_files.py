"""``batch``: what OUT may be, and that nothing of somebody's is written over."""

from __future__ import annotations

import gzip
import io
import os
from pathlib import Path

import pytest

from careercli.batch import part
from careercli.batch.crew import Done
from careercli.cli.batch_order import Order
from careercli.cli.context import Session
from careercli.cli.output import Settings
from tests.running import DAY, run, run_process

PERSON = b'{"schema":"careercli/profile@1","experience":{"support_years":3},"goal":"junior-specialist"}\n'
"""Somebody who is quick to assess."""


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """Return a file of 150 profiles: more than a piece."""
    path = tmp_path / "people.jsonl"
    path.write_bytes(PERSON * 150)
    return path


def _batch(*words: object, stdin: bytes = b"") -> tuple[int, bytes, str]:
    result = run("batch", *map(str, words), "--jobs", "1", "--as-of", DAY, stdin=stdin)
    return result.code, result.stdout, " ".join(result.err.split())


def _broken_off(monkeypatch: pytest.MonkeyPatch, *words: object) -> None:
    """Run a batch that is interrupted after its first piece."""
    add = part.Part.add

    def added(self: part.Part, done: Done) -> None:
        if self.progress.done:
            raise KeyboardInterrupt
        add(self, done)

    with monkeypatch.context() as patch:
        patch.setattr(part.Part, "add", added)
        assert _batch(*words)[0] == 130


def test_a_picture_is_refused_before_anything_is_written(people: Path, tmp_path: Path) -> None:
    """There is no screen in a batch, wherever it goes."""
    for out in (tmp_path / "out", "-"):
        code, printed, err = _batch(people, out, "--svg", tmp_path / "x.svg")
        assert (code, printed) == (2, b"")
        assert "--svg makes a picture of a screen, and this prints none." in err
    assert [path.name for path in tmp_path.iterdir()] == ["people.jsonl"]


@pytest.mark.parametrize("ending", [".part", ".part.json"])
def test_what_a_run_writes_on_the_way_is_not_its_input(tmp_path: Path, ending: str) -> None:
    """Not even with --force: OUT.part would be thrown away before it is read."""
    given = tmp_path / f"out{ending}"
    given.write_bytes(PERSON)
    code, _, err = _batch(given, tmp_path / "out", "--force")

    assert (code, given.read_bytes()) == (2, PERSON)
    assert f"IN is out{ending}, which belongs to the making of OUT." in err


def test_a_run_that_replaces_can_be_gone_on_with(
    people: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the command that it names; until it is complete the old file stays."""
    out = tmp_path / "out"
    out.write_text("old")
    _broken_off(monkeypatch, people, out, "--force")

    assert out.read_text() == "old"
    assert _batch(people, out, "--resume") == (0, b"", "")
    assert len(out.read_bytes().splitlines()) == 150


def test_a_file_that_came_in_the_meantime_is_not_replaced(
    people: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither at the end of a run nor of one that goes on; what was done is kept."""
    out = tmp_path / "out"
    add = part.Part.add

    def added(self: part.Part, done: Done) -> None:
        out.write_text("mine")
        add(self, done)

    with monkeypatch.context() as patch:
        patch.setattr(part.Part, "add", added)
        assert _batch(people, out)[0] == 2
    code, _, err = _batch(people, out, "--resume")
    assert (code, out.read_text()) == (2, "mine")
    assert "out is there by now" in err
    assert "Move it away, then go on with --resume." in err
    out.unlink()
    assert _batch(people, out, "--resume")[0] == 0
    assert len(out.read_bytes().splitlines()) == 150


@pytest.mark.skipif(os.name == "nt", reason="links are rare there")
def test_a_link_is_followed(people: Path, tmp_path: Path) -> None:
    """It stays, and the file that it leads to gets the assessments, also one that is not there yet."""
    link, target = tmp_path / "link", tmp_path / "target"
    link.symlink_to(target)
    for force in ([], ["--force"]):
        assert _batch(people, link, *force)[0] == 0
        assert link.is_symlink()
        assert len(target.read_bytes().splitlines()) == 150
        target.write_text("old")
    assert _batch(people, link)[0] == 2


@pytest.mark.skipif(not Path("/dev/fd/1").exists(), reason="no such name here")
def test_standard_output_by_a_name_is_not_replaced(people: Path, tmp_path: Path) -> None:
    """It is written to, also where it is a file, and with --force."""
    words = ("batch", str(people), "/dev/fd/1", "--force", "--jobs", "1", "--as-of", DAY)
    out = tmp_path / "out"
    result = run_process(*words, how=f'"$@" > "{out}"')

    assert (result.code, result.stderr) == (0, b"")
    assert len(out.read_bytes().splitlines()) == 150
    for name in ("/dev/stdout", "/dev/stderr", "/dev/fd/1", "/proc/self/fd/1"):
        order = Order(str(people), name, None, 1, None, csv=False, resume=False, force=True)
        assert not order.to_file  # tried on the machine's own, a fault would cost it


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_stays_open_to_the_end(people: Path, tmp_path: Path) -> None:
    """Its reader sees one output, not one for each piece; one that goes away ends the run quietly."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for reader, count in (("cat", 150), ("head -n 2", 2)):
        # Opening the pipe once more lets its reader go, should nobody have opened it.
        how = f'{reader} "{pipe}" & "$@"; code=$?; : 1<> "{pipe}"; wait; exit $code'
        words = ("batch", str(people), str(pipe), "--jobs", "1", "--as-of", DAY)
        result = run_process(*words, how=how)
        assert (result.code, result.stderr, len(result.stdout.splitlines())) == (0, b"", count)


def test_an_empty_output_is_a_whole_compressed_file(tmp_path: Path) -> None:
    """``gzip -d`` takes a file of no bytes for one that is cut off."""
    out = tmp_path / "out.gz"
    assert _batch("-", out) == (0, b"", "")
    assert out.read_bytes() == gzip.compress(b"", compresslevel=6, mtime=0)


def test_a_place_that_cannot_be_written_is_said(people: Path, tmp_path: Path) -> None:
    """A folder that is not there, a name that is too long: nothing is left behind."""
    code, _, err = _batch(people, tmp_path / "no" / "out")
    assert code == 5
    assert "there is no folder" in err
    assert "Make the folder first, or choose another." in err
    for length in (250, 10_000):  # OUT.part.json is too long, or OUT itself
        code, _, err = _batch(people, tmp_path / ("x" * length))
        assert (code, "cannot be written: File name too long." in err) == (5, True)
    assert [path.name for path in tmp_path.iterdir()] == ["people.jsonl"]


def test_a_note_that_cannot_be_written_leaves_nothing_behind(
    people: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a full disk: a part without a note could not be gone on with."""

    def full(path: Path, data: bytes) -> int:
        path.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    code, _, err = _batch(people, tmp_path / "out")
    assert (code, "out.part cannot be written: No space left on device." in err) == (5, True)
    assert [path.name for path in tmp_path.iterdir()] == ["people.jsonl"]


def test_a_disk_that_fills_up_says_how_to_go_on(
    people: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is done is kept."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(part, "write_all", lambda _file, data: full() if data else None)
        code, _, err = _batch(people, tmp_path / "out")
    assert code == 5
    assert "No space left on device. Go on with: careercli batch" in err
    assert _batch(people, tmp_path / "out", "--resume")[0] == 0


def test_a_row_that_is_not_utf_8_is_an_error() -> None:
    """As a line is: no name is guessed. A table with other marks between its columns is told what to do."""
    text = b"name,support_years\nAndr\xe9,3\nAnn,3\n"
    code, out, _ = _batch("-", "--csv", "--fields", "line,error,name", stdin=text)
    assert (code, out) == (4, b"line,error,name\n2,is not UTF-8,\n3,,Ann\n")
    code, out, err = _batch("-", "--csv", stdin=b"name;support_years\nAnn;3\n")
    assert (code, out) == (4, b"")
    assert "Save the table with commas between its columns." in err


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("settings", "shown"),
    [(Settings(), True), (Settings(json=True), False), (Settings(accessible=True), False)],
)
def test_how_far_a_run_is_stands_on_a_terminal_alone(settings: Settings, shown: bool) -> None:
    """A program reads lines of JSON there, a screen reader would read all of it aloud."""
    screen = _Screen()
    on_screen = Session(stderr=screen, environ={}, settings=settings)
    assert on_screen.progress_stream is (screen if shown else None)
    assert Session(stderr=io.StringIO(), environ={}, settings=settings).progress_stream is None


@pytest.mark.parametrize(
    ("out", "options", "form"),
    [
        ("out.csv", [], "JSON Lines"),
        ("out.csv.gz", [], "JSON Lines"),
        ("out.xlsx", [], "JSON Lines"),
        ("out.jsonl", ["--csv"], "CSV"),
        ("out.json.zst", ["--csv"], "CSV"),
    ],
)
def test_an_output_by_the_name_of_something_else(
    people: Path, out: str, options: list[str], form: str
) -> None:
    """It is not begun: whoever opens the file would find what its name does not say."""
    code, _, err = _batch(people, people.with_name(out), *options)

    assert code == 2
    assert f"{out} is no name for {form}" in err
    assert not list(people.parent.glob("out*"))


def test_a_run_on_a_cluster_goes_on_there() -> None:
    """Its address is part of the command that goes on; who wants to go on without it leaves it out."""
    order = Order("in.jsonl", "out.jsonl", None, 1, "tcp://here:8786", csv=False, resume=False, force=False)

    assert "in.jsonl out.jsonl --dask tcp://here:8786 --resume" in order.to_go_on(Session())
