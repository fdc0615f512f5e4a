"""``careercli portfolio``: what there is to show, and what is missing."""

import typer

from careercli.cli.context import session_of
from careercli.cli.facts import Facts
from careercli.cli.options import Force, OutputFile, ProfileArgument, command_app
from careercli.cli.output_file import check_output, target_of
from careercli.cli.profile_source import Subject
from careercli.cli.results import hand_over

app = command_app()


@app.command(
    epilog="""
        careercli portfolio dana.yaml  # What the profile can show, skill by skill, as Markdown.
        careercli portfolio dana -o portfolio.md  # Into a file, to go on with.
    """
)
def portfolio(
    ctx: typer.Context,
    profile: ProfileArgument = None,
    output: OutputFile = None,
    force: Force = False,
) -> None:
    """Arrange your evidence as a portfolio in Markdown, and name what you claim and cannot show yet.

    A FILE ends in .md or .json.
    """
    from careercli.domain.portfolio import portfolio as portfolio_of

    session = session_of(ctx)
    check_output(session, output, force=force, read=profile)
    endings = (".md", ".markdown", ".json")
    target = target_of(session, output, {"--json": None}, endings, printed="md", force=force, read=profile)
    person = Subject(session, profile, Facts()).person
    result = portfolio_of(session.catalog, session.library, person)
    guide = session.library.guides_by_role.get(result.role)
    hand_over(session, target, "portfolio", portfolio=result, guide=guide)
