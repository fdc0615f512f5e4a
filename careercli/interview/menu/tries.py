"""What the menu lets somebody try: what other facts would change, and a question in their own words."""

from __future__ import annotations

from careercli.cli.profile_source import warnings_about
from careercli.cli.results import show
from careercli.cli.shared_results import show_answers
from careercli.domain.change import compare
from careercli.domain.model import Profile
from careercli.formats.text import clean, one_line
from careercli.interview.answers import KeptAnswers
from careercli.interview.facts import FactQuestions
from careercli.interview.menu.skills import ask_level, ask_skill
from careercli.prompts.asker import GoBackError, Option
from careercli.text.moves import FACTS, fact_words
from careercli.text.phrases import capital

_SKILL = "skill"
_LONGEST_QUESTION = 200


def what_if(answers: KeptAnswers) -> None:
    """Show what one other fact, or another level of a skill, would change; the answers stay as they are."""
    other = _otherwise(answers)
    session = answers.session
    if other == answers.profile:
        answers.asker.tell("That is as you said it: nothing would change.")
        return
    warnings_about(session, other)
    session.write("\n")
    show(session, "what-if", change=compare(answers.assessment(), session.assess(other)))


def _otherwise(answers: KeptAnswers) -> Profile:
    """Return the person as they would be; from the second question there is a way back to the first.

    Raises:
        GoBackError: the person goes back to the menu.

    """
    profile, questions = answers.profile, FactQuestions(answers.catalog, answers.asker)
    tiers = {tier.id: tier.short for tier in answers.catalog.ladder.tiers}
    facts = [fact for fact in questions.worth_asking(profile) if fact in FACTS and fact != "name"]
    labels = [f"{capital(FACTS[fact])}: {fact_words(fact, getattr(profile, fact), tiers)}" for fact in facts]
    options = [
        Option("1", "A skill at another level", _SKILL),
        *(
            Option(str(number), label, fact)
            for number, (label, fact) in enumerate(zip(labels, facts, strict=True), 2)
        ),
    ]
    while True:
        chosen = answers.asker.choose("What if something were otherwise?", "", options, _SKILL, back=True)
        try:
            if chosen != _SKILL:
                return profile.but(**questions.ask(chosen, profile, back=True))
            skill = ask_skill(answers, "Which skill?")
            level = ask_level(answers, skill)
        except GoBackError:
            continue
        marks = {name: why for name, why in profile.not_applicable.items() if name != skill.id}
        return profile.but(skills=profile.skills | {skill.id: level}, not_applicable=marks)


def match_ad(answers: KeptAnswers) -> None:
    """Say how the answers fit an advertisement that is pasted."""
    from careercli.interview.advertisement import match_in_menu  # few sessions have one

    match_in_menu(answers)


def ask(answers: KeptAnswers) -> None:
    """Show the passages of the guides that answer a question; Enter asks what is told of the next gap."""
    from careercli.text.explained import next_questions  # few sessions ask

    open_ones = (each for each in next_questions(answers.assessment()) if each not in answers.asked)

    def wrong(text: str) -> str | None:
        if not one_line(clean(text)):
            return "Type a question, such as: what does a team lead do all day?"
        return "A shorter question will do." if len(text) > _LONGEST_QUESTION else None

    text = answers.asker.text("What would you like to know?", next(open_ones, ""), wrong, back=True)
    answers.asked.add(text)
    answers.session.write("\n")
    show_answers(answers.session, one_line(clean(text)))
