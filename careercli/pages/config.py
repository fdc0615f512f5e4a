"""The pages of the settings."""

from __future__ import annotations

from collections.abc import Sequence

from careercli.domain.settings import Preference, Setting
from careercli.pages.blocks import AIR, Block, Command, Grid, Item, Paragraph, Title
from careercli.text.phrases import number
from careercli.text.settings import ABOUT

_FROM = {"flag": "this command", "settings": "settings", "standard": "standard"}


def config_view(file: str, settings: Sequence[tuple[Setting, Preference]]) -> list[Block]:
    """Return the settings, where each comes from, and what each does."""
    rows = tuple(
        (setting.name, words_of(preference.value) or "none", _origin(preference))
        for setting, preference in settings
    )
    return [
        Title("Settings", file),
        Grid(("Setting", "Holds", "From"), rows),
        AIR,
        *(Item(_about(setting), setting.name) for setting, _ in settings),
        AIR,
        Paragraph(
            "An option counts before a variable, and that before a setting. What a profile says is its own.",
            quiet=True,
        ),
        Command("Choose", "careercli config set NAME VALUE"),
        Command("Take it back", "careercli config unset NAME"),
    ]


def setting_view(preference: Preference) -> list[str]:
    """Return what holds of a setting, and nothing else: of several folders, each on a line."""
    value = preference.value
    if isinstance(value, tuple) and value:
        return [str(part) for part in value]
    return [words_of(value)]


def setting_change_view(setting: Setting, before: object, after: object) -> list[str]:
    """Return what was chosen before, and what is now."""
    if after is None:
        now = f"what holds for everybody: {words_of(setting.standard)}" if setting.standard else "not set"
        return [
            f"{setting.name} is {now}."
            + (f" It was {words_of(before) or 'none'}." if before is not None else "")
        ]
    was = "it was not set" if before is None else f"it was {words_of(before) or 'none'}"
    return [f"{setting.name} is {words_of(after) or 'none'} now; {was}."]


def words_of(value: object) -> str:
    """Return a value of a setting as it is typed; empty for none."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return number(value)
    if isinstance(value, (tuple, list)):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _origin(preference: Preference) -> str:
    if preference.origin == "environment":
        return str(preference.variable)
    return _FROM[preference.origin]


def _about(setting: Setting) -> str:
    return f"{ABOUT[setting.name]}{f' Also {setting.variable}.' if setting.variable else ''}"
