"""``careercli help``: what each command does, with examples, and what several commands have in common."""

from typing import Annotated, Any

import typer

from careercli.cli.context import session_of
from careercli.cli.help import TOPICS, help_on, show_help
from careercli.cli.options import argument, command_app

app = command_app()


def _complete(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the commands and topics, and after a group its commands."""
    command: Any = ctx.find_root().command
    names = list(TOPICS)
    for word in ctx.params.get("topic") or ():
        command, names = getattr(command, "commands", {}).get(word), []
    return [name for name in (*getattr(command, "commands", ()), *names) if name.startswith(incomplete)]


@app.command(
    epilog="""
        careercli help  # All commands, and what to begin with.
        careercli help plan done  # One command: examples, arguments, options.
        careercli help options  # The options that every command has.
    """
)
def help_command(
    ctx: typer.Context,
    topic: Annotated[
        list[str] | None,
        argument(
            "[TOPIC]...",
            "A command, after its group where it has one; or options, facts or exit-codes.",
            autocompletion=_complete,
        ),
    ] = None,
) -> None:
    """Show the help on a command, or on what several commands have in common."""
    show_help(session_of(ctx), help_on(ctx.find_root(), topic or ()))
