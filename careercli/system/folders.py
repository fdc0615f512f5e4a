"""Where the system has what is kept for a person."""

import os
import sys
from pathlib import Path

NAME = "careercli"


def data_folder() -> Path:
    """Return the folder of saved profiles and settings; it need not be there.

    Every run looks there for settings. Where the answer is plain, as nearly always on Linux, it is had
    without platformdirs, which would be a twentieth of a run; it says the same.
    """
    if sys.platform == "linux" and "ANDROID_DATA" not in os.environ:
        own, home = os.environ.get("XDG_DATA_HOME"), os.environ.get("HOME", "")
        if own is None and home.startswith("/"):
            return Path(home, ".local", "share", NAME)
        if own is not None and own.startswith("/") and own == own.strip():
            return Path(own, NAME)
    from platformdirs import user_data_path

    return user_data_path(NAME, appauthor=False)


def state_folder() -> Path:
    """Return the folder of what was broken off; on some systems it is that of the data."""
    from platformdirs import user_state_path

    return user_state_path(NAME, appauthor=False)
