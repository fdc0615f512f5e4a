"""``careercli config``: what holds for every command unless it is told otherwise."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from careercli.cli.context import Session, session_of
from careercli.cli.options import argument, command_app
from careercli.cli.preferences import parsed, settings_file
from careercli.cli.results import show
from careercli.domain.settings import ALIASES, BY_NAME, SETTINGS, Preference, Setting
from careercli.errors import CareerError, UsageError
from careercli.formats.lookup import find_tier, look_up
from careercli.formats.text import clean

app = command_app()

_NONE = "none"
"""What is said of a setting that has no value."""

_TAKEN_BACK = {"goal": None, "ladder": None, "data": None, "pager": ""}
"""The settings of which it can be said that there is to be none, and what is kept then."""


@app.callback(
    epilog="""
        careercli config list  # What holds, and where each value comes from.
        careercli config set hours 6  # Six hours a week, where nothing else is said.
    """
)
def config() -> None:
    """Choose what holds for every command: hours, goal, ladder, state, how it looks, packs.

    An option counts before an environment variable, and that before a setting. Hours and goal are for facts
    given as flags and for new profiles; what a profile or a file says is never changed by a setting.
    """


def complete_setting(incomplete: str) -> list[str]:
    """Complete the name of a setting."""
    return [setting.name for setting in SETTINGS if setting.name.startswith(incomplete)]


SettingName = Annotated[
    str, argument("NAME", "A setting, as 'config list' calls it.", autocompletion=complete_setting)
]


@app.command(
    "list",
    epilog="""
        careercli config list  # Every setting, and where its value comes from.
        careercli config list --json  # As a document, for a script.
    """,
)
def list_settings(ctx: typer.Context) -> None:
    """List the settings, and where each comes from."""
    session = session_of(ctx)
    shown = [(setting, _preference(session, setting)) for setting in SETTINGS]
    show(session, "config", file=clean(settings_file()), settings=shown)


@app.command(
    "get",
    epilog="""
        careercli config get state  # The state whose pay is shown.
        careercli config get hours  # The hours a week that plans count with.
    """,
)
def get(ctx: typer.Context, name: SettingName) -> None:
    """Print what holds of a setting, and nothing else."""
    session = session_of(ctx)
    setting = _setting(name)
    preference = _preference(session, setting)
    show(session, "setting", setting=setting, preference=preference)
    if preference.origin == "standard":
        session.note(f"{setting.name} is not set; this is what holds for everybody.")


@app.command(
    "set",
    epilog="""
        careercli config set hours 6  # Six hours a week from now on.
        careercli config set goal director  # The goal where a profile has none.
        careercli config set accessible yes  # Plain lines for a screen reader, always.
    """,
)
def set_setting(
    ctx: typer.Context,
    name: SettingName,
    value: Annotated[str, argument("VALUE", "What is to hold; several folders are separated as in PATH.")],
) -> None:
    """Choose what holds of a setting from now on."""
    session = session_of(ctx)
    setting = _setting(name)
    _change(session, setting, _checked(session, setting, value))


@app.command(
    "unset",
    epilog="""
        careercli config unset hours  # The hours that hold for everybody.
        careercli config unset state  # No state is chosen any more.
    """,
)
def unset(ctx: typer.Context, name: SettingName) -> None:
    """Take a choice back: what holds for everybody holds again."""
    _change(session_of(ctx), _setting(name), None)


def _setting(name: str) -> Setting:
    """Return the setting of a name.

    Raises:
        NotFoundError: there is none; says the nearest.

    """
    known = {setting: setting for setting in BY_NAME} | ALIASES
    return BY_NAME[look_up("setting", name, known, "See 'careercli config list'.")]


def _preference(session: Session, setting: Setting) -> Preference:
    """Return what holds of a setting; of those that are not to be had from it alone, too."""
    preference, environ = session.preference(setting.name), session.environ
    if setting.name == "colour" and preference.origin != "flag" and environ.get("NO_COLOR"):
        return Preference("never", "environment", "NO_COLOR")
    if preference.origin == "standard" and setting.name == "pager":
        by = "PAGER" if "PAGER" in environ else None
        return Preference(session.pager, "environment" if by else "standard", by)
    if preference.origin == "standard" and setting.name == "profile":
        with suppress(CareerError):  # what is wrong is told already
            return Preference(session.store.default(), "standard")
    return preference


def _checked(session: Session, setting: Setting, text: str) -> object:
    """Return what a text says of a setting as it is kept; None where it says that nothing is to be kept.

    Raises:
        UsageError: it says what cannot be.
        NotFoundError: there is no such tier, ladder or profile; says the nearest.

    """
    if text.strip().lower() == _NONE and setting.name in _TAKEN_BACK:
        return _TAKEN_BACK[setting.name]
    value = parsed(setting, text, said=setting.name)
    if value == ():
        raise UsageError(
            "data takes a folder, or several.", hint="To take it back: careercli config unset data"
        )
    if setting.name == "goal":
        return find_tier(session.catalog, str(value)).id
    if setting.name == "ladder":
        return look_up("ladder", str(value), session.catalog.ladder_names)
    if setting.name == "profile":
        from careercli.cli.saved_profiles import existing

        return existing(session, str(value))
    if not isinstance(value, tuple):
        return value
    folders = tuple(os.path.abspath(folder) for folder in value)  # noqa: PTH100 - a link stays one
    for folder in folders:
        if not Path(folder, "pack.yaml").is_file():
            session.note(f"{folder} is no pack yet: there is no pack.yaml in it.")
    return folders


def _change(session: Session, setting: Setting, value: object) -> None:
    """Keep a choice, or with None take it back; and say what it takes the place of.

    Raises:
        StorageError: it cannot be saved.

    """
    kept = session.kept_settings
    before = getattr(kept, setting.key, None)
    stored = list(value) if isinstance(value, tuple) else value
    if isinstance(value, float) and value.is_integer():
        stored = int(value)
    aside = session.store.change_settings({setting.key: stored})
    if aside is not None:
        session.note(f"the settings were broken; they are now in {aside}, and what was sound is kept.")
    file = clean(settings_file())
    show(session, "setting change", setting=setting, before=before, after=value, file=file)
    if session.preference(setting.name).origin == "environment":
        session.note(f"{setting.variable} is set, and counts before the setting.")
