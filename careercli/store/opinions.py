"""Second opinions on the disk: a YAML file for each person about whom somebody was asked."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from careercli.domain.opinion import Opinion, Opinions, Request
from careercli.domain.values import EMPTY, Identifier, Level, Line, Value
from careercli.errors import InvalidDataError, NotFoundError
from careercli.formats.checker import examine
from careercli.formats.days import Day, Days
from careercli.formats.document import Document
from careercli.formats.opinions import Answers, FormId
from careercli.formats.parser import read_file
from careercli.store.notes import MEND_BY_HAND
from careercli.system.files import locked, replace

SCHEMA = "careercli/opinions@1"


class RequestEntry(Value, kw_only=True):
    """A form that was handed out, as it is written down."""

    form: FormId
    to: Line
    date: Day
    skills: tuple[Identifier, ...]


class OpinionEntry(Value, kw_only=True):
    """An opinion as it is written down; ``from`` is who the file says it is from."""

    form: FormId
    giver: Line
    date: Day
    added: Day
    levels: dict[Identifier, Level] = EMPTY
    unseen: tuple[Identifier, ...] = ()
    text: Answers = ""


class OpinionsFile(Value, kw_only=True):
    """All that was asked and came back about one person."""

    schema: Literal["careercli/opinions@1"]
    requests: tuple[RequestEntry, ...] = ()
    opinions: tuple[OpinionEntry, ...] = ()


def read_opinions(path: Path) -> Opinions:
    """Return the opinions in a file; of a file that is not there, none.

    Raises:
        StorageError: it cannot be read.
        InvalidDataError: it is broken; with every problem.

    """
    try:
        document = read_file(path)
    except NotFoundError:
        return Opinions()
    return opinions_of(document)


def opinions_of(document: Document) -> Opinions:
    """Return the opinions in a document.

    Raises:
        InvalidDataError: it is broken; with every problem.

    """
    file, problems = examine(document, OpinionsFile)
    days = Days(document)
    requests = [
        Request(entry.form, entry.to, days.day(("requests", place, "date"), entry.date), entry.skills)
        for place, entry in enumerate(file.requests if file else ())
    ]
    opinions = [
        Opinion(
            entry.form,
            entry.giver,
            days.day(("opinions", place, "date"), entry.date),
            days.day(("opinions", place, "added"), entry.added),
            dict(entry.levels),
            entry.unseen,
            entry.text,
        )
        for place, entry in enumerate(file.opinions if file else ())
    ]
    if problems := (*problems, *days.problems):
        raise InvalidDataError.counting(document.name, problems, hint=MEND_BY_HAND)
    return Opinions(tuple(requests), tuple(opinions))


def change_opinions(path: Path, edit: Callable[[Opinions], Opinions]) -> Opinions:
    """Change the opinions in a file, and return them.

    Whoever renames or deletes a profile holds its lock, and so does whoever calls this.

    Raises:
        StorageError: it cannot be read or written; what was there before is intact.
        InvalidDataError: it is broken.

    """
    with locked(path) as target:
        before = read_opinions(path)
        opinions = edit(before)
        if opinions != before:
            replace(target, _yaml(opinions).encode(), path)
        return opinions


def _yaml(opinions: Opinions) -> str:
    from careercli.formats.yaml_writer import write_yaml

    requests = [
        {"form": each.form, "to": each.to, "date": each.day.isoformat(), "skills": list(each.skills)}
        for each in opinions.requests
    ]
    given = [
        {
            "form": each.form,
            "giver": each.giver,
            "date": each.day.isoformat(),
            "added": each.added.isoformat(),
            "levels": dict(each.levels),
            "unseen": list(each.unseen),
            "text": each.text,
        }
        for each in opinions.opinions
    ]
    return write_yaml({"schema": SCHEMA, "requests": requests, "opinions": given})
