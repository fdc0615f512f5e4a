"""``careercli plan``: the dated steps to the goal."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from careercli.api import assess
from careercli.cli.completion import complete_profile
from careercli.cli.context import session_of
from careercli.cli.group import PersonGroup
from careercli.cli.options import facts_of
from careercli.cli.output_file import Force, Output, check_free
from careercli.cli.plan_files import (
    PlanFormat,
    check_sessions,
    screen_of,
    wanted,
    whose_plan,
    write_plan,
)
from careercli.cli.profile_source import (
    command_for,
    profile_of_command,
    saved_name,
    to_rate_more,
    warnings_about,
)
from careercli.commands.plan_steps import done, undo

app = typer.Typer(cls=PersonGroup, invoke_without_command=True, rich_markup_mode=None, add_completion=False)


class RouteChoice(StrEnum):
    """Which steps a plan has."""

    SHORTEST = "shortest"
    FULL = "full"


def complete_plan(ctx: typer.Context, incomplete: str) -> list[str]:
    """Complete what may follow ``plan``."""
    return [
        *(word for word in ("done", "undo") if word.startswith(incomplete)),
        *complete_profile(ctx, incomplete),
    ]


@app.callback(
    epilog="Example: careercli plan --support-years 6 --leading-years 1 --leads --goal director --hours 5"
)
def plan(
    ctx: typer.Context,
    profile: Annotated[
        str | None,
        typer.Argument(
            metavar="[PROFILE]",
            help="A saved name, a path to a YAML or JSON file, or '-' for standard input.",
            show_default=False,
            autocompletion=complete_plan,
        ),
    ] = None,
    form: Annotated[
        PlanFormat | None,
        typer.Option(
            "--format",
            help="A screen, a Markdown checklist, a table for a spreadsheet, a calendar, or JSON. With -o "
            "the ending of the file says it.",
            show_default=False,
        ),
    ] = None,
    output: Output = None,
    force: Force = False,
    sessions: Annotated[
        str | None,
        typer.Option(
            "--sessions",
            metavar="DAYS@HOUR",
            help="In a calendar also when you work on it each week, as in tue,thu@18:00.",
            show_default=False,
        ),
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="The steps of every milestone.")] = False,
    route: Annotated[
        RouteChoice,
        typer.Option(
            "--route",
            help="Only the steps that the goal needs, with the fewest hours; or what else helps as well.",
        ),
    ] = RouteChoice.SHORTEST,
) -> None:
    """Print the steps to the goal in order, with dates and what decides them."""
    session = session_of(ctx)
    want = wanted(form, output, sessions, as_json=session.settings.json, force=force)
    facts = facts_of(ctx)
    person = profile_of_command(session, profile, facts)
    check_sessions(want, person)
    if want.file is not None:
        check_free(session, want.file, force=force, read=profile)
    warnings_about(session, person)
    assessment = assess(person, session.catalog, as_of=session.today)
    saved = saved_name(session, profile, facts)
    if saved is not None:
        from careercli.cli.assessment_log import remember  # nothing is remembered of files and facts

        remember(session, saved, assessment)

    from careercli.exports.plan_file import PlanFile

    dated = assessment.plan_to(assessment.goal, route.value)
    whose = whose_plan(session, profile, facts, person)
    planned = PlanFile(dated, person, session.catalog, whose=whose, sessions=want.sessions)
    if want.on_screen:
        more = f"{command_for('plan', session, profile, facts)} --full"
        view = screen_of(planned, session.look, full=full, more=more, rate=to_rate_more(session, profile))
        session.print_view(view, paged=True)
    else:
        write_plan(session, want, planned, read=profile)


app.command("done", epilog="Example: careercli plan done coaching dana --proof 'Three notes'")(done)
app.command("undo", epilog="Example: careercli plan undo coaching dana")(undo)
