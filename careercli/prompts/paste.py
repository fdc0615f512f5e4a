"""A text of many lines, pasted or typed into the terminal."""

from __future__ import annotations

import os
import re
import select
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

END = "."
"""A line of this alone ends the text, and so does Ctrl-D."""

_END_LINE = re.compile(rb"(?:^|(?<=[\r\n]))[ \t]*" + re.escape(END.encode()) + rb"[ \t]*[\r\n]")
_QUIET = 0.05
"""After so many seconds without anything more a paste is over."""

_AT_ONCE = 65536
_CTRL_D = b"\x04"
_ERASING = b"\x7f\x08"
_PASTE_MARKS = (b"\x1b[200~", b"\x1b[201~")
_ERASED = "\b\b  \b\b"
"""Takes back what a terminal shows for the key that erases, and no letter."""


def pasted(source: TextIO, out: TextIO) -> str:
    """Return the text that is pasted or typed, up to a line that ends it, or Ctrl-D.

    A terminal hands it over as it comes, whatever the length of a line; nothing waits for the end of a paste,
    so Ctrl-C always breaks off.

    Raises:
        KeyboardInterrupt: the person broke off.

    """
    try:
        import termios

        number = source.fileno()
        termios.tcgetattr(number)
    except (ImportError, OSError, ValueError, AttributeError):  # no such terminal: line by line
        return "".join(_lines(source))
    with _as_it_comes(number):
        return _taken(number, out).decode(source.encoding or "utf-8", "replace")


def _lines(source: TextIO) -> Iterator[str]:
    for line in iter(source.readline, ""):
        if line.strip() == END:
            return
        yield line


@contextmanager
def _as_it_comes(number: int) -> Iterator[None]:
    """Let a terminal hand over what is typed at once, not line by line; Ctrl-C stays a signal."""
    import termios

    before = termios.tcgetattr(number)
    now = termios.tcgetattr(number)
    now[3] &= ~termios.ICANON
    now[6][termios.VMIN], now[6][termios.VTIME] = 1, 0
    termios.tcsetattr(number, termios.TCSADRAIN, now)
    try:
        yield
    finally:
        termios.tcsetattr(number, termios.TCSAFLUSH, before)  # what was pasted answers no question


def _taken(number: int, out: TextIO) -> bytes:
    """Return what comes up to its end; what is pasted behind that is read, and dropped."""
    text = b""
    while data := os.read(number, _AT_ONCE):
        for mark in _PASTE_MARKS:
            data = data.replace(mark, b"")
        before, ends, _ = data.partition(_CTRL_D)
        for piece in _pieces(before):
            if piece and piece in _ERASING:
                erased = _without_last(text)
                out.write(_ERASED + ("\b \b" if erased != text else ""))
                out.flush()
                text = erased
            else:
                text += piece
        if found := _END_LINE.search(text):
            while select.select([number], [], [], _QUIET)[0] and os.read(number, _AT_ONCE):
                pass
            return b"\n".join(text[: found.start()].splitlines())
        if ends:
            return text
    return text


def _pieces(data: bytes) -> Iterator[bytes]:
    """Yield what was typed, each key that erases by itself."""
    start = 0
    for at, byte in enumerate(data):
        if byte in _ERASING:
            yield from (data[start:at], data[at : at + 1])
            start = at + 1
    yield data[start:]


def _without_last(text: bytes) -> bytes:
    """Return a text without its last letter; the end of a line stays."""
    if not text or text.endswith((b"\n", b"\r")):
        return text
    at = len(text) - 1
    while at and text[at] & 0xC0 == 0x80:  # the rest of a letter in UTF-8
        at -= 1
    return text[:at]
