from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from careercli.domain.model import Catalog
from careercli.domain.plan import default_goal
from careercli.domain.route import shortest_route
from careercli.errors import ExitCode
from careercli.views.look import Look, render
from careercli.views.plan import route_view
from tests.commands.test_assess import PERSONAS
from tests.domain.builders import TODAY, Rung, asks, catalog_of, ladder, person, skill
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


@pytest.mark.parametrize("persona", PERSONAS)
def test_the_shortest_route_leaves_out_and_saves(persona: str, people: Path) -> None:
    """Its document has a plan, the full plan's dates, what is left out, and the sum of that."""
    words = ["plan", str(people / f"{persona}.yaml"), "--json", "--as-of", DAY]

    full, route = run(*words).document, run(*words, "--route", "shortest").document

    assert route["schema"] == "careercli/route@1"
    assert route["plan"]["schema"] == full["schema"] == "careercli/plan@1"
    assert route["plan"]["goal"] == full["goal"]
    dates = [
        {key: milestone[key] for key in ("tier", "ready", "complete")} for milestone in full["milestones"]
    ]
    assert [{key: entry[key] for key in ("tier", "ready", "complete")} for entry in route["full"]] == dates
    kept, every = (
        [(step["skill"], step["to"]) for milestone in plan["milestones"] for step in milestone["steps"]]
        for plan in (route["plan"], full)
    )
    left = [
        (entry["skill"], level)
        for entry in route["left_out"]
        for level in range(entry["from"] + 1, entry["to"] + 1)
    ]
    assert sorted(kept + left) == sorted(every)
    for end in ("min", "max"):
        assert route["hours_saved"][end] == sum(entry["hours"][end] for entry in route["left_out"]) > 0


def test_the_full_route_is_the_plan(people: Path) -> None:
    """--route full is what 'plan' prints without it, as a screen and as a document."""
    profile = str(people / "maya.yaml")

    for look in ([], ["--json"], ["--accessible"]):
        assert run("plan", profile, "--route", "full", *look).stdout == run("plan", profile, *look).stdout


def test_the_shortest_route_replayed_reaches_the_goal(people: Path) -> None:
    """Whoever has done its steps and served the years is placed at the goal."""
    profile = str(people / "daniel.yaml")
    route = run("plan", profile, "--route", "shortest", "--json").document["plan"]
    levels = {step["skill"]: step["to"] for milestone in route["milestones"] for step in milestone["steps"]}
    done = [word for skill, level in levels.items() for word in ("--skill", f"{skill}={level}")]

    document = run(
        "assess", profile, "--support-years", "40", "--leading-years", "40", *done, "--json"
    ).document

    standing = next(tier for tier in document["tiers"] if tier["tier"] == route["goal"])
    assert standing["skills_met"]
    ranks = {tier["tier"]: tier["rank"] for tier in document["tiers"]}
    assert ranks[document["placement"]["by_skills"]] >= ranks[route["goal"]]


@pytest.mark.parametrize("look", [[], ["--accessible"]], ids=["drawn", "accessible"])
@pytest.mark.parametrize("columns", [40, 80])
def test_the_screen_of_the_shortest_route(look: list[str], columns: int, people: Path) -> None:
    """It says what is saved, how each milestone compares, what is left out, and what that is worth."""
    words = ["plan", str(people / "tomas.yaml"), "--route", "shortest", "--as-of", DAY]
    document = run(*words, "--json").document

    result = run(*words, *look, columns=columns)

    text = " ".join(result.out.replace("│", "").split())
    assert (result.code, result.err) == (0, "")
    assert text.startswith("Shortest route to Customer Support Manager for Tomas Lindqvist")
    assert all(entry["name"] in text for entry in document["left_out"])
    assert text.lower().count("against the full plan: ready") == len(document["full"])
    assert "It still helps in the job and in interviews." in text
    assert all(note in text for note in document["notes"])
    assert "rating can only bring dates forward" not in text
    assert "More: 14 later steps with --full" in text or look


def test_every_step_of_the_shortest_route(people: Path) -> None:
    """--full shows the steps of every milestone of the route, and none that is left out."""
    words = ["plan", str(people / "tomas.yaml")]
    kept, every = (
        [step["title"] for milestone in plan["milestones"] for step in milestone["steps"]]
        for plan in (
            run(*words, "--route", "shortest", "--json").document["plan"],
            run(*words, "--json").document,
        )
    )

    text = " ".join(run(*words, "--route", "shortest", "--full", columns=100).out.split())

    assert [title for title in every if title in text] == kept


@pytest.mark.parametrize("look", [Look(), Look(width=40), Look(accessible=True)])
def test_a_milestone_that_comes_later_is_said(look: Look) -> None:
    """Where the shortest route reaches a tier on the way later, the screen says by how much, and why."""
    of = ladder(
        Rung((asks("quick", 1, 1), asks("lasting", 1, 1))),
        Rung((asks("quick", 1, 1), asks("lasting", 1, 3), asks("new", 1, 1))),
        pass_fit=0.5,
    )
    skills = catalog_of(of, [skill("lasting", efforts=[(5.0, 5.0)] * 4)]).skills_by_id
    route = shortest_route(of, skills, person(), of.top, TODAY)

    text = " ".join(render(route_view(route, person(), skills, look), look).replace("│", "").split())

    assert "gainst the full plan: ready 3 days later" in text
    assert "ready later where the full plan reaches it by a step that the goal does not need." in text
    assert "No milestone is ready earlier" not in text
    assert "3 skills not rated count as level 0; rating can only make the route shorter." in text


def test_no_route_where_nothing_is_left() -> None:
    """At the top the route is as empty as the plan."""
    skills = [
        word for skill in run("data", "export").document["skills"] for word in ("--skill", f"{skill['id']}=4")
    ]
    top = ["--support-years", "30", "--leading-years", "20", "--leads", *skills, "--route", "shortest"]

    document = run("plan", *top, "--json").document

    assert (document["plan"]["goal"], document["full"], document["left_out"]) == (None, [], [])
    assert document["hours_saved"] == {"min": 0.0, "max": 0.0}
    assert run("plan", *top).out.startswith("There is nothing to plan")
    manager = run("plan", *top, "--goal", "manager").out
    assert "Nothing can be left out: the full plan is the shortest route." in manager


def test_a_route_that_there_is_not(people: Path) -> None:
    """Any other route is wrong usage."""
    result = run("plan", str(people / "dana.yaml"), "--route", "scenic")

    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert "'scenic' is not one of" in result.err


@pytest.mark.parametrize("persona", PERSONAS)
def test_the_screen_of_the_shortest_route_keeps_to_its_width(persona: str, catalog: Catalog) -> None:
    """At any width no line is longer; without signs all is ASCII; for a screen reader nothing is drawn."""
    profile = next(someone.profile for someone in catalog.personas if someone.id == persona)
    skills = catalog.skills_by_id
    route = shortest_route(catalog.ladder, skills, profile, default_goal(catalog.ladder, profile), TODAY)

    for width in (20, 27, 40, 59, 60, 80, 100):
        for unicode in (True, False):
            look = Look(width=width, unicode=unicode)
            text = render(route_view(route, profile, skills, look, full=True), look)
            assert all(cell_len(line) <= width and line == line.rstrip() for line in text.splitlines())
            assert unicode or text.isascii()
    plain = render(
        route_view(route, profile, skills, Look(accessible=True), full=True), Look(accessible=True)
    )
    assert not set(plain) & set("█░●○·◆│→▸")
    assert all(line == line.strip() and "  " not in line for line in plain.splitlines())
