"""Files that people name: as they type them, or as a terminal types what is dropped on it."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from careercli.api import read_resume
from careercli.cli.context import Session
from careercli.domain.experience import Resume
from careercli.errors import CareerError

_WHERE = "Where is your résumé? Type its path, or drop the file here."
_EXPLAINED = (
    "Easiest: drag the file from its folder onto this window, and press Enter. Or type where it is, as in "
    "~/Downloads/resume.pdf; ~ is your home folder. A name by itself is looked for in {here}."
)
_QUOTES = "\"'"


def path_of(text: str) -> Path:
    """Return the path that somebody typed, or that a terminal typed for a file that was dropped on it.

    Quotes around it and backslashes before single letters are taken off, ``file:`` addresses are decoded, and
    ``~`` is the home folder. A file that is there exactly as typed is taken as it is.

    Raises:
        OSError, RuntimeError, ValueError: that cannot be a path.

    """
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in _QUOTES:
        text = text[1:-1]
    elif text.startswith("file:"):
        text = unquote(urlsplit(text).path)
    elif os.sep == "/" and not Path(text).expanduser().exists():
        text = re.sub(r"\\(.)", r"\1", text)
    return Path(text).expanduser()


def asked_resume(session: Session) -> Resume:
    """Ask for the file of a résumé until one can be read.

    Raises:
        GoBackError: the person thought better of it.

    """
    while True:
        explain = _EXPLAINED.format(here=Path.cwd())
        text = session.asker.text(_WHERE, "", _wrong, back=True, explain=explain)
        try:
            return read_resume(path_of(text), session.catalog)
        except CareerError as error:
            session.report(error)


def _wrong(text: str) -> str | None:
    """Return what is wrong with a path, or None."""
    if not text:
        return "Type the path of a file."
    try:
        return None if path_of(text).exists() else "There is no such file."
    except (OSError, RuntimeError, ValueError):
        return "That cannot be the path of a file."
