"""A library as it is kept: what is read of it, and when."""

from __future__ import annotations

from typing import Any, get_type_hints

import msgspec
import pytest

from careercli.catalog import kept_library as keeping
from careercli.catalog.kept_library import joined, kept_library, type_of
from careercli.domain import ad_words, guide, interview_questions, library, phrase_lists, words, work
from careercli.domain.library import Library, Tool

LIBRARY = Library(
    (), (Tool(name="Pen", what="Writes.", skills=("writing",)),), (), (), keywords={"a": ("b",)}
)


def encoded(**other: object) -> bytes:
    """Return the library as it is kept, with a guide that nobody can read, and other parts if told."""
    parts = msgspec.json.decode(msgspec.json.encode(LIBRARY)) | {"guides": [{"no": "guide"}]} | other
    return joined({name: msgspec.json.encode(part) for name, part in parts.items()})


def not_needed() -> Library:
    """Stand for a compilation that must not happen."""
    raise AssertionError


def test_a_part_is_decoded_when_it_is_read() -> None:
    """A part is as it was when it was kept, and one that is broken disturbs nobody who does not read it."""
    kept = kept_library(encoded(), not_needed)

    assert kept.tools == LIBRARY.tools
    assert kept.tools is kept.tools
    assert kept.tool_names == {"pen": "Pen"}
    assert kept.keywords == {"a": ("b",)}


def test_a_broken_part_is_that_of_the_packs() -> None:
    """What cannot be decoded when it is read comes from packs that are compiled anew."""
    kept = kept_library(encoded(tools=3), lambda: LIBRARY)

    assert kept.tools is LIBRARY.tools
    assert kept == LIBRARY


@pytest.mark.parametrize("other", [{"tools": ()}, {"keywords": {}}])
def test_libraries_differ_by_any_part(other: dict[str, object]) -> None:
    """One kept and one compiled are compared by all of their parts, and a library is nothing else."""
    kept = kept_library(encoded(), lambda: LIBRARY)

    assert kept != msgspec.structs.replace(LIBRARY, **other)
    assert kept.__eq__(3) is NotImplemented


def test_a_kept_library_is_no_document() -> None:
    """Nobody can mistake its fields, which hold nothing, for its parts: it cannot be encoded."""
    with pytest.raises(TypeError):
        msgspec.json.encode(kept_library(encoded(), not_needed))


def test_what_is_kept_is_json_with_a_table() -> None:
    """It can be read as what it is, and each place of the table is that of a part."""
    data = keeping.encoded(LIBRARY)
    whole = msgspec.json.decode(data)
    table = whole.pop("")
    begin = data.index(b"}") + 1

    assert whole == msgspec.json.decode(msgspec.json.encode(LIBRARY))
    for name, (start, end) in table.items():
        assert msgspec.json.decode(data[begin + start : begin + end]) == whole[name]


@pytest.mark.parametrize("change", ["cut off", "too long", "other parts", "no table", "no guides"])
def test_what_is_kept_otherwise_is_refused(change: str) -> None:
    """As it is when nothing of it has been read yet; so it is compiled anew at once."""
    data = encoded()
    changed = {
        "cut off": data[:-1],
        "too long": data + b" ",
        "other parts": data.replace(b"works", b"books"),
        "no table": msgspec.json.encode(LIBRARY),
        "no guides": encoded(guides=[]),
    }
    assert kept_library(data, not_needed).keywords == {"a": ("b",)}
    with pytest.raises((ValueError, msgspec.MsgspecError)):
        kept_library(changed[change], not_needed)


def test_the_type_of_each_part_is_found() -> None:
    """Wherever in the domain it is defined: each is what the annotation of the library means."""
    parts: dict[str, Any] = {}
    for module in (library, guide, words, phrase_lists, ad_words, interview_questions, work):
        parts |= vars(module)

    assert {name: type_of(name) for name in Library.__struct_fields__} == get_type_hints(Library, parts)
