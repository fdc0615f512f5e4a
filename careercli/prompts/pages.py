"""Pages that are turned with keys: one at a time on a screen, or as lines with Enter between them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

from prompt_toolkit.application import Application
from prompt_toolkit.formatted_text import ANSI, StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import HSplit, Layout, Window
from prompt_toolkit.layout.controls import FormattedTextControl
from prompt_toolkit.output import ColorDepth, create_output

from careercli.prompts.terminal import run

Draw = Callable[[int, int], str]
"""Returns a page, counted from 0, for a width in columns: lines that may hold the codes of colors."""

_MARGIN = 4
"""Columns left empty on either side where there is room."""

_FRAME = 3
"""Lines that are not for the page: one above, and two for how to go on."""

ON = (" ", "enter", "right", "down", "pagedown")
BACK = ("b", "left", "up", "pageup", "backspace")
QUIT = ("q", "escape", "c-d")


class ScreenPages:
    """Shows pages on a terminal, in the place of what was there until they are left."""

    def __init__(self, out: TextIO, *, color: bool) -> None:
        self.output = create_output(stdout=out)
        self.depth = ColorDepth.DEPTH_4_BIT if color else ColorDepth.MONOCHROME
        self.page = self.top = self.widest = 0

    def show(self, draw: Draw, count: int, *, widest: int) -> None:
        """Show ``count`` pages of at most ``widest`` columns, until somebody goes on from the last or quits.

        A page with more lines than the terminal is gone through in parts.

        Raises:
            KeyboardInterrupt: the person broke off.

        """
        self.page = self.top = 0
        self.widest = widest
        body = Window(FormattedTextControl(lambda: ANSI(self._visible(draw)), show_cursor=False))
        foot = Window(FormattedTextControl(lambda: self._foot(draw)), height=2)
        app: Application[None] = Application(
            layout=Layout(HSplit([body, foot])),
            key_bindings=self._keys(draw, count),
            full_screen=True,
            output=self.output,
            color_depth=self.depth,
        )
        app.ttimeoutlen = 0.05  # how long Escape may still become an arrow
        run(app)

    @property
    def _columns(self) -> int:
        return self.output.get_size().columns

    @property
    def _room(self) -> int:
        return max(self.output.get_size().rows - _FRAME, 1)

    @property
    def _width(self) -> int:
        """Columns of a page now: somebody may have made the window narrower, or wider."""
        margin = _MARGIN if self._columns > self.widest else 1
        return max(min(self._columns - 2 * margin, self.widest), 1)

    @property
    def _indent(self) -> str:
        return " " * max((self._columns - self._width) // 2, 0)

    def _lines(self, draw: Draw) -> list[str]:
        """Return the lines of the page; in a window that has grown they may all stand on the screen."""
        lines = draw(self.page, self._width).rstrip("\n").splitlines()
        if len(lines) <= max(self.top, self._room):
            self.top = 0
        return lines

    def _visible(self, draw: Draw) -> str:
        lines = self._lines(draw)
        lines = lines[self.top : self.top + self._room]
        return "\n" + "\n".join(f"{self._indent}{line}" for line in lines)

    def _goes_on_below(self, draw: Draw) -> bool:
        return self.top + self._room < len(self._lines(draw))

    def _foot(self, draw: Draw) -> StyleAndTextTuples:
        more = "more below, " if self._goes_on_below(draw) else ""
        return [("", f"\n{self._indent}{more}space on, b back, q quit")]

    def _keys(self, draw: Draw, count: int) -> KeyBindings:
        keys = KeyBindings()

        def on(event: KeyPressEvent) -> None:
            if self._goes_on_below(draw):
                self.top += self._room
            elif self.page + 1 < count:
                self.page, self.top = self.page + 1, 0
            else:
                event.app.exit()

        def back(_event: KeyPressEvent) -> None:
            if self.top:
                self.top = max(self.top - self._room, 0)
            else:
                self.page = max(self.page - 1, 0)

        def leave(event: KeyPressEvent) -> None:
            event.app.exit()

        def break_off(event: KeyPressEvent) -> None:
            event.app.exit(exception=KeyboardInterrupt)

        for names, act in ((ON, on), (BACK, back), (QUIT, leave), (("c-c",), break_off)):
            for name in names:
                keys.add(name)(act)
        return keys


def read_pages(tell: Callable[[int], None], count: int, source: TextIO, out: TextIO) -> None:
    """Tell pages one after the other; Enter goes on, b back, q or the end of the input quits.

    Raises:
        KeyboardInterrupt: the person broke off.

    """
    page = 0
    tell(page)
    while True:
        out.write("\nEnter goes on, b goes back, q quits: ")
        out.flush()
        try:
            line = source.readline()
        except KeyboardInterrupt:
            out.write("\n")
            raise
        answer = line.strip().lower()
        if not line or answer == "q":
            return
        if answer not in {"", "b"}:
            continue  # what means nothing turns no page
        page = max(page - 1, 0) if answer else page + 1
        if page >= count:
            return
        tell(page)
