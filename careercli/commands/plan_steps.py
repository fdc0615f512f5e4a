"""``careercli plan done`` (also ``progress log``) and ``plan undo``: steps finished, and taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from careercli.cli.context import Session, session_of
from careercli.cli.finished_step import ask_for_proof, change_by_step, checked_proof, finish_step
from careercli.cli.named_step import check_level, refuse_done, step_meant, step_named
from careercli.cli.options import A_SAVED_NAME, argument, day_given, option
from careercli.cli.results import show_done
from careercli.cli.saved_profiles import required_name, saved_profile
from careercli.domain.typed import typed
from careercli.errors import NeedsInputError, NotFoundError, UsageError, breaking_off
from careercli.formats.document import shortened

if TYPE_CHECKING:
    from careercli.domain.history import History, StepDone, Undone
    from careercli.domain.model import Profile, Skill
    from careercli.domain.steps import StepChange

_RECORDED = "A finished step is recorded in"

MOST_HOURS = 1000
"""No step takes longer than half a year of work."""

SavedArgument = Annotated[str | None, argument("[PROFILE]", A_SAVED_NAME, "profiles")]


def done(
    ctx: typer.Context,
    step: Annotated[
        str,
        argument(
            "STEP", "The step's number in the plan last shown, its title or id, or the skill.", "skills"
        ),
    ],
    profile: SavedArgument = None,
    proof: Annotated[
        str | None,
        option("--proof", "TEXT", "What shows it; kept as evidence."),
    ] = None,
    hours: Annotated[
        str | None,
        option("--hours", "N", "The hours that it took."),
    ] = None,
    on: Annotated[
        str | None,
        option("--on", "DATE", "When it was finished; today unless told."),
    ] = None,
) -> None:
    """Record a finished step, and see what that changes.

    The level rises and the proof is kept as evidence, the raw material of a portfolio.
    """
    from careercli.domain.steps import Completion, finish

    session = session_of(ctx)
    check_level(step)
    name = required_name(session, profile, _RECORDED)
    skill_id, level = step_meant(session, name, step)
    day = _day(session, on)
    took = None if hours is None else _hours(hours)
    effort = Completion(day, "" if proof is None else checked_proof(proof), took)
    person = saved_profile(session, name)
    skill = session.assess(person).skills[skill_id]
    refuse_done(session, name, person, skill_id, level)
    if proof is None:
        finish(person, skill, level, effort)  # say what is wrong before asking
        effort = Completion(day, _asked(session, skill, name, level), took)
    _show(session, name, finish_step(session, name, skill, level, effort))


def undo(
    ctx: typer.Context,
    step: Annotated[
        str | None,
        argument("[STEP]", "The step, named as for done; the step recorded last unless told.", "skills"),
    ] = None,
    profile: SavedArgument = None,
) -> None:
    """Take back a finished step: level and evidence are as before it."""
    from careercli.domain.steps import take_back

    session = session_of(ctx)
    if step is not None and profile is None and _is_profile(session, step):
        step, profile = None, step
    check_level(step or "")
    name = required_name(session, profile, "A step is taken back in")
    wanted = None if step is None else step_meant(session, name, step)

    def edit(before: Profile, history: History) -> tuple[Profile, Undone, StepDone, bool]:
        back = take_back(before, history, session.catalog.skills_by_id, session.today, wanted)
        return back.profile, back.record, back.step, back.stays

    _show(session, name, change_by_step(session, name, edit, taken_back=True))


def _is_profile(session: Session, word: str) -> bool:
    """Return whether the only word is a saved profile, and no skill is called so."""
    try:
        step_named(session.catalog, word)
    except NotFoundError:
        return word in session.store.names()
    return False


def _hours(text: str) -> float:
    """Return how long a step took.

    Raises:
        UsageError: it is no number of hours, or none that a step takes.

    """
    found = typed(text, "hours")
    if found is None or not 0 < found.amount <= MOST_HOURS:
        raise UsageError(
            f"--hours takes a number above 0 and up to {MOST_HOURS}, not '{shortened(text)}'.",
            hint="As in 5.5, '5,5 hours' or '90 min'.",
        )
    return found.amount


def _day(session: Session, text: str | None) -> date:
    day = day_given(session, "--on", text)
    if day > session.today:
        raise UsageError(
            f"--on {day} is in the future; today is {session.today}.", hint="Record a step when it is done."
        )
    return day


def _asked(session: Session, skill: Skill, name: str, level: int | None) -> str:
    """Ask what proves a step.

    Raises:
        NeedsInputError: there is nobody to ask.
        InterruptedSessionError: the person broke off.

    """
    to = level or saved_profile(session, name).skills.get(skill.id, 0) + 1
    growth = skill.growth[to - 1]
    if not session.can_ask:
        raise NeedsInputError(
            "What proves that the step is done is not given.",
            hint=f"Add --proof TEXT. What the step asks for: {growth.proof}",
        )
    with breaking_off("Interrupted; nothing was recorded."):
        return ask_for_proof(session.asker, growth)


def _show(session: Session, name: str, change: StepChange) -> None:
    """Print what a step changed, which is saved by now."""
    done = "The step is taken back" if change.taken_back else "The step is recorded"
    show_done(session, "step", done, name=name, change=change)
