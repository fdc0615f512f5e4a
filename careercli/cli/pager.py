"""The program that shows what is longer than the terminal."""

import re
import shlex
import signal
import subprocess
from collections.abc import Mapping
from typing import TextIO

from careercli.system.streams import columns, rows

_LESS = {"LESS": "FIRXPs?eThe end:Space for more., q when done$", "LESSCHARSET": "utf-8"}
"""Quit if it fits, search in any case, pass colors, leave the text on the screen, and say by which keys one
gets on and out, where there would be a colon; one's own LESS wins."""

_STYLES = re.compile(rb"\x1b\[[0-9;]*m")


def show(data: bytes, stdout: TextIO, environ: Mapping[str, str], command: str) -> bool:
    """Show encoded text in the pager ``command`` if the terminal is too low for it; return whether it did.

    It does not where the command is empty, ``cat``, cannot be started or fails: the text is printed then.
    """
    try:
        pager = shlex.split(command)
    except ValueError:  # a quotation mark without another
        return False
    if not pager or pager == ["cat"] or _fits(data, rows(stdout), columns(stdout)):
        return False
    # Ctrl-C is the pager's own business, which goes on until it is left. It starts with its own handler.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        done = subprocess.run(  # noqa: S603 - the person's own choice
            pager,
            input=data,
            stdout=stdout,
            env={**_LESS, **environ},
            check=False,
        )
    except (OSError, ValueError):
        return False
    finally:
        signal.signal(signal.SIGINT, before)
    return done.returncode <= 0


def _fits(data: bytes, height: int, width: int) -> bool:
    """Return whether text leaves the shell its line on a terminal of this size; what is none has a size of 0.

    A line that is wider than the terminal, as those of a document to copy from may be, takes several.
    """
    if not height or not width:
        return True
    lines = _STYLES.sub(b"", data).decode("utf-8", "replace").splitlines()
    return len(lines) < height and sum(max(-(-len(line) // width), 1) for line in lines) < height
