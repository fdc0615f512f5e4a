"""What scripts rely on: whole documents or none, errors as documents, exit codes."""

from __future__ import annotations

import errno
import json
import shlex
import sys
from pathlib import Path
from typing import NoReturn
from unittest.mock import patch

import pytest

from careercli.cli.context import Session
from careercli.errors import ExitCode
from tests.every import ASKING, VERBS, printing
from tests.files import write_pack, write_profile
from tests.running import Result, Stream, run

USAGE, MISSING, INVALID = ExitCode.USAGE, ExitCode.NOT_FOUND, ExitCode.INVALID
STORAGE, ASKED, BELOW = ExitCode.STORAGE, ExitCode.NEEDS_INPUT, ExitCode.BELOW_TIER

FACTS = {ASKED: "--title Agent", USAGE: "--support-years many"}
"""Facts that cannot be used, where a command takes facts."""

PERSON = {MISSING: "nobody", INVALID: "broken.yaml", STORAGE: "folder"}
"""A PROFILE that cannot be used."""

SAVED = {MISSING: "nobody", INVALID: "broken"}
"""The NAME of a saved profile that cannot be used."""

STEP = {MISSING: "juggling", USAGE: "coaching=9", INVALID: "coaching broken"}
"""A step that cannot be recorded or taken back."""

WRONG: dict[str, dict[ExitCode, str]] = {
    "advise": {ASKED: "", USAGE: "--quick=1"},
    "assess": {**PERSON, **FACTS, BELOW: "dana.yaml --at-least director"},
    "plan": {**PERSON, **FACTS},
    "plan done": {**STEP, ASKED: "coaching dana"},
    "plan undo": STEP,
    "match": {
        MISSING: "none.txt --profile dana",
        USAGE: "job.txt --profile dana --yes juggling",
        STORAGE: "job.txt --profile folder",
        INVALID: "empty.txt --profile dana",
        ASKED: "--profile dana",
        BELOW: "ads/lead.txt --support-years 1 --at-least apply",
    },
    "what-if": {**{code: f"{words} --leads" for code, words in PERSON.items()}, USAGE: "dana.yaml"},
    "progress": {**SAVED, USAGE: "dana.yaml"},
    "progress log": {**STEP, ASKED: "coaching dana"},
    "prepare interview": {**PERSON, **FACTS},
    "prepare bullets": {**PERSON, **FACTS},
    "prepare letter": {**PERSON, **FACTS},
    "prepare case": {**PERSON, **FACTS},
    "prepare pay": {**PERSON, **FACTS},
    "prepare talk": {**PERSON, **FACTS},
    "feedback ask": {
        MISSING: "nobody --to Sam -o f.html",
        USAGE: "dana",
        STORAGE: "dana --to Sam -o nowhere/f.html",
    },
    "feedback add": {
        MISSING: "dana none.json",
        USAGE: "dana",
        STORAGE: "dana folder",
        INVALID: "dana dana.yaml",
    },
    "feedback show": SAVED,
    "portfolio": {**PERSON, USAGE: "dana.yaml -o dana.yaml"},
    "profile list": {USAGE: "dana"},
    "profile show": SAVED,
    "profile new": {
        ASKED: "noor",
        USAGE: "x/y --support-years 3",
        MISSING: "noor --support-years 3 --skill juggling=1",
    },
    "profile rename": {MISSING: "nobody noor", USAGE: "maya dana"},
    "profile delete": {MISSING: "nobody", ASKED: "maya"},
    "profile default": {MISSING: "nobody"},
    "profile edit": {MISSING: "nobody", ASKED: "maya"},
    "profile history": {MISSING: "nobody", INVALID: "torn"},
    "profile note": {MISSING: "nobody", USAGE: "maya ''"},
    "profile undo": {MISSING: "maya", INVALID: "mended", USAGE: "dana --redo=1"},
    "profile import": {
        MISSING: "none.json --as noor",
        INVALID: "broken.yaml --as noor",
        USAGE: "resume.json --as maya",
        ASKED: "resume.json --as noor",
    },
    "demo": {MISSING: "nobody"},
    "batch": {
        MISSING: "none.jsonl",
        STORAGE: "folder",
        USAGE: "people.jsonl people.jsonl",
        INVALID: "broken.jsonl",
    },
    "cohort": {
        MISSING: "nobody",
        INVALID: "dana broken",
        USAGE: "dana -o x.html --csv",
        STORAGE: "dana -o nowhere/x.json",
    },
    "path": {**PERSON, **FACTS},
    "report": {**PERSON, **FACTS},
    "doctor": {USAGE: "x", INVALID: ""},
    "backup": {USAGE: "dana.yaml", STORAGE: "nowhere/all.zip"},
    "restore": {MISSING: "none.zip", INVALID: "broken.yaml", STORAGE: "folder", ASKED: "kept.zip"},
    "config list": {USAGE: "hours"},
    "config get": {MISSING: "hour"},
    "config set": {MISSING: "goal astronaut", USAGE: "hours many"},
    "config unset": {MISSING: "hour"},
    "completion": {USAGE: "tcsh"},
    "help": {USAGE: "juggling"},
    "version": {USAGE: "x"},
    "role list": {USAGE: "x"},
    "role show": {MISSING: "astronaut", USAGE: ""},
    "transfer": {
        MISSING: "plumber",
        USAGE: "-o all.html",
        INVALID: "waiter broken.yaml",
        STORAGE: "waiter folder",
    },
    "skill list": {MISSING: "--tier astronaut"},
    "skill show": {MISSING: "juggling", INVALID: "coaching broken.yaml", STORAGE: "coaching folder"},
    "ask": {USAGE: "?"},
    "compare": {MISSING: "manager astronaut", USAGE: "manager"},
    "data check": {MISSING: "nowhere", INVALID: "my-broken-pack"},
    "data export": {USAGE: "x"},
    "data where": {USAGE: "x"},
    "data sources": {MISSING: "hearsay"},
    "data schema": {MISSING: "hearsay", USAGE: "skill --all x", STORAGE: "--all dana.yaml"},
    "data new": {USAGE: "new --id 'No Id'", STORAGE: "dana.yaml"},
}
"""What each command is given that it cannot use, by the exit code that this ends in."""

TELLING = {
    ("assess", BELOW),
    ("match", BELOW),
    ("profile history", INVALID),
    ("profile import", ASKED),
    ("batch", INVALID),
    ("cohort", INVALID),
    ("doctor", INVALID),
    ("data check", INVALID),
}
"""What prints its document all the same, because the failure is about what stands in it."""

CASES = [(path, code, words) for path, errors in WRONG.items() for code, words in errors.items()]

WITHOUT_DATA = {
    *("advise", "batch", "completion", "help", "version", "data schema", "data where", "data new"),
    *("doctor", "backup", "config list", "config get", "config set", "config unset"),
    *("profile default", "profile delete", "profile edit", "profile list", "profile note", "profile rename"),
}
"""What looks at no role data, or at something else first."""

ACTING = [path for path in VERBS if path not in ASKING]
"""What does something by itself."""


@pytest.fixture
def wrong(files: Path, home: Path) -> None:
    """Have the files and profiles that cannot be used, beside those that can."""
    Path("folder").mkdir()
    Path("broken.yaml").write_text("goal: x\n")
    Path("empty.txt").touch()
    Path("broken.jsonl").write_text("{}\n")
    write_pack(Path("my-broken-pack"), skills_x="goal: x\n")
    kept = home / "data" / "careercli"
    write_profile(kept / "profiles" / "broken.yaml", "skils: {}\n")
    write_profile(kept / "profiles" / "torn.yaml")
    (kept / "history" / "torn.jsonl").write_text("{{{\n")
    write_profile(kept / "profiles" / "mended.yaml")
    (kept / "profiles" / "mended.yaml.bak").write_text("skils: {}\n")


def ended(result: Result, code: ExitCode, *, document: bool = False) -> None:
    """Check that a run failed as scripts rely on: a code, a whole document or none, an error at the end."""
    *before, error = result.messages
    assert result.code == code, error
    assert (error["schema"], error["code"], error["name"]) == ("careercli/error@1", code, code.word)
    assert error["message"]
    assert error["hint"] != ""
    assert {message["schema"] for message in before} <= {"careercli/message@1"}
    assert result.stderr.endswith(b"}\n")
    if document:
        assert result.document["schema"].startswith("careercli/")
    else:
        assert result.stdout == b""


def test_every_command_has_its_errors_here() -> None:
    """Whoever adds a command says what it ends in where something is wrong."""
    assert WRONG.keys() == set(VERBS)
    assert all(WRONG.values())


@pytest.mark.parametrize(("path", "code", "words"), CASES, ids=[f"{path} {code}" for path, code, _ in CASES])
def test_what_goes_wrong(path: str, code: ExitCode, words: str, wrong: None) -> None:
    """An error has its code and is a document; a file to blame is named with its problems."""
    result = run(*path.split(), *shlex.split(words), "--json")

    ended(result, code, document=(path, code) in TELLING)
    problems = result.messages[-1]["problems"]
    assert bool(problems) == (
        code == INVALID and path not in {"batch", "match", "profile import", "feedback add"}
    )
    assert all(problem["file"] and problem["message"] for problem in problems)
    assert run(*path.split(), *shlex.split(words)).code == code


@pytest.mark.parametrize("path", VERBS)
def test_wrong_usage_of_every_command(path: str, files: Path) -> None:
    """What cannot be parsed is told as a document as well, wherever --json stands."""
    for arguments in (["--json", *path.split(), "--nope"], [*path.split(), "--nope", "--json"]):
        ended(run(*arguments), USAGE)
    assert run(*path.split(), "--nope", "--", "--json").err.startswith("careercli: ")


@pytest.mark.parametrize(
    "words", ["plan -o ''", "plan --svg me.svg", "path --svg me.txt", "--svg me.svg path", "path --data ''"]
)
def test_an_option_refused_before_json_is_heard(words: str, files: Path) -> None:
    """What an option finds wrong by itself is told as a document, too, although --json comes behind it."""
    ended(run(*shlex.split(words), "--json"), USAGE)
    assert not Path("me.svg").exists()


@pytest.mark.parametrize(
    "arguments", [["--json"], ["data", "--json"], ["asess", "--json"], ["--json", "--nope"]]
)
def test_no_command(arguments: list[str]) -> None:
    """So it is where no command is meant."""
    ended(run(*arguments), USAGE)


@pytest.mark.parametrize("path", ACTING)
def test_a_document_for_every_command(path: str, files: Path) -> None:
    """Where nothing is wrong there is one document, or with a batch one on each line, and no error."""
    result = run(*printing(path), "--json")

    documents = result.out.splitlines() if path == "batch" else [result.out]
    assert result.code == 0
    assert all(isinstance(json.loads(document), dict) for document in documents)
    assert result.out.endswith("}\n")
    assert "careercli/error@" not in result.err


@pytest.mark.parametrize("path", [path for path in ACTING if path not in WITHOUT_DATA])
def test_role_data_that_cannot_be_used(path: str, wrong: None) -> None:
    """A pack that is not there ends every command that looks at role data."""
    words = [word for word in printing(path) if word != "my-pack"]  # which is checked instead of those in use

    ended(run(*words, "--json", "--data", "nowhere"), MISSING)


FULL = OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize(
    ("path", "error", "code"),
    [
        *((path, FULL, STORAGE) for path in ACTING),
        *((path, KeyboardInterrupt(), ExitCode.INTERRUPTED) for path in ("assess", "batch", "data export")),
        *(
            (path, ZeroDivisionError("by zero"), ExitCode.FAULT)
            for path in ("assess", "batch", "data export")
        ),
    ],
)
def test_output_that_comes_to_nothing(path: str, error: BaseException, code: ExitCode, files: Path) -> None:
    """A full disk, Ctrl-C and a defect while the document is written are errors like any other."""

    def fail(stream: Stream) -> None:
        if stream is sys.stdout:
            raise error

    with patch.object(Stream, "flush", fail):
        result = run(*printing(path), "--json")

    ended(result, code)


@pytest.mark.parametrize(
    "path",
    [
        *("profile new", "profile note", "profile rename", "profile delete", "profile default"),
        *("plan done", "plan undo", "progress log", "config set", "profile undo"),
        *("backup", "restore"),
    ],
)
def test_what_cannot_be_saved(path: str, files: Path) -> None:
    """Nothing is printed of what could not be kept."""

    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(errno.EIO, "Input/output error")

    with (
        patch("os.fsync", fail),
        patch.object(Path, "replace", fail),
        patch.object(Path, "rename", fail),
        patch.object(Path, "unlink", fail),
    ):
        result = run(*printing(path), "--json")

    ended(result, STORAGE)


def test_broken_off_between_saving_and_printing(files: Path) -> None:
    """Ctrl-C that comes when a profile is saved already is not told as if nothing had been changed."""
    with patch.object(Session, "print_document", side_effect=KeyboardInterrupt):
        result = run(*printing("profile new"), "--json")

    ended(result, ExitCode.INTERRUPTED)
    assert "What was saved by then is whole" in result.messages[-1]["message"]
    assert run(*printing("profile new"), "--json").code == USAGE  # it is there


def test_the_traceback_of_a_fault(files: Path) -> None:
    """Whoever looks for a defect finds the traceback before the error, in a document of its own."""
    with patch.object(Session, "print_document", side_effect=ZeroDivisionError("by zero")):
        result = run("demo", "--json", env={"CAREERCLI_DEBUG": "1"})

    ended(result, ExitCode.FAULT)
    assert result.messages[0]["message"].startswith("Traceback (most recent call last):\n")


def test_nobody_is_asked(files: Path) -> None:
    """On a terminal too, --json is for a program: what would be asked is an error."""
    for words in (
        "advise",
        "plan done coaching dana",
        "profile delete maya",
        "profile edit maya",
        "profile new x",
    ):
        ended(run(*words.split(), "--json", terminal=True), ASKED)


def test_messages_on_a_terminal_are_not_wrapped(files: Path) -> None:
    """A document on standard error is one line of UTF-8, whatever the terminal and its encoding."""
    narrow = run("assess", "nobódy", "--json", terminal=True, columns=20, encoding="ascii")

    assert narrow == run("assess", "nobódy", "--json")
    assert "nobódy" in narrow.messages[-1]["message"]
