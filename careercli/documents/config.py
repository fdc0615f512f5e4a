"""The documents of the settings."""

from collections.abc import Sequence
from typing import Annotated, TypeVar

import msgspec

from careercli.documents.projection import As, DocumentPart, From, Printed, project
from careercli.domain.settings import Origin, Preference, Setting
from careercli.text.settings import ABOUT

_Values = float | str | bool | tuple[str, ...] | None
Chosen = Annotated[_Values, As(lambda value, _: msgspec.convert(value, _Values))]


P = TypeVar("P", bound=DocumentPart)


class SettingEntry(DocumentPart):
    """A setting: what holds, who says so, and what holds unless somebody does.

    ``from`` is ``flag``, ``environment``, ``settings`` or ``standard``; ``variable`` is the environment
    variable that says it too, null where there is none.
    """

    name: str
    value: Chosen
    origin: Origin = msgspec.field(name="from")
    standard: Chosen
    variable: str | None
    about: Annotated[str, From("name"), As(lambda name, _: ABOUT[name])]


class ConfigDocument(Printed, tag="careercli/config@1"):
    """What ``config list --json`` prints: every setting, and the file that they are kept in."""

    file: str
    settings: tuple[SettingEntry, ...]


class SettingDocument(SettingEntry, Printed, tag="careercli/setting@1"):
    """What ``config get NAME --json`` prints: what the list says of a setting."""


class SettingChangeDocument(Printed, tag="careercli/setting-change@1"):
    """What ``config set`` and ``config unset`` print with ``--json``; null where nothing is chosen."""

    name: str
    before: Chosen
    after: Chosen
    file: str


def config_document(file: str, settings: Sequence[tuple[Setting, Preference]]) -> ConfigDocument:
    """Return the settings as a document."""
    return ConfigDocument(file=file, settings=tuple(_said(SettingEntry, *pair) for pair in settings))


def setting_document(setting: Setting, preference: Preference) -> SettingDocument:
    """Return a setting as a document."""
    return _said(SettingDocument, setting, preference)


def setting_change_document(
    setting: Setting, before: object, after: object, file: str
) -> SettingChangeDocument:
    """Return as a document what was chosen before, and what is now."""
    return project(SettingChangeDocument, setting, before=before, after=after, file=file)


def _said(wanted: type[P], setting: Setting, preference: Preference) -> P:
    return project(wanted, setting, value=preference.value, origin=preference.origin)
