"""``careercli cohort``: many people at a glance."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careercli.cli.anonymity import client_key
from careercli.cli.completion import complete_profile
from careercli.cli.context import Session, session_of
from careercli.cli.output_file import PRINTED, Force, Output, check_free, form_of, hand_over
from careercli.cli.profile_source import command_line, settings_words
from careercli.commands.profile_note import ShowNotes
from careercli.domain.cohort import Cohort, Manner
from careercli.domain.cohort import cohort as cohort_of
from careercli.domain.members import Placer
from careercli.errors import InvalidDataError, UsageError
from careercli.formats.text import clean

if TYPE_CHECKING:
    from careercli.batch.gathering import Place

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_MOST_PROBLEMS = 20
"""How many problems are told on standard error, where the result has all of them."""


_MOST_PATHS = 3


class SortBy(StrEnum):
    """What people are sorted by."""

    NAME = "name"
    TIER = "tier"
    FIT = "fit"
    HELD = "held"
    DAYS = "days"


class Form(StrEnum):
    """What a cohort is printed or written as."""

    SCREEN = "screen"
    JSON = "json"
    CSV = "csv"
    HTML = "html"


_ENDINGS = {".html": Form.HTML, ".csv": Form.CSV, ".json": Form.JSON}


@app.command(epilog="Example: careercli cohort clients --sort fit -o clients.html")
def cohort(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATHS]...",
            help="Saved names, files, folders, '-' for JSON Lines; all saved profiles unless told.",
            show_default=False,
            autocompletion=complete_profile,
        ),
    ] = None,
    sort: Annotated[
        SortBy,
        typer.Option("--sort", help="What to sort by; the highest, or the longest, first."),
    ] = SortBy.TIER,
    reverse: Annotated[bool, typer.Option("--reverse", help="Sort the other way round.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Every skill that the next tiers ask.")] = False,
    recursive: Annotated[bool, typer.Option("--recursive", help="Read folders in folders, too.")] = False,
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help="Letters in place of names, the same ones every time.")
    ] = False,
    notes: ShowNotes = False,
    csv: Annotated[bool, typer.Option("--csv", help="A table with a row for each person.")] = False,
    output: Output = None,
    force: Force = False,
) -> None:
    """Show many people at a glance: where each is, what they share, and which workshop would serve most.

    Profiles that cannot be read are listed with what is wrong, and do not stop the others; then exit 4.
    A FILE ends in .html, .csv or .json.
    """
    from careercli.cli.cohort_people import people, places_of

    session = session_of(ctx)
    asked = {"--json": Form.JSON if session.settings.json else None, "--csv": Form.CSV if csv else None}
    form = form_of(output, asked, _ENDINGS, printed=Form.SCREEN)
    places = places_of(session, paths or [], recursive=recursive)
    if output is not None and output != PRINTED:
        _check_free(session, output, places, force=force)
    placer = Placer(session.catalog.ladder, session.catalog.skills_by_id)
    manner = Manner(sort.value, reverse, anonymous, notes)
    found = people(session, places, placer, manner)
    result = cohort_of(placer, found.members, session.today, manner, found.unread)
    if form is Form.SCREEN:
        from careercli.pages.cohort import cohort_view

        words = _words(paths or [], manner, recursive=recursive)
        more = command_line([*words, *settings_words(session)])
        view = cohort_view(result, session.catalog, full=full, more=more)
        session.print_view(view, paged=True)
    else:
        data = _written(session, result, form, to_file=output not in {None, PRINTED})
        hand_over(session, data, output, force=force, read=PRINTED, text=False)
    if result.unread_in_all:
        raise _unread(result, told=form is Form.SCREEN)


def _check_free(session: Session, output: str, places: list[Place], *, force: bool) -> None:
    """Refuse a file that may not be written, above all one of those that are read."""
    check_free(session, output, force=force, read=PRINTED)
    key = client_key(session, str(Path(output).absolute()))
    if any(place.key == key for place in places):
        raise UsageError(f"{clean(output)} is one of the files that are read.", hint="Choose another name.")


def _words(paths: list[str], manner: Manner, *, recursive: bool) -> list[str]:
    """Return the command that shows all of it. PATHS that are many or may say a name are left to be typed."""
    named = ["PATHS"] if (manner.anonymous and paths) or len(paths) > _MOST_PATHS else paths
    by = [] if manner.by == "tier" else ["--sort", manner.by]
    flags = {
        "--reverse": manner.reverse,
        "--recursive": recursive,
        "--anonymous": manner.anonymous,
        "--notes": manner.notes,
    }
    given = [flag for flag, wanted in flags.items() if wanted]
    return ["careercli", "cohort", *named, *by, *given, "--full"]


def _written(session: Session, result: Cohort, form: Form, *, to_file: bool) -> bytes:
    """Return a cohort as the content of a file."""
    catalog = session.catalog
    if form is Form.HTML:
        from careercli.pages.cohort_page import cohort_page
        from careercli.pages.render.html import html

        return html(cohort_page(result, catalog)).encode()
    if form is Form.CSV:
        from careercli.exports.cohort_csv import cohort_csv

        return cohort_csv(result, for_a_file=to_file)
    from careercli.documents.cohort import cohort_document
    from careercli.documents.json_text import encode

    return encode(cohort_document(result, catalog))


def _unread(result: Cohort, *, told: bool) -> InvalidDataError:
    """Return the error of profiles that could not be read; ``told`` where a page has said what is wrong."""
    problems = (problem for unread in result.unread for problem in unread.problems)
    profiles = "profile" if result.size == 1 else "profiles"
    return InvalidDataError(
        f"{result.unread_in_all:,} of {result.size:,} {profiles} could not be read.",
        problems=() if told else tuple(problems)[:_MOST_PROBLEMS],
        hint=f"{'The others are complete. ' if result.members else ''}Mend what is named, and run it again.",
    )
