"""How far a run is, on one line of a terminal that is drawn again and again."""

import time
from typing import TextIO

from careercli.batch.part import Progress
from careercli.system.streams import columns
from careercli.text.phrases import percent

_SECONDS_BETWEEN = 0.2
_WIDTH = 80
"""How wide a terminal is taken for that does not say."""


class Meter:
    """What is done, the rate of this run, and the time left where the size of the input is known.

    ``noun`` is what is counted. Nothing is drawn in the first ``patience`` seconds, as most runs end in them.
    """

    def __init__(
        self, stream: TextIO | None, size: int, *, noun: str = "lines", patience: float = 0.0
    ) -> None:
        self._stream = stream
        self._size = size
        self._noun = noun
        self._patience = patience
        self._begun: tuple[float, int, int] | None = None
        self._drawn = 0.0
        self._width = 0

    def show(self, progress: Progress, position: int) -> None:
        """Draw how far the run is: ``position`` bytes of the input were read."""
        now = time.monotonic()
        if self._begun is None:
            self._begun = (now, progress.done, position)
        if self._stream is None or now - self._drawn < _SECONDS_BETWEEN:
            return
        begun, done, read = self._begun
        if now - begun < self._patience:
            return
        self._drawn = now
        said = progress_line(progress, now - begun, progress.done - done, (read, position, self._size))
        most = (columns(self._stream) or _WIDTH) - 1  # a line that wraps cannot be drawn again
        self._draw(said.replace("lines", self._noun, 1)[:most])

    def clear(self) -> None:
        """Take the line away."""
        if self._width:
            self._draw("")

    def _draw(self, text: str) -> None:
        if self._stream is not None:
            try:
                self._stream.write(f"\r{text.ljust(self._width)}" + ("" if text else "\r"))
                self._stream.flush()
            except (OSError, ValueError):
                self._stream = None
            self._width = len(text)


def progress_line(progress: Progress, seconds: float, done: int, read: tuple[int, int, int]) -> str:
    """Return how far a run is: ``read`` has the bytes read before it and by now, and those of the input."""
    before, now, size = read
    text = f"{progress.done:,} lines"
    if progress.bad:
        text += f", {progress.bad:,} not valid"
    if seconds > 0 and done:
        text += f", {done / seconds:,.0f} a second"
    if size and now > before and seconds > 0:
        left = (size - now) * seconds / (now - before)
        text += f", {percent(now / size)}, {_duration(left)} left"
    return text


def _duration(seconds: float) -> str:
    whole = max(round(seconds), 0)
    if whole < 60:
        return f"{whole} s"
    return f"{whole // 60} min" if whole < 3600 else f"{whole / 3600:.1f} h"
