"""``careercli ask``: a question in anybody's own words."""

from typing import Annotated

import typer

from careercli.cli.context import session_of
from careercli.cli.options import argument, command_app, option
from careercli.cli.shared_results import show_answers
from careercli.formats.lookup import find_role
from careercli.formats.text import clean, one_line

app = command_app()


@app.command(
    epilog="""
        careercli ask "how do I deal with angry callers?"  # The three passages that answer best.
        careercli ask "what does a director earn?" --role customer-support-manager --limit 1
            # The best one of one guide.
    """
)
def ask(
    ctx: typer.Context,
    question: Annotated[
        list[str],
        argument("QUESTION", "What you want to know, in your own words."),
    ],
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=1, max=20, help="How many passages, from 1 to 20.")
    ] = 3,
    role: Annotated[
        str | None,
        option("--role", "ROLE", "Only from the guide of one role.", "roles"),
    ] = None,
) -> None:
    """Answer a question from the guides: the best passages, and where they stand."""
    session = session_of(ctx)
    of_role = find_role(session.catalog, role).id if role is not None else None
    show_answers(session, one_line(clean(" ".join(question))), role=of_role, limit=limit)
