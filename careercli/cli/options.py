"""Options that several commands share, attached to each of them in one place, and what the Tab key offers.

The global ones go on the program and on every command, so that they may stand on either side of the
command's name. The facts go on the commands that are about a person.
"""

import os
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec
import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from careercli.cli.context import Session, session_of
from careercli.cli.facts import FACTS, Facts
from careercli.cli.group import Group
from careercli.cli.output import PICTURE_OPTION, no_picture_of
from careercli.cli.profile_source import Subject, check_given
from careercli.domain.model import HIGHEST_LEVEL
from careercli.errors import CareerError, UsageError
from careercli.formats.document import shortened
from careercli.system.clock import EARLIEST, LATEST

if TYPE_CHECKING:
    from careercli.cli.screenshots import Picture

Complete = Callable[[typer.Context, str], list[str]]

# -- what the Tab key offers: ids and names that begin as what is typed so far ---------------------------


def completing(*kinds: str, words: Sequence[str] = ()) -> Complete:
    """Return what completes these words, and ids in the catalog: of ``skills``, ``tiers`` and so on.

    ``profiles`` are the names of saved profiles; files are completed by the shell.
    """

    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        names = (name for kind in kinds for name in _names_of(ctx, kind))
        return [name for name in (*words, *names) if name.startswith(incomplete)]

    return complete


def complete_skill_pair(ctx: typer.Context, incomplete: str) -> list[str]:
    """Complete ``ID=`` for ``--skill``, and after it the levels."""
    name, separator, _ = incomplete.partition("=")
    ends = range(HIGHEST_LEVEL + 1) if separator else ("",)
    names = [name] if separator else _names_of(ctx, "skills")
    return [pair for name in names for end in ends if (pair := f"{name}={end}").startswith(incomplete)]


def complete_state(incomplete: str) -> list[str]:
    """Complete the code of a US state, or the word for none."""
    from careercli.domain.states import NOWHERE, STATES  # only the Tab key needs them

    return [code for code in (*STATES, NOWHERE) if code.lower().startswith(incomplete.lower())]


def _names_of(ctx: typer.Context, kind: str) -> list[str]:
    """Return what may be offered, from the packs and the ladder that the line names.

    In the middle of typing nothing is said: where role data or profiles cannot be read, nothing is offered.
    """
    session = session_of(ctx)
    try:
        if kind == "profiles":
            return session.store.names()
        quiet = msgspec.structs.replace(session, stderr=None)
        if kind.startswith("transfers "):
            way = kind.removeprefix("transfers ")
            return [each.id for each in quiet.library.transfers if each.way == way]
        catalog = quiet.catalog
    except CareerError:
        return []
    return [item.id for item in (catalog.ladder.tiers if kind == "tiers" else getattr(catalog, kind))]


# -- arguments and options that several commands declare -----------------------------------------------


def command_app(**attributes: Any) -> typer.Typer:
    """Return what the commands of a file are registered with."""
    return typer.Typer(rich_markup_mode=None, add_completion=False, **{"cls": Group, **attributes})


def argument(metavar: str, text: str, *kinds: str, **more: Any) -> Any:
    """Return the declaration of an argument, completed by what there is of these kinds."""
    complete = completing(*kinds) if kinds else None
    return typer.Argument(metavar=metavar, help=text, **{"autocompletion": complete, **more})


def option(name: str, metavar: str, text: str, *kinds: str, **more: Any) -> Any:
    """Return the declaration of an option with a value, completed by what there is of these kinds."""
    complete = completing(*kinds) if kinds else None
    return typer.Option(name, metavar=metavar, help=text, **{"autocompletion": complete, **more})


def flag(names: str, text: str) -> Any:
    """Return the declaration of an option that is set or not."""
    return typer.Option(names, help=text)


A_PROFILE = "A saved name, a path to a YAML or JSON file, or '-' for standard input."
A_SAVED_NAME = "A saved name; the default profile unless told."
_OR_DEFAULT = "The name of a saved profile; the default profile unless told."

ProfileArgument = Annotated[str | None, argument("[PROFILE]", A_PROFILE, "profiles")]
SavedName = Annotated[str, argument("NAME", "The name of a saved profile.", "profiles")]
SavedNameOrDefault = Annotated[str | None, argument("[NAME]", _OR_DEFAULT, "profiles")]


def _named(output: str | None) -> str | None:
    """Refuse a name that is empty, as where a script forgot to set it."""
    if output == "":
        raise UsageError("-o takes the name of a file, and this is empty.", hint="'-o -' prints it.")
    return output


OutputFile = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write it to a file; - prints it.", callback=_named),
]
PageForm = Annotated[
    Literal["table", "html", "md", "json"] | None,
    typer.Option(
        "--format", help="A screen, a page, Markdown, or JSON. With -o the ending of the file says it."
    ),
]
StateName = Annotated[
    str | None,
    option(
        "--state",
        "STATE",
        "The US state whose pay is shown, such as TX; none outside the United States.",
        autocompletion=complete_state,
    ),
]
Force = Annotated[bool, flag("--force", "Replace the file if there is one.")]
ShowNotes = Annotated[bool, flag("--notes", "Show a coach's own notes too.")]


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


# -- options that are attached: what is given is kept in the run, and not handed to the command ---------


def facts_of(ctx: typer.Context) -> Facts:
    """Return the facts given as options to this command."""
    facts: Facts = ctx.meta.setdefault("careercli.cli.facts", Facts())
    return facts


def subject_of(ctx: typer.Context, profile: str | None) -> Subject:
    """Return whom this command is about: PROFILE, with the facts given over it."""
    return Subject(session_of(ctx), profile, facts_of(ctx))


def _settings_of(ctx: typer.Context) -> object:
    return session_of(ctx).settings


def _as_of(_ctx: typer.Context, text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"'{text[:40]}' is not a date such as 2026-11-21.") from None
    if not EARLIEST <= day <= LATEST:
        raise typer.BadParameter(f"{day} is not between {EARLIEST} and {LATEST}.")
    return day


def _json(ctx: typer.Context, value: bool) -> bool:  # noqa: FBT001 - what the option was set to
    if session_of(ctx).settings.picture is not None:
        raise no_picture_of("a document")
    return value


def _picture(ctx: typer.Context, name: str) -> "Picture":
    from careercli.cli.screenshots import picture_at  # few runs draw one

    if session_of(ctx).settings.json:
        raise no_picture_of("a document")
    return picture_at(name)


def _packs(ctx: typer.Context, folders: tuple[str, ...]) -> tuple[Path, ...]:
    for folder in () if ctx.resilient_parsing else folders:  # in the middle of typing nothing is said
        check_given(folder, what="--data")
    # The home folder is written out here: a shell does not do it in --data=~/pack.
    given = (Path(os.path.expanduser(folder)) for folder in folders)  # noqa: PTH111
    return (*session_of(ctx).settings.packs, *given)


def _option(
    option: str,
    name: str,
    metavar: str | None = None,
    *,
    read: Callable[[typer.Context, Any], object] = lambda _, value: value,
    keeper: Callable[[typer.Context], object] = _settings_of,
    while_typing: bool = False,
    complete: Complete | None = None,
    **more: Any,
) -> TyperOption:
    """Return an option whose value, as ``read``, the ``keeper`` has under a name; a flag without metavar.

    ``while_typing`` says that it counts where a line is only completed, too.
    """

    def receive(ctx: typer.Context, _param: object, value: Any) -> Any:
        if value not in (None, ()) and (while_typing or not ctx.resilient_parsing):
            setattr(keeper(ctx), name, read(ctx, value))
        return value

    return TyperOption(
        param_decls=[option],
        expose_value=False,
        callback=receive,
        is_flag=None if metavar else True,
        metavar=metavar,
        default=None,
        # Typer adapts only completions in signatures to what the class takes.
        autocompletion=complete and (lambda ctx, _args, incomplete: complete(ctx, incomplete)),
        **more,
    )


def global_options() -> list[TyperOption]:
    """Return new options for what every command can be told."""
    packs = "Lay a pack of role data over the built-in one; repeatable. Also CAREERCLI_DATA."
    ladder = "The ladder to use, where packs bring several; that laid on last unless told."
    ladders = completing("ladders")
    return [
        _option("--json", "json", help="Print one JSON document.", read=_json),
        _option("--as-of", "as_of", "DATE", help="Reckon from this day instead of today.", read=_as_of),
        _option("--data", "packs", "DIR", help=packs, read=_packs, while_typing=True, multiple=True),
        _option("--ladder", "ladder", "LADDER", help=ladder, while_typing=True, complete=ladders),
        _option("--no-input", "no_input", help="Never ask; fail where an answer is needed."),
        _option("--accessible", "accessible", help="Plain lines, made for screen readers."),
        _option("--no-color", "no_color", help="No colors."),
        _option(
            PICTURE_OPTION, "picture", "FILE", help="Save what is printed as a picture, too.", read=_picture
        ),
    ]


def fact_options() -> list[TyperOption]:
    """Return new options for the facts about a person."""
    more: dict[str, dict[str, Any]] = {
        "skills": {"multiple": True, "complete": complete_skill_pair, "read": lambda _, pairs: list(pairs)},
        "goal": {"complete": completing("tiers")},
    }
    return [
        _option(
            fact.option, fact.name, fact.metavar, help=fact.help, keeper=facts_of, **more.get(fact.name, {})
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
        from careercli.cli.help import print_help  # few runs ask for it

        print_help(ctx)
        raise typer.Exit


def common_options() -> list[TyperOption]:
    """Return new options for what every command has: the global ones and the help."""
    show_help = TyperOption(
        param_decls=["-h", "--help"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        help="Show the help of a command.",
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
