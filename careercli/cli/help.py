"""What the program says of itself: the help of each command, and of what several commands have in common.

The examples of a command are its epilog: each is a command as it is typed, then ``#`` and what it does.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile
from typing import Any

import typer

from careercli.cli.context import Session, session_of
from careercli.cli.group import PersonGroup
from careercli.cli.options import common_options, fact_options
from careercli.cli.output import PICTURE_OPTION
from careercli.cli.results import show_lines
from careercli.cli.usage import no_such_command
from careercli.documents.program import HelpCommand, HelpDocument, HelpExample, HelpTerm
from careercli.errors import ExitCode
from careercli.formats.text import one_line
from careercli.pages.help import help_lines
from careercli.text.phrases import capital

ASKED = frozenset({"-h", "--help"})
"""The options that ask for help."""


def print_help(ctx: typer.Context) -> None:
    """Print the help of the command that a context is about: text, whatever else was typed."""
    session = session_of(ctx)
    _hear(session)
    session.print_view(help_lines(help_of(ctx), session.look))


def show_help(session: Session, page: HelpDocument) -> None:
    """Print a page of help: a document with ``--json``, else text."""
    show_lines(session, page, help_lines(page, session.look))


def _hear(session: Session) -> None:
    """Take to heart what was typed behind ``--help``: it ends the reading of options."""
    words = list(takewhile(lambda word: word != "--", session.arguments))
    session.settings.accessible |= "--accessible" in words
    if session.settings.picture is None and (name := _value_of(PICTURE_OPTION, words)):
        from careercli.cli.screenshots import picture_at  # few runs draw one

        session.settings.picture = picture_at(name)


def _value_of(option: str, words: Sequence[str]) -> str | None:
    for word, following in zip(words, [*words[1:], ""], strict=False):
        if word == option or word.startswith(f"{option}="):
            return following if word == option else word.partition("=")[2]
    return None


# -- a command ---------------------------------------------------------------------------------------------


def help_of(ctx: typer.Context) -> HelpDocument:
    """Return the help of the command that a context is about."""
    command: Any = ctx.command
    common, facts = _names(common_options()), _names(fact_options())
    params = [param for param in command.get_params(ctx) if _name(param) not in common]
    own = [param for param in params if _name(param) not in facts]
    arguments = [param for param in own if _is_argument(param)]
    return HelpDocument(
        topic=ctx.command_path,
        about=paragraphs(command.help),
        examples=examples_of(command),
        usage=usage_of(ctx),
        arguments=terms(arguments, ctx),
        options=terms([param for param in own if not _is_argument(param)], ctx),
        facts=len(own) < len(params),
        commands=tuple(_members(command)),
    )


def _name(param: Any) -> tuple[tuple[str, ...], str | None]:
    return tuple(param.opts), getattr(param, "help", None)


def _names(params: Iterable[Any]) -> set[tuple[tuple[str, ...], str | None]]:
    """Return what tells options from others of the same name: what they say of themselves."""
    return {_name(param) for param in params}


def usage_of(ctx: typer.Context) -> str:
    """Return how the command that a context is about is called."""
    pieces = (re.sub(r"^\{(.*)\}$", r"\1", piece) for piece in ctx.command.collect_usage_pieces(ctx))
    return " ".join((ctx.command_path, *pieces))


def paragraphs(text: str | None) -> tuple[str, ...]:
    """Return the paragraphs of a text, each on one line."""
    return tuple(one_line(part) for part in re.split(r"\n\s*\n", (text or "").strip()) if part)


def terms(params: Iterable[Any], ctx: typer.Context) -> tuple[HelpTerm, ...]:
    """Return arguments or options as they are typed, each with what it means."""
    records = [(param, record) for param in params if (record := param.get_help_record(ctx))]
    return tuple(
        HelpTerm(name, one_line(text.removesuffix("[required]") if _is_argument(param) else text))
        for param, (name, text) in records
    )


def _is_argument(param: Any) -> bool:
    return bool(param.param_type_name == "argument")  # what is required of these, the usage says


def examples_of(command: Any) -> tuple[HelpExample, ...]:
    """Return the examples of a command in the order in which they are shown."""
    text = re.sub(r"\s+# ", "  # ", command.epilog or "")
    lines = filter(None, map(str.strip, text.splitlines()))
    parts = (line.removeprefix("Example: ").partition("  # ") for line in lines)
    return tuple(HelpExample(line, what) for line, _, what in parts)


def _members(command: Any) -> Iterable[HelpCommand]:
    if sections := getattr(command, "sections", None):
        return (HelpCommand(*each) for each in sections())
    members = getattr(command, "commands", {})
    return (
        HelpCommand(name, paragraphs(member.short_help or member.help)[0], None)
        for name, member in members.items()
    )


# -- topics ------------------------------------------------------------------------------------------------

_OPTIONS = """Every command takes these, on either side of its name.

Colors are left out where the output is no terminal, and where NO_COLOR is set."""

_FACTS = """Facts about a person. Alone they are all that is known of somebody; beside a PROFILE they are laid
over it, and nothing of it is changed.

Numbers may carry a unit: '18 months', '2,5 years', '90 min', '60%'. 'careercli skill list' names the skills,
'careercli path' the tiers."""

_FACTS_EXAMPLES = (
    HelpExample(
        "careercli assess --support-years 3 --skill ticketing=2 --goal manager",
        "Where these facts lead, without a profile.",
    ),
    HelpExample("careercli plan dana.yaml --hours 8", "The plan of a profile at another pace."),
)

_EXIT_CODES = "How a run ended, for scripts. Results go to standard output, messages to standard error."


def _options(ctx: typer.Context) -> HelpDocument:
    return HelpDocument("options", paragraphs(_OPTIONS), options=terms(common_options(), ctx))


def _facts(ctx: typer.Context) -> HelpDocument:
    return HelpDocument("facts", paragraphs(_FACTS), _FACTS_EXAMPLES, options=terms(fact_options(), ctx))


def _exit_codes(_ctx: typer.Context) -> HelpDocument:
    codes = tuple(HelpTerm(str(code.value), f"{capital(code.meaning)}.") for code in ExitCode)
    return HelpDocument("exit-codes", paragraphs(_EXIT_CODES), options=codes)


TOPICS: dict[str, Callable[[typer.Context], HelpDocument]] = {
    "options": _options,
    "facts": _facts,
    "exit-codes": _exit_codes,
}
"""What there is help on beside the commands."""


def help_on(root: Any, words: Sequence[str]) -> HelpDocument:
    """Return the help on a command with the names of its group before it, or on a topic; without words, all.

    Raises:
        UsageError: there is no such command; says the nearest.

    """
    if len(words) == 1 and words[0] in TOPICS:
        return TOPICS[words[0]](root)
    context: Any = root
    for word in words:
        members = getattr(context.command, "commands", {})
        if word not in members:
            topics = () if context.parent else TOPICS
            raise no_such_command(context.command_path, word, [*members, *topics])
        context = below(context, word)
    return help_of(context)


def help_meant(root: typer.Context, words: Iterable[str]) -> typer.Context:
    """Return the context of the command that words name which make no sense otherwise."""
    context = root
    for word in words:
        if word in getattr(context.command, "commands", {}):
            context = below(context, word)
    return context


def below(ctx: Any, name: str) -> typer.Context:
    """Return the context of a command of the one that ``ctx`` is about, as a run makes it."""
    command = ctx.command.commands[name]
    if isinstance(ctx.command, PersonGroup):
        return typer.Context(command, info_name=f"{ctx.info_name} {name}", parent=ctx.parent)
    return typer.Context(command, info_name=name, parent=ctx)
