"""``careercli advise``: the guided session: interview, report, menu."""

from typing import Annotated

import typer

from careercli.cli.context import Session, session_of
from careercli.cli.options import command_app, flag, option
from careercli.errors import NeedsInputError

app = command_app()


@app.command(epilog="Example: careercli advise --quick")
def advise(
    ctx: typer.Context,
    profile: Annotated[
        str | None,
        option(
            "--profile",
            "PROFILE",
            "Go on from a saved name or a file, or begin one of this name.",
            "profiles",
        ),
    ] = None,
    quick: Annotated[
        bool | None,
        flag("--quick/--full", "Only what can still change the tier, or every skill."),
    ] = None,
) -> None:
    """Be guided: answer a few questions, read where you stand, get a plan."""
    guide(session_of(ctx), profile, quick=quick)


def guide(session: Session, profile: str | None, *, quick: bool | None = None) -> None:
    """Guide a person who goes on from a saved profile or a file, begins a profile of a name, or begins.

    Raises:
        NeedsInputError: there is nobody to ask.
        InterruptedSessionError: the person broke off; the answers are kept.

    """
    if session.settings.json:
        raise NeedsInputError("The guided session has no JSON.", hint="Use 'careercli assess FILE --json'.")
    if not session.can_ask:
        raise NeedsInputError(
            "The guided session needs a terminal to ask on.",
            hint=(
                "Without one, give the answers as flags: careercli assess --support-years 3 --skill "
                "ticketing=2, or as a file: careercli assess FILE. An example: careercli demo dana."
            ),
        )
    from careercli.interview.session import GuidedSession  # questions are drawn where somebody is asked

    GuidedSession(session, profile).run(quick=quick)
