"""The program: its commands, the options that every one has, and the one place where a run ends.

A command's module is imported when the command is used, so that starting one does not pay for the others.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from itertools import takewhile
from typing import Annotated, Any

import msgspec
import typer
from typer.completion import completion_init  # type: ignore[attr-defined] # public, only not declared
from typer.exceptions import TyperException

from careercli import __version__
from careercli.cli.context import Session, session_of
from careercli.cli.group import Group
from careercli.cli.options import attach, common_options
from careercli.cli.output import ClosedPipeError, asks_for_picture, no_picture_of
from careercli.cli.usage import wrong_usage
from careercli.errors import (
    CareerError,
    ExitCode,
    InterruptedSessionError,
    StorageError,
    UsageError,
    reason_of,
)
from careercli.formats.document import shortened


class Entry(msgspec.Struct, frozen=True):
    """A command: where it is defined, its line in the list, and whether it takes facts about a person."""

    module: str
    summary: str
    section: str
    facts: bool = False


ADVICE, MANY, BROWSE, SETUP = "Your own way", "Several people", "Look things up", "Set up and find out"
SECTIONS = (ADVICE, MANY, BROWSE, SETUP)

COMMANDS: dict[str, Entry] = {
    "advise": Entry("advise", "Be guided: a few questions, an honest answer, a plan.", ADVICE),
    "assess": Entry("assess", "Where you stand, what is missing, what to do now.", ADVICE, facts=True),
    "plan": Entry("plan", "The dated plan to your goal.", ADVICE, facts=True),
    "match": Entry("match", "A job ad: is it for you, what is missing, what to say.", ADVICE, facts=True),
    "what-if": Entry("what_if", "The same facts changed: before, after, difference.", ADVICE, facts=True),
    "progress": Entry("progress", "What changed over time, your pace, and where it leads.", ADVICE),
    "portfolio": Entry("portfolio", "What you can show, and what you claim and cannot show yet.", ADVICE),
    "report": Entry("report", "A report to hand over: a page, Markdown or data.", ADVICE, facts=True),
    "prepare": Entry("prepare", "Interview, résumé lines, letter, the case, pay, the next talk.", ADVICE),
    "feedback": Entry("feedback", "A second opinion: a form to hand out, and what it says.", ADVICE),
    "profile": Entry("profile", "Saved profiles: begin, import, edit, see what is remembered.", ADVICE),
    "demo": Entry("demo", "Built-in people, for a first look and for showing.", MANY),
    "batch": Entry("batch", "Many profiles in, their assessments out, a line for each.", MANY),
    "cohort": Entry("cohort", "Many clients at a glance, and the workshop that would serve most.", MANY),
    "path": Entry("path", "The ladder as a picture, with you on it if you like.", BROWSE, facts=True),
    "role": Entry("role", "The guides: the job, getting in, pay and outlook, a day, questions.", BROWSE),
    "skill": Entry("skill", "The skills: what each level looks like and how to reach it.", BROWSE),
    "ask": Entry("ask", "The best passages of the guides for a question of yours.", BROWSE),
    "transfer": Entry("transfer", "From other work, or to it: what carries over, pay, what to say.", BROWSE),
    "compare": Entry("compare", "Two tiers, roles or people side by side; or a person and a tier.", BROWSE),
    "data": Entry("data", "Packs of role data: begin one, check, export; sources and schemas.", SETUP),
    "config": Entry("config", "Choose what holds for every command: hours, goal, packs, looks.", SETUP),
    "doctor": Entry("doctor", "What is installed and kept, what is broken and how to mend it.", SETUP),
    "backup": Entry("backup", "Everything that is kept for you, in one file.", SETUP),
    "restore": Entry("restore", "Put a backup back, after showing what would change.", SETUP),
    "completion": Entry("completion", "Let the Tab key complete commands, names and ids.", SETUP),
    "help": Entry("help", "Help on a command, or on the options that all of them have.", SETUP),
    "version": Entry("version", "Print the version.", SETUP),
}


class _LazyCommands(Mapping[str, Any]):
    """The commands by name, each imported when it is looked up."""

    def __getitem__(self, name: str) -> Any:
        entry = COMMANDS[name]
        app: typer.Typer = import_module(f"careercli.commands.{entry.module}").app
        command: Any = typer.main.get_command(app)
        command.name = name
        command.short_help = entry.summary
        attach(command, facts=entry.facts)
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class Program(Group):
    """The root of the commands."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = _LazyCommands()  # type: ignore[assignment]
        self.params.extend(common_options())
        self.add_help_option = False

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the library's signature
        """Return the names in the order of the list, importing nothing."""
        return list(COMMANDS)

    def sections(self) -> Iterator[tuple[str, str, str]]:
        """Yield the name of each command, its line and its section, section by section, importing nothing."""
        for name, entry in sorted(COMMANDS.items(), key=lambda item: SECTIONS.index(item[1].section)):
            yield name, entry.summary, entry.section


def _show_version(ctx: typer.Context, value: Any) -> None:
    if value and not ctx.resilient_parsing:
        session = session_of(ctx)
        if asks_for_picture(session.arguments):
            raise no_picture_of("the version")
        session.write(f"careercli {__version__}\n")
        raise typer.Exit


app = typer.Typer(
    cls=Program,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,  # 'careercli completion' is its place; Typer's options would edit files unasked
    invoke_without_command=True,
    epilog="""
        careercli  # Be guided: a few questions, an honest answer, a plan.
        careercli demo dana  # Look at somebody else first.
        careercli assess --support-years 3 --skill ticketing=2  # See where a few facts lead.
    """,
)


Version = Annotated[
    bool, typer.Option("-V", "--version", is_eager=True, callback=_show_version, help="Print the version.")
]


@app.callback()
def program(ctx: typer.Context, version: Version = False) -> None:  # noqa: ARG001, FBT002 - Typer flag
    """Your next step in customer support: where you stand, what is missing, what to do now.

    No account, no network: the same answers always give the same advice, and every number can be explained.
    """
    if ctx.invoked_subcommand is not None:
        return
    session = session_of(ctx)
    if session.settings.json:
        raise UsageError("Missing command.", hint="See 'careercli --help'.")
    if session.can_ask:
        import_module("careercli.interview.home").come_home(session)
    else:
        from careercli.cli.help import print_help  # few runs ask for it

        print_help(ctx)


_ASKED_BY_SHELL = "_CAREERCLI_COMPLETE"
"""The variable in which a shell asks what may follow."""


def run(arguments: Sequence[str], session: Session | None = None) -> int:
    """Run careercli with arguments; return the exit code. Every run ends here, whatever happens in it.

    A known fault ends in its message and its exit code. One that nobody foresaw ends in a short message that
    says how to report it, without a traceback; ``CAREERCLI_DEBUG=1`` prints the traceback as well.
    """
    session = session or Session()
    session.arguments = tuple(arguments)
    try:
        if session.environ.get(_ASKED_BY_SHELL):
            _check_completion(session.environ)
            completion_init()
        code = _called(session, arguments)
    except ClosedPipeError:
        return ExitCode.DONE
    except SystemExit as end:  # how shell completion ends
        return end.code if isinstance(end.code, int) else ExitCode.FAULT
    except Exception as error:  # noqa: BLE001 - the last resort of the program
        return _ended(session, arguments, error)
    if code == ExitCode.INTERRUPTED:
        return _ended(session, arguments, KeyboardInterrupt())
    return code if isinstance(code, int) else ExitCode.DONE


_OF_BASH = {"COMP_WORDS": "(?s:.+)", "COMP_CWORD": "[0-9]{1,6}"}
"""What bash says beside its question: the line, and which of its words is completed."""


def _check_completion(environ: Mapping[str, str]) -> None:
    """Refuse what no shell asks, on which the library would stumble.

    Raises:
        UsageError: it is no question, or a part of it is missing.

    """
    asked = environ[_ASKED_BY_SHELL]
    what, _, shell = asked.partition("_")
    known = what in {"complete", "source"} and shell in {"bash", "zsh", "fish", "powershell", "pwsh"}
    if not known or (
        asked == "complete_bash"
        and not all(re.fullmatch(form, environ.get(name, "")) for name, form in _OF_BASH.items())
    ):
        raise UsageError(
            f"{_ASKED_BY_SHELL} is '{shortened(asked)}', and that is no question of a shell.",
            hint="Unset it; 'careercli completion' says how the Tab key completes careercli.",
        )


def _called(session: Session, arguments: Sequence[str]) -> Any:
    """Do what the arguments mean; where they mean nothing and ask for help, say what is wrong and show it."""
    program: Any = typer.main.get_command(app)
    try:
        code = program.main(args=list(arguments), prog_name="careercli", standalone_mode=False, obj=session)
    except (TyperException, UsageError) as error:
        words = list(takewhile(lambda word: word != "--", arguments))
        if not {"-h", "--help"} & set(words):
            raise
        from careercli.cli.help import help_meant, print_help  # few runs ask for it

        session.settings.json |= "--json" in words
        session.settings.picture = None
        session.report(_fault(error))
        print_help(help_meant(typer.Context(program, info_name="careercli", obj=session), words))
        return ExitCode.DONE
    if not code:
        session.end_picture()
    return code


def _ended(session: Session, arguments: Sequence[str], error: BaseException) -> int:
    """Say why a run ended; return its exit code."""
    # Where the arguments make no sense, or nobody came to read them all, --json may not have been heard yet.
    session.settings.json |= "--json" in takewhile(lambda word: word != "--", arguments)
    fault = _fault(error)
    if fault.exit_code == ExitCode.FAULT and session.environ.get("CAREERCLI_DEBUG"):
        session.report_traceback(error)
    session.report(fault, ends=True)
    return fault.exit_code


def _fault(error: BaseException) -> CareerError:
    """Return whatever ended a run as a fault that a person can be told about."""
    if isinstance(error, CareerError):
        return error
    if isinstance(error, TyperException):
        return wrong_usage(error)
    if isinstance(error, KeyboardInterrupt):
        # Whether something was saved just before is not known here, so it is not said that nothing was.
        return InterruptedSessionError(
            "Interrupted. What was saved by then is whole; nothing else was changed."
        )
    if isinstance(error, OSError):  # from the library's own printing; everything of ours says it better
        return StorageError(f"{reason_of(error, 'the output cannot be written')}.")
    return CareerError(
        f"an unexpected fault: {type(error).__name__}: {str(error)[:300]!r}",
        hint="This is a defect in careercli, not your mistake. Please report it "
        f"{_where_to_report()}, with what you typed, the output of 'careercli --version' and what "
        "CAREERCLI_DEBUG=1 prints in addition; leave out what is private.",
    )


def _where_to_report() -> str:
    """Return where a defect can be reported, as the package that is installed says."""
    with suppress(Exception):  # in the middle of a fault nothing can be relied on
        from importlib.metadata import metadata

        for entry in metadata("careercli").get_all("Project-URL") or ():
            name, _, address = entry.partition(",")
            if name.strip().lower() == "issues":
                return f"at {address.strip()}"
    return "where you got careercli from"
