"""``careercli version``: which careercli this is."""

import typer

from careercli import __version__
from careercli.cli.context import session_of
from careercli.cli.options import command_app
from careercli.cli.results import show_lines
from careercli.documents.program import VersionDocument

app = command_app()


@app.command(
    epilog="""
        careercli version  # The version, as -V and --version print it.
        careercli version --json  # As a document, for a script.
    """
)
def version(ctx: typer.Context) -> None:
    """Print the version."""
    show_lines(session_of(ctx), VersionDocument(version=__version__), [f"careercli {__version__}"])
