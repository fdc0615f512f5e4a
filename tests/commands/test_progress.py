from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from syrupy.assertion import SnapshotAssertion

from careercli.errors import ExitCode
from tests.files import write_profile
from tests.interview.keeping import history_of, keep, kept
from tests.running import run

LOOKS = {
    "80": {},
    "40": {"columns": 40},
    "200": {"columns": 200},
    "ascii": {"encoding": "ascii"},
    "accessible": {"env": {"TERM": "dumb"}},
}

STEPS = (
    ("budgeting", "2026-11-30", "5", "Three-month sheet"),
    ("strategic-thinking", "2026-12-14", None, "Options page"),
    ("change-management", "2027-01-10", "9.5", "Plan and survey"),
)


def live() -> None:
    """Let a person begin, and finish three steps on different days."""
    keep("dana")
    assert run("progress", "dana", "--as-of", "2026-11-21").code == 0
    for skill, day, hours, proof in STEPS:
        taken = [] if hours is None else ["--hours", hours]
        result = run("plan", "done", skill, "dana", "--proof", proof, *taken, "--as-of", day)
        assert (result.code, result.err) == (0, "")


@pytest.mark.parametrize("look", LOOKS)
def test_screen(look: str, home: Path, screen: SnapshotAssertion) -> None:
    """Three months on it reads as somebody last approved it."""
    live()
    result = run("progress", "dana", "--as-of", "2027-02-21", **LOOKS[look])  # type: ignore[arg-type]

    assert (result.code, result.err) == (0, "")
    assert result.out == screen


@pytest.mark.parametrize("look", ["80", "40", "accessible"])
def test_the_first_day(look: str, home: Path, screen: SnapshotAssertion) -> None:
    """With nothing to compare it says what there is, and what will be seen next time."""
    keep("dana")
    result = run("progress", "dana", "--as-of", "2026-11-21", **LOOKS[look])  # type: ignore[arg-type]

    assert (result.code, result.err) == (0, "")
    assert result.out == screen


@pytest.mark.parametrize("look", ["80", "accessible"])
def test_when_nothing_moved(look: str, home: Path, screen: SnapshotAssertion) -> None:
    """It says so, since when, and what to do next."""
    keep("dana")
    run("progress", "dana", "--as-of", "2026-11-21")
    result = run("progress", "dana", "--as-of", "2027-02-21", **LOOKS[look])  # type: ignore[arg-type]

    assert "Nothing changed since 21 Nov 2026. The next step is:" in " ".join(result.out.split())
    assert result.out == screen


def test_document(home: Path, screen: SnapshotAssertion) -> None:
    """--json has the same as data."""
    live()
    result = run("progress", "dana", "--as-of", "2027-02-21", "--json")

    assert (result.code, result.err) == (0, "")
    assert result.out == screen


def test_it_is_remembered_when_something_changed(home: Path) -> None:
    """Looking at progress remembers where one stands, once; with an earlier day it only looks back."""
    live()
    before = history_of("dana").entries

    assert run("progress", "dana", "--as-of", "2027-02-21").code == 0
    assert run("progress", "dana", "--as-of", "2026-12-01").code == 0
    assert history_of("dana").entries == before

    keep("maya", persona="maya")
    for _ in range(2):
        run("progress", "maya", "--as-of", "2026-11-21")
    assert len(history_of("maya").entries) == 1


def test_an_earlier_day_is_as_it_was(home: Path) -> None:
    """Looked back at, the second step was not done yet."""
    live()
    document = run("progress", "dana", "--as-of", "2026-12-01", "--json").document

    assert [step["skill"] for step in document["steps"]] == ["budgeting"]
    assert "As it was remembered on that day" in run("progress", "dana", "--as-of", "2026-12-01").out


def test_a_day_before_everything_is_not_called_remembered(home: Path) -> None:
    """Where nothing was remembered yet, what is shown are the facts of now, and so it says."""
    live()
    result = run("progress", "dana", "--as-of", "2020-01-01")

    assert "Nothing was remembered by that day: these are the facts as they are now." in result.out
    assert "As it was remembered" not in result.out
    assert "the first day that is remembered" not in result.out


def test_newer_role_data_is_not_the_persons_doing(home: Path) -> None:
    """What a pack laid over changed is said as such."""
    keep("dana")
    run("progress", "dana", "--as-of", "2026-11-21")
    history = history_of("dana").entries
    path = home / "data" / "careercli" / "history" / "dana.jsonl"
    text = path.read_text()
    fit = f'"manager":{msgspec.json.decode(text)["fits"]["manager"]}'
    path.write_text(text.replace(fit, '"manager":0.72').replace('"catalog":"', '"catalog":"0'))
    result = run("progress", "dana", "--as-of", "2026-11-25")

    assert len(history) == 1
    assert "Moved by newer role data, not by you: Manager covered 72%" in " ".join(result.out.split())
    assert "Nothing changed since" in result.out


@pytest.mark.parametrize("look", ["80", "accessible"])
def test_a_newer_rule_is_not_the_persons_doing(look: str, home: Path) -> None:
    """What it moved is said as such, and the curves begin where it does."""
    keep("dana")
    run("assess", "dana", "--as-of", "2026-11-21")
    path = home / "data" / "careercli" / "history" / "dana.jsonl"
    path.write_text(
        path.read_text().replace(',"rule":2', "").replace('"current":"junior-', '"current":"senior-')
    )
    text = " ".join(run("progress", "dana", "--as-of", "2026-11-25", **LOOKS[look]).out.split())

    assert "Moved by the new rule of placement, not by you: tier Senior Manager" in text
    assert "role data" not in text
    assert "From 25 Nov 2026: what was reckoned before, by another rule, is no part of it." in text


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (
            ["here.yaml"],
            ExitCode.USAGE,
            "of a saved profile, and 'here.yaml' is not one.",
        ),
        (["-"], ExitCode.USAGE, "standard input is not one"),
        (["danna"], ExitCode.NOT_FOUND, "Did you mean 'dana'?"),
        ([], ExitCode.NOT_FOUND, "none of the saved ones is chosen as the default"),
        (["dana", "--hours", "3"], ExitCode.USAGE, "There is no option '--hours'"),
    ],
)
def test_what_has_no_progress(arguments: list[str], code: ExitCode, said: str, home: Path) -> None:
    """Only what is saved is remembered."""
    keep("dana")
    keep("maya")
    write_profile(Path("here.yaml"))
    result = run("progress", *arguments)

    assert result.code == code
    assert said in result.err


def test_a_career_over_time(home: Path) -> None:
    """New profile, plan, three steps on different days, one taken back, progress months later, portfolio."""
    made = run(
        *("profile", "new", "sam", "--support-years", "3", "--goal", "senior-specialist", "--hours", "3"),
        *("--skill", "ticketing=2", "--skill", "communication=2", "--skill", "coaching=1"),
        *("--as-of", "2026-11-21"),
    )
    assert made.code == 0, made.err
    plan = run("plan", "sam", "--json", "--as-of", "2026-11-21").document
    assert plan["milestones"][0]["steps"][0]["id"] == "quick-interview"
    steps = [
        ("communication-3", "2026-11-29", "First proof"),
        ("coaching", "2026-12-10", "From 8 reopened tickets to 3 in a month"),
        ("ticketing=3", "2027-01-15", "Wrote the macro guide in Zendesk"),
    ]
    for step, day, proof in steps:
        assert run("plan", "done", step, "sam", "--proof", proof, "--as-of", day, "--hours", "6").code == 0
    levels = kept("sam").skills
    assert run("plan", "undo", "ticketing", "sam", "--as-of", "2027-01-16").code == 0
    assert kept("sam").skills == {**levels, "ticketing": 2}

    progress = run("progress", "sam", "--as-of", "2027-02-28", "--json").document
    assert [step["proof"] for step in progress["steps"]] == [
        "First proof",
        "From 8 reopened tickets to 3 in a month",
    ]
    assert progress["start"]["since"] == "2026-11-21"
    assert progress["unchanged_since"] == "2027-01-16"
    assert progress["pace"]["done"] == 12
    assert progress["pace"]["hours_per_week"] < 3
    assert progress["years_since"] == "2026-11-21"
    assert not any(each["at_pace"] for each in progress["forecasts"]), "99 days say nothing of years to come"
    fits = {entry["tier"]: [point["fit"] for point in entry["points"]] for entry in progress["fits"]}
    assert fits["senior-specialist"][-1] > fits["senior-specialist"][0]

    portfolio = run("portfolio", "sam", "--format", "md", "--as-of", "2027-02-28")
    assert portfolio.code == 0
    assert "- 10 Dec 2026: From 8 reopened tickets to 3 in a month (Coaching and mentoring)" in portfolio.out
    assert "macro guide" not in portfolio.out
    assert "You claim level 2 (working) in Ticketing systems, and nothing shows it yet." in portfolio.out


def test_it_says_from_how_much_history_it_speaks(home: Path) -> None:
    """In days or weeks, answers and steps; with the third point come charts, until then there is a line."""
    keep("dana")
    said = []
    for day in ("2026-11-21", "2026-11-27", "2026-12-19"):
        said.append(run("progress", "dana", "--as-of", day).out)
        assert run("plan", "done", "budgeting", "dana", "--proof", "Sheet", "--as-of", day).code == 0
        assert run("progress", "dana", "--as-of", day).code == 0

    first, second, third = (" ".join(text.split()) for text in said)
    assert "From 1 day" not in first
    assert "From 7 days: your answers on 2 days and 1 finished step." in second
    assert re.search(r"You cover: .*Manager \d+% → ", second)
    assert "each line spans" not in second
    assert "From 4 weeks: your answers on 3 days and 2 finished steps." in third
    assert "each line spans" in third


def test_who_comes_back_reads_what_they_did_last(home: Path) -> None:
    """The step of the last day is told, and which day it is compared with."""
    live()
    text = " ".join(run("progress", "dana", "--as-of", "2027-02-21").out.split())

    assert "The last change was on 10 Jan 2027." in text
    assert "What changed last, compared with 14 Dec 2026" in text
    assert "Nothing changed" not in text


@pytest.mark.parametrize(
    ("day", "hours", "said"),
    [
        ("2026-11-21", "5", "No dates at your pace yet: it rests on 1 day, and 28 are the least."),
        ("2026-12-11", "5", "No dates at your pace yet: it rests on 21 days, and 28 are the least."),
        (
            "2026-12-21",
            "0.1",
            "Too far ahead: a pace of 31 days says nothing beyond 57 weeks ahead.",
        ),
    ],
)
def test_why_a_pace_gives_no_dates(home: Path, day: str, hours: str, said: str) -> None:
    """It is too young, or slow; nobody is promised a date of the next century."""
    keep("dana")
    run("progress", "dana", "--as-of", "2026-11-21")
    done = (
        "plan",
        "done",
        "budgeting",
        "dana",
        "--proof",
        "Sheet",
        "--hours",
        hours,
        "--as-of",
        "2026-11-21",
    )
    assert run(*done).code == 0
    text = " ".join(run("progress", "dana", "--as-of", day).out.split())
    document = run("progress", "dana", "--as-of", day, "--json").document

    assert said in text
    assert not any(forecast["at_pace"] for forecast in document["forecasts"])


def test_a_step_of_long_ago_is_no_pace(home: Path) -> None:
    """A step dated before the first remembered day is listed and said to be in no pace."""
    keep("dana")
    run("progress", "dana", "--as-of", "2026-11-21")
    done = ("plan", "done", "budgeting", "dana", "--proof", "Sheet", "--hours", "40", "--as-of", "2026-12-21")
    assert run(*done, "--on", "2000-01-01").code == 0
    result = run("progress", "dana", "--as-of", "2026-12-21")
    document = run("progress", "dana", "--as-of", "2026-12-21", "--json").document
    text = " ".join(result.out.split())

    assert (document["pace"]["since"], document["pace"]["days"], document["pace"]["done"]) == (
        "2026-11-21",
        31,
        0,
    )
    assert len(document["steps"]) == 1
    assert "1 step dated before 21 Nov 2026, the first day remembered: not in hours and pace." in text
    assert "there is no pace yet" in text
    assert "at your pace" not in text


def test_what_is_covered_is_said_where_enough_is_rated(home: Path) -> None:
    """Of tiers of which nearly nothing is rated no share is told, on no day and in no chart."""
    facts = ("--support-years", "3", "--goal", "team-lead", "--skill", "ticketing=3")
    assert run("profile", "new", "noor", *facts, "--as-of", "2026-11-21").code == 0
    assert "covered" not in run("progress", "noor", "--as-of", "2026-11-21").out.replace("job covered", "")
    for day in ("2026-11-23", "2026-11-28", "2026-12-05"):
        run("plan", "done", "phone-support", "noor", "--proof", "Calls", "--as-of", day)

    result = run("progress", "noor", "--as-of", "2026-12-05")

    assert (result.code, "3 steps done." in result.out) == (0, True)
    assert "you cover" not in result.out
    assert "Lead covered" not in result.out
