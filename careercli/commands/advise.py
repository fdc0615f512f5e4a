"""``careercli advise``: the guided session: interview, report, menu."""

from typing import Annotated

import typer

from careercli.cli.context import Session, session_of
from careercli.cli.options import command_app, flag, option
from careercli.cli.profile_source import next_command
from careercli.errors import NeedsInputError

app = command_app()


@app.command(
    epilog="""
        careercli advise  # Begin, or go on where you left off.
        careercli advise --from resume.json  # Begin with what a résumé says: PDF, Word, text and more.
        careercli advise --profile dana --full  # Go on from a saved profile, and ask about every skill.
    """
)
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
    resume: Annotated[
        str | None,
        option("--from", "RESUME", "Begin with a résumé: any that 'profile import' reads."),
    ] = None,
    quick: Annotated[
        bool | None,
        flag("--quick/--full", "Only what can still change the tier, or every skill."),
    ] = None,
) -> None:
    """Be guided: answer a few questions, read where you stand, get a plan."""
    guide(session_of(ctx), profile, quick=quick, resume=resume)


def guide(
    session: Session, profile: str | None, *, quick: bool | None = None, resume: str | None = None
) -> None:
    """Guide a person who goes on from a saved profile or a file, begins a profile of a name, or begins.

    ``resume`` is a résumé to begin with.

    Raises:
        NeedsInputError: there is nobody to ask.
        UsageError: a résumé is given, and a profile to go on from.
        CareerError: the résumé cannot be read.
        InterruptedSessionError: the person broke off; the answers are kept.

    """
    if session.settings.json:
        raise NeedsInputError("The guided session has no JSON.", hint="Use 'careercli assess FILE --json'.")
    if resume is not None and not session.can_ask:
        save = next_command(session, "profile", "import", resume, "--as", profile or "NAME", "--yes")
        raise NeedsInputError(
            "The guided session needs a terminal to ask on.",
            hint=f"Without one: {save}, then: careercli assess {profile or 'NAME'} --skill ticketing=2",
        )
    if not session.can_ask:
        raise NeedsInputError(
            "The guided session needs a terminal to ask on.",
            hint=(
                "Without one, give the answers as flags: careercli assess --support-years 3 --skill "
                "ticketing=2, or as a file: careercli assess FILE. An example: careercli demo dana."
            ),
        )
    from careercli.interview.session import GuidedSession  # questions are drawn where somebody is asked

    GuidedSession(session, profile, resume).run(quick=quick)
