"""What ``batch`` prints in the place of an assessment, as a type: docs/json.md describes it."""

from __future__ import annotations

from typing import Literal

import msgspec

from careercli.errors import InvalidDataError


class LineProblem(msgspec.Struct, frozen=True):
    """One thing wrong in a line; lines and columns count from 1, a column of 0 means that it is not known."""

    line: int
    column: int
    key: str
    message: str
    hint: str


class BatchErrorDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What ``batch`` prints for a line that is no profile; ``line`` is its number in the input, from 1."""

    schema: Literal["careercli/batch-error@1"] = "careercli/batch-error@1"
    line: int
    code: int
    message: str
    problems: tuple[LineProblem, ...]


def batch_error_document(number: int, error: InvalidDataError) -> BatchErrorDocument:
    """Return what is wrong with the line of this number as a document."""
    return BatchErrorDocument(
        line=number,
        code=int(error.exit_code),
        message=error.message,
        problems=tuple(
            LineProblem(number, problem.column, problem.key, problem.message, problem.hint)
            for problem in error.problems
        ),
    )
