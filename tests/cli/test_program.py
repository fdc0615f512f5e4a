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
from careercli.cli.facts import FACTS
from careercli.errors import ExitCode
from tests.every import ASKING, EVERY, EXAMPLES, VERBS, arguments_of, printing
from tests.files import write_pack
from tests.running import DAY, run

PARTS = ("Examples", "Usage", "Arguments", "Options", "Commands")
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


@pytest.mark.parametrize("columns", [20, 40, 80, 200])
@pytest.mark.parametrize("path", EVERY)
def test_help_is_whole(path: str, columns: int) -> None:
    """No help is wider than a terminal, but for one word of a command; nor cut off, colored or silent."""
    out = run(*path.split(), "-h", columns=columns, env={"CLICOLOR_FORCE": "1"}, terminal=True).out

    for line in out.splitlines():
        word = line.strip(" \\")
        whole = " " not in word or any(word in each for each in EXAMPLES.get(path, ()))
        assert len(line) <= min(columns, 100) or columns == 20 or whole
        assert line == line.rstrip()
    assert "..." not in re.sub(r"\]\.\.\.", "", out)
    assert "\x1b" not in out
    assert not re.search(r"^  -\S+( [A-Z=]+)?\s*$\n(?! {6})", out, re.MULTILINE)


@pytest.mark.parametrize("path", [path for path in EVERY if path])
def test_help_begins_with_examples(path: str) -> None:
    """What the command does, two or three lines to type with what they do, and then the rest."""
    page = run("help", *path.split(), "--json").document
    text = run(*path.split(), "--help").out

    assert 2 <= len(page["examples"]) <= 3
    for each in page["examples"]:
        assert each["command"].startswith(f"careercli {path}")
        assert re.fullmatch(r"[A-Z].*[.?]", each["text"])
        assert unwrapped(each["command"]) in unwrapped(text.replace(" \\\n", " "))
        assert each["text"] in unwrapped(text)
    places = [text.find(f"\n{title}:\n") for title in PARTS]
    there = [place for place in places if place >= 0]
    assert there == sorted(there)
    assert len(there) >= 2


@pytest.mark.parametrize("path", [path for path in EVERY if path])
def test_a_help_names_what_every_command_has_in_one_line(path: str) -> None:
    """Options of every command and facts are told once, elsewhere, and each help says where."""
    text = run(*path.split(), "--help").out

    assert text.endswith("careercli help options\n")
    assert ("careercli help facts" in text) == run("help", *path.split(), "--json").document["facts"]
    if path not in {"help", "version"}:
        own = text.partition("\nUsage:")[2].rpartition("\n\n")[0]
        assert not re.search(r"--(json|accessible|no-color|no-input|as-of|data|ladder|svg|help)\b", own)
        assert not re.search("--(support-years|skill|goal|leads)", own)


SHOWN = [
    pytest.param(line, id=f"{path} {number}")
    for path, lines in EXAMPLES.items()
    for number, line in enumerate(lines, 1)
    if path not in ASKING
]


@pytest.mark.parametrize("line", SHOWN)
def test_the_examples_of_every_command_work(line: str, files: Path) -> None:
    """Every line that a help shows can be typed as it stands."""
    words = arguments_of(line)
    assert run("profile", "default", "dana").code == 0
    if "--redo" in words:
        assert run("profile", "undo", "dana").code == 0

    result = run(*words)

    assert result.code == 0, result.err
    if "-o" in words and words[0] != "feedback":  # that says what to do with it
        *notes, written = result.err.splitlines()
        assert (result.out, written) == ("", f"Written to {words[words.index('-o') + 1]}.")
        assert not notes or words[0] == "prepare"  # that says what it left out
    elif words[0] == "batch" and len(words) == 3:
        assert Path(words[-1]).is_file()
    else:
        assert result.out
        assert not result.err.startswith("careercli: ")


@pytest.mark.parametrize("line", EXAMPLES["advise"])
def test_the_examples_of_advise_work(line: str, files: Path) -> None:
    """The guided session starts as its help says, and asks until nothing comes any more."""
    result = run(*arguments_of(line), stdin="\n" * 300, env={"TERM": "dumb"}, terminal=True)

    assert result.code in {0, ExitCode.INTERRUPTED}, result.err
    assert result.err


@pytest.mark.parametrize("line", EXAMPLES["profile edit"])
def test_the_examples_of_an_edit_work(line: str, files: Path) -> None:
    """The editor opens what the help says it opens."""
    assert run("profile", "default", "dana").code == 0

    assert run(*arguments_of(line), env={"VISUAL": "true"}, terminal=True).code == 0


def test_the_first_help_begins_with_what_to_type(files: Path) -> None:
    """What 'careercli --help' tells a newcomer to begin with is there, before the list of commands."""
    page = run("help", "--json").document
    text = run("--help").out

    assert page["examples"][0]["command"] == "careercli"
    for each in page["examples"][1:]:
        assert run(*arguments_of(each["command"])).code == 0
    assert text.index("Begin with:") < text.index("Usage:") < text.index("Your own way:")
    assert [each["name"] for each in page["commands"][:2]] == ["advise", "assess"]
    assert {each["name"] for each in page["commands"]} == set(program.COMMANDS)
    assert [each["section"] for each in page["commands"]] == sorted(
        (each["section"] for each in page["commands"]), key=program.SECTIONS.index
    )


@pytest.mark.parametrize("path", [*EVERY, "options", "facts", "exit-codes"])
def test_help_command(path: str) -> None:
    """'help COMMAND' says what 'COMMAND --help' says; there is help on what commands have in common, too."""
    asked = run("help", *path.split())

    assert (asked.code, asked.err) == (0, "")
    assert run("help", *path.split(), "--json").document["schema"] == "careercli/help@1"
    if path in EVERY:
        assert asked.out == run(*path.split(), "--help").out


def test_help_on_what_commands_have_in_common() -> None:
    """The topics say every shared option, every fact and every exit code, once."""
    options, facts, codes = (
        {each["name"].split()[0].strip(",") for each in run("help", topic, "--json").document["options"]}
        for topic in ("options", "facts", "exit-codes")
    )

    assert {*GLOBAL, "--as-of", "--data", "--ladder", "--svg", "-h"} == options
    assert facts == {fact.option.partition("/")[0] for fact in FACTS}
    assert codes == {str(code.value) for code in ExitCode}


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (["asess"], "There is no command 'asess'.", "Did you mean 'assess'? See 'careercli --help'."),
        (["fact"], "There is no command 'fact'.", "Did you mean 'facts'? See 'careercli --help'."),
        (
            ["plan", "don"],
            "There is no command 'plan don'.",
            "Did you mean 'done'? See 'careercli plan --help'.",
        ),
        (["plan", "done", "x"], "There is no command 'plan done x'.", "See 'careercli plan done --help'."),
        (["zzz"], "There is no command 'zzz'.", "See 'careercli --help'."),
    ],
)
def test_help_on_what_there_is_not(words: list[str], message: str, hint: str) -> None:
    """It is wrong usage, as the command itself would be, and says what may have been meant."""
    result = run("help", *words)

    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert result.err == f"careercli: {message}\n  {hint}\n"


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        (["assess", "dana", "--help"], "careercli assess"),
        (["--help", "assess"], "careercli"),
        (["assess", "--nope", "--help"], "careercli assess"),
        (["-h", "--nope"], "careercli"),
        (["--as-of", "never", "plan", "done", "-h"], "careercli plan done"),
        (["asess", "--help"], "careercli"),
        (["profile", "lst", "--help"], "careercli profile"),
        (["plan", "--format", "pdf", "--help"], "careercli plan"),
        (["skill", "show", "--help"], "careercli skill show"),
        (["profile", "delete", "maya", "--help"], "careercli profile delete"),
        (["--data", "", "path", "--help"], "careercli path"),
    ],
)
def test_help_wherever_it_is_asked_for(words: list[str], topic: str, files: Path) -> None:
    """--help anywhere shows help and does nothing else, whatever stands around it."""
    result = run(*words)

    assert result.code == 0
    assert result.out == run("help", *topic.split()[1:]).out
    assert run("profile", "show", "maya").code == 0
    assert not result.err or "There is no" in result.err or "careercli" in result.err


def test_a_help_asked_for_with_an_option_is_text() -> None:
    """--help prints text even with --json, as ever; 'help' prints the document."""
    assert run("assess", "--help", "--json").out == run("--json", "assess", "--help").out
    assert run("assess", "--help", "--json").out == run("assess", "--help").out


@pytest.mark.parametrize("words", [["ask", "--", "--help"], ["profile", "note", "maya", "--", "-h"]])
def test_what_only_looks_like_asking_for_help(words: list[str], files: Path) -> None:
    """Behind '--' it is a word like any other."""
    assert "Usage:" not in run(*words).out


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
    assert "Welcome to careercli" in unwrapped(result.err)


def test_version() -> None:
    """The version is printed, whatever else is asked; as a command it is a document as well."""
    for words in (["--version"], ["-V"], ["version"], ["version", "--accessible"]):
        assert run(*words).out == f"careercli {careercli.__version__}\n"
    assert run("version", "--json").document == {
        "schema": "careercli/version@1",
        "version": careercli.__version__,
    }
    assert run("--json", "--version").out == f"careercli {careercli.__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["asess"], "There is no command 'asess'.", "Did you mean 'assess'? See 'careercli --help'."),
        (
            ["skill", "lst"],
            "There is no command 'skill lst'.",
            "Did you mean 'list'? See 'careercli skill --help'.",
        ),
        (["plan", "don", "coaching"], "There is no command 'plan don'.", "Did you mean 'done'? See 'care"),
        (["data"], "Missing command.", "See 'careercli data --help'."),
        (["skill"], "Missing command.", "See 'careercli skill --help'."),
        (["skill", "show"], "Missing argument 'SKILL'.", "See 'careercli skill show --help'."),
        (["demo", "dana", "maya"], "There is no place for 'maya'", "See 'careercli demo --help'."),
        (["plan", "--format", "pdf"], "'pdf' is not one of 'table', ", "See 'careercli plan --help'."),
        (["plan", "--format", "marc"], "'marc' is not one of", "See 'careercli plan --help'."),
        (
            ["plan", "--format", "tabel"],
            "'tabel' is not one of",
            "Did you mean 'table'? See 'careercli plan --h",
        ),
        (["completion", "bsh"], "'bsh' is not one of", "Did you mean 'bash'? See 'careercli completion --h"),
        (
            ["assess", "--support-yers", "3"],
            "There is no option '--support-yers'.",
            "Did you mean '--support-years'? See 'careercli assess --help'.",
        ),
        (["assess", "--skill"], "Option '--skill' requires an argument.", "--help'."),
        (["--nope"], "There is no option '--nope'.", "See 'careercli --help'."),
    ],
)
def test_wrong_usage(arguments: list[str], message: str, hint: str) -> None:
    """What cannot be meant ends in exit code 2, one message and where to look, and is never guessed at."""
    result = run(*arguments)

    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert result.err.startswith("careercli: ")
    assert message in result.err
    assert hint in result.err


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
    "feedback ask",  # every form has a number of its own
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
    dumb = run(*arguments, env={"TERM": "dumb"}, terminal=True, columns=40).out
    assert dumb.split() == lines.split()  # broken at the width of a terminal


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
