"""What a script reads on standard error with ``--json``: a document on each line, the error of a run last."""

from collections.abc import Iterable
from typing import Annotated

from careercli.documents.projection import As, DocumentPart, From, NullIfEmpty, NumberOrNull, Printed, project
from careercli.errors import Problem
from careercli.formats.text import clean, one_line

Clean = Annotated[str, As(lambda text, _: clean(text))]
"""What a message quotes, without what a terminal acts on."""

Said = Annotated[str, As(lambda text, _: one_line(clean(text)))]
"""The same on one line."""


SaidOrNull = Annotated[Said | None, NullIfEmpty]


class ProblemDocument(DocumentPart):
    """One thing wrong in a file: where, and what to do. Lines and columns count from 1; null is not known."""

    file: Clean
    line: NumberOrNull
    column: NumberOrNull
    key: Annotated[Clean | None, NullIfEmpty]
    message: Said
    hint: SaidOrNull


class MessageDocument(Printed, tag="careercli/message@1"):
    """What a run says beside its result, on a line of standard error with ``--json``; it goes on after it."""

    message: Said
    hint: SaidOrNull = None
    problems: tuple[ProblemDocument, ...] = ()


class ErrorDocument(Printed, tag="careercli/error@1"):
    """Why a run ended with an exit code other than 0, on the last line of standard error with ``--json``.

    ``code`` is the exit code and ``name`` its name.
    """

    code: Annotated[int, From("exit_code")]
    name: Annotated[str, From("exit_code.word")]
    message: Said
    hint: SaidOrNull
    problems: tuple[ProblemDocument, ...]


def problem_documents(problems: Iterable[Problem]) -> tuple[ProblemDocument, ...]:
    """Return what is wrong in files as it is printed in every document."""
    return tuple(project(ProblemDocument, problem) for problem in problems)
