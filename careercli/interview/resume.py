"""A résumé on a terminal: what it leaves open is asked, and jobs that cannot be read are typed in."""

from __future__ import annotations

from careercli.api import import_resume, without_jobs
from careercli.cli.context import Session
from careercli.cli.profile_source import as_wished
from careercli.cli.results import show
from careercli.domain.experience import Doubt, Draft, Place, Position, Resume
from careercli.domain.model import Profile
from careercli.domain.months import Moment, month_of
from careercli.domain.steps import LONGEST_EVIDENCE
from careercli.formats.text import clean, one_line
from careercli.prompts.asker import Asker, GoBackError, Option
from careercli.text.phrases import count, number

_ONE_BY_ONE: dict[str, str] = {}
"""Said of all jobs of other work at once: each is to be asked about."""

_OF_TITLES = ("look-alike", "sounds-alike")
"""Doubts about what a job was; what is known of its title goes with the question."""

_NAMED = 8
"""How many jobs are named in one question."""

_LONGEST = 200
_ENTER_DATES = "Type its months, as in 2019-03 to 2021-06 or 2019-03 to now; Enter leaves it out."
_ENTER_END = "Type its end, as in 2021-06 or now; Enter counts its first month alone."
_TYPED = "typed in"


def draft_of(session: Session, resume: Resume, answers: dict[str, str] | None = None) -> Draft:
    """Return the draft that a résumé comes to with these answers.

    Raises:
        InvalidDataError: there is no job in it.

    """
    draft = import_resume(resume, session.catalog, session.library, as_of=session.today, answers=answers)
    if resume.own is not None:
        return draft
    return draft.but(profile=as_wished(session, draft.profile))


def with_jobs(session: Session, resume: Resume) -> Resume:
    """Return a résumé with the jobs that the person types in, where none was found in it.

    Raises:
        InvalidDataError: there is none, and the person types none.

    """
    missing = without_jobs(resume)
    if missing is None:
        return resume
    asker = session.asker
    options = [Option("y", "Yes, I type my jobs in.", "yes"), Option("n", "No, stop here.", "no")]
    title = f"{missing.message} Do you want to type your jobs in?"
    if asker.choose(title, "A title, the employer and two months for each.", options, "yes") == "no":
        raise missing
    jobs = _typed_jobs(asker, month_of(session.today.year, session.today.month))
    if not jobs:
        raise missing
    return resume.but(positions=jobs)


def _typed_jobs(asker: Asker, now: int) -> tuple[Position, ...]:
    """Return the jobs that are typed in, until a title is left out; going back takes up the one before."""
    from careercli.imports.date_ranges import range_of, span_of

    def when(text: str) -> str | None:
        try:
            span_of(text, now)
        except ValueError as error:
            return f"{error}."
        return None

    jobs: list[Position] = []
    while True:
        number = len(jobs) + 1
        which = (
            "What was your latest job? Its title:" if not jobs else f"Job {number}, its title; Enter ends:"
        )
        try:
            title = _words(asker.text(which, "", _line, back=bool(jobs)))
            if not title:
                return tuple(jobs)
            employer = _words(asker.text("Where was that?", "", _line, back=True))
            dates = range_of(asker.text("From when to when? As in 2019-03 to now.", "", when, back=True))
        except GoBackError:
            jobs = jobs[:-1]
            continue
        if dates:
            place = Place(_TYPED, 0, f"job {number}")
            jobs.append(Position(title, employer, place, dates.start, dates.end))


def _words(text: str) -> str:
    return one_line(clean(text))


def _line(text: str) -> str | None:
    return f"That is longer than {_LONGEST} characters." if len(text) > _LONGEST else None


def settled(session: Session, resume: Resume, draft: Draft, *, back: bool = False) -> Draft:
    """Ask about the doubts, also those that an answer raises, with a way back from each to the one before.

    Jobs that are of other work by their titles come last: one question is about all of them.

    Raises:
        GoBackError: with ``back``, where the person goes back from the first.

    """
    said: list[dict[str, str]] = []
    asker, now = session.asker, month_of(session.today.year, session.today.month)
    while draft.open:
        doubts = [doubt for doubt in draft.open if not doubt.sure]
        other_work = [doubt for doubt in draft.open if doubt.sure]
        try:
            if doubts or len(other_work) == 1 or _ONE_BY_ONE in said:
                doubt = [*doubts, *other_work][0]
                left = len(doubts) + bool(other_work) if doubts else len(other_work)
                start = next(
                    (j.position.start for j in draft.positions if j.position.place == doubt.place), None
                )
                said.append({doubt.id: _ask(asker, doubt, start, now, left=left, back=back or bool(said))})
            else:
                said.append(_ask_of_all(asker, other_work, back=back or bool(said)))
        except GoBackError:
            if not said:
                raise
            said.pop()
        answers = {name: text for each in said for name, text in each.items()}
        draft = draft_of(session, resume, answers)
    return draft


def _ask_of_all(asker: Asker, doubts: list[Doubt], *, back: bool) -> dict[str, str]:
    """Return the answers where no job of other work was support after all, else that each is to be asked."""
    jobs = "\n".join(f"  {doubt.about}" for doubt in doubts[:_NAMED])
    more = f"\n  and {len(doubts) - _NAMED} more" if len(doubts) > _NAMED else ""
    options = [
        Option("n", "No, none of them.", "no"),
        Option("y", "Yes, or I led people who did: ask me about each.", "yes"),
    ]
    title = f"By their titles, {count(len(doubts), 'job')} were other work:\n{jobs}{more}"
    detail = "Was any of them customer support?"
    if asker.choose(title, detail, options, "no", back=back) == "yes":
        return _ONE_BY_ONE
    return {doubt.id: doubt.default for doubt in doubts}


def _ask(asker: Asker, doubt: Doubt, start: Moment | None, now: int, *, left: int, back: bool) -> str:
    worth = f" ({count(doubt.years, 'year')})" if doubt.years else ""
    title = f"{doubt.about}{worth}: {doubt.text}"
    detail = f"{doubt.place.text}. {'The last question about it.' if left == 1 else f'{left} to answer.'}"
    if doubt.kind in _OF_TITLES:
        title, detail = f"{doubt.about}{worth}: was that customer support?", f"{doubt.text} {detail}"
    if not doubt.choices:
        return _ask_dates(asker, doubt, start, now, f"{title}\n{detail}", back=back)
    options = [
        Option(str(number), choice.label, choice.value)
        for number, choice in enumerate(doubt.choices, start=1)
    ]
    return asker.choose(title, detail, options, doubt.default, back=back)


def _ask_dates(asker: Asker, doubt: Doubt, start: Moment | None, now: int, title: str, *, back: bool) -> str:
    from careercli.imports.job_dates import answered

    ends = doubt.kind == "end"

    def wrong(text: str) -> str | None:
        try:
            if text:
                answered(text, start if ends else None, now)
        except ValueError as error:
            return f"{error}."
        return None

    return asker.text(f"{title} {_ENTER_END if ends else _ENTER_DATES}", doubt.default, wrong, back=back)


def years_sentence(draft: Draft) -> str:
    """Return how many years a draft comes to."""
    profile = draft.profile
    return f"{count(profile.support_years, 'support year')}, {number(profile.leading_years)} of them leading."


def shown_and_settled(session: Session, resume: Resume, *, back: bool = False) -> Draft:
    """Show what a résumé says, ask what it leaves open, and return it, shown anew where answers changed it.

    Raises:
        InvalidDataError: there is no job in it, and the person types none.
        GoBackError: with ``back``, where the person goes back from the first question.

    """
    resume = with_jobs(session, resume)
    draft = draft_of(session, resume)
    show(session, "import", draft=draft)
    done = settled(session, resume, draft, back=back)
    if done.profile != draft.profile:
        session.write("\n")
        show(session, "import", draft=done)
    return done


def taken_from(
    session: Session, resume: Resume, *, otherwise: str = "No, ask me everything.", back: bool = False
) -> Draft | None:
    """Return what a résumé says if the person, asked what it leaves open, says that it is right.

    ``otherwise`` is what they say where it is not.

    Raises:
        InvalidDataError: there is no job in it, and the person types none.
        GoBackError: with ``back``, where the person would rather not begin from it.

    """
    done = shown_and_settled(session, resume, back=back)
    options = [Option("y", "Yes, go on from it.", "yes"), Option("n", otherwise, "no")]
    facts = years_sentence(done)
    asker = session.asker
    return done if asker.choose("Is that right?", facts, options, "yes", back=back) == "yes" else None


def laid_over(profile: Profile, draft: Draft) -> Profile:
    """Return a profile with what a résumé says: title, years and evidence; name, goal and ratings stay.

    Of the evidence only what is not there yet is added, as much as a profile takes.
    """
    found = draft.profile
    evidence = dict(profile.evidence)
    for skill, text in found.evidence.items():
        there = evidence.get(skill, "").splitlines()
        lines = "\n".join([*there, *(line for line in text.splitlines() if line not in there)])
        if len(lines) <= LONGEST_EVIDENCE:
            evidence[skill] = lines
    return profile.but(
        name=profile.name or found.name,
        title=found.title or profile.title,
        support_years=found.support_years,
        leading_years=found.leading_years,
        evidence=evidence,
    )
