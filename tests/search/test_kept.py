"""Passages and their index come back from bytes as they were, or not at all."""

from __future__ import annotations

import sqlite3
import sys
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.catalog import load_catalog, load_library
from careercli.search import index, kept
from careercli.search.passages import found
from careercli.text.passages import all_passages

CATALOG, LIBRARY = load_catalog().catalog, load_library()
MADE = kept.readable(CATALOG, LIBRARY)
DATA = kept.encoded(MADE) or b""

QUESTIONS = (
    "can I work from home?",
    "how do i handel angry custmers",
    "what does a director earn",
    "AHT",
    "a recipe for soup",
    "night shifts and weekends in a call center for somebody new",
)


def test_what_was_encoded_comes_back() -> None:
    """The passages are those of the packs, and image and passages are the same bytes and values again."""
    assert MADE.passages == all_passages(CATALOG, LIBRARY)
    assert kept.decoded(DATA) == MADE


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_kept_index_finds_the_same(question: str) -> None:
    """Answers, their order and every score are those of passages that are indexed now."""
    again = kept.decoded(DATA)
    anew = found(question, CATALOG, MADE.passages, LIBRARY.words, limit=20)

    assert found(question, CATALOG, again.passages, LIBRARY.words, limit=20, image=again.image) == anew


@given(at=st.integers(0, len(DATA) - 1), changed=st.integers(1, 255))
def test_a_changed_byte_is_noticed(at: int, changed: int) -> None:
    """Wherever it stands: in the passages, in the index, or in what says how long they are."""
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says, it is damaged
        kept.decoded(DATA[:at] + bytes([DATA[at] ^ changed]) + DATA[at + 1 :])


@pytest.mark.parametrize("data", [b"", DATA[:7], DATA[:-1], DATA + b" ", b"null", bytes(len(DATA))], ids=len)
def test_what_is_cut_off_or_something_else_is_noticed(data: bytes) -> None:
    """A file that ends too early, goes on too long, or was never one of these."""
    with pytest.raises(ValueError):  # noqa: PT011
        kept.decoded(data)


def test_passages_of_another_form_are_noticed() -> None:
    """Bytes that are whole and hold something else are damaged as well."""
    with pytest.raises(ValueError, match="of other passages"):
        kept.decoded(_sealed(b'[{"name": 1}]'))


def test_what_it_depends_on_has_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another SQLite may cut words otherwise, and another ladder calls tiers otherwise."""
    other = msgspec.structs.replace(CATALOG, in_use="other")
    names = {kept.version_of(CATALOG), kept.version_of(other)}
    monkeypatch.setattr(sqlite3, "sqlite_version", "3.99.0")
    names.add(kept.version_of(CATALOG))

    assert len(names) == 3
    monkeypatch.setitem(sys.modules, "sqlite3", None)
    assert kept.version_of(CATALOG) == ""


def test_a_sqlite_that_makes_no_images_indexes_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some are built without; there the same is found, and nothing is kept."""

    class Old:
        def __init__(self, name: str) -> None:
            self._real = connect(name)

        def __getattr__(self, name: str) -> Any:
            if name in {"serialize", "deserialize"}:
                raise AttributeError(name)
            return getattr(self._real, name)

    connect = sqlite3.connect
    usual = found(QUESTIONS[0], CATALOG, MADE.passages, LIBRARY.words, image=MADE.image)
    monkeypatch.setattr(sqlite3, "connect", Old)

    assert index.image_of(MADE.passages[:3]) is None
    assert kept.encoded(MADE._replace(image=None)) is None
    assert found(QUESTIONS[0], CATALOG, MADE.passages, LIBRARY.words, image=MADE.image) == usual


def _sealed(passages: bytes) -> bytes:
    """Return bytes with the right checksum."""
    rest = b"%08x" % len(passages) + passages
    return b"%08x" % kept.crc32(rest) + rest
