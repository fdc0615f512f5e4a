"""The program: its commands, the options that every one has, and the one place where a run ends.

A command's module is imported when the command is used, so that starting one does not pay for the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from typing import Annotated, Any, NamedTuple

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from careercli import __version__
from careercli.documents.text import clean, one_line
from careercli.errors import CareerError, ExitCode, UsageError
from careercli.options import attach, common_options, session_of
from careercli.session import ClosedPipeError, Session


class Entry(NamedTuple):
    """A command: where it is defined, its line in the list, and whether it takes facts about a person."""

    module: str
    summary: str
    section: str
    facts: bool = False


ADVICE, BROWSE, PACKS = "Advice", "Browse", "Role data"

COMMANDS: dict[str, Entry] = {
    "advise": Entry("advise", "Be guided: a few questions, an honest answer, a plan.", ADVICE),
    "assess": Entry("assess", "Where you stand, what is missing, what to do now.", ADVICE, facts=True),
    "plan": Entry("plan", "The dated plan to your goal.", ADVICE, facts=True),
    "what-if": Entry("what_if", "The same facts changed: before, after, difference.", ADVICE, facts=True),
    "progress": Entry("progress", "What changed over time, your pace, and where it leads.", ADVICE),
    "portfolio": Entry("portfolio", "What you can show, and what you claim and cannot show yet.", ADVICE),
    "profile": Entry("profile", "Saved profiles: begin, import, edit, see what is remembered.", ADVICE),
    "demo": Entry("demo", "Built-in people, for a first look and for showing.", ADVICE),
    "batch": Entry("batch", "Many profiles in, their assessments out, a line for each.", ADVICE),
    "path": Entry("path", "The ladder as a picture, with you on it if you like.", BROWSE, facts=True),
    "role": Entry("role", "The guides: the job, getting in, pay and outlook, a day, questions.", BROWSE),
    "skill": Entry("skill", "The skills: what each level looks like and how to reach it.", BROWSE),
    "ask": Entry("ask", "The best passages of the guides for a question of yours.", BROWSE),
    "compare": Entry("compare", "Two tiers or two roles side by side.", BROWSE),
    "data": Entry("data", "Packs of role data: begin one, check, export; sources and schemas.", PACKS),
}


class _LazyCommands(Mapping[str, Any]):
    """The commands by name, each imported when it is looked up."""

    def __getitem__(self, name: str) -> Any:
        entry = COMMANDS[name]
        app: typer.Typer = import_module(f"careercli.commands.{entry.module}").app
        command: Any = typer.main.get_command(app)
        command.name = name
        attach(command, facts=entry.facts)
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class Program(TyperGroup):
    """The root of the commands."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = _LazyCommands()  # type: ignore[assignment]
        self.params.extend(common_options())
        self.add_help_option = False

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the library's signature
        """Return the names in the order of the list, importing nothing."""
        return list(COMMANDS)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """Write the list of commands by section, importing nothing."""
        for section in dict.fromkeys(entry.section for entry in COMMANDS.values()):
            with formatter.section(section):
                formatter.write_dl(
                    [(name, entry.summary) for name, entry in COMMANDS.items() if entry.section == section]
                )


def _show_version(ctx: typer.Context, value: Any) -> None:
    if value and not ctx.resilient_parsing:
        session_of(ctx).write(f"careercli {__version__}\n")
        raise typer.Exit


app = typer.Typer(
    cls=Program,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    epilog="Start with 'careercli advise', or look at somebody else first: 'careercli demo'.",
)


Version = Annotated[
    bool, typer.Option("--version", is_eager=True, callback=_show_version, help="Print the version.")
]


@app.callback()
def program(ctx: typer.Context, version: Version = False) -> None:  # noqa: ARG001, FBT002 - Typer flag
    """Your next step in customer support: where you stand, what is missing, what to do now.

    No account, no network: the same answers always give the same advice, and every number can be explained.
    """
    if ctx.invoked_subcommand is not None:
        return
    session = session_of(ctx)
    if session.can_ask:
        command = ctx.command.get_command(ctx, "advise")  # type: ignore[attr-defined]
        with command.make_context("advise", [], parent=ctx) as inner:
            command.invoke(inner)
    else:
        session.write(ctx.get_help() + "\n")


def run(arguments: Sequence[str], session: Session | None = None) -> int:
    """Run careercli with arguments; return the exit code. Every run ends here, whatever happens in it.

    A known fault ends in its message and its exit code. One that nobody foresaw ends in a short message that
    says how to report it, without a traceback; ``CAREERCLI_DEBUG=1`` prints the traceback as well.
    """
    session = session or Session()
    try:
        program: Any = typer.main.get_command(app)
        code = program.main(args=list(arguments), prog_name="careercli", standalone_mode=False, obj=session)
    except (CareerError, TyperException) as error:
        fault = error if isinstance(error, CareerError) else _wrong_usage(error)
        session.report(fault)
        return fault.exit_code
    except ClosedPipeError:
        return ExitCode.DONE
    except OSError as error:  # from the library's own printing; everything of ours says it better
        session.say(f"careercli: {error.strerror or error}.")
        return ExitCode.STORAGE
    except SystemExit as end:  # how shell completion ends
        return end.code if isinstance(end.code, int) else ExitCode.FAULT
    except Exception as error:  # noqa: BLE001 - the last resort of the program
        _report_fault(session, error)
        return ExitCode.FAULT
    if code == ExitCode.INTERRUPTED:
        session.say("careercli: Interrupted. Nothing was changed; run the same command again.")
    return code if isinstance(code, int) else ExitCode.DONE


def _wrong_usage(error: TyperException) -> UsageError:
    """Return what the library says of the arguments as one of our own faults."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "careercli"
    return UsageError(one_line(clean(error.format_message()))[:400], hint=f"See '{path} --help'.")


def _report_fault(session: Session, error: Exception) -> None:
    session.say(f"careercli: an unexpected fault: {type(error).__name__}: {str(error)[:300]!r}")
    session.say(
        "This is a defect in careercli, not your mistake. Please report it with what you typed, the output "
        "of 'careercli --version' and what CAREERCLI_DEBUG=1 prints in addition.",
        indent="  ",
    )
    if session.environ.get("CAREERCLI_DEBUG"):
        import traceback

        traceback.print_exception(error, file=session.stderr)
