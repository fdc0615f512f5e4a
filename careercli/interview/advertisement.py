"""A pasted advertisement: its conditions asked with a key each, the sheet, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careercli.api import match, read_advertisement
from careercli.cli.output_file import Target
from careercli.cli.shared_results import hand_over_match, show_ad_plan
from careercli.errors import CareerError, InterruptedSessionError, NeedsInputError
from careercli.interview import destination
from careercli.prompts.asker import GoBackError, Option
from careercli.prompts.paste import END, pasted
from careercli.text.match import question, quoted

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


def match_pasted(
    session: Session,
    assessment: Assessment,
    target: Target,
    answers: Callable[[Advertisement], dict[str, bool]],
) -> Match:
    """Ask for an advertisement and its conditions, bring the sheet where it goes, and offer what comes next.

    ``answers`` gives those that are there already, which are not asked for again.

    Raises:
        InterruptedSessionError: the person broke off.
        CareerError: the text is no advertisement, or the sheet cannot be written.

    """
    try:
        result = _asked(session, assessment, target, answers)
        if target.on_screen:
            result = _next_steps(session, result, "Leave", read=None)
    except (KeyboardInterrupt, EOFError, GoBackError) as error:
        raise InterruptedSessionError("Stopped. Nothing of the advertisement is kept.") from error
    return result


def match_in_menu(answers: KeptAnswers) -> None:
    """Match a pasted advertisement with the answers of a session.

    Raises:
        GoBackError: the person goes back to the menu.

    """
    result = _asked(answers.session, answers.assessment(), _HERE, lambda _: {})
    _next_steps(answers.session, result, "Back to the menu", read=answers.holder or answers.own_file)


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


def _next_steps(session: Session, result: Match, leave: str, *, read: str | None) -> Match:
    """Offer the plan, a file and other answers until the person leaves; return the match as it is then."""
    options = [
        Option("p", "The steps that it needs, as a plan with dates", "plan"),
        Option("s", "Save this sheet: a page, Markdown, text or data", "save"),
    ]
    if result.conditions:
        options.append(Option("a", "Answer its questions otherwise", "answers"))
    options.append(Option("q", leave, _LEAVE))
    while True:
        chosen = session.asker.choose("What next with this advertisement?", "", options, _LEAVE)
        if chosen == _LEAVE:
            return result
        try:
            if chosen == "plan":
                session.write("\n")
                show_ad_plan(session, result)
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


def _otherwise(session: Session, result: Match) -> Match:
    given = {each.condition.id: each.answer for each in result.conditions if each.answer is not None}
    asked = [each.condition for each in result.conditions]
    result = match(result.ad, result.assessment, _answers(session, asked, given))
    session.write("\n")
    hand_over_match(session, _HERE, result)
    return result
