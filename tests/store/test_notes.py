"""A coach's notes are kept beside a profile, and go where it goes."""

from __future__ import annotations

import stat
from datetime import date
from pathlib import Path

import pytest

from careercli.domain.model import Profile
from careercli.domain.notes import Note, with_note, without_note
from careercli.errors import ExitCode, InvalidDataError, NotFoundError
from careercli.store import Store
from careercli.text.refusals import refusals_in_words

PROFILE = Profile(support_years=3)
EARLY = Note(date(2026, 1, 3), "Prefers mornings.\n\nSecond: [bold]x[/bold] 'quoted'")
LATE = Note(date(2026, 5, 1), "No: yes")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a store with two profiles."""
    store = Store(tmp_path / "data", tmp_path / "state")
    store.create("ana", PROFILE)
    store.create("ben", PROFILE)
    return store


def add(store: Store, name: str, *notes: Note) -> None:
    """Note something."""
    for note in notes:
        store.change_notes(name, lambda now, note=note: with_note(now, note))


def test_notes_read_back_in_the_order_of_their_days(store: Store, tmp_path: Path) -> None:
    """Whatever is in them; for their owner only, apart from profile and history."""
    add(store, "ana", LATE, EARLY)

    assert store.notes("ana") == (EARLY, LATE)
    assert store.notes("ben") == ()
    path = tmp_path / "data" / "notes" / "ana.yaml"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "mornings" not in store.text("ana")
    assert store.history("ana").entries == ()


def test_the_last_note_takes_its_file_with_it(store: Store, tmp_path: Path) -> None:
    """One that is not there is not found, and the others are counted."""
    add(store, "ana", EARLY)
    with pytest.raises(NotFoundError, match="There is no note 2") as raised, refusals_in_words():
        store.change_notes("ana", lambda notes: without_note(notes, 2))
    assert raised.value.hint == "There is 1 note."

    assert store.change_notes("ana", lambda notes: without_note(notes, 1)) == ()
    assert not (tmp_path / "data" / "notes" / "ana.yaml").exists()


def test_rename_and_delete_take_them_along(store: Store, tmp_path: Path) -> None:
    """They are never left behind for whoever gets the name next."""
    add(store, "ana", EARLY)
    store.rename("ana", "anna")
    assert store.notes("anna") == (EARLY,)
    assert not (tmp_path / "data" / "notes" / "ana.yaml").exists()

    removed = store.delete("anna")
    assert tmp_path / "data" / "notes" / "anna.yaml" in removed
    store.create("anna", PROFILE)
    assert store.notes("anna") == ()


@pytest.mark.parametrize("how", ["create", "rename"])
def test_notes_on_a_profile_removed_by_hand_are_set_aside(store: Store, tmp_path: Path, how: str) -> None:
    """A new profile of that name is another person; nothing is lost."""
    add(store, "ana", EARLY)
    store.path("ana").unlink()
    if how == "create":
        store.create("ana", PROFILE)
    else:
        store.rename("ben", "ana")

    assert store.notes("ana") == ()
    assert "mornings" in (tmp_path / "data" / "notes" / "ana.yaml.aside-1").read_text()


def test_a_broken_file_is_told_with_its_places(store: Store, tmp_path: Path) -> None:
    """It is never overwritten."""
    add(store, "ana", EARLY)
    path = tmp_path / "data" / "notes" / "ana.yaml"
    path.write_text(
        "schema: careercli/client-notes@1\nnotes:\n- {date: 2026-02-30, note: x}\n- {date: 2026-02-01}\n"
    )

    with pytest.raises(InvalidDataError) as raised:
        add(store, "ana", LATE)
    assert raised.value.exit_code is ExitCode.INVALID
    assert [(problem.line, problem.key) for problem in raised.value.problems] == [(4, "notes[1].note")]
    path.write_text("schema: careercli/client-notes@1\nnotes:\n- {date: 2026-02-30, note: x}\n")
    with pytest.raises(InvalidDataError) as raised:
        store.notes("ana")
    assert raised.value.problems[0].message == "2026-02-30 is no day of the calendar"
    assert raised.value.problems[0].line == 3


def test_nobody_without_a_profile_has_notes(store: Store) -> None:
    """There is nobody to note anything about."""
    with pytest.raises(NotFoundError, match="no saved profile or file 'cleo'"):
        add(store, "cleo", EARLY)
