from __future__ import annotations

import pytest

from careercli.domain.model import Catalog, Persona, Profile
from careercli.interview import newcomer
from careercli.interview.answers import Answers
from careercli.interview.questions import Interview
from careercli.interview.review import review
from tests.prompts.scripted import ENTER, Question, Scripted

PERSONAS = ("dana", "daniel", "maya", "priya", "tomas")

WORDS_A_MINUTE = 200
SECONDS_A_KEY = 1

MOST_MINUTES = 9.0
"""From the first screen until the report shows: six for four of them, more for who has to be asked most.

Most of it is the texts of the levels.
"""


class Played:
    """Answers as a built-in person would, and counts what that takes; no line is read twice."""

    def __init__(self, person: Persona, catalog: Catalog) -> None:
        self.profile = person.profile
        self.skills = {skill.name: skill.id for skill in catalog.skills}
        self.words = self.keys = 0
        self.read_before: set[str] = set()

    def read(self, *texts: str) -> None:
        """Count the words of the lines that are new."""
        for line in "\n".join(texts).splitlines():
            if line not in self.read_before:
                self.words += len(line.split())
            self.read_before.add(line)

    def __call__(self, question: Question) -> str:
        """Answer, and count the words to read and the keys to press."""
        answer = self._answer(question)
        self.read(*question.words)
        self.keys += 1 if question.options else len(answer) + 1
        return answer

    def _answer(self, question: Question) -> str:
        person = self.profile
        skill = self.skills.get(question.title.partition(" (")[0])
        if skill is not None:
            return str(person.skills[skill]) if skill in person.skills else "0"
        for sign, value in {
            "your name": person.name,
            "your job title": person.title,
            "worked in customer support": f"{person.support_years:g}",
            "of these years did you": f"{person.leading_years:g}",
            "outside support": f"{person.leading_elsewhere_years:g}",
            "hours a week": f"{person.hours_per_week:g}",
            "do you answer for now": "" if person.team is None else str(person.team),
        }.items():
            if sign in question.title:
                return value or ENTER
        if "your job now" in question.title:
            return "n" if person.employed is False else "y"
        return ENTER


@pytest.mark.parametrize("name", PERSONAS)
def test_a_report_comes_soon(catalog: Catalog, name: str) -> None:
    """At 200 words a minute and a second a key, from the first screen to the report."""
    person = next(person for person in catalog.personas if person.id == name)
    played = Played(person, catalog)
    asker = Scripted(played)
    answers = Answers(catalog, asker, Profile(support_years=0.0))
    interview = Interview(answers)
    played.read(newcomer.TITLE, newcomer.DETAIL)
    interview.facts()
    interview.quick()
    review(answers)
    played.read(*asker.told)

    assert played.words / WORDS_A_MINUTE + played.keys * SECONDS_A_KEY / 60 < MOST_MINUTES
