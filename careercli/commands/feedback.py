"""``careercli feedback``: a second opinion, asked for with a form and shown beside one's own answers."""

from typing import Annotated

import typer

from careercli.cli.context import session_of
from careercli.cli.options import Force, SavedName, SavedNameOrDefault, argument, command_app, option
from careercli.cli.output_file import PRINTED, check_output, says_otherwise
from careercli.cli.saved_profiles import existing
from careercli.cli.second_opinions import called_so, hand_out, show_opinions, take_in
from careercli.errors import UsageError
from careercli.formats.text import clean

app = command_app()


@app.callback(
    epilog="""
        careercli feedback ask dana --to Sam -o form.html  # Make a form for Sam to fill in.
        careercli feedback add dana opinion.json  # Keep what came back.
        careercli feedback show dana  # Both side by side, what to talk about first.
    """
)
def feedback() -> None:
    """Ask somebody who sees you at work, and lay their answers beside your own."""


@app.command(
    epilog="""
        careercli feedback ask dana --to Sam -o form.html  # A page that works offline, in any browser.
        careercli feedback ask dana --to "Sam Okafor" --called Dana -o form.html  # What it calls the person.
    """
)
def ask(
    ctx: typer.Context,
    name: SavedName,
    to: Annotated[str, option("--to", "NAME", "Whom it is for, as it greets them.")],
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="FILE", help="The page to write, such as form.html.")
    ],
    called: Annotated[
        str | None,
        option("--called", "NAME", "What the form calls the person; their name in the profile unless told."),
    ] = None,
    force: Force = False,
) -> None:
    """Make a form that asks another person how they see somebody at work.

    It is one page that needs no network and no careercli: twelve to twenty questions, blind to your own
    answers, and a button that saves a small file to send back.
    """
    session = session_of(ctx)
    found = existing(session, name)
    if not output or says_otherwise(output, [".html", ".htm"]):
        raise UsageError(f"{clean(output)} is no name for a form.", hint="Name a file that ends in .html.")
    file = None if output == PRINTED else output
    check_output(session, file, force=force, read=name)
    about = None if called is None else called_so("--called", called)
    hand_out(session, found, called_so("--to", to), about, file)


@app.command(
    epilog="""
        careercli feedback add dana opinion.json  # Keep it, and see both side by side.
        careercli feedback add dana opinion.json --json  # The same as a document.
    """
)
def add(
    ctx: typer.Context,
    name: SavedName,
    file: Annotated[str, argument("FILE", "The file that the form saved.")],
) -> None:
    """Keep what somebody answered to a form, dated, beside the profile; nothing of the profile changes."""
    session = session_of(ctx)
    take_in(session, existing(session, name), file)


@app.command(
    epilog="""
        careercli feedback show dana  # Both side by side, what to talk about first.
        careercli feedback show dana --json  # As a document, with earlier opinions and what was asked.
    """
)
def show(ctx: typer.Context, name: SavedNameOrDefault = None) -> None:
    """Show what others say beside one's own answers: far apart first, then where both see the same gap."""
    session = session_of(ctx)
    show_opinions(session, existing(session, name))
