"""A piece of the input as a piece of the output: all that a worker does, and the same in every worker."""

import gzip
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from hashlib import sha256
from typing import Literal, NamedTuple

import msgspec

from careercli.batch import zstandard_files
from careercli.batch.fields import chosen, selection
from careercli.batch.people import Reader
from careercli.batch.tabular import Columns, error_row, lists_behind, result_row, table_text
from careercli.documents.assessment import AssessmentDocument, assessment_document
from careercli.documents.batch import batch_error_document
from careercli.domain.assessment import assess
from careercli.domain.model import Catalog, Profile
from careercli.domain.values import Value
from careercli.errors import InvalidDataError, Problem

MOST_LINES = 64
"""How many lines one piece has at most: some tenths of a second, for a run ends between two of them."""

MOST_INPUT = 256 * 1024
"""How many bytes of input one piece has at most, save for one line that is longer."""

_MOST_OUTPUT = 3 * 1024 * 1024
_json = msgspec.json.encode

Compression = Literal["", "gz", "zst"]


class Recipe(Value):
    """Everything that a result depends on besides the lines. Plain values: it travels to other machines.

    Attributes:
        catalog: the catalog as JSON, with its ladder in use.
        today: the day to reckon from.
        fields: what ``--fields`` chose; everything without it.
        columns: where the cells of a row of the input belong; None for JSON Lines.
        results: the columns of the output; None for JSON Lines.
        compression: how each piece of the output is compressed.

    """

    catalog: bytes
    today: date
    fields: str | None = None
    columns: Columns | None = None
    results: tuple[str, ...] | None = None
    compression: Compression = ""


class NoRow(NamedTuple):
    """A line of a table that begins no row, why, and what to do."""

    text: str
    message: str
    hint: str


Row = list[str] | NoRow
"""A row of a table, or what stands in its place."""


class Piece(NamedTuple):
    """Some lines of the input, or rows of a table, with their numbers, which count from 1.

    Lines are as they came, with an end between two of them: who makes the piece takes them apart.
    """

    numbers: Sequence[int]
    content: bytes | Sequence[Row]

    def lines(self) -> Sequence[bytes | Row]:
        """Return the lines or rows, one for each number."""
        return self.content.split(b"\n") if isinstance(self.content, bytes) else self.content

    def digest(self) -> bytes:
        """Return what tells this piece from any other, for a run that goes on from it."""
        content = self.content if isinstance(self.content, bytes) else _json(self.content)
        return sha256(content).digest()


class Made(NamedTuple):
    """What came of a piece: whole lines, how many, how many of them errors, and the line of the first."""

    data: bytes
    lines: int
    bad: int
    first_bad: int


class Engine:
    """Makes pieces of the output by a recipe."""

    def __init__(self, recipe: Recipe) -> None:
        self._recipe = recipe
        self._catalog = msgspec.json.decode(recipe.catalog, type=Catalog)
        self._reader = Reader(self._catalog)
        self._selection = selection(recipe.fields) if recipe.fields and recipe.results is None else None
        self._wanted = self._selection if recipe.results is None else lists_behind(recipe.results)

    def make(self, piece: Piece) -> Made:
        """Return what a piece of the input comes to. A bad line becomes an error in its place."""
        out: list[bytes] = []
        bad = first_bad = 0
        for number, line in zip(piece.numbers, piece.lines(), strict=True):
            try:
                profile = self._profile(line, number)
                if profile is not None:
                    out.append(self._line(number, self._document(profile)))
            except InvalidDataError as error:
                out.append(self._error(number, error))
                bad += 1
                first_bad = first_bad or number
        data = compressed(b"".join(out), self._recipe.compression) if out else b""
        return Made(data, len(out), bad, first_bad)

    def most_lines(self) -> int:
        """Return how many lines a piece should have, so that what comes of it stays small."""
        longest = len(_json(self._document(Profile(support_years=0.0))))
        return max(min(MOST_LINES, _MOST_OUTPUT // longest), 1)

    def _document(self, profile: Profile) -> AssessmentDocument:
        """Return the document that ``assess --json`` prints; lists that nobody wants are not computed."""
        catalog = self._catalog
        result = assess(catalog.ladder, catalog.skills_by_id, profile, self._recipe.today)
        return assessment_document(result, catalog.skill_titles, self._wanted)

    def _profile(self, line: bytes | Row, number: int) -> Profile | None:
        """Return the profile that a line is, None for one that is blank."""
        if isinstance(line, bytes):
            return self._reader.read(line, number) if line.strip() else None
        if isinstance(line, NoRow):
            problem = Problem(f"line {number}", number, 0, "", line.message, line.hint)
            raise InvalidDataError(f"Line {number} is no row.", problems=(problem,))
        columns = self._recipe.columns
        if columns is None or not any(cell.strip() for cell in line):
            return None
        return self._reader.of_document(columns.document(line, number))

    def _line(self, number: int, document: AssessmentDocument) -> bytes:
        if self._recipe.results is not None:
            return self._row(result_row(number, msgspec.json.decode(_json(document))))
        return _json(chosen(document, self._selection) if self._selection else document) + b"\n"

    def _error(self, number: int, error: InvalidDataError) -> bytes:
        document = batch_error_document(number, error)
        return _json(document) + b"\n" if self._recipe.results is None else self._row(error_row(document))

    def _row(self, row: dict[str, object]) -> bytes:
        return table_text([[row.get(name) for name in self._recipe.results or ()]])


@lru_cache(maxsize=2)
def engine_of(recipe: Recipe) -> Engine:
    """Return the engine of a recipe, made once in each process."""
    return Engine(recipe)


def heading(recipe: Recipe) -> bytes:
    """Return what stands at the top of the output: the header of a table, else nothing."""
    if recipe.results is None:
        return b""
    return compressed(table_text([recipe.results]), recipe.compression)


def compressed(data: bytes, how: Compression) -> bytes:
    """Return data as a whole of its own in a compressed file; such wholes may follow one another."""
    if not how:
        return data
    if how == "gz":
        return gzip.compress(data, compresslevel=6, mtime=0)
    return zstandard_files.compress(data)
