"""``careercli report``: a report to hand over."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
import typer

from careercli import __version__
from careercli.api import Assessment
from careercli.cli.assessment_log import assessment_of_command
from careercli.cli.context import Session, session_of
from careercli.cli.facts import Facts
from careercli.cli.options import Force, OutputFile, ProfileArgument, facts_of
from careercli.cli.output_file import target_of
from careercli.cli.profile_source import profile_of_command, saved_name
from careercli.cli.results import hand_over
from careercli.domain.model import Profile
from careercli.domain.notes import Note

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(epilog="Example: careercli report dana.yaml -o dana.html")
def report(
    ctx: typer.Context,
    profile: ProfileArgument = None,
    output: OutputFile = None,
    form: Annotated[
        Literal["html", "md", "json"] | None,
        typer.Option(
            "--format",
            help="How to write it; without, as the file's ending says, and Markdown where it is printed.",
        ),
    ] = None,
    force: Force = False,
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help="A letter in place of the person's name.")
    ] = False,
    notes: Annotated[
        bool, typer.Option("--notes", help="With your own notes on a saved profile, as a coach.")
    ] = False,
) -> None:
    """Write a report to hand over: standing, gaps, this week, the dated plan, pay and outlook, sources."""
    from careercli.text.report import report as report_of

    session = session_of(ctx)
    endings = (".html", ".htm", ".md", ".markdown", ".json")
    asked = {f"--format {form}": form}
    target = target_of(session, output, asked, endings, printed="md", force=force, read=profile)
    facts = facts_of(ctx)
    person = profile_of_command(session, profile, facts)
    target.check(session)
    assessment = assessment_of_command(session, profile, facts, person)
    kept = _notes(session, profile, facts) if notes else None
    if anonymous:
        cleared, kept = _anonymous(session, profile, facts, person, kept)
        assessment = _unnamed(assessment, cleared)
    result = report_of(assessment, session.catalog, session.library, version=__version__, notes=kept)
    hand_over(session, target, "report", report=result)


def _unnamed(assessment: Assessment, cleared: Profile) -> Assessment:
    """Return an assessment of somebody whose name was taken out, from their title as well."""
    placement = assessment.placement
    if placement.title is not None:
        title = msgspec.structs.replace(placement.title, text=cleared.title or "")
        placement = msgspec.structs.replace(placement, title=title)
    return msgspec.structs.replace(assessment, profile=cleared, placement=placement)


def _notes(session: Session, profile: str | None, facts: Facts) -> tuple[Note, ...]:
    """Return the notes on a saved profile, whatever facts are laid over it; nobody else has any."""
    name = saved_name(session, profile, None if profile else facts)
    if name is None:
        session.note("only saved profiles have notes; this report has none.")
        return ()
    return session.store.notes(name)


def _anonymous(
    session: Session, profile: str | None, facts: Facts, person: Profile, notes: tuple[Note, ...] | None
) -> tuple[Profile, tuple[Note, ...] | None]:
    """Return the person and the notes with a letter in place of the name."""
    from careercli.cli.anonymity import alias_of  # few reports are
    from careercli.domain.anonymity import Anonymizer, without_name

    name = profile if profile is not None or facts.given else session.store.default()
    alias = alias_of(session, name, person.name)
    cleared = None if notes is None else Anonymizer([alias]).notes(notes)
    return without_name(person, alias), cleared
