from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from careercli.cli.context import Session
from careercli.domain.model import Catalog, Profile
from careercli.formats.profiles import profile_of
from careercli.store import Store
from tests.terminal.terminal import Keys, Terminal, answer_facts, finish

pytestmark = [pytest.mark.terminal, pytest.mark.usefixtures("home")]

EDITOR = """\
import sys
path = sys.argv[-1]
text = open(path).read()
with open("/dev/tty", "r+b", buffering=0) as tty:
    tty.write(b"EDITING " + text.replace("\\n", " ").encode() + b"\\r\\nWHAT YEARS? ")
    years = tty.readline().decode().strip()
open(path, "w").write(text.replace(text.partition("years: ")[2].partition("}")[0], years))
"""
"""An editor on the terminal: shows the file, and asks what years to put into it."""


def store() -> Store:
    """Return what careercli keeps for the person of a test."""
    return Session().store


def kept_draft(catalog: Catalog) -> Profile:
    """Return what is kept of an interview about nobody who is saved."""
    draft = store().drafts.read()
    assert draft is not None
    return profile_of(draft, catalog)


@pytest.fixture
def editor(home: Path, tmp_path: Path) -> dict[str, str]:
    """Save a profile, and return the environment with an editor for it."""
    store().create("maya", Profile(support_years=1.0))
    store().path("maya").write_text("schema: careercli/profile@1\nexperience: {support_years: 3}  # mine\n")
    (tmp_path / "editor.py").write_text(EDITOR)
    return {"EDITOR": f"{sys.executable} {tmp_path / 'editor.py'}"}


def test_an_edit_with_an_error_and_back(editor: dict[str, str]) -> None:
    """The error shows with its line and key, Enter opens the editor on what was written, and it is saved."""
    with Terminal("profile", "edit", "maya", env=editor) as terminal:
        terminal.answer("WHAT YEARS?", "many")
        terminal.wait_for("It cannot be saved like this. What now?")
        assert "maya.yaml:2:14:" in terminal.words.replace(" ", "")
        assert "experience.support_years: must be a number of years" in terminal.words
        terminal.wait_for("Throw away what you wrote")
        terminal.press(Keys.ENTER)
        terminal.wait_for("EDITING schema: careercli/profile@1 experience: {support_years: many} # mine")
        terminal.answer("WHAT YEARS?", "4")

        assert terminal.wait_for_end() == 0
        assert "Saved as maya" in terminal.words

    assert store().text("maya").endswith("{support_years: 4}  # mine\n")


def test_ctrl_c_after_an_error_keeps_what_was_written(editor: dict[str, str]) -> None:
    """Broken off there, the edit is kept and offered again; the profile is as it was."""
    with Terminal("profile", "edit", "maya", env=editor) as terminal:
        terminal.answer("WHAT YEARS?", "many")
        terminal.wait_for("Throw away what you wrote")
        terminal.press(Keys.CTRL_C)
        assert terminal.wait_for_end() == 130
        assert "what you wrote is kept" in terminal.words

    with Terminal("profile", "edit", "maya", env=editor) as terminal:
        terminal.answer("You broke off an edit of this profile. Go on with it?")
        terminal.wait_for("{support_years: many}")
        terminal.answer("WHAT YEARS?", "5")
        assert terminal.wait_for_end() == 0

    assert "{support_years: 5}" in store().text("maya")


@pytest.mark.parametrize(("keys", "left"), [((), ["maya"]), (("y",), [])], ids=["Enter", "yes"])
@pytest.mark.usefixtures("editor")
def test_deleting_asks(keys: tuple[str, ...], left: list[str]) -> None:
    """Enter keeps the profile; yes deletes it."""
    with Terminal("profile", "delete", "maya") as terminal:
        terminal.answer("Delete the profile maya?", *keys)

        assert terminal.wait_for_end() == 0

    assert store().names() == left


def test_a_session_on_a_name_broken_off_and_gone_on_with(catalog: Catalog) -> None:
    """A new name is begun, broken off, offered again under that name, saved to it by Enter."""
    with Terminal("profile", "new", "noor") as terminal:
        answer_facts(terminal)
        terminal.answer("How much time do you have?")
        terminal.answer("question 1)", "3")
        terminal.wait_for("question 2,")
        terminal.press(Keys.CTRL_C)
        assert terminal.wait_for_end() == 130
        assert "Go on with: careercli advise --profile noor" in terminal.words

    with Terminal("advise", "--profile", "noor") as terminal:
        terminal.answer("You broke off last time. Go on with those answers?")
        terminal.answer("How much time do you have?")
        finish(terminal, "question 1,")
        terminal.answer("What next?", "s")
        terminal.answer("Save it as?")
        terminal.wait_for("Saved as noor. Next time: careercli")
        terminal.answer("What next?", "q")
        assert terminal.wait_for_end() == 0

    assert len(profile_of(store().read("noor"), catalog).skills) == 1
    assert store().drafts.names() == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_terminal_that_is_closed(number: signal.Signals, catalog: Catalog) -> None:
    """Ended from outside in the middle of a question, the session keeps the answers as Ctrl-C does."""
    with Terminal() as terminal:
        answer_facts(terminal)
        terminal.answer("How much time do you have?")
        terminal.answer("question 1)", "3")
        terminal.wait_for("question 2,")
        terminal.wait_for("b back")
        os.kill(terminal.child.pid, number)
        assert terminal.wait_for_end() == 130

    assert len(kept_draft(catalog).skills) == 1


def test_a_session_that_is_killed(catalog: Catalog) -> None:
    """Killed outright, as where the power goes, it loses at most the question on the screen."""
    with Terminal() as terminal:
        answer_facts(terminal)
        terminal.answer("How much time do you have?")
        terminal.answer("question 1)", "3")
        terminal.wait_for("question 2,")
        terminal.wait_for("b back")
        os.kill(terminal.child.pid, signal.SIGKILL)
        terminal.wait_for_end()

    assert len(kept_draft(catalog).skills) == 1


def test_a_closed_window(catalog: Catalog) -> None:
    """With the terminal itself gone nothing can be shown any more, and the answers are kept all the same."""
    with Terminal() as terminal:
        answer_facts(terminal)
        terminal.wait_for("How much time do you have?")
        terminal.child.close(force=False)

    assert kept_draft(catalog).name == "Dana"
