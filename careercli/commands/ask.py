"""``careercli ask``: a question in anybody's own words."""

from __future__ import annotations

from typing import Annotated

import typer

from careercli.cli.context import session_of
from careercli.cli.options import completing
from careercli.cli.results import show
from careercli.formats.lookup import find_role
from careercli.formats.text import clean, one_line
from careercli.search.passages import answers
from careercli.text.passages import all_passages

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(epilog='Example: careercli ask "how do I deal with angry callers?"')
def ask(
    ctx: typer.Context,
    question: Annotated[
        list[str],
        typer.Argument(metavar="QUESTION", help="What you want to know, in your own words."),
    ],
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=1, max=20, help="How many passages, from 1 to 20.")
    ] = 3,
    role: Annotated[
        str | None,
        typer.Option(
            "--role",
            metavar="ROLE",
            help="Only from the guide of one role.",
            autocompletion=completing("roles"),
        ),
    ] = None,
) -> None:
    """Answer a question from the guides: the best passages, and where they stand."""
    session = session_of(ctx)
    catalog = session.catalog
    words = one_line(clean(" ".join(question)))
    of_role = find_role(catalog, role).id if role is not None else None
    library = session.library
    passages = all_passages(catalog, library)
    found = answers(words, catalog, passages, library.words, role=of_role, limit=limit)
    show(session, "answers", question=words, found=found)
