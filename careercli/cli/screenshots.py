"""A picture of what is printed, kept in the file that somebody named: never over a file that is none."""

import os
from collections.abc import Sequence
from pathlib import Path

import msgspec

from careercli.cli.new_file import check_free, refusals
from careercli.cli.output import PICTURE_OPTION, command_line
from careercli.errors import UsageError
from careercli.formats.text import clean
from careercli.pages.picture import MARK, picture
from careercli.store import write_whole


class Picture(msgspec.Struct, eq=False):
    """The picture of one run: its file, and the screens that are on it so far."""

    path: Path
    screens: list[str] = []

    def add(self, screen: str, arguments: Sequence[str], width: int) -> None:
        """Put a screen of what was typed below those before, and draw the picture again, whole or not at all.

        Raises:
            StorageError: the file cannot be written.

        """
        self.screens.append(screen)
        write_whole(self.path, picture(self.screens, command_typed(arguments), width).encode())


def picture_at(name: str) -> Picture:
    """Return the picture that is to be kept in a file, with nothing on it yet.

    Raises:
        UsageError: the file is there and no picture of careercli's, or none that ends in ``.svg`` is named.
        StorageError: its folder does not exist, or it cannot be read.

    """
    path = Path(os.path.expanduser(name))  # noqa: PTH111 - a shell does not do it in --svg=~/picture.svg
    shown, hint = clean(path), f"As in {PICTURE_OPTION} me.svg."
    if name in {"", "-"}:
        message = f"{PICTURE_OPTION} takes the name of a file: the screen itself is printed."
        raise UsageError(message, hint=hint)
    if path.suffix.lower() != ".svg":
        raise UsageError(f"{PICTURE_OPTION} writes an SVG, and {shown} is none by its ending.", hint=hint)
    with refusals(shown):
        there = path.exists()
        ours = path.is_file() and _is_picture(path)
    if there and not ours:
        raise UsageError(
            f"{shown} is there already, and is no picture that careercli made.", hint="Choose another name."
        )
    check_free(path, shown, force=True)
    return Picture(path)


def command_typed(arguments: Sequence[str]) -> str:
    """Return the command that a picture is of, safe to show: without the option that asks for the picture."""
    words = ["careercli"]
    skip = False
    for word in arguments:
        if skip or word == PICTURE_OPTION or word.startswith(f"{PICTURE_OPTION}="):
            skip = word == PICTURE_OPTION and not skip
            continue
        words.append(word)
    return command_line(words)


def _is_picture(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(MARK)) == MARK.encode()
