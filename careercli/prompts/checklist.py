"""A question with answers to tick, as many as there are that hold."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from time import monotonic

from careercli.prompts.asker import Option
from careercli.prompts.choice import Choice
from careercli.prompts.guard import WITHIN

DONE = "done"
"""Stands for going on with what is ticked."""

_BOXES = {True: "[x] ", False: "[ ] "}


class Checklist(Choice):
    """One question of which any number of answers can hold; what stands at the foot is chosen as ever."""

    def __init__(
        self,
        title: str,
        detail: str,
        options: Sequence[Option],
        ticked: Collection[str],
        default: str,
        explain: str,
        *,
        pointer: str,
    ) -> None:
        super().__init__(title, detail, options, default, explain, pointer=pointer)
        self.ticked = set(ticked)
        if self.ticked:
            self.pointed = next(option for option in self.rows if option.value in self.ticked)
        self._pressed = 0.0

    def _chosen(self, option: Option) -> Option | None:
        """Tick an answer whose key is pressed, or take the tick away."""
        if option not in self.rows:
            return option
        self.pointed, self.refused, self._pressed = option, False, monotonic()
        self.ticked ^= {option.value}
        return None

    def _entered(self, option: Option) -> Option | None:
        """Go on, unless this Enter belongs to the key before; where nothing is ticked, tick the answer."""
        if option not in self.rows:
            return option
        if monotonic() - self._pressed < WITHIN:
            return None
        return Option("", "", DONE) if self.ticked else self._chosen(option)

    def _hears(self, key: str) -> bool:
        if key == " " and self.pointed in self.rows:
            self._chosen(self.pointed)
            return True
        return super()._hears(key)

    def _box(self, option: Option) -> str:
        return _BOXES[option.value in self.ticked]

    def _enter(self) -> str:
        if self.pointed not in self.rows:
            return super()._enter()
        return f"Enter goes on with {len(self.ticked)} ticked" if self.ticked else "Enter ticks it"
