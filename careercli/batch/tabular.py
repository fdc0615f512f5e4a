"""Profiles and assessments as rows of a table, for spreadsheets: docs/scale.md lists the columns."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from careercli.documents.assessment import PlacementDocument
from careercli.documents.batch import BatchErrorDocument
from careercli.domain.model import Catalog, Ladder
from careercli.domain.names import fold
from careercli.errors import InvalidDataError, Problem, UsageError
from careercli.formats.document import Document, KeyPath, Place
from careercli.formats.profiles import SCHEMA, Experience
from careercli.formats.suggestion import did_you_mean
from careercli.formats.text import clean, one_line

FACTS: dict[str, KeyPath] = {
    name: ("experience", name) if name in Experience.__struct_fields__ else (name,)
    for name in (
        "name", "title", *Experience.__struct_fields__, "employed", "leads_people", "team", "goal",
        "hours_per_week",
    )
}  # fmt: skip
"""The columns that are no skill, and where each stands in a profile."""

NOT_APPLICABLE = "n/a"
"""What to write in a skill's cell if it does not apply; it becomes the reason too."""

_TRUTHS = frozenset({"employed", "leads_people"})
_TEXTS = frozenset({"name", "title", "goal"})
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?\Z")
_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
_FORMULA = frozenset("=+-@\t\r")


class Columns(NamedTuple):
    """The columns of a table of profiles: where the cell of each belongs."""

    paths: tuple[KeyPath, ...]

    def document(self, row: Sequence[str], number: int) -> Document:
        """Return a row as the profile that it says; columns count from 1, empty cells say nothing."""
        name = f"line {number}"
        value: dict[str, Any] = {"schema": SCHEMA, "experience": {}, "skills": {}, "not_applicable": {}}
        places: dict[KeyPath, Place] = {}
        for column, (path, raw) in enumerate(zip(self.paths, row, strict=False), start=1):
            cell = clean(raw).strip()
            if not cell:
                continue
            if path[0] == "skills" and cell.lower() == NOT_APPLICABLE:
                path = ("not_applicable", path[1])  # noqa: PLW2901 - the cell belongs elsewhere
            places[path] = (number, column)
            inner = value if len(path) == 1 else value[str(path[0])]
            inner[str(path[-1])] = _meaning(path, cell)
        problems: tuple[Problem, ...] = ()
        if len(row) > len(self.paths):
            message = f"has {len(row)} cells and the header {len(self.paths)}"
            problems = (Problem(name, number, 0, "", message, "Are all commas in quotes?"),)
        return Document(name, value, places, problems)


def columns_of(header: Sequence[str], catalog: Catalog, name: str) -> Columns:
    """Return what the columns of a table mean: facts by their name, skills by id, name or alias.

    Raises:
        InvalidDataError: a column is not known or there twice, or support_years is missing.

    """
    paths: list[KeyPath] = []
    problems = []
    for number, raw in enumerate(header, start=1):
        word = one_line(clean(raw))
        skill = catalog.skill_names.get(fold(word))
        path = FACTS.get(word.lower()) or (("skills", skill) if skill else None)
        if path is None:
            otherwise = f"Known: {', '.join(FACTS)} and every skill's id."
            hint = did_you_mean(word, [*FACTS, *catalog.skill_names], otherwise)
            if len(header) == 1 and (";" in raw or "\t" in raw):
                hint = "Save the table with commas between its columns."
            problems.append(Problem(name, 1, number, word[:60], "is not a known column", hint))
        elif path in paths:
            problems.append(Problem(name, 1, number, word[:60], "is there twice", "Keep one of the two."))
        paths.append(path or ())
    if FACTS["support_years"] not in paths:
        problems.append(Problem(name, 1, 0, "support_years", "is missing", "It is the one column required."))
    if problems:
        raise InvalidDataError.counting(name, tuple(problems))
    return Columns(tuple(paths))


def _meaning(path: KeyPath, cell: str) -> object:
    """Return a cell as the value that a profile file would have; what is odd stays text, to be refused."""
    fact = "" if path[0] == "skills" else path[-1]
    if path[0] == "not_applicable" or fact in _TEXTS:
        return cell
    if fact in _TRUTHS:
        return _TRUTH.get(cell.lower(), cell)
    if not _NUMBER.match(cell):
        return cell
    return float(cell) if "." in cell else int(cell)


_PLACED = tuple(name for name in PlacementDocument.__struct_fields__ if name not in {"title", "held_back_by"})
"""The columns that are plain values of the placement."""


def result_columns(ladder: Ladder) -> tuple[str, ...]:
    """Return the columns of a table of assessments; ``line`` and ``error`` come first."""
    return (
        "line", "error", "name", "title", *_PLACED, "held_back_by", "next", "goal", "gaps", "goal_gaps",
        "step_1", "step_2", "step_3", *(f"fit_{tier.id}" for tier in ladder.tiers),
    )  # fmt: skip


def lists_behind(columns: Iterable[str]) -> frozenset[str]:
    """Return the lists of an assessment from which columns are made."""
    kinds = {"fit": "tiers", "step": "steps"}
    return frozenset(kinds.get(column.partition("_")[0], column) for column in columns)


def chosen_columns(text: str | None, ladder: Ladder) -> tuple[str, ...]:
    """Return the columns that ``--fields`` names, all of them without it.

    Raises:
        UsageError: a column is not known; says the known ones.

    """
    known = result_columns(ladder)
    if text is None:
        return known
    names = tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
    unknown = next((name for name in names if name not in known), None)
    if unknown is not None or not names:
        what = f"there is no column '{unknown[:60]}'" if unknown is not None else "no column is named"
        raise UsageError(f"--fields: {what}.", hint=f"There are {', '.join(known)}.")
    return names


def result_row(number: int, document: dict[str, Any]) -> dict[str, object]:
    """Return an assessment, as decoded, as the cells of its row."""
    placement, profile = document["placement"], document["profile"]
    row: dict[str, object] = {
        "line": number,
        **{key: profile[key] for key in ("name", "title")},
        **{key: placement[key] for key in _PLACED},
        "held_back_by": " ".join(placement["held_back_by"]),
        "next": document["next"],
        "goal": document["goal"],
        "gaps": len(document["gaps"]),
        "goal_gaps": len(document["goal_gaps"]),
    }
    row |= {f"fit_{tier['tier']}": tier["fit"] for tier in document["tiers"]}
    row |= {f"step_{count}": step["id"] for count, step in enumerate(document["steps"], start=1)}
    return row


def error_row(error: BatchErrorDocument) -> dict[str, object]:
    """Return what is wrong with a line as the cells of its row."""
    said = [" ".join(filter(None, (problem.key, problem.message))) for problem in error.problems]
    return {"line": error.line, "error": "; ".join(said) or error.message}


def table_text(rows: Iterable[Sequence[object]]) -> bytes:
    """Return rows as UTF-8 CSV, a line for each."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode()


def _cell(value: object) -> object:
    """Return a value as it may stand in a cell: a spreadsheet must not take words for a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        line = one_line(value)
        return f"'{line}" if line[:1] in _FORMULA else line
    return value
