"""The review: every answer in one list, to look over and to change."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from careercli.formats.text import clean
from careercli.interview.answers import Answers
from careercli.interview.checklist import DONE
from careercli.interview.questions import LIST, Interview
from careercli.prompts.asker import GoBackError, Option
from careercli.text.moves import FACTS as NAMES
from careercli.text.moves import fact_words
from careercli.text.phrases import capital

_ON = ""
"""Stands for going on, which is no answer to change."""

_ABOUT = "About you"
_LISTED = "Before"


def review(answers: Answers, *, detail: str = "", on: str = "show the result", back: bool = False) -> None:
    """Show every answer, and ask anew for each that is chosen, until the person goes on.

    ``on`` says what comes after, ``detail`` what there is to say before.

    Raises:
        GoBackError: with ``back``, where the person goes back.

    """
    interview = Interview(answers)
    title = "Your answers. Is there one to change?"
    while True:
        options = [*_facts(answers), *_skills(answers), Option("", on, _ON, aside=True)]
        chosen = answers.asker.choose(title, detail, options, _ON, back=back)
        if chosen == _ON:
            return
        with contextlib.suppress(GoBackError):
            if chosen == LIST:
                interview.change_list()
            else:
                interview.change(chosen)


def _facts(answers: Answers) -> Iterator[Option]:
    profile = answers.profile
    tiers = {tier.id: tier.title for tier in answers.catalog.ladder.tiers}
    for fact in Interview(answers).questions.worth_asking(profile):
        words = clean(fact_words(fact, getattr(profile, fact), tiers))
        yield Option("", f"{capital(NAMES[fact])}: {words}", fact, group=_ABOUT)


def _skills(answers: Answers) -> Iterator[Option]:
    profile, groups = answers.profile, answers.catalog.group_titles
    if answers.listed:
        done = sum(bool(profile.skills[skill]) for skill in answers.listed)
        yield Option("", f"{DONE}: {done} of {len(answers.listed)}", LIST, group=_LISTED)
    for skill in answers.catalog.skills:
        if skill.id in answers.listed:
            continue
        if skill.id in profile.skills:
            level = profile.skills[skill.id]
            said = str(level)
        elif skill.id in profile.not_applicable:
            said = "does not apply"
        elif skill.id in answers.passed_over:
            said = "skipped"
        else:
            continue
        yield Option("", f"{skill.name}: {said}", skill.id, group=groups.get(skill.group, ""))
