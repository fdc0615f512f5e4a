"""``careercli prepare``: papers for the next move, from one's own evidence."""

from pathlib import Path
from typing import Annotated, Any

import typer

from careercli.cli.context import Session
from careercli.cli.options import (
    CommandWithFacts,
    Force,
    OutputFile,
    PageForm,
    ProfileArgument,
    command_app,
    flag,
    option,
    subject_of,
)
from careercli.cli.output_file import PRINTED, check_output, says_otherwise, target_of
from careercli.cli.papers import aim_of, brief_of, check_fits, filled
from careercli.cli.profile_source import check_given, next_command
from careercli.cli.results import hand_over
from careercli.domain.paper import PaperKind
from careercli.errors import UsageError
from careercli.formats.text import clean
from careercli.text.papers import Brief
from careercli.text.phrases import count

app = command_app()

For = Annotated[
    str | None,
    option(
        "--for",
        "TIER|AD",
        "A tier by any name, or the file of a job advertisement; the next tier unless told.",
        "tiers",
    ),
]
Fill = Annotated[
    bool, flag("--fill", "Ask what is open; what you answer becomes evidence of a saved profile.")
]
Anonymous = Annotated[bool, flag("--anonymous", "Without names, addresses and numbers of anybody.")]


@app.callback(
    epilog="""
        careercli prepare interview dana  # What the next job is likely to ask, and your own answers.
        careercli prepare letter dana --for job.txt  # An application, paragraph by paragraph.
        careercli prepare case dana --for manager -o case.html  # One page for whoever decides.
    """
)
def prepare() -> None:
    """Make papers for the next move from your own evidence: nothing in them is made up."""


def _hand_over(
    ctx: typer.Context, kind: PaperKind, profile: str | None, wanted: str | None, **how: Any
) -> None:
    """Make a paper and bring it where it goes."""
    from careercli.text.papers import paper

    subject = subject_of(ctx, profile)
    session, form = subject.session, how["form"]
    asked = {f"--format {form}": form}
    target = target_of(session, how["output"], asked, force=how["force"], read=profile)
    subject.person  # noqa: B018 - what is wrong with it is said first
    target.check(session)
    _check_resume(session, how.get("resume"), target.file, force=how["force"], read=profile)
    brief = brief_of(subject, aim_of(session, wanted), anonymous=how["anonymous"])
    check_fits(kind, brief)
    if how["fill"]:
        if how["anonymous"]:
            raise UsageError("--fill and --anonymous contradict each other.", hint="Fill first.")
        brief = filled(subject, kind, brief)
    result = paper(kind, brief)
    if (resume := how.get("resume")) is not None:
        _write_resume(session, resume, brief, force=how["force"], read=profile)
    saved = None if how["anonymous"] else subject.saved_name
    fill = next_command(session, "prepare", kind, saved, "--fill") if saved else ""
    if result.sent and result.holes and target.form in {"html", "md"}:
        session.note(
            f"{count(len(result.holes), 'question')} still open, and left out of it: see them on the screen."
        )
    hand_over(session, target, "paper", paper=result, fill=fill, name=brief.assessment.profile.name)


def _check_resume(
    session: Session, file: str | None, other: str | None, *, force: bool, read: str | None
) -> None:
    """Refuse a name for JSON Resume that is none, before anything is asked."""
    if file is None:
        return
    check_given(file, what="--resume")
    if file in {PRINTED, other} or says_otherwise(file, [".json"]):
        raise UsageError(f"{clean(file)} is no name for it.", hint="Name another file, that ends in .json.")
    check_output(session, file, force=force, read=read)


def _write_resume(session: Session, file: str, brief: Brief, *, force: bool, read: str | None) -> None:
    from careercli.exports.json_resume import json_resume
    from careercli.store import write_whole

    check_output(session, file, force=force, read=read)
    profile, skills = brief.assessment.profile, brief.assessment.skills
    write_whole(Path(file), json_resume(profile, brief.bullets, skills, session.today))
    session.note(f"the lines are in {clean(file)} as JSON Resume, for any theme.")


def _register(kind: PaperKind, about: str, epilog: str) -> None:
    """Add the command of a paper; ``about`` is its help."""

    def make(
        ctx: typer.Context,
        profile: ProfileArgument = None,
        wanted: For = None,
        fill: Fill = False,
        anonymous: Anonymous = False,
        output: OutputFile = None,
        form: PageForm = None,
        force: Force = False,
    ) -> None:
        target = {"output": output, "form": form, "force": force}
        _hand_over(ctx, kind, profile, wanted, fill=fill, anonymous=anonymous, **target)

    make.__doc__ = about
    app.command(kind, cls=CommandWithFacts, epilog=epilog)(make)


_register(
    "interview",
    "Prepare an interview: likely questions, what a strong answer shows, and room for yours.",
    """
        careercli prepare interview dana  # Twelve questions by must-haves and gaps, with your evidence.
        careercli prepare interview dana --for job.txt  # Those that a job advertisement brings.
    """,
)


@app.command(
    cls=CommandWithFacts,
    epilog="""
        careercli prepare bullets dana  # Lines for a résumé, what the goal weighs first.
        careercli prepare bullets dana --resume jsonresume.json  # As JSON Resume, for any theme.
    """,
)
def bullets(
    ctx: typer.Context,
    profile: ProfileArgument = None,
    wanted: For = None,
    fill: Fill = False,
    anonymous: Anonymous = False,
    resume: Annotated[
        str | None, option("--resume", "FILE", "Write them as JSON Resume too, for any theme to print.")
    ] = None,
    output: OutputFile = None,
    form: PageForm = None,
    force: Force = False,
) -> None:
    """Make résumé lines from evidence: yours, in order, the weak ones with what they lack."""
    target = {"output": output, "form": form, "force": force}
    _hand_over(ctx, "bullets", profile, wanted, fill=fill, anonymous=anonymous, resume=resume, **target)


_register(
    "letter",
    "Outline an application, paragraph by paragraph, with the evidence that belongs there.",
    """
        careercli prepare letter dana --for job.txt  # What belongs in each paragraph.
        careercli prepare letter dana --for team-lead -o letter.md  # For a tier, to go on with in an editor.
    """,
)
_register(
    "case",
    "Make the case for a promotion: one page for whoever decides, and the talk that goes with it.",
    """
        careercli prepare case dana --for manager  # What the seat asks, what shows it, what is open.
        careercli prepare case dana --for manager -o case.html  # A page to send before the talk.
    """,
)
_register(
    "pay",
    "Prepare the talk about pay: what is known, what speaks for you, and a script.",
    """
        careercli prepare pay dana  # What is known for the next tier, by whom, and what to say.
        careercli prepare pay dana --for job.txt  # Beside what an advertisement offers.
    """,
)
_register(
    "talk",
    "Prepare the next one-to-one: since last time, the step, what you ask for, what you agree.",
    """
        careercli prepare talk dana  # The next one-to-one: what to bring, what to ask for.
        careercli prepare talk dana -o talk.md  # As Markdown, to send the day before.
    """,
)
