"""Letters stand for people for good."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from careercli.domain.model import Profile
from careercli.errors import ExitCode, InvalidDataError, StorageError
from careercli.store import Store, letter_key
from careercli.store.letters import Letters

PROFILE = Profile(support_years=3)


@pytest.fixture
def letters(tmp_path: Path) -> Letters:
    """Return letters that are kept in an empty folder."""
    return Letters(tmp_path / "data" / "letters.json")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return an empty store."""
    return Store(tmp_path / "data", tmp_path / "state")


def test_letters_are_given_in_order_and_kept(letters: Letters, tmp_path: Path) -> None:
    """Each key has the letter that it got first, whoever asks later and in whatever order."""
    assert letters.of(["ben", "ana", "ben"]) == ("A", "B", "A")
    assert letters.of(["cleo", "ana"]) == ("C", "B")
    assert Letters(tmp_path / "data" / "letters.json").of(["ana", "ben", "cleo"]) == ("B", "A", "C")
    assert stat.S_IMODE((tmp_path / "data" / "letters.json").stat().st_mode) == 0o600


def test_known_letters_are_read_where_nothing_can_be_written(letters: Letters, tmp_path: Path) -> None:
    """Only a new letter needs to be saved; where that fails, it is said and nothing is given."""
    letters.of(["ana"])
    (tmp_path / "data" / "letters.json").rename(tmp_path / "kept.json")
    (tmp_path / "data").rmdir()
    (tmp_path / "data").write_text("in the way of the folder")
    readable = Letters(tmp_path / "kept.json")
    blocked = Letters(tmp_path / "data" / "sub" / "letters.json")

    assert readable.of(["ana"]) == ("A",)
    with pytest.raises(StorageError) as raised:
        blocked.of(["ben"])
    assert raised.value.exit_code is ExitCode.STORAGE


def test_a_broken_file_is_not_overwritten(letters: Letters, tmp_path: Path) -> None:
    """Whose letter is whose cannot be made up again, so it is said."""
    letters.of(["ana"])
    path = tmp_path / "data" / "letters.json"
    path.write_text('{"schema": "careercli/letters@1", "given": "x"}')

    with pytest.raises(InvalidDataError, match="which letter is whose") as raised:
        letters.of(["ben"])
    assert "letters are given anew" in raised.value.hint
    assert '"x"' in path.read_text()


@pytest.mark.parametrize("number", [0, -3])
def test_a_number_that_is_no_letter_is_said(letters: Letters, tmp_path: Path, number: int) -> None:
    """Nobody is called "Client" by mistake, as if they had no letter."""
    letters.of(["ana"])
    path = tmp_path / "data" / "letters.json"
    path.write_text(path.read_text().replace('"ana":1', f'"ana":{number}'))

    with pytest.raises(InvalidDataError, match="which letter is whose"):
        letters.of(["ana"])


def test_a_letter_is_given_once_whatever_the_count_says(letters: Letters, tmp_path: Path) -> None:
    """Where the file was put together by hand, the next number comes after the highest."""
    letters.of(["ana", "ben"])
    path = tmp_path / "data" / "letters.json"
    path.write_text(path.read_text().replace('"given":2', '"given":0'))

    assert letters.of(["cleo"]) == ("C",)


def test_two_at_once_share_no_letter(letters: Letters) -> None:
    """Whoever asks at the same time waits."""
    with ThreadPoolExecutor(8) as pool:
        given = list(pool.map(lambda key: letters.of([key])[0], [f"p{number}" for number in range(40)]))

    assert len(set(given)) == 40


def test_rename_carries_and_delete_forgets(store: Store) -> None:
    """A person keeps their letter under a new name; one that is deleted leaves it to nobody."""
    for name in ("ana", "ben"):
        store.create(name, PROFILE)
    assert store.letters.of([letter_key("ana"), letter_key("ben")]) == ("A", "B")

    store.rename("ana", "anna")
    assert store.letters.of([letter_key("anna")]) == ("A",)
    store.delete("anna")
    store.create("anna", PROFILE)
    assert store.letters.of([letter_key("anna"), letter_key("ana"), letter_key("ben")]) == ("C", "D", "B")


def test_a_letter_that_is_forgotten_is_given_to_nobody(letters: Letters) -> None:
    """Not even where it was the last one, and others were forgotten before it."""
    letters.of(["ana", "ben"])
    letters.forget("ana")
    assert letters.of(["cleo"]) == ("C",)
    letters.forget("cleo")

    assert letters.of(["dee"]) == ("D",)


def test_a_file_removed_by_hand_leaves_no_letter_to_its_successor(store: Store) -> None:
    """A new profile of an old name is another person."""
    store.create("ana", PROFILE)
    store.letters.of([letter_key("ana")])
    store.path("ana").unlink()

    store.create("ana", PROFILE)
    assert store.letters.of([letter_key("ana")]) == ("B",)
