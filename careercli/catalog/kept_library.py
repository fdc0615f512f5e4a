"""A library as it is kept: each part is decoded when it is first read, as no command reads all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

import msgspec

from careercli.domain.library import Library

_BEGIN, _END = b'{"":', b"}"
"""What stands around the table of a kept library, which says where each part begins and ends behind it."""


class _Part:
    """Stands in the place of a field until that is read."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, library: _KeptLibrary | None, _kind: type) -> Any:
        if library is None:
            return self
        held = vars(library)
        held[self._name] = value = _decoded(self._name, held["encoded"], held["otherwise"])
        return value


class _KeptLibrary(Library):
    """A library that has ``encoded`` and ``otherwise`` beside what was read of it."""

    def __eq__(self, other: object) -> bool:
        """Return whether all parts are alike, which reads them."""
        if not isinstance(other, Library):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in Library.__struct_fields__)

    __hash__ = None  # type: ignore[assignment] # as of every library: some parts are mappings


for _name in Library.__struct_fields__:
    setattr(_KeptLibrary, _name, _Part(_name))


def encoded(library: Library) -> bytes:
    """Return a library as it is kept: a JSON object with each part under its name, behind their table."""
    names = Library.__struct_fields__
    return joined({name: msgspec.json.encode(getattr(library, name)) for name in names})


def joined(parts: Mapping[str, bytes]) -> bytes:
    """Return parts, each as JSON, as one JSON object behind their table."""
    table: dict[str, tuple[int, int]] = {}
    end = 0
    for name, part in parts.items():
        start = end + len(f',"{name}":')
        table[name] = start, (end := start + len(part))
    rest = b"".join(b',"%s":%s' % (name.encode(), part) for name, part in parts.items())
    return _BEGIN + msgspec.json.encode(table) + rest + _END


def _parts(data: bytes) -> dict[str, memoryview]:
    """Return each part of a kept library as JSON; only the table is looked at, not all that it leads to.

    Raises:
        msgspec.MsgspecError, ValueError: it has no table, or one of other parts or of a longer file.

    """
    end = data.index(_END) + len(_END)
    table = msgspec.json.decode(data[len(_BEGIN) : end], type=dict[str, tuple[int, int]])
    if tuple(table) != Library.__struct_fields__ or end + table[next(reversed(table))][1] != len(data) - 1:
        raise ValueError("this is not how a library is kept")
    view = memoryview(data)[end:]
    return {name: view[start:stop] for name, (start, stop) in table.items()}


def kept_library(data: bytes, otherwise: Callable[[], Library]) -> Library:
    """Return the library that is kept as ``data``.

    Where a part of it turns out to be broken when it is read, that part is of the library that ``otherwise``
    returns.

    Raises:
        msgspec.MsgspecError, ValueError: it is no library, or one without guides.

    """
    parts = _parts(data)
    if bytes(parts["guides"][:3]) == b"[]":
        raise ValueError("a library has some guide")
    # The fields themselves hold what no document can: a library is to be read by its attributes.
    library = _KeptLibrary(*[otherwise] * len(Library.__struct_fields__))  # type: ignore[arg-type]
    vars(library).update(encoded=parts, otherwise=otherwise)
    return library


_DEFINED_IN = {
    "tools": "library",
    "certificates": "library",
    "words": "words",
    "phrases": "phrase_lists",
    "ad_words": "ad_words",
    "interviews": "interview_questions",
    "works": "work",
    "transfers": "work",
}
"""Where in the domain the type of a part is defined, if that is not with the guides."""


def type_of(name: str) -> Any:
    """Return the type of a part of a library, for which those of the others need not be imported."""
    module = import_module(f"careercli.domain.{_DEFINED_IN.get(name, 'guide')}")
    part = msgspec.defstruct("_One", [(name, Library.__annotations__[name])], module=module.__name__)
    return msgspec.structs.fields(part)[0].type


def _decoded(name: str, parts: dict[str, memoryview], otherwise: Callable[[], Library]) -> Any:
    try:
        return msgspec.json.decode(parts[name], type=type_of(name))
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return getattr(otherwise(), name)
