"""The end of a session that comes from outside: it leaves as Ctrl-C does, with what was said."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Callable, Iterator, Mapping
from types import FrameType
from typing import NoReturn

_NAMES = (
    "SIGTERM",
    "SIGHUP",
    "SIGQUIT",
    "SIGUSR1",
    "SIGUSR2",
    "SIGALRM",
    "SIGVTALRM",
    "SIGPROF",
    "SIGXCPU",
    "SIGPWR",
)
ENDINGS = tuple(getattr(signal, name) for name in _NAMES if hasattr(signal, name))
"""What ends a program that does not hear it: a system that is shut down, a terminal that is closed.

No system has all of them. Left out is what cannot be heard, and what tells of a fault.
"""


class Ended(KeyboardInterrupt):
    """Whoever ends the session from outside: it is to leave, wherever it is."""


Handler = Callable[[int, FrameType | None], object]


@contextlib.contextmanager
def signals_to(handlers: Mapping[int, Handler]) -> Iterator[None]:
    """Hear signals for a while; what whoever started this program lets it ignore, as nohup does, stays so."""
    before = {}
    with contextlib.suppress(ValueError):  # only the main thread of a process hears signals
        for number, handler in handlers.items():
            if signal.getsignal(number) not in {signal.SIG_IGN, None}:
                before[number] = signal.signal(number, handler)
    try:
        yield
    finally:
        for number, old in before.items():
            signal.signal(number, old)


def ignore_endings() -> None:
    """Let nothing but what is being done end the program any more, so that the answers are kept."""
    for number in ENDINGS:
        signal.signal(number, signal.SIG_IGN)


@contextlib.contextmanager
def ending_as_interrupted() -> Iterator[None]:
    """Turn a signal to end into KeyboardInterrupt, once: what follows keeps the answers, undisturbed."""

    def interrupt(_number: int, _frame: FrameType | None) -> NoReturn:
        ignore_endings()
        raise Ended

    with signals_to(dict.fromkeys(ENDINGS, interrupt)):
        yield
