"""What was chosen for all commands: which profile is used where none is given."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Literal

from careercli.domain.values import Line, Value
from careercli.errors import InvalidDataError, NotFoundError
from careercli.formats.checker import examine
from careercli.formats.document import decode, read_bytes
from careercli.formats.parser import read_file
from careercli.formats.text import clean
from careercli.system.files import locked, replace, set_aside

DEFAULT_PROFILE = "default"
"""The name of the profile that a command uses when none is given, unless another was chosen."""


class SettingsFile(Value, kw_only=True):
    """What was chosen for all commands."""

    schema: Literal["careercli/settings@1"]
    default_profile: Line = DEFAULT_PROFILE


def default_profile(path: Path) -> str:
    """Return the default profile that the settings in a file choose; without a file, that of everybody.

    Raises:
        StorageError: the settings cannot be read.
        InvalidDataError: they are broken.

    """
    return _chosen(path) or DEFAULT_PROFILE


def choose_default(path: Path, name: str) -> Path | None:
    """Choose the default profile; what else is written in the settings stays.

    Returns where settings that were broken have been put, if they were.

    Raises:
        StorageError: the choice cannot be saved.

    """
    from careercli.formats.yaml_editor import edit_yaml

    with locked(path) as target:
        aside = None
        text = ""
        try:
            if _chosen(path) is not None:
                text = decode(read_bytes(path), clean(str(path)))
        except InvalidDataError:
            aside = set_aside(path, f"{path.name}.broken-{{}}")
        wanted: dict[str, object] = {"schema": "careercli/settings@1", "default_profile": name}
        replace(target, edit_yaml(text, wanted).encode(), path)
        return aside


def choose_instead(path: Path, old: str, new: str) -> None:
    """Choose another default profile where the one that goes was chosen."""
    with contextlib.suppress(InvalidDataError):  # whoever asks for the default is told
        if _chosen(path) == old:
            choose_default(path, new)


def _chosen(path: Path) -> str | None:
    try:
        document = read_file(path)
        settings, problems = examine(document, SettingsFile)
        if settings is None or problems:
            raise InvalidDataError.counting(document.name, problems)
    except NotFoundError:
        return None
    except InvalidDataError as error:
        error.hint = "Choose the default profile anew: careercli profile default NAME."
        raise
    return settings.default_profile
