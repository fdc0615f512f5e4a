"""What the menu records: a step that is done, evidence, more ratings, other facts, a résumé."""

from __future__ import annotations

from careercli.cli.finished_step import ask_for_proof, checked_proof, finish_step, wrong_proof
from careercli.cli.profile_source import later_command
from careercli.cli.results import show
from careercli.domain.interview import next_question
from careercli.domain.model import LEVEL_NAMES
from careercli.domain.placement import unrated
from careercli.domain.plan import PlannedStep, to_start
from careercli.domain.steps import Completion, with_evidence
from careercli.errors import UsageError
from careercli.formats.text import clean
from careercli.interview.answers import KeptAnswers
from careercli.interview.menu.entry import rows, saved_first
from careercli.interview.menu.skills import ask_skill
from careercli.interview.paths import asked_resume
from careercli.interview.questions import Interview
from careercli.interview.review import review
from careercli.prompts.asker import GoBackError, Option
from careercli.text.refusals import refusals_in_words
from careercli.text.steps import agenda, step_numbers

_STEPS = 6
"""This many steps that can be started are offered to be marked as done."""


# -- a step --------------------------------------------------------------------------------------------


def report(answers: KeptAnswers) -> None:
    """Show where the person stands now, with room for the menu below."""
    answers.report(below=rows(answers.session.look.width))


def steps(answers: KeptAnswers) -> tuple[PlannedStep, ...]:
    """Return the first steps of the plan that can be started and recorded, in its order.

    A step from a level that is only estimated cannot be: its skill has to be rated first.
    """
    startable = to_start(answers.catalog.skills_by_id, answers.assessment().plan.steps)
    levels = answers.profile.skills
    return tuple(
        step for step in startable if step.growth and step.level_from == levels.get(step.skill or "", 0)
    )[:_STEPS]


def step_done(answers: KeptAnswers, at: str = "") -> None:
    """Record a step as done, with its proof, and show what that changes.

    ``at`` is the id of the step whose proof is asked for at once; going back from there are the others.
    """
    name, session = saved_first(answers, "A finished step is recorded in"), answers.session
    if name is None:
        return
    answers.take_up(name)  # a step may have been recorded elsewhere since
    chosen = _chosen_and_proved(answers, name, at)
    if chosen is None:
        return
    step, effort = chosen
    skill = answers.assessment().skills[step.skill or ""]
    change = finish_step(session, name, skill, step.level_to, effort)
    answers.take_up(name)
    session.write("\n")
    show(session, "step", name=name, change=change)


def _chosen_and_proved(answers: KeptAnswers, name: str, at: str) -> tuple[PlannedStep, Completion] | None:
    """Ask which step is done, unless it is ``at``, and what proves it; None where no step is left.

    Raises:
        GoBackError: the person goes back to the menu.

    """
    offered = steps(answers)
    if not offered:
        answers.asker.tell("No step is left in the plan.")
        return None
    options, growths = [], {}
    numbers = step_numbers(answers.assessment().plan)
    for step in offered:
        if step.growth is not None and step.skill is not None:
            level = f"{step.growth.to}, {LEVEL_NAMES[step.growth.to]}"
            to = "toward" if step.growth.part else "to"
            label = (
                f"{answers.catalog.skills_by_id[step.skill].name} {to} level {level}: {step.growth.title}."
            )
            options.append(Option(str(numbers[step.id]), label, step.id))
            growths[step.id] = step, step.growth
    other = later_command(answers.session, "plan", "done", "STEP", name, "--on", "DATE")
    detail = f"It counts as done today; for another step or day type {other} instead."
    chosen = at if at in growths else ""
    while True:
        default = chosen or offered[0].id
        chosen = chosen or answers.asker.choose("Which step is done?", detail, options, default, back=True)
        step, growth = growths[chosen]
        try:
            return step, Completion(answers.session.today, ask_for_proof(answers.asker, growth, back=True))
        except GoBackError:
            chosen = ""


# -- evidence ------------------------------------------------------------------------------------------


def evidence(answers: KeptAnswers) -> None:
    """Write down under a skill what somebody did, in their own words."""

    def wrong(text: str) -> str | None:
        said = wrong_proof(text)
        return f"It {said}" if said else None

    asker, profile = answers.asker, answers.profile
    skill = ask_skill(answers, "Which skill does it show?")
    if there := profile.evidence.get(skill.id):
        asker.tell(f"\nSo far, under {skill.name}:\n{clean(there)}")
    title = f"{skill.name}: what did you do, and what came of it? In a line or two."
    text = asker.text(title, "", wrong, back=True)
    day = answers.session.today
    with refusals_in_words():
        shown = with_evidence(profile, skill, day, checked_proof(text))
    answers.change(shown, answers.count, answers.passed_over)
    asker.tell(f"Kept under {skill.name}. The portfolio and the report have it.")


# -- ratings and facts ---------------------------------------------------------------------------------


def open_skills(answers: KeptAnswers) -> tuple[str, ...]:
    """Return the skills that can be rated and are not."""
    return unrated(answers.catalog.ladder, answers.profile)


def says_too_little(answers: KeptAnswers) -> bool:
    """Return whether too little is rated to place the person, and more can be."""
    if answers.assessment().placement.state != "too-little-rated":
        return False
    return next_question(answers.catalog.ladder, answers.profile) is not None


def rate_words(answers: KeptAnswers) -> str:
    """Return what rating more comes to: the quick interview where too little is rated to place somebody."""
    if says_too_little(answers):
        return "Answer the quick interview, for a first result"
    asked, left = len(_to_rate(answers)), len(open_skills(answers))
    some = f"{asked} for your plan, {left} open in all" if asked < left else f"{left} are open"
    return f"Rate more skills: {some}"


def _to_rate(answers: KeptAnswers) -> tuple[str, ...]:
    """Return the skills to rate next, what is missed most first: those that the plan says, else all open."""
    assessment, left = answers.assessment(), open_skills(answers)
    told = (agenda(milestone.steps).ratings for milestone in assessment.plan.milestones)
    asked = {dated.step.skill for dated in next(filter(None, told), ())} or {*left}
    first = [gap.skill for gap in (*assessment.gaps, *assessment.goal_gaps) if gap.have is None]
    return tuple(name for name in dict.fromkeys([*first, *left]) if name in asked)


def rate(answers: KeptAnswers) -> None:
    """Ask for what is to be rated next; or the quick interview first of all.

    Raises:
        GoBackError: the person goes back to the menu from the first question.

    """
    if says_too_little(answers):
        Interview(answers).quick(way_back=True)
    else:
        Interview(answers).full(_to_rate(answers), way_back=True)
    report(answers)


def change(answers: KeptAnswers) -> None:
    """Show every answer, change what the person chooses, and show where they stand where that moved."""
    before = answers.profile
    review(answers, on="back to the menu")
    if answers.profile != before:
        report(answers)


# -- a résumé ------------------------------------------------------------------------------------------


def take_in(answers: KeptAnswers) -> None:
    """Take what a résumé says into the answers, once the person has confirmed it.

    Levels that it gives skills are only offered: ratings are the person's.
    """
    from careercli.interview.resume import laid_over, taken_from

    session = answers.session
    resume = asked_resume(session)
    if resume.own is not None:
        raise UsageError(
            f"{clean(resume.source)} is a profile of careercli, and no résumé.",
            hint=f"Go on from it with: {later_command(session, 'advise', '--profile', resume.source)}",
        )
    draft = taken_from(session, resume, otherwise="No, leave my answers as they are.", back=True)
    if draft is None:
        return
    answers.rated |= draft.profile.skills
    answers.change(laid_over(answers.profile, draft), answers.count, answers.passed_over)
    report(answers)
