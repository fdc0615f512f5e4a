"""``--accessible`` in every command, as a screen reader gets it: line after line, each said in words."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from careercli.errors import ExitCode
from tests.every import EVERY, VERBS
from tests.files import write_pack
from tests.running import DAY, Result, run

ROWS: dict[str, tuple[tuple[str, ...], ...]] = {
    "advise": ((),),
    "assess": (("dana",), ("dana", "--full"), ("--support-years", "0")),
    "plan": (("dana",), ("maya", "--full"), ("dana", "--route", "shortest"), ("dana", "--format", "md")),
    "plan done": (("coaching", "dana", "--proof", "Three notes"),),
    "plan undo": (("coaching", "dana"),),
    "match": (
        ("job.txt", "--profile", "dana", "--no", "weekends"),
        ("ads/lead.txt", "--support-years", "2", "--skill", "coaching=1", "--skill", "support-metrics=0"),
        ("ads", "--profile", "maya"),
    ),
    "what-if": (
        ("dana", "--support-years", "+2", "--skill", "hiring=4"),
        ("dana", "--variant", "a: --leads", "--variant", "b: --hours 9 --skill hiring=3"),
    ),
    "progress": (("dana",), ("maya",)),
    "progress log": (("coaching", "dana", "--proof", "Three notes"),),
    "portfolio": (("dana",),),
    "prepare interview": (("dana",), ("dana", "--for", "ads/lead.txt")),
    "prepare bullets": (("dana",), ("maya", "--anonymous")),
    "prepare letter": (("dana", "--for", "job.txt"),),
    "prepare case": (("dana",), ("dana", "--for", "director")),
    "prepare pay": (("dana",),),
    "prepare talk": (("dana",),),
    "feedback ask": (("dana", "--to", "Sam", "-o", "form.html"),),
    "feedback add": (("dana", "opinion.json"),),
    "feedback show": (("dana",), ("maya",)),
    "report": (("dana", "-o", "report.html"),),
    "profile new": (("zoe", "--support-years", "3"),),
    "profile list": ((),),
    "profile show": (("dana",),),
    "profile edit": (("dana",),),
    "profile history": (("dana",),),
    "profile import": (("resume.json", "--as", "noor", "--yes"),),
    "profile rename": (("dana", "dora"),),
    "profile delete": (("dana", "--yes"),),
    "profile default": ((), ("dana",)),
    "profile note": (("dana", "Asked about hiring"), ("dana",)),
    "demo": ((), ("dana",), ("priya", "--full"), ("dana", "--tour")),
    "batch": (("people.jsonl",),),
    "cohort": ((), ("clients", "dana", "maya", "--full"), ("dana", "maya", "--for", "job.txt")),
    "path": ((), ("dana",), ("--profile", "dana")),
    "role list": ((),),
    "role show": (("customer-support-manager",), ("customer-support-specialist", "--section", "pay")),
    "transfer": ((), ("waiter",), ("waiter", "dana"), ("--to", "training")),
    "skill list": ((), ("--tier", "manager")),
    "skill show": (("coaching",), ("coaching", "dana")),
    "ask": (("what does a director earn?",), ("who won the football game?",)),
    "compare": (
        ("team-lead", "director"),
        ("customer-support-specialist", "customer-support-manager"),
        ("dana", "maya"),
        ("dana", "manager"),
    ),
    "data check": (("my-pack",), ()),
    "data export": ((),),
    "data where": ((),),
    "data sources": ((), ("onet",)),
    "data schema": ((), ("profile",)),
    "data new": (("new-pack",),),
    "profile undo": (("dana",),),
    "config list": ((),),
    "config get": (("state",), ("data",)),
    "config set": (("hours", "6"),),
    "config unset": (("state",),),
    "doctor": ((),),
    "backup": (("everything.zip",),),
    "restore": (("kept.zip", "--yes"), ("kept.zip", "--dry-run")),
    "completion": ((), ("bash",)),
    "help": ((), ("plan", "done"), ("options",)),
    "version": ((),),
}
"""What is run of every command."""

FOR_PROGRAMS = {"batch", "data export", "data schema profile", "completion bash"}
"""What prints a document or a script for a program, whoever asks for it."""

DRAWN = re.compile("[\u2190-\u21ff\u2500-\u25ff\u2800-\u28ff\ue000-\uf8ff]|[#=*_|+~.o-]{4,}| \\| ")
"""Arrows, boxes, bars, dots and braille, and what stands for them where only ASCII can be written."""

APART = re.compile(r"\S {2,}\S|\t")
"""What is set apart by space alone, as columns are."""

CASES = [(path, words) for path, every in ROWS.items() for words in every]


def ran(path: str, words: tuple[str, ...], *, columns: int = 200, **env: str) -> Result:
    """Run a command for a screen reader; what asks gets Enter for an answer to everything."""
    asks = path in {"advise", "profile edit"}
    options = ("--accessible", "--as-of", DAY)
    return run(*path.split(), *words, *options, stdin="\n" * 300, terminal=asks, columns=columns, env=env)


def linear(text: str) -> None:
    """Check that text is lines that say something, with nothing drawn, colored or set in columns."""
    assert text.strip()
    assert "\x1b" not in text
    assert "\r" not in text
    assert "\n\n\n\n" not in text
    for line in text.splitlines():
        shown = "" if line.startswith("Type: ") else line  # what is to be typed is as it has to be
        assert not DRAWN.search(shown), line
        assert not APART.search(line), line
        assert not line.strip() or re.search(r"[^\W\d_]", line), line


def same_words(result: Result) -> list[str]:
    """Return the words that were printed, without the number that each form gets anew."""
    return re.sub("opinion-[0-9a-f]+", "opinion", result.out).split()


def name_of(part: object) -> str:
    """Return what a case is called."""
    return part if isinstance(part, str) else " ".join(part)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def _editor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "true")


def test_every_command_has_a_row() -> None:
    """No command is forgotten."""
    assert set(ROWS) == set(VERBS)


@pytest.mark.parametrize(("path", "words"), CASES, ids=name_of)
def test_what_a_screen_reader_gets(path: str, words: tuple[str, ...], files: Path, home: Path) -> None:
    """Nothing is drawn, set in columns or colored, every line says something, and no width changes a word."""
    shutil.copytree(home, home.with_suffix(".before"))

    result = ran(path, words, CLICOLOR_FORCE="1")

    assert result.code == ExitCode.DONE, result.err
    text = result.out + result.err
    if path == "advise":  # a terminal would show the end of each answer's line
        text = re.sub(r"(?<=: )(?=  \w)", "\n", text)
    if not FOR_PROGRAMS & {path, " ".join((path, *words))}:
        linear(text)
    assert "\x1b" not in text
    shutil.rmtree(home)
    shutil.move(home.with_suffix(".before"), home)
    os.chdir(files)
    if path != "doctor":  # which says how wide the terminal is
        assert same_words(ran(path, words, columns=40)) == same_words(result)


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path or "careercli")
def test_help(path: str) -> None:
    """The help says everything with what it means on a line of its own, wherever --accessible stands."""
    words = [*path.split(), "--help"]

    result = run(*words, "--accessible")

    assert (result.code, result.err) == (ExitCode.DONE, "")
    linear(result.out)
    assert run("--accessible", *words).out == run(*words, env={"CAREERCLI_ACCESSIBLE": "1"}).out == result.out
    page, lines = run("help", *path.split(), "--json").document, result.out.splitlines()
    assert {*page["about"], f"Usage: {page['usage']}"} <= set(lines)
    for kind in ("arguments", "options", "commands"):
        assert {f"{each['name']}: {each['text']}" for each in page[kind]} <= set(lines)
    assert {f"{each['command']}: {each['text']}" for each in page["examples"]} <= set(lines)


@pytest.mark.parametrize(
    "words",
    [["assess", "nobody.yaml"], ["plan", "dana", "--goal", "king"], ["nonsense"], ["data", "check", "bad"]],
)
def test_what_went_wrong(words: list[str], files: Path) -> None:
    """Messages are lines too, and say the same."""
    write_pack(files / "bad", skills_x="schema: [")

    result = run(*words, "--accessible", terminal=True, columns=200)

    assert result.code
    linear(result.err)
    assert result.out == ""
