"""A terminal in memory: what is drawn ends up as lines, and keys are pressed when something shows."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

import pyte
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from careercli.prompts.screen import ScreenAsker


class Keys(StrEnum):
    """What keys send."""

    ENTER = "\r"
    UP = "\x1b[A"
    DOWN = "\x1b[B"
    LEFT = "\x1b[D"
    RIGHT = "\x1b[C"
    BACKSPACE = "\x7f"
    CTRL_C = "\x03"
    CTRL_D = "\x04"


class Canvas(io.StringIO):
    """Draws what is written, and remembers every picture and every byte."""

    def __init__(self, keyboard: PipeInput, columns: int, rows: int) -> None:
        super().__init__()
        self.keyboard = keyboard
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.Stream(self.screen)
        self.lines = [""] * rows
        self.pictures: list[list[str]] = []
        self.raw = ""
        self.waiting: list[tuple[str, str]] = []

    def write(self, text: str) -> int:
        """Draw."""
        self.raw += text
        self.stream.feed(text.replace("\n", "\r\n") if "\x1b" not in text else text)
        return len(text)

    def flush(self) -> None:
        """Remember the picture, and press the next keys once what they wait for shows."""
        for row in self.screen.dirty:
            cells = self.screen.buffer[row]
            self.lines[row] = "".join(cells[column].data for column in range(self.screen.columns)).rstrip()
        self.screen.dirty.clear()
        picture = list(self.lines)
        self.pictures.append(picture)
        if self.waiting and self.waiting[0][0] in " ".join(" ".join(picture).split()):
            self.keyboard.send_text(self.waiting.pop(0)[1])

    def press(self, *keys: str) -> None:
        """Press keys at once."""
        self.keyboard.send_text("".join(keys))

    def press_at(self, text: str, *keys: str) -> None:
        """Press keys once a text shows, after those that wait already."""
        self.waiting.append((text, "".join(keys)))

    def picture_with(self, text: str) -> list[str]:
        """Return the first picture that shows a text."""
        return next(picture for picture in self.pictures if text in "\n".join(picture))


@contextmanager
def screen_asker(
    columns: int = 80, rows: int = 24, *, color: bool = False, unicode: bool = True
) -> Iterator[tuple[ScreenAsker, Canvas]]:
    """Yield an asker who draws on a canvas, and the canvas."""
    with create_pipe_input() as keyboard, create_app_session(input=keyboard):
        canvas = Canvas(keyboard, columns, rows)
        asker = ScreenAsker(canvas, width=columns, color=color, unicode=unicode)
        asker.output = Vt100_Output(canvas, lambda: Size(rows=rows, columns=columns), enable_cpr=False)
        yield asker, canvas
