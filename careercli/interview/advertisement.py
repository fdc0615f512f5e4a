"""A pasted advertisement: its conditions asked with a key each, the sheet, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careercli.api import match, read_advertisement
from careercli.cli.output_file import Target
from careercli.cli.papers import state_of
from careercli.cli.results import hand_over
from careercli.cli.second_opinions import heard
from careercli.cli.shared_results import hand_over_match, show_ad_plan
from careercli.domain.paper import Aim, PaperKind
from careercli.errors import CareerError, InterruptedSessionError, NeedsInputError
from careercli.interview import destination
from careercli.prompts.asker import GoBackError, Option
from careercli.prompts.paste import END, pasted
from careercli.text.match import question, quoted
from careercli.text.papers import Brief, paper

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from careercli.api import Assessment
    from careercli.cli.context import Session
    from careercli.domain.advertisement import Advertisement, Condition
    from careercli.domain.match import Match
    from careercli.interview.answers import KeptAnswers

PASTED = "the pasted text"
_HOW = (
    f"Paste the advertisement. Then, on a line of its own, type a full stop ({END}) and press Enter; "
    "Ctrl-D ends it as well, and Ctrl-C leaves. Nothing of it is kept."
)
_HERE = Target("table", None, force=False, read=None)
_FORMS = ("html", "md", "table", "json")
_LEAVE = "leave"
_PAPERS: dict[str, PaperKind] = {"letter": "letter", "bullets": "bullets", "interview": "interview"}
_PAPER_OPTIONS = (
    Option("l", "A letter for it, paragraph by paragraph", "letter"),
    Option("r", "Résumé lines for it, from what you did", "bullets"),
    Option("i", "The interview: likely questions, and room for your answers", "interview"),
)
_WAYS = (Option("s", "On the screen, to read now", "screen"), Option("f", "Into a file", "file"))


def match_pasted(
    session: Session,
    assessment: Assessment,
    target: Target,
    answers: Callable[[Advertisement], dict[str, bool]],
    *,
    saved: str | None = None,
) -> Match:
    """Ask for an advertisement and its conditions, bring the sheet where it goes, and offer what comes next.

    ``answers`` gives those that are there already, which are not asked for again; ``saved`` is the name of
    the profile that is assessed, where it is a saved one.

    Raises:
        InterruptedSessionError: the person broke off.
        CareerError: the text is no advertisement, or the sheet cannot be written.

    """
    try:
        result = _asked(session, assessment, target, answers)
        if target.on_screen:
            result = _next_steps(session, result, "Leave", read=None, saved=saved)
    except (KeyboardInterrupt, EOFError, GoBackError) as error:
        raise InterruptedSessionError("Stopped. Nothing of the advertisement is kept.") from error
    return result


def match_in_menu(answers: KeptAnswers) -> None:
    """Match a pasted advertisement with the answers of a session.

    Raises:
        GoBackError: the person goes back to the menu.

    """
    result = _asked(answers.session, answers.assessment(), _HERE, lambda _: {})
    read, saved = answers.holder or answers.own_file, answers.saved_as
    _next_steps(answers.session, result, "Back to the menu", read=read, saved=saved)


def _asked(
    session: Session,
    assessment: Assessment,
    target: Target,
    answers: Callable[[Advertisement], dict[str, bool]],
) -> Match:
    ad = _pasted(session)
    given = answers(ad)
    left = match(ad, assessment, given).to_answer
    result = match(ad, assessment, given | _answers(session, left, {}))
    if target.on_screen:
        session.write("\n")
    hand_over_match(session, target, result)
    return result


def _pasted(session: Session) -> Advertisement:
    if session.stdin is None or session.stderr is None:
        raise NeedsInputError("There is no terminal to paste into.")
    session.asker.tell(_HOW)
    text = pasted(session.stdin, session.stderr)
    session.asker.tell("")
    return read_advertisement(text.encode(), session.catalog, session.library, name=PASTED)


def _answers(session: Session, conditions: Sequence[Condition], given: dict[str, bool]) -> dict[str, bool]:
    """Ask what only the reader can answer, one key each; back goes to the condition before.

    Raises:
        GoBackError: the person goes back from the first.

    """
    said: dict[str, bool | None] = dict(given)
    at = 0
    while at < len(conditions):
        condition = conditions[at]
        try:
            said[condition.id] = _answer(session, condition, f"{at + 1} of {len(conditions)}", said)
        except GoBackError:
            if not at:
                raise
            at -= 1
        else:
            at += 1
    return {name: answer for name, answer in said.items() if answer is not None}


def _answer(session: Session, condition: Condition, place: str, said: dict[str, bool | None]) -> bool | None:
    welcome = "" if condition.demand == "required" else " It is welcome, not demanded."
    detail = f"{place}. They write {quoted(condition.quote)}.{welcome}"
    values = {"yes": True, "no": False, "open": None}
    options = [
        Option("y", "Yes", "yes"),
        Option("n", "No", "no"),
        Option("s", "Not sure: leave it open", "open"),
    ]
    before = next(
        (name for name, value in values.items() if condition.id in said and said[condition.id] is value),
        "open",
    )
    return values[session.asker.choose(question(condition), detail, options, before, back=True)]


def _next_steps(session: Session, result: Match, leave: str, *, read: str | None, saved: str | None) -> Match:
    """Offer papers, the plan, a file and other answers until the person leaves; return the match then.

    Where the advice is to apply the papers stand first, else the plan.
    """
    while True:
        options = _options(result, leave)
        chosen = session.asker.choose("What next with this advertisement?", "", options, _LEAVE)
        if chosen == _LEAVE:
            return result
        try:
            if chosen == "plan":
                session.write("\n")
                show_ad_plan(session, result)
            elif chosen in _PAPERS:
                _paper(session, result, _PAPERS[chosen], read=read, saved=saved)
            elif chosen == "save":
                target = destination.file_for(session, "match.html", _FORMS, read)
                if target is not None:
                    hand_over_match(session, target, result)
            else:
                result = _otherwise(session, result)
        except GoBackError:
            continue
        except CareerError as error:
            session.report(error)


def _options(result: Match, leave: str) -> list[Option]:
    plan = Option("p", "The steps that it needs, as a plan with dates", "plan")
    options = [*_PAPER_OPTIONS, plan] if result.verdict == "apply" else [plan, *_PAPER_OPTIONS]
    options.append(Option("s", "Save this sheet: a page, Markdown, text or data", "save"))
    if result.conditions:
        options.append(Option("a", "Answer its questions otherwise", "answers"))
    return [*options, Option("q", leave, _LEAVE)]


def _paper(session: Session, result: Match, kind: PaperKind, *, read: str | None, saved: str | None) -> None:
    """Make a paper for the advertisement, and bring it where the person wants it.

    Raises:
        GoBackError: the person goes back.

    """
    target: Target | None = _HERE
    if session.asker.choose("Where is it to go?", "", _WAYS, "screen", back=True) == "file":
        target = destination.file_for(session, f"{kind}.md", _FORMS, read)
    if target is None:
        return
    asked = tuple(each.condition for each in result.conditions if not each.answer)
    brief = Brief(
        assessment=result.assessment,
        library=session.library,
        aim=Aim(result.ad.tier, result.ad.but(conditions=asked)),  # what is answered with yes is settled
        state=state_of(session),
        opinions=heard(session, saved, result.assessment),
    )
    if target.on_screen:
        session.write("\n")
    name = result.assessment.profile.name
    hand_over(session, target, "paper", paper=paper(kind, brief), fill="", name=name)


def _otherwise(session: Session, result: Match) -> Match:
    given = {each.condition.id: each.answer for each in result.conditions if each.answer is not None}
    asked = [each.condition for each in result.conditions]
    result = match(result.ad, result.assessment, _answers(session, asked, given))
    session.write("\n")
    hand_over_match(session, _HERE, result)
    return result
