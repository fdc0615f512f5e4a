from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from careercli.errors import ExitCode
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
    in_each = [
        [step["title"] for step in milestone["steps"] if step["to"] and not step["if_needed"]]
        for milestone in milestones
    ]
    first = next(titles for titles in in_each if titles)
    later = [title for titles in in_each for title in titles if title not in first]

    short, full = (
        " ".join(run("plan", profile, *more, columns=100).out.split()) for more in ([], ["--full"])
    )

    assert all(title in full for title in (*first, *later))
    assert all(title in short for title in first)
    assert not any(title in short for title in later)
    assert "later steps: " in short


@pytest.mark.parametrize("arguments", [[], ["--accessible"], ["--json"]])
def test_the_assumptions_are_said(arguments: list[str], people: Path) -> None:
    """Whoever sees a date is told that it is no promise."""
    out = run("plan", str(people / "dana.yaml"), *arguments).out

    assert "promises no opening" in " ".join(out.split())


def test_hours_move_the_dates(people: Path) -> None:
    """More hours a week never make a plan later."""
    ready = []
    for hours in ("2", "4", "8", "16"):
        document = run("plan", str(people / "daniel.yaml"), "--hours", hours, "--json").document
        ready.append(document["milestones"][0]["ready"]["latest"])

    assert ready == sorted(ready, reverse=True)


def test_nothing_left_to_plan() -> None:
    """Who is at the top for sure has no plan, and is told so."""
    skills = [
        word for skill in run("data", "export").document["skills"] for word in ("--skill", f"{skill['id']}=4")
    ]
    top = ["--support-years", "30", "--leading-years", "20", "--leads", *skills]

    result = run("plan", *top)

    assert result.code == 0
    assert result.out == "There is nothing left to plan: you're at the top of this ladder.\n"
    document = run("plan", *top, "--json").document
    assert (document["goal"], document["milestones"]) == (None, [])
    assert "Nothing is missing" in run("assess", *top).out
    below = run("plan", *top, "--goal", "manager").out
    assert "You're there: your answers and years show Manager, and no step is left." in below
    assert "make Senior Manager your goal" in " ".join(below.split())


def test_the_goal_is_reached_by_doing_the_plan(people: Path) -> None:
    """Whoever has done its steps, with what it rests on as estimated, and served the years, is there."""
    profile = str(people / "daniel.yaml")
    plan = run("plan", profile, "--json").document
    levels = {
        step["skill"]: step["to"]
        for milestone in plan["milestones"]
        for step in milestone["steps"]
        if step["to"] is not None
    }
    done = [word for skill, level in levels.items() for word in ("--skill", f"{skill}={level}")]
    years = ["--support-years", "40", "--leading-years", "40", "--leads"]

    document = run("assess", profile, *years, *done, "--json").document

    ranks = {tier["tier"]: tier["rank"] for tier in document["tiers"]}
    assert ranks[document["placement"]["by_skills"]] >= ranks[plan["goal"]]


@pytest.mark.parametrize("persona", PERSONAS)
def test_the_full_route_adds_what_also_helps(persona: str, people: Path) -> None:
    """The steps of the milestones stay; what it adds is in none of them."""
    words = ["plan", str(people / f"{persona}.yaml"), "--as-of", DAY]

    shortest, full = run(*words, "--json").document, run(*words, "--route", "full", "--json").document

    assert (shortest["route"], full["route"]) == ("shortest", "full")
    kept, every = (
        [[step["id"] for step in milestone["steps"]] for milestone in plan["milestones"]]
        for plan in (shortest, full)
    )
    assert kept == every
    assert shortest["also_helps"] == []
    assert not {step for steps in kept for step in steps} & {step["id"] for step in full["also_helps"]}
    assert run(*words, "--route", "shortest").stdout == run(*words).stdout
    assert ("Also helps" in run(*words, "--route", "full").out) == bool(full["also_helps"])


def test_a_route_that_there_is_not(people: Path) -> None:
    """Any other route is wrong usage."""
    result = run("plan", str(people / "dana.yaml"), "--route", "scenic")

    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert "'scenic' is not one of" in result.err


def test_the_commands_on_the_screen_are_about_the_same_person(people: Path) -> None:
    """What shows every step, and what asks for ratings."""
    out = " ".join(run("plan", str(people / "maya.yaml"), columns=200).out.split())

    assert f"careercli advise --profile {people / 'maya.yaml'}" in out
    assert f"careercli plan {people / 'maya.yaml'} --full" in out
