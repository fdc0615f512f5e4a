"""``careercli match``: an advertisement beside a person, or several of them."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from careercli.cli.context import Session
from careercli.cli.options import Force, OutputFile, PageForm, argument, command_app, option, subject_of
from careercli.cli.output_file import PRINTED, Target, target_of
from careercli.cli.profile_source import Subject, next_command
from careercli.cli.results import hand_over
from careercli.cli.shared_results import hand_over_match
from careercli.errors import BelowTierError, InvalidDataError, NeedsInputError, Problem, UsageError

if TYPE_CHECKING:
    from careercli.domain.match import Match
    from careercli.domain.matches import UnreadAd


app = command_app()


@app.command(
    epilog="""
        careercli match job.txt  # Is it for you, what is missing, what to say: by the profile in use.
        careercli match ads --profile dana  # Every advertisement of a folder, the best first.
        careercli match job.txt --support-years 3 --skill ticketing=2 --at-least stretch
            # From facts, for a script: exit 7 if it says not yet.
    """
)
def match(
    ctx: typer.Context,
    ads: Annotated[
        list[str] | None,
        argument("[AD]...", "Text, HTML, PDF or Word files, folders of them, or '-' for standard input."),
    ] = None,
    profile: Annotated[
        str | None, option("--profile", "PROFILE", "Whose; the profile in use unless told.", "profiles")
    ] = None,
    yes: Annotated[
        list[str] | None,
        option("--yes", "ID", "Yes to a condition, by its id or its kind, as nights; repeatable."),
    ] = None,
    no: Annotated[
        list[str] | None, option("--no", "ID", "No to a condition, by its id or its kind; repeatable.")
    ] = None,
    at_least: Annotated[
        Literal["apply", "stretch"] | None,
        typer.Option("--at-least", help="Exit with 7 below this verdict; of several, if none reaches it."),
    ] = None,
    output: OutputFile = None,
    form: PageForm = None,
    force: Force = False,
) -> None:
    """Say how somebody fits a job advertisement: apply, a stretch or not yet, and what to do about it.

    Without AD, on a terminal, paste the text; each condition that --yes or --no does not answer then takes a
    key. Of several ads: the best first, what they ask together, and which one step opens most of them; then
    exit 4 if any could not be read. Nothing of an advertisement is kept.
    """
    subject = subject_of(ctx, profile)
    session, given = subject.session, ads or []
    if given.count(PRINTED) + (profile == PRINTED) > 1:
        raise UsageError("Standard input can be read once only.", hint="Name a file in place of one '-'.")
    target = target_of(session, output, form, force=force, read=profile)
    target.check(session)
    subject.person  # noqa: B018 - what is wrong with it is said first
    from careercli.cli.advertisement_source import is_several

    if not given:
        verdicts = [_pasted(session, subject, target, yes or [], no or [])]
    elif is_several(given):
        verdicts = _several(subject, target, given, yes or [], no or [])
    else:
        verdicts = [_one(subject, target, given[0], yes or [], no or [])]
    _judge(verdicts, at_least)


def _one(subject: Subject, target: Target, given: str, yes: Sequence[str], no: Sequence[str]) -> "Match":
    from careercli.cli.advertisement_source import advertisement, answers_given
    from careercli.domain.match import match as match_of

    ad = advertisement(subject.session, given)
    result = match_of(subject.assess(), ad, answers_given([ad], yes, no))
    hand_over_match(subject.session, target, result, partial(_commands, subject, given))
    return result


def _commands(subject: Subject, given: str) -> dict[str, str]:
    """Return what to type to go on; what was read from standard input is gone."""
    found = {"answer": "--yes ID or --no ID, behind the same command", "rate": subject.command_to_rate()}
    if PRINTED not in {given, subject.name}:
        named = [] if subject.name is None else [subject.name]
        facts = subject.facts.as_options
        found["plan"] = next_command(subject.session, "plan", *named, "--for", given, *facts)
    return found


def _several(
    subject: Subject, target: Target, given: Sequence[str], yes: Sequence[str], no: Sequence[str]
) -> list["Match"]:
    from careercli.cli.advertisement_source import advertisements, answers_given
    from careercli.domain.match import match as match_of
    from careercli.domain.matches import matches

    session, found = subject.session, advertisements(subject.session, given)
    assessment, answers = subject.assess(), answers_given(found.ads, yes, no)
    made = [match_of(assessment, ad, answers) for ad in found.ads]
    hand_over(session, target, "matches", matches=matches(assessment, made, answers, found.unread))
    if found.unread:
        total = len(found.ads) + len(found.unread)
        raise InvalidDataError(
            f"{len(found.unread):,} of {total:,} advertisements could not be read.",
            problems=() if target.on_screen else tuple(map(_problem, found.unread)),
            hint="The others are complete." if made else "",
        )
    return made


def _problem(unread: "UnreadAd") -> Problem:
    return Problem(unread.name, 0, 0, "", unread.message.rstrip("."), unread.hint)


def _pasted(
    session: Session, subject: Subject, target: Target, yes: Sequence[str], no: Sequence[str]
) -> "Match":
    from careercli.cli.advertisement_source import answers_to_come

    if not session.can_ask:
        raise NeedsInputError(
            "No advertisement is named, and there is no terminal to paste one into.",
            hint="Name a file, or '-' for standard input.",
        )
    from careercli.interview.advertisement import match_pasted

    given = answers_to_come(yes, no)
    return match_pasted(session, subject.assess(), target, given, saved=subject.saved_name)


def _judge(found: Sequence["Match"], at_least: Literal["apply", "stretch"] | None) -> None:
    if at_least is None:
        return
    from careercli.domain.verdict import grade
    from careercli.text.match import VERDICTS

    best = max((each.verdict for each in found), key=grade)
    if grade(best) < grade(at_least):
        wanted = VERDICTS[at_least].lower()
        one = f"'{VERDICTS[best]}' is below '{wanted}'."
        raise BelowTierError(one if len(found) == 1 else f"None of them comes to '{wanted}'.")
