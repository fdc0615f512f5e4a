"""What holds where nothing is given: what the environment says, else the settings, else as it is for all.

A choice of this kind is a wish, and never ends a run: what is wrong in it is told, and does not count.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from careercli.cli.amounts import amount
from careercli.domain.names import fold, nearest
from careercli.domain.settings import Preference, Setting
from careercli.errors import InvalidDataError, NotFoundError, StorageError, UsageError
from careercli.formats.document import shortened
from careercli.formats.text import clean, one_line
from careercli.system.folders import data_folder

if TYPE_CHECKING:
    from careercli.formats.settings import SettingsFile

OFF = frozenset({"", "0", "false", "no", "off"})
"""What says no in an environment variable."""

_ON = frozenset({"1", "true", "yes", "on"})

COLOURS = ("auto", "always", "never")


def settings_file() -> Path:
    """Return the file of the settings; it need not be there."""
    return data_folder() / "settings.yaml"


def kept_settings() -> tuple[SettingsFile | None, InvalidDataError | StorageError | None]:
    """Return the settings in the file, and what is wrong with it; None where there are none."""
    path = settings_file()
    if not os.path.lexists(path):
        return None, None
    from careercli.formats.settings import read_settings

    try:
        read = read_settings(path)
    except NotFoundError:
        return None, None
    except (InvalidDataError, StorageError) as error:
        error.hint = MEND
        return None, error
    if not read.problems:
        return read.settings, None
    return read.settings, InvalidDataError.counting(clean(path), read.problems, hint=MEND)


MEND = "What is wrong there does not count. Mend the line, or: careercli config unset NAME"
"""What is said of broken settings."""


def from_environment(setting: Setting, environ: Mapping[str, str]) -> Preference | None:
    """Return what the environment says of a setting; None where it says nothing.

    A variable that is set to nothing says what is so unless told, whatever the settings say.

    Raises:
        UsageError: it says what cannot be.

    """
    text = environ.get(setting.variable) if setting.variable else None
    return None if text is None else Preference(_said(setting, text), "environment", setting.variable)


def _said(setting: Setting, text: str) -> object:
    if not text.strip():
        return "" if setting.name == "pager" else setting.standard
    if setting.name == "accessible":
        return text.lower() not in OFF
    return parsed(setting, text, said=str(setting.variable))


def parsed(setting: Setting, text: str, *, said: str) -> object:
    """Return what a text that somebody typed says of a setting; ``said`` is what to call it in messages.

    A goal and a ladder are taken as they are: which there are, the role data say.

    Raises:
        UsageError: it says what cannot be.

    """
    if setting.name == "data":
        folders = (word for word in text.split(os.pathsep) if word)
        return tuple(os.path.expanduser(folder) for folder in folders)  # noqa: PTH111
    return _PARSERS.get(setting.name, _text)(text.strip(), said)


def _text(text: str, said: str) -> str:
    line = one_line(clean(text))
    if not line or len(line) > _LONGEST:
        raise UsageError(f"{said} takes text of 1 to {_LONGEST} characters.")
    return line


_LONGEST = 300


def _accessible(text: str, said: str) -> bool:
    if text.lower() not in OFF | _ON:
        raise UsageError(f"{said} takes yes or no, not '{shortened(text)}'.")
    return text.lower() in _ON


def _colour(text: str, said: str) -> str:
    if text.lower() not in COLOURS:
        raise UsageError(f"{said} takes auto, always or never, not '{shortened(text)}'.")
    return text.lower()


def _state(text: str, said: str) -> str:
    from careercli.domain.states import NOWHERE, state_names

    known = {**state_names(), NOWHERE: NOWHERE}
    if (found := known.get(fold(text))) is None:
        near = nearest(text, known)
        hint = f"Did you mean '{known[near]}'?" if near else "As in CA, California, or none outside the US."
        raise UsageError(f"{said} takes a US state, not '{shortened(text)}'.", hint=hint)
    return found


_PARSERS: dict[str, Callable[[str, str], object]] = {
    "hours": lambda text, said: amount(said, text, "weekly"),
    "accessible": _accessible,
    "colour": _colour,
    "state": _state,
}
