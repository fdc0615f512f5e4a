"""The file that comes back from a form: read strictly, since anybody may have written it."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta

from careercli.domain.opinion import Opinion
from careercli.domain.values import EMPTY, Identifier, Level, Line, Value
from careercli.errors import InvalidDataError
from careercli.formats.checker import examine
from careercli.formats.days import Day, Days
from careercli.formats.document import Document, decode, read_bytes
from careercli.formats.text import clean

MAX_BYTES = 64 * 1024
"""Twenty answers and a text have a few KiB."""

LONGEST_TEXT = 4000
"""In characters."""

LONGEST_NAME = 80
"""In characters: a name stands in every question's heading."""

_ASK_AGAIN = "It was changed after the form saved it, or is another file. Ask for it once more."

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
    levels: dict[Identifier, Level] = EMPTY
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
    name = clean(path)
    text = decode(read_bytes(path, limit=MAX_BYTES), name)
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
    if file is None:
        raise InvalidDataError.counting(document.name, problems, hint=_ASK_AGAIN)
    days = Days(document)
    day, giver = days.day(("date",), file.date), _name(file.giver)
    wrong = [*problems, *days.problems]
    if not 1 <= len(giver) <= LONGEST_NAME:
        wrong.append(document.problem(("giver",), f"must be a name of 1 to {LONGEST_NAME} characters"))
    if not file.levels and not file.unseen:
        wrong.append(document.problem(("levels",), "has no answer"))
    both = file.levels.keys() & set(file.unseen)
    wrong += (document.problem(("unseen",), f"'{skill}' is rated too") for skill in both)
    if wrong:
        raise InvalidDataError.counting(document.name, tuple(wrong), hint=_ASK_AGAIN)
    return Opinion(file.form, giver, day, added, dict(file.levels), file.unseen, clean(file.text).strip())
