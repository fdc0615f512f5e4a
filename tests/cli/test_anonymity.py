"""Letters in place of names, in whatever a command hands over."""

from __future__ import annotations

from pathlib import Path

import pytest

from careercli.cli.anonymity import alias_of, clients
from careercli.cli.context import Session
from careercli.domain.anonymity import Alias
from careercli.errors import ExitCode, StorageError
from tests.files import PROFILE
from tests.interview.keeping import keep
from tests.running import run


def called(name: str | None) -> str:
    """Return what a person is called who was read from there."""
    return alias_of(Session(), name, "Dana Reyes").called


def test_a_letter_for_good(home: Path) -> None:
    """A saved profile and a file have one each, the same in every run."""
    keep("dana", PROFILE)
    Path("ben.yaml").write_text(PROFILE)

    assert [called("dana"), called("ben.yaml"), called("dana")] == ["Client A", "Client B", "Client A"]


def test_letters_given_at_once_do_not_follow_the_alphabet(home: Path) -> None:
    """Whoever knows who is in a group could tell who Client A is; each still keeps their own."""
    keys = [f"profile:p{number:02}" for number in range(50)]
    given = clients(Session(), keys)

    assert given != sorted(given, key=lambda called: (len(called), called))
    assert len(set(given)) == 50
    assert clients(Session(), keys[::-1]) == given[::-1]


def test_what_else_tells_who_it_is(home: Path) -> None:
    """A saved name does; that of a file where there is no other; "default" is nobody's."""
    for name in ("dana", "default"):
        keep(name, PROFILE)
    Path("ben.yaml").write_text(PROFILE)

    assert alias_of(Session(), "dana", "D. Reyes") == Alias("Client A", "D. Reyes", "dana")
    assert alias_of(Session(), "ben.yaml", None) == Alias("Client B", None, "ben")
    assert alias_of(Session(), "ben.yaml", "Benjamin").saved is None
    assert alias_of(Session(), "default", None).saved is None


def test_one_file_under_several_names(home: Path) -> None:
    """However it is reached; the file of a saved profile is that profile."""
    keep("dana", PROFILE)
    Path("ben.yaml").write_text(PROFILE)
    Path("link.yaml").symlink_to("ben.yaml")
    saved = Session().store.path("dana")

    assert called("ben.yaml") == called("./ben.yaml") == called(str(Path("ben.yaml").absolute()))
    assert called("link.yaml") == "Client A"
    assert called(str(saved)) == called("dana") == "Client B"


def test_nobody_that_could_be_known_again(home: Path) -> None:
    """Standard input and plain facts get no letter, and none is used up."""
    assert called("-") == called(None) == "Client"
    assert not (home / "data" / "careercli" / "letters.json").exists()


def test_a_report_has_no_saved_name_either(home: Path) -> None:
    """A profile without a name is known by what it is saved under."""
    keep("cleo", PROFILE + "title: Cleo's Lead\n")
    assert run("profile", "note", "cleo", "CLEO likes mornings").code == 0
    result = run("report", "cleo", "--anonymous", "--notes")

    assert "Client A likes mornings" in result.out
    assert "cleo" not in (result.out + result.err).casefold()


def test_a_letter_that_cannot_be_kept(home: Path) -> None:
    """It is refused: the next one to ask would get the same."""
    (home / "data").write_text("in the way")

    with pytest.raises(StorageError, match="could not be saved") as raised:
        called("ben.yaml")
    assert raised.value.exit_code is ExitCode.STORAGE
