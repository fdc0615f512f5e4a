"""``careercli`` alone, of somebody who comes back: whose home screen it is, what it shows, what it keeps."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from careercli.cli import program
from careercli.cli.context import Session
from careercli.domain.model import Catalog, Profile
from careercli.domain.visits import Visit
from careercli.errors import ExitCode, StorageError
from careercli.formats.profiles import to_yaml
from careercli.store import Store, write_whole
from tests.interview.guided import FACTS, FINISH, QUICK, Keyboard, kept, store, words
from tests.interview.keeping import history_of, keep
from tests.running import DAY, Result, Stream, run

pytestmark = pytest.mark.usefixtures("home")

TODAY = date.fromisoformat(DAY)
PROOF = "Sheet of three months"


def careercli(*typed: str, arguments: Sequence[str] = ("--as-of", DAY)) -> Result:
    """Run careercli without a command, in lines on a terminal where this is typed, and then Ctrl-C."""
    keyboard = Keyboard(typed, KeyboardInterrupt)
    out, err = Stream(terminal=True), Stream(terminal=True)
    keyboard.screen = err
    session = Session(keyboard, out, err, {**os.environ, "CAREERCLI_ACCESSIBLE": "1"})
    code = program.run(arguments, session)
    assert not keyboard.lines, "not everything that was typed was read"
    return Result(code, out.memory.getvalue(), err.memory.getvalue())


@pytest.fixture
def dana(home: Path) -> None:
    """Save a built-in person."""
    keep("dana")


@pytest.mark.usefixtures("dana")
@pytest.mark.parametrize(
    ("day", "gone"),
    [("2026-11-20", "yesterday"), ("2026-10-31", "three weeks ago"), ("2025-11-21", "a year ago")],
)
def test_who_comes_back_is_asked_nothing_that_is_known(day: str, gone: str) -> None:
    """After a day, three weeks and a year: the home screen at once, with what happened since; the menu."""
    assert careercli("q", arguments=["--as-of", day]).code == ExitCode.DONE
    result = careercli("q")

    assert result.code == ExitCode.DONE
    assert result.out.startswith(f"Dana Reyes (last here {gone})\n")
    assert "Nothing changed in your answers." in result.out
    assert "This week: Follow one budget line" in result.out
    assert ("Your years are those of" in result.out) == (gone == "a year ago")
    asked = result.err.strip().splitlines()
    assert asked[:2] == ["What next?", "d: Mark this week's step as done"]
    assert "?" not in "".join(asked[1:])
    assert "Enter takes d:" in words(result.err)


@pytest.mark.usefixtures("dana")
@pytest.mark.parametrize("typed", [("", "<", "b"), ("w", "b"), ("t", "h", "<", "b")])
def test_looking_into_an_entry_leaves_the_menu_as_it_was(typed: tuple[str, ...]) -> None:
    """Whoever goes back has done nothing: Enter still marks the step, and does not leave."""
    result = careercli(*typed, "q")

    assert "Enter takes d:" in words(result.err.rpartition("What next?")[2])


@pytest.mark.usefixtures("dana")
def test_this_weeks_step_is_one_key_away(catalog: Catalog) -> None:
    """Enter marks it: its proof is asked, it is recorded, and the next visit tells of it."""
    careercli("q", arguments=["--as-of", "2026-11-01"])
    result = careercli("", PROOF, "q")

    assert result.code == ExitCode.DONE
    assert kept("dana", catalog).evidence["budgeting"].endswith(f"{DAY}: {PROOF}")
    later = careercli("q", arguments=["--as-of", "2026-11-24"])
    assert "Since 21 Nov 2026\n- 1 step done: Follow one budget line" in later.out
    following = next(step for step in catalog.skills_by_id["executive-communication"].growth if step.to == 2)
    assert f"This week: {following.title}" in words(later.out)


@pytest.mark.usefixtures("dana")
def test_a_second_look_on_one_day_has_the_same_news() -> None:
    """What changed is told since the visit before today, as often as somebody looks."""
    careercli("q", arguments=["--as-of", "2026-11-01"])
    careercli("r", "2", FINISH, "s", "", "q")

    again = careercli("q")

    assert "last here three weeks ago" in again.out.splitlines()[0] or "20 days ago" in again.out
    assert "1 skill rated for the first time." in again.out
    assert [visit.day.isoformat() for visit in store().visits("dana")] == ["2026-11-01", DAY]


@pytest.mark.usefixtures("dana")
def test_the_visit_is_remembered_as_an_assessment_is() -> None:
    """The first home screen begins the history; a look back with --as-of is no visit."""
    assert careercli("q").code == ExitCode.DONE
    assert len(history_of("dana").entries) == 1
    assert store().visits("dana") == (Visit(TODAY, 1),)

    careercli("q", arguments=["--as-of", "2026-10-01"])

    assert store().visits("dana") == (Visit(TODAY, 1),)


@pytest.mark.usefixtures("dana")
def test_a_visit_that_cannot_be_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """That is said, and costs nobody the screen."""

    def full(*_: object) -> None:
        raise StorageError("The disk is full.")

    monkeypatch.setattr(Store, "keep_visit", full)
    result = careercli("q")

    assert result.code == ExitCode.DONE
    assert "Note: this visit is not remembered. The disk is full." in words(result.err)


def test_the_only_profile_is_in_use_and_a_chosen_one_among_several() -> None:
    """Whose home screen it is needs no question where that is clear."""
    keep("maya", persona="maya")
    assert careercli("q").out.startswith("Maya Thompson")
    keep("dana")
    store().set_default("dana")
    assert careercli("q").out.startswith("Dana Reyes")


def test_choosing_among_several() -> None:
    """Where none is chosen they are listed with where each stands; of a broken one it is said why."""
    for name in ("dana", "maya"):
        keep(name, persona=name)
    keep("odd", "schema: nothing\n")

    chosen = careercli("odd", "maya", "q")
    assert chosen.out.startswith("Maya Thompson")
    listed = words(chosen.err)
    assert chosen.err.count("Who are you?") == 2
    assert "odd.yaml" in listed
    assert "1: dana: Dana Reyes, Junior Manager." in listed
    assert "3: odd: cannot be read." in listed
    assert store().default() == "default"

    anew = careercli("4", *FACTS, QUICK, FINISH, "q", "n")
    assert anew.code == ExitCode.DONE
    assert "You have a saved profile" not in anew.err


def test_what_answers_a_gap_is_a_key_away() -> None:
    """The screen names the question; Enter asks it, the next time the next one, and < leads back."""
    keep("dana")
    result = careercli("a", "", "a", "<", "q")

    said = words(result.out)
    named = re.search(r'Press a and Enter for what the guides say: "([^"]+)"', said)
    assert result.code == ExitCode.DONE
    assert named
    offered = re.findall(r"Enter takes ([^:]+\?), < goes back:", words(result.err))
    assert offered[0] == named[1]
    assert len(set(offered)) == 2
    assert f"{named[1]} (Customer Support Manager" in said


def test_settings_that_are_broken_stand_in_nobodys_way() -> None:
    """That is said, and the profile is chosen for this time."""
    keep("dana")
    write_whole(store().settings, b"[")
    result = careercli("1", "q")

    assert result.code == ExitCode.DONE
    assert result.out.startswith("Dana Reyes")
    assert "careercli profile default NAME" in words(result.err)


def test_a_profile_that_is_broken() -> None:
    """Its problems are told as by every command."""
    keep("dana", "schema: nothing\n")

    assert careercli().code == ExitCode.INVALID


@pytest.mark.usefixtures("dana")
def test_an_interview_broken_off_comes_first(catalog: Catalog) -> None:
    """Whoever goes on with answers that settle the tier sees them at home, and is asked to save them."""
    broken_off = careercli("r", "2")
    assert broken_off.code == ExitCode.INTERRUPTED
    result = careercli("y", "", "", "q")

    assert result.code == ExitCode.DONE
    assert "You broke off last time. Go on with those answers?" in words(result.err)
    assert "s: Save the answers from last time" in result.err
    assert len(kept("dana", catalog).skills) == 50
    assert "You broke off" not in careercli("q").err


def test_an_interview_that_is_not_settled_goes_on() -> None:
    """It goes on where it was broken off."""
    store().create("ana", Profile(support_years=3.0, title="Support agent"))
    assert careercli("r", "2").code == ExitCode.INTERRUPTED
    result = careercli("y", QUICK, "2", FINISH, "q", "n")

    assert result.code == ExitCode.DONE
    assert "How much time do you have?" in result.err


@pytest.mark.usefixtures("dana")
@pytest.mark.parametrize("answer", ["y", "l", "f"])
def test_an_interview_of_nobody_saved(answer: str) -> None:
    """It is gone on with, left for later, or forgotten; but for the first, home follows."""
    draft = store().drafts.place()
    write_whole(
        draft, to_yaml(Profile(support_years=3.0, title="Support agent", skills={"ticketing": 2})).encode()
    )
    more = (QUICK, FINISH, "q", "n") if answer == "y" else ("q",)
    result = careercli(answer, *more)

    assert result.code == ExitCode.DONE
    assert "You broke off an interview that is not saved under a name." in words(result.err)
    assert result.out.startswith("Dana Reyes") == (answer != "y")
    assert draft.exists() == (answer == "l")


@pytest.mark.usefixtures("dana")
def test_breaking_off() -> None:
    """Ctrl-C at the menu of the home screen ends with 130; there is nothing to keep."""
    result = careercli()

    assert result.code == ExitCode.INTERRUPTED
    assert "There is nothing new to keep." in words(result.err)


def test_a_newcomer_is_guided() -> None:
    """With nothing saved the guided session begins."""
    result = careercli()

    assert result.code == ExitCode.INTERRUPTED
    assert "Welcome to careercli" in result.err
    assert "your name?" in result.err


@pytest.mark.usefixtures("dana")
def test_without_a_terminal_it_is_help() -> None:
    """A script sees the commands, exit 0, and is no visit; --json is wrong usage."""
    result = run()

    assert result.code == ExitCode.DONE
    assert "assess" in result.out
    assert run("--json").code == ExitCode.USAGE
    assert not (Path(os.environ["XDG_STATE_HOME"]) / "careercli" / "visits").exists()


@pytest.mark.usefixtures("dana")
def test_another_step_than_this_weeks(catalog: Catalog) -> None:
    """Going back from its proof leads to the others, and from there to the menu."""
    result = careercli("d", "<", "2", PROOF, "q")

    assert result.code == ExitCode.DONE
    assert kept("dana", catalog).evidence["executive-communication"] == f"{DAY}: {PROOF}"
    assert careercli("d", "<", "b", "q").code == ExitCode.DONE


@pytest.mark.usefixtures("dana")
def test_a_history_that_cannot_be_read(home: Path) -> None:
    """It is said, and home is as on a first day."""
    history = store().histories / "dana.jsonl"
    history.mkdir(parents=True)
    result = careercli("q")

    assert result.code == ExitCode.DONE
    assert "this assessment is not remembered" in words(result.err)
    assert "This week: Follow one budget line" in result.out
