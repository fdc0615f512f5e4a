from __future__ import annotations

import os
import re
from pathlib import Path
from unittest.mock import patch

import pytest

from careercli.cli.screenshots import command_typed
from careercli.errors import ExitCode
from careercli.pages.picture import MARK
from tests.files import write_profile
from tests.running import DAY, run

pytestmark = pytest.mark.usefixtures("home")


def shown(path: Path) -> str:
    """Return what a picture says, its markup left out."""
    return re.sub("<[^>]*>", "", path.read_text(encoding="utf-8")).replace("&#160;", " ")


def test_what_is_printed_is_on_the_picture() -> None:
    """The screen is printed as ever, and the same words are on the picture, with where it is."""
    plain = run("demo", "dana", "--as-of", DAY)
    result = run("demo", "dana", "--as-of", DAY, "--svg", "dana.svg")

    assert (result.code, result.stdout) == (0, plain.stdout)
    assert result.err == "The picture is in dana.svg.\n"
    assert "careercli demo dana --as-of 2026-11-21" in shown(Path("dana.svg"))
    for line in plain.out.splitlines():
        assert "".join(line.replace("'", "&#x27;").split()) in "".join(shown(Path("dana.svg")).split())


def test_all_screens_of_a_run_are_on_one_picture() -> None:
    """The story, the assessment and the plan stand below one another."""
    assert run("demo", "maya", "--full", "--svg=maya.svg").code == 0

    text = shown(Path("maya.svg"))
    assert text.index("sold shoes") < text.index("You bring") < text.index("What the dates assume")


@pytest.mark.parametrize(
    ("words", "env", "color"),
    [
        ([], {}, True),
        ([], {"NO_COLOR": "1"}, False),
        ([], {"CLICOLOR": "0"}, False),
        (["--no-color"], {}, False),
        (["--accessible"], {}, False),
    ],
)
def test_colors(words: list[str], env: dict[str, str], color: bool) -> None:
    """A picture has colors even where the output has none, unless somebody wants none."""
    assert run("path", "--svg", "path.svg", *words, env=env).code == 0

    assert ("fill: #56b6c2" in Path("path.svg").read_text()) == color


def test_it_is_as_wide_as_the_screen() -> None:
    """COLUMNS counts for the picture too."""
    widths = []
    for columns in (40, 80):
        assert run("path", "--svg", "path.svg", columns=columns).code == 0
        widths.append(Path("path.svg").read_text().partition('viewBox="0 0 ')[2].partition(" ")[0])

    assert widths == ["506", "994"]


def test_only_a_picture_is_ever_replaced() -> None:
    """What careercli drew is drawn again; anything else that is there stays as it is."""
    Path("mine.svg").write_text("<svg/>")
    for _ in range(2):
        assert run("path", "--svg", "path.svg").code == 0
    assert Path("path.svg").read_text().startswith(MARK)

    result = run("path", "--svg", "mine.svg")

    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert "mine.svg is there already, and is no picture that careercli made." in result.err
    assert Path("mine.svg").read_text() == "<svg/>"


@pytest.mark.parametrize(
    ("name", "code", "message"),
    [
        ("-", ExitCode.USAGE, "--svg takes the name of a file"),
        ("", ExitCode.USAGE, "--svg takes the name of a file"),
        ("folder.svg", ExitCode.USAGE, "folder.svg is there already, and is no picture"),
        ("x.png", ExitCode.USAGE, "--svg writes an SVG, and x.png is none by its ending."),
        ("x.svg.gz", ExitCode.USAGE, "--svg writes an SVG, and x.svg.gz is none by its ending."),
        ("x", ExitCode.USAGE, "--svg writes an SVG, and x is none by its ending."),
        (".svg", ExitCode.USAGE, "--svg writes an SVG, and .svg is none by its ending."),
        ("nowhere/x.svg", ExitCode.STORAGE, "nowhere/x.svg cannot be written: there is no folder nowhere."),
        (f"{'x' * 300}.svg", ExitCode.STORAGE, "x.svg cannot be written: File name too long."),
    ],
)
def test_files_that_cannot_be(name: str, code: ExitCode, message: str) -> None:
    """A file that cannot be written is told before anything is printed."""
    Path("folder.svg").mkdir()

    result = run("path", f"--svg={name}")

    assert (result.code, result.out) == (code, "")
    assert message in result.err


@pytest.mark.parametrize("words", [[], ["--help"], ["plan", "done", "-h"], ["help", "facts"], ["version"]])
def test_help_can_be_drawn(words: list[str]) -> None:
    """What the program says of itself is a picture too, wherever the option stands."""
    for number, line in enumerate((["--svg", "0.svg", *words], [*words, "--svg=1.svg"])):
        result = run(*line)

        assert (result.code, result.err) == (ExitCode.DONE, f"The picture is in {number}.svg.\n")
        assert result.out == run(*words).out
        assert Path(f"{number}.svg").read_text().startswith(MARK)


@pytest.mark.parametrize(
    "words",
    [
        ["path", "--json"],
        ["--json", "path"],
        ["data", "schema", "profile"],
        ["data", "export"],
        ["plan", "x.yaml", "--format", "csv"],
        ["plan", "x.yaml", "--format", "md", "-o", "plan.md"],
        ["batch", "people.jsonl"],
        ["--version"],
    ],
)
def test_what_is_no_screen(words: list[str]) -> None:
    """Documents, tables for programs and Markdown are no screens: nothing is printed, and it is said."""
    write_profile(Path("x.yaml"))
    Path("people.jsonl").write_text('{"schema":"careercli/profile@1","experience":{"support_years":3}}\n')

    result = run("--svg", "x.svg", *words)

    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert "--svg makes a picture of a screen" in result.err
    assert run(*words, "--svg=x.svg").code == ExitCode.USAGE
    assert not Path("x.svg").exists()
    assert not Path("plan.md").exists()


def test_a_picture_of_what_ends_in_no() -> None:
    """With exit code 7 the assessment is printed, so it is on the picture."""
    write_profile(Path("x.yaml"))

    assert run("assess", "x.yaml", "--at-least", "director", "--svg", "x.svg").code == ExitCode.BELOW_TIER
    assert "too little is rated" in shown(Path("x.svg")).lower()


def test_hostile_text_of_a_profile() -> None:
    """Names stay text: in the picture as on the screen."""
    write_profile(Path("x.yaml"), 'name: "<script>&{x}[bold]"\n')

    assert run("assess", "x.yaml", "--svg", "x.svg").code == 0
    assert "&lt;script&gt;&amp;{x}[bold]" in shown(Path("x.svg"))


def test_the_home_folder() -> None:
    """A shell does not write out ~ in --svg=~/x.svg; careercli does."""
    with patch.dict(os.environ, {"HOME": str(Path.cwd())}):
        assert run("path", "--svg=~/x.svg").code == 0
    assert Path("x.svg").exists()


@pytest.mark.parametrize(
    ("arguments", "title"),
    [
        (["--svg", "x.svg", "demo", "dana"], "careercli demo dana"),
        (["demo", "--svg=x.svg", "dana"], "careercli demo dana"),
        (["demo", "--svg", "--svg", "dana"], "careercli demo dana"),
        (["assess", "a b.yaml", "--title", "x\x1b[1m"], "careercli assess 'a b.yaml' --title 'x\ufffd[1m'"),
    ],
)
def test_the_title(arguments: list[str], title: str) -> None:
    """The title is what was typed, quoted where it must be, without the option that asks for the picture."""
    assert command_typed(arguments) == title
