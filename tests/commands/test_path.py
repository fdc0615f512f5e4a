from __future__ import annotations

from pathlib import Path

import pytest

from careercli.domain.model import Catalog
from careercli.errors import ExitCode
from tests.interview.keeping import keep
from tests.running import DAY, run


def test_without_a_person(catalog: Catalog) -> None:
    """The bare ladder has every tier with its years and must-haves, and nobody's fit."""
    document = run("path", "--json").document

    assert [tier["tier"] for tier in document["tiers"]] == [tier.id for tier in catalog.ladder.tiers]
    assert (document["current"], document["goal"]) == (None, None)
    assert all(tier["fit"] is None for tier in document["tiers"])
    assert document["tiers"][3]["support_years"] == {"floor": 2.0, "usual_min": 5.0, "usual_max": 8.0}
    assert document["tiers"][3]["leading_years"] == {"floor": 0.25, "usual_min": None, "usual_max": None}
    assert all(gate["met"] is None for tier in document["tiers"] for gate in tier["gates"])
    assert "Must-haves: team leadership, coaching and mentoring" in run("path").out


def test_with_a_person(people: Path) -> None:
    """A person on the ladder has the tier, goal and fits of their assessment."""
    profile = str(people / "daniel.yaml")

    document = run("path", profile, "--json", "--as-of", DAY).document

    assessment = run("assess", profile, "--json", "--as-of", DAY).document
    assert document["current"] == assessment["placement"]["current"]
    assert document["goal"] == assessment["goal"]
    assert [tier["fit"] for tier in document["tiers"]] == [tier["fit"] for tier in assessment["tiers"]]


def test_facts_alone_put_somebody_on_it() -> None:
    """A few flags are enough to see oneself."""
    out = run("path", "--support-years", "0", "--goal", "team-lead").out

    assert "4 Customer Support Team Lead ◂ goal" in out
    assert "You: too little rated to say" in out


def test_a_saved_default_stays_out_of_the_bare_ladder(home: Path) -> None:
    """'careercli path' is the ladder for everybody: nobody appears on a slide by accident."""
    folder = home / "data" / "careercli" / "profiles"
    folder.mkdir(parents=True)
    (folder / "default.yaml").write_text("schema: careercli/profile@1\nexperience: {support_years: 3}\n")

    assert run("path", "--json").document["current"] is None
    assert "You cover" not in run("path").out


def test_the_way_up_in_json(people: Path) -> None:
    """The tiers on the way say what they add and wait for; others, and the bare ladder, have null there."""
    document = run("path", "--profile", str(people / "daniel.yaml"), "--json", "--as-of", DAY).document
    plan = run("plan", str(people / "daniel.yaml"), "--json", "--as-of", DAY).document
    keys = ("confirms", "adds", "ready", "bound_by", "waits")

    on_the_way = [tier for tier in document["tiers"] if tier["adds"] is not None]
    assert [(tier["tier"], tier["ready"], tier["bound_by"]) for tier in on_the_way] == [
        (milestone["tier"], milestone["ready"], milestone["bound_by"]) for milestone in plan["milestones"]
    ]
    assert [wait["hold"] for wait in on_the_way[-1]["waits"]] == ["skills", "support_years", "leading_years"]
    assert document == run("path", str(people / "daniel.yaml"), "--json", "--as-of", DAY).document
    for tier in (*document["tiers"][:3], *run("path", "--json").document["tiers"]):
        assert [tier[key] for key in keys] == [None] * 5


def test_the_slide(people: Path) -> None:
    """--profile shows the way as a slide, facts laid over it; PROFILE shows the ladder as before."""
    path = str(people / "daniel.yaml")

    assert run("path", "--profile", path, "--as-of", DAY).out.startswith("Daniel Okafor: the way to Manager ")
    assert "the way to Director" in run("path", "--profile", path, "--goal", "director").out
    assert run("path", path).out.startswith("Customer support: the way up")


@pytest.mark.parametrize("words", [["--profile", ""], [""]])
def test_a_name_that_is_empty(words: list[str], home: Path) -> None:
    """Where a script forgot to set a name, nobody else is shown in their place."""
    keep("dana")
    assert run("profile", "default", "dana").code == 0

    result = run("path", *words)

    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert result.err.startswith("careercli: PROFILE is empty.")


def test_a_profile_twice(people: Path) -> None:
    """One profile is enough."""
    path = str(people / "daniel.yaml")

    result = run("path", path, "--profile", path)

    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert result.err.startswith("careercli: A profile is given twice.\n  PROFILE is for the whole ladder")
