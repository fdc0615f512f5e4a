"""Draws the guided session as it runs: one animated picture, from what a real terminal showed."""

from __future__ import annotations

import os
import re
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from pyte.screens import Char

from careercli.pages.picture import picture
from tests.terminal.terminal import Keys, Terminal

FILE = Path(__file__).resolve().parent / "session.svg"
AS_OF = "2026-11-21"
COLUMNS, ROWS = 80, 24
READ, GLANCE, LAST = 2.6, 0.9, 7.0
"""Seconds that a screen is to be seen: one that is read, one that is answered at once, the last."""

HELD = 0.5
"""Seconds after a key for which Enter does not answer the next question."""

LEVELS = "2233222"
"""The levels that are chosen, again and again."""

SEEN = {1: READ, 2: GLANCE, 3: GLANCE, 9: READ}
"""The questions that are to be seen, and for how long; the last of them shows the tier so far."""

REVIEW = "Is there one to change?"

_LINE = 24.4
"""How high a line of a picture is, in pixels."""

_FEET = ("Enter takes", "(Enter")
"""What is drawn last of a question."""

COLORS = ("black", "red", "green", "brown", "blue", "magenta", "cyan", "white")


class Frame(NamedTuple):
    """A screen with the codes of its colors, and how long it is to be seen, in seconds."""

    screen: str
    seconds: float


def played() -> Iterator[Frame]:
    """Play the session of a team lead in an empty home, and yield what the terminal shows on the way."""
    with tempfile.TemporaryDirectory() as home:
        folders = {f"XDG_{kind}_HOME": f"{home}/{kind}" for kind in ("DATA", "STATE", "CACHE", "CONFIG")}
        with Terminal(
            "--as-of", AS_OF, columns=COLUMNS, rows=ROWS, env={**os.environ, **folders}
        ) as terminal:
            yield from _session(terminal)


def _session(terminal: Terminal) -> Iterator[Frame]:
    facts = (
        ("Look at somebody else first", "1", GLANCE),
        ("What is your name?", f"Dana{Keys.ENTER}", 0),
        ("your job title", f"Support Team Lead{Keys.ENTER}", GLANCE),
        ("Is that your job now", "y", GLANCE),
        ("worked in customer support", f"6 years{Keys.ENTER}", GLANCE),
        ("answer for other people's", f"2{Keys.ENTER}", 0),
        ("How many people's support work", f"8{Keys.ENTER}", 0),
        ("Where do you want to get to?", "1", READ),
        ("How many hours a week", f"4{Keys.ENTER}", 0),
        ("How much time do you have?", "1", GLANCE),
    )
    for sign, keys, seconds in facts:
        yield from _shown(terminal, sign, seconds)
        terminal.press(*keys)
    for number, level in enumerate(cycle(LEVELS), start=1):
        if terminal.wait_for(f"question {number}", REVIEW) == REVIEW:
            break
        yield from _shown(terminal, f"question {number}", SEEN.get(number, 0))
        terminal.press(level)
    yield from _shown(terminal, REVIEW, READ)
    time.sleep(HELD)
    terminal.press(Keys.ENTER)
    yield from _shown(terminal, "What next?", LAST)


def _shown(terminal: Terminal, sign: str, seconds: float) -> Iterator[Frame]:
    terminal.wait_for(sign)
    terminal.wait_for(*_FEET)
    if seconds:
        yield Frame("\n".join(_line(terminal.screen.buffer[row]) for row in range(ROWS)), seconds)


def _line(cells: Mapping[int, Char]) -> str:
    """Return a row of the terminal with the codes of its colors."""
    out, before = "", ""
    for column in range(COLUMNS):
        cell = cells[column]
        codes = ["1"] * cell.bold + ["7"] * cell.reverse
        bright = cell.fg.startswith("bright")
        if (color := cell.fg.removeprefix("bright")) in COLORS:
            codes.append(str((90 if bright else 30) + COLORS.index(color)))
        style = f"\x1b[0;{';'.join(codes)}m" if codes else "\x1b[0m"
        out += (style if style != before else "") + cell.data
        before = style
    return f"{out.rstrip()}\x1b[0m"


def animated(frames: Sequence[Frame]) -> str:
    """Return frames as one picture that shows them in turn; where nothing may move, the last of them.

    They are drawn below one another, as a film, that moves behind a window of one frame.
    """
    film = picture(["\n".join(frame.screen for frame in frames)], "careercli", COLUMNS)
    window = picture(["\n".join([*" " * (ROWS - 1), "."])], "careercli", COLUMNS)
    for part in (r'viewBox="[^"]*"', r"<rect fill=[^>]*>", r'terminal">\s*<rect [^>]*>'):
        film = film.replace(_one(part, film), _one(part, window), 1)
    height = ROWS * _LINE
    last = f"translateY({-height * (len(frames) - 1):g}px)"
    style = (
        f"@keyframes play {{ {_keyframes([frame.seconds for frame in frames], height)} }}\n"
        f".film {{ transform: {last};"
        f" animation: play {sum(frame.seconds for frame in frames):g}s step-end infinite; }}\n"
        "@media (prefers-reduced-motion: reduce) { .film { animation: none; } }\n</style>"
    )
    return film.replace("</style>", style, 1).replace(
        '<g class="careercli-matrix">', '<g class="careercli-matrix film">'
    )


def _one(part: str, drawn: str) -> str:
    found = re.search(part, drawn)
    if found is None:
        raise ValueError(f"A picture has no {part} any more.")
    return found[0]


def _keyframes(seconds: Sequence[float], height: float) -> str:
    total, now, out = sum(seconds), 0.0, []
    for number, lasts in enumerate(seconds):
        out.append(f"{now / total:.2%} {{ transform: translateY({-height * number:g}px); }}")
        now += lasts
    return " ".join(out)


def main() -> None:
    """Play the session, and draw it into this folder."""
    FILE.write_text(animated(list(played())), encoding="utf-8")


if __name__ == "__main__":
    main()
