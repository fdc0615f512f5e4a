from __future__ import annotations

import re
from email.message import Message
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import pytest
import typer
from syrupy.assertion import SnapshotAssertion

import careercli
from careercli.cli import program
from careercli.errors import ExitCode
from tests.every import ASKING, EVERY, VERBS, example, printing
from tests.files import write_pack
from tests.running import DAY, run

GLOBAL = ("--json", "--no-input", "--accessible", "--no-color")
PACKAGE = Path(careercli.__file__).parent
DOCS = Path(__file__).parents[2] / "docs"


def unwrapped(text: str) -> str:
    """Return text with every run of white space as one space."""
    return " ".join(text.split())


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.replace(" ", "-") or "careercli")
def test_help(path: str, screen: SnapshotAssertion) -> None:
    """The help of every command and group reads as somebody last approved it."""
    result = run(*path.split(), "--help")

    assert (result.code, result.err) == (0, "")
    assert result.out == screen


@pytest.mark.parametrize("path", EVERY)
def test_help_is_whole(path: str) -> None:
    """No help is wider than a terminal, cut off, or silent about an option."""
    out = run(*path.split(), "-h", columns=80).out

    assert max(map(len, out.splitlines())) <= 80
    assert "..." not in re.sub(r"\]\.\.\.", "", out)
    assert not re.search(r"^  -\S+( [A-Z=]+)?\s*$\n(?! {10})", out, re.MULTILINE)


@pytest.mark.parametrize("path", [path for path in EVERY if path])
def test_every_command_has_an_example_in_its_help(path: str) -> None:
    """Whoever asks a command for help sees one line to type."""
    help_text = unwrapped(run(*path.split(), "--help").out)

    assert EVERY[path].epilog.startswith("Example: careercli ")
    assert unwrapped(EVERY[path].epilog) in help_text


@pytest.mark.parametrize("path", [path for path in EVERY if path and path not in ASKING])
def test_the_example_of_every_command_works(path: str, files: Path) -> None:
    """The line that a help shows can be typed as it stands."""
    *_, last = words = example(path)
    result = run(*words)

    assert result.code == 0
    if Path(last).is_file() and "-o" in words:
        assert (result.out, result.err) == ("", f"Written to {last}.\n")
    else:
        assert result.out
        assert result.err == ""


def test_the_example_of_advise_works(files: Path) -> None:
    """The guided session starts as its help says, and Enter alone leads through it to the end."""
    result = run(*example("advise"), stdin="\n" * 300, env={"TERM": "dumb"}, terminal=True)

    assert result.code == 0
    assert "Too little is rated to place you" in result.out


def test_the_commands_that_the_first_help_names_work(files: Path) -> None:
    """What 'careercli --help' tells a newcomer to start with is there."""
    named = re.findall(r"'careercli ([^']+)'", unwrapped(run("--help").out))

    assert named == ["advise", "demo"]
    assert run("demo").code == 0


def test_every_listed_command_is_there() -> None:
    """The list of commands, which imports nothing, names modules that define exactly these commands."""
    for name, entry in program.COMMANDS.items():
        module = import_module(f"careercli.commands.{entry.module}")
        assert isinstance(module.app, typer.Typer)
        assert name in EVERY
        assert entry.summary.endswith(".")


def test_every_command_module_is_listed() -> None:
    """No command is forgotten in the list."""
    modules = {path.stem for path in (PACKAGE / "commands").glob("*.py")}
    commands = {name for name in modules if hasattr(import_module(f"careercli.commands.{name}"), "app")}

    assert commands == {entry.module for entry in program.COMMANDS.values()}


def test_commands_that_messages_name_exist() -> None:
    """A message never sends anybody to a command that is not there."""
    text = "\n".join(path.read_text() for path in PACKAGE.rglob("*.py"))
    groups = "|".join(path for path in EVERY if path and path not in VERBS)
    named = set(re.findall(rf"(?:(?<!\"\")['\"]|[a-z]: )careercli ((?:{groups}) [a-z]+|[a-z][a-z-]*)", text))

    assert {"advise", "demo", "skill list"} <= named
    assert named <= set(EVERY)


@pytest.mark.parametrize("arguments", [(), ("--no-input",)])
def test_without_a_terminal_the_bare_program_shows_its_help(arguments: tuple[str, ...]) -> None:
    """'careercli' in a script says what there is, instead of waiting for answers."""
    result = run(*arguments)

    assert (result.code, result.err) == (0, "")
    assert result.out == run("--help").out


@pytest.mark.parametrize("terminal", [True, False])
def test_a_help_is_no_document(terminal: bool) -> None:
    """'careercli --json' asks for a document without saying of what."""
    result = run("--json", terminal=terminal)

    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert [message["message"] for message in result.messages] == ["Missing command."]


def test_on_a_terminal_the_bare_program_is_the_guided_session(home: Path) -> None:
    """'careercli' on a terminal starts to ask, and end of input stops it as Ctrl-C does."""
    result = run(stdin="", env={"TERM": "dumb"}, terminal=True)

    assert result.code == ExitCode.INTERRUPTED
    assert "This is careercli." in unwrapped(result.err)


def test_version() -> None:
    """The version is printed, whatever else is asked."""
    assert run("--version").out == f"careercli {careercli.__version__}\n"
    assert run("--json", "--version").out == f"careercli {careercli.__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["asess"], "No such command 'asess'. Did you mean 'assess'?", "See 'careercli --help'."),
        (["skill", "lst"], "No such command 'lst'. Did you mean 'list'?", "See 'careercli skill --help'."),
        (["data"], "Missing command.", "See 'careercli data --help'."),
        (["skill"], "Missing command.", "See 'careercli skill --help'."),
        (["skill", "show"], "Missing argument 'SKILL'.", "See 'careercli skill show --help'."),
        (["demo", "dana", "maya"], "Got unexpected extra argument", "See 'careercli demo --help'."),
        (["plan", "--format", "pdf"], "'pdf' is not one of 'table', ", "See 'careercli plan --help'."),
        (
            ["assess", "--support-yers", "3"],
            "No such option: --support-yers (Possible options: --support-years, --sure)",
            "See 'careercli assess --help'.",
        ),
        (["assess", "--skill"], "Option '--skill' requires an argument.", "--help'."),
        (["--nope"], "No such option: --nope", "See 'careercli --help'."),
    ],
)
def test_wrong_usage(arguments: list[str], message: str, hint: str) -> None:
    """What cannot be meant ends in exit code 2, one message and where to look, and is never guessed at."""
    result = run(*arguments)

    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert result.err.startswith("careercli: ")
    assert message in result.err
    assert result.err.endswith(f"{hint}\n")


def test_an_unforeseen_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """A defect ends in exit code 1 and says how to report it, without a traceback."""
    monkeypatch.setattr("careercli.commands.demo.find_persona", _broken)

    result = run("demo", "dana")

    assert (result.code, result.out) == (ExitCode.FAULT, "")
    assert result.err.startswith("careercli: an unexpected fault: ZeroDivisionError: 'by \\x1b[31mzero'\n")
    assert "Please report it" in result.err
    assert "Traceback" not in result.err


@pytest.mark.parametrize(
    ("urls", "where"),
    [
        (
            ["Source, https://x.example/s", "Issues, https://x.example/i"],
            "it at https://x.example/i, with",
        ),
        (["Source, https://x.example/s"], "report it where you got careercli from, with"),
        (None, "report it where you got careercli from, with"),
    ],
)
def test_where_to_report_a_fault(monkeypatch: pytest.MonkeyPatch, urls: list[str] | None, where: str) -> None:
    """At the address that the package gives; where it gives none, something that helps all the same."""
    about = Message()
    for url in urls or ():
        about["Project-URL"] = url
    monkeypatch.setattr("importlib.metadata.metadata", lambda _name: about if urls is not None else 1 / 0)
    monkeypatch.setattr("careercli.commands.demo.find_persona", _broken)

    assert where in run("demo", "dana").err


def test_the_traceback_of_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who looks for a defect can have the traceback."""
    monkeypatch.setattr("careercli.commands.demo.find_persona", _broken)

    result = run("demo", "dana", env={"CAREERCLI_DEBUG": "1"})

    assert result.code == ExitCode.FAULT
    assert "Traceback" in result.err
    assert "in _broken" in result.err


def _broken(*_: object) -> NoReturn:
    raise ZeroDivisionError("by \x1b[31mzero")


def test_an_interruption(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C in any command ends in exit code 130, and claims nothing of what was saved before it."""

    def interrupted(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr("careercli.commands.demo.find_persona", interrupted)

    result = run("demo", "dana")

    assert (result.code, result.out) == (ExitCode.INTERRUPTED, "")
    told = "Interrupted. What was saved by then is whole; nothing else was changed."
    assert result.err == f"careercli: {told}\n"


ONCE = {
    "data check",  # it takes its time
    *("backup", "restore"),  # a second time there is something else to do
    *("data new", "profile new", "profile import"),  # they never write a second time
    *("profile note", "config set"),  # they say something else a second time
    *("profile rename", "profile delete"),  # what they are about is gone then
    *("plan done", "plan undo", "progress log", "profile undo"),  # so is the step, or the change
}


@pytest.mark.parametrize("option", GLOBAL)
@pytest.mark.parametrize("path", [path for path in VERBS if path not in ONCE])
def test_global_options_stand_on_either_side_of_the_command(option: str, path: str, files: Path) -> None:
    """What every command has can be said before its name, after it, and between a group and its command."""
    words = printing(path)

    results = [run(*words[:place], option, *words[place:]) for place in (0, 1, len(words))]

    assert len({(result.code, result.out) for result in results}) == 1
    assert results[0].code == (ExitCode.NEEDS_INPUT if path in ASKING else ExitCode.DONE)


def test_dates_and_packs_stand_on_either_side_of_the_command(files: Path) -> None:
    """So can the ones that take a value."""
    for option in (["--as-of", DAY], ["--data", "my-pack"]):
        assert run(*option, "assess", "dana.yaml", "--json").out == (
            run("assess", "dana.yaml", "--json", *option).out
        )


def test_no_color(people: Path) -> None:
    """--no-color takes every color away, even one that was forced."""
    arguments = ["assess", str(people / "dana.yaml")]
    forced = run(*arguments, env={"CLICOLOR_FORCE": "1"})

    assert "\x1b[" in forced.out
    assert "\x1b" not in run(*arguments, "--no-color", env={"CLICOLOR_FORCE": "1"}).out
    assert "\x1b" not in run("--no-color", *arguments, terminal=True).out
    assert "\x1b[" in run(*arguments, terminal=True).out


def test_accessible(people: Path) -> None:
    """--accessible, its variable and a dumb terminal give the same lines, on a terminal too."""
    arguments = ["assess", str(people / "dana.yaml")]
    lines = run(*arguments, "--accessible").out

    assert "Rank 1, Junior Customer Support Specialist: " in lines
    assert run(*arguments, env={"CAREERCLI_ACCESSIBLE": "1"}).out == lines
    assert run(*arguments, env={"TERM": "dumb"}, terminal=True, columns=40).out == lines


@pytest.mark.parametrize("terminal", [True, False])
def test_questions_where_none_can_be_asked(terminal: bool) -> None:
    """--no-input, or no terminal, ends in exit code 6 with the flags that would answer instead."""
    flags = ["--no-input"] if terminal else []

    for arguments in (["advise", *flags], [*flags, "advise"]):
        result = run(*arguments, terminal=terminal)

        assert (result.code, result.out) == (ExitCode.NEEDS_INPUT, "")
        assert "--support-years 3" in unwrapped(result.err)


def test_packs_on_both_sides_add_up(files: Path) -> None:
    """A pack named before the command and one named after it are both laid over the built-in one."""
    write_pack(files / "other")

    document = run("--data", "my-pack", "data", "--data", "other", "where", "--json").document

    assert document["packs"] == ["my-pack", "other"]


@pytest.mark.parametrize(
    "day", ["", "tomorrow", "2026-13-01", "2026-02-30", "21.11.2026", "1969-12-31", "3000-01-01"]
)
def test_wrong_days(day: str) -> None:
    """A day that is none, or out of all reason, is wrong usage wherever it stands."""
    for arguments in (["--as-of", day, "path"], ["path", "--as-of", day]):
        result = run(*arguments)

        assert (result.code, result.out) == (ExitCode.USAGE, "")
        assert "'--as-of'" in result.err
        assert "2026-11-21" in result.err or "between 1970-01-01 and 2999-12-31" in result.err


@pytest.mark.parametrize("day", ["1970-01-01", "2024-02-29", "2999-12-31"])
def test_days_at_the_edge(day: str, people: Path) -> None:
    """Every day in the range can be reckoned from."""
    for persona in ("maya", "priya"):
        profile = str(people / f"{persona}.yaml")
        assert run("assess", profile, "--json", "--as-of", day).document["as_of"] == day
        assert run("plan", profile, "--as-of", day).code == 0


def test_the_documented_exit_codes() -> None:
    """docs/exit-codes.md lists every exit code with its meaning, and no other."""
    table = (DOCS / "exit-codes.md").read_text()

    rows = re.findall(r"^\| (\d+) \| (.+?) \| (.+?) \|$", table, re.MULTILINE)

    assert rows == [(str(code.value), code.word, code.meaning) for code in ExitCode]
