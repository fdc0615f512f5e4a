"""``careercli path``: the ladder as a picture, or the way of one person as a slide."""

from __future__ import annotations

from typing import Annotated

import typer

from careercli.cli.assessment_log import assessed
from careercli.cli.context import session_of
from careercli.cli.options import ProfileArgument, completing, facts_of
from careercli.cli.profile_source import profile_of_command, warnings_about
from careercli.cli.results import show
from careercli.domain.way import TierAhead, way_up
from careercli.errors import UsageError

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(epilog="Example: careercli path --support-years 6 --skill communication=3")
def path(
    ctx: typer.Context,
    profile: ProfileArgument = None,
    shown: Annotated[
        str | None,
        typer.Option(
            "--profile",
            metavar="PROFILE",
            help="Show the way of this person as a slide: what each next tier adds, and what it waits for.",
            autocompletion=completing("profiles"),
        ),
    ] = None,
) -> None:
    """Draw the ladder; with a profile or facts, show where somebody is on it."""
    session = session_of(ctx)
    facts = facts_of(ctx)
    if profile is not None and shown is not None:
        raise UsageError(
            "A profile is given twice.",
            hint="PROFILE is for the whole ladder, --profile PROFILE for the slide.",
        )
    result = None
    way: tuple[TierAhead, ...] = ()
    if profile is not None or shown is not None or facts.given:
        person = profile_of_command(session, profile if shown is None else shown, facts)
        warnings_about(session, person)
        result = assessed(session, person)
        if shown is not None or session.settings.json:
            way = way_up(result)
    show(session, "path" if shown is None else "slide", assessment=result, way=way)
