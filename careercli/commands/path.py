"""``careercli path``: the ladder as a picture, or the way of one person as a slide."""

from typing import Annotated

import typer

from careercli.cli.options import ProfileArgument, command_app, option, subject_of
from careercli.cli.results import show
from careercli.domain.way import way_up
from careercli.errors import UsageError

app = command_app()


@app.command(
    epilog="""
        careercli path  # All tiers, with their years and must-haves.
        careercli path --support-years 6 --skill communication=3  # With somebody on it.
        careercli path --profile dana  # The way up as a slide: what each tier adds and waits for.
    """
)
def path(
    ctx: typer.Context,
    profile: ProfileArgument = None,
    shown: Annotated[
        str | None,
        option(
            "--profile",
            "PROFILE",
            "Show the way of this person as a slide: what each next tier adds, and what it waits for.",
            "profiles",
        ),
    ] = None,
) -> None:
    """Draw the ladder; with a profile or facts, show where somebody is on it."""
    if profile is not None and shown is not None:
        raise UsageError(
            "A profile is given twice.",
            hint="PROFILE is for the whole ladder, --profile PROFILE for the slide.",
        )
    subject = subject_of(ctx, profile if shown is None else shown)
    result = subject.assess() if subject.name is not None or subject.facts.given else None
    way = way_up(result) if result and (shown is not None or subject.session.settings.json) else ()
    show(subject.session, "path" if shown is None else "slide", assessment=result, way=way)
