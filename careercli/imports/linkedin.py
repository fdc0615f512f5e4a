"""LinkedIn's data export: CSV files with fixed names, in a folder or taken from the zip."""

from __future__ import annotations

import csv
import io
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
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
from careercli.formats.document import decode, read_bytes, shortened, syntax_error, too_large
from careercli.formats.text import clean, one_line
from careercli.imports.fields import MOST_ENTRIES, NAME_LENGTH, dated, too_many

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

_NAME = re.compile(
    rf"({'|'.join(sorted(_COLUMNS, key=len, reverse=True))})(?:_([0-9]{{1,3}}))?\.csv", re.IGNORECASE
)
_PREAMBLE_ROWS = 20

Files = Sequence[tuple[str, bytes]]


class _Row(NamedTuple):
    """One row: its cells by the folded name of their column, and where it stands."""

    cells: dict[str, str]
    place: Place

    def text(self, column: str, limit: int = NAME_LENGTH) -> str:
        return shortened(self.cells.get(column, ""), limit)


def kind_of(name: str) -> str | None:
    """Return what a file of this base name holds, ``positions`` for ``Positions_1.csv``, or None."""
    match = _NAME.fullmatch(name)
    return match[1].lower() if match else None


def is_positions(name: str, text: str) -> bool:
    """Return whether a single file is one of the export: by its name, or by the header of the jobs."""
    if kind_of(name):
        return True
    lines = clean(text[:10_000]).split("\n")[:_PREAMBLE_ROWS]
    wanted = set(_COLUMNS["positions"])
    return any(wanted <= {cell.strip().casefold() for cell in line.split(",")} for line in lines)


def files_of_folder(folder: Path) -> tuple[list[tuple[str, bytes]], list[Unplaced]]:
    """Return the known files of a folder with their bytes, and what has a known name and is no file.

    A symbolic link counts as what it leads to; what is no regular file is never opened.

    Raises:
        StorageError: the folder or a file in it cannot be read.
        InvalidDataError: the files are too large or too many.

    """
    shown = clean(str(folder))
    with saying_why(f"{shown} cannot be read"), os.scandir(folder) as entries:
        names = sorted((entry.name for entry in entries if kind_of(entry.name)), key=_order)
    check_amount(shown, len(names))
    files: list[tuple[str, bytes]] = []
    left = []
    for name in names:
        path = folder / name
        try:
            regular = stat.S_ISREG(path.stat().st_mode)
        except OSError:
            regular = False
        if regular:
            files.append((name, read_bytes(path)))
            check_size(shown, sum(len(data) for _, data in files))
        else:
            left.append(Unplaced(clean(name), Place(shown), "It is not a file that can be read."))
    return files, left


def _order(name: str) -> tuple[str, int, str]:
    match = _NAME.fullmatch(name)
    return (match[1].lower(), int(match[2] or 0), name) if match else (name, 0, name)


def check_amount(name: str, amount: int) -> None:
    """Refuse more files than an export has.

    Raises:
        InvalidDataError: there are more.

    """
    if amount > MOST_FILES:
        raise syntax_error(
            name, (0, 0), f"has {amount} files of LinkedIn's names", hint="One export has few."
        )


def check_size(name: str, size: int) -> None:
    """Refuse more bytes in all than an export has.

    Raises:
        InvalidDataError: there are more.

    """
    if size > MOST_BYTES:
        raise too_large(name, MOST_BYTES)


def resume_of_files(source: str, files: Files, left: Iterable[Unplaced]) -> Resume | None:
    """Return the résumé that the files of an export hold; None where there is none of its files.

    Raises:
        InvalidDataError: no file of its names can be read, or a file is no CSV, not UTF-8, has no known
            header, or is too long.

    """
    reader = _Reader(list(left))
    if not files and not reader.unplaced:
        return None
    if not files:
        problems = [Problem(source, 0, 0, entry.what, entry.why.rstrip(".")) for entry in reader.unplaced]
        raise InvalidDataError.counting(source, tuple(problems))
    for name, data in sorted(files, key=lambda file: _order(file[0])):
        kind = kind_of(name) or "positions"
        shown = clean(name)
        for row in _rows(shown, decode(data, shown), _COLUMNS[kind], reader.unplaced):
            reader.take(kind, row)
    return reader.resume(source)


class _Reader:
    """Collects the rows of all files."""

    def __init__(self, unplaced: list[Unplaced]) -> None:
        self.unplaced = unplaced
        self.name = self.headline = ""
        self.name_place: Place | None = None
        self.positions: list[Position] = []
        self.skills: list[ListedSkill] = []
        self.certificates: list[ListedCertificate] = []
        self.education: list[tuple[str, Place]] = []
        self.languages: list[tuple[str, Place]] = []
        self.passages: list[ResumeText] = []
        self._takers: dict[str, Callable[[_Row], None]] = {
            "profile": self._profile,
            "profile summary": lambda row: self._passage(row, "profile summary", "summary"),
            "positions": self._position,
            "skills": self._skill,
            "certifications": self._certificate,
            "education": self._school,
            "languages": lambda row: self.languages.append((row.text("name") or "A language", row.place)),
        }

    def take(self, kind: str, row: _Row) -> None:
        self._takers[kind](row)

    def resume(self, source: str) -> Resume:
        return Resume(
            source=source,
            format="LinkedIn",
            name=self.name,
            name_place=self.name_place,
            headline=self.headline,
            positions=tuple(self.positions),
            skills=tuple(self.skills),
            certificates=tuple(self.certificates),
            education=tuple(self.education),
            languages=tuple(self.languages),
            passages=tuple(self.passages),
            unplaced=tuple(self.unplaced),
        )

    def _passage(self, row: _Row, column: str, what: str) -> None:
        text = one_line(row.cells.get(column, ""))
        if text:
            self.passages.append(ResumeText(text, what, row.place))

    def _profile(self, row: _Row) -> None:
        name = one_line(f"{row.text('first name')} {row.text('last name')}")
        if name and not self.name:
            self.name, self.name_place = shortened(name, NAME_LENGTH), row.place
        self.headline = self.headline or row.text("headline")
        self._passage(row, "headline", "headline")
        self._passage(row, "summary", "summary")

    def _position(self, row: _Row) -> None:
        start, end, wrong = dated(row.text("started on"), row.text("finished on"))
        self.positions.append(
            Position(row.text("title"), row.text("company name"), row.place, start, end, wrong)
        )
        self._passage(row, "description", "description")

    def _skill(self, row: _Row) -> None:
        if name := row.text("name"):
            self.skills.append(ListedSkill(name, row.place))

    def _certificate(self, row: _Row) -> None:
        if name := row.text("name"):
            self.certificates.append(ListedCertificate(name, row.text("authority"), row.place))

    def _school(self, row: _Row) -> None:
        parts = (row.text("degree name"), row.text("school name"))
        self.education.append((", ".join(filter(None, parts)) or "An entry without a name", row.place))


def _rows(name: str, text: str, wanted: tuple[str, ...], left: list[Unplaced]) -> Iterator[_Row]:
    """Yield the rows below the header; lines before it, such as "Notes:", are passed over.

    Raises:
        InvalidDataError: the quotes are broken, no line is the header, or there are too many rows.

    """
    header: list[str] | None = None
    amount = 0
    for line, cells in _records(name, text):
        if not any(cell.strip() for cell in cells):
            continue
        amount += 1
        if header is None:
            folded = [one_line(cell).casefold() for cell in cells]
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


def _records(name: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each record of a CSV text with the line that it begins on."""
    reader = csv.reader(io.StringIO(clean(text), newline=""), strict=True)
    begin = 1
    try:
        for cells in reader:
            yield begin, cells
            begin = reader.line_num + 1
    except csv.Error as error:
        raise syntax_error(name, (begin, 1), "is not CSV", hint="Look at the quotes of this row.") from error
