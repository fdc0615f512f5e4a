"""The terminal while something is drawn on it: whatever ends that from outside, it is as it was before."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.input.vt100_parser import Vt100Parser
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys

from careercli.prompts.ending import ENDINGS, Ended, Handler, ignore_endings, signals_to

T = TypeVar("T")

_PASTE_ENDS = "\x1b[201~"
_CTRL_C, _ENTER = "\x03", "\r"


def run(app: Application[T]) -> T:
    """Run an application, which a signal ends as Ctrl-C does, and SIGTSTP stops until it is to go on.

    The library is left to tidy up in its own time: nothing breaks into it.

    Raises:
        KeyboardInterrupt: the person broke off, or a signal did.

    """
    _hear_through_pastes(app)
    came: list[int] = []

    def leave() -> None:
        if came and app.is_running and not app.is_done:
            app.exit(exception=KeyboardInterrupt)

    def end(number: int, _frame: FrameType | None) -> None:
        came.append(number)
        _soon(app, leave)

    def stop(_number: int, _frame: FrameType | None) -> None:
        _soon(app, _stop)

    handlers: dict[int, Handler] = dict.fromkeys((*ENDINGS, signal.SIGINT), end)
    if hasattr(signal, "SIGTSTP"):
        handlers[signal.SIGTSTP] = stop
    try:
        with signals_to(handlers):
            return app.run(pre_run=leave, handle_sigint=False)
    finally:
        if came:  # also where the library fails on a terminal that is gone
            ignore_endings()
            raise KeyboardInterrupt if set(came) == {signal.SIGINT} else Ended


def _soon(app: Application[T], act: Callable[[], object]) -> None:
    """Let the loop of an application do something, from where a signal has broken in."""
    with contextlib.suppress(RuntimeError):  # it is closed: the application has ended
        if app.loop is not None:
            app.loop.call_soon_threadsafe(act, context=app.context)


def _stop() -> None:
    """Give the terminal back, stop, and draw anew when the program is to go on."""
    run_in_terminal(lambda: os.kill(os.getpid(), signal.SIGSTOP))


def _hear_through_pastes(app: Application[T]) -> None:
    parser = getattr(app.input, "vt100_parser", None)
    if isinstance(parser, Vt100Parser) and not isinstance(parser, _Parser):
        app.input.vt100_parser = _Parser(parser.feed_key_callback)  # type: ignore[attr-defined]


class _Parser(Vt100Parser):
    """Hears what comes after the beginning of a paste whose end is lost, where the library waits for it.

    Ctrl-C breaks off. Enter, where it comes by itself as a key does, ends the paste, and no more than that.
    """

    def feed(self, data: str) -> None:
        """Take in what was typed or pasted."""
        if not self._in_bracketed_paste or _PASTE_ENDS in self._paste_buffer + data:
            super().feed(data)
        elif _CTRL_C in data:
            self._in_bracketed_paste = False
            super().feed(data[data.index(_CTRL_C) :])
        elif data == _ENTER:
            self._in_bracketed_paste = False
            self.feed_key_callback(KeyPress(Keys.BracketedPaste, self._paste_buffer))
        else:
            self._paste_buffer += data
