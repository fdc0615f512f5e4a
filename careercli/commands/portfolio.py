"""``careercli portfolio``: what there is to show, and what is missing."""

from __future__ import annotations

from enum import StrEnum

import typer

from careercli.cli.context import session_of
from careercli.cli.options import ProfileArgument
from careercli.cli.output_file import PRINTED, Force, Output, check_free, form_of, hand_over
from careercli.cli.profile_source import Facts, profile_of_command

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Form(StrEnum):
    """What a portfolio is printed or written as."""

    MARKDOWN = "md"
    JSON = "json"


_ENDINGS = {".md": Form.MARKDOWN, ".markdown": Form.MARKDOWN, ".json": Form.JSON}


@app.command(epilog="Example: careercli portfolio dana.yaml")
def portfolio(
    ctx: typer.Context,
    profile: ProfileArgument = None,
    output: Output = None,
    force: Force = False,
) -> None:
    """Arrange your evidence as a portfolio in Markdown, and name what you claim and cannot show yet.

    A FILE ends in .md or .json.
    """
    from careercli.domain.portfolio import portfolio as portfolio_of

    session = session_of(ctx)
    if output is not None and output != PRINTED:
        check_free(session, output, force=force, read=profile)
    asked = {"--json": Form.JSON if session.settings.json else None}
    form = form_of(output, asked, _ENDINGS, printed=Form.MARKDOWN)
    catalog = session.catalog
    person = profile_of_command(session, profile, Facts())
    result = portfolio_of(catalog, session.library, person)
    if form is Form.JSON:
        from careercli.documents.json_text import encode
        from careercli.documents.portfolio import portfolio_document

        data = encode(portfolio_document(result, catalog.skill_titles, session.today))
    else:
        from careercli.pages.portfolio_markdown import portfolio_markdown

        guide = session.library.guides_by_role.get(result.role)
        data = portfolio_markdown(result, catalog, guide, session.today).encode()
    hand_over(session, data, output, force=force, read=profile, text=form is Form.MARKDOWN)
