"""What ``batch`` prints beside assessments, as types: docs/json.md describes them."""

from datetime import date

from careercli.documents.errors import problem_documents
from careercli.documents.projection import DocumentPart, Printed, project
from careercli.errors import InvalidDataError


class LineProblem(DocumentPart):
    """One thing wrong in a line, as in an error; the column counts from 1, null is not known."""

    line: int
    column: int | None
    key: str | None
    message: str
    hint: str | None


class BatchErrorDocument(Printed, tag="careercli/batch-error@1"):
    """What ``batch`` prints for a line that is no profile; ``line`` is its number in the input, from 1."""

    line: int
    code: int
    message: str
    problems: tuple[LineProblem, ...]


class BatchDocument(Printed, tag="careercli/batch@1"):
    """What a batch into a file came to, with ``--json``. ``lines`` are those written, ``bad`` of them errors.

    ``out`` is the file as it was named, ``first_bad`` the number of the first bad line of the input.
    """

    as_of: date
    out: str
    lines: int
    bad: int
    first_bad: int | None


def batch_error_document(number: int, error: InvalidDataError) -> BatchErrorDocument:
    """Return what is wrong with the line of this number as a document."""
    problems = tuple(project(LineProblem, each, line=number) for each in problem_documents(error.problems))
    return BatchErrorDocument(number, int(error.exit_code), error.message, problems)
