"""``careercli portfolio``: what there is to show, and what is missing."""

from __future__ import annotations

import typer

from careercli.commands.handing_over import Force, Output, hand_over
from careercli.facts import Facts, profile_of_command
from careercli.options import ProfileArgument
from careercli.session import session_of

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(epilog="Example: careercli portfolio dana.yaml")
def portfolio(
    ctx: typer.Context,
    profile: ProfileArgument = None,
    output: Output = None,
    force: Force = False,
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
    hand_over(session, data, output, force=force, read=profile, text=not session.settings.json)
