"""What the menu shows: the plan, what is missing, the ladder, a tier beside a person, progress."""

from __future__ import annotations

from typing import Literal

from careercli.cli.plan_output import keep_shown
from careercli.cli.results import show
from careercli.cli.shared_results import show_check, show_progress
from careercli.domain.placement import rank_of
from careercli.exports.plan import PlanFile
from careercli.interview.answers import KeptAnswers
from careercli.interview.facts import TIER_KEYS
from careercli.interview.menu.entry import saved_first
from careercli.prompts.asker import keyed


def plan(answers: KeptAnswers) -> None:
    """Show the shortest way, the steps of its first milestone."""
    _plan(answers, "shortest")


def full_plan(answers: KeptAnswers) -> None:
    """Show the steps of all milestones, and what helps beside them."""
    _plan(answers, "full")


def _plan(answers: KeptAnswers, route: Literal["shortest", "full"]) -> None:
    session, assessment = answers.session, answers.assessment()
    dated = assessment.plan_to(assessment.goal, route)
    file = PlanFile(dated, answers.profile, session.catalog)
    full = route == "full"
    keys = {"more": "f in the menu", "rate": "r in the menu", "done": "d in the menu"}
    session.write("\n")
    show(session, "plan", plan=dated, file=file, full=full, **keys)
    keep_shown(session, answers.saved_as, dated)


def gaps(answers: KeptAnswers) -> None:
    """Show all that is missing, for the next tier and for the goal."""
    answers.report(full=True)


def progress(answers: KeptAnswers) -> None:
    """Show what changed over time; only of a saved profile is anything remembered."""
    name = saved_first(answers, "Progress is remembered of")
    if name is not None:
        answers.session.write("\n")
        show_progress(answers.session, name)


def path(answers: KeptAnswers) -> None:
    """Show the ladder, with the person on it."""
    answers.session.write("\n")
    show(answers.session, "path", assessment=answers.assessment(), way=())


def compare(answers: KeptAnswers) -> None:
    """Show a tier beside the person: all it asks, and what of that they have."""
    assessment, ladder = answers.assessment(), answers.catalog.ladder
    options = keyed(TIER_KEYS, ((tier.title, tier.id) for tier in ladder.tiers))
    default = ladder.at(rank_of(assessment.placement.current) + 1) or ladder.top
    chosen = answers.asker.choose("Which tier beside you?", "", options, default.id, back=True)
    answers.session.write("\n")
    named = [answers.holder] if answers.holder else []
    show_check(
        answers.session, assessment, ladder.tier(chosen), label=answers.profile.name or "You", named=named
    )
