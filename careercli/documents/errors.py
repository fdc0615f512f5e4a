"""What a script reads on standard error with ``--json``: a document on each line, the error of a run last."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from careercli.errors import CareerError, InvalidDataError, Problem
from careercli.formats.text import clean, one_line


class ProblemDocument(msgspec.Struct, frozen=True, kw_only=True):
    """One thing wrong in a file: where, and what to do. Lines and columns count from 1; null is not known."""

    file: str
    line: int | None
    column: int | None
    key: str | None
    message: str
    hint: str | None


class MessageDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What a run says beside its result, on a line of standard error with ``--json``; it goes on after it."""

    schema: Literal["careercli/message@1"] = "careercli/message@1"
    message: str
    hint: str | None = None
    problems: tuple[ProblemDocument, ...] = ()


class ErrorDocument(msgspec.Struct, frozen=True, kw_only=True):
    """Why a run ended with an exit code other than 0, on the last line of standard error with ``--json``.

    ``code`` is the exit code and ``name`` its name.
    """

    schema: Literal["careercli/error@1"] = "careercli/error@1"
    code: int
    name: str
    message: str
    hint: str | None
    problems: tuple[ProblemDocument, ...]


def error_document(error: CareerError) -> ErrorDocument:
    """Return the error that ends a run as a document."""
    return ErrorDocument(
        code=int(error.exit_code),
        name=error.exit_code.word,
        message=_said(error.message),
        hint=_said(error.hint) or None,
        problems=problem_documents(_problems_of(error)),
    )


def message_document(error: CareerError) -> MessageDocument:
    """Return an error that a run goes on after as a document."""
    return MessageDocument(
        message=_said(error.message),
        hint=_said(error.hint) or None,
        problems=problem_documents(_problems_of(error)),
    )


def problem_documents(problems: Iterable[Problem]) -> tuple[ProblemDocument, ...]:
    """Return what is wrong in files as it is printed in every document."""
    return tuple(
        ProblemDocument(
            file=clean(problem.file),
            line=problem.line or None,
            column=problem.column or None,
            key=clean(problem.key) or None,
            message=_said(problem.message),
            hint=_said(problem.hint) or None,
        )
        for problem in problems
    )


def _problems_of(error: CareerError) -> tuple[Problem, ...]:
    return error.problems if isinstance(error, InvalidDataError) else ()


def _said(text: str) -> str:
    """Return what a message quotes as it can be shown: nothing that a terminal acts on, on one line."""
    return one_line(clean(text))
