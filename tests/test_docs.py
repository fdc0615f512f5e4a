"""What the README and the documentation say is tried, so that it stays true."""

from __future__ import annotations

import importlib.util
import re
import shlex
import sys
from pathlib import Path
from types import ModuleType

import pytest

from careercli.cli.program import COMMANDS
from careercli.domain.model import Catalog
from tests.files import AD
from tests.running import run

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _commands() -> list[str]:
    """Return every careercli command that the README shows and that needs no terminal."""
    shown = re.findall(r"`(careercli [^`]+)`", README)
    blocks = "\n".join(re.findall(r"```console\n(.*?)```", README, flags=re.DOTALL))
    shown += re.findall(r"^(careercli [^|\n]+?)(?: \|.*)?$", blocks, flags=re.MULTILINE)
    return sorted({line for line in shown if not re.search("COMMAND|completion|advise|profile edit", line)})


@pytest.fixture
def folder(home: Path) -> Path:
    """Return the current folder of a newcomer who saved the README's profile here and under two names."""
    (example,) = re.findall(r"```yaml\n(.*?)```", README, flags=re.DOTALL)
    here, saved = Path.cwd(), home / "data" / "careercli" / "profiles"
    saved.mkdir(parents=True)
    (here / "my-profile.yaml").write_text(example)
    for name in ("default", "me"):
        (saved / f"{name}.yaml").write_text(example)
    (here / "job.txt").write_text(AD)
    (here / "resume.json").write_text('{"basics": {"name": "Dana Reyes"}, "work": [{"position": "Agent"}]}')
    return here


@pytest.fixture
def pack(folder: Path) -> None:
    """Make the pack that the README makes, for the commands after it."""
    assert run("data", "new", "my-pack").code == 0


@pytest.mark.parametrize("command", _commands())
def test_every_command_of_the_readme_works(
    folder: Path, command: str, request: pytest.FixtureRequest
) -> None:
    """What a newcomer types from the README does what it says; only --at-least may say no."""
    words = shlex.split(command, comments=True)[1:]
    if "my-pack" in words and "new" not in words:
        request.getfixturevalue("pack")
    if "import" in words:
        assert run("profile", "delete", "me", "--yes").code == 0
    result = run(*words)
    assert result.code == (7 if "--at-least" in command else 0), result.err
    assert result.stdout or result.err.startswith("Written to ")


def test_the_readme_shows_the_commands_that_set_everything_up() -> None:
    """The two commands are there, and the Makefile has them."""
    makefile = (ROOT / "Makefile").read_text()
    for target in ("advise", "test"):
        assert f"make {target}" in README
        assert re.search(rf"^{target}:", makefile, flags=re.MULTILINE)


def test_the_makefile_is_whole() -> None:
    """What can be made is named at its top, all of it and once; a merge that was left half done is told."""
    makefile = (ROOT / "Makefile").read_text()
    (named,) = re.findall(r"^\.PHONY: (.*)$", makefile, flags=re.MULTILINE)

    assert not re.findall(r"^(?:<{7}|={7}|>{7}).*$", makefile, flags=re.MULTILINE)
    assert sorted(named.split()) == sorted(
        set(re.findall(r"^([a-z-]+)(?= ?[a-z ]*:(?!=))", makefile, re.MULTILINE))
    )


def test_the_readme_counts_right(catalog: Catalog) -> None:
    """Tiers and skills are as many as it says."""
    assert len(catalog.ladder.tiers) == 8
    assert f"eight tiers and {len(catalog.skills)} skills" in README


def test_the_architecture_names_every_module() -> None:
    """Each module and package at the top is in the picture of the house."""
    text = (ROOT / "docs" / "architecture.md").read_text()
    for path in (ROOT / "careercli").iterdir():
        name = f"{path.name}/" if path.is_dir() else path.name
        if not name.startswith("__pycache__"):
            assert f"\n  {name} " in text, name


def test_links_between_documents_lead_somewhere() -> None:
    """No relative link in the documentation is broken."""
    for document in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")):
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_documents_name_modules_that_exist() -> None:
    """A path of code in the documentation leads somewhere, from the top or from the package."""
    for document in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")):
        for path in re.findall(r"`((?:[a-z_]+/)+[a-z_]+\.py)`", document.read_text(encoding="utf-8")):
            assert (ROOT / path).exists() or (ROOT / "careercli" / path).exists(), f"{document.name}: {path}"


def test_every_command_is_in_the_list_of_some_document() -> None:
    """A command that no document mentions is one that nobody finds."""
    text = README + "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md"))
    for name in COMMANDS:
        assert f"careercli {name}" in text or f"`{name} " in text, name


def _artist() -> ModuleType:
    path = ROOT / "docs" / "pictures" / "draw.py"
    specification = importlib.util.spec_from_file_location("draw", path)
    assert specification
    assert specification.loader
    module = importlib.util.module_from_spec(specification)
    sys.modules["draw"] = module
    specification.loader.exec_module(module)
    return module


def test_the_pictures_show_what_is_printed(tmp_path: Path) -> None:
    """Every picture is drawn from real output; after a change, ``make picture`` draws them again."""
    kept = {path.stem: path.read_bytes() for path in (ROOT / "docs" / "pictures").glob("*.svg")}
    assert all(f"](docs/pictures/{name}.svg)" in README for name in kept)

    assert _artist().draw(tmp_path) == {name: data for name, data in kept.items() if name != "session"}
