from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.commands.test_assess import PERSONAS
from tests.running import DAY, run


@pytest.mark.parametrize("persona", PERSONAS)
def test_document(persona: str, people: Path, screen: SnapshotAssertion) -> None:
    """The plan of every built-in person is as somebody last approved it."""
    result = run("plan", str(people / f"{persona}.yaml"), "--json", "--as-of", DAY)

    assert (result.code, result.err) == (0, "")
    assert result.out == screen


def test_formats(people: Path) -> None:
    """--format json is --json, and the default is the table."""
    profile = str(people / "dana.yaml")

    assert run("plan", profile, "--format", "json").stdout == run("plan", profile, "--json").stdout
    assert run("plan", profile, "--format", "table").stdout == run("plan", profile).stdout


def test_the_first_steps_are_those_of_the_assessment(people: Path) -> None:
    """What 'assess' says to do now is what the plan begins with."""
    for persona in PERSONAS:
        profile = str(people / f"{persona}.yaml")
        plan = run("plan", profile, "--json", "--as-of", DAY).document
        assessment = run("assess", profile, "--json", "--as-of", DAY).document

        steps = [step for milestone in plan["milestones"] for step in milestone["steps"]]

        assert assessment["steps"] == steps[:3]
        assert plan["goal"] == assessment["goal"]


def test_full_shows_every_step(people: Path) -> None:
    """--full has the steps of every milestone; without it, those of the first, and how many are left."""
    profile = str(people / "maya.yaml")
    milestones = run("plan", profile, "--json").document["milestones"]
    titles = [step["title"] for milestone in milestones for step in milestone["steps"]]
    first = next(len(milestone["steps"]) for milestone in milestones if milestone["steps"])

    short, full = run("plan", profile, columns=100).out, run("plan", profile, "--full", columns=100).out

    assert all(title in full for title in titles)
    assert [title in short for title in titles] == [True] * first + [False] * (len(titles) - first)
    assert f"More: {len(titles) - first} later steps with --full" in short


@pytest.mark.parametrize("arguments", [[], ["--accessible"], ["--json"]])
def test_the_assumptions_are_said(arguments: list[str], people: Path) -> None:
    """Whoever sees a date is told that it is no promise."""
    out = run("plan", str(people / "dana.yaml"), *arguments).out

    assert "no promise of a promotion" in " ".join(out.split())


def test_hours_move_the_dates(people: Path) -> None:
    """More hours a week never make a plan later."""
    ready = []
    for hours in ("2", "4", "8", "16"):
        document = run("plan", str(people / "daniel.yaml"), "--hours", hours, "--json").document
        ready.append(document["milestones"][-1]["complete"]["latest"])

    assert ready == sorted(ready, reverse=True)
    assert len(set(ready)) == len(ready)


def test_nothing_left_to_plan() -> None:
    """Who stands at the top has no plan, and is told so."""
    skills = [
        word for skill in run("data", "export").document["skills"] for word in ("--skill", f"{skill['id']}=4")
    ]
    top = ["--support-years", "30", "--leading-years", "20", "--leads", *skills]

    result = run("plan", *top)

    assert result.code == 0
    assert result.out.startswith("There is nothing to plan: you stand on the highest tier of this ladder.")
    document = run("plan", *top, "--json").document
    assert (document["goal"], document["milestones"]) == (None, [])
    assert "Nothing is missing" in run("assess", *top).out
    assert run("path", *top).code == 0
