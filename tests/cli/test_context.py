from __future__ import annotations

import errno
import io
import os
import termios
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest

from careercli.cli.context import Session
from careercli.cli.output import ClosedPipeError, Settings
from careercli.errors import InvalidDataError, NeedsInputError, NotFoundError, Problem, StorageError
from careercli.pages.blocks import Paragraph
from tests.catalog.pack_builder import PACK
from tests.catalog.pack_builder import write_pack as write_files
from tests.files import write_pack
from tests.running import Stream


def session(
    *, terminal: bool = False, encoding: str = "utf-8", settings: Settings | None = None, **environ: str
) -> Session:
    """Return a session on streams in memory."""
    streams = [Stream(encoding=encoding, terminal=terminal) for _ in range(3)]
    return Session(*streams, environ, settings or Settings())


def written(stream: io.TextIOBase | None) -> str:
    """Return what a session wrote to one of its streams."""
    assert isinstance(stream, Stream)
    return stream.memory.getvalue().decode(stream.encoding)


def test_today_is_the_day_asked_for() -> None:
    """--as-of is today."""
    assert session(settings=Settings(as_of=date(2024, 2, 29))).today == date(2024, 2, 29)


def test_today_is_the_local_day() -> None:
    """Without --as-of the day is the one on the person's calendar, not the one in Greenwich."""
    with patch("careercli.system.clock.localtime", return_value=(2026, 11, 22)):
        assert session().today == date(2026, 11, 22)


def test_a_clock_that_shows_no_usable_day() -> None:
    """Today is then what --as-of says, and without it an answer is needed."""
    with patch("careercli.system.clock.time", return_value=1e12):
        told = session(settings=Settings(as_of=date(2026, 11, 22)))
        assert told.today == told.clock_day == date(2026, 11, 22)
        with pytest.raises(NeedsInputError, match="no calendar has"):
            _ = session().today


@pytest.mark.parametrize(
    ("columns", "width"),
    [
        ("80", 80),
        ("40", 40),
        ("100", 100),
        ("200", 100),
        ("99999", 100),
        ("20", 20),
        ("1", 20),
        ("0", 80),
        ("", 80),
        ("-5", 80),
        ("abc", 80),
        ("1e3", 80),
        (" 60", 80),
        ("1000000000", 100),
        ("9" * 5000, 100),
        ("²", 80),
    ],
)
def test_width(columns: str, width: int) -> None:
    """COLUMNS is obeyed from 20 to 100; what is no width is as if it were not set."""
    assert session(COLUMNS=columns).look.width == width


def test_width_and_height_of_a_terminal() -> None:
    """Without COLUMNS a terminal is asked for its width, and anything else has 80; for its height, or 24."""
    reader, writer = os.openpty()
    termios.tcsetwinsize(writer, (24, 66))

    with os.fdopen(writer, "w") as terminal:
        assert Session(None, terminal, None, {}).look.width == 66
        assert Session(None, terminal, None, {"COLUMNS": "50"}).look.width == 50
        assert Session(None, terminal, None, {}).look.height == 24
        termios.tcsetwinsize(writer, (50, 66))
        assert Session(None, terminal, None, {}).look.height == 50
        termios.tcsetwinsize(writer, (10, 66))
        assert Session(None, terminal, None, {}).look.height == 24, "what has to be said needs so many"
        termios.tcsetwinsize(writer, (0, 0))  # as where nobody set it
        assert Session(None, terminal, None, {}).look.width == 80
    os.close(reader)
    assert session(terminal=False).look.width == 80
    assert session(terminal=True).look.width == 80


@pytest.mark.parametrize(
    ("terminal", "environ", "color"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (False, {"CLICOLOR_FORCE": "1"}, True),
        (False, {"FORCE_COLOR": "1"}, True),
        (False, {"FORCE_COLOR": "0"}, False),
        (False, {"CLICOLOR_FORCE": "0", "FORCE_COLOR": ""}, False),
        (True, {"FORCE_COLOR": "0"}, True),
        (True, {"CLICOLOR": "0"}, False),
        (True, {"CLICOLOR": "1"}, True),
        (True, {"CLICOLOR": ""}, True),
        (False, {"CLICOLOR": "1"}, False),
        (False, {"CLICOLOR": "0", "CLICOLOR_FORCE": "1"}, True),
        (True, {"CLICOLOR": "0", "FORCE_COLOR": "1"}, True),
        (True, {"CLICOLOR": "1", "NO_COLOR": "1"}, False),
        (False, {"NO_COLOR": "1", "CLICOLOR_FORCE": "1", "FORCE_COLOR": "1"}, False),
        (True, {"CAREERCLI_ACCESSIBLE": "1"}, False),
        (True, {"TERM": "dumb", "CLICOLOR_FORCE": "1"}, False),
    ],
    ids=str,
)
def test_color(terminal: bool, environ: dict[str, str], color: bool) -> None:
    """NO_COLOR wins, then CLICOLOR_FORCE and FORCE_COLOR, then CLICOLOR=0, then whether it is a terminal."""
    assert session(terminal=terminal, **environ).look.color is color


def test_no_color_wins_over_everything() -> None:
    """--no-color is the last word."""
    settings = Settings(no_color=True)

    assert not session(terminal=True, settings=settings, CLICOLOR_FORCE="1").look.color


@pytest.mark.parametrize(
    ("encoding", "unicode"),
    [
        ("utf-8", True),
        ("UTF8", True),
        ("utf-16", True),
        ("ascii", False),
        ("latin-1", False),
        ("cp1252", False),
    ],
)
def test_signs(encoding: str, unicode: bool) -> None:
    """Signs beyond ASCII are drawn only where every one of them can be written."""
    assert session(encoding=encoding).look.unicode is unicode


def test_signs_without_output() -> None:
    """Where there is no output at all, nothing is assumed of it."""
    assert not Session(None, None, None, {}).look.unicode


@pytest.mark.parametrize(
    ("environ", "accessible"),
    [
        ({}, False),
        ({"CAREERCLI_ACCESSIBLE": "1"}, True),
        ({"CAREERCLI_ACCESSIBLE": "yes"}, True),
        ({"CAREERCLI_ACCESSIBLE": "0"}, False),
        ({"CAREERCLI_ACCESSIBLE": "No"}, False),
        ({"CAREERCLI_ACCESSIBLE": ""}, False),
        ({"TERM": "dumb"}, True),
        ({"TERM": "xterm"}, False),
    ],
    ids=str,
)
def test_accessible(environ: dict[str, str], accessible: bool) -> None:
    """CAREERCLI_ACCESSIBLE and a dumb terminal ask for plain lines, as --accessible does."""
    assert session(**environ).accessible is accessible
    assert session(settings=Settings(accessible=True), **environ).accessible


def test_who_can_be_asked() -> None:
    """Questions need a terminal to read from and one to ask on, and nobody who forbids them."""
    screen, file = Stream(terminal=True), Stream()

    assert Session(screen, file, screen, {}).can_ask
    assert not Session(file, screen, screen, {}).can_ask
    assert not Session(screen, screen, file, {}).can_ask
    assert not Session(None, screen, screen, {}).can_ask
    assert not Session(screen, screen, screen, {}, Settings(no_input=True)).can_ask
    assert not Session(screen, screen, screen, {}, Settings(json=True)).can_ask


def test_a_closed_terminal_cannot_be_asked() -> None:
    """A stream that somebody closed is no terminal, and no reason to fail."""
    closed = Stream(terminal=True)
    closed.isatty = lambda: io.StringIO.isatty(_closed())  # type: ignore[method-assign]

    assert not Session(closed, closed, closed, {}).can_ask


def _closed() -> io.StringIO:
    stream = io.StringIO()
    stream.close()
    return stream


def test_text_beyond_the_encoding() -> None:
    """What a stream cannot say becomes a question mark; the rest is said."""
    plain = session(encoding="ascii")

    plain.write("Zoë → Ω\n")

    assert written(plain.stdout) == "Zo? ? ?\n"


def test_text_streams_without_bytes() -> None:
    """A stream that takes only text is written to as well."""
    stream = io.StringIO()

    Session(None, stream, None, {}).write("text\n")

    assert stream.getvalue() == "text\n"


class _Failing(Stream):
    """A stream on which writing fails."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def flush(self) -> None:
        """Fail."""
        raise self.error

    def close(self) -> None:
        """Close what is below: this stream would be flushed for that, and fail once more."""
        self.memory.close()


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "No space left on device"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error"),
        (OSError("odd"), "it is closed"),
        (ValueError("I/O operation on closed file."), "it is closed"),
    ],
    ids=str,
)
def test_output_that_fails(error: Exception, message: str) -> None:
    """Output that cannot be written is a fault of storage, with the system's reason."""
    broken = Session(None, _Failing(error), None, {})

    with pytest.raises(StorageError) as caught:
        broken.write("text")

    assert message in caught.value.message


def test_output_that_nobody_reads() -> None:
    """A closed pipe is told apart: it is no fault."""
    with pytest.raises(ClosedPipeError):
        Session(None, _Failing(BrokenPipeError(errno.EPIPE, "Broken pipe")), None, {}).write("text")


def test_no_output() -> None:
    """Without standard output a result has nowhere to go, which is said."""
    with pytest.raises(StorageError, match="Standard output is closed"):
        Session(None, None, None, {}).write("text")


def test_messages_are_one_line() -> None:
    """A message into a file is one line, and nothing in it can act on a terminal that shows the file."""
    silent = session()

    silent.say("A name\x1b[31m\nwith\ttricks \u202eand \x07more")

    assert written(silent.stderr) == "A name\ufffd[31m with tricks \ufffdand \ufffdmore\n"


def test_messages_on_a_terminal_are_wrapped() -> None:
    """A message on a terminal keeps to its width, and what goes on is indented."""
    narrow = session(terminal=True, COLUMNS="30")

    narrow.say("careercli: There is no skill 'tickets' on this ladder of customer support.")

    assert written(narrow.stderr) == (
        "careercli: There is no skill\n  'tickets' on this ladder of\n  customer support.\n"
    )


def test_messages_to_nobody() -> None:
    """Where standard error is closed or fails, a message is lost and nothing else happens."""
    Session(None, None, None, {}).say("text")
    Session(None, None, _Failing(OSError(errno.ENOSPC, "full")), {}).say("text")
    Session(None, None, _Failing(ValueError("closed")), {}).say("text")


def test_messages_beyond_the_encoding() -> None:
    """A message on a plain stream keeps what can be said."""
    plain = session(encoding="ascii")

    plain.say("Zoë")

    assert written(plain.stderr) == "Zo?\n"


def test_notes() -> None:
    """What is good to know beside the result is marked as a note."""
    silent = session()

    silent.note("the desk is green.")

    assert written(silent.stderr) == "Note: the desk is green.\n"


def test_report_of_a_fault() -> None:
    """A fault is reported with what to do next below it."""
    silent = session()

    silent.report(NotFoundError("There is no skill 'x'.", hint="See 'careercli skill list'."))

    assert written(silent.stderr) == "careercli: There is no skill 'x'.\n  See 'careercli skill list'.\n"


def test_report_of_problems() -> None:
    """Problems of a document follow the message, in the order of their places, each on its line."""
    problems = (
        Problem("b.yaml", 3, 1, "goal", "is not a tier", "Did you mean 'manager'?"),
        Problem("a.yaml", 10, 5, "", "is no key"),
        Problem("a.yaml", 2, 1, "name", "is empty"),
        Problem("c.yaml", 0, 0, "", "is too large"),
    )
    silent = session()

    silent.report(InvalidDataError("There are 4 problems.", problems=problems))

    assert written(silent.stderr).splitlines() == [
        "careercli: There are 4 problems.",
        "  a.yaml:2:1: name: is empty.",
        "  a.yaml:10:5: is no key.",
        "  b.yaml:3:1: goal: is not a tier. Did you mean 'manager'?",
        "  c.yaml: is too large.",
    ]


def test_packs_in_the_environment(tmp_path: Path) -> None:
    """CAREERCLI_DATA names packs as PATH names folders; --data takes their place."""
    one, two = tmp_path / "one", tmp_path / "two"
    both = session(CAREERCLI_DATA=f"{one}{os.pathsep}{os.pathsep}{two}")

    assert both.packs == (one, two)
    assert session(CAREERCLI_DATA="").packs == ()
    assert session(CAREERCLI_DATA=str(one), settings=Settings(packs=(two,))).packs == (two,)


def test_what_a_pack_overrides_is_said_once(home: Path, catalog_text: str) -> None:
    """Whoever lays a pack over the built-in one is told what it takes the place of, on standard error."""
    pack = write_pack(home / "pack", skills_empathy=catalog_text)
    noted = session(settings=Settings(packs=(pack,)))

    noted.catalog  # noqa: B018 - loading is what speaks
    noted.catalog  # noqa: B018

    assert written(noted.stderr) == "Note: the packs given override skill empathy.\n"
    assert written(noted.stdout) == ""


@pytest.mark.parametrize(
    ("ladder", "in_use", "note"),
    [
        (None, "desk", "Note: the ladder in use is desk; choose customer-support with --ladder.\n"),
        ("desk", "desk", ""),
        ("Customer Support", "customer-support", ""),
    ],
)
def test_the_ladder_in_use_is_said_once(home: Path, ladder: str | None, in_use: str, note: str) -> None:
    """Of several ladders the one laid on last is in use unless one is chosen, and only then it is said."""
    pack = write_files(home / "pack")
    chosen = session(settings=Settings(packs=(pack,), ladder=ladder))

    assert chosen.catalog.ladder.id == in_use
    assert chosen.catalog is chosen.catalog
    assert {role.id for role in chosen.catalog.roles} == chosen.library.guides_by_role.keys()
    assert written(chosen.stderr) == note


def test_a_ladder_that_is_not_there(home: Path) -> None:
    """It is not found, also where the pack overrides something, which is said before."""
    pack = write_files(home / "pack")
    again = write_files(home / "again", {name: PACK[name] for name in ("pack.yaml", "tools.yaml")})
    wrong = session(settings=Settings(packs=(pack, again), ladder="dask"))

    with pytest.raises(NotFoundError, match="There is no ladder 'dask'") as caught:
        wrong.catalog  # noqa: B018 - loading is what fails
    assert caught.value.hint == "Did you mean 'desk'?"
    assert written(wrong.stderr) == "Note: the packs given override tool Pen, tool Phone.\n"


def test_the_library_says_nothing(home: Path) -> None:
    """What there is to read comes without the notes, which are the catalog's."""
    pack = write_files(home / "pack")
    reader = session(settings=Settings(packs=(pack, pack)))

    assert (
        reader.library.guides_by_role["helper"].sections["overview"].lead == "Helpers answer 1,200 letters."
    )
    assert reader.library is reader.library
    assert written(reader.stderr) == ""


@pytest.fixture
def catalog_text() -> str:
    """Return a skill of the built-in pack as its file."""
    from careercli.catalog import builtin_pack

    return (builtin_pack() / "skills" / "empathy.yaml").read_text()


def test_views_end_in_one_newline() -> None:
    """A screen is written with its lines, and nothing trails it."""
    silent = session()

    silent.print_view(["one", "two"])
    silent.print_view([Paragraph("three  ")])

    assert written(silent.stdout) == "one\ntwo\nthree\n"
