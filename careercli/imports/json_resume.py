"""JSON Resume: version 1.0.0, its older keys, and what is found in the wild."""

from __future__ import annotations

from collections.abc import Iterator

from careercli.domain.experience import (
    ListedCertificate,
    ListedSkill,
    Place,
    Position,
    Resume,
    ResumeText,
    Unplaced,
)
from careercli.formats.document import Document, KeyPath, dotted, shortened
from careercli.formats.text import one_line
from careercli.imports.fields import MOST_ENTRIES, NAME_LENGTH, dated, too_many
from careercli.text.phrases import capital

_READ = ("basics", "work", "volunteer", "education", "certificates", "skills", "languages", "projects")
_LEFT = ("awards", "publications", "interests", "references")
_KNOWN = frozenset((*_READ, *_LEFT, "certifications"))
_ASIDE = frozenset({"$schema", "meta"})


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
        name = self._text(basics, "name", path=("basics",))
        headline = self._text(basics, "label", path=("basics",))
        self._passage(basics, ("basics",), "label", "summary")
        positions = (*self._positions("work"), *self._positions("volunteer", volunteer=True))
        certificates = (*self._certificates("certificates"), *self._certificates("certifications"))
        skills = tuple(self._skills())
        self._projects()
        education = tuple(
            (
                ", ".join(filter(None, (self._text(item, key, path=path) for key in _SCHOOL)))
                or "An entry without a name",
                self._place(path),
            )
            for path, item in self._items("education")
        )
        languages = tuple(
            (self._text(item, "language", "name", path=path) or "A language", self._place(path))
            for path, item in self._items("languages")
        )
        self._leave_rest()
        return Resume(
            source=self.document.name,
            format="JSON Resume",
            name=shortened(name, NAME_LENGTH),
            name_place=self._place(("basics", "name")) if name else None,
            headline=shortened(headline, NAME_LENGTH),
            positions=positions,
            skills=skills,
            certificates=certificates,
            education=education,
            languages=languages,
            passages=tuple(self.passages),
            unplaced=tuple(self.unplaced),
        )

    def _place(self, path: KeyPath) -> Place:
        known = path
        while known and known not in self.document.places:
            known = known[:-1]
        line = self.document.places[known][0] if known else 0
        return Place(self.file, line, dotted(path))

    def _leave(self, path: KeyPath, why: str) -> None:
        self.unplaced.append(Unplaced(dotted(path), self._place(path), why))

    def _basics(self) -> dict[str, object]:
        basics = self.value.get("basics")
        if isinstance(basics, dict):
            return basics
        if basics is not None:
            self._leave(("basics",), "It is not an object with keys.")
        return {}

    def _items(self, section: str) -> Iterator[tuple[KeyPath, dict[str, object]]]:
        """Yield the entries of a section that are objects; a text stands for an entry of that name."""
        entries = self.value.get(section)
        if entries is None:
            return
        if not isinstance(entries, list):
            self._leave((section,), "It is not a list.")
            return
        if len(entries) > MOST_ENTRIES:
            raise too_many(self.document.name, self._place((section,)), len(entries))
        for index, entry in enumerate(entries):
            path: KeyPath = (section, index)
            if isinstance(entry, dict):
                yield path, entry
            elif isinstance(entry, str) and entry.strip():
                yield path, {"name": entry}
            elif entry not in (None, ""):
                self._leave(path, "It is not an object with keys.")

    def _text(self, entry: dict[str, object], *keys: str, path: KeyPath) -> str:
        """Return the first of several keys that holds text, on one line; a number is as good as text."""
        for key in keys:
            value = entry.get(key)
            if isinstance(value, str) and (line := one_line(value)):
                return line
            if isinstance(value, int | float) and not isinstance(value, bool):
                return f"{value:g}" if isinstance(value, float) else str(value)
            if value not in (None, "") and not isinstance(value, str):
                self._leave((*path, key), "It is not text.")
        return ""

    def _texts(self, entry: dict[str, object], key: str, path: KeyPath) -> list[tuple[str, Place]]:
        """Return the texts of a list; one text in place of a list is a list of one."""
        value = entry.get(key)
        if value in (None, ""):
            return []
        if isinstance(value, str):
            return [(line, self._place((*path, key)))] if (line := one_line(value)) else []
        if not isinstance(value, list):
            self._leave((*path, key), "It is not a list of texts.")
            return []
        if len(value) > MOST_ENTRIES:
            raise too_many(self.document.name, self._place((*path, key)), len(value))
        out = []
        for index, item in enumerate(value):
            if isinstance(item, str):
                if line := one_line(item):
                    out.append((line, self._place((*path, key, index))))
            elif item is not None:
                self._leave((*path, key, index), "It is not text.")
        return out

    def _passage(self, entry: dict[str, object], path: KeyPath, *keys: str) -> None:
        for key in keys:
            text = self._text(entry, key, path=path)
            if text:
                self.passages.append(ResumeText(text, key, self._place((*path, key))))

    def _list_of_passages(self, entry: dict[str, object], path: KeyPath) -> None:
        for key, what in (("highlights", "highlight"), ("keywords", "keyword")):
            self.passages += [ResumeText(text, what, place) for text, place in self._texts(entry, key, path)]

    def _positions(self, section: str, *, volunteer: bool = False) -> Iterator[Position]:
        for path, item in self._items(section):
            start, end, wrong = dated(
                self._text(item, "startDate", path=path), self._text(item, "endDate", path=path)
            )
            yield Position(
                title=shortened(self._text(item, "position", "title", "jobTitle", path=path), NAME_LENGTH),
                employer=shortened(
                    self._text(item, "name", "company", "organization", path=path), NAME_LENGTH
                ),
                place=self._place(path),
                start=start,
                end=end,
                wrong=wrong,
                volunteer=volunteer,
            )
            self._passage(item, path, "summary", "description")
            self._list_of_passages(item, path)

    def _projects(self) -> None:
        for path, item in self._items("projects"):
            self._passage(item, path, "description", "summary")
            self._list_of_passages(item, path)

    def _certificates(self, section: str) -> Iterator[ListedCertificate]:
        for path, item in self._items(section):
            name = shortened(self._text(item, "name", "title", path=path), NAME_LENGTH)
            if name:
                issuer = shortened(self._text(item, "issuer", path=path), NAME_LENGTH)
                yield ListedCertificate(name, issuer, self._place(path))
            else:
                self._leave(path, "It has no name.")

    def _skills(self) -> Iterator[ListedSkill]:
        for path, item in self._items("skills"):
            keywords = tuple(text for text, _ in self._texts(item, "keywords", path))
            name = shortened(self._text(item, "name", path=path), NAME_LENGTH)
            if name or keywords:
                level = shortened(self._text(item, "level", path=path))
                yield ListedSkill(name, self._place(path), level, keywords)
            else:
                self._leave(path, "It has no name.")

    def _leave_rest(self) -> None:
        for key in self.value:
            if key in _LEFT:
                self._leave((key,), "A profile has no place for it.")
            elif key not in _KNOWN and key not in _ASIDE:
                self._leave((key,), "It is no part of a JSON Resume.")


_SCHOOL = ("studyType", "area", "institution", "name")
