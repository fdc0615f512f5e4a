"""The entries of the menu in their order, and the menu itself. What comes later is a line of ENTRIES."""

from __future__ import annotations

from careercli.errors import CareerError
from careercli.interview.answers import KeptAnswers
from careercli.interview.menu import looks, records, takes, transfers, tries
from careercli.interview.menu.entry import Entry
from careercli.prompts.asker import GoBackError, Option
from careercli.prompts.ending import Ended
from careercli.text.headline import standing_sentence

GROUPS = ("See", "Try", "Do", "Take", "Leave")
"""The groups of entries, in their order."""

MENU_KEY = "m"
_WHOLE = Option(MENU_KEY, "Everything, with a line for each", MENU_KEY)


def leave(answers: KeptAnswers) -> bool:
    """Return whether to leave: at once where nothing would be lost, else after asking."""
    if answers.is_saved:
        return True
    options = [
        Option("y", "Yes, save them.", "yes"),
        Option("n", "No, leave without saving.", "no"),
        Option("m", "Back to the menu.", "menu"),
    ]
    choice = answers.asker.choose("Your answers are not saved. Save them first?", "", options, "yes")
    if choice == "yes":
        return answers.save()
    if choice == "no":
        answers.draft.forget()
    return choice == "no"


ENTRIES = (
    Entry("p", "See", "plan", "Plan: the shortest way, with dates", looks.plan, commands=("plan",)),
    Entry(
        "f",
        "See",
        "full plan",
        "Plan in full: every step, and what else helps",
        looks.full_plan,
        commands=("plan",),
    ),
    Entry(
        "g",
        "See",
        "gaps",
        "All that is missing, for the next tier and the goal",
        looks.gaps,
        commands=("assess",),
    ),
    Entry(
        "h",
        "See",
        "progress",
        "How far you have come: changes, pace, dates",
        looks.progress,
        commands=("progress",),
    ),
    Entry("l", "See", "ladder", "The ladder, with you on it", looks.path, commands=("path",)),
    Entry("v", "See", "a tier", "A tier beside you: all that it asks", looks.compare, commands=("compare",)),
    Entry(
        "w", "Try", "what if", "What if: another fact, another level", tries.what_if, commands=("what-if",)
    ),
    Entry(
        "a",
        "Try",
        "ask",
        "Ask a question about the work, and read what the guides say",
        tries.ask,
        commands=("ask",),
    ),
    Entry(
        "z",
        "Try",
        "other work",
        "Where you come from: what carries over into support",
        transfers.transfer,
        transfers.has_transfers,
        commands=("transfer",),
    ),
    Entry(
        "j",
        "Try",
        "job ad",
        "A job advertisement: is it for you, and what to say",
        tries.match_ad,
        commands=("match",),
    ),
    Entry(
        "d",
        "Do",
        "step done",
        "Mark a step of your plan as done",
        records.step_done,
        records.steps,
        commands=("plan",),
    ),
    Entry("e", "Do", "evidence", "Write down something you did, as evidence", records.evidence, shows=False),
    Entry(
        "r", "Do", "rate more", records.rate_words, records.rate, records.open_skills, commands=("assess",)
    ),
    Entry("c", "Do", "change", "Change any answer: facts, goal, hours, ratings", records.change),
    Entry("i", "Do", "résumé", "Take in a résumé", records.take_in, commands=("profile",)),
    Entry(
        "x",
        "Take",
        "papers",
        "Papers: interview, résumé lines, letter, the case, pay, a talk",
        takes.papers,
        commands=("prepare",),
    ),
    Entry("o", "Take", "portfolio", "Portfolio: what you can show", takes.portfolio, commands=("portfolio",)),
    Entry(
        "t",
        "Take",
        "report",
        "Report to hand over: a page, or printed here",
        takes.report,
        commands=("report",),
    ),
    Entry(
        "k",
        "Take",
        "calendar",
        "Calendar of your plan, for your phone or mail program",
        takes.calendar,
        takes.has_dates,
        commands=("plan",),
        shows=False,
    ),
    Entry(
        "u",
        "Take",
        "opinion",
        takes.opinion_words,
        takes.opinion,
        commands=("feedback",),
    ),
    Entry(
        "s",
        "Leave",
        "save",
        "Save, as a profile or to a file",
        KeptAnswers.save,
        commands=("profile",),
        shows=False,
    ),
    Entry("q", "Leave", "quit", "Quit", leave, shows=False, leaves=True),
)
"""The entries of the menu, those of a group together."""


def entry(key: str) -> Entry:
    """Return the entry of a key."""
    return next(each for each in ENTRIES if each.key == key)


def run_menu(answers: KeptAnswers, first: Entry | None = None, *, reminder: bool = True) -> None:
    """Offer what to do with the answers until the person leaves.

    What is on the screen stays there: the menu below it has one line for what comes next, which is what Enter
    takes, and a word for everything else; all lines are a key away. It stays as
    it was where somebody has only looked into an entry and gone back.

    Args:
        answers: those of the session.
        first: what Enter takes first, in place of the entry of its key; without it that is the plan, or
            rating more where too little is rated to have one.
        reminder: whether to say first where the person stands; below their home screen they have read it.

    Raises:
        KeyboardInterrupt: the person broke off at the menu, or the session is ended from outside.

    """
    first = first or entry("r" if records.says_too_little(answers) else "p")
    whole, reminder = False, reminder and not answers.session.accessible
    while True:
        where = standing_sentence(answers.assessment()) if reminder else ""
        chosen = _chosen(answers, first, where, whole=whole)
        if chosen is None:
            whole = True
            continue
        before = answers.profile
        try:
            if chosen.act(answers) and chosen.leaves:
                return
        except Ended:
            raise
        except (GoBackError, KeyboardInterrupt) as error:
            if isinstance(error, KeyboardInterrupt):
                answers.asker.tell("Back at the menu. Ctrl-C once more leaves.")
            if answers.profile == before:
                continue
        except CareerError as error:
            answers.session.report(error)
        whole, reminder = not chosen.shows, not answers.session.accessible
        first = entry("q" if answers.is_saved else "s")


def _chosen(answers: KeptAnswers, first: Entry, where: str, *, whole: bool) -> Entry | None:
    """Ask what comes next, and say ``where`` the person stands; None asks for the whole menu.

    Enter takes ``first``.
    """
    offered = {each.key: each for each in ENTRIES if each.offered(answers)} | {first.key: first}
    if whole:
        options = [each.option(answers) for each in offered.values()]
    else:
        top = first.option(answers).but(group="")
        others = [each.option(answers, aside=True) for each in offered.values() if each is not first]
        options = [top, _WHOLE, *others]
    return offered.get(answers.asker.choose("What next?", where, options, first.key))
