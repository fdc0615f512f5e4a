"""``careercli plan``: the dated steps to the goal."""

from functools import partial
from typing import Annotated, Literal

import typer

from careercli.cli.assessment_log import assess_and_remember
from careercli.cli.group import PersonGroup
from careercli.cli.options import (
    A_PROFILE,
    Force,
    OutputFile,
    argument,
    command_app,
    completing,
    flag,
    option,
    subject_of,
)
from careercli.cli.output_file import Target, target_of
from careercli.cli.plan_output import check_sessions, keep_shown, sessions_of, whose_plan
from careercli.cli.profile_source import Subject, later_command
from careercli.cli.results import hand_over
from careercli.commands.plan_steps import done, undo
from careercli.errors import UsageError
from careercli.exports.plan import PlanFile, Sessions

app = command_app(cls=PersonGroup, invoke_without_command=True)


ENDINGS = (".txt", ".md", ".markdown", ".csv", ".ics", ".json")


@app.callback(
    epilog="""
        careercli plan  # Your next steps, and when you can be ready.
        careercli plan dana -o plan.ics --sessions tue,thu@18:00
            # In your calendar, with hours to work on it.
        careercli plan dana --for job.txt  # The steps that one job advertisement needs.
    """
)
def plan(
    ctx: typer.Context,
    profile: Annotated[
        str | None,
        argument("[PROFILE]", A_PROFILE, autocompletion=completing("profiles", words=("done", "undo"))),
    ] = None,
    form: Annotated[
        Literal["table", "md", "csv", "ics", "json"] | None,
        typer.Option(
            "--format",
            help="A screen, a Markdown checklist, a table for a spreadsheet, a calendar, or JSON. With -o "
            "the ending of the file says it.",
        ),
    ] = None,
    output: OutputFile = None,
    force: Force = False,
    sessions: Annotated[
        str | None,
        option(
            "--sessions",
            "DAYS@HOUR",
            "In a calendar also when you work on it each week, as in tue,thu@18:00.",
        ),
    ] = None,
    full: Annotated[bool, flag("--full", "The steps of every milestone.")] = False,
    advertisement: Annotated[
        str | None,
        option("--for", "AD", "The steps that a job advertisement needs: a file, or '-' for standard input."),
    ] = None,
    route: Annotated[
        Literal["shortest", "full"],
        typer.Option(
            "--route",
            help="Only the steps that the goal needs, with the fewest hours; or what else helps as well.",
        ),
    ] = "shortest",
) -> None:
    """Print the steps to the goal in order, with dates and what decides them."""
    subject = subject_of(ctx, profile)
    session, asked = subject.session, {f"--format {form}": form}
    target = target_of(session, output, asked, endings=ENDINGS, force=force, read=profile)
    when = None if sessions is None else sessions_of(sessions, target.form)
    if advertisement is not None and subject.facts.goal is not None:
        raise UsageError("--for and --goal are two goals.", hint="Leave one of them out.")
    person = subject.person
    if when is not None:
        check_sessions(when, person)
    target.check(session)
    if advertisement is not None:
        _plan_for(subject, target, advertisement, route, when)
        return
    assessment = assess_and_remember(subject)
    dated = assessment.plan_to(assessment.goal, route)
    planned = PlanFile(dated, person, session.catalog, whose=whose_plan(subject), sessions=when)
    screen: dict[str, object] = {"full": True}
    saved = subject.kept_name
    if target.on_screen:
        more = partial(subject.command, "plan", " --full")
        screen = {"full": full, "more": more, "rate": subject.command_to_rate}
        if saved and saved == subject.saved_name:
            screen["done"] = partial(later_command, session, "plan", "done", "NUMBER", saved)
    hand_over(session, target, "plan", plan=dated, file=planned, **screen)
    if target.form != "json":
        keep_shown(session, saved, dated)


def _plan_for(
    subject: Subject,
    target: Target,
    advertisement: str,
    route: Literal["shortest", "full"],
    when: Sessions | None,
) -> None:
    """Hand over the steps that an advertisement needs; they are no steps of the profile's own plan."""
    from careercli.cli.advertisement_source import advertisement as read
    from careercli.domain.ad_plan import plan_for
    from careercli.domain.match import match

    session = subject.session
    ad = read(session, advertisement)
    if ad.line_of_work == "other":
        from careercli.text.match import line_sentence

        raise UsageError(
            f"{line_sentence(ad)} No plan of this ladder leads there.",
            hint="'careercli match' with the same advertisement says what carries over.",
        )
    found = match(subject.assess(), ad)
    dated = plan_for(found, session.catalog.skills_by_id, route)
    whose = f"{whose_plan(subject)} for {found.ad.name}"
    planned = PlanFile(dated, subject.person, session.catalog, whose=whose, sessions=when)
    values = {"rate": subject.command_to_rate} if target.on_screen else {}
    hand_over(session, target, "plan", plan=dated, file=planned, full=True, **values)


app.command(
    "done",
    epilog="""
        careercli plan done coaching dana --proof 'Three notes'
            # The next step of a skill is done, and this shows it.
        careercli plan done coaching-4 dana --hours 12 --proof 'A review'
            # A step by its id, and the hours that it took.
    """,
)(done)
app.command(
    "undo",
    epilog="""
        careercli plan undo coaching dana  # Level and evidence are as they were before it.
        careercli plan undo coaching dana --json  # As a document, for a script.
    """,
)(undo)
