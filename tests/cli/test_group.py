from __future__ import annotations

from pathlib import Path

import pytest

from careercli.errors import ExitCode
from tests.cli.test_options import completed
from tests.files import write_profile
from tests.interview.keeping import keep
from tests.running import run


@pytest.mark.parametrize(
    "arguments",
    [
        ["plan", "undo", "--help"],
        ["plan", "--json", "undo", "--help"],
        ["plan", "--as-of", "2026-11-21", "undo", "--help"],
        ["--json", "plan", "undo", "--help"],
    ],
)
def test_own_words_are_commands(arguments: list[str]) -> None:
    """Wherever options stand, the first word decides."""
    assert "careercli plan undo [OPTIONS] [STEP] [PROFILE]" in run(*arguments).out


def test_every_other_word_is_a_profile(home: Path) -> None:
    """'plan dana' is about dana, with options on both sides, and a value of an option is no word."""
    keep("dana")

    for arguments in (["dana"], ["--full", "dana"], ["dana", "--full"], ["--title", "done", "dana"]):
        result = run("plan", *arguments, "--json")
        assert (result.code, result.err) == (0, "")
        assert result.document["schema"] == "careercli/plan@2"


def test_a_profile_called_like_a_command(home: Path) -> None:
    """After '--', and as a path, it is a profile."""
    keep("done")
    write_profile(Path("undo.yaml"))

    assert run("plan", "--json", "--", "done").document["schema"] == "careercli/plan@2"
    assert run("plan", "./undo.yaml", "--json").document["schema"] == "careercli/plan@2"
    assert run("plan", "done").code == ExitCode.USAGE


def test_one_profile_is_enough(home: Path) -> None:
    """A second word is too much, as anywhere."""
    keep("dana")
    result = run("plan", "dana", "maya")

    assert result.code == ExitCode.USAGE
    assert "There is no place for" in result.err


def test_wrong_options_of_a_command_lead_to_its_help() -> None:
    """What is wrong with 'plan done' is said of 'plan done'."""
    result = run("plan", "done", "--nope")

    assert result.code == ExitCode.USAGE
    assert "See 'careercli plan done --help'." in result.err


def test_facts_are_no_options_of_a_step() -> None:
    """Facts are laid over a profile to look at it; a step changes the profile itself."""
    result = run("plan", "done", "coaching", "--support-years", "4")

    assert result.code == ExitCode.USAGE
    assert "There is no option '--support-years'" in result.err


def test_the_first_word_is_completed() -> None:
    """A shell offers the commands along with the saved names."""
    assert completed("careercli plan d") == ["done"]
    assert completed("careercli plan u") == ["undo"]
    assert completed("careercli progress l") == ["log"]
