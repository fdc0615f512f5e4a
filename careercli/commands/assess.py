"""``careercli assess``: placement, gaps and first steps."""

from __future__ import annotations

from typing import Annotated

import typer

from careercli.api import assess as assessed
from careercli.completing import complete_tier
from careercli.domain.placement import rank_of
from careercli.errors import BelowTierError
from careercli.facts import (
    command_for,
    command_line,
    profile_of_command,
    saved_name,
    settings_words,
    warnings_about,
)
from careercli.finding import find_tier
from careercli.options import ProfileArgument, facts_of
from careercli.session import Session, session_of

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(epilog="Example: careercli assess --support-years 3 --skill ticketing=2 --skill communication=2")
def assess(
    ctx: typer.Context,
    profile: ProfileArgument = None,
    at_least: Annotated[
        str | None,
        typer.Option(
            "--at-least", metavar="TIER", help="Exit with 7 below this tier.", autocompletion=complete_tier
        ),
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="Every gap to the next tier and to the goal.")] = False,
) -> None:
    """Say where somebody stands on the ladder, what is missing, and what to do now."""
    session = session_of(ctx)
    person = profile_of_command(session, profile, facts_of(ctx))
    warnings_about(session, person)
    catalog = session.catalog
    wanted = find_tier(catalog, at_least) if at_least is not None else None
    result = assessed(person, catalog, as_of=session.today)
    saved = saved_name(session, profile, facts_of(ctx))
    if saved is not None:
        from careercli.remembering import remember  # nothing is remembered of files and facts

        remember(session, saved, result)

    if session.settings.json:
        from careercli.exporters.documents import assessment_document

        session.print_document(assessment_document(result, catalog.skill_titles))
    else:
        from careercli.views.assess import assess_view

        if result.placement.certain:
            hint = command_for("plan", session, profile, facts_of(ctx))
        else:
            hint = _to_rate_more(session, profile)
        session.print_view(assess_view(result, catalog.skills_by_id, session.look, full=full, hint=hint))
    if wanted and rank_of(result.placement.current) < wanted.rank:
        current = result.placement.current
        raise BelowTierError(
            f"{current.title} is below {wanted.title}."
            if current
            else f"No tier is reached yet, so neither is {wanted.title}.",
            hint=f"See what is missing: {command_for('assess', session, profile, facts_of(ctx))} --full",
        )


def _to_rate_more(session: Session, profile: str | None) -> str:
    """Return the command that asks for what is not rated, going on from the profile where there is one."""
    going_on = ["--profile", profile] if profile and profile != "-" else []
    return command_line(["careercli", "advise", *going_on, *settings_words(session)])
