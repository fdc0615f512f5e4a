"""A step finished or taken back, for the commands and the guided session: its proof, and what it changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from careercli.cli.context import Session
from careercli.domain.growth import GrowthStep
from careercli.domain.model import Profile, Skill
from careercli.errors import UsageError
from careercli.formats.text import clean, one_line

if TYPE_CHECKING:
    from careercli.domain.history import History, Record, StepDone
    from careercli.domain.steps import Completion, StepChange
    from careercli.prompts.asker import Asker

LONGEST_PROOF = 1000
"""In characters, some 150 words."""


def checked_proof(proof: str) -> str:
    """Return a proof on one line.

    Raises:
        UsageError: there is nothing in it, or too much.

    """
    text = one_line(clean(proof))
    wrong = wrong_proof(text)
    if wrong:
        raise UsageError(f"--proof {wrong}", hint="As in --proof 'Five ticket numbers and her feedback'.")
    return text


def ask_for_proof(asker: Asker, growth: GrowthStep, *, back: bool = False) -> str:
    """Ask what proves a step, and return it on one line.

    Raises:
        GoBackError: with ``back``, where the person goes back.
        KeyboardInterrupt, EOFError: the person breaks off.

    """

    def check(text: str) -> str | None:
        wrong = wrong_proof(text)
        return f"It {wrong}" if wrong else None

    asker.tell(f"\n{growth.title}\nWhat the step asks for as proof: {growth.proof}")
    return checked_proof(asker.text("What do you have to show?", "", check, back=back))


def wrong_proof(proof: str) -> str | None:
    """Return what is wrong with a proof, or None."""
    if not one_line(clean(proof)):
        return "has to say what shows that the step is done."
    if len(proof) > LONGEST_PROOF:
        return f"takes up to {LONGEST_PROOF} characters."
    return None


def finish_step(
    session: Session, name: str, skill: Skill, level: int | None, effort: Completion
) -> StepChange:
    """Record a finished step in a saved profile, and return what that changed.

    Raises:
        UsageError: it is not the next step of the skill.
        CareerError: it cannot be recorded.

    """
    from careercli.domain.steps import finish

    def edit(before: Profile, _: History) -> tuple[Profile, StepDone, StepDone, bool]:
        finished = finish(before, skill, level, effort)
        return finished.profile, finished.step, finished.step, False

    return change_by_step(session, name, edit, taken_back=False)


def change_by_step(
    session: Session,
    name: str,
    edit: Callable[[Profile, History], tuple[Profile, Record, StepDone, bool]],
    *,
    taken_back: bool,
) -> StepChange:
    """Change a saved profile by a step, remember it with where the person stood before and after.

    ``edit`` returns the profile after the step, what is recorded of it, the step, and whether a level set
    since stays as it is.
    """
    from careercli.cli.assessment_log import tell_of_rule
    from careercli.domain.change import compare
    from careercli.domain.history import is_news, remembered
    from careercli.domain.steps import StepChange
    from careercli.text.refusals import refusals_in_words

    catalog, today = session.catalog, session.today
    version = catalog.fingerprint

    def all_of_it(before: Profile, history: History) -> tuple[Profile, list[Record], StepChange]:
        after, record, step, stays = edit(before, history)
        change = compare(session.assess(before), session.assess(after))
        was, now = (
            remembered(each, at=session.clock_day, catalog=version) for each in (change.before, change.after)
        )
        seen.append(history)
        last = history.last_assessment
        records: list[Record] = [record]
        if last is None or last.as_of <= today:  # what is remembered of later days is not contradicted
            records = [*([was] if is_news(last, was) else []), record, *([now] if is_news(was, now) else [])]
        return after, records, StepChange(step, taken_back, stays, change)

    seen: list[History] = []
    with refusals_in_words():
        step_change = session.store.change(name, catalog, all_of_it)
    tell_of_rule(session, seen[-1], step_change.change.before)
    return step_change
