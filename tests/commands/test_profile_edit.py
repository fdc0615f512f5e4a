"""``profile edit``: the person's editor on a copy, checked, and never anything lost."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from careercli.cli.context import Session
from careercli.domain.model import Profile
from careercli.errors import ExitCode
from careercli.store import Store, base_of, write_whole
from tests.commands.test_profile import asked
from tests.running import Result, run

BEFORE = "schema: careercli/profile@1\nexperience: {support_years: 3}  # since 2023\n"
BROKEN = BEFORE.replace("3}", "many}")
GOOD = BEFORE.replace("3}", "4}")

EDITOR = """\
import pathlib, sys
folder = pathlib.Path(sys.argv[1])
path = pathlib.Path(sys.argv[-1])
turn = len(list(folder.glob("saw-*")))
(folder / f"saw-{turn}").write_bytes(path.read_bytes())
text = folder / f"write-{turn}"
if text.exists():
    path.write_bytes(text.read_bytes())
other = folder / f"other-{turn}"
if other.exists():
    pathlib.Path((folder / "target").read_text()).write_bytes(other.read_bytes())
code = folder / f"code-{turn}"
sys.exit(int(code.read_text()) if code.exists() else 0)
"""
"""An editor that writes what it is given for each turn, and remembers what it saw.

In its turn somebody else may write to the profile itself.
"""

pytestmark = pytest.mark.usefixtures("home")


def store() -> Store:
    """Return what careercli keeps for the person of a test."""
    return Session().store


@pytest.fixture
def turns(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Save a profile, set an editor that is told what to do in a folder, and return that folder."""
    folder = home / "turns"
    folder.mkdir()
    (folder / "editor.py").write_text(EDITOR)
    monkeypatch.setenv("VISUAL", f"'{sys.executable}' {folder / 'editor.py'} {folder}")
    store().create("maya", Profile(support_years=1.0))
    store().path("maya").write_text(BEFORE)
    (folder / "target").write_text(str(store().path("maya")))
    return folder


def edit(folder: Path, *writes: str, typed: tuple[str, ...] = ()) -> Result:
    """Edit with an editor that writes these texts one after the other."""
    for old in folder.glob("*-[0-9]"):
        if not old.name.startswith(("code", "other")):
            old.unlink()
    for turn, text in enumerate(writes):
        (folder / f"write-{turn}").write_text(text)
    return asked("profile", "edit", "maya", typed=typed)


def words(text: str) -> str:
    """Return text with every run of white space as one space."""
    return " ".join(text.split())


def test_a_good_edit(turns: Path) -> None:
    """What was written is saved as it was written, comments and all; the copy is gone."""
    result = edit(turns, GOOD)

    assert result.code == 0
    assert "Saved as maya" in result.err
    assert store().text("maya") == GOOD
    assert (turns / "saw-0").read_text() == BEFORE
    assert not store().drafts.edited("maya").exists()


def test_nothing_changed(turns: Path) -> None:
    """An editor that writes nothing changes nothing."""
    assert "Nothing was changed." in edit(turns).err
    assert store().text("maya") == BEFORE
    assert not store().drafts.edited("maya").exists()


def test_an_error_leads_back_to_the_edit(turns: Path) -> None:
    """The error is shown with line and key; Enter goes back to what was written, not to what was saved."""
    result = edit(turns, BROKEN, GOOD, typed=("",))

    assert result.code == 0
    assert f"{store().path('maya')}:2:14: experience.support_years: must be a number" in words(result.err)
    assert (turns / "saw-1").read_text() == BROKEN
    assert store().text("maya") == GOOD


@pytest.mark.parametrize("text", ["", "{{{", "schema: careercli/profile@1\n", "\x00", "a: &a [*a]\n"])
def test_any_text_can_be_gone_back_from(turns: Path, text: str) -> None:
    """Whatever somebody writes, the profile stays readable, and they can mend what they wrote."""
    edit(turns, text, GOOD, typed=("e",))

    assert (turns / "saw-1").read_text() == text
    assert store().text("maya") == GOOD


def test_throwing_the_edit_away(turns: Path) -> None:
    """The profile is as it was, and no copy stays."""
    result = edit(turns, BROKEN, typed=("t",))

    assert (result.code, store().text("maya")) == (0, BEFORE)
    assert "The profile is as it was." in result.err
    assert not store().drafts.edited("maya").exists()


@pytest.mark.parametrize("typed", [("k",), ()], ids=["keep", "end of input"])
def test_an_edit_kept_for_another_time(turns: Path, typed: tuple[str, ...]) -> None:
    """Stopped, what was written is kept, offered the next time, and can be gone on with."""
    result = edit(turns, BROKEN, typed=typed)
    assert result.code == ExitCode.INTERRUPTED
    copy = store().drafts.edited("maya")
    assert f"kept in {copy}. Go on with: careercli profile edit maya" in words(result.err)
    assert store().text("maya") == BEFORE

    result = edit(turns, GOOD, typed=("",))
    assert "You broke off an edit of this profile. Go on with it?" in words(result.err)
    assert (turns / "saw-0").read_text() == BROKEN
    assert store().text("maya") == GOOD


def test_an_edit_begun_again(turns: Path) -> None:
    """Who does not want the edit that was broken off gets what is saved."""
    edit(turns, BROKEN, typed=("k",))
    edit(turns, typed=("n",))

    assert (turns / "saw-0").read_text() == BEFORE


def test_an_editor_that_fails(turns: Path) -> None:
    """With another exit code than 0 nothing is saved; what was written is kept."""
    (turns / "code-0").write_text("1")
    result = edit(turns, GOOD)

    assert result.code == ExitCode.INTERRUPTED
    assert "The editor ended with 1. The profile is as it was, and what you wrote is kept" in words(
        result.err
    )
    assert store().text("maya") == BEFORE
    assert store().drafts.edited("maya").read_text() == GOOD

    (turns / "code-0").write_text("1")
    store().drafts.edited("maya").unlink()
    result = edit(turns)
    assert "The editor ended with 1. The profile is as it was." in words(result.err)
    assert not store().drafts.edited("maya").exists()


def test_an_editor_that_is_not_there(turns: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 3, with how to say which one to use; nothing is left behind."""
    monkeypatch.setenv("VISUAL", "no-such-editor --wait")
    result = edit(turns)

    assert result.code == ExitCode.NOT_FOUND
    assert "The editor no-such-editor cannot be started." in words(result.err)
    assert "EDITOR=nano" in result.err
    assert not store().drafts.edited("maya").exists()


def test_which_editor(turns: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """VISUAL comes before EDITOR, and both before what is usually there; without any it is said."""
    monkeypatch.setenv("EDITOR", "no-such-editor")
    assert edit(turns, GOOD).code == 0
    monkeypatch.setenv("EDITOR", os.environ["VISUAL"])
    monkeypatch.setenv("VISUAL", " ")
    assert edit(turns, BEFORE).code == 0
    monkeypatch.delenv("EDITOR")
    bin_folder = home / "bin"
    bin_folder.mkdir()
    monkeypatch.setenv("PATH", str(bin_folder))
    result = edit(turns)
    assert (result.code, "There is no editor to be found." in result.err) == (ExitCode.NOT_FOUND, True)
    (bin_folder / "vi").write_text(
        f"#!{sys.executable}\nimport sys\nopen(sys.argv[1], 'w').write({GOOD!r})\n"
    )
    (bin_folder / "vi").chmod(0o755)
    assert edit(turns).code == 0
    assert store().text("maya") == GOOD


def test_a_profile_changed_meanwhile(turns: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else's change is not overwritten, and what was written is not lost."""
    rewrite = Store.rewrite

    def late(self: Store, name: str, *arguments: object, **more: object) -> Profile:
        self.path(name).write_text(BEFORE.replace("3}", "9}"))
        return rewrite(self, name, *arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Store, "rewrite", late)
    result = edit(turns, GOOD)

    assert result.code == ExitCode.STORAGE
    assert f"What you wrote is kept in {store().drafts.edited('maya')}." in words(result.err)
    assert "9}" in store().text("maya")
    assert store().drafts.edited("maya").read_text() == GOOD


OTHER = BEFORE.replace("3}", "9}")


def while_open(folder: Path, text: str, *, turn: int = 0) -> None:
    """Let somebody else write this to the profile while the editor is open for the given time."""
    (folder / f"other-{turn}").write_text(text)


@pytest.mark.parametrize(
    ("typed", "saved"),
    [(("",), OTHER), (("y",), GOOD), (("e",), GOOD)],
    ids=["set aside", "saved all the same", "gone back"],
)
def test_a_profile_changed_while_the_editor_was_open(turns: Path, typed: tuple[str], saved: str) -> None:
    """What differs is shown before the question; Enter keeps the other's change, and the edit beside it."""
    while_open(turns, OTHER)
    result = edit(turns, GOOD, *([GOOD] if typed == ("e",) else []), typed=typed)

    assert result.code == 0
    assert "--- saved now\n+++ your edit\n" in result.err
    assert "\n-experience: {support_years: 9}" in result.err
    assert "\n+experience: {support_years: 4}" in result.err
    assert result.err.index("+++ your edit") < result.err.index("Save your edit in its place?")
    assert "The profile was changed by somebody else while you edited it." in words(result.err)
    assert store().text("maya") == saved
    assert not store().drafts.edited("maya").exists()
    aside = store().drafts.edited("maya").with_name("edit-maya.yaml.aside-1")
    assert (aside.read_text() if aside.exists() else None) == (GOOD if saved == OTHER else None)


def test_a_long_difference_is_cut(turns: Path) -> None:
    """Twenty-four lines are enough to see what is at stake; the rest is counted."""
    while_open(turns, OTHER)
    result = edit(turns, GOOD + "# more\n" * 40, typed=("",))

    assert result.code == 0
    assert result.err.count("+# more") < 24
    assert re.search(r"\.\.\. and \d\d lines more", result.err)


@pytest.mark.parametrize("base", [True, False], ids=["with its base", "of an earlier version"])
def test_an_edit_of_a_profile_changed_since(turns: Path, base: bool) -> None:
    """Enter keeps the other's change and sets the edit aside; who knows better can go on with it."""
    for typed, told in ((("",), "What you wrote is now in"), (("y",), "Saved as maya")):
        store().path("maya").write_text(BEFORE)
        edit(turns, BROKEN, typed=("k",))
        copy = store().drafts.edited("maya")
        later = copy.stat().st_mtime + 1
        if not base:
            base_of(copy).unlink()
        store().path("maya").write_text(OTHER)
        os.utime(store().path("maya"), (later, later))
        writes = [GOOD] if typed == ("y",) else []
        result = edit(turns, *writes, typed=typed)

        assert result.code == 0
        assert "--- saved now\n+++ your edit\n" in result.err
        assert "The profile was changed since by somebody else" in words(result.err)
        assert told in words(result.err)
        assert store().text("maya") == (GOOD if writes else OTHER)
        assert not copy.exists()
        assert not base_of(copy).exists()
    assert copy.with_name("edit-maya.yaml.aside-1").read_text() == BROKEN


def test_a_conflict_stays_one(turns: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After exit 5, Enter at the next start does not overwrite what the other wrote."""
    rewrite = Store.rewrite

    def late(self: Store, name: str, *arguments: object, **more: object) -> Profile:
        self.path(name).write_text(OTHER)
        return rewrite(self, name, *arguments, **more)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(Store, "rewrite", late)
        assert edit(turns, GOOD).code == ExitCode.STORAGE
    assert edit(turns, typed=("",)).code == 0

    assert store().text("maya") == OTHER
    assert (turns / "saw-0").read_text() == OTHER


def test_an_edit_in_which_nothing_was_written_is_nothing_to_go_on_with(turns: Path) -> None:
    """A copy left by a run that was killed, as it was given out, is replaced by what is saved today."""
    for path in (store().drafts.edited("maya"), base_of(store().drafts.edited("maya"))):
        write_whole(path, BEFORE.encode())
    store().path("maya").write_text(OTHER)
    result = edit(turns)

    assert (result.code, "You broke off" in result.err) == (0, False)
    assert (turns / "saw-0").read_text() == OTHER


def test_mending_a_broken_profile(turns: Path) -> None:
    """A file that is broken already can be edited like any other."""
    store().path("maya").write_text(BROKEN)
    edit(turns, GOOD)

    assert (turns / "saw-0").read_text() == BROKEN
    assert store().text("maya") == GOOD


@pytest.mark.parametrize("options", [[], ["--no-input"], ["--json"]])
@pytest.mark.usefixtures("turns")
def test_without_a_terminal(options: list[str]) -> None:
    """Exit 6 with the path of the file, which can be edited in another way."""
    result = run("profile", "edit", "maya", *options, terminal=bool(options))

    assert (result.code, result.out) == (ExitCode.NEEDS_INPUT, "")
    assert str(store().path("maya")) in words(result.err)
