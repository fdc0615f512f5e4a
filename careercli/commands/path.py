"""``careercli path``: the ladder as a picture."""

from __future__ import annotations

import typer

from careercli.domain.assessment import assess
from careercli.facts import profile_of_command, warnings_about
from careercli.options import ProfileArgument, facts_of, session_of

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(epilog="Example: careercli path --support-years 6 --skill communication=3")
def path(ctx: typer.Context, profile: ProfileArgument = None) -> None:
    """Draw the ladder; with a profile or facts, show where somebody stands on it."""
    session = session_of(ctx)
    catalog, facts = session.catalog, facts_of(ctx)
    result = None
    if profile is not None or facts.given:
        person = profile_of_command(session, profile, facts)
        warnings_about(session, person)
        result = assess(catalog.ladder, catalog.skills_by_id, person, session.today)
    if session.settings.json:
        from careercli.exporters.documents import path_document

        session.print_document(path_document(catalog.ladder, result))
    else:
        from careercli.views.path import path_view

        session.print_view(path_view(catalog.ladder, session.look, result))
