"""Results that a command and the menu of the guided session both come to: computed and handed over once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from careercli import __version__
from careercli.api import Assessment, assess
from careercli.cli.assessment_log import remember
from careercli.cli.context import Session
from careercli.cli.output_file import Target
from careercli.cli.profile_source import next_command, saved_name
from careercli.cli.results import hand_over, show
from careercli.cli.saved_profiles import saved_profile
from careercli.domain.model import Persona, Profile, Tier

if TYPE_CHECKING:
    from careercli.domain.match import Match
    from careercli.domain.notes import Note
    from careercli.domain.opinion import Contrast


def show_answers(session: Session, question: str, *, role: str | None = None, limit: int = 3) -> None:
    """Print the passages that answer a question best, of one role's guide only if its id is given."""
    from careercli.search.passages import found

    passages, image = session.readable
    words = session.library.words
    result = found(question, session.catalog, passages, words, role=role, limit=limit, image=image)
    near = {"nearest": result.nearest, "unknowable": result.unknowable}
    show(session, "answers", question=question, found=result.answers, **near)


def show_check(
    session: Session, assessment: Assessment, tier: Tier, *, label: str, named: Sequence[str]
) -> None:
    """Print a person beside a tier; ``named`` is how a command names them, empty where none can."""
    from careercli.cli.second_opinions import heard
    from careercli.text.contrast import check

    found = check(assessment, tier)
    saved = saved_name(session, named[0]) if named else None
    hint = ""
    if named and not found.readiness.reached:
        hint = next_command(session, "plan", *named, "--goal", tier.id)
    others = partial(heard, session, saved, assessment)
    show(session, "check", found=found, label=label, hint=hint, others=others)


def show_persona(session: Session, person: Persona, *, full: bool = False, below: int = 0) -> None:
    """Print a built-in person on one page: their story, where they are and what they do next.

    ``full`` adds all gaps and the plan; ``below`` are the lines to leave to what is asked after it.
    """
    from careercli.pages.assess import assess_view
    from careercli.pages.blocks import AIR
    from careercli.pages.demo import story_view
    from careercli.pages.look import render
    from careercli.pages.plan import plan_view

    catalog, look, story = session.catalog.using(person.ladder), session.look, story_view(person)
    skills = catalog.skills_by_id
    result = assess(person.profile, catalog, as_of=session.today)
    hint = "" if full else f"careercli demo {person.id} --full"
    left = look.height - below - render(story, look).count("\n")
    rest = assess_view(result, skills, look.but(height=left), full=full, hint=hint)
    plan = [AIR, *plan_view(result.plan, person.profile, skills)] if full else []
    session.print_view([*story, *rest, *plan])


def show_progress(session: Session, name: str) -> None:
    """Print how far somebody has come whose profile is saved under this name, and remember today.

    Raises:
        CareerError: the profile or its history cannot be read.

    """
    from careercli.domain.progress import progress as progress_of

    person = saved_profile(session, name)
    remember(session, name, session.assess(person))
    result = progress_of(session.catalog, person, session.store.history(name), session.today)
    show(session, "progress", name=name, progress=result)


def hand_over_report(
    session: Session,
    target: Target,
    assessment: Assessment,
    notes: tuple[Note, ...] | None = None,
    others: tuple[Contrast, ...] | None = None,
) -> None:
    """Bring the report on an assessment where it goes, with notes and opinions if any are given.

    Raises:
        CareerError: it cannot be written.

    """
    from careercli.text.report import report

    result = report(
        assessment, session.catalog, session.library, version=__version__, notes=notes, others=others
    )
    hand_over(session, target, "report", report=result)


def hand_over_portfolio(session: Session, target: Target, person: Profile) -> None:
    """Bring the portfolio of a person where it goes.

    Raises:
        CareerError: it cannot be written.

    """
    from careercli.domain.portfolio import portfolio

    result = portfolio(session.catalog, session.library, person)
    guide = session.library.guides_by_role.get(result.role)
    hand_over(session, target, "portfolio", portfolio=result, guide=guide)


def hand_over_match(
    session: Session, target: Target, match: Match, commands: Callable[[], Mapping[str, str]] | None = None
) -> None:
    """Bring how somebody fits an advertisement where it goes; ``commands`` makes those that lead on from it.

    Raises:
        CareerError: it cannot be written.

    """
    from careercli.domain.ad_plan import plan_for

    plan = partial(plan_for, match, session.catalog.skills_by_id)
    hand_over(
        session, target, "match", match=match, plan=plan, more=partial(plan, "full"), commands=commands or {}
    )


def show_ad_plan(session: Session, match: Match) -> None:
    """Print the steps that an advertisement needs, with dates."""
    from careercli.domain.ad_plan import plan_for
    from careercli.exports.plan import PlanFile

    plan = plan_for(match, session.catalog.skills_by_id)
    file = PlanFile(plan, match.assessment.profile, session.catalog)
    show(session, "plan", plan=plan, file=file, full=True)


def open_page(session: Session, page: Path) -> None:
    """Open a page that was written in the person's browser, and say whether one took it."""
    from careercli.cli.browser import opened

    if opened(page, session.environ):
        session.say("It opens in your browser.")
    else:
        session.note("no browser could be opened from here; the page is in the file all the same.")
