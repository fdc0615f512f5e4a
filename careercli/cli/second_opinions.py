"""What others say about a saved profile: asked for, taken in, and shown beside one's own answers."""

from functools import partial
from pathlib import Path

from careercli.api import Assessment
from careercli.cli.context import Session
from careercli.cli.results import show, show_done
from careercli.cli.saved_profiles import saved_profile
from careercli.domain.opinion import (
    STALE_DAYS,
    Contrast,
    Opinion,
    Opinions,
    Request,
    contrasts,
    form_skills,
    same_answers,
)
from careercli.errors import CareerError, InvalidDataError, UsageError
from careercli.formats.document import shortened
from careercli.formats.opinions import LONGEST_NAME, read_opinion
from careercli.formats.text import clean, one_line
from careercli.text.phrases import count, day


def heard(session: Session, name: str | None, assessment: Assessment) -> tuple[Contrast, ...]:
    """Return the last opinion of everybody who gave one, each beside one's own answers.

    ``name`` is the saved profile's, None for anybody else. What cannot be read is told, and stops nothing.
    """
    if name is None or name not in session.store.names():
        return ()
    try:
        kept = session.store.opinions(name)
    except CareerError as error:
        session.note(f"second opinions are left out: {error.message}")
        return ()
    return contrasts(assessment, kept.latest)


def show_opinions(session: Session, name: str, kept: Opinions | None = None) -> None:
    """Print what others say about a saved profile, all of it unless told."""
    assessment = session.assess(saved_profile(session, name))
    told = session.store.opinions(name) if kept is None else kept
    both = partial(contrasts, assessment, told.latest)
    show(session, "opinions", name=name, assessment=assessment, kept=told, contrasts=both)


def hand_out(session: Session, name: str, to: str, called: str | None, file: str | None) -> None:
    """Make a form about a saved profile for somebody, remember it, and write it to a file, or print it.

    ``called`` is what the form calls the person, by their profile unless told. It is remembered first: a form
    that nobody knows here could never come back.
    """
    from secrets import token_hex  # which imports OpenSSL, and every assessment looks for opinions

    from careercli.pages.opinion_form import opinion_form
    from careercli.store import write_whole

    person = saved_profile(session, name)
    skills = session.catalog.skills_by_id
    request = Request(token_hex(8), to, session.today, form_skills(session.assess(person)))
    about = called or one_line(clean(person.name or name))
    page = opinion_form(request, about, [skills[skill] for skill in request.skills]).encode()
    session.store.change_opinions(name, lambda kept: kept.asked(request))
    if file is None:
        session.write_bytes(page, paged=False)
        return
    write_whole(Path(file), page)
    show_done(session, "opinion form", "The form is written", name=name, request=request, file=clean(file))


def take_in(session: Session, name: str, file: str) -> None:
    """Keep what a form about a saved profile saved, and print it beside that one's own answers.

    Raises:
        NotFoundError: there is no such file.
        InvalidDataError: it is no file of a form, was changed, or is about somebody else.

    """
    opinion = read_opinion(Path(file), session.today)
    kept = session.store.opinions(name)
    _check(session, opinion, kept.request(opinion.form), clean(file))
    if any(same_answers(opinion, known) for known in kept.opinions):
        session.note(f"what {opinion.giver} says there is kept already; nothing is added.")
    else:
        kept = session.store.change_opinions(name, lambda now: _added(now, opinion))
    theirs = tuple(each for each in kept.latest if each.giver.casefold() == opinion.giver.casefold())
    show_opinions(session, name, Opinions(opinions=theirs))


def called_so(what: str, text: str) -> str:
    """Return what somebody is called; ``what`` is what to call that in messages.

    Raises:
        UsageError: it is empty or too long.

    """
    line = one_line(clean(text))
    if not 1 <= len(line) <= LONGEST_NAME:
        raise UsageError(f"{what} has 1 to {LONGEST_NAME} characters.")
    return line


def _added(kept: Opinions, opinion: Opinion) -> Opinions:
    """Return opinions with one more, unless another run has added it meanwhile."""
    return kept if any(same_answers(opinion, known) for known in kept.opinions) else kept.added(opinion)


def _check(session: Session, opinion: Opinion, request: Request | None, file: str) -> None:
    """Refuse what answers no form about this person, or not as that asks; tell what is odd about it.

    Raises:
        InvalidDataError: the form is about another person, or was not made here; the file says what the form
            does not ask, or was answered before it was made.

    """
    if request is None:
        raise _foreign(session, opinion, file)
    more = sorted({*opinion.levels, *opinion.unseen} - {*request.skills})
    if more:
        raise InvalidDataError(
            f"{file} has answers that the form does not ask for: {', '.join(map(shortened, more))}.",
            hint="It was changed after the form saved it. Ask for it once more.",
        )
    if not request.day.toordinal() - 1 <= opinion.day.toordinal() <= session.today.toordinal() + 1:
        when = "before the form was made" if opinion.day < request.day else "on a day that is still to come"
        raise InvalidDataError(
            f"{file} says that it was answered on {day(opinion.day)}, {when}.",
            hint="Is the clock right of the machine it was answered on?",
        )
    if opinion.giver.casefold() != request.to.casefold():
        session.note(f"it says that it is from {opinion.giver}; the form was made for {request.to}.")
    if (session.today - request.day).days > STALE_DAYS:
        session.note(f"the form was made on {day(request.day)}: much may have changed since.")


def _foreign(session: Session, opinion: Opinion, file: str) -> InvalidDataError:
    """Return what is wrong with an answer to a form that is not about this person."""
    for other in session.store.names():
        try:
            known = session.store.opinions(other).request(opinion.form)
        except InvalidDataError:
            continue
        if known:
            return InvalidDataError(
                f"{file} answers a form about somebody else.",
                hint=f"It was made for the profile {other}, on {day(known.day)}.",
            )
    asked = count(len(session.store.names()), "saved profile")
    return InvalidDataError(
        f"{file} answers a form that was not made here, or whose profile was deleted.",
        hint=f"None of the {asked} has a form of that number. Make a new one: careercli feedback ask.",
    )
