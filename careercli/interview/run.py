"""How far questions are: the answers, which were put, and the way back through all of them."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from careercli.domain.model import Profile
from careercli.domain.values import Value


class State(Value):
    """How far an interview is: the answers, which questions were put, and which skills a list alone has."""

    profile: Profile
    count: int
    asked: frozenset[str] = frozenset()
    passed_over: frozenset[str] = frozenset()
    listed: frozenset[str] = frozenset()
    finished: bool = False

    def answered(self, question: str, profile: Profile) -> State:
        """Return the state after an answer that made this profile."""
        return self.but(
            profile=profile,
            count=self.count + (question not in self.listed),
            asked=self.asked | {question},
            listed=self.listed - {question},
        )

    @property
    def ticked(self) -> frozenset[str]:
        """The skills that are ticked, and may be asked for their level."""
        return frozenset(skill for skill in self.listed if self.profile.skills.get(skill))


class Place(Value):
    """Where a question stands among the others, and the tier so far; both empty where it is asked alone."""

    position: str = ""
    so_far: str = ""


class Run(msgspec.Struct):
    """Questions that are asked one after the other.

    Attributes:
        ask: asks one, by its name, from a state; with or without a way back.
        following: the question that follows a state; None at the end.
        way_back: whether there is a way back out of the first question.
        before: the state before each question that was answered, the last one at the end.
        end: the state that the last answer left.

    """

    ask: Callable[[str, State, bool], State]
    following: Callable[[State], str | None]
    way_back: bool = False
    before: list[State] = []
    end: State | None = None
