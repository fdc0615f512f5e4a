"""The documents of --json: their keys are a contract with scripts."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.commands.keeping import keep
from tests.running import DAY, run

DOCS = Path(__file__).parent.parent.parent / "docs"
PERSONAS = ("maya", "daniel", "dana", "priya", "tomas")

PROFILE = "name title experience leads_people goal hours_per_week skills not_applicable"
STEP = "skill from to title action kind hours proof source"
GAP = "skill name have need weight must kind fit_gain tiers"
ASSESSMENT = "schema as_of ladder profile placement tiers next gaps goal goal_gaps steps"
SKILL = "id name group kind summary aliases levels prerequisites growth tools sources"


SECTION = "lead sources title text figures nearest points groups tiers cases related questions meaning"


def keys(value: dict[str, Any]) -> str:
    """Return the keys of a mapping in their order."""
    return " ".join(value)


def document(*arguments: str) -> dict[str, Any]:
    """Return what a command prints as its document."""
    result = run(*arguments, "--json", "--as-of", DAY)
    assert (result.code, result.err) == (0, "")
    return result.document


def check_profile(profile: dict[str, Any]) -> None:
    """Check the keys of a profile."""
    assert keys(profile) == PROFILE
    assert keys(profile["experience"]) == "support_years leading_years"
    for rating in profile["skills"].values():
        assert keys(rating) == "level evidence"
    assert list(profile["skills"]) == sorted(profile["skills"])


def check_assessment(assessment: dict[str, Any]) -> None:
    """Check the keys and values of an assessment."""
    assert keys(assessment) == ASSESSMENT
    assert assessment["schema"] == "careercli/assessment@1"
    assert assessment["as_of"] == DAY
    check_profile(assessment["profile"])
    assert keys(assessment["placement"]) == (
        "current by_years by_skills stated highest_possible certain held_back_by"
    )
    assert set(assessment["placement"]["held_back_by"]) <= {"skills", "support_years", "leading_years"}
    for tier in assessment["tiers"]:
        assert keys(tier) == (
            "tier title rank fit skills_met years_met missing_musts support_years leading_years"
        )
        assert keys(tier["support_years"]) == keys(tier["leading_years"]) == "min max"
        assert 0 <= tier["fit"] <= 1
        assert tier["fit"] == round(tier["fit"], 4)
    for gap in (*assessment["gaps"], *assessment["goal_gaps"]):
        assert keys(gap) == GAP
        assert gap["kind"] in {"unrated", "gate", "gap"}
        assert (gap["have"] is None) == (gap["kind"] == "unrated")
        assert gap["fit_gain"] == round(gap["fit_gain"], 4)
    assert len(assessment["steps"]) <= 3
    for step in assessment["steps"]:
        check_step(step)


def check_step(step: dict[str, Any]) -> None:
    """Check the keys of a step."""
    assert keys(step) == STEP
    assert keys(step["hours"]) == "min max"
    assert step["to"] == step["from"] + 1


@pytest.mark.parametrize("persona", PERSONAS)
def test_assessment(persona: str, people: Path) -> None:
    """An assessment has exactly its keys, fits with four decimals, and null for what is unknown."""
    check_assessment(document("assess", str(people / f"{persona}.yaml")))


def test_carried_years(people: Path) -> None:
    """The years of a tier are the minimum carried upward and the tier's own typical maximum."""
    tiers = document("assess", str(people / "dana.yaml"))["tiers"]

    years = {
        tier["tier"]: (*tier["support_years"].values(), *tier["leading_years"].values()) for tier in tiers
    }
    assert years == {
        "junior-specialist": (0.0, 2.0, 0.0, None),
        "specialist": (2.0, 5.0, 0.0, None),
        "senior-specialist": (5.0, None, 0.0, None),
        "team-lead": (5.0, 8.0, 0.0, None),
        "junior-manager": (5.0, None, 1.0, 3.0),
        "manager": (8.0, None, 3.0, 7.0),
        "senior-manager": (8.0, None, 7.0, 12.0),
        "director": (8.0, None, 10.0, None),
    }


def test_unknown_is_null() -> None:
    """What nobody said is null, not an empty text or a zero."""
    assessment = document("assess", "--support-years", "0")

    assert [assessment["profile"][key] for key in ("name", "title", "goal")] == [None, None, None]
    assert [assessment["placement"][key] for key in ("current", "stated")] == [None, None]
    assert all(gap["have"] is None for gap in assessment["gaps"])


@pytest.mark.parametrize("persona", PERSONAS)
def test_plan(persona: str, people: Path) -> None:
    """A plan has exactly its keys, and its dates are ISO 8601 and never before its day."""
    plan = document("plan", str(people / f"{persona}.yaml"), "--goal", "director")

    assert keys(plan) == "schema as_of goal hours_per_week assumptions milestones"
    assert (plan["schema"], plan["goal"]) == ("careercli/plan@1", "director")
    for milestone in plan["milestones"]:
        assert keys(milestone) == "tier title ready complete bound_by hours steps"
        assert milestone["bound_by"] in {None, "skills", "support_years", "leading_years"}
        for span in (milestone["ready"], milestone["complete"]):
            assert keys(span) == "earliest latest"
            earliest, latest = (date.fromisoformat(day) for day in span.values())
            assert date.fromisoformat(DAY) <= earliest <= latest
        for step in milestone["steps"]:
            check_step(step)
        for end in ("min", "max"):
            assert milestone["hours"][end] == sum(step["hours"][end] for step in milestone["steps"])


def test_what_if(people: Path) -> None:
    """A what-if has both assessments whole, and what differs."""
    change = document("what-if", str(people / "dana.yaml"), "--support-years", "+9")

    assert keys(change) == "schema as_of before after difference"
    assert change["schema"] == "careercli/what-if@1"
    check_assessment(change["before"])
    check_assessment(change["after"])
    assert keys(change["difference"]) == "ranks fits ready"
    for fit in change["difference"]["fits"]:
        assert keys(fit) == "tier before after"
    for move in change["difference"]["ready"]:
        assert keys(move) == "tier before after reached_before reached_after days"


def test_path(people: Path) -> None:
    """A path has a rung for each tier."""
    for arguments in ((), (str(people / "dana.yaml"),)):
        path = document("path", *arguments)

        assert keys(path) == "schema ladder current goal tiers"
        assert path["schema"] == "careercli/path@1"
        for rung in path["tiers"]:
            own = "tier title rank summary support_years leading_years fit"
            assert keys(rung) == f"{own} adds ready bound_by binds"


def test_people() -> None:
    """The built-in people come with their stories and profiles."""
    people = document("demo")

    assert keys(people) == "schema personas"
    assert people["schema"] == "careercli/personas@1"
    for person in people["personas"]:
        assert keys(person) == "id story profile"
        check_profile(person["profile"])
    check_assessment(document("demo", "maya"))


def test_skills() -> None:
    """A skill has the same keys alone, in the list and in the export."""
    alone, listed, export = (
        document("skill", "show", "crm"),
        document("skill", "list"),
        document("data", "export"),
    )

    assert alone.pop("schema") == "careercli/skill-details@1"
    assert keys(alone) == f"{SKILL} needed_by needed_for certificates standing"
    for need in alone["needed_by"]:
        assert keys(need) == "ladder tier level weight must"
    around = [alone.pop(key) for key in ("needed_by", "needed_for", "certificates", "standing")]
    assert around[-1] is None
    assert set(listed["skills"][0]) == set(alone)
    alone["tools"] = next(skill["tools"] for skill in listed["skills"] if skill["id"] == alone["id"])
    assert keys(listed) == "schema skills"
    assert listed["schema"] == "careercli/skills@1"
    assert listed["skills"] == export["skills"]
    assert alone in listed["skills"]
    for skill in listed["skills"]:
        assert keys(skill) == SKILL
        assert keys(skill["levels"]) == "1 2 3 4"
        assert [step["to"] for step in skill["growth"]] == [1, 2, 3, 4]
        for step in skill["growth"]:
            assert keys(step) == "to title action kind hours proof source"


def test_catalog() -> None:
    """The export has exactly its keys, and years as declared: null where the source is silent."""
    export = document("data", "export")

    assert keys(export) == ("schema ladders groups skills roles tools certificates occupations sources")
    assert export["schema"] == "careercli/catalog@1"
    for ladder in export["ladders"]:
        assert keys(ladder) == "id title pass_fit goals tiers"
        for tier in ladder["tiers"]:
            assert keys(tier) == (
                "id title short rank role summary support_years leading_years leads_people titles "
                "requirements"
            )
            assert keys(tier["support_years"]) == keys(tier["leading_years"]) == "min max source"
            for requirement in tier["requirements"]:
                assert keys(requirement) == "skill level weight must source note"
    for role in export["roles"]:
        assert keys(role) == "id name aliases summary tiers sections"
        shown = document("role", "show", role["id"])
        assert shown.pop("schema") == "careercli/role-details@1"
        assert shown == role
        for section in role["sections"].values():
            assert keys(section) == SECTION
    assert all(keys(tool) == "name what skills aliases sources" for tool in export["tools"])
    assert all(
        keys(certificate) == "name issuer text skills sources aliases"
        for certificate in export["certificates"]
    )
    assert all(keys(entry) == "code title wages projection" for entry in export["occupations"])
    assert all(keys(source) == "id title publisher date terms note sections" for source in export["sources"])
    silent = [tier["support_years"]["min"] for tier in export["ladders"][0]["tiers"]]
    assert silent == [0.0, 2.0, 5.0, 5.0, None, 8.0, None, None]


def test_packs() -> None:
    """A check and the folders have exactly their keys."""
    check, where = document("data", "check"), document("data", "where")

    assert keys(check) == "schema packs ladders tiers skills sources personas overridden problems"
    assert check["schema"] == "careercli/check@1"
    assert keys(where) == "schema builtin packs profiles history notes letters settings draft cache"
    assert where["schema"] == "careercli/where@1"


@pytest.mark.slow
def test_every_document_is_in_the_manual(people: Path, home: Path) -> None:
    """docs/json.md names every document with the command that prints it, and no other."""
    table = dict(re.findall(r"^\| (`.+`) \| `(.+?)` \|$", (DOCS / "json.md").read_text(), re.MULTILINE))
    arguments = {"plan done": [], "assess": [str(people / "dana.yaml")], "plan": [str(people / "dana.yaml")]}
    arguments["report"] = [str(people / "dana.yaml")]
    arguments["what-if"] = [str(people / "dana.yaml"), "--support-years", "+1"]
    arguments["skill show"] = ["crm"]
    arguments["role show"] = ["customer-support-manager"]

    for name in ("dana", "default"):
        keep(name)
    Path("clients").mkdir()
    for name in ("then.yaml", "now.yaml", "dana.yaml", "clients/dana.yaml"):
        Path(name).write_text((people / "dana.yaml").read_text())
    Path("resume.json").write_text('{"basics": {"name": "Noor"}, "work": [], "skills": []}')
    stands_for = {"PERSONA": "dana", "SOURCE": "gitlab", "FILE": "resume.json", "NAME": "noor"}
    stands_for |= {"OLD": "dana", "NEW": "dora"}

    for cell, schema in table.items():
        for line in re.findall(r"`(.+?)`", cell):
            words = [stands_for.get(word, word) for word in line.split()]
            if "delete" in words:
                keep("noor")
            words = [str(home / str(len(words))) if word == "DIR" else word for word in words]
            more = next((value for key, value in arguments.items() if line.startswith(key)), [])
            result = run(*words, *more)
            written = [Path(word).read_text() for word in words if word == "FILE.json"]
            documents = [json.loads(text) for text in (result.out, *written) if text]
            documents += result.messages if "--json" in words else []
            assert schema in {document["schema"] for document in documents}

    exporters = Path(__file__).parent.parent.parent / "careercli" / "exporters"
    code = "".join(path.read_text() for path in exporters.glob("*.py"))
    assert set(table.values()) == set(re.findall(r'schema: Literal\["(.+?)"\]', code))
