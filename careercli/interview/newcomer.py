"""The first screen of who has no profile: answer questions, begin from a résumé, or look at somebody."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from careercli.api import assess, read_resume
from careercli.cli.context import Session
from careercli.cli.results import show
from careercli.domain.experience import Resume
from careercli.errors import CareerError
from careercli.prompts.asker import GoBackError, Option

TITLE = "Welcome to careercli, your advisor for the customer support career."
DETAIL = "Where you are, what is missing, what to do this week. Ctrl-C stops and keeps your answers."
_ANSWER, _RESUME, _LOOK = "answer", "resume", "look"
_WHERE = "Where is your résumé? Type its path, or drop the file here."
_QUOTES = "\"'"


def begin(session: Session) -> Resume | None:
    """Ask how to begin, and return the résumé to begin from; None where questions are to be answered."""
    asker = session.asker
    ways = [
        Option("1", "Answer questions: about five minutes.", _ANSWER),
        Option("2", "Begin from my résumé: PDF, Word or text.", _RESUME),
    ]
    if any(person.ladder == session.catalog.in_use for person in session.catalog.personas):
        ways.append(Option("3", "Look at somebody else first.", _LOOK))
    while True:
        try:
            chosen = asker.choose(TITLE, DETAIL, ways, _ANSWER)
            if chosen == _ANSWER:
                return None
            if chosen == _RESUME:
                return _resume(session)
            _look(session)
        except GoBackError:
            continue


def _resume(session: Session) -> Resume:
    """Ask for a résumé until one can be read.

    Raises:
        GoBackError: the person would rather begin otherwise.

    """
    while True:
        text = session.asker.text(_WHERE, "", _wrong, back=True)
        try:
            return read_resume(path_of(text), session.catalog)
        except CareerError as error:
            session.report(error)


def _wrong(text: str) -> str | None:
    """Return what is wrong with a path; a terminal of 40 columns has one line for it."""
    if not text:
        return "Type the path of a file."
    try:
        path = path_of(text)
        return None if path.exists() else "There is no such file."
    except (OSError, RuntimeError, ValueError):
        return "That cannot be the path of a file."


def path_of(text: str) -> Path:
    """Return the path that somebody typed, or that a terminal typed for a file that was dropped on it.

    Quotes around it and backslashes before single letters are taken off, ``file:`` addresses are decoded, and
    ``~`` is the home folder. A file that is there exactly as typed is taken as it is.
    """
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in _QUOTES:
        text = text[1:-1]
    elif text.startswith("file:"):
        text = unquote(urlsplit(text).path)
    elif os.sep == "/" and not Path(text).expanduser().exists():
        text = re.sub(r"\\(.)", r"\1", text)
    return Path(text).expanduser()


def _look(session: Session) -> None:
    """Show a built-in person as ``careercli demo`` does.

    Raises:
        GoBackError: the person would rather begin.

    """
    from careercli.pages.demo import story_view

    catalog, asker = session.catalog, session.asker
    people = {person.id: person for person in catalog.personas if person.ladder == catalog.in_use}
    options = [
        Option(str(number), f"{person.profile.name}: {person.profile.title}", name)
        for number, (name, person) in enumerate(people.items(), start=1)
    ]
    person = people[asker.choose("Whom?", "", options, options[0].value, back=True)]
    result = assess(person.profile, catalog, as_of=session.today)
    session.write("\n")
    session.print_view(story_view(person))
    hint = f"careercli demo {person.id} --full"
    names, skills = catalog.skill_titles, catalog.skills_by_id
    show(session, "assessment", assessment=result, names=names, skills=skills, full=False, hint=hint)
