"""``careercli portfolio``: what there is to show, and what is missing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from careercli.documents.text import clean
from careercli.errors import UsageError
from careercli.facts import Facts, profile_of_command
from careercli.options import ProfileArgument, session_of

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(epilog="Example: careercli portfolio dana.yaml")
def portfolio(
    ctx: typer.Context,
    profile: ProfileArgument = None,
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write it to a file.", show_default=False),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if there is one.")] = False,
) -> None:
    """Arrange your evidence as a portfolio in Markdown, and name what you claim and cannot show yet."""
    from careercli.domain.portfolio import portfolio as portfolio_of

    session = session_of(ctx)
    catalog = session.catalog
    person = profile_of_command(session, profile, Facts())
    result = portfolio_of(catalog, session.library, person)
    if session.settings.json:
        from careercli.exporters.json_text import encode
        from careercli.exporters.portfolio import portfolio_document

        data = encode(portfolio_document(result, catalog.skill_titles, session.today))
    else:
        from careercli.exporters.portfolio import portfolio_markdown

        guide = session.library.guides_by_role.get(result.role)
        data = portfolio_markdown(result, catalog, guide, session.today).encode()
    if output is None:
        if session.settings.json:
            session.write_bytes(data)
        else:
            session.write(data.decode())
        return
    path = Path(output)
    if path.exists() and not force:
        raise UsageError(
            f"{clean(output)} is there already.", hint="Choose another name, or replace it with --force."
        )
    from careercli.store import write_whole

    write_whole(path, data)
    session.say(f"Written to {clean(output)}.")
