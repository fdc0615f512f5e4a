"""The first screen of who has no profile: answer questions, begin from a résumé, or look at somebody."""

from __future__ import annotations

from careercli.cli.context import Session
from careercli.cli.shared_results import show_persona
from careercli.domain.experience import Resume
from careercli.interview.paths import asked_resume
from careercli.prompts.asker import GoBackError, Option, numbered

TITLE = "Welcome to careercli, your advisor for the customer support career."
DETAIL = "Where you are, what is missing, what to do this week. Ctrl-C stops and keeps your answers."
_LINES = 9
"""The lines of the first screen at 80 columns, and one for air."""
_ANSWER, _RESUME, _LOOK = "answer", "resume", "look"


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
                return asked_resume(session)
            _look(session)
        except GoBackError:
            continue


def _look(session: Session) -> None:
    """Show a built-in person as ``careercli demo`` does.

    Raises:
        GoBackError: the person would rather begin.

    """
    catalog, asker = session.catalog, session.asker
    people = {person.id: person for person in catalog.personas if person.ladder == catalog.in_use}
    options = numbered(
        (f"{person.profile.name}: {person.profile.title}", name) for name, person in people.items()
    )
    person = people[asker.choose("Whose answers?", "", options, options[0].value, back=True)]
    session.write("\n")
    show_persona(session, person, below=_LINES)
