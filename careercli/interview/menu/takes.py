"""What the menu gives to take along: a report, a portfolio, a calendar."""

from __future__ import annotations

from collections.abc import Callable

from careercli.cli.browser import private_page
from careercli.cli.facts import Facts
from careercli.cli.output_file import Target
from careercli.cli.papers import FOR_COLLEAGUES, ask_holes, state_of, with_answer
from careercli.cli.plan_output import check_sessions, sessions_of, whose_plan
from careercli.cli.profile_source import Subject
from careercli.cli.results import hand_over
from careercli.cli.second_opinions import called_so, hand_out, heard, show_opinions, take_in
from careercli.cli.shared_results import hand_over_portfolio, hand_over_report, open_page
from careercli.domain.opinion import Opinions
from careercli.domain.paper import Aim, PaperKind
from careercli.errors import UsageError
from careercli.exports.plan import PlanFile
from careercli.interview.answers import KeptAnswers
from careercli.interview.menu.entry import called, file_for, saved_first
from careercli.interview.paths import path_of
from careercli.prompts.asker import GoBackError, Option
from careercli.text.papers import Brief, paper
from careercli.text.phrases import capital, count

_HERE = Target("table", None, force=False, read=None)
_WAYS = (
    Option("s", "On the screen, to read now", "table"),
    Option("o", "As a page, opened in your browser", "open"),
    Option("h", "As a page to hand over or print: an HTML file", "html"),
    Option("m", "As Markdown, for an editor or a wiki", "md"),
)
"""Where something can go, and in which form."""


def report(answers: KeptAnswers) -> None:
    """Make the report: on the screen, in the browser, or as a file to hand over."""
    _hand_over(
        answers, "report", lambda target: hand_over_report(answers.session, target, answers.assessment())
    )


def portfolio(answers: KeptAnswers) -> None:
    """Arrange the evidence as a portfolio: on the screen, in the browser, or as a file."""
    _hand_over(
        answers, "portfolio", lambda target: hand_over_portfolio(answers.session, target, answers.profile)
    )


def _hand_over(answers: KeptAnswers, what: str, make: Callable[[Target], None]) -> None:
    """Ask where something is to go, and bring it there; a file that is there may stay.

    Raises:
        GoBackError: the person goes back to the menu.

    """
    while True:
        way = answers.asker.choose(f"Where is the {what} to go?", "", _WAYS, "table", back=True)
        if way == "table":
            answers.session.write("\n")
            make(_HERE)
        elif way == "open":
            page = private_page(f"{what}.html")
            make(Target("html", str(page), force=False, read=None))
            open_page(answers.session, page)
        else:
            try:
                target = file_for(answers, called(answers, what, f".{way}"), [way])
            except GoBackError:
                continue
            if target is not None:
                make(target)
        return


_PAPERS: tuple[tuple[str, PaperKind, str], ...] = (
    ("i", "interview", "Interview: likely questions, and room for your answers"),
    ("r", "bullets", "Résumé lines, from what you did"),
    ("l", "letter", "Letter: what belongs in each paragraph"),
    ("c", "case", "The case for a promotion, on one page"),
    ("p", "pay", "Pay: what is known, and what to say"),
    ("t", "talk", "The next one-to-one"),
)
"""The papers, each with the key of its line."""


def papers(answers: KeptAnswers) -> None:
    """Make a paper for the next move, with what is open asked first where somebody wants that.

    Raises:
        GoBackError: the person goes back to the menu.

    """
    session, asker = answers.session, answers.asker
    brief = _brief(answers)
    fitting = [each for each in _PAPERS if brief.at_work or each[1] not in FOR_COLLEAGUES]
    options = [Option(key, line, kind) for key, kind, line in fitting]
    chosen = asker.choose("Which paper?", "", options, "interview", back=True)
    kind: PaperKind = next(each for _, each, _ in _PAPERS if each == chosen)
    open_holes = [hole for hole in paper(kind, brief).holes if hole.skill]
    if open_holes:
        asked = count(open_holes, "question")
        detail = "What you answer becomes evidence. Enter passes a question over."
        fill = [Option("f", f"Answer {asked} first", "fill"), Option("w", "As it is", "show")]
        if asker.choose(f"{capital(kind)}: {asked} open", detail, fill, "show", back=True) == "fill":
            ask_holes(
                session,
                open_holes,
                lambda hole, text: answers.change(
                    with_answer(session, answers.profile, hole, text), answers.count, answers.passed_over
                ),
            )
            brief = _brief(answers)
    result = paper(kind, brief)
    name = answers.profile.name
    _hand_over(
        answers, kind, lambda target: hand_over(session, target, "paper", paper=result, fill="", name=name)
    )


def _brief(answers: KeptAnswers) -> Brief:
    session, assessment = answers.session, answers.assessment()
    others = heard(session, answers.saved_as, assessment)
    return Brief(
        assessment=assessment,
        library=session.library,
        aim=Aim(None),
        state=state_of(session),
        opinions=others,
    )


def has_dates(answers: KeptAnswers) -> bool:
    """Return whether there is a plan with anything to put into a calendar."""
    return bool(answers.assessment().plan.milestones)


def calendar(answers: KeptAnswers) -> None:
    """Write the plan as a calendar, with the hours to work on it where somebody wants them."""
    name = answers.own_file if answers.is_saved and answers.holder is None else None
    name = name or saved_first(answers, "A calendar knows your plan again by the name of")
    if name is None:
        return
    session, person = answers.session, answers.profile

    def wrong(text: str) -> str | None:
        if not text:
            return None
        try:
            sessions = sessions_of(text, "ics")
        except UsageError:
            return "Type days and an hour: tue,thu@18:00."
        try:
            check_sessions(sessions, person)
        except UsageError as error:
            return error.message
        return None

    target = file_for(answers, called(answers, "plan", ".ics"), ["ics"])
    if target is None:
        return
    text = answers.asker.text(
        "When do you work on it each week? Days and an hour, as in tue,thu@18:00.", "", wrong, back=True
    )
    whose = whose_plan(Subject(session, name, Facts()))
    sessions = sessions_of(text, "ics") if text else None
    plan = answers.assessment().plan
    file = PlanFile(plan, person, session.catalog, whose=whose, sessions=sessions)
    hand_over(session, target, "plan", plan=plan, file=file)


def opinion_words(answers: KeptAnswers) -> str:
    """Return what the entry of second opinions says: what is waited for, or what came back."""
    kept = answers.session.store.opinions(answers.saved_as) if answers.saved_as else Opinions()
    if kept.opinions:
        return f"Second opinions: {count(kept.latest, 'answer')} to read; ask somebody else"
    if kept.waiting:
        return "Second opinion: a form is out; take in what came back"
    return "Second opinion: a form for somebody who sees you at work"


def opinion(answers: KeptAnswers) -> None:
    """Ask somebody how they see the person, take in what came back, or show what others said.

    Raises:
        GoBackError: the person goes back to the menu.

    """
    name = saved_first(answers, "A second opinion stands beside")
    if name is None:
        return
    session = answers.session
    options = [
        Option("f", "Make a form for somebody to fill in", "ask"),
        Option("t", "Take in the file that came back", "add"),
        *([Option("r", "Read what others say", "show")] if session.store.opinions(name).opinions else []),
    ]
    way = answers.asker.choose("A second opinion", "", options, options[-1].value, back=True)
    if way == "ask":
        whom = answers.asker.text("Who is it for? A first name will do.", "", _name, back=True)
        target = file_for(answers, called(answers, "form", ".html"), ["html"])
        if target is not None and target.file is not None:
            hand_out(session, name, called_so("The name", whom), None, target.file)
    elif way == "add":
        file = answers.asker.text(
            "Which file came back?", "", lambda text: None if text else "Name it.", back=True
        )
        take_in(session, name, str(path_of(file)))
    else:
        show_opinions(session, name)


def _name(text: str) -> str | None:
    try:
        called_so("The name", text)
    except UsageError as error:
        return error.message
    return None
