"""``careercli plan``: the dated steps to the goal."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from careercli.cli.assessment_log import assessment_of_command
from careercli.cli.context import session_of
from careercli.cli.group import PersonGroup
from careercli.cli.options import Force, OutputFile, facts_of, profile_argument
from careercli.cli.output_file import target_of
from careercli.cli.plan_output import check_sessions, sessions_of, whose_plan
from careercli.cli.profile_source import command_for, profile_of_command, to_rate_more
from careercli.cli.results import hand_over
from careercli.commands.plan_steps import done, undo
from careercli.exports.plan_file import PlanFile

app = typer.Typer(cls=PersonGroup, invoke_without_command=True, rich_markup_mode=None, add_completion=False)


ENDINGS = (".txt", ".md", ".markdown", ".csv", ".ics", ".json")


@app.callback(
    epilog="Example: careercli plan --support-years 6 --leading-years 1 --leads --goal director --hours 5"
)
def plan(
    ctx: typer.Context,
    profile: Annotated[str | None, profile_argument(words=("done", "undo"))] = None,
    form: Annotated[
        Literal["table", "md", "csv", "ics", "json"] | None,
        typer.Option(
            "--format",
            help="A screen, a Markdown checklist, a table for a spreadsheet, a calendar, or JSON. With -o "
            "the ending of the file says it.",
        ),
    ] = None,
    output: OutputFile = None,
    force: Force = False,
    sessions: Annotated[
        str | None,
        typer.Option(
            "--sessions",
            metavar="DAYS@HOUR",
            help="In a calendar also when you work on it each week, as in tue,thu@18:00.",
        ),
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="The steps of every milestone.")] = False,
    route: Annotated[
        Literal["shortest", "full"],
        typer.Option(
            "--route",
            help="Only the steps that the goal needs, with the fewest hours; or what else helps as well.",
        ),
    ] = "shortest",
) -> None:
    """Print the steps to the goal in order, with dates and what decides them."""
    session = session_of(ctx)
    asked = {f"--format {form}": form}
    target = target_of(session, output, asked, ENDINGS, printed="table", force=force, read=profile)
    when = None if sessions is None else sessions_of(sessions, target.form)
    facts = facts_of(ctx)
    person = profile_of_command(session, profile, facts)
    if when is not None:
        check_sessions(when, person)
    target.check(session)
    assessment = assessment_of_command(session, profile, facts, person)
    dated = assessment.plan_to(assessment.goal, route)
    whose = whose_plan(session, profile, facts, person)
    planned = PlanFile(dated, person, session.catalog, whose=whose, sessions=when)
    screen: dict[str, object] = {"full": True}
    if target.on_screen:
        more = f"{command_for('plan', session, profile, facts)} --full"
        screen = {"full": full, "more": more, "rate": to_rate_more(session, profile)}
    hand_over(session, target, "plan", plan=dated, file=planned, **screen)


app.command("done", epilog="Example: careercli plan done coaching dana --proof 'Three notes'")(done)
app.command("undo", epilog="Example: careercli plan undo coaching dana")(undo)
