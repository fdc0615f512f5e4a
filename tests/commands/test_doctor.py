from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

import careercli
from careercli.errors import ExitCode
from tests.files import write_pack, write_profile
from tests.running import Result, run


def checks(result: Result, *, state: str | None = None) -> dict[str, dict[str, Any]]:
    """Return what was looked at by its name."""
    return {check["name"]: check for check in result.document["checks"] if state in {None, check["state"]}}


@pytest.fixture
def kept(files: Path, home: Path) -> Path:
    """Return the folder of somebody's data."""
    return home / "data" / "careercli"


def test_all_is_well(kept: Path, home: Path) -> None:
    """Versions, folders, profiles, settings, terminal and role data are told; nothing is changed."""
    before = sorted((path, path.stat().st_mtime_ns) for path in home.rglob("*"))

    result = run("doctor", "--json")

    found = checks(result)
    assert (result.code, result.document["well"]) == (0, True)
    assert found["careercli"]["says"] == careercli.__version__
    assert "msgspec " in found["Libraries"]["says"]
    assert found["Profiles"]["says"] == "dana and maya"
    assert found["state"]["says"] == "set, by the settings"
    assert found["Size"]["says"] == "the output is no terminal"
    assert sorted((path, path.stat().st_mtime_ns) for path in home.rglob("*")) == before


def test_what_cannot_be_read(kept: Path) -> None:
    """Each file has its remedy, and it ends with 4; what stands in it is not told."""
    write_profile(kept / "profiles" / "noor.yaml", "goal: my-secret\n")
    write_profile(kept / "profiles" / "dana.yaml", "goal: my-secret\n")
    (kept / "history" / "dana.jsonl").write_text("{my-secret\n")
    (kept / "letters.json").write_text("my-secret")
    (kept / "settings.yaml").write_text("schema: careercli/settings@1\nhours: 600\n")

    result = run("doctor", "--json")

    broken = checks(result, state="broken")
    assert result.code == ExitCode.INVALID
    assert result.messages[-1]["message"] == "5 things are broken."
    assert len(result.messages[-1]["problems"]) == len(broken) == 5
    assert broken["data/profiles/noor.yaml"]["says"] == "cannot be read: 1 problem, the first in line 3"
    assert broken["data/profiles/noor.yaml"]["remedy"] == "Mend it: careercli profile edit noor"
    assert "careercli profile undo dana" in broken["data/profiles/dana.yaml"]["remedy"]
    assert "careercli profile history dana" in broken["data/history/dana.jsonl"]["remedy"]
    assert "careercli config unset" in broken["data/settings.yaml"]["remedy"]
    assert "my-secret" not in result.out + result.err
    screen = run("doctor")
    assert screen.code == ExitCode.INVALID
    assert "5 broken" in screen.out
    assert "my-secret" not in screen.out + screen.err


def test_what_is_no_file(kept: Path) -> None:
    """A folder or a link that leads nowhere in the place of a profile or of the settings is broken."""
    (kept / "profiles" / "noor.yaml").mkdir()
    (kept / "profiles" / "gone.yaml").symlink_to(kept / "nowhere")
    (kept / "settings.yaml").unlink()
    (kept / "settings.yaml").mkdir()

    broken = checks(run("doctor", "--json"), state="broken")

    assert {path: check["says"] for path, check in broken.items()} == {
        "data/profiles/noor.yaml": "is a folder",
        "data/settings.yaml": "is a folder",
        "data/profiles/gone.yaml": "a link that leads nowhere",
    }
    assert broken["data/settings.yaml"]["remedy"].startswith("Move it away: ")


def test_folders(kept: Path) -> None:
    """A folder that others may look into is a note, one that cannot be written is broken."""
    kept.chmod(0o755)
    assert "chmod 700" in checks(run("doctor", "--json"), state="note")["Data"]["remedy"]
    kept.chmod(0o700)
    assert checks(run("doctor", "--json"))["Data"]["state"] == "fine"
    with patch.object(os, "access", lambda *_: False):
        assert checks(run("doctor", "--json"))["Data"]["state"] == "broken"


def test_the_home_folder_is_not_told(kept: Path, home: Path) -> None:
    """It is ~ wherever it occurs."""
    for words in (["doctor"], ["doctor", "--json"]):
        result = run(*words, env={"HOME": str(home)})
        with patch.dict(os.environ, {"HOME": str(home)}):
            result = run(*words)
        assert str(home) not in result.out
        assert "~/data/careercli" in result.out


def test_what_was_set_aside(kept: Path) -> None:
    """It is named, with what to do about it."""
    run("restore", "kept.zip", "--yes")
    run("profile", "note", "noor", "New")
    run("restore", "kept.zip", "--yes")
    (kept / "settings.yaml.broken-1").write_text("x")

    assert set(checks(run("doctor", "--json"), state="note")) >= {
        "before-restore-1.zip",
        "settings.yaml.broken-1",
    }


def test_packs(kept: Path) -> None:
    """A broken pack is broken, one of the settings that is gone is a note."""
    write_pack(Path("broken"), skills_x="goal: x\n")

    result = run("doctor", "--json", "--data", "broken")
    assert result.code == ExitCode.INVALID
    assert "careercli data check broken" in checks(result)["Packs"]["remedy"]
    run("config", "set", "data", f"my-pack{os.pathsep}gone")
    found = checks(run("doctor", "--json"))
    assert "gone is not there" in found["Pack"]["says"]
    assert "gone" not in found["data"]["says"] or found["data"]["state"] == "fine"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(kept: Path, home: Path, shell: str) -> None:
    """It is found where the lines that careercli tells to type put it."""
    place = {"bash": ".bashrc", "zsh": ".zshrc", "fish": ".config/fish/completions/careercli.fish"}[shell]
    with patch.dict(os.environ, {"HOME": str(home), "SHELL": f"/bin/{shell}"}):
        before = checks(run("doctor", "--json"))[shell]
        (home / place).parent.mkdir(parents=True, exist_ok=True)
        (home / place).write_text('eval "$(careercli completion)"\n')
        after = checks(run("doctor", "--json"))[shell]
    assert (before["says"], before["remedy"]) == ("not installed", "To install it: careercli completion")
    assert after["says"] == f"installed in ~/{place}"


def test_a_pager_that_is_not_there(kept: Path) -> None:
    """It is told, for otherwise it is silently not used."""
    assert checks(run("doctor", "--json", env={"PAGER": "no-such-program -x"}))["Pager"]["state"] == "note"
    assert checks(run("doctor", "--json", env={"PAGER": ""}))["Pager"]["says"] == "none"
