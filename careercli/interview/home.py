"""Coming back: whose home screen it is, what it shows, and the menu below it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from careercli.cli.assessment_log import remember
from careercli.cli.context import Session
from careercli.cli.profile_source import profile_named
from careercli.cli.saved_profiles import described
from careercli.domain.history import History
from careercli.domain.visits import Visit, home
from careercli.errors import CareerError, InterruptedSessionError
from careercli.formats.profiles import profile_of
from careercli.formats.text import clean
from careercli.interview.answers import KeptAnswers
from careercli.interview.facts import facts_sentence
from careercli.interview.session import GuidedSession
from careercli.prompts.asker import Option
from careercli.text.steps import beginnings

if TYPE_CHECKING:
    from careercli.api import Assessment
    from careercli.interview.menu.entry import Entry

_ANEW = ""
"""The answer of somebody who is none of those saved."""


def come_home(session: Session) -> None:
    """Show the home screen of the profile in use, and be of use until the person leaves.

    Whoever broke off an interview that has no name yet may go on with it. Where several profiles are saved
    and none is chosen, one is chosen here, for this time. A newcomer is guided.

    Raises:
        InterruptedSessionError: the person broke off; what they answered is kept.
        CareerError: the profile in use cannot be read.

    """
    try:
        if session.store.names() and _goes_on_with_draft(session):
            return
        name = _whose(session)
    except (KeyboardInterrupt, EOFError) as error:
        raise InterruptedSessionError("Stopped. There is nothing new to keep.") from error
    if name:
        GuidedSession(session, name).come_home()
    elif session.store.names():
        GuidedSession(session, None).begin()
    else:
        GuidedSession(session, None).run(quick=None)


def _goes_on_with_draft(session: Session) -> bool:
    """Offer an interview of nobody saved that was broken off, and return whether it was gone on with."""
    drafts = session.store.drafts
    try:
        document = drafts.read()
        answers = None if document is None else profile_of(document, session.catalog)
    except CareerError:
        return False  # 'careercli advise' says what is wrong with it
    if answers is None:
        return False
    options = [
        Option("y", "Yes, go on with them.", "yes"),
        Option("l", "Not now: leave them for later.", "later"),
        Option("f", "No, forget them.", "forget"),
    ]
    title = "You broke off an interview that is not saved under a name. Go on with its answers?"
    choice = session.asker.choose(title, facts_sentence(answers), options, "yes")
    if choice == "yes":
        GuidedSession(session, None).begin(answers)
    elif choice == "forget":
        drafts.forget(drafts.place())
    return choice == "yes"


def _whose(session: Session) -> str:
    """Return the name of the profile in use, asking where several are saved and none is chosen.

    It is empty where somebody begins anew, and where nothing is saved. Of one that cannot be read it is said
    why, and asked again.
    """
    store = session.store
    names = store.names()
    if not names:
        return _ANEW
    try:
        if (default := store.default()) in names:
            return default
    except CareerError as error:
        session.report(error)
    options = [Option("", f"{clean(name)}: {_told(session, name)}", name) for name in names]
    options.append(Option("", "None of these: begin anew, as somebody else.", _ANEW))
    choose = "Not to be asked again: careercli profile default NAME."
    while True:
        chosen = session.asker.choose("Who are you?", choose, options, names[0])
        try:
            if chosen:
                profile_named(session, chosen)
        except CareerError as error:
            session.report(error)
        else:
            return chosen


def _told(session: Session, name: str) -> str:
    """Return where somebody stands, among others."""
    try:
        saved = described(session, name, default="")
    except CareerError:
        return "cannot be read."
    if saved.profile is None:
        return "cannot be read."
    who = f"{saved.profile.name}, " if saved.profile.name else ""
    return f"{who}{saved.tier.short if saved.tier else 'no tier yet'}."


def show_home(answers: KeptAnswers) -> None:
    """Show the home screen of a saved profile, by the answers as they are; keep the visit; offer the menu.

    Raises:
        CareerError: the screen cannot be printed.
        KeyboardInterrupt, EOFError: the person broke off.

    """
    from careercli.interview.menu import run_menu
    from careercli.interview.menu.entry import rows
    from careercli.pages.home import Keys, home_view

    session, name, now = answers.session, answers.name or "", answers.assessment()
    if answers.saved_as:
        remember(session, name, now)
    look, skills = session.look, answers.catalog.skills_by_id
    found = home(session.catalog, now, _history(session, name), session.store.visits(name))
    screen = home_view(name, found, skills, look, keys=Keys("c", "a", "j"), below=rows(look.width))
    session.print_view(screen)
    _keep_visit(answers, name)
    run_menu(answers, _first(answers, now), reminder=False)


def _history(session: Session, name: str) -> History:
    """Return what is remembered; nothing where that cannot be read, which has been said by then."""
    try:
        return session.store.history(name)
    except CareerError:
        return History()


def _first(answers: KeptAnswers, now: Assessment) -> Entry:
    """Return what Enter takes below the home screen: this week's step done, if it can be recorded."""
    from careercli.interview.menu import entry
    from careercli.interview.menu.records import step_done, steps

    if not answers.is_saved:
        return entry("s").but(line="Save the answers from last time")
    begun = next(beginnings(now.plan, answers.catalog.skills_by_id), None)
    if begun is None:
        return entry("p")
    if begun.dated is None:
        return entry("r")
    this = begun.dated.step.id
    if this not in {step.id for step in steps(answers)}:
        return entry("p")
    done = partial(step_done, at=this)
    return entry("d").but(line="Mark this week's step as done", act=done)


def _keep_visit(answers: KeptAnswers, name: str) -> None:
    """Keep that the person was here today; a look back with ``--as-of`` is no visit."""
    session = answers.session
    store, today = session.store, session.today
    if session.settings.as_of and any(visit.day > today for visit in store.visits(name)):
        return
    try:
        entries = _history(session, name).entries
        store.keep_visit(name, Visit(today, entries[-1].line if entries else 0))
    except CareerError as error:
        session.note(f"this visit is not remembered. {error.message}")
