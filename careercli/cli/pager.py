"""The program that shows what is longer than the terminal."""

from __future__ import annotations

import shlex
import signal
import subprocess
from collections.abc import Mapping
from typing import TextIO

from careercli.system.streams import rows

_LESS = {"LESS": "FIRX", "LESSCHARSET": "utf-8"}
"""Quit if it fits, search in any case, pass colors, leave the text on the screen; one's own LESS wins."""


def show(text: str, stdout: TextIO, environ: Mapping[str, str], command: str) -> bool:
    """Show text in the pager ``command`` if the terminal ``stdout`` is too low for it; return whether it did.

    It does not where the command is empty, ``cat``, cannot be started or fails: the text is printed then.
    """
    try:
        pager = shlex.split(command)
    except ValueError:  # a quotation mark without another
        return False
    if not pager or pager == ["cat"] or not 0 < rows(stdout) <= text.count("\n"):
        return False
    # Ctrl-C is the pager's own business, which goes on until it is left. It starts with its own handler.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        done = subprocess.run(  # noqa: S603 - the person's own choice
            pager,
            input=text.encode(stdout.encoding or "utf-8", "replace"),
            stdout=stdout,
            env={**_LESS, **environ},
            check=False,
        )
    except (OSError, ValueError):
        return False
    finally:
        signal.signal(signal.SIGINT, before)
    return done.returncode <= 0
