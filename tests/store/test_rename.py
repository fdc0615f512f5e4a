from __future__ import annotations

from pathlib import Path

import pytest

from careercli.domain.history import Renamed
from careercli.errors import ExitCode, NotFoundError
from careercli.store import Store, base_of, letter_key, write_whole
from tests.store.kept import CREATED, DAY, PERSON, refused

RENAMED = Renamed(day=DAY, old="maya", new="mia")


def begin(store: Store, at: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Save a profile with all that can belong to it, and break its renaming off at a step."""
    store.create("maya", PERSON, [CREATED])
    store.set_default("maya")
    store.letters.of([letter_key("maya")])
    for place in (store.profiles / "maya.yaml.bak", store.all_notes / "maya.yaml"):
        write_whole(place, b"of maya")
    for place in (store.drafts.place("maya"), store.drafts.edited("maya")):
        write_whole(place, b"of maya")
        write_whole(base_of(place), b"of maya")

    def end(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(at, end)
        with pytest.raises(KeyboardInterrupt):
            store.rename("maya", "mia", [RENAMED])


def names(store: Store) -> list[str]:
    """Return the names of all files that are kept."""
    folders = (store.profiles, store.histories, store.all_notes, store.drafts.folder)
    return sorted(path.name for folder in folders for path in folder.iterdir())


BEFORE, AFTER = "pathlib.Path.rename", "careercli.store.drafts.Drafts.rename"
"""Steps just before the profile moves, and after it has."""


@pytest.mark.parametrize("at", [BEFORE, AFTER])
def test_it_can_be_done_again(store: Store, at: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken off on either side of the move, it is finished by doing it again."""
    begin(store, at, monkeypatch)

    store.rename("maya", "mia", [RENAMED])

    assert not [name for name in names(store) if "maya" in name or "aside" in name]
    assert [entry.record for entry in store.history("mia").entries] == [CREATED, RENAMED]
    assert store.default() == "mia"
    assert base_of(store.drafts.place("mia")).read_bytes() == b"of maya"


def test_deleting_after_it_was_broken_off(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """No copy of a history stays under the new name of a profile that is deleted under its old one."""
    begin(store, BEFORE, monkeypatch)

    store.delete("maya")

    assert names(store) == []


def test_deleting_under_the_new_name(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """What had not moved yet goes too, and so does the choice of default."""
    begin(store, AFTER, monkeypatch)

    store.delete("mia")

    assert names(store) == []
    assert store.default() == "default"


def test_another_new_name(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who thinks of another name leaves nothing under the one that was first."""
    begin(store, BEFORE, monkeypatch)

    store.rename("maya", "mona", [])

    assert not [name for name in names(store) if "maya" in name or "mia" in name]
    assert store.default() == "mona"


@pytest.mark.parametrize(("at", "kept"), [(BEFORE, 1), (AFTER, 2)])
def test_another_profile_of_either_name(
    store: Store, at: str, kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A profile that is begun under the name left or the name meant gets nothing of the other one."""
    begin(store, at, monkeypatch)
    free, taken = ("mia", "maya") if at == BEFORE else ("maya", "mia")

    assert store.create(free, PERSON, []) is None

    assert [name for name in names(store) if free in name] == [f"{free}.yaml"]
    assert len(store.history(taken).entries) == kept


@pytest.mark.parametrize("note", ["mi", "", "../mia\n"])
def test_half_a_note_means_nothing(store: Store, note: str) -> None:
    """A note that was not written to its end, or leads elsewhere, moves and removes nothing."""
    store.create("maya", PERSON, [CREATED])
    write_whole(store.histories / "mi.jsonl", b"of another")
    (store.profiles / "maya.yaml.renaming").write_text(note)

    assert not store.finish_rename("maya", "mi")
    store.rename("maya", "mia", [])

    assert (store.histories / "mi.jsonl").read_bytes() == b"of another"
    assert store.names() == ["mia"]


def test_what_is_done_is_done(store: Store) -> None:
    """A renaming that came to its end is not done once more: the old name is nobody's."""
    store.create("maya", PERSON, [CREATED])
    store.rename("maya", "mia", [RENAMED])

    with refused(NotFoundError, ExitCode.NOT_FOUND, "no saved profile"):
        store.rename("maya", "mia", [RENAMED])
    assert Path(store.profiles / "mia.yaml").exists()
