"""Askers without a person: one that answers from a script or a rule, and what they hear."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from careercli.domain.model import Catalog, Profile
from careercli.interview.answers import Answers
from careercli.interview.questions import Interview
from careercli.prompts.asker import BACK, Check, GoBackError, Option

ENTER = ""
"""Takes the answer offered."""


@dataclass(frozen=True)
class Question:
    """What was asked; a text has no options."""

    title: str
    detail: str
    options: tuple[Option, ...]
    default: str
    back: bool
    explain: str = ""

    @property
    def words(self) -> list[str]:
        """Everything there is to read in it."""
        return [self.title, self.detail, *(option.label for option in self.options)]


@dataclass
class Scripted:
    """Asks nobody: ``reply`` says what is typed at each question.

    It is as strict as a real asker: a key that is not offered fails, and a text that is refused is asked
    again.
    """

    reply: Callable[[Question], str]
    asked: list[Question] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    @property
    def heard(self) -> str:
        """Everything that a person could read so far."""
        return "\n".join([*(word for question in self.asked for word in question.words), *self.told])

    def choose(
        self,
        title: str,
        detail: str,
        options: Sequence[Option],
        default: str,
        *,
        back: bool = False,
        explain: str = "",
    ) -> str:
        """Return the value of the option whose key, or where it has none whose label, the script types."""
        values = {option.key or option.label: option.value for option in options}
        assert len(values) == len(options)
        assert not {"b", "?"} & set(values)
        assert default in values.values()
        answer = self._answer(Question(title, detail, tuple(options), default, back, explain))
        return values[answer] if answer else default

    def tick(
        self,
        title: str,
        detail: str,
        options: Sequence[Option],
        ticked: Collection[str],
        default: str,
        *,
        back: bool = False,
        explain: str = "",
    ) -> frozenset[str]:
        """Return the values of the options whose keys the script types, with spaces between them."""
        values = {option.key: option.value for option in options}
        assert len(values) == len(options)
        assert not {"b", "?"} & set(values)
        standard = " ".join(key for key, value in values.items() if value in (ticked or {default}))
        answer = self._answer(Question(title, detail, tuple(options), standard, back, explain))
        chosen = [option for option in options if option.key in (answer or standard).split()]
        assert len(chosen) == 1 or not any(option.aside for option in chosen)
        return frozenset(option.value for option in chosen)

    def text(self, title: str, default: str, check: Check, *, back: bool = False, explain: str = "") -> str:
        """Return the first text of the script that passes."""
        while True:
            answer = self._answer(Question(title, "", (), default, back, explain)) or default
            wrong = check(answer)
            if wrong is None:
                return answer
            self.refused.append(wrong)

    def tell(self, text: str) -> None:
        """Remember what is told."""
        self.told.append(text)

    def _answer(self, question: Question) -> str:
        self.asked.append(question)
        answer = self.reply(question)
        if answer == BACK:
            assert question.back
            raise GoBackError
        return answer


def typing(*answers: str) -> Callable[[Question], str]:
    """Return a reply that types these answers in order, and breaks off where they end."""
    left = iter(answers)

    def reply(_question: Question) -> str:
        try:
            return next(left)
        except StopIteration:
            raise EOFError from None

    return reply


def only_enter(_question: Question) -> str:
    """Take every answer that is offered."""
    return ENTER


def interview(
    catalog: Catalog, reply: Callable[[Question], str], profile: Profile | None = None
) -> tuple[Interview, Scripted]:
    """Return an interview and the asker who answers it."""
    asker = Scripted(reply)
    return Interview(Answers(catalog, asker, profile or Profile(support_years=0.0))), asker


def after(run: Callable[[], Any]) -> None:
    """Run until the script ends."""
    try:
        run()
    except EOFError:
        return
