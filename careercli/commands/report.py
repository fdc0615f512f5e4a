"""``careercli report``: a report to hand over."""

from pathlib import Path
from typing import Annotated

import typer

from careercli.api import Assessment
from careercli.cli.assessment_log import assess_and_remember
from careercli.cli.browser import private_page
from careercli.cli.options import Force, OutputFile, PageForm, ProfileArgument, command_app, flag, subject_of
from careercli.cli.output_file import PRINTED, target_of
from careercli.cli.profile_source import Subject
from careercli.cli.second_opinions import heard
from careercli.cli.shared_results import hand_over_report, open_page
from careercli.domain.notes import Note
from careercli.domain.opinion import Contrast, unnamed
from careercli.errors import UsageError

app = command_app()


@app.command(
    epilog="""
        careercli report dana.yaml -o dana.html  # A page to print or to send; it needs no network.
        careercli report dana -o dana.md --anonymous  # Markdown, with a letter in place of the name.
    """
)
def report(
    ctx: typer.Context,
    profile: ProfileArgument = None,
    output: OutputFile = None,
    form: PageForm = None,
    force: Force = False,
    anonymous: Annotated[bool, flag("--anonymous", "A letter in place of the person's name.")] = False,
    feedback: Annotated[
        bool, flag("--feedback", "With what others say of the person, beside their answers.")
    ] = False,
    notes: Annotated[bool, flag("--notes", "With your own notes on a saved profile, as a coach.")] = False,
    show: Annotated[
        bool,
        flag(
            "--open", "Write it as a page and open that in your browser; without -o it is a temporary file."
        ),
    ] = False,
) -> None:
    """Write a report to hand over: standing, gaps, this week, the dated plan, pay and outlook, sources."""
    subject = subject_of(ctx, profile)
    session, asked = subject.session, {f"--format {form}": form, **({"--open": "html"} if show else {})}
    target = target_of(session, output, asked=asked, force=force, read=profile)
    if show and output == PRINTED:
        raise UsageError("--open opens a file, and '-o -' prints.", hint="Leave one of them out.")
    subject.person  # noqa: B018 - what is wrong with it is said before where it cannot go
    target.check(session)
    assessment = assess_and_remember(subject)
    kept = _notes(subject) if notes else None
    others = _others(subject, assessment) if feedback else None
    if anonymous:
        assessment, kept = _anonymous(subject, assessment, kept)
        others = None if others is None else unnamed(others)
    if show and target.file is None:
        target = target.but(file=str(private_page("report.html")))
    hand_over_report(session, target, assessment, kept, others)
    if show and target.file is not None:
        open_page(session, Path(target.file))


def _others(subject: Subject, assessment: Assessment) -> tuple[Contrast, ...]:
    """Return how others see a saved profile, whatever facts are laid over it; nobody else is known to any."""
    name = subject.kept_name
    if name is None:
        subject.session.note("only saved profiles have second opinions; this report has none.")
    return heard(subject.session, name, assessment)


def _notes(subject: Subject) -> tuple[Note, ...]:
    """Return the notes on a saved profile, whatever facts are laid over it; nobody else has any."""
    name = subject.kept_name
    if name is None:
        subject.session.note("only saved profiles have notes; this report has none.")
        return ()
    return subject.session.store.notes(name)


def _anonymous(
    subject: Subject, assessment: Assessment, notes: tuple[Note, ...] | None
) -> tuple[Assessment, tuple[Note, ...] | None]:
    """Return an assessment and notes with a letter in place of the name, in the title as well."""
    from careercli.cli.anonymity import alias_of  # few reports are
    from careercli.domain.anonymity import Anonymizer, without_name

    alias = alias_of(subject.session, subject.name or subject.kept_name, subject.person.name)
    cleared = without_name(subject.person, alias)
    placement = assessment.placement
    if placement.title is not None:
        title = placement.title.but(text=cleared.title or "")
        placement = placement.but(title=title)
    unnamed = assessment.but(profile=cleared, placement=placement)
    return unnamed, None if notes is None else Anonymizer([alias]).notes(notes)
