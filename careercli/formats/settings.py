"""The settings of a person: a YAML file of a few lines, which nearly every run reads.

Loading the reader of YAML would be a tenth of a run, so lines that any reader of YAML would take for the same
are taken without it: ``key: word`` and a list of words below a key. For whatever else is written, and for
everything that is wrong, the strict reader is asked.
"""

import re
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import msgspec
from msgspec import Meta

from careercli.domain.states import NOWHERE, STATES
from careercli.domain.values import Identifier, Line, Value, WeeklyHours
from careercli.errors import InvalidDataError, Problem
from careercli.formats.document import Document, read_bytes

SCHEMA = "careercli/settings@1"

Colour = Literal["auto", "always", "never"]
State = Annotated[
    str,
    Meta(
        pattern=f"^({'|'.join(STATES)}|{NOWHERE})$",
        description=f"the code of a US state, such as CA, or '{NOWHERE}'",
    ),
]


class SettingsFile(Value, kw_only=True):
    """What was chosen for all commands; None where nothing was."""

    schema: Literal["careercli/settings@1"]
    default_profile: Line | None = None
    hours: WeeklyHours | None = None
    goal: Identifier | None = None
    ladder: Identifier | None = None
    state: State | None = None
    accessible: bool | None = None
    colour: Colour | None = None
    pager: Annotated[str, Meta(max_length=300, description="a command of up to 300 characters")] | None = None
    data: tuple[Line, ...] | None = None


NOTHING = SettingsFile(schema="careercli/settings@1")
"""The settings of who has chosen nothing."""

_KEYS = frozenset(SettingsFile.__struct_fields__)


class ReadSettings(NamedTuple):
    """The settings that count, the file as it is written, and what is wrong with the others."""

    settings: SettingsFile
    document: Document | None
    problems: tuple[Problem, ...]


def read_settings(path: Path) -> ReadSettings:
    """Return what a file of settings says; a setting that is broken does not count, and the others do.

    Raises:
        NotFoundError: there is no such file.
        StorageError: it cannot be read.
        InvalidDataError: nothing of it can be read.

    """
    plain = _plain_value(read_bytes(path))
    if plain is not None and plain.keys() <= _KEYS:
        try:
            return ReadSettings(msgspec.convert(plain, SettingsFile), None, ())
        except (msgspec.ValidationError, ValueError):
            pass  # the strict reader says what is wrong, and where
    return _strictly(path)


def _strictly(path: Path) -> ReadSettings:
    from careercli.formats.parser import read_file

    return settings_of(read_file(path))


def settings_of(document: Document) -> ReadSettings:
    """Return what a document of settings says, as :func:`read_settings` does.

    Raises:
        InvalidDataError: nothing of it can be read.

    """
    from careercli.formats.checker import examine

    settings, problems = examine(document, SettingsFile)
    if settings is not None:
        return ReadSettings(settings, document, problems)
    if not isinstance(document.value, dict):
        raise InvalidDataError.counting(document.name, problems)
    bad = {re.split(r"[.\[]", problem.key)[0] for problem in problems}
    sound = {key: value for key, value in document.value.items() if key not in bad} | {"schema": SCHEMA}
    settings, _ = examine(Document(document.name, sound), SettingsFile)
    return ReadSettings(settings or NOTHING, document, problems)


_WORD = r"[\w/][\w/.,@=+ -]*(?<! )"
_LINE = re.compile(rf"([a-z_]+):(?: +({_WORD}))?")
_ITEM = re.compile(rf"( *)- +({_WORD})")
_UNCLEAR = re.compile(r"null|true|false|[0-9.+-].*", re.IGNORECASE)
_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,8})(\.[0-9]{1,9})?")


def _plain_value(data: bytes) -> dict[str, object] | None:
    """Return what lines of words say that no reader could take otherwise; None for any others."""
    out: dict[str, object] = {}
    items: list[object] | None = None
    indent: str | None = None
    for line in data.decode("utf-8", "replace").split("\n"):
        if not line.strip(" ") or line.startswith("#"):
            continue
        if (found := _ITEM.fullmatch(line)) and items is not None and indent in {None, found[1]}:
            indent, value = found[1], _word(found[2])
            items.append(value)
        elif (found := _LINE.fullmatch(line)) and found[1] not in out and items != []:
            items, indent = (None, None) if found[2] else ([], None)
            out[found[1]] = value = _word(found[2]) if found[2] else items
        else:
            return None
        if value is None:
            return None
    return out if items != [] else None


def _word(text: str) -> object:
    """Return what a word means; None where it might be taken for several things."""
    if text in {"true", "false"}:
        return text == "true"
    if found := _NUMBER.fullmatch(text):
        return float(text) if found[1] else int(text)
    return None if _UNCLEAR.fullmatch(text) else text
