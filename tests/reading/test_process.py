"""The process that files are read in: what it hands on, and the walls around it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from careercli.errors import InvalidDataError, StorageError
from careercli.reading import process, worker
from careercli.reading.document import lines_of, read_lines
from careercli.reading.process import read_apart
from tests.reading.containers import pages, paragraph, pdf, word

FILES = Path(__file__).parent / "files"


def reader(folder: Path, code: str) -> None:
    """Have a kind ``own`` whose reader is this code, found on the path that the process is given."""
    package = folder / "careercli_own"
    package.mkdir()
    (package / "__init__.py").write_text(
        f"from careercli.reading.pieces import *\ndef read(data, notes):\n    {code}\n"
    )


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the process import the reader of a test instead of one of ours."""
    start = (
        "import sys; sys.path[:] = sys.argv[2:]; import careercli_own; "
        "sys.modules['careercli.reading.own'] = careercli_own; "
        "from careercli.reading.worker import main; main(sys.argv[1])"
    )
    monkeypatch.setattr(process, "_START", start)
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize("name", ["columns-chromium.pdf", "columns.html"])
def test_a_file_is_read(name: str) -> None:
    """With its name, its format and the lines in order, in a process that is started for it."""
    document = read_lines(FILES / name)

    assert document.source == str(FILES / name)
    assert document.format == ("PDF" if name.endswith("pdf") else "HTML")
    assert document.lines[0].text == "Dana Okafor"
    assert [line.number for line in document.lines] == list(range(1, len(document.lines) + 1))
    assert not document.notes


def test_a_word_file_is_read_with_its_notes() -> None:
    """What the reader notes comes along."""
    document = lines_of(word(paragraph("One") + "<w:p>" * 9_000), "cv.docx")

    assert (document.format, document.lines[0].text) == ("Word", "One")
    assert document.notes == ("Its text is damaged: what could be read is here.",)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("data", "message"),
    [
        (pdf(pages(b"q Q")), "cv is a scan: its pages are pictures, and hold no text that can be read."),
        (pdf(pages(), trailer=b"/Encrypt << /Filter /Own >>"), "cv is encrypted, and cannot be read."),
        (b"%PDF-1.4 and nothing else", "cv is broken: nothing in it can be read."),
        (word("<w:sdt>" * 9_000), "cv is broken: nothing in it can be read."),
        (word("<w:p/>"), "cv is a Word file without text."),
        (b"<html><script>draw()</script>", "cv is a web page without text."),
    ],
)
def test_what_nothing_is_read_of_says_why(data: bytes, message: str) -> None:
    """A sentence of its own, and the way on; no traceback, and no word of a library."""
    with pytest.raises(InvalidDataError) as caught:
        lines_of(data, "cv")
    assert caught.value.message == message
    assert caught.value.hint


@pytest.mark.parametrize(
    ("code", "end"),
    [
        ("yield Piece('one'); 1 / 0", "broken"),
        ("yield Piece('one'); import os; os.kill(os.getpid(), 11)", "broken"),
        ("yield Piece('one'); bytearray(4 * 1024 ** 3)", "costly"),
        ("yield Piece('one'); import os; os.kill(os.getpid(), 9)", "costly"),
        ("yield Piece('one'); yield Piece('x' * 3_000_000)", "long"),
        ("yield Piece('one'); print('noise', file=__import__('sys').stderr); notes.append('x')", "done"),
    ],
    ids=["exception", "crash", "memory", "killed", "long", "noise"],
)
def test_however_a_reader_ends_what_it_read_counts(
    own: Path, code: str, end: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """An exception, a crash in C, no memory left: the wall holds, and nothing of it is printed."""
    reader(own, code)

    outcome = read_apart("own", b"data")

    assert (outcome.pieces[0].text, outcome.end) == ("one", end)
    assert outcome.notes == (["x"] if end == "done" else [])
    assert capfd.readouterr() == ("", "")


@pytest.mark.slow
def test_time_has_an_end(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the clock, for a reader that waits; what it had read counts."""
    reader(own, "yield Piece('one'); import time; time.sleep(60)")
    monkeypatch.setattr(process, "MOST_SECONDS", 0.5)

    outcome = read_apart("own", b"")

    assert ([piece.text for piece in outcome.pieces], outcome.end) == (["one"], "costly")


@pytest.mark.slow
def test_processor_time_has_an_end(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For a reader that loops for ever, well before the clock."""
    text = (
        (Path(worker.__file__))
        .read_text()
        .replace(f"MOST_SECONDS = {worker.MOST_SECONDS}", "MOST_SECONDS = 1")
    )
    (own / "quick_worker.py").write_text(text)
    monkeypatch.setattr(process, "_START", process._START.replace("careercli.reading.worker", "quick_worker"))
    reader(own, "yield Piece('one')\n    while True: pass")

    assert read_apart("own", b"").end == "costly"


def test_no_process_to_be_had_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the system's words."""
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(StorageError, match="could not be started: No such file or directory"):
        lines_of(pdf(pages()), "cv")
