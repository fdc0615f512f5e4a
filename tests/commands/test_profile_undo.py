from __future__ import annotations

from pathlib import Path

import pytest

from careercli.errors import ExitCode
from tests.files import write_profile
from tests.running import DAY, run, run_process

DONE = ("plan", "done", "coaching=1", "maya", "--proof", "A talk", "--as-of", DAY)


@pytest.fixture
def maya(home: Path) -> Path:
    """Return the file of a saved profile that nothing has changed yet."""
    run("profile", "new", "maya", "--support-years", "3", "--as-of", DAY)
    return home / "data" / "careercli" / "profiles" / "maya.yaml"


def records(*kinds: str) -> list[str]:
    """Return the kinds of what is remembered, of those asked for."""
    found = [record["kind"] for record in run("profile", "history", "maya", "--json").document["records"]]
    return [kind for kind in found if kind in kinds]


def steps() -> list[bool]:
    """Return of each recorded step whether it was taken back."""
    found = run("profile", "history", "maya", "--json").document["records"]
    return [record["undone"] for record in found if record["kind"] == "step"]


def test_a_step_and_back_and_forth(maya: Path) -> None:
    """A finished step goes with its evidence and record, and comes back with them; nothing is rewritten."""
    before = maya.read_bytes()
    run(*DONE)
    after, history = maya.read_bytes(), records("step", "undo", "assessment")

    undone = run("profile", "undo", "maya", "--as-of", DAY)

    assert undone.code == 0, undone.err
    assert maya.read_bytes() == before
    assert "Coaching ? → " not in undone.out
    assert "is not done any more" in undone.out
    assert steps() == [True]
    assert records("step", "undo", "assessment")[: len(history)] == history
    again = run("profile", "undo", "maya", "--redo", "--as-of", DAY, "--json").document
    assert maya.read_bytes() == after
    assert (again["redone"], [step["skill"] for step in again["steps"]]) == (True, ["coaching"])
    assert steps() == [True, False]
    assert run("progress", "maya", "--as-of", DAY).code == 0


def test_what_differs_is_shown(maya: Path) -> None:
    """Facts are told before and after; assessments remember them."""
    run("assess", "maya", "--as-of", DAY)
    write_profile(maya.with_name("maya.yaml.bak"), years=5, more="goal: manager\n")

    undone = run("profile", "undo", "maya", "--as-of", DAY)

    assert "Support years 3 → 5." in undone.out
    assert "Goal not decided yet → Customer Support Manager." in undone.out
    assert records("assessment") == ["assessment"] * 2


def test_undoing_twice_is_refused(maya: Path) -> None:
    """Only the last change is kept: a second undo says how to take it up again, and so does a second redo."""
    run(*DONE)
    run("profile", "undo", "maya")

    twice = run("profile", "undo", "maya")
    assert twice.code == ExitCode.NOT_FOUND
    assert "--redo" in twice.err
    assert run("profile", "undo", "maya", "--redo").code == 0
    assert run("profile", "undo", "maya", "--redo").code == ExitCode.NOT_FOUND


def test_another_change_makes_a_redo_void(maya: Path) -> None:
    """What was taken back is not laid over what somebody has done since."""
    run(*DONE)
    run("profile", "undo", "maya")
    run("plan", "done", "ticketing=1", "maya", "--proof", "Notes")

    assert run("profile", "undo", "maya", "--redo").code == ExitCode.NOT_FOUND
    assert not maya.with_name("maya.yaml.undone").exists()


def test_nothing_to_undo(maya: Path) -> None:
    """A profile that nothing has changed is said to be so."""
    result = run("profile", "undo", "maya")

    assert (result.code, result.out) == (ExitCode.NOT_FOUND, "")
    assert "no change of maya" in result.err


def test_a_file_that_was_broken_by_hand(maya: Path) -> None:
    """It is brought back to what it said before the last change, and what was broken is kept."""
    run(*DONE)
    maya.write_text("skils: [\n")

    result = run("profile", "undo", "maya", "--json")

    assert (result.code, result.document["moves"]) == (0, None)
    assert run("profile", "show", "maya").code == 0
    assert maya.with_name("maya.yaml.undone").read_text() == "skils: [\n"


def test_what_would_come_back_is_broken(maya: Path) -> None:
    """Nothing is changed then."""
    before = maya.read_bytes()
    maya.with_name("maya.yaml.bak").write_text("skils: {}\n")

    assert run("profile", "undo", "maya").code == ExitCode.INVALID
    assert maya.read_bytes() == before


def test_copies_belong_to_one_profile(maya: Path) -> None:
    """They go with a rename and a delete; of a profile removed by hand, nothing comes back in the next."""
    run(*DONE)
    run("profile", "undo", "maya")
    run("profile", "rename", "maya", "mia")
    assert run("profile", "undo", "mia", "--redo").code == 0
    run("profile", "delete", "mia", "--yes")
    assert list(maya.parent.iterdir()) == []

    run("profile", "new", "maya", "--support-years", "9")
    run(*DONE)
    maya.unlink()
    run("profile", "new", "maya", "--support-years", "3")
    assert run("profile", "undo", "maya").code == ExitCode.NOT_FOUND
    run("profile", "delete", "maya", "--yes")
    assert list(maya.parent.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("profile", "undo", "maya"), "The change is taken back all the same"),
        (("backup", "all.zip", "--json"), "The backup is written all the same"),
        (("restore", "kept.zip", "--yes"), "It is restored all the same"),
    ],
)
def test_what_cannot_be_printed_is_done(maya: Path, words: tuple[str, ...], said: str) -> None:
    """Exit 5 comes after it is done, and says so."""
    run("backup", "kept.zip")
    run(*DONE)

    result = run_process(*words, how='"$@" >&-')

    assert (result.code, said in result.err) == (ExitCode.STORAGE, True)
