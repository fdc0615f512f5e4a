"""``careercli transfer``: what carries over from another line of work, or to one."""

from typing import Annotated

import typer

from careercli.cli.context import session_of
from careercli.cli.options import Force, OutputFile, PageForm, StateName, argument, command_app, option
from careercli.cli.output_file import PRINTED, target_of
from careercli.cli.preferences import parsed
from careercli.cli.profile_source import next_command, profile_named
from careercli.cli.results import hand_over, show
from careercli.domain.settings import BY_NAME
from careercli.domain.transfer import crossing
from careercli.errors import UsageError
from careercli.formats.lookup import find_transfer

app = command_app()


@app.command(
    epilog="""
        careercli transfer  # The lines of work that are known, on the way in and on the way out.
        careercli transfer waiter  # What carries over into support, where you would begin, what it pays.
        careercli transfer --to training dana  # For those who want out, beside what is rated.
    """
)
def transfer(
    ctx: typer.Context,
    work: Annotated[
        str | None,
        argument(
            "[OCCUPATION]",
            "Where you come from: an everyday name, a job title, or a SOC code such as 43-4081.",
            "transfers in",
        ),
    ] = None,
    profile: Annotated[
        str | None,
        argument("[PROFILE]", "Whose answers stand beside it: a saved name, a file, or '-'.", "profiles"),
    ] = None,
    to: Annotated[
        str | None,
        option(
            "--to",
            "OCCUPATION",
            "Where you want to go from support instead.",
            "transfers out",
        ),
    ] = None,
    state: StateName = None,
    output: OutputFile = None,
    form: PageForm = None,
    force: Force = False,
) -> None:
    """Say what carries over from another line of work: skills, the tier, years, pay, what to say.

    Skills are suggested as questions: nothing is taken as yours until you say so. Without OCCUPATION: which
    lines of work are known.
    """
    session = session_of(ctx)
    if to is not None:
        if profile is not None:
            raise UsageError("With --to, name a profile alone.", hint="One line of work at a time.")
        work, profile = None, work
    asked = {f"--format {form}": form}
    target = target_of(session, output, asked, force=force, read=profile)
    catalog, library = session.catalog, session.library
    if work is None and to is None:
        if output is not None or form is not None:
            raise UsageError("Only one line of work makes a page.", hint="Name it: careercli transfer waiter")
        show(session, "transfers", transfers=library.transfers)
        return
    way, name = ("in", work) if to is None else ("out", to)
    found = find_transfer(library, name or "", "out" if way == "out" else "in")
    person = profile_named(session, profile) if profile is not None else None
    target.check(session)
    values: dict[str, object] = {"crossing": crossing(catalog, library, found, person)}
    if profile is not None and profile != PRINTED:
        values["rate"] = next_command(session, "advise", "--profile", profile)
    if state is not None:
        values["state"] = parsed(BY_NAME["state"], state, said="--state")
    hand_over(session, target, "transfer", **values)
