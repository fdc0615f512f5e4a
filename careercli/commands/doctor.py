"""``careercli doctor``: what is installed and kept, what is broken and how to mend it."""

import typer

from careercli.cli.context import session_of
from careercli.cli.options import command_app
from careercli.cli.results import show
from careercli.errors import InvalidDataError, Problem

app = command_app()


@app.command(
    epilog="""
        careercli doctor  # What is broken, and how to mend it.
        careercli doctor --json  # As a document, to attach to a report of a fault.
    """
)
def doctor(ctx: typer.Context) -> None:
    """Look at what is installed and kept, and say of what is broken how to mend it.

    It changes nothing. What it prints can be shown to others: it names profiles, and tells nothing of what is
    in them.
    """
    from careercli.cli.checkup import checkup

    session = session_of(ctx)
    found = checkup(session)
    show(session, "checkup", checkup=found)
    if found.broken:
        problems = tuple(Problem.of_all(check.name, check.says, check.remedy) for check in found.broken)
        are = "thing is" if len(problems) == 1 else "things are"
        told = problems if session.settings.json else ()  # a screen has them at its top
        raise InvalidDataError(f"{len(problems)} {are} broken.", problems=told)
