"""A document's value checked against a type: every problem at once, each with its place.

The types are msgspec structs, the same that the program computes with, so a format is said in one place.
``Annotated[..., Meta(description=...)]`` gives the words of a message: "must be <description>".
"""

import types
import typing
from functools import lru_cache
from typing import TypeVar

import msgspec

from careercli.domain.values import REFERS_TO
from careercli.errors import Problem
from careercli.formats.document import Document, KeyPath, shortened
from careercli.formats.suggestion import did_you_mean

T = TypeVar("T", bound=msgspec.Struct)

_WORDS = {
    str: "text (put it in quotes if it looks like a number)",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
}


_BAD = msgspec.UNSET
"""The result of a part that could not be used."""


def examine(document: Document, wanted: type[T]) -> tuple[T | None, tuple[Problem, ...]]:
    """Return the document as a ``wanted`` if it can be one, and the problems found."""
    return walk(document, wanted)[:2]


def walk(
    document: Document, wanted: type[T]
) -> tuple[T | None, tuple[Problem, ...], list[tuple[KeyPath, str, str]]]:
    """Return what :func:`examine` does, and what the document refers to elsewhere: path, kind and name.

    References are found where the form is wrong, too. A type says that its values refer to something with
    ``Meta(extra={REFERS_TO: kind})``.
    """
    here = _Walk(document)
    if document.value is None:
        here.report((), "is empty", f"It should start with 'schema: {_schema_name(wanted)}'.")
        return None, tuple(here.problems), []
    value = here.struct(document.value, wanted, ())
    problems = (*document.problems, *here.problems)
    return (value if isinstance(value, wanted) else None), problems, here.references


def _schema_name(wanted: type[msgspec.Struct]) -> str:
    schemas = (item.type for item in _fields(wanted) if item.name == "schema")
    return next((str(typing.get_args(schema)[0]) for schema in schemas), "...")


_fields = lru_cache(maxsize=64)(msgspec.structs.fields)


class _Walk:
    """One pass over one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []
        self.references: list[tuple[KeyPath, str, str]] = []

    def report(self, path: KeyPath, message: str, hint: str = "") -> msgspec.UnsetType:
        self.problems.append(self.document.problem(path, message, hint))
        return _BAD

    def struct(self, value: object, wanted: type[msgspec.Struct], path: KeyPath) -> object:
        if not isinstance(value, dict):
            return self.report(path, f"must be a mapping of keys to values, not {_shown(value)}")
        fields = {item.encode_name: item for item in _fields(wanted)}
        bad = False
        for key in value:
            if key not in fields:
                hint = did_you_mean(key, fields, f"Known keys: {', '.join(fields)}.")
                self.report((*path, key), "is not a known key", hint)
                bad = True
        arguments: dict[str, object] = {}
        for key, item in fields.items():
            if key in value:
                part = self.any(value[key], item.type, (*path, key))
                arguments[item.name] = part
                bad = bad or part is _BAD
            elif item.required:
                self.report((*path, key), "is missing")
                bad = True
        if bad:
            return _BAD
        try:
            return wanted(**arguments)
        except ValueError as error:
            return self.report(path, str(error))

    def any(self, value: object, wanted: object, path: KeyPath) -> object:
        if hasattr(wanted, "__metadata__") and typing.get_origin(typing.get_args(wanted)[0]) is tuple:
            return self._limited_list(value, wanted, path)
        origin = typing.get_origin(wanted)
        if origin in {types.UnionType, typing.Union}:
            return self._union(value, typing.get_args(wanted), path)
        if isinstance(wanted, type) and issubclass(wanted, msgspec.Struct):
            return self.struct(value, wanted, path)
        if origin is tuple:
            return self._list(value, typing.get_args(wanted)[0], path)
        if origin is dict:
            return self._dict(value, wanted, path)
        return self._leaf(value, wanted, path)

    def _union(self, value: object, arms: tuple[object, ...], path: KeyPath) -> object:
        if value is None and type(None) in arms:
            return None
        rest = [arm for arm in arms if arm is not type(None)]
        structs = [arm for arm in rest if isinstance(arm, type) and issubclass(arm, msgspec.Struct)]
        others = [arm for arm in rest if arm not in structs]
        if structs and (isinstance(value, dict) or not others):
            return self.any(value, structs[0], path)
        lists = [arm for arm in others if typing.get_origin(arm) is tuple]
        return self.any(value, (lists if lists and isinstance(value, list) else others)[0], path)

    def _list(self, value: object, item: object, path: KeyPath) -> object:
        if not isinstance(value, list):
            return self.report(path, f"must be a list, not {_shown(value)}")
        parts = [self.any(part, item, (*path, index)) for index, part in enumerate(value)]
        return _BAD if any(part is _BAD for part in parts) else tuple(parts)

    def _limited_list(self, value: object, wanted: object, path: KeyPath) -> object:
        """Return a list whose length its type limits: first each of its items, then their number."""
        parts = self.any(value, typing.get_args(wanted)[0], path)
        least = max((note.min_length or 0 for note in getattr(wanted, "__metadata__", ())), default=0)
        if isinstance(parts, tuple) and len(parts) < least:
            found = f"one of {len(parts)}" if parts else "an empty one"
            return self.report(path, f"must be {_described(wanted)}, not {found}")
        return parts

    def _dict(self, value: object, wanted: object, path: KeyPath) -> object:
        if not isinstance(value, dict):
            return self.report(path, f"must be a mapping of keys to values, not {_shown(value)}")
        key_type, value_type = typing.get_args(wanted)
        out: dict[object, object] = {}
        bad = False
        for key, part in value.items():
            here = (*path, key)
            name = self._key(key, key_type, here)
            item = self.any(part, value_type, here)
            bad = bad or name is _BAD or item is _BAD
            self._note(name, key_type, here)
            out[name] = item
        return _BAD if bad else out

    def _key(self, key: str, wanted: object, path: KeyPath) -> object:
        """Return a key, always text in a document, as what it stands for; ``1.0`` is not another ``1``."""
        try:
            name: object = msgspec.convert(key, wanted, strict=False)
        except msgspec.ValidationError:
            name = None
        return name if str(name) == key else self._wrong(key, wanted, path)

    def _leaf(self, value: object, wanted: object, path: KeyPath) -> object:
        try:
            converted: object = msgspec.convert(value, wanted)
        except msgspec.ValidationError:
            return self._wrong(value, wanted, path)
        self._note(converted, wanted, path)
        return converted

    def _note(self, value: object, wanted: object, path: KeyPath) -> None:
        """Take down what a value refers to, where its type says so."""
        for note in getattr(wanted, "__metadata__", ()):
            kind = (note.extra or {}).get(REFERS_TO) if isinstance(note, msgspec.Meta) else None
            if kind and value is not _BAD:
                self.references.append((path, kind, str(value)))

    def _wrong(self, value: object, wanted: object, path: KeyPath) -> msgspec.UnsetType:
        return self.report(path, f"must be {_described(wanted)}, not {_shown(value)}")


def _described(wanted: object) -> str:
    for note in getattr(wanted, "__metadata__", ()):
        if isinstance(note, msgspec.Meta) and note.description:
            return note.description
    base = typing.get_args(wanted)[0] if hasattr(wanted, "__metadata__") else wanted
    if typing.get_origin(base) is typing.Literal:
        choices = [f"'{choice}'" for choice in typing.get_args(base)]
        return choices[0] if len(choices) == 1 else f"one of {', '.join(choices)}"
    return _WORDS.get(base, "different") if isinstance(base, type) else "different"


def _shown(value: object) -> str:
    """Return a short picture of a wrong value."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    short = shortened(str(value), 40)
    return f"'{short}'" if isinstance(value, str) else short
