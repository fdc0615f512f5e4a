"""One object of a structured résumé: what its keys say, and which of them were read."""

from collections.abc import Iterator, Mapping

from careercli.domain.experience import Place, ResumeText, Unplaced
from careercli.formats.document import Document, Key, KeyPath, dotted, shortened
from careercli.formats.text import one_line
from careercli.imports import structured_keys as keys
from careercli.imports.date_ranges import Dates, dated, dated_range
from careercli.imports.dates import DayOrder
from careercli.imports.fields import MOST_ENTRIES, NAME_LENGTH, too_many
from careercli.imports.markup import paragraphs, without_markup
from careercli.imports.structured_keys import plain_key
from careercli.text.phrases import capital

NO_OBJECT = "It is not an object with keys."
_NO_TEXT = "It is not text."
_NOT_READ = "No part of a profile is read from this key."


class Pass:
    """One pass over one document: the texts that are kept, and what is left aside.

    ``order`` is that of day and month in the whole file.
    """

    def __init__(self, document: Document, order: DayOrder | None) -> None:
        self.document = document
        self.order = order
        self.file = document.name.replace("\\", "/").rpartition("/")[2]
        self.unplaced = [
            Unplaced(problem.key, Place(self.file, problem.line, problem.key), f"{capital(problem.message)}.")
            for problem in document.problems
        ]
        self.passages: list[ResumeText] = []

    def place(self, path: KeyPath) -> Place:
        """Return where a part of the document stands."""
        return Place(self.file, self.document.problem(path, "").line, dotted(path))

    def leave(self, path: KeyPath, why: str) -> None:
        """Leave a part of the document aside, and tell why."""
        self.unplaced.append(Unplaced(dotted(path), self.place(path), why))

    def list_at(self, path: KeyPath, value: object, of: str = "") -> list[object]:
        """Return a list that is no longer than any résumé's; what is none is left.

        Raises:
            InvalidDataError: it is longer.

        """
        if value is None:
            return []
        if not isinstance(value, list):
            self.leave(path, f"It is not a list{of}.")
            return []
        if len(value) > MOST_ENTRIES:
            raise too_many(self.document.name, self.place(path), len(value))
        return value


class Entry:
    """An object in the document; ``used`` are the keys of it that were read, as they are compared.

    ``job`` is its place where it is a job, to which its texts belong then.
    """

    def __init__(self, around: Pass, path: KeyPath, held: Mapping[str, object]) -> None:
        self.around = around
        self.path = path
        self.held: dict[str, tuple[str, object]] = {}
        for key, value in held.items():
            self.held.setdefault(plain_key(key), (key, value))
        self.used: set[str] = set()
        self.job: Place | None = None

    def place(self, *inside: Key) -> Place:
        """Return where the entry, or something in it, stands."""
        return self.around.place((*self.path, *inside))

    def place_of(self, *names: str) -> Place:
        """Return where the first of several keys that is there stands."""
        key = next((self.held[name][0] for name in names if name in self.held), None)
        return self.place() if key is None else self.place(key)

    def _get(self, name: str) -> tuple[str, object]:
        self.used.add(name)
        return self.held.get(name, (name, None))

    def text(self, *names: str) -> str:
        """Return the first of several keys that holds text, on one line; a number is as good as text."""
        for name in names:
            key, value = self._get(name)
            if isinstance(value, dict):
                value = next((value[inner] for inner in ("name", "title", "label") if inner in value), value)
            if isinstance(value, str):
                if line := one_line(without_markup(value)):
                    return line
            elif isinstance(value, int | float) and not isinstance(value, bool):
                return f"{value:g}" if isinstance(value, float) else str(value)
            elif value is not None and value != []:
                self.around.leave((*self.path, key), _NO_TEXT)
        return ""

    def short(self, *names: str) -> str:
        """Return the first of several keys that holds text, as long as a name or title may be."""
        return shortened(self.text(*names), NAME_LENGTH)

    def nested(self) -> tuple[KeyPath, list[object]]:
        """Return the list of the jobs that one entry holds, and where it is."""
        for name in keys.NESTED:
            key, value = self.held.get(name, (name, None))
            if isinstance(value, list) and value:
                self.used.add(name)
                return (*self.path, key), self.around.list_at((*self.path, key), value)
        return self.path, []

    def dates(self) -> Dates:
        """Return when a job was: by its two dates, or by the one text or object that holds both."""
        for name in keys.RANGE:
            key, value = self._get(name)
            if isinstance(value, dict):
                inner = Entry(self.around, (*self.path, key), value)
                return inner.dates()
        flags = [value for name in keys.CURRENT if isinstance(value := self._get(name)[1], bool)]
        start, end = self.text(*keys.START), self.text(*keys.END)
        whole = "" if start or end else self.text(*keys.RANGE)
        if whole:
            return dated_range(whole, self.around.order)
        return dated(start, "" if True in flags else end, self.around.order, over=False in flags)

    def texts(self, name: str) -> Iterator[tuple[str, Place]]:
        """Yield the texts of a list; one text in place of a list is a list of one."""
        key, value = self._get(name)
        path = (*self.path, key)
        if isinstance(value, str):
            if one_line(value):
                yield value, self.around.place(path)
            return
        for index, item in enumerate(self.around.list_at(path, value, " of texts")):
            text = item
            if isinstance(item, dict):
                text = next(
                    (item[inner] for inner in ("name", "text", "description", "bullet") if inner in item),
                    item,
                )
            if isinstance(text, str):
                if one_line(text):
                    yield text, self.around.place((*path, index))
            elif item is not None:
                self.around.leave((*path, index), _NO_TEXT)

    def passages_of(self, name: str) -> None:
        """Keep the texts under a key; a bullet in one of them is a highlight."""
        what = keys.TEXTS[name]
        in_list = isinstance(self.held.get(name, (name, None))[1], list)
        for text, place in self.texts(name):
            for words, bullet in paragraphs(text):
                told = "highlight" if bullet or (in_list and what == "description") else what
                self.around.passages.append(ResumeText(words, told, place, self.job))

    def all_passages(self) -> None:
        """Keep every text of an entry in which skills may be named, and tell what of it was not read."""
        for name in keys.TEXTS:
            if name in self.held and name not in self.used:
                self.passages_of(name)
        self.tell_rest()

    def tell_rest(self) -> None:
        """Tell which keys of an entry were not read."""
        for name, (key, value) in self.held.items():
            if name not in self.used | keys.QUIET and value not in (None, "", [], {}):
                self.around.leave((*self.path, key), _NOT_READ)
