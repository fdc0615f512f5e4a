"""The menu of a guided session: what to look at, change, record and save once the questions are answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from careercli.cli.finished_step import ask_for_proof, finish_step
from careercli.cli.profile_source import later_command, next_command
from careercli.cli.results import show
from careercli.domain.interview import next_question
from careercli.domain.model import LEVEL_NAMES
from careercli.domain.placement import unrated
from careercli.domain.plan import PlannedStep, to_start
from careercli.domain.steps import Completion
from careercli.errors import CareerError
from careercli.interview.answers import KeptAnswers
from careercli.interview.questions import Interview
from careercli.prompts.asker import GoBackError, Option
from careercli.text.headline import standing_sentence

_STEPS = 6
"""This many steps that can be started are offered to be marked as done."""

_PLACE_OF_STEPS = "A finished step is recorded in a saved profile"


def run_menu(answers: KeptAnswers) -> None:
    """Offer what to do with the answers until the person leaves."""
    default = "r" if _says_too_little(answers) else "p"
    while True:
        # 24 lines have no room for a whole report and the menu.
        reminder = "" if answers.session.accessible else standing_sentence(answers.assessment())
        offered = {entry.key: entry for entry in ENTRIES if entry.offered(answers)}
        left = len(_open_skills(answers))
        options = [Option(key, entry.label.format(open=left), key) for key, entry in offered.items()]
        chosen = offered[answers.asker.choose("What next?", reminder, options, default)]
        if chosen.act(answers) and chosen.leaves:
            return
        default = "q" if answers.is_saved else "s"


# -- looking and changing ------------------------------------------------------------------------------


def _plan(answers: KeptAnswers) -> None:
    from careercli.pages.plan import Commands, plan_view

    session, catalog, plan = answers.session, answers.catalog, answers.assessment().plan
    more = "careercli plan FILE --full, once you have saved to one"
    if answers.holder is not None:
        more = next_command(session, "plan", answers.holder, "--full")
    session.write("\n")
    view = plan_view(
        plan,
        answers.profile,
        catalog.skills_by_id,
        commands=Commands(more, "r in the menu"),
        following=catalog.ladder.at(plan.goal.rank + 1) if plan.goal else None,
    )
    session.print_view(view)


def _says_too_little(answers: KeptAnswers) -> bool:
    """Return whether too little is rated to place the person, and more can be."""
    if answers.assessment().placement.state != "too-little-rated":
        return False
    return next_question(answers.catalog.ladder, answers.profile) is not None


def _rate_quickly(answers: KeptAnswers) -> None:
    Interview(answers).quick()
    answers.report()


def _open_skills(answers: KeptAnswers) -> tuple[str, ...]:
    return unrated(answers.catalog.ladder, answers.profile)


def _rate_more(answers: KeptAnswers) -> None:
    """Ask for the open skills, those that the goal needs most first."""
    assessment = answers.assessment()
    first = [gap.skill for gap in (*assessment.gaps, *assessment.goal_gaps) if gap.have is None]
    Interview(answers).full(tuple(dict.fromkeys([*first, *_open_skills(answers)])))
    answers.report()


def _change_facts(answers: KeptAnswers) -> None:
    Interview(answers).facts(again=True)
    answers.report()


# -- steps ---------------------------------------------------------------------------------------------


def _steps(answers: KeptAnswers) -> tuple[PlannedStep, ...]:
    """Return the first steps of the plan that can be started and recorded, in its order.

    A step from a level that is only estimated cannot be: its skill has to be rated first.
    """
    steps = to_start(answers.catalog.skills_by_id, answers.assessment().plan.steps)
    levels = answers.profile.skills
    return tuple(
        step for step in steps if step.growth and step.level_from == levels.get(step.skill or "", 0)
    )[:_STEPS]


def _step_done(answers: KeptAnswers) -> None:
    """Record a step as done, with its proof, and show what that changes."""
    name, session = _saved_first(answers), answers.session
    if name is None:
        return
    try:
        answers.take_up(name)  # a step may have been recorded elsewhere since
        chosen = _chosen_and_proved(answers, name)
        if chosen is None:
            return
        step, effort = chosen
        skill = answers.catalog.skills_by_id[step.skill or ""]
        change = finish_step(session, name, skill, step.level_to, effort)
        answers.take_up(name)
    except CareerError as error:
        session.report(error)
        return
    session.write("\n")
    show(session, "step", name=name, change=change)


def _saved_first(answers: KeptAnswers) -> str | None:
    """Return the saved profile that holds the answers, saving them first where none does; or None."""
    if answers.saved_as is None:
        answers.asker.tell(f"{_PLACE_OF_STEPS}, so save your answers under a name first.")
        if answers.save() and answers.saved_as is None:
            answers.asker.tell(
                f"{_PLACE_OF_STEPS}, not in a file: save under a name too, then mark the step."
            )
    return answers.saved_as


def _chosen_and_proved(answers: KeptAnswers, name: str) -> tuple[PlannedStep, Completion] | None:
    """Ask which step is done and what proves it; None where the person goes back to the menu."""
    steps = _steps(answers)
    if not steps:
        answers.asker.tell("No step is left in the plan.")
        return None
    options, growths = [], {}
    for number, step in enumerate(steps, start=1):
        if step.growth is not None and step.skill is not None:
            level = f"{step.growth.to}, {LEVEL_NAMES[step.growth.to]}"
            label = f"{answers.catalog.skills_by_id[step.skill].name} to level {level}: {step.growth.title}."
            options.append(Option(str(number), label, step.id))
            growths[step.id] = step, step.growth
    other = later_command(answers.session, "plan", "done", "STEP", name, "--on", "DATE")
    detail = f"It counts as done today; for another step or day type {other} instead."
    while True:
        try:
            chosen = answers.asker.choose("Which step is done?", detail, options, steps[0].id, back=True)
        except GoBackError:
            return None
        step, growth = growths[chosen]
        try:
            return step, Completion(answers.session.today, ask_for_proof(answers.asker, growth, back=True))
        except GoBackError:
            continue


# -- leaving -------------------------------------------------------------------------------------------


def _leave(answers: KeptAnswers) -> bool:
    """Return whether to leave: at once where nothing would be lost, else after asking."""
    if answers.is_saved:
        return True
    options = [
        Option("y", "Yes, save them.", "yes"),
        Option("n", "No, leave without saving.", "no"),
        Option("m", "Back to the menu.", "menu"),
    ]
    choice = answers.asker.choose("Your answers are not saved. Save them first?", "", options, "yes")
    if choice == "yes":
        return answers.save()
    if choice == "no":
        answers.draft.forget()
    return choice == "no"


class Entry(NamedTuple):
    """An entry of the menu: its key, what it says and does, and when it is offered.

    Of two with one key the later one is offered where both could be. One that ``leaves`` ends the menu where
    what it does returns true. ``{open}`` in a label is how many skills are not rated.
    """

    key: str
    label: str
    act: Callable[[KeptAnswers], object]
    offered: Callable[[KeptAnswers], object] = lambda _: True
    leaves: bool = False


ENTRIES = (
    Entry("p", "Show the plan with its dates.", _plan),
    Entry(
        "g",
        "Show all that is missing, for the next tier and for the goal.",
        lambda answers: answers.report(full=True),
    ),
    Entry("r", "Rate more skills: {open} are open.", _rate_more, _open_skills),
    Entry("r", "Answer the quick interview, for a first result.", _rate_quickly, _says_too_little),
    Entry("d", "Mark a step of the plan as done.", _step_done, _steps),
    Entry("c", "Change name, title, years, goal or hours.", _change_facts),
    Entry("s", "Save, as a profile or to a file.", KeptAnswers.save),
    Entry("q", "Quit.", _leave, leaves=True),
)
