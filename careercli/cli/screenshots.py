"""A picture of what is printed, kept in the file that somebody named: never over a file that is none."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path

import msgspec

from careercli.cli.new_file import check_free, refusals
from careercli.errors import UsageError
from careercli.formats.text import clean, one_line

OPTION = "--svg"


class Picture(msgspec.Struct, eq=False):
    """The picture of one run: its file, and the screens that are on it so far."""

    path: Path
    screens: list[str] = []

    def add(self, screen: str, *, title: str, width: int) -> None:
        """Put a screen below those before, and draw the picture again, whole or not at all.

        Raises:
            StorageError: the file cannot be written.

        """
        from careercli.pages.picture import picture  # few runs draw one
        from careercli.store import write_whole

        self.screens.append(screen)
        write_whole(self.path, picture(self.screens, title, width).encode())


def picture_at(name: str) -> Picture:
    """Return the picture that is to be kept in a file, with nothing on it yet.

    Raises:
        UsageError: the file is there and no picture of careercli's, or none that ends in ``.svg`` is named.
        StorageError: its folder does not exist, or it cannot be read.

    """
    path = Path(os.path.expanduser(name))  # noqa: PTH111 - a shell does not do it in --svg=~/picture.svg
    shown = clean(str(path))
    if name in {"", "-"}:
        raise UsageError(
            f"{OPTION} takes the name of a file: the screen itself is printed.",
            hint=f"As in {OPTION} me.svg.",
        )
    if path.suffix.lower() != ".svg":
        raise UsageError(
            f"{OPTION} writes an SVG, and {shown} is none by its ending.", hint=f"As in {OPTION} me.svg."
        )
    with refusals(shown):
        there = path.exists()
        ours = there and path.is_file() and _is_picture(path)
    if there and not ours:
        raise UsageError(
            f"{shown} is there already, and is no picture that careercli made.", hint="Choose another name."
        )
    check_free(path, shown, force=True)
    return Picture(path)


def no_picture_of(what: str) -> UsageError:
    """Return the error of a run that prints ``what`` instead of a screen."""
    return UsageError(
        f"{OPTION} makes a picture of a screen, and this prints {what}.", hint=f"Leave {OPTION} out."
    )


def asks_for_picture(arguments: Sequence[str]) -> bool:
    """Return whether what was typed has the option; for what is printed before the options are read."""
    words = takewhile(lambda word: word != "--", arguments)
    return any(word == OPTION or word.startswith(f"{OPTION}=") for word in words)


def command_typed(arguments: Sequence[str]) -> str:
    """Return the command that a picture is of, safe to show: without the option that asks for the picture."""
    from shlex import join

    words = ["careercli"]
    skip = False
    for word in arguments:
        if skip or word == OPTION or word.startswith(f"{OPTION}="):
            skip = word == OPTION and not skip
            continue
        words.append(word)
    return one_line(clean(join(words)))


def _is_picture(path: Path) -> bool:
    from careercli.pages.picture import MARK

    with path.open("rb") as file:
        return file.read(len(MARK)) == MARK.encode()
