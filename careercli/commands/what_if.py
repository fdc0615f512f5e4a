"""``careercli what-if``: the same person with other facts."""

from __future__ import annotations

import typer

from careercli.domain.assessment import assess
from careercli.domain.change import compare
from careercli.errors import UsageError
from careercli.facts import default_profile, profile_named, warnings_about
from careercli.options import ProfileArgument, facts_of, session_of

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    name="what-if",
    epilog="Example: careercli what-if dana.yaml --leading-years +1 --skill budgeting=2 --skill hiring=+1",
)
def what_if(ctx: typer.Context, profile: ProfileArgument = None) -> None:
    """Show what other facts would change; a number with a sign adds to what the profile says."""
    session = session_of(ctx)
    facts = facts_of(ctx)
    if not facts.given:
        raise UsageError(
            "Nothing is changed.", hint="Say what if, as in --leading-years +1 or --skill coaching=3."
        )
    catalog = session.catalog
    if profile is not None:
        person = profile_named(session, profile)
    else:
        person = default_profile(session, hint="Name a file: careercli what-if FILE --support-years +1.")
    other = facts.over(person, catalog, relative=True)
    warnings_about(session, other)
    before = assess(catalog.ladder, catalog.skills_by_id, person, session.today)
    after = assess(catalog.ladder, catalog.skills_by_id, other, session.today)
    change = compare(before, after)
    if session.settings.json:
        from careercli.exporters.documents import what_if_document

        session.print_document(what_if_document(change, catalog.skill_titles))
    else:
        from careercli.views.what_if import what_if_view

        session.print_view(what_if_view(change, session.look))
