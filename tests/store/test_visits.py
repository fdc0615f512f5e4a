from __future__ import annotations

import stat
from datetime import date
from pathlib import Path

import pytest

from careercli.domain.visits import Visit
from careercli.errors import ExitCode, NotFoundError, StorageError
from careercli.store import Store
from tests.store.kept import PERSON, refused

FIRST, LATER, TODAY = (date(2026, 11, day) for day in (9, 20, 30))


@pytest.fixture
def maya(store: Store) -> Path:
    """Save a profile, and return where its visits are kept."""
    store.create("maya", PERSON)
    return store.drafts.folder / "visits" / "maya.json"


def test_the_visit_before_today_stays_known(store: Store, maya: Path) -> None:
    """A second look on one day forgets only the first look of that day; the file is its owner's alone."""
    assert store.visits("maya") == ()
    for visit in (Visit(FIRST, 1), Visit(LATER, 2), Visit(TODAY, 4), Visit(TODAY, 5)):
        store.keep_visit("maya", visit)

    assert store.visits("maya") == (Visit(LATER, 2), Visit(TODAY, 5))
    assert stat.S_IMODE(maya.stat().st_mode) == 0o600


def test_days_that_have_not_come_go(store: Store, maya: Path) -> None:
    """After a look into the future, today is the last visit all the same."""
    for visit in (Visit(FIRST, 1), Visit(TODAY, 4), Visit(LATER, 5)):
        store.keep_visit("maya", visit)

    assert store.visits("maya") == (Visit(FIRST, 1), Visit(LATER, 5))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[",
        b"\xff",
        b"[" * 5000,
        b'{"schema": "careercli/visits@2"}',
        b'{"schema": "careercli/visits@1", "visits": [{"day": "soon", "line": 1}]}',
        b"x" * 70_000,
    ],
    ids=["nothing", "half", "no text", "deep", "another schema", "no day", "too large"],
)
def test_what_cannot_be_used_is_no_visit(store: Store, maya: Path, data: bytes) -> None:
    """A file that is broken is as none, and the next visit replaces it."""
    maya.parent.mkdir(parents=True)
    maya.write_bytes(data)
    assert store.visits("maya") == ()

    store.keep_visit("maya", Visit(TODAY, 1))

    assert store.visits("maya") == (Visit(TODAY, 1),)


def test_a_visit_that_cannot_be_kept(store: Store, maya: Path) -> None:
    """Where the folder cannot be written that is said; of a profile that is gone nothing is kept."""
    maya.parent.parent.mkdir(parents=True, exist_ok=True)
    maya.parent.write_text("no folder")
    with refused(StorageError, ExitCode.STORAGE, "could not be saved"):
        store.keep_visit("maya", Visit(TODAY, 1))
    assert store.visits("maya") == ()

    with refused(NotFoundError, ExitCode.NOT_FOUND, "no saved profile"):
        store.keep_visit("nobody", Visit(TODAY, 1))


@pytest.mark.usefixtures("maya")
def test_visits_go_with_their_profile(store: Store) -> None:
    """They get its new name, and go when it is deleted; one that is begun anew has none of an earlier one."""
    store.keep_visit("maya", Visit(FIRST, 1))
    store.rename("maya", "mia")
    assert store.visits("mia") == (Visit(FIRST, 1),)
    assert store.visits("maya") == ()

    store.path("mia").unlink()
    store.create("mia", PERSON)
    assert store.visits("mia") == ()

    store.keep_visit("mia", Visit(LATER, 1))
    assert "visits" in {path.parent.name for path in store.delete("mia")}
    assert store.visits("mia") == ()
