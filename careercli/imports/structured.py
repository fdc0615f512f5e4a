"""Résumés in JSON and YAML: JSON Resume, RenderCV, Reactive Resume, and what is found in the wild."""

import re
from collections.abc import Iterable, Iterator, Mapping

from careercli.domain.experience import (
    ListedCertificate,
    ListedSkill,
    Place,
    Position,
    Resume,
)
from careercli.errors import InvalidDataError
from careercli.formats.document import Document, KeyPath, shortened
from careercli.formats.text import one_line
from careercli.imports import structured_keys as keys
from careercli.imports.dates import DayOrder
from careercli.imports.fields import NAME_LENGTH
from careercli.imports.headings import says_volunteer
from careercli.imports.markup import without_markup
from careercli.imports.structured_entry import NO_OBJECT, Entry, Pass
from careercli.imports.structured_keys import Section, plain_key

_NO_NAME = "It has no name."
_NO_PLACE = "A profile has no place for it."
_NOT_KNOWN = "It is no part of a résumé that is known."
_TOP: KeyPath = ()
_SPLIT = re.compile(r"\s*[,;\n\u2022|]\s*")


def resume_of_document(document: Document, order: DayOrder | None = None) -> Resume | None:
    """Return the résumé that a JSON or YAML document holds; None where nothing in it is part of one.

    ``order`` is that of day and month in the whole file.

    Raises:
        InvalidDataError: it is of a form that is not read; or a list is longer than any résumé's.

    """
    value, at = document.value, _TOP
    if isinstance(value, dict):
        _refuse_other_forms(document.name, value)
        value, at = _unwrapped(value)
    if isinstance(value, list):
        value = {"work": value} if _looks_like(value) == "work" else {}
        document = Document(document.name, value)
    if not isinstance(value, dict):
        return None
    reader = _Reader(document, value, at, order)
    return reader.resume() if reader.found else None


def _refuse_other_forms(name: str, value: Mapping[str, object]) -> None:
    meta, content = value.get("meta"), value.get("content")
    if isinstance(meta, dict) and str(meta.get("format", "")).upper().startswith("FRESH"):
        raise InvalidDataError(
            f"{name} is a FRESH résumé, which cannot be imported.",
            hint="Make a JSON Resume of it, as with 'hackmyresume convert', and name that; or name its PDF.",
        )
    if isinstance(content, dict) and {"basics", "work", "education"} & set(content):
        raise InvalidDataError(
            f"{name} is a YAMLResume, which cannot be imported.",
            hint="Name the PDF or the Markdown that 'yamlresume build' makes of it.",
        )


def _unwrapped(value: dict[str, object]) -> tuple[dict[str, object], KeyPath]:
    """Return the résumé within a document, and where: some forms put it under a key."""
    for key in keys.WRAPPERS:
        inside = value.get(key)
        if isinstance(inside, dict) and not _is_resume(value) and _is_resume(inside):
            return inside, (key,)
    return value, ()


def _is_resume(value: Mapping[str, object]) -> bool:
    return "sections" in value or any(plain_key(key) in keys.SECTIONS for key in value)


def _looks_like(entries: Iterable[object]) -> Section | None:
    """Return what the entries of a list are by their own keys, where its key says nothing."""
    objects = [{plain_key(key) for key in entry} for entry in entries if isinstance(entry, dict)]
    if not objects:
        return None
    dates = {*keys.START, *keys.RANGE}
    if all(names & {"position", *keys.TITLE[2:]} and names & {*keys.EMPLOYER, *dates} for names in objects):
        return "work"
    if all(names & {"institution", "school", "university"} for names in objects):
        return "education"
    return None


class _Reader:
    """Reads one document, section by section; what has a wrong type is left out, and said so."""

    def __init__(
        self, document: Document, value: dict[str, object], at: KeyPath, order: DayOrder | None
    ) -> None:
        self.around = Pass(document, order)
        self.top = value
        self.at = at
        self.people = [Entry(self.around, at, value)]
        self.positions: list[Position] = []
        self.skills: list[ListedSkill] = []
        self.certificates: list[ListedCertificate] = []
        self.education: list[tuple[str, Place]] = []
        self.languages: list[tuple[str, Place]] = []
        self.sections = list(self._sections())
        self.found = any(section for section, *_ in self.sections)

    def _sections(self) -> Iterator[tuple[Section | None, KeyPath, object]]:
        """Yield everything of the résumé with what it is and where."""
        parts: list[tuple[KeyPath, Mapping[str, object]]] = [(self.at, self.top)]
        inner = self.top.get("sections")
        if isinstance(inner, dict):
            parts.append(((*self.at, "sections"), inner))
        for at, part in parts:
            for key, value in part.items():
                word = plain_key(key)
                section = keys.SECTIONS.get(word)
                if section is None and word not in keys.ASIDE | keys.LEFT and isinstance(value, list):
                    section = _looks_like(value)
                if section == "summary" and isinstance(value, dict) and "content" not in value:
                    section = "basics"
                yield section, (*at, key), value
        custom = self.top.get("customSections")
        for index, entry in enumerate(custom if isinstance(custom, list) else []):
            if isinstance(entry, dict) and isinstance(entry.get("items"), list):
                told = keys.SECTIONS.get(plain_key(str(entry.get("type", ""))))
                path: KeyPath = ("customSections", index, "items")
                yield told or _looks_like(entry["items"]), path, entry["items"]

    def resume(self) -> Resume:
        """Return what all sections hold."""
        for section, path, value in self.sections:
            if section is None:
                self._left(path, value)
            else:
                getattr(self, f"_take_{section}")(path, value)
        name, name_place, headline = self._person()
        return Resume(
            source=self.around.document.name,
            format=self._form(),
            name=name,
            name_place=name_place,
            headline=headline,
            positions=tuple(self.positions),
            skills=tuple(self.skills),
            certificates=tuple(self.certificates),
            education=tuple(self.education),
            languages=tuple(self.languages),
            passages=tuple(self.around.passages),
            unplaced=tuple(self.around.unplaced),
        )

    def _form(self) -> str:
        if isinstance(self.top.get("sections"), dict):
            return "RenderCV" if self.at == ("cv",) else "Reactive Resume"
        return "JSON Resume" if {"basics", "work"} & set(self.top) else "résumé with keys of its own"

    def _person(self) -> tuple[str, Place | None, str]:
        """Return the name of the person, where it stands, and the headline."""
        name, place, headline = "", None, ""
        for entry in self.people:
            for names in (keys.PERSON, keys.PARTS_OF_NAME):
                if not name and (
                    name := shortened(" ".join(filter(None, map(entry.text, names))), NAME_LENGTH)
                ):
                    place = entry.place_of(*names)
            headline = headline or entry.short(*keys.HEADLINE)
            for key in ("label", "headline", *(("summary",) if entry is not self.people[-1] else ())):
                entry.passages_of(key)
        return name, place, headline

    def _left(self, path: KeyPath, value: object) -> None:
        """Leave what is no section; what is about the file, or empty, is passed over."""
        word = plain_key(str(path[-1]))
        empty = not value.get("items", value) if isinstance(value, dict) else value in (None, "", [])
        if not empty and word not in keys.ASIDE:
            self.around.leave(path, _NO_PLACE if word in keys.LEFT else _NOT_KNOWN)

    def _take_basics(self, path: KeyPath, value: object) -> None:
        if isinstance(value, dict):
            self.people.insert(0, Entry(self.around, path, value))
        elif value is not None:
            self.around.leave(path, NO_OBJECT)

    def _take_summary(self, path: KeyPath, value: object) -> None:
        if isinstance(value, dict):
            Entry(self.around, path, value).passages_of("content")
        else:
            key = str(path[-1])
            Entry(self.around, path[:-1], {key: value}).passages_of(plain_key(key))

    def _take_work(self, path: KeyPath, value: object, *, volunteer: bool = False) -> None:
        for entry in self._items(path, value):
            self.positions += self._jobs(entry, volunteer=volunteer)

    def _take_volunteer(self, path: KeyPath, value: object) -> None:
        self._take_work(path, value, volunteer=True)

    def _take_projects(self, path: KeyPath, value: object) -> None:
        for entry in self._items(path, value):
            entry.used.update(keys.PROJECT)
            entry.all_passages()

    def _take_education(self, path: KeyPath, value: object) -> None:
        for entry in self._items(path, _listed(value)):
            text = ", ".join(filter(None, map(entry.text, keys.SCHOOL)))
            self.education.append((text or "An entry without a name", entry.place()))

    def _take_languages(self, path: KeyPath, value: object) -> None:
        for entry in self._items(path, _listed(value)):
            self.languages.append((entry.text("language", *keys.NAME) or "A language", entry.place()))

    def _take_certificates(self, path: KeyPath, value: object) -> None:
        for entry in self._items(path, _listed(value)):
            name, issuer = entry.short(*keys.NAME), entry.short(*keys.ISSUER)
            if name:
                self.certificates.append(ListedCertificate(name, issuer, entry.place()))
                entry.used.update((*keys.RANGE, *keys.START, *keys.TEXTS))
                entry.tell_rest()
            else:
                self.around.leave(entry.path, _NO_NAME)

    def _take_skills(self, path: KeyPath, value: object) -> None:
        if isinstance(value, dict) and not {plain_key(key) for key in value} & {*keys.LISTS, "name"}:
            value = [{"name": name, "keywords": listed} for name, listed in value.items()]
        for entry in self._items(path, _listed(value)):
            texts = [text for key in keys.KEYWORDS for text, _ in entry.texts(key)]
            keywords = tuple(word for text in texts for word in parts_of(text))
            name, level = entry.short(*keys.NAME), entry.text(*keys.LEVEL).strip("0")
            level = level or entry.text("description")  # as Reactive Resume says it, beside a level of 0
            if name or keywords:
                self.skills.append(ListedSkill(name, entry.place(), shortened(level), keywords))
                entry.used.update(keys.LEVEL)
                entry.tell_rest()
            else:
                self.around.leave(entry.path, _NO_NAME)

    def _items(self, path: KeyPath, value: object) -> Iterator[Entry]:
        """Yield the entries of a section that are objects; a text stands for an entry of that name."""
        if isinstance(value, dict):
            inside = next((key for key in value if plain_key(key) in keys.LISTS), None)
            if inside is not None:
                path, value = (*path, inside), value[inside]
            elif value and all(isinstance(entry, dict) for entry in value.values()):
                for key, entry in value.items():
                    yield Entry(self.around, (*path, key), entry)
                return
            elif {plain_key(key) for key in value} & {"position", *keys.TITLE[2:]}:
                yield Entry(self.around, path, value)
                return
        for index, entry in enumerate(self.around.list_at(path, value)):
            here = (*path, index)
            if isinstance(entry, dict):
                yield Entry(self.around, here, entry)
            elif isinstance(entry, str) and entry.strip():
                yield Entry(self.around, here, {"name": entry})
            else:
                self.around.leave(here, NO_OBJECT)

    def _jobs(self, entry: Entry, *, volunteer: bool = False, employer: str = "") -> Iterator[Position]:
        """Yield the job of an entry, or those that it holds: promotions under one employer."""
        entry.job = entry.place()
        employer = entry.short(*keys.EMPLOYER) or employer
        path, inside = entry.nested()
        promotions = [
            Entry(self.around, (*path, index), held)
            for index, held in enumerate(inside)
            if isinstance(held, dict)
        ]
        if promotions:
            entry.used.update((*keys.START, *keys.END, *keys.RANGE, *keys.CURRENT))
            for promotion in promotions:
                yield from self._jobs(promotion, volunteer=volunteer, employer=employer)
        else:
            titles = " / ".join(one_line(text) for text in inside if isinstance(text, str))
            title = entry.short(*keys.TITLE) or shortened(titles, NAME_LENGTH)
            unpaid = volunteer or says_volunteer(title)
            yield Position(title, employer, entry.place(), *entry.dates(), unpaid)
        entry.all_passages()


def _listed(value: object) -> object:
    """Return a list of its parts where a text stands in place of a list."""
    return parts_of(value) if isinstance(value, str) else value


def parts_of(text: str) -> list[str]:
    """Return the entries of a list that is written as one text."""
    return [part for part in map(one_line, _SPLIT.split(without_markup(text))) if part]
