from __future__ import annotations

import msgspec
import pytest

from careercli.domain.model import Catalog
from careercli.errors import InvalidDataError
from careercli.formats.profiles import profile_of
from careercli.store import Store, save_profile, write_whole
from tests.store.kept import PERSON
from tests.system.test_files import mode


def test_a_draft(store: Store, catalog: Catalog) -> None:
    """An interview that was broken off is kept, found again and forgotten."""
    save_profile(store.drafts.place(), PERSON)

    document = store.drafts.read()

    assert document is not None
    assert profile_of(document, catalog) == PERSON
    store.drafts.forget(store.drafts.place())
    assert store.drafts.read() is None


def test_a_broken_draft(store: Store) -> None:
    """A draft that cannot be read is told, and can be set aside without being lost."""
    write_whole(store.drafts.place(), b"schema: [")

    with pytest.raises(InvalidDataError):
        store.drafts.read()
    aside = store.drafts.set_aside()

    assert aside is not None
    assert aside.read_bytes() == b"schema: ["
    assert store.drafts.read() is None


def test_a_draft_that_cannot_be_set_aside(store: Store) -> None:
    """Where a draft cannot be renamed, that is told by None."""
    assert store.drafts.set_aside() is None


def test_drafts_of_several(store: Store) -> None:
    """Every profile has a draft of its own, beside the one about no saved profile."""
    assert store.drafts.names() == []
    for name in ("maya", None, "dana"):
        save_profile(store.drafts.place(name), msgspec.structs.replace(PERSON, name=name))
    store.drafts.set_aside("dana")

    assert store.drafts.names() == [None, "maya"]
    assert store.drafts.place(None) == store.drafts.place()
    document = store.drafts.read("maya")
    assert document is not None
    assert document.at(("name",)) == "maya"
    store.drafts.forget(store.drafts.place("maya"))
    assert store.drafts.names() == [None]
    assert store.drafts.read("maya") is None


def test_a_draft_that_is_that_of_another_interview(store: Store) -> None:
    """Only the interview that wrote it last writes over it, and removes it."""
    draft = store.drafts.place("maya")

    assert store.drafts.write(draft, b"one", instead_of=None)
    assert not store.drafts.write(draft, b"two", instead_of=None)
    assert not store.drafts.write(draft, b"two", instead_of=b"other")
    assert store.drafts.write(draft, b"two", instead_of=b"one")
    store.drafts.forget(draft, saying=b"one")
    assert draft.read_bytes() == b"two"
    assert mode(draft) == 0o600
    store.drafts.forget(draft, saying=b"two")
    assert not draft.exists()
    assert store.drafts.write(draft, b"three", instead_of=b"two")
