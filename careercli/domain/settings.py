"""What can be chosen for every command, and who may say it."""

from __future__ import annotations

from typing import Literal

from careercli.domain.values import Value

Origin = Literal["flag", "environment", "settings", "standard"]
"""Who says what holds, the first of them that says anything; ``standard`` is what holds for everybody."""


class Setting(Value):
    """A setting: its name, the variable that says it too, and what it is unless told."""

    name: str
    variable: str | None = None
    standard: object = None

    @property
    def key(self) -> str:
        """What it is called in the file."""
        return "default_profile" if self.name == "profile" else self.name


SETTINGS = (
    Setting("profile"),
    Setting("hours", "CAREERCLI_HOURS", 4.0),
    Setting("goal", "CAREERCLI_GOAL"),
    Setting("ladder", "CAREERCLI_LADDER"),
    Setting("state", "CAREERCLI_STATE"),
    Setting("accessible", "CAREERCLI_ACCESSIBLE", standard=False),
    Setting("colour", "CAREERCLI_COLOR", "auto"),
    Setting("pager", "CAREERCLI_PAGER"),
    Setting("data", "CAREERCLI_DATA", ()),
)
"""Every setting, in the order of the list."""

BY_NAME = {setting.name: setting for setting in SETTINGS}
ALIASES = {"color": "colour", "default_profile": "profile"}


class Preference(Value):
    """What holds of a setting, None for nothing; who says so, and by which environment variable if any."""

    value: object
    origin: Origin
    variable: str | None = None
