"""``careercli cohort``: many people at a glance."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careercli.cli.anonymity import client_key
from careercli.cli.context import Session, session_of
from careercli.cli.options import Force, OutputFile, ShowNotes, argument, command_app, flag, option
from careercli.cli.output import command_line
from careercli.cli.output_file import PRINTED, Target, target_of
from careercli.cli.profile_source import settings_words
from careercli.cli.results import hand_over
from careercli.domain.cohort import Manner
from careercli.domain.cohort import cohort as cohort_of
from careercli.domain.members import Placer
from careercli.errors import InvalidDataError, UsageError
from careercli.formats.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careercli.batch.gathering import Place
    from careercli.domain.cohort import Unread

app = command_app()

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


@app.command(
    epilog="""
        careercli cohort  # Everybody who is saved, at a glance.
        careercli cohort clients --sort fit -o clients.html  # The profiles of a folder, as a page to print.
        careercli cohort clients --for job.txt  # Who of them fits a job advertisement best.
    """
)
def cohort(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None,
        argument(
            "[PATHS]...",
            "Saved names, files, folders, '-' for JSON Lines; all saved profiles unless told.",
            "profiles",
        ),
    ] = None,
    sort: Annotated[
        SortBy,
        typer.Option("--sort", help="What to sort by; the highest, or the longest, first."),
    ] = SortBy.TIER,
    reverse: Annotated[bool, flag("--reverse", "Sort the other way round.")] = False,
    full: Annotated[bool, flag("--full", "Every skill that the next tiers ask.")] = False,
    recursive: Annotated[bool, flag("--recursive", "Read folders in folders, too.")] = False,
    anonymous: Annotated[
        bool, flag("--anonymous", "Letters in place of names, the same ones every time.")
    ] = False,
    advertisement: Annotated[
        str | None, option("--for", "AD", "Rank them for one job advertisement: a file, or '-'.")
    ] = None,
    notes: ShowNotes = False,
    csv: Annotated[bool, flag("--csv", "A table with a row for each person.")] = False,
    output: OutputFile = None,
    force: Force = False,
) -> None:
    """Show many people at a glance: where each is, what they share, and which workshop would serve most.

    Profiles that cannot be read are listed with what is wrong, and do not stop the others; then exit 4.
    A FILE ends in .html, .csv or .json.
    """
    from careercli.cli.cohort_people import people, places_of

    session = session_of(ctx)
    asked = {"--json": None, "--csv": "csv" if csv else None}
    endings = (".html", ".csv", ".json") if advertisement is None else (".html", ".json")
    if advertisement is not None:
        _check_ranking(ctx, {"--csv": csv, "--notes": notes, "--full": full, "--reverse": reverse})
    target = target_of(session, output, asked, endings=endings, force=force, read=PRINTED)
    places = places_of(session, paths or [], recursive=recursive)
    if target.file is not None:
        _check_free(session, target, target.file, places)
    manner = Manner(sort.value, reverse, anonymous, notes)
    if advertisement is not None:
        _rank(session, target, advertisement, places, manner)
        return
    placer = Placer(session.catalog.ladder, session.catalog.skills_by_id)
    found = people(session, places, placer, manner)
    result = cohort_of(placer, found.members, session.today, manner, found.unread)
    words = _words(paths or [], manner, recursive=recursive)
    more = command_line([*words, *settings_words(session)])
    hand_over(session, target, "cohort", cohort=result, full=full, more=more)
    if result.unread_in_all:
        raise _unread(result.unread, result.unread_in_all, result.size, told=target.on_screen)


def _check_ranking(ctx: typer.Context, given: dict[str, bool]) -> None:
    """Refuse what says nothing where people are ranked for an advertisement."""
    sorted_by = ctx.get_parameter_source("sort")
    named = [name for name, value in given.items() if value]
    if sorted_by is not None and sorted_by.name == "COMMANDLINE":
        named.append("--sort")
    if named:
        raise UsageError(
            f"--for ranks people by how they fit; {named[0]} says nothing there.", hint="Leave it out."
        )


def _rank(session: Session, target: Target, advertisement: str, places: list[Place], manner: Manner) -> None:
    """Rank people for one advertisement."""
    from careercli.cli.advertisement_source import advertisement as read
    from careercli.cli.cohort_people import candidates_for

    found = candidates_for(session, read(session, advertisement), places, manner)
    hand_over(session, target, "candidates", candidates=found)
    if (unread := found.unread).in_all:
        size = len(found.people) + unread.in_all
        raise _unread(unread.kept, unread.in_all, size, told=target.on_screen)


def _check_free(session: Session, target: Target, output: str, places: list[Place]) -> None:
    """Refuse a file that may not be written, above all one of those that are read."""
    target.check(session)
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


def _unread(found: Sequence[Unread], in_all: int, size: int, *, told: bool) -> InvalidDataError:
    """Return the error of profiles that could not be read; ``told`` where a page has said what is wrong."""
    problems = (problem for unread in found for problem in unread.problems)
    profiles = "profile" if size == 1 else "profiles"
    return InvalidDataError(
        f"{in_all:,} of {size:,} {profiles} could not be read.",
        problems=() if told else tuple(problems)[:_MOST_PROBLEMS],
        hint=f"{'The others are complete. ' if size > in_all else ''}Mend what is named, and run it again.",
    )
