"""The files of a pack, read and checked one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import msgspec

from careercli.catalog import formats
from careercli.catalog.places import PackFiles, misnamed
from careercli.errors import InvalidDataError, Problem
from careercli.formats.checker import examine, references
from careercli.formats.document import Document, KeyPath
from careercli.formats.profiles import PersonaFile
from careercli.formats.reading import parse_bytes
from careercli.formats.text import clean

T = TypeVar("T", bound=msgspec.Struct)

FOLDERS: dict[str, type[msgspec.Struct]] = {
    "skills": formats.SkillFile,
    "ladders": formats.LadderFile,
    "roles": formats.RoleFile,
    "personas": PersonaFile,
    "guides": formats.GuideFile,
}
"""The forms of files in the folders of a pack."""

_Named = formats.SkillFile | formats.LadderFile | formats.RoleFile | PersonaFile
"""What is in those folders; each file is called by the id of what it holds."""
FILES: dict[str, type[msgspec.Struct]] = {
    "pack.yaml": formats.PackFile,
    "sources.yaml": formats.SourcesFile,
    "tools.yaml": formats.ToolsFile,
    "certificates.yaml": formats.CertificatesFile,
    "occupations.yaml": formats.OccupationsFile,
    "words.yaml": formats.WordsFile,
}
"""The forms of files beside them."""

_PLACES = (*FILES, *(f"{folder}/*.yaml" for folder in FOLDERS if folder != "guides"), "guides/ROLE/*.yaml")


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
    """What the files refer to, unusable ones too: file, path, kind and name."""

    misplaced: list[tuple[Document, str, str]] = field(default_factory=list)
    """Files of guides in a folder that is not called after their role: file, role and folder."""

    def each(self, wanted: type[T]) -> Iterator[tuple[Document, T]]:
        """Yield the files of one form, in order of their names."""
        for part in self.parts:
            if isinstance(part.content, wanted):
                yield part.document, part.content


def read_pack(files: PackFiles) -> Pack:
    """Take in every file of a pack; problems are collected, not raised.

    Raises:
        StorageError: a folder of it may not be looked into.

    """
    pack = Pack(files.folder)
    told = {above for path in files.content for above in Path(path).parents}  # of those, a file is told
    for path in misnamed(files.folder):
        if path in told:
            continue
        hint = "Put a file in its place, or call it something else."
        pack.problems.append(Problem(clean(str(path)), 1, 1, "", "is called as a file is and is none", hint))
        pack.unusable.add(path.relative_to(files.folder).with_suffix("").as_posix())
    for path, data in ((Path(path), data) for path, data in files.content.items()):
        inside = path.relative_to(files.folder)
        wanted = _wanted(inside)
        name = clean(str(path))
        if wanted is None:
            hint = f"A pack has {', '.join(_PLACES)}."
            pack.problems.append(Problem(name, 1, 1, "", "is not read from here", hint))
            continue
        try:
            document = parse_bytes(data, name)
        except InvalidDataError as error:
            pack.problems.extend(error.problems)
            pack.unusable.add(inside.with_suffix("").as_posix())
            continue
        if outdated := _outdated(document):
            pack.problems.append(outdated)
            pack.unusable.add(inside.with_suffix("").as_posix())
            continue
        content, problems = examine(document, wanted)
        pack.problems.extend(problems)
        pack.problems.extend(_blank(document, document.value, ()))
        if isinstance(content, _Named) and content.id != path.stem:
            message = f"'{content.id}' is not the name of the file"
            hint = f"Call the file {content.id}.yaml, or the id {clean(path.stem)}."
            pack.problems.append(document.problem(("id",), message, hint=hint))
            content = None  # under its id it would stand in for another
        named = references(document, wanted)
        if isinstance(content, formats.GuideFile) and content.role != path.parent.name:
            pack.misplaced.append((document, content.role, clean(path.parent.name)))
            pack.unusable.add(f"guides/{content.role}/{path.stem}")  # its sections are not missing
            named = [reference for reference in named if reference[0] != ("role",)]
            content = None
        pack.references.extend((document, *reference) for reference in named)
        if content is None:
            pack.unusable.add(inside.with_suffix("").as_posix())
        else:
            pack.parts.append(Part(document, content))
    return pack


def _outdated(document: Document) -> Problem | None:
    """Return what to do about a file in a form of an earlier version: that, and not each of its keys."""
    schema = document.value.get("schema") if isinstance(document.value, dict) else None
    if not isinstance(schema, str) or schema not in formats.OUTDATED:
        return None
    return document.problem(("schema",), formats.OUTDATED[schema], hint=formats.HOW_TO_CHANGE)


def _blank(document: Document, value: object, path: KeyPath) -> Iterator[Problem]:
    """Yield texts that are there and say nothing; one without any character is refused by its type."""
    if isinstance(value, str):
        if value and not value.strip():
            yield document.problem(path, "must be more than white space", hint="Write it, or leave it out.")
    elif isinstance(value, (dict, list)):
        for key, held in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _blank(document, held, (*path, key))


def _wanted(inside: Path) -> type[msgspec.Struct] | None:
    """Return the form of a file by its place in the pack, or None where no file is read from."""
    if inside.suffix != ".yaml":
        return None
    if len(inside.parts) == 1:
        return FILES.get(str(inside))
    depth = 3 if inside.parts[0] == "guides" else 2
    return FOLDERS.get(inside.parts[0]) if len(inside.parts) == depth else None
