"""The file that comes back from a form: read strictly, since anybody may have written it."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta

from careercli.domain.opinion import Opinion
from careercli.domain.values import Identifier, Level, Line, Value
from careercli.errors import InvalidDataError
from careercli.formats.checker import examine
from careercli.formats.document import Document, check_size, decode, read_start
from careercli.formats.text import clean

MAX_BYTES = 64 * 1024
"""Twenty answers and a text have a few KiB."""

LONGEST_TEXT = 4000
"""In characters."""

LONGEST_NAME = 80
"""In characters: a name stands in every question's heading."""

Day = Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", description="a date such as 2026-11-21")]
FormId = Annotated[
    str, Meta(pattern=r"^[0-9a-f]{16}$", description="the id of a form: 16 digits and letters from a to f")
]
Answers = Annotated[str, Meta(max_length=LONGEST_TEXT, description="text of up to 4000 characters")]


class OpinionFile(Value, kw_only=True):
    """What a form saves: ``levels`` under the ids of skills, ``unseen`` those that nobody saw."""

    schema: Literal["careercli/opinion@1"]
    form: FormId
    about: Line
    giver: Line
    date: Day
    levels: dict[Identifier, Level] = {}  # noqa: RUF012 - msgspec copies it
    unseen: tuple[Identifier, ...] = ()
    text: Answers = ""


def _name(text: str) -> str:
    """Return a name as it is kept: on one line, without letters that nobody sees; "" for nothing else."""
    seen = "".join(letter for letter in clean(text) if letter.isprintable() and letter != "\ufffd")
    return " ".join(seen.split())


def read_opinion(path: Path, added: date) -> Opinion:
    """Return the opinion in a file that a form saved, as added on a day. Its texts are cleaned.

    Raises:
        NotFoundError: there is no such file.
        StorageError: it cannot be read.
        InvalidDataError: it is no such file, or something in it is wrong; says what.

    """
    data, name = read_start(path, MAX_BYTES + 1), clean(str(path))
    check_size(len(data), name, MAX_BYTES)
    text = decode(data, name)
    if not text.lstrip().startswith("{"):
        raise InvalidDataError(
            f"{name} is not what the form saves.",
            hint="Name the file ending in .json that came back, not the form itself.",
        )
    from careercli.formats.json_reader import read_json

    return opinion_of(read_json(text, name), added)


def opinion_of(document: Document, added: date) -> Opinion:
    """Return the opinion in a document.

    Raises:
        InvalidDataError: something in it is wrong; says what.

    """
    file, problems = examine(document, OpinionFile)
    day = None
    if file is not None:
        try:
            day = date.fromisoformat(file.date)
        except ValueError:
            problems = (*problems, document.problem(("date",), f"{file.date} is no day of the calendar"))
        if not _name(file.giver) or len(_name(file.giver)) > LONGEST_NAME:
            problems = (
                *problems,
                document.problem(("giver",), f"must be a name of 1 to {LONGEST_NAME} characters"),
            )
        if not file.levels and not file.unseen:
            problems = (*problems, document.problem(("levels",), "has no answer"))
        both = file.levels.keys() & set(file.unseen)
        problems = (
            *problems,
            *(document.problem(("unseen",), f"'{skill}' is rated too") for skill in sorted(both)),
        )
    if problems or file is None or day is None:
        error = InvalidDataError.counting(document.name, problems)
        error.hint = "It was changed after the form saved it, or is another file. Ask for it once more."
        raise error
    return Opinion(
        file.form, _name(file.giver), day, added, dict(file.levels), file.unseen, clean(file.text).strip()
    )
