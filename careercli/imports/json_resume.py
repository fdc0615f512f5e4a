"""JSON Resume: version 1.0.0, its older keys, and what is found in the wild."""

from __future__ import annotations

from collections.abc import Iterator
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
from careercli.formats.document import Document, Key, KeyPath, dotted, shortened
from careercli.formats.text import one_line
from careercli.imports.fields import MOST_ENTRIES, NAME_LENGTH, dated, too_many
from careercli.text.phrases import capital

_READ = ("basics", "work", "volunteer", "education", "certificates", "skills", "languages", "projects")
_LEFT = ("awards", "publications", "interests", "references")
_KNOWN = frozenset((*_READ, *_LEFT, "certifications"))
_ASIDE = frozenset({"$schema", "meta"})
_SCHOOL = ("studyType", "area", "institution", "name")
_NO_OBJECT = "It is not an object with keys."
_NO_TEXT = "It is not text."
_NO_NAME = "It has no name."


def resume_of_json(document: Document) -> Resume | None:
    """Return the résumé that a JSON document holds; None where it has none of a résumé's keys.

    Raises:
        InvalidDataError: a list is longer than any résumé's.

    """
    value = document.value
    if not isinstance(value, dict) or not _KNOWN & set(value):
        return None
    return _Reader(document, value).resume()


class _Reader:
    """One pass over one document; what has a wrong type is left out, and said so."""

    def __init__(self, document: Document, value: dict[str, object]) -> None:
        self.document = document
        self.value = value
        self.file = document.name.replace("\\", "/").rpartition("/")[2]
        self.unplaced = [
            Unplaced(problem.key, Place(self.file, problem.line, problem.key), f"{capital(problem.message)}.")
            for problem in document.problems
        ]
        self.passages: list[ResumeText] = []

    def resume(self) -> Resume:
        basics = self._basics()
        name, headline = basics.short("name"), basics.short("label")
        basics.passage("label", "summary")
        positions = (*self._positions("work"), *self._positions("volunteer"))
        certificates = (*self._certificates("certificates"), *self._certificates("certifications"))
        skills = tuple(self._skills())
        for item in self._items("projects"):
            item.passage("description", "summary")
            item.lists_of_passages()
        education = tuple(
            (", ".join(filter(None, map(item.text, _SCHOOL))) or "An entry without a name", item.place())
            for item in self._items("education")
        )
        languages = tuple(
            (item.text("language", "name") or "A language", item.place()) for item in self._items("languages")
        )
        for key in self.value:
            if key in _LEFT:
                self.leave((key,), "A profile has no place for it.")
            elif key not in _KNOWN and key not in _ASIDE:
                self.leave((key,), "It is no part of a JSON Resume.")
        return Resume(
            source=self.document.name,
            format="JSON Resume",
            name=name,
            name_place=basics.place("name") if name else None,
            headline=headline,
            positions=positions,
            skills=skills,
            certificates=certificates,
            education=education,
            languages=languages,
            passages=tuple(self.passages),
            unplaced=tuple(self.unplaced),
        )

    def place(self, path: KeyPath) -> Place:
        return Place(self.file, self.document.problem(path, "").line, dotted(path))

    def leave(self, path: KeyPath, why: str) -> None:
        self.unplaced.append(Unplaced(dotted(path), self.place(path), why))

    def list_at(self, path: KeyPath, value: object, of: str) -> list[object]:
        """Return a list that is no longer than any résumé's; what is none is left."""
        if not isinstance(value, list):
            self.leave(path, f"It is not a list{of}.")
            return []
        if len(value) > MOST_ENTRIES:
            raise too_many(self.document.name, self.place(path), len(value))
        return value

    def _basics(self) -> _Item:
        basics = self.value.get("basics")
        if not isinstance(basics, dict | None):
            self.leave(("basics",), _NO_OBJECT)
        return _Item(self, ("basics",), basics if isinstance(basics, dict) else {})

    def _items(self, section: str) -> Iterator[_Item]:
        """Yield the entries of a section that are objects; a text stands for an entry of that name."""
        entries = self.value.get(section)
        for index, entry in enumerate([] if entries is None else self.list_at((section,), entries, "")):
            path: KeyPath = (section, index)
            if isinstance(entry, dict):
                yield _Item(self, path, entry)
            elif isinstance(entry, str) and entry.strip():
                yield _Item(self, path, {"name": entry})
            elif entry not in (None, ""):
                self.leave(path, _NO_OBJECT)

    def _positions(self, section: str) -> Iterator[Position]:
        for item in self._items(section):
            start, end, wrong = dated(item.text("startDate"), item.text("endDate"))
            title = item.short("position", "title", "jobTitle")
            employer = item.short("name", "company", "organization")
            volunteer = section == "volunteer"
            yield Position(title, employer, item.place(), start, end, wrong, volunteer)
            item.passage("summary", "description")
            item.lists_of_passages()

    def _certificates(self, section: str) -> Iterator[ListedCertificate]:
        for item in self._items(section):
            if name := item.short("name", "title"):
                yield ListedCertificate(name, item.short("issuer"), item.place())
            else:
                self.leave(item.path, _NO_NAME)

    def _skills(self) -> Iterator[ListedSkill]:
        for item in self._items("skills"):
            keywords = tuple(text for text, _ in item.texts("keywords"))
            name = item.short("name")
            if name or keywords:
                yield ListedSkill(name, item.place(), shortened(item.text("level")), keywords)
            else:
                self.leave(item.path, _NO_NAME)


class _Item(NamedTuple):
    """An object in the document."""

    reader: _Reader
    path: KeyPath
    held: dict[str, object]

    def place(self, *inside: Key) -> Place:
        return self.reader.place((*self.path, *inside))

    def text(self, *keys: str) -> str:
        """Return the first of several keys that holds text, on one line; a number is as good as text."""
        for key in keys:
            value = self.held.get(key)
            if isinstance(value, str) and (line := one_line(value)):
                return line
            if isinstance(value, int | float) and not isinstance(value, bool):
                return f"{value:g}" if isinstance(value, float) else str(value)
            if value is not None and not isinstance(value, str):
                self.reader.leave((*self.path, key), _NO_TEXT)
        return ""

    def short(self, *keys: str) -> str:
        """Return the first of several keys that holds text, as long as a name or title may be."""
        return shortened(self.text(*keys), NAME_LENGTH)

    def texts(self, key: str) -> Iterator[tuple[str, Place]]:
        """Yield the texts of a list; one text in place of a list is a list of one."""
        value, path = self.held.get(key), (*self.path, key)
        if isinstance(value, str):
            if line := one_line(value):
                yield line, self.reader.place(path)
            return
        for index, item in enumerate([] if value is None else self.reader.list_at(path, value, " of texts")):
            if isinstance(item, str):
                if line := one_line(item):
                    yield line, self.reader.place((*path, index))
            elif item is not None:
                self.reader.leave((*path, index), _NO_TEXT)

    def passage(self, *keys: str) -> None:
        self.reader.passages += [
            ResumeText(text, key, self.place(key)) for key in keys if (text := self.text(key))
        ]

    def lists_of_passages(self) -> None:
        for key in ("highlights", "keywords"):
            self.reader.passages += [ResumeText(text, key[:-1], place) for text, place in self.texts(key)]
