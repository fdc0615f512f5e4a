"""How long the guided session takes: questions, keys and words until the estimate, and until the report.

The built-in people and four from outside support answer it by their own profiles, from the first screen on.
``make bench-session`` prints the table; it ends with 1 where somebody needs longer than they should.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple
from unittest import mock

import msgspec
from raters import outsiders

from careercli.catalog import load_catalog
from careercli.cli.context import Session
from careercli.domain.model import Catalog, Profile
from careercli.interview.session import GuidedSession
from careercli.prompts.asker import Check, Option

WORDS_A_MINUTE = 200
SECONDS_A_KEY = 1
MOST_MINUTES = 5.0
"""From the first screen until the report shows, for a built-in person."""
MOST_OF_OTHERS = 5.5
"""And for those who come from somewhere else, some of whom are a close call."""


class Effort(NamedTuple):
    """What a session took so far: questions about skills, keys pressed, words that came on the screen."""

    questions: int = 0
    keys: int = 0
    words: int = 0

    @property
    def minutes(self) -> float:
        """How long that is, for somebody who reads every word."""
        return self.words / WORDS_A_MINUTE + self.keys * SECONDS_A_KEY / 60


class ReportedError(Exception):
    """The report is on the screen."""


class Person:
    """An asker that answers as somebody would, and counts; no line is read twice."""

    def __init__(self, profile: Profile, catalog: Catalog) -> None:
        self.profile = profile
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
        """Answer with one key.

        Raises:
            ReportedError: the menu below the report asks.

        """
        if title == "What next?":
            raise ReportedError
        skill = self.skills.get(title.partition(" (")[0])
        if not self.to_estimate.keys and ("So far: " in detail or "That settles it" in detail):
            self.to_estimate = self.effort
        self._count(title, detail, *(option.label for option in options), keys=1, questions=skill is not None)
        if skill is not None:
            return str(self.profile.skills.get(skill, 0))
        if "your job now" in title:
            return "no" if self.profile.employed is False else "yes"
        return default

    def tick(
        self,
        title: str,
        detail: str,
        options: Sequence[Option],
        ticked: Collection[str],  # noqa: ARG002 - as every asker's
        default: str,  # noqa: ARG002
        *,
        back: bool = False,  # noqa: ARG002
        explain: str = "",  # noqa: ARG002
    ) -> frozenset[str]:
        """Tick what was done with a key each, and Enter; or say with one that none was."""
        done = frozenset(option.value for option in options if self.profile.skills.get(option.value))
        labels = (option.label for option in options)
        self._count(title, detail, *labels, keys=len(done) + 1, questions=1)
        return done or frozenset({"none"})

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


def played(profile: Profile) -> Person:
    """Play the guided session from the first screen to the report, and return who played it."""
    with tempfile.TemporaryDirectory() as home:
        kept = {f"XDG_{kind}_HOME": home for kind in ("DATA", "STATE", "CONFIG")}
        with mock.patch.dict(os.environ, kept):
            session = Session(io.StringIO(), io.StringIO(), io.StringIO(), dict(os.environ))
            person = session.asker = Person(profile, session.catalog)
            try:
                GuidedSession(session, None).run(quick=None)
            except ReportedError:
                return person
    raise AssertionError("there was no report")


def players(catalog: Catalog) -> Iterator[tuple[str, Profile, float]]:
    """Yield who plays it, by name, and in how many minutes at most."""
    for persona in catalog.personas:
        yield persona.id, persona.profile, MOST_MINUTES
    for name, profile in outsiders(catalog.ladder):
        yield name, msgspec.structs.replace(profile, name="Alexandra Newcomer"), MOST_OF_OTHERS


def main() -> int:
    """Play all of them, and print a table."""
    catalog = load_catalog().catalog
    people = [(name, played(profile), most) for name, profile, most in players(catalog)]
    print("| who | until the estimate | keys | words | minutes | until the report | keys | words | minutes |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name, person, _ in people:
        cells = (
            f"{e.questions} | {e.keys} | {e.words} | {e.minutes:.2f}" if e.keys else "none | | | "
            for e in (person.to_estimate, person.effort)
        )
        print(f"| {name} | {' | '.join(cells)} |")
    return int(any(person.effort.minutes > most for _, person, most in people))


if __name__ == "__main__":
    sys.exit(main())
