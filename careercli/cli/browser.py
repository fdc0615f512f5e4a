"""Pages in the person's own browser: a private place for them, and opening them there."""

import contextlib
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import mkdtemp

from careercli.errors import saying_why

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
"""One of these is set on Linux where a browser can show something."""


def private_page(name: str) -> Path:
    """Return a place for a page among the system's temporary files, in a new folder for its owner alone.

    Raises:
        StorageError: there is no room for one.

    """
    with saying_why("There is no place for the page"):
        return Path(mkdtemp(prefix="careercli-")) / name


def opened(page: Path, environ: Mapping[str, str]) -> bool:
    """Open a page in the system's browser, and return whether one took it."""
    has_none = sys.platform.startswith("linux") and not any(map(environ.get, _DISPLAYS))
    if has_none:
        return False
    import webbrowser  # looks for browsers when it is loaded

    with contextlib.suppress(webbrowser.Error, OSError):
        return webbrowser.open(page.resolve().as_uri())
    return False
