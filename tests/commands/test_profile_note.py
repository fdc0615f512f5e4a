"""A coach notes something about a client."""

from __future__ import annotations

from pathlib import Path

import pytest

from careercli.errors import ExitCode
from tests.files import PROFILE
from tests.interview.keeping import keep
from tests.running import DAY, run


@pytest.fixture(autouse=True)
def _saved(home: Path) -> None:
    keep("maya", PROFILE)


def note(*words: str) -> str:
    """Note something, and return the list as it is printed after it."""
    result = run("profile", "note", "maya", *words, "--as-of", DAY)
    assert (result.code, result.err) == (0, "")
    return result.out


def test_notes_are_added_listed_and_removed() -> None:
    """In the order of their days, each with a number to remove it by."""
    assert "There is none yet." in note()
    assert "Note 1, 21 Nov 2026: Prefers mornings." in note("Prefers mornings.")
    both = note("  Met first.\nAt the fair  ", "--on", "2026-03-01")
    assert both.index("Note 1, 1 Mar 2026: Met first.") < both.index("At the fair") < both.index("Note 2")
    assert "Met first" not in note("--remove", "1")


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_text_is_shown_as_text(columns: int) -> None:
    """No markup and nothing that a terminal acts on, at any width."""
    note("[bold]x[/bold] \x1b[31mred")
    shown = run("profile", "note", "maya", columns=columns).out

    assert "[bold]x[/bold]" in shown
    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines())) <= min(columns, 100)


def test_the_document() -> None:
    """It has every note with its number."""
    note("Prefers mornings.")
    document = run("profile", "note", "maya", "--json").document

    assert document == {
        "schema": "careercli/notes@1",
        "name": "maya",
        "notes": [{"number": 1, "date": DAY, "text": "Prefers mornings."}],
    }


def test_notes_are_shown_only_when_asked_for() -> None:
    """Neither the profile, nor its history, nor what is computed from it has a word of them."""
    note("Xyzzy is a secret.")
    for command in (["profile", "show"], ["assess"], ["profile", "history"], ["portfolio"]):
        for flags in ([], ["--json"]):
            result = run(*command, "maya", *flags)
            assert result.code == 0
            assert "Xyzzy" not in result.out + result.err
    assert "Xyzzy is a secret." in run("profile", "show", "maya", "--notes").out
    assert run("profile", "show", "maya", "--json").document["notes"] is None
    shown = run("profile", "show", "maya", "--notes", "--json").document
    assert shown["notes"] == [{"number": 1, "date": DAY, "text": "Xyzzy is a secret."}]


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["maya", " "], ExitCode.USAGE, "The note is empty."),
        (["maya", "x" * 4001], ExitCode.USAGE, "A note has up to 4000 characters, this one 4,001."),
        (["maya", "x", "--on", "soon"], ExitCode.USAGE, "--on takes a date such as 2026-11-21, not 'soon'."),
        (["maya", "x", "--on", "1900-01-01"], ExitCode.USAGE, "--on 1900-01-01 is not between"),
        (["maya", "--on", DAY], ExitCode.USAGE, "--on says which day a note is about."),
        (
            ["maya", "x", "--remove", "1"],
            ExitCode.USAGE,
            "--remove takes a note away; TEXT and --on add one.",
        ),
        (["maya", "--remove", "1"], ExitCode.NOT_FOUND, "There is no note 1."),
        (["maja", "x"], ExitCode.NOT_FOUND, "Did you mean 'maya'?"),
    ],
)
def test_what_cannot_be_noted(words: list[str], code: ExitCode, message: str) -> None:
    """It says what is wrong, and nothing is changed."""
    result = run("profile", "note", *words)

    assert (result.code, result.out) == (code, "")
    assert message in result.err
    assert "There is none yet." in note()


def test_broken_notes_stop_only_what_needs_them(home: Path) -> None:
    """The profile is shown without them; with them the problem is told with its place."""
    note("Prefers mornings.")
    path = home / "data" / "careercli" / "notes" / "maya.yaml"
    path.write_text("schema: careercli/client-notes@1\nnotes: [{date: never, note: x}]\n")

    assert run("profile", "show", "maya").code == 0
    result = run("profile", "show", "maya", "--notes")
    assert (result.code, result.out) == (ExitCode.INVALID, "")
    assert "maya.yaml:2:10: notes[0].date: must be a date such as 2026-11-21, not 'never'" in result.err
