"""The files of a pack, read and checked one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import msgspec

from careercli.catalog import formats
from careercli.catalog.places import pack_files
from careercli.documents.checker import examine, references
from careercli.documents.document import Document, KeyPath
from careercli.documents.profiles import PersonaFile
from careercli.documents.reading import read_file
from careercli.documents.text import clean
from careercli.errors import InvalidDataError, Problem

T = TypeVar("T", bound=msgspec.Struct)

_FOLDERS: dict[str, type[msgspec.Struct]] = {
    "skills": formats.SkillFile,
    "ladders": formats.LadderFile,
    "roles": formats.RoleFile,
    "personas": PersonaFile,
}
_Named = formats.SkillFile | formats.LadderFile | formats.RoleFile | PersonaFile
"""What is in those folders; each file is called by the id of what it holds."""
_FILES: dict[str, type[msgspec.Struct]] = {
    "pack.yaml": formats.PackFile,
    "sources.yaml": formats.SourcesFile,
}


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a pack: its document, and its content if it has the right form."""

    document: Document
    content: msgspec.Struct


@dataclass(slots=True)
class Pack:
    """A pack as read. Files that cannot be used are left out and stand in ``problems``."""

    folder: Path
    parts: list[Part] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unusable: set[str] = field(default_factory=set)
    """Files that are there but could not be used, as ``skills/coaching``: what they hold is not unknown."""

    references: list[tuple[Document, KeyPath, str, str]] = field(default_factory=list)
    """What unusable files refer to: file, path, kind and name."""

    def each(self, wanted: type[T]) -> Iterator[tuple[Document, T]]:
        """Yield the files of one form, in order of their names."""
        for part in self.parts:
            if isinstance(part.content, wanted):
                yield part.document, part.content


def read_pack(folder: Path) -> Pack:
    """Read every file of a pack; problems are collected, not raised.

    Raises:
        NotFoundError: the folder is no pack.
        StorageError: a file cannot be read.

    """
    pack = Pack(folder)
    for path in pack_files(folder):
        inside = path.relative_to(folder)
        wanted = _FILES.get(str(inside)) if len(inside.parts) == 1 else _FOLDERS.get(inside.parts[0])
        name = clean(str(path))
        if wanted is None or path.suffix != ".yaml" or len(inside.parts) > 2:
            places = ", ".join([*_FILES, *(f"{folder}/*.yaml" for folder in _FOLDERS)])
            pack.problems.append(Problem(name, 1, 1, "", "is not read from here", f"A pack has {places}."))
            continue
        try:
            document = read_file(path, name=name)
        except InvalidDataError as error:
            pack.problems.extend(error.problems)
            pack.unusable.add(inside.with_suffix("").as_posix())
            continue
        content, problems = examine(document, wanted)
        pack.problems.extend(problems)
        if isinstance(content, _Named) and content.id != path.stem:
            message = f"'{content.id}' is not the name of the file"
            hint = f"Call the file {content.id}.yaml, or the id {clean(path.stem)}."
            pack.problems.append(document.problem(("id",), message, hint=hint))
            content = None  # under its id it would stand in for another
        if content is None:
            pack.unusable.add(inside.with_suffix("").as_posix())
            pack.references.extend((document, *reference) for reference in references(document, wanted))
        else:
            pack.parts.append(Part(document, content))
    return pack
