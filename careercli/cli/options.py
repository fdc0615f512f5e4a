"""Options that several commands share, attached to each of them in one place.

The global ones go on the program and on every command, so that they may stand on either side of the
command's name. The facts go on the commands that are about a person.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from careercli.cli.completion import complete_ladder, complete_profile, complete_skill_pair, complete_tier
from careercli.cli.context import Session, session_of
from careercli.cli.facts import FACTS, Facts
from careercli.cli.output import Settings
from careercli.cli.profile_source import check_given
from careercli.cli.screenshots import OPTION, asks_for_picture, no_picture_of, picture_at
from careercli.errors import UsageError
from careercli.formats.document import shortened
from careercli.system.clock import EARLIEST, LATEST

Receive = Callable[[Any, Any, Any], Any]


def facts_of(ctx: typer.Context) -> Facts:
    """Return the facts given as options to this command."""
    facts: Facts = ctx.meta.setdefault("careercli.cli.profile_source", Facts())
    return facts


ProfileArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[PROFILE]",
        help="A saved name, a path to a YAML or JSON file, or '-' for standard input.",
        show_default=False,
        autocompletion=complete_profile,
    ),
]


SavedName = Annotated[
    str,
    typer.Argument(
        metavar="NAME",
        help="The name of a saved profile.",
        show_default=False,
        autocompletion=complete_profile,
    ),
]
SavedNameOrDefault = Annotated[
    str | None,
    typer.Argument(
        metavar="[NAME]",
        help="The name of a saved profile; the default profile unless told.",
        show_default=False,
        autocompletion=complete_profile,
    ),
]


def _named(output: str | None) -> str | None:
    """Refuse a name that is empty, as where a script forgot to set it."""
    if output == "":
        raise UsageError("-o takes the name of a file, and this is empty.", hint="'-o -' prints it.")
    return output


OutputFile = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write it to a file; - prints it.",
        show_default=False,
        callback=_named,
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Replace the file if there is one.")]
ShowNotes = Annotated[bool, typer.Option("--notes", help="Show a coach's own notes too.")]


def _setting(change: Callable[[Settings, Any], None], *, while_typing: bool = False) -> Receive:
    """Return what changes a setting; ``while_typing`` also where a line is only completed."""

    def receive(ctx: typer.Context, _param: object, value: Any) -> Any:
        if value not in (None, False, ()) and (while_typing or not ctx.resilient_parsing):
            change(session_of(ctx).settings, value)
        return value

    return receive


def _fact(name: str) -> Receive:
    def receive(ctx: typer.Context, _param: object, value: Any) -> Any:
        if value is not None and value != () and not ctx.resilient_parsing:
            setattr(facts_of(ctx), name, list(value) if isinstance(value, tuple) else value)
        return value

    return receive


def day_given(session: Session, option: str, text: str | None) -> date:
    """Return the day that an option names, today without it.

    Raises:
        UsageError: it is no date, or outside the years that are reckoned with.

    """
    if text is None:
        return session.today
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{option} takes a date such as 2026-11-21, not '{shortened(text)}'.") from None
    if not EARLIEST <= day <= LATEST:
        raise UsageError(f"{option} {day} is not between {EARLIEST} and {LATEST}.")
    return day


def _as_of(settings: Settings, text: str) -> None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"'{text[:40]}' is not a date such as 2026-11-21.") from None
    if not EARLIEST <= day <= LATEST:
        raise typer.BadParameter(f"{day} is not between {EARLIEST} and {LATEST}.")
    settings.as_of = day


def _json(settings: Settings, value: bool) -> None:  # noqa: FBT001 - what the option was set to
    if settings.picture is not None:
        raise no_picture_of("a document")
    settings.json = value


def _svg(settings: Settings, name: str) -> None:
    if settings.json:
        raise no_picture_of("a document")
    settings.picture = picture_at(name)


def _receive_packs(ctx: typer.Context, param: object, folders: tuple[str, ...]) -> tuple[str, ...]:
    if not ctx.resilient_parsing:  # in the middle of typing nothing is said
        for folder in folders:
            check_given(folder, what="--data")
    _setting(_packs, while_typing=True)(ctx, param, folders)
    return folders


def _packs(settings: Settings, folders: tuple[str, ...]) -> None:
    # The home folder is written out here: a shell does not do it in --data=~/pack.
    settings.packs += tuple(Path(os.path.expanduser(folder)) for folder in folders)  # noqa: PTH111


def _option(name: str, text: str, receive: Receive, **more: Any) -> TyperOption:
    """Return an option that is received, and not handed to the command; a flag if it has no placeholder."""
    flag = None if "metavar" in more else True
    return TyperOption(
        param_decls=[name], expose_value=False, help=text, callback=receive, is_flag=flag, **more
    )


def _stored(name: str, *, while_typing: bool = False) -> Receive:
    """Return what keeps the value of an option as the setting of this name."""
    return _setting(lambda settings, value: setattr(settings, name, value), while_typing=while_typing)


def global_options() -> list[TyperOption]:
    """Return new options for what every command can be told."""
    return [
        _option("--json", "Print one JSON document.", _setting(_json)),
        _option("--as-of", "Reckon from this day instead of today.", _setting(_as_of), metavar="DATE"),
        _option(
            "--data",
            "Lay a pack of role data over the built-in one; repeatable. Also CAREERCLI_DATA.",
            _receive_packs,
            metavar="DIR",
            multiple=True,
        ),
        _option(
            "--ladder",
            "The ladder to use, where packs bring several; that laid on last unless told.",
            _stored("ladder", while_typing=True),
            metavar="LADDER",
            autocompletion=_completing(complete_ladder),
        ),
        _option("--no-input", "Never ask; fail where an answer is needed.", _stored("no_input")),
        _option("--accessible", "Plain lines, made for screen readers.", _stored("accessible")),
        _option("--no-color", "No colors.", _stored("no_color")),
        _option(OPTION, "Save what is printed as a picture, too.", _setting(_svg), metavar="FILE"),
    ]


def _completing(complete: Callable[[typer.Context, str], list[str]]) -> Callable[..., list[str]]:
    """Return a completion in the form that the option class takes; Typer adapts only those in signatures."""

    def adapted(ctx: typer.Context, _args: object, incomplete: str) -> list[str]:
        return complete(ctx, incomplete)

    return adapted


def fact_options() -> list[TyperOption]:
    """Return new options for the facts about a person."""
    more: dict[str, dict[str, Any]] = {
        "skills": {"multiple": True, "autocompletion": _completing(complete_skill_pair)},
        "goal": {"autocompletion": _completing(complete_tier)},
    }
    return [
        _option(
            fact.option,
            fact.help,
            _fact(fact.name),
            **({"metavar": fact.metavar} if fact.metavar else {"default": None}),
            **more.get(fact.name, {}),
        )
        for fact in FACTS
    ]


class CommandWithFacts(TyperCommand):
    """A command of a group that takes facts about a person, where the others of the group do not."""

    def __init__(self, *arguments: Any, **attributes: Any) -> None:
        super().__init__(*arguments, **attributes)
        self.params.extend(fact_options())


def _show_help(ctx: typer.Context, _param: object, value: Any) -> None:
    if value and not ctx.resilient_parsing:
        print_help(ctx)
        raise typer.Exit


def print_help(ctx: typer.Context) -> None:
    """Print the help of a command, as lines for a screen reader where these are wanted."""
    session = session_of(ctx)
    # The help ends the reading of options, so --svg and --accessible behind it have not been heard yet.
    if asks_for_picture(session.arguments):
        raise no_picture_of("the help")
    if session.accessible or "--accessible" in session.arguments:
        from careercli.pages.help import help_lines

        session.write("\n".join(help_lines(ctx)) + "\n")
    else:
        session.write(ctx.get_help() + "\n")


def common_options() -> list[TyperOption]:
    """Return new options for what every command has: the global ones and the help."""
    show_help = TyperOption(
        param_decls=["-h", "--help"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        help="Show this message and exit.",
        callback=_show_help,
    )
    return [*global_options(), show_help]


def attach(command: TyperCommand | TyperGroup, *, facts: bool) -> None:
    """Put the shared options on a command, or on a group and every command of it.

    A group that acts by itself is about the person itself: the facts go on it, and not on its commands.
    """
    group = command if isinstance(command, TyperGroup) else None
    acts = group is None or group.invoke_without_command
    for member in group.commands.values() if group else ():
        attach(member, facts=facts and not acts)  # type: ignore[arg-type]
    if facts and acts:
        command.params.extend(fact_options())
    command.params.extend(common_options())
    command.add_help_option = False  # ours writes through the session
