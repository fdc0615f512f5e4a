"""Every fault that careercli can tell a person about, and the exit code of each.

Standard library only: every other module may import this one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import NamedTuple


class ExitCode(IntEnum):
    """What the shell sees. Part of the contract with scripts: docs/exit-codes.md."""

    meaning: str
    """One line for people, the same in the help and in the documentation."""

    def __new__(cls, code: int, meaning: str) -> ExitCode:  # noqa: D102
        self = int.__new__(cls, code)
        self._value_ = code
        self.meaning = meaning
        return self

    DONE = 0, "done"
    FAULT = 1, "an unexpected fault; says how to report it"
    USAGE = 2, "wrong usage"
    NOT_FOUND = 3, "not found: a profile, tier, role, skill or file"
    INVALID = 4, "invalid data: profile, pack or import, each problem with file, line and key"
    STORAGE = 5, "could not read or save; what was saved before is intact"
    NEEDS_INPUT = 6, "needs a terminal, or an answer that a flag can give"
    BELOW_TIER = 7, "below the tier, or the verdict, asked for with --at-least"
    INTERRUPTED = 130, "interrupted"

    @property
    def word(self) -> str:
        """One word for programs: ``not-found``."""
        return self.name.lower().replace("_", "-")


class Problem(NamedTuple):
    """One thing wrong in a document, as data: a view decides how it looks.

    Lines and columns count from 1; 0 means that the place is not known.
    """

    file: str
    line: int
    column: int
    key: str
    message: str
    hint: str = ""

    @property
    def place(self) -> str:
        """``file:line:column``, without the parts that are not known."""
        if not self.line:
            return self.file
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part)


_NO_NAME = "no file can have this name"


def reason_of(error: BaseException, otherwise: str = _NO_NAME) -> str:
    """Return why the system refused something, in its words; ``otherwise`` where it was Python that did."""
    said = error.strerror if isinstance(error, OSError) else None
    return said or otherwise


_NOTED = 20
"""How many problems a traceback shows."""


class CareerError(Exception):
    """A fault with a message for a person, what to do next, and an exit code."""

    exit_code = ExitCode.FAULT
    problems: tuple[Problem, ...] = ()

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(CareerError):
    """The command was called in a way that cannot be meant."""

    exit_code = ExitCode.USAGE


class NotFoundError(CareerError):
    """A profile, tier, role, skill or file that is not there."""

    exit_code = ExitCode.NOT_FOUND


class InvalidDataError(CareerError):
    """A document that breaks its format, with every problem found in it."""

    exit_code = ExitCode.INVALID

    def __init__(self, message: str, *, problems: tuple[Problem, ...] = (), hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.problems = tuple(sorted(problems))
        for problem in self.problems[:_NOTED]:  # what a traceback shows to whoever uses the library
            where = ": ".join(filter(None, (problem.place, problem.key)))
            self.add_note(f"{where}: {problem.message}. {problem.hint}".rstrip())

    @classmethod
    def counting(cls, name: str, problems: tuple[Problem, ...], *, hint: str = "") -> InvalidDataError:
        """Return the error of a document that has these problems; the message says how many."""
        amount = len(problems)
        problem = "problem" if amount == 1 else "problems"
        return cls(f"{name} has {amount} {problem}.", problems=problems, hint=hint)


class StorageError(CareerError):
    """Reading or saving failed; what was there before is intact."""

    exit_code = ExitCode.STORAGE


@contextmanager
def saying_why(failed: str, otherwise: str = _NO_NAME, *, hint: str = "") -> Iterator[None]:
    """Turn what the system refuses in the body into a StorageError: what ``failed``, and why.

    ``otherwise`` is the reason where it was Python that refused, before the system was asked.
    """
    try:
        yield
    except (OSError, ValueError) as error:
        raise StorageError(f"{failed}: {reason_of(error, otherwise)}.", hint=hint) from error


class NeedsInputError(CareerError):
    """A question is open and there is no terminal to ask it on."""

    exit_code = ExitCode.NEEDS_INPUT


class BelowTierError(CareerError):
    """What was found, a tier or a verdict, is below the one that a script asked for."""

    exit_code = ExitCode.BELOW_TIER


class InterruptedSessionError(CareerError):
    """The person broke off; the message says what was kept and how to go on."""

    exit_code = ExitCode.INTERRUPTED


@contextmanager
def breaking_off(kept: str) -> Iterator[None]:
    """Turn a person's breaking off in the body into an error that says what is ``kept``.

    Raises:
        InterruptedSessionError: the person broke off.

    """
    try:
        yield
    except (KeyboardInterrupt, EOFError) as error:
        raise InterruptedSessionError(kept) from error
