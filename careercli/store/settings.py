"""What was chosen for all commands: which profile is used where none is given, and the other settings."""

import contextlib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from careercli.errors import InvalidDataError, NotFoundError
from careercli.formats.document import decode, read_bytes
from careercli.formats.parser import read_file
from careercli.formats.settings import NOTHING, SCHEMA, SettingsFile, read_settings
from careercli.formats.text import clean
from careercli.system.files import locked, replace, set_aside

DEFAULT_PROFILE = "default"
"""The name of the profile that a command uses when none is given, unless another was chosen."""

_MEND = "Choose the default profile anew: careercli profile default NAME."

_OTHERS = frozenset(SettingsFile.__struct_fields__) - {"schema", "default_profile"}
"""The settings beside which another one may be broken."""


def default_profile(path: Path) -> str:
    """Return the default profile that the settings in a file choose; without a file, that of everybody.

    Raises:
        StorageError: the settings cannot be read.
        InvalidDataError: they are broken, in a way that leaves open which profile is meant.

    """
    return _chosen(path) or DEFAULT_PROFILE


def choose_instead(path: Path, old: str, new: str) -> None:
    """Choose another default profile where the one that goes was chosen."""
    with contextlib.suppress(InvalidDataError):  # whoever asks for the default is told
        if _chosen(path) == old:
            change_settings(path, {"default_profile": new})


def change_settings(path: Path, changes: Mapping[str, object]) -> Path | None:
    """Choose settings by their keys in the file, or with None take a choice back.

    What else is written there stays, comments included. Where settings stay broken, the file is set aside and
    what of it is sound is written anew; returns where it has been put then.

    Raises:
        StorageError: the choice cannot be saved; what was there before is unchanged.

    """
    from careercli.formats.yaml_editor import edit_yaml

    with locked(path) as target:
        text, aside = "", None
        kept = NOTHING
        written: Mapping[str, object] = {}
        with contextlib.suppress(NotFoundError, InvalidDataError):
            kept = read_settings(path).settings
            value = read_file(path).value
            written = value if isinstance(value, dict) else {}
            text = decode(read_bytes(path), clean(path))
        wanted = _changed({"schema": SCHEMA, **written}, changes)
        if not _is_sound(wanted, written):
            sound = {key: value for key, value in msgspec.to_builtins(kept).items() if value is not None}
            text, wanted = "", _changed(sound, changes)
        if not text:  # behind a link the file is set aside, and the link stays
            aside = set_aside(target, f"{target.name}.broken-{{}}")
        if wanted != written and (text or aside or len(wanted) > 1):  # no file to say nothing
            replace(target, edit_yaml(text, wanted).encode(), path)
        return aside


def _changed(written: Mapping[str, object], changes: Mapping[str, object]) -> dict[str, object]:
    wanted = {**written, **changes}
    return {key: value for key, value in wanted.items() if key not in changes or value is not None}


def _is_sound(wanted: Mapping[str, object], written: Mapping[str, object]) -> bool:
    """Return whether settings can be read; a list of them without the schema has been written by hand."""
    if written and "schema" not in written:
        return False
    try:
        msgspec.convert(wanted, SettingsFile)
    except (msgspec.ValidationError, ValueError):
        return False
    return wanted.keys() <= set(SettingsFile.__struct_fields__)


def _chosen(path: Path) -> str | None:
    """Return the default profile that was chosen; None where there are no settings."""
    try:
        read = read_settings(path)
    except NotFoundError:
        return None
    except InvalidDataError as error:
        error.hint = _MEND
        raise
    if any(_is_about_default(problem.key) for problem in read.problems):
        raise InvalidDataError.counting(clean(path), read.problems, hint=_MEND)
    return read.settings.default_profile


def _is_about_default(key: str) -> bool:
    """Return whether what is wrong at a key leaves open which profile is meant."""
    return not any(key == name or key.startswith((f"{name}[", f"{name}.")) for name in _OTHERS)
