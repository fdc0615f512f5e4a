"""A look at what is installed and kept: what is well, and what is broken and how to mend it."""

from __future__ import annotations

from typing import Literal

from careercli.domain.values import Value

State = Literal["fine", "note", "broken"]


class Check(Value):
    """One thing that was looked at: where it belongs, what it is, what there is to say, what to do."""

    area: str
    name: str
    says: str
    state: State = "fine"
    remedy: str = ""


class Checkup(Value):
    """Everything that was looked at, in the order in which it is told."""

    checks: tuple[Check, ...]

    @property
    def broken(self) -> tuple[Check, ...]:
        """What is broken."""
        return tuple(check for check in self.checks if check.state == "broken")
