"""The people of a cohort, read one after the other from wherever their profiles are."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, nullcontext
from itertools import chain
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeVar

from careercli.batch.people import Reader
from careercli.batch.source import Source, blocks, lines, opened
from careercli.domain.members import Origin
from careercli.domain.model import Profile
from careercli.errors import CareerError, InvalidDataError, Problem
from careercli.formats.document import Document, decode, read_bytes
from careercli.formats.parser import parse
from careercli.formats.text import clean, one_line

T = TypeVar("T")

PROFILES = (".yaml", ".yml", ".json")
"""How files end that are one profile."""

LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".jsonl.zst", ".ndjson.zst")
"""How files end that have a profile on each line."""


class Kept(NamedTuple):
    """A saved profile: what reads it knows where it is."""

    key: str
    name: str
    read: Callable[[], Document]


class OneFile(NamedTuple):
    """A file that is one profile."""

    key: str
    path: Path


class ManyLines(NamedTuple):
    """A file that has a profile on each line; ``stream`` is one that is open, such as standard input."""

    key: str
    name: str
    stream: BinaryIO | None = None


Place = Kept | OneFile | ManyLines
Found = tuple[Origin, Profile | CareerError]
"""A profile, or why they cannot be read."""


def files_in(folder: Path, *, recursive: bool) -> Iterator[Path]:
    """Yield the files in a folder that are profiles or lists of them, in the order of their names.

    What begins with a dot is left out; links to folders are not followed. With ``recursive`` the folders in
    it come after its files.

    Raises:
        OSError: it cannot be listed.

    """
    with os.scandir(folder) as entries:
        seen = sorted((entry for entry in entries if entry.name[0] != "."), key=lambda entry: entry.name)
    for entry in seen:
        if entry.name.lower().endswith((*PROFILES, *LINES)) and entry.is_file():
            yield folder / entry.name
    for entry in seen:
        if recursive and entry.is_dir(follow_symlinks=False):
            yield from files_in(folder / entry.name, recursive=True)


def gathered(places: Iterable[Place], reader: Reader) -> Iterator[Found]:
    """Yield everybody; who cannot be read comes with the error, and stops nobody else."""
    for place in places:
        match place:
            case Kept():
                yield _one(Origin(place.key, saved=_shown(place.name)), _of_kept, reader, place.read)
            case OneFile():
                yield _one(Origin(place.key, _shown(place.path)), _of_file, reader, place.path)
            case ManyLines():
                yield from _lines(place, reader)


def _shown(name: str | Path) -> str:
    """Return the name of a file as it can be shown on a line."""
    return one_line(clean(name))


def _one(origin: Origin, read: Callable[[Reader, T], Profile], reader: Reader, of: T) -> Found:
    try:
        return origin, read(reader, of)
    except CareerError as error:
        return origin, error


def _of_kept(reader: Reader, read: Callable[[], Document]) -> Profile:
    return reader.of_document(read())


def _of_file(reader: Reader, path: Path) -> Profile:
    data = read_bytes(path)
    if data[:1] == b"{" and (profile := reader.at_once(data)):
        return profile
    name = _shown(path)
    return reader.of_document(parse(decode(data, name), name))


def _lines(place: ManyLines, reader: Reader) -> Iterator[Found]:
    name, stream, number = _shown(place.name), place.stream, 0
    try:
        source = opened(place.name) if stream is None else Source(name, stream, stream, 0)
        with closing(source.raw) if stream is None else nullcontext():
            for line in chain.from_iterable(lines(blocks(source))):
                number += 1
                if line.strip():
                    yield _line(Origin(place.key, name, line=number), line, reader)
    except CareerError as error:  # the file as such is at fault; whoever was read from it counts
        yield Origin(place.key, name), error


def _line(origin: Origin, line: bytes, reader: Reader) -> Found:
    try:
        return origin, reader.read(line, origin.line)
    except InvalidDataError as error:
        problems = (problem._replace(file=origin.file, line=origin.line) for problem in error.problems)
        return origin, InvalidDataError(error.message, problems=tuple(problems), hint=error.hint)


def problems_of(origin: Origin, error: CareerError) -> tuple[Problem, ...]:
    """Return what is wrong with a profile; where no place is known, the error itself."""
    name = origin.file or origin.saved or ""
    return error.problems or (Problem(name, origin.line, 0, "", error.message.removesuffix("."), error.hint),)
