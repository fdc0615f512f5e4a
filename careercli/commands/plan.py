"""``careercli plan``: the dated steps to the goal."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from careercli.commands.person_group import PersonGroup
from careercli.commands.plan_steps import done, undo
from careercli.domain.model import Profile, Tier
from careercli.domain.plan import default_goal
from careercli.domain.schedule import schedule
from careercli.facts import profile_of_command, saved_name, warnings_about
from careercli.options import complete_profile, facts_of, session_of
from careercli.session import Session

app = typer.Typer(cls=PersonGroup, invoke_without_command=True, rich_markup_mode=None, add_completion=False)


class PlanFormat(StrEnum):
    """How a plan can be printed."""

    TABLE = "table"
    JSON = "json"


class RouteChoice(StrEnum):
    """Which steps a plan has."""

    FULL = "full"
    SHORTEST = "shortest"


def complete_plan(incomplete: str) -> list[str]:
    """Complete what may follow ``plan``."""
    return [
        *(word for word in ("done", "undo") if word.startswith(incomplete)),
        *complete_profile(incomplete),
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
        PlanFormat, typer.Option("--format", help="How to print it; --json is short for json.")
    ] = PlanFormat.TABLE,
    full: Annotated[bool, typer.Option("--full", help="The steps of every milestone.")] = False,
    route: Annotated[
        RouteChoice,
        typer.Option(
            "--route",
            help="Close every gap, or take only the steps that the goal needs, with the fewest hours.",
        ),
    ] = RouteChoice.FULL,
) -> None:
    """Print the steps to the goal in order, with dates and what decides them."""
    session = session_of(ctx)
    person = profile_of_command(session, profile, facts_of(ctx))
    warnings_about(session, person)
    saved = saved_name(session, profile, facts_of(ctx))
    if saved is not None:
        _remember(session, saved, person)
    goal = default_goal(session.catalog.ladder, person)
    as_json = session.settings.json or form is PlanFormat.JSON
    if route is RouteChoice.SHORTEST:
        _shortest(session, person, goal, as_json=as_json, full=full)
    else:
        _full(session, person, goal, as_json=as_json, full=full)


def _remember(session: Session, name: str, person: Profile) -> None:
    from careercli.domain.assessment import assess
    from careercli.remembering import remember  # nothing is remembered of files and facts

    catalog = session.catalog
    remember(session, name, assess(catalog.ladder, catalog.skills_by_id, person, session.today))


def _full(session: Session, person: Profile, goal: Tier | None, *, as_json: bool, full: bool) -> None:
    catalog = session.catalog
    result = schedule(catalog.ladder, catalog.skills_by_id, person, goal, session.today)
    if as_json:
        from careercli.exporters.documents import plan_document

        session.print_document(plan_document(result))
    else:
        from careercli.views.plan import plan_view

        session.print_view(plan_view(result, person, catalog.skills_by_id, session.look, full=full))


def _shortest(session: Session, person: Profile, goal: Tier | None, *, as_json: bool, full: bool) -> None:
    from careercli.domain.route import shortest_route  # the full plan needs no search

    catalog = session.catalog
    result = shortest_route(catalog.ladder, catalog.skills_by_id, person, goal, session.today)
    if as_json:
        from careercli.exporters.routes import route_document

        session.print_document(route_document(result, catalog.skill_titles))
    else:
        from careercli.views.plan import route_view

        session.print_view(route_view(result, person, catalog.skills_by_id, session.look, full=full))


app.command("done", epilog="Example: careercli plan done coaching dana --proof 'Three notes'")(done)
app.command("undo", epilog="Example: careercli plan undo coaching dana")(undo)
