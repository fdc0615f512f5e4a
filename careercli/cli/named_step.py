"""Which step somebody means: by its number in the plan last shown, its id, its title, or its skill."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careercli.cli.context import Session
from careercli.cli.profile_source import next_command
from careercli.cli.saved_profiles import saved_profile
from careercli.domain.growth import GrowthStep
from careercli.domain.history import StepDone, steps_done
from careercli.domain.names import fold, nearest
from careercli.errors import NotFoundError, UsageError
from careercli.formats.document import shortened
from careercli.formats.lookup import find_skill
from careercli.text.phrases import day

if TYPE_CHECKING:
    from careercli.domain.model import Catalog, Profile
    from careercli.domain.schedule import Plan

Meant = tuple[str, int | None]
"""The id of a skill, and the level to which the step leads, where that is said."""

_NUMBER = re.compile(r"(?:step )?#?([0-9]{1,4})\.?", re.IGNORECASE)

_BEGINNING = 2
"""From so many words on, what is typed may be how a title begins."""

_NAMED = 3
"""Up to this many steps are named where several could be meant."""


def step_meant(session: Session, name: str, text: str) -> Meant:
    """Return the step that STEP means in the plan of a saved profile; of a number, say which it is.

    Raises:
        NotFoundError: there is none; says what may be meant.
        UsageError: it is no step that is finished with a proof, or it is done; or several are called so.

    """
    if numbered := _NUMBER.fullmatch(text.strip()):
        return _of_number(session, name, int(numbered[1]))
    try:
        meant = step_named(session.catalog, text, name)
    except NotFoundError as error:
        plan = session.assess(saved_profile(session, name)).plan
        see = f"Those of the plan: {next_command(session, 'plan', name, '--full')}"
        raise NotFoundError(
            f"No step is called '{shortened(text)}'.", hint=_suggestion(session, plan, text) or see
        ) from error
    return meant


def step_named(catalog: Catalog, text: str, name: str = "NAME") -> Meant:
    """Return the step that is called so, whoever's plan has it; ``name`` is whose it is, for messages.

    It is called by a skill, SKILL=LEVEL, or a step's id or any title of it, whatever the seat.

    Raises:
        NotFoundError: no skill and no step is called so; says the nearest skill.
        UsageError: the level is none that a step leads to; or it is another kind of step, or several.

    """
    check_level(text)
    skill, separator, level = text.rpartition("=")
    return (find_skill(catalog, skill), int(level)) if separator else _step_called(catalog, text, name)


def check_level(text: str) -> None:
    """Refuse SKILL=LEVEL with a level that no step leads to, whoever's plan it is.

    Raises:
        UsageError: it is none from 1 to 4.

    """
    skill, separator, level = text.rpartition("=")
    if separator and not re.fullmatch(r"[1-4]", level.strip()):
        raise UsageError(
            f"A step leads to a level from 1 to 4, not '{shortened(level)}'.",
            hint=f"As in {shortened(skill.strip())}=2.",
        )


def refuse_done(session: Session, name: str, profile: Profile, skill: str, level: int | None) -> None:
    """Refuse a step that is recorded as done already, and say since when.

    Raises:
        UsageError: it is.

    """
    if level is None or profile.skills.get(skill, 0) < level:
        return
    done = (entry.record for entry in steps_done(session.store.history(name)))
    found = [step for step in done if (step.skill, step.level_to) == (skill, level)]
    if found:
        raise UsageError(_done_since(found[-1]), hint=f"To take it back: {_undo(session, found[-1], name)}")


def _done_since(step: StepDone) -> str:
    return f"'{step.title}' is done already, since {day(step.day)}."


def _undo(session: Session, step: StepDone, name: str) -> str:
    return next_command(session, "plan", "undo", f"{step.skill}-{step.level_to}", name)


def _step_called(catalog: Catalog, text: str, name: str) -> Meant:
    """Return what :func:`step_named` does of a name without a level behind it."""
    called = fold(text)
    if called not in catalog.skill_names:
        _refuse_answered(catalog, called, name)
        found = {
            step: (skill, growth.to)
            for step, (skill, growth) in _all_steps(catalog).items()
            if called == step or any(_words_in(called) == _words_in(fold(title)) for title in growth.titles)
        }
        if len(found) > 1:
            raise UsageError(
                f"Several steps are called '{shortened(text)}'.", hint=f"Say which: {', '.join(found)}."
            )
        if found:
            return next(iter(found.values()))
    return find_skill(catalog, text), None


def _words_in(text: str) -> list[str]:
    """Return the words of a title, which is hardly ever typed with every comma."""
    return re.findall(r"\w+", text)


def _all_steps(catalog: Catalog) -> dict[str, tuple[str, GrowthStep]]:
    """Return every step that the role data has, by its id, with its skill."""
    return {
        f"{skill.id}-{growth.to}": (skill.id, growth) for skill in catalog.skills for growth in skill.growth
    }


def _of_number(session: Session, name: str, number: int) -> Meant:
    """Return the step of a number in the plan last shown, in that of today where none was.

    Raises:
        NotFoundError: the plan has fewer steps, or the role data has that step no more.
        UsageError: it is no step that is finished with a proof.

    """
    from careercli.text.steps import step_numbers

    shown = session.store.shown_plan(name)
    numbers = shown.numbers if shown else step_numbers(session.assess(saved_profile(session, name)).plan)
    when = f" shown on {day(shown.day)}" if shown else ""
    step = next((step for step, own in numbers.items() if own == number), None)
    see = f"See {next_command(session, 'plan', name)}"
    if step is None:
        most = max(numbers.values(), default=0)
        has = f"numbers from 1 to {most}" if most else "no step"
        raise NotFoundError(
            f"The plan of {name}{when} has {has}, so there is none with the number {number}.", hint=see
        )
    found = _all_steps(session.catalog).get(step)
    if found is None:
        _refuse_answered(session.catalog, step, name)
        raise NotFoundError(f"Step {number} of the plan{when}, {step}, is no step any more.", hint=see)
    skill, growth = found
    growth = session.assess(saved_profile(session, name)).skills[skill].growth[growth.to - 1]
    session.note(f"step {number} of the plan{when} is {step}: {growth.title}.")
    return skill, growth.to


def _refuse_answered(catalog: Catalog, step: str, name: str) -> None:
    """Refuse to record a step that is finished by an answer."""
    if step == "quick-interview" or step.removeprefix("rate-") in catalog.skills_by_id:
        raise UsageError(
            f"{step} is done by answering, not by a proof.",
            hint=f"Its questions are in the interview: careercli advise --profile {name}",
        )


def _suggestion(session: Session, plan: Plan, text: str) -> str:
    """Return what may be meant: a step of the plan, else a skill; empty where nothing is near."""
    from careercli.text.steps import step_numbers

    catalog, numbers = session.catalog, step_numbers(plan)
    titles = {step.id: step.growth.title for step in plan.steps if step.growth}
    told = {step: f"step {numbers[step]}, '{title}' ({step})" for step, title in titles.items()}
    names = {step: step for step in titles} | {fold(title): step for step, title in titles.items()}
    words = fold(text).split()
    if len(words) >= _BEGINNING:
        names = {" ".join(title.split()[: len(words)]): step for title, step in names.items()} | names
    near = nearest(text, [*names, *catalog.skill_names])
    if near is not None and near in names:
        return f"Did you mean {told[names[near]]}?"
    if near is not None:
        skill = catalog.skill_names[near]
        of_skill = next(
            (told[step.id] for step in plan.steps if step.skill == skill and step.id in told), None
        )
        return f"Did you mean '{skill}'{f', {of_skill}' if of_skill else ''}?"
    within = {told[step] for title, step in names.items() if all(word in title for word in words)}
    return f"Did you mean {' or '.join(sorted(within))}?" if 0 < len(within) <= _NAMED else ""
