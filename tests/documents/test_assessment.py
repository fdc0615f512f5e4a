"""The documents of --json: their keys are a contract with scripts."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from careercli.documents.schemas import DOCUMENTS, Form
from careercli.domain.model import Catalog
from tests.files import AD, LEAD_AD
from tests.interview.keeping import keep
from tests.running import DAY, run

DOCS = Path(__file__).parent.parent.parent / "docs"
PERSONAS = ("maya", "daniel", "dana", "priya", "tomas")

PROFILE = "name title experience leads_people employed team goal hours_per_week skills not_applicable"
STEP = "id skill from to title action kind hours weeks starts ends proof source if_needed needs_seat"
GAP = "skill name have need weight gate kind fit_gain tiers"
PLACEMENT = (
    "state current at_least at_most confirmed ready_for certain settled by_skills by_years by_seat by_usual "
    "stated title held_back_by"
)
TIER = (
    "tier title rank fit rated known counts cost open_gates to_confirm floor_reached usual_reached "
    "support_years leading_years"
)
CLOCK = "floor usual_min usual_max"
HOLDS = {"skills", "support_years", "leading_years"}
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
    assert keys(profile["experience"]) == (
        "support_years leading_years leading_elsewhere_years part_time_share"
    )
    for rating in profile["skills"].values():
        assert keys(rating) == "level evidence"
    assert list(profile["skills"]) == sorted(profile["skills"])


def check_assessment(assessment: dict[str, Any]) -> None:
    """Check the keys and values of an assessment."""
    assert keys(assessment) == ASSESSMENT
    assert assessment["schema"] == "careercli/assessment@2"
    assert assessment["as_of"] == DAY
    check_profile(assessment["profile"])
    placement = assessment["placement"]
    assert keys(placement) == PLACEMENT
    assert placement["state"] in {"too-little-rated", "before-first", "placed"}
    assert (placement["current"] is not None) == (placement["state"] == "placed")
    assert placement["title"] is None or keys(placement["title"]) == "text words seat"
    assert set(placement["held_back_by"]) <= HOLDS
    for tier in assessment["tiers"]:
        assert keys(tier) == TIER
        assert keys(tier["support_years"]) == keys(tier["leading_years"]) == CLOCK
        for share in (tier["fit"], tier["known"]):
            assert 0 <= share <= 1
            assert share == round(share, 4)
        for gate in (*tier["open_gates"], *tier["to_confirm"]):
            assert keys(gate) == "skills levels have"
            assert len(gate["skills"]) == len(gate["have"]) >= len(gate["levels"])
    for gap in (*assessment["gaps"], *assessment["goal_gaps"]):
        assert keys(gap) == GAP
        assert gap["kind"] in {"gate", "confirm", "unrated", "gap"}
        assert (gap["gate"] is not None) == (gap["kind"] in {"gate", "confirm"})
        assert gap["have"] is None or gap["kind"] != "unrated"
        assert gap["fit_gain"] == round(gap["fit_gain"], 4)
    assert len(assessment["steps"]) <= 3
    for step in assessment["steps"]:
        check_step(step)


def check_step(step: dict[str, Any]) -> None:
    """Check the keys of a step; what raises no level has neither levels nor a proof."""
    assert keys(step) == STEP
    assert keys(step["hours"]) == "min max"
    for span in (step["starts"], step["ends"]):
        assert keys(span) == "earliest latest"
        assert (span["earliest"] is None) == step["if_needed"]
    raised = (step["from"], step["to"], step["proof"], step["source"])
    if step["kind"] in {"rate", "interview"}:
        assert raised == (None,) * 4
        assert step["id"] == (f"rate-{step['skill']}" if step["skill"] else "quick-interview")
    else:
        assert None not in raised
        assert step["to"] == step["from"] + 1
        assert step["id"] == f"{step['skill']}-{step['to']}"
    assert step["title"]
    assert step["action"]


@pytest.mark.parametrize("persona", PERSONAS)
def test_assessment(persona: str, people: Path) -> None:
    """An assessment has exactly its keys, fits with four decimals, and null for what is unknown."""
    check_assessment(document("assess", str(people / f"{persona}.yaml")))


def test_years_of_a_tier(people: Path, catalog: Catalog) -> None:
    """The years of a tier are its floor and what is usual, the minimum carried upward; null where silent."""
    tiers = document("assess", str(people / "dana.yaml"))["tiers"]

    for entry, tier in zip(tiers, catalog.ladder.tiers, strict=True):
        for key, clock in (("support_years", tier.support_years), ("leading_years", tier.leading_years)):
            assert tuple(entry[key].values()) == (clock.floor, clock.usual_min, clock.usual_max)
    usual = [tier["leading_years"]["usual_min"] for tier in tiers]
    assert usual == [None, None, None, None, 1.0, 3.0, 7.0, 10.0]


def test_unknown_is_null() -> None:
    """What nobody said is null, not an empty text or a zero."""
    assessment = document("assess", "--support-years", "0")

    assert [assessment["profile"][key] for key in ("name", "title", "goal", "employed", "team")] == [None] * 5
    placement = assessment["placement"]
    assert placement["state"] == "too-little-rated"
    nothing = ("current", "at_least", "at_most", "confirmed", "ready_for", "by_skills", "by_seat", "title")
    assert [placement[key] for key in nothing] == [None] * len(nothing)
    assert all(gap["have"] is None for gap in assessment["gaps"])
    assert assessment["steps"][0]["id"] == "quick-interview"


def test_how_a_title_is_read() -> None:
    """The words that decide and the seat; no words where nothing is recognized."""
    facts = ("--support-years", "3", "--skill", "ticketing=2")
    known = document("assess", "--title", "Customer Support Team Lead", *facts)["placement"]["title"]
    unknown = document("assess", "--title", "Wizard", *facts)["placement"]["title"]

    assert known["text"] == "Customer Support Team Lead"
    assert known["words"]
    assert known["seat"] == "lead"
    assert unknown == {"text": "Wizard", "words": [], "seat": "none"}


@pytest.mark.parametrize("route", ["shortest", "full"])
@pytest.mark.parametrize("persona", PERSONAS)
def test_plan(persona: str, route: str, people: Path) -> None:
    """A plan has exactly its keys, and its dates are ISO 8601 and never before its day."""
    plan = document("plan", str(people / f"{persona}.yaml"), "--goal", "director", "--route", route)

    assert keys(plan) == "schema as_of goal route hours_per_week assumptions milestones also_helps"
    assert [plan[key] for key in ("schema", "goal", "route")] == ["careercli/plan@2", "director", route]
    assert bool(plan["also_helps"]) == (route == "full")
    for step in plan["also_helps"]:
        check_step(step)
    for milestone in plan["milestones"]:
        assert keys(milestone) == "tier title ready bound_by hours steps"
        assert keys(milestone["bound_by"]) == keys(milestone["ready"]) == "earliest latest"
        assert set(milestone["bound_by"].values()) <= {None, *HOLDS}
        spans = [milestone["ready"]]
        for step in milestone["steps"]:
            check_step(step)
            spans += [step["ends"], step["starts"]]
        for span in spans:
            days = [date.fromisoformat(day) for day in span.values() if day]
            assert [date.fromisoformat(DAY), *days] == sorted([date.fromisoformat(DAY), *days])
        sure = [step["hours"]["min"] for step in milestone["steps"] if not step["if_needed"]]
        assert milestone["hours"]["min"] == pytest.approx(sum(sure))
        every = [step["hours"]["max"] for step in milestone["steps"]]
        assert milestone["hours"]["max"] == pytest.approx(sum(every))


def test_the_first_steps_are_those_of_the_plan(people: Path) -> None:
    """An assessment has the first three steps of the plan, with their dates."""
    for persona in PERSONAS:
        path = str(people / f"{persona}.yaml")
        steps = [step for each in document("plan", path)["milestones"] for step in each["steps"]]
        assert document("assess", path)["steps"] == steps[:3]


def test_what_if(people: Path) -> None:
    """A what-if has both assessments whole, and what differs."""
    change = document("what-if", str(people / "dana.yaml"), "--support-years", "+9")

    assert keys(change) == "schema as_of before after difference"
    assert change["schema"] == "careercli/what-if@2"
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
        assert path["schema"] == "careercli/path@2"
        for rung in path["tiers"]:
            own = "tier title rank summary support_years leading_years gates fit"
            assert keys(rung) == f"{own} confirms adds ready bound_by waits"
            assert keys(rung["support_years"]) == keys(rung["leading_years"]) == CLOCK
            assert all(keys(gate) == "skills levels met open" for gate in rung["gates"])
            assert {gate["met"] is None for gate in rung["gates"]} == {rung["confirms"] is None}


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

    assert alone.pop("schema") == "careercli/skill-details@2"
    assert keys(alone) == f"{SKILL} shows_in keywords needed_by needed_for certificates explained standing"
    for need in alone["needed_by"]:
        assert keys(need) == "ladder tier level weight gate"
    around = [alone.pop(key) for key in ("needed_by", "needed_for", "certificates", "explained", "standing")]
    assert alone.pop("shows_in") == export["shows_in"].get("crm", {})
    assert alone.pop("keywords") == export["keywords"].get("crm", [])
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
            assert keys(step) == "to title action kind hours proof source weeks needs_seat in_seats variants"


def test_catalog(catalog: Catalog) -> None:
    """The export has exactly its keys; what a tier asks is there carried, and as it declares it."""
    export = document("data", "export")

    assert keys(export) == (
        "schema ladders groups skills shows_in keywords roles tools certificates occupations "
        "interviews sources glossary works transfers"
    )
    assert export["schema"] == "careercli/catalog@2"
    for ladder in export["ladders"]:
        assert keys(ladder) == "id title pass_fit goals adjacent tiers"
        for tier in ladder["tiers"]:
            assert keys(tier) == (
                "id title short rank role seat leads_people leading_elsewhere small_team summary titles "
                "support_years leading_years asks gates requirements"
            )
            for clock in (tier["support_years"], tier["leading_years"]):
                assert keys(clock) == f"{CLOCK} floor_sources floor_note usual_source"
            assert all(keys(ask) == "skill level weight" for ask in tier["asks"])
            assert all(keys(gate) == "skills levels source note" for gate in tier["gates"])
            for requirement in tier["requirements"]:
                assert keys(requirement) == "skill level weight through source note"
    for entry, tier in zip(export["ladders"][0]["tiers"], catalog.ladder.tiers, strict=True):
        assert [tuple(ask.values()) for ask in entry["asks"]] == [
            (ask.skill, ask.level, ask.weight) for ask in tier.asks
        ]
        assert [(tuple(gate["skills"]), tuple(gate["levels"])) for gate in entry["gates"]] == [
            (gate.skills, gate.levels) for gate in tier.gates
        ]
    for role in export["roles"]:
        assert keys(role) == "id name aliases summary tiers sections"
        shown = document("role", "show", role["id"])
        assert shown.pop("schema") == "careercli/role-details@1"
        nearest = [near["occupation"] for near in shown["sections"]["pay"]["nearest"]]
        assert [each["code"] for each in shown.pop("surveyed")] == nearest
        assert shown.pop("related").keys() <= shown["sections"].keys()
        assert shown == role
        for section in role["sections"].values():
            assert keys(section) == SECTION
    assert all(keys(tool) == "name what skills aliases sources" for tool in export["tools"])
    assert all(
        keys(certificate) == "name issuer text skills sources aliases"
        for certificate in export["certificates"]
    )
    assert all(
        keys(entry) == "code title wages year_before states sectors projection"
        for entry in export["occupations"]
    )
    assert all(keys(term) == "name text aliases skill section" for term in export["glossary"])
    assert all(keys(work) == "code title sources activities skills knowledge" for work in export["works"])
    assert all(
        keys(each)
        == "id way name aliases work beside stand_in pay lead carries learn surprises application say tier "
        "tier_why years sources"
        for each in export["transfers"]
    )
    assert all(keys(source) == "id title publisher date terms note sections" for source in export["sources"])


def test_packs() -> None:
    """A check and the folders have exactly their keys."""
    check, where = document("data", "check"), document("data", "where")

    assert keys(check) == "schema packs ladders tiers skills sources personas overridden problems"
    assert check["schema"] == "careercli/check@1"
    assert keys(where) == "schema builtin packs profiles history notes opinions letters settings draft cache"
    assert where["schema"] == "careercli/where@1"


@pytest.mark.slow
def test_every_document_is_in_the_manual(people: Path, home: Path) -> None:
    """docs/json.md names every document with the command that prints it, and no other."""
    table = dict(
        re.findall(r"^\| (`.+`) \| `(careercli/.+?)` \|$", (DOCS / "json.md").read_text(), re.MULTILINE)
    )
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
    Path("resume.json").write_text('{"basics": {"name": "Noor"}, "work": [{"position": "Agent"}]}')
    Path("cvs").mkdir()
    Path("cvs/a.json").write_text(Path("resume.json").read_text())
    stands_for = {"PERSONA": "dana", "SOURCE": "gitlab", "FILE": "resume.json", "NAME": "noor"}
    Path("ads").mkdir()
    for name, text in (("job.txt", AD), ("lead.txt", LEAD_AD)):
        Path("ads", name).write_text(text)
    stands_for |= {"AD": "ads/job.txt", "ADS": "ads"}
    stands_for |= {"OLD": "dana", "NEW": "dora", "FOLDER": "cvs"}

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

    assert set(table.values()) == {Form(wanted, read=False).schema for wanted in DOCUMENTS}
