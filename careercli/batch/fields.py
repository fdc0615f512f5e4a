"""Which fields of an assessment to write: ``placement.current,tiers.fit``."""

from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import inspect

from careercli.documents.assessment import AssessmentDocument
from careercli.errors import UsageError
from careercli.formats.suggestion import did_you_mean

Selection = dict[str, "Selection"]
"""Chosen keys; what is chosen of each, nothing where it is chosen whole."""


def known_fields() -> dict[str, list[str]]:
    """Return every field by its dotted name, with the keys that lead to it; lists are looked into."""
    return {".".join(path): path for path in _paths(inspect.type_info(AssessmentDocument), [])}


def _paths(kind: inspect.Type, before: list[str]) -> Iterable[list[str]]:
    if isinstance(kind, inspect.VarTupleType):
        kind = kind.item_type
    if not isinstance(kind, inspect.StructType):
        return
    if kind.tag_field:
        yield [*before, kind.tag_field]
    for field in kind.fields:
        path = [*before, field.encode_name]
        yield path
        yield from _paths(field.type, path)


def selection(text: str) -> Selection:
    """Return what a list such as ``profile.name,placement`` chooses, in the order of the document.

    Raises:
        UsageError: a field is not known; says the nearest and the known ones.

    """
    known = known_fields()
    names = [name.strip() for name in text.split(",") if name.strip()]
    if not names:
        raise UsageError("--fields names no field.", hint=f"There are {', '.join(known)}.")
    for name in names:
        if name not in known:
            hint = f"{did_you_mean(name, known)} There are {', '.join(known)}.".lstrip()
            raise UsageError(f"--fields: there is no field '{name[:60]}'.", hint=hint)
    out: Selection = {}
    for name, path in known.items():
        if name in names and not any(".".join(path[:depth]) in names for depth in range(1, len(path))):
            inner = out
            for key in path:
                inner = inner.setdefault(key, {})
    return out


def chosen(document: AssessmentDocument, wanted: Selection) -> dict[str, object]:
    """Return the chosen fields of a document, ready to be encoded."""
    return {
        key: _within(msgspec.json.decode(msgspec.json.encode(getattr(document, key))), inner)
        if inner
        else getattr(document, key)
        for key, inner in wanted.items()
    }


def _within(value: Any, wanted: Selection) -> object:
    if isinstance(value, list):
        return [_within(item, wanted) for item in value]
    return {key: _within(value[key], inner) if inner else value[key] for key, inner in wanted.items()}
