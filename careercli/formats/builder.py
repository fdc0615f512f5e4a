"""A document put together from its keys and values as a reader comes to them, within the limits."""

from typing import Any

from careercli.errors import InvalidDataError, Problem
from careercli.formats.document import (
    MAX_DEPTH,
    MAX_VALUES,
    Document,
    KeyPath,
    Place,
    dotted,
    syntax_error,
)
from careercli.formats.text import clean


class Builder:
    """The value so far, with a stack of open containers in place of recursion."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.places: dict[KeyPath, Place] = {}
        self.problems: list[Problem] = []
        self.root: object = None
        self.values = 0
        # The open containers, each with its path, which is None inside what a duplicate key holds: it is left
        # out, and so are its places. The key whose value comes next is `pending`.
        self.stack: list[tuple[Any, KeyPath | None]] = []
        self.pending: str | None = None

    @property
    def awaits_key(self) -> bool:
        """Whether a key comes next, or the end of the mapping."""
        return bool(self.stack) and isinstance(self.stack[-1][0], dict) and self.pending is None

    def document(self) -> Document:
        """Return what was built."""
        return Document(self.name, self.root, self.places, tuple(self.problems))

    def refused(self, place: Place, message: str, hint: str = "") -> InvalidDataError:
        """Return the error of a document that cannot be read further."""
        return syntax_error(self.name, place, message, hint=hint)

    def key(self, text: str, place: Place) -> None:
        """Take the next key of the open mapping; of equal keys the first counts."""
        self._count(place)
        self.pending = key = clean(text)
        container, path = self.stack[-1]
        if path is None:
            return
        here = (*path, key)
        if key in container:
            message = f"the key is written twice, first on line {self.places[here][0]}"
            self.problems.append(Problem(self.name, *place, dotted(here), message, "Keep one of the two."))
        else:
            self.places[here] = place

    def add(self, value: object, place: Place) -> KeyPath | None:
        """Put a value into the open container; return its path, or None if it is left out."""
        self._count(place)
        if isinstance(value, str):
            value = clean(value)
        if not self.stack:
            self.root, path = value, ()
            self.places[path] = place
            return path
        container, above = self.stack[-1]
        key, self.pending = self.pending, None
        if above is None or (key is not None and key in container):
            return None
        if key is not None:
            container[key] = value
            return (*above, key)
        here = (*above, len(container))
        container.append(value)
        self.places[here] = place
        return here

    def open(self, container: dict[str, object] | list[object], place: Place) -> None:
        """Put a container into the open one; what comes next is in it, until ``stack`` is popped.

        Raises:
            InvalidDataError: the document nests too deep.

        """
        if len(self.stack) >= MAX_DEPTH:
            raise self.refused(place, f"nests deeper than {MAX_DEPTH} levels")
        self.stack.append((container, self.add(container, place)))

    def _count(self, place: Place) -> None:
        self.values += 1
        if self.values > MAX_VALUES:
            raise self.refused(place, f"holds more than {MAX_VALUES:,} values")
