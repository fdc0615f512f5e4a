"""``careercli plan``: the dated steps to the goal."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from careercli.domain.plan import default_goal
from careercli.domain.schedule import schedule
from careercli.facts import profile_of_command, warnings_about
from careercli.options import ProfileArgument, facts_of, session_of

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class PlanFormat(StrEnum):
    """How a plan can be printed."""

    TABLE = "table"
    JSON = "json"


@app.command(
    epilog="Example: careercli plan --support-years 6 --leading-years 1 --leads --goal director --hours 5"
)
def plan(
    ctx: typer.Context,
    profile: ProfileArgument = None,
    form: Annotated[
        PlanFormat, typer.Option("--format", help="How to print it; --json is short for json.")
    ] = PlanFormat.TABLE,
    full: Annotated[bool, typer.Option("--full", help="The steps of every milestone.")] = False,
) -> None:
    """Print the steps to the goal in order, with dates and what decides them."""
    session = session_of(ctx)
    person = profile_of_command(session, profile, facts_of(ctx))
    warnings_about(session, person)
    catalog = session.catalog
    goal = default_goal(catalog.ladder, person)
    result = schedule(catalog.ladder, catalog.skills_by_id, person, goal, session.today)
    if session.settings.json or form is PlanFormat.JSON:
        from careercli.exporters.documents import plan_document

        session.print_document(plan_document(result))
    else:
        from careercli.views.plan import plan_view

        session.print_view(plan_view(result, person, catalog.skills_by_id, session.look, full=full))
