from __future__ import annotations

from pathlib import Path

import pytest

from tests.files import write_pack, write_profile
from tests.running import run, run_process


def completed(line: str, **env: str) -> list[str]:
    """Return what bash would offer at the end of a line."""
    words = line.split(" ")
    asked = {"_CAREERCLI_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    result = run(env=asked | env)
    assert (result.code, result.err) == (0, "")
    return result.out.split()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("careercli as", ["assess", "ask"]),
        ("careercli role show customer-support-m", ["customer-support-manager"]),
        ("careercli role show customer-support-manager --section pa", ["path", "pay", "pay-by-place"]),
        ("careercli compare seni", ["senior-specialist", "senior-manager"]),
        ("careercli skill list --group lea", ["leading"]),
        ("careercli path --ladder cust", ["customer-support"]),
        ("careercli skill s", ["show"]),
        ("careercli assess --goal dir", ["director"]),
        ("careercli assess --at-least team", ["team-lead"]),
        ("careercli plan --skill coach", ["coaching="]),
        ("careercli skill show coach", ["coaching"]),
        ("careercli skill list --tier juni", ["junior-specialist", "junior-manager"]),
        ("careercli demo d", ["dana", "daniel"]),
        ("careercli assess --support", ["--support-years"]),
        ("careercli plan --format ", ["table", "md", "csv", "ics", "json"]),
        ("careercli plan do", ["done"]),
        ("careercli plan done coach", ["coaching"]),
        ("careercli progress lo", ["log"]),
        ("careercli plan --skill coaching=", [f"coaching={level}" for level in range(5)]),
        ("careercli plan --skill coaching=3", ["coaching=3"]),
        ("careercli plan --route s", ["shortest"]),
        ("careercli skill list --kind t", ["technical"]),
        ("careercli data schema port", ["portfolio"]),
        ("careercli data sources gitlab-inc", ["gitlab-incidents"]),
        ("careercli completion p", ["powershell"]),
        ("careercli help ass", ["assess"]),
        ("careercli help opt", ["options"]),
        ("careercli help plan d", ["done"]),
        ("careercli help assess x", []),
        ("careercli role show customer-support-manager --format h", ["html"]),
        ("careercli skill show zzz", []),
        ("careercli nonsense zzz", []),
        ("careercli assess --as-of never --goal dir", ["director"]),
    ],
)
def test_completion(line: str, offered: list[str]) -> None:
    """The shell completes commands, options, and the ids of tiers, skills and people."""
    assert completed(line) == offered


def test_completion_of_saved_profiles(home: Path) -> None:
    """Saved names are offered where a profile is wanted."""
    folder = home / "data" / "careercli" / "profiles"
    folder.mkdir(parents=True)
    for name in ("dana", "daniel", "maya"):
        write_profile(folder / f"{name}.yaml")

    assert completed("careercli assess da") == ["dana", "daniel"]
    assert completed("careercli advise --profile ma") == ["maya"]
    assert completed("careercli compare da") == ["dana", "daniel"]
    assert completed("careercli cohort dana ma") == ["maya"]
    assert completed("careercli path --profile da") == ["dana", "daniel"]
    assert completed("careercli progress log coaching ma") == ["maya"]


def test_completion_with_a_broken_pack(home: Path) -> None:
    """In the middle of typing a pack with problems offers nothing, and says nothing."""
    broken = write_pack(home / "broken", skills_x="schema: [")

    assert completed("careercli skill show coach", CAREERCLI_DATA=str(broken)) == []
    assert completed("careercli skill show coach", CAREERCLI_DATA=str(home / "nowhere")) == []


def test_completion_with_an_overriding_pack(home: Path) -> None:
    """The note on what a pack overrides does not appear on a line that is being typed."""
    from careercli.catalog import builtin_pack

    empathy = (builtin_pack() / "skills" / "empathy.yaml").read_text()
    pack = write_pack(home / "pack", skills_empathy=empathy)

    assert completed("careercli skill show empa", CAREERCLI_DATA=str(pack)) == ["empathy"]


def test_completion_with_packs_on_the_line() -> None:
    """What --data and --ladder name on the line is what is offered."""
    pack = Path(__file__).parents[2] / "docs" / "examples" / "technical-support"
    ladder = completed(f"careercli --data {pack} path --ladder tech")

    assert ladder == ["technical-support"]
    assert completed(f"careercli plan --data {pack} --goal prin") == []
    assert completed(f"careercli plan --ladder customer-support --data {pack} --goal dir") == ["director"]


def test_completion_where_nothing_can_be_read(home: Path) -> None:
    """A folder of profiles that is none offers nothing, and says nothing."""
    folder = home / "data" / "careercli"
    folder.mkdir(parents=True)
    (folder / "profiles").write_text("not a folder")

    assert completed("careercli assess d") == []


def test_completion_in_a_process() -> None:
    """The shell's own call works."""
    env = {"_CAREERCLI_COMPLETE": "complete_bash", "COMP_WORDS": "careercli pa", "COMP_CWORD": "1"}

    assert run_process(env=env).out.split() == ["path"]


@pytest.mark.parametrize(
    "asked",
    [
        {"_CAREERCLI_COMPLETE": "bogus"},
        {"_CAREERCLI_COMPLETE": "bash_complete"},
        {"_CAREERCLI_COMPLETE": "complete_bogus"},
        {"_CAREERCLI_COMPLETE": "complete_bash"},
        {"_CAREERCLI_COMPLETE": "complete_bash", "COMP_WORDS": "careercli pa", "COMP_CWORD": "x"},
        {"_CAREERCLI_COMPLETE": "\x1b[31m"},
    ],
)
def test_what_no_shell_asks(asked: dict[str, str]) -> None:
    """A variable that somebody set by mistake is wrong usage, said in our words, and no fault of ours."""
    result = run("path", "--json", env=asked)

    assert (result.code, result.out) == (2, "")
    [message] = result.messages
    assert "_CAREERCLI_COMPLETE" in message["message"]
