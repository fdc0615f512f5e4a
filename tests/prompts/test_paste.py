"""A pasted text: where it ends, what is taken back, and that Ctrl-C always breaks off."""

from __future__ import annotations

import io
import os
import pty
import select
import signal
import termios
import threading
import time
from collections.abc import Iterator
from typing import NamedTuple, TextIO

import pytest

from careercli.prompts.paste import END, pasted

LONG = "x" * 20_000
"""Longer than a terminal takes as one line."""


class Line(NamedTuple):
    """A terminal: the side that types, and the program's."""

    keyboard: int
    source: TextIO


@pytest.fixture
def line() -> Iterator[Line]:
    """Return a pseudo-terminal."""
    keyboard, terminal = pty.openpty()
    with os.fdopen(terminal, "r", encoding="utf-8") as source:
        yield Line(keyboard, source)
    os.close(keyboard)


def _typed(line: Line, *pieces: str) -> str:
    """Return what is read where these pieces are typed one after another."""

    def type_all() -> None:
        wait_for_reader(line)
        for piece in pieces:
            data = piece.encode()
            while data:
                data = data[os.write(line.keyboard, data[:1000]) :]
                while select.select([line.keyboard], [], [], 0)[0]:  # what it echoes
                    os.read(line.keyboard, 65536)
            ended.wait(0.05)
        if not ended.wait(_PATIENCE):
            os.write(line.keyboard, b"\x04")  # it has to end, whatever went wrong

    ended = threading.Event()
    typist = threading.Thread(target=type_all, daemon=True)
    typist.start()
    text = pasted(line.source, io.StringIO())
    ended.set()
    typist.join()
    return text


_PATIENCE = 30
"""So many seconds nobody waits for an end that was typed."""


def wait_for_reader(line: Line) -> None:
    """Wait until the terminal hands over what is typed at once: somebody reads it."""
    while termios.tcgetattr(line.source.fileno())[3] & termios.ICANON:
        time.sleep(0.01)


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (("One\rtwo\r", f"{END}\r"), "One\ntwo"),
        (("One\rtwo", "\x04"), "One\ntwo"),
        (("\x1b[200~One\rtwo\r\x1b[201~", f"{END}\r"), "One\ntwo"),
        (("\x1b[200~One\rtwo\r", f"{END}\r"), "One\ntwo"),
        (("One\rtwo\r.\r\r",), "One\ntwo"),
        (("One.\r . \rtwo\ryes\r",), "One."),
        (("One\r...\r.two\r", f"{END}\r"), "One\n...\n.two"),
        ((LONG, "\r", f"{END}\r"), LONG),
        (("Onné", "\x7f\x7f", "e\r", f"{END}\r"), "One"),
        (("Zoë\r", f"{END}\r"), "Zoë"),
        (("\x04",), ""),
    ],
)
def test_where_it_ends(line: Line, pieces: tuple[str, ...], text: str) -> None:
    """A full stop alone ends it, or Ctrl-D; long lines, lost marks and letters taken back do not."""
    assert _typed(line, *pieces).rstrip("\n") == text


def test_ctrl_c_breaks_off(line: Line) -> None:
    """Ctrl-C breaks off in the middle of a paste whose end is lost, and the terminal is as it was."""
    before = termios.tcgetattr(line.source.fileno())
    kept = signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # started in the background, it is ignored
    os.write(line.keyboard, b"\x1b[200~One\r")

    def press() -> None:
        wait_for_reader(line)
        time.sleep(0.1)
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)

    presser = threading.Thread(target=press)
    presser.start()
    with pytest.raises(KeyboardInterrupt):
        pasted(line.source, io.StringIO())
    presser.join()
    signal.signal(signal.SIGINT, kept)
    assert termios.tcgetattr(line.source.fileno()) == before


@pytest.mark.parametrize("text", [f"One\ntwo\n{END}\nrest", "One\ntwo\n"])
def test_without_a_terminal(text: str) -> None:
    """Where lines come one by one they are read so, up to the same end."""
    assert pasted(io.StringIO(text), io.StringIO()) == "One\ntwo\n"
