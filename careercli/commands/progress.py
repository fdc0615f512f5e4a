"""``careercli progress``: change over time; ``progress log`` is ``plan done`` under another name."""

from typing import Annotated

import typer

from careercli.cli.context import session_of
from careercli.cli.group import PersonGroup
from careercli.cli.options import A_SAVED_NAME, argument, command_app, completing
from careercli.cli.saved_profiles import required_name
from careercli.cli.shared_results import show_progress
from careercli.commands.plan_steps import done

app = command_app(cls=PersonGroup, invoke_without_command=True)


@app.callback(epilog="Example: careercli progress dana")
def progress(
    ctx: typer.Context,
    profile: Annotated[
        str | None, argument("[PROFILE]", A_SAVED_NAME, autocompletion=completing("profiles", words=("log",)))
    ] = None,
) -> None:
    """Show what changed since the last time and since the start, your pace, and the dates that it gives."""
    session = session_of(ctx)
    show_progress(session, required_name(session, profile, "Progress is remembered of"))


app.command("log", epilog="Example: careercli progress log coaching dana --proof 'Three notes'")(done)
