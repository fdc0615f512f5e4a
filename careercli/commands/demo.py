"""``careercli demo``: built-in people."""

from __future__ import annotations

from typing import Annotated

import typer

from careercli.domain.assessment import assess
from careercli.domain.model import Catalog, Persona
from careercli.domain.names import fold
from careercli.finding import look_up
from careercli.options import complete_persona, session_of
from careercli.session import Session

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Person = Annotated[
    str | None,
    typer.Argument(
        metavar="[PERSONA]",
        help="One of the built-in people; without it, who they are.",
        show_default=False,
        autocompletion=complete_persona,
    ),
]


@app.command(epilog="Example: careercli demo dana --full")
def demo(
    ctx: typer.Context,
    persona: Person = None,
    full: Annotated[
        bool, typer.Option("--full", help="All gaps, and the plan with its steps as well.")
    ] = False,
) -> None:
    """Show a built-in person: their story, where they stand and what they do next."""
    session = session_of(ctx)
    if persona is None:
        _list(session)
    else:
        _show(session, find_persona(session.catalog, persona), full=full)


def find_persona(catalog: Catalog, name: str) -> Persona:
    """Return the persona with this id or name, in any case.

    Raises:
        NotFoundError: there is no such person; says the nearest.

    """
    known = {fold(person.id): person.id for person in catalog.personas}
    known |= {fold(person.profile.name or person.id): person.id for person in catalog.personas}
    found = look_up("built-in person", name, known, "See 'careercli demo' for all of them.")
    return next(person for person in catalog.personas if person.id == found)


def _list(session: Session) -> None:
    catalog = session.catalog
    people = [person for person in catalog.personas if person.ladder == catalog.in_use]
    if session.settings.json:
        from careercli.exporters.documents import personas_document

        session.print_document(personas_document(people))
    else:
        from careercli.views.demo import people_view

        session.print_view(people_view(people, session.look))


def _show(session: Session, person: Persona, *, full: bool) -> None:
    catalog = session.catalog.using(person.ladder)
    result = assess(catalog.ladder, catalog.skills_by_id, person.profile, session.today)
    if session.settings.json:
        from careercli.exporters.documents import assessment_document

        session.print_document(assessment_document(result, catalog.skill_titles))
        return
    from careercli.views.assess import assess_view
    from careercli.views.demo import story_view
    from careercli.views.plan import plan_view

    look, skills = session.look, catalog.skills_by_id
    session.print_view(story_view(person, look))
    hint = "" if full else f"careercli demo {person.id} --full"
    session.print_view(assess_view(result, skills, look, full=full, hint=hint))
    if full:
        session.write("\n")
        session.print_view(plan_view(result.plan, person.profile, skills, look))
