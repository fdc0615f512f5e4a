"""``careercli demo``: built-in people."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from careercli.api import assess
from careercli.cli.context import Session, session_of
from careercli.cli.options import argument, command_app, flag
from careercli.cli.results import show
from careercli.cli.shared_results import show_persona
from careercli.domain.model import Catalog, Persona
from careercli.domain.way import way_up
from careercli.errors import ExitCode, UsageError
from careercli.formats.lookup import find_named
from careercli.text.trials import trials

if TYPE_CHECKING:
    from careercli.pages.tour import Page

TOUR_CELLS = 72
"""A page of a tour is no wider: what hangs on a wall is read from the back of a room."""

app = command_app()

Person = Annotated[
    str | None,
    argument("[PERSONA]", "One of the built-in people; without it, who they are.", "personas"),
]


@app.command(
    epilog="""
        careercli demo  # Who they are.
        careercli demo dana --full  # One of them: standing, every gap, the plan.
        careercli demo dana --tour  # The same a page at a time, for an audience.
    """
)
def demo(
    ctx: typer.Context,
    persona: Person = None,
    full: Annotated[bool, flag("--full", "All gaps, and the plan with its steps as well.")] = False,
    tour: Annotated[bool, flag("--tour", "Walk an audience through a person, a page at a time.")] = False,
) -> None:
    """Show a built-in person: their story, where they are and what they do next."""
    session = session_of(ctx)
    if tour:
        _check_tour(session, full=full)
        name = persona or next((person.id for person in _people(session.catalog)), "")
        _walk(session, find_persona(session.catalog, name))
    elif persona is None:
        show(session, "personas", people=_people(session.catalog))
    else:
        _show(session, find_persona(session.catalog, persona), full=full)


def _check_tour(session: Session, *, full: bool) -> None:
    if full:
        raise UsageError(
            "--tour and --full do not go together.", hint="--tour tells it in short, --full has everything."
        )
    if session.settings.json:
        raise UsageError(
            "The tour is for reading and has no JSON.",
            hint="'careercli demo PERSONA --json' has the assessment that it tells.",
        )


def _people(catalog: Catalog) -> list[Persona]:
    return [person for person in catalog.personas if person.ladder == catalog.in_use]


def find_persona(catalog: Catalog, name: str) -> Persona:
    """Return the persona with this id or name, in any case.

    Raises:
        NotFoundError: there is no such person; says the nearest.

    """
    return find_named(
        "built-in person",
        name,
        catalog.personas,
        lambda person: (person.id, person.profile.name or person.id),
        "See 'careercli demo' for all of them.",
    )


def _show(session: Session, person: Persona, *, full: bool) -> None:
    if not session.settings.json:
        show_persona(session, person, full=full)
        return
    catalog = session.catalog.using(person.ladder)
    result = assess(person.profile, catalog, as_of=session.today)
    names, skills = catalog.skill_titles, catalog.skills_by_id
    show(session, "assessment", assessment=result, names=names, skills=skills)


def _walk(session: Session, person: Persona) -> None:
    """Walk through a person page by page; all at once where nobody turns pages, or for a picture."""
    catalog = session.catalog.using(person.ladder)
    skills = catalog.skills_by_id
    result = assess(person.profile, catalog, as_of=session.today)
    from careercli.pages.tour import tour

    pages = tour(person, result, way_up(result), trials(result), skills)
    if not session.can_turn_pages or session.settings.picture is not None:
        for index in range(len(pages)):
            if index:
                session.write("\n\n")
            _print_page(session, pages, index)
        return
    try:
        _turn_pages(session, pages)
    except KeyboardInterrupt:
        # Not the library's way: nothing was being done, so there is nothing to tell.
        raise SystemExit(ExitCode.INTERRUPTED) from None


def _print_page(session: Session, pages: Sequence[Page], index: int) -> None:
    from careercli.pages.tour import page_view

    session.print_view(page_view(pages, index))


def _turn_pages(session: Session, pages: Sequence[Page]) -> None:
    from careercli.pages.look import render
    from careercli.pages.tour import page_view
    from careercli.prompts.ending import ending_as_interrupted
    from careercli.prompts.pages import ScreenPages, read_pages

    if session.stdin is None or session.stdout is None or session.stderr is None:
        return

    def draw(index: int, width: int) -> str:
        look = session.look.but(width=width)
        return render(page_view(pages, index), look)

    with ending_as_interrupted():
        if session.accessible:
            tell = partial(_print_page, session, pages)
            read_pages(tell, len(pages), session.stdin, session.stderr)
        else:
            ScreenPages(session.stdout, color=session.look.color).show(draw, len(pages), widest=TOUR_CELLS)
