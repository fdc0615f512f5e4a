"""``careercli portfolio``: what there is to show, and what is missing."""

import typer

from careercli.cli.context import session_of
from careercli.cli.facts import Facts
from careercli.cli.options import Force, OutputFile, PageForm, ProfileArgument, command_app
from careercli.cli.output_file import check_output, target_of
from careercli.cli.profile_source import Subject
from careercli.cli.shared_results import hand_over_portfolio

app = command_app()


@app.command(
    epilog="""
        careercli portfolio dana.yaml  # What the profile can show, skill by skill.
        careercli portfolio dana -o portfolio.md  # Into a file, to go on with.
    """
)
def portfolio(
    ctx: typer.Context,
    profile: ProfileArgument = None,
    output: OutputFile = None,
    form: PageForm = None,
    force: Force = False,
) -> None:
    """Arrange your evidence as a portfolio, and name what you claim and cannot show yet."""
    session, asked = session_of(ctx), {f"--format {form}": form}
    check_output(session, output, force=force, read=profile)
    target = target_of(session, output, asked, force=force, read=profile)
    hand_over_portfolio(session, target, Subject(session, profile, Facts()).person)
