from __future__ import annotations

import shlex
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercli.errors import ExitCode
from careercli.search import kept
from tests.catalog.pack_builder import write_pack
from tests.running import run, run_process
from tests.test_startup import HEAVY, loaded

ANGRY = "how do I deal with angry callers?"


def test_the_document_has_the_answers() -> None:
    """--json prints the question and the passages, the best first, each with where it stands."""
    result = run("ask", ANGRY, "--json")
    document = result.document

    assert (result.code, result.err) == (0, "")
    assert list(document) == ["schema", "question", "passages", "nearest", "unknowable"]
    assert document["nearest"] == []
    assert document["schema"] == "careercli/answers@1"
    assert document["question"] == ANGRY
    assert [entry["rank"] for entry in document["passages"]] == [1, 2, 3]
    first = document["passages"][0]
    assert list(first) == ["rank", "score", "role", "section", "skill", "title", "text", "sources", "command"]
    assert first["title"] == "How do I deal with an angry or difficult customer?"
    assert (first["role"], first["section"]) == ("customer-support-specialist", "faq")
    assert first["skill"] == "conflict-resolution"
    assert "specialist-guide#faq" in first["sources"]
    assert first["score"] > 0


def test_what_is_not_covered_is_said_to_be_so() -> None:
    """Where nothing answers, nothing is passed off as an answer; what comes near stands apart."""
    near = run("ask", "does Concentrix pay overtime on Diwali", "--json").document
    far = run("ask", "a recipe for soup", "--json").document
    screen = run("ask", "does Concentrix pay overtime on Diwali").out

    assert near["passages"] == far["passages"] == far["nearest"] == []
    assert list(near["nearest"][0]) == ["role", "section", "title", "command"]
    assert "Nothing here answers that." in screen
    assert "though it is no answer" in screen
    assert f"See: {near['nearest'][0]['command']}" in screen


def test_words_without_quotes() -> None:
    """A question needs no quotes, and extra space in it means nothing."""
    assert run("ask", *ANGRY.split(), "--json").out == run("ask", f"  {ANGRY}\n", "--json").out


def test_the_screen_answers_cites_and_says_where_to_read_on() -> None:
    """The screen has the beginning of each passage, its sources, and the command for the rest."""
    out = run("ask", ANGRY).out

    assert out.startswith(f"{ANGRY}\n\nHow do I deal with an angry or difficult customer?\n")
    assert "Stay calm, and let them finish." in out
    assert "More: careercli role show customer-support-specialist --section faq" in out
    assert "\nFrom: [1]" in out
    assert "\nSources\n  [1]  " in out


@pytest.mark.parametrize(
    "question", [ANGRY, "coaching", "CCSP", "Zendesk", "Power BI", "what does a boss earn"]
)
def test_the_command_under_a_passage_works(question: str) -> None:
    """What stands under a passage can be typed."""
    for entry in run("ask", question, "--limit", "6", "--json").document["passages"]:
        words = shlex.split(entry["command"])
        assert words[0] == "careercli"
        assert run(*words[1:]).code == ExitCode.DONE, entry["command"]


@pytest.mark.parametrize("limit", [1, 2, 20])
def test_limit(limit: int) -> None:
    """--limit says how many passages there are at most."""
    passages = run("ask", ANGRY, "--limit", str(limit), "--json").document["passages"]

    assert 1 <= len(passages) <= limit
    assert (limit == 20) == (len(passages) > 3)


@pytest.mark.parametrize("limit", ["0", "21", "-1", "many"])
def test_a_limit_out_of_range(limit: str) -> None:
    """A limit that cannot be is wrong usage."""
    result = run("ask", ANGRY, "--limit", limit)

    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert "--limit" in result.err


@pytest.mark.parametrize("role", ["customer-support-manager", "Support Manager"])
def test_only_the_guide_of_one_role(role: str) -> None:
    """--role takes an id, name or alias, and leaves other guides out."""
    passages = run("ask", "can I work from home?", "--role", role, "--json").document["passages"]

    assert {entry["role"] for entry in passages} == {"customer-support-manager"}
    assert passages[0]["title"] == "Can I do this job from home?"


def test_a_role_that_is_not_there() -> None:
    """An unknown role is not found, and the nearest is named."""
    result = run("ask", "pay", "--role", "support manger")

    assert (result.code, result.out) == (ExitCode.NOT_FOUND, "")
    assert "Did you mean 'customer-support-manager'?" in result.err


def test_nothing_answers() -> None:
    """A question about something else is told so, with what to do; that is no fault."""
    result = run("ask", "what is the capital of France?")

    assert (result.code, result.err) == (0, "")
    assert "Nothing here answers that." in result.out
    assert "careercli role show customer-support-specialist" in result.out
    document = run("ask", "what is the capital of France?", "--json").document
    assert document["passages"] == []


@pytest.mark.parametrize("arguments", [[""], ["  "], ["?!"], ["..."], ["", ""]])
def test_an_empty_question(arguments: list[str]) -> None:
    """Without a word there is no question."""
    result = run("ask", *arguments)

    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert result.err.startswith("careercli: There is no question.\n")


def test_no_question_at_all() -> None:
    """Nor without an argument."""
    result = run("ask")

    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert "QUESTION" in result.err


def _kept(cache: Path) -> list[Path]:
    return sorted(cache.glob("careercli/passages-*.index"))


def test_a_kept_index_answers_as_a_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Kept, damaged and mended, or never kept where the folder cannot be written: the bytes are the same."""
    pack, cache = write_pack(tmp_path / "pack"), tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    words = ("ask", ANGRY, "--data", str(pack), "--json")
    first = run(*words).out
    (file,) = _kept(cache)
    whole = file.read_bytes()

    assert run(*words).out == first
    for broken in (b"", whole[:-1], whole[:5000] + b"?" + whole[5001:]):
        file.write_bytes(broken)
        assert run(*words).out == first
        assert file.read_bytes() == whole
    monkeypatch.setattr(sqlite3, "sqlite_version", "3.0.0")
    assert run(*words).out == first
    assert len(_kept(cache)) == 2
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "pack" / "pack.yaml"))
    assert run(*words).out == first


@pytest.mark.slow
def test_runs_at_once_keep_one_index(tmp_path: Path) -> None:
    """Each of several first runs makes it, and whichever is last leaves it whole."""
    pack, cache = write_pack(tmp_path / "pack"), tmp_path / "cache"
    words, env = ("ask", ANGRY, "--data", str(pack), "--json"), {"XDG_CACHE_HOME": str(cache)}
    with ThreadPoolExecutor() as several:
        results = list(several.map(lambda _: run_process(*words, env=env), range(3)))

    assert {result.code for result in results} == {0}
    assert {result.out for result in results} == {run(*words).out}
    (file,) = _kept(cache)
    kept.decoded(file.read_bytes())


def test_no_full_text_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python whose SQLite cannot search ends with what to do instead."""

    class Bare(sqlite3.Connection):
        def execute(self, *_: object) -> NoReturn:
            raise sqlite3.OperationalError("no such module: fts5")

    monkeypatch.setattr(sqlite3, "connect", Bare)
    result = run("ask", "pay")

    assert (result.code, result.out) == (ExitCode.STORAGE, "")
    assert "FTS5" in result.err
    assert "careercli role list" in result.err


@pytest.mark.slow
@settings(max_examples=60)
@given(question=st.text(st.characters(exclude_characters="\x00"), max_size=80), as_json=st.booleans())
def test_any_text_is_answered_or_refused(question: str, as_json: bool) -> None:
    """Whatever is typed, a run ends with an answer, with none, or with wrong usage; never in a fault."""
    result = run("ask", *(["--json"] if as_json else []), "--", question)

    assert result.code in (ExitCode.DONE, ExitCode.USAGE)
    assert (result.code == ExitCode.USAGE) == (not result.stdout)
    assert "\x1b" not in result.out


def test_what_is_typed_is_shown_as_text() -> None:
    """Markup, control characters and line breaks in a question change nothing on the screen."""
    out = run("ask", "[bold]pay[/bold]\x1b[31m \u202e\n# pay").out

    assert out.startswith("[bold]pay[/bold]\N{REPLACEMENT CHARACTER}[31m \N{REPLACEMENT CHARACTER} # pay\n")


def test_piped() -> None:
    """Into a pipe that closes, or without a terminal, it ends quietly."""
    result = run_process("ask", ANGRY, "--limit", "20", how='"$@" | head -1')

    assert (result.code, result.err) == (0, "")
    assert result.out == f"{ANGRY}\n"


def test_a_pack_that_is_laid_on_answers_too(tmp_path: Path) -> None:
    """What a pack brings can be asked about."""
    pack = Path(__file__).parents[2] / "docs" / "examples" / "technical-support"
    result = run("ask", "log analysis", "--json", env={"CAREERCLI_DATA": str(pack)})

    assert result.code == 0, result.err
    assert "log-analysis" in [entry["skill"] for entry in result.document["passages"]]


def test_an_answer_as_a_document_draws_nothing() -> None:
    """A document loads neither what draws, nor what asks, nor what reads YAML."""
    assert run_process("ask", "pay").code == 0
    assert not loaded("ask", "pay", "--json") & HEAVY
