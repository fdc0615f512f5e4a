"""``careercli plan done`` (also ``progress log``) and ``plan undo``: steps finished, and taken back."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from careercli.cli.context import Session, session_of
from careercli.cli.finished_step import ask_for_proof, change_by_step, checked_proof, finish_step
from careercli.cli.options import A_SAVED_NAME, argument, day_given, option
from careercli.cli.profile_source import next_command
from careercli.cli.results import show
from careercli.cli.saved_profiles import required_name, saved_profile
from careercli.domain.model import Catalog
from careercli.domain.names import fold
from careercli.domain.typed import typed
from careercli.errors import (
    InterruptedSessionError,
    NeedsInputError,
    NotFoundError,
    StorageError,
    UsageError,
)
from careercli.formats.document import shortened
from careercli.formats.lookup import find_skill
from careercli.text.phrases import count

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
            "STEP", "The step's id, title or number in the plan, or its skill, for the next level.", "skills"
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
    numbered = re.fullmatch(r"[0-9]{1,4}", step.strip()) is not None
    skill_id, level = (
        _of_number(session, profile, int(step)) if numbered else step_named(session.catalog, step)
    )
    skill = session.catalog.skills_by_id[skill_id]
    day = _day(session, on)
    took = None if hours is None else _hours(hours)
    name = required_name(session, profile, _RECORDED)
    effort = Completion(day, "" if proof is None else checked_proof(proof), took)
    if proof is None:
        finish(saved_profile(session, name), skill, level, effort)  # say what is wrong before asking
        effort = Completion(day, _asked(session, skill, name, level), took)
    _show(session, name, finish_step(session, name, skill, level, effort))


def undo(
    ctx: typer.Context,
    step: Annotated[
        str | None,
        argument("[STEP]", "The step's id, title or skill; the step recorded last unless told.", "skills"),
    ] = None,
    profile: SavedArgument = None,
) -> None:
    """Take back a finished step: level and evidence are as before it."""
    from careercli.domain.steps import take_back

    session = session_of(ctx)
    if step is not None and profile is None and _is_profile(session, step):
        step, profile = None, step
    wanted = None if step is None else step_named(session.catalog, step)
    name = required_name(session, profile, "A step is taken back in")

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


def _of_number(session: Session, profile: str | None, number: int) -> tuple[str, int | None]:
    """Return the skill and the level of a step by its number in the plan, and say which it is.

    Raises:
        NotFoundError: the plan has fewer steps.
        UsageError: it is no step that is finished with a proof.

    """
    name = required_name(session, profile, _RECORDED)
    steps = session.assess(saved_profile(session, name)).plan.steps
    if not 1 <= number <= len(steps):
        has = f"{count(len(steps), 'step')}" if steps else "no step"
        raise NotFoundError(
            f"The plan of {name} has {has}, so there is none with the number {number}.",
            hint=f"See {next_command(session, 'plan', name)}",
        )
    step = steps[number - 1]
    if step.skill is None or step.growth is None:
        raise _done_by_answering(step.id, name)
    session.note(f"step {number} of the plan is {step.id}: {step.growth.title}.")
    return step.skill, step.level_to


def _done_by_answering(step: str, name: str = "NAME") -> UsageError:
    """Return what is wrong with recording a step that is finished by an answer."""
    return UsageError(
        f"{step} is done by answering, not by a proof.",
        hint=f"Its questions are in the interview: careercli advise --profile {name}",
    )


def step_named(catalog: Catalog, text: str) -> tuple[str, int | None]:
    """Return the skill that STEP means, and the level where it says one.

    STEP is a skill, SKILL=LEVEL, or a step's id or title.

    Raises:
        NotFoundError: no skill and no step is called so; says the nearest skill.
        UsageError: the level is none that a step leads to; or it is another kind of step, or several.

    """
    name, separator, level = text.rpartition("=")
    if not separator:
        return _step_called(catalog, text)
    skill = find_skill(catalog, name)
    if not re.fullmatch(r"[1-4]", level.strip()):
        raise UsageError(
            f"A step leads to a level from 1 to 4, not '{shortened(level)}'.", hint=f"As in {skill}=2."
        )
    return skill, int(level)


def _step_called(catalog: Catalog, text: str) -> tuple[str, int | None]:
    """Return what :func:`step_named` does of a name without a level behind it."""
    called = fold(text)
    if called not in catalog.skill_names:
        if called == "quick-interview" or called.removeprefix("rate-") in catalog.skills_by_id:
            raise _done_by_answering(called)
        found = {
            step: (skill.id, growth.to)
            for skill in catalog.skills
            for growth in skill.growth
            if called in {step := f"{skill.id}-{growth.to}", fold(growth.title)}
        }
        if len(found) > 1:
            raise UsageError(
                f"Several steps are called '{shortened(text)}'.", hint=f"Say which: {', '.join(found)}."
            )
        if found:
            return next(iter(found.values()))
    return find_skill(catalog, text), None


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
    try:
        return ask_for_proof(session.asker, growth)
    except (KeyboardInterrupt, EOFError) as error:
        raise InterruptedSessionError("Interrupted; nothing was recorded.") from error


def _show(session: Session, name: str, change: StepChange) -> None:
    """Print what a step changed, which is saved by now.

    Raises:
        StorageError: it cannot be printed; says that it must not be recorded once more.

    """
    try:
        show(session, "step", name=name, change=change)
    except StorageError as error:
        done = "taken back" if change.taken_back else "recorded"
        error.hint = f"The step is {done} all the same: do not repeat this. {error.hint}".strip()
        raise
