"""How long the guided session takes: questions, keys and words until the estimate, and until the report.

The built-in people answer it, each by their own profile. ``make bench-session`` prints the table; it ends
with 1 where somebody needs longer than they should.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NamedTuple

from careercli.catalog import load_catalog
from careercli.domain.model import Catalog, Persona, Profile
from careercli.domain.placement import SETTLED_FROM
from careercli.interview import newcomer
from careercli.interview.answers import Answers
from careercli.interview.questions import Interview
from careercli.interview.review import review
from careercli.prompts.asker import Check, Option

WORDS_A_MINUTE = 200
SECONDS_A_KEY = 1
MOST_MINUTES = 5.0
"""From the first screen until the report shows."""


class Effort(NamedTuple):
    """What a session took so far: questions about skills, keys pressed, words that came on the screen."""

    questions: int = 0
    keys: int = 0
    words: int = 0

    @property
    def minutes(self) -> float:
        """How long that is, for somebody who reads every word."""
        return self.words / WORDS_A_MINUTE + self.keys * SECONDS_A_KEY / 60


class Person:
    """An asker that answers as a built-in person would, and counts; no line is read twice."""

    def __init__(self, persona: Persona, catalog: Catalog) -> None:
        self.profile = persona.profile
        self.skills = {skill.name: skill.id for skill in catalog.skills}
        self.effort = self.to_estimate = Effort()
        self._read: set[str] = set()

    def tell(self, text: str) -> None:
        """Read a line between questions."""
        self._count(text)

    def choose(
        self,
        title: str,
        detail: str,
        options: Sequence[Option],
        default: str,
        *,
        back: bool = False,  # noqa: ARG002 - as every asker's
        explain: str = "",  # noqa: ARG002 - nobody needs it
    ) -> str:
        """Answer with one key."""
        skill = self.skills.get(title.partition(" (")[0])
        self._count(title, detail, *(option.label for option in options), keys=1, questions=skill is not None)
        if skill is not None:
            if self.effort.questions == SETTLED_FROM:
                self.to_estimate = self.effort  # the next screen shows it
            return str(self.profile.skills.get(skill, 0))
        if "your job now" in title:
            return "no" if self.profile.employed is False else "yes"
        return default

    def text(self, title: str, default: str, check: Check, *, back: bool = False, explain: str = "") -> str:  # noqa: ARG002
        """Type the answer, and Enter.

        Raises:
            ValueError: it is refused.

        """
        answer = self._typed(title) or default
        if wrong := check(answer):
            raise ValueError(f"{title} {answer}: {wrong}")
        self._count(title, keys=len(answer) + 1)
        return answer

    def _typed(self, title: str) -> str:
        person = self.profile
        said = {
            "your name": person.name,
            "your job title": person.title,
            "worked in customer support": f"{person.support_years:g}",
            "of these years did you": f"{person.leading_years:g}",
            "outside support": f"{person.leading_elsewhere_years:g}",
            "hours a week": f"{person.hours_per_week:g}",
            "do you answer for now": "" if person.team is None else str(person.team),
        }
        return next((answer or "" for sign, answer in said.items() if sign in title), "")

    def _count(self, *texts: str, keys: int = 0, questions: int = 0) -> None:
        new = [line for text in texts for line in text.splitlines() if line not in self._read]
        self._read.update(new)
        before = self.effort
        words = sum(len(line.split()) for line in new)
        self.effort = Effort(before.questions + questions, before.keys + keys, before.words + words)


def played(persona: Persona, catalog: Catalog) -> Person:
    """Play the quick interview from the first screen to the report, and return who played it."""
    person = Person(persona, catalog)
    answers = Answers(catalog, person, Profile(support_years=0.0))
    interview = Interview(answers)
    person.tell(f"{newcomer.TITLE}\n{newcomer.DETAIL}")
    interview.facts()
    interview.quick()
    review(answers)
    return person


def main() -> int:
    """Play all built-in people, and print a table."""
    catalog = load_catalog().catalog
    people = {persona.id: played(persona, catalog) for persona in catalog.personas}
    print("| who | until the estimate | keys | words | minutes | until the report | keys | words | minutes |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name, person in people.items():
        cells = (
            f"{e.questions} | {e.keys} | {e.words} | {e.minutes:.1f}"
            for e in (person.to_estimate, person.effort)
        )
        print(f"| {name} | {' | '.join(cells)} |")
    return int(any(person.effort.minutes > MOST_MINUTES for person in people.values()))


if __name__ == "__main__":
    sys.exit(main())
