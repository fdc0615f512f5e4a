"""The end of a session that comes from outside: it leaves as Ctrl-C does, with what was said."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator
from types import FrameType
from typing import NoReturn

_ENDINGS = ("SIGTERM", "SIGHUP")
"""A system that is shut down, a terminal that is closed. Windows has no SIGHUP."""


@contextlib.contextmanager
def ending_as_interrupted() -> Iterator[None]:
    """Turn a signal to end into KeyboardInterrupt, once: what follows keeps the answers, undisturbed."""
    signals = [getattr(signal, name) for name in _ENDINGS if hasattr(signal, name)]

    def interrupt(_number: int, _frame: FrameType | None) -> NoReturn:
        for one in signals:
            signal.signal(one, signal.SIG_IGN)
        raise KeyboardInterrupt

    before = {}
    with contextlib.suppress(ValueError):  # only the main thread of a process hears signals
        before = {one: signal.signal(one, interrupt) for one in signals}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
