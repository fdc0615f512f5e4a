"""The files of a pack, read and checked one by one."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from careercli.catalog import formats, word_formats
from careercli.catalog.places import PackFiles, misnamed
from careercli.errors import InvalidDataError, Problem
from careercli.formats.checker import walk
from careercli.formats.document import Document, KeyPath
from careercli.formats.parser import parse_bytes
from careercli.formats.profiles import PersonaFile
from careercli.formats.text import clean

T = TypeVar("T", bound=msgspec.Struct)

FOLDERS: dict[str, type[msgspec.Struct]] = {
    "skills": formats.SkillFile,
    "ladders": formats.LadderFile,
    "roles": formats.RoleFile,
    "personas": PersonaFile,
    "guides": formats.GuideFile,
    "interviews": formats.InterviewsFile,
    "transfers": formats.TransfersFile,
    "phrasings": formats.PhrasingsFile,
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
    "glossary.yaml": formats.GlossaryFile,
    "work.yaml": formats.WorkFile,
    "words.yaml": word_formats.WordsFile,
    "phrases.yaml": word_formats.PhrasesFile,
    "advertisements.yaml": word_formats.AdvertisementsFile,
}
"""The forms of files beside them."""

_PLACES = (*FILES, *(f"{folder}/*.yaml" for folder in FOLDERS if folder != "guides"), "guides/ROLE/*.yaml")

_LISTS: dict[type[msgspec.Struct], tuple[str, str, str]] = {
    formats.PackFile: ("group", "groups", "id"),
    formats.SourcesFile: ("source", "sources", "id"),
    formats.SkillFile: ("skill", "", "id"),
    formats.RoleFile: ("role", "", "id"),
    formats.LadderFile: ("ladder", "", "id"),
    PersonaFile: ("person", "", "id"),
    formats.GuideFile: ("section", "sections", ""),
    formats.ToolsFile: ("tool", "tools", "name"),
    formats.CertificatesFile: ("certificate", "certificates", "name"),
    formats.OccupationsFile: ("occupation", "occupations", "code"),
    formats.InterviewsFile: ("question", "questions", "id"),
    formats.GlossaryFile: ("term", "terms", "name"),
    formats.PhrasingsFile: ("phrasing", "phrasings", "of"),
    formats.WorkFile: ("work", "works", "code"),
    formats.TransfersFile: ("transfer", "transfers", "id"),
}
"""What a file of each form holds: its kind, under which key if it is several, and the key of their names."""


class Held(NamedTuple):
    """One thing that a pack brings: its kind, what tells it from others of that kind, and where it is."""

    kind: str
    key: Any
    value: Any
    document: Document
    path: KeyPath


class Pack(msgspec.Struct, eq=False):
    """A pack as read. Files that cannot be used are left out and stand in ``problems``."""

    folder: Path
    parts: list[tuple[Document, msgspec.Struct]] = []
    """Each file that has the right form, with what it holds."""

    problems: list[Problem] = []
    unusable: set[str] = set()
    """Files that are there but could not be used, as ``skills/coaching``: what they hold is not unknown."""

    references: list[tuple[Document, KeyPath, str, str]] = []
    """What the files refer to, unusable ones too: file, path, kind and name."""

    misplaced: list[tuple[Document, str, str]] = []
    """Files of guides in a folder that is not called after their role: file, role and folder."""

    def each(self, wanted: type[T]) -> Iterator[tuple[Document, T]]:
        """Yield the files of one form, in order of their names."""
        for document, content in self.parts:
            if isinstance(content, wanted):
                yield document, content

    def held(self) -> Iterator[Held]:
        """Yield everything that the files hold, one kind after the other; sections go by role and name."""
        for form, (kind, listed, name) in _LISTS.items():
            for document, file in self.each(form):
                if isinstance(file, formats.GuideFile):
                    for part, section in file.sections.items():
                        yield Held(kind, (file.role, part), section, document, (listed, part))
                    continue
                for index, value in enumerate(getattr(file, listed) if listed else (file,)):
                    yield Held(kind, getattr(value, name), value, document, (listed, index) if listed else ())


def read_pack(files: PackFiles) -> Pack:
    """Take in every file of a pack; problems are collected, not raised.

    Raises:
        StorageError: a folder of it may not be looked into.

    """
    pack = Pack(files.folder)
    told = {above for path in files.content for above in Path(path).parents}  # of those, a file is told
    for path in misnamed(files.folder):
        if path not in told:
            hint = "Put a file in its place, or call it something else."
            pack.problems.append(Problem(clean(path), 1, 1, "", "is called as a file is and is none", hint))
            pack.unusable.add(_place(path, files.folder))
    for path, data in ((Path(path), data) for path, data in files.content.items()):
        wanted = _wanted(path.relative_to(files.folder))
        if wanted is None:
            hint = f"A pack has {', '.join(_PLACES)}."
            pack.problems.append(Problem(clean(path), 1, 1, "", "is not read from here", hint))
        elif not _take(pack, path, data, wanted):
            pack.unusable.add(_place(path, files.folder))
    return pack


def _place(path: Path, folder: Path) -> str:
    return path.relative_to(folder).with_suffix("").as_posix()


def _take(pack: Pack, path: Path, data: bytes, wanted: type[msgspec.Struct]) -> bool:
    """Take in a file of a pack, with everything wrong in it; return whether it can be used."""
    try:
        document = parse_bytes(data, clean(path))
    except InvalidDataError as error:
        pack.problems.extend(error.problems)
        return False
    if outdated := _outdated(document):
        pack.problems.append(outdated)
        return False
    content, problems, named = walk(document, wanted)
    pack.problems.extend((*problems, *_blank(document, document.value, ())))
    if isinstance(content, _Named) and content.id != path.stem:
        message = f"'{content.id}' is not the name of the file"
        hint = f"Call the file {content.id}.yaml, or the id {clean(path.stem)}."
        pack.problems.append(document.problem(("id",), message, hint))
        content = None  # under its id it would stand in for another
    if isinstance(content, formats.GuideFile) and content.role != path.parent.name:
        pack.misplaced.append((document, content.role, clean(path.parent.name)))
        pack.unusable.add(f"guides/{content.role}/{path.stem}")  # its sections are not missing
        named = [reference for reference in named if reference[0] != ("role",)]
        content = None
    pack.references.extend((document, *reference) for reference in named)
    if content is not None:
        pack.parts.append((document, content))
    return content is not None


def _outdated(document: Document) -> Problem | None:
    """Return what to do about a file in a form of an earlier version: that, and not each of its keys."""
    schema = document.value.get("schema") if isinstance(document.value, dict) else None
    if not isinstance(schema, str) or schema not in formats.OUTDATED:
        return None
    return document.problem(("schema",), formats.OUTDATED[schema], formats.HOW_TO_CHANGE)


def _blank(document: Document, value: object, path: KeyPath) -> Iterator[Problem]:
    """Yield texts that are there and say nothing; one without any character is refused by its type."""
    if isinstance(value, str):
        if value and not value.strip():
            yield document.problem(path, "must be more than white space", "Write it, or leave it out.")
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
