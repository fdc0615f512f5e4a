"""LinkedIn's data export: CSV files with fixed names, in a folder or taken from the zip."""

import csv
import io
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from careercli.domain.experience import (
    ListedCertificate,
    ListedSkill,
    Place,
    Position,
    Resume,
    ResumeText,
    Unplaced,
)
from careercli.errors import InvalidDataError, Problem, saying_why
from careercli.formats.document import check_size, read_bytes, shortened, syntax_error
from careercli.formats.text import clean, one_line
from careercli.imports.date_ranges import dated
from careercli.imports.dates import DayOrder, day_order
from careercli.imports.fields import MOST_ENTRIES, NAME_LENGTH, too_many
from careercli.imports.markup import paragraphs
from careercli.reading.text import decoded

MOST_FILES = 40
"""More parts of one export than LinkedIn makes."""

MOST_BYTES = 8 * 1024 * 1024
"""How much is read of one export in all, in bytes."""

_COLUMNS = {
    "profile": ("first name",),
    "profile summary": ("profile summary",),
    "positions": ("title", "company name"),
    "skills": ("name",),
    "certifications": ("name",),
    "education": ("school name",),
    "languages": ("name",),
}
"""The files that are read, with the columns that their header must have."""

_PASSAGES = {
    "profile": {"headline": "headline", "summary": "summary"},
    "profile summary": {"profile summary": "summary"},
    "positions": {"description": "description"},
}
"""The columns in which skills may be named, with what their texts are."""

_NAME = re.compile(
    rf"({'|'.join(sorted(_COLUMNS, key=len, reverse=True))})(?:_([0-9]{{1,3}}))?\.csv", re.IGNORECASE
)
_PREAMBLE_ROWS = 20

Files = Sequence[tuple[str, bytes]]


class _Row(NamedTuple):
    """One row: its cells by the folded name of their column, and where it stands."""

    cells: dict[str, str]
    place: Place

    def text(self, column: str) -> str:
        return shortened(self.cells.get(column, ""), NAME_LENGTH)

    def joined(self, between: str, *columns: str) -> str:
        return between.join(filter(None, map(self.text, columns)))


def kind_of(name: str) -> str | None:
    """Return what a file of this base name holds, ``positions`` for ``Positions_1.csv``, or None."""
    match = _NAME.fullmatch(name)
    return match[1].lower() if match else None


def is_positions(name: str, text: str) -> bool:
    """Return whether a single file is one of the export: by its name, or by the header of the jobs."""
    return bool(kind_of(name)) or _delimiter(text, _COLUMNS["positions"]) is not None


def _delimiter(text: str, wanted: Iterable[str]) -> str | None:
    """Return what parts the cells of the header with these columns, or None where there is no such header.

    It is a comma in LinkedIn's own files, and what the country has where a spreadsheet saved them again.
    """
    lines = clean(text[:10_000]).split("\n")[:_PREAMBLE_ROWS]
    headers = ((sign, {_column(cell) for cell in line.split(sign)}) for line in lines for sign in ",;\t")
    return next((sign for sign, columns in headers if columns.issuperset(wanted)), None)


def _column(cell: str) -> str:
    """Return the name of a column as it is compared."""
    return one_line(cell).strip(' "').casefold()


def files_of_folder(folder: Path) -> tuple[list[tuple[str, bytes]], list[Unplaced]]:
    """Return the known files of a folder with their bytes, and what has a known name and is no file.

    A symbolic link counts as what it leads to; what is no regular file is never opened.

    Raises:
        StorageError: the folder or a file in it cannot be read.
        InvalidDataError: the files are too large or too many.

    """
    shown = clean(folder)
    with saying_why(f"{shown} cannot be read"), os.scandir(folder) as entries:
        names = sorted((entry.name for entry in entries if kind_of(entry.name)), key=_order)
    regular = [name for name in names if os.path.isfile(folder / name)]  # noqa: PTH113 - never raises
    files = all_of(shown, len(names), ((name, read_bytes(folder / name)) for name in regular))
    why = "It is not a file that can be read."
    return files, [Unplaced(clean(name), Place(shown), why) for name in names if name not in regular]


def _order(name: str) -> tuple[str, int, str]:
    match = _NAME.fullmatch(name)
    return (match[1].lower(), int(match[2] or 0), name) if match else (name, 0, name)


def all_of(name: str, amount: int, files: Iterable[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """Return the files of an export, each read only while it does not hold more than an export has.

    Raises:
        InvalidDataError: there are too many files, or bytes in them.

    """
    if amount > MOST_FILES:
        message = f"has {amount} files of LinkedIn's names"
        raise syntax_error(name, (0, 0), message, hint="One export has few.")
    found = []
    for file in files:
        found.append(file)
        check_size(sum(len(data) for _, data in found), name, MOST_BYTES)
    return found


def resume_of_files(source: str, files: Files, left: Iterable[Unplaced]) -> Resume | None:
    """Return the résumé that the files of an export hold; None where there is none of its files.

    Raises:
        InvalidDataError: no file of its names can be read, or a file is no CSV, has no known header, or
            is too long.

    """
    unplaced = list(left)
    if not files and unplaced:
        problems = [Problem(source, 0, 0, entry.what, entry.why.rstrip(".")) for entry in unplaced]
        raise InvalidDataError.counting(source, tuple(problems))
    if not files:
        return None
    rows: dict[str, list[_Row]] = {kind: [] for kind in _COLUMNS}
    passages: list[ResumeText] = []
    for name, data in sorted(files, key=lambda file: _order(file[0])):
        kind = kind_of(name) or "positions"
        shown = clean(name)
        for row in _rows(shown, decoded(data), _COLUMNS[kind], unplaced):
            rows[kind].append(row)
            for column, what in _PASSAGES.get(kind, {}).items():
                job = row.place if kind == "positions" else None
                for words, bullet in paragraphs(row.cells.get(column, "")):
                    passages.append(ResumeText(words, "highlight" if bullet else what, row.place, job))
    order = day_order(" ".join(cell for row in rows["positions"] for cell in row.cells.values()))
    people = [(row.joined(" ", "first name", "last name"), row.place) for row in rows["profile"]]
    name, place = next((person for person in people if person[0]), ("", None))
    return Resume(
        source=source,
        format="LinkedIn",
        name=shortened(name, NAME_LENGTH),
        name_place=place,
        headline=next(filter(None, (row.text("headline") for row in rows["profile"])), ""),
        positions=tuple(_position(row, order) for row in rows["positions"]),
        skills=tuple(ListedSkill(name, row.place) for row in rows["skills"] if (name := row.text("name"))),
        certificates=tuple(
            ListedCertificate(name, row.text("authority"), row.place)
            for row in rows["certifications"]
            if (name := row.text("name"))
        ),
        education=tuple(
            (row.joined(", ", "degree name", "school name") or "An entry without a name", row.place)
            for row in rows["education"]
        ),
        languages=tuple((row.text("name") or "A language", row.place) for row in rows["languages"]),
        passages=tuple(passages),
        unplaced=tuple(unplaced),
    )


def _position(row: _Row, order: DayOrder | None) -> Position:
    dates = dated(row.text("started on"), row.text("finished on"), order)
    return Position(row.text("title"), row.text("company name"), row.place, *dates)


def _rows(name: str, text: str, wanted: tuple[str, ...], left: list[Unplaced]) -> Iterator[_Row]:
    """Yield the rows below the header; lines before it, such as "Notes:", are passed over.

    Raises:
        InvalidDataError: the quotes are broken, no line is the header, or there are too many rows.

    """
    header: list[str] | None = None
    amount = 0
    for line, cells in _records(name, text, _delimiter(text, wanted) or ","):
        if not any(cell.strip() for cell in cells):
            continue
        amount += 1
        if header is None:
            folded = [_column(cell) for cell in cells]
            if set(wanted) <= set(folded):
                header, amount = folded, 0
            elif amount > _PREAMBLE_ROWS:
                break
            continue
        place = Place(name, line, f"row {amount}")
        if amount > MOST_ENTRIES:
            raise too_many(name, place, amount)
        if len(cells) != len(header):
            amounts = f"{len(cells)} cells where the header has {len(header)}"
            why = f"It has {amounts}: look at its commas and quotes."
            left.append(Unplaced(f"Row {amount}", place, why))
        yield _Row(dict(zip(header, cells, strict=False)), place)
    if header is None:
        columns = " and ".join(column.title() for column in wanted)
        raise syntax_error(
            name, (1, 1), f"has no header line with {columns}", hint="Is it LinkedIn's own file?"
        )


def _records(name: str, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each record of a CSV text with the line that it begins on."""
    reader = csv.reader(io.StringIO(clean(text), newline=""), delimiter=delimiter, strict=True)
    begin = 1
    try:
        for cells in reader:
            yield begin, cells
            begin = reader.line_num + 1
    except csv.Error as error:
        raise syntax_error(name, (begin, 1), "is not CSV", hint="Look at the quotes of this row.") from error
