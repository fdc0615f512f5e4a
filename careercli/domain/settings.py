"""What can be chosen for every command, and who may say it."""

from __future__ import annotations

from typing import Literal

from careercli.domain.values import Value

Origin = Literal["flag", "environment", "settings", "standard"]
"""Who says what holds, the first of them that says anything; ``standard`` is what holds for everybody."""


class Setting(Value):
    """A setting: its name, the variable that says it too, what it is unless told, and what it does."""

    name: str
    about: str
    variable: str | None = None
    standard: object = None

    @property
    def key(self) -> str:
        """What it is called in the file."""
        return "default_profile" if self.name == "profile" else self.name


SETTINGS = (
    Setting("profile", "The saved profile in use where none is named."),
    Setting(
        "hours",
        "Hours a week for a plan; for new profiles, and facts given as flags.",
        "CAREERCLI_HOURS",
        4.0,
    ),
    Setting("goal", "The tier to aim at; for new profiles, and facts given as flags.", "CAREERCLI_GOAL"),
    Setting("ladder", "The ladder to use, where packs bring several.", "CAREERCLI_LADDER"),
    Setting("state", "The US state that pay is looked up for.", "CAREERCLI_STATE"),
    Setting("accessible", "Plain lines, made for screen readers.", "CAREERCLI_ACCESSIBLE", standard=False),
    Setting("colour", "Colours: auto, always or never.", "CAREERCLI_COLOR", "auto"),
    Setting("pager", "The program that shows what is longer than the screen.", "CAREERCLI_PAGER"),
    Setting("data", "Folders of packs to lay over the built-in role data.", "CAREERCLI_DATA", ()),
)
"""Every setting, in the order of the list."""

BY_NAME = {setting.name: setting for setting in SETTINGS}
ALIASES = {"color": "colour", "default_profile": "profile"}


class Preference(Value):
    """What holds of a setting, None for nothing; who says so, and by which environment variable if any."""

    value: object
    origin: Origin
    variable: str | None = None
