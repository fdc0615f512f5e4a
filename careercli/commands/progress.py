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


@app.callback(
    epilog="""
        careercli progress  # What changed in the profile in use.
        careercli progress dana --svg progress.svg  # Of somebody else, as a picture too.
    """
)
def progress(
    ctx: typer.Context,
    profile: Annotated[
        str | None, argument("[PROFILE]", A_SAVED_NAME, autocompletion=completing("profiles", words=("log",)))
    ] = None,
) -> None:
    """Show what changed since the last time and since the start, your pace, and the dates that it gives."""
    session = session_of(ctx)
    show_progress(session, required_name(session, profile, "Progress is remembered of"))


app.command(
    "log",
    epilog="""
        careercli progress log coaching dana --proof 'Three notes'
            # The next step of a skill is done: the same as plan done.
        careercli progress log coaching=4 dana --hours 12 --proof 'A review'
            # The step to a level, and the hours that it took.
    """,
)(done)
