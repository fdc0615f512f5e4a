"""``careercli report``: a report to hand over."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec
import typer

from careercli import __version__
from careercli.api import Assessment, assess
from careercli.cli.context import Session, session_of
from careercli.cli.options import ProfileArgument, facts_of
from careercli.cli.output_file import PRINTED, Force, Output, check_free, form_of, hand_over
from careercli.cli.profile_source import Facts, profile_of_command, saved_name, warnings_about
from careercli.domain.model import Profile
from careercli.domain.notes import Note

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class ReportFormat(StrEnum):
    """How a report can be written."""

    HTML = "html"
    MARKDOWN = "md"
    JSON = "json"


_ENDINGS = {
    ".html": ReportFormat.HTML,
    ".htm": ReportFormat.HTML,
    ".md": ReportFormat.MARKDOWN,
    ".markdown": ReportFormat.MARKDOWN,
    ".json": ReportFormat.JSON,
}


@app.command(epilog="Example: careercli report dana.yaml -o dana.html")
def report(
    ctx: typer.Context,
    profile: ProfileArgument = None,
    output: Output = None,
    form: Annotated[
        ReportFormat | None,
        typer.Option(
            "--format",
            help="How to write it; without, as the file's ending says, and Markdown where it is printed.",
            show_default=False,
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
    session = session_of(ctx)
    written = form_of(
        output,
        {f"--format {form}": form, "--json": ReportFormat.JSON if session.settings.json else None},
        _ENDINGS,
        printed=ReportFormat.MARKDOWN,
    )
    facts = facts_of(ctx)
    person = profile_of_command(session, profile, facts)
    if output is not None and output != PRINTED:
        check_free(session, output, force=force, read=profile)
    warnings_about(session, person)
    assessment = assess(person, session.catalog, as_of=session.today)
    saved = saved_name(session, profile, facts)
    if saved is not None:
        from careercli.cli.assessment_log import remember  # nothing is remembered of files and facts

        remember(session, saved, assessment)
    kept = _notes(session, profile, facts) if notes else None
    if anonymous:
        cleared, kept = _anonymous(session, profile, facts, person, kept)
        assessment = _unnamed(assessment, cleared)
    data = _written(session, assessment, kept, written)
    hand_over(session, data, output, force=force, read=profile, text=written is ReportFormat.MARKDOWN)


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


def _written(
    session: Session, assessment: Assessment, notes: tuple[Note, ...] | None, form: ReportFormat
) -> bytes:
    from careercli.text.report import report as report_of

    catalog = session.catalog
    result = report_of(assessment, catalog, session.library, version=__version__, notes=notes)
    if form is ReportFormat.JSON:
        from careercli.documents.json_text import encode
        from careercli.documents.report import ReportDocument

        return encode(ReportDocument.made_from(result, catalog.skill_titles))
    from careercli.pages.report import report_page

    if form is ReportFormat.MARKDOWN:
        from careercli.pages.render.markdown import markdown

        return markdown(report_page(result)).encode()
    from careercli.pages.render.html import html

    return html(report_page(result)).encode()
